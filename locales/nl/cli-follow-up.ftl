### De opdrachtregel: bevindingen, acties, advies en besluit, en hoe een zelfbeoordeling ervoor staat.

cli-quick-scan = Toont de snelle scan: de vragen die het meeste zeggen, in ongeveer een half uur. De antwoorden zijn gewone antwoorden.
cli-finding = Legt bevindingen vast en toont wat het programma voorstelt.
cli-finding-list = Noemt de bevindingen en de voorstellen.
cli-finding-add = Legt een eigen bevinding vast.
cli-finding-adopt = Neemt een voorgestelde bevinding over.
cli-finding-dismiss = Wijst een voorgestelde bevinding af, met de reden.
cli-finding-revise = Wijzigt de tekst van een bevinding.
cli-finding-drop = Laat een bevinding vervallen, met de reden.
cli-risk = Legt risico’s vast, met kans en gevolg.
cli-risk-list = Noemt de risico’s en toont de matrix.
cli-risk-add = Legt een risico vast.
cli-risk-revise = Wijzigt een risico. Wat u niet noemt, blijft staan.
cli-risk-drop = Laat een risico vervallen, met de reden.
cli-measure = Legt maatregelen vast.
cli-measure-list = Noemt de maatregelen.
cli-measure-add = Legt een maatregel vast.
cli-measure-revise = Wijzigt een maatregel. Wat u niet noemt, blijft staan.
cli-measure-drop = Laat een maatregel vervallen, met de reden.
cli-action = Plant acties en volgt ze.
cli-action-list = Noemt de acties, ook die uit eerdere zelfbeoordelingen die nog open zijn.
cli-action-add = Plant een actie.
cli-action-revise = Schrijft een actie opnieuw op.
cli-action-progress = Legt vast hoe ver een actie is, met bewijs.
cli-opinion = Legt vast wat anderen vinden: de functionaris gegevensbescherming, de ondernemingsraad, klanten.
cli-opinion-list = Noemt de meningen, en welke nog ontbreken.
cli-opinion-add = Legt een mening vast, of waarom die niet is gevraagd.
cli-opinion-revise = Wijzigt een mening. Wat u niet noemt, blijft staan.
cli-opinion-drop = Laat een mening vervallen, met de reden.
cli-advise = Geeft het advies van de commissie, of toont advies en besluit.
cli-decide = Legt het besluit vast van wie voor de toepassing verantwoordelijk is.
cli-status = Toont hoe een zelfbeoordeling ervoor staat en wat er ontbreekt.
cli-adopt = Legt vast dat de organisatie een ondertekende zelfbeoordeling vaststelt.
cli-withdraw = Trekt een zelfbeoordeling in, met de reden.
cli-reopen = Heropent een ondertekende, vastgestelde of ingetrokken zelfbeoordeling, met de reden.
cli-compare = Zet zelfbeoordelingen van één AI-toepassing naast elkaar.
cli-take-over = Neemt antwoorden uit een eerdere zelfbeoordeling over als begin, met een merkteken.

