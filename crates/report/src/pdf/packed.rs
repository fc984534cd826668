//! Objects that go into object streams. They are kept as bytes from the beginning: thousands of dictionaries at once would
//! be a fifth of the memory.

use lopdf::content::{Content, Operation};
use lopdf::{Object, ObjectId};

/// Objects one after the other.
#[derive(Default)]
pub(super) struct Packed {
    /// The number of each object, and where it ends.
    ends: Vec<(u32, usize)>,
    bytes: Vec<u8>,
}

impl Packed {
    /// Adds an object that stays as it is.
    pub(super) fn push(
        &mut self,
        id: ObjectId,
        object: impl Into<Object>,
    ) -> Result<(), lopdf::Error> {
        self.bytes.extend(written(object.into())?);
        self.ends.push((id.0, self.bytes.len()));
        Ok(())
    }

    /// Each object with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, &[u8])> {
        let mut from = 0;
        self.ends.iter().map(move |(number, end)| {
            let object = self.bytes.get(from..*end).unwrap_or_default();
            from = *end;
            (*number, object)
        })
    }
}

/// An object as lopdf writes it, and a space: the operand of an operator without a name.
fn written(object: Object) -> Result<Vec<u8>, lopdf::Error> {
    let operations = [Operation::new("", vec![object])];
    Content { operations }.encode()
}
