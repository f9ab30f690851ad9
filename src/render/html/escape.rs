//! The one place where text becomes HTML: text and attributes by [`text`], links by [`url`], data by [`data`].

/// Makes a text inert, between tags and inside quoted attributes.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '`' => out.push_str("&#96;"),
            // What HTML does not allow as a character.
            '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

/// Makes a link of a path under the page's folder: always relative, never a scheme, nothing in it but letters that stand for
/// themselves and percent signs.
pub(super) fn url(path: &str) -> String {
    let mut out = String::from("./");
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// Makes JSON fit for a script element: no end tag and no comment can begin in it.
pub(super) fn data(json: &str) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_breaks_out() {
        for hostile in ["<script>alert(1)</script>", "\" onload=x '", "</style>", "]]>", "a\0b\u{85}", "`x`", "&lt;"] {
            let text = text(hostile);
            assert!(!text.contains(['<', '>', '"', '\'', '`', '\0', '\u{85}']), "{text}");
            let json = serde_json::to_string(hostile).unwrap();
            let data = data(&json);
            assert!(!data.contains(['<', '>', '&']), "{data}");
            assert_eq!(serde_json::from_str::<String>(&data).unwrap(), hostile);
        }
        assert_eq!(text("a & b"), "a &amp; b");
    }

    #[test]
    fn a_link_stays_in_its_folder() {
        for (path, expected) in [
            ("territories/territory-MA-HAO-fr.pdf", "./territories/territory-MA-HAO-fr.pdf"),
            ("javascript:alert(1)", "./javascript%3Aalert%281%29"),
            ("//example.org/x", ".///example.org/x"),
            ("a b?c#d%", "./a%20b%3Fc%23d%25"),
            ("تنغير", "./%D8%AA%D9%86%D8%BA%D9%8A%D8%B1"),
            ("x\" onclick=\"y", "./x%22%20onclick%3D%22y"),
        ] {
            assert_eq!(url(path), expected);
        }
    }
}
