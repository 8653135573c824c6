// The search: a dialog that keys, the field of the theme and a button open. What finds something is
// loaded on first use.

import { phrase } from "../phrase.js";
import { openDialog } from "./dialog.js";
import { icon, make } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { load, loadStyle } from "./site.js";

/**
 * The parts of the dialog: where the query is written, what is announced, and the results.
 *
 * `last` is the key that was pressed last before there was anything that could be opened.
 *
 * @typedef {{dialog: HTMLDialogElement, input: HTMLInputElement, said: HTMLElement, list: HTMLElement,
 *   last?: string}} SearchBox
 */

const LENS =
  "M10 4a6 6 0 1 0 3.5 10.9l4.8 4.8 1.4-1.4-4.8-4.8A6 6 0 0 0 10 4m0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8";
const RESULTS = "callsheet-results";
/** Material's field, ours in its place, and what opens Material's own search around it. */
const THEME_FIELD = ".md-search__input";
const FIELD = `${THEME_FIELD}[aria-haspopup]`;
const OPENERS = '.md-search, [for="__search"]';

/**
 * Open the search.
 *
 * @param {string} [query] What has been written already.
 */
export async function openSearch(query = "") {
  if (document.querySelector("dialog[open]")) return;
  const said = make("p", { role: "status", class: "callsheet-note" }, phrase`Loading …`);
  const list = make("div", {
    role: "listbox",
    id: RESULTS,
    class: "callsheet-found",
    "aria-label": phrase`Results`,
    hidden: true,
  });
  const input = make("input", {
    type: "text",
    class: "callsheet-input",
    role: "combobox",
    "aria-label": phrase`Search`,
    "aria-expanded": "false",
    "aria-controls": RESULTS,
    "aria-autocomplete": "list",
    placeholder: phrase`Words, method and path, address or uid`,
    autocomplete: "off",
    autocapitalize: "none",
    enterkeyhint: "go",
    maxlength: "1000",
    spellcheck: "false",
  });
  const dialog = openDialog(phrase`Search`, input, said, list);
  dialog.addEventListener("close", () => {
    // Chromium gives the focus back to a field, but not the place where one writes.
    const { activeElement } = document;
    if (isField(activeElement)) activeElement.select();
  });
  input.value = query;
  input.focus();
  let last = "";
  input.onkeydown = ({ key }) => {
    last = key;
  };
  try {
    if (!window.callsheet.attachSearch) {
      await Promise.all([load("search.js"), loadStyle("search.css")]);
    }
    window.callsheet.attachSearch?.({ dialog, input, said, list, last });
  } catch {
    said.textContent = phrase`The search cannot be loaded.`;
  }
}

/**
 * Tell whether an element handles keys itself.
 *
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  if (!(target instanceof HTMLElement) || isField(target)) return false;
  // A dialog that has just closed has the focus until the next frame.
  if (target.closest("dialog:not([open])")) return false;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLInputElement}
 */
function isField(target) {
  return target instanceof Element && target.matches(FIELD);
}

/** @param {KeyboardEvent} event */
function openByKey(event) {
  const { altKey, ctrlKey, metaKey, shiftKey, key, target } = event;
  const isK = key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey;
  // Material's field is opened by letters, too. On some keyboards a slash needs Shift.
  const keys = document.querySelector(FIELD) ? ["/", "f", "s"] : ["/"];
  const isShort = keys.includes(key) && !ctrlKey && !metaKey && !altKey && !isField(target);
  const isEnter = key === "Enter" && isField(target);
  if (!(isK || isShort || isEnter) || isWriting(target)) return;
  event.preventDefault();
  // Material has a meaning of its own for some of them.
  event.stopImmediatePropagation();
  openSearch();
}

/** Open the search where Material would open its own. */
function watchField() {
  addEventListener(
    "click",
    (event) => {
      const isOpener = event.target instanceof Element && event.target.closest(OPENERS);
      if (!isOpener || !document.querySelector(FIELD)) return;
      event.preventDefault();
      openSearch();
    },
    true,
  );
  addEventListener(
    "input",
    ({ target }) => {
      if (!isField(target)) return;
      openSearch(target.value);
      target.value = "";
    },
    true,
  );
}

/**
 * Put a field like Material's in its place, which Material does not know: it would show results of
 * its own as soon as its field has the focus, also when this search closes.
 *
 * @param {HTMLElement} field
 */
function replaceField(field) {
  // Such an address is for Material's own search.
  if (new URLSearchParams(location.search).has("q")) return;
  const own = /** @type {HTMLElement} */ (field.cloneNode());
  own.setAttribute("aria-haspopup", "dialog");
  own.title = phrase`Search (Ctrl K)`;
  field.replaceWith(own);
}

function addButton() {
  if (document.querySelector(`${THEME_FIELD}, .callsheet-finder`)) return;
  const button = make(
    "button",
    {
      type: "button",
      class: "callsheet-finder",
      "aria-haspopup": "dialog",
      title: phrase`Search (Ctrl K)`,
      "aria-label": phrase`Search`,
      click() {
        openSearch();
      },
    },
    icon(LENS),
  );
  const title = document.querySelector(".md-header__title");
  if (title) {
    button.classList.add("md-header__button", "md-icon");
    title.after(button);
  } else document.querySelector(".callsheet")?.prepend(button);
}

/** Open the search by keys, by Material's field, or where there is none by a button on each page. */
export function startSearchBox() {
  addEventListener("keydown", openByKey, true);
  watchField();
  onPage(() => {
    each(THEME_FIELD, replaceField);
    addButton();
  });
}
