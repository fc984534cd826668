### Bewaren: reservekopieën, bewaartermijn, wissen, meenemen, vernietigen.

ui-care-title = Bewaren
ui-care-lead = Hoe dit dossier veilig blijft, hoelang u het bewaart en wat er wordt gewist.
ui-care-saved = Opgeslagen om { $time }.
ui-care-back = Terug naar Bewaren
ui-care-yes-no = Nee, toch niet
ui-care-backups = Reservekopieën
ui-care-backups-none = Er is nog geen reservekopie van dit dossier.
ui-care-backups-latest = De laatste is van { $at }: { $why }.
ui-care-backups-all = Alle reservekopieën bekijken
ui-care-back-up-now = Nu een reservekopie maken
ui-care-retention = Bewaartermijn
ui-care-retention-none = U heeft nog niet gekozen hoelang u dit dossier bewaart. Het programma vernietigt nooit iets uit zichzelf.
ui-care-retention-until = Bewaren tot en met { $until }.
ui-care-retention-choose = Bewaartermijn kiezen
ui-care-retention-change = Bewaartermijn wijzigen
ui-care-reports = Ondertekende rapporten
ui-care-reports-none = In dit dossier zit nog geen ondertekend rapport.
ui-care-reports-signed = { $subject }, ondertekend door { $names }
ui-care-reports-kept = In het dossier sinds { $at }.
ui-care-reports-open = Naar het rapport
ui-care-erased = Gewiste woorden
ui-care-erased-none = Er is niets gewist.
ui-care-erased-by = { $at }, door { $who }. Reden: { $reason }
ui-care-erase = Woorden van iemand wissen
ui-care-finish = Wissen afmaken
ui-care-forks = Kopieën die onder dezelfde naam verder gingen
ui-care-export = Alles meenemen
ui-care-export-text = U krijgt één tekstbestand (JSON) met het hele dossier: alle antwoorden, de geschiedenis en de bewijsstukken. Dat bestand is niet versleuteld.
ui-care-export-do = Plaats kiezen en dossier exporteren
ui-care-destroy = Vernietigen
ui-care-destroy-text = Is de bewaartermijn voorbij? Dan kunt u het dossier vernietigen. U krijgt een verklaring van wat er is vernietigd.
ui-care-destroy-to = Dossier vernietigen…
ui-backups-title = Reservekopieën
ui-backups-folder = Ze staan in de map { $folder }.
ui-backups-facts = { $events ->
    [one] 1 stap, { $size }
   *[other] { $events } stappen, { $size }
}
ui-backups-last-saved = Laatst opgeslagen: { $when }
ui-backups-verified = Nagelopen: de hele geschiedenis klopt.
ui-backups-restore = Terughalen in een nieuw bestand
ui-backups-restore-text = Terughalen maakt een nieuw bestand. Het dossier waar u nu in werkt, blijft zoals het is.
ui-backups-file-name = { $name } teruggehaald.dossier
ui-retention-title = Bewaartermijn
ui-retention-lead = Kies tot wanneer u dit dossier bewaart. Vanaf een maand van tevoren herinnert het programma u eraan. U beslist zelf wat er dan gebeurt.
ui-retention-until = Bewaren tot en met
    .hint = Bijvoorbeeld vijf jaar nadat de toepassing is gestopt.
ui-retention-reason = Waarom tot dan?
    .hint = Noem de regel of afspraak waar dit op rust.
ui-erase-title = Woorden wissen
ui-erase-lead = Iemand kan vragen om de eigen woorden of naam weg te halen. Wissen kan niet worden teruggedraaid: de woorden verdwijnen uit het dossier en uit de reservekopieën. Dat er iets stond, wanneer en waarom het is gewist, blijft te zien.
ui-erase-whose = Van wie wilt u woorden wissen?
ui-erase-nobody = Er is nooit een commissielid toegevoegd.
ui-erase-left = niet meer in de commissie
ui-erase-or-step = Gaat het om één stap? Kies die stap dan in de geschiedenis.
ui-erase-to-history = Naar de geschiedenis
ui-erase-of = Woorden en naam van { $name }
ui-erase-of-step = Woorden van één stap
ui-erase-nothing = Er is niets gevonden om te wissen.
ui-erase-events = Wat wordt gewist
    .hint = Haal het vinkje weg bij wat moet blijven staan.
ui-erase-unsure = Dit programma is hier niet zeker van. Lees het na voordat u het aanvinkt.
ui-erase-not = Wat niet kan worden gewist
ui-erase-consequences = Wat er verder gebeurt
ui-erase-reason = Waarom wordt dit gewist?
    .hint = De reden blijft in het dossier staan. Schrijf er geen namen in.
ui-erase-do = Wissen…
ui-erase-lacks-events = Vink aan wat gewist moet worden.
    .remedy = Of ga terug naar Bewaren als er niets gewist hoeft te worden.
ui-erase-sure = { $count ->
    [one] De woorden van 1 stap verdwijnen voorgoed. Dit kan niet worden teruggedraaid.
   *[other] De woorden van { $count } stappen verdwijnen voorgoed. Dit kan niet worden teruggedraaid.
}
ui-erase-confirm = Ja, wis deze woorden voorgoed
ui-erase-busy = Wordt gewist…
ui-erase-done = { $count ->
    [one] De woorden van 1 stap zijn gewist
   *[other] De woorden van { $count } stappen zijn gewist
}
ui-destroy-title = Dossier vernietigen
ui-destroy-lead = Het bestand en, als u dat kiest, de reservekopieën worden verwijderd. Dit kan niet worden teruggedraaid.
ui-destroy-before = Voordat u begint
ui-destroy-copies = Kopieën die u zelf heeft gemaakt of uitgedeeld, exporten en rapporten in andere mappen blijven bestaan.
ui-destroy-export = Wilt u iets houden? Exporteer het dossier dan eerst.
ui-destroy-organisation = Typ de naam van de organisatie
    .hint = Precies zo: { $name }
ui-destroy-backups = Ook alle reservekopieën van dit dossier vernietigen
ui-destroy-file-name = Verklaring van vernietiging { $name }.txt
ui-destroy-do = Plaats voor de verklaring kiezen en vernietigen
ui-destroy-busy = Wordt vernietigd…
ui-destroy-done = Het dossier is vernietigd
ui-destroy-certificate = De verklaring staat in { $name }
