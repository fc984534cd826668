### Wat het programma zegt over reservekopieën, kopieën, samenvoegen, ongedaan maken en overzetten.

keeping-file-copy = kopie-van-dossier.dossier
keeping-file-export = dossier.json
keeping-choose-copy = Kopie voor een commissielid bewaren
keeping-choose-received = Kopieën kiezen die terugkwamen
keeping-choose-export = Export bewaren
keeping-choose-open-export = Export kiezen

keeping-backups-explained = Het programma maakt zelf reservekopieën: op elke dag waarop u in een dossier werkt, en vlak voordat het dossier in zijn geheel verandert. Elke kopie wordt bij het maken gecontroleerd. Van de laatste veertien dagen waarop u werkte, de laatste acht weken waarin u werkte en van elke maand blijft er één. Ze staan op deze computer; zet er zelf af en toe een op een andere plek.
keeping-backup-daily = eerste werk van de dag
keeping-backup-asked = op verzoek gemaakt
keeping-backup-migration = voor een nieuwe bestandsvorm
keeping-backup-merge = voor het samenvoegen
keeping-backup-signature = voor het bewaren van een ondertekend rapport
keeping-backup-unknown = reden niet bekend
keeping-backed-up = Reservekopie gemaakt: { $name }
keeping-backed-up-before = Vooraf is een reservekopie gemaakt: { $name }
keeping-not-backed-up = Er is nu geen reservekopie gemaakt. { $reason } Uw werk is wel opgeslagen.
keeping-restored = De reservekopie staat als nieuw dossier { $name } in de map { $folder }. Het dossier van nu is niet veranderd.

keeping-copied = Kopie gemaakt: { $name }. Geef dit bestand mee aan het commissielid. Komt het terug, voeg het dan samen met dit dossier.
keeping-copied-for = Kopie gemaakt voor { $who }: { $name }. Geef dit bestand mee. Wat erin vastgelegd wordt, komt op naam van { $who } te staan. Komt het terug, voeg het dan samen met dit dossier.
keeping-copy-not-noted = Omdat u het dossier alleen bekijkt, is niet vastgelegd wie deze kopie heeft.
keeping-copy-out = nog niet terug
keeping-copy-back = terug sinds { $at }
keeping-copy-given-up = komt niet terug, vastgelegd op { $at }. Reden: { $reason }
keeping-copy-not-back = De kopie { $name } van { $date } is nog niet terug.
keeping-copy-of-not-back = De kopie van { $who } van { $date } is nog niet terug.
keeping-copy-came-back = De kopie { $name } van { $date } is terug.
keeping-copy-of-came-back = De kopie van { $who } van { $date } is terug.
keeping-in-copy = in de kopie { $name }
keeping-in-dossier = in dit dossier
keeping-nothing-new = Er was niets nieuws. Alles uit deze kopieën stond al in het dossier.
keeping-merged = { $count ->
    [0] Er zijn geen wijzigingen bij gekomen.
    [one] Er is één wijziging bij gekomen.
   *[other] Er zijn { $count } wijzigingen bij gekomen.
}
keeping-merged-recovered = { $count ->
    [one] Van één wijziging zijn de woorden terug die hier verloren waren.
   *[other] Van { $count } wijzigingen zijn de woorden terug die hier verloren waren.
}
keeping-merged-erased = { $count ->
    [one] Van één wijziging zijn de woorden nu ook hier gewist.
   *[other] Van { $count } wijzigingen zijn de woorden nu ook hier gewist.
}
keeping-merged-conflicts = { $count ->
    [one] Bij één vraag spreken antwoorden elkaar tegen. De commissie kiest welk antwoord geldt.
   *[other] Bij { $count } vragen spreken antwoorden elkaar tegen. De commissie kiest welk antwoord geldt.
}
keeping-waits = { $count ->
    [one] Er wacht één wijziging. De zelfbeoordeling is vastgesteld zonder deze wijziging en blijft zoals zij is. De wijziging telt mee zodra u de zelfbeoordeling heropent.
   *[other] Er wachten { $count } wijzigingen. De zelfbeoordeling is vastgesteld zonder deze wijzigingen en blijft zoals zij is. Ze tellen mee zodra u de zelfbeoordeling heropent.
}
keeping-merged-waiting = { $count ->
    [one] Voor één vastgestelde zelfbeoordeling is werk binnengekomen dat wacht. Wat vastgesteld is, verandert niet.
   *[other] Voor { $count } vastgestelde zelfbeoordelingen is werk binnengekomen dat wacht. Wat vastgesteld is, verandert niet.
}
keeping-fork = In { $branches } bestanden is onder dezelfde naam ({ $replica }) verder gewerkt na wijziging { $after }. Dat gebeurt als iemand het bestand zelf kopieert of een hele computer overzet. Al het werk is bewaard. Maak voortaan in het programma een kopie voor een commissielid.

keeping-undo = Ongedaan maken
keeping-redo = Toch laten gelden
keeping-undone = Ongedaan gemaakt op { $at } door { $who }

keeping-exported = Alles uit het dossier staat in { $name } ({ $count ->
    [one] één wijziging
   *[other] { $count } wijzigingen
}). Dit bestand is niet versleuteld: bewaar het zo zorgvuldig als het dossier.

