### Wat leden van een antwoord zeggen: standpunten en opmerkingen.

ui-position-title = Standpunten van de leden
ui-position-nothing = { $on ->
    [finding] Deze bevinding is vervallen.
    [advice] Geef eerst één advies. Daarna kunnen de leden er een standpunt over innemen.
   *[other] Leg eerst één antwoord vast. Daarna kunnen de leden er een standpunt over innemen.
}
ui-position-none = { $on ->
    [finding] Nog niemand nam een standpunt in over deze bevinding.
    [advice] Nog niemand nam een standpunt in over dit advies.
    [report] Nog niemand nam een standpunt in over dit rapport.
   *[other] Nog niemand nam een standpunt in over dit antwoord.
}
ui-position-ask-again = { $on ->
    [advice] Het advies is veranderd nadat zij een standpunt innamen. Vraag het hun opnieuw: { $names }.
   *[other] Het antwoord is veranderd nadat zij een standpunt innamen. Vraag het hun opnieuw: { $names }.
}
ui-position-not-yet = Nog geen standpunt: { $names }.
ui-position-aside = Doet niet mee vanwege een eigen belang: { $names }.
ui-position-take = Standpunt vastleggen
ui-position-change = Standpunt wijzigen
ui-position-withdraw = Standpunt intrekken
ui-position-who = Van wie?
ui-position-which = Welk standpunt?
ui-position-reason = Waarom?
    .hint = Nodig bij een voorbehoud en bij ‘niet akkoord’. Een minderheidsstandpunt staat in het rapport naast de tekst van de meerderheid, in dezelfde lettergrootte.
ui-position-named = Met naam in het rapport?
    .hint = Dit kiest het lid zelf.
ui-position-with-name = Ja, met naam
ui-position-without-name = Nee, zonder naam
ui-position-is-named = met naam in het rapport
ui-position-is-unnamed = zonder naam in het rapport
ui-position-earlier = { $on ->
    [advice] { $count ->
        [one] 1 standpunt over een eerder advies
       *[other] { $count } standpunten over een eerder advies
    }
   *[other] { $count ->
        [one] 1 standpunt over een eerder antwoord
       *[other] { $count } standpunten over een eerder antwoord
    }
}
ui-position-earlier-text = { $on ->
    [advice] Dit zeiden leden over het advies zoals het toen was. Het blijft bewaard.
   *[other] Dit zeiden leden over het antwoord zoals het toen was. Het blijft bewaard.
}
ui-position-lacks-member = Kies van wie het standpunt is.
    .remedy = Wie vanwege een eigen belang niet meedoet, staat niet in de lijst.
ui-position-lacks-position = Kies een standpunt.
    .remedy = Onthouding is ook een standpunt.
ui-comment-title = Opmerkingen
ui-comment-none = Er is geen open opmerking.
ui-comment-make = Opmerking maken
ui-comment-reply = Antwoorden
ui-comment-revise = Wijzigen
ui-comment-text = Opmerking
ui-comment-by = Van wie?
ui-comment-by-committee = Van de commissie
ui-comment-in-report = Ook in het rapport zetten
ui-comment-is-in-report = in het rapport
ui-comment-take-in = In het rapport zetten
ui-comment-leave-out = Uit het rapport halen
ui-comment-resolve = Afhandelen
ui-comment-reopen = Weer openen
ui-comment-resolved = { $count ->
    [one] 1 afgehandelde opmerking
   *[other] { $count } afgehandelde opmerkingen
}
