### De opdrachtregel: de commissie aan het werk.

cli-committee = Toont de commissie, of legt haar opdracht en afspraken vast. Wat u niet noemt, blijft staan.
cli-member-revise = Wijzigt de gegevens van een commissielid. Wat u niet noemt, blijft staan.
cli-member-leave = Laat iemand de commissie verlaten. Wat dit lid deed, blijft op naam staan.
cli-interest = Legt vast wie een eigen belang heeft bij een AI-toepassing en dus niet meedoet.
cli-interest-declare = Geeft een belang op: dit lid scoort en beslist niet mee over die toepassing.
cli-interest-end = Beëindigt een belang: dit lid doet weer mee.
cli-session = Plant en houdt sessies.
cli-session-plan = Plant een sessie.
cli-session-revise = Wijzigt het plan van een sessie. Wat u niet noemt, blijft staan; noemt u agendapunten, dan vervangen die de agenda.
cli-session-list = Noemt de sessies.
cli-session-show = Toont een sessie: wie er waren, het quorum, de agenda en het verslag.
cli-session-agenda = Stelt een agenda voor, het dringendste eerst, met de geschatte tijd.
cli-session-start = Begint een sessie.
cli-session-end = Sluit een sessie af.
cli-session-attend = Noteert dat een lid kwam, vertrok of zich afmeldde.
cli-session-take-up = Begint aan een agendapunt.
cli-session-close-topic = Rondt een agendapunt af.
cli-session-minutes = Schrijft het verslag van een agendapunt, of van de hele sessie.
cli-session-park = Zet een punt op de parkeerplaats.
cli-session-take-out = Haalt een punt van de parkeerplaats en zegt wat ermee gebeurde.
cli-session-ask = Geeft iemand een vraag om uit te zoeken.
cli-session-answer = Beantwoordt een vraag die iemand uitzocht.
cli-session-drop = Laat een vraag vallen die iemand zou uitzoeken.
cli-round = Opent en toont rondes waarin leden in stilte scoren.
cli-round-open = Opent een ronde over een of meer vragen.
cli-round-show = Toont een ronde: wie een score gaf, en na de onthulling welke.
cli-score = Geeft een score in een ronde. Niemand ziet die voor de onthulling.
cli-reveal = Onthult een ronde, of opent later de scores die nog dicht waren.
cli-position = Neemt een standpunt in, of toont de standpunten.
cli-comment = Plaatst en toont opmerkingen bij vragen.
cli-comment-add = Plaatst een opmerking.
cli-comment-list = Toont de opmerkingen bij een vraag.
cli-comment-revise = Wijzigt de tekst van een opmerking.
cli-comment-resolve = Handelt een opmerking af.
cli-comment-reopen = Heropent een opmerking.
cli-comment-choose = Kiest een opmerking voor het rapport.

