### Wat uit de antwoorden volgt: bevindingen, risico’s, maatregelen, acties, meningen.

ui-follow-up-title = Wat eruit volgt
ui-follow-up-besides = Zie ook
ui-follow-up-findings = Wat er mis is of mis kan gaan, hoe ernstig dat is, en wat u eraan doet.
ui-follow-up-actions = Wie doet wat, en wanneer is het klaar?
ui-follow-up-opinions = Wat de functionaris gegevensbescherming, de ondernemingsraad en klanten ervan vinden.
ui-follow-up-revise = Wijzigen
ui-follow-up-drop = Laten vervallen
ui-pick-add = Toevoegen
ui-pick-remove = Weghalen
ui-owner-somebody-else = Iemand anders
ui-owner-nobody-yet = Nog niet afgesproken
ui-owner-named = Naam of functie
    .hint = Bijvoorbeeld: de leverancier, of hoofd klantcontact.
ui-document-attach = Bestand toevoegen
ui-document-attached = { $name } is toegevoegd.
ui-document-of = Bestanden bij: { $what }
ui-findings-title = Bevindingen en risico’s
ui-findings-lead = Een bevinding zegt wat er aan de hand is. Een risico zegt wat daardoor mis kan gaan, en voor wie. Een maatregel maakt het risico kleiner.
ui-findings-heading = Bevindingen
ui-findings-none = Er is nog geen bevinding.
ui-finding-number = Bevinding { $number }
ui-finding-record = Eigen bevinding vastleggen
ui-finding-text = Wat is er aan de hand?
    .hint = Schrijf het zo op dat iemand van buiten het begrijpt.
ui-finding-questions = Vragen waar dit op rust
ui-finding-question-more = Vraag toevoegen
ui-finding-question-choose = Kies een vraag
ui-finding-drop-reason = Waarom geldt deze bevinding niet meer?
ui-proposals-title = Voorgesteld door het programma
ui-proposals-none = Uit de antwoorden volgt nu geen voorstel.
ui-proposals-text = { $count ->
    [one] Uit de antwoorden volgt 1 voorstel. De commissie neemt het over, in eigen woorden, of wijst het af.
   *[other] Uit de antwoorden volgen { $count } voorstellen. De commissie neemt ze over, in eigen woorden, of wijst ze af.
}
ui-proposals-answer = Antwoord: { $answer }
ui-proposals-first-step = Eerste stap: { $step }
ui-proposals-accept = Overnemen
ui-proposals-text-hint = Pas de tekst aan tot het uw eigen bevinding is.
ui-proposals-dismiss = Afwijzen
ui-proposals-why-not = Waarom is dit geen bevinding?
    .hint = De reden blijft hier staan. U kunt het voorstel later toch nog terughalen.
ui-proposals-dismissed = { $count ->
    [one] 1 afgewezen voorstel
   *[other] { $count } afgewezen voorstellen
}
ui-proposals-again = Toch weer voorstellen
ui-risks-title = Risico’s
ui-risks-none = Er is nog geen risico vastgelegd.
ui-risks-text = Elk risico staat twee keer in de tabel: zoals het nu is, en zoals het is als de maatregelen werken. Hoe sterker gekleurd het vak, hoe ernstiger. Of de organisatie aanvaardt wat overblijft, staat later in het besluit.
ui-risk-short = R{ $number }
ui-risk-record = Risico vastleggen
ui-risk-text = Wat kan er misgaan?
    .hint = Bijvoorbeeld: een klant met haast krijgt te laat een mens aan de lijn.
ui-risk-for-whom = Voor wie
    .hint = Wie merkt het als dit gebeurt?
ui-risk-before = Hoe ernstig is het nu?
    .hint = Zonder de maatregelen die nog moeten komen.
ui-risk-after = Hoe ernstig is het met de maatregelen?
    .hint = Laat leeg als u dat nog niet kunt zeggen.
