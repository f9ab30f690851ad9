//! A mistake in a template is told with its place and what could be meant.

use super::super::report;
use super::REFERENCE;
use crate::locale::Locale;
use crate::model::Lang;
use crate::render::sample;

fn told(lang: Lang, template: &str) -> String {
    let locale = Locale::plain(lang, &REFERENCE);
    let error = report(&sample::unknown(lang), "dossiers/joint.fr.md.hbs", template, &locale).unwrap_err();
    locale.say(&error.explain()).replace(['\u{A0}', '\u{202F}'], " ")
}

#[track_caller]
fn check(template: &str, place: &str, expected: &str) {
    let told = told(Lang::Fr, template);
    let start = format!("dossiers/joint.fr.md.hbs:{place} : ");
    assert!(told.starts_with(&start), "{told} does not start with {start}");
    assert_eq!(told[start.len()..], format!("{expected}."));
}

#[test]
fn an_unknown_name_is_told_with_the_nearest() {
    check(
        "# T\n\nUn {{activity.titel}}",
        "3:4",
        "le nom « activity.titel » n’existe pas ; les plus proches sont : activity.title, agreement.title, practices.title",
    );
    check(
        "{{#if false}}{{titre}}{{/if}}{{activty.title}}",
        "1:14",
        "le nom « titre » n’existe pas ; les plus proches sont : activity.title, agreement.title, practices.title",
    );
    check(
        "{{#each partners}}\n- {{nom}}\n{{/each}}",
        "2:3",
        "le nom « nom » n’existe pas ; les plus proches sont : name, ../call.name, ../indicators.name",
    );
    check(
        "{{#each partners}}{{activity.title}}{{/each}}",
        "1:19",
        "le nom « activity.title » n’existe pas ; les plus proches sont : ../activity.title, ../agreement.title, ../practices.title",
    );
    check(
        "{{#each task}}{{/each}}",
        "1:1",
        "le nom « task » n’existe pas ; les plus proches sont : tasks.task, tasks, tasks.end",
    );
    check(
        "{{#if actvity.title}}{{/if}}",
        "1:1",
        "le nom « actvity.title » n’existe pas ; les plus proches sont : activity.title, agreement.title, practices.title",
    );
    check(
        "{{fill call.nmae \"x\"}}",
        "1:1",
        "le nom « call.nmae » n’existe pas ; les plus proches sont : call.name, call.zone, indicators.name",
    );
    check(
        "{{{activity.titel}}}",
        "1:1",
        "le nom « activity.titel » n’existe pas ; les plus proches sont : activity.title, agreement.title, practices.title",
    );
}

#[test]
fn an_unknown_helper_or_part_is_told_with_the_nearest() {
    check(
        "{{fil activity.title}}",
        "1:1",
        "la commande « fil » n’existe pas ; les plus proches sont : fill, with, unless",
    );
    check(
        "a\n{{#eahc partners}}{{/eahc}}",
        "2:1",
        "la commande « eahc » n’existe pas ; les plus proches sont : each, eq, ne",
    );
    check(
        "{{part \"logfame\"}}",
        "1:1",
        "la partie « logfame » n’existe pas ; les plus proches sont : logframe, budget, partners",
    );
    check("{{> head}}", "1:1", "la commande « head » n’existe pas ; les plus proches sont : each, eq, ne");
    check(
        "{{#if (gross activity.title)}}{{/if}}",
        "1:1",
        "la commande « gross » n’existe pas ; les plus proches sont : unless, or, not",
    );
}

#[test]
fn a_helper_in_wrong_use_is_told_how_it_is_written() {
    check("{{part budget}}", "1:1", "la commande « part » s’écrit ainsi : {{part \"budget\"}}");
    check("{{complete}}", "1:1", "la commande « complete » s’écrit ainsi : {{complete \"…\"}}");
    check("{{fill \"x\"}}", "1:1", "la commande « fill » s’écrit ainsi : {{fill activity.title \"…\"}}");
    check("{{#each}}{{/each}}", "1:1", "la commande « each » s’écrit ainsi : {{#each partners}}");
    check(
        "{{agreement}}",
        "1:1",
        "« agreement » réunit plusieurs noms et ne s’imprime pas tel quel ; écrivez l’un d’eux après un point : parties, signed_on, title",
    );
    check(
        "{{#each activity.title}}{{/each}}",
        "1:1",
        "« activity.title » n’est pas une suite de lignes ; une boucle peut parcourir : beneficiaries, indicators, papers, partners, practices, risks, tasks",
    );
    check(
        "{{#with partners}}{{/with}}",
        "1:1",
        "« partners » ne réunit pas de noms ; ce bloc accepte : activity, agreement, application, call, exchanges, finance",
    );
}

#[test]
fn a_block_left_open_is_told_with_its_place() {
    check("a\n\n  {{#if activity.title}}\nb", "3:3", "le bloc « if » n’est pas fermé");
    check("{{#each tasks}}{{#if task}}{{/if}}", "1:1", "le bloc « each » n’est pas fermé");
    check("{{#if activity.title}}b{{/each}}", "1:24", "le bloc « if » est fermé par « each »");
    check(
        "a\n{{activity.title",
        "2:17",
        "ce passage ne se lit pas ; vérifiez les accolades et les guillemets : {{activity.title",
    );
}

#[test]
fn a_mistake_is_told_in_each_language() {
    assert_eq!(
        told(Lang::En, "{{activity.titel}}"),
        "dossiers/joint.fr.md.hbs:1:1: there is no name `activity.titel`; the nearest are: activity.title, agreement.title, practices.title."
    );
    assert!(told(Lang::Ar, "{{activity.titel}}").contains("الاسم activity.titel غير موجود"));
}
