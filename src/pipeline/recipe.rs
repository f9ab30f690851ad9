//! What a file is made from, as one number: where nothing of it changed since the output before, the file is kept.

use std::fs;
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::campaign::Campaign;
use crate::error::{Error, Result};
use crate::model::Lang;

/// What the program itself is built from: its source, templates, lists and dependencies.
const BUILD: &str = env!("BILAN_BUILD");

/// What all files of a run are made from: the program, its day, and the campaign's own templates and lists.
pub(super) struct Recipe {
    common: Sha256,
}

impl Recipe {
    /// Reads what the files of a campaign have in common. Its returns, its decisions and what `campaign.toml` sets are in
    /// the data of each document.
    ///
    /// # Errors
    ///
    /// A template or list that can't be read.
    pub fn new(campaign: &Campaign) -> Result<Recipe> {
        let mut common = Sha256::new();
        common.update(format!("{BUILD} {}\n", campaign.settings.reference_date));
        for path in campaign.files()?.iter().filter(|path| path.starts_with("templates") || path.starts_with("reference")) {
            let whole = campaign.folder.join(path);
            let bytes = fs::read(&whole).map_err(Error::io(&whole))?;
            common.update(format!("{} {}\n", path.display(), bytes.len()));
            common.update(bytes);
        }
        Ok(Recipe { common })
    }

    /// Gives the key of a file by its language and its data.
    ///
    /// # Errors
    ///
    /// Data that has no form in JSON, such as a share that is not a number.
    pub fn key(&self, document: &str, lang: Lang, data: &impl Serialize) -> Result<String> {
        let mut sum = Sum(self.common.clone());
        let failed = |error: serde_json::Error| Error::Render { document: document.to_owned(), detail: error.to_string() };
        sum.0.update(lang.code());
        serde_json::to_writer(&mut sum, data).map_err(failed)?;
        Ok(sum.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Sums up what is written to it.
struct Sum(Sha256);

impl Write for Sum {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
