### Het rapport: alles wat niet uit de vragenlijst of van de commissie komt.

report-title = Verantwoordingsrapport AI in klantcontact
report-header = Verantwoordingsrapport, volledige editie
report-page = Pagina { $page } van { $pages }
report-attachment = Alle gegevens waaruit dit rapport is gemaakt
report-contents = Inhoud
report-version = versie { $version }

report-cover-date = Datum van de zelfbeoordeling
report-cover-as-of = Stand van het dossier
report-cover-questionnaire = Vragenlijst
report-cover-fingerprint = Controlegetal van het dossier
report-cover-complete = Alle { $asked } vragen zijn beantwoord.
report-cover-provisional = { $answered ->
    [one] 1 van de { $asked } vragen is beantwoord.
   *[other] { $answered } van de { $asked } vragen zijn beantwoord.
}
report-cover-disclaimer = Dit is een zelfbeoordeling door de ethische commissie van de organisatie. Het is geen keurmerk, geen juridisch advies en geen goedkeuring van de Klantenservice Federatie of een toezichthouder.
report-cover-disclaimer-alone = Dit is een zelfbeoordeling door de organisatie zelf. Het is geen keurmerk, geen juridisch advies en geen goedkeuring van de Klantenservice Federatie of een toezichthouder.

report-summary = Samenvatting
report-total = Totaal
report-of-hundred = van 100
report-answered = Beantwoord
report-of-asked = van { $asked } vragen
report-legal-open-short = Wettelijke knelpunten
report-legal-partly-short = Wettelijk deels geregeld
report-reasons = Waarom deze kleur
report-reasons-green = Geen enkele regel voor rood of oranje is van toepassing.
report-promises = Scores per servicebelofte
report-promises-intro = De servicebeloften zijn afspraken van de sector. De score per belofte telt alle vragen mee die bij die belofte horen. Een vraag kan bij meer beloften horen; tel de scores daarom niet bij elkaar op.
report-promises-caption = Score per servicebelofte, van 0 tot 100. Een open rondje betekent: te weinig vragen voor een score.
report-promises-alternative = Radardiagram met de score per servicebelofte: { $values }. Dezelfde getallen staan in de tabel eronder.
report-promises-table = Score per servicebelofte
report-number-short = Nr.
report-promise = Belofte
report-score = Score
report-questions = Vragen
report-themes = Scores per thema
report-themes-caption = Score per thema, van 0 tot 100. De streep staat bij 50. Een thema links daarvan houdt de kleur van groen af.
report-themes-alternative = Staafdiagram met de score per thema: { $values }. Dezelfde getallen staan in de tabel eronder.
report-themes-table = Score per thema
report-theme = Thema
report-many-not-applicable = veel vragen niet van toepassing
report-not-shown = Bij te weinig vragen staat er geen score. De antwoorden staan dan wel in dit rapport en tellen mee in het totaal.
report-no-score = te weinig vragen

report-subject = Wat is beoordeeld
report-subject-name = AI-toepassing
report-subject-purpose = Doel
report-subject-description = Werking
report-subject-supplier = Leverancier
report-subject-since = In gebruik sinds
report-scope = Afbakening
report-profile = Profiel van de toepassing
report-profile-intro = Het profiel bepaalt welke vragen en welke wettelijke plichten in deze zelfbeoordeling meetellen.
report-profile-table = Profielvragen
report-question = Vraag
report-answer = Antwoord

report-committee = Wie heeft beoordeeld
report-logo = Logo van { $name }
report-organisation = Organisatie
report-organisation-shown = Naam op rapporten
report-organisation-sector = Branche
report-organisation-description = Over de organisatie
report-organisation-contact = Contact over dit rapport
report-mandate = Opdracht van de commissie
report-members = Leden van de commissie
report-member-name = Naam
report-member-role = Rol
report-member-expertise = Deskundigheid
report-member-speaks-for = Spreekt namens
report-no-members = In het dossier staan geen leden van de commissie.

