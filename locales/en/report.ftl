### The report: everything that comes neither from the questionnaire nor from the committee.

report-title = Accountability report on AI in customer contact
report-header = Accountability report, full edition
report-page = Page { $page } of { $pages }
report-attachment = All data that this report was made from
report-contents = Contents
report-version = version { $version }

report-cover-date = Date of the self-assessment
report-cover-as-of = State of the dossier
report-cover-questionnaire = Questionnaire
report-cover-fingerprint = Fingerprint of the dossier
report-cover-complete = All { $asked } questions have been answered.
report-cover-provisional = { $answered ->
    [one] 1 of { $asked } questions has been answered.
   *[other] { $answered } of { $asked } questions have been answered.
}
report-cover-disclaimer = This is a self-assessment by the organisation’s ethics committee. It is not a quality mark, not legal advice and not an approval by the Klantenservice Federatie or a supervisor.
report-cover-disclaimer-alone = This is a self-assessment by the organisation itself. It is not a quality mark, not legal advice and not an approval by the Klantenservice Federatie or a supervisor.

report-summary = Summary
report-total = Total
report-of-hundred = out of 100
report-answered = Answered
report-of-asked = of { $asked } questions
report-legal-open-short = Legal gaps
report-legal-partly-short = Legal points partly met
report-reasons = Why this colour
report-reasons-green = No rule for red or amber applies.
report-promises = Scores per service promise
report-promises-intro = The service promises are commitments of the sector. The score of a promise counts every question that belongs to it. A question may belong to several promises, so do not add the scores up.
report-promises-caption = Score per service promise, from 0 to 100. An open ring means: too few questions for a score.
report-promises-alternative = Radar chart with the score per service promise: { $values }. The table below gives the same figures.
report-promises-table = Score per service promise
report-number-short = No.
report-promise = Promise
report-score = Score
report-questions = Questions
report-themes = Scores per theme
report-themes-caption = Score per theme, from 0 to 100. The line is at 50. A theme to the left of it keeps the colour from being green.
report-themes-alternative = Bar chart with the score per theme: { $values }. The table below gives the same figures.
report-themes-table = Score per theme
report-theme = Theme
report-many-not-applicable = many questions not applicable
report-not-shown = Where too few questions apply, no score is shown. The answers are in this report all the same and count in the total.
report-no-score = too few questions

report-subject = What was assessed
report-subject-name = AI application
report-subject-purpose = Purpose
report-subject-description = How it works
report-subject-supplier = Supplier
report-subject-since = In use since
report-scope = Scope
report-profile = Profile of the application
report-profile-intro = The profile decides which questions and which legal duties count in this self-assessment.
report-profile-table = Profile questions
report-question = Question
report-answer = Answer

report-committee = Who assessed it
report-logo = Logo of { $name }
report-organisation = Organisation
report-organisation-shown = Name on reports
report-organisation-sector = Line of business
report-organisation-description = About the organisation
report-organisation-contact = Contact about this report
report-mandate = Mandate of the committee
report-members = Members of the committee
report-member-name = Name
report-member-role = Role
report-member-expertise = Expertise
report-member-speaks-for = Speaks for
report-no-members = The dossier names no members of the committee.

role-chair = chair
role-facilitator = facilitator
role-secretary = secretary
role-member = member
role-guest = guest
speaks-for-customers = customers
speaks-for-employees = employees
speaks-for-privacy = privacy
speaks-for-law = law
speaks-for-technology = technology
speaks-for-board = board
certainty-known = known
certainty-assumed = assumed
certainty-unknown = unknown

report-method = Method and limits
report-method-intro = The committee answered questions from a fixed questionnaire together. From the answers the program computed which questions are asked, which scores follow and which legal points are open. Every figure in this report follows from the answers in this report.
report-method-intro-alone = The organisation itself answered questions from a fixed questionnaire. From the answers the program computed which questions are asked, which scores follow and which legal points are open. Every figure in this report follows from the answers in this report.
report-method-unfinished = The questionnaire has not been fully answered yet.
report-questionnaire-status = Status of the questionnaire
report-law-as-of = State of the law
report-answer-rule = Rule for answering
report-digest = Digest of the questionnaire (SHA-256)
report-rules = Rules of calculation
report-limits = What this report proves and what it does not
report-limit-own-answers = The answers are the committee’s own. Nobody from outside has checked them, unless an answer says so.
report-method-own-alone = The answers are the organisation’s own. Nobody from outside has checked them, unless an answer says so.
report-limit-law = A legal point in this report is an aid to the conversation and not a legal ruling.
report-limit-sector = The questionnaire is based on the service promises of the Dutch Klantenservice Federatie (KSF) and on the themes of its proposed code of conduct. KSF has neither reviewed nor approved the questionnaire or this report.
report-limit-score = A score sums up answers. A high score never makes up for an open legal point, which is why those are listed apart.
report-limit-chain = The fingerprint shows that the dossier has not changed since somebody else was given that fingerprint. It does not prove that the clock was right, nor that an answer is honest.
report-limit-signature = An electronic signature shows that this file has not changed since it was signed. Where signers made their certificate themselves, the signature does not prove who they are. Such a signature is not a qualified signature.
report-notes = About the questionnaire

