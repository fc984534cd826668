//! What can be asked on the command line. The words of the help stand in `locales/*/cli.ftl`.

pub(crate) mod care;
pub(crate) mod deliberation;
pub(crate) mod follow_up;
pub(crate) mod reports;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use messages::Language;

use crate::localise;

#[derive(Debug, Parser)]
#[command(name = "verantwoord", version)]
pub(crate) struct Arguments {
    #[arg(long, global = true, value_name = "nl|en", value_parser = ["nl", "en"])]
    pub(crate) language: Option<String>,
    /// For an encrypted dossier. Commands with a certificate have an argument of that name for it.
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(New),
    Example(Example),
    Committee(deliberation::Committee),
    Member(Member),
    Interest(deliberation::Interest),
    Describe(Describe),
    Assess(Assess),
    Assessments(ListAssessments),
    Questions(Looking),
    Answer(Answer),
    Evidence(Evidence),
    Session(deliberation::Session),
    Round(deliberation::Round),
    Score(deliberation::Score),
    Reveal(deliberation::Reveal),
    Position(deliberation::Position),
    Comment(deliberation::Comment),
    QuickScan(Looking),
    Finding(follow_up::Finding),
    Risk(follow_up::Risk),
    Measure(follow_up::Measure),
    Action(follow_up::Action),
    Opinion(follow_up::Opinion),
    Advise(follow_up::Advise),
    Decide(follow_up::Decide),
    Status(Looking),
    Adopt(follow_up::AdoptAssessment),
    Withdraw(follow_up::WithReason),
    Reopen(follow_up::WithReason),
    Compare(follow_up::Compare),
    TakeOver(follow_up::TakeOver),
    Scores(Looking),
    History(care::History),
    Undo(Undo),
    Erase(care::Erase),
    Retention(care::Retention),
    Destroy(care::Destroy),
    Check(Check),
    Merge(Merge),
    Copy(Copied),
    Copies(Copies),
    Backups(Backups),
    Backup(Backup),
    Restore(Restore),
    Export(Export),
    Import(Import),
    Rescue(Rescue),
    Encrypt(Encrypt),
    Decrypt(Decrypt),
    Passphrase(Passphrase),
    Report(reports::Report),
    Identity(reports::Identity),
    Sign(reports::Sign),
    Receive(reports::Receive),
    Timestamp(reports::Timestamp),
    Validation(reports::Validation),
    Template(reports::Template),
    Style(reports::Style),
    Disclose(reports::Disclose),
    Verify(reports::Verify),
    Questionnaire(Questionnaire),
}

#[derive(Debug, Args)]
pub(crate) struct New {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) organisation: String,
}

#[derive(Debug, Args)]
pub(crate) struct Example {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Member {
    #[command(subcommand)]
    pub(crate) command: MemberCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MemberCommand {
    Add(AddMember),
    List(ListMembers),
    Revise(deliberation::ReviseMember),
    Leave(deliberation::OneMember),
}

#[derive(Debug, Args)]
pub(crate) struct AddMember {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "ROLE", default_value = "member")]
    pub(crate) role: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) expertise: String,
    #[arg(long, value_name = "WHOM")]
    pub(crate) speaks_for: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) until: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ListMembers {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Describe {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) organisation: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) sector: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) description: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) contact: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) mandate: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Assess {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) subject: String,
    #[arg(long, value_name = "ID@VERSION|PATH")]
    pub(crate) questionnaire: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) scope: String,
}

#[derive(Debug, Args)]
pub(crate) struct ListAssessments {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

/// The commands that look at one assessment.
#[derive(Debug, Args)]
pub(crate) struct Looking {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Answer {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "QUESTION", required_unless_present = "stdin")]
    pub(crate) question: Option<String>,
    #[arg(
        value_name = "VALUE",
        required_unless_present = "stdin",
        allow_hyphen_values = true
    )]
    pub(crate) value: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        allow_hyphen_values = true
    )]
    pub(crate) because: String,
    #[arg(long, value_name = "known|assumed|unknown")]
    pub(crate) certainty: Option<String>,
    #[arg(long, value_name = "0-3")]
    pub(crate) evidence_strength: Option<u8>,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: Option<String>,
    #[arg(long, conflicts_with_all = [
        "question", "value", "because", "certainty", "evidence_strength", "by",
    ])]
    pub(crate) stdin: bool,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Evidence {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "QUESTION")]
    pub(crate) question: String,
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Undo {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "EVENT")]
    pub(crate) event: String,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "OTHER", required = true)]
    pub(crate) others: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Copied {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[arg(long = "for", value_name = "NAME")]
    pub(crate) member: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Copies {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "COPY", requires = "reason")]
    pub(crate) give_up: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "give_up")]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Backups {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Backup {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Restore {
    #[arg(
        value_name = "FILE",
        required_unless_present = "from",
        conflicts_with = "from"
    )]
    pub(crate) file: Option<PathBuf>,
    #[arg(long, value_name = "BACKUP")]
    pub(crate) from: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Encrypt {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Decrypt {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Passphrase {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "PATH")]
    pub(crate) new_passphrase_file: Option<PathBuf>,
    /// The change was made before, and only its backups are left to do.
    #[arg(long, value_name = "PATH", conflicts_with_all = ["new_passphrase_file", "json"])]
    pub(crate) former_passphrase_file: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Without it, the whole dossier is meant.
    #[arg(long = "as", value_name = "dossier|html|docx|xlsx|csv|json|md")]
    pub(crate) form: Option<String>,
    #[arg(long, value_name = "PATH")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "full|public|summary", default_value = "full")]
    pub(crate) edition: String,
    #[arg(long, value_name = "names,question:ID,…")]
    pub(crate) redact: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(value_name = "JSON")]
    pub(crate) from: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Rescue {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Questionnaire {
    #[command(subcommand)]
    pub(crate) command: QuestionnaireCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum QuestionnaireCommand {
    Check(CheckQuestionnaire),
    List,
}

#[derive(Debug, Args)]
pub(crate) struct CheckQuestionnaire {
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
}

/// Reads the arguments; what is wrong with them is said later, in the user's language.
pub(crate) fn parse(
    arguments: Vec<OsString>,
    language: Language,
) -> Result<Arguments, clap::Error> {
    // Nearly always they are right, and then nobody sees the texts of a hundred commands.
    if let Ok(matches) = Arguments::command().try_get_matches_from(&arguments)
        && let Ok(arguments) = Arguments::from_arg_matches(&matches)
    {
        return Ok(arguments);
    }
    let command = localise::localised(Arguments::command(), language);
    let matches = command.try_get_matches_from(arguments)?;
    Arguments::from_arg_matches(&matches)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        for language in Language::ALL {
            localise::localised(Arguments::command(), language).debug_assert();
        }
    }
}
