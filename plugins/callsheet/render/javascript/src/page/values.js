// The reader's own values: kept for the session of this tab, and never sent or put into an address.

import { storedText } from "./storage.js";

/**
 * Values by name: `base`, `scheme`, `user`, `password`, `token`, and `path:` with the name of a
 * path parameter. What has no value is not there.
 *
 * @typedef {Record<string, string | undefined>} Values
 */

const stored = storedText("sessionStorage", "callsheet.values");
/** @type {Set<() => void>} */
const listeners = new Set();

export const values = {
  /** @returns {Values} */
  get() {
    try {
      return JSON.parse(stored.get() ?? "") ?? {};
    } catch {
      return {};
    }
  },
  /**
   * Set a value; an empty one is forgotten.
   *
   * @param {string} name
   * @param {string} value
   */
  set(name, value) {
    const all = { ...values.get(), [name]: value };
    if (!value) delete all[name];
    stored.set(Object.keys(all).length ? JSON.stringify(all) : null);
    tellListeners();
  },
  /** Forget all values. */
  forget() {
    stored.set(null);
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
  path: /^[\w.~-]+$/,
  number: /^-?\d+(\.\d+)?$/,
};

/**
 * Return the schemes of the header field Authorization that a reader may choose: those of the page,
 * and the chosen one.
 */
export function schemes() {
  const page = /** @type {HTMLElement | null} */ (
    document.querySelector("[data-callsheet-schemes]")
  );
  const own = page?.dataset.callsheetSchemes?.split(" ") ?? [];
  return [...new Set(["Basic", "Bearer", ...own, values.get().scheme ?? "Basic"])];
}

/**
 * Return the value of the header field Authorization (RFC 7617, RFC 6750); empty without credentials.
 *
 * @param {Values} values
 */
export function authorization({ scheme = "Basic", user, password, token }) {
  if (scheme !== "Basic") return token ? `${scheme} ${token}` : "";
  if (!user || !password) return "";
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
