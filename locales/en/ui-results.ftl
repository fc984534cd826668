### The results: colour, scores, legal points and why.

ui-results-title = Results
ui-results-caption = { $subject } · reference date { $date }
ui-results-provisional = Provisional
ui-results-reasons = Why this colour
ui-results-total = Total score
ui-results-count = ({ $count })
ui-results-none = (none)
ui-results-show = { $count ->
    [one] Show 1 question
   *[other] Show { $count } questions
}
ui-results-legal = Legal points
ui-results-legal-text = { $count ->
    [0] No legal point counts for this application.
    [one] 1 legal point counts for this application. A high score never makes up for a legal gap; that is why it stands apart.
   *[other] { $count } legal points count for this application. A high score never makes up for a legal gap; that is why they stand apart.
}
ui-results-legal-open = You do not meet a duty that applies now
ui-results-legal-partly = You meet it in part
ui-results-legal-unknown = You do not know yet
ui-results-legal-upcoming = Duties to come
ui-results-key-points = Key points that are missing
ui-results-key-points-text = These questions weigh most, and the answer scores 0.
ui-results-promises = Score per service promise
ui-results-promise = Service promise
ui-results-promises-full = Read the full service promises
ui-results-radar = Radar chart of the scores per service promise. The table beside it gives the same figures.
ui-results-sections = Score per section
ui-results-section = Section
ui-results-score = Score
ui-results-why = Why this score?
ui-results-why-text = Choose a score and see what each answer contributes: weight times worth.
ui-results-why-choose = Score
ui-results-why-none = Choose a score
ui-results-why-question = Question
ui-results-why-answer = Answer
ui-results-why-weight = Weight
ui-results-why-worth = Worth
ui-results-why-points = Points
ui-results-open = Open questions
ui-results-open-text = As long as a question is open, it counts as 0 points.
ui-results-thin = Yes on a legal point, with little evidence
ui-results-not-applicable = Not applicable, with reason
ui-results-method = How the figures come about
