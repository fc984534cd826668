### Zorg voor een dossier: bewaren, wissen, vernietigen, en hoe het eerder was.

care-file-certificate = bewijs-van-vernietiging.txt
care-choose-certificate = Bewijs van vernietiging opslaan

care-retention-near = { $days ->
    [one] Dit dossier wordt bewaard tot en met { $until }. Dat is nog één dag. Beslis wat er daarna mee gebeurt.
   *[other] Dit dossier wordt bewaard tot en met { $until }. Dat is nog { $days } dagen. Beslis wat er daarna mee gebeurt.
}
care-retention-today = Dit dossier wordt bewaard tot en met { $until }. Dat is vandaag. Beslis wat er nu mee gebeurt.
care-retention-passed = { $days ->
    [one] Dit dossier zou bewaard worden tot en met { $until }. Dat was gisteren. Vernietig het, of kies een nieuwe datum.
   *[other] Dit dossier zou bewaard worden tot en met { $until }. Dat was { $days } dagen geleden. Vernietig het, of kies een nieuwe datum.
}

care-why-chosen = U heeft deze wijziging gekozen.
care-why-particulars = Hier staan de eigen gegevens van deze persoon.
care-why-wrote = Deze persoon schreef dit zelf.
care-why-about = Dit gaat over deze persoon.
care-why-named = De naam staat hier als die van iemand die voor het antwoord instaat of ondertekent.
care-why-mentioned = De naam staat hier in een tekst.
care-why-part = Hier staat alleen een deel van de naam. Kijk zelf of deze persoon bedoeld is.

care-cannot-gone = Deze tekst is al weg.
care-cannot-signed = Dit blijft staan: hier staat wie een rapport ondertekende, en wat ondertekend is, verandert nooit. De naam blijft ook in dat rapport staan.
care-cannot-beginning = Dit blijft staan: al het andere bouwt hierop voort. Wie ook dit weg wil hebben, vernietigt het hele dossier.
care-cannot-telling = Dit blijft staan: het vertelt wat er ongedaan gemaakt, gewist of verloren is.
care-cannot-assessed = Dit blijft staan zolang er een zelfbeoordeling van deze toepassing is.

care-becomes-same = Aan wat nu geldt, verandert niets.
care-becomes-open = De vraag staat daarna weer open.
care-becomes-earlier-answer = Het antwoord dat er eerder stond, geldt daarna weer. Moet ook dat weg, kies het dan mee.
care-becomes-no-file = Het bestand zelf gaat ook weg, als geen andere wijziging het nog noemt.
care-becomes-nobody = Waar deze persoon iets deed, staat daarna ‘iemand’.
care-becomes-nothing = Daarna is hier niets meer ingevuld.
care-becomes-earlier = Wat er eerder stond, geldt daarna weer. Moet ook dat weg, kies het dan mee.

care-erases = { $count ->
    [one] Van één wijziging verdwijnt de tekst voorgoed. Dit kan niet ongedaan gemaakt worden.
   *[other] Van { $count } wijzigingen verdwijnt de tekst voorgoed. Dit kan niet ongedaan gemaakt worden.
}
care-place-stays = In de geschiedenis blijft staan dat er iets gedaan is, wanneer en door wie, en waarom de tekst weg is.
care-some-stay = { $count ->
    [one] Eén wijziging kan niet gewist worden; de reden staat erbij.
   *[other] { $count } wijzigingen kunnen niet gewist worden; de redenen staan erbij.
}
care-some-unsure = { $count ->
    [one] In één wijziging staat alleen een deel van de naam. Die wordt alleen gewist als u haar kiest.
   *[other] In { $count } wijzigingen staat alleen een deel van de naam. Die worden alleen gewist als u ze kiest.
}
care-reports-stay = { $count ->
    [one] Eén ondertekend rapport in dit dossier kan deze tekst bevatten. Wat ondertekend is, verandert nooit: de tekst blijft in dat rapport staan, hier en bij iedereen die het heeft.
   *[other] { $count } ondertekende rapporten in dit dossier kunnen deze tekst bevatten. Wat ondertekend is, verandert nooit: de tekst blijft in die rapporten staan, hier en bij iedereen die ze heeft.
}
care-backups-too = { $count ->
    [0] Op deze computer bewaart het programma geen reservekopieën van dit dossier.
    [one] De ene reservekopie die het programma bewaart, wordt ook geschoond.
   *[other] De { $count } reservekopieën die het programma bewaart, worden ook geschoond.
}
care-others-copies = Kopieën, exports en rapporten die anderen hebben of die elders staan, kan het programma niet bereiken. Vraag wie ze heeft om ze te wissen. Wordt zo’n kopie later samengevoegd, dan komt de gewiste tekst niet terug.
care-inside-files = In bijgevoegde bestanden kijkt het programma niet. Staat er een naam in een bewijsstuk, kies dan dat bewijsstuk.
care-disk = Moderne schijven (SSD’s) kunnen oude versies van een bestand nog een tijd bewaren, buiten bereik van elk programma. Versleutel de schijf als dat voor u telt.