report-legal = Legal points
report-legal-intro = { $active ->
    [0] No legal point of the questionnaire counts for this application.
    [one] One legal point of the questionnaire counts for this application.
   *[other] { $active } legal points of the questionnaire count for this application.
}
report-legal-open = Open gaps
report-legal-open-intro = These duties apply now and, by the answers, are not met.
report-legal-partly = Partly met
report-legal-partly-intro = These duties apply now and, by the answers, are met in part.
report-legal-unknown = Not yet known
report-legal-unknown-intro = These duties apply now and have not been answered.
report-legal-upcoming = Duties to come
report-legal-upcoming-intro = These duties do not apply yet and are not fully arranged.
report-legal-none = None.
report-duty = Sources
report-first-step = First step
report-applies-from = applies from { $date }
report-duty-applies-from = The duty applies from { $date }
report-duty-of = The law imposes this on: { $holders }. Check whether that applies to you.
report-none-given = not given
report-legal-evidence = Strength of the evidence
report-legal-evidence-count = { $count ->
    [0] Every legal point that is said to be arranged rests on a document or on a check by the committee.
    [one] One legal point is said to be arranged without evidence or on somebody’s word only. Evidence changes neither score nor colour.
   *[other] { $count } legal points are said to be arranged without evidence or on somebody’s word only. Evidence changes neither score nor colour.
}
report-legal-none-met = By the answers, no legal point is fully arranged.

report-open = What is still open
report-key-points = Key points that are missing
report-key-points-intro = Questions of the highest weight whose answer scores 0 and that are not a legal gap.
report-unanswered = Questions without an answer
report-not-applicable = Not applicable
report-not-applicable-intro = These questions do not count. The answer gives the reason.
report-none = None.

report-answers = Answers per theme
report-answers-intro = Below is every question that was asked, with the committee’s answer and its consideration.
report-answer-text = Answer
report-standing-open = Not answered
report-conflict = These answers contradict each other. The question counts as open until the committee decides.
report-certainty = certainty: { $certainty }
report-evidence-strength = evidence: { $strength }
report-by = brought in by { $name }
report-evidence = Evidence
report-sources = Sources:
report-promise-numbers = Service promises: { $numbers }

report-annex-promises = The seven service promises
report-annex-promises-note = The service promises are those of the Dutch Klantenservice Federatie (KSF). The English text is a translation published by a member of KSF.
report-text-status = Status of the text
report-working-translation = working translation
report-verbatim = published text
report-annex-references = Sources
report-annex-references-note = For each source it is stated whether the makers of the questionnaire have seen it themselves.
report-verified-found = Seen
report-verified-part = Seen in part
report-verified-general = Not checked
report-annex-watch = What is changing
report-annex-watch-note = These rules and norms are in motion. Check them before you build on this report.
report-watch-item = Rule or norm
report-watch-expected = Expected
report-annex-verify = Verify it yourself
report-annex-verify-intro = Anyone can verify this report, without the internet. You can also verify the signature and the evidence with other programs.
report-verify-signature = Open the file in a program that verifies signatures in PDF, or use ‘verantwoord-verify’. The last signature must cover every byte.
report-verify-data = The file carries the attachment assessment.json with all answers of this edition. These pages were made from it; the program ‘verantwoord-verify’ makes them again and compares.
report-verify-evidence = Each piece of evidence is listed with its SHA-256. Compute it for your own copy and compare.
report-verify-dossier = The fingerprint of the dossier belongs to exactly this state. Any later change gives another fingerprint.
report-events = Number of events in the dossier
report-assessment-id = Identifier of the self-assessment

