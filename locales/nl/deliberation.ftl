### De commissie aan het werk: leden, sessies, scorerondes, standpunten en opmerkingen.

committee-term = { $from } tot en met { $until }
committee-term-from = vanaf { $from }
committee-term-until = tot en met { $until }
committee-quorum-none = geen afspraak
committee-quorum-members = { $members ->
    [one] minstens één lid
   *[other] minstens { $members } leden
}
committee-quorum-at-least = minstens { $part }/{ $of } van de leden
committee-quorum-more-than = meer dan { $part }/{ $of } van de leden

session-came = kwam
session-went = vertrok
session-excused = afgemeld
session-topic-conflict = Antwoorden die elkaar tegenspreken: { $question }
session-topic-legal-gap = Wettelijk punt: { $question }
session-topic-contested = Verschil van mening: { $question }
session-topic-open-question = Vraag: { $question }
session-topic-action = Actie: { $action }
session-reason-conflict = { $answers ->
    [one] Er staat één antwoord dat nog bevestigd moet worden.
   *[other] Er staan { $answers } antwoorden die elkaar tegenspreken.
}
session-reason-legal-open = Een wettelijke plicht waaraan niet is voldaan.
session-reason-legal-partly = Een wettelijke plicht waaraan deels is voldaan.
session-reason-legal-unknown = Een wettelijke plicht waarvan nog niet bekend is of eraan is voldaan.
session-reason-legal-upcoming = Een wettelijke plicht die later ingaat en waaraan nog niet is voldaan.
session-reason-positions = Ander standpunt: { $names }.
session-reason-ask-again = Het antwoord is gewijzigd na het standpunt van { $names }.
session-reason-votes = De scores liggen ver uit elkaar.
session-reason-action = Moest klaar zijn op { $due }.
session-reason-parked = Staat op de parkeerplaats.
session-reason-not-yet-known = Het antwoord was nog niet bekend.
session-reason-open = Nog niet beantwoord.
session-quorum-none = Aanwezig: { $present } van de { $deciding } leden die meebeslissen. Er is geen quorum afgesproken.
session-quorum-reached = Aanwezig: { $present } van de { $deciding } leden die meebeslissen; { $needed } nodig. Het quorum is gehaald.
session-quorum-missed = Aanwezig: { $present } van de { $deciding } leden die meebeslissen; { $needed } nodig. Het quorum is niet gehaald.

round-grade-1 = 1 (helemaal niet)
round-grade-2 = 2
round-grade-3 = 3
round-grade-4 = 4
round-grade-5 = 5 (helemaal)
round-band = vanaf { $from }
round-votes = { $votes ->
    [0] Geen scores.
    [one] Eén score.
   *[other] { $votes } scores.
}
round-median = Midden: { $told }.
round-agreement = Overeenstemming: { $told }.
round-measure = Overeenstemming is maat A van Van der Eijk (Quality & Quantity 35, 2001): 1 als iedereen hetzelfde kiest, 0 als de scores gelijk verdeeld zijn, −1 als er twee uitersten zijn. Het midden is de mediaan.
round-stays-shut = Niet geopend, want de pincode ontbreekt: de scores van { $names }. Zij kunnen ze later nog openen.

comment-revised-at = { $made }, gewijzigd { $revised }
