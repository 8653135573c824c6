// Search in a JSON value: where a name or a value contains a text.

import { Exact, isContainer } from "./exact_json.js";

/**
 * The place of a value: the numbers of the entries that lead to it from the top.
 *
 * @typedef {number[]} Place
 */

const MAX_MATCHES = 500;
const MAX_VALUES = 200_000;
const MAX_DEPTH = 100;

/**
 * Return the places whose name or value contains a text, in their order.
 *
 * @param {unknown} value
 * @param {string} text
 * @returns {Place[]} At most 500.
 */
export function matches(value, text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return [];
  /** @type {Place[]} */
  const found = [];
  /** @type {{ name: string, value: unknown, place: Place }[]} */
  const waiting = [{ name: "", value, place: [] }];
  for (let count = 0; count < MAX_VALUES && found.length < MAX_MATCHES; count += 1) {
    const next = waiting.pop();
    if (!next) break;
    const { name, value: each, place } = next;
    if ([name, textOf(each)].some((part) => part.toLowerCase().includes(wanted))) found.push(place);
    if (!isContainer(each) || place.length === MAX_DEPTH) continue;
    const isList = Array.isArray(each);
    const entries = Object.entries(each).map(([key, inner], index) => ({
      name: isList ? "" : key,
      value: inner,
      place: [...place, index],
    }));
    // One by one, as a call takes only so many arguments.
    for (const entry of entries.reverse()) waiting.push(entry);
  }
  return found;
}

/** @param {unknown} value */
function textOf(value) {
  if (value instanceof Exact) return value.source;
  return isContainer(value) ? "" : String(value);
}
