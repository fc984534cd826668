### Eén vraag op één scherm.

ui-question-caption = { $section } · Vraag { $number } van { $of }
ui-question-answer = Antwoord van de commissie
ui-question-answer-several = Antwoord van de commissie: kies alles wat geldt
ui-question-not-yet-known = Nog niet bekend
    .hint = De vraag blijft open. Schrijf hieronder wie het uitzoekt.
ui-question-not-applicable = Niet van toepassing
    .hint = Schrijf hieronder waarom.
    .hint-name = Schrijf hieronder waarom, en wie dat vindt.
ui-question-number = Uw antwoord, als heel getal ({ $unit })
ui-question-text = Uw antwoord
ui-question-because = Overweging
    .hint = Waarom geeft de commissie dit antwoord? Ook twijfel hoort hierbij.
ui-question-because-required = Waarom is dit niet van toepassing?
    .hint = Deze reden komt in het rapport.
ui-question-certainty = Hoe zeker is dit?
ui-question-certainty-known = Bekend: wij weten dit
ui-question-certainty-assumed = Aangenomen: wij denken dit
ui-question-certainty-unknown = Onzeker: wij weten het niet
ui-question-strength = Hoe sterk is het bewijs?
ui-question-strength-0 = Geen bewijs
ui-question-strength-1 = Mondeling verteld
ui-question-strength-2 = Document aanwezig
ui-question-strength-3 = Gecontroleerd
ui-question-none = Niet ingevuld
ui-question-by = Wie staat hiervoor in?
ui-question-by-required = Wie vindt dat? (verplicht)
ui-question-gap-value = Kies een antwoord.
    .remedy = Weet u het nog niet? Kies dan ‘Nog niet bekend’: dan wordt bewaard wat u schreef.
ui-question-gap-because = Schrijf waarom dit niet van toepassing is.
    .remedy = Zonder reden kan het rapport een vraag niet overslaan.
ui-question-gap-by = Noem wie vindt dat dit niet van toepassing is.
    .remedy = Dit is een wettelijk punt. Iemand moet met naam instaan voor deze keuze.
ui-question-introduction = Over dit onderdeel
ui-question-not-asked = Deze vraag geldt nu niet voor deze toepassing. Een antwoord blijft bewaard, maar telt niet mee.
ui-question-save-next = Opslaan en verder
ui-question-skip = Overslaan
ui-question-previous = Vorige vraag
ui-question-withdraw = Antwoord intrekken
ui-question-leave = Toch weggaan: wat niet is opgeslagen, vervalt
ui-question-earlier = { $count ->
    [one] 1 eerder antwoord
   *[other] { $count } eerdere antwoorden
}
ui-question-history = Hele geschiedenis van deze vraag
ui-question-kept-nothing = Nog geen antwoord opgeslagen.
ui-question-kept-since = { $when }
ui-question-kept-waiting = Nog niet opgeslagen. Dat gebeurt vanzelf als u even niets doet of verdergaat.
ui-question-kept-saving = Wordt opgeslagen…
ui-question-kept-saved = Opgeslagen om { $time }
ui-question-kept-value = Nog niet opgeslagen: kies eerst een antwoord.
ui-question-kept-because = Nog niet opgeslagen: schrijf eerst waarom dit niet van toepassing is.
ui-question-kept-by = Nog niet opgeslagen: noem eerst wie dat vindt.
ui-question-kept-failed = Niet opgeslagen. { $what }
ui-question-kept-retry = Opnieuw opslaan
ui-conflict-title = De antwoorden op deze vraag spreken elkaar tegen
ui-conflict-text = Kies welk antwoord geldt, of schrijf een nieuw antwoord. Wat u niet kiest, blijft in de geschiedenis.
ui-conflict-take = Met dit antwoord verder
ui-evidence-title = Bewijsstukken
ui-evidence-none = Nog geen bewijsstuk toegevoegd.
ui-evidence-attach = Bewijsstuk toevoegen
ui-evidence-attached = { $name } is toegevoegd.
ui-evidence-detach = Losmaken van deze vraag
ui-evidence-detached = { $name } hoort niet meer bij deze vraag.
ui-evidence-copy = Kopie bewaren
ui-evidence-copied = De kopie is bewaard als { $name }.
ui-help-title = Hulp bij deze vraag
ui-help-applies-from = Geldt vanaf { $date }
ui-help-holders = Plicht van: { $who }
ui-help-weight = Weegt { $weight } in de score
ui-help-unweighted = Telt niet mee in de score
ui-help-example = Voorbeeld
ui-help-first-step = Eerste stap
ui-help-evidence = Wat telt als bewijs
ui-help-roles = Wie kan hierbij helpen
ui-help-promises = Servicebeloften
ui-help-references = { $count ->
    [one] 1 bron
   *[other] { $count } bronnen
}
ui-glossary-title = Begrippen
ui-glossary-close = Sluiten
ui-glossary-search = Zoek een begrip
ui-glossary-found = { $count ->
    [one] 1 begrip
   *[other] { $count } begrippen
}
ui-glossary-list = Lijst van begrippen
ui-glossary-also = Ook: { $words }
