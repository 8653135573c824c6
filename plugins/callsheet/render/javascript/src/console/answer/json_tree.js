// A JSON value as a tree that folds, with a search in it.

import { make, statusNote } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { Exact, isContainer } from "./exact_json.js";
import { matches } from "./json_search.js";

/** @import { Place } from "./json_search.js" */

const MAX_ENTRIES = 100;
const FOLDED_FROM = 40;
const MAX_UNFOLDED = 2_000;

/**
 * A place of the tree.
 *
 * @typedef {object} TreeNode
 * @property {HTMLElement} element
 * @property {(index: number) => TreeNode | null} open Opens it as far as to an entry; returns that.
 */

/**
 * Show a JSON value: containers fold, and their content is created when they are opened.
 *
 * @param {unknown} value
 * @param {(Node | string)[]} label
 * @param {boolean} open
 * @returns {TreeNode}
 */
function nodeOf(value, label, open) {
  if (!isContainer(value)) return leaf(label, scalar(value));
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (!entries.length) return leaf(label, isList ? "[]" : "{}");
  const count = countText(entries.length, isList);
  const summary = isList ? `[ ${count} ]` : `{ ${count} }`;
  const note = make("span", { class: "callsheet-note" }, summary);
  return folded([...label, note], entries, isList, open);
}

/**
 * @param {number} count
 * @param {boolean} isList
 */
function countText(count, isList) {
  if (isList) return count === 1 ? phrase`1 item` : phrase`${count} items`;
  return count === 1 ? phrase`1 property` : phrase`${count} properties`;
}

/**
 * @param {(Node | string)[]} label
 * @param {Node | string} value
 * @returns {TreeNode}
 */
function leaf(label, value) {
  return { element: make("div", { tabindex: "-1" }, ...label, value), open: () => null };
}

/** @param {unknown} value */
function scalar(value) {
  if (value instanceof Exact) return make("span", { class: "mi" }, value.source);
  return make("span", { class: typeof value === "string" ? "s2" : "kc" }, JSON.stringify(value));
}

/**
 * @param {(Node | string)[]} summary
 * @param {[key: string, value: unknown][]} entries
 * @param {boolean} isList
 * @param {boolean} open
 * @returns {TreeNode}
 */
function folded(summary, entries, isList, open) {
  const inside = make("div", {});
  /** @type {TreeNode[]} */
  const nodes = [];
  /** @type {TreeNode | null} */
  let more = null;
  const fill = () => {
    if (inside.firstChild) return;
    for (const [key, value] of entries.slice(0, MAX_ENTRIES)) {
      const label = isList ? [] : [make("span", { class: "nt" }, JSON.stringify(key)), ": "];
      const isOpen = open && entries.length <= FOLDED_FROM && sizeOf(value) <= FOLDED_FROM;
      const node = nodeOf(value, label, isOpen);
      nodes.push(node);
      inside.append(node.element);
    }
    const rest = entries.slice(MAX_ENTRIES);
    if (rest.length) {
      more = folded([phrase`${rest.length} more`], rest, isList, false);
      inside.append(more.element);
    }
  };
  const details = make("details", { toggle: fill }, make("summary", {}, ...summary), inside);
  const unfold = () => {
    details.open = true;
    fill();
  };
  if (open) unfold();
  return {
    element: details,
    open(index) {
      unfold();
      return nodes[index] ?? more?.open(index - MAX_ENTRIES) ?? null;
    },
  };
}

/** @param {unknown} value */
function sizeOf(value) {
  return isContainer(value) ? Object.keys(value).length : 0;
}

/**
 * Show a value, with a field that searches in it and buttons that fold it.
 *
 * @param {unknown} value
 */
export function jsonTree(value) {
  const root = nodeOf(value, [], true);
  const tree = make("div", { class: "callsheet-json highlight", dir: "ltr" }, root.element);
  if (!isContainer(value)) return tree;
  const said = statusNote();
  /** @type {Place[]} */
  let found = [];
  let at = -1;
  const show = () => {
    for (const old of tree.querySelectorAll(".callsheet-found")) {
      old.classList.remove("callsheet-found");
    }
    if (!found.length) return;
    /** @type {TreeNode | null} */
    let node = root;
    for (const index of found[at]) node = node?.open(index) ?? null;
    const line = node?.element.querySelector(":scope > summary") ?? node?.element;
    line?.classList.add("callsheet-found");
    line?.scrollIntoView({ block: "nearest" });
  };
  const search = () => {
    found = matches(value, input.value);
    at = 0;
    say();
    show();
  };
  const say = () => {
    if (!input.value.trim()) said.textContent = "";
    else said.textContent = found.length ? phrase`${at + 1} of ${found.length}` : phrase`Not found`;
  };
  /** @param {number} by */
  const step = (by) => {
    if (!found.length) return;
    at = (at + by + found.length) % found.length;
    say();
    show();
  };
  const input = make("input", {
    type: "search",
    class: "callsheet-input",
    "aria-label": phrase`Find in the answer`,
    placeholder: phrase`Find in the answer`,
    autocomplete: "off",
    spellcheck: "false",
    input: search,
    keydown(event) {
      if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    },
  });
  const fold = (/** @type {string} */ text, /** @type {() => void} */ click) =>
    make("button", { type: "button", class: "callsheet-button", click }, text);
  const setAll = (/** @type {boolean} */ isOpen) => {
    // Opening one may create others.
    for (let count = 0; count < MAX_UNFOLDED; ) {
      const closed = /** @type {HTMLDetailsElement[]} */ ([
        ...tree.querySelectorAll(isOpen ? "details:not([open])" : "details[open]"),
      ]).slice(0, MAX_UNFOLDED - count);
      if (!closed.length) break;
      for (const details of closed) {
        details.open = isOpen;
        details.dispatchEvent(new Event("toggle"));
      }
      count += closed.length;
    }
  };
  return make(
    "div",
    {},
    make(
      "p",
      { class: "callsheet-line" },
      input,
      said,
      fold(phrase`Expand all`, () => setAll(true)),
      fold(phrase`Collapse all`, () => setAll(false)),
    ),
    tree,
  );
}
