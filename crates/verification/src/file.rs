//! A file from outside, read with care: never a device or a pipe, never more than it may weigh, and
//! its name fit to be shown.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use messages::Language;
use report::wording::size;
use signature::Certificate;

use crate::refusal::Refusal;

/// What a report may weigh: far above any real one, and no more than its signatures are looked for in.
pub const LARGEST_REPORT: u64 = signature::LARGEST_FILE as u64;

/// What a certificate may weigh.
const LARGEST_CERTIFICATE: u64 = 100_000;

/// The name of a file as it is shown and kept: a label, never a path again.
#[must_use]
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(OsStr::new(""));
    label(&name.to_string_lossy())
}

/// A text from outside made fit to stand in a line: control characters and the marks that turn the
/// direction of writing (with which `fdp.exe` can be made to look like `exe.pdf`) become visible, and
/// it is no longer than 255 characters.
#[must_use]
pub fn label(text: &str) -> String {
    let line = text.chars().take(255);
    line.map(|c| match c {
        '\n' | '\t' => char::REPLACEMENT_CHARACTER,
        c => visible(c),
    })
    .collect()
}

/// A text of several lines from outside, made fit for a terminal in the same way: nothing in it can move the cursor or
/// clear what stands there.
#[must_use]
pub fn printable(text: &str) -> String {
    text.chars().map(visible).collect()
}

fn visible(c: char) -> char {
    match c {
        '\n' | '\t' => c,
        c if c.is_control() => char::REPLACEMENT_CHARACTER,
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Opens a regular file for reading. A pipe or a device is refused before it is opened, so that
/// nothing waits for a writer that never comes.
///
/// # Errors
/// When there is no such file, it may not be read, or it is larger than the limit in bytes, which is
/// told as `limit_text`.
pub fn open_regular(path: &Path, limit: u64, limit_text: &str) -> Result<File, Refusal> {
    let name = name_of(path);
    let about = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !about.is_file() {
        return Err(Refusal::NotAFile { name });
    }
    if about.len() > limit {
        let limit = limit_text.to_owned();
        return Err(Refusal::FileTooLarge { name, limit });
    }
    File::open(path).map_err(|error| unreadable(path, &error))
}

/// Reads a regular file as a whole.
///
/// # Errors
/// When there is no such file, it may not be read, or it is larger than the limit in bytes, which is
/// told as `limit_text`.
pub fn read_regular(path: &Path, limit: u64, limit_text: &str) -> Result<Vec<u8>, Refusal> {
    let file = open_regular(path, limit, limit_text)?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error))?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > limit) {
        let name = name_of(path);
        let limit = limit_text.to_owned();
        return Err(Refusal::FileTooLarge { name, limit });
    }
    Ok(bytes)
}

/// Reads a report.
pub(crate) fn read_report(path: &Path, language: Language) -> Result<Vec<u8>, Refusal> {
    read_regular(path, LARGEST_REPORT, &size(LARGEST_REPORT, language))
}

/// Reads a certificate that somebody trusts.
///
/// # Errors
/// When the file cannot be read, or holds anything else.
pub fn read_certificate(path: &Path, language: Language) -> Result<Certificate, Refusal> {
    let limit = size(LARGEST_CERTIFICATE, language);
    let bytes = read_regular(path, LARGEST_CERTIFICATE, &limit)?;
    Certificate::from_pem_or_der(&bytes).map_err(|_| Refusal::CertificateUnreadable {
        name: name_of(path),
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    let name = name_of(path);
    match error.kind() {
        io::ErrorKind::NotFound => Refusal::FileMissing { name },
        _ => Refusal::FileUnreadable {
            name,
            reason: error.kind().to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_pretend_to_be_other_names() {
        assert_eq!(label("factuur\u{202e}fdp.exe"), "factuur\u{fffd}fdp.exe");
        assert_eq!(label("een\ntwee\u{7}"), "een\u{fffd}twee\u{fffd}");
        assert_eq!(label(&"x".repeat(300)).len(), 255);
        assert_eq!(name_of(Path::new("/a/../b/é 1.pdf")), "é 1.pdf");
    }

    #[test]
    fn nothing_from_a_file_moves_the_cursor() {
        let forged = "Noor\u{1b}[2J\u{1b}[H\r\u{202e}\tIn orde\n";
        let harmless = "Noor\u{fffd}[2J\u{fffd}[H\u{fffd}\u{fffd}\tIn orde\n";
        assert_eq!(printable(forged), harmless);
        assert_eq!(label(forged), harmless.replace(['\t', '\n'], "\u{fffd}"));
    }

    #[test]
    fn only_regular_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let refused = read_regular(folder.path(), 10, "10").unwrap_err();
        assert!(matches!(refused, Refusal::NotAFile { .. }));
        let missing = read_regular(&folder.path().join("none"), 10, "10").unwrap_err();
        assert!(matches!(missing, Refusal::FileMissing { .. }));
        let file = folder.path().join("eleven");
        fs::write(&file, "12345678901").unwrap();
        let large = read_regular(&file, 10, "10").unwrap_err();
        assert!(matches!(large, Refusal::FileTooLarge { .. }));
        assert_eq!(read_regular(&file, 11, "11").unwrap(), b"12345678901");
    }
}
