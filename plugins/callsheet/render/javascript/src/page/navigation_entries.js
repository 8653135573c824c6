// The entries of the navigation, of which pages have thousands: with no markup but their own.

import { all, make } from "./dom.js";
import { onPage } from "./lifecycle.js";

/** @param {HTMLElement} item As `_entry` in `navigation_lists.py` makes it. */
function complete(item) {
  const link = /** @type {HTMLAnchorElement} */ (item.firstElementChild);
  link.className = "md-nav__link";
  link.append(make("span", { class: "md-ellipsis" }, ...link.childNodes));
  if (item.className) {
    const status = item.className.replace("c-", "callsheet-");
    link.append(make("span", { class: `md-status md-status--${status}` }));
  }
  item.className = "md-nav__item";
}

/** Give entries the markup that stylesheets for Material know, also those of authors. */
export function startNavigation() {
  onPage(() => all(".md-nav__list > li:not(.md-nav__item)").forEach(complete));
}
