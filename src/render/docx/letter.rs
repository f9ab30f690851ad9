//! What stands above and beneath the body of a letter.

use super::WIDTH;
use super::body::{Body, Ink, Set};
use super::styles::PETROL;
use super::table::{Cell, Rows, widths};
use crate::model::Value;
use crate::model::report::{Letter, Report};

impl Body<'_> {
    /// Writes the letterhead, the day, the address, the subject and the salutation.
    pub(super) fn letter(&mut self, report: &Report, letter: &Letter) {
        self.parties(report);
        self.at_end(&letter.place);
        self.quiet(&letter.reference);
        for line in &letter.addressee {
            self.at_end(line);
        }
        let subject = self.say(&letter.subject);
        self.heading("Heading2", &subject);
        let salutation = self.say(&letter.salutation);
        self.line(Set::default(), &salutation);
    }

    /// Writes what follows the body: the closing words, room for signatures, and what goes with the letter.
    pub(super) fn letter_end(&mut self, letter: &Letter) {
        let closing = self.say(&letter.closing);
        self.line(Set { keep: true, ..Set::default() }, &closing);
        if let Some((words, lines)) = &letter.room {
            let words = self.say(words);
            self.line(Set { keep: true, ..Set::style("Caption") }, &words);
            let row = || vec![Cell::words(String::new())];
            let rows = (0..*lines).map(|_| row()).collect();
            self.rows(&Rows { alt: words, widths: widths(&[0.0]), rows, ..Rows::default() });
        }
        self.signatures(letter);
        if !letter.enclosures.is_empty() {
            let head = self.locale.text("letter-enclosures");
            self.line(Set { keep: true, ..Set::style("Caption") }, &head);
            for enclosure in &letter.enclosures {
                self.quiet(enclosure);
            }
        }
    }

    /// Writes the two associations, the host at the start of the line and the other at its end.
    fn parties(&mut self, report: &Report) {
        let names: Vec<(String, String)> =
            report.imprint.parties.iter().map(|party| (self.say(&party.short), self.say(&party.name))).collect();
        self.halves(names.len(), |body, at| {
            let end = at > 0;
            let (short, name) = &names[at];
            let drawn = body.pictures.iter().position(|picture| picture.party == at);
            body.paragraph(Set { end, ..Set::style("Cell") }, |body| match drawn {
                Some(drawn) => body.pictures[drawn].draw(&mut body.xml, drawn, name),
                None => body.run(Ink { bold: true, size: Some(32), color: Some(PETROL), ..Ink::default() }, short),
            });
            body.line(Set { end, ..Set::style("Cell") }, name);
        });
    }

    /// Writes room for each signature, side by side.
    fn signatures(&mut self, letter: &Letter) {
        let said: Vec<(String, Vec<String>)> = letter
            .signatures
            .iter()
            .map(|signature| {
                (self.say(&signature.head), signature.lines.iter().map(|line| self.say(line)).collect::<Vec<_>>())
            })
            .collect();
        self.halves(said.len(), |body, at| {
            let (head, lines) = &said[at];
            body.paragraph(Set::style("Cell"), |body| body.run(Ink { bold: true, ..Ink::default() }, head));
            for line in lines {
                body.line(Set::style("Cell"), line);
            }
            body.paragraph(Set::default(), |_| {});
        });
    }

    /// Writes a table of one row without lines; one cell alone stands in the half at the end of the line.
    fn halves(&mut self, cells: usize, mut inside: impl FnMut(&mut Self, usize)) {
        if cells == 0 {
            return;
        }
        let widths = [WIDTH / 2, WIDTH - WIDTH / 2];
        self.unruled(&widths, |body| {
            if cells == 1 {
                body.cell(widths[0], None, |body| body.paragraph(Set::style("Cell"), |_| {}));
            }
            for at in 0..cells {
                body.cell(widths[at.min(1)], None, |body| inside(body, at));
            }
        });
        self.paragraph(Set::style("Note"), |_| {});
    }

    fn quiet(&mut self, value: &Value) {
        let text = self.say(value);
        self.line(Set::style("Cell"), &text);
    }

    fn at_end(&mut self, value: &Value) {
        let text = self.say(value);
        self.line(Set { end: true, ..Set::style("Cell") }, &text);
    }
}
