### Advies en besluit, stand van een zelfbeoordeling, vergelijken, snelle scan.

ui-missing-required = { $count ->
    [one] Nodig voordat u ondertekent (1 punt)
   *[other] Nodig voordat u ondertekent ({ $count } punten)
}
ui-missing-wished = { $count ->
    [one] Goed om nog te bekijken (1 punt)
   *[other] Goed om nog te bekijken ({ $count } punten)
}
ui-missing-wished-text = U kunt ondertekenen zonder dat dit klaar is.
ui-condition-title = Voorwaarden
    .hint = Wat moet er zo zijn, wie zorgt daarvoor en wanneer is het klaar?
ui-condition-one = Voorwaarde { $number }
ui-condition-add = Voorwaarde toevoegen
ui-condition-remove = Weghalen
ui-condition-text = Wat moet er zo zijn?
ui-condition-who = Wie zorgt ervoor?
ui-condition-due = Wanneer is het klaar?
    .hint = Mag leeg blijven.
ui-condition-owner = Wie: { $name }
ui-condition-by = uiterlijk { $date }
ui-advice-title = Advies en besluit
ui-advice-lead = De commissie adviseert. Wie verantwoordelijk is voor de toepassing, besluit. Beide staan in het rapport, ook als zij verschillen.
ui-advice-of-committee = Advies van de commissie
ui-advice-none = De commissie heeft nog geen advies gegeven.
ui-advice-conflict = Er zijn adviezen die elkaar tegenspreken, doordat leden los van elkaar werkten. Leg samen één advies vast. Dat komt in de plaats van deze adviezen.
ui-advice-give = Advies vastleggen
ui-advice-give-lead = Beschrijf wat de commissie adviseert en hoe zij tot dat advies kwam. Leden die er anders over denken, leggen daarna hun eigen standpunt vast.
ui-advice-revise = Advies wijzigen
ui-advice-withdraw = Advies intrekken
ui-advice-withdraw-yes = Ja, trek het advies in
ui-advice-withdraw-ask = Het advies geldt dan niet meer. Het blijft staan in de geschiedenis, met de standpunten van de leden.
ui-advice-course = Wat adviseert de commissie?
ui-advice-because = Waarom?
    .hint = In een paar zinnen, zo dat iemand van buiten het begrijpt.
ui-advice-interests = Belangen die botsten
    .hint = Bijvoorbeeld: klanten willen snel antwoord, medewerkers willen genoeg tijd.
ui-advice-interest = Belang { $number }
ui-advice-interest-add = Belang toevoegen
ui-advice-interest-remove = Weghalen
ui-advice-interest-of = Van wie?
    .hint = Bijvoorbeeld: klanten, medewerkers, de organisatie.
ui-advice-interest-text = Welk belang?
ui-advice-weighing = Hoe zijn deze belangen gewogen?
    .hint = Wat gaf de doorslag, en wat doet u voor wie minder krijgt?
ui-advice-review = Opnieuw bekijken
ui-advice-review-date = Op { $date }.
ui-advice-review-sooner = Of eerder, bij:
ui-advice-review-on = Wanneer bekijkt de commissie dit opnieuw?
    .hint = Meestal binnen een jaar. Mag leeg blijven, maar staat dan bij wat ontbreekt.
ui-advice-review-when = Wanneer al eerder?
    .hint = Kies wat aanleiding is om niet op die datum te wachten.
ui-advice-review-else = Nog een andere aanleiding?
    .hint = Eén per regel.
ui-advice-missing = Wat hier nog ontbreekt
ui-decision-of-owner = Besluit van de verantwoordelijke
ui-decision-none = Er is nog niet besloten.
ui-decision-not-yet = U kunt een besluit vastleggen zodra er één advies is.
ui-decision-conflict = Er zijn besluiten die elkaar tegenspreken. Leg één besluit vast. Dat komt in de plaats van deze besluiten.
ui-decision-take = Besluit vastleggen
ui-decision-revise = Besluit wijzigen
ui-decision-lead = Hier komt wat de verantwoordelijke besluit. Dat kan anders zijn dan het advies; dan hoort er een reden bij.
ui-decision-advice = Het advies van de commissie: { $course }
ui-decision-on-earlier-advice = Dit besluit gaat over een eerder advies. De commissie gaf daarna een ander advies.
ui-decision-by = Besloten op { $date } door { $who }
ui-decision-owner = Wie besluit?
    .hint = De naam van wie verantwoordelijk is voor de AI-toepassing.
