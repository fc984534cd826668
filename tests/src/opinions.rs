//! What programs by others say of a PDF: poppler's pdfsig and pdftotext, pyHanko, qpdf, MuPDF, page-validation, and LibreOffice.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Validators, and where they work.
pub struct Opinions<'w> {
    programs: &'w Path,
    folder: &'w Path,
}

/// The text of a PDF, without the spaces and hyphens that depend on where lines end.
pub struct Text(String);

/// A picture in grey.
pub struct Grey {
    /// In pixels.
    pub width: usize,
    /// In pixels.
    pub height: usize,
    /// From 0, black, to 255, white; row by row.
    pub pixels: Vec<u8>,
}

impl Grey {
    /// Reads a picture as netpbm writes it: `P5`, width, height, 255, and the pixels.
    fn read(file: &Path) -> Self {
        let bytes = fs::read(file).expect("a picture");
        let mut words = bytes.split(|byte| byte.is_ascii_whitespace()).take(4);
        let mut word = || String::from_utf8_lossy(words.next().unwrap_or_default()).into_owned();
        let head = [word(), word(), word(), word()];
        assert_eq!((head[0].as_str(), head[3].as_str()), ("P5", "255"));
        let [width, height] = [1, 2].map(|at| head[at].parse().expect("a number"));
        let pixels = bytes[bytes.len() - width * height..].to_vec();
        Self {
            width,
            height,
            pixels,
        }
    }
}

/// Holds a file against PDF/UA-1 and PDF/A-3a, and says where it falls short. Where several have signed, the validator
/// wants the first signature to cover what was added by the next, which none can; that the last one covers everything
/// is for the validators of signatures to say.
const CONFORMS: &str = "
import page, sys
for profile in ('ua1', '3a'):
    report = page.validate_pdf(sys.argv[1], profile=profile)
    failures = report.failures
    if int(sys.argv[2]) > 1:
        failures = [one for one in failures if one.rule_id != 'PDFA3A-SIGNATURE-BYTERANGE-001']
    for failure in failures[:20]:
        print(profile, failure.rule_id, failure.message)
    if len(failures) > 0 or (len(report.failures) == 0 and not report.is_compliant):
        sys.exit(profile + ' is not met')
";

/// Holds a document against a JSON Schema, which has to be one itself.
const FITS: &str = "
import json, jsonschema, sys
schema, document = (json.load(open(path, 'rb')) for path in sys.argv[1:])
validator = jsonschema.validators.validator_for(schema)
validator.check_schema(schema)
for error in list(validator(schema).iter_errors(document))[:5]:
    sys.exit(f'{error.json_path}: {error.message[:300]}')
";

/// Asks pyHanko whether the file alone is enough to judge its signatures for good.
const HOLDS_FOR_LONG: &str = include_str!("../validators/holds-for-long.py");

/// What a timestamp says that it is, in DER: 1.2.840.113549.1.9.16.1.4.
const TIMESTAMP: &[u8] = &[
    0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04,
];

/// The part of an A4 page between header and footer, in points: left, top, width, height.
const BODY: [&str; 8] = ["-x", "0", "-y", "56", "-W", "596", "-H", "726"];

impl<'w> Opinions<'w> {
    pub(crate) fn of(programs: &'w Path, folder: &'w Path) -> Self {
        Self { programs, folder }
    }

    /// Nothing to remark on the file, with so many signatures, as PDF, as PDF/UA-1 and as PDF/A-3a.
    #[track_caller]
    pub fn conforms(&self, pdf: &Path, signatures: usize) {
        self.yes(Command::new("qpdf").arg("--check").arg(pdf));
        self.draws(pdf);
        let python = self.programs.join("python");
        let mut judge = Command::new(python);
        judge.args(["-c", CONFORMS]).arg(pdf);
        self.yes(judge.arg(signatures.to_string()));
    }

    /// MuPDF draws every page, and finds nothing to repair and nothing to warn of.
    /// Without `-N`, some builds of it warn that they know no colour profiles.
    #[track_caller]
    fn draws(&self, pdf: &Path) {
        let mut draw = Command::new("mutool");
        draw.args([
            "draw",
            "-N",
            "-q",
            "-r",
            "20",
            "-F",
            "png",
            "-o",
            "/dev/null",
        ]);
        let said = self.yes(draw.arg(pdf));
        assert!(said.trim().is_empty(), "{said}");
    }

