//! What a letter has beside its body.

use serde::Serialize;

use super::Value;

/// A letter, or a sheet to be signed: what stands above its body, and beneath it. What is [`Value::Empty`] takes no line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Letter {
    /// Place and day: the place is left for a person to write.
    pub place: Value,
    /// Under which reference it is filed.
    pub reference: Value,
    /// To whom it goes, a line each.
    pub addressee: Vec<Value>,
    /// What it is about.
    pub subject: Value,
    /// The words before the body.
    pub salutation: Value,
    /// The words after it.
    pub closing: Value,
    /// Room to write: what for, and how many lines.
    pub room: Option<(Value, u8)>,
    /// Who signs, side by side.
    pub signatures: Vec<Signature>,
    /// What goes with it, an item a line.
    pub enclosures: Vec<Value>,
}

/// Room for a signature.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// In whose name, or in which function.
    pub head: Value,
    /// What is to be written by hand: name, function, date, signature.
    pub lines: Vec<Value>,
}