role-chair = voorzitter
role-facilitator = gespreksleider
role-secretary = notulist
role-member = commissielid
role-guest = genodigde
speaks-for-customers = klanten
speaks-for-employees = medewerkers
speaks-for-privacy = privacy
speaks-for-law = recht
speaks-for-technology = techniek
speaks-for-board = bestuur
certainty-known = bekend
certainty-assumed = aangenomen
certainty-unknown = onbekend

report-method = Methode en grenzen
report-method-intro = De commissie heeft samen vragen uit een vaste vragenlijst beantwoord. Het programma heeft uit de antwoorden berekend welke vragen gesteld worden, welke scores daaruit volgen en welke wettelijke punten open staan. Elk getal in dit rapport volgt uit de antwoorden in dit rapport.
report-method-intro-alone = De organisatie heeft zelf vragen uit een vaste vragenlijst beantwoord. Het programma heeft uit de antwoorden berekend welke vragen gesteld worden, welke scores daaruit volgen en welke wettelijke punten open staan. Elk getal in dit rapport volgt uit de antwoorden in dit rapport.
report-method-unfinished = De vragenlijst is nog niet helemaal beantwoord.
report-questionnaire-status = Status van de vragenlijst
report-law-as-of = Stand van de wet
report-answer-rule = Regel voor het antwoorden
report-digest = Controlegetal van de vragenlijst (SHA-256)
report-rules = Rekenregels
report-limits = Wat dit rapport wel en niet bewijst
report-limit-own-answers = De antwoorden zijn van de commissie zelf. Niemand van buiten heeft ze gecontroleerd, tenzij dat bij een antwoord staat.
report-method-own-alone = De antwoorden zijn van de organisatie zelf. Niemand van buiten heeft ze gecontroleerd, tenzij dat bij een antwoord staat.
report-limit-law = Een wettelijk punt in dit rapport is een hulpmiddel voor het gesprek en geen juridisch oordeel.
report-limit-sector = De vragenlijst is gebaseerd op de servicebeloften van de Klantenservice Federatie (KSF) en op de thema’s van haar voorgestelde gedragscode. De KSF heeft de vragenlijst en dit rapport niet gekeurd of goedgekeurd.
report-limit-score = Een score vat antwoorden samen. Een open wettelijk punt wordt nooit door een hoge score goedgemaakt en staat daarom apart.
report-limit-chain = Het controlegetal toont aan dat het dossier niet veranderd is sinds iemand anders dat getal kreeg. Het bewijst niet dat de klok goed stond en niet dat een antwoord eerlijk is.
report-limit-signature = Een elektronische handtekening toont aan dat dit bestand na het ondertekenen niet is veranderd. Is het certificaat door de ondertekenaar zelf gemaakt, dan bewijst de handtekening niet wie die persoon is. Dat is geen gekwalificeerde handtekening.
report-notes = Over de vragenlijst

report-legal = Wettelijke punten
report-legal-intro = { $active ->
    [0] Bij deze toepassing telt geen enkel wettelijk punt uit de vragenlijst mee.
    [one] Bij deze toepassing telt één wettelijk punt uit de vragenlijst mee.
   *[other] Bij deze toepassing tellen { $active } wettelijke punten uit de vragenlijst mee.
}
report-legal-open = Open knelpunten
report-legal-open-intro = Deze plichten gelden nu en zijn volgens de antwoorden niet geregeld.
report-legal-partly = Deels geregeld
report-legal-partly-intro = Deze plichten gelden nu en zijn volgens de antwoorden voor een deel geregeld.
report-legal-unknown = Nog onbekend
report-legal-unknown-intro = Deze plichten gelden nu en zijn nog niet beantwoord.
report-legal-upcoming = Plichten die eraan komen
report-legal-upcoming-intro = Deze plichten gelden nog niet en zijn nog niet volledig geregeld.
report-legal-none = Geen.
report-duty = Bronnen
report-first-step = Eerste stap
report-applies-from = geldt vanaf { $date }
report-duty-applies-from = De plicht geldt vanaf { $date }
report-duty-of = De wet legt dit op aan: { $holders }. Ga na of dat voor u geldt.
report-none-given = niet genoemd
report-legal-evidence = Sterkte van het bewijs
report-legal-evidence-count = { $count ->
    [0] Elk wettelijk punt dat geregeld heet te zijn, steunt op een document of op een controle door de commissie.
    [one] Eén wettelijk punt heet geregeld te zijn zonder bewijs of met alleen een mondelinge toelichting. Bewijs verandert de score en de kleur niet.
   *[other] { $count } wettelijke punten heten geregeld te zijn zonder bewijs of met alleen een mondelinge toelichting. Bewijs verandert de score en de kleur niet.
}
report-legal-none-met = Geen wettelijk punt is volgens de antwoorden helemaal geregeld.

