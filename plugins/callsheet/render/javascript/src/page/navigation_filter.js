// The filter of a long group in the navigation, and the link to all of its entries. What they do is
// loaded on first use.

import { phrase } from "../phrase.js";
import { make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { load } from "./site.js";

const REST = "a[data-callsheet-list]";
const FILTER = "callsheet-filter";
/** The lists that the reader has seen whole. */
const seen = new Set();

async function navigation() {
  await load("navigation.js");
  return window.callsheet.navigation;
}

/** @param {HTMLAnchorElement} link Leads to the page with the whole list. */
function addRest(link) {
  const [name] = (link.dataset.callsheetList ?? "").split(" ");
  const show = async (/** @type {boolean} */ focuses) => {
    try {
      await (await navigation())?.showAll(link, focuses);
      seen.add(name);
    } catch {
      if (focuses) location.href = link.href;
    }
  };
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    show(true);
  });
  if (seen.has(name)) show(false);
}

/** @param {HTMLElement} place The place of the filter, before the entries. */
function addFilter(place) {
  const list = /** @type {HTMLElement} */ (place.parentElement);
  const rest = list.querySelector(`:scope > li > ${REST}`)?.textContent;
  const others = list.querySelectorAll(".callsheet-filter ~ li > a").length;
  const number = rest?.match(/\d+/)?.[0] ?? others;
  const said = statusNote();
  const input = make("input", {
    id: FILTER,
    type: "search",
    "aria-label": phrase`Filter the operations of this group`,
    placeholder: phrase`Filter ${number}`,
    async input() {
      await (await navigation())?.filter(place, input.value, said);
    },
  });
  place.append(input, said);
  // Many links are before it.
  const skip = make("a", { href: `#${FILTER}`, class: "md-skip" }, phrase`Skip to the filter`);
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    event.stopPropagation();
    input.focus();
  });
  document.querySelector(".md-skip")?.after(skip);
  const scroller = /** @type {HTMLElement} */ (place.closest(".md-sidebar__scrollwrap"));
  // As it sets the height, the theme scrolls the entry of the page to the middle.
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const { top, bottom } = scroller.getBoundingClientRect();
    const entry = list.querySelector(".md-nav__item--active") ?? place;
    // What is asked to scroll itself into view is also where the Tab key would go on.
    scroller.scrollTop += Math.max(
      Math.min(place.getBoundingClientRect().top - top, 0),
      entry.getBoundingClientRect().bottom - bottom,
    );
  });
  observer.observe(scroller, { attributeFilter: ["style"] });
}

/** Fill the places for filters of each page, and have the links to whole lists show these. */
export function startNavigationFilter() {
  onPage(() => {
    each(".callsheet-filter", addFilter);
    each(REST, addRest);
  });
}
