//! The commands: each decodes its arguments, calls the application and writes what came back.

mod answering;
mod care;
mod deliberation;
mod dossier;
mod encryption;
mod exchange;
mod follow_up;
mod keeping;
mod looking;
mod reports;
mod signing;
mod style;

use std::fs::File;
use std::io::{IsTerminal, Read};
use std::path::{Path, PathBuf};

use application::view::{Changed, FilePurpose, OneAssessment, OneFile, OpenDossier, SecretText};
use application::{Application, Fact, Problem};
use messages::{Argument, catalogue};
use zeroize::Zeroizing;

use crate::arguments::reports::{IdentityCommand, TimestampCommand, ValidationCommand};
use crate::arguments::{Arguments, Command, MemberCommand, QuestionnaireCommand};
use crate::failure::Failure;
use crate::output::Output;

/// What a command needs besides its arguments.
struct Context<'a> {
    application: Application,
    output: &'a Output,
    /// The language that was asked for, if one was.
    language: Option<String>,
    /// Where the passphrase of an encrypted dossier is, if that was said.
    passphrase_file: Option<PathBuf>,
}

/// Runs a command; gives the exit code.
pub(crate) fn run(
    arguments: Arguments,
    application: Application,
    output: &Output,
) -> Result<u8, Failure> {
    let mut context = Context {
        application,
        output,
        language: arguments.language,
        passphrase_file: match &arguments.command {
            // There it is the certificate's.
            Command::Sign(sign) => sign.dossier_passphrase_file.clone(),
            _ => arguments.passphrase_file,
        },
    };
    let context = &mut context;
    match arguments.command {
        Command::New(new) => dossier::new(context, &new),
        Command::Example(example) => dossier::example(context, &example),
        Command::Member(member) => match member.command {
            MemberCommand::Add(add) => dossier::add_member(context, add),
            MemberCommand::List(list) => dossier::list_members(context, &list),
            MemberCommand::Revise(revise) => {
                deliberation::committee::revise_member(context, revise)
            }
            MemberCommand::Leave(leave) => deliberation::committee::leave(context, &leave),
        },
        Command::Committee(committee) => deliberation::committee::committee(context, committee),
        Command::Interest(interest) => deliberation::committee::interest(context, interest.command),
        Command::Session(session) => deliberation::sessions::session(context, session.command),
        Command::Round(round) => deliberation::rounds::round(context, round.command),
        Command::Score(score) => deliberation::rounds::score(context, score),
        Command::Reveal(reveal) => deliberation::rounds::reveal(context, reveal),
        Command::Position(position) => deliberation::positions::position(context, position),
        Command::Comment(comment) => deliberation::positions::comment(context, comment.command),
        Command::QuickScan(looking) => follow_up::over_time::quick_scan(context, &looking),
        Command::Finding(finding) => follow_up::findings::finding(context, finding.command),
        Command::Risk(risk) => follow_up::findings::risk(context, risk.command),
        Command::Measure(measure) => follow_up::findings::measure(context, measure.command),
        Command::Action(action) => follow_up::actions::action(context, action.command),
        Command::Opinion(opinion) => follow_up::actions::opinion(context, opinion.command),
        Command::Advise(advise) => follow_up::conclusion::advise(context, advise),
        Command::Decide(decide) => follow_up::conclusion::decide(context, decide),
        Command::Status(looking) => follow_up::over_time::status(context, &looking),
        Command::Adopt(adopt) => follow_up::over_time::adopt(context, adopt),
        Command::Withdraw(asked) => follow_up::over_time::withdraw(context, asked),
        Command::Reopen(asked) => follow_up::over_time::reopen(context, asked),
        Command::Compare(compare) => follow_up::over_time::compare(context, &compare),
        Command::TakeOver(take_over) => follow_up::over_time::take_over(context, &take_over),
        Command::Describe(describe) => dossier::describe(context, describe),
        Command::Assess(assess) => dossier::assess(context, &assess),
        Command::Assessments(list) => looking::assessments(context, &list),
        Command::Questions(looking) => looking::questions(context, &looking),
        Command::Scores(looking) => looking::scores(context, &looking),
        Command::History(history) => looking::history(context, &history),
        Command::Undo(undo) => keeping::undo(context, &undo),
        Command::Erase(erase) => care::erase(context, erase),
        Command::Retention(retention) => care::retention(context, retention),
        Command::Destroy(destroy) => care::destroy(context, destroy),
        Command::Check(check) => looking::check(context, &check),
        Command::Merge(merge) => keeping::merge(context, &merge),
        Command::Copy(copied) => keeping::copy(context, &copied),
        Command::Copies(copies) => keeping::copies(context, copies),
        Command::Backups(backups) => keeping::backups(context, &backups),
        Command::Backup(backup) => keeping::backup(context, &backup),
        Command::Restore(restore) => keeping::restore(context, &restore),
        Command::Export(export) => match export.form.clone() {
            Some(form) if form != "dossier" => reports::export(context, export, form),
            _ => keeping::export(context, &export),
        },
        Command::Import(import) => keeping::import(context, &import),
        Command::Rescue(rescue) => keeping::rescue(context, &rescue),
        Command::Encrypt(encrypt) => encryption::encrypt(context, &encrypt),
        Command::Decrypt(decrypt) => encryption::decrypt(context, &decrypt),
        Command::Passphrase(change) => encryption::change(context, &change),
        Command::Answer(answer) if answer.stdin => answering::from_stdin(context, &answer),
        Command::Answer(answer) => answering::one(context, answer),
        Command::Evidence(evidence) => answering::evidence(context, evidence),
        Command::Report(report) => reports::make(context, report),
        Command::Identity(identity) => match identity.command {
            IdentityCommand::New(new) => signing::new_identity(context, new),
            IdentityCommand::Certificate(of) => signing::certificate(context, &of),
            IdentityCommand::Token(token) => signing::token(context, &token),
        },
        Command::Sign(sign) => signing::sign(context, sign),
        Command::Receive(receive) => exchange::receive(context, &receive),
        Command::Timestamp(timestamp) => match timestamp.command {
            TimestampCommand::Request(request) => exchange::request(context, &request),
            TimestampCommand::Embed(embed) => exchange::embed(context, &embed),
        },
        Command::Validation(validation) => match validation.command {
            ValidationCommand::Add(add) => exchange::validate(context, &add),
        },
        Command::Template(template) => style::template(context, template.command),
        Command::Style(style) => style::style(context, &style),
        Command::Disclose(disclose) => reports::disclose(context, &disclose),
        Command::Verify(verify) => reports::verify(context, &verify),
        Command::Questionnaire(questionnaire) => match questionnaire.command {
            QuestionnaireCommand::Check(check) => looking::check_questionnaire(context, &check),
            QuestionnaireCommand::List => looking::questionnaires(context),
        },
    }
}

