// The table of contents in the drawer of narrow screens, where Material has it, too.

import { make } from "./dom.js";
import { onPage } from "./lifecycle.js";

/** Return a copy of the theme's contents; on the page of an operation, its own in that form. */
function contentsOfPage() {
  const contents = document.querySelector(".md-sidebar--secondary .md-nav--secondary");
  const own = document.querySelector(".callsheet-contents");
  if (contents || !own) return contents?.cloneNode(true);
  const title = own.getAttribute("aria-label") ?? "";
  return make(
    "nav",
    { class: "md-nav md-nav--secondary", "aria-label": title },
    make(
      "label",
      { class: "md-nav__title", for: "__toc" },
      make("span", { class: "md-nav__icon md-icon" }),
      title,
    ),
    make(
      "ul",
      { class: "md-nav__list" },
      ...[...own.querySelectorAll("a")].map((link) => {
        const copy = make("a", { class: "md-nav__link" }, link.textContent ?? "");
        copy.href = link.href;
        return make("li", { class: "md-nav__item" }, copy);
      }),
    ),
  );
}

function addContents() {
  const contents = contentsOfPage();
  const link = document.querySelector(
    ".md-nav--primary .md-nav__item--active > .md-nav__link--active",
  );
  if (!(contents instanceof Element && contents.querySelector("li"))) return;
  if (!link || document.getElementById("__toc")) return;
  link.before(
    make("input", { class: "md-nav__toggle md-toggle", type: "checkbox", id: "__toc" }),
    make(
      "label",
      { class: link.className, for: "__toc" },
      ...link.cloneNode(true).childNodes,
      make("span", { class: "md-nav__icon md-icon" }),
    ),
  );
  link.after(contents);
}

/** Add the contents to the drawer of each page. */
export function startContents() {
  onPage(addContents);
}
