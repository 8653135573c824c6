// Validation of values against schemas, like the evaluator of the reference server
// (`schema/evaluate.py`), as far as the console needs it. `tests/schema/vectors.json` tests both.

import { phrase } from "../../phrase.js";
import { BASE64, BITS, EXPECTED, isDateTime } from "./field_types.js";

/** @import { NamedTypes } from "../operation_data.js" */

/** @typedef {"null" | "boolean" | "integer" | "number" | "string" | "array" | "object"} SchemaType */

/**
 * A schema in the vocabulary of JSON Schema 2020-12. `$ref` is the key of a named type, and
 * `required: true` means all properties.
 *
 * @typedef {object} SchemaKeywords
 * @property {SchemaType | SchemaType[]} [type]
 * @property {string} [format]
 * @property {unknown[]} [enum]
 * @property {unknown} [const]
 * @property {string} [$ref]
 * @property {Record<string, Schema>} [properties]
 * @property {Record<string, Schema>} [patternProperties]
 * @property {Schema} [additionalProperties]
 * @property {string[] | true} [required]
 * @property {Schema} [items]
 * @property {Schema[]} [prefixItems]
 * @property {Schema[]} [allOf]
 * @property {Schema[]} [anyOf]
 * @property {Schema[]} [oneOf]
 * @property {Schema} [not]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {number} [exclusiveMinimum]
 * @property {number} [exclusiveMaximum]
 * @property {number} [multipleOf]
 * @property {number} [minLength]
 * @property {number} [maxLength]
 * @property {string} [pattern]
 * @property {number} [minItems]
 * @property {number} [maxItems]
 * @property {boolean} [uniqueItems]
 * @property {number} [minProperties]
 * @property {number} [maxProperties]
 * @property {string} [contentEncoding]
 */

/** @typedef {SchemaKeywords | boolean} Schema */

/**
 * One place where a value does not fit.
 *
 * @typedef {object} Mismatch
 * @property {string} path Where: `$` is the value itself.
 * @property {string} keyword Of the schema.
 * @property {string} expected In words.
 * @property {string} got In few characters.
 */

