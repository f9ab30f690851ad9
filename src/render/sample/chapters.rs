//! The chapters of the sample after its first.

use super::{Sample, d1, dec, n, pc};
use crate::model::Value;
use crate::model::report::{
    AmountRow, Block, Bullet, Chapter, Chart, FunnelStep, Grid, GridCell, GridColumn, Line, Matrix, Panel, Plot,
    Source, Tile, Tone, Weight,
};

impl Sample {
    pub(super) fn bullets(self) -> Block {
        let row = |name, unit, shares, values| Bullet {
            name,
            unit,
            shares,
            values,
            missing: self
                .t("valeur non renseignée\u{A0}: enquête reportée à 2027", "قيمة غير مصرح بها: أجل البحث إلى 2027"),
        };
        let unit = |code: &str, french, arabic| Value::List(vec![Value::code(code), self.t(french, arabic)]);
        Block::Chart(Box::new(Chart {
            title: self.t(
                "Deux indicateurs sur cinq sont proches de la cible ou au-delà",
                "مؤشران من خمسة قريبان من الهدف أو تجاوزاه",
            ),
            source: self.source(&["T8.1", "T8.2", "T8.3", "T8.4", "T8.5"]),
            alt: self.t("Consultations 21 340 pour 19 200 visées", "الفحوصات 21340 والهدف 19200"),
            plot: Plot::Bullets(vec![
                row(
                    self.t("Consultations assurées", "الفحوصات المقدمة"),
                    unit("T8.1", "actes", "خدمة"),
                    [Some(0.36), Some(0.71), Some(0.64)],
                    [n(10800), n(21340), n(19200)],
                ),
                row(
                    self.t(
                        "Personnes suivies par les unités mobiles dans les communes rurales de montagne",
                        "الأشخاص المتتبعون من طرف الوحدات المتنقلة بالجماعات القروية الجبلية",
                    ),
                    unit("T8.2", "personnes", "شخص"),
                    [Some(0.0), Some(0.53), Some(1.0)],
                    [n(0), n(7920), n(10000)],
                ),
                row(
                    self.t("Habitants à plus de 30 minutes", "الساكنة على بعد أزيد من 30 دقيقة"),
                    unit("T8.4", "part, objectif à la baisse", "نسبة، هدف تنازلي"),
                    [Some(0.62), Some(0.55), None],
                    [pc("0.31"), pc("0.274"), Value::NotApplicable],
                ),
                row(
                    self.t("Satisfaction des usagers", "رضا المرتفقين"),
                    unit("T8.5", "part des réponses", "نسبة الأجوبة"),
                    [None, None, None],
                    [Value::Missing, Value::Missing, pc("0.75")],
                ),
            ]),
        }))
    }

    pub(super) fn theme(self) -> Chapter {
        self.chapter(
            "8",
            self.t("Santé", "الصحة"),
            self.t("Thème 8 sur 13 · 17 actions, 12 paires, 11,9 MDH payés", "المحور 8 من 13 · 17 إجراء و12 ثنائية"),
            self.t(
                "L’offre mobile dépasse sa cible\u{202F}; le suivi des personnes prend du retard là où les registres ne sont pas encore numérisés.",
                "تجاوزت الخدمات المتنقلة هدفها، ويتأخر تتبع الأشخاص حيث لم ترقمن السجلات بعد.",
            ),
            vec![
                Block::Goals(vec![3, 10, 5]),
                self.bullets(),
                Block::Section(self.t("Les cinq actions les plus importantes", "أهم خمسة إجراءات")),
                Block::Grid(Grid { title: Value::Empty, ..self.activities(5, true) }),
                Block::Panel(Panel {
                    missing: true,
                    title: self.t("Ce qui manque", "ما ينقص"),
                    body: self.t(
                        "Quatre territoires sur douze n’ont pas communiqué T8.4, et l’enquête de satisfaction T8.5 est reportée. Ces valeurs ne sont ni estimées ni comptées pour zéro.",
                        "لم تصرح أربعة مجالات من اثني عشر بقيمة \u{2066}T8.4\u{2069} وأجل بحث الرضا \u{2066}T8.5\u{2069}. هذه القيم لا تقدر ولا تحتسب صفرا.",
                    ),
                }),
            ],
        )
    }

