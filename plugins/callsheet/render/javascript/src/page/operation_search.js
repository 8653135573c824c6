// The search in the list of operations.

const METHODS = new Set(["get", "head", "post", "put", "patch", "delete", "options"]);

/**
 * An operation in `operations.js`: method, route, label, uid, summary, address.
 *
 * @typedef {[string, string, string, string, string, string]} OperationRow
 */

/**
 * @typedef {object} ListedOperation
 * @property {string} method
 * @property {string} route
 * @property {string} label
 * @property {string} uid
 * @property {string} summary
 * @property {string} url Relative to the root of the site.
 * @property {string} text What is searched, in lower case.
 */

/**
 * Read a row of the list.
 *
 * @param {OperationRow} row
 * @returns {ListedOperation}
 */
export function listedOperation([method, route, label, uid, summary, url]) {
  const text = [route, label, uid, summary].join(" ").toLowerCase();
  return { method, route, label, uid, summary, url, text };
}

/**
 * Return the words of a query, in lower case.
 *
 * @param {string} query
 */
export function wordsOf(query) {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * Return the operations that have all the words, those that begin with them in a name first.
 *
 * @param {ListedOperation[]} all
 * @param {string} query
 */
export function search(all, query) {
  const words = wordsOf(query);
  const found = all.filter(({ method, text }) =>
    words.every((word) =>
      METHODS.has(word) ? method.toLowerCase() === word : text.includes(word),
    ),
  );
  const [first = ""] = words.filter((word) => !METHODS.has(word));
  if (!first) return found;
  const ranked = found.map((operation) => ({ operation, rank: rankOf(operation, first) }));
  // The sort is stable: equals keep the order of their pages.
  return ranked.sort((a, b) => a.rank - b.rank).map(({ operation }) => operation);
}

/**
 * @param {ListedOperation} operation
 * @param {string} word
 */
function rankOf({ uid, route, label }, word) {
  if (uid.toLowerCase() === word) return 0;
  if (label.toLowerCase().startsWith(word)) return 1;
  if (route.toLowerCase().includes(`/${word}`)) return 2;
  return `${route} ${label}`.toLowerCase().includes(word) ? 3 : 4;
}
