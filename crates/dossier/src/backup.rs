//! Backups in a folder: which there are, what they are called, and which of them
//! are kept.
//!
//! A backup is a dossier like any other, so whoever finds one can open it. Making
//! one is for [`Dossier::backup_now`](crate::Dossier::backup_now).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assessment::EventId;
use jiff::civil::{DateTime, ISOWeekDate};

use crate::error::DossierError;
use crate::file;

/// Of so many days that have one, the newest backup is kept.
const DAYS: usize = 14;
/// Of so many weeks that have one, the newest backup is kept.
const WEEKS: usize = 8;
/// No more of a dossier's name than this is in the name of its backup.
const LONGEST_NAME: usize = 60;
const TIME: &str = "%Y-%m-%dT%H%M%S";

/// Why a backup is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Occasion {
    /// The first work of a day.
    Daily,
    /// Somebody asked for it.
    Asked,
    /// The file is about to get another form.
    Migration,
    /// Other copies are about to be taken in.
    Merge,
    /// A signed report is about to be kept.
    Signature,
}

impl Occasion {
    const ALL: [Self; 5] = [
        Self::Daily,
        Self::Asked,
        Self::Migration,
        Self::Merge,
        Self::Signature,
    ];

    /// The word that stands for it in the name of a backup.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::Asked => "asked",
            Self::Migration => "migration",
            Self::Merge => "merge",
            Self::Signature => "signature",
        }
    }
}

/// A backup of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// What the file of the dossier was called, without its ending.
    pub name: String,
    /// Why it was made; `None` when its name does not say.
    pub occasion: Option<Occasion>,
    /// Of which dossier: the first 16 digits of [`Dossier::id`](crate::Dossier::id).
    pub dossier: String,
    /// When it was made, by the clock on the wall.
    pub at: DateTime,
    /// Its number among those made in the same second, from 1.
    pub number: u32,
    /// Its length in bytes.
    pub bytes: u64,
}

/// The backups in `folder`, newest first; none when there is no such folder. They
/// are known by their names: a [check](crate::check()) tells whether one is sound.
///
/// # Errors
/// When the folder cannot be read.
pub fn backups(folder: &Path) -> Result<Vec<Backup>, DossierError> {
    let failed = |error| DossierError::from_io(folder, error);
    let entries = match fs::read_dir(folder).map_err(failed) {
        Err(DossierError::NotFound { .. }) => return Ok(Vec::new()),
        entries => entries?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(failed)?.path();
        let Some(named) = read_name(&path) else {
            continue;
        };
        let Ok(metadata) = file::regular_file(&path) else {
            continue;
        };
        found.push(Backup {
            bytes: metadata.len(),
            ..named
        });
    }
    found.sort_by(|a, b| (b.at, b.number, &b.path).cmp(&(a.at, a.number, &a.path)));
    Ok(found)
}

/// Which of the backups made at `times` are kept: all of the last day on which any
/// was made, the newest of each of the last 14 days, of each of the last 8 weeks
/// and of every month. Days and weeks without a backup do not count.
pub fn to_keep(times: &BTreeSet<DateTime>) -> BTreeSet<DateTime> {
    let last_day = times.last().map(|time| time.date());
    let mut kept: BTreeSet<DateTime> = times
        .iter()
        .filter(|time| Some(time.date()) == last_day)
        .copied()
        .collect();
    kept.extend(newest_of_each(times, DAYS, DateTime::date));
    kept.extend(newest_of_each(times, WEEKS, |time| {
        let week: ISOWeekDate = time.date().iso_week_date();
        (week.year(), week.week())
    }));
    kept.extend(newest_of_each(times, usize::MAX, |time| {
        (time.year(), time.month())
    }));
    kept
}

/// The newest time of each of the last `most` periods that have one.
fn newest_of_each<P: Ord>(
    times: &BTreeSet<DateTime>,
    most: usize,
    period: impl Fn(DateTime) -> P,
) -> Vec<DateTime> {
    let mut seen = BTreeSet::new();
    let newest = times
        .iter()
        .rev()
        .filter(|time| seen.insert(period(**time)));
    newest.take(most).copied().collect()
}

/// Takes away the backups of the same dossier as `made` that need not be kept.
/// `made` is kept whatever the clock says.
pub(crate) fn thin(folder: &Path, made: &Backup) -> Result<(), DossierError> {
    let mut others = backups(folder)?;
    others.retain(|backup| backup.dossier == made.dossier);
    let kept = to_keep(&others.iter().map(|backup| backup.at).collect());
    for backup in others {
        if !kept.contains(&backup.at) && backup.path != made.path {
            // One too many does no harm, and is tried again next time.
            let _ = fs::remove_file(&backup.path);
        }
    }
    Ok(())
}

/// The number of a backup that is about to be made: behind all that the same dossier
/// has of the same second, whatever they were made for, so that the newest is known.
pub(crate) fn next_number(folder: &Path, next: &Backup) -> Result<u32, DossierError> {
    let of_that_second = |made: &Backup| {
        (&made.dossier, made.at.strftime(TIME).to_string())
            == (&next.dossier, next.at.strftime(TIME).to_string())
    };
    let made = backups(folder)?.into_iter().filter(of_that_second);
    Ok(made
        .map(|it| it.number)
        .max()
        .unwrap_or(0)
        .saturating_add(1))
}

/// How a dossier is marked in the names of its backups.
pub(crate) fn mark(id: EventId) -> String {
    let mut mark = id.to_string();
    mark.truncate(16);
    mark
}

