//! Outlines of an SVG: everything that is drawn becomes areas in one opaque colour. Lines become the areas that they cover.

mod allowed;

use assessment::report_style::{Area, Outlines};
use usvg::tiny_skia_path::{Path, PathSegment, PathStroker, Transform};
use usvg::{
    BlendMode, Color, FillRule, Group, ImageHrefResolver, Node, Options, Paint, PaintOrder, Tree,
};

use crate::{LARGEST, NotALogo, is_seen};

/// How many units the longer side is divided into: at the width of a page, a unit is a hundredth of what an eye sees.
const UNITS: f32 = 8_192.0;

/// How far something may stick out of the picture without being seen: the thousandth part of it.
const SLACK: f32 = 0.001;

pub(crate) fn read(file: &[u8]) -> Result<Outlines, NotALogo> {
    let text = std::str::from_utf8(file).map_err(|_| NotALogo::OtherKind)?;
    allowed::check(text)?;
    let options = Options {
        // Pictures are refused before; that no file is ever read does not hang on it.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(text, &options).map_err(|error| unusable(&error))?;
    let mut drawn = Vec::new();
    group(tree.root(), &mut drawn)?;
    let size = tree.size();
    let frame = Frame::around(&drawn).ok_or(NotALogo::Invisible)?;
    frame.check_inside(size.width(), size.height())?;
    if !drawn.iter().any(|area| is_seen(area.colour)) {
        return Err(NotALogo::Invisible);
    }
    frame.measured(&drawn)
}

/// An area where the SVG has it.
struct Drawn {
    path: Path,
    colour: [u8; 3],
    even_odd: bool,
}

/// What the reader of SVG stumbled over, after all elements were looked at.
fn unusable(error: &usvg::Error) -> NotALogo {
    match error {
        usvg::Error::NotAnUtf8Str
        | usvg::Error::SvgzFeatureNotEnabled
        | usvg::Error::MalformedGZip => NotALogo::OtherKind,
        usvg::Error::ElementsLimitReached => NotALogo::TooDetailed,
        usvg::Error::InvalidSize => undrawable("width, height"),
        usvg::Error::ParsingFailed(error) => allowed::damaged(error),
    }
}

/// What keeps a report from drawing it.
fn undrawable(what: &str) -> NotALogo {
    NotALogo::Undrawable {
        what: what.to_owned(),
        line: None,
    }
}

fn group(group: &Group, drawn: &mut Vec<Drawn>) -> Result<(), NotALogo> {
    if group.opacity().get() < 1.0 {
        return Err(undrawable("opacity"));
    }
    if group.blend_mode() != BlendMode::Normal {
        return Err(undrawable("mix-blend-mode"));
    }
    if group.mask().is_some() {
        return Err(undrawable("<mask>"));
    }
    if !group.filters().is_empty() {
        return Err(undrawable("<filter>"));
    }
    if cuts_something_off(group) {
        return Err(undrawable("<clipPath>"));
    }
    for node in group.children() {
        match node {
            Node::Group(inner) => self::group(inner, drawn)?,
            Node::Path(path) => self::path(path, drawn)?,
            Node::Image(_) => return Err(undrawable("<image>")),
            Node::Text(_) => return Err(undrawable("<text>")),
        }
    }
    Ok(())
}

/// Whether a group is cut by anything but a rectangle that holds all of it. Programs that draw like to put such a
/// rectangle, as large as the picture, around everything.
fn cuts_something_off(group: &Group) -> bool {
    let Some(clip) = group.clip_path() else {
        return false;
    };
    let [Node::Path(path)] = clip.root().children() else {
        return true;
    };
    let to_canvas = group.abs_transform().pre_concat(clip.transform());
    let outline = path.data().clone().transform(path.abs_transform());
    let outline = outline.and_then(|path| path.transform(to_canvas));
    let Some(outline) = outline.filter(is_rectangle) else {
        return true;
    };
    let (outer, inner) = (outline.bounds(), group.abs_stroke_bounding_box());
    let slack = SLACK * inner.width().max(inner.height());
    let holds = outer.left() <= inner.left() + slack
        && outer.top() <= inner.top() + slack
        && outer.right() >= inner.right() - slack
        && outer.bottom() >= inner.bottom() - slack;
    clip.clip_path().is_some() || !holds
}

/// Whether a path is a rectangle along the axes.
fn is_rectangle(path: &Path) -> bool {
    let bounds = path.bounds();
    let mut corners = 0;
    let straight = path.segments().all(|segment| match segment {
        PathSegment::MoveTo(point) | PathSegment::LineTo(point) => {
            corners += 1;
            [bounds.left(), bounds.right()].contains(&point.x)
                && [bounds.top(), bounds.bottom()].contains(&point.y)
        }
        PathSegment::Close => true,
        PathSegment::QuadTo(..) | PathSegment::CubicTo(..) => false,
    });
    straight && (4..=5).contains(&corners)
}

fn path(path: &usvg::Path, drawn: &mut Vec<Drawn>) -> Result<(), NotALogo> {
    if !path.is_visible() {
        return Ok(());
    }
    let transform = path.abs_transform();
    let mut areas = Vec::new();
    if let Some(fill) = path.fill() {
        areas.push((
            path.data().clone().transform(transform),
            colour(fill.paint(), fill.opacity().get())?,
            fill.rule() == FillRule::EvenOdd,
        ));
    }
    if let Some(stroke) = path.stroke() {
        let colour = colour(stroke.paint(), stroke.opacity().get())?;
        let scale = PathStroker::compute_resolution_scale(&transform);
        let line = stroke.to_tiny_skia();
        let dashed = line
            .dash
            .as_ref()
            .and_then(|dash| path.data().dash(dash, scale));
        let along = dashed.as_ref().unwrap_or(path.data());
        let covered = along.stroke(&line, scale);
        areas.push((
            covered.and_then(|path| path.transform(transform)),
            colour,
            false,
        ));
    }
    if path.paint_order() == PaintOrder::StrokeAndFill {
        areas.reverse();
    }
    drawn.extend(areas.into_iter().filter_map(|(path, colour, even_odd)| {
        Some(Drawn {
            path: path?,
            colour,
            even_odd,
        })
    }));
    Ok(())
}

fn colour(paint: &Paint, opacity: f32) -> Result<[u8; 3], NotALogo> {
    match paint {
        Paint::Color(_) if opacity < 1.0 => Err(undrawable("opacity")),
        Paint::Color(Color { red, green, blue }) => Ok([*red, *green, *blue]),
        Paint::LinearGradient(_) => Err(undrawable("<linearGradient>")),
        Paint::RadialGradient(_) => Err(undrawable("<radialGradient>")),
        Paint::Pattern(_) => Err(undrawable("<pattern>")),
    }
}

/// What is seen of the drawing, without the white around it, so that it stands in line with the text.
struct Frame {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Frame {
    /// Around everything that can be told from paper.
    fn around(drawn: &[Drawn]) -> Option<Self> {
        let seen = drawn.iter().filter(|area| is_seen(area.colour));
        let bounds = seen.filter_map(|area| area.path.compute_tight_bounds());
        let frame = bounds.fold(None, |frame: Option<Self>, bounds| {
            Some(match frame {
                None => Self {
                    left: bounds.left(),
                    top: bounds.top(),
                    right: bounds.right(),
                    bottom: bounds.bottom(),
                },
                Some(frame) => Self {
                    left: frame.left.min(bounds.left()),
                    top: frame.top.min(bounds.top()),
                    right: frame.right.max(bounds.right()),
                    bottom: frame.bottom.max(bounds.bottom()),
                },
            })
        });
        frame.filter(|frame| frame.width() > 0.0 && frame.height() > 0.0)
    }

    fn width(&self) -> f32 {
        self.right - self.left
    }

    fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// What sticks out of the picture is cut off by every program that shows it.
    fn check_inside(&self, width: f32, height: f32) -> Result<(), NotALogo> {
        let slack = SLACK * width.max(height);
        let inside = self.left >= -slack
            && self.top >= -slack
            && self.right <= width + slack
            && self.bottom <= height + slack;
        inside.then_some(()).ok_or_else(|| undrawable("viewBox"))
    }

    /// The areas in whole units from the corner of the frame.
    fn measured(&self, drawn: &[Drawn]) -> Result<Outlines, NotALogo> {
        let scale = UNITS / self.width().max(self.height());
        let to_units = Transform::from_translate(-self.left, -self.top).post_scale(scale, scale);
        let mut areas: Vec<Area> = Vec::new();
        let mut size = 0;
        for area in drawn {
            let Some(path) = area.path.clone().transform(to_units) else {
                continue;
            };
            let [red, green, blue] = area.colour;
            let area = Area {
                fill: format!("#{red:02x}{green:02x}{blue:02x}"),
                even_odd: area.even_odd,
                path: written(&path),
            };
            size += area.path.len() + 40;
            if size > LARGEST {
                return Err(NotALogo::TooDetailed);
            }
            areas.push(area);
        }
        let side = |length: f32| (length * scale).round().max(1.0) as u16;
        Ok(Outlines {
            width: side(self.width()),
            height: side(self.height()),
            areas,
        })
    }
}

/// A path as text, in whole numbers.
fn written(path: &Path) -> String {
    use std::fmt::Write as _;

    let mut text = String::new();
    let mut at = (0.0, 0.0);
    let mut push = |letter: char, points: &[(f32, f32)]| {
        text.push(letter);
        for (place, (x, y)) in points.iter().enumerate() {
            let gap = if place == 0 { "" } else { " " };
            let _ = write!(text, "{gap}{} {}", x.round() as i32, y.round() as i32);
        }
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => {
                push('M', &[(to.x, to.y)]);
                at = (to.x, to.y);
            }
            PathSegment::LineTo(to) => {
                push('L', &[(to.x, to.y)]);
                at = (to.x, to.y);
            }
            // A curve with one handle is one with two, each at two thirds of the way to it.
            PathSegment::QuadTo(handle, to) => {
                let towards = |from: (f32, f32)| {
                    (
                        from.0 + (handle.x - from.0) * 2.0 / 3.0,
                        from.1 + (handle.y - from.1) * 2.0 / 3.0,
                    )
                };
                push('C', &[towards(at), towards((to.x, to.y)), (to.x, to.y)]);
                at = (to.x, to.y);
            }
            PathSegment::CubicTo(one, two, to) => {
                push('C', &[(one.x, one.y), (two.x, two.y), (to.x, to.y)]);
                at = (to.x, to.y);
            }
            PathSegment::Close => push('Z', &[]),
        }
    }
    text
}
