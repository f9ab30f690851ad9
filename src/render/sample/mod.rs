//! A report that holds every block, with texts as long as life makes them.

mod chapters;
mod dossier;
mod edge;
mod letter;

pub(in crate::render) use dossier::{dossier, unknown};
pub(in crate::render) use edge::edge;
pub(in crate::render) use letter::letter;

use rust_decimal::Decimal;

use crate::model::report::{
    Block, Chapter, Chart, Claim, Cover, Front, Imprint, PartyName, Plot, Report, Source, Square, Squares, Stamp, Tile,
    Tone,
};
use crate::model::{Audience, DocumentKind, Lang, Period, Value};

/// Makes the sample in Arabic, or in French for the other languages; the English edition has the long title, the final
/// stamp and no councils.
pub(super) fn report(lang: Lang) -> Report {
    let mut report = Sample { arabic: lang == Lang::Ar }.report();
    if lang == Lang::En {
        report.title =
            "Evaluation of education, higher education, research and the vocational training of young people".into();
        report.stamp = Stamp::Final;
        report.cover = Front::Evaluation(Box::new(Cover { squares: None, ..Sample { arabic: false }.cover() }));
    }
    report
}

#[derive(Clone, Copy)]
struct Sample {
    arabic: bool,
}

pub(super) fn dec(number: &str) -> Decimal {
    number.parse().unwrap()
}

pub(super) fn n(number: u64) -> Value {
    Value::count(number)
}

pub(super) fn d1(number: &str) -> Value {
    Value::Number(dec(number), 1)
}

pub(super) fn pc(number: &str) -> Value {
    Value::Percent(dec(number), 0)
}

impl Sample {
    pub(super) fn t(self, french: &str, arabic: &str) -> Value {
        Value::Text(if self.arabic { arabic } else { french }.into())
    }

    pub(super) fn source(self, codes: &[&str]) -> Source {
        Source {
            codes: codes.iter().map(|code| (*code).into()).collect(),
            words: Some(
                self.t("Source\u{A0}: retours des conseils, formulaire 2026.", "المصدر: إفادات المجالس، استمارة 2026."),
            ),
        }
    }

    pub(super) fn report(self) -> Report {
        Report {
            audience: Audience::Public,
            kind: DocumentKind::Consolidated,
            stamp: Stamp::Provisional,
            title: self.t("Rapport annuel d’évaluation", "التقرير السنوي للتقييم"),
            subtitle: self.t(
                "Partenariat entre les préfectures et provinces du Maroc et les départements de France",
                "الشراكة بين عمالات وأقاليم المملكة المغربية وأقاليم فرنسا",
            ),
            running: self.t("Rapport annuel d’évaluation · année 1 sur 5", "التقرير السنوي للتقييم · السنة 1 من 5"),
            foot: self.t(
                "Données arrêtées au 31 octobre 2026 · Données fictives",
                "معطيات محصورة في 31 أكتوبر 2026 · معطيات افتراضية",
            ),
            authors: vec!["AMPCPP".into(), "Départements de France".into()],
            imprint: self.imprint(),
            cover: Front::Evaluation(Box::new(self.cover())),
            chapters: vec![
                self.key(),
                self.theme(),
                self.funding(),
                self.pairs(),
                self.sheet(),
                self.list(),
                self.method(),
            ],
        }
    }

    pub(super) fn imprint(self) -> Imprint {
        let party =
            |country: &str, name, short: &str| PartyName { country: country.into(), name, short: Value::code(short) };
        Imprint {
            parties: vec![
                party(
                    "MA",
                    self.t(
                        "Association marocaine des présidents des conseils préfectoraux et provinciaux",
                        "الجمعية المغربية لرؤساء مجالس العمالات والأقاليم",
                    ),
                    "AMPCPP",
                ),
                party(
                    "FR",
                    self.t(
                        "Départements de France, assemblée des conseils départementaux",
                        "جمعية أقاليم فرنسا، ممثلة مجالس الأقاليم الفرنسية",
                    ),
                    "DF",
                ),
            ],
            made: Some(Value::phrase(
                "report-made",
                [("program", Value::code("bilan 0.1.0")), ("fingerprint", Value::code("7f3a91c204de"))],
            )),
        }
    }