    /// pdfsig and pyHanko agree that each of these signed validly, and that the last signature covers everything; pyHanko
    /// also that it was they.
    #[track_caller]
    pub fn signed_by(&self, pdf: &Path, trusted: &[PathBuf]) {
        let poppler = self.pdfsig(pdf);
        let count = |text: &str| poppler.matches(text).count();
        assert_eq!(count("Signature is Valid"), trusted.len(), "{poppler}");
        assert_eq!(count("ETSI.CAdES.detached"), trusted.len(), "{poppler}");
        assert_eq!(count("Total document signed"), 1, "{poppler}");

        let mut pyhanko = Command::new(self.programs.join("pyhanko"));
        pyhanko.args(["sign", "validate", "--pretty-print", "--trust-replace"]);
        pyhanko.arg("--no-revocation-check");
        for certificate in trusted {
            pyhanko.arg("--trust").arg(certificate);
        }
        let pyhanko = self.yes(pyhanko.arg(pdf));
        let valid = pyhanko.matches("The signature is judged VALID").count();
        assert_eq!(valid, trusted.len(), "{pyhanko}");
    }

    /// openssl finds each signature right for the bytes that it covers, and made with a key below one of these certificates.
    /// The same for timestamps of the whole document.
    #[track_caller]
    pub fn messages(&self, pdf: &Path, trusted: &[PathBuf]) {
        let roots: String = trusted
            .iter()
            .map(|path| fs::read_to_string(path).unwrap())
            .collect();
        fs::write(self.folder.join("roots.pem"), roots).unwrap();
        for (message, covered) in signed_parts(&fs::read(pdf).unwrap()) {
            fs::write(self.folder.join("message.der"), &message).unwrap();
            fs::write(self.folder.join("covered.bin"), &covered).unwrap();
            let mut openssl = Command::new("openssl");
            if holds(&message, TIMESTAMP) {
                openssl.args(["ts", "-verify", "-token_in", "-in", "message.der"]);
                openssl.args(["-data", "covered.bin", "-CAfile", "roots.pem"]);
            } else {
                openssl.args([
                    "cms",
                    "-verify",
                    "-inform",
                    "DER",
                    "-in",
                    "message.der",
                    "-binary",
                ]);
                openssl.args([
                    "-content",
                    "covered.bin",
                    "-purpose",
                    "any",
                    "-CAfile",
                    "roots.pem",
                ]);
                openssl.args(["-partial_chain", "-out", "out.bin"]);
            }
            self.yes(&mut openssl);
        }
    }

    /// A document keeps to a JSON Schema, or does not.
    #[track_caller]
    pub fn fits(&self, schema: &Path, document: &Path, expected: bool) {
        let mut judge = Command::new(self.programs.join("python"));
        judge.args(["-c", FITS]).arg(schema).arg(document);
        let said = judge.output().expect("python");
        assert_eq!(said.status.success(), expected, "{said:?}");
    }

    /// pyHanko finds in the file itself all that it takes to judge every signature for good, or does not.
    #[track_caller]
    pub fn holds_for_long(&self, pdf: &Path, trusted: &[PathBuf], expected: bool) {
        let mut judge = Command::new(self.programs.join("python"));
        judge.args(["-c", HOLDS_FOR_LONG]).arg(pdf).args(trusted);
        let said = judge.output().expect("python");
        assert_eq!(said.status.success(), expected, "{said:?}");
    }

    /// pdfsig does not call the file soundly signed.
    #[track_caller]
    pub fn not_signed(&self, pdf: &Path, trusted: &[PathBuf]) {
        let poppler = self.pdfsig(pdf);
        let sound = poppler.matches("Signature is Valid").count() == trusted.len()
            && poppler.contains("Total document signed");
        assert!(!sound, "{poppler}");
    }

    /// What can be read in the file.
    #[track_caller]
    #[must_use]
    pub fn text(&self, pdf: &Path) -> Text {
        Text::from(&self.yes(Command::new("pdftotext").args(BODY).arg(pdf).arg("-")))
    }

    /// The pages of a PDF as poppler draws them, in grey and as large as asked, in pixels.
    #[track_caller]
    #[must_use]
    pub fn pages_in_grey(&self, pdf: &Path, (width, height): (usize, usize)) -> Vec<Grey> {
        let folder = self.folder.join("in grey");
        fs::create_dir(&folder).expect("a new folder");
        let mut draw = Command::new("pdftoppm");
        let size = [width, height].map(|pixels| pixels.to_string());
        draw.args(["-gray", "-scale-to-x", &size[0], "-scale-to-y", &size[1]]);
        draw.arg(pdf);
        self.yes(draw.arg(folder.join("page")));
        let drawn = fs::read_dir(folder).expect("a folder");
        let mut pages: Vec<PathBuf> = drawn.map(|page| page.expect("a page").path()).collect();
        // Their numbers are of equal length.
        pages.sort();
        pages.iter().map(|page| Grey::read(page)).collect()
    }

