//! Risks by likelihood and impact, before the measures and after.
//!
//! The matrix puts risks beside each other. It adds nothing up and has no colours: which
//! cells are too much is for the committee to say.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Grade, Rating, Risk};
use crate::event::RiskId;
use crate::state::{Register, standing};

/// The matrix: the most likely row first, in each the least impact first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matrix {
    /// One row for each likelihood, from 5 to 1.
    pub rows: Vec<Row>,
}

/// The risks of one likelihood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// How likely.
    pub likelihood: Grade,
    /// One cell for each impact, from 1 to 5.
    pub cells: Vec<Cell>,
}

/// The risks of one likelihood and impact, in the order they were recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// How bad.
    pub impact: Grade,
    /// Those that stand here as things are.
    pub before: Vec<RiskId>,
    /// Those that stand here once the measures are in place. A risk of which that was
    /// not said is not among them.
    pub after: Vec<RiskId>,
}

/// The matrix of the risks that were not dropped.
pub fn matrix(risks: &Register<RiskId, Risk>) -> Matrix {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    for (id, risk) in standing(risks) {
        put(&mut before, Some(risk.now.before), id);
        put(&mut after, risk.now.after, id);
    }
    let row = |likelihood| Row {
        likelihood,
        cells: Grade::all()
            .map(|impact| {
                let rating = Rating { likelihood, impact };
                Cell {
                    impact,
                    before: before.get(&rating).cloned().unwrap_or_default(),
                    after: after.get(&rating).cloned().unwrap_or_default(),
                }
            })
            .collect(),
    };
    Matrix {
        rows: Grade::all().rev().map(row).collect(),
    }
}

fn put(cells: &mut BTreeMap<Rating, Vec<RiskId>>, rating: Option<Rating>, risk: RiskId) {
    if let Some(rating) = rating {
        cells.entry(rating).or_default().push(risk);
    }
}
