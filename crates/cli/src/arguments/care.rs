//! Taking care of a dossier: what can be asked of history, erasure, retention and destruction.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub(crate) struct History {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD|EVENT")]
    pub(crate) as_of: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Erase {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "EVENT")]
    pub(crate) event: Vec<String>,
    #[arg(long, value_name = "NAME", conflicts_with = "event")]
    pub(crate) member: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) preview: bool,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Retention {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "YYYY-MM-DD", requires = "reason")]
    pub(crate) until: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "until")]
    pub(crate) reason: Option<String>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Destroy {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) organisation: String,
    #[arg(long, value_name = "TXT")]
    pub(crate) certificate: PathBuf,
    #[arg(long)]
    pub(crate) keep_backups: bool,
}
