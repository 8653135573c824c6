// Placeholders in samples, filled with the reader's values, secrets masked on screen.

import { all, make } from "./dom.js";
import { onPage } from "./lifecycle.js";
import { inString } from "./literals.js";
import { load } from "./site.js";
import { authorization, credentials, IN_PAGE, VALID, values } from "./values.js";

/** @import { Values } from "./values.js" */

/**
 * A part of a program with what comes in its place.
 *
 * @typedef {object} Edit
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {string} shown The text as shown, with secrets masked.
 */

export const MASK = "••••••";
/** The languages whose programs can have the reader's credentials. */
const SIGN_IN = /^(bash|csharp|http|javascript|php|powershell|python|text|typescript)$/;

/**
 * @typedef {object} Filling
 * @property {string} text The code.
 * @property {string} shown The code as shown, with secrets masked.
 */

/**
 * @typedef {object} Placeholder
 * @property {string} fill The name of the value that belongs there.
 * @property {string} [quote] The quotation mark of its string literal; empty outside of one.
 * @property {string} language
 */

/** @type {WeakMap<Element, HTMLElement>} */
const originals = new WeakMap();

/**
 * Return the text for a placeholder; null to leave it as it is on the page.
 *
 * @param {Placeholder} place
 * @param {Values} given
 * @returns {Filling | null}
 */
export function filling({ fill, quote = '"', language }, given) {
  const { user, password } = (given.scheme ?? "Basic") === "Basic" ? given : {};
  const hasLogin = user && password;
  const secret = (/** @type {string} */ text) => ({
    text: inString(text, quote, language),
    shown: MASK,
  });
  const open = (/** @type {string} */ text) => ({ text, shown: text });
  // What is copied runs elsewhere, where there is no page.
  if (fill === "base") return given.base && given.base !== IN_PAGE ? open(given.base) : null;
  if (fill === "authorization") {
    const text = authorization(given);
    return text ? { text, shown: `${text.split(" ")[0]} ${MASK}` } : null;
  }
  if (fill === "user") return hasLogin ? open(inString(user, quote, language)) : null;
  if (fill === "password") return hasLogin ? secret(password) : null;
  if (fill === "credentials") return hasLogin ? secret(`${user}:${password}`) : null;
  const value = given[fill];
  return value && (quote || VALID.number.test(value)) ? open(value) : null;
}

/**
 * Tell whether programs of a language can have the reader's credentials.
 *
 * @param {string} language
 */
export function canSignIn(language) {
  return SIGN_IN.test(language);
}

/**
 * Order edits; what comes in somewhere goes before what is taken out there.
 *
 * @param {Edit} one
 * @param {Edit} other
 */
export function inOrder(one, other) {
  return one.start - other.start || one.end - other.end;
}

/** @param {ParentNode} [within] */
export function placeholders(within) {
  return all("[data-fill]", within);
}

/** @param {Element} code */
export function languageOf(code) {
  const panel = /** @type {HTMLElement | null} */ (code.closest("[data-language]"));
  return panel?.dataset.language ?? "";
}

/**
 * Return the code as it is on the page, without the reader's values.
 *
 * @param {HTMLElement} code
 */
function originalOf(code) {
  const known = originals.get(code);
  if (known) return known;
  const original = /** @type {HTMLElement} */ (code.cloneNode(true));
  originals.set(code, original);
  return original;
}

/**
 * Tell whether a program is to be refused, as its heading says.
 *
 * @param {HTMLElement} code
 */
function isRefusal(code) {
  const variant = code.closest(".callsheet-variant")?.getAttribute("aria-labelledby");
  const label = variant ? document.getElementById(variant) : null;
  return (
    code.closest(".callsheet-outcome") !== null ||
    Boolean(label?.querySelector(".callsheet-status"))
  );
}

/**
 * Return what the reader's values change in a program.
 *
 * @param {HTMLElement} code
 * @param {HTMLElement} original
 * @returns {Edit[]} In order, and not nested.
 */
function editsOf(code, original) {
  const given = values.get();
  const language = languageOf(code);
  const text = original.textContent ?? "";
  const edits = window.callsheet.credentialEdits?.(text, language, given, isRefusal(code)) ?? [];
  const range = document.createRange();
  for (const place of placeholders(original)) {
    const { fill = "", quote } = place.dataset;
    const filled = filling({ fill, quote, language }, given);
    if (!filled) continue;
    range.selectNodeContents(original);
    range.setEndBefore(place);
    const start = range.toString().length;
    const end = start + (place.textContent ?? "").length;
    const isTaken = edits.some((each) => start < each.end && each.start < end);
    if (!isTaken) edits.push({ start, end, ...filled });
  }
  return edits.sort(inOrder);
}

/**
 * Replace a part of a text in elements.
 *
 * @param {HTMLElement} within
 * @param {Edit} edit
 */
function replace(within, { start, end, shown }) {
  const range = document.createRange();
  // What comes in behind all of the text begins in none of it.
  range.selectNodeContents(within);
  range.collapse();
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let at = 0;
  let isBegun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = /** @type {Text} */ (node);
    if (!isBegun && start < at + length) {
      range.setStart(node, start - at);
      isBegun = true;
    }
    if (isBegun && end <= at + length) {
      range.setEnd(node, end - at);
      break;
    }
    at += length;
  }
  range.deleteContents();
  if (shown) range.insertNode(make("span", { class: "callsheet-filled" }, shown));
}

/**
 * Load the script that puts credentials into programs for a reader who has some; without it, programs
 * stay as they are, and the next page tries again.
 */
export async function loadCredentials() {
  if (!credentials(values.get()) || window.callsheet.credentialEdits) return;
  await load("credentials.js").then(refill, reportError);
}

/** Fill all samples of the page. */
export function refill() {
  const isEmpty = !Object.keys(values.get()).length;
  loadCredentials();
  for (const code of all("[data-language] pre > code")) {
    if (isEmpty && !originals.has(code)) continue;
    const original = originalOf(code);
    const shown = /** @type {HTMLElement} */ (original.cloneNode(true));
    // From the end, so that the places before stay where they are.
    for (const edit of editsOf(code, original).reverse()) replace(shown, edit);
    code.replaceChildren(...shown.childNodes);
  }
}

/**
 * Return a sample ready to run: with the values filled in, and nothing masked.
 *
 * @param {HTMLElement} code
 */
export function codeText(code) {
  const original = originalOf(code);
  let text = original.textContent ?? "";
  for (const edit of editsOf(code, original).reverse()) {
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return text;
}

/** Fill the samples of each page, and again whenever a value changes. */
export function startPlaceholders() {
  values.onChange(refill);
  onPage(refill);
}
