### De opdrachtregel: wat elke opdracht en elke optie doet, en wat het programma terugzegt.

cli-program = Zelfbeoordeling van AI in klantcontact: dossier, rapport, handtekening en controle, zonder venster.
cli-usage = Gebruik:
cli-commands = Opdrachten
cli-arguments = Wat u opgeeft
cli-options = Opties
cli-value-backup = RESERVEKOPIE
cli-value-command = OPDRACHT
cli-value-event = WIJZIGING
cli-value-file = BESTAND
cli-value-fingerprint = VINGERAFDRUK
cli-value-finding = BEVINDING
cli-value-hh = UU
cli-value-minutes = MINUTEN
cli-value-name = NAAM
cli-value-options = OPTIES
cli-value-other = ANDER
cli-value-path = PAD
cli-value-question = VRAAG
cli-value-role = ROL
cli-value-text = TEKST
cli-value-topic = ONDERWERP
cli-value-trigger = AANLEIDING
cli-value-value = WAARDE
cli-value-version = VERSIE
cli-value-whom = WIE
cli-value-whose = WIENS
cli-value-yyyy = JJJJ
cli-exit-codes = Afsluitcodes: 0 gedaan en in orde; 1 geweigerd of niet in orde; 2 verkeerd aangeroepen, of geen bestand dat dit programma kan lezen; 3 niets veranderd, maar een ondertekenaar is onbekend of de pagina’s zijn niet vergeleken; 4 het systeem of een ander programma stond in de weg; 5 fout in dit programma.

cli-new = Maakt een nieuw dossier. --language is ook de taal van de commissie.
cli-example = Maakt een ingevuld voorbeelddossier van een verzonnen organisatie.
cli-member = Beheert de leden van de commissie.
cli-member-add = Voegt een commissielid toe.
cli-member-list = Noemt de commissieleden.
cli-describe = Vult gegevens van de organisatie en de opdracht van de commissie in. Wat u niet noemt, blijft staan.
cli-assess = Begint een zelfbeoordeling van een AI-toepassing.
cli-assessments = Noemt de zelfbeoordelingen in een dossier.
cli-questions = Noemt de vragen die nu gesteld worden, op volgorde.
cli-answer = Legt een antwoord vast, of met --stdin één antwoord per regel.
cli-evidence = Voegt een bewijsstuk toe bij een vraag.
cli-scores = Toont kleur, scores en wettelijke punten.
cli-history = Toont alles wat gedaan is.
cli-check = Controleert een dossier, en vergelijkt het eind met reservekopieën en ondertekende rapporten: 0 in orde, 1 beschadigd of ingekort, 2 geen dossier of te nieuw.
cli-undo = Maakt iets ongedaan. Ook een ongedaan maken kunt u ongedaan maken.
cli-merge = Neemt op wat in kopieën van dit dossier is gedaan. Alles of niets, na een reservekopie.
cli-copy = Maakt een kopie waarin een lid elders kan werken, om later samen te voegen.
cli-copies = Toont wie een kopie van het dossier heeft, of legt vast dat een kopie niet terugkomt.
cli-copies-give-up = De kopie die niet terugkomt: de naam van het bestand, of het begin van het kenmerk (acht tekens of meer).
cli-copies-reason = Waarom de kopie niet terugkomt.
cli-copies-none = Er zijn geen kopieën uitgegeven.
cli-copy-member = De naam van het lid voor wie de kopie is. Wat daarin vastgelegd wordt, komt op die naam te staan. Zonder --for verandert er niets aan voor wie de kopie is.
cli-backups = Noemt de reservekopieën van een dossier, de laatste eerst.
cli-backup = Maakt nu een reservekopie.
cli-restore = Haalt een reservekopie terug als nieuw dossier: de laatste van BESTAND, of die na --from.
cli-export = Schrijft alles uit een dossier als JSON, met de geschiedenis. Met --as het rapport in een andere vorm dan pdf: om te publiceren, te bewerken of mee te rekenen.
cli-import = Maakt een dossier van een export.
cli-rescue = Schrijft wat goed is in een beschadigd dossier naar een nieuw dossier.
cli-report = Maakt een rapport als pdf, met een leeg handtekeningveld voor elke ondertekenaar. Zonder --language in de taal van de commissie.
cli-identity = Maakt en toont identiteiten om mee te ondertekenen.
cli-identity-new = Maakt een identiteit voor één persoon.
cli-identity-certificate = Toont het certificaat van een identiteit, zodat anderen het kunnen vertrouwen.
cli-identity-token = Toont de certificaten op uw kaart of token. Een pincode is daarvoor niet nodig.
cli-sign = Ondertekent een rapport, met een sleutel in een bestand of op een kaart. Zonder geldige handtekening is er geen bestand.
cli-receive = Neemt een rapport op dat elders is ondertekend, in het dossier waaruit het is gemaakt. Het wordt eerst streng gecontroleerd.
cli-timestamp = Vraagt een tijdstempel aan en zet die in een rapport, met bestanden: het programma zelf gebruikt geen internet.
cli-timestamp-request = Schrijft de aanvraag: voor de laatste handtekening zolang die geen tijdstempel heeft, en anders voor het hele rapport.
cli-timestamp-request-whole = Vraagt een tijdstempel van het hele rapport, ook als de laatste handtekening er nog geen heeft.
cli-timestamp-embed = Zet het antwoord van de tijdstempeldienst in het rapport waarvoor het is gevraagd.
cli-timestamp-embed-request = De aanvraag, als u die hebt bewaard: dan moet het antwoord precies daarbij horen.
cli-validation = Bewaart in een rapport wat uitgevers over de certificaten bekendmaken, zodat het ook later te controleren is.
cli-validation-add = Voegt certificaten, intrekkingslijsten en OCSP-antwoorden toe aan een ondertekend rapport.
cli-verify = Controleert een rapport: 0 niets veranderd en iedere ondertekenaar vertrouwd, 1 veranderd, niet ondertekend of ongeldig, 3 niets veranderd, maar een ondertekenaar is onbekend of de pagina’s konden niet met de gegevens vergeleken worden.
cli-questionnaire = Controleert en noemt vragenlijsten.
cli-questionnaire-check = Controleert een vragenlijst: een bestand met alles erin, of een map.
cli-questionnaire-list = Noemt de vragenlijsten die met het programma meekomen.

