### Sessions: plan, attendance, agenda, clock, minutes, what is left for later.

ui-sessions-title = Sessions
ui-sessions-lead = Plan a session, keep track of who is there and what is said. What you do not finish stays here.
ui-sessions-list = All sessions
ui-sessions-none = No session is planned yet.
ui-sessions-items = { $count ->
    [0] no agenda
    [one] 1 agenda item
   *[other] { $count } agenda items
}
ui-sessions-attended = Present: { $names }
ui-sessions-plan = Plan a session
ui-session-title = Session of { $date }
ui-session-planned = planned
ui-session-running = going on now
ui-session-ended = ended
ui-session-started-at = Began on { $when }
ui-session-ended-at = Ended on { $when }
ui-session-start = Begin the session
ui-session-resume = Resume the session
ui-session-begun = The session has begun. Say who is there.
ui-session-end = End the session
ui-session-end-text = The topic that is on the table now is closed. You can resume the session later.
ui-session-is-ended = The session has ended.
ui-session-all = All sessions
ui-session-room = Screen for the room
ui-session-room-text = A second window for the projector. It follows the page where you are: the question, the answer as you type, the positions, the outcome of a scoring round and the clock. Minutes, comments and scores that are still secret never appear on it.
ui-session-room-open = Open the screen for the room
ui-session-room-blank = Make it dark or light again
ui-session-room-keys = You can also use { $open } and { $blank }. Drag the window to the projector and press F11 there.
ui-attendance-title = Attendance
ui-attendance-needed = A decision needs { $needed } of the { $deciding } members.
ui-attendance-came = Is here
ui-attendance-went = Leaves
ui-attendance-excused = Sent apologies
ui-attendance-present = present
ui-attendance-absent = absent
ui-attendance-is-excused = excused
ui-attendance-noted = { $name }: { $what }
ui-attendance-aside = Stands aside here: { $reason }
ui-attendance-not-counted = Does not count for the quorum.
ui-attendance-later = Note afterwards
ui-attendance-who = Who?
ui-attendance-what = What happened?
ui-attendance-at = At what time?
    .hint = For example: 14:32. Empty means now.
ui-agenda-title = Agenda
ui-agenda-empty = There is nothing on the agenda.
ui-agenda-minutes = { $minutes ->
    [0] No time for each item.
    [one] About 1 minute together.
   *[other] About { $minutes } minutes together.
}
ui-agenda-box = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
ui-agenda-no-box = no time box
ui-agenda-besides = came up besides
ui-agenda-took = { $minutes ->
    [0] took less than a minute
    [one] took 1 minute
   *[other] took { $minutes } minutes
}
ui-agenda-now = on the table now
ui-agenda-done = discussed
ui-agenda-take-up = Discuss
ui-agenda-again = Discuss again
ui-agenda-other = Discuss something else
ui-agenda-other-text = What is it about?
ui-agenda-edit = Change the agenda
ui-table-title = On the table now
ui-table-close = Done with this item
ui-table-question = To the question
ui-clock-free = { $minutes ->
    [0] Just begun
    [one] 1 minute so far
   *[other] { $minutes } minutes so far
}
ui-clock-within = { $left ->
    [one] { $minutes } of { $of } minutes. 1 minute left.
   *[other] { $minutes } of { $of } minutes. { $left } minutes left.
}
ui-clock-over = { $over ->
    [0] { $minutes } of { $of } minutes. Time is up.
    [one] { $minutes } of { $of } minutes. 1 minute over.
   *[other] { $minutes } of { $of } minutes. { $over } minutes over.
}
ui-minutes-title = Minutes of the whole session
ui-minutes-write = Write minutes
ui-minutes-revise = Change the minutes
ui-minutes-text = What was said and agreed?
ui-parked-title = Parking lot
ui-parked-none = There is nothing in the parking lot.
ui-parked-add = Park a point
ui-parked-text = Which point do you keep for later?
ui-parked-take-out = Settle
ui-parked-outcome = What became of it?
ui-parked-settled = { $count ->
    [one] 1 settled point
   *[other] { $count } settled points
}
ui-take-home-title = Questions to look into
ui-take-home-none = Nobody has anything to look into.
ui-take-home-ask = Have somebody find out
ui-take-home-text = What has to be found out?
ui-take-home-who = Who finds it out?
ui-take-home-somebody-else = Somebody outside the committee
ui-take-home-named = Name or job title
    .hint = Such as the data scientist.
ui-take-home-due = By which day?
    .hint = For example: 5 12 2026. May be left empty.
ui-take-home-owner = { $name } finds this out
ui-take-home-by = by { $date }
ui-take-home-overdue = The day has passed and there is no answer yet.
ui-take-home-answer = Write down the answer
ui-take-home-answer-text = What is the answer?
ui-take-home-drop = No longer needed
ui-take-home-drop-reason = Why is it no longer needed?
ui-take-home-dropped = No longer needed: { $reason }
ui-plan-new = Plan a session
ui-plan-revise = Change the session
ui-plan-lead = The program proposes an agenda: answers that contradict each other, what the law asks, where members differ and what is still open. You decide on the order.
ui-plan-date = Date
    .hint = For example: 5 12 2026.
ui-plan-place = Place
    .hint = Such as a room or an address. May be left empty.
ui-plan-minutes-from = It is an estimate: this is how long such items took in your earlier sessions. Where none has been discussed yet, the program counts an ordinary length.
ui-plan-minutes = Minutes
ui-plan-up = Up
ui-plan-down = Down
ui-plan-moved = { $topic } now stands in place { $place }
ui-plan-take-off = Take off the agenda
ui-plan-taken-off = Off the agenda: { $topic }
ui-plan-added = On the agenda: { $topic }
ui-plan-add = Put on the agenda
ui-plan-own = Item of your own
    .hint = Something that the program does not propose.
ui-plan-others = { $count ->
    [one] 1 more proposal
   *[other] { $count } more proposals
}
