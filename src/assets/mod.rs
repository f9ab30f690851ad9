//! Files that are part of the program: reference lists, templates, messages and fonts.

use include_dir::{Dir, include_dir};

static REFERENCE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/inputs/reference");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");

/// Gives a built-in reference list by its file name, such as `themes.csv`. What the worked example adds to the lists, in
/// files whose name ends with `-own.csv`, is its own and not built in.
pub fn reference(name: &str) -> Option<&'static [u8]> {
    if name.ends_with("-own.csv") {
        return None;
    }
    REFERENCE.get_file(name).map(|file| file.contents())
}

/// Gives a built-in template by its path under `templates`, such as `report.typ`.
pub fn template(path: &str) -> Option<&'static [u8]> {
    TEMPLATES.get_file(path).map(|file| file.contents())
}

/// Gives the built-in templates of one folder: path and bytes, in path order.
pub fn folder(path: &str) -> Vec<(String, &'static [u8])> {
    let Some(dir) = (if path.is_empty() { Some(&TEMPLATES) } else { TEMPLATES.get_dir(path) }) else {
        return Vec::new();
    };
    let mut files: Vec<_> =
        dir.files().map(|file| (file.path().to_string_lossy().replace('\\', "/"), file.contents())).collect();
    files.sort();
    files
}

/// Gives every built-in template, those in folders among them: path and bytes, in path order.
pub fn templates() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    let mut open = vec![&TEMPLATES];
    while let Some(dir) = open.pop() {
        files.extend(dir.files().map(|file| (file.path().to_string_lossy().replace('\\', "/"), file.contents())));
        open.extend(dir.dirs());
    }
    files.sort();
    files
}

/// Gives the fonts, in path order. Reports use these and no font of the machine.
pub fn fonts() -> Vec<&'static [u8]> {
    folder("fonts").into_iter().filter(|(path, _)| path.ends_with(".ttf")).map(|(_, bytes)| bytes).collect()
}
