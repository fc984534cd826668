### Het rapport in andere vormen: webpagina, tekst, tabellen.

form-skip = Naar de inhoud
form-note = Dit is een kopie om te lezen, te bewerken of mee te rekenen. Alleen het rapport in pdf kan ondertekend en gecontroleerd worden.

form-table-overview = Overzicht
form-table-answers = Antwoorden
form-table-legal = Wettelijke punten
form-table-scores = Scores
form-table-evidence = Bewijsstukken

form-column-what = Gegeven
form-column-section = Onderdeel
form-column-section-title = Naam van het onderdeel
form-column-question = Vraag
form-column-question-text = Tekst van de vraag
form-column-obligation = Soort norm
form-column-weight = Gewicht
form-column-standing = Stand
form-column-value = Waarde
form-column-label = Antwoord
form-column-text = Tekst
form-column-because = Overweging
form-column-certainty = Zekerheid
form-column-evidence-strength = Sterkte van het bewijs
form-column-by = Ingebracht door
form-column-at = Vastgelegd op
form-column-evidence = Bewijsstukken
form-column-duty-holders = Wiens plicht
form-column-applies-from = Geldt vanaf
form-column-kind = Soort
form-column-id = Kenmerk
form-column-name = Naam
form-column-media-type = Bestandssoort
form-column-size = Grootte in bytes
form-column-sha256 = Controlegetal (SHA-256)

form-row-verdict = Kleur
form-row-asked = Gestelde vragen
form-row-note = Let op

form-legal-met = Geregeld
form-table-silent-scores = Stille scores
form-column-due = Uiterlijk
form-column-note = Toelichting
form-column-carried-over = Komt uit de zelfbeoordeling van
form-column-revealed = Onthuld op
form-column-agreement = Overeenstemming
