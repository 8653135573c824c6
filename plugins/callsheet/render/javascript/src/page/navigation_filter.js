// The filter of a long group in the navigation.

import { make } from "./dom.js";
import { each, onPage } from "./lifecycle.js";

/** @param {HTMLElement} place The place of the filter, before the entries. */
function addFilter(place) {
  const entries = /** @type {HTMLElement[]} */ ([...(place.parentElement?.children ?? [])]).filter(
    (entry) => entry !== place,
  );
  const input = make("input", {
    type: "search",
    "aria-label": "Filter the operations of this group",
    placeholder: `Filter ${entries.length}`,
    input() {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const entry of entries) {
        const link = entry.querySelector("a");
        const text = `${entry.textContent} ${link?.title} ${link?.pathname}`.toLowerCase();
        entry.hidden = !words.every((word) => text.includes(word));
      }
    },
  });
  place.append(input);
}

/** Fill the places for filters of each page. */
export function startNavigationFilter() {
  onPage(() => each(".callsheet-filter", addFilter));
}
