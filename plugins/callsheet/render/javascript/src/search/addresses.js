// Operations by a pasted address, route or uid.

/** @import { Entry } from "./entries.js" */

const METHOD = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+(?=\S*\/)/i;
const PARAMETER = /^\{[^{}]*\}$/;

/**
 * @param {string} path
 */
function segmentsOf(path) {
  return path.split(/[?#]/, 1)[0].split("/").filter(Boolean);
}

/**
 * Tell how well a path ends as a route says: the number of its segments that are not parameters, or
 * -1 where it is another path.
 *
 * @param {string[]} path
 * @param {string[]} route
 */
function fitOf(path, route) {
  // What is before the route may be the address of a tenant; a route may be given in part, too.
  const [long, short] = path.length > route.length ? [path, route] : [route, path];
  const rest = long.slice(long.length - short.length);
  const [given, wanted] = long === path ? [rest, route] : [path, rest];
  let fixed = 0;
  for (let index = 0; index < given.length; index += 1) {
    // Parts of a segment may be parameters, as in `Files({id})`.
    const literal = wanted[index].replace(/\{[^{}]*\}/g, "{}").toLowerCase();
    const shown = given[index].replace(/\{[^{}]*\}/g, "{}").toLowerCase();
    if (literal === shown) fixed += PARAMETER.test(wanted[index]) ? 0 : 1;
    else if (!matches(literal, shown)) return -1;
  }
  return fixed;
}

/**
 * @param {string} literal A segment of a route, `{}` for each parameter.
 * @param {string} shown
 */
function matches(literal, shown) {
  const parts = literal.split("{}");
  if (parts.length === 1) return false;
  const [first, last] = [parts[0], parts[parts.length - 1]];
  return (
    shown.length >= first.length + last.length && shown.startsWith(first) && shown.endsWith(last)
  );
}

/**
 * Return the operations that a query names by an address, a route or a uid; none where it is words.
 *
 * @param {Entry[]} operations
 * @param {string} query
 * @returns {Entry[]}
 */
export function named(operations, query) {
  const text = query.trim();
  const tail = text.split(/[#/]/).filter(Boolean).at(-1)?.toLowerCase();
  const byUid = operations.filter(({ uid }) => tail && uid.toLowerCase() === tail);
  if (byUid.length && (!/\s/.test(text) || text.startsWith("http"))) return byUid;
  const method = METHOD.exec(text)?.[0].trim().toUpperCase() ?? "";
  const address = text.replace(METHOD, "");
  if (!address.includes("/") || /\s/.test(address)) return [];
  const path = segmentsOf(address.replace(/^[a-z][a-z+.-]*:\/\/[^/]*/i, ""));
  const fitting = operations
    .filter((operation) => !method || operation.method === method)
    .map((operation) => ({ operation, fit: fitOf(path, segmentsOf(operation.about)) }))
    .filter(({ fit }) => fit > 0);
  // Of `/ships/mine` and `/ships/{id}`, both fit `/ships/mine`; the first one is meant.
  const best = Math.max(0, ...fitting.map(({ fit }) => fit));
  return fitting.filter(({ fit }) => fit === best).map(({ operation }) => operation);
}
