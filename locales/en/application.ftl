### What the program says about dossier, answers, results, reports and signatures.

application-committee = the committee
application-somebody = somebody
application-saved = Saved on { $at } by { $who }
application-read-only = You are looking at this dossier. You cannot change anything in it now.
application-not-asked = This question is not asked now. Your answer is kept and counts as soon as the question is asked.
application-open = still open
application-total = Total
application-no-score = no score
application-too-few-questions = Too few questions for a score.
application-many-not-applicable = Many questions of this theme are not applicable.
application-no-evidence-strength = Strength of the evidence not filled in
application-evidence-note = Evidence changes neither score nor colour. This says which legal points are said to be met without evidence or on somebody's word alone.
application-history-meaning = Every change stands here for good. The history is a chain of fingerprints: it shows that nothing changed since somebody else was given the fingerprint. It does not prove that the clock was right, nor that an answer is honest.

application-obligation-must = Legal duty
application-obligation-upcoming = Legal duty on its way
application-obligation-should = Norm of a supervisor, the sector or a standard
application-obligation-could = Good practice
application-obligation-info = Profile of the application
application-reference-law = Law or case law
application-reference-sector-code = Code of the sector
application-reference-sector-position = Position of the sector
application-reference-supervisor-statement = Statement of a supervisor
application-reference-supervisor-guidance = Guidance of a supervisor
application-reference-standard = Standard
application-reference-norm = Norm
application-source-found = Source seen
application-source-part = Source seen in part
application-source-general = Source not checked
application-promise-verbatim = The sector's own words
application-promise-working-translation = Working translation, not the sector's own words
application-promise-english = English text of the sector

application-file-dossier = ethics-committee.dossier
application-file-report = accountability-report.pdf
application-file-signed-report = accountability-report-signed.pdf
application-file-identity = identity.p12
application-example-file = example.dossier
application-choose-dossier = Open a dossier
application-choose-new-dossier = Save the new dossier
application-choose-evidence = Choose evidence
application-choose-evidence-copy = Save a copy of the evidence
application-choose-new-report = Save the report
application-choose-report = Choose a report
application-choose-signed-report = Save the signed report
application-choose-identity = Choose an identity
application-choose-new-identity = Save the identity
application-choose-certificate = Choose a certificate that you trust

application-missing-open = { $count ->
    [one] One question of ‘{ $section }’ is still open.
   *[other] { $count } questions of ‘{ $section }’ are still open.
}
application-missing-legal = Legal point still unknown: { $question }
application-missing-conflict = Answers contradict each other: { $question }
application-missing-section = ‘{ $section }’ has not been declared complete.
application-missing-members = There are no committee members in the dossier.
application-missing-mandate = The mandate of the committee is not filled in.
application-missing-organisation = The particulars of the organisation are not complete (sector, description and contact).
application-since-nothing = The dossier has not changed since.
application-since-changes = { $count ->
    [one] One change was made in the dossier since: { $latest }
   *[other] { $count } changes were made in the dossier since. The latest: { $latest }
}
application-since-unknown = This report is of this dossier, but not of a state that this file knows.

application-signing-meaning = Whoever signs declares to have read this report and records their position. The signature covers every byte of the file; nobody can change it afterwards without being noticed. With an identity of your own making, the signature does not prove who you are. This is not a qualified signature.
application-identity-meaning = You made this identity yourself. Whoever was given your fingerprint by you in person can see by it that a signature is yours. To others it does not prove who you are. Keep the file and the passphrase in a safe place: nobody can restore them.

application-position-agree = Agree
application-position-reservation = Agree with reservation
application-position-dissent = Dissent
application-position-abstain = Abstain
application-position-none = no position stated
application-no-role = no role stated
application-trusted = This certificate is one of those that you trust.
application-not-trusted = It is not known whose certificate this is. Compare the fingerprint with the signer.

application-verdict-intact = In order: nothing changed, and all signers are known.
    .meaning = Every byte is covered by the signatures, and every certificate belongs to those that you trust. This does not say that the answers in the report are right.
application-verdict-intact-unknown-signer = Nothing changed, but of at least one signer it is not known who it is.
    .meaning = Every byte is covered by the signatures. Compare the fingerprint below with that of the signer, or give the certificate that you trust.
application-verdict-altered = Not in order: this file is not what was signed.
    .meaning = Do not trust this file. Ask the organisation for the report again.
application-verdict-unsigned = This file is not signed.
    .meaning = Without a signature anyone can change this file.
application-verdict-unreadable = This file cannot be read as a PDF.
    .meaning = It is not a PDF, or it is damaged. Ask for the report again.
application-data-equal = The pages were made again from the data in the file, and are equal to the byte.
application-data-different = The pages say something else than the data in the file.
application-data-other-version = The data can be read, but another version of the program made the pages ({ $version }). Only that version can compare them.
application-data-absent = There is no data in the file to compare the pages with.

