### The command line: what each command and option does, and what the program says back.

cli-program = Self-assessment of AI in customer contact: dossier, report, signature and verification, without a window.
cli-usage = Usage:
cli-commands = Commands
cli-arguments = What you give
cli-options = Options
cli-value-backup = BACKUP
cli-value-command = COMMAND
cli-value-event = EVENT
cli-value-file = FILE
cli-value-fingerprint = FINGERPRINT
cli-value-finding = FINDING
cli-value-hh = HH
cli-value-minutes = MINUTES
cli-value-name = NAME
cli-value-options = OPTIONS
cli-value-other = OTHER
cli-value-path = PATH
cli-value-question = QUESTION
cli-value-role = ROLE
cli-value-text = TEXT
cli-value-topic = TOPIC
cli-value-trigger = TRIGGER
cli-value-value = VALUE
cli-value-version = VERSION
cli-value-whom = WHOM
cli-value-whose = WHOSE
cli-value-yyyy = YYYY
cli-exit-codes = Exit codes: 0 done and in order; 1 refused or not in order; 2 wrongly called, or not a file that this program can read; 3 nothing changed, but a signer is unknown or the pages were not compared; 4 the system or another program stood in the way; 5 fault of this program.

cli-new = Makes a new dossier. --language is the language of the committee too.
cli-example = Makes a filled example dossier of a fictional organisation.
cli-member = Manages the members of the committee.
cli-member-add = Adds a committee member.
cli-member-list = Lists the committee members.
cli-describe = Fills in particulars of the organisation and the mandate of the committee. What you leave out stays as it is.
cli-assess = Starts an assessment of an AI application.
cli-assessments = Lists the assessments in a dossier.
cli-questions = Lists the questions that are asked now, in order.
cli-answer = Records an answer, or with --stdin one answer per line.
cli-evidence = Attaches evidence to a question.
cli-scores = Shows colour, scores and legal points.
cli-history = Shows everything that was done.
cli-check = Checks a dossier, and compares its end with backups and signed reports: 0 in order, 1 damaged or cut short, 2 not a dossier or too new.
cli-undo = Undoes something that was done. An undo can be undone too.
cli-merge = Takes in what was done in copies of this dossier. All of it or nothing, after a backup.
cli-copy = Makes a copy for a member to work on elsewhere, to be merged later.
cli-copies = Shows who has a copy of the dossier, or writes down that a copy will not come back.
cli-copies-give-up = The copy that will not come back: the name of its file, or the beginning of its identity (eight characters or more).
cli-copies-reason = Why the copy will not come back.
cli-copies-none = No copies were handed out.
cli-copy-member = The name of the member for whom the copy is. What is recorded in it is recorded under that name. Without --for, the copy is for whom this one is.
cli-backups = Lists the backups of a dossier, the latest first.
cli-backup = Makes a backup now.
cli-restore = Puts back a backup as a new dossier: the latest of FILE, or the one after --from.
cli-export = Writes everything in a dossier as JSON, with its history. With --as, the report in another form than PDF: to publish, to edit or to count with.
cli-import = Makes a dossier of an export.
cli-rescue = Writes what is sound in a damaged dossier into a new one.
cli-report = Makes a report as PDF, with an empty signature field for each signer. Without --language in the language of the committee.
cli-identity = Makes and shows identities to sign with.
cli-identity-new = Makes an identity for one person.
cli-identity-certificate = Shows the certificate of an identity, for others to trust.
cli-identity-token = Shows the certificates on your card or token. No PIN is needed for that.
cli-sign = Signs a report, with a key in a file or on a card. Without a valid signature there is no file.
cli-receive = Takes a report that was signed elsewhere into the dossier that it was made from. It is verified strictly first.
cli-timestamp = Requests a timestamp and puts it into a report, by files: the program itself uses no internet.
cli-timestamp-request = Writes the request: for the last signature as long as it has no timestamp, else for the whole report.
cli-timestamp-request-whole = Requests a timestamp of the whole report, also while the last signature has none.
cli-timestamp-embed = Puts the answer of the timestamping service into the report that it was requested for.
cli-timestamp-embed-request = The request, if you kept it: the answer must then belong to exactly that one.
cli-validation = Keeps in a report what issuers publish about the certificates, so that it can be verified later too.
cli-validation-add = Adds certificates, revocation lists and OCSP answers to a signed report.
cli-verify = Verifies a report: 0 nothing changed and every signer trusted, 1 altered, unsigned or invalid, 3 nothing changed, but a signer is unknown or the pages could not be compared with the data.
cli-questionnaire = Checks and lists questionnaires.
cli-questionnaire-check = Checks a questionnaire: a file that holds all of it, or a folder.
cli-questionnaire-list = Lists the questionnaires that come with the program.

