//! Reading and writing a report as an attacker does: as text, object by object.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// A signed report and what an attacker has beside it.
pub(crate) struct Signed<'a> {
    /// The file before the first signature, and after each.
    pub(crate) stages: &'a [Vec<u8>],
    /// The same of another report with the same signers.
    pub(crate) other: &'a [Vec<u8>],
    /// The report signed by somebody else with the chair's name.
    pub(crate) by_stranger: &'a [u8],
}

/// Where an update says that an object is.
#[derive(Clone, Copy)]
pub(crate) enum Entry {
    Free,
    At(usize),
    Within { container: u32, index: u8 },
}

impl Signed<'_> {
    pub(crate) fn pdf(&self) -> &[u8] {
        self.stages.last().unwrap()
    }

    pub(crate) fn base(&self) -> &[u8] {
        &self.stages[0]
    }

    /// What a signature added to the file, the first being 1.
    pub(crate) fn update(&self, number: usize) -> &[u8] {
        &self.stages[number][self.stages[number - 1].len()..]
    }

    /// An object of the report as it was made whose text passes.
    pub(crate) fn object(&self, is_meant: impl Fn(&str) -> bool) -> (u32, String) {
        let objects = objects(self.base());
        objects
            .into_iter()
            .find(|(_, text)| is_meant(text))
            .unwrap()
    }

    pub(crate) fn catalog(&self) -> (u32, String) {
        let latest = objects(self.pdf());
        let mut catalogs = latest.into_iter().rev();
        catalogs
            .find(|(_, text)| has_type(text, "Catalog"))
            .unwrap()
    }

    pub(crate) fn page(&self) -> (u32, String) {
        self.object(|text| has_type(text, "Page"))
    }

    pub(crate) fn free(&self) -> u32 {
        number_after(trailer(self.pdf()), "/Size ")
    }

    /// The file with these objects added by an update that nobody signed.
    pub(crate) fn with(&self, changed: &[(u32, String)]) -> Vec<u8> {
        self.with_trailer(changed, |trailer| trailer)
    }

    /// The same with a trailer of the attacker's.
    pub(crate) fn with_trailer(
        &self,
        changed: &[(u32, String)],
        change: impl Fn(String) -> String,
    ) -> Vec<u8> {
        let add = |out: &mut Vec<u8>| {
            let mut entries = Vec::new();
            for (number, body) in changed {
                entries.push((*number, Entry::At(out.len())));
                out.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
            }
            entries
        };
        self.appended(add, change)
    }

    /// The file with these objects added inside an object stream, where programs look that others do
    /// not reach; `entries` stand in the stream's dictionary.
    pub(crate) fn packed(&self, changed: &[(u32, String)], entries: &str) -> Vec<u8> {
        let highest = changed.iter().map(|(number, _)| number + 1).max();
        let container = highest.unwrap_or(0).max(self.free());
        let (mut table, mut bodies) = (String::new(), String::new());
        for (number, body) in changed {
            table.push_str(&format!("{number} {} ", bodies.len()));
            bodies.push_str(&format!("{body} "));
        }
        let add = |out: &mut Vec<u8>| {
            let at = out.len();
            let stream = format!(
                "{container} 0 obj\n<</Type/ObjStm/N {}/First {}/Length {}{entries}>>\nstream\n{table}{bodies}\nendstream\nendobj\n",
                changed.len(),
                table.len(),
                table.len() + bodies.len(),
            );
            out.extend_from_slice(stream.as_bytes());
            let mut entries = vec![(container, Entry::At(at))];
            entries.extend(
                (0..)
                    .zip(changed)
                    .map(|(index, (number, _))| (*number, Entry::Within { container, index })),
            );
            entries
        };
        self.appended(add, |trailer| trailer)
    }

    /// The file with these objects declared free.
    pub(crate) fn freed(&self, numbers: &[u32]) -> Vec<u8> {
        let free = |_: &mut Vec<u8>| numbers.iter().map(|it| (*it, Entry::Free)).collect();
        self.appended(free, |trailer| trailer)
    }

    /// The file with an update of the older kind, in which a table leads to the objects.
    pub(crate) fn with_table(&self, changed: &[(u32, String)]) -> Vec<u8> {
        let pdf = self.pdf();
        let mut out = [pdf, b"\n"].concat();
        let mut table = "xref\n".to_owned();
        for (number, body) in changed {
            table.push_str(&format!("{number} 1\n{:010} 00000 n \n", out.len()));
            out.extend_from_slice(format!("{number} 0 obj\n{body}\nendobj\n").as_bytes());
        }
        let old = trailer(pdf);
        let end = format!(
            "{table}trailer\n<</Root {}/ID{}/Prev {}/Size {}>>\nstartxref\n{}\n%%EOF\n",
            between(old, "/Root ", "R") + "R",
            between(old, "/ID", "]") + "]",
            last_section(pdf),
            self.free(),
            out.len(),
        );
        out.extend_from_slice(end.as_bytes());
        out
    }

    /// The file with an update of which everything is the attacker's.
    fn appended(
        &self,
        add: impl FnOnce(&mut Vec<u8>) -> Vec<(u32, Entry)>,
        change: impl Fn(String) -> String,
    ) -> Vec<u8> {
        let pdf = self.pdf();
        let mut out = [pdf, b"\n"].concat();
        let mut entries = add(&mut out);
        let highest = entries.iter().map(|(number, _)| number + 1).max();
        let own = highest.unwrap_or(0).max(self.free());
        let at = out.len();
        entries.push((own, Entry::At(at)));
        let old = trailer(pdf);
        let index: Vec<String> = entries
            .iter()
            .map(|(number, _)| format!("{number} 1"))
            .collect();
        let new = format!(
            "<</Root {}/ID{}/Prev {}/Size {}/Type/XRef/W[1 8 1]/Index[{}]/Length {}>>",
            between(old, "/Root ", "R") + "R",
            between(old, "/ID", "]") + "]",
            last_section(pdf),
            own + 1,
            index.join(" "),
            entries.len() * 10,
        );
        out.extend_from_slice(format!("{own} 0 obj\n{}\nstream\n", change(new)).as_bytes());
        for (_, entry) in entries {
            let (kind, second, third) = match entry {
                Entry::Free => (0, 0, 0),
                Entry::At(offset) => (1, offset as u64, 0),
                Entry::Within { container, index } => (2, u64::from(container), index),
            };
            out.push(kind);
            out.extend_from_slice(&second.to_be_bytes());
            out.push(third);
        }
        out.extend_from_slice(format!("\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n").as_bytes());
        out
    }

    /// The file with a text in the dictionary of one signature replaced by one that is not longer.
    pub(crate) fn in_signature(&self, number: usize, old: &str, new: &str) -> Option<Vec<u8>> {
        let from = self.stages[number - 1].len();
        let until = self.stages[number].len();
        let place = from + place(&self.pdf()[from..until], old.as_bytes())?;
        let new = format!("{new:width$}", width = old.len());
        assert_eq!(new.len(), old.len(), "{new}");
        let mut out = self.pdf().to_vec();
        out[place..place + new.len()].copy_from_slice(new.as_bytes());
        Some(out)
    }

    /// The byte range of a signature as it is written, with the room around it, and its numbers.
    pub(crate) fn range(&self, number: usize) -> (String, [usize; 4]) {
        let update = self.update(number);
        let start = place(update, b"/ByteRange ").unwrap() + "/ByteRange ".len();
        let end = start + place(&update[start..], b"/Contents").unwrap();
        let text = String::from_utf8(update[start..end].to_vec()).unwrap();
        let digits = text.trim().trim_matches(['[', ']']);
        let numbers: Vec<usize> = digits.split(' ').map(|it| it.parse().unwrap()).collect();
        (text, numbers.try_into().unwrap())
    }
}

