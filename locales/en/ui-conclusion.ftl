### Advice and decision, where a self-assessment stands, comparing, quick scan.

ui-missing-required = { $count ->
    [one] Needed before you sign (1 point)
   *[other] Needed before you sign ({ $count } points)
}
ui-missing-wished = { $count ->
    [one] Worth another look (1 point)
   *[other] Worth another look ({ $count } points)
}
ui-missing-wished-text = You can sign without these.
ui-condition-title = Conditions
    .hint = What has to be so, who sees to it, and by when?
ui-condition-one = Condition { $number }
ui-condition-add = Add a condition
ui-condition-remove = Remove
ui-condition-text = What has to be so?
ui-condition-who = Who sees to it?
ui-condition-due = By when?
    .hint = May be left empty.
ui-condition-owner = Who: { $name }
ui-condition-by = by { $date }
ui-advice-title = Advice and decision
ui-advice-lead = The committee advises. The person who answers for the application decides. Both are in the report, even where they differ.
ui-advice-of-committee = Advice of the committee
ui-advice-none = The committee has not given its advice yet.
ui-advice-conflict = There are pieces of advice that contradict each other, because members worked apart. Record one piece of advice together. It takes the place of these.
ui-advice-give = Record the advice
ui-advice-give-lead = Describe what the committee advises and how it came to that. Members who see it differently record their own position afterwards.
ui-advice-revise = Revise the advice
ui-advice-withdraw = Withdraw the advice
ui-advice-withdraw-yes = Yes, withdraw the advice
ui-advice-withdraw-ask = The advice then no longer holds. It stays in the history, with the positions of the members.
ui-advice-course = What does the committee advise?
ui-advice-because = Why?
    .hint = In a few sentences that somebody from outside understands.
ui-advice-interests = Interests that clashed
    .hint = For example: customers want a quick answer, employees want enough time.
ui-advice-interest = Interest { $number }
ui-advice-interest-add = Add an interest
ui-advice-interest-remove = Remove
ui-advice-interest-of = Whose?
    .hint = For example: customers, employees, the organisation.
ui-advice-interest-text = Which interest?
ui-advice-weighing = How were these interests weighed?
    .hint = What tipped the scales, and what do you do for those who get less?
ui-advice-review = Next review
ui-advice-review-date = On { $date }.
ui-advice-review-sooner = Or sooner, in case of:
ui-advice-review-on = When does the committee look at this again?
    .hint = Usually within a year. May be left empty, but is then listed as missing.
ui-advice-review-when = When sooner than that?
    .hint = Choose what is a reason not to wait for that date.
ui-advice-review-else = Any other reason?
    .hint = One per line.
ui-advice-missing = What is missing here
ui-decision-of-owner = Decision of the accountable owner
ui-decision-none = No decision has been taken yet.
ui-decision-not-yet = A decision can be recorded once there is one piece of advice.
ui-decision-conflict = There are decisions that contradict each other. Record one decision. It takes the place of these.
ui-decision-take = Record the decision
ui-decision-revise = Revise the decision
ui-decision-lead = This is what the accountable owner decides. It may differ from the advice; then it needs a reason.
ui-decision-advice = The advice of the committee: { $course }
ui-decision-on-earlier-advice = This decision is about an earlier advice. The committee has given another one since.
ui-decision-by = Decided on { $date } by { $who }
ui-decision-owner = Who decides?
    .hint = The name of the person who answers for the AI application.
ui-decision-function = Job title
ui-decision-date = Date of the decision
    .hint = For example: 21 11 2026.
ui-decision-course = What is the decision?
ui-decision-because = Why?
    .hint = Needed when the decision departs from the advice, or leaves out or loosens a condition.
ui-decision-risks = Risks that remain
    .hint = Say of each risk whether you accept it. That is needed when the application starts or goes on.
ui-decision-risk-accept = Accept
ui-decision-risk-refuse = Do not accept
ui-decision-risk-because = Why?
    .hint = Needed when you do not accept the risk.
