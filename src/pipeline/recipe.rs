//! What a file is made from, as one number: where nothing of it changed since the output before, the file is kept.

use std::fs;
use std::io::{self, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::campaign::Campaign;
use crate::error::{Error, Result};
use crate::model::Lang;
use crate::write::hexadecimal;

/// What the program itself is built from: its source, templates, lists and dependencies.
const BUILD: &str = env!("BILAN_BUILD");

/// What all files of a run are made from: the program, its day, and the campaign's own templates, lists and logos.
pub(super) struct Recipe {
    common: Sha256,
}

/// The data of a document, summed up once for its files in all languages.
#[derive(Clone, Copy)]
pub(super) struct Data([u8; 32]);

impl Recipe {
    /// Reads what the files of a campaign have in common. Its returns, its decisions, its profiles and what
    /// `campaign.toml` sets are in the data of each document.
    ///
    /// # Errors
    ///
    /// A template, list or logo that can't be read.
    pub fn new(campaign: &Campaign) -> Result<Recipe> {
        let mut common = Sha256::new();
        common.update(format!("{BUILD} {}\n", campaign.settings.reference_date));
        let shared = |path: &&std::path::PathBuf| path.components().count() > 1 && !path.starts_with("profiles");
        for path in campaign.files()?.iter().filter(shared) {
            let whole = campaign.folder.join(path);
            let bytes = fs::read(&whole).map_err(Error::io(&whole))?;
            common.update(format!("{} {}\n", path.display(), bytes.len()));
            common.update(bytes);
        }
        Ok(Recipe { common })
    }

    /// Gives the key of a file by its language and its data.
    pub fn key(&self, lang: Lang, data: Data) -> String {
        let whole = self.common.clone().chain_update(lang.code()).chain_update(data.0);
        hexadecimal(&whole.finalize())
    }
}

impl Data {
    /// Sums data up.
    ///
    /// # Errors
    ///
    /// Data that has no form in JSON, such as a share that is not a number.
    pub fn of(document: &str, data: &impl Serialize) -> Result<Data> {
        let mut sum = io::BufWriter::with_capacity(1 << 16, Sum(Sha256::new()));
        let failed = |detail: String| Error::Render { document: document.to_owned(), detail };
        serde_json::to_writer(&mut sum, data).map_err(|error| failed(error.to_string()))?;
        let sum = sum.into_inner().map_err(|error| failed(error.to_string()))?;
        Ok(Data(sum.0.finalize().into()))
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
