// What was sent in this session of the tab, without secrets.

import { storedText } from "../page/shared.js";
import { isKept } from "./form/form_state.js";
import { queryText } from "./request.js";
import { holdsSecret } from "./secrets.js";

/** @import { FormState } from "./form/form_state.js" */
/** @import { Request } from "./request.js" */

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
 * @property {FormState} state
 */

const MAX_HISTORY = 20;
const MAX_DRAFTS = 20;

/**
 * Return a list in the session's storage, the newest entry first.
 *
 * @template {{ uid: string, state: FormState }} Kept
 * @param {string} key
 * @param {number} most
 */
function storedList(key, most) {
  const stored = storedText("sessionStorage", key);
  return {
    /** @returns {Kept[]} */
    get() {
      try {
        const found = JSON.parse(stored.get() ?? "");
        return Array.isArray(found) ? found.filter(({ state }) => state?.fields) : [];
      } catch {
        return [];
      }
    },
    /** @param {Kept[]} entries */
    set(entries) {
      stored.set(entries.length ? JSON.stringify(entries.slice(0, most)) : null);
    },
  };
}

/** @type {ReturnType<typeof storedList<Entry>>} */
const history = storedList("callsheet.history", MAX_HISTORY);

export const past = {
  get: history.get,
  /** @param {Entry} entry */
  add(entry) {
    history.set([entry, ...history.get()]);
  },
  clear() {
    history.set([]);
  },
};

/** @type {ReturnType<typeof storedList<{ uid: string, state: FormState }>>} */
const kept = storedList("callsheet.drafts", MAX_DRAFTS);

/** What readers have typed and may come back to. */
export const drafts = {
  /** @param {string} uid */
  get: (uid) => kept.get().find((each) => each.uid === uid)?.state,
  /**
   * @param {string} uid
   * @param {FormState | null} state
   */
  set(uid, state) {
    const others = kept.get().filter((each) => each.uid !== uid);
    kept.set(state ? [{ uid, state }, ...others] : others);
  },
};

/**
 * Return what is remembered of a request and its answer.
 *
 * @param {string} uid
 * @param {FormState} state
 * @param {Request} request
 * @param {number} status
 * @returns {Entry}
 */
export function entryOf(uid, state, request, status) {
  const query = request.query.filter(([name, value]) => isKept(name, value));
  const target = request.path + (query.length ? `?${queryText(query)}` : "");
  return {
    uid,
    status,
    time: new Date().toTimeString().slice(0, 8),
    page: location.pathname,
    method: request.method,
    target: holdsSecret(request.path) ? "…" : target,
    state,
  };
}