ui-standing-title = Status of the self-assessment
ui-standing-lead = A self-assessment begins as a draft. After the signatures the organisation can adopt it. What was signed never changes any more.
ui-standing-now = The status is now:
ui-standing-step-concept = Draft
ui-standing-step-ready = Ready to sign
ui-standing-step-signed = Signed
ui-standing-step-adopted = Adopted
ui-standing-step-done = done
ui-standing-awaited = Not signed yet by: { $names }.
ui-standing-missing = What is missing
ui-standing-ready = Everything that is needed is there. You can make the report and have it signed.
ui-standing-to-report = To the report
ui-standing-since-signed = Done since the last signature
ui-standing-since-signed-text = The signed report stays as it was. This is not in it:
ui-standing-waiting = Came in after the adoption
ui-standing-waiting-text = This was done in a copy that came back later. The adopted self-assessment stays as it is. Do you want this to count? Then reopen the self-assessment.
ui-standing-copies = Not back yet
ui-standing-copies-text = What was done in these copies is not in this dossier. What you adopt now is without that work.
ui-standing-to-copies = To the copies
ui-standing-nothing-since = Nothing has changed here since the last signature.
ui-standing-closing = Adopt, reopen, withdraw
ui-standing-all = Everything that is missing
ui-standing-required = { $count ->
    [0] Everything that is needed to sign is there.
    [one] 1 point is still needed before you can sign.
   *[other] { $count } points are still needed before you can sign.
}
ui-adopt = Adopt
ui-adopt-text = By adopting it, the organisation makes this signed self-assessment its own. Nothing in it changes after that, except the actions. Whoever wants to change something reopens it first.
ui-adopt-date = Date of adoption
    .hint = For example: 21 11 2026.
ui-adopt-by = By whom?
    .hint = A name, or for example: the board.
ui-adopt-because = Why do you adopt it without all signatures?
ui-adopt-because-hint = These signatures are still missing: { $names }. Your reason is kept with it.
ui-reopen = Reopen
ui-reopen-text = When it is reopened, the committee can work in it again. The signed report is kept. What you change after that needs new signatures.
ui-reopen-reason = Why do you reopen it?
    .hint = For example: the supplier has put another model into use.
ui-withdraw = Withdraw
ui-withdraw-text = By withdrawing it, you say that this self-assessment no longer counts. Everything is kept.
ui-withdraw-reason = Why do you withdraw it?
    .hint = For example: the application was stopped.
