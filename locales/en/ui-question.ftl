### One question on one screen.

ui-question-caption = { $section } · Question { $number } of { $of }
ui-question-answer = The committee’s answer
ui-question-answer-several = The committee’s answer: choose all that apply
ui-question-not-yet-known = Not yet known
    .hint = The question stays open. Write below who will find out.
ui-question-not-applicable = Not applicable
    .hint = Write below why.
    .hint-name = Write below why, and who says so.
ui-question-number = Your answer, as a whole number ({ $unit })
ui-question-text = Your answer
ui-question-because = Consideration
    .hint = Why does the committee give this answer? Doubts belong here too.
ui-question-because-required = Why is this not applicable?
    .hint = This reason goes into the report.
ui-question-certainty = How certain is this?
ui-question-certainty-known = Known: we know this
ui-question-certainty-assumed = Assumed: we think this
ui-question-certainty-unknown = Unknown: we do not know
ui-question-strength = How strong is the evidence?
ui-question-strength-0 = No evidence
ui-question-strength-1 = Stated orally
ui-question-strength-2 = Document present
ui-question-strength-3 = Checked
ui-question-none = Not filled in
ui-question-by = Who vouches for this?
ui-question-by-required = Who says so? (required)
ui-question-gap-value = Choose an answer.
    .remedy = Not sure yet? Then choose ‘Not yet known’: what you wrote is then kept.
ui-question-gap-because = Write why this is not applicable.
    .remedy = Without a reason the report cannot leave a question out.
ui-question-gap-by = Name who says that this is not applicable.
    .remedy = This is a legal point. Somebody has to vouch for this choice by name.
ui-question-introduction = About this section
ui-question-not-asked = This question does not apply to this application now. An answer is kept, but does not count.
ui-question-save-next = Save and continue
ui-question-skip = Skip
ui-question-previous = Previous question
ui-question-withdraw = Withdraw answer
ui-question-leave = Leave anyway: what was not saved is lost
ui-question-earlier = { $count ->
    [one] 1 earlier answer
   *[other] { $count } earlier answers
}
ui-question-history = Whole history of this question
ui-question-kept-nothing = No answer saved yet.
ui-question-kept-since = { $when }
ui-question-kept-waiting = Not saved yet. That happens by itself when you pause or go on.
ui-question-kept-saving = Saving…
ui-question-kept-saved = Saved at { $time }
ui-question-kept-value = Not saved yet: first choose an answer.
ui-question-kept-because = Not saved yet: first write why this is not applicable.
ui-question-kept-by = Not saved yet: first name who says so.
ui-question-kept-failed = Not saved. { $what }
ui-question-kept-retry = Save again
ui-conflict-title = The answers to this question contradict each other
ui-conflict-text = Choose which answer holds, or write a new one. What you do not choose stays in the history.
ui-conflict-take = Go on with this answer
ui-evidence-title = Evidence
ui-evidence-none = No evidence added yet.
ui-evidence-attach = Add evidence
ui-evidence-attached = { $name } was added.
ui-evidence-detach = Detach from this question
ui-evidence-detached = { $name } no longer belongs to this question.
ui-evidence-copy = Save a copy
ui-evidence-copied = The copy was saved as { $name }.
ui-help-title = Help with this question
ui-help-applies-from = Applies from { $date }
ui-help-holders = Duty of: { $who }
ui-help-weight = Weighs { $weight } in the score
ui-help-unweighted = Does not count in the score
ui-help-example = Example
ui-help-first-step = First step
ui-help-evidence = What counts as evidence
ui-help-roles = Who can help with this
ui-help-promises = Service promises
ui-help-references = { $count ->
    [one] 1 source
   *[other] { $count } sources
}
ui-glossary-title = Glossary
ui-glossary-close = Close
ui-glossary-search = Search for a term
ui-glossary-found = { $count ->
    [one] 1 term
   *[other] { $count } terms
}
ui-glossary-list = List of terms
ui-glossary-also = Also: { $words }
