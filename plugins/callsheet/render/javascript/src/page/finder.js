// A list of all operations, which a key and a button open.

import { openDialog } from "./dialog.js";
import { badge, icon, make } from "./dom.js";
import { onPage } from "./lifecycle.js";
import { listedOperation, search } from "./operation_search.js";
import { load, siteUrl } from "./site.js";

/** @import { ListedOperation } from "./operation_search.js" */

const FIND =
  "M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7" +
  "m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10";
const MAX_SHOWN = 50;
/** @type {ListedOperation[] | null} */
let operations = null;

/** Return the operations, which are loaded on first use. */
async function allOperations() {
  if (!operations) {
    await load("operations.js");
    operations = window.callsheetOperations.map(listedOperation);
  }
  return operations;
}

/** @param {ListedOperation} operation */
function entry({ method, route, label, summary, url }) {
  return make(
    "li",
    {},
    make(
      "a",
      { href: siteUrl(url) },
      badge(method),
      make(
        "span",
        {},
        make("strong", {}, label),
        make("code", {}, route),
        make("small", {}, summary),
      ),
    ),
  );
}

async function openFinder() {
  if (document.querySelector("dialog[open]")) return;
  const said = make("p", { role: "status", class: "callsheet-note" }, "Loading …");
  const list = make("ul", { class: "callsheet-found" });
  const input = make("input", {
    type: "text",
    class: "callsheet-input",
    "aria-label": "Method, path, words or uid",
    placeholder: "Method, path, words or uid",
    autocomplete: "off",
    spellcheck: "false",
  });
  const key = (/** @type {string} */ name) => make("kbd", {}, name);
  const keys = [
    ...[key("Ctrl K"), " opens this list, ", key("↑"), " ", key("↓"), " move in it, "],
    ...[key("Enter"), " goes to the page, ", key("Esc"), " closes."],
  ];
  const note = make("p", { class: "callsheet-note" }, ...keys);
  const dialog = openDialog("Find an operation", input, said, list, note);
  dialog.addEventListener("keydown", (event) => moveInList(event, input, list));
  list.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("a")) dialog.close();
  });
  try {
    const all = await allOperations();
    const show = () => {
      const found = search(all, input.value);
      list.replaceChildren(...found.slice(0, MAX_SHOWN).map(entry));
      const count = found.length === 1 ? "1 operation" : `${found.length || "No"} operations`;
      const more = found.length > MAX_SHOWN ? `, the first ${MAX_SHOWN} of them below` : "";
      said.textContent = `${count}${more}.`;
    };
    input.addEventListener("input", show);
    show();
  } catch {
    said.textContent = "The list of operations cannot be loaded.";
  }
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input
 * @param {HTMLUListElement} list
 */
function moveInList(event, input, list) {
  const links = [...list.querySelectorAll("a")];
  const focused = document.activeElement;
  if (event.key === "Enter" && focused === input) {
    event.preventDefault();
    links[0]?.click();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const index = links.indexOf(/** @type {HTMLAnchorElement} */ (focused));
    const goal = index + (event.key === "ArrowDown" ? 1 : -1);
    (goal < 0 ? input : (links[Math.min(goal, links.length - 1)] ?? input)).focus();
  }
}

/**
 * Tell whether the focused element handles a key itself.
 *
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  const element = /** @type {HTMLElement} */ (target);
  return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
}

function addFinderButton() {
  if (document.querySelector(".callsheet-finder")) return;
  const button = make(
    "button",
    {
      type: "button",
      class: "callsheet-finder",
      "aria-haspopup": "dialog",
      title: "Find an operation (Ctrl K)",
      "aria-label": "Find an operation",
      click: openFinder,
    },
    icon(FIND),
  );
  const title = document.querySelector(".md-header__title");
  if (title) {
    button.classList.add("md-header__button", "md-icon");
    title.after(button);
  } else document.querySelector(".callsheet")?.prepend(button);
}

/** Open the list by a key, and by a button on each page. */
export function startFinder() {
  addEventListener("keydown", (event) => {
    const opens = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (opens && event.key.toLowerCase() === "k" && !isWriting(event.target)) {
      event.preventDefault();
      openFinder();
    }
  });
  onPage(addFinderButton);
}
