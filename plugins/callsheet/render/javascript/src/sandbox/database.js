// What the browser stores for the sandbox of a site: what readers changed, and the memory of an
// interpreter that has begun, with which the next one begins in a fraction of the time.

import { phrase } from "../phrase.js";

const STORE = "workspaces";
const STATE = "workspaces";
const MEMORY = "memory";
/** The largest memory that is stored, in bytes. */
const MAX_MEMORY = 96 * 1024 * 1024;

/**
 * Open the database; null where the browser has none for us.
 *
 * @param {string} folder The path of the sandbox, as sites of one origin have one each.
 * @returns {Promise<IDBDatabase | null>}
 */
export function openDatabase(folder) {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(`callsheet ${folder}`, 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => resolve(null);
      opening.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * @param {IDBDatabase | null} base
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>}
 */
function within(base, mode, act) {
  return new Promise((resolve, reject) => {
    if (!base) throw new Error(phrase`The browser stores nothing.`);
    const transaction = base.transaction(STORE, mode, { durability: "relaxed" });
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** @param {IDBDatabase | null} base */
export function storedState(base) {
  return within(base, "readonly", (store) => store.get(STATE)).catch(() => null);
}

/**
 * Store what readers changed.
 *
 * @param {IDBDatabase | null} base
 * @param {unknown} state
 */
export function storeState(base, state) {
  return within(base, "readwrite", (store) => store.put(state, STATE));
}

/**
 * Return the memory of an interpreter of a build of the site, if there is one.
 *
 * @param {IDBDatabase | null} base
 * @param {string} build
 * @returns {Promise<Uint8Array | null>}
 */
export async function storedMemory(base, build) {
  const found = await within(base, "readonly", (store) => store.get(MEMORY)).catch(() => null);
  return found?.build === build ? found.memory : null;
}

/**
 * Store the memory of an interpreter in the place of an earlier one; null for none.
 *
 * @param {IDBDatabase | null} base
 * @param {string} build
 * @param {Uint8Array | null} memory
 */
export async function storeMemory(base, build, memory) {
  const isKept = memory && memory.length <= MAX_MEMORY;
  // Where there is no room for it, the next visit begins as this one did.
  await within(base, "readwrite", (store) =>
    isKept ? store.put({ build, memory }, MEMORY) : store.delete(MEMORY),
  ).catch(() => null);
}
