// The dialog of the search: a combobox with a list of results, after the pattern of WAI-ARIA.

import { badge, breakable, make, siteUrl } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { parts } from "./words.js";

/** @import { SearchBox } from "../page/search_box.js" */
/** @import { Entry, Kind } from "./entries.js" */
/** @import { Row } from "./indexing.js" */
/** @import { Hit, SearchIndex } from "./search_index.js" */

/**
 * A part of the site with an API of its own: its folder, which ends with a slash, and its title.
 *
 * @typedef {[folder: string, title: string]} Collection
 */

/**
 * @typedef {{name: string, badge: string, shown: number, count: (n: number) => string}} KindWords
 * @type {Record<Kind, KindWords>}
 */
const KINDS = {
  operation: {
    name: phrase`Operations`,
    badge: phrase`Operation`,
    shown: 30,
    count: (n) => (n === 1 ? phrase`1 operation` : phrase`${n} operations`),
  },
  type: {
    name: phrase`Types`,
    badge: phrase`Type`,
    shown: 5,
    count: (n) => (n === 1 ? phrase`1 type` : phrase`${n} types`),
  },
  section: {
    name: phrase`Pages`,
    badge: phrase`Page`,
    shown: 10,
    count: (n) => (n === 1 ? phrase`1 page or heading` : phrase`${n} pages and headings`),
  },
};

/**
 * What tables are called, by how the ids of their rows begin.
 *
 * @type {Record<string, string>}
 */
const TABLES = {
  path: phrase`Path`,
  query: phrase`Query`,
  header: phrase`Header`,
  cookie: phrase`Cookie`,
  request: phrase`Body`,
  response: phrase`Response`,
  property: phrase`Property`,
  example: phrase`Example`,
};
const NOT_IN_AN_ID = /[^\p{L}\p{N}_.-]+/gu;

export class SearchDialog {
  #box;
  #index;
  /** @type {HTMLElement[]} */
  #options = [];
  #active = -1;
  #note = "";
  #isLoading = true;
  /** Whether the reader has chosen an option by arrows. */
  #isChosen = false;
  /** @type {Collection[]} */
  #collections;
  /** @type {Collection | undefined} The one that the page is in. */
  #here;
  /** Whether only that is searched. */
  #only = make("input", { type: "checkbox", checked: "" });
  /** Whether the best option is opened as soon as everything that may be better is there. */
  #opens = false;