cli-argument-item = Welke: het nummer in de lijst, of minstens de eerste vier tekens van het kenmerk.
cli-action-revise-item = Welke actie: minstens de eerste vier tekens van het kenmerk.
cli-action-revise-text = Wat er moet gebeuren.
cli-action-revise-owner = Wie het doet.
cli-action-revise-due = De dag waarop het klaar moet zijn.
cli-action-progress-item = Welke actie: minstens de eerste vier tekens van het kenmerk.
cli-argument-for-whom = Wie er last van heeft.
cli-argument-before = Kans en gevolg zoals het nu is, bijvoorbeeld 4x3.
cli-argument-after = Kans en gevolg na de maatregelen, bijvoorbeeld 2x3.
cli-argument-findings = Een bevinding waar dit bij hoort; noem er meer als dat zo is.
cli-argument-risks = Een risico dat dit kleiner maakt; noem er meer als dat zo is.
cli-measure-add-owner = Wie verantwoordelijk is voor de maatregel: een lid of iemand anders.
cli-measure-add-due = De dag waarop de maatregel van kracht moet zijn.
cli-measure-revise-owner = Wie verantwoordelijk is voor de maatregel: een lid of iemand anders.
cli-measure-revise-due = De dag waarop de maatregel van kracht moet zijn.
cli-argument-since = Sinds wanneer de maatregel van kracht is.
cli-argument-all = Toont de acties van het hele dossier.
cli-argument-status = Hoe ver: open, under_way (mee bezig), done (gedaan) of dropped (vervallen).
cli-argument-note = Wat er gedaan is, of waarom de actie vervalt.
cli-argument-proof = Een bestand dat het laat zien; noem er meer als u er meer hebt.
cli-argument-outsider = Wie: data_protection_officer, works_council, customers of other.
cli-argument-not-asked = De mening is niet gevraagd. Zeg met --because waarom niet.
cli-argument-document = Een bestand dat erbij hoort; noem er meer als u er meer hebt.
cli-opinion-add-because = Waarom wel of niet gevraagd.
cli-opinion-revise-because = Waarom wel of niet gevraagd.
cli-opinion-add-text = Wat zij vinden.
cli-opinion-revise-text = Wat zij vinden.
cli-opinion-add-date = Wanneer zij dat zeiden.
cli-opinion-revise-date = Wanneer zij dat zeiden.
cli-opinion-add-name = Hun naam, of die van hun organisatie.
cli-opinion-revise-name = Hun naam, of die van hun organisatie.
cli-argument-course = Wat het wordt: go (doorgaan), go_if (doorgaan onder voorwaarden), no_go (niet beginnen) of stop (stoppen).
cli-advise-course = Het advies: go (doorgaan), go_if (onder voorwaarden), no_go (niet beginnen), stop (stoppen), of withdraw om het terug te nemen. Zonder dit ziet u het advies en het besluit.
cli-advise-because = Waarom.
cli-argument-conditions = Een voorwaarde; noem er meer als er meer zijn.
cli-argument-condition-owners = Wie voor een voorwaarde zorgt: het nummer van de voorwaarde, een isgelijkteken en de naam.
cli-argument-condition-dues = Wanneer aan een voorwaarde voldaan moet zijn: het nummer van de voorwaarde, een isgelijkteken en de dag.
cli-argument-interests = Een belang dat botst: van wie, een =-teken en wat. Noem er meer als er meer zijn.
cli-argument-weighing = Hoe de belangen zijn afgewogen.
cli-argument-review-on = Wanneer er opnieuw gekeken wordt.
cli-argument-review-when = Wanneer er eerder gekeken wordt: model_change, supplier_change, purpose_change, incident, of een eigen tekst.
cli-decide-owner = Wie besluit.
cli-action-add-owner = Wie het doet: een lid of iemand anders.
cli-argument-function = De functie van wie besluit.
cli-decide-date = De dag van het besluit. Standaard vandaag.
cli-decide-because = Waarom; nodig als het besluit van het advies afwijkt.
cli-argument-accept = Een risico dat wordt aanvaard, met een =-teken en de reden als u die geeft.
cli-argument-refuse = Een risico dat niet wordt aanvaard, met een =-teken en de reden.
cli-adopt-by = Wie vaststelt, bijvoorbeeld de directie.
cli-adopt-because = Waarom, als nog niet iedereen heeft ondertekend.
cli-adopt-date = De dag. Standaard vandaag.
cli-finding-dismiss-reason = Waarom niet.
cli-finding-drop-reason = Waarom.
cli-risk-drop-reason = Waarom.
cli-measure-drop-reason = Waarom.
cli-opinion-drop-reason = Waarom.
cli-withdraw-reason = Waarom.
cli-reopen-reason = Waarom.
cli-argument-assessments = Welke zelfbeoordelingen; zonder dit alle.
cli-compare-subject = Alleen die van deze AI-toepassing.
cli-take-over-from = Uit welke zelfbeoordeling.
cli-argument-to = Naar welke zelfbeoordeling.

cli-done-made = Vastgelegd: { $id }
cli-proposed-findings = Voorgesteld:
cli-matrix-legend = Van boven naar beneden de kans (5 is het grootst), van links naar rechts het gevolg (1 tot en met 5). Tussen haakjes: na de maatregelen.
cli-actions-open = Open: { $open }, waarvan over de datum: { $overdue }
cli-advice = Advies: { $course }
cli-decision = Besluit: { $course } ({ $owner }, { $date })
cli-waiting = Binnengekomen na de vaststelling, telt mee na heropenen, het nieuwste eerst:
cli-since-signed = Sinds de laatste handtekening, het nieuwste eerst:
cli-done-take-over = { $count ->
    [one] Eén antwoord overgenomen. Er staat bij dat het is overgenomen.
   *[other] { $count } antwoorden overgenomen. Er staat bij dat ze zijn overgenomen.
}
cli-quick-scan-left = { $minutes ->
    [0] Alle vragen van de snelle scan zijn beantwoord.
   *[other] Nog ongeveer { $minutes } minuten.
}
