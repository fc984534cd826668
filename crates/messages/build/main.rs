//! Reads every text in `locales/`, refuses to build when the two languages do not match, and embeds the result.
//!
//! The rules themselves are in `locales.rs`, where tests can reach them. This file only reads, reports and writes.

#![expect(
    clippy::print_stdout,
    reason = "this is how a build script speaks to Cargo"
)]

mod locales;

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;
use locales::{Locale, Source};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../locales");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build");
    let texts = [read(&root, "nl")?, read(&root, "en")?];
    let messages = match locales::check(&texts) {
        Ok(messages) => messages,
        Err(complaints) => {
            for complaint in &complaints {
                println!("cargo::error={complaint}");
            }
            return Err(format!(
                "{} complaints about the texts in locales/",
                complaints.len()
            )
            .into());
        }
    };
    let mut lists = String::new();
    for locale in &texts {
        lists.push('[');
        for (number, source) in locale.sources.iter().enumerate() {
            let name = format!("{}-{number}", locale.language);
            pack(&source.text, &out.join(&name))?;
            write!(lists, "include_bytes!(\"{name}.deflate\"), ")?;
        }
        lists.push_str("], ");
    }
    let count = texts.first().map_or(0, |locale| locale.sources.len());
    let code = format!("[[&[u8]; {count}]; {}] = [{lists}];", texts.len());
    fs::write(
        out.join("packed.rs"),
        format!("/// The files of each language, packed.\nstatic PACKED: {code}\n"),
    )?;
    // One key on a line, the number of its file, and behind it the names of its variables.
    let mut table = String::new();
    for (key, message) in &messages {
        write!(table, "{key} {}", message.file)?;
        for variable in &message.variables {
            write!(table, " {variable}")?;
        }
        table.push('\n');
    }
    pack(&table, &out.join("keys"))
}

/// Writes a text packed, because the program that goes along with a report by mail has them all.
fn pack(text: &str, to: &Path) -> Result<(), Box<dyn Error>> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    packed.write_all(text.as_bytes())?;
    Ok(fs::write(
        to.with_added_extension("deflate"),
        packed.finish()?,
    )?)
}

fn read(root: &Path, language: &str) -> Result<Locale, Box<dyn Error>> {
    let folder = root.join(language);
    // The folder itself is watched too: a new file changes its modification time.
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut sources = Vec::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            println!("cargo::rerun-if-changed={}", path.display());
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            sources.push(Source {
                name,
                text: fs::read_to_string(&path)?,
            });
        }
    }
    sources.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Locale {
        language: language.to_owned(),
        sources,
    })
}
