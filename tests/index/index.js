// Opens the index.html of a run in a browser, as an office does: by its file. Usage: node index.js FOLDER
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = resolve(process.argv[2] ?? "out");
const address = pathToFileURL(join(folder, "index.html")).href;
const listing = JSON.parse(readFileSync(join(folder, "data", "index.json"), "utf8"));
const languages = listing.languages.map((told) => told.lang);
const profile = mkdtempSync(join(tmpdir(), "bilan-index-"));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
  userDataDir: profile,
});

// An archive holds the territories of one side only.
const held = (name) => listing.documents.some((it) => Object.values(it.name).some((said) => bare(said) === name));
const bare = (text) => text.replace(/[\u2066-\u2069]/g, "");

const wrong = [];
async function open(hash = "", setup = async () => {}) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("request", (request) => /^https?:/.test(request.url()) && wrong.push(`network: ${request.url()}`));
  await setup(page);
  await page.goto(address + hash);
  return page;
}
const shown = (page) =>
  page.$$eval(".page", (pages) => pages.filter((it) => it.checkVisibility()).map((it) => it.id));
const found = (page, lang) =>
  page.$$eval(`#${lang} .shelf li`, (items) =>
    items.filter((it) => !it.hidden && !it.closest(".shelf").hidden).map((it) => it.querySelector(".name").textContent));
