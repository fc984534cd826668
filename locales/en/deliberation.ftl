### The committee at work: members, sessions, scoring rounds, positions and comments.

committee-term = { $from } up to and including { $until }
committee-term-from = from { $from }
committee-term-until = up to and including { $until }
committee-quorum-none = no rule
committee-quorum-members = { $members ->
    [one] at least one member
   *[other] at least { $members } members
}
committee-quorum-at-least = at least { $part }/{ $of } of the members
committee-quorum-more-than = more than { $part }/{ $of } of the members

session-came = arrived
session-went = left
session-excused = sent apologies
session-topic-conflict = Answers that contradict each other: { $question }
session-topic-legal-gap = Legal point: { $question }
session-topic-contested = Difference of opinion: { $question }
session-topic-open-question = Question: { $question }
session-topic-action = Action item: { $action }
session-reason-conflict = { $answers ->
    [one] There is one answer that is still to be confirmed.
   *[other] There are { $answers } answers that contradict each other.
}
session-reason-legal-open = A legal duty that is not met.
session-reason-legal-partly = A legal duty that is met in part.
session-reason-legal-unknown = A legal duty of which it is not known yet whether it is met.
session-reason-legal-upcoming = A legal duty that starts later and is not met yet.
session-reason-positions = Different position: { $names }.
session-reason-ask-again = The answer was revised after the position of { $names }.
session-reason-votes = The scores lie far apart.
session-reason-action = Was due on { $due }.
session-reason-parked = Stands in the parking lot.
session-reason-not-yet-known = The answer was not known yet.
session-reason-open = Not answered yet.
session-quorum-none = Present: { $present } of the { $deciding } members who decide. No quorum was agreed.
session-quorum-reached = Present: { $present } of the { $deciding } members who decide; { $needed } needed. There is a quorum.
session-quorum-missed = Present: { $present } of the { $deciding } members who decide; { $needed } needed. There is no quorum.

round-grade-1 = 1 (not at all)
round-grade-2 = 2
round-grade-3 = 3
round-grade-4 = 4
round-grade-5 = 5 (entirely)
round-band = from { $from }
round-votes = { $votes ->
    [0] No scores.
    [one] One score.
   *[other] { $votes } scores.
}
round-median = Median: { $told }.
round-agreement = Agreement: { $told }.
round-measure = Agreement is measure A of Van der Eijk (Quality & Quantity 35, 2001): 1 when everybody chooses the same, 0 when the scores are spread evenly, −1 when there are two extremes. The median is the score in the middle.
round-stays-shut = Not opened, because the PIN is missing: the scores of { $names }. They can still open them later.

comment-revised-at = { $made }, revised { $revised }
