// Links of headings and rows to themselves: on each page, they would take a place of their own.

import { all, make } from "./dom.js";
import { onPage } from "./lifecycle.js";

const OWN = ":is(h1, h2, h3)[id]:not(:has(*)), tr[id] > td:first-child > b";

/** @param {HTMLElement} part A heading, or the name of a row. */
function addLink(part) {
  const owner = part.closest("[id]");
  const link = make("a", { href: `#${owner?.id}`, class: part.className }, ...part.childNodes);
  if (part.id) {
    link.rel = "bookmark";
    part.append(link);
  } else part.replaceWith(link);
}

/** Make the names and headings of each page links. */
export function startOwnLinks() {
  onPage(() => all(`.callsheet-page :is(${OWN})`).forEach(addLink));
}