cli-argument-language = De taal: nl of en. Standaard nl; de instelling van het systeem telt niet mee.
cli-argument-version = Toont de versie.
cli-argument-help = Toont deze uitleg.
cli-argument-file = Het dossier.
cli-argument-organisation = De naam van de organisatie.
cli-argument-name = De volledige naam.
cli-argument-role = De rol: chair, facilitator, secretary, member of guest. Standaard member.
cli-argument-expertise = Waar deze persoon verstand van heeft.
cli-argument-speaks-for = Namens wie: customers, employees, privacy, law, technology of board.
cli-argument-json = Schrijft JSON, voor programma’s.
cli-argument-sector = De branche.
cli-argument-description = Wat de organisatie doet.
cli-argument-contact = Waar mensen terechtkunnen over het rapport.
cli-argument-mandate = De opdracht van de commissie.
cli-argument-subject = De naam van de AI-toepassing. Een bekende naam wordt opnieuw beoordeeld.
cli-argument-questionnaire = De vragenlijst, als ID@VERSIE, of de plek van een eigen vragenlijst. Standaard de nieuwste die meekomt.
cli-argument-date = De datum die bepaalt welke plichten gelden. Standaard vandaag.
cli-argument-scope = Wat erbinnen valt en wat erbuiten.
cli-argument-assessment = Welke zelfbeoordeling; nodig als er meer dan één is. De eerste tekens van het kenmerk zijn genoeg.
cli-argument-question = De vraag, bijvoorbeeld HUM-01.
cli-argument-value = Het antwoord: een antwoordoptie, meer opties met komma’s ertussen, een heel getal of tekst. Ook na (niet van toepassing) en not-yet-known (nog niet bekend) kunnen altijd.
cli-argument-because = De overweging. Bij na is zij nodig.
cli-argument-certainty = Hoe zeker: known, assumed of unknown.
cli-argument-evidence-strength = Sterkte van het bewijs: 0 geen, 1 mondeling, 2 document, 3 gecontroleerd.
cli-argument-by = Wie voor het antwoord instaat. Bij na op een wettelijk punt nodig.
cli-argument-stdin = Leest van de standaardinvoer één JSON-object per regel: question, value, because, certainty, evidence_strength, by. Na elk antwoord dat is opgeslagen, komt er ‘ACK n’, met n het aantal wijzigingen in het dossier. Een regel die geweigerd wordt, komt als ‘ERR regel code’ op de foutuitvoer; de andere gaan door en de afsluitcode is 1.
cli-argument-path = Het bestand of de map.
cli-argument-out = Waar het resultaat komt.
cli-argument-edition = De editie: full (alles), public (openbaar) of summary (twee pagina’s). Standaard full.
cli-argument-redact = Wat de openbare editie weglaat, met komma’s ertussen: names, considerations, answers, evidence, contact, of question: met een vraag, bijvoorbeeld question:HUM-01. Standaard names,evidence,contact.
cli-argument-form = De vorm: dossier (alles, de standaard), html (één toegankelijke webpagina), docx (tekst), xlsx (tabellen), csv (antwoorden), json (alle gegevens) of md (Markdown).
cli-argument-signer = Wie gaat ondertekenen; herhaal dit voor meer mensen, op volgorde. Standaard de commissieleden, de voorzitter eerst.
cli-argument-passphrase-file = Een bestand waarvan de eerste regel de wachtwoordzin is. Zonder dit bestand wordt erom gevraagd.
cli-encrypt = Versleutelt een dossier met zijn reservekopieën, en toont één keer een herstelcode.
cli-decrypt = Maakt een versleuteld dossier met zijn reservekopieën weer gewoon leesbaar.
cli-passphrase = Geeft een versleuteld dossier een andere wachtwoordzin en een nieuwe herstelcode. Wat eerst paste, past daarna niet meer.
cli-argument-former-passphrase-file = Een bestand waarvan de eerste regel een vroegere wachtwoordzin is. De reservekopieën die daarmee opengaan, krijgen de huidige. Het dossier zelf verandert niet.
cli-argument-new-passphrase-file = Een bestand waarvan de eerste regel de nieuwe wachtwoordzin is. Zonder dit bestand wordt erom gevraagd.
cli-argument-dossier-passphrase-file = Een bestand waarvan de eerste regel de wachtwoordzin of herstelcode van het dossier is.
cli-recovery-code = Uw herstelcode staat hieronder. Schrijf hem op en bewaar hem apart van het dossier: het programma toont hem nooit meer.
cli-argument-identity = Het sleutelbestand (PKCS#12).
cli-argument-module = De bibliotheek die bij uw kaart of token hoort (PKCS#11): een bestand dat eindigt op .so, .dll of .dylib.
cli-argument-token-module = De bibliotheek die bij uw kaart of token hoort (PKCS#11), om te tekenen met een sleutel op een kaart in plaats van in een bestand.
cli-argument-token-certificate = Welk certificaat op de kaart: de eerste acht tekens of meer van de vingerafdruk, of de naam. Nodig als er meer zijn.
cli-sign-pin-file = Een bestand waarvan de eerste regel de pincode van de kaart is. Zonder dit bestand wordt erom gevraagd.
cli-argument-report = Het rapport (pdf).
cli-argument-position = Het standpunt: agree, reservation, dissent of abstain. Standaard wat het rapport vermeldt, en anders agree.
cli-argument-reason = Waarom; nodig bij reservation en dissent. Standaard wat het rapport vermeldt.
cli-argument-dossier = Het dossier waar het rapport van is. Bij sign wordt het ondertekende rapport daarin bewaard; bij verify ziet u of het dossier sindsdien veranderd is.
cli-argument-answer = Het antwoord van de tijdstempeldienst (.tsr).
cli-argument-chain = Certificaten van uitgevers (PEM of DER).
cli-argument-crl = Intrekkingslijsten (PEM of DER).
cli-argument-ocsp = OCSP-antwoorden (DER).
cli-argument-trust = Een certificaat dat u vertrouwt (PEM of DER); herhaal dit voor meer certificaten.
cli-argument-event = De wijziging: het nummer in de geschiedenis, of minstens de eerste acht tekens van het kenmerk.
cli-argument-others = Een kopie die terugkwam; noem er meer als u er meer hebt.
cli-restore-from = De reservekopie: een bestand, of een naam uit de lijst met reservekopieën.
cli-import-from = De export (JSON).

cli-missing-argument = Er ontbreekt iets: { $argument }
cli-unknown-argument = { $argument } bestaat hier niet.
cli-unknown-command = Er is geen opdracht ‘{ $given }’.
cli-missing-command = Er is geen opdracht gegeven.
cli-missing-value = Bij { $argument } ontbreekt de waarde.
cli-invalid-value = ‘{ $given }’ past niet bij { $argument }.
cli-conflict = { $argument } gaat niet samen met { $other }.
cli-not-utf-8 = Een van de opgegeven teksten is geen geldig UTF-8.
cli-wrongly-called = Het programma is verkeerd aangeroepen.
cli-see-help = Zie ‘verantwoord --help’, of ‘--help’ achter de opdracht.

cli-ask-passphrase = Wachtwoordzin:{" "}
cli-ask-passphrase-again = Nog een keer:{" "}
cli-ask-token-pin = Pincode van de kaart:{" "}
cli-line-unreadable = Deze regel is geen antwoord in JSON van ten hoogste 1 MB met question en value.

cli-done-new = Dossier gemaakt: { $file }
cli-done-member = { $name } is lid van de commissie.
cli-done-describe = Opgeslagen.
cli-done-assess = Zelfbeoordeling begonnen: { $assessment }
cli-done-answer = Antwoord op { $question } opgeslagen ({ $events ->
    [one] één wijziging
   *[other] { $events } wijzigingen
}).
cli-done-evidence = ‘{ $name }’ toegevoegd bij { $question }.
cli-done-export = Gemaakt: { $file } ({ $size })
cli-done-report-unsigned = Rapport gemaakt: { $file } ({ $pages ->
    [one] één pagina
   *[other] { $pages } pagina’s
}, { $size }). Hierin staan geen velden om te ondertekenen.
cli-done-report = Rapport gemaakt: { $file } ({ $pages ->
    [one] één pagina
   *[other] { $pages } pagina’s
}, { $size }). Ondertekenaars: { $signers }
cli-done-identity = Identiteit van { $name } gemaakt: { $file }, geldig tot en met { $until }. Vingerafdruk (SHA-256): { $fingerprint }
cli-token-certificate =
    {"  "}{ $name } ({ $kind }), uitgegeven door { $issuer }
    {"  "}geldig van { $from } tot en met { $until }, op { $token } (‘{ $label }’)
cli-done-sign = Ondertekend door { $name }: { $file }
cli-done-receive = Opgenomen: { $file }. Ondertekend door: { $names }
cli-done-timestamp-request = Aanvraag voor een tijdstempel van de laatste handtekening: { $file }
cli-done-timestamp-request-whole = Aanvraag voor een tijdstempel van het hele rapport: { $file }
cli-done-timestamp-embed = De tijdstempel staat in het rapport: { $file }
cli-done-validation-add = De gegevens over de certificaten staan in het rapport: { $file }
cli-refuses-to-sign = Tekent niet, volgens het rapport: { $names }
cli-not-signed-yet = Nog niet ondertekend door: { $names }
cli-fingerprint = Controlegetal van het dossier: { $fingerprint }
cli-answered = { $answered } van { $asked } vragen beantwoord
cli-sound = In orde: { $events ->
    [one] één wijziging
   *[other] { $events } wijzigingen
}. Controlegetal: { $fingerprint }
cli-damaged = Beschadigd:
cli-cut-off = Aan het eind van de geschiedenis ontbreekt iets:
cli-questionnaire-sound = In orde: { $name }, versie { $version }, { $questions ->
    [one] één vraag
   *[other] { $questions } vragen
}, SHA-256 { $digest }
cli-done-undo = Ongedaan gemaakt ({ $events ->
    [one] één wijziging
   *[other] { $events } wijzigingen
}).
cli-done-import = Dossier gemaakt: { $file } ({ $events ->
    [one] één wijziging
   *[other] { $events } wijzigingen
}).
cli-merged-file = { $count ->
    [0] { $name }: niets nieuws
    [one] { $name }: één wijziging, door { $who }
   *[other] { $name }: { $count } wijzigingen, door { $who }
}

cli-output-refused = De uitvoer kon niet geschreven worden: er past niets meer bij, of het apparaat is weg. Wat was opgeslagen, is er nog.
cli-disclose = Maakt iets bekend wat in de openbare editie is weggelaten, zo dat ieder kan controleren dat het is wat er stond.
cli-argument-field = De plek in de gegevens van het rapport, bijvoorbeeld /members/0/name, in plaats van een vraag.
cli-argument-disclosure = Een bestand van ‘verantwoord disclose’: zegt of het is wat in dit rapport is weggelaten.
cli-done-disclose = Gemaakt: { $file }. Wie het rapport zonder dit gegeven heeft, controleert het met: verantwoord verify RAPPORT --disclosure { $file }
cli-disclosure-original = Dit is wat in het rapport stond of is weggelaten, op { $place }.
cli-disclosure-other = Dit hoort niet bij dit rapport: het is niet wat er stond.
cli-template = Eigen onderdelen van het rapport, als sjabloon.
cli-template-add = Voegt een eigen onderdeel toe, of zet het in de plaats van een onderdeel van het programma: summary, subject, committee, method, legal, open, answers, follow-up, conclusion, meetings of annexes.
cli-template-remove = Haalt een eigen onderdeel weg.
cli-template-list = Toont de eigen onderdelen, en wat eraan mankeert.
cli-style = Kiest hoe rapporten eruitzien: de naam, het logo, en de kleur van koppen en grafieken.
cli-argument-template = Het bestand met het sjabloon.
cli-argument-instead-of = In plaats van dit onderdeel.
cli-template-add-after = Na dit onderdeel.
cli-template-remove-after = Na dit onderdeel.
cli-argument-accent = De kleur, bijvoorbeeld #7a1f3d; op wit met een contrast van ten minste 4,5.
cli-style-name = De naam op rapporten, als die anders is dan de naam van de organisatie.
cli-argument-logo = Het logo: een SVG of PNG van ten hoogste 200 kB.
cli-argument-without = Zonder eigen naam, kleur of logo; mag vaker.
cli-argument-plain = Zonder eigen naam, kleur en logo.
cli-done-template-add = Eigen onderdeel bewaard: { $place }
cli-done-template-remove = Eigen onderdeel weggehaald: { $place }
cli-done-style = De stijl van het rapport is bewaard.
