//! Words, digits, dates and direction: what turns a language-free [`Value`] into text.
//!
//! Words stand in `templates/messages/<language>/*.ftl` (Fluent) and in the name columns of the reference lists.
//! Invariant: no other module holds a word that a reader sees.

mod finding;
mod number;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use unic_langid::LanguageIdentifier;

pub use finding::{Said, key as finding_key};
pub use number::{Numbers, round};

use crate::assets;
use crate::model::{Lang, Mask, Period, Phrase, Value};
use crate::reference::Reference;

/// First strong isolate: the text inside finds its own direction and disturbs nothing around it.
const FSI: char = '\u{2068}';
/// Left-to-right isolate.
const LRI: char = '\u{2066}';
/// End of an isolate.
const PDI: char = '\u{2069}';

/// One language, ready to speak.
pub struct Locale<'a> {
    /// The language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
    numbers: Numbers,
    reference: &'a Reference,
    isolating: bool,
}

impl<'a> Locale<'a> {
    /// Makes a locale for prose: arguments stand in bidi isolates where the language is Arabic.
    pub fn prose(lang: Lang, reference: &'a Reference) -> Self {
        Locale::new(lang, reference, lang.is_rtl())
    }

    /// Makes a locale for cells of a workbook, terminals and file names, without invisible marks.
    pub fn plain(lang: Lang, reference: &'a Reference) -> Self {
        Locale::new(lang, reference, false)
    }

    fn new(lang: Lang, reference: &'a Reference, isolating: bool) -> Self {
        let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        for (_, bytes) in assets::folder(&format!("messages/{lang}")) {
            let text = String::from_utf8_lossy(bytes).into_owned();
            // A test reads every message file, so that a release never drops an entry here.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Locale { lang, bundle, numbers: Numbers::new(lang), reference, isolating }
    }

    /// Says whether a message exists; `finding-v301.remedy` names an attribute.
    pub fn has(&self, key: &str) -> bool {
        self.pattern(key).is_some()
    }

    /// Gives a message without values.
    pub fn text(&self, key: &str) -> String {
        self.message(key, &[])
    }

    /// Gives a message filled with values. Each numeric value `x` also stands as `x_n`, for plurals.
    ///
    /// A key that no file holds comes back as the key itself, and a test fails.
    pub fn message(&self, key: &str, args: &[(&'static str, Value)]) -> String {
        let Some(pattern) = self.pattern(key) else {
            return key.to_owned();
        };
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            if let Some(number) = plural(value) {
                filled.set(format!("{name}_n"), FluentValue::from(number));
            }
            filled.set(*name, FluentValue::from(self.say(value)));
        }
        self.bundle.format_pattern(pattern, Some(&filled), &mut Vec::new()).into_owned()
    }

    fn pattern(&self, key: &str) -> Option<&fluent_syntax::ast::Pattern<&str>> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        }
    }