impl Context<'_> {
    /// Opens a dossier to work in it.
    fn open(&mut self, file: &Path) -> Result<(), Failure> {
        let opened = self.unlocked(file, Application::open_dossier)?;
        self.notice(opened.notice.as_ref());
        Ok(())
    }

    /// Opens a dossier to look at it, also while somebody else works in it.
    fn look(&mut self, file: &Path) -> Result<(), Failure> {
        self.unlocked(file, Application::look_at_dossier)?;
        Ok(())
    }

    /// Opens a dossier; asks for its passphrase when it turns out to be encrypted.
    fn unlocked(
        &mut self,
        file: &Path,
        open: impl Fn(&mut Application, OpenDossier) -> Result<Changed, Problem>,
    ) -> Result<Changed, Failure> {
        let file = self.file(file, FilePurpose::OpenDossier).file;
        self.with_passphrase(|application| {
            let file = file.clone();
            let passphrase = None;
            open(application, OpenDossier { file, passphrase })
        })
    }

    /// Does what may need the passphrase of a dossier: the one from the file that was named, or one
    /// that is asked for where somebody sits at a terminal.
    fn with_passphrase<T>(
        &mut self,
        attempt: impl Fn(&mut Application) -> Result<T, Problem>,
    ) -> Result<T, Failure> {
        if let Some(file) = self.passphrase_file.clone() {
            let given = secret(self, Some(&file), Secret::Passphrase)?;
            self.application.give_passphrase(given.reveal())?;
        }
        match attempt(&mut self.application) {
            Err(problem)
                if problem.code() == "dossier-encrypted"
                    && self.passphrase_file.is_none()
                    && std::io::stdin().is_terminal() =>
            {
                let Ok(given) = secret(self, None, Secret::Passphrase) else {
                    return Err(problem.into());
                };
                self.application.give_passphrase(given.reveal())?;
                Ok(attempt(&mut self.application)?)
            }
            done => Ok(done?),
        }
    }

    fn file(&mut self, path: &Path, purpose: FilePurpose) -> OneFile {
        OneFile {
            file: self.application.grant(path, purpose).handle,
        }
    }

    /// The assessment that is meant: the one that is named, or the only one.
    fn assessment(&self, named: Option<&str>) -> Result<OneAssessment, Failure> {
        let assessment = self.application.assessment_meant(named)?;
        Ok(OneAssessment { assessment })
    }

    /// Writes a sentence.
    fn say(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> Result<(), Failure> {
        let texts = catalogue(self.application.language());
        self.output.line(&texts.format(key, arguments))
    }

    /// Tells what the person must know, on standard error.
    fn notice(&self, notice: Option<&String>) {
        if let Some(notice) = notice {
            self.output.complain(notice);
        }
    }
}

