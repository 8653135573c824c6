// What Material leaves to be desired for assistive technologies (WCAG 2.2): names of its parts, and
// tables that can be scrolled by keyboard.

import { phrase } from "../phrase.js";
import { all, make } from "./dom.js";
import { onPage } from "./lifecycle.js";

/** @type {MutationObserver | undefined} */
let observer;

function nameParts() {
  for (const dialog of all('.md-search[role="dialog"]')) dialog.ariaLabel = phrase`Search`;
  // With `navigation.indexes`, what should name the list of a section is empty.
  for (const nav of all(".md-nav[aria-labelledby]")) {
    const id = nav.getAttribute("aria-labelledby") ?? "";
    if (document.getElementById(id)?.textContent?.trim()) continue;
    nav.removeAttribute("aria-labelledby");
    nav.ariaLabel = nav.parentElement?.querySelector("a")?.textContent?.trim() ?? "";
  }
}

/** Put buttons in the place of the labels that Material has for buttons, which keys do not reach. */
function replaceLabels() {
  for (const label of all("label.md-header__button:is([for=__drawer], [for=__search])")) {
    const target = label.getAttribute("for") ?? "";
    const button = make(
      "button",
      {
        type: "button",
        class: label.className,
        // Material's stylesheet knows them by it.
        for: target,
        "aria-label": target === "__drawer" ? phrase`Navigation` : phrase`Search`,
        click(event) {
          if (!event.defaultPrevented) document.getElementById(target)?.click();
        },
      },
      ...label.childNodes,
    );
    label.replaceWith(button);
  }
}

/** Handle what Material's script adds to a page, whenever it does. */
function handleAdded() {
  // The button that copies is not a navigation of the site.
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
    replaceLabels();
    handleAdded();
    observer?.disconnect();
    observer = new MutationObserver(handleAdded);
    for (const content of all(".md-content")) {
      observer.observe(content, { childList: true, subtree: true });
    }
  });
  addEventListener("resize", handleAdded);
}