    /// Everything in a text, as LibreOffice reads it: without pages, whose ends would cut sentences.
    #[track_caller]
    #[must_use]
    pub fn read_by_office(&self, file: &Path) -> Text {
        let read = self.converted(file, "txt", "txt:Text (encoded):UTF8");
        Text::from(&fs::read_to_string(read).expect("a text"))
    }

    /// The file as LibreOffice prints it.
    #[track_caller]
    #[must_use]
    pub fn printed_by_office(&self, file: &Path) -> PathBuf {
        self.converted(file, "pdf", "pdf")
    }

    /// Converts a file; returns where the result is.
    #[track_caller]
    fn converted(&self, file: &Path, extension: &str, filter: &str) -> PathBuf {
        self.convert(file, filter);
        let name = file.with_extension(extension);
        let name = name.file_name().unwrap_or_default();
        self.folder.join("converted").join(name)
    }

    /// Everything in every sheet of a workbook, as LibreOffice reads it.
    #[track_caller]
    #[must_use]
    pub fn sheets(&self, workbook: &Path) -> Text {
        // Commas, quotes, UTF-8, and a file for each sheet.
        self.convert(
            workbook,
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
        );
        let mut text = String::new();
        for sheet in fs::read_dir(self.folder.join("converted")).expect("a folder") {
            let sheet = sheet.expect("a file").path();
            if sheet.extension().is_some_and(|it| it == "csv") {
                text += &fs::read_to_string(&sheet).expect("a sheet");
            }
        }
        // In CSV, a quote in a quotation stands twice.
        Text::from(&text.replace("\"\"", "\""))
    }

    #[track_caller]
    fn convert(&self, file: &Path, to: &str) {
        let mut office = Command::new("soffice");
        // Settings of its own: a LibreOffice that is open elsewhere would take the work over.
        let settings = self.folder.join("office");
        office.arg(format!(
            "-env:UserInstallation=file://{}",
            settings.display()
        ));
        office.args(["--headless", "--convert-to", to, "--outdir", "converted"]);
        self.yes(office.arg(file));
    }

    /// How many pictures there are in a PDF.
    #[track_caller]
    #[must_use]
    pub fn pictures(&self, pdf: &Path) -> usize {
        let listed = self.yes(Command::new("pdfimages").arg("-list").arg(pdf));
        listed.lines().skip(2).count()
    }

    /// What pdfsig says of the signatures alone. Its certificate store (NSS) trusts no self-signed certificate that is
    /// not also an authority's, which that of a person must not be; whom to trust is asked of pyHanko.
    fn pdfsig(&self, pdf: &Path) -> String {
        self.yes(Command::new("pdfsig").arg("-nocert").arg(pdf))
    }

    #[track_caller]
    fn yes(&self, command: &mut Command) -> String {
        yes(command.current_dir(self.folder))
    }
}

/// Runs a program that must be content; returns what it says.
#[track_caller]
pub(crate) fn yes(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
    said
}

/// Whether a message says what it is with these bytes near its beginning.
fn holds(message: &[u8], kind: &[u8]) -> bool {
    let head = &message[..message.len().min(120)];
    head.windows(kind.len()).any(|window| window == kind)
}

/// The message of each signature and timestamp, and the bytes that it covers.
fn signed_parts(pdf: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    const MARK: &[u8] = b"/ByteRange";
    let marks = (0..pdf.len()).filter(|at| pdf[*at..].starts_with(MARK));
    let part = |at: usize| {
        let end = at + pdf[at..].iter().position(|byte| *byte == b']').unwrap();
        let numbers: Vec<usize> = String::from_utf8_lossy(&pdf[at + MARK.len()..end])
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|number| number.parse().ok())
            .collect();
        let [start, before, from, length] = numbers[..] else {
            panic!("{numbers:?}")
        };
        let digits = std::str::from_utf8(&pdf[start + before + 1..from - 1]).unwrap();
        let message = (0..digits.len() / 2)
            .map(|at| u8::from_str_radix(&digits[at * 2..at * 2 + 2], 16).unwrap())
            .collect();
        let covered = [&pdf[start..before], &pdf[from..from + length]].concat();
        (message, covered)
    };
    marks.map(part).collect()
}

impl Text {
    fn from(text: &str) -> Self {
        let breaks =
            |c: &char| c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}');
        Self(text.chars().filter(|c| !breaks(c)).collect())
    }

    /// Whether these words are in it, in this order, wherever lines and pages end.
    #[must_use]
    pub fn holds(&self, words: &str) -> bool {
        self.0.contains(&Self::from(words).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_does_not_depend_on_where_lines_end() {
        let text = Text::from("Een e-mail aan de klanten\u{ad}\nservice van\nZoë.");
        assert!(text.holds("e-mail aan de klantenservice van Zoë"));
        assert!(!text.holds("Zoe"));
    }
}
