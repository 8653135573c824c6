// JSON that keeps the spelling of its numbers.

/** A number as spelt by the server: a JavaScript number would be rounded. */
export class Exact {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
  }
}

/**
 * Parse JSON; where the browser gives the source of numbers, they are `Exact`.
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
 * Tell whether a value is an array or an object.
 *
 * @param {unknown} value
 * @returns {value is object}
 */
export function isContainer(value) {
  return typeof value === "object" && value !== null && !(value instanceof Exact);
}
