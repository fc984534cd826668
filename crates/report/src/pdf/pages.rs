//! What printpdf makes of the pages: their contents from operations, and their tree.

use super::PdfFailed;
use super::objects::Deflater;
use lopdf::{Dictionary, Object, ObjectId, Stream};
use printpdf::{Mm, Op, PdfDocument, PdfPage, PdfSaveOptions};

/// The content of a page, compressed.
pub(super) fn content(operations: Vec<Op>, deflater: &mut Deflater) -> Result<Stream, PdfFailed> {
    let mut pdf = written(vec![page(operations)]);
    let page = pdf
        .page_iter()
        .next()
        .ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let content = pdf.get_dictionary(page)?.get(b"Contents")?.as_reference()?;
    let stream = pdf.get_object_mut(content)?.as_stream_mut()?;
    deflater.compress(stream)?;
    Ok(std::mem::replace(
        stream,
        Stream::new(Dictionary::new(), Vec::new()),
    ))
}

/// A file of pages with these contents and nothing else. They inherit their size.
pub(super) fn tree(contents: Vec<Stream>) -> Result<lopdf::Document, PdfFailed> {
    let mut pdf = written(contents.iter().map(|_| page(Vec::new())).collect());
    let ids: Vec<ObjectId> = pdf.page_iter().collect();
    let mut size = None;
    for (id, content) in ids.iter().zip(contents) {
        let page = pdf.get_dictionary_mut(*id)?;
        size = page.remove(b"MediaBox");
        // The other boxes are the same; annotations and resources come later.
        for field in ["TrimBox", "CropBox", "Annots", "Resources"] {
            page.remove(field.as_bytes());
        }
        let place = page.get(b"Contents")?.as_reference()?;
        pdf.set_object(place, content);
    }
    let tree = pdf.catalog()?.get(b"Pages")?.as_reference()?;
    if let Some(size) = size {
        pdf.get_dictionary_mut(tree)?.set("MediaBox", size);
    }
    pdf.trailer.remove(b"Info");
    tidy(&mut pdf);
    Ok(pdf)
}

/// Gives each page the resources that all have in common: an archive wants to find them there (ISO 19005-3, 6.2.2).
pub(super) fn share(
    pdf: &mut lopdf::Document,
    pages: &[ObjectId],
    resources: Dictionary,
) -> Result<(), PdfFailed> {
    let resources = pdf.add_object(resources);
    for page in pages {
        pdf.get_dictionary_mut(*page)?.set("Resources", resources);
    }
    Ok(())
}

/// A sheet of A4.
fn page(operations: Vec<Op>) -> PdfPage {
    PdfPage::new(Mm(210.0), Mm(297.0), operations)
}

fn written(pages: Vec<PdfPage>) -> lopdf::Document {
    let mut document = PdfDocument::new("");
    document.with_pages(pages);
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // Lets operations through that it has no words for: strings of glyphs with offsets.
        secure: false,
        ..PdfSaveOptions::default()
    };
    printpdf::serialize::to_lopdf_doc(&document, &options, &mut Vec::new())
}

/// Leaves out what printpdf made and nothing leads to, and numbers the rest from 1 without gaps.
fn tidy(pdf: &mut lopdf::Document) {
    let root = pdf.trailer.get(b"Root").and_then(Object::as_reference).ok();
    // By the numbers that the objects have now; 0 for what nothing leads to.
    let mut numbers: Vec<u32> = vec![0; pdf.max_id as usize + 1];
    let mut open = Vec::from_iter(root);
    while let Some(id) = open.pop() {
        if let (Some(number @ 0), Some(object)) =
            (numbers.get_mut(id.0 as usize), pdf.objects.get(&id))
        {
            *number = 1;
            each_reference(object, &mut |found| open.push(found));
        }
    }
    let mut last = 0;
    for number in numbers.iter_mut().filter(|number| **number != 0) {
        last += 1;
        *number = last;
    }
    let new_id = |id: &ObjectId| match numbers.get(id.0 as usize) {
        None | Some(0) => None,
        Some(number) => Some((*number, 0)),
    };
    let objects = std::mem::take(&mut pdf.objects);
    pdf.objects = objects
        .into_iter()
        .filter_map(|(id, mut object)| {
            let id = new_id(&id)?;
            change_references(&mut object, &new_id);
            Some((id, object))
        })
        .collect();
    if let Some(root) = root.as_ref().and_then(new_id) {
        pdf.trailer.set("Root", root);
    }
    pdf.max_id = last;
}

fn each_reference(object: &Object, found: &mut impl FnMut(ObjectId)) {
    match object {
        Object::Reference(id) => found(*id),
        Object::Array(items) => items.iter().for_each(|item| each_reference(item, found)),
        Object::Dictionary(fields) | Object::Stream(Stream { dict: fields, .. }) => {
            fields
                .iter()
                .for_each(|(_, field)| each_reference(field, found));
        }
        _ => {}
    }
}

fn change_references(object: &mut Object, new_id: &impl Fn(&ObjectId) -> Option<ObjectId>) {
    match object {
        Object::Reference(id) => *id = new_id(id).unwrap_or(*id),
        Object::Array(items) => {
            for item in items {
                change_references(item, new_id);
            }
        }
        Object::Dictionary(fields) | Object::Stream(Stream { dict: fields, .. }) => {
            for (_, field) in fields.iter_mut() {
                change_references(field, new_id);
            }
        }
        _ => {}
    }
}