ui-decision-function = Functie
ui-decision-date = Datum van het besluit
    .hint = Bijvoorbeeld: 21 11 2026.
ui-decision-course = Wat is het besluit?
ui-decision-because = Waarom?
    .hint = Nodig als het besluit afwijkt van het advies, of een voorwaarde weglaat of ruimer maakt.
ui-decision-risks = Risico’s die blijven
    .hint = Zeg van elk risico of u het aanvaardt. Dat is nodig als de toepassing begint of doorgaat.
ui-decision-risk-accept = Aanvaarden
ui-decision-risk-refuse = Niet aanvaarden
ui-decision-risk-because = Waarom?
    .hint = Nodig als u het risico niet aanvaardt.
ui-standing-title = Status van de zelfbeoordeling
ui-standing-lead = Een zelfbeoordeling begint als concept. Na de handtekeningen kan de organisatie die vaststellen. Wat ondertekend is, verandert nooit meer.
ui-standing-now = De status is nu:
ui-standing-step-concept = Concept
ui-standing-step-ready = Klaar om te ondertekenen
ui-standing-step-signed = Ondertekend
ui-standing-step-adopted = Vastgesteld
ui-standing-step-done = gedaan
ui-standing-awaited = Nog niet ondertekend door: { $names }.
ui-standing-missing = Wat nog ontbreekt
ui-standing-ready = Alles wat nodig is, is er. U kunt het rapport maken en laten ondertekenen.
ui-standing-to-report = Naar het rapport
ui-standing-since-signed = Gedaan sinds de laatste handtekening
ui-standing-since-signed-text = Het ondertekende rapport blijft zoals het was. Dit staat er niet in:
ui-standing-waiting = Binnengekomen na de vaststelling
ui-standing-waiting-text = Dit is gedaan in een kopie die later terugkwam. De vastgestelde zelfbeoordeling blijft zoals die is. Wilt u dit laten meetellen? Heropen dan de zelfbeoordeling.
ui-standing-copies = Nog niet teruggekomen
ui-standing-copies-text = Wat in deze kopieën is gedaan, staat niet in dit dossier. Wat u nu vaststelt, is zonder dat werk.
ui-standing-to-copies = Naar de kopieën
ui-standing-nothing-since = Sinds de laatste handtekening is hier niets veranderd.
ui-standing-closing = Vaststellen, heropenen, intrekken
ui-standing-all = Alles wat nog ontbreekt
ui-standing-required = { $count ->
    [0] Alles wat nodig is om te ondertekenen, is er.
    [one] 1 punt is nog nodig voordat u kunt ondertekenen.
   *[other] { $count } punten zijn nog nodig voordat u kunt ondertekenen.
}
ui-adopt = Vaststellen
ui-adopt-text = Met vaststellen maakt de organisatie deze ondertekende zelfbeoordeling tot de hare. Daarna verandert er niets meer aan, behalve de acties. Wie toch iets wil wijzigen, heropent die eerst.
ui-adopt-date = Datum van vaststelling
    .hint = Bijvoorbeeld: 21 11 2026.
ui-adopt-by = Door wie?
    .hint = Een naam, of bijvoorbeeld: de directie.
ui-adopt-because = Waarom stelt u vast zonder alle handtekeningen?
ui-adopt-because-hint = Deze handtekeningen ontbreken nog: { $names }. Uw reden blijft erbij staan.
ui-reopen = Heropenen
ui-reopen-text = Met heropenen kan de commissie er weer in werken. Het ondertekende rapport blijft bewaard. Voor wat u daarna wijzigt, zijn nieuwe handtekeningen nodig.
ui-reopen-reason = Waarom heropent u?
    .hint = Bijvoorbeeld: de leverancier heeft een ander model in gebruik genomen.
ui-withdraw = Intrekken
ui-withdraw-text = Met intrekken zegt u dat deze zelfbeoordeling niet meer telt. Alles blijft bewaard.
ui-withdraw-reason = Waarom trekt u in?
    .hint = Bijvoorbeeld: de toepassing is gestopt.
