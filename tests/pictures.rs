//! Six pages as pictures: the cover, a table that goes on over a page, and a chart, in French and in Arabic.
//!
//! A page that looks otherwise replaces its picture, and the test fails once, so that a person looks at both. Small
//! differences of edges pass: they depend on the processor.

use std::path::Path;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use image::RgbImage;

use crate::paper::{Paper, Tag, papers};
use crate::program::example;

/// Gives the page on which a tag begins and the one on which it ends, counted from zero.
fn pages(tag: &Tag) -> (usize, usize) {
    let runs = tag.runs();
    (runs.first().map_or(0, |run| run.0), runs.last().map_or(0, |run| run.0))
}

/// What may differ: the mean difference of a colour in 255 steps, and the share of points that changed.
const LIMITS: (f64, f64) = (0.2, 0.002);

fn cover(_: &Paper) -> usize {
    0
}

/// The second page of the first table that has one.
fn table(paper: &Paper) -> usize {
    paper.all("Table").into_iter().map(pages).find(|(first, last)| first < last).unwrap().0 + 1
}

fn chart(paper: &Paper) -> usize {
    pages(paper.all("Figure")[4]).0
}

fn draw(lang: &str, page: usize) -> RgbImage {
    let bytes = std::fs::read(example().join(format!("consolidated-{lang}.pdf"))).unwrap();
    let pdf = Pdf::new(bytes).unwrap();
    let settings = RenderSettings { x_scale: 0.86, y_scale: 0.86, bg_color: WHITE, ..RenderSettings::default() };
    let drawn = render(&pdf.pages()[page], &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    let colours = drawn.data_as_u8_slice().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    RgbImage::from_raw(width, height, colours).unwrap()
}

/// Says how far two pictures are apart: the mean difference of a colour in 255 steps, and the share of points that changed.
fn apart(one: &RgbImage, two: &RgbImage) -> (f64, f64) {
    if one.dimensions() != two.dimensions() {
        return (255.0, 1.0);
    }
    let (mut sum, mut changed) = (0, 0);
    for (one, two) in one.pixels().zip(two.pixels()) {
        let differences = one.0.iter().zip(two.0).map(|(a, b)| u32::from(a.abs_diff(b)));
        sum += differences.clone().sum::<u32>();
        changed += u32::from(differences.max() > Some(48));
    }
    let points = f64::from(one.width() * one.height());
    (f64::from(sum) / points / 3.0, f64::from(changed) / points)
}

#[track_caller]
fn check(name: &str, page: fn(&Paper) -> usize) {
    let mut anew = Vec::new();
    for lang in ["fr", "ar"] {
        let found = draw(lang, page(&papers(lang)["consolidated"]));
        let path = Path::new("tests/pictures").join(format!("{name}-{lang}.png"));
        let (mean, changed) = image::open(&path).map_or((255.0, 1.0), |expected| apart(&expected.into_rgb8(), &found));
        if mean > LIMITS.0 || changed > LIMITS.1 {
            found.save(&path).unwrap();
            anew.push(format!("{} (mean {mean:.2}, changed {changed:.4})", path.display()));
        }
    }
    assert!(anew.is_empty(), "written anew, look at the difference: {}", anew.join(", "));
}

#[test]
fn a_cover_looks_as_it_did() {
    check("cover", cover);
}

#[test]
fn a_table_over_two_pages_looks_as_it_did() {
    check("table", table);
}

#[test]
fn a_chart_looks_as_it_did() {
    check("chart", chart);
}

/// Two rows of a table that moved by a millimetre are seen.
#[test]
fn a_difference_that_an_eye_sees_is_found() {
    let page = draw("fr", table(&papers("fr")["consolidated"]));
    let moved = |by: u32| {
        let mut moved = page.clone();
        for (x, y, pixel) in moved.enumerate_pixels_mut().filter(|(_, y, _)| (200..225).contains(y)) {
            *pixel = *page.get_pixel(x.saturating_sub(by), y);
        }
        apart(&page, &moved)
    };
    assert_eq!(moved(0), (0.0, 0.0));
    let (mean, changed) = moved(3);
    assert!(mean > LIMITS.0 || changed > LIMITS.1, "{mean} {changed}");
}
