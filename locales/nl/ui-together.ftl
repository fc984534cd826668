### Samenwerken: een kopie uitdelen, het werk van anderen overnemen, tegenstrijdige antwoorden.

ui-together-title = Samenwerken
ui-together-lead = Commissieleden kunnen thuis verder werken, ieder in een eigen kopie. Daarna voegt u alles hier samen. Niemands woorden verdwijnen.
ui-together-hand-out = Een kopie uitdelen
ui-together-hand-out-text = Geef een commissielid een kopie: ‘werk hier thuis aan verder’. Hieronder ziet u wie een kopie heeft. Vraag de kopie terug voor de volgende sessie.
ui-together-hand-out-for = Voor wie is de kopie?
    .hint = Wat iemand in deze kopie vastlegt, staat daarna op naam van dat commissielid.
ui-together-hand-out-for-nobody = Voor niemand in het bijzonder
ui-together-hand-out-do = Plaats kiezen en kopie maken
ui-together-file-name = Dossier { $name } – kopie.dossier
ui-together-file-name-for = Dossier { $name } – kopie { $who }.dossier
ui-together-take-in = Werk van anderen overnemen
ui-together-take-in-text = Kies de bestanden die u terugkreeg. Eerst maakt het programma een reservekopie. De bestanden zelf veranderen niet.
ui-together-files = Gekozen bestanden
ui-together-passphrase = Wachtwoordzin van de kopieën
    .hint = De kopie is versleuteld met een andere wachtwoordzin dan dit dossier.
ui-together-do = Samenvoegen
ui-together-busy = Wordt samengevoegd…
ui-together-lacks-files = Kies eerst een bestand dat u terugkreeg.
    .remedy = Het is een kopie van dit dossier; de naam eindigt op .dossier.
ui-together-done = Samengevoegd
ui-together-done-nothing = Er was niets nieuws
ui-together-added = { $count ->
    [0] In deze bestanden stond niets wat hier nog niet was.
    [one] 1 wijziging is erbij gekomen.
   *[other] { $count } wijzigingen zijn erbij gekomen.
}
ui-together-from = Van wie het komt
ui-together-from-file = { $events ->
    [0] niets nieuws
    [one] 1 nieuwe wijziging
   *[other] { $events } nieuwe wijzigingen
}
ui-together-recovered = { $count ->
    [one] Van 1 wijziging zijn verloren woorden weer terug.
   *[other] Van { $count } wijzigingen zijn verloren woorden weer terug.
}
ui-together-erased = { $count ->
    [one] Van 1 wijziging zijn de woorden gewist, omdat iemand daarom had gevraagd.
   *[other] Van { $count } wijzigingen zijn de woorden gewist, omdat iemand daarom had gevraagd.
}
ui-together-conflicts = { $count ->
    [one] 1 vraag heeft nu antwoorden die elkaar tegenspreken
   *[other] { $count } vragen hebben nu antwoorden die elkaar tegenspreken
}
ui-together-conflicts-text = Geen van de antwoorden is verloren. Bespreek ze in de volgende sessie en kies samen.
ui-together-conflicts-none = Nergens spreken antwoorden elkaar tegen.
ui-together-waiting = Werk dat wacht
ui-together-waiting-to = Bekijk wat er wacht
ui-together-copies = Wie heeft een kopie
ui-together-copies-none = Er zijn nog geen kopieën uitgegeven.
ui-together-copies-text = Een kopie is terug zodra u die samenvoegt met dit dossier.
ui-together-copy-for-nobody = Kopie zonder naam
ui-together-copy-handed-out = Uitgegeven op { $at } door { $by }
ui-together-copy-give-up = Komt niet terug
ui-together-copy-reason = Waarom komt deze kopie niet terug?
    .hint = Bijvoorbeeld: de laptop is kwijt, of er is niets in gedaan. Komt de kopie toch terug, dan kunt u die nog samenvoegen.
ui-together-decide = Samen beslissen
ui-together-forks = Kopieën die onder dezelfde naam verder gingen
ui-together-forks-text = Dit gebeurt als iemand een oude kopie of een reservekopie weer in gebruik neemt. Alles is bewaard, maar vraag na wie wat deed.
ui-past-title = Zoals het toen was
ui-past-counts = { $answered ->
    [one] 1 van { $asked } vragen was beantwoord.
   *[other] { $answered } van { $asked } vragen waren beantwoord.
}
ui-past-changed = { $count ->
    [0] Sindsdien is geen antwoord veranderd.
    [one] Sindsdien is 1 antwoord veranderd; dat staat erbij.
   *[other] Sindsdien zijn { $count } antwoorden veranderd; dat staat erbij.
}
ui-past-after = De laatste wijziging tot dan: { $what }
ui-past-date = Kies een dag
    .hint = U ziet hoe het aan het einde van die dag was.
ui-past-show = Tonen
ui-past-since = Sindsdien veranderd
ui-past-evidence = { $count ->
    [one] 1 bewijsstuk
   *[other] { $count } bewijsstukken
}
ui-past-now = Naar de vraag van nu
ui-past-none = Er was toen nog geen vraag.