report-open = Wat nog open staat
report-key-points = Belangrijke punten die ontbreken
report-key-points-intro = Vragen met het hoogste gewicht waarop het antwoord 0 punten geeft, en die geen wettelijk knelpunt zijn.
report-unanswered = Vragen zonder antwoord
report-not-applicable = Niet van toepassing
report-not-applicable-intro = Deze vragen tellen niet mee. De reden staat bij het antwoord.
report-none = Geen.

report-answers = Antwoorden per thema
report-answers-intro = Hieronder staat elke vraag die gesteld is, met het antwoord van de commissie en haar overweging.
report-answer-text = Antwoord
report-standing-open = Niet beantwoord
report-conflict = Deze antwoorden spreken elkaar tegen. De vraag telt als open tot de commissie beslist.
report-certainty = zekerheid: { $certainty }
report-evidence-strength = bewijs: { $strength }
report-by = ingebracht door { $name }
report-evidence = Bewijsstuk
report-sources = Bronnen:
report-promise-numbers = Servicebeloften: { $numbers }

report-annex-promises = De zeven servicebeloften
report-annex-promises-note = De servicebeloften zijn van de Klantenservice Federatie (KSF). Alleen bij belofte 1 is de Nederlandse tekst letterlijk die van de KSF. Bij de andere is de tekst een werkvertaling uit het Engels, die nog met de KSF vergeleken moet worden.
report-text-status = Status van de tekst
report-working-translation = werkvertaling
report-verbatim = letterlijke tekst
report-annex-references = Bronnen
report-annex-references-note = Bij elke bron staat of de makers van de vragenlijst die zelf hebben gezien.
report-verified-found = Gezien
report-verified-part = Deels gezien
report-verified-general = Niet nagekeken
report-annex-watch = Wat er verandert
report-annex-watch-note = Deze regels en normen zijn in beweging. Kijk ze na voordat u op dit rapport verder bouwt.
report-watch-item = Regel of norm
report-watch-expected = Verwacht
report-annex-verify = Zelf controleren
report-annex-verify-intro = Iedereen kan dit rapport controleren, zonder internet. De handtekening en de bewijsstukken controleert u ook met andere programma’s.
report-verify-signature = Open het bestand in een programma dat handtekeningen in pdf controleert, of gebruik ‘verantwoord-verify’. Elke byte moet door de laatste handtekening gedekt zijn.
report-verify-data = In het bestand zit de bijlage assessment.json met alle antwoorden van deze editie. Daaruit zijn deze pagina’s gemaakt; het programma ‘verantwoord-verify’ maakt ze opnieuw en vergelijkt.
report-verify-evidence = Bij elk bewijsstuk staat het controlegetal (SHA-256). Bereken het van uw eigen exemplaar en vergelijk.
report-verify-dossier = Het controlegetal van het dossier hoort bij precies deze stand. Verandert er daarna iets, dan verandert het getal.
report-events = Aantal wijzigingen in het dossier
report-assessment-id = Kenmerk van de zelfbeoordeling

