// What an entry is found by: the stems of its texts, names and rows, and how much each of them counts.

import { ACTIONS, isAction, stem, wordsOf } from "./words.js";

/** @import { Entry } from "./entries.js" */

/** @typedef {{table: string, name: string}} Row */

/** @typedef {(stem: string, weight: number) => void} Weigh */

const NAME = 3;
const VERB = 2.8;
const PATH = 2;
const IMPLIED = 3;
const WORDS = 1.6;
const PARAMETER = 1;
export const ROW = 0.8;

/** What names in the plural are found by. */
const SEVERAL = stem("several");

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

/** An entry with what it is found by, which is worked out for those that a query might find. */
export class Indexed {
  /** @type {Set<string>[]} The stems of the rows of its tables. */
  rows = [];
  /** @type {Map<string, number> | undefined} */
  #stems;
  /** @type {Set<string>[]} */
  #names = [];

  /** @param {Entry} entry */
  constructor(entry) {
    this.entry = entry;
  }

  /** What it is found by, with the weight of each. */
  get stems() {
    if (!this.#stems) {
      /** @type {Map<string, number>} */
      const stems = new Map();
      const names = weighStems(this.entry, (each, weight) => weigh(stems, each, weight));
      this.#names = names.map((each) => new Set(each));
      this.#stems = stems;
    }
    return this.#stems;
  }

  /** The stems of its names: the fewer of them are asked for, the less it fits. The best name counts. */
  get names() {
    return this.stems && this.#names;
  }
}

/**
 * Tell the stems that an entry is found by, some of them again with another weight.
 *
 * @param {Entry} entry
 * @param {Weigh} add
 * @returns {string[][]} The stems of its names.
 */
export function weighStems(entry, add) {
  addText(add, entry.words);
  if (entry.kind === "operation") return addOperation(entry, add);
  if (entry.kind === "section") addText(add, entry.about);
  return [addName(add, entry.title, NAME)];
}

/**
 * @param {Weigh} add
 * @param {string} text
 */
function addText(add, text) {
  for (const word of wordsOf(text)) add(stem(word), WORDS);
}

/**
 * Add the stems of a name, and return them.
 *
 * @param {Weigh} add
 * @param {string} name
 * @param {number} weight
 */
function addName(add, name, weight) {
  const found = stemsOfName(name);
  for (const each of found) add(each, weight);
  return found.length > 1 ? found.slice(0, -1) : found;
}

/**
 * Add what an operation is found by, and return its names: route and uid.
 *
 * @param {Entry} entry
 * @param {Weigh} add
 */
function addOperation({ method, about, title, uid }, add) {
  const segments = about.split("?")[0].split("/").filter(Boolean);
  const fixed = segments.filter((segment) => !segment.includes("{"));
  const last = fixed.at(-1) ?? "";
  const route = fixed.map((part) => addName(add, part, part === last ? NAME : PATH));
  for (const part of segments) if (part.includes("{")) addName(add, part, PARAMETER);
  // Who asks for several at once means `DeleteTasks`, not `DeleteTask`.
  if (/[^s]s$/.test(last)) add(SEVERAL, PARAMETER);
  const own = uid.split("_").map((part, index) => addName(add, part, index ? NAME : PARAMETER));
  add(stem(method.toLowerCase()), NAME);
  const isNamed = (route.at(-1) ?? []).some(isAction);
  wordsOf(title).forEach((word, index) => {
    const each = stem(word);
    // Only the verb of a summary says what an operation does: "Notify of a new ticket" adds none.
    // Where the path names an action, the method says nothing, as in `POST /GetImage`.
    if (!isAction(each)) add(each, index ? PATH : NAME);
    else add(each, index ? ROW : isNamed ? NAME : VERB);
  });
  const action = ACTIONS[/** @type {keyof typeof ACTIONS} */ (method)];
  if (action && !isNamed) {
    const isCollection = segments.at(-1) === last;
    add(implied(stem(action)), action === "create" && !isCollection ? ROW : IMPLIED);
    if (action === "get" && isCollection) add(implied("list"), IMPLIED);
  }
  return [route.flat(), own.flat()];
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