report-signatures = Signatures
report-signatures-intro = By signing, a person declares that they have read this report and records a position: agree, agree with reservation, dissent or abstain. What each declared beforehand is given below. The same position and reason are in the electronic signature itself. The person at the top, usually the chair, signs first and thereby fixes the report: after that nothing in it may change.
report-signers = Expected signers
report-declared = Declared position
report-declared-nothing = not declared beforehand
report-signature-refused = does not sign
report-signers-stands-aside = takes no position (own interest)
report-signatures-quorum = The committee agreed on this quorum: { $quorum }.
report-signer-certificate = Certificate of
report-timestamp = Timestamp of the report
report-signature-field = Field in this file
report-signer-no-member = not a member
report-signatures-note = The signatures are not drawn on this page. You find them in the signature panel of your PDF program. A picture of a signature is not a signature. A signature with a self-made certificate is not a qualified signature and does not prove who you are.

verdict-red = Red
verdict-amber = Amber
verdict-green = Green
verdict-provisionally = { $verdict } (provisional)
verdict-open-legal-gap = Open legal gap { $id }: { $question }
verdict-partly-open-legal-gap = Legal point partly met, { $id }: { $question }
verdict-unknown-legal-point = Legal point not yet known, { $id }: { $question }
verdict-near-upcoming-legal-gap = Duty to come, { $id }: { $question }
verdict-missing-key-point = Key point missing, { $id }: { $question }
verdict-section-below = The theme ‘{ $section }’ scores { $score }, below { $threshold }.
verdict-total-below = The total is { $score }, below { $threshold }.

promise-1 = Respect and access
promise-2 = Feedback and improvement
promise-3 = Customer data
promise-4 = Good employment
promise-5 = Outsourcing
promise-6 = Technology for people
promise-7 = Image of the sector

report-header-public = Accountability report, public edition
report-header-summary = Accountability report, summary
report-cover-edition = Edition
report-edition-full = Full
report-edition-public = Public
report-edition-summary = Summary
report-edition-public-note = This is the public edition. What is not public has been left out and is marked as such. Names inside running text have not been taken out. The fingerprint of the content is the same as that of the full report, so that it can be proven later what stood there.
report-withheld = { $why } not public
report-class-names = name
report-class-considerations = consideration
report-class-answers = answer
report-class-evidence = name of the evidence
report-class-contact = contact details
report-class-expertise = expertise
report-class-reason = reason
report-legal-withheld = { $count ->
    [one] The answer to one legal point in this group is not public.
   *[other] The answers to { $count } legal points in this group are not public.
}
report-fingerprint = Fingerprint of the content
report-verify-editions = The fingerprint of the content is the same in the full edition, the public edition and the summary. Compare them.
report-summary-lead = Summary of the self-assessment of { $date }
report-summary-more = { $count ->
    [one] One more reason is in the full report.
   *[other] { $count } more reasons are in the full report.
}
report-summary-rest = All answers, considerations and sources are in the full report.
report-promises-alternative-alone = Radar chart with the score for each service promise: { $values }.
report-themes-alternative-alone = Bar chart with the score for each theme: { $values }.