report-signatures = Ondertekening
report-signatures-intro = Wie tekent, verklaart dit rapport te hebben gelezen en legt zijn of haar standpunt vast: akkoord, akkoord met voorbehoud, niet akkoord of onthouding. Hieronder staat wat ieder vooraf heeft verklaard. Hetzelfde standpunt en dezelfde reden staan in de elektronische handtekening zelf. Wie bovenaan staat, meestal de voorzitter, tekent als eerste en legt het rapport daarmee vast: daarna mag er niets meer in veranderen.
report-signers = Verwachte ondertekenaars
report-declared = Verklaard standpunt
report-declared-nothing = niet vooraf verklaard
report-signature-refused = tekent niet
report-signers-stands-aside = neemt geen standpunt in (eigen belang)
report-signatures-quorum = De commissie heeft dit quorum afgesproken: { $quorum }.
report-signer-certificate = Certificaat van
report-timestamp = Tijdstempel van het rapport
report-signature-field = Veld in dit bestand
report-signer-no-member = geen commissielid
report-signatures-note = De handtekeningen zijn niet op deze pagina getekend. U ziet ze in het handtekeningenpaneel van uw pdf-programma. Een plaatje van een handtekening is geen handtekening. Met een zelfgemaakt certificaat is het geen gekwalificeerde handtekening en bewijst zij niet wie u bent.

verdict-red = Rood
verdict-amber = Oranje
verdict-green = Groen
verdict-provisionally = { $verdict } (voorlopig)
verdict-open-legal-gap = Open wettelijk knelpunt { $id }: { $question }
verdict-partly-open-legal-gap = Deels geregeld wettelijk punt { $id }: { $question }
verdict-unknown-legal-point = Wettelijk punt nog onbekend, { $id }: { $question }
verdict-near-upcoming-legal-gap = Plicht die eraan komt, { $id }: { $question }
verdict-missing-key-point = Belangrijk punt ontbreekt, { $id }: { $question }
verdict-section-below = Het thema ‘{ $section }’ scoort { $score }, onder de { $threshold }.
verdict-total-below = Het totaal is { $score }, onder de { $threshold }.

promise-1 = Respect en bereikbaarheid
promise-2 = Feedback en verbeteren
promise-3 = Klantgegevens
promise-4 = Goed werkgeverschap
promise-5 = Uitbesteding
promise-6 = Technologie voor mensen
promise-7 = Imago van de sector

report-header-public = Verantwoordingsrapport, openbare editie
report-header-summary = Verantwoordingsrapport, samenvatting
report-cover-edition = Editie
report-edition-full = Volledig
report-edition-public = Openbaar
report-edition-summary = Samenvatting
report-edition-public-note = Dit is de openbare editie. Wat niet openbaar is, is weggelaten en als zodanig gemerkt. Namen in lopende tekst zijn niet weggehaald. Het controlegetal van de inhoud is hetzelfde als dat van het volledige rapport, zodat later te bewijzen is wat er stond.
report-withheld = { $why } niet openbaar
report-class-names = naam
report-class-considerations = overweging
report-class-answers = antwoord
report-class-evidence = naam van het bewijsstuk
report-class-contact = contactgegevens
report-class-expertise = deskundigheid
report-class-reason = reden
report-legal-withheld = { $count ->
    [one] Over één wettelijk punt in deze groep is het antwoord niet openbaar.
   *[other] Over { $count } wettelijke punten in deze groep is het antwoord niet openbaar.
}
report-fingerprint = Controlegetal van de inhoud
report-verify-editions = Het controlegetal van de inhoud is hetzelfde in de volledige editie, de openbare editie en de samenvatting. Vergelijk ze.
report-summary-lead = Samenvatting van de zelfbeoordeling van { $date }
report-summary-more = { $count ->
    [one] Nog één reden staat in het volledige rapport.
   *[other] Nog { $count } redenen staan in het volledige rapport.
}
report-summary-rest = Alle antwoorden, overwegingen en bronnen staan in het volledige rapport.
report-promises-alternative-alone = Radardiagram met de score per servicebelofte: { $values }.
report-themes-alternative-alone = Staafdiagram met de score per thema: { $values }.

