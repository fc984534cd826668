//! The objects of PDF as values. Equality is equality of meaning: where an object stood does not count,
//! how a number or a string was written does.

use std::{collections::BTreeMap, ops::Range};

/// A dictionary; a key occurs once (the reader refuses a second).
pub(crate) type Dictionary = BTreeMap<Vec<u8>, Object>;

/// One PDF object.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Object {
    Null,
    Boolean(bool),
    Integer(i64),
    /// A number with a point, as it was written.
    Real(Vec<u8>),
    Name(Vec<u8>),
    Text(Text),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    Stream(Stream),
    Reference(u32),
}

/// A string with the place where it stood, delimiters included.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) bytes: Vec<u8>,
    pub(crate) span: Range<usize>,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

/// A stream: its dictionary and its encoded bytes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stream {
    pub(crate) dictionary: Dictionary,
    pub(crate) data: Vec<u8>,
}

impl Object {
    pub(crate) fn name(text: &str) -> Self {
        Self::Name(text.as_bytes().to_vec())
    }

    pub(crate) fn text(bytes: impl Into<Vec<u8>>) -> Self {
        Self::Text(Text {
            bytes: bytes.into(),
            span: 0..0,
        })
    }

    pub(crate) fn as_integer(&self) -> Option<i64> {
        if let Self::Integer(value) = self {
            Some(*value)
        } else {
            None
        }
    }

    pub(crate) fn as_name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self {
            Some(name)
        } else {
            None
        }
    }

    pub(crate) fn as_text(&self) -> Option<&Text> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    pub(crate) fn as_array(&self) -> Option<&[Object]> {
        if let Self::Array(items) = self {
            Some(items)
        } else {
            None
        }
    }

    pub(crate) fn as_reference(&self) -> Option<u32> {
        if let Self::Reference(number) = self {
            Some(*number)
        } else {
            None
        }
    }

    /// The dictionary of a dictionary or of a stream.
    pub(crate) fn as_dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) | Self::Stream(Stream { dictionary, .. }) => {
                Some(dictionary)
            }
            _ => None,
        }
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.as_name() == Some(name.as_bytes())
    }

    /// Calls `visit` for this object and everything in it.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Object)) {
        visit(self);
        match self {
            Self::Array(items) => items.iter().for_each(|item| item.walk(visit)),
            Self::Dictionary(dictionary) | Self::Stream(Stream { dictionary, .. }) => {
                dictionary.values().for_each(|value| value.walk(visit));
            }
            _ => {}
        }
    }
}

/// Shorthand for the entries of dictionaries that this crate reads.
pub(crate) trait Entries {
    /// The value under a key.
    fn entry(&self, key: &str) -> Option<&Object>;
    /// Whether the value under a key is this name.
    fn says(&self, key: &str, name: &str) -> bool {
        self.entry(key).is_some_and(|value| value.is_name(name))
    }
}

impl Entries for Dictionary {
    fn entry(&self, key: &str) -> Option<&Object> {
        self.get(key.as_bytes())
    }
}
