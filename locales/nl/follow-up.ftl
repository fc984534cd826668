### Wat uit de antwoorden volgt: bevindingen, acties, advies en besluit, en hoe een zelfbeoordeling ervoor staat.

follow-up-because-legal-open = Wettelijk knelpunt
follow-up-because-legal-partly = Wettelijk punt dat deels geregeld is
follow-up-because-legal-upcoming = Wettelijke plicht die eraan komt
follow-up-because-key-point = Belangrijk punt dat ontbreekt
follow-up-because-low-score = Lage score
follow-up-cause-legal-gap = Wettelijk knelpunt
follow-up-cause-missing-key-point = Belangrijk punt dat ontbreekt
follow-up-cause-low-score = Lage score

follow-up-proposal-legal-open = Aan een wettelijke plicht is niet voldaan. Op de vraag ‘{ $question }’ antwoordt de commissie: { $answer }.
follow-up-proposal-legal-partly = Aan een wettelijke plicht is maar voor een deel voldaan. Op de vraag ‘{ $question }’ antwoordt de commissie: { $answer }.
follow-up-proposal-legal-upcoming = Aan een wettelijke plicht die eraan komt, is nog niet voldaan. Op de vraag ‘{ $question }’ antwoordt de commissie: { $answer }.
follow-up-proposal-key-point = Een belangrijk punt is nog niet geregeld. Op de vraag ‘{ $question }’ antwoordt de commissie: { $answer }.
follow-up-proposal-low-score = Hier is nog weinig geregeld. Op de vraag ‘{ $question }’ antwoordt de commissie: { $answer }.

follow-up-likelihood-1 = zeer klein
follow-up-likelihood-2 = klein
follow-up-likelihood-3 = redelijk
follow-up-likelihood-4 = groot
follow-up-likelihood-5 = zeer groot
follow-up-impact-1 = zeer klein
follow-up-impact-2 = klein
follow-up-impact-3 = merkbaar
follow-up-impact-4 = ernstig
follow-up-impact-5 = zeer ernstig
follow-up-rating = kans { $likelihood } ({ $likely }), gevolg { $impact } ({ $bad })
follow-up-risk-accepted = aanvaard
follow-up-risk-refused = niet aanvaard

follow-up-measure-since = Van kracht sinds { $date }
follow-up-measure-due = Nog niet van kracht, uiterlijk { $date }
follow-up-measure-not-yet = Nog niet van kracht

follow-up-action-open = open
follow-up-action-under-way = mee bezig
follow-up-action-done = gedaan
follow-up-action-dropped = vervallen
follow-up-carried-over = Meegenomen uit de zelfbeoordeling van { $date }

follow-up-outsider-data-protection-officer = functionaris gegevensbescherming
follow-up-outsider-works-council = ondernemingsraad
follow-up-outsider-customers = klanten of wie namens hen spreekt
follow-up-outsider-other = iemand anders
follow-up-opinion-not-asked = Niet gevraagd
follow-up-opinion-awaited = Gevraagd, nog geen antwoord
follow-up-opinion-given = Gevraagd en ontvangen

follow-up-course-go = doorgaan
follow-up-course-go-if = doorgaan onder voorwaarden
follow-up-course-no-go = niet beginnen
follow-up-course-stop = stoppen
follow-up-trigger-model-change = een ander model of een andere versie ervan
follow-up-trigger-supplier-change = een andere leverancier
follow-up-trigger-purpose-change = een ander doel
follow-up-trigger-incident = een incident
follow-up-departs = Het besluit wijkt af van het advies. De commissie adviseert: { $advice }. Het besluit is: { $decision }.
follow-up-departs-conditions = Het besluit wijkt af van het advies. Een of meer voorwaarden van de commissie zijn weggelaten of ruimer gemaakt.

