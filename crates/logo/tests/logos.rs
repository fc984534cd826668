//! What becomes of files that somebody chooses as a logo.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

use assessment::report_style::{Logo, Outlines};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use logo::{LARGEST, NotALogo, read};
use proptest::prelude::*;

fn svg(inside: &str) -> Vec<u8> {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" \
         viewBox=\"0 0 100 50\">\n{inside}\n</svg>"
    )
    .into_bytes()
}

#[track_caller]
fn outlines(inside: &str) -> Outlines {
    match read(&svg(inside)) {
        Ok(Logo::Outlines(outlines)) => outlines,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn refused(inside: &str, what: &str) {
    match read(&svg(inside)) {
        Err(NotALogo::Undrawable { what: named, .. }) => assert_eq!(named, what),
        other => panic!("{other:?}"),
    }
}

/// A PNG of these pixels, with transparency.
fn png(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    let mut writer = encoder.write_header().unwrap();
    let at = |place: u32| pixel(place % width, place / width);
    let pixels: Vec<u8> = (0..width * height).flat_map(at).collect();
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}

/// Size, kind and pixels of the picture that is kept.
#[track_caller]
fn kept(file: &[u8]) -> (u32, u32, png::ColorType, Vec<u8>) {
    let Ok(Logo::Picture(picture)) = read(file) else {
        panic!("{:?}", read(file));
    };
    let bytes = BASE64_STANDARD.decode(picture.png).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    (info.width, info.height, info.color_type, pixels)
}

#[test]
fn areas_are_kept_in_whole_numbers_without_the_white_around_them() {
    let logo = outlines(r##"<rect x="20" y="10" width="40" height="20" fill="#154a6d"/>"##);
    assert_eq!((logo.width, logo.height), (8192, 4096));
    assert_eq!(logo.areas.len(), 1);
    assert_eq!(logo.areas[0].fill, "#154a6d");
    assert_eq!(logo.areas[0].path, "M0 0L8192 0L8192 4096L0 4096Z");
}

#[test]
fn styles_groups_and_copies_are_resolved() {
    let logo = outlines(
        r##"<style>.a { fill: #ff0000 }</style>
        <defs><circle id="o" cx="10" cy="10" r="10"/></defs>
        <g transform="translate(10 10)"><use xlink:href="#o" class="a"/><use href="#o" x="40" fill="blue"/></g>"##,
    );
    let fills: Vec<&str> = logo.areas.iter().map(|area| area.fill.as_str()).collect();
    assert_eq!(fills, ["#ff0000", "#0000ff"]);
    assert!(logo.areas.iter().all(|area| area.path.contains('C')));
}

#[test]
fn a_line_becomes_the_area_that_it_covers() {
    let line = r##"<path d="M10 25H90" stroke="#154a6d" stroke-width="4" fill="none"/>"##;
    let logo = outlines(line);
    assert_eq!(logo.areas.len(), 1);
    assert_eq!((logo.width, logo.height), (8192, 410));
    let dashed = outlines(&line.replace("fill=", "stroke-dasharray=\"10\" fill="));
    assert_eq!(dashed.areas[0].path.matches('M').count(), 4);
}

#[test]
fn the_rule_of_filling_is_kept() {
    let ring = r#"<path fill-rule="evenodd" d="M10 10H40V40H10ZM20 20H30V30H20Z"/>"#;
    assert!(outlines(ring).areas[0].even_odd);
    assert!(!outlines(&ring.replace("evenodd", "nonzero")).areas[0].even_odd);
}

#[test]
fn what_a_report_cannot_draw_is_named_with_its_line() {
    let square = r#"<rect width="10" height="10"/>"#;
    for (inside, what) in [
        ("<text x=\"1\" y=\"9\">Wij</text>", "<text>"),
        (
            "<image href=\"https://elders.example/logo.png\"/>",
            "<image>",
        ),
        ("<image href=\"data:image/png;base64,AAAA\"/>", "<image>"),
        ("<script>alert(1)</script>", "<script>"),
        (
            "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">x</p></foreignObject>",
            "<foreignObject>",
        ),
        ("<g onclick=\"x()\"/>", "onclick"),
        ("<use href=\"elders.svg#a\"/>", "href"),
        ("<style>@import 'x.css';</style>", "<style>"),
        (
            "<rect fill=\"url(https://elders.example/a.svg#b)\"/>",
            "url()",
        ),
        ("<animate attributeName=\"x\"/>", "<animate>"),
        ("<filter id=\"f\"/>", "<filter>"),
        ("<mask id=\"m\"/>", "<mask>"),
    ] {
        let what = what.to_owned();
        let refusal = NotALogo::Undrawable {
            what,
            line: Some(2),
        };
        assert_eq!(read(&svg(&format!("{inside}{square}"))), Err(refusal));
    }
}

#[test]
fn what_lets_through_what_lies_behind_or_fades_is_refused() {
    let gradient = r##"<linearGradient id="v"><stop stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>"##;
    refused(
        &format!("{gradient}<rect fill=\"url(#v)\" width=\"9\" height=\"9\"/>"),
        "<linearGradient>",
    );
    refused(
        "<rect width=\"9\" height=\"9\" fill-opacity=\"0.5\"/>",
        "opacity",
    );
    refused(
        "<rect width=\"9\" height=\"9\" fill=\"#15476d80\"/>",
        "opacity",
    );
    refused(
        "<g opacity=\"0.5\"><rect width=\"9\" height=\"9\"/><rect width=\"5\" height=\"5\"/></g>",
        "opacity",
    );
    refused(
        "<g style=\"mix-blend-mode: multiply\"><rect width=\"9\" height=\"9\"/></g>",
        "mix-blend-mode",
    );
    // A gradient that nothing uses is nobody's trouble.
    outlines(&format!("{gradient}<rect width=\"9\" height=\"9\"/>"));
}

#[test]
fn only_a_frame_around_everything_may_cut() {
    let cut = |frame: &str| {
        format!(
            "<clipPath id=\"k\">{frame}</clipPath>\
             <g clip-path=\"url(#k)\"><rect x=\"10\" y=\"10\" width=\"30\" height=\"30\"/></g>"
        )
    };
    outlines(&cut("<rect width=\"100\" height=\"50\"/>"));
    outlines(&cut("<path d=\"M0 0h100v50H0z\"/>"));
    refused(&cut("<rect width=\"20\" height=\"50\"/>"), "<clipPath>");
    refused(&cut("<circle cx=\"25\" cy=\"25\" r=\"40\"/>"), "<clipPath>");
    refused("<rect x=\"90\" width=\"30\" height=\"9\"/>", "viewBox");
}

#[test]
fn what_cannot_be_seen_on_paper_is_refused() {
    assert_eq!(read(&svg("")), Err(NotALogo::Invisible));
    let white = r#"<rect width="9" height="9" fill="white"/>"#;
    assert_eq!(read(&svg(white)), Err(NotALogo::Invisible));
    let hidden = r#"<rect width="9" height="9" visibility="hidden"/>"#;
    assert_eq!(read(&svg(hidden)), Err(NotALogo::Invisible));
    // White letters on a dark ground are seen.
    outlines(&format!("<rect width=\"50\" height=\"50\"/>{white}"));
    let white = png(40, 20, |_, _| [255, 255, 255, 255]);
    assert_eq!(read(&white), Err(NotALogo::Invisible));
    let clear = png(40, 20, |_, _| [0, 0, 0, 0]);
    assert_eq!(read(&clear), Err(NotALogo::Invisible));
}

#[test]
fn a_picture_is_put_on_white_and_cut_to_what_is_seen() {
    let logo = png(60, 40, |x, y| {
        if (10..50).contains(&x) && (10..30).contains(&y) {
            [200, 0, 0, if x < 30 { 255 } else { 128 }]
        } else {
            [0, 0, 0, 0]
        }
    });
    let (width, height, kind, pixels) = kept(&logo);
    assert_eq!((width, height, kind), (40, 20, png::ColorType::Rgb));
    assert_eq!(pixels[..3], [200, 0, 0]);
    assert_eq!(pixels[pixels.len() - 3..], [227, 127, 127]);
}

#[test]
fn pictures_of_every_kind_of_pixel_are_read() {
    for (colour, depth, samples) in [
        (png::ColorType::Grayscale, png::BitDepth::Eight, 1),
        (png::ColorType::GrayscaleAlpha, png::BitDepth::Eight, 2),
        (png::ColorType::Rgb, png::BitDepth::Sixteen, 6),
        (png::ColorType::Indexed, png::BitDepth::Eight, 1),
    ] {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 32, 32);
        encoder.set_color(colour);
        encoder.set_depth(depth);
        if colour == png::ColorType::Indexed {
            encoder.set_palette(vec![20; 3 * 256]);
        }
        let mut writer = encoder.write_header().unwrap();
        writer
            .write_image_data(&vec![20; 32 * 32 * samples])
            .unwrap();
        writer.finish().unwrap();
        assert_eq!(kept(&bytes).2, png::ColorType::Rgb, "{colour:?}");
    }
}

#[test]
fn too_many_or_too_few_pixels_are_refused_before_they_are_decoded() {
    for (width, height) in [(2001, 20), (20, 2001), (15, 20)] {
        let refused = read(&png(width, height, |_, _| [0, 0, 0, 255]));
        assert_eq!(refused, Err(NotALogo::Pixels { width, height }));
    }
    // A header that promises what no memory holds.
    let mut bomb = png(20, 20, |_, _| [0, 0, 0, 255]);
    bomb[16..24].fill(0x7f);
    assert!(read(&bomb).is_err());
}

#[test]
fn what_is_too_large_or_no_picture_is_refused() {
    assert_eq!(read(&vec![b' '; LARGEST + 1]), Err(NotALogo::TooDetailed));
    // A small file that says a lot: more lines than may be kept.
    let dashes =
        r#"<path d="M0 25H100" stroke-width="50" stroke-dasharray="0.005" stroke="black"/>"#;
    assert_eq!(read(&svg(dashes)), Err(NotALogo::TooDetailed));
    for (file, refusal) in [
        (b"".as_slice(), NotALogo::OtherKind),
        (b"GIF89a", NotALogo::OtherKind),
        (b"<html/>", NotALogo::OtherKind),
        (b"\xff\xfe<\0s\0v\0g\0", NotALogo::OtherKind),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'",
            NotALogo::Damaged { line: None },
        ),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'>\n</g></svg>",
            NotALogo::Damaged { line: Some(2) },
        ),
        (b"\x89PNG\r\n\x1a\n", NotALogo::Damaged { line: None }),
    ] {
        assert_eq!(read(file), Err(refusal), "{file:?}");
    }
}

