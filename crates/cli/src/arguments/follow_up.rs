//! What follows from the answers: what can be asked of findings, risks, measures, actions, opinions,
//! advice and decision, and of where an assessment stands.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::deliberation::Of;

macro_rules! commands {
    ($($name:ident { $($variant:ident($arguments:ty),)* })*) => {$(
        #[derive(Debug, Args)]
        pub(crate) struct $name {
            #[command(subcommand)]
            pub(crate) command: commands::$name,
        }
    )*
        pub(crate) mod commands {
            use super::*;
            $(#[derive(Debug, Subcommand)]
            pub(crate) enum $name {
                $($variant($arguments),)*
            })*
        }
    };
}

commands! {
    Finding {
        List(Listing),
        Add(AddFinding),
        Adopt(Adopt),
        Dismiss(Dismiss),
        Revise(Reword),
        Drop(Drop),
    }
    Risk {
        List(Listing),
        Add(AddRisk),
        Revise(ReviseRisk),
        Drop(Drop),
    }
    Measure {
        List(Listing),
        Add(AddMeasure),
        Revise(ReviseMeasure),
        Drop(Drop),
    }
    Action {
        List(ListActions),
        Add(AddAction),
        Revise(ReviseAction),
        Progress(ProgressAction),
    }
    Opinion {
        List(Listing),
        Add(AddOpinion),
        Revise(ReviseOpinion),
        Drop(Drop),
    }
}

#[derive(Debug, Args)]
pub(crate) struct Listing {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AddFinding {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long = "question", value_name = "QUESTION")]
    pub(crate) questions: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Adopt {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "QUESTION")]
    pub(crate) question: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Dismiss {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "QUESTION")]
    pub(crate) question: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Reword {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: String,
}

#[derive(Debug, Args)]
pub(crate) struct Drop {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct AddRisk {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) for_whom: String,
    #[arg(long, value_name = "NxN")]
    pub(crate) before: String,
    #[arg(long, value_name = "NxN")]
    pub(crate) after: Option<String>,
    #[arg(long = "finding", value_name = "ID")]
    pub(crate) findings: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseRisk {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) for_whom: Option<String>,
    #[arg(long, value_name = "NxN")]
    pub(crate) before: Option<String>,
    #[arg(long, value_name = "NxN")]
    pub(crate) after: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AddMeasure {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "TEXT")]
    pub(crate) text: String,
    #[arg(long = "finding", value_name = "ID")]
    pub(crate) findings: Vec<String>,
    #[arg(long = "risk", value_name = "ID")]
    pub(crate) risks: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) since: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseMeasure {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) since: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ListActions {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, conflicts_with = "assessment")]
    pub(crate) all: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AddAction {
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
    #[arg(long = "finding", value_name = "ID")]
    pub(crate) findings: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseAction {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) due: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ProgressAction {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[arg(value_name = "open|under_way|done|dropped")]
    pub(crate) status: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) note: String,
    #[arg(long, value_name = "PATH")]
    pub(crate) proof: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct AddOpinion {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "data_protection_officer|works_council|customers|other")]
    pub(crate) outsider: String,
    #[command(flatten)]
    pub(crate) said: Said,
}

#[derive(Debug, Args)]
pub(crate) struct ReviseOpinion {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "ID")]
    pub(crate) item: String,
    #[command(flatten)]
    pub(crate) said: Said,
}

/// What somebody outside said, or why they were not asked.
#[derive(Debug, Args)]
pub(crate) struct Said {
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long)]
    pub(crate) not_asked: bool,
    #[arg(long, value_name = "TEXT")]
    pub(crate) because: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "PATH")]
    pub(crate) document: Vec<PathBuf>,
}

/// Conditions in order, and who sees to one of them and by when, each with its number.
#[derive(Debug, Args)]
pub(crate) struct Conditions {
    #[arg(long = "condition", value_name = "TEXT")]
    pub(crate) conditions: Vec<String>,
    #[arg(long = "condition-owner", value_name = "NUMBER=NAME")]
    pub(crate) condition_owners: Vec<String>,
    #[arg(long = "condition-due", value_name = "NUMBER=YYYY-MM-DD")]
    pub(crate) condition_dues: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Advise {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "go|go_if|no_go|stop|withdraw")]
    pub(crate) course: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) because: String,
    #[command(flatten)]
    pub(crate) conditions: Conditions,
    #[arg(long = "interest", value_name = "WHOSE=TEXT")]
    pub(crate) interests: Vec<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) weighing: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) review_on: Option<String>,
    #[arg(long, value_name = "TRIGGER")]
    pub(crate) review_when: Vec<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Decide {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(value_name = "go|go_if|no_go|stop")]
    pub(crate) course: String,
    #[arg(long, value_name = "NAME")]
    pub(crate) owner: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) function: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) because: String,
    #[command(flatten)]
    pub(crate) conditions: Conditions,
    #[arg(long, value_name = "ID[=TEXT]")]
    pub(crate) accept: Vec<String>,
    #[arg(long, value_name = "ID=TEXT")]
    pub(crate) refuse: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AdoptAssessment {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "NAME")]
    pub(crate) by: String,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) date: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub(crate) because: String,
}

/// Closing or reopening, with the reason.
#[derive(Debug, Args)]
pub(crate) struct WithReason {
    #[command(flatten)]
    pub(crate) of: Of,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct Compare {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "ID")]
    pub(crate) assessments: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(crate) subject: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TakeOver {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) from: String,
    #[arg(long, value_name = "ID")]
    pub(crate) to: String,
}
