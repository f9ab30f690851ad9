//! A dossier that knows every name and every part of the contract, and one that knows nothing.

use std::collections::BTreeMap;

use jiff::civil::date;

use super::{Sample, d1, dec, n, pc};
use crate::model::dossier::{GROUPS, Known, Node, PARTS, ROWS};
use crate::model::report::{Block, Chart, GanttTask, Grid, GridCell, GridColumn, Plot, Source, Stamp, Weight};
use crate::model::{DocumentKind, Dossier, Lang, Period, Value};

/// Makes a dossier that holds every name and part, in Arabic or French.
pub(in crate::render) fn dossier(lang: Lang) -> Dossier {
    let s = Sample { arabic: lang == Lang::Ar };
    let mut names = Known::new();
    for (group, list) in GROUPS {
        let values = list.iter().map(|name| (*name, node(s, group, name)));
        names.insert(group, Node::Group(values.collect()));
    }
    for (rows, list) in ROWS {
        let row = |i: u64| -> Known { list.iter().map(|name| (*name, row_node(s, rows, name, i))).collect() };
        names.insert(rows, Node::Rows((1..=3).map(row).collect()));
    }
    Dossier {
        kind: DocumentKind::Dossier("HAO-2026-03".into(), "FRMA-2026".into()),
        lang,
        template: "joint".into(),
        stamp: Stamp::Provisional,
        title: title(s),
        subtitle: s.t(
            "Appel à projets conjoint France–Maroc 2026–2027 · Ministère de l’Europe et des affaires étrangères",
            "طلب المشاريع المشترك المغربي الفرنسي 2026-2027 · وزارة أوروبا والشؤون الخارجية",
        ),
        foot: s.t(
            "Données arrêtées au 31 octobre 2026 · Données fictives",
            "معطيات محصورة في 31 أكتوبر 2026 · معطيات افتراضية",
        ),
        imprint: s.imprint(),
        authors: vec![
            s.t("Département de l’Isère", "مجلس إقليم إيزير"),
            s.t("Conseil provincial d’Al Haouz", "المجلس الإقليمي للحوز"),
        ],
        facts: vec![
            (s.t("Montant demandé", "المبلغ المطلوب"), Value::Money(dec("250000"), "EUR".into())),
            (s.t("Coût total", "الكلفة الإجمالية"), Value::Money(dec("480000"), "EUR".into())),
            (s.t("Taux de cofinancement", "نسبة المساهمة"), Value::Percent(dec("0.5208"), 1)),
            (s.t("Durée", "المدة"), Value::Quantity(dec("24"), "month".into())),
            (s.t("Territoires", "المجالات الترابية"), s.t("Al Haouz, Isère", "الحوز، إيزير")),
            (s.t("Dépôt", "الإيداع"), Value::Missing),
        ],
        names,
        parts: PARTS.iter().map(|part| (*part, blocks(s, part))).collect(),
    }
}

/// Makes a dossier of which nothing is known.
pub(in crate::render) fn unknown(lang: Lang) -> Dossier {
    let mut dossier = dossier(lang);
    for node in dossier.names.values_mut() {
        match node {
            Node::Group(names) => names.values_mut().for_each(|node| *node = Node::Missing),
            Node::Rows(rows) => rows.clear(),
            _ => *node = Node::Missing,
        }
    }
    dossier.parts = BTreeMap::new();
    dossier.facts.iter_mut().for_each(|(_, value)| *value = Value::Missing);
    dossier
}

fn title(s: Sample) -> Value {
    s.t(
        "Eau potable et assainissement des douars du Haut Atlas",
        "الماء الصالح للشرب والتطهير السائل بدواوير الأطلس الكبير",
    )
}

fn node(s: Sample, group: &str, name: &str) -> Node {
    Node::Value(match (group, name) {
        (_, "title") => title(s),
        (_, "verified") => return Node::Flag(false),
        (_, "start" | "end" | "opens" | "closes" | "deadline" | "signed_on") => Value::Date(date(2027, 3, 31)),
        (_, "months" | "count" | "fr_ma" | "ma_fr" | "participants") => n(24),
        (_, "beneficiaries_planned" | "beneficiaries_reached") => n(12_400),
        (_, "cofinancing" | "ceiling" | "min_own" | "in_kind_cap" | "in_kind_share" | "beneficiaries_women") => pc("0.52"),
        ("finance", _) | (_, "requested" | "total_cost" | "own_cash" | "own_in_kind" | "own_total" | "budget" | "min_amount" | "max_amount") => {
            Value::Money(dec("250000"), "EUR".into())
        }
        (_, "description") => s.t(
            "Le projet raccorde douze douars au réseau d’eau potable et forme les équipes communales à l’entretien des ouvrages.\nIl prolonge la coopération engagée après le séisme de 2023.",
            "يربط المشروع اثني عشر دوارا بشبكة الماء الصالح للشرب ويكون الفرق الجماعية في صيانة المنشآت.\nوهو امتداد للتعاون الذي انطلق بعد زلزال 2023.",
        ),
        (_, "id" | "code" | "dac_code") => Value::code("HAO-2026-03"),
        (_, "zone") => Value::code("Europe/Paris"),
        (_, "closes_at") => Value::code("12:00"),
        _ => s.t("Service de l’eau", "مصلحة الماء"),
    })
}

