### Een zelfbeoordeling: beginnen, takenlijst, controlepagina van een onderdeel.

ui-new-assessment-title = Nieuwe zelfbeoordeling
ui-new-assessment-lead = U beantwoordt eerst tien vragen over de toepassing. Daarna ziet u alleen de vragen die voor u gelden.
ui-new-assessment-questionnaire = Vragenlijst
ui-new-assessment-version = { $title }, versie { $version }
ui-new-assessment-law = Wetgeving bekeken tot { $date }.
ui-new-assessment-size = { $count ->
    [one] Ten hoogste { $count } vraag.
   *[other] Ten hoogste { $count } vragen.
}
ui-new-assessment-date = Peildatum
    .hint = Deze datum bepaalt welke wettelijke plichten al gelden. Meestal is dat vandaag.
ui-new-assessment-scope = Wat valt erbinnen, en wat niet?
    .hint = Bijvoorbeeld: alleen de chatbot op de website, niet de spraakcomputer.
ui-new-assessment-start = Zelfbeoordeling beginnen
ui-particulars-title = Peildatum en afbakening
ui-assessment-caption = Zelfbeoordeling met peildatum { $date }
ui-assessment-progress = Voortgang
ui-assessment-begin = Beginnen met de eerste vraag
ui-assessment-continue = Verder met de volgende open vraag
ui-assessment-to-results = Naar de uitkomst
ui-assessment-to-report = Rapport maken
ui-assessment-conflicts = { $count ->
    [one] 1 vraag heeft antwoorden die elkaar tegenspreken
   *[other] { $count } vragen hebben antwoorden die elkaar tegenspreken
}
ui-assessment-tasks = Onderdelen
ui-assessment-count = { $answered } van { $asked }
ui-assessment-look = Nalopen
ui-assessment-scope = Afbakening
ui-assessment-scope-none = Nog niet beschreven wat erbinnen valt.
ui-assessment-particulars = Peildatum en afbakening wijzigen
ui-assessment-profile = Profiel
ui-assessment-profile-none = Het profiel volgt uit uw eerste antwoorden.
ui-assessment-kept-aside = { $count ->
    [one] 1 antwoord is bewaard, maar telt niet mee: de vraag geldt nu niet.
   *[other] { $count } antwoorden zijn bewaard, maar tellen niet mee: de vragen gelden nu niet.
}
ui-assessment-status = Status van de vragenlijst
ui-assessment-instrument = Servicebeloften, bronnen en wat verandert
ui-status-not-asked = Niet van toepassing
ui-status-not-started = Nog niet begonnen
ui-status-in-progress = Mee bezig
ui-status-all-answered = Alles beantwoord
ui-status-completed = Klaar
ui-status-to-review = Opnieuw bekijken
ui-state-open = Nog open
ui-state-not-yet-known = Nog niet bekend
ui-state-answered = Beantwoord
ui-state-not-applicable = Niet van toepassing
ui-state-conflict = Antwoorden spreken elkaar tegen
ui-section-caption = Nalopen · { $status }
ui-section-next-open = Naar de eerste open vraag
ui-section-legal = Wettelijk punt
ui-section-evidence = { $count ->
    [one] 1 bewijsstuk
   *[other] { $count } bewijsstukken
}
ui-section-done-question = Is dit onderdeel klaar?
ui-section-done-hint = Lees de antwoorden samen door. Klaar betekent: zo mag het in het rapport. U kunt er altijd op terugkomen.
ui-section-done-yes = De commissie vindt dit onderdeel klaar. Wijzigt u een antwoord, dan vraagt het programma u om het opnieuw te bekijken.
ui-section-complete = Ja, dit onderdeel is klaar
ui-section-completed-said = Onderdeel klaar. Opgeslagen om { $time }.
ui-section-reopen = Toch nog niet klaar
ui-section-reopened-said = Onderdeel weer open. Opgeslagen om { $time }.
ui-section-to-tasks = Terug naar alle onderdelen
ui-section-neighbours = Andere onderdelen
ui-section-previous = Vorige: { $title }
ui-section-next = Volgende: { $title }