    pub(super) fn cover(self) -> Cover {
        let field = |active, quiet, silent| {
            [(Square::Active, active), (Square::Quiet, quiet), (Square::Silent, silent)]
                .into_iter()
                .flat_map(|(square, count)| std::iter::repeat_n(square, count))
                .collect()
        };
        let day = jiff::civil::date(2026, 10, 31);
        Cover {
            kicker: self.t("Accord d’Albi · coopération décentralisée", "اتفاقية ألبي · التعاون اللامركزي"),
            year: self.t("Année 1 sur 5", "السنة 1 من 5"),
            span: Value::Period(Period { from: jiff::civil::date(2025, 11, 5), to: jiff::civil::date(2030, 11, 4) }),
            years: (5, 1),
            squares: Some(Squares {
                councils: [field(48, 20, 7), field(61, 37, 6)],
                heads: [
                    self.t("75 conseils du Maroc", "75 مجلسا بالمغرب"),
                    self.t("104 conseils de France", "104 مجالس بفرنسا"),
                ],
                legend: vec![
                    (Square::Active, self.t("au moins une action (109)", "إجراء واحد على الأقل (109)")),
                    (Square::Quiet, self.t("a répondu, aucune action (57)", "أجاب دون إجراء (57)")),
                    (Square::Silent, self.t("n’a pas répondu (13)", "لم يجب (13)")),
                ],
                alt: self.t(
                    "109 conseils actifs, 57 sans action, 13 sans réponse.",
                    "109 مجالس نشيطة و57 دون إجراء و13 دون جواب.",
                ),
            }),
            facts: vec![
                (self.t("Période", "الفترة"), self.t("nov. 2025 – oct. 2026", "نونبر 2025 – أكتوبر 2026")),
                (self.t("Données arrêtées au", "تاريخ حصر المعطيات"), Value::Date(day)),
                (self.t("Retours reçus", "الإفادات المتوصل بها"), self.t("166 sur 179", "166 من 179")),
                (self.t("État", "الحالة"), self.t("Provisoire\u{A0}: 12 constats", "مؤقتة: 12 ملاحظة")),
            ],
            note: self.t(
                "Données fictives. Change\u{A0}: 1 EUR = 10,85 MAD (moyenne 2026, Bank Al-Maghrib).",
                "معطيات افتراضية. سعر الصرف: \u{2066}1 EUR = 10,85 MAD\u{2069} (متوسط 2026، بنك المغرب).",
            ),
        }
    }

    pub(super) fn chapter(self, number: &str, title: Value, kicker: Value, lead: Value, blocks: Vec<Block>) -> Chapter {
        Chapter { number: number.into(), title, kicker, lead, blocks }
    }

    pub(super) fn tile(
        self,
        label: Value,
        figure: Value,
        unit: Value,
        share: Option<f64>,
        target: Option<f64>,
    ) -> Tile {
        let compare = vec![
            (self.t("2025", "2025"), n(29150), false),
            (self.t("Cible", "الهدف"), n(40000), false),
            (self.t("Écart", "الفارق"), Value::Signed(dec("-1580"), 0), true),
        ];
        Tile { label, figure, unit, share, target, compare }
    }

