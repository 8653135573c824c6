// Links into the page show what is folded or filtered out, and print shows everything.

import { all } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { load } from "./site.js";

/** The event that makes a table show its hidden rows. */
export const REVEAL = "callsheet:reveal";

/**
 * Have usual headers shown in place as soon as a reader opens them.
 *
 * @param {HTMLElement} details
 */
function watchHeaders(details) {
  details.addEventListener("toggle", show, { once: true });
  async function show() {
    try {
      await load("programs.js");
      await window.callsheet.showHeaders?.(details);
      reveal();
    } catch (error) {
      // The link to their page stays.
      reportError(error);
    }
  }
}

/** Show the element that the fragment of the address names. */
function reveal() {
  const id = decodeFragment(location.hash);
  const target = document.getElementById(id);
  // It may be a row that another page has.
  if (!target && id.startsWith("header-")) {
    for (const usual of all(".callsheet-usual[data-headers]")) usual.setAttribute("open", "");
  }
  if (!target?.closest(".callsheet")) return;
  let changed = false;
  for (let up = /** @type {HTMLElement | null} */ (target); up; up = up.parentElement) {
    if (up instanceof HTMLDetailsElement && !up.open) {
      up.open = true;
      changed = true;
    }
  }
  if (target.hidden) {
    target.closest("table")?.dispatchEvent(new Event(REVEAL));
    changed = true;
  }
  if (changed || target.closest("[data-headers]")) target.scrollIntoView();
}

/**
 * Return the decoded fragment of an address; one that cannot be decoded is returned unchanged.
 *
 * @param {string} hash The fragment with its `#`.
 */
export function decodeFragment(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Follow links into the page, and unfold it while it is printed. */
export function startAnchors() {
  /** @type {Set<HTMLDetailsElement>} */
  const unfolded = new Set();
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    for (const found of all(".callsheet details:not([open])")) {
      const details = /** @type {HTMLDetailsElement} */ (found);
      details.open = true;
      unfolded.add(details);
    }
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    unfolded.clear();
  });
  onPage(() => {
    each(".callsheet-usual[data-headers]", watchHeaders);
    reveal();
  });
}
