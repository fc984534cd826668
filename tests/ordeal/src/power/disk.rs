//! A disk of which it is known what a loss of power leaves: what was synced, and of the rest whatever chance has it.
//!
//! The model grants a program no more than POSIX does: writes are durable after `fsync` of the file, names after
//! `fsync` of the folder, and until then any of them may be kept, dropped or kept in part, in any order.

use std::collections::BTreeMap;

use super::recording::{Call, Handle};
use crate::chance::Chance;

/// What a disk writes as a whole.
const SECTOR: usize = 512;

/// Stands for a folder where there could be a file.
const FOLDER: usize = usize::MAX;

/// The files in one folder and in those within, by their path from there.
#[derive(Debug, Default)]
pub(super) struct Disk {
    files: Vec<File>,
    /// The names that last.
    durable: BTreeMap<String, usize>,
    /// The names as programs see them.
    names: BTreeMap<String, usize>,
    /// What was done to names since their folder was synced.
    pending: Vec<Vec<(String, Option<usize>)>>,
    open: BTreeMap<Handle, usize>,
}

#[derive(Debug, Default)]
struct File {
    durable: Vec<u8>,
    pending: Vec<Change>,
}

#[derive(Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

/// How much of what was not synced a cut leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Left {
    Nothing,
    Everything,
    /// What came first.
    First,
    /// Any of it.
    Any,
}

impl Disk {
    /// A disk on which these files last.
    pub(super) fn with(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut disk = Disk::default();
        for (name, durable) in files {
            for folder in folders_of(&name) {
                disk.durable.insert(folder.to_owned(), FOLDER);
            }
            disk.durable.insert(name, disk.files.len());
            disk.files.push(File {
                durable,
                pending: Vec::new(),
            });
        }
        disk.names = disk.durable.clone();
        disk
    }

    /// Does what the program did.
    pub(super) fn apply(&mut self, call: &Call) {
        match call {
            Call::Create { name } => {
                if !self.names.contains_key(name) {
                    self.files.push(File::default());
                    self.name(vec![(name.clone(), Some(self.files.len() - 1))]);
                }
            }
            Call::Open { name, file } => {
                if let Some(there) = self.names.get(name) {
                    self.open.insert(*file, *there);
                }
            }
            Call::Write {
                file, at, bytes, ..
            } => self.change(
                *file,
                Change::Write {
                    at: usize::try_from(*at).unwrap_or(usize::MAX),
                    bytes: bytes.clone(),
                },
            ),
            Call::Length { file, length } => self.change(
                *file,
                Change::Length(usize::try_from(*length).unwrap_or(usize::MAX)),
            ),
            Call::Sync { file } => {
                if let Some(file) = self.opened(*file) {
                    for change in std::mem::take(&mut file.pending) {
                        change.apply(&mut file.durable);
                    }
                }
            }
            Call::Folder { name } => self.name(vec![(name.clone(), Some(FOLDER))]),
            Call::SyncNames { folder } => {
                let within = |name: &str| folder_of(name) == folder;
                self.durable.retain(|name, _| !within(name));
                let now = self.names.iter().filter(|(name, _)| within(name));
                self.durable
                    .extend(now.map(|(name, file)| (name.clone(), *file)));
                for group in &mut self.pending {
                    group.retain(|(name, _)| !within(name));
                }
                self.pending.retain(|group| !group.is_empty());
            }
            Call::Remove { name } => self.name(vec![(name.clone(), None)]),
            Call::Rename { from, to } => {
                let file = self.names.get(from).copied();
                self.name(vec![(from.clone(), None), (to.clone(), file)]);
            }
            Call::Say { .. } => {}
        }
    }