ui-comparison-title = Zelfbeoordelingen vergelijken
ui-comparison-lead = Zie wat er veranderde tussen zelfbeoordelingen van dezelfde AI-toepassing. De eerste wordt vergeleken met de laatste.
ui-comparison-link = Vergelijken met eerdere zelfbeoordelingen
ui-comparison-only-one = Van deze AI-toepassing is er nog maar één zelfbeoordeling. Zodra er een tweede is, ziet u ze hier naast elkaar.
ui-comparison-which = Welke zelfbeoordelingen?
ui-comparison-choose-two = Kies er twee of meer.
ui-comparison-assessments = De zelfbeoordelingen
ui-comparison-date = Peildatum
ui-comparison-standing = Status
ui-comparison-verdict = Uitkomst
ui-comparison-open-gaps = Wettelijke knelpunten
ui-comparison-questionnaire = Vragenlijst
ui-comparison-scores = Scores
ui-comparison-trend = Verloop van de totaalscore, van 0 tot 100. De tabel eronder geeft dezelfde cijfers.
ui-comparison-difference = Verschil
ui-comparison-gaps-closed = Wettelijke knelpunten die zijn opgelost
ui-comparison-gaps-closed-none = Geen.
ui-comparison-gaps-opened = Nieuwe wettelijke knelpunten
ui-comparison-gaps-opened-none = Geen.
ui-comparison-actions = Acties afgerond sinds { $date }
ui-comparison-actions-none = Geen.
ui-comparison-carried-over = { $count ->
    [one] 1 open actie is meegenomen naar de laatste zelfbeoordeling.
   *[other] { $count } open acties zijn meegenomen naar de laatste zelfbeoordeling.
}
ui-comparison-questions = Vraag voor vraag
ui-comparison-show = Welke vragen?
ui-comparison-changed = Alleen wat anders is ({ $count })
ui-comparison-all = Alle vragen ({ $count })
ui-comparison-nothing-changed = Geen enkel antwoord is anders.
ui-comparison-taken-over = overgenomen, nog niet bekeken
ui-comparison-not-asked = geen antwoord
ui-take-over-title = Beginnen met eerdere antwoorden
ui-take-over-text = { $count ->
    [one] Eén vraag van de zelfbeoordeling van { $to } heeft nog geen antwoord, en in die van { $from } wel.
   *[other] { $count } vragen van de zelfbeoordeling van { $to } hebben nog geen antwoord, en in die van { $from } wel.
}
ui-take-over-do = { $count ->
    [one] Neem 1 antwoord over
   *[other] Neem { $count } antwoorden over
}
ui-take-over-yes = Ja, neem ze over
ui-take-over-ask = De antwoorden worden een beginpunt. Bij elk antwoord staat dat het is overgenomen, totdat de commissie het zelf heeft bekeken. Wat al is ingevuld, blijft staan.
ui-take-over-done = { $count ->
    [one] 1 antwoord overgenomen. Bekijk of het nog klopt.
   *[other] { $count } antwoorden overgenomen. Bekijk of ze nog kloppen.
}
ui-quick-scan-title = Snelle scan
ui-quick-scan-link = Eerst een snelle scan
ui-quick-scan-link-text = De vragen die het meeste zeggen, in ongeveer een half uur. Uw antwoorden blijven staan.
ui-quick-scan-profile-first = { $count ->
    [one] Eerst komt er nog 1 vraag over de toepassing. Daarna weet u welke vragen van de snelle scan voor u gelden: hooguit { $most }.
   *[other] Eerst komen er nog { $count } vragen over de toepassing. Daarna weet u welke vragen van de snelle scan voor u gelden: hooguit { $most }.
}
ui-quick-scan-left = { $minutes ->
    [one] Dat kost nog ongeveer 1 minuut.
   *[other] Dat kost nog ongeveer { $minutes } minuten.
}
ui-quick-scan-begin = Beginnen met de snelle scan
ui-quick-scan-continue = Verder met de snelle scan
ui-quick-scan-all = Naar alle vragen
ui-quick-scan-done = Alle vragen van de snelle scan hebben een antwoord. Met de andere vragen wordt het beeld compleet.
ui-quick-scan-shows = Wat de snelle scan laat zien
ui-quick-scan-left-out = Wat de snelle scan niet vraagt
ui-quick-scan-left-out-later = Dat hangt af van de vragen over de toepassing. Zijn die beantwoord, dan staat het hier.
ui-quick-scan-left-out-questions = { $questions ->
    [one] 1 andere vraag geldt ook voor deze toepassing.
   *[other] { $questions } andere vragen gelden ook voor deze toepassing.
} { $legal ->
    [0] Geen daarvan gaat over een wettelijke plicht.
    [one] 1 daarvan gaat over een wettelijke plicht: die kan een knelpunt zijn zonder dat u het hier ziet.
   *[other] { $legal } daarvan gaan over een wettelijke plicht: die kunnen een knelpunt zijn zonder dat u het hier ziet.
}
ui-quick-scan-left-out-sections = Over deze onderdelen vraagt de snelle scan niets:
ui-quick-scan-legal = Hier voldoet u niet, of maar voor een deel, aan een wettelijke plicht
ui-quick-scan-legal-unknown = Hier weet u nog niet of u aan een wettelijke plicht voldoet
ui-quick-scan-profile = Vragen over de toepassing ({ $count })
ui-quick-scan-questions = Vragen van de snelle scan ({ $count })
ui-question-taken-over-text = Kijk of het nog klopt, of geef een ander antwoord.
ui-question-taken-over-holds = Dit antwoord klopt nog
ui-position-refuse = Weigert te ondertekenen
ui-report-position-text = Leg voor ieder lid vast wat het van het rapport vindt. Deze standpunten komen op de handtekeningenpagina. Doe dit voordat u het rapport maakt: wat daarna wordt vastgelegd, staat er niet in.
ui-edition-title = Andere edities en vormen
ui-edition-text = Om te publiceren, te bewerken of mee te rekenen. Deze edities hoeven niet ondertekend te worden.
ui-edition-which = Welke editie?
ui-edition-public = Openbare editie
    .hint = Voor wie er niet bij was. U kiest hieronder wat u weglaat.
