// Search, filters and the language of the page. Nothing leaves the file, nothing is loaded.
"use strict";
(() => {
  const root = document.documentElement;
  const terms = JSON.parse(document.getElementById("terms").textContent);
  const pages = Array.from(document.querySelectorAll(".page"), (element) => {
    const find = (selector) => element.querySelector(selector);
    return {
      element,
      form: find(".tools"),
      input: find("input[type=search]"),
      kind: find(".kind"),
      country: find(".country"),
      count: find(".count b"),
      none: find(".none"),
      contents: find(".contents"),
      shelves: Array.from(element.querySelectorAll(".shelf"), (shelf) => ({
        element: shelf,
        kind: shelf.dataset.kind,
        count: shelf.querySelector("h3 span"),
        all: shelf.querySelector("h3 span").textContent,
        items: Array.from(shelf.querySelectorAll("li")),
      })),
    };
  });
  if (pages.length === 0) return;
  let current = pages[0];
  let best = null;

  // One spelling for what people write in many ways, as the program folds the terms.
  const LETTERS = new Map([
    ..."أإآٱ".split("").map((letter) => [letter, "ا"]),
    ..."ىئیے".split("").map((letter) => [letter, "ي"]),
    ..."ةۃہھە".split("").map((letter) => [letter, "ه"]),
    ["ؤ", "و"],
    ..."کڪڭگݣ".split("").map((letter) => [letter, "ك"]),
    ["ڤ", "ف"], ["œ", "oe"], ["æ", "ae"],
    ...Array.from("٠١٢٣٤٥٦٧٨٩", (digit, value) => [digit, String(value)]),
    ...Array.from("۰۱۲۳۴۵۶۷۸۹", (digit, value) => [digit, String(value)]),
  ]);
  const fold = (text) =>
    Array.from(text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}\u0640\u0621]/gu, ""), (letter) =>
      LETTERS.get(letter) ?? letter)
      .join("").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // Articles and the like that a name may have or lack.
  const LIGHT = new Set("l d al el le la les de du des et the of and و".split(" "));
  const bare = (word) => (word.startsWith("ال") && word.length >= 5 ? word.slice(2) : word);
  const lean = (text) => text.split(" ").map(bare).join(" ");

  const query = (text) => {
    const words = fold(text).split(" ").filter((word) => word !== "");
    const heavy = words.filter((word) => !LIGHT.has(word));
    return { text: lean(words.join(" ")), words: heavy.length > 0 ? heavy : words };
  };
  const spaced = terms.map(([name, related]) => [` ${name} `, ` ${name} ${related} `, `| ${lean(name)} |`]);
  const holds = (text, words) => words.every((word) => text.includes(` ${word}`) || text.includes(` ${bare(word)}`));
  // The better a name fits, the lower its rank; -1 where it does not fit.
  const rank = (at, { text, words }) => {
    const [name, all, leaned] = spaced[at];
    if (words.length === 0) return 0;
    if (!holds(all, words)) return -1;
    if (!holds(name, words)) return 4;
    if (leaned.includes(`| ${text} |`)) return 1;
    return leaned.includes(`| ${text}`) ? 2 : 3;
  };
  // A name written in one word, such as "alhaouz".
  const joined = terms.map(([name]) => name.replaceAll(" ", ""));
  const rankJoined = (at, { text }) => (text.length >= 4 && joined[at].includes(text.replaceAll(" ", "")) ? 5 : -1);

  const show = (element, shown) => {
    if (element.hidden === shown) element.hidden = !shown;
  };

  const search = () => {
    const asked = query(current.input.value);
    const kind = current.kind.value;
    const country = current.country ? current.country.value : "";
    const apply = (rank) => {
      let at = 0;
      let found = 0;
      let first = null;
      let lowest = Infinity;
      for (const shelf of current.shelves) {
        let here = 0;
        for (const item of shelf.items) {
          const fits = (kind === "" || kind === shelf.kind)
            && (country === "" || item.dataset.c.split(" ").includes(country));
          const rated = fits ? rank(at, asked) : -1;
          at += 1;
          show(item, rated >= 0);
          if (rated < 0) continue;
          found += 1;
          here += 1;
          if (rated < lowest) {
            lowest = rated;
            first = item;
          }
        }
        show(shelf.element, here > 0);
        shelf.count.textContent = here === shelf.items.length ? shelf.all : String(here);
      }
      return { found, first };
    };
    let result = apply(rank);
    if (result.found === 0 && asked.words.length > 0) result = apply(rankJoined);
    const narrowed = asked.words.length > 0 || kind !== "" || country !== "";
    if (best) best.classList.remove("best");
    best = narrowed ? result.first : null;
    if (best && asked.words.length > 0) best.classList.add("best");
    current.count.textContent = String(result.found);
    show(current.none, result.found === 0);
    show(current.contents, !narrowed);
  };

  const clear = () => {
    current.input.value = "";
    current.kind.value = "";
    if (current.country) current.country.value = "";
    search();
  };

  const open = (page) => {
    const before = current;
    current = page;
    for (const other of pages) show(other.element, other === page);
    root.lang = page.element.lang;
    root.dir = page.element.dir;
    document.title = page.element.dataset.title;
    if (before !== page) {
      page.input.value = before.input.value;
      page.kind.value = before.kind.value;
      if (page.country && before.country) page.country.value = before.country.value;
    }
    search();
  };

  const named = () => {
    const target = location.hash === "" ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return target ? pages.find((page) => page.element.contains(target)) : undefined;
  };
  const preferred = () => {
    for (const wanted of navigator.languages ?? [navigator.language]) {
      const page = pages.find((page) => page.element.lang === String(wanted).slice(0, 2).toLowerCase());
      if (page) return page;
    }
    return pages[0];
  };

  for (const page of pages) {
    page.input.addEventListener("input", search);
    page.kind.addEventListener("change", search);
    if (page.country) page.country.addEventListener("change", search);
    page.form.addEventListener("reset", (event) => {
      event.preventDefault();
      clear();
      page.input.focus();
    });
    page.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const link = best && best.querySelector("a");
      if (link) link.focus();
    });
    page.form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      clear();
    });
  }
  window.addEventListener("hashchange", () => {
    const page = named();
    if (!page || page === current) return;
    open(page);
    if (location.hash.slice(1) !== page.element.id) return;
    window.scrollTo(0, 0);
    const link = page.element.querySelector(".languages [aria-current]");
    if (link) link.focus();
  });
  root.classList.add("js");
  open(named() ?? preferred());
})();
