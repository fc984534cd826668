### De uitkomst: kleur, scores, wettelijke punten en waarom.

ui-results-title = Uitkomst
ui-results-caption = { $subject } · peildatum { $date }
ui-results-provisional = Voorlopig
ui-results-reasons = Waarom deze kleur
ui-results-total = Totaalscore
ui-results-count = ({ $count })
ui-results-none = (geen)
ui-results-show = { $count ->
    [one] Toon 1 vraag
   *[other] Toon { $count } vragen
}
ui-results-legal = Wettelijke punten
ui-results-legal-text = { $count ->
    [0] Voor deze toepassing telt geen enkel wettelijk punt.
    [one] Voor deze toepassing telt 1 wettelijk punt. Een hoge score maakt een wettelijk knelpunt nooit goed; daarom staat het apart.
   *[other] Voor deze toepassing tellen { $count } wettelijke punten. Een hoge score maakt een wettelijk knelpunt nooit goed; daarom staan ze apart.
}
ui-results-legal-open = Hier voldoet u niet aan een plicht die nu geldt
ui-results-legal-partly = Hier voldoet u deels
ui-results-legal-unknown = Hier weet u het nog niet
ui-results-legal-upcoming = Plichten die eraan komen
ui-results-key-points = Belangrijke punten die ontbreken
ui-results-key-points-text = Deze vragen wegen het zwaarst, en het antwoord geeft 0 punten.
ui-results-promises = Score per servicebelofte
ui-results-promise = Servicebelofte
ui-results-promises-full = Lees de volledige servicebeloften
ui-results-radar = Spinnenwebgrafiek van de scores per servicebelofte. De tabel ernaast geeft dezelfde cijfers.
ui-results-sections = Score per onderdeel
ui-results-section = Onderdeel
ui-results-score = Score
ui-results-why = Waarom deze score?
ui-results-why-text = Kies een score en zie wat elk antwoord eraan bijdraagt: gewicht maal waarde.
ui-results-why-choose = Score
ui-results-why-none = Kies een score
ui-results-why-question = Vraag
ui-results-why-answer = Antwoord
ui-results-why-weight = Gewicht
ui-results-why-worth = Waarde
ui-results-why-points = Punten
ui-results-open = Open vragen
ui-results-open-text = Zolang een vraag open is, telt die als 0 punten.
ui-results-thin = Ja op een wettelijk punt, met weinig bewijs
ui-results-not-applicable = Niet van toepassing, met reden
ui-results-method = Hoe de cijfers ontstaan