ui-edition-summary = Samenvatting
    .hint = De uitkomst, de belangrijkste punten en het advies, op twee pagina’s.
ui-edition-full = Volledige editie
    .hint = Alles, zoals in het rapport dat u ondertekent.
ui-edition-withhold = Wat laat u weg?
    .hint = Op die plaatsen staat dat er iets is weggelaten. U kunt later bewijzen wat er stond.
ui-edition-withhold-names = Namen
    .hint = Wie de leden zijn, wie wat zei en wie wat doet, staat er niet in. Namen in lopende tekst blijven staan; het programma zegt waar.
ui-edition-withhold-evidence = Bestandsnamen van bewijs
    .hint = Hoe een bewijsstuk heet, staat er niet in; de grootte en het controlegetal wel.
ui-edition-withhold-contact = Contactgegevens
    .hint = Bij wie lezers terechtkunnen met vragen, staat er niet in.
ui-edition-withhold-considerations = Overwegingen
    .hint = Waarom de commissie iets vindt, wat leden en anderen zeiden en wat er in sessies besproken is, staat er niet in; de antwoorden wel.
ui-edition-withhold-answers = Antwoorden
    .hint = Wat de commissie antwoordde, haar bevindingen, risico’s, maatregelen en acties, staat er niet in; de uitkomst en de scores wel.
ui-edition-withhold-questions = Vragen die u weglaat
    .hint = Typ de nummers uit het rapport, bijvoorbeeld HUM-01, PUR-02. Het antwoord en de bevindingen, risico’s, maatregelen en acties die daaruit volgen, staan er dan niet in; de vraag zelf wel.
ui-edition-withhold-nothing = Kies wat u weglaat, of maak de volledige editie.
    .remedy = Een openbare editie laat altijd iets weg.
ui-edition-form = In welke vorm?
    .hint = De inhoud is in elke vorm dezelfde.
ui-edition-form-none = Kies een vorm
ui-edition-form-pdf = PDF, om te lezen en te publiceren
ui-edition-form-html = HTML, voor een website
ui-edition-form-docx = Word (docx), om in te werken
ui-edition-form-xlsx = Excel (xlsx), om mee te rekenen
ui-edition-form-csv = CSV, alleen de antwoorden als tabel
ui-edition-form-md = Markdown, als platte tekst
ui-edition-form-json = JSON, voor andere programma’s
ui-edition-language = Taal van de editie
ui-edition-make = Plaats kiezen en editie maken
ui-edition-made = De editie is gemaakt