    /// What is found after a cut at this moment.
    pub(super) fn after_cut(&self, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        let mut names = self.durable.clone();
        let left = Left::by(chance);
        for group in left.of(&self.pending, chance) {
            set(&mut names, group);
        }
        let mut found = BTreeMap::new();
        let left = Left::by(chance);
        for (name, file) in &names {
            // What is in a folder that is gone is gone.
            let is_reachable = folders_of(name).all(|folder| names.get(folder) == Some(&FOLDER));
            let file = if is_reachable { *file } else { FOLDER };
            if let Some(file) = self.files.get(file) {
                // Mostly the same fate for all files, since it is the same moment.
                let left = if chance.one_in(3) {
                    Left::by(chance)
                } else {
                    left
                };
                found.insert(name.clone(), file.after_cut(left, chance));
            }
        }
        found
    }

    /// What is found when everything came through.
    pub(super) fn as_seen(&self) -> BTreeMap<String, Vec<u8>> {
        let files = self.names.iter().filter_map(|(name, file)| {
            let file = self.files.get(*file)?;
            let mut bytes = file.durable.clone();
            file.pending
                .iter()
                .for_each(|change| change.apply(&mut bytes));
            Some((name.clone(), bytes))
        });
        files.collect()
    }

    fn name(&mut self, group: Vec<(String, Option<usize>)>) {
        set(&mut self.names, &group);
        self.pending.push(group);
    }

    fn opened(&mut self, file: Handle) -> Option<&mut File> {
        let file = *self.open.get(&file)?;
        self.files.get_mut(file)
    }

    fn change(&mut self, file: Handle, change: Change) {
        if let Some(file) = self.opened(file) {
            file.pending.push(change);
        }
    }
}

fn set(names: &mut BTreeMap<String, usize>, group: &[(String, Option<usize>)]) {
    for (name, file) in group {
        match file {
            Some(file) => names.insert(name.clone(), *file),
            None => names.remove(name),
        };
    }
}

/// The folder of a file; empty for the one that everything is in.
fn folder_of(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// All folders that a file is in, but the one that everything is in.
fn folders_of(name: &str) -> impl Iterator<Item = &str> {
    let within = name.match_indices('/').map(|(end, _)| end);
    within.filter_map(|end| name.get(..end))
}

impl File {
    fn after_cut(&self, left: Left, chance: &mut Chance) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        let kept: Vec<&Change> = left.of(&self.pending, chance);
        let torn = chance.one_in(2).then(|| chance.place(self.pending.len()));
        for (place, change) in self.pending.iter().enumerate() {
            let is_kept = kept.iter().any(|kept| std::ptr::eq(*kept, change));
            match change {
                _ if is_kept && torn != Some(place) => change.apply(&mut bytes),
                Change::Write { at, bytes: written }
                    if left != Left::Nothing && torn == Some(place) =>
                {
                    tear(*at, written, &mut bytes, chance);
                }
                // A file can have grown without what it grew by.
                Change::Write { at, bytes: written }
                    if left != Left::Nothing && chance.one_in(6) =>
                {
                    let end = at + written.len();
                    if end > bytes.len() {
                        let rubbish = if chance.one_in(2) { 0 } else { 0xa5 };
                        bytes.resize(end, rubbish);
                    }
                }
                _ => {}
            }
        }
        bytes
    }
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Change::Length(length) => to.resize(*length, 0),
            Change::Write { at, bytes } => {
                let end = at + bytes.len();
                if to.len() < end {
                    to.resize(end, 0);
                }
                if let Some(place) = to.get_mut(*at..end) {
                    place.copy_from_slice(bytes);
                }
            }
        }
    }
}

/// Keeps some sectors of a write.
fn tear(at: usize, written: &[u8], to: &mut Vec<u8>, chance: &mut Chance) {
    let mut start = 0;
    while start < written.len() {
        // Sectors lie on the disk, not in the write.
        let end = written
            .len()
            .min((at + start) / SECTOR * SECTOR + SECTOR - at);
        if chance.one_in(2)
            && let Some(sector) = written.get(start..end)
        {
            let sector = Change::Write {
                at: at + start,
                bytes: sector.to_vec(),
            };
            sector.apply(to);
        }
        start = end;
    }
}

