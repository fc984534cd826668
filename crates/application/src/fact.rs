//! Everything that can go wrong, as facts: a code, a kind, and what the text has to tell.
//!
//! The texts themselves stand in `locales/*/problems.ftl`, as `problem-<code>`.

use messages::Argument;

/// The three kinds of problems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It cannot be done as asked.
    Refusal,
    /// A file that somebody wrote is not as it should be.
    Complaints,
    /// The program or the machine failed.
    Fault,
}

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:ident $name:ident = $code:literal $({ $($field:ident: $type:ty),* $(,)? })?;)*) => {
        /// What happened, with what its text has to tell.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        #[expect(missing_docs, reason = "each field stands in the text that shows it")]
        pub enum Fact {
            $($(#[$doc])* $name $({ $($field: $type),* })?,)*
        }

        impl Fact {
            /// Every code with the names of its particulars.
            pub const ALL: &[(&str, &[&str])] = &[$(($code, &[$($(stringify!($field)),*)?])),*];

            /// The code, for programs; it never changes.
            #[must_use]
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name $({ $($field: _),* })? => $code,)* }
            }

            /// Which of the three kinds it is.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$name $({ $($field: _),* })? => Kind::$kind,)* }
            }

            pub(crate) fn arguments(&self) -> Vec<(&'static str, Argument<'static>)> {
                match self {
                    $(Self::$name $({ $($field),* })? => {
                        vec![$($((stringify!($field), Argument::from($field.clone()))),*)?]
                    })*
                }
            }
        }
    };
}

