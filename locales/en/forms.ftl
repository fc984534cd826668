### The report in other forms: web page, text, tables.

form-skip = Go to the content
form-note = This is a copy to read, to edit or to count with. Only the report in PDF can be signed and verified.

form-table-overview = Overview
form-table-answers = Answers
form-table-legal = Legal points
form-table-scores = Scores
form-table-evidence = Evidence

form-column-what = Item
form-column-section = Section
form-column-section-title = Name of the section
form-column-question = Question
form-column-question-text = Text of the question
form-column-obligation = Kind of norm
form-column-weight = Weight
form-column-standing = Standing
form-column-value = Value
form-column-label = Answer
form-column-text = Text
form-column-because = Consideration
form-column-certainty = Certainty
form-column-evidence-strength = Strength of the evidence
form-column-by = Brought in by
form-column-at = Recorded at
form-column-evidence = Evidence
form-column-duty-holders = Whose duty
form-column-applies-from = Applies from
form-column-kind = Kind
form-column-id = Id
form-column-name = Name
form-column-media-type = Media type
form-column-size = Size in bytes
form-column-sha256 = Fingerprint (SHA-256)

form-row-verdict = Colour
form-row-asked = Questions asked
form-row-note = Please note

form-legal-met = In order
form-table-silent-scores = Silent scores
form-column-due = Due
form-column-note = Note
form-column-carried-over = From the self-assessment of
form-column-revealed = Revealed on
form-column-agreement = Agreement
