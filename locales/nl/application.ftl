### Wat het programma zegt over dossier, antwoorden, resultaten, rapporten en handtekeningen.

application-committee = de commissie
application-somebody = iemand
application-saved = Opgeslagen op { $at } door { $who }
application-read-only = U bekijkt dit dossier. U kunt er nu niets in wijzigen.
application-not-asked = Deze vraag wordt nu niet gesteld. Uw antwoord is bewaard en telt mee zodra de vraag wel gesteld wordt.
application-open = nog open
application-total = Totaal
application-no-score = geen score
application-too-few-questions = Te weinig vragen voor een score.
application-many-not-applicable = Veel vragen van dit thema zijn niet van toepassing.
application-no-evidence-strength = Sterkte van het bewijs niet ingevuld
application-evidence-note = Bewijs verandert de score en de kleur niet. Hier staat welke wettelijke punten geregeld heten te zijn zonder bewijs of met alleen een mondelinge toelichting.
application-history-meaning = Elke wijziging staat hier voor altijd. De geschiedenis is een keten van controlegetallen: zij toont aan dat er niets veranderd is sinds iemand anders het controlegetal kreeg. Zij bewijst niet dat de klok goed stond en niet dat een antwoord eerlijk is.

application-obligation-must = Wettelijke plicht
application-obligation-upcoming = Wettelijke plicht die eraan komt
application-obligation-should = Norm van een toezichthouder, de sector of een standaard
application-obligation-could = Goed gebruik
application-obligation-info = Profiel van de toepassing
application-reference-law = Wet of rechtspraak
application-reference-sector-code = Code van de sector
application-reference-sector-position = Standpunt van de sector
application-reference-supervisor-statement = Uitspraak van een toezichthouder
application-reference-supervisor-guidance = Richtlijn van een toezichthouder
application-reference-standard = Standaard
application-reference-norm = Norm
application-source-found = Bron gezien
application-source-part = Bron deels gezien
application-source-general = Bron niet nagekeken
application-promise-verbatim = Letterlijke tekst van de sector
application-promise-working-translation = Werkvertaling, niet de eigen tekst van de sector
application-promise-english = Engelse tekst van de sector

application-file-dossier = ethische-commissie.dossier
application-file-report = verantwoordingsrapport.pdf
application-file-signed-report = verantwoordingsrapport-ondertekend.pdf
application-file-identity = identiteit.p12
application-example-file = voorbeeld.dossier
application-choose-dossier = Dossier openen
application-choose-new-dossier = Nieuw dossier bewaren
application-choose-evidence = Bewijsstuk kiezen
application-choose-evidence-copy = Kopie van het bewijsstuk bewaren
application-choose-new-report = Rapport bewaren
application-choose-report = Rapport kiezen
application-choose-signed-report = Ondertekend rapport bewaren
application-choose-identity = Identiteit kiezen
application-choose-new-identity = Identiteit bewaren
application-choose-certificate = Certificaat kiezen dat u vertrouwt

application-missing-open = { $count ->
    [one] Eén vraag van ‘{ $section }’ is nog open.
   *[other] { $count } vragen van ‘{ $section }’ zijn nog open.
}
application-missing-legal = Wettelijk punt nog onbekend: { $question }
application-missing-conflict = Antwoorden spreken elkaar tegen: { $question }
application-missing-section = ‘{ $section }’ is nog niet afgesloten.
application-missing-members = Er staan geen commissieleden in het dossier.
application-missing-mandate = De opdracht van de commissie is niet ingevuld.
application-missing-organisation = De gegevens van de organisatie zijn niet compleet (branche, omschrijving en contact).
application-since-nothing = Het dossier is sindsdien niet veranderd.
application-since-changes = { $count ->
    [one] In het dossier is sindsdien één wijziging gedaan: { $latest }
   *[other] In het dossier zijn sindsdien { $count } wijzigingen gedaan. De laatste: { $latest }
}
application-since-unknown = Dit rapport is van dit dossier, maar niet van een stand die in dit bestand voorkomt.

application-signing-meaning = Wie tekent, verklaart dit rapport te hebben gelezen en legt zijn of haar standpunt vast. De handtekening staat over elke byte van het bestand; daarna kan niemand er iets aan veranderen zonder dat het opvalt. Met een zelfgemaakte identiteit bewijst de handtekening niet wie u bent. Dit is geen gekwalificeerde handtekening.
application-identity-meaning = Deze identiteit is door u zelf gemaakt. Wie uw vingerafdruk van u persoonlijk heeft gekregen, kan daarmee zien dat een handtekening van u is. Voor anderen bewijst zij niet wie u bent. Bewaar het bestand en de wachtwoordzin op een veilige plek: niemand kan ze herstellen.

