### Sessies: plan, aanwezigheid, agenda, klok, verslag, wat blijft liggen.

ui-sessions-title = Sessies
ui-sessions-lead = Plan een sessie, houd bij wie er is en wat er wordt gezegd. Wat u niet afkrijgt, blijft hier staan.
ui-sessions-list = Alle sessies
ui-sessions-none = Er is nog geen sessie gepland.
ui-sessions-items = { $count ->
    [0] geen agenda
    [one] 1 agendapunt
   *[other] { $count } agendapunten
}
ui-sessions-attended = Aanwezig: { $names }
ui-sessions-plan = Sessie plannen
ui-session-title = Sessie van { $date }
ui-session-planned = gepland
ui-session-running = nu bezig
ui-session-ended = afgelopen
ui-session-started-at = Begonnen op { $when }
ui-session-ended-at = Afgelopen op { $when }
ui-session-start = Sessie beginnen
ui-session-resume = Sessie hervatten
ui-session-begun = De sessie is begonnen. Geef aan wie er is.
ui-session-end = Sessie beëindigen
ui-session-end-text = Het punt dat nu op tafel ligt, wordt gesloten. U kunt de sessie later hervatten.
ui-session-is-ended = De sessie is afgelopen.
ui-session-all = Alle sessies
ui-session-room = Scherm voor de zaal
ui-session-room-text = Een tweede venster voor de beamer. Het volgt de pagina waar u bent: de vraag, het antwoord terwijl u typt, de standpunten, de uitslag van een scoreronde en de klok. Verslag, opmerkingen en scores die nog geheim zijn, komen er nooit op.
ui-session-room-open = Scherm voor de zaal openen
ui-session-room-blank = Donker of weer licht maken
ui-session-room-keys = U kunt ook { $open } en { $blank } gebruiken. Sleep het venster naar de beamer en druk daar op F11.
ui-attendance-title = Aanwezigheid
ui-attendance-needed = { $needed ->
    [one] Om te beslissen is 1 van de { $deciding } leden nodig.
   *[other] Om te beslissen zijn { $needed } van de { $deciding } leden nodig.
}
ui-attendance-came = Is er
ui-attendance-went = Gaat weg
ui-attendance-excused = Heeft zich afgemeld
ui-attendance-present = aanwezig
ui-attendance-absent = afwezig
ui-attendance-is-excused = afgemeld
ui-attendance-noted = { $name }: { $what }
ui-attendance-aside = Doet hier niet mee: { $reason }
ui-attendance-not-counted = Telt niet mee voor het quorum.
ui-attendance-later = Achteraf noteren
ui-attendance-who = Wie?
ui-attendance-what = Wat gebeurde er?
ui-attendance-at = Hoe laat?
    .hint = Bijvoorbeeld: 14:32. Leeg betekent nu.
ui-agenda-title = Agenda
ui-agenda-empty = Er staat niets op de agenda.
ui-agenda-minutes = { $minutes ->
    [0] Zonder tijd per punt.
    [one] Samen ongeveer 1 minuut.
   *[other] Samen ongeveer { $minutes } minuten.
}
ui-agenda-box = { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}
ui-agenda-no-box = zonder tijd
ui-agenda-besides = kwam erbij
ui-agenda-took = { $minutes ->
    [0] duurde minder dan een minuut
    [one] duurde 1 minuut
   *[other] duurde { $minutes } minuten
}
ui-agenda-now = nu op tafel
ui-agenda-done = besproken
ui-agenda-take-up = Bespreken
ui-agenda-again = Opnieuw bespreken
ui-agenda-other = Iets anders bespreken
ui-agenda-other-text = Waar gaat het over?
ui-agenda-edit = Agenda wijzigen
ui-table-title = Nu op tafel
ui-table-close = Klaar met dit punt
ui-table-question = Naar de vraag
ui-clock-free = { $minutes ->
    [0] Net begonnen
    [one] 1 minuut bezig
   *[other] { $minutes } minuten bezig
}
ui-clock-within = { $left ->
    [one] { $minutes } van { $of } minuten. Nog 1 minuut.
   *[other] { $minutes } van { $of } minuten. Nog { $left } minuten.
}
ui-clock-over = { $over ->
    [0] { $minutes } van { $of } minuten. De tijd is om.
    [one] { $minutes } van { $of } minuten. 1 minuut over de tijd.
   *[other] { $minutes } van { $of } minuten. { $over } minuten over de tijd.
}
ui-minutes-title = Verslag van de hele sessie
ui-minutes-write = Verslag schrijven
ui-minutes-revise = Verslag wijzigen
ui-minutes-text = Wat is er gezegd en afgesproken?
ui-parked-title = Parkeerplaats
ui-parked-none = Er staat niets op de parkeerplaats.
ui-parked-add = Punt parkeren
ui-parked-text = Welk punt bewaart u voor later?
ui-parked-take-out = Afhandelen
ui-parked-outcome = Wat is ermee gebeurd?
ui-parked-settled = { $count ->
    [one] 1 afgehandeld punt
   *[other] { $count } afgehandelde punten
}
ui-take-home-title = Vragen om uit te zoeken
ui-take-home-none = Niemand hoeft iets uit te zoeken.
ui-take-home-ask = Iemand iets laten uitzoeken
ui-take-home-text = Wat moet er worden uitgezocht?
ui-take-home-who = Wie zoekt het uit?
ui-take-home-somebody-else = Iemand buiten de commissie
ui-take-home-named = Naam of functie
    .hint = Zoals de datawetenschapper.
ui-take-home-due = Voor welke dag?
    .hint = Bijvoorbeeld: 5 12 2026. Mag leeg blijven.
ui-take-home-owner = { $name } zoekt dit uit
ui-take-home-by = uiterlijk { $date }
ui-take-home-overdue = De dag is voorbij en er is nog geen antwoord.
ui-take-home-answer = Antwoord opschrijven
ui-take-home-answer-text = Wat is het antwoord?
ui-take-home-drop = Hoeft niet meer
ui-take-home-drop-reason = Waarom hoeft het niet meer?
ui-take-home-dropped = Hoeft niet meer: { $reason }
ui-plan-new = Sessie plannen
ui-plan-revise = Sessie wijzigen
ui-plan-lead = Het programma stelt een agenda voor: wat elkaar tegenspreekt, wat de wet vraagt, waar leden van mening verschillen en wat nog open is. U bepaalt de volgorde.
ui-plan-date = Datum
    .hint = Bijvoorbeeld: 5 12 2026.
ui-plan-place = Plaats
    .hint = Zoals een zaal of een adres. Mag leeg blijven.
ui-plan-minutes-from = Het is een schatting: zo lang duurden zulke punten in uw eerdere sessies. Is zo’n punt nog niet besproken, dan rekent het programma met een gewone duur.
ui-plan-minutes = Minuten
ui-plan-up = Omhoog
ui-plan-down = Omlaag
ui-plan-moved = { $topic } staat nu op plaats { $place }
ui-plan-take-off = Van de agenda halen
ui-plan-taken-off = Van de agenda: { $topic }
ui-plan-added = Op de agenda: { $topic }
ui-plan-add = Op de agenda zetten
ui-plan-own = Eigen punt
    .hint = Iets wat het programma niet voorstelt.
ui-plan-others = { $count ->
    [one] Nog 1 voorstel
   *[other] Nog { $count } voorstellen
}
