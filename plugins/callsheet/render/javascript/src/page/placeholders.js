// Placeholders in samples, filled with the reader's values, secrets masked on screen.

import { all } from "./dom.js";
import { onPage } from "./lifecycle.js";
import { authorization, VALID, values } from "./values.js";

/** @import { Values } from "./values.js" */

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

const MASK = "••••••";
/** @type {WeakMap<Element, string>} */
const written = new WeakMap();

/**
 * Escape a text for a string literal.
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

/** Fill all placeholders of the page. */
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
 * Return a sample ready to run: with the values filled in, and nothing masked.
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