application-position-agree = Akkoord
application-position-reservation = Akkoord met voorbehoud
application-position-dissent = Niet akkoord
application-position-abstain = Onthouding
application-position-none = geen standpunt vermeld
application-no-role = geen rol vermeld
application-trusted = Dit certificaat is een van de certificaten die u vertrouwt.
application-not-trusted = Van dit certificaat is niet bekend van wie het is. Vergelijk de vingerafdruk met de ondertekenaar.

application-verdict-intact = In orde: niets veranderd, en alle ondertekenaars zijn bekend.
    .meaning = Elke byte is gedekt door de handtekeningen, en elk certificaat hoort bij de certificaten die u vertrouwt. Dit zegt niet dat de antwoorden in het rapport juist zijn.
application-verdict-intact-unknown-signer = Niets veranderd, maar van minstens één ondertekenaar is niet bekend wie het is.
    .meaning = Elke byte is gedekt door de handtekeningen. Vergelijk de vingerafdruk hieronder met die van de ondertekenaar, of geef het certificaat op dat u vertrouwt.
application-verdict-altered = Niet in orde: dit bestand is niet wat er ondertekend is.
    .meaning = Vertrouw dit bestand niet. Vraag het rapport opnieuw op bij de organisatie.
application-verdict-unsigned = Dit bestand is niet ondertekend.
    .meaning = Zonder handtekening kan iedereen dit bestand veranderen.
application-verdict-unreadable = Dit bestand kan niet als PDF gelezen worden.
    .meaning = Het is geen PDF, of het is beschadigd. Vraag het rapport opnieuw op.
application-data-equal = De bladzijden zijn opnieuw gemaakt uit de gegevens in het bestand, en zijn tot op de byte gelijk.
application-data-different = De bladzijden zeggen iets anders dan de gegevens in het bestand.
application-data-other-version = De gegevens zijn leesbaar, maar een andere versie van het programma maakte de bladzijden ({ $version }). Vergelijken kan alleen met die versie.
application-data-absent = In het bestand zitten geen gegevens om de bladzijden mee te vergelijken.

history-dossier-started = Dossier van { $name } begonnen
history-organisation-described = Gegevens van de organisatie gewijzigd
history-committee-described = Opdracht van de commissie gewijzigd
history-member-joined = { $name } is lid van de commissie geworden
history-member-revised = Gegevens van commissielid { $name } gewijzigd
history-member-left = { $name } heeft de commissie verlaten
history-conflict-of-interest-declared = { $name } heeft een eigen belang bij een AI-toepassing gemeld
history-conflict-of-interest-ended = { $name } heeft geen eigen belang meer bij een AI-toepassing
history-subject-added = AI-toepassing { $name } toegevoegd
history-subject-revised = Gegevens van AI-toepassing { $name } gewijzigd
history-assessment-started = Zelfbeoordeling van { $name } begonnen
history-assessment-revised = Datum of afbakening van de zelfbeoordeling van { $name } gewijzigd
history-answer-recorded = Vraag { $question } beantwoord
history-answer-withdrawn = Antwoord op vraag { $question } ingetrokken
history-evidence-attached = Bewijsstuk ‘{ $name }’ toegevoegd bij vraag { $question }
history-evidence-detached = Bewijsstuk ‘{ $name }’ weggehaald bij vraag { $question }
history-section-completed = Onderdeel ‘{ $name }’ afgesloten
history-section-reopened = Onderdeel ‘{ $name }’ weer geopend
history-report-signed = Rapport ondertekend door { $name }
history-undone = Ongedaan gemaakt: { $name }
history-counts-again = Telt weer mee: { $name }
history-erased = Tekst gewist van { $name }. Reden: { $reason }
history-lost = Tekst verloren van { $name }: die was niet terug te vinden in een beschadigd bestand
history-retention-chosen = Bewaartermijn gekozen: tot en met { $name }. Reden: { $reason }
history-which = wijziging { $number } ({ $at }, { $who })
history-erased-name = (gewist)
history-words-erased = De tekst van deze wijziging is gewist op { $at } door { $who }. Reden: { $reason }
history-words-lost = De tekst van deze wijziging is verloren gegaan in een beschadigd bestand
history-words-gone = De tekst van deze wijziging is gewist

## Wat bij de controle van een rapport gevonden kan worden.

