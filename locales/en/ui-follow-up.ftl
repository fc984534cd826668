### What follows from the answers: findings, risks, measures, actions, opinions.

ui-follow-up-title = What follows from it
ui-follow-up-besides = See also
ui-follow-up-findings = What is wrong or may go wrong, how serious that is, and what you do about it.
ui-follow-up-actions = Who does what, and when is it done?
ui-follow-up-opinions = What the data protection officer, the works council and customers think of it.
ui-follow-up-revise = Change
ui-follow-up-drop = Drop
ui-pick-add = Add
ui-pick-remove = Remove
ui-owner-somebody-else = Somebody else
ui-owner-nobody-yet = Not agreed yet
ui-owner-named = Name or job title
    .hint = For example: the supplier, or the head of customer contact.
ui-document-attach = Add a file
ui-document-attached = { $name } was added.
ui-document-of = Files with: { $what }
ui-findings-title = Findings and risks
ui-findings-lead = A finding says what is the matter. A risk says what may go wrong because of it, and for whom. A measure makes the risk smaller.
ui-findings-heading = Findings
ui-findings-none = There is no finding yet.
ui-finding-number = Finding { $number }
ui-finding-record = Record a finding of your own
ui-finding-text = What is the matter?
    .hint = Write it so that an outsider understands it.
ui-finding-questions = Questions that this rests on
ui-finding-question-more = Add a question
ui-finding-question-choose = Choose a question
ui-finding-drop-reason = Why does this finding no longer hold?
ui-proposals-title = Proposed by the program
ui-proposals-none = No proposal follows from the answers now.
ui-proposals-text = { $count ->
    [one] 1 proposal follows from the answers. The committee takes it over, in its own words, or dismisses it.
   *[other] { $count } proposals follow from the answers. The committee takes them over, in its own words, or dismisses them.
}
ui-proposals-answer = Answer: { $answer }
ui-proposals-first-step = First step: { $step }
ui-proposals-accept = Take over
ui-proposals-text-hint = Change the text until it is your own finding.
ui-proposals-dismiss = Dismiss
ui-proposals-why-not = Why is this not a finding?
    .hint = The reason stays here. You can still bring the proposal back later.
ui-proposals-dismissed = { $count ->
    [one] 1 dismissed proposal
   *[other] { $count } dismissed proposals
}
ui-proposals-again = Propose again after all
ui-risks-title = Risks
ui-risks-none = No risk has been recorded yet.
ui-risks-text = Each risk stands in the table twice: as it is now, and as it is once the measures work. The stronger the shade of a box, the more serious. Whether the organisation accepts what remains is said later, in the decision.
ui-risk-short = R{ $number }
ui-risk-record = Record a risk
ui-risk-text = What may go wrong?
    .hint = For example: a customer in a hurry reaches a person too late.
ui-risk-for-whom = For whom
    .hint = Who notices when this happens?
ui-risk-before = How serious is it now?
    .hint = Without the measures that are still to come.
ui-risk-after = How serious is it with the measures?
    .hint = Leave empty if you cannot tell yet.
ui-risk-before-short = Now
ui-risk-after-short = With the measures
ui-risk-likelihood = Likelihood
ui-risk-impact = Impact
ui-risk-not-rated = not rated yet
ui-risk-findings = Which findings does this come from?
ui-risk-findings-short = Comes from
ui-risk-measures = Measures
ui-risk-measures-none = none yet
ui-risk-drop-reason = Why is this no longer a risk?
ui-matrix-before = As it is now
ui-matrix-after = With the measures
ui-matrix-axes = Likelihood ↓ impact →
ui-matrix-unrated = Not rated with the measures yet: { $risks }.
ui-measures-title = Measures
ui-measures-text = A measure is something you arrange, such as a check or an agreement. Agree who answers for it and by when it has to be in place. You record the steps towards it as actions.
ui-actions-to = To the actions
ui-measures-none = No measure has been recorded yet.
ui-measure-number = Measure { $number }
ui-measure-record = Record a measure
ui-measure-text = What do you arrange?
    .hint = For example: every week an employee rereads twenty conversations.
ui-measure-who = Who answers for it?
ui-measure-by-when = By when must it be in place?
    .hint = May be left empty.
ui-measure-since = Since when is it in place?
    .hint = Leave empty if it is not yet.
ui-measure-owner = Answers for it
ui-measure-overdue = Overdue
ui-measure-risks = Makes smaller
ui-measure-findings = Solves
ui-measure-drop-reason = Why will this measure not be taken?
ui-actions-title = Actions
ui-actions-caption-all = All self-assessments in this dossier
ui-actions-count = { $open ->
    [0] No action is open.
    [one] 1 action is open.
   *[other] { $open } actions are open.
}
ui-actions-overdue = { $count ->
    [one] 1 of them is overdue.
   *[other] { $count } of them are overdue.
}
ui-actions-carried-over = { $count ->
    [one] 1 action comes from an earlier self-assessment.
   *[other] { $count } actions come from an earlier self-assessment.
}
ui-actions-open = Still to do
ui-actions-none = There is nothing to do.
ui-actions-closed = { $count ->
    [one] 1 closed action
   *[other] { $count } closed actions
}
ui-actions-plan-elsewhere = You plan a new action from within a self-assessment.
ui-action-plan = Plan an action
ui-action-text = What has to be done?
    .hint = Write it so that you can tell later whether it is done.
ui-action-who = Who does it?
ui-action-by-when = When must it be done?
    .hint = An action without a date does not get done.
ui-action-from-question = Which question does this belong to?
ui-action-from-no-question = No question in particular
ui-action-findings = Which findings does this solve?
ui-action-owner = Who
ui-action-due = Due on
ui-action-due-none = no date yet
ui-action-overdue = Overdue
ui-action-of = Self-assessment of
ui-action-question = Question
ui-action-shown-by = Proof: { $files }
ui-action-earlier = { $count ->
    [one] 1 earlier step
   *[other] { $count } earlier steps
}
ui-action-progress = Record progress
ui-action-status = How far is it?
ui-action-note = Explanation
    .hint = What was done? If the action is dropped, write why.
ui-action-proof = Proof
    .hint = A file that shows that it was done. It is kept in the dossier.
ui-opinions-title = Opinions of others
ui-opinions-lead = Those whom the AI concerns but who are not on the committee have their say here. Ask them, or write down why not.
ui-opinion-unsettled = It is not written down yet whether this opinion was asked for.
ui-opinion-record = Record an opinion
ui-opinion-record-more = Record another opinion
ui-opinion-asked = Was this opinion asked for?
ui-opinion-asked-yes = Yes
ui-opinion-asked-no = No
ui-opinion-name = Whose?
    .hint = A name, or the name of an organisation or group.
ui-opinion-why = Why asked
ui-opinion-why-not = Why not asked
ui-opinion-text = What do they think?
    .hint = Their own words, or a summary that they agree with. Leave empty while you wait for an answer.
ui-opinion-date = When did they say that?
    .hint = Leave empty while you wait for an answer.
ui-opinion-drop-reason = Why does this opinion no longer stand?
