// The page that a server shows where there is none: a search for what the address says.

import { phrase } from "../phrase.js";
import { make } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { openSearch } from "./search_box.js";
import { siteUrl } from "./site.js";

const NO_WORD = /%..|\.html$|[^\p{L}\p{N}]+/gu;

/** Return the words of the address, as far as they are not the site's. */
function words() {
  const root = new URL(siteUrl("")).pathname;
  const { pathname } = location;
  const path = pathname.startsWith(root) ? pathname.slice(root.length) : pathname;
  return path.replace(NO_WORD, " ").trim();
}

/** @param {HTMLElement} place */
function addSearch(place) {
  const input = make("input", {
    type: "search",
    class: "callsheet-input",
    "aria-label": phrase`Search`,
    value: words(),
    maxlength: "1000",
  });
  const button = make("button", { class: "callsheet-button callsheet-primary" }, phrase`Search`);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    openSearch(input.value);
  };
  place.append(make("form", { role: "search", submit }, input, button));
}

/** Add the search to the page. */
export function startMissing() {
  onPage(() => each(".callsheet-missing", addSearch));
}
