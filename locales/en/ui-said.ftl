### What members say of an answer: positions and comments.

ui-position-title = Positions of the members
ui-position-nothing = { $on ->
    [finding] This finding was dropped.
    [advice] First give one piece of advice. Then the members can take a position on it.
   *[other] First record one answer. Then the members can take a position on it.
}
ui-position-none = { $on ->
    [finding] Nobody has taken a position on this finding yet.
    [advice] Nobody has taken a position on this advice yet.
    [report] Nobody has taken a position on this report yet.
   *[other] Nobody has taken a position on this answer yet.
}
ui-position-ask-again = { $on ->
    [advice] The advice has changed since they took a position. Ask them again: { $names }.
   *[other] The answer has changed since they took a position. Ask them again: { $names }.
}
ui-position-not-yet = No position yet: { $names }.
ui-position-aside = Stands aside because of an interest: { $names }.
ui-position-take = Record a position
ui-position-change = Change the position
ui-position-withdraw = Withdraw the position
ui-position-who = Whose?
ui-position-which = Which position?
ui-position-reason = Why?
    .hint = Needed with a reservation and with dissent. The report prints dissent next to the text of the majority, in the same size.
ui-position-named = With a name in the report?
    .hint = The members choose this themselves.
ui-position-with-name = Yes, with the name
ui-position-without-name = No, without the name
ui-position-is-named = with the name in the report
ui-position-is-unnamed = without the name in the report
ui-position-earlier = { $on ->
    [advice] { $count ->
        [one] 1 position on an earlier advice
       *[other] { $count } positions on an earlier advice
    }
   *[other] { $count ->
        [one] 1 position on an earlier answer
       *[other] { $count } positions on an earlier answer
    }
}
ui-position-earlier-text = { $on ->
    [advice] This is what members said of the advice as it was then. It is kept.
   *[other] This is what members said of the answer as it was then. It is kept.
}
ui-position-lacks-member = Choose whose position it is.
    .remedy = Whoever stands aside because of an interest is not in the list.
ui-position-lacks-position = Choose a position.
    .remedy = Abstaining is a position too.
ui-comment-title = Comments
ui-comment-none = There is no open comment.
ui-comment-make = Make a comment
ui-comment-reply = Answer
ui-comment-revise = Change
ui-comment-text = Comment
ui-comment-by = Whose?
ui-comment-by-committee = The committee’s
ui-comment-in-report = Put it in the report too
ui-comment-is-in-report = in the report
ui-comment-take-in = Put in the report
ui-comment-leave-out = Leave out of the report
ui-comment-resolve = Resolve
ui-comment-reopen = Open again
ui-comment-resolved = { $count ->
    [one] 1 resolved comment
   *[other] { $count } resolved comments
}