  /**
   * @param {SearchBox} box
   * @param {SearchIndex} index
   * @param {Collection[]} collections
   */
  constructor(box, index, collections) {
    this.#box = box;
    this.#index = index;
    this.#collections = collections;
    this.#here = collections.find(([folder]) => location.href.startsWith(siteUrl(folder)));
    const { dialog, input, last, list } = box;
    this.#opens = last === "Enter";
    list.after(noteOfKeys());
    if (this.#here) {
      const about = phrase`Only ${this.#here[1]}`;
      input.after(make("label", { class: "callsheet-note" }, this.#only, " ", about));
      this.#only.addEventListener("change", () => this.#show());
    }
    input.addEventListener("input", () => {
      this.#opens = false;
      this.#show();
    });
    input.addEventListener("keydown", (event) => this.#move(event));
    list.addEventListener("click", (event) => {
      const { ctrlKey, metaKey, shiftKey, target } = event;
      const isLink = target instanceof Element && target.closest("a");
      // A link that opens another tab or window leaves the results for the next one.
      if (isLink && !ctrlKey && !metaKey && !shiftKey) dialog.close();
    });
  }

  /**
   * Show what is found in the files that are there.
   *
   * @param {boolean} isLoading Whether further files are to come.
   * @param {boolean} isMissing Whether a file cannot be loaded.
   */
  progress(isLoading, isMissing) {
    this.#note = isLoading
      ? phrase` Loading …`
      : isMissing
        ? phrase` Some results cannot be loaded.`
        : "";
    this.#isLoading = isLoading;
    this.#show();
    if (this.#opens && !isLoading && this.#box.dialog.open) this.#options[this.#active]?.click();
  }

  #show() {
    const { input, list, said } = this.#box;
    const query = input.value.trim();
    const isIn = (/** @type {Entry} */ { url }) =>
      !this.#here || !this.#only.checked || url.startsWith(this.#here[0]);
    const all = this.#index.operations.filter(isIn);
    const hits = query
      ? this.#index.search(query, isIn)
      : all.map((entry) => ({ entry, score: 0, used: new Set(), row: null }));
    /** @type {Map<Kind, Hit[]>} */
    const groups = new Map();
    for (const hit of hits) {
      const group = groups.get(hit.entry.kind);
      if (group) group.push(hit);
      else groups.set(hit.entry.kind, [hit]);
    }
    this.#options = [];
    list.replaceChildren(...[...groups].map(([kind, found]) => this.#group(kind, found)));
    list.hidden = !this.#options.length;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    const shown = this.#options.length;
    let text = [...groups].map(([kind, { length }]) => KINDS[kind].count(length)).join(", ");
    if (!text) text = phrase`Nothing found. Other words, a part of a path or a uid may find it.`;
    else if (hits.length > shown) text = phrase`${text}, the first ${shown} below.`;
    else text = phrase`${text}.`;
    said.textContent = text + this.#note;
    this.#isChosen = false;
    this.#activate(query && this.#options.length ? 0 : -1);
  }

  /**
   * @param {Kind} kind
   * @param {Hit[]} hits
   */
  #group(kind, hits) {
    const { name, shown } = KINDS[kind];
    const group = make("ul", { role: "group", "aria-label": name });
    for (const hit of hits.slice(0, shown)) {
      const option = optionOf(hit, this.#collections);
      option.id = `callsheet-result-${this.#options.length}`;
      this.#options.push(option);
      group.append(make("li", { role: "none" }, option));
    }
    const heading = make("p", { class: "callsheet-note", "aria-hidden": "true" }, name);
    return make("div", { role: "presentation" }, heading, group);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    if (event.isComposing) return;
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    const step = steps[event.key];
    if (event.key === "Enter") {
      event.preventDefault();
      if (this.#isLoading && !this.#isChosen) this.#opens = true;
      else this.#options[this.#active]?.click();
    } else if (step && this.#options.length) {
      event.preventDefault();
      const goal = this.#active < 0 && step < 0 ? this.#options.length - 1 : this.#active + step;
      this.#activate(Math.max(0, Math.min(goal, this.#options.length - 1)));
      this.#isChosen = true;
    }
  }

  /** @param {number} index The option that Enter opens; -1 for none. */
  #activate(index) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#options[index];
    const { input } = this.#box;
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }
}

/** Return what keys do. */
function noteOfKeys() {
  const key = (/** @type {string} */ name) => make("kbd", {}, name);
  const keys = [
    ...[
      key("/"),
      phrase` or `,
      key(phrase`Ctrl K`),
      phrase` opens the search, `,
      key("↑"),
      " ",
      key("↓"),
      phrase` move, `,
    ],
    ...[key(phrase`Enter`), phrase` goes to the page, `, key(phrase`Esc`), phrase` closes.`],
  ];
  return make("p", { class: "callsheet-note callsheet-keys" }, ...keys);
}

/**
 * @param {Hit} hit
 * @param {Collection[]} collections
 */
function optionOf({ entry, used, row }, collections) {
  const { kind, title, about, method } = entry;
  const label = kind === "operation" ? badge(method) : badge(KINDS[kind].badge);
  const text = make("span", {}, make("strong", {}, ...marked(title, used)));
  if (about) {
    text.append(make(kind === "operation" ? "code" : "small", {}, ...marked(about, used)));
  }
  const around = collections.find(([folder]) => entry.url.startsWith(folder));
  if (around) text.append(make("small", {}, around[1]));
  if (row) {
    const name = make("code", {}, ...marked(row.name, used));
    text.append(make("small", { class: "callsheet-row" }, `${TABLES[row.table]} `, name));
  }
  const href = siteUrl(entry.url) + (row ? fragmentOf(row) : "");
  return make("a", { role: "option", href, tabindex: "-1", "aria-selected": "false" }, label, text);
}

/**
 * Return the address of a row within its page, whose ids the plugin makes.
 *
 * @param {Row} row
 */
function fragmentOf({ table, name }) {
  return table === "example" ? "" : `#${table}-${name.replace(NOT_IN_AN_ID, "")}`;
}

/**
 * Return a text whose words that were looked for are marked.
 *
 * @param {string} text
 * @param {Set<string>} used
 */
function marked(text, used) {
  return parts(text).flatMap(({ part, stemmed }, index) => {
    if (stemmed && used.has(stemmed)) return make("mark", {}, part);
    return index && part.startsWith("/") ? [make("wbr"), part] : breakable(part);
  });
}