impl Left {
    fn by(chance: &mut Chance) -> Self {
        match chance.below(6) {
            0 => Left::Nothing,
            1 => Left::Everything,
            2 | 3 => Left::First,
            _ => Left::Any,
        }
    }

    fn of<'a, T>(self, all: &'a [T], chance: &mut Chance) -> Vec<&'a T> {
        match self {
            Left::Nothing => Vec::new(),
            Left::Everything => all.iter().collect(),
            Left::First => {
                let first = chance.place(all.len() + 1);
                all.iter().take(first).collect()
            }
            Left::Any => all.iter().filter(|_| chance.one_in(2)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(text: &str) -> Call {
        Call::Write {
            name: "a".to_owned(),
            file: 1,
            at: 0,
            bytes: text.as_bytes().to_vec(),
        }
    }

    fn sync_names() -> Call {
        Call::SyncNames {
            folder: String::new(),
        }
    }

    fn open() -> [Call; 2] {
        let name = || "a".to_owned();
        [
            Call::Create { name: name() },
            Call::Open {
                name: name(),
                file: 1,
            },
        ]
    }

    /// Everything that can be found after these calls.
    fn found(calls: &[Call]) -> Vec<Option<Vec<u8>>> {
        let mut disk = Disk::default();
        calls.iter().for_each(|call| disk.apply(call));
        let mut found: Vec<_> = (0..300)
            .map(|number| disk.after_cut(&mut Chance::of(1, number)).remove("a"))
            .collect();
        found.sort();
        found.dedup();
        found
    }

    #[test]
    fn what_was_synced_with_its_name_is_always_there() {
        let [create, open] = open();
        let synced = [
            create,
            open,
            write("een"),
            Call::Sync { file: 1 },
            sync_names(),
        ];
        assert_eq!(found(&synced), [Some(b"een".to_vec())]);
    }

    #[test]
    fn a_synced_file_without_a_synced_name_may_be_gone() {
        let [create, open] = open();
        let synced = [create, open, write("een"), Call::Sync { file: 1 }];
        assert_eq!(found(&synced), [None, Some(b"een".to_vec())]);
    }

    #[test]
    fn what_was_not_synced_may_be_there_or_not_or_be_rubbish() {
        let [create, open] = open();
        let unsynced = [create, open, sync_names(), write("een")];
        let found = found(&unsynced);
        for possible in [&b""[..], b"een", &[0; 3], &[0xa5; 3]] {
            assert!(found.contains(&Some(possible.to_vec())), "{possible:?}");
        }
    }

    #[test]
    fn a_long_write_is_torn_at_sectors() {
        let [create, open] = open();
        let long = "x".repeat(1024);
        let torn = [create, open, sync_names(), write(&long)];
        let half = [&[0; 512][..], &[b'x'; 512]].concat();
        assert!(found(&torn).contains(&Some(half)));
    }

    #[test]
    fn a_synced_name_in_a_folder_that_was_not_synced_may_be_gone() {
        let name = || "map/a".to_owned();
        let folder = Call::Folder {
            name: "map".to_owned(),
        };
        let create = Call::Create { name: name() };
        let open = Call::Open {
            name: name(),
            file: 1,
        };
        let sync = Call::Sync { file: 1 };
        let sync_folder = Call::SyncNames {
            folder: "map".to_owned(),
        };
        let mut disk = Disk::default();
        for call in [&folder, &create, &open, &write("een"), &sync, &sync_folder] {
            disk.apply(call);
        }
        let is_there = |disk: &Disk, number| {
            let found = disk.after_cut(&mut Chance::of(1, number));
            found.contains_key("map/a")
        };
        let times = (0..300).filter(|number| is_there(&disk, *number)).count();
        assert!(0 < times && times < 300, "{times}");
        disk.apply(&sync_names());
        assert!((0..300).all(|number| is_there(&disk, number)));
    }
}
