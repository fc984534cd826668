### The first screen and a new dossier.

ui-start-title = Show why your AI in customer contact is accountable
ui-start-lead = Verantwoord guides your ethics committee through the questions, keeps the answers in one file and turns them into a signed report that anyone can verify.
ui-start-new = Create a new dossier
ui-start-open = Open a dossier
ui-start-continue = Continue with { $name }
ui-start-recent = Recently opened
ui-start-recent-none = You have not opened a dossier on this computer yet.
ui-start-recent-gone = this file is no longer there
ui-start-recent-opened = Opened: { $when }
ui-start-recent-forget = Remove from list
ui-start-example-title = Just looking?
ui-start-example-text = The example is a made-up web shop with a chatbot. Everything is filled in, and you cannot break anything.
ui-start-example = Open the example
ui-start-verify-title = Did you receive a report?
ui-start-verify-text = To verify or sign it, you only need the PDF file.
ui-start-verify = Verify a report
ui-start-sign = Sign a report
ui-start-offline = Everything stays on this computer. The program never connects to the internet and sends nothing to anyone.
ui-new-dossier-title = New dossier
ui-new-dossier-lead = One dossier is one file: of one organisation, with all its AI applications.
ui-new-dossier-organisation = Name of the organisation
    .hint = This is how the name appears on the report.
ui-new-dossier-language = Language of the committee
    .hint = In which language does the committee write its answers? You can switch the language of the screen at any time.
ui-new-dossier-where = Next you choose where the file is stored.
ui-new-dossier-create = Choose a place and create the dossier