ui-risk-before-short = Nu
ui-risk-after-short = Met de maatregelen
ui-risk-likelihood = Kans
ui-risk-impact = Gevolg
ui-risk-not-rated = nog niet ingeschat
ui-risk-findings = Uit welke bevindingen komt dit voort?
ui-risk-findings-short = Komt voort uit
ui-risk-measures = Maatregelen
ui-risk-measures-none = nog geen
ui-risk-drop-reason = Waarom is dit geen risico meer?
ui-matrix-before = Zoals het nu is
ui-matrix-after = Met de maatregelen
ui-matrix-axes = Kans ↓ gevolg →
ui-matrix-unrated = Nog niet ingeschat met de maatregelen: { $risks }.
ui-measures-title = Maatregelen
ui-measures-text = Een maatregel is iets wat u regelt, zoals een controle of een afspraak. Spreek af wie ervoor verantwoordelijk is en wanneer hij van kracht moet zijn. De stappen ernaartoe legt u vast als actie.
ui-actions-to = Naar de acties
ui-measures-none = Er is nog geen maatregel vastgelegd.
ui-measure-number = Maatregel { $number }
ui-measure-record = Maatregel vastleggen
ui-measure-text = Wat regelt u?
    .hint = Bijvoorbeeld: elke week leest een medewerker twintig gesprekken na.
ui-measure-who = Wie is ervoor verantwoordelijk?
ui-measure-by-when = Wanneer moet dit van kracht zijn?
    .hint = Mag leeg blijven.
ui-measure-since = Sinds wanneer geldt dit?
    .hint = Laat leeg als het nog niet zover is.
ui-measure-owner = Verantwoordelijk
ui-measure-overdue = Te laat
ui-measure-risks = Maakt kleiner
ui-measure-findings = Lost op
ui-measure-drop-reason = Waarom gaat deze maatregel niet door?
ui-actions-title = Acties
ui-actions-caption-all = Alle zelfbeoordelingen in dit dossier
ui-actions-count = { $open ->
    [0] Er staat geen actie open.
    [one] Er staat 1 actie open.
   *[other] Er staan { $open } acties open.
}
ui-actions-overdue = { $count ->
    [one] 1 daarvan is te laat.
   *[other] { $count } daarvan zijn te laat.
}
ui-actions-carried-over = { $count ->
    [one] 1 actie komt uit een eerdere zelfbeoordeling.
   *[other] { $count } acties komen uit een eerdere zelfbeoordeling.
}
ui-actions-open = Nog te doen
ui-actions-none = Er is niets te doen.
ui-actions-closed = { $count ->
    [one] 1 afgesloten actie
   *[other] { $count } afgesloten acties
}
ui-actions-plan-elsewhere = Een nieuwe actie plant u vanuit een zelfbeoordeling.
ui-action-plan = Actie plannen
ui-action-text = Wat moet er gebeuren?
    .hint = Schrijf het zo op dat u later kunt zien of het klaar is.
ui-action-who = Wie doet het?
ui-action-by-when = Wanneer moet het klaar zijn?
    .hint = Een actie zonder datum blijft liggen.
ui-action-from-question = Bij welke vraag hoort dit?
ui-action-from-no-question = Bij geen vraag in het bijzonder
ui-action-findings = Welke bevindingen lost dit op?
ui-action-owner = Wie
ui-action-due = Einddatum
ui-action-due-none = nog geen datum
ui-action-overdue = Te laat
ui-action-of = Zelfbeoordeling van
ui-action-question = Vraag
ui-action-shown-by = Bewijs: { $files }
ui-action-earlier = { $count ->
    [one] 1 eerdere stap
   *[other] { $count } eerdere stappen
}
ui-action-progress = Voortgang vastleggen
ui-action-status = Hoe ver is het?
ui-action-note = Toelichting
    .hint = Wat is er gedaan? Vervalt de actie, schrijf dan waarom.
ui-action-proof = Bewijs
    .hint = Een bestand dat laat zien dat het gedaan is. Het wordt in het dossier bewaard.
ui-opinions-title = Meningen van anderen
ui-opinions-lead = Wie de AI aangaat maar niet in de commissie zit, komt hier aan het woord. Vraag het, of schrijf op waarom niet.
ui-opinion-unsettled = Er staat nog niet of om deze mening is gevraagd.
ui-opinion-record = Mening vastleggen
ui-opinion-record-more = Nog een mening vastleggen
ui-opinion-asked = Is om deze mening gevraagd?
ui-opinion-asked-yes = Ja
ui-opinion-asked-no = Nee
ui-opinion-name = Van wie?
    .hint = Een naam, of de naam van een organisatie of groep.
ui-opinion-why = Waarom gevraagd
ui-opinion-why-not = Waarom niet gevraagd
ui-opinion-text = Wat vinden zij?
    .hint = Hun eigen woorden, of een samenvatting waar zij het mee eens zijn. Laat leeg zolang u wacht op antwoord.
ui-opinion-date = Wanneer zeiden zij dat?
    .hint = Laat leeg zolang u wacht op antwoord.
ui-opinion-drop-reason = Waarom geldt deze mening niet meer?