/// By what name the dossier at `path` is known among backups.
pub(crate) fn name_of(path: &Path) -> String {
    // A backup of a backup is called after the dossier.
    if let Some(backup) = read_name(path) {
        return backup.name;
    }
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.chars()
        .filter(|c| !c.is_control())
        .take(LONGEST_NAME)
        .collect()
}

impl Backup {
    /// Whether it is named after the file at `path`: all there is to go by when that
    /// cannot be read.
    pub fn is_named_after(&self, path: &Path) -> bool {
        self.name == name_of(path)
    }

    /// The name of its file.
    pub(crate) fn file_name(&self) -> String {
        let Backup {
            name,
            dossier,
            number,
            ..
        } = self;
        let time = self.at.strftime(TIME);
        let again = if *number > 1 {
            format!("-{number}")
        } else {
            String::new()
        };
        let occasion = self
            .occasion
            .map(|occasion| format!(" {}", occasion.word()))
            .unwrap_or_default();
        format!("{name} {time}{again} {dossier}{occasion}.dossier")
    }
}

/// What the name of the backup at `path` says of it.
fn read_name(path: &Path) -> Option<Backup> {
    let told = path.file_name()?.to_str()?.strip_suffix(".dossier")?;
    let ends_in = |occasion: &Occasion| {
        let rest = told.strip_suffix(occasion.word())?;
        Some((rest.strip_suffix(' ')?, *occasion))
    };
    let (told, occasion) = match Occasion::ALL.iter().find_map(ends_in) {
        Some((rest, occasion)) => (rest, Some(occasion)),
        None => (told, None),
    };
    let mut parts = told.rsplitn(3, ' ');
    let (mark, time) = (parts.next()?, parts.next()?);
    let name = parts.next()?.to_owned();
    let is_mark = mark.len() == 16 && mark.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let (time, number) = match time.split_at_checked(17)? {
        (time, "") => (time, 1),
        (time, again) => (time, again.strip_prefix('-')?.parse().ok()?),
    };
    let at = DateTime::strptime(TIME, time).ok()?;
    is_mark.then(|| Backup {
        path: path.to_owned(),
        name,
        occasion,
        dossier: mark.to_owned(),
        at,
        number,
        bytes: 0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(texts: &[&str]) -> BTreeSet<DateTime> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn of_a_year_of_work_days_weeks_and_months_are_kept() {
        let mut all = BTreeSet::new();
        let mut day: DateTime = "2026-01-01T09:00:00".parse().unwrap();
        let end: DateTime = "2026-12-31T18:00:00".parse().unwrap();
        let mut kept = BTreeSet::new();
        while day <= end {
            for hour in [9, 12, 17] {
                all.insert(day.with().hour(hour).build().unwrap());
                kept.insert(day.with().hour(hour).build().unwrap());
                kept = to_keep(&kept);
            }
            day = day.tomorrow().unwrap();
        }
        // Thinning step by step keeps what thinning at once would keep.
        assert_eq!(kept, to_keep(&all));
        let evening = |date: &str| format!("{date}T17:00:00").parse::<DateTime>().unwrap();
        for date in [
            "2026-01-31",
            "2026-02-28",
            "2026-11-30",
            "2026-11-15",
            "2026-12-18",
            "2026-12-31",
        ] {
            assert!(kept.contains(&evening(date)), "{date}");
        }
        assert!(!kept.contains(&evening("2026-12-16")) && !kept.contains(&evening("2026-11-08")));
        // 12 months, 14 days and two more on the last one, and the weeks before those.
        assert_eq!(kept.iter().filter(|time| time.month() <= 10).count(), 10);
        assert_eq!(
            kept.iter()
                .filter(|time| time.day() == 31 && time.month() == 12)
                .count(),
            3
        );
        assert!(kept.len() < 40);
    }

    #[test]
    fn a_pause_costs_no_backup() {
        let old = times(&[
            "2024-03-01T09:00:00",
            "2024-03-02T09:00:00",
            "2026-11-21T09:00:00",
        ]);
        assert_eq!(to_keep(&old), old);
        assert_eq!(to_keep(&BTreeSet::new()), BTreeSet::new());
    }

    #[test]
    fn a_name_tells_what_it_told() {
        let at: DateTime = "2026-11-21T14:32:05".parse().unwrap();
        let occasions = Occasion::ALL.map(Some).into_iter().chain([None]);
        for (number, occasion) in [1, 2, 17]
            .into_iter()
            .flat_map(|n| occasions.clone().map(move |o| (n, o)))
        {
            let backup = Backup {
                path: PathBuf::new(),
                name: name_of(Path::new("/x/Voorbeeld Webwinkel.dossier")),
                occasion,
                dossier: "0123456789abcdef".to_owned(),
                at,
                number,
                bytes: 0,
            };
            let path = PathBuf::from(backup.file_name());
            let name = path.to_string_lossy();
            assert!(
                name.starts_with("Voorbeeld Webwinkel 2026-11-21T143205"),
                "{name}"
            );
            assert_eq!(name_of(&path), "Voorbeeld Webwinkel");
            assert!(backup.is_named_after(&path));
            let read = read_name(&path).unwrap();
            assert_eq!(read, Backup { path, ..backup });
        }
        for other in [
            "notitie.txt",
            "a.dossier",
            "a 2026-11-21T143205 xyz.dossier",
            "a 2026-11-21T143205 0123456789abcdef weekly.dossier",
            " é.dossier",
        ] {
            assert_eq!(read_name(Path::new(other)), None, "{other}");
        }
    }
}
