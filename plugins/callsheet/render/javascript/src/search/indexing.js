// What an entry is found by: the stems of its texts, names and rows, and how much each of them counts.

import { ACTIONS, isAction, stem, wordsOf } from "./words.js";

/** @import { Entry } from "./entries.js" */

/** @typedef {{table: string, name: string}} Row */

/**
 * @typedef {object} Indexed
 * @property {Entry} entry
 * @property {Map<string, number>} stems What it is found by, with the weight of each.
 * @property {Set<string>[]} rows The stems of the rows of its tables.
 * @property {Set<string>[]} names The stems of its names: the fewer of them are asked for, the less
 *   it fits. The best name counts.
 */

const NAME = 3;
const VERB = 2.8;
const PATH = 2;
const IMPLIED = 3;
const WORDS = 1.6;
const PARAMETER = 1;
export const ROW = 0.8;

/** Begins the stems of actions that methods stand for. */
const IMPLIES = "#";

/**
 * @param {Map<string, number>} weights
 * @param {string} key
 * @param {number} weight
 */
export function weigh(weights, key, weight) {
  if ((weights.get(key) ?? 0) < weight) weights.set(key, weight);
}

/**
 * Return the key of an action that a method stands for; no word has it.
 *
 * @param {string} stemmed
 */
export function implied(stemmed) {
  return `${IMPLIES}${stemmed}`;
}

/**
 * Tell whether a stem is such a key.
 *
 * @param {string} stemmed
 */
export function isImplied(stemmed) {
  return stemmed.startsWith(IMPLIES);
}

/**
 * The stems of names, which are parts of many paths and uids.
 *
 * @type {Map<string, string[]>}
 */
const namesSeen = new Map();

/**
 * Return the stems of a name, and behind those of several words that of the name as one word.
 *
 * @param {string} name
 */
export function stemsOfName(name) {
  let found = namesSeen.get(name);
  if (!found) {
    const words = wordsOf(name);
    found = words.map(stem);
    if (words.length > 1) found.push(stem(words.join("")));
    namesSeen.set(name, found);
  }
  return found;
}

/**
 * @param {Entry} entry
 * @returns {Indexed}
 */
export function indexedEntry(entry) {
  /** @type {Map<string, number>} */
  const stems = new Map();
  const add = (/** @type {string} */ text, /** @type {number} */ weight) => {
    for (const word of wordsOf(text)) weigh(stems, stem(word), weight);
  };
  add(entry.words, WORDS);
  if (entry.kind === "operation")
    return { entry, stems, rows: [], names: addOperation(entry, stems) };
  if (entry.kind === "section") add(entry.about, WORDS);
  return { entry, stems, rows: [], names: [new Set(addName(stems, entry.title, NAME))] };
}

/**
 * Add the stems of a name, and return them.
 *
 * @param {Map<string, number>} stems
 * @param {string} name
 * @param {number} weight
 */
function addName(stems, name, weight) {
  const found = stemsOfName(name);
  for (const each of found) weigh(stems, each, weight);
  return found.length > 1 ? found.slice(0, -1) : found;
}

/**
 * Add what an operation is found by, and return its names: route and uid.
 *
 * @param {Entry} entry
 * @param {Map<string, number>} stems
 */
function addOperation({ method, about, title, uid }, stems) {
  const segments = about.split("?")[0].split("/").filter(Boolean);
  const fixed = segments.filter((segment) => !segment.includes("{"));
  const last = fixed.at(-1) ?? "";
  const route = fixed.map((part) => addName(stems, part, part === last ? NAME : PATH));
  for (const part of segments) if (part.includes("{")) addName(stems, part, PARAMETER);
  const own = uid.split("_").map((part, index) => addName(stems, part, index ? NAME : PARAMETER));
  weigh(stems, stem(method.toLowerCase()), NAME);
  const isNamed = (route.at(-1) ?? []).some(isAction);
  wordsOf(title).forEach((word, index) => {
    const each = stem(word);
    // Only the verb of a summary says what an operation does: "Notify of a new ticket" adds none.
    // Where the path names an action, the method says nothing, as in `POST /GetImage`.
    if (!isAction(each)) weigh(stems, each, index ? PATH : NAME);
    else weigh(stems, each, index ? ROW : isNamed ? NAME : VERB);
  });
  const action = ACTIONS[/** @type {keyof typeof ACTIONS} */ (method)];
  if (action && !isNamed) {
    const isCollection = segments.at(-1) === last;
    weigh(stems, implied(stem(action)), action === "create" && !isCollection ? ROW : IMPLIED);
    if (action === "get" && isCollection) weigh(stems, implied("list"), IMPLIED);
  }
  return [route, own].map((parts) => new Set(parts.flat()));
}

/**
 * Return the row of an entry with a word.
 *
 * @param {Entry} entry
 * @param {string} stemmed
 * @returns {Row | null}
 */
export function rowOf(entry, stemmed) {
  for (const [table, ...names] of entry.tables) {
    const name = names.find((each) => stemsOfName(each).includes(stemmed));
    if (name !== undefined) return { table, name };
  }
  return null;
}
