//! The logo as it is drawn. What the data of a report carries is read strictly, once; from there on it is points, or the
//! bytes of a picture that a PDF holds as they are. Nothing here decodes a picture or knows SVG.

use std::io::Read;
use std::ops::Range;

use assessment::report_style::{self, Logo};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;

use crate::charts::{Colour, PathPoint};

/// The largest picture, in bytes.
const LARGEST_PICTURE: usize = 200_000;
/// The most pixels on a side.
const LONGEST_SIDE: u32 = 2_000;
/// The farthest that a point may lie from the corner: handles of curves lie outside.
const FARTHEST: f32 = 1_000_000.0;

/// The logo in the data is none that this program made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the logo in the data is damaged")]
pub struct LogoDamaged;

/// A logo, ready to be drawn in any size.
#[derive(Debug, Clone, PartialEq)]
pub enum Artwork {
    /// Filled outlines.
    Outlines(Outlines),
    /// A picture.
    Picture(Picture),
}

/// Filled outlines, from back to front.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlines {
    /// Of the whole, in units of its own.
    pub width: f32,
    /// Of the whole.
    pub height: f32,
    /// What is filled.
    pub areas: Vec<Area>,
}

/// An area in one colour.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    /// Each outline begins with a point, never a handle.
    pub outlines: Vec<Vec<PathPoint>>,
    /// Whether what lies inside an even number of outlines stays empty.
    pub even_odd: bool,
    /// What fills it.
    pub fill: Colour,
}

/// A picture of three colours with eight bits each, not interlaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The whole file.
    pub png: Vec<u8>,
    /// Where its compressed lines stand in the file.
    lines: Range<usize>,
}

impl Picture {
    /// The compressed lines, each with the way in which it is written before it: as PNG has them, and PDF reads them.
    #[must_use]
    pub fn lines(&self) -> &[u8] {
        self.png.get(self.lines.clone()).unwrap_or_default()
    }
}

impl Artwork {
    /// Reads the logo of the data.
    ///
    /// # Errors
    /// [`LogoDamaged`] for what this program did not make.
    pub fn read(logo: &Logo) -> Result<Self, LogoDamaged> {
        match logo {
            Logo::Outlines(outlines) => read_outlines(outlines).map(Self::Outlines),
            Logo::Picture(picture) => read_picture(&picture.png).map(Self::Picture),
        }
        .ok_or(LogoDamaged)
    }

    /// Its width for each unit of its height.
    #[must_use]
    pub fn proportion(&self) -> f32 {
        match self {
            Self::Outlines(outlines) => outlines.width / outlines.height,
            Self::Picture(picture) => picture.width as f32 / picture.height as f32,
        }
    }

    /// Width and height, as large as they may be.
    #[must_use]
    pub fn fitted(&self, width: f32, height: f32) -> (f32, f32) {
        let proportion = self.proportion();
        if proportion * height > width {
            (width, width / proportion)
        } else {
            (proportion * height, height)
        }
    }
}

fn read_outlines(given: &report_style::Outlines) -> Option<Outlines> {
    let areas: Option<Vec<Area>> = given
        .areas
        .iter()
        .map(|area| {
            Some(Area {
                outlines: read_path(&area.path)?,
                even_odd: area.even_odd,
                fill: Colour::written(&area.fill)?,
            })
        })
        .collect();
    let is_sized = given.width > 0 && given.height > 0;
    is_sized.then_some(Outlines {
        width: f32::from(given.width),
        height: f32::from(given.height),
        areas: areas?,
    })
}

/// Reads `M`, `L`, `C` and `Z` with numbers between spaces, and nothing else.
fn read_path(path: &str) -> Option<Vec<Vec<PathPoint>>> {
    let mut outlines: Vec<Vec<PathPoint>> = Vec::new();
    let mut rest = path;
    while let Some(letter) = rest.chars().next() {
        rest = rest.get(letter.len_utf8()..)?;
        let end = rest.find(|c: char| c.is_ascii_alphabetic());
        let (numbers, after) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = after;
        let numbers: Vec<f32> = numbers
            .split_whitespace()
            .map(|number| number.parse::<i32>().ok().map(|number| number as f32))
            .collect::<Option<_>>()?;
        if numbers.iter().any(|number| number.abs() > FARTHEST) {
            return None;
        }
        let mut points: Vec<PathPoint> = numbers
            .chunks(2)
            .filter_map(|pair| match *pair {
                [x, y] => Some(PathPoint {
                    x,
                    y,
                    is_handle: false,
                }),
                _ => None,
            })
            .collect();
        let expected = match letter {
            'M' | 'L' => 2,
            'C' => 6,
            'Z' => 0,
            _ => return None,
        };
        if numbers.len() != expected {
            return None;
        }
        match letter {
            'M' => outlines.push(points),
            'Z' => {
                // What follows begins anew.
                outlines.last()?;
            }
            _ => {
                let last = points.len() - 1;
                for handle in points.iter_mut().take(last) {
                    handle.is_handle = true;
                }
                outlines.last_mut()?.extend(points);
            }
        }
    }
    Some(outlines)
}