facts! {
    // Files that a person chose.

    /// A handle that this program did not give out, or gave out for something else.
    Refusal FileNotChosen = "file-not-chosen";
    /// There is nothing at that place.
    Refusal FileMissing = "file-missing" { name: String };
    /// There is something already.
    Refusal FileExists = "file-exists" { name: String };
    /// A folder, a device, a pipe or a link to one.
    Refusal NotAFile = "not-a-file" { name: String };
    /// The system does not let the program read it.
    Refusal FileUnreadable = "file-unreadable" { name: String, reason: String };
    /// The system does not let the program write it.
    Refusal FileUnwritable = "file-unwritable" { name: String, reason: String };
    /// More than the program takes.
    Refusal FileTooLarge = "file-too-large" { name: String, limit: String };

    // Dossiers.

    /// No dossier is open.
    Refusal NoDossierOpen = "no-dossier-open";
    /// Not a dossier of this program.
    Refusal NotADossier = "not-a-dossier" { name: String };
    /// Encrypted, and nothing was given that opens it.
    Refusal DossierEncrypted = "dossier-encrypted" { name: String };
    /// What was given does not open it.
    Refusal WrongPassphrase = "wrong-passphrase" { name: String };
    /// No copy of this name or identity was handed out.
    Refusal UnknownCopy = "unknown-copy" { given: String };
    /// The copy came back, or was given up already.
    Refusal CopyNotOut = "copy-not-out" { name: String };
    /// Its destruction was begun and cut off.
    Refusal DestructionBegun = "destruction-begun" { name: String };
    /// It is not known where the certificate of a destruction is that was begun.
    Refusal CertificateNotFound = "certificate-not-found" { name: String };
    /// The certificate of a destruction cannot be finished.
    Refusal CertificateUnfinished = "certificate-unfinished" { name: String, dossier: String };
    /// There is a mistake in a recovery code.
    Refusal RecoveryCodeMistyped = "recovery-code-mistyped";
    /// Not encrypted, so that there is nothing to change or undo.
    Refusal NotEncrypted = "not-encrypted" { name: String };
    /// Encrypted already.
    Refusal EncryptedAlready = "encrypted-already" { name: String };
    /// Holds events that only a later program understands.
    Refusal DossierFromLaterProgram = "dossier-from-later-program" { name: String };
    /// Written in a later form of the file.
    Refusal DossierNewer = "dossier-newer" { name: String, version: u64, known: u64 };
    /// What the file holds is not what was written.
    Refusal DossierDamaged = "dossier-damaged" { name: String };
    /// Somebody has it open.
    Refusal DossierInUse = "dossier-in-use" { name: String, who: String };
    /// Some program has it open.
    Refusal DossierBusy = "dossier-busy" { name: String };
    /// A change was cut off, and there is no leave to undo it.
    Refusal DossierInterrupted = "dossier-interrupted" { name: String };
    /// Opened for looking only, or not writable.
    Refusal DossierReadOnly = "dossier-read-only" { name: String };
    /// There is no room; the last change was not written.
    Refusal DiskFull = "disk-full" { name: String };
    /// More than a dossier holds.
    Refusal DossierFull = "dossier-full" { limit: u64 };
    /// The last change could not be written; all earlier ones are there.
    Refusal NotSaved = "not-saved" { name: String, reason: String };
    /// A file that grows or shrinks while it is read.
    Refusal FileChanging = "file-changing";

    /// The file at that place is no longer the one that was opened.
    Refusal DossierReplaced = "dossier-replaced" { name: String };

    // Keeping a dossier safe.

    /// The system gives no folder to keep backups in.
    Refusal NoPlaceForBackups = "no-place-for-backups";
    /// There may be backups in the folder, and nobody can see them.
    Refusal BackupsUnreadable = "backups-unreadable" { folder: String };
    /// There had to be a backup first, and it could not be made.
    Refusal BackupNotMade = "backup-not-made" { name: String };
    /// No such backup.
    Refusal UnknownBackup = "unknown-backup" { given: String };
    /// There is no backup of that dossier.
    Refusal NoBackup = "no-backup" { name: String };
    /// A dossier that began otherwise: nothing to merge.
    Refusal OtherDossier = "other-dossier" { name: String, theirs: String };
    /// The dossier that is open, to be merged with itself.
    Refusal MergeWithItself = "merge-with-itself" { name: String };
    /// A copy that came back damaged.
    Refusal ReceivedDamaged = "received-damaged" { name: String };
    /// Not a complete export of a dossier.
    Refusal NotAnExport = "not-an-export" { name: String };
    /// Nothing in a damaged dossier can be trusted.
    Refusal NothingToRescue = "nothing-to-rescue" { name: String };

    // Undoing.

    /// No such event in this dossier.
    Refusal UnknownEvent = "unknown-event" { given: String };
    /// The beginnings of several events.
    Refusal SeveralEvents = "several-events" { given: String };
    /// Nothing of this kind is ever undone.
    Refusal NeverUndone = "never-undone" { what: String };
    /// There are no words left to take back.
    Refusal UndoErased = "undo-erased";
    /// A report of the assessment was signed.
    Refusal UndoSigned = "undo-signed" { at: String };
    /// It does not count already.
    Refusal UndoneBefore = "undone-before" { at: String };
    /// There is an assessment of the application.
    Refusal UndoAssessed = "undo-assessed" { name: String };
    /// The scores of the round were revealed.
    Refusal UndoRevealed = "undo-revealed" { at: String };
    /// Something later took its place.
    Refusal UndoChangesNothing = "undo-changes-nothing" { what: String };

    // What was filled in.

    /// A text that must not be empty.
    Refusal TextEmpty = "text-empty";
    /// A text beyond its limit.
    Refusal TextTooLong = "text-too-long" { length: u64, limit: u64 };
    /// A character that no text can hold.
    Refusal ControlCharacter = "control-character" { character: String, position: u64 };
    /// Not a calendar date.
    Refusal DateMalformed = "date-malformed" { given: String };
    /// A word that is none of those that can stand there.
    Refusal UnknownWord = "unknown-word" { given: String, allowed: String };
    /// No such option.
    Refusal UnknownOption = "unknown-option" { given: String, allowed: String };
    /// Nothing was chosen.
    Refusal NothingChosen = "nothing-chosen" { allowed: String };
    /// An option that excludes all others, chosen together with others.
    Refusal ExclusiveOption = "exclusive-option" { option: String };
    /// Not a level of maturity.
    Refusal NotALevel = "not-a-level" { given: String };
    /// Not a whole number within the limit.
    Refusal NotANumber = "not-a-number" { given: String, largest: u64 };
    /// A value of another type than the question asks for.
    Refusal WrongType = "wrong-type" { expected: String };
    /// A question of the profile cannot be not applicable.
    Refusal ProfileAlwaysApplies = "profile-always-applies";
    /// Not applicable without a reason.
    Refusal ReasonNeeded = "reason-needed";
    /// Not applicable on a legal point without a name.
    Refusal NameNeeded = "name-needed";
    /// A size of the text that the window does not offer.
    Refusal TextSizeUnknown = "text-size-unknown" { given: u64 };

    // What does not exist.

    /// No such assessment in this dossier.
    Refusal UnknownAssessment = "unknown-assessment" { given: String };
    /// No assessment was started yet.
    Refusal NoAssessment = "no-assessment";
    /// Several assessments, and none was named.
    Refusal SeveralAssessments = "several-assessments" { identities: String };
    /// No such question in this questionnaire.
    Refusal UnknownQuestion = "unknown-question" { given: String };
    /// No such section in this questionnaire.
    Refusal UnknownSection = "unknown-section" { given: String };
    /// Nobody of that identity is a member.
    Refusal UnknownMember = "unknown-member" { given: String };
    /// No such AI application in this dossier.
    Refusal UnknownSubject = "unknown-subject" { given: String };
    /// No such piece of evidence in this dossier.
    Refusal UnknownEvidence = "unknown-evidence" { given: String };
    /// Neither published with the program nor a file.
    Refusal UnknownQuestionnaire = "unknown-questionnaire" { given: String, known: String };
    /// The question has no answer to withdraw.
    Refusal NothingToWithdraw = "nothing-to-withdraw";

    // The committee at work.

    /// Not a part of a whole, or nobody at all.
    Refusal NotAShare = "not-a-share" { part: u64, of: u64 };
    /// A term that ends before it begins.
    Refusal TermEndsBeforeIt = "term-ends-before-it";
    /// The member has no interest in this application.
    Refusal NotAside = "not-aside" { name: String };
    /// The member has an interest of their own in what is assessed.
    Refusal StandsAside = "stands-aside" { name: String, subject: String };
    /// A guest takes part and does not decide.
    Refusal HasNoSay = "has-no-say" { name: String };
    /// The member left, or their term does not hold today.
    Refusal NotServing = "not-serving" { name: String };
    /// No such session.
    Refusal UnknownSession = "unknown-session" { given: String };
    /// Another session of this assessment goes on.
    Refusal SessionRunning = "session-running" { date: String };
    /// The session has not begun, or has ended.
    Refusal SessionNotRunning = "session-not-running";
    /// Not a time of the day.
    Refusal TimeMalformed = "time-malformed" { given: String };
    /// No such action item for the agenda.
    Refusal UnknownTopic = "unknown-topic" { given: String };
    /// No such point in the parking lot.
    Refusal UnknownPoint = "unknown-point" { given: String };
    /// No such question taken home.
    Refusal UnknownTakeHome = "unknown-take-home" { given: String };
    /// No such round of silent scores.
    Refusal UnknownRound = "unknown-round" { given: String };
    /// A round without questions.
    Refusal NoQuestions = "no-questions";
    /// The answers to the question cannot be counted.
    Refusal NoScale = "no-scale" { question: String };
    /// The round does not ask for it.
    Refusal NotInRound = "not-in-round" { question: String };
    /// Nobody was named, and the copy that is open is not a member's.
    Refusal MadeForNobody = "made-for-nobody";
    /// Votes no longer count.
    Refusal RoundRevealed = "round-revealed";
    /// Nothing is to be seen yet.
    Refusal NotRevealed = "not-revealed";
    /// There is nothing to reveal.
    Refusal NobodyVoted = "nobody-voted";
    /// A code that keeps nobody out.
    Refusal PinTooShort = "pin-too-short" { least: u64 };
    /// Not the code under which this member voted.
    Refusal PinWrong = "pin-wrong" { name: String };
    /// Votes that nobody may see yet would be written out.
    Refusal VotesWait = "votes-wait";
    /// Nothing to take a position on.
    Refusal NothingStands = "nothing-stands";
    /// Only a report can be refused.
    Refusal RefuseReportOnly = "refuse-report-only";
    /// The member has no position to withdraw.
    Refusal NoPosition = "no-position" { name: String };
    /// No such comment.
    Refusal UnknownComment = "unknown-comment" { given: String };
    /// A reply to a comment on another question.
    Refusal OtherQuestion = "other-question" { question: String };

    // Taking care of a dossier.

    /// Several members of one name.
    Refusal SeveralMembers = "several-members" { given: String };
    /// Nothing was named whose words are to be erased.
    Refusal NothingToErase = "nothing-to-erase";
    /// A change whose words cannot be erased.
    Refusal NotErasable = "not-erasable" { number: u64 };
    /// A reason that repeats what is to be erased.
    Refusal ReasonRepeats = "reason-repeats";
    /// The name that was typed is not that of the organisation.
    Refusal OrganisationDiffers = "organisation-differs";
    /// Neither an event nor a date, or both.
    Refusal MomentMissing = "moment-missing";
    /// The assessment began later.
    Refusal NotBegunThen = "not-begun-then" { moment: String };

    // What follows from the answers.

    /// No such finding, or one that was dropped.
    Refusal UnknownFinding = "unknown-finding" { given: String };
    /// No such risk, or one that was dropped.
    Refusal UnknownRisk = "unknown-risk" { given: String };
    /// No such measure, or one that was given up.
    Refusal UnknownMeasure = "unknown-measure" { given: String };
    /// No such action item.
    Refusal UnknownAction = "unknown-action" { given: String };
    /// No such opinion, or one that was dropped.
    Refusal UnknownOpinion = "unknown-opinion" { given: String };
    /// Nothing of the kind is proposed about that question.
    Refusal NotProposed = "not-proposed" { question: String };
    /// A grade that is not one from 1 to 5.
    Refusal NotAGrade = "not-a-grade" { given: u64 };
    /// An action item that will not be done, without a reason.
    Refusal WhyDropped = "why-dropped";
    /// A document with neither an action item nor an opinion, or with both.
    Refusal DocumentOfWhat = "document-of-what";
    /// Somebody who was not asked, without a reason.
    Refusal WhyNotAsked = "why-not-asked";
    /// Conditions that are not named.
    Refusal ConditionsNeeded = "conditions-needed";
    /// Interests that clashed, and not how they were weighed.
    Refusal WeighingNeeded = "weighing-needed";
    /// The committee gave no advice.
    Refusal NoAdvice = "no-advice";
    /// Several pieces of advice that contradict each other.
    Refusal AdviceContradicts = "advice-contradicts";
    /// A decision that departs from the advice, without a reason.
    Refusal DepartsWithoutReason = "departs-without-reason" { advice: String };
    /// Risks that stay and of which the decision says nothing.
    Refusal RisksLeftOut = "risks-left-out" { count: u64 };
    /// A risk that is refused, without a reason.
    Refusal WhyRiskRefused = "why-risk-refused" { risk: String };
    /// Only what was signed is adopted.
    Refusal NotAdoptable = "not-adoptable" { status: String };
    /// An adoption, although not everybody signed who was expected to, without a reason.
    Refusal WhyNotAllSigned = "why-not-all-signed" { names: String };
    /// It was adopted, so that it is not changed.
    Refusal AssessmentAdopted = "assessment-adopted";
    /// It was withdrawn, so that it is not changed.
    Refusal AssessmentWithdrawn = "assessment-withdrawn";
    /// It was withdrawn before.
    Refusal WithdrawnAlready = "withdrawn-already";
    /// It is open as it is.
    Refusal NotReopenable = "not-reopenable" { status: String };
    /// Fewer than two assessments, or one twice.
    Refusal TooFewToCompare = "too-few-to-compare";
    /// Assessments of different AI applications.
    Refusal NotOneApplication = "not-one-application";

    // Questionnaires.

    /// A questionnaire with complaints.
    Complaints QuestionnaireRefused = "questionnaire-refused" { name: String, count: u64 };

    // Reports and signatures.

    /// A report for nobody to sign.
    Refusal NoSigners = "no-signers";
    /// A name that is to sign twice.
    Refusal SignerTwice = "signer-twice" { name: String };
    /// More signers than a report has fields for.
    Refusal TooManySigners = "too-many-signers" { limit: u64 };
    /// Not a report of this program.
    Refusal NotAReport = "not-a-report" { name: String };
    /// A report that is not as it was made or signed.
    Refusal ReportAltered = "report-altered" { name: String };
    /// A report that is not as it was made or signed, so that nothing rests on it.
    Refusal ReportNotSound = "report-not-sound" { name: String };
    /// A report that another version of the program laid out.
    Refusal ReportOfOtherVersion = "report-of-other-version" { name: String, version: String };
    /// A page that a report does not have.
    Refusal NoSuchPage = "no-such-page" { page: u64, pages: u64 };
    /// Nothing at this place of a report can be withheld and made known.
    Refusal NothingToDisclose = "nothing-to-disclose" { given: String };
    /// The report at hand withholds it as well.
    Refusal WithheldHereToo = "withheld-here-too" { name: String };
    /// Not a file that makes something known.
    Refusal NotADisclosure = "not-a-disclosure" { name: String };
    /// A section of one's own that no report can use.
    Refusal SectionBroken = "section-broken" { line: String, cause: String };
    /// Not a colour.
    Refusal ColourUnreadable = "colour-unreadable" { given: String };
    /// A colour that cannot be read on white.
    Refusal ColourTooPale = "colour-too-pale" { given: String, contrast: String };
    /// A file that is neither an SVG nor a PNG.
    Refusal LogoOfOtherKind = "logo-of-other-kind" { name: String };
    /// An SVG or a PNG that is damaged or not all there.
    Refusal LogoDamaged = "logo-damaged" { name: String, line: String };
    /// A drawing with something in it that a report cannot draw.
    Refusal LogoUndrawable = "logo-undrawable" { name: String, what: String };
    /// A picture with too few or too many pixels.
    Refusal LogoPixels = "logo-pixels" { name: String, width: u64, height: u64, least: u64, most: u64 };
    /// A logo that would take more room than there is for it.
    Refusal LogoTooDetailed = "logo-too-detailed" { name: String, limit: String };
    /// A logo in white, or of nothing.
    Refusal LogoInvisible = "logo-invisible" { name: String };
    /// The report has no open field for this person.
    Refusal SignerNotExpected = "signer-not-expected" { name: String, expected: String };
    /// Nobody has signed, and somebody else signs first.
    Refusal SignsFirst = "signs-first" { name: String, first: String };
    /// Somebody who declared that they do not sign.
    Refusal SignerRefuses = "signer-refuses" { name: String };
    /// Another position or reason than the report declares.
    Refusal OtherThanDeclared = "other-than-declared" { name: String };
    /// A report of another dossier.
    Refusal ReportOfOtherDossier = "report-of-other-dossier" { name: String };
    /// Nobody signed it.
    Refusal ReportUnsigned = "report-unsigned" { name: String };
    /// The dossier has this very file.
    Refusal ReportKeptAlready = "report-kept-already" { name: String };
    /// No signature and no field is waiting for a timestamp.
    Refusal NothingToTimestamp = "nothing-to-timestamp" { name: String };
    /// Not a question for a timestamp.
    Refusal NotATimestampRequest = "not-a-timestamp-request" { name: String };
    /// Not an answer of a timestamping authority.
    Refusal NotATimestampAnswer = "not-a-timestamp-answer" { name: String };
    /// The authority refused.
    Refusal TimestampNotGranted = "timestamp-not-granted" { reason: String };
    /// The answer belongs to another file, place or question.
    Refusal TimestampOfSomethingElse = "timestamp-of-something-else" { name: String };
    /// With what is wrong with it, as its standard calls that.
    Refusal TimestampUnfit = "timestamp-unfit" { name: String, reason: String };
    /// Not a certificate, a revocation list or an OCSP answer.
    Refusal NotValidationData = "not-validation-data" { name: String };
    /// Larger than fits in a report.
    Refusal ValidationTooLarge = "validation-too-large" { name: String };
    /// The report has it all.
    Refusal NothingToAdd = "nothing-to-add" { name: String };
    /// Everyone has signed.
    Refusal EveryoneSigned = "everyone-signed";
    /// Two fields await the same name.
    Refusal SeveralFields = "several-fields" { name: String };
    /// This person has signed.
    Refusal AlreadySigned = "already-signed" { name: String };
    /// A reservation or a dissent says why.
    Refusal PositionNeedsReason = "position-needs-reason";
    /// The passphrase does not open the identity.
    Refusal PassphraseWrong = "passphrase-wrong" { name: String };
    /// Too short to protect anything.
    Refusal PassphraseTooShort = "passphrase-too-short" { least: u64 };
    /// It holds a character that a key file cannot keep.
    Refusal PassphraseUnusable = "passphrase-unusable";
    /// Typed twice, and not the same.
    Refusal PassphrasesDiffer = "passphrases-differ";
    /// A passphrase was wanted and none could be asked for.
    Refusal PassphraseMissing = "passphrase-missing";
    /// A name or time that no certificate can hold.
    Refusal IdentityNotMade = "identity-not-made";
    /// Not an identity that can sign.
    Refusal IdentityUnusable = "identity-unusable" { name: String };

    // Cards and tokens.

    /// Not a library of PKCS#11 for this machine.
    Refusal NotATokenLibrary = "not-a-token-library" { name: String };
    /// The library does not start.
    Refusal TokenLibraryFailed = "token-library-failed" { name: String, reason: String };
    /// No card in a reader, and no token plugged in.
    Refusal NoToken = "no-token";
    /// Nobody's certificate is on it.
    Refusal TokenWithoutCertificate = "token-without-certificate";
    /// The key of the certificate is not on it.
    Refusal TokenWithoutKey = "token-without-key" { name: String };
    /// No certificate on it is called that.
    Refusal TokenCertificateUnknown = "token-certificate-unknown" { given: String };
    /// There are several, and it was not said which.
    Refusal TokenCertificateUnclear = "token-certificate-unclear";
    /// Not a certificate that can sign.
    Refusal TokenCertificateUnusable = "token-certificate-unusable" { name: String };
    /// No PIN was given.
    Refusal TokenPinMissing = "token-pin-missing";
    /// The PIN does not open the card.
    Refusal TokenPinWrong = "token-pin-wrong";
    /// The PIN was mistyped too often.
    Refusal TokenPinLocked = "token-pin-locked";
    /// A PIN has to be chosen or changed first.
    Refusal TokenPinToChange = "token-pin-to-change";
    /// The person thought better of it, on the reader.
    Refusal TokenCalledOff = "token-called-off";
    /// The card was taken out.
    Refusal TokenGone = "token-gone";
    /// The card cannot make signatures as reports need them.
    Refusal TokenCannotSign = "token-cannot-sign" { how: String };
    /// Anything else that a card or its library says.
    Refusal TokenFailed = "token-failed" { reason: String };

    /// Not a certificate.
    Refusal CertificateUnreadable = "certificate-unreadable" { name: String };

    // The machine.

    /// Something that should not happen.
    Fault Unexpected = "fault" { number: String };
}