    pub(super) fn activities(self, rows: usize, total: bool) -> Grid {
        let titles = [
            ("Unités mobiles de consultation", "وحدات متنقلة للفحص"),
            (
                "Plan de mobilité provincial et entretien des pistes rurales",
                "مخطط التنقل الإقليمي وصيانة المسالك القروية",
            ),
            ("Formation des sages-femmes rurales", "تكوين القابلات بالوسط القروي"),
            ("Télémédecine en zone oasienne", "التطبيب عن بعد بالواحات"),
        ];
        let column = |head, width, number| GridColumn { head, width, number };
        Grid {
            title: self.t("Actions, par code", "الإجراءات حسب الرمز"),
            columns: vec![
                column(self.t("Code", "الرمز"), 16.0, false),
                column(self.t("Action", "الإجراء"), 0.0, false),
                column(self.t("Paire", "الثنائية"), 38.0, false),
                column(self.t("État", "الحالة"), 18.0, false),
                column(self.t("Payé, MDH", "المؤدى"), 16.0, true),
                column(self.t("Bénéficiaires", "المستفيدون"), 14.0, true),
            ],
            rows: (0..rows)
                .map(|i| {
                    let (french, arabic) = titles[i % 4];
                    let late = i % 4 == 1;
                    let status = GridCell {
                        value: if late {
                            self.t("En retard", "متأخر")
                        } else {
                            self.t("En cours", "في طور الإنجاز")
                        },
                        weight: if late { Weight::Missing } else { Weight::Plain },
                    };
                    vec![
                        Value::code(format!("A-{:03}", i * 3 + 2)).into(),
                        self.t(french, arabic).into(),
                        self.t("Agadir Ida-Ou-Tanane – Loire-Atlantique", "أكادير إدا أوتنان – لوار أتلنتيك").into(),
                        status,
                        d1(&format!("{}.5", i * 7 % 20)).into(),
                        if i % 5 == 3 { Value::Missing.into() } else { n(i as u64 * 997 % 40000).into() },
                    ]
                })
                .collect(),
            total: total.then(|| {
                let mut row = vec![GridCell::from(Value::Empty), self.t("Total des cinq", "مجموع الخمسة").into()];
                row.extend([Value::Empty, Value::Empty, d1("9.4"), n(7200)].map(GridCell::from));
                row
            }),
            notes: vec![self.t(
                "Total des valeurs renseignées. Montants en millions de dirhams.",
                "مجموع القيم المصرح بها. المبالغ بمليون درهم.",
            )],
        }
    }