ui-comparison-title = Compare self-assessments
ui-comparison-lead = See what changed between self-assessments of the same AI application. The first is compared with the last.
ui-comparison-link = Compare with earlier self-assessments
ui-comparison-only-one = There is only one self-assessment of this AI application yet. Once there is a second, you see them side by side here.
ui-comparison-which = Which self-assessments?
ui-comparison-choose-two = Choose two or more.
ui-comparison-assessments = The self-assessments
ui-comparison-date = Reference date
ui-comparison-standing = Status
ui-comparison-verdict = Result
ui-comparison-open-gaps = Legal gaps
ui-comparison-questionnaire = Questionnaire
ui-comparison-scores = Scores
ui-comparison-trend = Course of the total score, from 0 to 100. The table below gives the same figures.
ui-comparison-difference = Difference
ui-comparison-gaps-closed = Legal gaps that were closed
ui-comparison-gaps-closed-none = None.
ui-comparison-gaps-opened = New legal gaps
ui-comparison-gaps-opened-none = None.
ui-comparison-actions = Actions closed since { $date }
ui-comparison-actions-none = None.
ui-comparison-carried-over = { $count ->
    [one] 1 open action was carried over to the last self-assessment.
   *[other] { $count } open actions were carried over to the last self-assessment.
}
ui-comparison-questions = Question by question
ui-comparison-show = Which questions?
ui-comparison-changed = Only what differs ({ $count })
ui-comparison-all = All questions ({ $count })
ui-comparison-nothing-changed = Not one answer differs.
ui-comparison-taken-over = taken over, not looked at yet
ui-comparison-not-asked = no answer
ui-take-over-title = Begin with earlier answers
ui-take-over-text = { $count ->
    [one] One question of the self-assessment of { $to } has no answer yet, and in that of { $from } it has.
   *[other] { $count } questions of the self-assessment of { $to } have no answer yet, and in that of { $from } they have.
}
ui-take-over-do = { $count ->
    [one] Take over 1 answer
   *[other] Take over { $count } answers
}
ui-take-over-yes = Yes, take them over
ui-take-over-ask = The answers become a starting point. Each says that it was taken over, until the committee has looked at it itself. What was filled in already stays.
ui-take-over-done = { $count ->
    [one] 1 answer taken over. Look whether it still holds.
   *[other] { $count } answers taken over. Look whether they still hold.
}
ui-quick-scan-title = Quick scan
ui-quick-scan-link = A quick scan first
ui-quick-scan-link-text = The questions that say most, in about half an hour. Your answers are kept.
ui-quick-scan-profile-first = { $count ->
    [one] First comes 1 more question about the application. After that you know which questions of the quick scan apply to you: { $most } at most.
   *[other] First come { $count } more questions about the application. After that you know which questions of the quick scan apply to you: { $most } at most.
}
ui-quick-scan-left = { $minutes ->
    [one] That takes about 1 more minute.
   *[other] That takes about { $minutes } more minutes.
}
ui-quick-scan-begin = Begin the quick scan
ui-quick-scan-continue = Go on with the quick scan
ui-quick-scan-all = To all questions
ui-quick-scan-done = All questions of the quick scan have an answer. The other questions complete the picture.
ui-quick-scan-shows = What the quick scan shows
ui-quick-scan-left-out = What the quick scan does not ask
ui-quick-scan-left-out-later = That depends on the questions about the application. Once they are answered, it stands here.
ui-quick-scan-left-out-questions = { $questions ->
    [one] 1 other question applies to this application too.
   *[other] { $questions } other questions apply to this application too.
} { $legal ->
    [0] None of them is about a legal duty.
    [one] 1 of them is about a legal duty: it may be a gap without your seeing it here.
   *[other] { $legal } of them are about a legal duty: they may be gaps without your seeing it here.
}
ui-quick-scan-left-out-sections = The quick scan asks nothing about these sections:
ui-quick-scan-legal = Here you do not meet a legal duty, or only in part
ui-quick-scan-legal-unknown = Here you do not know yet whether you meet a legal duty
ui-quick-scan-profile = Questions about the application ({ $count })
ui-quick-scan-questions = Questions of the quick scan ({ $count })
ui-question-taken-over-text = See whether it still holds, or give another answer.
ui-question-taken-over-holds = This answer still holds
ui-position-refuse = Refuses to sign
ui-report-position-text = Record for each member what they think of the report. These positions appear on the signature page. Do this before you make the report: what is recorded after that is not in it.
ui-edition-title = Other editions and forms
ui-edition-text = To publish, to edit or to count with. These editions need no signatures.
ui-edition-which = Which edition?
ui-edition-public = Public edition
    .hint = For those who were not there. You choose below what you leave out.
ui-edition-summary = Summary
    .hint = The result, the main points and the advice, on two pages.
ui-edition-full = Full edition
    .hint = Everything, as in the report that you sign.
ui-edition-withhold = What do you leave out?
    .hint = In those places it says that something was left out. You can prove later what stood there.
ui-edition-withhold-names = Names
    .hint = Who the members are, who said what and who does what is not in it. Names in running text stay; the program says where.
ui-edition-withhold-evidence = File names of evidence
    .hint = What a piece of evidence is called is not in it; its size and its fingerprint are.
ui-edition-withhold-contact = Contact details
    .hint = Whom readers can ask is not in it.
ui-edition-withhold-considerations = Considerations
    .hint = Why the committee thinks something, what members and others said and what was discussed in sessions is not in it; the answers are.
ui-edition-withhold-answers = Answers
    .hint = What the committee answered, its findings, risks, measures and actions are not in it; the result and the scores are.
ui-edition-withhold-questions = Questions that you leave out
    .hint = Type the numbers from the report, for example HUM-01, PUR-02. The answer, and the findings, risks, measures and actions that follow from it, are then not in it; the question itself is.
ui-edition-withhold-nothing = Choose what you leave out, or make the full edition.
    .remedy = A public edition always leaves something out.
ui-edition-form = In which form?
    .hint = The content is the same in every form.
ui-edition-form-none = Choose a form
ui-edition-form-pdf = PDF, to read and to publish
ui-edition-form-html = HTML, for a website
ui-edition-form-docx = Word (docx), to work in
ui-edition-form-xlsx = Excel (xlsx), to count with
ui-edition-form-csv = CSV, only the answers as a table
ui-edition-form-md = Markdown, as plain text
ui-edition-form-json = JSON, for other programs
ui-edition-language = Language of the edition
ui-edition-make = Choose a place and make the edition
ui-edition-made = The edition was made
