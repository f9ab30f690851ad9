//! Where the table stands on the sheet, and what stands around it.

use super::Case;
use super::make::xlsx;

/// The headings and one row of a plain sheet of activities.
pub const HEAD: &str = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Monnaie|Budget total";

/// One case a way of laying out a table.
pub const CASES: &[Case] = &[Case {
    name: "title-rows-above",
    files: || {
        let rows = format!(
            "Bilan de la coopération\n\nConseil provincial de Tiznit\n{HEAD}\nA-1|Eau|Santé|Tiznit|En cours|MAD|1000"
        );
        vec![("returns/tiznit.xlsx", xlsx(&[("Activités", &rows)]))]
    },
}];
