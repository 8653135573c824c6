// The table of contents in the drawer of narrow screens, where Material has it, too.

import { make } from "./dom.js";
import { onPage } from "./lifecycle.js";

function addContents() {
  const contents = document.querySelector(".md-sidebar--secondary .md-nav--secondary");
  const link = document.querySelector(
    ".md-nav--primary .md-nav__item--active > .md-nav__link--active",
  );
  if (!contents?.querySelector("li") || !link || document.getElementById("__toc")) return;
  link.before(
    make("input", { class: "md-nav__toggle md-toggle", type: "checkbox", id: "__toc" }),
    make(
      "label",
      { class: link.className, for: "__toc" },
      ...link.cloneNode(true).childNodes,
      make("span", { class: "md-nav__icon md-icon" }),
    ),
  );
  link.after(contents.cloneNode(true));
}

/** Add the contents to the drawer of each page. */
export function startContents() {
  onPage(addContents);
}
