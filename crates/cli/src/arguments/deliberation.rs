//! The committee at work: what can be asked of members, sessions, rounds, positions and comments.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Committee {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub(crate) mandate: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) mandated_on: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) mandated_by: Option<String>,
    #[arg(long, value_name = "yes|no")]
    pub(crate) mandated_by_public: Option<String>,
    #[arg(long, value_name = "N|N/N|>N/N|none")]
    pub(crate) quorum: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) independence: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseMember {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "NAME")]
    pub(crate) member: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) expertise: Option<String>,
    #[arg(long, value_name = "WHOM")]
    pub(crate) speaks_for: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) from: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) until: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct OneMember {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "NAME")]
    pub(crate) member: String,
}

#[derive(Debug, Args)]
pub(crate) struct Interest {
    #[command(subcommand)]
    pub(crate) command: InterestCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum InterestCommand {
    Declare(DeclareInterest),
    End(EndInterest),
}

#[derive(Debug, Args)]
pub(crate) struct DeclareInterest {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "NAME")]
    pub(crate) member: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) subject: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct EndInterest {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "NAME")]
    pub(crate) member: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) subject: String,
}

#[derive(Debug, Args)]
pub(crate) struct Session {
    #[command(subcommand)]
    pub(crate) command: SessionCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum SessionCommand {
    Plan(PlanSession),
    Revise(ReviseSession),
    List(Sessions),
    Show(OneSession),
    Agenda(Agenda),
    Start(OneSession),
    End(OneSession),
    Attend(Attend),
    TakeUp(TakeUp),
    CloseTopic(TakeUp),
    Minutes(Minutes),
    Park(Park),
    TakeOut(TakeOut),
    Ask(Ask),
    Answer(AnswerAsked),
    Drop(DropAsked),
}

/// Which dossier, and which assessment in it.
#[derive(Debug, Args)]
pub(crate) struct Of {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct PlanSession {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) place: String,
    #[arg(long, value_name = "TOPIC[=MINUTES]")]
    pub(crate) topic: Vec<String>,
    #[arg(long)]
    pub(crate) proposed: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseSession {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) place: Option<String>,
    #[arg(long, value_name = "TOPIC[=MINUTES]")]
    pub(crate) topic: Vec<String>,
    #[arg(long)]
    pub(crate) proposed: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Sessions {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct OneSession {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Agenda {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Attend {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "NAME")]
    pub(crate) member: String,
    #[arg(value_name = "came|went|excused", default_value = "came")]
    pub(crate) movement: String,
    #[arg(long, value_name = "HH:MM")]
    pub(crate) at: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct TakeUp {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TOPIC")]
    pub(crate) topic: String,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Minutes {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long, value_name = "TOPIC")]
    pub(crate) topic: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Park {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Ask {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "QUESTION")]
    pub(crate) question: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct TakeOut {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID|TEXT")]
    pub(crate) point: String,
    #[arg(value_name = "TEXT")]
    pub(crate) outcome: String,
}

#[derive(Debug, Args)]
pub(crate) struct AnswerAsked {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID|TEXT")]
    pub(crate) asked: String,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
}

#[derive(Debug, Args)]
pub(crate) struct DropAsked {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID|TEXT")]
    pub(crate) asked: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Round {
    #[command(subcommand)]
    pub(crate) command: RoundCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RoundCommand {
    Open(OpenRound),
    Show(ShowRound),
}

#[derive(Debug, Args)]
pub(crate) struct OpenRound {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "QUESTION", required = true)]
    pub(crate) questions: Vec<String>,
    #[arg(long)]
    pub(crate) named: bool,
    #[arg(long)]
    pub(crate) one_to_five: bool,
    #[arg(long, value_name = "YYYY-MM-DD|ID")]
    pub(crate) session: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ShowRound {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "ID")]
    pub(crate) round: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Score {
    #[command(flatten)]
    pub(crate) of: Of,
    /// Who, about what, and what. A copy that was made for a member knows who.
    #[arg(value_name = "[NAME] QUESTION VALUE", num_args = 2..=3, required = true)]
    pub(crate) vote: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) because: String,
    #[arg(long, value_name = "PATH")]
    pub(crate) pin_file: Option<PathBuf>,
    #[arg(long, conflicts_with = "pin_file")]
    pub(crate) without_pin: bool,
    #[arg(long, value_name = "ID")]
    pub(crate) round: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Reveal {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "NAME=PATH")]
    pub(crate) pin_file: Vec<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) round: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Position {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "QUESTION|advice|report|FINDING")]
    pub(crate) on: String,
    #[arg(value_name = "NAME", requires = "stance")]
    pub(crate) member: Option<String>,
    #[arg(value_name = "agree|reservation|dissent|abstain|refuse|withdraw")]
    pub(crate) stance: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) reason: String,
    #[arg(long)]
    pub(crate) unnamed: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Comment {
    #[command(subcommand)]
    pub(crate) command: CommentCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CommentCommand {
    Add(AddComment),
    List(ListComments),
    Revise(ReviseComment),
    Resolve(OneComment),
    Reopen(OneComment),
    Choose(ChooseComment),
}

#[derive(Debug, Args)]
pub(crate) struct AddComment {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "QUESTION")]
    pub(crate) question: String,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) member: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) reply_to: Option<String>,
    #[arg(long)]
    pub(crate) in_report: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ListComments {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "QUESTION")]
    pub(crate) question: String,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseComment {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) comment: String,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
}

#[derive(Debug, Args)]
pub(crate) struct OneComment {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) comment: String,
}

#[derive(Debug, Args)]
pub(crate) struct ChooseComment {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) comment: String,
    #[arg(long)]
    pub(crate) out: bool,
}
