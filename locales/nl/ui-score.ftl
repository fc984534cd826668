### Stille scores: een ronde openen, de laptop doorgeven, onthullen.

ui-rounds-title = Stille scores
ui-rounds-lead = Elk lid geeft eerst zelf een score, voor het gesprek begint. Niemand ziet een score voordat u de ronde onthult.
ui-rounds-none = Er is nog geen scoreronde.
ui-rounds-one = Ronde over { $questions }
ui-rounds-opened = Geopend: { $when }
ui-rounds-revealed = Onthuld: { $when }
ui-rounds-voted = { $voted } van { $deciding } leden klaar
ui-rounds-new = Scoreronde openen
ui-round-lead = Kies waarover de leden een score geven. Of de namen straks te zien zijn, beslist u nu. Dat verandert daarna niet meer.
ui-round-open = Ronde openen
ui-round-questions = Welke vragen?
ui-round-chosen = { $count ->
    [0] Geen vraag gekozen
    [one] 1 vraag gekozen
   *[other] { $count } vragen gekozen
}
ui-round-agenda = Op de agenda van deze sessie
ui-round-names = Is bij het onthullen te zien wie wat koos?
    .hint = Spreek dit af met de commissie voordat iemand een score geeft.
ui-round-names-shown = Ja, met namen
ui-round-names-hidden = Nee, zonder namen
    .hint = U ziet dan alleen hoe vaak elk antwoord is gekozen.
ui-round-scale = Op welke schaal?
ui-round-scale-answers = De antwoorden van de vraag zelf
ui-round-scale-five = Een cijfer van 1 tot en met 5
    .hint = Voor open vragen. Hoe goed is dit bij ons geregeld?
ui-round-lacks-names = Kies of de namen straks te zien zijn.
    .remedy = De leden moeten dit weten voordat zij een score geven.
ui-round-title = Scoreronde
ui-round-title-revealed = Scoreronde: de uitkomst
ui-round-with-names = Na het onthullen is te zien wie wat koos.
ui-round-without-names = Na het onthullen is niet te zien wie wat koos.
ui-round-questions-title = Vragen in deze ronde
ui-round-scores = { $count ->
    [0] nog geen score
    [one] 1 score
   *[other] { $count } scores
}
ui-round-voters = Wie een score gaf
ui-round-aside = doet niet mee
ui-round-scored = klaar
ui-round-scored-part = { $voted } van { $of }
ui-round-hand-round = Laptop doorgeven
ui-round-reveal = Onthullen
ui-round-reveal-text = Na het onthullen telt geen nieuwe score meer mee. Laat ieder lid hier zelf de eigen pincode typen. Wie er niet is, kan zijn scores later nog openen.
ui-round-reveal-do = Ronde onthullen
ui-round-pin-of = Pincode van { $name }
    .hint = Leeg laten mag. De scores blijven dan nog dicht.
ui-round-talk-first = De vraag waarover de leden het het minst eens zijn, staat bovenaan. Begin daar het gesprek.
ui-round-locked = Nog niet geopende scores
ui-round-locked-text = Alleen het lid zelf kan ze openen, met de eigen pincode.
ui-round-open-votes = Scores van { $name } openen
ui-round-open-votes-do = Openen
ui-round-to-session = Naar de sessie
ui-round-all = Alle scorerondes
ui-result-answer = Antwoord
ui-result-votes = Scores
ui-result-median = Midden
ui-result-no-median = geen midden
ui-result-spread = Spreiding
ui-result-steps = { $count ->
    [0] geen verschil
    [one] 1 stap verschil
   *[other] { $count } stappen verschil
}
ui-result-agreement = Overeenstemming
ui-result-no-agreement = te weinig scores om te meten
ui-result-cannot-say = Kan het niet zeggen
ui-result-not-applicable = Niet van toepassing
ui-result-locked = Nog niet geopend
ui-result-speak-first = Deze leden zitten het verst uit elkaar. Laat hen eerst vertellen: { $names }.
ui-result-who = Wie wat koos
ui-result-member = Lid
ui-result-score = Score
ui-result-because = Waarom
ui-result-shut = nog niet geopend
ui-result-said = Wat er zonder naam bij werd geschreven
ui-result-missing = Gaf geen score: { $names }.
ui-result-too-late = Kwam te laat: { $names }.
ui-result-to-question = Naar de vraag en het antwoord van de commissie
ui-vote-title = Geef uw score
ui-vote-lead = Kies uw naam en typ een pincode. Daarna geeft u uw scores. Niemand ziet ze voor het onthullen, ook de gespreksleider niet.
ui-vote-who = Wie bent u?
ui-vote-scored = gaf al een score en mag die nog wijzigen
ui-vote-pin = Bedenk een pincode voor deze ronde
    .hint = Minstens 4 tekens. Onthoud hem goed: zonder pincode kan niemand uw scores openen.
ui-vote-pin-known = Uw pincode van deze ronde
    .hint = Dezelfde als bij uw eerste score.
ui-vote-again = Typ de pincode nog een keer
ui-vote-begin = Scores geven
ui-vote-lacks-name = Kies uw naam.
    .remedy = Staat uw naam er niet bij? Dan geeft u in deze ronde geen score.
ui-vote-pin-short = De pincode is te kort.
    .remedy = Neem minstens { $least } tekens.
ui-vote-pin-differs = De twee pincodes zijn niet hetzelfde.
    .remedy = Typ de tweede opnieuw.
ui-vote-caption = Vraag { $number } van { $of }
ui-vote-score = Wat is uw eigen oordeel?
ui-vote-cannot-say = Dat kan ik niet zeggen
ui-vote-because = Waarom?
    .hint = Mag leeg blijven. Wat u schrijft, is na het onthullen te lezen, zonder uw naam.
    .hint-named = Mag leeg blijven. Wat u schrijft, is na het onthullen te lezen, met uw naam.
ui-vote-lacks-score = Kies een antwoord.
    .remedy = Weet u het niet? Kies dan ‘Dat kan ik niet zeggen’.
ui-vote-next = Opslaan en volgende vraag
ui-vote-finish = Opslaan en klaar
ui-vote-stop = Stoppen
ui-vote-other-pin = Een andere pincode typen
ui-vote-done = Dank u, { $name }
ui-vote-hand-on = Uw scores zijn opgeslagen. Geef de laptop door.
ui-vote-all-done = Iedereen is klaar. Geef de laptop terug aan de gespreksleider.
ui-vote-waiting = Nog niet klaar: { $names }
ui-vote-next-member = Ik ben de volgende
ui-vote-to-round = Terug naar de ronde
ui-vote-revealed = Deze ronde is al onthuld. Nieuwe scores tellen niet meer mee.
