// What can be found: the entries of the data, as the plugin writes them.

/**
 * A table of rows: how the ids of its rows begin, and their names.
 *
 * @typedef {string[]} Table
 */

/**
 * A file of the data. A row has the address of its page, what the entry is made of by its kind, and
 * the numbers of its tables.
 *
 * @typedef {{kind: Kind, rows: (string | number)[][], tables: Table[]}} Shard
 */

/** @typedef {"operation" | "type" | "section"} Kind */

/**
 * @typedef {object} Entry
 * @property {Kind} kind
 * @property {string} url Relative to the root of the site.
 * @property {string} title What a reader sees first: a summary, a name, a heading.
 * @property {string} about What comes below: the route, or the page of a heading.
 * @property {string} method Empty but for operations.
 * @property {string} uid As above.
 * @property {string} words Further words of a section.
 * @property {Table[]} tables
 */

/** @type {Record<Kind, number>} */
const FIELDS = { operation: 5, type: 1, section: 3 };

/**
 * Read the entries of a file.
 *
 * @param {Shard} shard
 * @returns {Entry[]}
 */
export function entriesOf({ kind, rows, tables }) {
  const count = 1 + FIELDS[kind];
  return rows.map((row) => {
    const [url, first, second, third, fourth, fifth] = /** @type {string[]} */ (row);
    const own = row.slice(count).map((number) => tables[Number(number)]);
    const none = { kind, url, about: "", method: "", uid: "", words: "", tables: own };
    if (kind === "type") return { ...none, title: first };
    if (kind === "section") return { ...none, title: first, about: second, words: third };
    return {
      ...none,
      method: first,
      about: second,
      uid: third,
      title: fourth,
      words: fifth,
    };
  });
}
