//! Reports, identities, signatures, and what others add to them: what can be asked.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(crate) struct Report {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "PDF")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) signer: Vec<String>,
    #[arg(long, value_name = "full|public|summary", default_value = "full")]
    pub(crate) edition: String,
    #[arg(long, value_name = "names,question:ID,…")]
    pub(crate) redact: Option<String>,
    #[arg(long, value_name = "ID")]
    pub(crate) assessment: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Identity {
    #[command(subcommand)]
    pub(crate) command: IdentityCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum IdentityCommand {
    New(NewIdentity),
    Certificate(Certificate),
    Token(Token),
}

#[derive(Debug, Args)]
pub(crate) struct Token {
    #[arg(long, value_name = "PATH")]
    pub(crate) module: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NewIdentity {
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "P12")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "PATH")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Certificate {
    #[arg(value_name = "P12")]
    pub(crate) identity: PathBuf,
    #[arg(long, value_name = "PEM")]
    pub(crate) out: Option<PathBuf>,
    #[arg(long, value_name = "PATH")]
    pub(crate) passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("key").required(true).args(["identity", "token_module"]))]
pub(crate) struct Sign {
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
    #[arg(long, value_name = "P12")]
    pub(crate) identity: Option<PathBuf>,
    #[arg(long, value_name = "PATH")]
    pub(crate) token_module: Option<PathBuf>,
    #[arg(long, value_name = "FINGERPRINT|NAME", conflicts_with = "identity")]
    pub(crate) token_certificate: Option<String>,
    #[arg(long, value_name = "PATH", conflicts_with = "identity")]
    pub(crate) pin_file: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    #[arg(long, value_name = "agree|reservation|dissent|abstain")]
    pub(crate) position: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        allow_hyphen_values = true
    )]
    pub(crate) reason: String,
    #[arg(long, value_name = "PATH")]
    pub(crate) dossier_passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "PATH", conflicts_with = "token_module")]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[arg(long, value_name = "PDF")]
    pub(crate) out: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub(crate) dossier: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
    #[arg(long, value_name = "PEM")]
    pub(crate) trust: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) dossier: Option<PathBuf>,
    #[arg(long, value_name = "JSON")]
    pub(crate) disclosure: Option<PathBuf>,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Template {
    #[command(subcommand)]
    pub(crate) command: TemplateCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommand {
    Add(AddTemplate),
    Remove(RemoveTemplate),
    List(ListTemplates),
}

#[derive(Debug, Args)]
pub(crate) struct AddTemplate {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "TEMPLATE")]
    pub(crate) template: PathBuf,
    #[command(flatten)]
    pub(crate) place: TemplatePlace,
}

#[derive(Debug, Args)]
pub(crate) struct RemoveTemplate {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) place: TemplatePlace,
}

#[derive(Debug, Args)]
pub(crate) struct ListTemplates {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct TemplatePlace {
    #[arg(long, value_name = "SECTION")]
    pub(crate) instead_of: Option<String>,
    #[arg(long, value_name = "SECTION")]
    pub(crate) after: Option<String>,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("choices").required(true).multiple(true).args(["name", "accent", "logo", "without", "plain"]))]
pub(crate) struct Style {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
    #[arg(long, value_name = "#RRGGBB")]
    pub(crate) accent: Option<String>,
    #[arg(long, value_name = "SVG|PNG")]
    pub(crate) logo: Option<PathBuf>,
    #[arg(long, value_name = "name|accent|logo")]
    pub(crate) without: Vec<StyleChoice>,
    #[arg(long, conflicts_with_all = ["name", "accent", "logo", "without"])]
    pub(crate) plain: bool,
}

/// What can be chosen about how reports look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum StyleChoice {
    Name,
    Accent,
    Logo,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["question", "field"]))]
pub(crate) struct Disclose {
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(crate) question: Option<String>,
    #[arg(long, value_name = "/POINTER")]
    pub(crate) field: Option<String>,
    #[arg(long, value_name = "names,…", conflicts_with = "field")]
    pub(crate) redact: Option<String>,
    #[arg(long, value_name = "JSON")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Receive {
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Timestamp {
    #[command(subcommand)]
    pub(crate) command: TimestampCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TimestampCommand {
    Request(RequestTimestamp),
    Embed(EmbedTimestamp),
}

#[derive(Debug, Args)]
pub(crate) struct RequestTimestamp {
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
    #[arg(long)]
    pub(crate) whole: bool,
    #[arg(long, value_name = "TSQ")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct EmbedTimestamp {
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
    #[arg(long, value_name = "TSR")]
    pub(crate) answer: PathBuf,
    #[arg(long, value_name = "TSQ")]
    pub(crate) request: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) dossier: Option<PathBuf>,
    #[arg(long, value_name = "PDF")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Validation {
    #[command(subcommand)]
    pub(crate) command: ValidationCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum ValidationCommand {
    Add(AddValidation),
}

#[derive(Debug, Args)]
pub(crate) struct AddValidation {
    #[arg(value_name = "PDF")]
    pub(crate) report: PathBuf,
    #[arg(long, value_name = "PEM", num_args = 1..)]
    pub(crate) chain: Vec<PathBuf>,
    #[arg(long, value_name = "CRL", num_args = 1..)]
    pub(crate) crl: Vec<PathBuf>,
    #[arg(long, value_name = "OCSP", num_args = 1..)]
    pub(crate) ocsp: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(crate) dossier: Option<PathBuf>,
    #[arg(long, value_name = "PDF")]
    pub(crate) out: PathBuf,
}
