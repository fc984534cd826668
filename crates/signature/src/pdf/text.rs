//! Text strings and dates: between what people read and what PDF holds.

use jiff::{Timestamp, civil::DateTime, tz::Offset};

/// The characters of PDFDocEncoding from 0x18 to 0x1F and from 0x80 to 0xA0; the rest is as in ISO 8859-1.
const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
const HIGH: [char; 33] = [
    '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™',
    'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
];

/// A text string: ASCII as it is, anything else as UTF-16 with a byte order mark.
pub(crate) fn encode(text: &str) -> Vec<u8> {
    if text
        .bytes()
        .all(|byte| matches!(byte, b'\t' | b'\n' | b' '..=b'~'))
    {
        return text.as_bytes().to_vec();
    }
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    bytes
}

/// The text of a text string, or nothing where it is not text.
pub(crate) fn decode(bytes: &[u8]) -> Option<String> {
    if let Some(utf8) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8(utf8.to_vec()).ok();
    }
    if let Some(utf16) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units: Vec<u16> = utf16.chunks(2).map(unit).collect::<Option<_>>()?;
        return String::from_utf16(&units).ok();
    }
    bytes.iter().map(|byte| character(*byte)).collect()
}

fn unit(pair: &[u8]) -> Option<u16> {
    if let &[high, low] = pair {
        Some(u16::from_be_bytes([high, low]))
    } else {
        None
    }
}

fn character(byte: u8) -> Option<char> {
    match byte {
        0x18..=0x1F => LOW.get(usize::from(byte) - 0x18).copied(),
        0x80..=0xA0 => HIGH
            .get(usize::from(byte) - 0x80)
            .copied()
            .filter(|c| *c != '\u{FFFD}'),
        _ => Some(char::from(byte)),
    }
}

/// `D:20260102030405+01'00'`. PDF keeps whole seconds, and offsets of whole minutes.
pub(crate) fn encode_time(at: Timestamp, offset: Offset) -> String {
    let offset = Offset::from_seconds(offset.seconds() / 60 * 60).unwrap_or(Offset::UTC);
    let local = offset.to_datetime(at);
    let minutes = offset.seconds() / 60;
    let zone = match minutes {
        0 => "Z".to_owned(),
        minutes => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}'{:02}'", minutes.abs() / 60, minutes.abs() % 60)
        }
    };
    format!(
        "D:{:04}{:02}{:02}{:02}{:02}{:02}{zone}",
        local.year(),
        local.month(),
        local.day(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

/// The inverse of [`encode_time`]; other ways to write a date are refused.
pub(crate) fn decode_time(bytes: &[u8]) -> Option<(Timestamp, Offset)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let digits = text.strip_prefix("D:")?;
    let number = |from: usize, to: usize| -> Option<i16> {
        let part = digits.get(from..to)?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let small = |from, to| number(from, to).and_then(|value| i8::try_from(value).ok());
    let local = DateTime::new(
        number(0, 4)?,
        small(4, 6)?,
        small(6, 8)?,
        small(8, 10)?,
        small(10, 12)?,
        small(12, 14)?,
        0,
    )
    .ok()?;
    let seconds = match digits.get(14..15)? {
        "Z" => 0,
        sign => {
            let distance = i32::from(number(15, 17)?) * 3600 + i32::from(number(18, 20)?) * 60;
            if sign == "-" { -distance } else { distance }
        }
    };
    let offset = Offset::from_seconds(seconds).ok()?;
    let at = offset.to_timestamp(local).ok()?;
    (encode_time(at, offset) == text).then_some((at, offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_survives_both_ways() {
        for text in ["Anna de Vries", "Zoë Şahin", "Łukasz 🙂", ""] {
            assert_eq!(decode(&encode(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn single_byte_text_is_read_in_the_encoding_of_pdf() {
        assert_eq!(decode(b"Zo\xEB \x97 \xA0").as_deref(), Some("Zoë Š €"));
        assert_eq!(decode(&[0xFE, 0xFF, 0x00]), None);
        assert_eq!(decode(&[0xFE, 0xFF, 0xD8, 0x00]), None);
    }

    #[test]
    fn a_time_keeps_its_offset() {
        let at: Timestamp = "2026-03-04T23:30:15Z".parse().unwrap();
        for (hours, text) in [
            (0, "D:20260304233015Z"),
            (1, "D:20260305003015+01'00'"),
            (-5, "D:20260304183015-05'00'"),
        ] {
            let offset = Offset::from_hours(hours).unwrap();
            assert_eq!(encode_time(at, offset), text);
            assert_eq!(decode_time(text.as_bytes()), Some((at, offset)));
        }
    }

    #[test]
    fn an_offset_with_seconds_keeps_the_moment() {
        let at: Timestamp = "2026-03-04T23:30:15Z".parse().unwrap();
        let text = encode_time(at, Offset::from_seconds(1_172).unwrap());
        assert_eq!(decode_time(text.as_bytes()).map(|(read, _)| read), Some(at));
    }

    #[test]
    fn only_one_way_to_write_a_time_is_read() {
        for text in [
            "20260304233015Z",
            "D:20260304",
            "D:20260304233015",
            "D:20260304233015+00'00'",
            "D:20261304233015Z",
        ] {
            assert_eq!(decode_time(text.as_bytes()), None, "{text}");
        }
    }
}