### Het werk van de commissie: standpunten, scores, bevindingen, advies en besluit.
report-status = Status van de zelfbeoordeling
report-status-concept = Concept
report-status-ready-to-sign = Klaar om te ondertekenen
report-status-signed = Ondertekend
report-status-adopted = Vastgesteld
report-status-withdrawn = Ingetrokken
report-reopened = Heropend
report-reopened-by-work = Na de ondertekening is verder gewerkt.
report-mandated = Opdracht gegeven door
report-quorum = Quorum
report-independence = Onafhankelijkheid
report-stands-aside = Neemt geen deel aan scores en standpunten over deze toepassing, vanwege een eigen belang:
report-positions = Standpunten: { $tally }.
report-positions-earlier = Over een eerdere versie is gezegd:
report-tally-agree = { $count } akkoord
report-tally-agree-with-reservation = { $count } akkoord met voorbehoud
report-tally-dissent = { $count } niet akkoord
report-tally-abstain = { $count ->
    [one] 1 onthouding
   *[other] { $count } onthoudingen
}
report-tally-refuse = { $count ->
    [one] 1 weigert te tekenen
   *[other] { $count } weigeren te tekenen
}
report-position-agree = Akkoord
report-position-agree-with-reservation = Akkoord met voorbehoud
report-position-dissent = Niet akkoord
report-position-abstain = Onthouding
report-position-refuse = Weigert te tekenen
report-unnamed = zonder naam
report-round = Stille scores, onthuld op { $date }
report-scores = Scores
report-scores-per-answer = Scores per antwoord
report-score-locked = Niet geopend
report-round-alternative = Staafdiagram met het aantal scores per antwoord: { $values }. Dezelfde getallen staan in de tabel eronder.
report-round-spread = { $steps ->
    [0] Alle scores zijn gelijk
    [one] Spreiding: 1 stap
   *[other] Spreiding: { $steps } stappen
}
report-round-median = Midden: { $told }
report-round-agreement = Overeenstemming: { $told }
report-round-cannot-say = Weet het nog niet: { $count }
report-round-not-applicable = Niet van toepassing: { $count }
report-round-locked = Niet geopend: { $count }
report-round-missing = Niet gescoord: { $count }
report-silent-method = Bij stille scores geeft elk lid een eigen score voordat het gesprek begint. Niemand ziet een score voordat de ronde wordt onthuld. Het antwoord van de commissie wordt apart vastgelegd.
report-comment = Opmerking
report-reply = Reactie
report-follow-up = Bevindingen, risico’s en acties
report-findings = Bevindingen
report-finding = Bevinding
report-rests-on = Volgt uit: { $what }
report-risks = Risico’s
report-risks-intro = De commissie schatte van elk risico de kans en het gevolg in, van 1 (laagst) tot 5 (hoogst).
report-risks-caption = Risico’s naar kans en gevolg. Vet: zoals het nu is. Tussen haakjes: met de maatregelen.
report-risks-alternative = Matrix van risico’s: { $values }. Dezelfde gegevens staan in de tabel eronder.
report-risks-alternative-one = { $mark } kans { $likelihood }, gevolg { $impact }
report-risks-alternative-after = { $before }, met maatregelen kans { $likelihood }, gevolg { $impact }
report-risk = Risico
report-for-whom = Voor wie
report-likelihood = Kans
report-impact = Gevolg
report-risk-before = Nu
report-risk-after = Met maatregelen
report-rating = kans { $likelihood }, gevolg { $impact }
report-not-judged = niet beoordeeld
report-measures = Maatregelen
report-measure = Maatregel
report-against = Tegen
report-in-place = Ingevoerd
report-since = sinds { $date }
report-not-yet = nog niet
report-actions = Acties
report-action = Actie
report-owner = Wie
report-nobody-yet = nog niet afgesproken
report-due = uiterlijk { $date }
report-action-status = Status
report-action-open = Open
report-action-under-way = Mee bezig
report-action-done = Gedaan
report-action-dropped = Vervallen
report-carried-over = Komt uit de zelfbeoordeling van { $date }
report-opinions = Meningen van anderen
report-outsider-data-protection-officer = Functionaris gegevensbescherming
report-outsider-works-council = Ondernemingsraad
report-outsider-customers = Klanten of hun vertegenwoordigers
report-outsider-other = Anderen
report-asked = Gevraagd
report-not-asked = Niet gevraagd
report-why = Waarom
report-conclusion = Advies en besluit
report-advice = Advies van de commissie
report-advice-given = Gegeven op { $date }
report-advice-short = Advies van de commissie: { $course }.
report-advice-positions = Standpunten over het advies
report-advice-conflict = Deze adviezen spreken elkaar tegen. Er is geen advies tot de commissie kiest.
report-course-go = Doorgaan
report-course-go-if = Doorgaan onder voorwaarden
report-course-no-go = Niet beginnen
report-course-stop = Stoppen
report-conditions = Voorwaarden
report-conditions-count = { $count ->
    [one] Er is één voorwaarde.
   *[other] Er zijn { $count } voorwaarden.
}
report-interests = Belangen die botsten
report-weighing = Afweging
report-review = Opnieuw bekijken
report-review-on = Op { $date }
report-trigger-model-change = Bij een ander model of een nieuwe versie ervan
report-trigger-supplier-change = Bij een andere leverancier
report-trigger-purpose-change = Bij gebruik voor een ander doel
report-trigger-incident = Na een incident
report-decision = Besluit van de eindverantwoordelijke
report-decision-short = Besluit van { $date }: { $course }.
report-decision-conflict = Deze besluiten spreken elkaar tegen.
report-departs = Het besluit wijkt af van het advies.
report-residual-risks = Risico’s die blijven
report-risk-accepted = aanvaard
report-risk-refused = niet aanvaard
report-risk-dropped = Vervallen risico
report-on-report = Standpunten over het rapport
report-meetings = Sessies
report-session = Sessie van { $date }
report-place = Plaats
report-time = Tijd
report-attendance = Aanwezigheid
report-movements = Komen en gaan
report-minutes = Verslag
report-also-discussed = Ook besproken
report-parked = Nog op de parkeerplaats
report-take-home = Vragen die nog uitstaan