keeping-rescued = Het nieuwe dossier { $name } is gemaakt met alles wat nog goed was ({ $count ->
    [one] één wijziging
   *[other] { $count } wijzigingen
}). Het beschadigde bestand is niet veranderd.
keeping-rescue-kept = { $count ->
    [one] Eén wijziging is volledig bewaard.
   *[other] { $count } wijzigingen zijn volledig bewaard.
}
keeping-rescue-lost = { $count ->
    [one] Van één wijziging zijn de woorden verloren. Staat zij nog in een andere kopie, voeg die dan samen met het nieuwe dossier.
   *[other] Van { $count } wijzigingen zijn de woorden verloren. Staan zij nog in een andere kopie, voeg die dan samen met het nieuwe dossier.
}
keeping-rescue-event = nummer { $number }, { $at }
keeping-rescue-left-out = { $count ->
    [one] Eén wijziging was nog te lezen, maar de keten erheen is gebroken. Zij staat niet in het nieuwe dossier:
   *[other] { $count } wijzigingen waren nog te lezen, maar de keten erheen is gebroken. Zij staan niet in het nieuwe dossier:
}
keeping-rescue-more = { $count ->
    [one] en nog één
   *[other] en nog { $count }
}

keeping-is-readable = Dit dossier is niet versleuteld. Wie het bestand heeft, kan het lezen.
keeping-is-encrypted = Dit dossier en de reservekopieën zijn versleuteld. Zonder de wachtwoordzin of de herstelcode kan niemand ze lezen. Bent u allebei kwijt, dan is het werk weg. Niemand kan u dan helpen.
keeping-encrypted = { $name } is versleuteld.
keeping-decrypted = Het dossier is niet meer versleuteld. Wie het bestand heeft, kan het lezen.
keeping-backups-rewritten = { $count ->
    [one] Eén reservekopie is opnieuw geschreven en gecontroleerd.
   *[other] { $count } reservekopieën zijn opnieuw geschreven en gecontroleerd.
}
keeping-backup-left = De reservekopie { $name } is gebleven zoals zij was. { $why } Verwijder haar zelf als niemand haar mag lezen.
keeping-backup-other-passphrase = De reservekopie { $name } is gebleven zoals zij was: zij gaat met een andere wachtwoordzin open, waarschijnlijk een vroegere. Weet u die nog, maak het wijzigen dan af op de opdrachtregel: verantwoord passphrase BESTAND --former-passphrase-file BESTAND
keeping-opens-with-former = Deze reservekopie gaat niet open met de wachtwoordzin van dit dossier, maar met een vroegere.
keeping-backups-all-along = Alle reservekopieën gaan met dezelfde wachtwoordzin open als het dossier.
keeping-unfinished-left = Bestand { $name } is niet afgemaakt en staat er nog. Er kan leesbare tekst in staan. Verwijder het zelf als het er over een uur nog is.
keeping-others-readable = Kopieën die anderen al hebben of die u zelf ergens hebt neergezet, blijven zoals ze zijn.
keeping-exports-readable = Rapporten, exports en losse kopieën van bewijs zijn niet versleuteld.
keeping-disk-readable = De oude bestanden zijn overschreven. Op een SSD, een stick of een gesynchroniseerde map kunnen er toch resten van blijven. Versleutel daarom ook de schijf zelf.
keeping-passphrase-short = Te kort: kies minstens { $count } tekens, bijvoorbeeld vier losse woorden.
keeping-passphrase-weak = Lang genoeg, maar makkelijk te raden.
keeping-passphrase-fair = Lang genoeg, maar met moeite te raden. Een woord erbij helpt.
keeping-passphrase-good = Moeilijk te raden.
keeping-passphrase-strong = Heel moeilijk te raden.

keeping-tail-backups = { $count ->
    [one] De enige reservekopie, van { $latest }, bevat niets dat hier ontbreekt.
   *[other] Vergeleken met { $count } reservekopieën, de nieuwste van { $latest }: daarin staat niets dat hier ontbreekt.
}
keeping-tail-cut = { $count ->
    [one] Aan het eind ontbreekt een wijziging: reservekopie { $name } bevat één wijziging die in dit bestand is gemaakt en er niet meer in staat. Voeg die reservekopie samen met dit dossier om haar terug te krijgen.
   *[other] Aan het eind ontbreken wijzigingen: reservekopie { $name } bevat { $count } wijzigingen die in dit bestand zijn gemaakt en er niet meer in staan. Voeg die reservekopie samen met dit dossier om ze terug te krijgen.
}
keeping-tail-elsewhere = { $count ->
    [one] Reservekopie { $name } bevat één wijziging die in een andere kopie van dit dossier is gemaakt en hier niet in staat.
   *[other] Reservekopie { $name } bevat { $count } wijzigingen die in een andere kopie van dit dossier zijn gemaakt en hier niet in staan.
}
keeping-tail-unread = Met reservekopie { $name } is niet vergeleken: zij is niet te lezen.
keeping-tail-report = Het ondertekende rapport van { $at } legt de eerste { $events } van { $all } wijzigingen vast. Dat telt voor wie het ook buiten dit dossier heeft; vergelijk het met: verantwoord verify RAPPORT --dossier BESTAND
keeping-tail-report-unknown = Het ondertekende rapport van { $at } hoort niet bij een toestand die dit bestand kent. Er kan iets zijn weggehaald.
keeping-tail-since = Is er daarna nog iets vastgelegd en aan het eind weer weggehaald, dan kan niemand dat zien.
keeping-tail-nothing = Er is geen reservekopie en geen ondertekend rapport om mee te vergelijken. Is er aan het eind van de geschiedenis iets weggehaald, dan kan niemand dat zien.