### The work of the committee: positions, scores, findings, advice and decision.
report-status = Status of the self-assessment
report-status-concept = Draft
report-status-ready-to-sign = Ready to sign
report-status-signed = Signed
report-status-adopted = Adopted
report-status-withdrawn = Withdrawn
report-reopened = Reopened
report-reopened-by-work = Work went on after it was signed.
report-mandated = Mandate given by
report-quorum = Quorum
report-independence = Independence
report-stands-aside = Takes no part in votes and positions on this application, because of an interest of their own:
report-positions = Positions: { $tally }.
report-positions-earlier = About an earlier version, members said:
report-tally-agree = { $count ->
    [one] 1 agrees
   *[other] { $count } agree
}
report-tally-agree-with-reservation = { $count } with a reservation
report-tally-dissent = { $count ->
    [one] 1 dissents
   *[other] { $count } dissent
}
report-tally-abstain = { $count ->
    [one] 1 abstains
   *[other] { $count } abstain
}
report-tally-refuse = { $count ->
    [one] 1 refuses to sign
   *[other] { $count } refuse to sign
}
report-position-agree = Agrees
report-position-agree-with-reservation = Agrees with a reservation
report-position-dissent = Dissents
report-position-abstain = Abstains
report-position-refuse = Refuses to sign
report-unnamed = without a name
report-round = Silent scores, revealed on { $date }
report-scores = Scores
report-scores-per-answer = Scores per answer
report-score-locked = Not opened
report-round-alternative = Bar chart with the number of scores for each answer: { $values }. The table below gives the same figures.
report-round-spread = { $steps ->
    [0] All scores are the same
    [one] Spread: 1 step
   *[other] Spread: { $steps } steps
}
report-round-median = Median: { $told }
report-round-agreement = Agreement: { $told }
report-round-cannot-say = Cannot say yet: { $count }
report-round-not-applicable = Not applicable: { $count }
report-round-locked = Not opened: { $count }
report-round-missing = Not scored: { $count }
report-silent-method = With silent scores each member gives a score of their own before the conversation begins. Nobody sees a score before the round is revealed. The committee’s answer is recorded apart.
report-comment = Comment
report-reply = Reply
report-follow-up = Findings, risks and actions
report-findings = Findings
report-finding = Finding
report-rests-on = Follows from: { $what }
report-risks = Risks
report-risks-intro = The committee judged the likelihood and the impact of each risk, from 1 (lowest) to 5 (highest).
report-risks-caption = Risks by likelihood and impact. Bold: as things are. In brackets: with the measures.
report-risks-alternative = Matrix of risks: { $values }. The table below gives the same.
report-risks-alternative-one = { $mark } likelihood { $likelihood }, impact { $impact }
report-risks-alternative-after = { $before }, with measures likelihood { $likelihood }, impact { $impact }
report-risk = Risk
report-for-whom = For whom
report-likelihood = Likelihood
report-impact = Impact
report-risk-before = Now
report-risk-after = With measures
report-rating = likelihood { $likelihood }, impact { $impact }
report-not-judged = not judged
report-measures = Measures
report-measure = Measure
report-against = Against
report-in-place = In place
report-since = since { $date }
report-not-yet = not yet
report-actions = Actions
report-action = Action
report-owner = Who
report-nobody-yet = not agreed yet
report-due = by { $date }
report-action-status = Status
report-action-open = Open
report-action-under-way = Under way
report-action-done = Done
report-action-dropped = Dropped
report-carried-over = From the self-assessment of { $date }
report-opinions = Opinions of others
report-outsider-data-protection-officer = Data protection officer
report-outsider-works-council = Works council
report-outsider-customers = Customers or their representatives
report-outsider-other = Others
report-asked = Asked
report-not-asked = Not asked
report-why = Why
report-conclusion = Advice and decision
report-advice = Advice of the committee
report-advice-given = Given on { $date }
report-advice-short = Advice of the committee: { $course }.
report-advice-positions = Positions on the advice
report-advice-conflict = These recommendations contradict each other. There is no advice until the committee chooses.
report-course-go = Go
report-course-go-if = Go, with conditions
report-course-no-go = No go
report-course-stop = Stop
report-conditions = Conditions
report-conditions-count = { $count ->
    [one] There is one condition.
   *[other] There are { $count } conditions.
}
report-interests = Conflicting interests
report-weighing = How they were weighed
report-review = When to review
report-review-on = On { $date }
report-trigger-model-change = With another model or another version of it
report-trigger-supplier-change = With another supplier
report-trigger-purpose-change = When it is used for something else
report-trigger-incident = After an incident
report-decision = Decision of the accountable owner
report-decision-short = Decision of { $date }: { $course }.
report-decision-conflict = These decisions contradict each other.
report-departs = The decision departs from the advice.
report-residual-risks = Risks that stay
report-risk-accepted = accepted
report-risk-refused = refused
report-risk-dropped = Dropped risk
report-on-report = Positions on the report
report-meetings = Sessions
report-session = Session of { $date }
report-place = Place
report-time = Time
report-attendance = Attendance
report-movements = Arrivals and departures
report-minutes = Minutes
report-also-discussed = Also discussed
report-parked = Parked points
report-take-home = Questions still to be answered

report-differences = Where the scores differed
report-differences-intro = First each member gave a score of their own, in silence. This shows for each question how much those scores differed. The questions with the least agreement come first.
report-differences-caption = Silent scores per question, from the lowest answer to the highest. The number in a dot is the number of members. On the right is the agreement, from −1 to 1. If there are many questions, these are the twenty with the least agreement.
report-differences-lowest = lowest answer
report-differences-highest = highest answer
report-differences-table = Silent scores per question
report-differences-median = Median
report-differences-spread = Spread (steps)
report-differences-agreement = Agreement
report-differences-alternative = Map of differences, with the number of scores per answer for each question: { $values }. The table below gives the median, the spread and the agreement for each question.
report-trend = Development
report-trend-caption = The total score of each self-assessment of this application, with the verdict as a shape: round is green, a triangle is amber, a diamond is red.
report-trend-table = Self-assessments of this application
report-trend-date = Date
report-trend-verdict = Verdict
report-trend-alternative = Line chart with the total score per self-assessment: { $values }. The same numbers are in the table below.
report-actions-caption = The actions that have a date, over time. A diamond is late, a dot is done. An open ring is not finished yet. If there are many actions, these are the twenty-four that need attention first.
report-actions-late = { $status }, late
report-actions-today = State of this report
report-actions-alternative = Timeline of the actions: { $values }. All actions are in the table below.
