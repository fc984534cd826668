### The command line: findings, actions, advice and decision, and where an assessment stands.

cli-quick-scan = Shows the quick scan: the questions that say most, in about half an hour. Its answers are ordinary answers.
cli-finding = Records findings and shows what the program proposes.
cli-finding-list = Lists the findings and the proposals.
cli-finding-add = Records a finding of your own.
cli-finding-adopt = Adopts a proposed finding.
cli-finding-dismiss = Dismisses a proposed finding, with the reason.
cli-finding-revise = Changes the text of a finding.
cli-finding-drop = Drops a finding, with the reason.
cli-risk = Records risks, with likelihood and impact.
cli-risk-list = Lists the risks and shows the matrix.
cli-risk-add = Records a risk.
cli-risk-revise = Changes a risk. What you do not mention stays.
cli-risk-drop = Drops a risk, with the reason.
cli-measure = Records measures.
cli-measure-list = Lists the measures.
cli-measure-add = Records a measure.
cli-measure-revise = Changes a measure. What you do not mention stays.
cli-measure-drop = Drops a measure, with the reason.
cli-action = Plans action items and follows them.
cli-action-list = Lists the action items, also those from earlier assessments that are still open.
cli-action-add = Plans an action item.
cli-action-progress = Records how far an action item is, with proof.
cli-opinion = Records what others think: the data protection officer, the works council, customers.
cli-opinion-list = Lists the opinions, and which are still missing.
cli-opinion-add = Records an opinion, or why it was not asked.
cli-opinion-revise = Changes an opinion. What you do not mention stays.
cli-opinion-drop = Drops an opinion, with the reason.
cli-advise = Gives the committee’s advice, or shows advice and decision.
cli-decide = Records the decision of the person who answers for the application.
cli-status = Shows where an assessment stands and what is missing.
cli-adopt = Records that the organisation adopts a signed assessment.
cli-withdraw = Withdraws an assessment, with the reason.
cli-reopen = Reopens a signed, adopted or withdrawn assessment, with the reason.
cli-compare = Puts assessments of one AI application side by side.
cli-take-over = Takes answers over from an earlier assessment to begin with, marked as such.

cli-argument-item = Which one: its number in the list, or at least the first four characters of its identity.
cli-action-progress-item = Which action item: at least the first four characters of its identity.
cli-argument-for-whom = Who would feel it.
cli-argument-before = Likelihood and impact as things are, for example 4x3.
cli-argument-after = Likelihood and impact after the measures, for example 2x3.
cli-argument-findings = A finding that this belongs to; name more if there are more.
cli-argument-risks = A risk that this lowers; name more if there are more.
cli-argument-since = Since when the measure is in place.
cli-argument-all = Shows the action items of the whole dossier.
cli-argument-status = How far: open, under_way, done or dropped.
cli-argument-note = What was done, or why it is dropped.
cli-argument-proof = A file that shows it; name more if you have more.
cli-argument-outsider = Who: data_protection_officer, works_council, customers or other.
cli-argument-not-asked = The opinion was not asked. Say why with --because.
cli-argument-document = A file that goes with it; name more if you have more.
cli-opinion-add-because = Why they were asked or not.
cli-opinion-revise-because = Why they were asked or not.
cli-opinion-add-text = What they think.
cli-opinion-revise-text = What they think.
cli-opinion-add-date = When they said so.
cli-opinion-revise-date = When they said so.
cli-opinion-add-name = Their name, or that of their organisation.
cli-opinion-revise-name = Their name, or that of their organisation.
cli-argument-course = What it comes down to: go, go_if, no_go or stop.
cli-advise-course = The advice: go, go_if, no_go, stop, or withdraw to take it back. Without it you see the advice and the decision.
cli-advise-because = Why.
cli-argument-conditions = A condition; name more if there are more.
cli-argument-interests = An interest that clashes: whose, an equals sign and what. Name more if there are more.
cli-argument-weighing = How the interests were weighed.
cli-argument-review-on = When to look again.
cli-argument-review-when = What asks for a look before that: model_change, supplier_change, purpose_change, incident, or a text of your own.
cli-decide-owner = Who decides.
cli-action-add-owner = Who does it: a member or somebody else.
cli-argument-function = The function of whoever decides.
cli-decide-date = The day of the decision. Today by default.
cli-decide-because = Why; needed where the decision departs from the advice.
cli-argument-accept = A risk that is accepted, with an equals sign and the reason if you give one.
cli-argument-refuse = A risk that is refused, with an equals sign and the reason.
cli-adopt-by = Who adopts it, for example the board.
cli-adopt-date = The day. Today by default.
cli-finding-dismiss-reason = Why not.
cli-finding-drop-reason = Why.
cli-risk-drop-reason = Why.
cli-measure-drop-reason = Why.
cli-opinion-drop-reason = Why.
cli-withdraw-reason = Why.
cli-reopen-reason = Why.
cli-argument-assessments = Which assessments; all of them by default.
cli-compare-subject = Only those of this AI application.
cli-take-over-from = From which assessment.
cli-argument-to = To which assessment.

cli-done-made = Recorded: { $id }
cli-proposed-findings = Proposed:
cli-matrix-legend = From top to bottom the likelihood (5 is the highest), from left to right the impact (1 to 5). In brackets: after the measures.
cli-actions-open = Open: { $open }, of which overdue: { $overdue }
cli-advice = Advice: { $course }
cli-decision = Decision: { $course } ({ $owner }, { $date })
cli-since-signed = Since the last signature, the latest first:
cli-done-take-over = { $count ->
    [one] One answer taken over. It says that it was.
   *[other] { $count } answers taken over. They say that they were.
}
cli-quick-scan-left = { $minutes ->
    [0] All questions of the quick scan are answered.
   *[other] About { $minutes } more minutes.
}
