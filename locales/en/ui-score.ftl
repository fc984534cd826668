### Silent scores: opening a round, handing the laptop round, revealing.

ui-rounds-title = Silent scores
ui-rounds-lead = Each member first gives a score of their own, before the conversation begins. Nobody sees a score before you reveal the round.
ui-rounds-none = There is no round yet.
ui-rounds-one = Round on { $questions }
ui-rounds-opened = Opened: { $when }
ui-rounds-revealed = Revealed: { $when }
ui-rounds-voted = { $voted } of { $deciding } members done
ui-rounds-new = Open a scoring round
ui-round-lead = Choose what the members score. Whether names will be shown is decided now. It does not change afterwards.
ui-round-open = Open the round
ui-round-questions = Which questions?
ui-round-chosen = { $count ->
    [0] No question chosen
    [one] 1 question chosen
   *[other] { $count } questions chosen
}
ui-round-agenda = On the agenda of this session
ui-round-names = Does the reveal show who chose what?
    .hint = Agree on this with the committee before anybody scores.
ui-round-names-shown = Yes, with names
ui-round-names-hidden = No, without names
    .hint = You then only see how often each answer was chosen.
ui-round-scale = On which scale?
ui-round-scale-answers = The answers of the question itself
ui-round-scale-five = A grade from 1 to 5
    .hint = For open questions. How well have we arranged this?
ui-round-lacks-names = Choose whether names will be shown.
    .remedy = The members have to know this before they score.
ui-round-title = Scoring round
ui-round-title-revealed = Scoring round: the outcome
ui-round-with-names = After the reveal it shows who chose what.
ui-round-without-names = After the reveal it does not show who chose what.
ui-round-questions-title = Questions in this round
ui-round-scores = { $count ->
    [0] no score yet
    [one] 1 score
   *[other] { $count } scores
}
ui-round-voters = Who scored
ui-round-aside = stands aside
ui-round-scored = done
ui-round-scored-part = { $voted } of { $of }
ui-round-hand-round = Hand the laptop round
ui-round-reveal = Reveal
ui-round-reveal-text = After the reveal no new score counts. Have each member type their own code here. Whoever is not there can still open their scores later.
ui-round-reveal-do = Reveal the round
ui-round-pin-of = Code of { $name }
    .hint = May stay empty. The scores then stay shut for now.
ui-round-talk-first = The question on which the members agree least stands at the top. Begin the conversation there.
ui-round-locked = Scores not opened yet
ui-round-locked-text = Only the members themselves can open them, with their own code.
ui-round-open-votes = Open the scores of { $name }
ui-round-open-votes-do = Open
ui-round-to-session = To the session
ui-round-all = All rounds
ui-result-answer = Answer
ui-result-votes = Scores
ui-result-median = Middle
ui-result-no-median = no middle
ui-result-spread = Spread
ui-result-steps = { $count ->
    [0] no difference
    [one] 1 step apart
   *[other] { $count } steps apart
}
ui-result-agreement = Agreement
ui-result-no-agreement = too few scores to measure
ui-result-cannot-say = Cannot say
ui-result-not-applicable = Not applicable
ui-result-locked = Not opened yet
ui-result-speak-first = These members are furthest apart. Have them speak first: { $names }.
ui-result-who = Who chose what
ui-result-member = Member
ui-result-score = Score
ui-result-because = Why
ui-result-shut = not opened yet
ui-result-said = What was written with it, without names
ui-result-missing = Gave no score: { $names }.
ui-result-too-late = Came too late: { $names }.
ui-result-to-question = To the question and the committee’s answer
ui-vote-title = Give your score
ui-vote-lead = Choose your name and type a code. Then you give your scores. Nobody sees them before the reveal, not even the facilitator.
ui-vote-who = Who are you?
ui-vote-scored = has scored and may still change it
ui-vote-pin = Think of a code for this round
    .hint = At least 4 characters. Remember it well: without the code nobody can open your scores.
ui-vote-pin-known = Your code of this round
    .hint = The same as with your first score.
ui-vote-again = Type the code once more
ui-vote-begin = Give scores
ui-vote-lacks-name = Choose your name.
    .remedy = Is your name not there? Then you do not score in this round.
ui-vote-pin-short = The code is too short.
    .remedy = Use at least { $least } characters.
ui-vote-pin-differs = The two codes are not the same.
    .remedy = Type the second one again.
ui-vote-caption = Question { $number } of { $of }
ui-vote-score = What is your own judgement?
ui-vote-cannot-say = I cannot say
ui-vote-because = Why?
    .hint = May stay empty. What you write can be read after the reveal, without your name.
    .hint-named = May stay empty. What you write can be read after the reveal, with your name.
ui-vote-lacks-score = Choose an answer.
    .remedy = Do you not know? Then choose ‘I cannot say’.
ui-vote-next = Save and next question
ui-vote-finish = Save and finish
ui-vote-stop = Stop
ui-vote-other-pin = Type another code
ui-vote-done = Thank you, { $name }
ui-vote-hand-on = Your scores are saved. Hand on the laptop.
ui-vote-all-done = Everybody is done. Give the laptop back to the facilitator.
ui-vote-waiting = Not done yet: { $names }
ui-vote-next-member = I am next
ui-vote-to-round = Back to the round
ui-vote-revealed = This round was revealed already. New scores no longer count.
