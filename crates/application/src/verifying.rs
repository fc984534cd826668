//! Verification: who signed, whether every byte is covered, whether the pages say what the data in
//! the file says, and whether the dossier has moved on since.

use signature::{Certificate, Finding, Level, SignatureFinding, Verdict, Verification};

use crate::Application;
use crate::files::{LARGEST_REPORT, label, name_of, read_regular};
use crate::problem::{Detail, Fact, Problem};
use crate::report_page::{is_of, since};
use crate::view::*;
use crate::words::{POSITIONS, Words};

use assessment::Moment;
use jiff::tz::Offset;
use messages::{Language, catalogue};
use report::{Comparison, ReportData};
use serde::Serialize;

/// What a certificate may weigh.
const LARGEST_CERTIFICATE: u64 = 100_000;

/// A verification in a fixed form, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerificationFigures {
    /// `intact`, `intact-unknown-signer`, `altered`, `unsigned` or `unreadable`.
    pub verdict: &'static str,
    /// The signatures, in the order in which they were made.
    pub signatures: Vec<SignatureFigures>,
    /// The names of those who were expected and have not signed.
    pub missing: Vec<String>,
    /// What speaks against the file, and what is worth telling.
    pub findings: Vec<FindingFigures>,
    /// `equal`, `different`, `unknown-version` or `absent`.
    pub data: &'static str,
    /// The fingerprint of the dossier that the report was made from.
    pub fingerprint: Option<String>,
    /// The fingerprint of what it says: the same for each of its editions.
    pub content: Option<String>,
    /// `full`, `public` or `summary`.
    pub edition: Option<&'static str>,
}

/// A signature, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignatureFigures {
    /// The name that it states.
    pub name: String,
    /// The role that it states, in the language of the report.
    pub role: Option<String>,
    /// `agree`, `reservation`, `dissent` or `abstain`.
    pub position: Option<String>,
    /// The sentence that it states.
    pub reason: Option<String>,
    /// When, by the signer's clock.
    pub time: String,
    /// SHA-256 of the certificate.
    pub fingerprint: String,
    /// The level of PAdES that it reaches: `B-B`.
    pub level: Level,
    /// Whether the certificate is trusted.
    pub trusted: bool,
}

/// A finding, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingFigures {
    /// Its code.
    pub code: String,
    /// The same in words.
    pub text: String,
}

/// Everything that is known of a file.
struct Examined {
    verification: Verification,
    verdict: Verdict,
    data: Comparison,
    codes: Vec<&'static str>,
}

impl Application {
    /// Verifies a report against certificates that the person trusts.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verify_report(&mut self, input: VerifyReport) -> Result<VerificationPage, Problem> {
        let (examined, file) = self.examine(&input)?;
        let words = self.words();
        let verdict = verdict_word(examined.verdict);
        let data = examined.data.data();
        Ok(VerificationPage {
            file,
            verdict: verdict.to_owned(),
            headline: words.text(&format!("application-verdict-{verdict}")),
            meaning: words.text(&format!("application-verdict-{verdict}.meaning")),
            signatures: examined
                .verification
                .signatures
                .iter()
                .map(|signature| signature_view(words, signature))
                .collect(),
            missing: missing(&examined),
            data: data_in_words(words, &examined.data),
            data_verdict: data_word(&examined.data).to_owned(),
            findings: findings(&examined, words.language)
                .into_iter()
                .map(|finding| finding.text)
                .collect(),
            fingerprint: data.map(|data| data.dossier.fingerprint.clone()),
            since: self.open.as_ref().and_then(|open| {
                let data = data?;
                is_of(open, data)?;
                Some(since(open, words, &data.dossier))
            }),
        })
    }

    /// Verifies a report as [`verify_report`](Self::verify_report) does, in a form for programs.
    ///
    /// # Errors
    /// When a file cannot be read, or a certificate is none.
    pub fn verification(&mut self, input: &VerifyReport) -> Result<VerificationFigures, Problem> {
        let (examined, _) = self.examine(input)?;
        let data = examined.data.data();
        Ok(VerificationFigures {
            verdict: verdict_word(examined.verdict),
            signatures: examined
                .verification
                .signatures
                .iter()
                .map(|signature| SignatureFigures {
                    name: signature.name.clone(),
                    role: signature.role.clone(),
                    position: signature.position.clone(),
                    reason: signature.reason.clone(),
                    time: moment(signature).to_string(),
                    fingerprint: signature.fingerprint.to_string(),
                    level: signature.level,
                    trusted: signature.trusted,
                })
                .collect(),
            missing: missing(&examined),
            findings: findings(&examined, self.language),
            data: data_word(&examined.data),
            fingerprint: data.map(|data| data.dossier.fingerprint.clone()),
            content: data.and_then(|data| report::private::fingerprint(data).ok()),
            edition: data.map(|data| data.edition.word()),
        })
    }

    fn examine(&mut self, input: &VerifyReport) -> Result<(Examined, ChosenFile), Problem> {
        let words = self.words();
        let purposes = [FilePurpose::OpenReport, FilePurpose::SignedReport];
        let path = self.files.path(&input.file, &purposes)?;
        let mut trust = Vec::new();
        for handle in &input.trust {
            let path = self.files.path(handle, &[FilePurpose::Certificate])?;
            let limit = words.size(LARGEST_CERTIFICATE);
            let bytes = read_regular(&path, LARGEST_CERTIFICATE, &limit)?;
            trust.push(Certificate::from_pem_or_der(&bytes).map_err(|_| {
                Fact::CertificateUnreadable {
                    name: name_of(&path),
                }
                .about("trust")
            })?);
        }
        let pdf = read_regular(&path, LARGEST_REPORT, &words.size(LARGEST_REPORT))?;
        Ok((
            examine(&pdf, &trust),
            self.grant(&path, FilePurpose::OpenReport),
        ))
    }
}

