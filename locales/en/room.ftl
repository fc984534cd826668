### The room’s screen: what everybody at the table sees.

room-title = Screen for the room
room-waiting = The question will appear here
room-scoring = Everybody is scoring in silence now
room-answer = Answer
room-no-answer = No answer yet
room-chosen = chosen
room-conflict = These answers contradict each other
room-positions = Positions
room-is-dark = The screen for the room is dark.
room-is-light = The screen for the room can be seen again.
