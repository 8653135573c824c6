// JSON with its numbers as they are written.

/** A number as the server wrote it: a number of JavaScript would be rounded. */
export class Exact {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
  }
}

/**
 * Read JSON; where the browser tells how numbers are written, they are `Exact`.
 *
 * @param {string} text
 * @returns {unknown}
 */
export function readExactly(text) {
  /**
   * @param {string} _key
   * @param {unknown} value
   * @param {{ source?: string }} [context] What browsers of 2024 do not tell.
   */
  const revive = (_key, value, context) =>
    typeof value === "number" && context?.source ? new Exact(context.source) : value;
  return JSON.parse(text, revive);
}

/**
 * Tell whether a value is a container of others.
 *
 * @param {unknown} value
 * @returns {value is object}
 */
export function isContainer(value) {
  return typeof value === "object" && value !== null && !(value instanceof Exact);
}
