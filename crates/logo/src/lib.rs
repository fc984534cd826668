//! From a file that somebody chose, an SVG or a PNG, to a logo that every report draws in the same way.
//!
//! This happens once, when the logo is chosen: what is kept needs no program that reads SVG, so whoever verifies a
//! report needs none either. It is strict. What a report cannot draw, such as letters that need a font, a picture inside
//! the drawing, a script or a shade that lets through what lies behind, is refused by its name; nothing is left out in
//! silence. Knows no dossier and no page.

mod outlines;
mod picture;

use assessment::report_style::Logo;

/// The largest file that is read, and the largest logo that is kept, in bytes.
pub const LARGEST: usize = 200_000;

/// How few and how many pixels the sides of a picture may have.
pub const SIDES: std::ops::RangeInclusive<u32> = 16..=2_000;

/// The file makes no logo.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotALogo {
    /// Neither an SVG nor a PNG.
    #[error("it is neither an SVG nor a PNG")]
    OtherKind,
    /// An SVG or a PNG that is damaged or not all there.
    #[error("it is damaged")]
    Damaged {
        /// Where an SVG stops being one, if that is known.
        line: Option<u32>,
    },
    /// There is something in it that a report cannot draw.
    #[error("a report cannot draw {what}")]
    Undrawable {
        /// What, as SVG calls it.
        what: String,
        /// Where it stands, if that is known.
        line: Option<u32>,
    },
    /// Too few or too many pixels.
    #[error("it is {width} by {height} pixels")]
    Pixels {
        /// From left to right.
        width: u32,
        /// From top to bottom.
        height: u32,
    },
    /// What would be kept is larger than [`LARGEST`].
    #[error("it has too much detail")]
    TooDetailed,
    /// There is nothing in it, or nothing that can be seen on white paper.
    #[error("nothing of it can be seen on white paper")]
    Invisible,
}

/// Makes a logo of a file.
///
/// # Errors
/// [`NotALogo`], with what stands in the way.
pub fn read(file: &[u8]) -> Result<Logo, NotALogo> {
    if file.len() > LARGEST {
        return Err(NotALogo::TooDetailed);
    }
    if file.starts_with(b"\x89PNG") {
        return picture::read(file).map(Logo::Picture);
    }
    outlines::read(file).map(Logo::Outlines)
}

/// Whether a colour can be told from white paper.
fn is_seen([red, green, blue]: [u8; 3]) -> bool {
    [red, green, blue].into_iter().any(|part| part < 0xf0)
}
