// Functions that run on each page: the first one, and those that instant navigation loads.

import { all } from "./dom.js";

/** @type {(() => void)[]} */
const starters = [];
let hasStarted = false;

/**
 * Register a function to run on each page, also on the one that is there already.
 *
 * @param {() => void} start May be called several times for one page.
 */
export function onPage(start) {
  starters.push(start);
  if (hasStarted) run(start);
}

/** @param {() => void} starter */
function run(starter) {
  try {
    starter();
  } catch (error) {
    // What one of them lacks on a page is no reason that the others do not run.
    reportError(error);
  }
}

/** Run the functions as soon as the first page is parsed. */
export function startPages() {
  const start = () => {
    hasStarted = true;
    starters.forEach(run);
  };
  // Functions may run again: Material announces every page that it puts in the place of
  // another, and of the first one, too, but not of a page on a disk.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
  window.document$?.subscribe(start);
}

/**
 * Call a function for each element that has not been handled yet.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} selector
 * @param {(element: Kind) => void} handle
 */
export function each(selector, handle) {
  for (const element of all(selector)) {
    if (element.dataset.callsheetReady === undefined) {
      element.dataset.callsheetReady = "";
      handle(/** @type {Kind} */ (element));
    }
  }
}