finding-not-a-pdf = Het bestand is geen PDF.
finding-too-large = Het bestand is groter of ingewikkelder dan een rapport kan zijn.
finding-end-missing = Het einde van het bestand ontbreekt.
finding-syntax = Er staat iets in het bestand dat daar niet hoort.
finding-cross-reference = De inhoudstabel van het bestand klopt niet.
finding-object-misplaced = De inhoudstabel verwijst naar de verkeerde plaats.
finding-unaccounted-bytes = Er staan bytes in het bestand die nergens bij horen.
finding-dangling-reference = Het bestand verwijst naar iets dat er niet is.
finding-hybrid-file = Het bestand is zo gemaakt dat twee programma's er iets anders in zien.
finding-encrypted = Het bestand is versleuteld.
finding-unknown-filter = Een deel van het bestand is op een onbekende manier ingepakt.
finding-active-content = Het bestand bevat een script, een actie of een formulier.
finding-optional-content = Het bestand bevat lagen die aan en uit kunnen.
finding-unexpected-annotation = Het bestand bevat een aantekening die niet in een rapport hoort.
finding-unexpected-field = Het bestand bevat een invulveld dat niet in een rapport hoort.
finding-unexpected-attachment = Het bestand bevat een bijlage die niet in een rapport hoort.
finding-external-content = Het bestand haalt inhoud van buiten.
finding-changed-after-signing = Het bestand is na de laatste handtekening veranderd.
finding-object-added = Na het maken van het rapport is iets toegevoegd dat geen handtekening is.
finding-object-changed = Na het maken van het rapport is iets veranderd dat geen handtekening is.
finding-object-removed = Na het maken van het rapport is iets weggehaald.
finding-not-one-signature = Een latere wijziging vult niet precies één handtekeningveld.
finding-trailer-changed = Een latere wijziging zegt iets anders over het hele document.
finding-byte-range-malformed = De handtekening zegt niet goed welke bytes zij dekt.
finding-byte-range-gap = De handtekening laat meer open dan alleen zichzelf.
finding-byte-range-end = De handtekening dekt het bestand niet tot het einde.
finding-contents-malformed = De handtekening is niet geschreven zoals het hoort.
finding-signature-kind = De handtekening is van een soort die een rapport niet heeft.
finding-signature-entry = Er ontbreekt iets in de handtekening, of er staat iets in dat er niet hoort.
finding-name-not-expected = De naam in de handtekening is niet die van wie hier verwacht werd.
finding-certification = De eerste handtekening legt het document niet vast, of een latere doet dat wel.
finding-message-malformed = De handtekening is niet van de vorm die PAdES vraagt.
finding-signed-attributes = De ondertekende kenmerken zijn niet precies de drie die erin horen.
finding-signing-certificate = Het certificaat ontbreekt of is een ander dan ondertekend is.
finding-algorithm-not-allowed = De handtekening gebruikt een methode die niet (meer) veilig genoeg is.
finding-digest-differs = De ondertekende bytes zijn veranderd.
finding-signature-invalid = De handtekening hoort niet bij het certificaat.
finding-stray-certificate = Er zit een certificaat bij dat niet bij de ondertekenaar hoort.
finding-signer-unknown = Dit certificaat hoort niet bij de certificaten die u vertrouwt.
finding-certificate-not-valid = Het certificaat was niet geldig op het moment van tekenen.
finding-certificate-usage = Het certificaat is niet bedoeld om documenten te ondertekenen.
finding-certificate-name = De naam in het certificaat is een andere dan de naam in de handtekening.
finding-certificate-shared = Twee ondertekenaars gebruiken hetzelfde certificaat.
finding-times-not-ascending = Een latere handtekening noemt een eerder tijdstip.
finding-position-unknown = De handtekening noemt een standpunt dat niet bestaat.
finding-data-different = De bladzijden zeggen iets anders dan de gegevens in het bestand.
finding-data-absent = In het bestand zitten geen gegevens om de bladzijden mee te vergelijken.
finding-data-other-version = Een andere versie van het programma maakte de bladzijden; of zij met de gegevens overeenkomen, is niet bekend.
finding-reason-contradicts-position = De zin in de handtekening noemt een ander standpunt dan het standpunt zelf.
finding-role-not-expected = De rol in de handtekening is niet de rol die in het rapport staat.
finding-timestamp-invalid = Het tijdstempel klopt niet, of is voor iets anders gemaakt.
finding-timestamp-untrusted = De dienst van het tijdstempel hoort niet bij de certificaten die u vertrouwt; de tijd is dan alleen een verklaring.
finding-time-contradicted = Een handtekening noemt een later tijdstip dan haar tijdstempel.
finding-certificate-revoked = Een certificaat was ingetrokken toen de handtekening werd gezet.
finding-revocation-unknown = Uit het bestand blijkt niet of een certificaat was ingetrokken.
