//! The objects around the pages: the catalogue, the colour profile, the attachment; and compression.

use super::tags::Tree;
use super::{Attachment, PdfFailed, Settings, metadata};
use crate::document::Document;
use flate2::{Compress, Compression, FlushCompress, Status};
use jiff::Timestamp;
use lopdf::{Object, ObjectId, Stream, StringFormat, dictionary};

const SRGB: &[u8] = include_bytes!("../../fonts/sRGB.icc");

/// Replaces the catalogue that printpdf made.
pub(super) fn write_catalog(
    pdf: &mut lopdf::Document,
    document: &Document,
    settings: &Settings,
    tree: Tree,
    outline: Option<ObjectId>,
) -> Result<(), PdfFailed> {
    let pages = pdf.catalog()?.get(b"Pages")?.clone();
    let xmp = metadata::xmp(document, settings).into_bytes();
    let mut metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp,
    );
    metadata.allows_compression = false;
    let profile = pdf.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let metadata = pdf.add_object(metadata);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(document.language.tag()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => tree.root,
        "Metadata" => metadata,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "OutputIntents" => vec![
            dictionary! {
                "Type" => "OutputIntent",
                "S" => "GTS_PDFA1",
                "OutputConditionIdentifier" => Object::string_literal("sRGB IEC61966-2.1"),
                "Info" => Object::string_literal("sRGB IEC61966-2.1"),
                "DestOutputProfile" => profile,
            }
            .into(),
        ],
    };
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    if let Some(attachment) = &settings.attachment {
        let file = attach(pdf, attachment, settings.created);
        catalog.set("AF", vec![file.into()]);
        let names = dictionary! { "Names" => vec![text_string(&attachment.name), file.into()] };
        catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    }
    if !tree.widgets.is_empty() {
        // Signatures exist, and the file may only be added to.
        catalog.set(
            "AcroForm",
            dictionary! { "Fields" => tree.widgets, "SigFlags" => 3 },
        );
    }
    let place = pdf.trailer.get(b"Root")?.as_reference()?;
    pdf.set_object(place, catalog);
    Ok(())
}

fn attach(pdf: &mut lopdf::Document, attachment: &Attachment, created: Timestamp) -> ObjectId {
    let moment = created.strftime("D:%Y%m%d%H%M%SZ").to_string();
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => Object::Name(attachment.mime.clone().into_bytes()),
            "Params" => dictionary! { "Size" => attachment.bytes.len() as i64, "ModDate" => Object::string_literal(moment) },
        },
        attachment.bytes.clone(),
    );
    let stream = pdf.add_object(stream);
    pdf.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text_string(&attachment.name),
        "UF" => text_string(&attachment.name),
        "Desc" => text_string(&attachment.description),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

/// Compresses every stream that may be.
pub(super) fn compress(
    pdf: &mut lopdf::Document,
    deflater: &mut Deflater,
) -> Result<(), PdfFailed> {
    for object in pdf.objects.values_mut() {
        if let Object::Stream(stream) = object {
            deflater.compress(stream)?;
        }
    }
    Ok(())
}

/// Compresses one stream after the other in the same memory. With zlib-rs at one level: the bytes depend on both, and
/// whoever verifies a report makes them again.
pub(super) struct Deflater(Compress);

impl Deflater {
    pub(super) fn new() -> Self {
        Self(Compress::new(Compression::new(3), true))
    }

    /// Compresses a stream, unless it is compressed or may not be.
    pub(super) fn compress(&mut self, stream: &mut Stream) -> Result<(), std::io::Error> {
        if !stream.allows_compression || stream.dict.has(b"Filter") {
            return Ok(());
        }
        let is_text = stream.dict.iter().all(|(key, _)| key == b"Length");
        let compressed = if is_text {
            self.deflated_text(&stream.content)?
        } else {
            self.deflated(&stream.content)?
        };
        if compressed.len() < stream.content.len() {
            stream.dict.set("Filter", "FlateDecode");
            stream.set_content(compressed);
        }
        Ok(())
    }

    pub(super) fn deflated(&mut self, plain: &[u8]) -> Result<Vec<u8>, std::io::Error> {
        self.0.reset();
        // Room for what cannot be made smaller, so that it is done in one step.
        let mut compressed = Vec::with_capacity(plain.len() + plain.len() / 64 + 64);
        let mut rest = plain;
        loop {
            let before = self.0.total_in();
            let finish = FlushCompress::Finish;
            let status = self.0.compress_vec(rest, &mut compressed, finish)?;
            if status == Status::StreamEnd {
                compressed.shrink_to_fit();
                return Ok(compressed);
            }
            let read = usize::try_from(self.0.total_in() - before).unwrap_or(rest.len());
            rest = rest.get(read..).unwrap_or_default();
            compressed.reserve(rest.len() + 64);
        }
    }

    /// The same for what may end in more white space: a compressed stream that ends in a carriage return has no clear end,
    /// as the line break before `endstream` may be taken for part of it.
    pub(super) fn deflated_text(&mut self, plain: &[u8]) -> Result<Vec<u8>, std::io::Error> {
        let mut compressed = self.deflated(plain)?;
        let mut padded = Vec::new();
        while compressed.last() == Some(&b'\r') && padded.len() < plain.len() + 8 {
            if padded.is_empty() {
                padded.extend_from_slice(plain);
            }
            padded.push(b'\n');
            compressed = self.deflated(&padded)?;
        }
        Ok(compressed)
    }
}

/// A text string: one byte per character where Latin letters are enough, else UTF-16.
pub(super) fn text_string(text: &str) -> Object {
    let is_plain = |c: char| matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{ff}');
    if text.chars().all(is_plain) {
        let bytes = text
            .chars()
            .filter_map(|c| u8::try_from(u32::from(c)).ok())
            .collect();
        return Object::String(bytes, StringFormat::Literal);
    }
    let bytes = [0xfeff]
        .into_iter()
        .chain(text.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// An address in ASCII: everything else is percent-encoded.
pub(super) fn text_value(address: &str) -> String {
    address
        .bytes()
        .map(|byte| {
            if matches!(byte, b'!'..=b'~') {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