    pub(super) fn funding(self) -> Chapter {
        let step = |name, share, count, rate, amount, tone| FunnelStep {
            name,
            share,
            count: n(count),
            rate,
            amount: d1(amount),
            tone,
        };
        let row = |name, shares, values: [&str; 4]| AmountRow { name, shares, values: values.map(d1).to_vec() };
        self.chapter(
            "10",
            self.t("Recherche de financements auprès des bailleurs nationaux, européens et internationaux", "البحث عن تمويلات لدى الجهات الوطنية والأوروبية والدولية"),
            self.t("Démarche commune aux deux associations", "مقاربة مشتركة بين الجمعيتين"),
            self.t("Un dossier déposé sur trois est retenu.", "يقبل ملف من كل ثلاثة ملفات مودعة."),
            vec![
                Block::Chart(Box::new(Chart {
                    title: self.t("Sur 64 financements repérés, 9 sont retenus", "من أصل 64 فرصة تمويل قبلت 9"),
                    source: self.source(&["X16-funnel"]),
                    alt: self.t("Repérés 64, déposés 27, retenus 9", "مرصودة 64، مودعة 27، مقبولة 9"),
                    plot: Plot::Funnel {
                        amount_head: self.t("Montant, MDH", "بمليون درهم"),
                        steps: vec![
                            step(self.t("Repérés", "فرص مرصودة"), 1.0, 64, Value::Empty, "214.5", Tone::Open),
                            step(self.t("Dossier déposé auprès du bailleur, avec l’accord des deux conseils", "ملف مودع لدى الجهة الممولة بموافقة المجلسين"), 0.42, 27, pc("0.71"), "118.4", Tone::Open),
                            step(self.t("Retenu", "مقبول"), 0.14, 9, pc("0.6"), "42.6", Tone::Done),
                            step(self.t("Premier versement", "الدفعة الأولى"), 0.0, 0, pc("0"), "0", Tone::Done),
                        ],
                    },
                })),
                Block::Chart(Box::new(Chart {
                    title: self.t("Demandé, obtenu, à financer\u{A0}: par bailleur, en MDH", "المطلوب والممنوح والخصاص حسب الجهة الممولة، بمليون درهم"),
                    source: self.source(&["X16-requested"]),
                    alt: self.t("AFD 48,0, obtenu 18,2", "الوكالة 48,0، الممنوح 18,2"),
                    plot: Plot::Amounts {
                        heads: vec![self.t("Demandé", "المطلوب"), self.t("Obtenu", "الممنوح"), self.t("À l’étude", "قيد الدرس"), self.t("À trouver", "الخصاص")],
                        rows: vec![
                            row(self.t("Agence française de développement, facilité de financement des collectivités", "الوكالة الفرنسية للتنمية، تسهيل تمويل الجماعات الترابية"), Some([0.38, 0.29, 0.33]), ["48.0", "18.2", "14.0", "15.8"]),
                            row(self.t("Fonds conjoint", "الصندوق المشترك"), Some([0.29, 0.1, 0.16]), ["26.4", "13.9", "5.1", "7.4"]),
                            row(self.t("FACDI", "صندوق \u{2066}FACDI\u{2069}"), Some([0.08, 0.0, 0.12]), ["12.5", "4.0", "2.5", "6.0"]),
                            row(self.t("Total", "المجموع"), None, ["12118.4", "42.6", "41.6", "34.2"]),
                        ],
                        legend: vec![(Tone::Done, self.t("obtenu", "ممنوح")), (Tone::Open, self.t("à l’étude", "قيد الدرس")), (Tone::Missing, self.t("refusé, à trouver", "مرفوض، خصاص"))],
                    },
                })),
                Block::Prose(self.t(
                    "Les montants sont convertis au cours du jour du dépôt. Un dossier présenté par deux conseils compte une fois, chez son chef de file, et figure dans la fiche des deux.",
                    "تحول المبالغ بسعر يوم الإيداع. يحتسب الملف الذي يقدمه مجلسان مرة واحدة لدى الجهة الرائدة، ويرد في بطاقتيهما معا.",
                )),
                Block::Note(self.t("Jours restants comptés au 31 octobre 2026.", "الأيام المتبقية محسوبة إلى 31 أكتوبر 2026.")),
            ],
        )
    }

