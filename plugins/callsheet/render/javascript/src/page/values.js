// The reader's own values: kept for the session of this tab, and never sent or put into an address.

import { storedText } from "./storage.js";

/**
 * Values by name: `base`, `scheme`, `user`, `password`, `token`, `key`, `keyName` (the header field of
 * a key), and `path:` with the name of a path parameter. `mark` is another text whenever credentials
 * change. What has no value is not there.
 *
 * @typedef {Record<string, string | undefined>} Values
 */

/** The address that stands for the server in the page; no other can have it (RFC 2606). */
export const IN_PAGE = "http://in-this-page.invalid";

const stored = storedText("sessionStorage", "callsheet.values");
/** @type {Set<() => void>} */
const listeners = new Set();
/** @type {Map<string, Map<string, string>>} */
const pageValues = new Map();
const CREDENTIALS = ["user", "password", "token", "key", "keyName"];

/** @returns {Values} */
function ofSession() {
  try {
    return JSON.parse(stored.get() ?? "") ?? {};
  } catch {
    return {};
  }
}

/** Return the path of the page that is shown. */
function here() {
  return globalThis.location?.pathname ?? "";
}

export const values = {
  /**
   * Return the values that hold on this page.
   *
   * @returns {Values}
   */
  get: () => ({ ...ofSession(), ...Object.fromEntries(pageValues.get(here()) ?? []) }),
  /**
   * Set a value; an empty one is forgotten.
   *
   * @param {string} name
   * @param {string} value
   */
  set(name, value) {
    const all = { ...ofSession(), [name]: value };
    if (!value) delete all[name];
    if (CREDENTIALS.includes(name)) all.mark = Math.random().toString(36).slice(2);
    if (!CREDENTIALS.some((each) => all[each])) delete all.mark;
    pageValues.get(here())?.delete(name);
    stored.set(Object.keys(all).length ? JSON.stringify(all) : null);
    tellListeners();
  },
  /**
   * Set values that hold on this page only, until it is loaded anew.
   *
   * @param {[name: string, value: string][]} given None for those of all pages.
   */
  setHere(given) {
    pageValues.set(here(), new Map(given));
    tellListeners();
  },
  /** Forget all values. */
  forget() {
    stored.set(null);
    pageValues.clear();
    tellListeners();
  },
  /** @param {() => void} listener */
  onChange(listener) {
    listeners.add(listener);
  },
};

function tellListeners() {
  for (const listener of listeners) listener();
}

/**
 * What a value may be made of. These need no escaping in any language, so only user and password,
 * which may be anything, are escaped.
 */
export const VALID = {
  base: /^https?:\/\/[^\s"'`\\$<>?#]+$/i,
  token: /^[\w.~+/=:-]+$/,
  key: /^[\w.~+/=:-]+$/,
  keyName: /^[\w-]+$/,
  path: /^[\w.~-]+$/,
  number: /^-?\d+(\.\d+)?$/,
};

/** The way to sign in with a key in a header field of its own. */
export const API_KEY = "API key";
const KEY_NAME = "X-API-Key";

/** Return the ways to sign in that a reader may choose: those of the page first, and the chosen one. */
export function schemes() {
  const page = /** @type {HTMLElement | null} */ (
    document.querySelector("[data-callsheet-schemes]")
  );
  const own = page?.dataset.callsheetSchemes?.split(",") ?? [];
  return [...new Set([...own, "Basic", "Bearer", API_KEY, values.get().scheme ?? "Basic"])];
}

/**
 * Return the header field with the reader's own credentials; null without any.
 *
 * @param {Values} given
 * @returns {[name: string, value: string] | null}
 */
export function credentials(given) {
  if (given.scheme === API_KEY) return given.key ? [given.keyName ?? KEY_NAME, given.key] : null;
  const field = authorization(given);
  return field ? ["Authorization", field] : null;
}

/**
 * Return the value of the header field Authorization (RFC 7617, RFC 6750); empty without credentials.
 *
 * @param {Values} values
 */
export function authorization({ scheme = "Basic", user, password, token }) {
  if (scheme === API_KEY) return "";
  if (scheme !== "Basic") return token ? `${scheme} ${token}` : "";
  if (!user || !password) return "";
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