cli-argument-language = The language: nl or en. nl unless you say so; the setting of the system does not count.
cli-argument-version = Shows the version.
cli-argument-help = Shows this explanation.
cli-argument-file = The dossier.
cli-argument-organisation = The name of the organisation.
cli-argument-name = The full name.
cli-argument-role = The role: chair, facilitator, secretary, member or guest. Member unless you say so.
cli-argument-expertise = What this person knows about.
cli-argument-speaks-for = For whom: customers, employees, privacy, law, technology or board.
cli-argument-json = Writes JSON, for programs.
cli-argument-sector = The line of business.
cli-argument-description = What the organisation does.
cli-argument-contact = Where people can turn to about the report.
cli-argument-mandate = The mandate of the committee.
cli-argument-subject = The name of the AI application. A known name is assessed again.
cli-argument-questionnaire = The questionnaire, as ID@VERSION, or the place of your own. The newest that comes along unless you say so.
cli-argument-date = The date that decides which duties apply. Today unless you say so.
cli-argument-scope = What falls inside and what does not.
cli-argument-assessment = Which assessment; needed where there are several. The first characters of its identity are enough.
cli-argument-question = The question, for instance HUM-01.
cli-argument-value = The answer: an option, several with commas between them, a whole number or text. na (not applicable) and not-yet-known are always possible.
cli-argument-because = The consideration. Needed with na.
cli-argument-certainty = How sure: known, assumed or unknown.
cli-argument-evidence-strength = Strength of the evidence: 0 none, 1 stated orally, 2 document, 3 checked.
cli-argument-by = Who vouches for the answer. Needed with na on a legal point.
cli-argument-stdin = Reads one JSON object per line from standard input: question, value, because, certainty, evidence_strength, by. After each answer that was saved comes ‘ACK n’, n being the number of events in the dossier. A line that is refused appears as ‘ERR line code’ on standard error; the others go on and the exit code is 1.
cli-argument-path = The file or folder.
cli-argument-out = Where the result goes.
cli-argument-edition = The edition: full (everything), public or summary (two pages). Default: full.
cli-argument-redact = What the public edition leaves out, with commas in between: names, considerations, answers, evidence, contact, or question: with a question, such as question:HUM-01. Default: names,evidence,contact.
cli-argument-form = The form: dossier (everything, the default), html (one accessible web page), docx (text), xlsx (tables), csv (answers), json (all data) or md (Markdown).
cli-argument-signer = Who is going to sign; repeat this for more people, in order. The committee members unless you say so, the chair first.
cli-argument-passphrase-file = A file whose first line is the passphrase. Without it you are asked.
cli-encrypt = Encrypts a dossier with its backups, and shows a recovery code once.
cli-decrypt = Makes an encrypted dossier with its backups readable again.
cli-passphrase = Gives an encrypted dossier another passphrase and a new recovery code. What opened it before opens it no longer.
cli-argument-former-passphrase-file = A file of which the first line is a former passphrase. The backups that it opens get the present one. The dossier itself does not change.
cli-argument-new-passphrase-file = A file of which the first line is the new passphrase. Without it, you are asked.
cli-argument-dossier-passphrase-file = A file of which the first line is the passphrase or recovery code of the dossier.
cli-recovery-code = Below is your recovery code. Write it down and keep it apart from the dossier: the program never shows it again.
cli-argument-identity = The key file (PKCS#12).
cli-argument-module = The library that came with your card or token (PKCS#11): a file that ends in .so, .dll or .dylib.
cli-argument-token-module = The library that came with your card or token (PKCS#11), to sign with a key on a card instead of in a file.
cli-argument-token-certificate = Which certificate on the card: the first eight characters or more of its fingerprint, or its name. Needed where there are several.
cli-sign-pin-file = A file of which the first line is the PIN of the card. Without this file you are asked for it.
cli-argument-report = The report (PDF).
cli-argument-position = The position: agree, reservation, dissent or abstain. Unless you say otherwise, what the report states, else agree.
cli-argument-reason = Why; needed with reservation and dissent. Unless you say otherwise, what the report states.
cli-argument-dossier = The dossier that the report is of. With sign the signed report is kept in it; with verify you see whether the dossier has changed since.
cli-argument-answer = The answer of the timestamping service (.tsr).
cli-argument-chain = Certificates of issuers (PEM or DER).
cli-argument-crl = Revocation lists (PEM or DER).
cli-argument-ocsp = OCSP answers (DER).
cli-argument-trust = A certificate that you trust (PEM or DER); repeat this for more certificates.
cli-argument-event = The event: its number in the history, or the first eight characters or more of its identity.
cli-argument-others = A copy that came back; name more of them if you have more.
cli-restore-from = The backup: a file, or a name from the list of backups.
cli-import-from = The export (JSON).

cli-missing-argument = Something is missing: { $argument }
cli-unknown-argument = There is no { $argument } here.
cli-unknown-command = There is no command ‘{ $given }’.
cli-missing-command = No command was given.
cli-missing-value = { $argument } lacks its value.
cli-invalid-value = ‘{ $given }’ does not fit { $argument }.
cli-conflict = { $argument } cannot be combined with { $other }.
cli-not-utf-8 = One of the texts given is not valid UTF-8.
cli-wrongly-called = The program was called in a wrong way.
cli-see-help = See ‘verantwoord --help’, or ‘--help’ after the command.

cli-ask-passphrase = Passphrase:{" "}
cli-ask-passphrase-again = Once more:{" "}
cli-ask-token-pin = PIN of the card:{" "}
cli-line-unreadable = This line is not an answer in JSON of at most 1 MB with question and value.

cli-done-new = Dossier made: { $file }
cli-done-member = { $name } is a member of the committee.
cli-done-describe = Saved.
cli-done-assess = Assessment started: { $assessment }
cli-done-answer = Answer to { $question } saved ({ $events ->
    [one] one event
   *[other] { $events } events
}).
cli-done-evidence = ‘{ $name }’ attached to { $question }.
cli-done-export = Made: { $file } ({ $size })
cli-done-report-unsigned = Report made: { $file } ({ $pages ->
    [one] one page
   *[other] { $pages } pages
}, { $size }). It has no fields to sign in.
cli-done-report = Report made: { $file } ({ $pages ->
    [one] one page
   *[other] { $pages } pages
}, { $size }). Signers: { $signers }
cli-done-identity = Identity of { $name } made: { $file }, valid up to and including { $until }. Fingerprint (SHA-256): { $fingerprint }
cli-token-certificate =
    {"  "}{ $name } ({ $kind }), issued by { $issuer }
    {"  "}valid from { $from } up to and including { $until }, on { $token } (‘{ $label }’)
cli-done-sign = Signed by { $name }: { $file }
cli-done-receive = Taken in: { $file }. Signed by: { $names }
cli-done-timestamp-request = Request for a timestamp of the last signature: { $file }
cli-done-timestamp-request-whole = Request for a timestamp of the whole report: { $file }
cli-done-timestamp-embed = The timestamp is in the report: { $file }
cli-done-validation-add = The data about the certificates is in the report: { $file }
cli-refuses-to-sign = Does not sign, says the report: { $names }
cli-not-signed-yet = Not signed yet by: { $names }
cli-fingerprint = Fingerprint of the dossier: { $fingerprint }
cli-answered = { $answered } of { $asked } questions answered
cli-sound = In order: { $events ->
    [one] one event
   *[other] { $events } events
}. Fingerprint: { $fingerprint }
cli-damaged = Damaged:
cli-cut-off = Something is missing at the end of the history:
cli-questionnaire-sound = In order: { $name }, version { $version }, { $questions ->
    [one] one question
   *[other] { $questions } questions
}, SHA-256 { $digest }
cli-done-undo = Undone ({ $events ->
    [one] one event
   *[other] { $events } events
}).
cli-done-import = Dossier made: { $file } ({ $events ->
    [one] one event
   *[other] { $events } events
}).
cli-merged-file = { $count ->
    [0] { $name }: nothing new
    [one] { $name }: one change, by { $who }
   *[other] { $name }: { $count } changes, by { $who }
}

cli-output-refused = The output could not be written: nothing more fits, or the device is gone. What was saved is still there.
cli-disclose = Makes something known that the public edition leaves out, so that anybody can check that it is what was there.
cli-argument-field = The place in the data of the report, such as /members/0/name, instead of a question.
cli-argument-disclosure = A file of ‘verantwoord disclose’: says whether it is what this report leaves out.
cli-done-disclose = Made: { $file }. Whoever has the report without it checks it with: verantwoord verify REPORT --disclosure { $file }
cli-disclosure-original = This is what the report said or leaves out, at { $place }.
cli-disclosure-other = This does not belong to this report: it is not what was there.
cli-template = Sections of your own in the report, as templates.
cli-template-add = Adds a section of your own, or puts it in the place of one of the program: summary, subject, committee, method, legal, open, answers, follow-up, conclusion, meetings or annexes.
cli-template-remove = Does away with a section of your own.
cli-template-list = Shows the sections of your own, and what is wrong with them.
cli-style = Chooses how reports look: the name, the logo, and the colour of headings and charts.
cli-argument-template = The file with the template.
cli-argument-instead-of = In the place of this section.
cli-template-add-after = After this section.
cli-template-remove-after = After this section.
cli-argument-accent = The colour, such as #7a1f3d; with a contrast of at least 4.5 on white.
cli-style-name = The name on reports, where it is not the name of the organisation.
cli-argument-logo = The logo: an SVG or PNG of at most 200 kB.
cli-argument-without = Without a name, colour or logo of one’s own; may be repeated.
cli-argument-plain = Without a name, colour and logo of one’s own.
cli-done-template-add = Section of your own kept: { $place }
cli-done-template-remove = Section of your own removed: { $place }
cli-done-style = The style of the report is saved.