async function type(page, lang, text) {
  await page.$eval(`#${lang}-search`, (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
  }, text);
}
const checks = {
  async "each language has its page, its direction and its title"() {
    const page = await open("#fr");
    for (const lang of [...languages.slice(1), languages[0]]) {
      await page.click(`.page:not([hidden]) .languages a[hreflang=${lang}]`);
      await page.waitForFunction((lang) => document.documentElement.lang === lang, {}, lang);
      assert.deepEqual(await shown(page), [lang]);
      assert.equal(await page.$eval("html", (root) => root.dir), lang === "ar" ? "rtl" : "ltr");
      assert.equal(await page.title(), await page.$eval(`#${lang}`, (it) => it.dataset.title));
      const current = await page.evaluate(() => document.activeElement.getAttribute("hreflang"));
      assert.equal(current, lang, "the keyboard stays at the switch");
    }
    await page.close();
  },

  async "the language of the browser comes first"() {
    for (const lang of languages) {
      const page = await open("", (page) => page.evaluateOnNewDocument((lang) => {
        Object.defineProperty(navigator, "languages", { get: () => [`${lang}-MA`, "de"] });
      }, lang));
      assert.deepEqual(await shown(page), [lang]);
      await page.close();
    }
  },

  async "without its script the page shows the language of its address"() {
    const off = (page) => page.setJavaScriptEnabled(false);
    for (const [hash, lang] of [["", languages[0]], ...languages.map((lang) => [`#${lang}`, lang])]) {
      const page = await open(hash, off);
      const styles = await page.$$eval(".page", (pages) => pages.map((it) => [it.id, getComputedStyle(it).display]));
      assert.deepEqual(styles.filter(([, display]) => display !== "none").map(([id]) => id), [lang]);
      assert.equal(await page.$eval(`#${lang} .tools`, (it) => getComputedStyle(it).display), "none");
      await page.close();
    }
  },

  async "a document is found in any spelling and any language"() {
    const page = await open("#fr");
    for (const [lang, text, first] of [
      ["fr", "Al Haouz", "Al Haouz"], ["fr", "haouz", "Al Haouz"], ["fr", "ALHAOUZ", "Al Haouz"],
      ["fr", "الحوز", "Al Haouz"], ["fr", "حوز", "Al Haouz"], ["fr", "الحـَوز", "Al Haouz"],
      ["fr", "isere", "Isère"], ["fr", "L’Isère", "Isère"], ["fr", "ISÈRE", "Isère"], ["fr", "إزار", "Isère"],
      ["fr", "صحة", "Santé"], ["fr", "الصحه", "Santé"], ["fr", "health", "Santé"], ["fr", "ma-hao", "Al Haouz"],
      ["fr", "إقليم الحوز", "Al Haouz"], ["fr", "Tahannaout", "Al Haouz"], ["ar", "CG38", "إزار"],
      ["fr", "التطهير", "Hygiène et propreté"], ["ar", "assainissement", "النظافة"],
      ["ar", "Al Haouz", "الحوز"], ["ar", "santé", "الصحة"], ["en", "الحوز", "Al Haouz"], ["en", "sante", "Health"],
    ].filter(([, , name]) => held(name))) {
      await page.evaluate((lang) => { location.hash = lang; }, lang);
      await page.waitForFunction((lang) => document.documentElement.lang === lang, {}, lang);
      await type(page, lang, text);
      const names = await found(page, lang);
      const best = await page.$eval(`#${lang} .best .name`, (it) => it.firstChild.textContent);
      assert.ok(bare(best).startsWith(first), `${text}: ${best}`);
      const counts = await page.$$eval(`#${lang} .shelf:not([hidden]) h3 span`, (all) => all.map((it) => Number(it.textContent)));
      assert.equal(counts.reduce((a, b) => a + b, 0), names.length, text);
      assert.equal(await page.$eval(`#${lang} .count b`, (it) => it.textContent), String(names.length));
    }
    await page.close();
  },

  async "every name leads to its document"() {
    const page = await open("#fr");
    const lost = await page.evaluate((names) => {
      const input = document.getElementById("fr-search");
      const items = Array.from(document.querySelectorAll("#fr .shelf li"));
      return names.filter(([at, name]) => {
        input.value = name;
        input.dispatchEvent(new Event("input"));
        return items[at].hidden;
      });
    }, listing.documents.flatMap((it, at) => Object.values(it.name).map((name) => [at, name])));
    assert.deepEqual(lost, []);
    await page.close();
  },

  async "the keyboard goes to the first result and back"() {
    const page = await open("#fr");
    const all = await found(page, "fr");
    await page.focus("#fr-search");
    await page.keyboard.type("isère");
    assert.ok((await found(page, "fr")).length < all.length);
    await page.keyboard.press("Enter");
    const href = await page.evaluate(() => document.activeElement.getAttribute("href"));
    if (held("Isère")) assert.equal(href, "./territories/territory-FR-38-fr.pdf");
    await page.focus("#fr-search");
    await page.keyboard.press("Escape");
    assert.deepEqual(await found(page, "fr"), all);
    await page.keyboard.type("xyzzy");
    assert.deepEqual(await found(page, "fr"), []);
    assert.ok(await page.$eval("#fr .none", (it) => it.checkVisibility()));
    await page.close();
  },

  async "filters narrow by kind and country"() {
    const page = await open("#fr");
    await page.select("#fr-kind", "territories");
    const both = await found(page, "fr");
    const sides = [];
    for (const country of await page.$$eval("#fr-country option", (all) => all.map((it) => it.value).filter(Boolean))) {
      await page.select("#fr-country", country);
      sides.push((await found(page, "fr")).length);
    }
    assert.ok(both.length > 0 && sides.reduce((a, b) => a + b) === both.length, `${sides} of ${both.length}`);
    await page.close();
  },

  async "every link leads to a file, and none into the office"() {
    const page = await open();
    const links = await page.$$eval(".page a", (links) => links.map((link) => link.getAttribute("href")));
    for (const link of links.filter((link) => !link.startsWith("#"))) {
      const path = fileURLToPath(new URL(link, address));
      assert.ok(path.startsWith(folder) && existsSync(path), link);
      assert.ok(!link.includes("internal/"), link);
    }
    for (const link of links.filter((link) => link.startsWith("#"))) {
      assert.ok(await page.$(`[id="${link.slice(1)}"]`), link);
    }
    await page.close();
  },

  async "the page prints without controls and with file names"() {
    const page = await open("#fr");
    await page.emulateMediaType("print");
    const content = await page.$eval("#fr .name a", (link) => getComputedStyle(link, "::after").content);
    assert.match(content, /\.pdf/);
    assert.equal(await page.$eval("#fr .tools", (it) => getComputedStyle(it).display), "none");
    const pdf = await page.pdf({ format: "A4" });
    assert.equal(Buffer.from(pdf.subarray(0, 5)).toString(), "%PDF-");
    await page.close();
  },

  async "nothing stands past the edge of a phone, and axe finds nothing"() {
    for (const lang of languages) {
      for (const width of [1280, 390, 320]) {
        const page = await open(`#${lang}`, (page) => page.setViewport({ width, height: 900 }));
        const room = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(room[0] <= room[1], `${lang} ${width}: ${room}`);
        await type(page, lang, "a");
        // The page allows no script but its own; this one comes from the test.
        const found = await page.evaluate(`${axe}; axe.run().then((it) => it.violations.map((rule) =>
          rule.id + ": " + rule.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")))`);
        assert.deepEqual(found, [], `${lang} ${width}`);
        await page.close();
      }
    }
  },
};

let failed = 0;
try {
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      console.log(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      console.error(`WRONG ${name}\n${error.stack}`);
    }
  }
  if (wrong.length > 0) console.error(`WRONG the browser says:\n${[...new Set(wrong)].join("\n")}`);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}
process.exit(failed > 0 || wrong.length > 0 ? 1 : 0);