care-erased = { $count ->
    [one] De tekst van één wijziging is gewist.
   *[other] De tekst van { $count } wijzigingen is gewist.
}
care-not-compact = Het bestand kon niet opnieuw geschreven worden, waarschijnlijk omdat de schijf vol is. Er kunnen nog resten van gewiste tekst in staan. Maak ruimte en maak het wissen dan af.
care-backups-rewritten = { $count ->
    [0] Er was geen reservekopie met deze tekst.
    [one] Eén reservekopie is herschreven zonder deze tekst.
   *[other] { $count } reservekopieën zijn herschreven zonder deze tekst.
}
care-backup-removed = Reservekopie { $name } kon niet herschreven worden en is weggehaald.
care-backup-goes = Reservekopie { $name } gaat niet open met wat dit dossier opent. Niemand kan er iets in wissen. Daarom wordt zij weggehaald. Wilt u dat niet, zet haar dan eerst ergens anders neer.
care-unfinished-left = Bestand { $name } is niet afgemaakt en staat er nog. De gewiste tekst kan erin staan. Maak het wissen over een uur af.
care-backup-left = Reservekopie { $name } was niet bereikbaar en kan de tekst nog bevatten. Staat zij nog ergens open, sluit haar dan. Maak daarna het wissen af.
care-backups-unread = De map met reservekopieën kon niet gelezen worden: { $folder }. De tekst kan daar nog staan. Maak het wissen af als de map weer te lezen is.

care-past-after = Na { $change }
care-past-date = Aan het eind van { $date }
care-past-note = { $count ->
    [0] Dit is berekend uit wat er tot dat moment was vastgelegd. Tijden zijn die van de klok van wie het deed.
    [one] Dit is berekend uit wat er tot dat moment was vastgelegd. Tijden zijn die van de klok van wie het deed. Van één wijziging tot dat moment is de tekst er niet meer; die staat hier dus niet bij.
   *[other] Dit is berekend uit wat er tot dat moment was vastgelegd. Tijden zijn die van de klok van wie het deed. Van { $count } wijzigingen tot dat moment is de tekst er niet meer; die staat hier dus niet bij.
}

care-destroyed = Dossier { $name } is vernietigd.
care-destroyed-backup = Reservekopie { $name } is vernietigd.
care-backup-stays = Reservekopie { $name } is niet vernietigd en staat er nog.
care-certificate-written = Het bewijs van vernietiging staat in { $name }.

certificate-title = Bewijs van vernietiging van een dossier
certificate-begun = De vernietiging van dit dossier is begonnen. Of zij ook voltooid is, zegt dit bestand niet. Is het bestand er nog, open het dan: het programma zegt of de vernietiging nog afgemaakt moet worden.
certificate-done = Dit dossier is overschreven en van de schijf gehaald.
certificate-file = Bestand
certificate-organisation = Organisatie
certificate-size = Grootte
certificate-bytes = { $count ->
    [one] 1 byte
   *[other] { $count } bytes
}
certificate-sha256 = SHA-256 van het bestand
certificate-events = Vastgelegde wijzigingen
certificate-fingerprint = Controlegetal van het dossier
certificate-dossier = Kenmerk van het dossier (eerste wijziging)
certificate-first = Begonnen
certificate-last = Laatste wijziging
certificate-at = Vernietigd op
certificate-by = Vernietigd door (gebruiker en computer)
certificate-program = Programma
certificate-backups = Mee vernietigde reservekopieën:
certificate-backups-left = Reservekopieën die niet vernietigd zijn:
certificate-proves = Wie nog een kopie of een export van dit dossier heeft, ziet aan het controlegetal en het aantal wijzigingen dat het om dit dossier gaat.
certificate-proves-not = Dit bestand is niet ondertekend. Het bewijst niet dat de klok goed stond, niet dat er elders geen kopieën, exports of rapporten meer zijn, en niet dat een moderne schijf (SSD) geen oude versies van het bestand bewaart.
certificate-for-programs = Dezelfde gegevens voor programma’s (JSON):

cli-erase = Wist tekst voorgoed: van een of meer wijzigingen, of alle tekst van een commissielid. Zonder --event en --member: maakt af wat eerder wissen niet kon afmaken.
cli-retention = Kiest hoe lang het dossier bewaard wordt, of toont het.
cli-destroy = Vernietigt een dossier en zijn reservekopieën. Het bewijs van vernietiging wordt eerst geschreven.
cli-argument-as-of = Toont de zelfbeoordeling zoals zij was: na een wijziging (haar nummer of de eerste tekens van haar kenmerk) of aan het eind van een datum (JJJJ-MM-DD).
cli-erase-event = De wijziging: haar nummer in de geschiedenis of de eerste tekens van haar kenmerk. Herhaal dit voor meer wijzigingen.
cli-erase-member = De naam van het commissielid van wie alle tekst gewist wordt.
cli-erase-reason = Waarom. Herhaal niet wat er gewist wordt; de reden blijft staan.
cli-erase-preview = Wist niets, maar toont wat er zou gebeuren.
cli-retention-until = De laatste dag waarop het dossier bewaard wordt (JJJJ-MM-DD).
cli-retention-reason = Waarom tot dan.
cli-destroy-organisation = De naam van de organisatie, ter bevestiging.
cli-destroy-certificate = Waar het bewijs van vernietiging komt: een nieuw bestand.
cli-destroy-keep-backups = Laat de reservekopieën staan. Het bewijs noemt ze.

cli-not-kept-until = Er is nog niet gekozen hoe lang dit dossier bewaard wordt.
cli-kept-until = Bewaard tot en met { $until }. Reden: { $reason }
cli-past-answered = { $answered } van { $asked } vragen beantwoord; { $changed } nu anders
cli-past-changed = nu anders
cli-past-open = nog open
