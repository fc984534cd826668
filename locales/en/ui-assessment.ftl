### An assessment: starting, task list, check page of a section.

ui-new-assessment-title = New self-assessment
ui-new-assessment-lead = First you answer ten questions about the application. After that you only see the questions that apply to you.
ui-new-assessment-questionnaire = Questionnaire
ui-new-assessment-version = { $title }, version { $version }
ui-new-assessment-law = Law reviewed up to { $date }.
ui-new-assessment-size = { $count ->
    [one] At most { $count } question.
   *[other] At most { $count } questions.
}
ui-new-assessment-date = Reference date
    .hint = This date decides which legal duties already apply. Usually it is today.
ui-new-assessment-scope = What is included, and what is not?
    .hint = For example: only the chatbot on the website, not the voice computer.
ui-new-assessment-start = Start the self-assessment
ui-particulars-title = Reference date and scope
ui-assessment-caption = Self-assessment with reference date { $date }
ui-assessment-progress = Progress
ui-assessment-begin = Begin with the first question
ui-assessment-continue = Continue with the next open question
ui-assessment-to-results = To the results
ui-assessment-to-report = Make a report
ui-assessment-conflicts = { $count ->
    [one] 1 question has answers that contradict each other
   *[other] { $count } questions have answers that contradict each other
}
ui-assessment-tasks = Sections
ui-assessment-count = { $answered } of { $asked }
ui-assessment-look = Review
ui-assessment-scope = Scope
ui-assessment-scope-none = What is included is not described yet.
ui-assessment-particulars = Change reference date and scope
ui-assessment-profile = Profile
ui-assessment-profile-none = The profile follows from your first answers.
ui-assessment-kept-aside = { $count ->
    [one] 1 answer is kept but does not count: its question does not apply now.
   *[other] { $count } answers are kept but do not count: their questions do not apply now.
}
ui-assessment-status = Status of the questionnaire
ui-assessment-instrument = Service promises, sources and what will change
ui-status-not-asked = Does not apply
ui-status-not-started = Not started
ui-status-in-progress = In progress
ui-status-all-answered = All answered
ui-status-completed = Done
ui-status-to-review = To be reviewed
ui-state-open = Still open
ui-state-not-yet-known = Not yet known
ui-state-answered = Answered
ui-state-not-applicable = Not applicable
ui-state-conflict = Answers contradict each other
ui-section-caption = Review · { $status }
ui-section-next-open = To the first open question
ui-section-legal = Legal point
ui-section-evidence = { $count ->
    [one] 1 piece of evidence
   *[other] { $count } pieces of evidence
}
ui-section-done-question = Is this section done?
ui-section-done-hint = Read the answers together. Done means: this may go into the report. You can always come back to it.
ui-section-done-yes = The committee considers this section done. If you change an answer, the program asks you to review it.
ui-section-complete = Yes, this section is done
ui-section-completed-said = Section done. Saved at { $time }.
ui-section-reopen = Not done after all
ui-section-reopened-said = Section open again. Saved at { $time }.
ui-section-to-tasks = Back to all sections
ui-section-neighbours = Other sections
ui-section-previous = Previous: { $title }
ui-section-next = Next: { $title }
