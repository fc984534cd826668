### De commissie: opdracht, quorum, leden met hun termijn, eigen belangen.

ui-committee-lead = Wie er in de commissie zitten, wat de commissie mag, en wie waaraan niet meedoet. Dit staat ook in het rapport.
ui-committee-members = Leden
ui-committee-term = Termijn: { $term }
ui-committee-not-serving = De termijn loopt nu niet.
ui-committee-no-vote = Beslist niet mee.
ui-committee-left = { $count ->
    [one] 1 vroeger lid
   *[other] { $count } vroegere leden
}
ui-committee-mandate-title = Opdracht
ui-committee-mandated-by = Wie gaf de opdracht?
    .hint = Zoals de directie of de raad van bestuur.
ui-committee-mandated-by-public = Mag dat ook in de openbare editie van het rapport staan?
    .hint = In het volledige rapport staat het altijd.
ui-committee-mandated-by-public-yes = Ja, het is een bestuur of een functie, of iemand die dat goed vindt
ui-committee-mandated-by-public-no = Nee, het is de naam van iemand
ui-committee-mandated-by-is-public = Ook in de openbare editie
ui-committee-mandated-by-is-not-public = Niet in de openbare editie
ui-committee-mandated-on = Datum van de opdracht
    .hint = Bijvoorbeeld: 3 3 2026. Mag leeg blijven.
ui-committee-quorum = Wanneer zijn er genoeg leden om te beslissen?
    .hint = Genodigden en wie aan een AI-toepassing niet meedoet, tellen niet mee.
ui-committee-quorum-short = Quorum
ui-committee-quorum-now = { $needed } van de { $deciding } leden die nu meebeslissen
ui-committee-independence = Wat maakt de commissie onafhankelijk?
    .hint = Bijvoorbeeld: niemand wordt beoordeeld op het succes van de AI.
ui-committee-independence-short = Onafhankelijkheid
ui-quorum-none = Geen afspraak
ui-quorum-half = Meer dan de helft van de leden
ui-quorum-two-thirds = Minstens twee derde van de leden
ui-quorum-members = Een vast aantal leden
ui-quorum-share = Een ander deel van de leden
ui-quorum-how-many = Hoeveel leden?
ui-quorum-part = Hoeveel delen?
    .hint = Voor drie vierde typt u hier 3 en daaronder 4.
ui-quorum-of = Van hoeveel?
ui-member-from = Eerste dag van de termijn
    .hint = Bijvoorbeeld: 1 1 2026. Mag leeg blijven.
ui-member-until = Laatste dag van de termijn
    .hint = Mag leeg blijven.
ui-interest-title = Eigen belangen
ui-interest-text = Wie een eigen belang heeft bij een AI-toepassing, doet daar niet aan mee: geen score en geen standpunt. Het rapport noemt dit.
ui-interest-none = Niemand heeft hier een eigen belang gemeld.
ui-interest-no-applications = Er is nog geen AI-toepassing.
ui-interest-declare = Eigen belang melden
ui-interest-who = Wie?
ui-interest-reason = Welk belang is het?
    .hint = Bijvoorbeeld: werkte tot vorig jaar bij de leverancier.
ui-interest-end = Doet weer mee
ui-interest-end-yes = Ja, doet weer mee
ui-interest-end-text = { $name } doet weer mee aan alles over { $application }. De melding blijft in de geschiedenis staan.
ui-choose-member = Kies een naam
ui-no-member = Kies een naam.
    .remedy = Staat de naam niet in de lijst? Voeg die dan eerst toe aan de commissie.