    /// Turns a value into text.
    pub fn say(&self, value: &Value) -> String {
        match value {
            Value::Phrase(Phrase { key, args }) => self.message(key, args),
            Value::Text(text) => self.isolate(FSI, text),
            Value::Names(names) => self.isolate(FSI, names.get(self.lang)),
            Value::Name(list, code) => self.isolate(FSI, self.reference.name(*list, code, self.lang)),
            Value::Column(sheet, field) => self.isolate(FSI, self.reference.heading(*sheet, *field, self.lang)),
            Value::SheetName(sheet) => self.isolate(FSI, self.reference.sheet_name(*sheet, self.lang)),
            Value::Code(code) => self.isolate(LRI, code),
            Value::Number(number, decimals) => self.isolate(LRI, &self.numbers.decimal(*number, *decimals)),
            Value::Signed(number, decimals) => self.isolate(LRI, &self.numbers.signed(*number, *decimals)),
            Value::Percent(fraction, decimals) => {
                let number = self.numbers.decimal(fraction.saturating_mul(Decimal::ONE_HUNDRED), *decimals);
                let sign = if self.lang == Lang::Fr { "\u{202F}%" } else { "%" };
                self.isolate(LRI, &format!("{number}{sign}"))
            }
            Value::Money(amount, currency) => {
                self.isolate(LRI, &format!("{}\u{A0}{currency}", self.numbers.decimal(*amount, 0)))
            }
            Value::Millions(amount, currency) => {
                let millions = self.numbers.decimal(*amount / Decimal::from(1_000_000), 1);
                self.message(
                    "millions",
                    &[("number", Value::Code(millions.into())), ("currency", Value::code(currency))],
                )
            }
            Value::Quantity(number, unit) => {
                let decimals = self.reference.unit(unit).map_or(0, |unit| unit.decimals);
                // The Arabic dual says the number itself.
                if self.lang == Lang::Ar && *number == Decimal::TWO {
                    return self.unit(*number, unit).to_owned();
                }
                let digits = self.isolate(LRI, &self.numbers.decimal(*number, decimals));
                format!("{digits}\u{A0}{}", self.unit(*number, unit))
            }
            Value::UnitWord(number, unit) => self.unit(*number, unit).to_owned(),
            Value::Interval(low, high) if low == high => self.isolate(LRI, &self.numbers.decimal(*low, 0)),
            Value::Interval(low, high) => {
                let ends = [low, high].map(|end| self.isolate(LRI, &self.numbers.decimal(*end, 0)));
                self.message(
                    "interval",
                    &[("low", Value::Text(ends[0].as_str().into())), ("high", Value::Text(ends[1].as_str().into()))],
                )
            }
            Value::Date(date) => self.date(*date),
            Value::Time(time) => {
                let part = |number: i8| Value::Code(format!("{number:02}").into());
                let text = self.message("clock-time", &[("hour", part(time.hour())), ("minute", part(time.minute()))]);
                self.isolate(LRI, &text)
            }
            Value::Month(date) => {
                let month = self.text(&format!("month-{}", date.month()));
                self.message(
                    "date-month",
                    &[("month", month.as_str().into()), ("year", Value::code(date.year().to_string()))],
                )
            }
            Value::Period(period) => self.period(*period),
            Value::List(values) => {
                let parts: Vec<String> = values.iter().map(|value| self.say(value)).collect();
                parts.join(&self.separator())
            }
            Value::Masked(Mask::Few(limit)) => self.message("masked-few", &[("limit", Value::count(*limit))]),
            Value::Masked(Mask::Withheld) => self.text("masked-withheld"),
            Value::Missing => self.text("missing"),
            Value::NotApplicable => self.text("not-applicable"),
            Value::Empty => String::new(),
        }
    }

    /// Gives the name of the language itself.
    pub fn lang_name(&self, lang: Lang) -> String {
        self.text(match lang {
            Lang::Fr => "language-fr",
            Lang::Ar => "language-ar",
            Lang::En => "language-en",
        })
    }

    fn separator(&self) -> String {
        if self.lang.is_rtl() { "، ".to_owned() } else { ", ".to_owned() }
    }

    fn unit(&self, number: Decimal, unit: &str) -> &str {
        self.reference.unit(unit).map_or("", |unit| unit.word(number, self.lang))
    }

    fn date(&self, date: Date) -> String {
        let month = self.text(&format!("month-{}", date.month()));
        let day = match (self.lang, date.day()) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        let args = [
            ("day", Value::code(day)),
            ("month", month.as_str().into()),
            ("year", Value::code(date.year().to_string())),
        ];
        self.message("date-day", &args)
    }

    fn period(&self, period: Period) -> String {
        let (from, to) = (period.from, period.to);
        if from == to {
            return self.date(from);
        }
        if (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31) {
            let year = from.year().to_string();
            if from.year() == to.year() {
                return self.isolate(LRI, &year);
            }
            return self.isolate(LRI, &format!("{year}\u{2013}{}", to.year()));
        }
        self.message("date-range", &[("from", Value::Date(from)), ("to", Value::Date(to))])
    }

    fn isolate(&self, opening: char, text: &str) -> String {
        if self.isolating && !text.is_empty() { format!("{opening}{text}{PDI}") } else { text.to_owned() }
    }
}

/// Gives the number by which a plural is chosen.
fn plural(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number, _) | Value::Signed(number, _) | Value::Quantity(number, _) => number.to_f64(),
        _ => None,
    }
}