#[test]
fn entities_that_grow_without_end_are_refused() {
    let bomb = "<!DOCTYPE svg [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\
                <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;'>\
                <!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>\
                <!ENTITY g '&f;&f;&f;&f;&f;&f;&f;&f;'><!ENTITY h '&g;&g;&g;&g;&g;&g;&g;&g;'>]>\
                <svg xmlns='http://www.w3.org/2000/svg'><title>&h;&h;&h;&h;&h;</title></svg>";
    assert!(matches!(
        read(bomb.as_bytes()),
        Err(NotALogo::Damaged { .. })
    ));
}

proptest! {
    #[test]
    fn nothing_that_is_read_makes_it_panic(file in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&file);
        let _ = read(&svg(&String::from_utf8_lossy(&file)));
        let _ = read(&[b"\x89PNG\r\n\x1a\n".as_slice(), &file].concat());
    }

    #[test]
    fn a_damaged_picture_is_refused_or_read_and_never_a_panic(at in 0_usize..400, with in any::<u8>()) {
        let mut file = png(40, 40, |x, y| [x as u8, y as u8, 0, 255]);
        let at = at % file.len();
        file[at] = with;
        let _ = read(&file);
    }

    #[test]
    fn a_path_of_any_kind_is_read_or_refused(path in "[MLHVCSQTAZmlhvcsqtaz0-9 .,-]{0,120}") {
        let _ = read(&svg(&format!("<path d=\"{path}\" stroke=\"black\"/>")));
    }
}
