### The committee: mandate, quorum, members with their term, interests of their own.

ui-committee-lead = Who is on the committee, what it may do, and who stands aside from what. The report says this too.
ui-committee-members = Members
ui-committee-term = Term: { $term }
ui-committee-not-serving = Their term is not running now.
ui-committee-no-vote = Does not decide.
ui-committee-left = { $count ->
    [one] 1 former member
   *[other] { $count } former members
}
ui-committee-mandate-title = Mandate
ui-committee-mandated-by = Who gave the mandate?
    .hint = Such as the management or the board.
ui-committee-mandated-by-public = May the public edition of the report say so too?
    .hint = The full report always says so.
ui-committee-mandated-by-public-yes = Yes, it is a board or a job title, or somebody who does not mind
ui-committee-mandated-by-public-no = No, it is somebody’s name
ui-committee-mandated-by-is-public = Also in the public edition
ui-committee-mandated-by-is-not-public = Not in the public edition
ui-committee-mandated-on = Date of the mandate
    .hint = For example: 3 3 2026. May be left empty.
ui-committee-quorum = When are there enough members to decide?
    .hint = Guests, and those who stand aside from an AI application, do not count.
ui-committee-quorum-short = Quorum
ui-committee-quorum-now = { $needed } of the { $deciding } members who decide now
ui-committee-independence = What makes the committee independent?
    .hint = For example: nobody is judged by the success of the AI.
ui-committee-independence-short = Independence
ui-quorum-none = No rule
ui-quorum-half = More than half of the members
ui-quorum-two-thirds = At least two thirds of the members
ui-quorum-members = A fixed number of members
ui-quorum-share = Another share of the members
ui-quorum-how-many = How many members?
ui-quorum-part = How many parts?
    .hint = For three quarters you type 3 here and 4 below.
ui-quorum-of = Of how many?
ui-member-from = First day of the term
    .hint = For example: 1 1 2026. May be left empty.
ui-member-until = Last day of the term
    .hint = May be left empty.
ui-interest-title = Conflicts of interest
ui-interest-text = Whoever has an interest of their own in an AI application stands aside from it: no score and no position. The report says so.
ui-interest-none = Nobody has declared an interest here.
ui-interest-no-applications = There is no AI application yet.
ui-interest-declare = Declare an interest
ui-interest-who = Who?
ui-interest-reason = Which interest is it?
    .hint = For example: worked for the supplier until last year.
ui-interest-end = Takes part again
ui-interest-end-yes = Yes, takes part again
ui-interest-end-text = { $name } takes part again in everything about { $application }. The declaration stays in the history.
ui-choose-member = Choose a name
ui-no-member = Choose a name.
    .remedy = Is the name not in the list? Then add it to the committee first.
