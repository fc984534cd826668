//! Where complaints are: from a place in the content to a line and a column of a file.

use std::collections::BTreeSet;

use super::MOST_COMPLAINTS;
use super::complaint::{Cause, Complaint};

/// A step into a JSON document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Field(String),
    Item(usize),
}

impl From<&str> for Step {
    fn from(field: &str) -> Self {
        Self::Field(field.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// A place in a JSON document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Path(pub(super) Vec<Step>);

impl Path {
    pub(super) fn then(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// Whether the place lies within one of `places`, or is one of them.
    pub(super) fn lies_in(&self, places: &BTreeSet<Self>) -> bool {
        (0..=self.0.len()).any(|length| {
            self.0
                .get(..length)
                .is_some_and(|start| places.contains(&Self(start.to_vec())))
        })
    }

    /// Whether one of `places` lies within this place, or is it.
    pub(super) fn holds_one_of(&self, places: &BTreeSet<Self>) -> bool {
        // In their order, the places within this one follow it at once.
        places
            .range(self..)
            .next()
            .is_some_and(|place| place.0.starts_with(&self.0))
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.0 {
            pointer.push('/');
            match step {
                Step::Field(field) => {
                    pointer.push_str(&field.replace('~', "~0").replace('/', "~1"))
                }
                Step::Item(item) => pointer.push_str(&item.to_string()),
            }
        }
        pointer
    }
}

/// A complaint with its place as an offset into one of the files.
struct Found {
    file: usize,
    offset: usize,
    path: Path,
    cause: Cause,
}

/// What is wrong, by place in the assembled content. Keeps no more than will be reported.
#[derive(Default)]
pub(super) struct Causes {
    pub(super) found: Vec<(Path, Cause)>,
}

impl Causes {
    pub(super) fn add(&mut self, path: Path, cause: Cause) {
        if !self.is_full() {
            self.found.push((path, cause));
        }
    }

    /// Whether there is so much wrong that looking further helps nobody.
    pub(super) fn is_full(&self) -> bool {
        // One more than is reported, so that there being more shows.
        self.found.len() > MOST_COMPLAINTS
    }
}

/// Complaints as they are found.
#[derive(Default)]
pub(super) struct Complaints {
    found: Vec<Found>,
    more: bool,
}

impl Complaints {
    pub(super) fn add(&mut self, file: usize, offset: usize, path: Path, cause: Cause) {
        if self.found.len() < MOST_COMPLAINTS {
            self.found.push(Found {
                file,
                offset,
                path,
                cause,
            });
        } else {
            self.more = true;
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The complaints in the order of the files, with lines and columns. Each file is given as its
    /// name and its text, as far as that could be read.
    pub(super) fn placed(mut self, files: &[(&str, &str)]) -> Vec<Complaint> {
        self.found
            .sort_by(|a, b| (a.file, a.offset, &a.cause).cmp(&(b.file, b.offset, &b.cause)));
        self.found
            .dedup_by(|a, b| (a.file, a.offset, &a.cause) == (b.file, b.offset, &b.cause));
        let mut complaints = Vec::with_capacity(self.found.len());
        let mut reading = Reading::default();
        for Found {
            file,
            offset,
            path,
            cause,
        } in self.found
        {
            let (name, text) = files.get(file).copied().unwrap_or_default();
            let (line, column) = reading.advance(file, text, offset);
            complaints.push(Complaint {
                file: name.to_owned(),
                line,
                column,
                path: path.pointer(),
                cause,
            });
        }
        if self.more {
            complaints.push(Complaint {
                file: String::new(),
                line: 1,
                column: 1,
                path: String::new(),
                cause: Cause::More,
            });
        }
        complaints
    }
}

/// A walk through the files that counts lines, so that many complaints cost one pass.
struct Reading {
    file: usize,
    offset: usize,
    line: usize,
    column: usize,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            file: usize::MAX,
            offset: 0,
            line: 1,
            column: 1,
        }
    }
}

impl Reading {
    /// Goes on to `offset`, which is never before the last one in the same file.
    fn advance(&mut self, file: usize, text: &str, offset: usize) -> (usize, usize) {
        if file != self.file {
            *self = Self {
                file,
                ..Self::default()
            };
        }
        for character in text.get(self.offset..).unwrap_or_default().chars() {
            if self.offset >= offset {
                break;
            }
            self.offset += character.len_utf8();
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        (self.line, self.column)
    }
}
