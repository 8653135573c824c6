// What scripts have of operations, for the console, the sandbox, and tabs of further languages.

import { load } from "./site.js";

/** @import { OperationRecord } from "../globals.js" */

/** @type {Map<string, () => OperationRecord>} */
const received = new Map();

/**
 * Return a tree with values in the place of its leaves.
 *
 * @param {unknown[]} table The values.
 * @param {unknown} tree Its leaves are places in the table.
 * @returns {any}
 */
export function withValues(table, tree) {
  if (typeof tree === "number") return table[tree];
  if (Array.isArray(tree)) return tree.map((each) => withValues(table, each));
  const entries = Object.entries(/** @type {object} */ (tree));
  return Object.fromEntries(entries.map(([name, each]) => [name, withValues(table, each)]));
}

/** Take what each script has. */
export function startOperationFiles() {
  window.callsheetOperations = (table, trees) => {
    for (const [uid, tree] of Object.entries(trees))
      received.set(uid, () => withValues(table, tree));
  };
}

/**
 * Load what there is of an operation.
 *
 * @param {Element | null} within The element of the operation, or one in it.
 */
export async function operationRecord(within) {
  const operation = /** @type {HTMLElement | null} */ (within?.closest("[data-callsheet-uid]"));
  const { callsheetUid: uid = "", callsheetFile: file = "" } = operation?.dataset ?? {};
  return /** @type {OperationRecord} */ (await sharedRecord(file, uid));
}

/**
 * Load something that pages share.
 *
 * @param {string} file The script that has it.
 * @param {string} key
 * @returns {Promise<any>}
 */
export async function sharedRecord(file, key) {
  await load(`console/${file}`);
  const found = received.get(key);
  if (!found) throw new Error(`There is no data of ${key}`);
  return found();
}