history-dossier-started = Dossier of { $name } started
history-organisation-described = Particulars of the organisation changed
history-committee-described = Mandate of the committee changed
history-member-joined = { $name } joined the committee
history-member-revised = Particulars of committee member { $name } changed
history-member-left = { $name } left the committee
history-conflict-of-interest-declared = { $name } declared a conflict of interest in an AI application
history-conflict-of-interest-ended = { $name } no longer has a conflict of interest in an AI application
history-subject-added = AI application { $name } added
history-subject-revised = Particulars of AI application { $name } changed
history-assessment-started = Assessment of { $name } started
history-assessment-revised = Date or scope of the assessment of { $name } changed
history-answer-recorded = Question { $question } answered
history-answer-withdrawn = Answer to question { $question } withdrawn
history-evidence-attached = Evidence ‘{ $name }’ attached to question { $question }
history-evidence-detached = Evidence ‘{ $name }’ taken away from question { $question }
history-section-completed = Section ‘{ $name }’ declared complete
history-section-reopened = Section ‘{ $name }’ taken up again
history-report-signed = Report signed by { $name }
history-undone = Undone: { $name }
history-counts-again = Counts again: { $name }
history-erased = Words erased of { $name }. Reason: { $reason }
history-lost = Words lost of { $name }: they were not found in a damaged file
history-retention-chosen = Retention chosen: up to and including { $name }. Reason: { $reason }
history-which = change { $number } ({ $at }, { $who })
history-erased-name = (erased)
history-words-erased = The words of this change were erased on { $at } by { $who }. Reason: { $reason }
history-words-lost = The words of this change were lost in a damaged file
history-words-gone = The words of this change were erased

## What the verification of a report can find.

finding-not-a-pdf = The file is not a PDF.
finding-too-large = The file is larger or more intricate than a report can be.
finding-end-missing = The end of the file is missing.
finding-syntax = Something in the file does not belong there.
finding-cross-reference = The table of contents of the file is wrong.
finding-object-misplaced = The table of contents points at the wrong place.
finding-unaccounted-bytes = There are bytes in the file that belong to nothing.
finding-dangling-reference = The file points at something that is not there.
finding-hybrid-file = The file is made so that two programs see different things in it.
finding-encrypted = The file is encrypted.
finding-unknown-filter = A part of the file is packed in an unknown way.
finding-active-content = The file holds a script, an action or a form.
finding-optional-content = The file holds layers that can be switched on and off.
finding-unexpected-annotation = The file holds an annotation that does not belong in a report.
finding-unexpected-field = The file holds a form field that does not belong in a report.
finding-unexpected-attachment = The file holds an attachment that does not belong in a report.
finding-external-content = The file takes content from elsewhere.
finding-changed-after-signing = The file was changed after the last signature.
finding-object-added = After the report was made, something was added that is no signature.
finding-object-changed = After the report was made, something was changed that is no signature.
finding-object-removed = After the report was made, something was removed.
finding-not-one-signature = A later change does not fill exactly one signature field.
finding-trailer-changed = A later change says something else of the whole document.
finding-byte-range-malformed = The signature does not say properly which bytes it covers.
finding-byte-range-gap = The signature leaves out more than itself.
finding-byte-range-end = The signature does not cover the file to its end.
finding-contents-malformed = The signature is not written as it should be.
finding-signature-kind = The signature is of a kind that a report does not have.
finding-signature-entry = Something is missing in the signature, or does not belong in it.
finding-name-not-expected = The name in the signature is not that of the person who was expected here.
finding-certification = The first signature does not certify the document, or a later one does.
finding-message-malformed = The signature does not have the form that PAdES asks for.
finding-signed-attributes = The signed attributes are not exactly the three that belong there.
finding-signing-certificate = The certificate is missing, or another one than was signed.
finding-algorithm-not-allowed = The signature uses a method that is not (or no longer) safe enough.
finding-digest-differs = The signed bytes have changed.
finding-signature-invalid = The signature does not belong to the certificate.
finding-stray-certificate = A certificate came along that does not belong to the signer.
finding-signer-unknown = This certificate is not among those that you trust.
finding-certificate-not-valid = The certificate was not valid at the time of signing.
finding-certificate-usage = The certificate is not meant for signing documents.
finding-certificate-name = The name in the certificate differs from the name in the signature.
finding-certificate-shared = Two signers use the same certificate.
finding-times-not-ascending = A later signature states an earlier time.
finding-position-unknown = The signature states a position that does not exist.
finding-data-different = The pages say something else than the data in the file.
finding-data-absent = There is no data in the file to compare the pages with.
finding-data-other-version = Another version of the program made the pages; whether they match the data is not known.
finding-reason-contradicts-position = The sentence in the signature states another position than the position itself.
finding-role-not-expected = The role in the signature is not the role that the report states.
finding-timestamp-invalid = The timestamp is not right, or was made for something else.
finding-timestamp-untrusted = The authority of the timestamp is not among the certificates that you trust; the time then counts as a statement only.
finding-time-contradicted = A signature states a time after that of its timestamp.
finding-certificate-revoked = A certificate was revoked when the signature was made.
finding-revocation-unknown = The file leaves open whether a certificate was revoked.