/// Where something stands first.
pub(crate) fn place(bytes: &[u8], text: &[u8]) -> Option<usize> {
    bytes.windows(text.len()).position(|window| window == text)
}

/// Each object with the text between its number and its end, also those in object streams;
/// other streams as far as they are text.
pub(crate) fn objects(pdf: &[u8]) -> Vec<(u32, String)> {
    let mut objects = Vec::new();
    let mut from = 0;
    while let Some(found) = place(&pdf[from..], b" 0 obj\n") {
        let at = from + found;
        let start = at + " 0 obj\n".len();
        let digits = pdf[..at]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit());
        let number = String::from_utf8_lossy(&pdf[at - digits.count()..at]).parse();
        let end = place(&pdf[start..], b"endobj").map_or(pdf.len(), |end| start + end);
        let body = String::from_utf8_lossy(&pdf[start..end])
            .trim_end()
            .to_owned();
        if body.starts_with("<</Type/ObjStm") {
            objects.extend(packed(&pdf[start..end]));
        }
        objects.extend(number.ok().map(|number| (number, body)));
        from = end;
    }
    objects
}

/// The objects in an object stream.
fn packed(stream: &[u8]) -> Vec<(u32, String)> {
    let start = place(stream, b"stream\n").unwrap() + "stream\n".len();
    let mut content = Vec::new();
    ZlibDecoder::new(&stream[start..])
        .read_to_end(&mut content)
        .unwrap();
    let head = String::from_utf8_lossy(&stream[..start]);
    let (count, first) = (number_after(&head, "/N "), number_after(&head, "/First "));
    let (table, bodies) = content.split_at(first as usize);
    let numbers: Vec<usize> = String::from_utf8_lossy(table)
        .split_whitespace()
        .map(|it| it.parse().unwrap())
        .collect();
    let places: Vec<(usize, usize)> = numbers.chunks(2).map(|it| (it[0], it[1])).collect();
    assert_eq!(places.len(), count as usize);
    (0..places.len())
        .map(|it| {
            let (number, at) = places[it];
            let end = places.get(it + 1).map_or(bodies.len(), |next| next.1);
            let body = String::from_utf8_lossy(&bodies[at..end]);
            (number as u32, body.trim().to_owned())
        })
        .collect()
}

