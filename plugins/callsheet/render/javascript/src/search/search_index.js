// The index of the search, which is made of the entries in the reader's browser, and its ranking.

import { named } from "./addresses.js";
import { entriesOf } from "./entries.js";
import {
  Indexed,
  implied,
  isImplied,
  ROW,
  rowOf,
  stemsOfName,
  weigh,
  weighStems,
} from "./indexing.js";
import { askedWords, formsOf, isAction, isTypo, stem, synonymsOf } from "./words.js";

/** @import { Entry, Shard, Table } from "./entries.js" */
/** @import { Row } from "./indexing.js" */

/**
 * A found entry: how well it fits, the stems that matched, and the row with one that is nowhere else.
 *
 * @typedef {{entry: Entry, score: number, used: Set<string>, row: Row | null}} Hit
 */

/**
 * What a word of a query stands for: stems of the index with how good each of them is.
 *
 * @typedef {{matches: Map<string, number>, weight: number, isAction: boolean}} Term
 */

const SYNONYM = 0.85;
const PREFIX = 0.75;
const TYPO = 0.7;
const LEAST_RARITY = 0.3;
/** How far a word is answered that only a row has, which is one of many. */
const COVERED_BY_ROW = 0.6;
const MIN_PREFIX = 1;
const MIN_TYPO = 4;
const MIN_PART = 4;
/** The part of what is asked for that others must have of what the best entry has. */
const CUTOFF = 0.5;
/** The part of the best score that others must have. */
const TAIL = 0.25;
const LEAST_OF_ACTIONS = 1.5;
const LEAST = 0.1;
const MOST = 3;
const FIT = 0.5;
const EXACT = 1.5;
const READING = 1.05;
/** How much better than the best operation another entry must be to come first. */
const LEAD = 1.25;

export class SearchIndex {
  /** @type {Indexed[]} */
  #all = [];
  /** @type {Map<string, Indexed[]>} */
  #byStem = new Map();
  /**
   * The users of tables by the stems of their rows; many entries have the same table.
   *
   * @type {Map<string, Indexed[][]>}
   */
  #byRow = new Map();
  /** @type {Map<string, Set<Indexed>>} */
  #found = new Map();