fn examine(pdf: &[u8], trust: &[Certificate]) -> Examined {
    let verification = signature::verify(pdf, trust);
    let unsigned = verification
        .base
        .clone()
        .and_then(|base| pdf.get(base))
        .unwrap_or(pdf);
    let data = report::compare(unsigned);
    let mut codes: Vec<&'static str> = Vec::new();
    let mut verdict = verification.verdict;
    let signed = matches!(verdict, Verdict::Intact | Verdict::IntactUnknownSigner);
    match &data {
        Comparison::Different(_) => {
            codes.push("data-different");
            // Good signatures under pages that say something else than the data prove nothing.
            if signed {
                verdict = Verdict::Altered;
            }
        }
        Comparison::OtherVersion(_) => codes.push("data-other-version"),
        Comparison::Absent if signed => codes.push("data-absent"),
        _ => {}
    }
    for signature in &verification.signatures {
        if let Some(code) = contradiction(signature, data.data()) {
            codes.push(code);
            verdict = Verdict::Altered;
        }
    }
    Examined {
        verification,
        verdict,
        data,
        codes,
    }
}

/// What a signature states that cannot be: a position that does not exist, a sentence for people that
/// says another position than the word for programs, or a role that the report does not give to
/// whoever signs there.
fn contradiction(signature: &SignatureFinding, data: Option<&ReportData>) -> Option<&'static str> {
    let position = signature
        .position
        .as_deref()
        .map(|word| POSITIONS.read(word));
    if position == Some(None) {
        return Some("position-unknown");
    }
    let data = data?;
    let words = Words::new(data.language);
    if let (Some(Some(position)), Some(reason)) = (position, &signature.reason) {
        let (bare, before_reason) = words.stated(position);
        if *reason != bare && !reason.starts_with(&before_reason) {
            return Some("reason-contradicts-position");
        }
    }
    let mut signers = data.signers.iter();
    let awaited = signers.find(|signer| signer.field == signature.field)?;
    let role = awaited.role.map(|role| words.role(role));
    (signature.role.is_some() && signature.role != role).then_some("role-not-expected")
}

/// Refuses a report that is not fit to be signed.
pub(crate) fn require_sound(pdf: &[u8], name: &str) -> Result<(), Problem> {
    let examined = examine(pdf, &[]);
    let sound = matches!(
        examined.verdict,
        Verdict::Unsigned | Verdict::Intact | Verdict::IntactUnknownSigner
    ) && matches!(
        examined.data,
        Comparison::Equal(_) | Comparison::OtherVersion(_)
    );
    if sound {
        return Ok(());
    }
    let altered = Fact::ReportAltered {
        name: name.to_owned(),
    };
    let codes = examined.codes.iter().map(|code| Detail::Localised {
        nl: in_words(code, Language::Nl),
        en: in_words(code, Language::En),
    });
    let findings = examined.verification.findings.iter().map(detail);
    Err(Problem::from(altered).with_details(findings.chain(codes)))
}

