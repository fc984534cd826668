### What follows from the answers: findings, actions, advice and decision, and where an assessment stands.

follow-up-because-legal-open = Legal gap
follow-up-because-legal-partly = Legal point that is met in part
follow-up-because-legal-upcoming = Legal duty to come
follow-up-because-key-point = Missing key point
follow-up-because-low-score = Low score
follow-up-cause-legal-gap = Legal gap
follow-up-cause-missing-key-point = Missing key point
follow-up-cause-low-score = Low score

follow-up-proposal-legal-open = A legal duty is not met. To the question ‘{ $question }’ the committee answers: { $answer }.
follow-up-proposal-legal-partly = A legal duty is met only in part. To the question ‘{ $question }’ the committee answers: { $answer }.
follow-up-proposal-legal-upcoming = A legal duty to come is not met yet. To the question ‘{ $question }’ the committee answers: { $answer }.
follow-up-proposal-key-point = An important point is not arranged yet. To the question ‘{ $question }’ the committee answers: { $answer }.
follow-up-proposal-low-score = Little is arranged here yet. To the question ‘{ $question }’ the committee answers: { $answer }.

follow-up-likelihood-1 = very unlikely
follow-up-likelihood-2 = unlikely
follow-up-likelihood-3 = possible
follow-up-likelihood-4 = likely
follow-up-likelihood-5 = very likely
follow-up-impact-1 = very small
follow-up-impact-2 = small
follow-up-impact-3 = noticeable
follow-up-impact-4 = serious
follow-up-impact-5 = very serious
follow-up-rating = likelihood { $likelihood } ({ $likely }), impact { $impact } ({ $bad })
follow-up-risk-accepted = accepted
follow-up-risk-refused = refused

follow-up-measure-since = In place since { $date }
follow-up-measure-due = Not in place yet, due by { $date }
follow-up-measure-not-yet = Not in place yet

follow-up-action-open = open
follow-up-action-under-way = under way
follow-up-action-done = done
follow-up-action-dropped = dropped
follow-up-carried-over = Carried over from the assessment of { $date }

follow-up-outsider-data-protection-officer = data protection officer
follow-up-outsider-works-council = works council
follow-up-outsider-customers = customers or those who speak for them
follow-up-outsider-other = somebody else
follow-up-opinion-not-asked = Not asked
follow-up-opinion-awaited = Asked, no answer yet
follow-up-opinion-given = Asked and received

follow-up-course-go = go
follow-up-course-go-if = go, with conditions
follow-up-course-no-go = no go
follow-up-course-stop = stop
follow-up-trigger-model-change = another model or another version of it
follow-up-trigger-supplier-change = another supplier
follow-up-trigger-purpose-change = another purpose
follow-up-trigger-incident = an incident
follow-up-departs = The decision departs from the advice. The committee advises: { $advice }. The decision is: { $decision }.
follow-up-departs-conditions = The decision departs from the advice. One or more of the committee’s conditions were left out or loosened.

follow-up-status-concept = draft
follow-up-status-ready-to-sign = ready to sign
follow-up-status-signed = signed
follow-up-status-adopted = adopted
follow-up-status-withdrawn = withdrawn
follow-up-since-signed = Signed on { $at } by { $signers }
follow-up-since-adopted = Adopted on { $date } by { $by }
follow-up-since-adopted-because = Adopted on { $date } by { $by }, although not everybody signed. Reason: { $because }
follow-up-since-withdrawn = Withdrawn on { $at }. Reason: { $reason }
follow-up-reopened = Reopened
follow-up-reopened-with-reason = Reopened on { $at }. Reason: { $reason }
follow-up-reopened-by-work = Open again since { $at }, because work went on: { $what }
follow-up-was-signed = This assessment was signed and is open again because of this change. What was signed does not change. This change needs a new signature.

follow-up-missing-answer = There is no answer yet to: { $name }
follow-up-missing-answers = { $count } questions without an answer in ‘{ $section }’
follow-up-missing-one-answer = The answers contradict each other. Choose one answer to: { $name }
follow-up-missing-who-finds-out = The answer is not yet known and nobody is finding out: { $name }
follow-up-missing-judgement-of-gap = A legal gap is neither a finding nor dismissed: { $name }
follow-up-missing-judgement-of-proposal = A proposed finding is neither adopted nor dismissed: { $name }
follow-up-missing-position-again = { $name } took a position on a text that has changed since. Ask again.
follow-up-missing-reason-of-position = A position needs a reason. It is missing for: { $name }
follow-up-missing-position-on-advice = { $name } has not taken a position on the advice yet.
follow-up-missing-advice = There is no advice yet.
follow-up-missing-one-advice = There are pieces of advice that contradict each other. Give one piece of advice.
follow-up-missing-conditions = The advice is ‘go, with conditions’, but names none.
follow-up-missing-one-decision = There are decisions that contradict each other. Write down one decision.
follow-up-missing-review-date = The advice names no date for a new look.
follow-up-missing-chair = The committee has no chair.
follow-up-missing-mandate = The mandate of the committee is not filled in.
follow-up-missing-organisation = The particulars of the organisation are not complete (sector, description and contact).
follow-up-missing-quorum = In none of the sessions were there enough members to decide.
follow-up-missing-end-of-session = This session has not ended yet: { $name }
follow-up-missing-reveal = A round of silent scores has not been revealed yet.
follow-up-missing-completion = This section was not declared complete: { $name }
follow-up-missing-resolution = A comment is not resolved yet, on: { $name }
follow-up-missing-answer-from-home = A question to look into is not answered yet: { $name }
follow-up-missing-risk-that-stays = It was not said how serious this risk is after the measures: { $name }
follow-up-missing-date-of-action = This action has no date: { $name }
follow-up-missing-opinion = It was not said whether an opinion was asked, or why not: { $name }
follow-up-missing-other = Something else is missing.

follow-up-change-same = the same
follow-up-change-better = better
follow-up-change-worse = worse
follow-up-change-otherwise = different
follow-up-change-answered = answered now
follow-up-change-opened = not answered now
follow-up-change-new = new question
follow-up-change-gone = no longer asked
follow-up-taken-over = Taken over from the assessment of { $date } and not looked at again yet
follow-up-taken-over-somewhere = Taken over from an earlier assessment and not looked at again yet

follow-up-quick-scan-note = The quick scan asks the questions that say most. You see legal gaps, unknown legal points and missing key points, and no score or colour: there are too few questions for that. Your answers stay for the full assessment.