  /**
   * Add the entries of a file.
   *
   * @param {Shard} shard
   */
  add(shard) {
    this.#found.clear();
    /** @type {Map<Table, {rows: Set<string>, users: Indexed[]}>} */
    const tables = new Map();
    for (const table of shard.tables) {
      const rows = new Set(table.slice(1).flatMap(stemsOfName));
      /** @type {Indexed[]} */
      const users = [];
      tables.set(table, { rows, users });
      for (const each of rows) listOf(this.#byRow, each).push(users);
    }
    for (const entry of entriesOf(shard)) {
      const indexed = new Indexed(entry);
      for (const table of entry.tables) {
        const known = tables.get(table);
        if (known) {
          known.users.push(indexed);
          indexed.rows.push(known.rows);
        }
      }
      this.#all.push(indexed);
      weighStems(entry, (each) => {
        const list = listOf(this.#byStem, each);
        if (list.at(-1) !== indexed) list.push(indexed);
      });
    }
  }

  /**
   * Return all operations, in the order of the data.
   *
   * @returns {Entry[]}
   */
  get operations() {
    const operations = this.#all.filter(({ entry }) => entry.kind === "operation");
    return operations.map(({ entry }) => entry);
  }

  /**
   * Return the entries with a stem, in their texts or in a row.
   *
   * @param {string} stemmed
   */
  #with(stemmed) {
    let found = this.#found.get(stemmed);
    if (!found) {
      found = new Set(this.#byStem.get(stemmed));
      for (const users of this.#byRow.get(stemmed) ?? []) for (const each of users) found.add(each);
      this.#found.set(stemmed, found);
    }
    return found;
  }

  /** @param {string} stemmed */
  #knows(stemmed) {
    return this.#byStem.has(stemmed) || this.#byRow.has(stemmed);
  }

  /** Yield all stems. */
  *#vocabulary() {
    yield* this.#byStem.keys();
    for (const each of this.#byRow.keys()) if (!this.#byStem.has(each)) yield each;
  }

  /**
   * Return what a query finds, the best first.
   *
   * @param {string} query
   * @param {(entry: Entry) => boolean} [isIn] Tells whether an entry is among those that count.
   * @returns {Hit[]}
   */
  search(query, isIn = () => true) {
    const operations = named(this.operations.filter(isIn), query);
    if (operations.length)
      return operations.map((entry) => ({ entry, score: 1, used: new Set(), row: null }));
    const terms = this.#termsOf(query);
    /** @type {Set<Indexed>} */
    const candidates = new Set();
    const telling = terms.filter((term) => !term.isAction);
    for (const { matches } of telling.length ? telling : terms) {
      for (const match of matches.keys()) {
        for (const indexed of this.#with(match)) {
          if (isIn(indexed.entry)) candidates.add(indexed);
        }
      }
    }
    const asked = sum(terms.map(({ weight }) => weight));
    const rated = [...candidates].map((indexed) => this.#rate(indexed, terms, asked));
    const most = Math.max(0, ...rated.map(({ covered }) => covered));
    const hits = rated.filter(({ covered }) => covered >= most * CUTOFF);
    const actions = terms.some((term) => term.isAction);
    const whole = query.trim().toLowerCase();
    for (const hit of hits) {
      if (hit.entry.title.toLowerCase() === whole) hit.score *= EXACT;
      // Who names no action wants to read.
      else if (!actions && hit.entry.method === "GET") hit.score *= READING;
    }
    hits.sort((a, b) => b.score - a.score);
    const least = (hits[0]?.score ?? 0) * TAIL;
    return inGroups(
      hits.filter(({ score }) => score >= least),
      actions,
    );
  }

  /**
   * @param {Indexed} indexed
   * @param {Term[]} terms
   * @param {number} asked The weight of all terms.
   */
  #rate({ entry, stems, rows, names }, terms, asked) {
    let score = 0;
    let covered = 0;
    /** @type {Row | null} */
    let row = null;
    /** @type {Set<string>} */
    const used = new Set();
    for (const { matches, weight } of terms) {
      let best = 0;
      let by = "";
      for (const [match, quality] of matches) {
        const isRow = !stems.has(match) && rows.some((each) => each.has(match));
        const own = stems.get(match) ?? (isRow ? ROW * this.#rarityOf(match) : 0);
        const found = own * quality;
        if (found > 0) used.add(match);
        if (found > best) [best, by] = [found, match];
      }
      score += best * weight;
      if (best > 0) covered += stems.has(by) ? weight : weight * COVERED_BY_ROW;
      if (best > 0 && !stems.has(by)) row ??= rowOf(entry, by);
    }
    const share = asked ? covered / asked : 0;
    const surplus = Math.min(...names.map((name) => this.#surplusOf(name, used)));
    const fit = covered ? covered / (covered + surplus) : 0;
    return {
      entry,
      row,
      used,
      covered,
      score: (score / (asked || 1)) * (0.3 + 0.7 * share) * (1 - FIT + FIT * fit),
    };
  }

  /**
   * Return how much is in a name that nobody asked for.
   *
   * @param {Set<string>} name
   * @param {Set<string>} used
   */
  #surplusOf(name, used) {
    return sum([...name].map((each) => (used.has(each) ? 0 : this.#weightOf(each) - LEAST)));
  }

  /**
   * Return how much a stem tells: the fewer entries have it, the more. Rows do not count, as they
   * are many, and some are on each page.
   *
   * @param {string} stemmed
   */
  #weightOf(stemmed) {
    return weightOfCount(this.#byStem.get(stemmed)?.length ?? 0, this.#all.length);
  }

  /**
   * Return the part of all entries that do not have a stem; a small site is found by it all the same.
   *
   * @param {string} stemmed
   */
  #rarityOf(stemmed) {
    return Math.max(LEAST_RARITY, 1 - this.#with(stemmed).size / this.#all.length);
  }

  /**
   * @param {string} query
   * @returns {Term[]}
   */
  #termsOf(query) {
    const words = askedWords(query).flatMap((word) => this.#parted(word));
    /** @type {Map<string, string[]>} Stems with those of the names that have them in one word. */
    const stems = new Map();
    for (let index = 0; index < words.length; index += 1) {
      const own = stem(words[index]);
      const next = words[index + 1] ?? "";
      // A name that is one word on the pages may be two for a reader: "web hook", `firstName`.
      const joined = stem(words[index] + next);
      if (!next || !this.#knows(joined)) {
        listOf(stems, own);
      } else if (this.#knows(own) && this.#knows(stem(next))) {
        listOf(stems, own).push(joined);
        listOf(stems, stem(next)).push(joined);
      } else {
        listOf(stems, joined);
        index += 1;
      }
    }
    return [...stems].map(([each, names]) => {
      const term = this.#term(each);
      for (const name of names) weigh(term.matches, name, 1);
      return term;
    });
  }

  /**
   * Return the two words that a name may have of one: `TimeZone` is a "timezone" for a reader.
   *
   * @param {string} word
   */
  #parted(word) {
    for (let end = MIN_PART; end <= word.length - MIN_PART; end += 1) {
      const parts = [word.slice(0, end), word.slice(end)];
      if (parts.every((part) => this.#byStem.has(stem(part)))) return parts;
    }
    return [word];
  }

  /**
   * @param {string} stemmed
   * @returns {Term}
   */
  #term(stemmed) {
    /** @type {Map<string, number>} */
    const matches = new Map();
    const add = (/** @type {string} */ match, /** @type {number} */ quality) => {
      if (this.#knows(match)) weigh(matches, match, quality);
    };
    for (const synonym of synonymsOf(stemmed)) {
      add(synonym, SYNONYM);
      add(implied(synonym), 1);
    }
    add(stemmed, 1);
    if (stemmed.length >= MIN_PREFIX) {
      for (const known of this.#vocabulary()) {
        if (known.length > stemmed.length && known.startsWith(stemmed)) {
          add(known, PREFIX * (0.5 + (0.5 * stemmed.length) / known.length));
        }
      }
    }
    if (!matches.size && stemmed.length >= MIN_TYPO) {
      for (const known of this.#vocabulary())
        if (formsOf(known).some((form) => isTypo(form, stemmed))) {
          for (const synonym of synonymsOf(known)) {
            add(synonym, TYPO * SYNONYM);
            add(implied(synonym), TYPO);
          }
          add(known, TYPO);
        }
    }
    const inTexts = [...matches.keys()].flatMap((each) => this.#byStem.get(each) ?? []);
    const inRows = inTexts.length
      ? []
      : [...matches.keys()].flatMap((each) => [...this.#with(each)]);
    const count = new Set([...inTexts, ...inRows]);
    const action = isAction(stemmed) || [...matches.keys()].some((each) => isImplied(each));
    const weight = weightOfCount(count.size, this.#all.length);
    return {
      matches,
      weight: action ? Math.max(weight, LEAST_OF_ACTIONS) : weight,
      isAction: action,
    };
  }
}

/**
 * Group what was found: operations come first where the question names an action, else the kind
 * with the best entry.
 *
 * @template {{entry: Entry, score: number}} Found
 * @param {Found[]} hits The best first.
 * @param {boolean} actions
 */
function inGroups(hits, actions) {
  const kinds = /** @type {const} */ (["operation", "type", "section"]);
  const groups = kinds.map((kind) => hits.filter(({ entry }) => entry.kind === kind));
  const [operations] = groups;
  const lead = (operations[0]?.score ?? 0) * LEAD;
  const others = groups.slice(1).sort(([a], [b]) => (b?.score ?? 0) - (a?.score ?? 0));
  // The sort is stable, and a question that names an action asks for an operation.
  const isLed = actions || lead >= (others[0][0]?.score ?? 0);
  return (isLed ? [operations, ...others] : [others[0], operations, others[1]]).flat();
}

/**
 * @template Value
 * @param {Map<string, Value[]>} lists
 * @param {string} key
 */
function listOf(lists, key) {
  let list = lists.get(key);
  if (!list) {
    list = [];
    lists.set(key, list);
  }
  return list;
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}

/**
 * @param {number} count The entries that have something.
 * @param {number} all
 */
function weightOfCount(count, all) {
  return Math.min(MOST, LEAST + Math.log((1 + all) / (1 + count)));
}