report-differences = Waar de scores uiteenlagen
report-differences-intro = Elk lid gaf eerst in stilte een eigen score. Hier staat per vraag hoe ver die scores uiteenlagen. De vragen met de minste overeenstemming staan bovenaan.
report-differences-caption = Stille scores per vraag, van het laagste antwoord tot het hoogste. Het getal in een stip is het aantal leden. Rechts staat de overeenstemming, van −1 tot 1. Bij veel vragen staan hier de twintig met de minste overeenstemming.
report-differences-lowest = laagste antwoord
report-differences-highest = hoogste antwoord
report-differences-table = Stille scores per vraag
report-differences-median = Midden
report-differences-spread = Spreiding (stappen)
report-differences-agreement = Overeenstemming
report-differences-alternative = Kaart van verschillen, met per vraag het aantal scores per antwoord: { $values }. De tabel eronder geeft per vraag het midden, de spreiding en de overeenstemming.
report-trend = Ontwikkeling
report-trend-caption = De totaalscore van elke zelfbeoordeling van deze toepassing, met het oordeel als vorm: rond is groen, driehoek is oranje, ruit is rood.
report-trend-table = Zelfbeoordelingen van deze toepassing
report-trend-date = Datum
report-trend-verdict = Oordeel
report-trend-alternative = Lijndiagram met de totaalscore per zelfbeoordeling: { $values }. Dezelfde getallen staan in de tabel eronder.
report-actions-caption = De acties met een datum, in de tijd. Een ruit is te laat, een stip is gedaan. Een open rondje is nog niet klaar. Bij veel acties staan hier de vierentwintig die het eerst aandacht vragen.
report-actions-late = { $status }, te laat
report-actions-today = Stand van dit rapport
report-actions-alternative = Tijdlijn van de acties: { $values }. Alle acties staan in de tabel eronder.