fn read_picture(base64: &str) -> Option<Picture> {
    if base64.len() > LARGEST_PICTURE / 3 * 4 + 4 {
        return None;
    }
    let png = BASE64_STANDARD.decode(base64).ok()?;
    let mut chunks = Chunks { png: &png, at: 8 };
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return None;
    }
    let header = chunks.next(*b"IHDR")?;
    let lines = chunks.next(*b"IDAT")?;
    let end = chunks.next(*b"IEND")?;
    if !end.is_empty() || chunks.at != png.len() {
        return None;
    }
    // Width, height, eight bits, three colours, the one way of compressing and of filtering, not interlaced.
    let [w0, w1, w2, w3, h0, h1, h2, h3, 8, 2, 0, 0, 0] = *png.get(header)? else {
        return None;
    };
    let width = u32::from_be_bytes([w0, w1, w2, w3]);
    let height = u32::from_be_bytes([h0, h1, h2, h3]);
    let sides = 1..=LONGEST_SIDE;
    if !sides.contains(&width) || !sides.contains(&height) {
        return None;
    }
    is_whole(png.get(lines.clone())?, width, height)?;
    Some(Picture {
        width,
        height,
        lines,
        png,
    })
}

/// Reads the chunks of a PNG one after the other.
struct Chunks<'p> {
    png: &'p [u8],
    at: usize,
}

impl Chunks<'_> {
    /// Where the content of the next chunk stands, which must be of this kind.
    fn next(&mut self, kind: [u8; 4]) -> Option<Range<usize>> {
        let length: [u8; 4] = self.png.get(self.at..self.at + 4)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        let start = self.at + 8;
        let end = start.checked_add(length)?;
        if self.png.get(self.at + 4..start)? != kind || end + 4 > self.png.len() {
            return None;
        }
        self.at = end + 4;
        Some(start..end)
    }
}

/// Whether there is as much in the lines as the header says, each line in one of the five ways, and nothing behind them.
fn is_whole(compressed: &[u8], width: u32, height: u32) -> Option<()> {
    if compressed.last() == Some(&b'\r') {
        return None;
    }
    let line = usize::try_from(width).ok()? * 3 + 1;
    let whole = line * usize::try_from(height).ok()?;
    let mut decoder = flate2::read::ZlibDecoder::new(compressed);
    let mut lines = Vec::new();
    (&mut decoder)
        .take(whole as u64 + 1)
        .read_to_end(&mut lines)
        .ok()?;
    let known = lines
        .chunks(line)
        .all(|line| line.first().is_some_and(|way| *way <= 4));
    let used = decoder.total_in() == compressed.len() as u64;
    (lines.len() == whole && known && used).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outlines(path: &str) -> Logo {
        Logo::Outlines(report_style::Outlines {
            width: 10,
            height: 10,
            areas: vec![report_style::Area {
                fill: "#154a6d".to_owned(),
                even_odd: false,
                path: path.to_owned(),
            }],
        })
    }

    #[test]
    fn a_path_is_read_as_it_was_written() {
        let Ok(Artwork::Outlines(read)) =
            Artwork::read(&outlines("M0 0L8 0C9 1 9 -3 5 5ZM1 1L2 2Z"))
        else {
            unreachable!("it is sound")
        };
        let [area] = read.areas.as_slice() else {
            unreachable!("there is one")
        };
        assert_eq!(area.outlines.len(), 2);
        let handles: Vec<bool> = area
            .outlines
            .iter()
            .flatten()
            .map(|point| point.is_handle)
            .collect();
        assert_eq!(handles, [false, false, true, true, false, false, false]);
    }

    #[test]
    fn a_path_that_was_not_written_here_is_refused() {
        for path in [
            "L1 1",
            "Z",
            "M1",
            "M1 1 1",
            "M0 0C1 1 1 1",
            "M0 0A1 1 0 0 0 1 1",
            "M1.5 0",
            "m0 0",
            "M9999999 0",
            "M0 0L1e3 0",
            "M0 0\u{e9}",
        ] {
            assert_eq!(Artwork::read(&outlines(path)), Err(LogoDamaged), "{path}");
        }
    }

    #[test]
    fn a_logo_fits_both_ways() {
        let wide = Artwork::Outlines(Outlines {
            width: 40.0,
            height: 10.0,
            areas: Vec::new(),
        });
        assert_eq!(wide.fitted(100.0, 50.0), (100.0, 25.0));
        assert_eq!(wide.fitted(400.0, 50.0), (200.0, 50.0));
    }
}