/// Whether an object is a dictionary of this type.
pub(crate) fn has_type(text: &str, name: &str) -> bool {
    [format!("/Type/{name}"), format!("/Type /{name}")]
        .iter()
        .any(|wanted| {
            text.find(wanted).is_some_and(|at| {
                let next = text[at + wanted.len()..].chars().next();
                next.is_none_or(|next| !next.is_ascii_alphanumeric())
            })
        })
}

/// The dictionary of the last cross-reference stream: reports have no table.
fn trailer(pdf: &[u8]) -> &str {
    let section = &pdf[last_section(pdf) as usize..];
    let start = place(section, b"<<").unwrap();
    let end = place(section, b"stream\n").unwrap();
    std::str::from_utf8(&section[start..end]).unwrap().trim()
}

/// What stands after one text and before another.
fn between(text: &str, before: &str, after: &str) -> String {
    let rest = &text[text.find(before).unwrap() + before.len()..];
    rest[..rest.find(after).unwrap()].to_owned()
}

pub(crate) fn last_section(pdf: &[u8]) -> u32 {
    let at = pdf
        .windows(10)
        .rposition(|window| window == b"startxref\n")
        .unwrap();
    number_after(std::str::from_utf8(&pdf[at..]).unwrap(), "startxref\n")
}

fn number_after(text: &str, key: &str) -> u32 {
    let rest = &text[text.find(key).unwrap() + key.len()..];
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    rest[..end].parse().unwrap()
}

/// A dictionary with an entry more, before its end.
pub(crate) fn plus(dictionary: &str, entry: &str) -> String {
    let end = dictionary.rfind(">>").unwrap();
    format!("{}{entry}{}", &dictionary[..end], &dictionary[end..])
}

/// A dictionary with an entry under another name, so that it counts no more.
pub(crate) fn without(dictionary: &str, key: &str) -> String {
    let hidden = format!("/Z{}", &key[2..]);
    dictionary.replacen(key, &hidden, 1)
}
