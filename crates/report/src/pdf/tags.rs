//! The structure tree: which marks on which page belong to which element, and the annotations among them.

use super::objects::{text_string, text_value};
use super::packed::Packed;
use super::{PdfFailed, SignatureField};
use crate::layout::{
    Kind, Layout, Node, NodeId, Numbering, PAGE, Rectangle, Scope, Structure, Target,
};
use lopdf::{Dictionary, Object, ObjectId, dictionary};

/// What the pages say about the structure.
pub(super) struct Tags<'s> {
    structure: &'s Structure,
    /// What each node holds, in reading order.
    children: Vec<Vec<Child>>,
    is_placed: Vec<bool>,
    bounds: Vec<Option<Rectangle>>,
    /// For each page, the node of each marked content.
    marks: Vec<Vec<NodeId>>,
    links: Vec<Link>,
}

enum Child {
    Node(NodeId),
    Mark { page: usize, number: i64 },
    Link(usize),
}

struct Link {
    page: usize,
    rectangle: Rectangle,
    target: Target,
    words: String,
    node: NodeId,
}

impl<'s> Tags<'s> {
    pub(super) fn new(structure: &'s Structure) -> Self {
        let count = structure.count();
        Self {
            structure,
            children: (0..count).map(|_| Vec::new()).collect(),
            is_placed: vec![false; count],
            bounds: vec![None; count],
            marks: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Gives a node its place after everything that its parent holds so far, unless it has one.
    pub(super) fn place(&mut self, node: NodeId) {
        let Some(is_placed) = self.is_placed.get_mut(node.place()) else {
            return;
        };
        if std::mem::replace(is_placed, true) {
            return;
        }
        if let Some(parent) = self.structure.node(node).and_then(|node| node.parent) {
            self.place(parent);
            self.hold(parent, Child::Node(node));
        }
    }

    /// A new marked content of a node: its tag and its number on the page.
    pub(super) fn mark(&mut self, node: NodeId, page: usize) -> (String, i64) {
        self.place(node);
        if self.marks.len() <= page {
            self.marks.resize_with(page + 1, Vec::new);
        }
        let mut number = 0;
        if let Some(marks) = self.marks.get_mut(page) {
            number = marks.len() as i64;
            marks.push(node);
        }
        self.hold(node, Child::Mark { page, number });
        (
            self.structure
                .node(node)
                .map_or("Span".to_owned(), |node| name(node.kind)),
            number,
        )
    }

    pub(super) fn link(
        &mut self,
        node: NodeId,
        page: usize,
        rectangle: Rectangle,
        target: &Target,
        words: &str,
    ) {
        self.place(node);
        self.hold(node, Child::Link(self.links.len()));
        self.links.push(Link {
            page,
            rectangle,
            target: target.clone(),
            words: words.trim().to_owned(),
            node,
        });
    }

    pub(super) fn bound(&mut self, node: NodeId, rectangle: Rectangle) {
        if let Some(bounds) = self.bounds.get_mut(node.place()) {
            *bounds = Some(rectangle);
        }
    }

    fn hold(&mut self, node: NodeId, child: Child) {
        if let Some(children) = self.children.get_mut(node.place()) {
            children.push(child);
        }
    }

    /// Writes the tree, the links and the signature fields; returns the root of the tree.
    pub(super) fn write(
        mut self,
        pdf: &mut lopdf::Document,
        packed: &mut Packed,
        pages: &[ObjectId],
        layout: &Layout,
        fields: &[SignatureField],
    ) -> Result<Tree, PdfFailed> {
        self.place(layout.signatures.1);
        let root = pdf.new_object_id();
        let ids: Vec<Option<ObjectId>> = self
            .is_placed
            .iter()
            .map(|is_placed| is_placed.then(|| pdf.new_object_id()))
            .collect();
        let id_of = |node: NodeId| ids.get(node.place()).copied().flatten().unwrap_or(root);
        let page_of = |page: usize| pages.get(page).copied().unwrap_or(root);
        let mut annotations: Vec<Vec<Object>> = vec![Vec::new(); pages.len()];
        let mut owners: Vec<ObjectId> = Vec::new();

        let mut links: Vec<ObjectId> = Vec::new();
        for link in &self.links {
            let key = pages.len() + owners.len();
            owners.push(id_of(link.node));
            let annotation = pdf.new_object_id();
            packed.push(annotation, link_annotation(link, key, layout, pages))?;
            links.push(annotation);
            if let Some(annotations) = annotations.get_mut(link.page) {
                annotations.push(annotation.into());
            }
        }
        let (signature_page, signature_parent) = layout.signatures;
        let mut forms: Vec<Object> = Vec::new();
        let mut widgets: Vec<Object> = Vec::new();
        for field in fields {
            let key = pages.len() + owners.len();
            let widget = pdf.add_object(widget(field, key, page_of(signature_page)));
            let form = pdf.add_object(dictionary! {
                "S" => "Form",
                "P" => id_of(signature_parent),
                "K" => dictionary! { "Type" => "OBJR", "Obj" => widget, "Pg" => page_of(signature_page) },
                "Alt" => text_string(&field.signer),
            });
            owners.push(form);
            forms.push(form.into());
            widgets.push(widget.into());
        }
        if let Some(annotations) = annotations.get_mut(signature_page) {
            annotations.extend(widgets.iter().cloned());
        }

        let children = std::mem::take(&mut self.children);
        for (at, children) in children.into_iter().enumerate() {
            let (Some(Some(id)), Some(node)) = (ids.get(at), self.structure.at(at)) else {
                continue;
            };
            let own_page = children.iter().find_map(|child| {
                if let Child::Mark { page, .. } = child {
                    Some(*page)
                } else {
                    None
                }
            });
            let mut held: Vec<Object> = children
                .into_iter()
                .map(|child| match child {
                    Child::Node(node) => id_of(node).into(),
                    Child::Mark { page, number } if own_page == Some(page) => number.into(),
                    Child::Mark { page, number } => {
                        dictionary! { "Type" => "MCR", "Pg" => page_of(page), "MCID" => number }
                            .into()
                    }
                    Child::Link(link) => {
                        let page = self.links.get(link).map_or(0, |link| link.page);
                        let annotation = links.get(link).copied().unwrap_or(root);
                        let mut held = dictionary! { "Type" => "OBJR", "Obj" => annotation };
                        if own_page != Some(page) {
                            held.set("Pg", page_of(page));
                        }
                        held.into()
                    }
                })
                .collect();
            if at == signature_parent.place() {
                held.append(&mut forms);
            }
            let parent = node.parent.map_or(root, id_of);
            let mut element = element(node, parent, self.bounds.get(at).copied().flatten());
            if let Some(page) = own_page {
                element.set("Pg", page_of(page));
            }
            if held.len() == 1 {
                element.set("K", held.remove(0));
            } else if !held.is_empty() {
                element.set("K", held);
            }
            packed.push(*id, element)?;
        }

        let mut numbers: Vec<Object> = Vec::new();
        for (page, id) in pages.iter().enumerate() {
            let nodes = self.marks.get(page).map(Vec::as_slice).unwrap_or_default();
            let elements: Vec<Object> = nodes.iter().map(|node| id_of(*node).into()).collect();
            numbers.push((page as i64).into());
            numbers.push(pdf.add_object(elements).into());
            let dictionary = pdf.get_dictionary_mut(*id)?;
            dictionary.set("StructParents", page as i64);
            dictionary.set("Tabs", "S");
            let annotations = annotations
                .get_mut(page)
                .map(std::mem::take)
                .unwrap_or_default();
            if !annotations.is_empty() {
                dictionary.set("Annots", annotations);
            }
        }
        for (at, owner) in owners.iter().enumerate() {
            numbers.push(((pages.len() + at) as i64).into());
            numbers.push((*owner).into());
        }
        let parents = pdf.add_object(dictionary! { "Nums" => numbers });
        pdf.set_object(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => id_of(NodeId::ROOT),
                "ParentTree" => parents,
                "ParentTreeNextKey" => (pages.len() + owners.len()) as i64,
                "RoleMap" => dictionary! { "Title" => "P" },
            },
        );
        Ok(Tree { root, widgets })
    }
}

/// The written tree.
pub(super) struct Tree {
    pub(super) root: ObjectId,
    pub(super) widgets: Vec<Object>,
}

fn element(node: &Node, parent: ObjectId, bounds: Option<Rectangle>) -> Dictionary {
    let mut element =
        dictionary! { "S" => Object::Name(name(node.kind).into_bytes()), "P" => parent };
    if let Some(language) = &node.language {
        element.set("Lang", Object::string_literal(language.as_str()));
    }
    if let Some(alternative) = &node.alternative {
        element.set("Alt", text_string(alternative));
    }
    if let Kind::TH(scope) = node.kind {
        let scope = if scope == Scope::Column {
            "Column"
        } else {
            "Row"
        };
        element.set("A", dictionary! { "O" => "Table", "Scope" => scope });
    }
    if let Some(numbering) = node.numbering {
        let numbering = match numbering {
            Numbering::None => "None",
            Numbering::Disc => "Disc",
            Numbering::Decimal => "Decimal",
        };
        element.set(
            "A",
            dictionary! { "O" => "List", "ListNumbering" => numbering },
        );
    }
    if let Some(bounds) = bounds {
        element.set(
            "A",
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => rectangle(bounds) },
        );
    }
    element
}

