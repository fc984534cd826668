### The command line: the committee at work.

cli-committee = Shows the committee, or writes down its mandate and rules. What you do not name stays as it is.
cli-member-revise = Changes the particulars of a committee member. What you do not name stays as it is.
cli-member-leave = Has somebody leave the committee. What this member did stays under their name.
cli-interest = Writes down who has an interest of their own in an AI application, and so takes no part.
cli-interest-declare = Declares an interest: this member does not score or decide on that application.
cli-interest-end = Ends an interest: this member takes part again.
cli-session = Plans and holds sessions.
cli-session-plan = Plans a session.
cli-session-revise = Changes the plan of a session. What you do not name stays; topics that you name replace the agenda.
cli-session-list = Lists the sessions.
cli-session-show = Shows a session: who was there, the quorum, the agenda and the minutes.
cli-session-agenda = Proposes an agenda, most pressing first, with the estimated time.
cli-session-start = Starts a session.
cli-session-end = Ends a session.
cli-session-attend = Notes that a member came, left or sent apologies.
cli-session-take-up = Brings a topic on the table.
cli-session-close-topic = Takes a topic off the table.
cli-session-minutes = Writes the minutes of a topic, or of the session as a whole.
cli-session-park = Puts a point in the parking lot.
cli-session-take-out = Takes a point out of the parking lot and says what became of it.
cli-session-ask = Gives somebody a question to take home.
cli-session-answer = Answers a question that was taken home.
cli-session-drop = Drops a question that was taken home.
cli-round = Opens and shows rounds in which members score in silence.
cli-round-open = Opens a round on one or more questions.
cli-round-show = Shows a round: who scored, and after the reveal what.
cli-score = Gives a score in a round. Nobody sees it before the reveal.
cli-reveal = Reveals a round, or later opens the scores that were still shut.
cli-position = Takes a position, or shows the positions.
cli-comment = Makes and shows comments on questions.
cli-comment-add = Makes a comment.
cli-comment-list = Shows the comments on a question.
cli-comment-revise = Words a comment anew.
cli-comment-resolve = Resolves a comment.
cli-comment-reopen = Reopens a comment.
cli-comment-choose = Chooses a comment for the report.

cli-argument-mandated-on = The date of the mandate.
cli-argument-mandated-by = Who gave the mandate.
cli-argument-mandated-by-public = Whether that also stands in the public edition of the report: yes or no.
cli-argument-quorum = How many deciding members have to be there: a number (3), at least a part (2/3), more than a part (>1/2), or none.
cli-argument-independence = What makes the committee free to say what it finds.
cli-argument-member = The name of the member.
cli-argument-from = The first day of the term.
cli-argument-until = The last day of the term.
cli-interest-declare-subject = The name of the AI application.
cli-interest-end-subject = The name of the AI application.
cli-interest-declare-reason = What binds this member.
cli-session-plan-date = The day. Today by default.
cli-session-revise-date = The new day.
cli-session-revise-topic = A topic: a question or a text, with its minutes after =. Repeat this for more topics.
cli-session-agenda-date = For which day. Today by default.
cli-argument-place = Where.
cli-session-plan-topic = A topic: a question or a text, with the minutes after =. Repeat this for more topics.
cli-argument-proposed = Adds what the program proposes.
cli-argument-session = Which session: its day, or the first characters of its identity. By default the one that is going on, or else the next.
cli-argument-movement = came, went or excused. By default came.
cli-argument-at = At what time. Now by default.
cli-argument-point = Which point: its text, or the first characters of its mark. Both are in session list.
cli-argument-outcome = What became of it.
cli-argument-asked = Which question: its text, or the first characters of its mark. Both are in session list.
cli-session-answer-text = The answer.
cli-session-drop-reason = Why no answer is needed any more.
cli-argument-topic = The topic: a question or a text.
cli-argument-text = The text.
cli-argument-owner = Who is to look into it: a member or somebody else.
cli-argument-due = By when.
cli-session-ask-question = For which question of the questionnaire.
cli-argument-questions = The questions, for example HUM-01.
cli-argument-named = Has the reveal tell who gave which score. This cannot be changed later.
cli-argument-one-to-five = Has members give a grade from 1 to 5, also where the answers are no scale.
cli-argument-round = Which round: the first characters of its identity. By default the latest.
cli-score-vote = Who scores, which question, and the score: an option, a level or a mark; not-yet-known if this member cannot say. In a copy that was made for a member the name can be left out.
cli-score-because = Why; to be read after the reveal.
cli-argument-pin-file = A file of which the first line is the PIN. Without this file you are asked for it.
cli-argument-without-pin = Keeps the score without a PIN. Whoever reads the file with another program can see it then.
cli-reveal-pin-file = A member and the file with that member’s PIN; repeat this for more members. Scores without a PIN stay shut.
cli-argument-on = On what: a question, advice, report, or a finding, by its number in the list or the first characters of its identity.
cli-position-member = Who; without a name the command shows the positions.
cli-argument-stance = The position: agree, reservation, dissent, abstain, refuse (of the report only), or withdraw to take it back.
cli-position-reason = Why; needed for reservation, dissent and refuse.
cli-argument-unnamed = Leaves the name out of the report.
cli-comment-add-member = Who says it. The committee by default.
cli-argument-reply-to = Which comment this answers: its identity.
cli-argument-in-report = Puts the comment in the report.
cli-argument-comment = The identity of the comment.
cli-comment-choose-out = Takes the comment out of the report instead.

cli-ask-pin = PIN:{" "}
cli-done-saved = Saved ({ $events ->
    [one] one event
   *[other] { $events } events
}).
cli-done-session = Session planned: { $session }
cli-done-round = Round opened: { $round }
cli-parked = In the parking lot:
cli-taken-home = Taken home, without an answer yet:
cli-done-score = { $name } has scored { $question }.
cli-done-own-score = Your score on { $question } is saved.
cli-done-comment = Comment made: { $comment }
cli-mandated = Mandate given: { $told }
cli-quorum = Quorum: { $quorum }
cli-aside = { $name } stands aside from { $subject }: { $reason }
cli-voted = { $votes ->
    [0]   Nobody has scored yet.
    [one]   One member has scored.
   *[other]   { $votes } members have scored.
}
cli-talk-first = Talk in this order: { $questions }
cli-positions-none = There are no positions yet.
cli-positions-earlier = On an earlier answer:
cli-ask-again = To ask again: { $names }