    pub(super) fn key(self) -> Chapter {
        let mdh = self.t("MDH", "مليون درهم");
        let tiles = vec![
            self.tile(
                self.t("Actions conduites", "الإجراءات المنجزة أو الجارية"),
                n(142),
                self.t("actions", "إجراء"),
                Some(0.89),
                Some(0.8125),
            ),
            self.tile(
                self.t("Préfectures et provinces", "العمالات والأقاليم"),
                n(48),
                self.t("sur 75", "من 75"),
                Some(0.64),
                Some(0.6),
            ),
            self.tile(
                self.t(
                    "Bénéficiaires directs des actions conduites en commun",
                    "المستفيدون المباشرون من الإجراءات المشتركة",
                ),
                n(38420),
                self.t("pers.", "شخص"),
                Some(0.7684),
                Some(0.8),
            ),
            self.tile(
                self.t("Part des femmes", "نسبة النساء"),
                Value::Percent(dec("0.524"), 1),
                Value::Empty,
                Some(0.524),
                Some(0.5),
            ),
            self.tile(
                self.t("Personnes touchées", "الأشخاص المعنيون"),
                Value::Interval(dec("12345"), dec("15678")),
                self.t("personnes", "شخص"),
                None,
                None,
            ),
            self.tile(
                self.t("Dépenses payées", "النفقات المؤداة"),
                Value::Millions(dec("71812345"), "MAD".into()),
                Value::Empty,
                Some(0.718),
                Some(1.0),
            ),
            Tile {
                share: None,
                target: None,
                ..self.tile(self.t("Emplois créés", "مناصب الشغل المحدثة"), Value::Missing, Value::Empty, None, None)
            },
            Tile {
                compare: Vec::new(),
                ..self.tile(self.t("Financements obtenus", "التمويلات المحصلة"), d1("42.6"), mdh, Some(0.71), Some(0.0))
            },
        ];
        let marks = vec![
            (0.0, self.t("Nov. 2025", "نونبر 2025"), self.t("signature à Albi", "التوقيع بألبي"), false),
            (0.194, self.t("31 oct. 2026", "31 أكتوبر 2026"), self.t("données arrêtées", "حصر المعطيات"), true),
            (0.5, self.t("Mai 2028", "ماي 2028"), self.t("évaluation à mi-parcours", "تقييم منتصف المدة"), false),
            (0.8, self.t("Nov. 2029", "نونبر 2029"), self.t("décision de reconduction", "قرار التجديد"), false),
            (
                1.0,
                self.t("Nov. 2030", "نونبر 2030"),
                self.t("échéance, tacite reconduction", "الأجل، تجديد ضمني"),
                false,
            ),
        ];
        let chart = |title, codes: &[&str], alt, plot| {
            Block::Chart(Box::new(Chart { title, source: self.source(codes), alt, plot }))
        };
        self.chapter(
            "1",
            self.t("L’essentiel de l’année 1", "أهم نتائج السنة 1"),
            self.t("Synthèse", "خلاصة تركيبية"),
            self.t(
                "142 actions relient 48 préfectures et provinces à 61 départements. Cinq cibles annuelles sur huit sont atteintes\u{202F}; treize conseils n’ont pas encore répondu.",
                "142 إجراء يربط 48 عمالة وإقليما بـ 61 إقليما فرنسيا. تحققت خمسة أهداف سنوية من أصل ثمانية، ولم يجب بعد ثلاثة عشر مجلسا.",
            ),
            vec![
                Block::Tiles(tiles, self.source(&["X1-activities", "X3-paid", "X4-direct", "X4-women"])),
                chart(
                    self.t("Retours attendus\u{A0}: 179 conseils, 93\u{202F}% ont répondu", "الإفادات المنتظرة: 179 مجلسا، أجاب منها \u{2066}93%\u{2069}"),
                    &["X13-returns"],
                    self.t("151 dans les délais, 15 en retard, 13 non renseignés", "151 داخل الأجل و15 متأخرة و13 غير مصرح بها"),
                    Plot::Stacked(vec![
                        (0.843, Tone::Done, n(151), self.t("dans les délais", "داخل الأجل")),
                        (0.084, Tone::Open, n(15), self.t("en retard", "متأخرة")),
                        (0.0, Tone::Plan, n(0), self.t("prévus", "مبرمجة")),
                        (0.073, Tone::Missing, n(13), self.t("non renseigné", "غير مصرح به")),
                    ]),
                ),
                chart(
                    self.t("L’accord, de la signature à l’échéance", "الاتفاقية من التوقيع إلى الأجل"),
                    &[],
                    self.t("Signature en novembre 2025, échéance en novembre 2030", "التوقيع نونبر 2025، الأجل نونبر 2030"),
                    Plot::Timeline {
                        years: (1..=5).map(|year| self.t(&format!("Année {year}"), &format!("السنة {year}"))).collect(),
                        current: 1,
                        run: None,
                        marks,
                    },
                ),
                Block::Claims(self.claims()),
            ],
        )
    }

    pub(super) fn claims(self) -> Vec<Claim> {
        vec![
            Claim {
                title: self.t("Le réseau s’étend", "الشبكة تتوسع"),
                body: self.t(
                    "Neuf provinces et neuf départements ont rejoint le partenariat\u{202F}; 83 paires sont actives, contre 58 avant l’accord.",
                    "انضم تسعة أقاليم مغربية وتسعة فرنسية إلى الشراكة؛ 83 ثنائية نشيطة مقابل 58 قبل الاتفاقية.",
                ),
                codes: vec!["X10-pairs".into()],
            },
            Claim {
                title: self.t("La dépense reste en retard", "وتيرة الأداء متأخرة"),
                body: self.t(
                    "71,8 MDH payés pour 80,0 prévus\u{A0}: les actions d’assainissement attendent leurs conventions de financement.",
                    "أديت 71,8 من أصل 80,0 مليون درهم: مشاريع التطهير السائل تنتظر اتفاقيات تمويلها.",
                ),
                codes: vec!["X3-paid".into()],
            },
            Claim {
                title: self.t("Trois thèmes restent muets", "ثلاثة محاور دون معطيات"),
                body: self.t(
                    "Logement, pôles territoriaux et climat n’ont de valeur que pour un indicateur sur trois.",
                    "لا تتوفر في السكن والأقطاب الترابية والمناخ إلا قيمة مؤشر واحد من كل ثلاثة.",
                ),
                codes: vec!["X13-missing".into()],
            },
        ]
    }
}
