//! A report that holds every block, with texts as long as life makes them.

use rust_decimal::Decimal;

use crate::model::report::{
    AmountRow, Block, Bullet, Chapter, Chart, Claim, Cover, DocumentKind, FunnelStep, Grid, GridCell, GridColumn,
    Matrix, Panel, Plot, Report, Source, Square, Stamp, Tile, Tone, Weight,
};
use crate::model::{Lang, Period, Value};

/// Makes the sample in Arabic, or in French for the other languages; the English edition has the long title, the final
/// stamp and no councils.
pub(super) fn report(lang: Lang) -> Report {
    let mut report = Sample { arabic: lang == Lang::Ar }.report();
    if lang == Lang::En {
        report.title =
            "Evaluation of education, higher education, research and the vocational training of young people".into();
        report.stamp = Stamp::Final;
        report.cover.councils = [Vec::new(), Vec::new()];
    }
    report
}

/// Makes a report at the edge: blank texts, empty lists, texts and numbers far too long, shares that are none.
pub(super) fn edge() -> Report {
    let mut report = report(Lang::Fr);
    let long: Value = "Anticonstitutionnellement".repeat(12).into();
    let words: Value = "préfecture de la province ".repeat(20).into();
    let number = Value::Number(Decimal::MAX, 4);
    let source = Source { codes: vec!["X".into(); 60], words: None };
    let chart =
        |plot| Block::Chart(Box::new(Chart { title: words.clone(), source: source.clone(), alt: Value::Empty, plot }));
    let step = |share| FunnelStep {
        name: long.clone(),
        share,
        count: number.clone(),
        rate: long.clone(),
        amount: number.clone(),
        tone: Tone::Done,
    };
    let bullet = Bullet {
        name: long.clone(),
        unit: words.clone(),
        shares: [Some(7.0), Some(-1.0), Some(f64::NAN)],
        values: [number.clone(), number.clone(), words.clone()],
        missing: Value::Empty,
    };
    let tile = Tile {
        label: long.clone(),
        figure: number.clone(),
        unit: words.clone(),
        share: Some(2.0),
        target: Some(f64::INFINITY),
        compare: vec![(long.clone(), number.clone(), true); 3],
    };
    let column = |width| GridColumn { head: long.clone(), width, number: true };
    let grid = Grid {
        title: Value::Empty,
        columns: vec![column(500.0), column(0.0), column(0.0)],
        rows: vec![
            vec![number.clone().into()],
            Vec::new(),
            vec![long.clone().into(), words.clone().into(), number.clone().into()],
        ],
        total: Some(Vec::new()),
        notes: vec![words.clone()],
    };
    let empty = Grid { title: Value::Empty, columns: Vec::new(), rows: Vec::new(), total: None, notes: Vec::new() };
    let matrix = |heads: usize| Matrix {
        title: Value::Empty,
        corner: long.clone(),
        heads: vec![words.clone(); heads],
        rows: vec![(long.clone(), vec![u64::MAX], 3)],
        totals: Vec::new(),
        source: Source::default(),
    };
    let blocks = vec![
        Block::Section(long.clone()),
        Block::Tiles(vec![tile; 9], source.clone()),
        Block::Tiles(Vec::new(), Source::default()),
        chart(Plot::Stacked(Vec::new())),
        chart(Plot::Stacked(vec![(9.0, Tone::Open, number.clone(), long.clone()); 9])),
        chart(Plot::Timeline { years: Vec::new(), current: 9, marks: Vec::new() }),
        chart(Plot::Timeline {
            years: vec![long.clone(); 3],
            current: 9,
            marks: vec![(0.5, long.clone(), words.clone(), true); 7],
        }),
        chart(Plot::Bullets(vec![bullet; 40])),
        chart(Plot::Funnel { amount_head: long.clone(), steps: vec![step(-3.0), step(f64::NAN)] }),
        chart(Plot::Amounts { heads: Vec::new(), rows: Vec::new(), legend: Vec::new() }),
        chart(Plot::Amounts {
            heads: vec![words.clone(); 6],
            rows: vec![AmountRow { name: long.clone(), shares: Some([1.0; 3]), values: vec![number.clone(); 6] }],
            legend: vec![(Tone::Plan, words.clone())],
        }),
        chart(Plot::Bars(vec![(long.clone(), 1.0, number.clone()); 30])),
        Block::Grid(grid.clone()),
        Block::Grid(empty),
        Block::Claims(vec![Claim { title: long.clone(), body: words.clone(), codes: Vec::new() }; 4]),
        Block::Claims(Vec::new()),
        Block::Goals(vec![0, 1, 17, 99]),
        Block::Goals(Vec::new()),
        Block::Matrix(matrix(0)),
        Block::Matrix(matrix(30)),
        Block::Beside(vec![(long.clone(), number.clone()); 20], vec![Block::Grid(grid), Block::Matrix(matrix(4))]),
        Block::Beside(Vec::new(), Vec::new()),
        Block::Prose(long.clone()),
    ];
    let chapter = Chapter { number: "".into(), title: long.clone(), kicker: Value::Empty, lead: words.clone(), blocks };
    report.title = Value::Empty;
    report.subtitle = Value::Empty;
    report.cover.alt = Value::Empty;
    report.cover.years = (0, 4);
    report.cover.councils = [vec![Square::Active; 900], vec![Square::Silent; 1]];
    report.cover.facts = Vec::new();
    report.chapters = vec![chapter];
    report
}

