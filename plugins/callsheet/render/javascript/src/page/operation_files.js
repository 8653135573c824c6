// The data of operations, which is in scripts of its own that the console and the sandbox load.

import { load } from "./site.js";

/** @import { WrittenOperation } from "../console/operation_data.js" */

/** @type {Map<string, WrittenOperation>} */
const received = new Map();

/** Take the data of each operation whose script is loaded. */
export function startOperationFiles() {
  window.callsheetConsole = (uid, data) => {
    received.set(uid, data);
  };
}

/**
 * Load the data of an operation.
 *
 * @param {string} uid
 * @param {string} file The name of its script.
 */
export async function operationFile(uid, file) {
  await load(`console/${file}`);
  const written = received.get(uid);
  if (!written) throw new Error(`There is no data of ${uid}`);
  return written;
}