    pub(super) fn pairs(self) -> Chapter {
        let heads = [
            ("Tarn", "تارن"),
            ("Isère", "إيزير"),
            ("Gironde", "جيروند"),
            ("Hérault", "إيرو"),
            ("Nord", "نور"),
            ("Essonne", "إيسون"),
            ("Allier", "أليي"),
            ("Aveyron", "أفيرون"),
            ("Finistère", "فينيستير"),
            ("Loire-Atlantique", "لوار أتلنتيك"),
            ("Bouches-du-Rhône", "بوش دو رون"),
            ("Seine-Saint-Denis", "سين سان دوني"),
            ("Vendée", "فونديه"),
            ("Drôme", "دروم"),
            ("Métropole de Lyon et du Rhône", "ميتروبول ليون والرون"),
            ("46 autres", "46 آخرون"),
            ("Total", "المجموع"),
        ];
        let names = [
            ("Tanger-Tétouan-Al Hoceïma", "طنجة-تطوان-الحسيمة"),
            ("Oriental", "الشرق"),
            ("Fès-Meknès", "فاس-مكناس"),
            ("Laâyoune-Sakia El Hamra", "العيون-الساقية الحمراء"),
            ("Dakhla-Oued Ed-Dahab", "الداخلة-وادي الذهب"),
        ];
        let counts =
            |row: u64| (0..16).map(move |column| (row * 7 + column * 5) % 11 / 3 * (column % 3)).collect::<Vec<u64>>();
        self.chapter(
            "3",
            self.t("Qui coopère avec qui", "من يتعاون مع من"),
            Value::Empty,
            Value::Empty,
            vec![
                Block::Matrix(Matrix {
                    title: self.t(
                        "Nombre d’actions, par région du Maroc et par département",
                        "عدد الإجراءات حسب الجهة المغربية والإقليم الفرنسي",
                    ),
                    corner: self.t("Région", "الجهة"),
                    heads: heads.iter().map(|(french, arabic)| self.t(french, arabic)).collect(),
                    rows: names
                        .iter()
                        .zip(0..)
                        .map(|((french, arabic), row)| (self.t(french, arabic), counts(row), counts(row).iter().sum()))
                        .collect(),
                    totals: (0..17).map(|column| column * 9).collect(),
                    source: self.source(&["X10-pairs"]),
                }),
                self.trend(),
                Block::Claims(self.claims()[..2].to_vec()),
            ],
        )
    }

    fn trend(self) -> Block {
        Block::Chart(Box::new(Chart {
            title: self
                .t("Les décaissements culminent à la fin de la période", "بلغت الأداءات أعلى مستوى في نهاية الفترة"),
            source: self.source(&["X3-paid"]),
            alt: self.t(
                "Décaissé\u{A0}: 10, 25 et 30. Engagé\u{A0}: 40 puis 20.",
                "المؤدى: 10 و25 و30. الملتزم به: 40 ثم 20.",
            ),
            plot: Plot::Lines {
                times: (1..=3).map(|year| self.t(&format!("Année {year}"), &format!("السنة {year}"))).collect(),
                open: true,
                scale: vec![(0.0, n(0)), (0.5, n(20)), (1.0, n(40))],
                lines: vec![
                    Line {
                        name: self.t("Décaissé", "المؤدى"),
                        points: vec![Some((0.25, n(10))), Some((0.625, n(25))), Some((0.75, n(30)))],
                    },
                    Line {
                        name: self.t("Engagé", "الملتزم به"),
                        points: vec![Some((1.0, n(40))), None, Some((0.5, n(20)))],
                    },
                ],
            },
        }))
    }

