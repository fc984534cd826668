### Het scherm voor de zaal: wat iedereen aan tafel ziet.

room-title = Scherm voor de zaal
room-waiting = Hier verschijnt zo de vraag
room-scoring = Iedereen scoort nu in stilte
room-answer = Antwoord
room-no-answer = Nog geen antwoord
room-chosen = gekozen
room-conflict = Deze antwoorden spreken elkaar tegen
room-positions = Standpunten
room-is-dark = Het scherm voor de zaal is donker.
room-is-light = Het scherm voor de zaal is weer te zien.
