//! Recording: what a program does to one folder and those within, call by call, as `strace` saw it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, bail, ensure};

use crate::cycle;
use crate::program::{run, watched};

/// One call that changes the disk or tells somebody something.
#[derive(Debug)]
pub(super) enum Call {
    /// A name comes to be, for a file that is empty.
    Create { name: String },
    /// Bytes are written to a file.
    Write {
        name: String,
        file: Handle,
        at: u64,
        bytes: Vec<u8>,
    },
    /// A file gets another length.
    Length { file: Handle, length: u64 },
    /// A file is made durable.
    Sync { file: Handle },
    /// A folder comes to be.
    Folder { name: String },
    /// The names in a folder are made durable.
    SyncNames { folder: String },
    /// A file is opened: from here on the handle stands for what has this name now.
    Open { name: String, file: Handle },
    /// A name goes.
    Remove { name: String },
    /// A file gets another name.
    Rename { from: String, to: String },
    /// Something is written on standard output.
    Say { text: String },
}

impl Call {
    /// What was said with it.
    pub(super) fn said(&self) -> &str {
        match self {
            Call::Say { text } => text,
            _ => "",
        }
    }
}

/// A file as it was opened: the how-manieth opening.
pub(super) type Handle = usize;

const TRACED: &str = "trace=openat,lseek,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,\
renameat2,link,linkat,close,fallocate,dup,dup2,dup3,writev,pwritev,pwritev2,copy_file_range,sendfile,mkdir,mkdirat,rmdir";

/// Runs a program, which must end well, and records what it does in `folder`.
pub(super) fn record(command: &Command, input: &str, folder: &Path) -> Result<Vec<Call>> {
    let beside = cycle::folder()?;
    let log = beside.path().join("log");
    let to = log.to_str().context("an odd temporary folder")?;
    let options = ["-o", to, "-xx", "-s", "33554432", "-e", TRACED];
    let ran = run(watched(command, &options), input)?;
    ensure!(ran.code == Some(0), "{:?}: {}", ran.code, ran.err);
    let mut reader = Reader {
        folder: folder.to_owned(),
        open: BTreeMap::new(),
        opened: 0,
        calls: Vec::new(),
    };
    for line in fs::read_to_string(log)?.lines() {
        reader
            .read(line)
            .with_context(|| line.chars().take(200).collect::<String>())?;
    }
    Ok(reader.calls)
}

/// What a number of an open file stands for.
enum Opened {
    File { name: String, file: Handle, at: u64 },
    Folder { name: String },
}

struct Reader {
    folder: PathBuf,
    open: BTreeMap<i64, Opened>,
    opened: usize,
    calls: Vec<Call>,
}

impl Reader {
    fn read(&mut self, line: &str) -> Result<()> {
        let line = line
            .split_once(' ')
            .map_or(line, |(_, rest)| rest.trim_start());
        if line.starts_with("+++") || line.starts_with("---") {
            return Ok(());
        }
        ensure!(
            !line.contains("unfinished") && !line.contains("resumed"),
            "the program does two things at once"
        );
        let (call, result) = line.rsplit_once(" = ").context("no result")?;
        let result = result.split(' ').next().unwrap_or_default();
        let Some(result) = result.parse::<i64>().ok().filter(|result| *result >= 0) else {
            return Ok(());
        };
        let (name, rest) = call.split_once('(').context("no call")?;
        let rest = rest.trim_end().strip_suffix(')').context("no end")?;
        let arguments: Vec<&str> = rest.split(", ").collect();
        let argument = |place: usize| arguments.get(place).copied().unwrap_or_default();
        let number = |place: usize| argument(place).parse::<i64>().context("no number");
        match name {
            "openat" => self.open(argument(1), argument(2), result),
            "close" => {
                self.open.remove(&number(0)?);
                Ok(())
            }
            "lseek" => {
                if let Some(Opened::File { at, .. }) = self.open.get_mut(&number(0)?) {
                    *at = u64::try_from(result)?;
                }
                Ok(())
            }
            "write" => self.write(number(0)?, argument(1), None, result),
            "pwrite64" => {
                let at = u64::try_from(number(3)?)?;
                self.write(number(0)?, argument(1), Some(at), result)
            }
            "fsync" | "fdatasync" => {
                match self.open.get(&number(0)?) {
                    Some(Opened::File { file, .. }) => {
                        let file = *file;
                        self.calls.push(Call::Sync { file });
                    }
                    Some(Opened::Folder { name }) => {
                        let folder = name.clone();
                        self.calls.push(Call::SyncNames { folder });
                    }
                    None => {}
                }
                Ok(())
            }
            "ftruncate" => {
                if let Some(Opened::File { file, .. }) = self.open.get(&number(0)?) {
                    let (file, length) = (*file, u64::try_from(number(1)?)?);
                    self.calls.push(Call::Length { file, length });
                }
                Ok(())
            }
            "mkdir" => self.folder(argument(0)),
            "mkdirat" => self.folder(argument(1)),
            "unlink" => self.remove(argument(0)),
            "unlinkat" => self.remove(argument(1)),
            "rename" => self.rename(argument(0), argument(1)),
            "renameat" | "renameat2" => self.rename(argument(1), argument(3)),
            other => bail!("{other} is not understood"),
        }
    }

