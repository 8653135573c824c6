// The script of the navigation, which is loaded on first use: it filters the entries of a group, and
// shows those that a page has not.

import { load, make, siteUrl } from "../page/shared.js";
import { phrase } from "../phrase.js";

/**
 * Entry of a list: URL, label, status, title where that says more, heading, number of operations.
 *
 * @typedef {string[]} Row
 */

const REST = "a[data-callsheet-list]";
const FILTER = ".callsheet-filter";
/** Where a name too long for a line may go on in the next one. */
const HUMP = /(?<=\b(?=\w{18})\w*[a-z]{3})(?=[A-Z][a-z]{2})/;
/** @type {Map<string, Row[]>} */
const lists = new Map();

/**
 * Return a part of a name, after a place where the name may go on in the next line.
 *
 * @param {string} part
 * @param {number} index
 */
function broken(part, index) {
  return index ? [make("wbr"), part] : [part];
}

/** @param {Row} row */
function entryOf([url, label, status, title, , count]) {
  const link = make(
    "a",
    { class: "md-nav__link", href: new URL(url, siteUrl("")).href, title: title || false },
    make("span", { class: "md-ellipsis" }, ...label.split(HUMP).flatMap(broken)),
  );
  if (count) link.firstElementChild?.append(make("small", {}, `\u00a0${count}`));
  if (status) link.append(make("span", { class: `md-status md-status--${status}` }));
  return make("li", { class: "md-nav__item" }, link);
}

/**
 * Return the entries of a list before and after one of them, with their headings.
 *
 * @param {Row[]} rows
 * @param {number} place That of the entry, which is left out.
 */
function around(rows, place) {
  /** @type {[HTMLElement[], HTMLElement[]]} */
  const parts = [[], []];
  rows.forEach((row, index) => {
    const part = parts[index > place ? 1 : 0];
    const heading = row[4];
    if (heading && heading !== rows[index - 1]?.[4]) {
      part.push(make("li", { class: "md-nav__item callsheet-nav-heading" }, heading));
    }
    if (index !== place) part.push(entryOf(row));
  });
  return parts;
}

/**
 * Show the whole list in place of its part.
 *
 * @param {HTMLAnchorElement} link Leads to the page with the whole list.
 * @param {boolean} focuses Whether to focus the first entry that the page did not have.
 */
async function showAll(link, focuses) {
  const [name, place] = (link.dataset.callsheetList ?? "").split(" ");
  await load(`navigation/${name}.js`);
  const list = link.closest("ul");
  // It may have been shown since.
  if (!list) return;
  const [before, after] = around(lists.get(name) ?? [], Number(place));
  const active = list.querySelector(":scope > .md-nav__item--active");
  const seen = focuses ? link.parentElement : active;
  const top = seen?.getBoundingClientRect().top ?? 0;
  let shown = 0;
  for (const child of [...list.children]) {
    // The page with the whole list has an entry of its own, where the theme shows one.
    const first = child.querySelector("a");
    const isIndex = first !== link && first?.href === link.href;
    if (child === active) shown = 0;
    else if (!isIndex && !child.matches(FILTER)) {
      if (first !== link) shown += 1;
      child.remove();
    }
  }
  active?.before(...before);
  list.append(...after);
  const added = [...after.slice(shown), ...before].find((entry) => entry.firstElementChild);
  const now = focuses ? added : active;
  // What the reader looks at stays where it is.
  if (now) {
    const scroller = list.closest(".md-sidebar__scrollwrap");
    scroller?.scrollBy(0, now.getBoundingClientRect().top - top);
  }
  if (focuses) added?.querySelector("a")?.focus({ preventScroll: true });
}

/**
 * Show the entries of a list that have all words, of the whole list where the page has a part.
 *
 * @param {HTMLElement} place That of the filter, before the entries.
 * @param {string} query
 * @param {HTMLElement} said Says how many there are.
 */
async function filter(place, query, said) {
  const list = /** @type {HTMLElement} */ (place.parentElement);
  const rest = /** @type {HTMLAnchorElement | null} */ (
    list.querySelector(`:scope > li > ${REST}`)
  );
  // Without the rest, at least what is shown is filtered.
  if (rest) await showAll(rest, false).catch(() => {});
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  /** @type {HTMLElement | null} */
  let heading = null;
  let [count, total] = [0, 0];
  for (const entry of /** @type {NodeListOf<HTMLElement>} */ (
    list.querySelectorAll(`:scope > ${FILTER} ~ li`)
  )) {
    const link = entry.querySelector("a");
    if (!link) {
      heading = entry;
      heading.hidden = true;
    } else if (!link.matches(REST)) {
      const text = `${entry.textContent} ${link.title} ${link.pathname}`.toLowerCase();
      entry.hidden = !words.every((word) => text.includes(word));
      total += 1;
      if (entry.hidden) continue;
      count += 1;
      if (heading) heading.hidden = false;
    }
  }
  said.textContent = words.length ? phrase`${count} of ${total}` : "";
}

window.callsheetNavigation = (name, rows) => lists.set(name, rows);
window.callsheet.navigation = { filter, showAll };
