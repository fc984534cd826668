//! What is wrong with a template or its markup, for a person in any language.

use std::fmt;

/// A flaw: the key of its text, and what the text wants to know. The texts stand with all others, in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flaw {
    pub(crate) key: &'static str,
    pub(crate) arguments: Vec<(&'static str, String)>,
}

impl Flaw {
    pub(crate) fn new(key: &'static str) -> Self {
        let arguments = Vec::new();
        Self { key, arguments }
    }

    /// The same, with something that its text wants to know.
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.arguments.push((name, value.to_string()));
        self
    }
}

impl From<&'static str> for Flaw {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// For who maintains the program.
impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)?;
        for (name, value) in &self.arguments {
            write!(f, " {name}={value:?}")?;
        }
        Ok(())
    }
}