/// What only one person knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secret {
    /// What protects an identity or a dossier.
    Passphrase,
    /// What is to protect an identity or a dossier: asked twice.
    NewPassphrase,
    /// What a vote is locked under: asked twice, because nobody else can open it.
    Pin,
    /// What a card asks for: asked once, because the card knows it.
    TokenPin,
}

/// A secret from a file, of which the first line counts, or from the terminal; never from the
/// arguments, which every user of the machine can read.
fn secret(context: &Context<'_>, file: Option<&Path>, what: Secret) -> Result<SecretText, Failure> {
    const LONGEST: usize = 10_000;
    let texts = catalogue(context.application.language());
    if let Some(path) = file {
        let name = || path.display().to_string();
        let unreadable = |reason: String| Fact::FileUnreadable {
            name: name(),
            reason,
        };
        // With room for all of it from the start, so that it grows nowhere and leaves nothing behind.
        let mut text = Zeroizing::new(String::with_capacity(LONGEST));
        File::open(path)
            .and_then(|file| file.take(LONGEST as u64).read_to_string(&mut text))
            .map_err(|error| unreadable(error.kind().to_string()))?;
        return Ok(text.lines().next().unwrap_or_default().into());
    }
    let ask = |key: &str| {
        rpassword::prompt_password(texts.text(key))
            .map(SecretText::from)
            .map_err(|_| match what {
                Secret::TokenPin => Fact::TokenPinMissing,
                _ => Fact::PassphraseMissing,
            })
    };
    let first = ask(match what {
        Secret::Pin => "cli-ask-pin",
        Secret::TokenPin => "cli-ask-token-pin",
        Secret::Passphrase | Secret::NewPassphrase => "cli-ask-passphrase",
    })?;
    let asks_twice = matches!(what, Secret::NewPassphrase | Secret::Pin);
    if asks_twice && ask("cli-ask-passphrase-again")? != first {
        return Err(Fact::PassphrasesDiffer.about("passphrase").into());
    }
    Ok(first)
}
