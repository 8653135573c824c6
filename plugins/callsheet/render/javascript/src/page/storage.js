// The browser's storages.

/**
 * @typedef {object} StoredText
 * @property {() => string | null} get
 * @property {(value: string | null) => void} set
 */

/**
 * Return access to an entry of a storage; where that is forbidden, it lasts as long as the page.
 *
 * @param {"localStorage" | "sessionStorage"} kind
 * @param {string} key
 * @returns {StoredText}
 */
export function storedText(kind, key) {
  /** @type {string | null} */
  let last = null;
  return {
    get() {
      try {
        return window[kind].getItem(key);
      } catch {
        return last;
      }
    },
    set(value) {
      last = value;
      try {
        if (value === null) window[kind].removeItem(key);
        else window[kind].setItem(key, value);
      } catch {
        // It stays in memory.
      }
    },
  };
}
