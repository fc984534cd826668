//! A picture: decoded within limits, put on white, cut to what can be seen, and written anew as the one kind of PNG that a
//! PDF can hold as it is.

use std::io::Cursor;

use assessment::report_style::Picture;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use png::{BitDepth, ColorType, Compression, Decoder, Encoder, Filter, Limits, Transformations};

use crate::{LARGEST, NotALogo, SIDES, is_seen};

/// What decoding may take: four bytes for each pixel of the largest picture, and as much beside it.
const MEMORY: usize = 40_000_000;

/// The ways in which lines of a PNG are written; another way makes other bytes of the same picture.
const WAYS: [Filter; 6] = [
    Filter::Adaptive,
    Filter::Paeth,
    Filter::Sub,
    Filter::Up,
    Filter::Avg,
    Filter::NoFilter,
];

pub(crate) fn read(file: &[u8]) -> Result<Picture, NotALogo> {
    let pixels = opaque(file)?.cut()?;
    let written: Vec<Vec<u8>> = WAYS
        .into_iter()
        .filter_map(|way| pixels.written(way).ok())
        .filter(|png| ends_clearly(png))
        .collect();
    let png = written.into_iter().min_by_key(Vec::len);
    let png = png.ok_or(NotALogo::TooDetailed)?;
    if png.len() > LARGEST {
        return Err(NotALogo::TooDetailed);
    }
    Ok(Picture {
        png: BASE64_STANDARD.encode(png),
    })
}

/// Three bytes for each pixel, line after line.
struct Pixels {
    width: u32,
    height: u32,
    bytes: Vec<u8>,
}

/// Decodes the picture and puts it on white.
fn opaque(file: &[u8]) -> Result<Pixels, NotALogo> {
    let damaged = |_: png::DecodingError| NotALogo::Damaged { line: None };
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MEMORY });
    decoder.set_transformations(Transformations::normalize_to_color8());
    let header = decoder.read_header_info().map_err(damaged)?;
    let (width, height) = header.size();
    if ![width, height].iter().all(|side| SIDES.contains(side)) {
        return Err(NotALogo::Pixels { width, height });
    }
    let mut reader = decoder.read_info().map_err(damaged)?;
    let size = reader.output_buffer_size().unwrap_or(usize::MAX);
    if size > MEMORY {
        return Err(NotALogo::Pixels { width, height });
    }
    let mut decoded = vec![0; size];
    let info = reader.next_frame(&mut decoded).map_err(damaged)?;
    decoded.truncate(info.buffer_size());
    // Everything is in the file, and it is sound.
    reader.finish().map_err(damaged)?;
    let samples = info.color_type.samples();
    let bytes = decoded
        .chunks_exact(samples)
        .flat_map(|pixel| match *pixel {
            [grey] => [grey; 3],
            [grey, alpha] => [on_white(grey, alpha); 3],
            [red, green, blue] => [red, green, blue],
            [red, green, blue, alpha] => [red, green, blue].map(|part| on_white(part, alpha)),
            _ => [0xff; 3],
        })
        .collect();
    Ok(Pixels {
        width,
        height,
        bytes,
    })
}

/// What is seen of a colour that lets white through.
fn on_white(part: u8, alpha: u8) -> u8 {
    let (part, alpha) = (u32::from(part), u32::from(alpha));
    let mixed = (part * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

impl Pixels {
    fn lines(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.chunks_exact(self.width as usize * 3)
    }

    /// Without the white around it, so that it stands in line with the text.
    fn cut(&self) -> Result<Self, NotALogo> {
        let is_white = |pixel: &[u8]| match *pixel {
            [red, green, blue] => !is_seen([red, green, blue]),
            _ => true,
        };
        let shown = |line: &&[u8]| !line.chunks_exact(3).all(is_white);
        let top = self.lines().position(|line| shown(&line));
        let Some(top) = top else {
            return Err(NotALogo::Invisible);
        };
        let height = self
            .lines()
            .collect::<Vec<_>>()
            .into_iter()
            .rposition(|line| shown(&line));
        let height = height.map_or(1, |last| last + 1 - top);
        let lines = || self.lines().skip(top).take(height);
        let first = |line: &[u8]| line.chunks_exact(3).position(|pixel| !is_white(pixel));
        let last = |line: &[u8]| line.chunks_exact(3).rposition(|pixel| !is_white(pixel));
        let left = lines().filter_map(first).min().unwrap_or(0);
        let right = lines().filter_map(last).max().unwrap_or(0);
        let kept = left * 3..(right + 1) * 3;
        let bytes = lines()
            .filter_map(|line| line.get(kept.clone()))
            .flatten()
            .copied()
            .collect();
        let side = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        Ok(Self {
            width: side(right + 1 - left),
            height: side(height),
            bytes,
        })
    }

    fn written(&self, way: Filter) -> Result<Vec<u8>, png::EncodingError> {
        let mut png = Vec::new();
        let mut encoder = Encoder::new(&mut png, self.width, self.height);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::High);
        encoder.set_filter(way);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.bytes)?;
        writer.finish()?;
        Ok(png)
    }
}

/// Whether the compressed lines do not end in a carriage return: in a PDF, their end would not be clear.
fn ends_clearly(png: &[u8]) -> bool {
    // Behind the lines stand their checksum and the twelve bytes of the end of the file.
    let last = png.len().checked_sub(17).and_then(|at| png.get(at));
    last.is_some_and(|byte| *byte != b'\r')
}