/// A finding as a particular of a problem.
pub(crate) fn detail(finding: &Finding) -> Detail {
    Detail::Localised {
        nl: finding_in_words(finding, Language::Nl),
        en: finding_in_words(finding, Language::En),
    }
}

fn findings(examined: &Examined, language: Language) -> Vec<FindingFigures> {
    let found = examined
        .verification
        .findings
        .iter()
        .map(|finding| FindingFigures {
            code: finding.code.as_str().to_owned(),
            text: finding_in_words(finding, language),
        });
    let ours = examined.codes.iter().map(|code| FindingFigures {
        code: (*code).to_owned(),
        text: in_words(code, language),
    });
    found.chain(ours).collect()
}

fn finding_in_words(finding: &Finding, language: Language) -> String {
    let text = in_words(finding.code.as_str(), language);
    match &finding.field {
        Some(field) => format!("{text} ({})", label(field)),
        None => text,
    }
}

fn in_words(code: &str, language: Language) -> String {
    catalogue(language).text(&format!("finding-{code}"))
}

fn missing(examined: &Examined) -> Vec<String> {
    examined
        .verification
        .missing
        .iter()
        .map(|field| field.signer.clone())
        .collect()
}

fn signature_view(words: Words, signature: &SignatureFinding) -> SignatureView {
    let position = signature
        .position
        .as_deref()
        .and_then(|word| POSITIONS.read(word));
    SignatureView {
        name: label(&signature.name),
        role: signature
            .role
            .as_deref()
            .map_or_else(|| words.text("application-no-role"), label),
        position: position.map_or_else(
            || words.text("application-position-none"),
            |position| words.position(position),
        ),
        reason: signature.reason.as_deref().map(label).unwrap_or_default(),
        time: words.moment(moment(signature)),
        fingerprint: signature.fingerprint.to_string(),
        trust: words.text(if signature.trusted {
            "application-trusted"
        } else {
            "application-not-trusted"
        }),
        trusted: signature.trusted,
    }
}

fn moment(signature: &SignatureFinding) -> Moment {
    let offset = Offset::from_seconds(signature.offset_seconds).unwrap_or(Offset::UTC);
    Moment::new(signature.time, offset)
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Intact => "intact",
        Verdict::IntactUnknownSigner => "intact-unknown-signer",
        Verdict::Altered => "altered",
        Verdict::Unsigned => "unsigned",
        Verdict::Unreadable => "unreadable",
    }
}

/// Whether the pages are what the data says: `equal`, `different`, `unknown-version` when another
/// version of the program made them, or `absent`.
fn data_word(data: &Comparison) -> &'static str {
    match data {
        Comparison::Equal(_) => "equal",
        Comparison::Different(_) => "different",
        Comparison::OtherVersion(_) => "unknown-version",
        Comparison::Absent => "absent",
    }
}

fn data_in_words(words: Words, data: &Comparison) -> String {
    match data {
        Comparison::Equal(data) => words.format(
            "application-data-equal",
            &[
                (
                    "edition",
                    words
                        .text(&format!("report-edition-{}", data.edition.word()))
                        .into(),
                ),
                (
                    "fingerprint",
                    report::private::fingerprint(data)
                        .unwrap_or_default()
                        .into(),
                ),
            ],
        ),
        Comparison::Different(_) => words.text("application-data-different"),
        Comparison::OtherVersion(data) => words.format(
            "application-data-other-version",
            &[("version", label(&data.made_by).into())],
        ),
        Comparison::Absent => words.text("application-data-absent"),
    }
}

#[cfg(test)]
mod tests {
    use signature::Code;

    use super::*;

    #[test]
    fn every_finding_and_verdict_has_words_in_both_languages() {
        for language in Language::ALL {
            let texts = catalogue(language);
            let ours = [
                "data-different",
                "data-absent",
                "data-other-version",
                "position-unknown",
                "reason-contradicts-position",
                "role-not-expected",
            ];
            for code in Code::all().map(Code::as_str).chain(ours) {
                assert!(texts.contains(&format!("finding-{code}")), "{code}");
            }
            for verdict in [
                Verdict::Intact,
                Verdict::IntactUnknownSigner,
                Verdict::Altered,
                Verdict::Unsigned,
                Verdict::Unreadable,
            ] {
                let key = format!("application-verdict-{}", verdict_word(verdict));
                assert!(texts.contains(&key) && texts.contains(&format!("{key}.meaning")));
            }
        }
    }
}