fn name(kind: Kind) -> String {
    match kind {
        Kind::H(level) => format!("H{level}"),
        Kind::TH(_) => "TH".to_owned(),
        Kind::Toc => "TOC".to_owned(),
        Kind::TocItem => "TOCI".to_owned(),
        other => format!("{other:?}"),
    }
}

fn link_annotation(link: &Link, key: usize, layout: &Layout, pages: &[ObjectId]) -> Dictionary {
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => rectangle(link.rectangle),
        "F" => 4,
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "StructParent" => key as i64,
    };
    match &link.target {
        Target::Address(address) => {
            annotation.set(
                "A",
                dictionary! { "S" => "URI", "URI" => Object::string_literal(text_value(address)) },
            );
            annotation.set("Contents", text_string(address));
        }
        Target::Place(place) => {
            annotation.set("Contents", text_string(&link.words));
            if let Some((page, at)) = layout
                .places
                .get(place)
                .and_then(|at| Some((*pages.get(at.page)?, at)))
            {
                annotation.set("Dest", destination(page, at.y));
            }
        }
    }
    annotation
}

/// A place on a page, a little above what stands there.
pub(super) fn destination(page: ObjectId, y: f32) -> Vec<Object> {
    vec![
        page.into(),
        "XYZ".into(),
        Object::Null,
        Object::Real((PAGE.1 - y + 12.0).round()),
        Object::Null,
    ]
}

/// The widget of a field that the eye never meets: of all variants, only one outside the page is accepted by every validator
/// before and after the second signature.
fn widget(field: &SignatureField, key: usize, page: ObjectId) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text_string(&field.name),
        "TU" => text_string(&field.signer),
        "Rect" => vec![(-2).into(), (-2).into(), (-2).into(), (-2).into()],
        "F" => 4,
        "P" => page,
        "StructParent" => key as i64,
    }
}

fn rectangle(area: Rectangle) -> Vec<Object> {
    let round = |length: f32| Object::Real((length * 100.0).round() / 100.0);
    vec![
        round(area.x),
        round(PAGE.1 - area.y - area.height),
        round(area.x + area.width),
        round(PAGE.1 - area.y),
    ]
}