    pub(super) fn sheet(self) -> Chapter {
        let tiles = vec![
            Tile {
                compare: vec![
                    (self.t("Année précédente", "السنة الماضية"), Value::Interval(dec("12345"), dec("15678")), false),
                    (self.t("Cible de l’année", "هدف السنة"), Value::Missing, true),
                ],
                ..self.tile(
                    self.t("Actions", "الإجراءات"),
                    n(4),
                    self.t("dont 1 achevée", "منها 1 منجز"),
                    Some(0.8),
                    Some(0.8),
                )
            },
            self.tile(
                self.t("Bénéficiaires directs", "المستفيدون المباشرون"),
                n(4185),
                self.t("pers.", "شخص"),
                Some(0.83),
                Some(0.76),
            ),
            Tile {
                share: None,
                target: None,
                compare: Vec::new(),
                ..self.tile(self.t("Part des femmes", "نسبة النساء"), Value::Missing, Value::Empty, None, None)
            },
        ];
        let bars = [
            ("Santé", "الصحة", 1.0, "3.1"),
            (
                "Éducation, enseignement supérieur et formation des jeunes",
                "التعليم والتعليم العالي وتكوين الشباب",
                0.4,
                "1.2",
            ),
            ("Climat", "المناخ", 0.0, "0"),
        ];
        self.chapter(
            "T-17",
            self.t("Province d’Al Haouz", "إقليم الحوز"),
            self.t("Fiche territoriale · région Marrakech-Safi", "بطاقة ترابية · جهة مراكش-آسفي"),
            self.t("Quatre actions avec deux départements.", "أربعة إجراءات مع إقليمين فرنسيين."),
            vec![
                Block::Tiles(tiles, self.source(&["X1-activities"])),
                Block::Beside(
                    vec![
                        (self.t("Population, RGPH 2024", "الساكنة، إحصاء 2024"), n(654300)),
                        (
                            self.t("Départements partenaires", "الأقاليم الفرنسية الشريكة"),
                            self.t("Tarn, Côte-d’Or", "تارن، كوت دور"),
                        ),
                        (
                            self.t("Fichier du retour", "ملف الإفادة"),
                            Value::code("retour_al-haouz_2026-10-09_version-finale-corrigee.xlsx"),
                        ),
                        (self.t("Évaluation du PDPP", "تقييم برنامج التنمية"), Value::Missing),
                    ],
                    vec![
                        Block::Chart(Box::new(Chart {
                            title: self
                                .t("Dépenses payées par thème, en MDH", "النفقات المؤداة حسب المحور، بمليون درهم"),
                            source: self.source(&["X3-paid"]),
                            alt: self.t("Santé 3,1", "الصحة 3,1"),
                            plot: Plot::Bars(
                                bars.iter()
                                    .map(|(french, arabic, share, value)| (self.t(french, arabic), *share, d1(value)))
                                    .collect(),
                            ),
                        })),
                        Block::Grid(self.activities(4, true)),
                    ],
                ),
                Block::Panel(Panel {
                    missing: false,
                    title: self.t("À savoir", "للعلم"),
                    body: self
                        .t("La valeur sera reprise dans l’édition définitive.", "تدرج القيمة في النسخة النهائية."),
                }),
            ],
        )
    }

    pub(super) fn list(self) -> Chapter {
        self.chapter(
            "A1",
            self.t("Les actions de l’année", "إجراءات السنة"),
            self.t("Annexe 1", "الملحق 1"),
            self.t(
                "Chaque ligne renvoie au formulaire du conseil qui l’a communiquée.",
                "يحيل كل سطر على استمارة المجلس المصرح.",
            ),
            vec![
                Block::Section(self.t("Toutes les actions", "جميع الإجراءات")),
                Block::Grid(Grid { title: Value::Empty, ..self.activities(45, false) }),
            ],
        )
    }

    pub(super) fn method(self) -> Chapter {
        let bars = (0..20).map(|i| {
            (self.t(&format!("Province numéro {i}"), &format!("الإقليم رقم {i}")), f64::from(20 - i) / 20.0, n(20))
        });
        let column = |head, width| GridColumn { head, width, number: false };
        self.chapter(
            "A2",
            self.t("Codes, sources et méthode", "الرموز والمصادر والمنهجية"),
            self.t("Annexe 2", "الملحق 2"),
            Value::Empty,
            vec![
                Block::Grid(Grid {
                    title: self.t("Textes des conseils, repris tels quels", "نصوص المجالس كما وردت"),
                    columns: vec![column(self.t("Fichier", "الملف"), 30.0), column(self.t("Texte", "النص"), 60.0)],
                    rows: vec![
                        vec![
                            Value::code("Retour_Departement_des_Bouches-du-Rhone_2026.xlsx").into(),
                            Value::from("تكوين أعوان المصالح التقنية (Taza) 50 % – phase 2").into(),
                        ],
                        vec![
                            Value::code("x.csv").into(),
                            Value::from("Émoji 😀, tifinagh ⵜⴰⵎⴰⵣⵉⵖⵜ, tab\tet\u{b}contrôle\nnouvelle ligne").into(),
                        ],
                    ],
                    total: None,
                    notes: Vec::new(),
                }),
                Block::Chart(Box::new(Chart {
                    title: self.t("Vingt lignes sur deux pages", "عشرون سطرا"),
                    source: Source::default(),
                    alt: self.t("Vingt provinces", "عشرون إقليما"),
                    plot: Plot::Bars(bars.collect()),
                })),
                Block::Claims(self.claims()[..1].to_vec()),
            ],
        )
    }
}
