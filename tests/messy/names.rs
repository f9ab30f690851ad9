//! Names of lists, as people write and miswrite them in two scripts.

use std::fmt::Write as _;

use super::Case;
use super::values::sheet;

/// Makes a return of one activity for each pair of territories.
fn pairs(pairs: &[(&str, &str)]) -> Vec<u8> {
    let mut rows =
        "Identifiant|Intitulé|Thématique|Collectivité marocaine|Département français|Statut|Date de début".to_owned();
    for (at, (morocco, france)) in (1..).zip(pairs) {
        let _ = write!(rows, "\nA-{at}|Eau|Santé|{morocco}|{france}|En cours|@2026-03-15");
    }
    sheet("Activités", &rows)
}

/// One case a kind of name; each row is one way of writing it.
pub const CASES: &[Case] = &[
    Case {
        name: "territories-in-many-spellings",
        files: || {
            let names = [
                ("Province d'Al Haouz", "CD 34"),
                ("Haouz", "Département de l’Hérault"),
                ("الحوز", "Hérault (34)"),
                ("إقليم الحوز", "34"),
                ("المجلس الإقليمي للحوز", "#34"),
                ("إِقْلِيمُ الحَـوْز", "dpt 34"),
                ("عمالة طنجة-أصيلة", "Hauts de Seine"),
                ("TANGER  ASSILAH", "Reunion"),
                ("Al Haouz (province)", "HERAULT"),
                ("Conseil préfectoral d'Agadir Ida-Outanane", "conseil départemental de l'herault"),
                ("Provinces de Tiznit et Tata", "Eure et Loir"),
                ("تيزنيت وطاطا", "Isère / Aveyron"),
                ("Tiznit, Tata", "Côte d'Or\u{200E}"),
                ("ﺗﯿﺰﻧﯿﺖ", "Cote d‘or"),
            ];
            vec![("returns/tiznit.xlsx", pairs(&names))]
        },
    },
    Case {
        name: "territories-misspelt",
        files: || {
            let names = [
                ("Ouarzazatte", "Hérualt"),
                ("Chefchaoun", "Loirret"),
                ("Khenifa", "Haute Savoi"),
                ("خنيفرا", "Ardêche du Sud"),
                ("Commune de Tiznit", "Var; Vra"),
                ("Atlantis", "XY"),
                ("Tiznit et environs", "999"),
            ];
            vec![("returns/tiznit.xlsx", pairs(&names))]
        },
    },
    Case {
        name: "territories-in-the-other-column",
        files: || {
            let names = [("Hérault", "Tiznit"), ("Tiznit; CD 38", "الحوز"), ("34", "09581")];
            vec![("returns/tiznit.xlsx", pairs(&names))]
        },
    },
    Case {
        name: "entries-of-lists-misspelt",
        files: || {
            let rows = "Identifiant|Intitulé|Thématique|Collectivité marocaine|Statut|Date de début|Monnaie|Budget total\n\
                 A-1|Eau|SANTE|Tiznit|en cours|@2026-03-15|DH|#1000\n\
                 A-2|Eau|La santé|Tiznit|En-cours|@2026-03-15|€|#1000\n\
                 A-3|Eau|الصِّحة|Tiznit|قيد التنفيد|@2026-03-15|درهم|#1000\n\
                 A-4|Eau|Santee|Tiznit|En coours|@2026-03-15|dirahm marocain|#1000\n\
                 A-5|Eau|Éducation et santé|Tiznit|Finit|@2026-03-15|Franc suisse|#1000\n\
                 A-6|Eau|Divers|Tiznit|?|@2026-03-15|MAD|#1000";
            let funding = "Identifiant de la candidature|Bailleur|Étape|Monnaie|Montant demandé\n\
                 F-1|AFD FICOL|Déposé|EUR|#1000\n\
                 F-2|Fondation de Frnace|Soumiss|EUR|#1000\n\
                 F-3|Banque mondial|Accordée|EUR|#1000\n\
                 F-4|Mécène anonyme|Peut-être|EUR|#1000";
            vec![
                ("returns/tiznit.xlsx", sheet("Activités", rows)),
                ("returns/tiznit-2.xlsx", sheet("Financements", funding)),
            ]
        },
    },
];
