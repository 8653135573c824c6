// The types of fields: which texts they allow.

import { phrase } from "../../phrase.js";

/** A number as JSON, XML or a reader writes it. */
export const NUMBER = /^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
export const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const INTEGER = /^[+-]?\d{1,20}$/;
const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/;

/** Bits of integers, without the sign bit, by type. */
export const BITS = new Map([
  ["int32", 31n],
  ["int64", 63n],
]);

/** The hint of a field, by its type. */
export const EXPECTED = new Map([
  ["int32", phrase`int32, a whole number from -2147483648 to 2147483647`],
  ["int64", phrase`int64, a whole number of at most 64 bits`],
  ["double", phrase`double, a number such as 1.5`],
  ["bool", phrase`bool, true or false`],
  ["date-time", phrase`date-time, such as 2026-11-21T09:30:00Z`],
  ["byte", phrase`byte, text in base64`],
]);

/**
 * Tell whether a text is a date-time of RFC 3339 on a day that the calendar has.
 *
 * @param {string} text
 */
export function isDateTime(text) {
  const [, year, month, day] = DATE_TIME.exec(text) ?? [];
  if (!day || year === "0000") return false;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/**
 * @param {string} text
 * @param {bigint} bits
 */
function isInteger(text, bits) {
  if (!INTEGER.test(text)) return false;
  const limit = 1n << bits;
  const value = BigInt(text.replace("+", ""));
  return -limit <= value && value < limit;
}

/**
 * Tell whether a text is of a type; of a type that is not known, every text is.
 *
 * @param {string} text
 * @param {string} type
 */
function fits(text, type) {
  const bits = BITS.get(type);
  if (bits) return isInteger(text, bits);
  if (type === "double") return NUMBER.test(text);
  if (type === "bool") return /^(true|false)$/i.test(text);
  if (type === "date-time") return isDateTime(text);
  return type !== "byte" || BASE64.test(text);
}

/**
 * Return the hint for a text that is not allowed; empty for one that is.
 *
 * @param {string} text
 * @param {string} [type]
 * @param {string[]} [allowed] The values that the text may have.
 */
export function expectation(text, type = "", allowed) {
  if (allowed?.length) return allowed.includes(text) ? "" : phrase`one of ${allowed.join(", ")}`;
  return fits(text, type) ? "" : (EXPECTED.get(type) ?? "");
}
