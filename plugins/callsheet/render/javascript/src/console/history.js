// What was sent in this session of the tab, without credentials.

import { storedText } from "../page/shared.js";
import { queryText } from "./request.js";
import { holdsSecret, isSecret } from "./secrets.js";

/** @import { Field } from "./fields.js" */
/** @import { Pair, Request } from "./request.js" */

/**
 * What is remembered of a request and its answer.
 *
 * @typedef {object} Entry
 * @property {string} uid
 * @property {number} status 0 without an answer.
 * @property {string} time
 * @property {string} page The path of the page that it was sent from.
 * @property {string} method
 * @property {string} target Path and query.
 * @property {string} base
 * @property {string} type The media type of the body.
 * @property {string} [text] The body, where it may be remembered.
 * @property {Pair[]} fields By place and name.
 */

const MAX_HISTORY = 20;
const MAX_KEPT_BODY = 20_000;
const stored = storedText("sessionStorage", "callsheet.history");

export const past = {
  /** @returns {Entry[]} */
  get() {
    try {
      const entries = JSON.parse(stored.get() ?? "");
      return Array.isArray(entries) ? entries : [];
    } catch {
      return [];
    }
  },
  /** @param {Entry} entry */
  add(entry) {
    stored.set(JSON.stringify([entry, ...past.get()].slice(0, MAX_HISTORY)));
  },
  clear() {
    stored.set(null);
  },
};

/**
 * Return a body, unless it holds what has to be forgotten.
 *
 * @param {string | undefined} text
 */
export function keptBody(text) {
  if (text === undefined || text.length > MAX_KEPT_BODY || holdsSecret(text)) return undefined;
  const names = text.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g) ?? [];
  return names.some((name) => isSecret(name.replace(/["<]/g, ""))) ? undefined : text;
}

/**
 * Return the key of a field among those that are remembered.
 *
 * @param {Pick<Field, "place" | "name">} field
 */
export function fieldKey({ place, name }) {
  return `${place}:${name}`;
}

/**
 * Return what is remembered of a request and its answer.
 *
 * @param {string} uid
 * @param {Pick<Field, "place" | "name" | "get">[]} fields
 * @param {{ type: () => string, text?: () => string } | null} body
 * @param {Request} request
 * @param {number} status
 * @returns {Entry}
 */
export function entryOf(uid, fields, body, request, status) {
  const isKept = (/** @type {string} */ name, /** @type {string} */ value) =>
    !isSecret(name) && !holdsSecret(value);
  const kept = fields.filter((each) => each.get() && isKept(each.name, each.get()));
  const query = request.query.filter(([name, value]) => isKept(name, value));
  const target = request.path + (query.length ? `?${queryText(query)}` : "");
  return {
    uid,
    status,
    time: new Date().toTimeString().slice(0, 8),
    page: location.pathname,
    method: request.method,
    target: holdsSecret(request.path) ? "…" : target,
    base: request.base,
    type: body?.type() ?? "",
    text: keptBody(body?.text?.()),
    fields: kept.map((each) => [fieldKey(each), each.get()]),
  };
}