#[derive(Clone, Copy)]
struct Sample {
    arabic: bool,
}

fn dec(number: &str) -> Decimal {
    number.parse().unwrap()
}

fn n(number: u64) -> Value {
    Value::count(number)
}

fn d1(number: &str) -> Value {
    Value::Number(dec(number), 1)
}

fn pc(number: &str) -> Value {
    Value::Percent(dec(number), 0)
}

impl Sample {
    fn t(self, french: &str, arabic: &str) -> Value {
        Value::Text(if self.arabic { arabic } else { french }.into())
    }

    fn source(self, codes: &[&str]) -> Source {
        Source {
            codes: codes.iter().map(|code| (*code).into()).collect(),
            words: Some(
                self.t("Source\u{A0}: retours des conseils, formulaire 2026.", "المصدر: إفادات المجالس، استمارة 2026."),
            ),
        }
    }

    fn report(self) -> Report {
        Report {
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
            cover: self.cover(),
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

    fn cover(self) -> Cover {
        let field = |active, quiet, silent| {
            [(Square::Active, active), (Square::Quiet, quiet), (Square::Silent, silent)]
                .into_iter()
                .flat_map(|(square, count)| std::iter::repeat_n(square, count))
                .collect()
        };
        let day = jiff::civil::date(2026, 10, 31);
        Cover {
            kicker: self.t("Accord d’Albi · coopération décentralisée", "اتفاقية ألبي · التعاون اللامركزي"),
            parties: [
                self.t(
                    "Association marocaine des présidents des conseils préfectoraux et provinciaux",
                    "الجمعية المغربية لرؤساء مجالس العمالات والأقاليم",
                ),
                self.t(
                    "Départements de France, assemblée des conseils départementaux",
                    "جمعية أقاليم فرنسا، ممثلة مجالس الأقاليم الفرنسية",
                ),
            ],
            year: self.t("Année 1 sur 5", "السنة 1 من 5"),
            span: Value::Period(Period { from: jiff::civil::date(2025, 11, 5), to: jiff::civil::date(2030, 11, 4) }),
            years: (5, 1),
            councils: [field(48, 20, 7), field(61, 37, 6)],
            council_heads: [
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

    fn chapter(self, number: &str, title: Value, kicker: Value, lead: Value, blocks: Vec<Block>) -> Chapter {
        Chapter { number: number.into(), title, kicker, lead, blocks }
    }

    fn tile(self, label: Value, figure: Value, unit: Value, share: Option<f64>, target: Option<f64>) -> Tile {
        let compare = vec![
            (self.t("2025", "2025"), n(29150), false),
            (self.t("Cible", "الهدف"), n(40000), false),
            (self.t("Écart", "الفارق"), Value::Signed(dec("-1580"), 0), true),
        ];
        Tile { label, figure, unit, share, target, compare }
    }

    fn key(self) -> Chapter {
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
                        marks,
                    },
                ),
                Block::Claims(self.claims()),
            ],
        )
    }

    fn claims(self) -> Vec<Claim> {
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

    fn bullets(self) -> Block {
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

    fn theme(self) -> Chapter {
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

    fn activities(self, rows: usize, total: bool) -> Grid {
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

    fn funding(self) -> Chapter {
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

    fn pairs(self) -> Chapter {
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
                Block::Claims(self.claims()[..2].to_vec()),
            ],
        )
    }

    fn sheet(self) -> Chapter {
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

    fn list(self) -> Chapter {
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

    fn method(self) -> Chapter {
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