fn row_node(s: Sample, rows: &str, name: &str, i: u64) -> Node {
    Node::Value(match (rows, name) {
        (_, "ready") => return Node::Flag(i == 1),
        (_, "start" | "end" | "actual_date") => Value::Date(date(2027, 6, 30)),
        (_, "baseline" | "target" | "actual" | "planned" | "reached") => n(i * 1200),
        (_, "baseline_year" | "target_year") => Value::code("2027"),
        (_, "legal_id" | "code") => Value::code(format!("22380001200{i}")),
        (_, "contribution") => Value::Money(dec("40000"), "EUR".into()),
        ("indicators", "name") => s.t("Foyers raccordés au réseau", "الأسر المرتبطة بالشبكة"),
        ("tasks", "task") => s.t("Étude hydraulique", "الدراسة المائية"),
        ("partners", "name") => s.t("Agence de l’eau", "وكالة الماء"),
        ("risks", "description") => s.t("Retard des procédures d’achat", "تأخر مساطر الشراء"),
        ("papers", "name") => s.t("Délibération du conseil", "مداولة المجلس"),
        _ => s.t("Équipe projet", "فريق المشروع"),
    })
}

fn blocks(s: Sample, part: &str) -> Vec<Block> {
    match part {
        "workplan" => vec![Block::Chart(Box::new(workplan(s)))],
        "budget" => vec![Block::Grid(budget(s)), Block::Note(s.t("Montants en euros.", "المبالغ بالأورو."))],
        "summary" => vec![Block::Beside(
            vec![
                (s.t("Durée", "المدة"), Value::Period(Period { from: date(2027, 3, 1), to: date(2029, 2, 28) })),
                (s.t("Dépôt", "الإيداع"), Value::Missing),
            ],
            vec![Block::Prose(title(s))],
        )],
        _ => vec![Block::Grid(Grid {
            title: s.t(&format!("Tableau {part}"), &format!("جدول {part}")),
            columns: vec![
                GridColumn { head: s.t("Intitulé", "العنوان"), width: 0.0, number: false },
                GridColumn { head: s.t("Valeur", "القيمة"), width: 30.0, number: true },
            ],
            rows: (1..=3).map(|i| vec![s.t("Ligne du tableau", "سطر من الجدول").into(), n(i * 1250).into()]).collect(),
            total: None,
            notes: Vec::new(),
        })],
    }
}

fn budget(s: Sample) -> Grid {
    let column = |fr: &str, ar: &str, width, number| GridColumn { head: s.t(fr, ar), width, number };
    let row = |fr: &str, ar: &str, units: &str, cost: &str, sum: &str| -> Vec<GridCell> {
        vec![
            s.t(fr, ar).into(),
            d1(units).into(),
            Value::Money(dec(cost), "EUR".into()).into(),
            Value::Money(dec(sum), "EUR".into()).into(),
        ]
    };
    Grid {
        title: s.t("Charges", "النفقات"),
        columns: vec![
            column("Poste", "البند", 0.0, false),
            column("Unités", "الوحدات", 20.0, true),
            column("Coût unitaire", "الكلفة الفردية", 32.0, true),
            column("Total", "المجموع", 32.0, true),
        ],
        rows: vec![
            row("Ressources humaines", "الموارد البشرية", "24", "5000", "120000"),
            row("Travaux et équipements", "الأشغال والتجهيزات", "12", "30000", "360000"),
            vec![
                s.t("Imprévus", "نفقات طارئة").into(),
                Value::Missing.into(),
                Value::Missing.into(),
                Value::Missing.into(),
            ],
        ],
        total: Some(vec![
            GridCell { value: s.t("Total", "المجموع"), weight: Weight::Strong },
            Value::Empty.into(),
            Value::Empty.into(),
            Value::Money(dec("480000"), "EUR".into()).into(),
        ]),
        notes: vec![s.t("Les imprévus ne sont pas chiffrés.", "لم تحدد كلفة النفقات الطارئة.")],
    }
}

fn workplan(s: Sample) -> Chart {
    let months = (0..24).map(|i| {
        let month = i8::try_from(2 + i % 12).unwrap();
        let month = (month % 12) + 1;
        Value::Month(date(2027 + i16::from(2 + i >= 12) + i16::from(2 + i >= 24), month, 1))
    });
    let task = |fr: &str, ar: &str, months| GanttTask {
        name: s.t(fr, ar),
        lead: s.t("Département de l’Isère", "مجلس إقليم إيزير"),
        months,
        span: if months.is_some() {
            Value::Period(Period { from: date(2027, 3, 1), to: date(2028, 2, 29) })
        } else {
            s.t("dates à préciser", "تواريخ تحدد لاحقا")
        },
    };
    Chart {
        title: s.t("Calendrier des quatre actions sur 24 mois", "الجدول الزمني لأربع مهام على مدى 24 شهرا"),
        source: Source::default(),
        alt: s.t(
            "Étude de mars à août 2027, travaux de septembre 2027 à février 2029.",
            "الدراسة من مارس إلى غشت 2027، الأشغال من شتنبر 2027 إلى فبراير 2029.",
        ),
        plot: Plot::Gantt {
            months: months.collect(),
            tasks: vec![
                task("Étude hydraulique", "الدراسة المائية", Some((0, 5))),
                task("Travaux d’adduction", "أشغال جر المياه", Some((6, 23))),
                task(
                    "Formation des équipes communales à l’entretien des ouvrages",
                    "تكوين الفرق الجماعية في صيانة المنشآت",
                    Some((9, 14)),
                ),
                task("Évaluation finale", "التقييم النهائي", None),
            ],
        },
    }
}
