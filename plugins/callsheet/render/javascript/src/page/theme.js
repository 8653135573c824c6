// What Material leaves to be desired for assistive technologies (WCAG 2.2): names of its parts, and
// tables that can be scrolled by keyboard.

import { all } from "./dom.js";
import { onPage } from "./lifecycle.js";

/** @type {MutationObserver | undefined} */
let observer;

function nameParts() {
  for (const dialog of all('.md-search[role="dialog"]')) dialog.ariaLabel = "Search";
  // With `navigation.indexes`, what should name the list of a section is empty.
  for (const nav of all(".md-nav[aria-labelledby]")) {
    const id = nav.getAttribute("aria-labelledby") ?? "";
    if (document.getElementById(id)?.textContent?.trim()) continue;
    nav.removeAttribute("aria-labelledby");
    nav.ariaLabel = nav.parentElement?.querySelector("a")?.textContent?.trim() ?? "";
  }
}

/** Labels that Material has for buttons, which keys do not reach. */
const BUTTON = ".md-header__button:is([for=__drawer], [for=__search])";

function nameButtons() {
  for (const label of all(BUTTON)) {
    label.role = "button";
    label.tabIndex = 0;
    label.ariaLabel = label.matches("[for=__search]") ? "Search" : "Navigation";
  }
}

/** @param {KeyboardEvent} event */
function pressButton(event) {
  if (!(event.target instanceof HTMLElement && event.target.matches(BUTTON))) return;
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.target.click();
}

/** Handle what Material's script adds to a page, whenever it does. */
function handleAdded() {
  // The button that copies is no navigation of the site.
  for (const nav of all(".md-code__nav:not([role])")) nav.role = "none";
  for (const wrap of all(".md-typeset__scrollwrap")) {
    wrap.toggleAttribute("tabindex", wrap.scrollWidth > wrap.clientWidth);
    if (wrap.hasAttribute("tabindex")) wrap.tabIndex = 0;
  }
}

/** Repair the parts of each page. */
export function startTheme() {
  onPage(() => {
    nameParts();
    nameButtons();
    handleAdded();
    observer?.disconnect();
    observer = new MutationObserver(handleAdded);
    for (const content of all(".md-content")) {
      observer.observe(content, { childList: true, subtree: true });
    }
  });
  addEventListener("resize", handleAdded);
  addEventListener("keydown", pressButton);
}