follow-up-status-concept = concept
follow-up-status-ready-to-sign = klaar om te ondertekenen
follow-up-status-signed = ondertekend
follow-up-status-adopted = vastgesteld
follow-up-status-withdrawn = ingetrokken
follow-up-since-signed = Ondertekend op { $at } door { $signers }
follow-up-since-adopted = Vastgesteld op { $date } door { $by }
follow-up-since-adopted-because = Vastgesteld op { $date } door { $by }, hoewel niet iedereen heeft ondertekend. Reden: { $because }
follow-up-since-withdrawn = Ingetrokken op { $at }. Reden: { $reason }
follow-up-reopened = Heropend
follow-up-reopened-with-reason = Heropend op { $at }. Reden: { $reason }
follow-up-reopened-by-work = Weer open sinds { $at }, omdat er is doorgewerkt: { $what }
follow-up-was-signed = Deze zelfbeoordeling was ondertekend en is door deze wijziging weer open. Wat ondertekend is, verandert niet. Voor deze wijziging is een nieuwe handtekening nodig.

follow-up-missing-answer = Er is nog geen antwoord op: { $name }
follow-up-missing-answers = { $count } vragen zonder antwoord in ‘{ $section }’
follow-up-missing-one-answer = De antwoorden spreken elkaar tegen. Kies één antwoord op: { $name }
follow-up-missing-who-finds-out = Het antwoord is nog niet bekend en niemand zoekt het uit: { $name }
follow-up-missing-judgement-of-gap = Een wettelijk knelpunt is nog geen bevinding en niet afgewezen: { $name }
follow-up-missing-judgement-of-proposal = Een voorgestelde bevinding is niet overgenomen en niet afgewezen: { $name }
follow-up-missing-position-again = { $name } nam een standpunt in over een tekst die daarna is veranderd. Vraag het opnieuw.
follow-up-missing-reason-of-position = Bij een standpunt hoort een reden. Die ontbreekt bij: { $name }
follow-up-missing-position-on-advice = { $name } nam nog geen standpunt in over het advies.
follow-up-missing-advice = Er is nog geen advies.
follow-up-missing-one-advice = Er zijn adviezen die elkaar tegenspreken. Geef één advies.
follow-up-missing-conditions = Het advies is doorgaan onder voorwaarden, maar noemt geen voorwaarden.
follow-up-missing-one-decision = Er zijn besluiten die elkaar tegenspreken. Leg één besluit vast.
follow-up-missing-review-date = Het advies noemt geen datum om opnieuw te kijken.
follow-up-missing-chair = De commissie heeft geen voorzitter.
follow-up-missing-mandate = De opdracht van de commissie is niet ingevuld.
follow-up-missing-organisation = De gegevens van de organisatie zijn niet compleet (branche, omschrijving en contact).
follow-up-missing-quorum = In geen enkele sessie waren er genoeg leden om te beslissen.
follow-up-missing-end-of-session = Deze sessie is nog niet beëindigd: { $name }
follow-up-missing-reveal = Een ronde stil scoren is nog niet onthuld.
follow-up-missing-completion = Dit onderdeel is nog niet afgerond: { $name }
follow-up-missing-resolution = Een opmerking is nog niet afgehandeld bij: { $name }
follow-up-missing-answer-from-home = Een vraag om uit te zoeken is nog niet beantwoord: { $name }
follow-up-missing-risk-that-stays = Er staat nog niet hoe ernstig dit risico is na de maatregelen: { $name }
follow-up-missing-date-of-action = Deze actie heeft geen datum: { $name }
follow-up-missing-opinion = Er staat niet of om een mening is gevraagd, of waarom niet: { $name }
follow-up-missing-other = Er ontbreekt nog iets.

follow-up-change-same = gelijk
follow-up-change-better = beter
follow-up-change-worse = slechter
follow-up-change-otherwise = anders
follow-up-change-answered = nu wel beantwoord
follow-up-change-opened = nu niet beantwoord
follow-up-change-new = nieuwe vraag
follow-up-change-gone = niet meer gesteld
follow-up-taken-over = Overgenomen uit de zelfbeoordeling van { $date } en nog niet opnieuw bekeken
follow-up-taken-over-somewhere = Overgenomen uit een eerdere zelfbeoordeling en nog niet opnieuw bekeken

follow-up-quick-scan-note = De snelle scan stelt de vragen die het meeste zeggen. U ziet wettelijke knelpunten, onbekende wettelijke punten en belangrijke punten die ontbreken, en geen score of kleur: daarvoor zijn het te weinig vragen. Uw antwoorden blijven staan voor de volledige zelfbeoordeling.