cli-argument-mandated-on = De datum van de opdracht.
cli-argument-mandated-by = Wie de opdracht gaf.
cli-argument-mandated-by-public = Of dat ook in de openbare editie van het rapport staat: yes (ja) of no (nee).
cli-argument-quorum = Hoeveel beslissende leden er moeten zijn: een aantal (3), minstens een deel (2/3), meer dan een deel (>1/2), of none.
cli-argument-independence = Wat de commissie vrij maakt om te zeggen wat zij vindt.
cli-argument-member = De naam van het lid.
cli-argument-from = De eerste dag van de termijn.
cli-argument-until = De laatste dag van de termijn.
cli-interest-declare-subject = De naam van de AI-toepassing.
cli-interest-end-subject = De naam van de AI-toepassing.
cli-interest-declare-reason = Wat dit lid bindt.
cli-session-plan-date = De dag. Standaard vandaag.
cli-session-revise-date = De nieuwe dag.
cli-session-revise-topic = Een agendapunt: een vraag of een tekst, met na = de minuten. Herhaal dit voor meer agendapunten.
cli-session-agenda-date = Voor welke dag. Standaard vandaag.
cli-argument-place = Waar.
cli-session-plan-topic = Een agendapunt: een vraag of een tekst, met na = de minuten. Herhaal dit voor meer agendapunten.
cli-argument-proposed = Voegt toe wat het programma voorstelt.
cli-argument-session = Welke sessie: de dag, of de eerste tekens van het kenmerk. Standaard die nu bezig is, of anders de eerstvolgende.
cli-argument-movement = came (kwam), went (vertrok) of excused (afgemeld). Standaard came.
cli-argument-at = Hoe laat. Standaard nu.
cli-argument-point = Welk punt: de tekst, of de eerste tekens van het kenmerk. Beide staan in session list.
cli-argument-outcome = Wat ermee gebeurde.
cli-argument-asked = Welke vraag: de tekst, of de eerste tekens van het kenmerk. Beide staan in session list.
cli-session-answer-text = Het antwoord.
cli-session-drop-reason = Waarom er geen antwoord meer nodig is.
cli-argument-topic = Het agendapunt: een vraag of een tekst.
cli-argument-text = De tekst.
cli-argument-owner = Wie het uitzoekt: een lid of iemand anders.
cli-argument-due = Voor wanneer.
cli-session-ask-question = Bij welke vraag van de vragenlijst.
cli-argument-questions = De vragen, bijvoorbeeld HUM-01.
cli-argument-named = Laat bij de onthulling zien wie welke score gaf. Dit kan later niet anders.
cli-argument-one-to-five = Laat leden een cijfer van 1 tot en met 5 geven, ook als de antwoorden geen schaal zijn.
cli-argument-round = Welke ronde: de eerste tekens van het kenmerk. Standaard de laatste.
cli-score-vote = Wie een score geeft, bij welke vraag, en de score: een antwoordoptie, niveau of cijfer; not-yet-known als dit lid het niet kan zeggen. In een kopie die voor een lid is gemaakt, kan de naam weg.
cli-score-because = Waarom; te lezen na de onthulling.
cli-argument-pin-file = Een bestand waarvan de eerste regel de pincode is. Zonder dit bestand wordt erom gevraagd.
cli-argument-without-pin = Bewaart de score zonder pincode. Wie het bestand met een ander programma leest, kan haar dan zien.
cli-reveal-pin-file = Een lid en het bestand met de pincode van dat lid; herhaal dit voor meer leden. Scores zonder code blijven dicht.
cli-argument-on = Waarover: een vraag, advice, report, of een bevinding, met haar nummer in de lijst of de eerste tekens van haar kenmerk.
cli-position-member = Wie; zonder naam toont de opdracht de standpunten.
cli-argument-stance = Het standpunt: agree, reservation, dissent, abstain, refuse (alleen bij report), of withdraw om het in te trekken.
cli-position-reason = Waarom; nodig bij reservation, dissent en refuse.
cli-argument-unnamed = Laat de naam weg in het rapport.
cli-comment-add-member = Wie het zegt. Standaard de commissie.
cli-argument-reply-to = Op welke opmerking dit een antwoord is: het kenmerk.
cli-argument-in-report = Neemt de opmerking op in het rapport.
cli-argument-comment = Het kenmerk van de opmerking.
cli-comment-choose-out = Haalt de opmerking juist uit het rapport.

cli-ask-pin = Pincode:{" "}
cli-done-saved = Opgeslagen ({ $events ->
    [one] één wijziging
   *[other] { $events } wijzigingen
}).
cli-done-session = Sessie gepland: { $session }
cli-done-round = Ronde geopend: { $round }
cli-parked = Op de parkeerplaats:
cli-taken-home = Mee naar huis, nog zonder antwoord:
cli-done-score = { $name } heeft een score gegeven bij { $question }.
cli-done-own-score = Uw score bij { $question } is opgeslagen.
cli-done-comment = Opmerking geplaatst: { $comment }
cli-mandated = Opdracht gegeven: { $told }
cli-quorum = Quorum: { $quorum }
cli-aside = { $name } doet niet mee bij { $subject }: { $reason }
cli-voted = { $votes ->
    [0]   Nog niemand gaf een score.
    [one]   Eén lid gaf een score.
   *[other]   { $votes } leden gaven een score.
}
cli-talk-first = Bespreek in deze volgorde: { $questions }
cli-positions-none = Er zijn nog geen standpunten.
cli-positions-earlier = Over een eerder antwoord:
cli-ask-again = Opnieuw vragen: { $names }