const MAX_LEVELS = 200;
/** How many mismatches of an alternative are compared. */
const MAX_OF_ALTERNATIVE = 20;
const FORMATS = new Map([
  ["date", /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ["email", /^[^\s@]+@[^\s@]+$/],
  ["uri", /^[a-z][a-z0-9+.-]*:[^\s]*$/i],
  ["uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
]);

/**
 * A keyword that limits values.
 *
 * @template Value
 * @typedef {[
 *   keyword: keyof SchemaKeywords,
 *   words: string,
 *   isBeyond: (value: Value, limit: never) => boolean,
 * ]} Limit
 */

/** @type {Limit<number>[]} */
const NUMBER_LIMITS = [
  ["minimum", phrase`at least %`, (value, /** @type {number} */ limit) => value < limit],
  ["maximum", phrase`at most %`, (value, /** @type {number} */ limit) => value > limit],
  ["exclusiveMinimum", phrase`above %`, (value, /** @type {number} */ limit) => value <= limit],
  ["exclusiveMaximum", phrase`below %`, (value, /** @type {number} */ limit) => value >= limit],
  [
    "multipleOf",
    phrase`a multiple of %`,
    (value, /** @type {number} */ unit) => Math.abs(value / unit - Math.round(value / unit)) > 1e-9,
  ],
];
/** @type {Limit<string>[]} */
const STRING_LIMITS = [
  [
    "minLength",
    phrase`at least % characters`,
    (value, /** @type {number} */ limit) => [...value].length < limit,
  ],
  [
    "maxLength",
    phrase`at most % characters`,
    (value, /** @type {number} */ limit) => [...value].length > limit,
  ],
  [
    "pattern",
    phrase`a text that matches %`,
    (value, /** @type {string} */ text) => !matches(text, value),
  ],
];
/** @type {Limit<unknown[]>[]} */
const ARRAY_LIMITS = [
  [
    "minItems",
    phrase`at least % items`,
    (value, /** @type {number} */ limit) => value.length < limit,
  ],
  [
    "maxItems",
    phrase`at most % items`,
    (value, /** @type {number} */ limit) => value.length > limit,
  ],
  [
    "uniqueItems",
    phrase`items that differ`,
    (value, /** @type {boolean} */ wanted) =>
      wanted &&
      value.some((each, index) => value.slice(0, index).some((other) => same(each, other))),
  ],
];
/** @type {Limit<object>[]} */
const OBJECT_LIMITS = [
  [
    "minProperties",
    phrase`at least % properties`,
    (value, /** @type {number} */ n) => Object.keys(value).length < n,
  ],
  [
    "maxProperties",
    phrase`at most % properties`,
    (value, /** @type {number} */ n) => Object.keys(value).length > n,
  ],
];

/**
 * Return the type of a JSON value, as JSON Schema names it.
 *
 * @param {unknown} value
 * @returns {SchemaType}
 */
export function typeOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return /** @type {"boolean" | "string" | "object"} */ (typeof value);
}

/**
 * Tell whether a JSON value is an object.
 *
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export function isObject(value) {
  return typeOf(value) === "object";
}

/**
 * Return the types that a schema names.
 *
 * @param {SchemaKeywords} schema
 */
export function typesOf({ type }) {
  return [type ?? []].flat();
}

/**
 * Return a value in few characters.
 *
 * @param {unknown} value
 */
function shorten(value) {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/**
 * @param {string} path
 * @param {string} name
 */
function member(path, name) {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)
    ? `${path}.${name}`
    : `${path}[${JSON.stringify(name)}]`;
}

/**
 * Yield where a value does not fit its schema, one place at a time.
 *
 * @param {unknown} value
 * @param {Schema} schema
 * @param {NamedTypes} types
 * @param {string} [path]
 * @param {number} [depth]
 * @returns {Generator<Mismatch, void, undefined>}
 */
export function* mismatches(value, schema, types, path = "$", depth = 0) {
  const mismatch = (/** @type {string} */ keyword, /** @type {string} */ expected) => ({
    path,
    keyword,
    expected,
    got: shorten(value),
  });
  if (schema === false) yield mismatch("not", phrase`no such value`);
  if (typeof schema === "boolean" || depth > MAX_LEVELS) return;
  const wrong = wrongType(value, schema) ?? wrongValue(value, schema);
  if (wrong) {
    yield mismatch(...wrong);
    return;
  }
  const inner = (/** @type {Schema} */ each) => mismatches(value, each, types, path, depth + 1);
  if (schema.$ref) yield* inner(types[schema.$ref] ?? {});
  for (const [keyword, expected] of brokenLimits(value, schema)) yield mismatch(keyword, expected);
  if (Array.isArray(value)) yield* inItems(value, schema, types, path, depth);
  else if (isObject(value)) yield* inMembers(value, schema, types, path, depth);
  for (const each of schema.allOf ?? []) yield* inner(each);
  for (const keyword of /** @type {const} */ (["anyOf", "oneOf"])) {
    const each = (schema[keyword] ?? []).map((one) => first(MAX_OF_ALTERNATIVE, inner(one)));
    const fitting = each.filter((found) => !found.length).length;
    // Of alternatives that do not fit, the one whose mismatches lie deeper is the most helpful.
    const closest = each.find((found) => found.length && found[0].path !== path);
    if (each.length && !fitting && (closest || each.length === 1)) yield* closest ?? each[0];
    else if (each.length && !fitting)
      yield mismatch("anyOf", each.map((found) => found[0].expected).join(` ${phrase`or`} `));
    else if (keyword === "oneOf" && fitting > 1)
      yield mismatch("oneOf", phrase`exactly one of the alternatives`);
  }
  if (schema.not !== undefined && inner(schema.not).next().done)
    yield mismatch("not", phrase`no such value`);
}

/**
 * Return the keyword and what it expects where a value has another type than the schema's.
 *
 * @param {unknown} value
 * @param {SchemaKeywords} schema
 * @returns {[string, string] | null}
 */
function wrongType(value, schema) {
  const found = typeOf(value);
  const wanted = typesOf(schema);
  if (!wanted.length || wanted.includes(found)) return null;
  if (found === "integer" && wanted.includes("number")) return null;
  const { format = "" } = schema;
  return [
    "type",
    EXPECTED.has(format)
      ? format
      : wanted.filter((name) => name !== "null").join(` ${phrase`or`} `),
  ];
}

/**
 * Return the keyword and what it expects where a value is none of those that are listed.
 *
 * @param {unknown} value
 * @param {SchemaKeywords} schema
 * @returns {[string, string] | null}
 */
function wrongValue(value, schema) {
  const allowed = Object.hasOwn(schema, "const") ? [schema.const] : schema.enum;
  if (!allowed || allowed.some((each) => same(each, value))) return null;
  const words = allowed
    .filter((each) => each !== null)
    .map((each) => (typeof each === "string" ? each : JSON.stringify(each)));
  return [schema.enum ? "enum" : "const", phrase`one of ${words.join(", ")}`];
}

/**
 * Tell whether two JSON values are the same.
 *
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
function same(one, other) {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  );
}

/**
 * Yield the limits that a value goes beyond, each by its keyword and in words.
 *
 * @param {unknown} value
 * @param {SchemaKeywords} schema
 * @returns {Generator<[string, string], void, undefined>}
 */
function* brokenLimits(value, schema) {
  const { format = "", contentEncoding } = schema;
  if (typeof value === "number") {
    yield* beyond(value, NUMBER_LIMITS, schema);
    const bits = Number.isInteger(value) ? BITS.get(format) : undefined;
    if (bits && Math.abs(value + 0.5) > 2 ** Number(bits)) yield ["format", format];
  } else if (typeof value === "string") {
    yield* beyond(value, STRING_LIMITS, schema);
    if (format === "date-time" && !isDateTime(value)) yield ["format", format];
    if (FORMATS.get(format)?.test(value) === false) yield ["format", format];
    if (contentEncoding && !BASE64.test(value)) yield ["contentEncoding", contentEncoding];
  } else if (Array.isArray(value)) yield* beyond(value, ARRAY_LIMITS, schema);
  else if (isObject(value)) yield* beyond(value, OBJECT_LIMITS, schema);
}

/**
 * @template Value
 * @param {Value} value
 * @param {Limit<Value>[]} limits
 * @param {SchemaKeywords} schema
 * @returns {Generator<[string, string], void, undefined>}
 */
function* beyond(value, limits, schema) {
  for (const [keyword, words, isBeyond] of limits) {
    const limit = schema[keyword];
    if (limit !== undefined && isBeyond(value, /** @type {never} */ (limit))) {
      yield [keyword, words.replace("%", () => String(limit))];
    }
  }
}

/**
 * Tell whether a text has what an expression describes; one that is not an expression describes all.
 *
 * @param {string} text The expression.
 * @param {string} value
 */
function matches(text, value) {
  try {
    return new RegExp(text, "u").test(value);
  } catch {
    return true;
  }
}

/**
 * @param {unknown[]} list
 * @param {SchemaKeywords} schema
 * @param {NamedTypes} types
 * @param {string} path
 * @param {number} depth
 */
function* inItems(list, { items, prefixItems = [] }, types, path, depth) {
  for (let index = 0; index < list.length; index += 1) {
    const schema = index < prefixItems.length ? prefixItems[index] : items;
    if (schema !== undefined)
      yield* mismatches(list[index], schema, types, `${path}[${index}]`, depth + 1);
  }
}

/**
 * @param {Record<string, unknown>} object
 * @param {SchemaKeywords} schema
 * @param {NamedTypes} types
 * @param {string} path
 * @param {number} depth
 */
function* inMembers(object, schema, types, path, depth) {
  const { properties = {}, additionalProperties: others } = schema;
  const required = schema.required === true ? Object.keys(properties) : (schema.required ?? []);
  for (const name of required) {
    if (!Object.hasOwn(object, name)) {
      yield {
        path: member(path, name),
        keyword: "required",
        expected: phrase`the property`,
        got: phrase`nothing`,
      };
    }
  }
  const patterns = Object.entries(schema.patternProperties ?? {});
  for (const [name, value] of Object.entries(object)) {
    const found = patterns.filter(([text]) => matches(text, name)).map(([, inner]) => inner);
    if (Object.hasOwn(properties, name)) found.push(properties[name]);
    else if (!found.length && others !== undefined) found.push(others);
    for (const inner of found)
      yield* mismatches(value, inner, types, member(path, name), depth + 1);
  }
}

/**
 * Return the first so many of what is iterated over.
 *
 * @template Item
 * @param {number} count
 * @param {Iterable<Item>} items
 */
export function first(count, items) {
  /** @type {Item[]} */
  const found = [];
  for (const item of items) {
    found.push(item);
    if (found.length === count) break;
  }
  return found;
}
