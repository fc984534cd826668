//! The pieces of work that are measured, each in a process of its own.

use std::fmt;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use anyhow::{Context as _, Result, bail, ensure};
use signature::{Certificate, Verdict};

use crate::cases;
use crate::material::{self, DATA, EXAMPLE};
use crate::usage::Usage;

/// A piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Work {
    /// Nothing but starting the program.
    Start,
    /// From the dossier's events to the bytes of the report.
    Report,
    /// From the data to the bytes: of the shorter or the longer of the two that have grown.
    Render(Length),
    /// From the data to the bytes, with many long answers.
    Answers,
    /// From markup to the bytes, with many tables and charts.
    Pages,
    /// The last of so many signatures.
    Sign(usize),
    /// Verifying so many signatures.
    Verify(usize),
    /// Making the pages anew from the data inside and comparing.
    Compare,
    /// Opening a dossier with so many events.
    Open(usize),
}

/// How long a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    /// The first of [`GROWN`](material::GROWN).
    Short,
    /// The second.
    Long,
}

impl Work {
    /// Does it once, on the material in `folder`.
    pub(crate) fn once(self, folder: &Path) -> Result<Usage> {
        let read = |name: &str| fs::read(folder.join(name)).with_context(|| name.to_owned());
        Ok(match self {
            Self::Start => Usage::of(|| ())?.0,
            Self::Report => {
                let dossier = material::open(&folder.join(EXAMPLE))?;
                let (usage, pdf) = Usage::of(|| {
                    anyhow::Ok(report::render(&material::data(
                        &dossier,
                        &material::people(1),
                    )?)?)
                })?;
                fs::write(folder.join("report.pdf"), pdf?)?;
                usage
            }
            Self::Render(length) => {
                let [short, long] = DATA;
                let data = report::read(&read(if length == Length::Long { long } else { short })?)?;
                let (usage, pdf) = Usage::of(|| report::render(&data))?;
                pdf?;
                usage
            }
            Self::Answers => {
                let data = report::read(&read(material::ANSWERS[0])?)?;
                let (usage, pdf) = Usage::of(|| report::render(&data))?;
                pdf?;
                usage
            }
            Self::Pages => {
                let (usage, pdf) = Usage::of(|| cases::pages(material::CONSIDERATION))?;
                fs::write(folder.join("pages.pdf"), pdf?)?;
                usage
            }
            Self::Sign(signers) => {
                let pdf = read(&format!("almost-{signers}.pdf"))?;
                let identity = material::identity(folder, signers)?;
                let (usage, signed) =
                    Usage::of(|| material::sign(folder, &pdf, signers, &identity))?;
                fs::write(folder.join("signed.pdf"), signed?)?;
                usage
            }
            Self::Verify(signers) => {
                let pdf = read(&format!("signed-{signers}.pdf"))?;
                let trust = (1..=signers)
                    .map(|signer| {
                        Ok(Certificate::from_pem_or_der(&read(&format!(
                            "signer-{signer}.pem"
                        ))?)?)
                    })
                    .collect::<Result<Vec<_>>>()?;
                let (usage, found) = Usage::of(|| signature::verify(&pdf, &trust))?;
                ensure!(found.verdict == Verdict::Intact, "{:?}", found.findings);
                usage
            }
            Self::Compare => {
                let pdf = read("unsigned-1.pdf")?;
                let (usage, found) = Usage::of(|| report::compare(&pdf))?;
                ensure!(
                    matches!(found, report::Comparison::Equal(_)),
                    "the pages are not what the data says"
                );
                usage
            }
            Self::Open(events) => {
                let (usage, dossier) =
                    Usage::of(|| material::open(&folder.join(material::dossier_with(events))))?;
                ensure!(dossier?.events().len() == events, "not {events} events");
                usage
            }
        })
    }
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => write!(f, "start"),
            Self::Report => write!(f, "report"),
            Self::Render(Length::Short) => write!(f, "render-short"),
            Self::Render(Length::Long) => write!(f, "render-long"),
            Self::Answers => write!(f, "answers"),
            Self::Pages => write!(f, "pages"),
            Self::Sign(signers) => write!(f, "sign-{signers}"),
            Self::Verify(signers) => write!(f, "verify-{signers}"),
            Self::Compare => write!(f, "compare"),
            Self::Open(events) => write!(f, "open-{events}"),
        }
    }
}

impl FromStr for Work {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text.split_once('-') {
            None if text == "start" => Self::Start,
            None if text == "report" => Self::Report,
            None if text == "answers" => Self::Answers,
            None if text == "pages" => Self::Pages,
            None if text == "compare" => Self::Compare,
            Some(("render", "short")) => Self::Render(Length::Short),
            Some(("render", "long")) => Self::Render(Length::Long),
            Some(("sign", signers)) => Self::Sign(signers.parse()?),
            Some(("verify", signers)) => Self::Verify(signers.parse()?),
            Some(("open", events)) => Self::Open(events.parse()?),
            _ => bail!("there is no work called `{text}`"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_work_is_known_by_the_name_it_has() {
        for work in [
            Work::Start,
            Work::Report,
            Work::Render(Length::Short),
            Work::Render(Length::Long),
            Work::Answers,
            Work::Pages,
            Work::Sign(3),
            Work::Verify(20),
            Work::Compare,
            Work::Open(1_000),
        ] {
            assert_eq!(work.to_string().parse::<Work>().unwrap(), work);
        }
        assert!("sleep".parse::<Work>().is_err());
    }
}
