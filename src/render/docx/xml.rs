//! XML text: the one place where values are kept from being markup.

use quick_xml::escape::escape;

/// A part of the document being written.
#[derive(Debug, Default)]
pub(super) struct Xml(String);

impl Xml {
    /// Begins a part.
    pub fn part() -> Xml {
        Xml("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// Writes an element and what stands inside.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) {
        self.start(name, attributes);
        inside(self);
        self.end(name);
    }

    /// Opens an element.
    pub fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.push('>');
    }

    /// Closes an element.
    pub fn end(&mut self, name: &str) {
        self.0.extend(["</", name, ">"]);
    }

    /// Writes elements that stand ready.
    pub fn append(&mut self, other: Xml) {
        self.0.push_str(&other.0);
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.push_str("/>");
    }

    /// Writes an element with its value.
    pub fn val(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Writes text.
    pub fn text(&mut self, text: &str) {
        self.0.push_str(&escape(clean(text)));
    }

    /// Gives the part.
    pub fn finish(self) -> String {
        self.0
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.extend(["<", name]);
        for (key, value) in attributes {
            let value = clean(value).replace(['\n', '\r', '\t'], " ");
            self.0.extend([" ", key, "=\"", &escape(value), "\""]);
        }
    }
}

/// Drops the characters that XML forbids.
fn clean(text: &str) -> String {
    text.chars().filter(|c| allowed(*c)).collect()
}

fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..) && c != '\u{7F}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let mut xml = Xml::default();
        xml.element("a", &[("b", "x\" c='d' <&\n\u{0}")], |xml| {
            xml.text("<w:t> & ]]> \u{0}\u{8}\u{FFFE}\u{FFFF}é\u{10F023}")
        });
        assert_eq!(
            xml.finish(),
            "<a b=\"x&quot; c=&apos;d&apos; &lt;&amp; \">&lt;w:t&gt; &amp; ]]&gt; é\u{10F023}</a>"
        );
    }
}