    fn open(&mut self, path: &str, flags: &str, number: i64) -> Result<()> {
        let path = PathBuf::from(text(path)?);
        let Some(name) = self.name(&path) else {
            self.open.remove(&number);
            return Ok(());
        };
        // No folder is ever taken away or exchanged for a file.
        if self.folder.join(&path).is_dir() {
            self.open.insert(number, Opened::Folder { name });
            return Ok(());
        }
        self.opened += 1;
        let file = self.opened;
        if flags.contains("O_CREAT") {
            self.calls.push(Call::Create { name: name.clone() });
        }
        self.calls.push(Call::Open {
            name: name.clone(),
            file,
        });
        if flags.contains("O_TRUNC") {
            self.calls.push(Call::Length { file, length: 0 });
        }
        self.open.insert(number, Opened::File { name, file, at: 0 });
        Ok(())
    }

    fn write(&mut self, number: i64, bytes: &str, at: Option<u64>, written: i64) -> Result<()> {
        let mut bytes = unescaped(bytes)?;
        bytes.truncate(usize::try_from(written)?);
        match self.open.get_mut(&number) {
            Some(Opened::File {
                name,
                file,
                at: position,
            }) => {
                let start = at.unwrap_or(*position);
                if at.is_none() {
                    *position += bytes.len() as u64;
                }
                self.calls.push(Call::Write {
                    name: name.clone(),
                    file: *file,
                    at: start,
                    bytes,
                });
            }
            None if number == 1 => self.calls.push(Call::Say {
                text: String::from_utf8(bytes)?,
            }),
            _ => {}
        }
        Ok(())
    }

    fn folder(&mut self, path: &str) -> Result<()> {
        if let Some(name) = self.name(Path::new(&text(path)?)) {
            self.calls.push(Call::Folder { name });
        }
        Ok(())
    }

    fn remove(&mut self, path: &str) -> Result<()> {
        if let Some(name) = self.name(Path::new(&text(path)?)) {
            self.calls.push(Call::Remove { name });
        }
        Ok(())
    }

    fn rename(&mut self, from: &str, to: &str) -> Result<()> {
        let names = (
            self.name(Path::new(&text(from)?)),
            self.name(Path::new(&text(to)?)),
        );
        if let (Some(from), Some(to)) = names {
            self.calls.push(Call::Rename { from, to });
        }
        Ok(())
    }

    /// The name of a file in the folder, or in one within.
    fn name(&self, path: &Path) -> Option<String> {
        let path = self.folder.join(path);
        let name = path.strip_prefix(&self.folder).ok()?;
        name.to_str().map(str::to_owned)
    }
}

fn text(argument: &str) -> Result<String> {
    Ok(String::from_utf8(unescaped(argument)?)?)
}

/// The bytes that `strace -xx` shows as `"\x01\x02"`.
fn unescaped(shown: &str) -> Result<Vec<u8>> {
    let inner = shown
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    let digits = inner.with_context(|| "a text was cut short")?.as_bytes();
    let digit = |byte: u8| char::from(byte).to_digit(16).context("no digit");
    digits
        .chunks(4)
        .map(|escaped| match escaped {
            [b'\\', b'x', high, low] => Ok(u8::try_from(digit(*high)? * 16 + digit(*low)?)?),
            _ => bail!("a byte is shown otherwise"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_read_as_they_were_made() {
        let mut reader = Reader {
            folder: PathBuf::from("/a"),
            open: BTreeMap::new(),
            opened: 0,
            calls: Vec::new(),
        };
        for line in [
            r#"12 openat(AT_FDCWD, "\x2f\x61\x2f\x62", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 5"#,
            r#"12 pwrite64(5, "\x01\x02\x03", 3, 512) = 2"#,
            r#"12 fsync(5) = 0"#,
            r#"12 unlink("\x2f\x61\x2f\x63") = -1 ENOENT (No such file or directory)"#,
            r#"12 write(1, "\x41\x43\x4b", 3) = 3"#,
        ] {
            reader.read(line).unwrap();
        }
        let read = format!("{:?}", reader.calls);
        assert_eq!(
            read,
            "[Create { name: \"b\" }, Open { name: \"b\", file: 1 }, \
             Write { name: \"b\", file: 1, at: 512, bytes: [1, 2] }, Sync { file: 1 }, \
             Say { text: \"ACK\" }]"
        );
    }
}
