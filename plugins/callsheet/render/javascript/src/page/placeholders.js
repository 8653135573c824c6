// The places of samples that the reader's values are filled into, masked on screen.

import { all } from "./dom.js";
import { onPage } from "./lifecycle.js";
import { authorization, VALID, values } from "./values.js";

/** @import { Values } from "./values.js" */

/**
 * @typedef {object} Filling
 * @property {string} text The code.
 * @property {string} shown What the screen shows of it.
 */

/**
 * @typedef {object} Placeholder
 * @property {string} fill Which value belongs there.
 * @property {string} [quote] The mark of the string literal that it is in; empty outside of one.
 * @property {string} language
 */

const MASK = "••••••";
/** @type {WeakMap<Element, string>} */
const written = new WeakMap();

/**
 * Return a text as it stands within a string literal.
 *
 * @param {string} text
 * @param {string} mark The mark of the literal; empty outside of one.
 * @param {string} language
 */
export function inString(text, mark, language) {
  if (!mark) return text;
  if (/^(bash|sh|shell|console|curl)$/.test(language)) {
    return mark === "'" ? text.replaceAll("'", "'\\''") : text.replace(/[\\"$`]/g, "\\$&");
  }
  if (/^(powershell|pwsh)$/.test(language)) {
    return mark === "'" ? text.replaceAll("'", "''") : text.replace(/["$`]/g, "`$&");
  }
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(mark, `\\${mark}`);
  if (mark !== '"') return escaped;
  if (/^(php|perl|kotlin|dart|groovy)$/.test(language)) return escaped.replaceAll("$", "\\$");
  return language === "ruby" ? escaped.replaceAll("#", "\\#") : escaped;
}

/**
 * Return what stands in a place; null to leave it as the page has it.
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
  if (fill === "base") return given.base ? open(given.base) : null;
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
 * @param {HTMLElement} place
 * @param {Values} given
 */
function fillingOf(place, given) {
  const { fill = "", quote } = place.dataset;
  const language = /** @type {HTMLElement | null} */ (place.closest("[data-language]"))?.dataset
    .language;
  return filling({ fill, quote, language: language ?? "" }, given);
}

/** @param {ParentNode} [within] */
export function placeholders(within) {
  return all("[data-fill]", within);
}

/** Write the values into all places of the page. */
export function refill() {
  const given = values.get();
  for (const place of placeholders()) {
    const original = written.get(place) ?? place.textContent ?? "";
    written.set(place, original);
    const filled = fillingOf(place, given);
    place.classList.toggle("callsheet-filled", filled !== null);
    place.textContent = filled ? filled.shown : original;
  }
}

/**
 * Return the text of a sample as it is to be run: with the values, and nothing masked.
 *
 * @param {HTMLElement} code
 */
export function codeText(code) {
  const given = values.get();
  const copy = /** @type {HTMLElement} */ (code.cloneNode(true));
  const places = placeholders(code);
  placeholders(copy).forEach((place, index) => {
    const original = places[index];
    place.textContent =
      fillingOf(original, given)?.text ?? written.get(original) ?? place.textContent;
  });
  return copy.textContent ?? "";
}

/** Fill the samples of each page, and again whenever a value changes. */
export function startPlaceholders() {
  values.onChange(refill);
  onPage(refill);
}
