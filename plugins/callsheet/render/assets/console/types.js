// What the types of the contract allow: texts in fields, and values in bodies.

const INTEGER = /^[+-]?\d{1,20}$/;
const NUMBER = /^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const MAX_LEVELS = 200;
const FORMATS = {
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  email: /^[^\s@]+@[^\s@]+$/,
  uri: /^[a-z][a-z0-9+.-]*:[^\s]*$/i,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};
const LIMITS = [
  ["minimum", "number", "at least %"],
  ["maximum", "number", "at most %"],
  ["exclusiveMinimum", "number", "above %"],
  ["exclusiveMaximum", "number", "below %"],
  ["multipleOf", "number", "a multiple of %"],
  ["minLength", "string", "at least % characters"],
  ["maxLength", "string", "at most % characters"],
  ["pattern", "string", "a text that matches %"],
  ["minItems", "array", "at least % items"],
  ["maxItems", "array", "at most % items"],
  ["uniqueItems", "array", "items that differ"],
  ["minProperties", "object", "at least % properties"],
  ["maxProperties", "object", "at most % properties"],
];
const BITS = { int32: 31n, int64: 63n };
const EXPECTED = {
  int32: "int32, a whole number from -2147483648 to 2147483647",
  int64: "int64, a whole number of at most 64 bits",
  double: "double, a number such as 1.5",
  bool: "bool, true or false",
  "date-time": "date-time, such as 2026-11-21T09:30:00Z",
  byte: "byte, text in base64",
};

/** Whether a text is a date-time of RFC 3339 on a day that the calendar has. */
function isDateTime(text) {
  const [, year, month, day] = DATE_TIME.exec(text) ?? [];
  if (!day || year === "0000") return false;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(Number(year), month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
}

function isInteger(text, type) {
  if (!INTEGER.test(text)) return false;
  const limit = 1n << BITS[type];
  const value = BigInt(text.replace("+", ""));
  return -limit <= value && value < limit;
}

/** What belongs in the place of a text that its type does not allow; nothing for a good one. */
function expectation(text, type, allowed) {
  if (allowed?.length) return allowed.includes(text) ? "" : `one of ${allowed.join(", ")}`;
  const fits = type in BITS ? isInteger(text, type)
    : type === "double" ? NUMBER.test(text)
      : type === "bool" ? /^(true|false)$/i.test(text)
        : type === "date-time" ? isDateTime(text)
          : type !== "byte" || BASE64.test(text);
  return fits ? "" : EXPECTED[type];
}

/** The type of a JSON value, as JSON Schema names it. */
function typeOf(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** A value in few characters. */
function shorten(value) {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function member(path, name) {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? `${path}.${name}` : `${path}[${JSON.stringify(name)}]`;
}

/** What is wrong with a value, one thing at a time: where, what belongs there, what is there. */
function* violations(value, schema, types, path = "$", depth = 0) {
  if (schema === false || depth > MAX_LEVELS) {
    if (schema === false) yield { path, keyword: "not", expected: "no such value", got: shorten(value) };
    return;
  }
  if (schema === true) return;
  const told = (keyword, expected) => ({ path, keyword, expected, got: shorten(value) });
  const found = typeOf(value);
  const wanted = [schema.type ?? []].flat();
  if (wanted.length && !wanted.includes(found) && !(found === "integer" && wanted.includes("number"))) {
    const known = schema.format in EXPECTED ? schema.format : wanted.filter((name) => name !== "null").join(" or ");
    yield told("type", known);
    return;
  }
  const allowed = Object.hasOwn(schema, "const") ? [schema.const] : schema.enum;
  if (allowed && !allowed.some((each) => same(each, value))) {
    const words = allowed.filter((each) => each !== null).map((each) => typeof each === "string" ? each : JSON.stringify(each));
    yield told(schema.enum ? "enum" : "const", `one of ${words.join(", ")}`);
    return;
  }
  const inner = (each, place = path) => violations(value, each, types, place, depth + 1);
  if (schema.$ref) yield* inner(types[schema.$ref] ?? {});
  for (const [keyword, expected] of limits(value, found, schema)) yield told(keyword, expected);
  if (found === "array") yield* inItems(value, schema, types, path, depth);
  else if (found === "object") yield* inMembers(value, schema, types, path, depth);
  for (const each of schema.allOf ?? []) yield* inner(each);
  for (const keyword of ["anyOf", "oneOf"]) {
    const each = (schema[keyword] ?? []).map((one) => first(MAX_DIFFERENCES, inner(one)));
    const fitting = each.filter((faults) => !faults.length).length;
    // Of alternatives that do not fit, one whose faults are inside of the value tells more.
    const closest = each.find((faults) => faults.length && faults[0].path !== path);
    if (each.length && !fitting && (closest || each.length === 1)) yield* closest ?? each[0];
    else if (each.length && !fitting) yield told("anyOf", each.map((faults) => faults[0].expected).join(" or "));
    else if (keyword === "oneOf" && fitting > 1) yield told("oneOf", "exactly one of the alternatives");
  }
  if (Object.hasOwn(schema, "not") && inner(schema.not).next().done) yield told("not", "no such value");
}

/** Whether two JSON values are the same. */
function same(one, other) {
  if (one === other) return true;
  if (typeOf(one) === "array" && typeOf(other) === "array") {
    return one.length === other.length && one.every((each, index) => same(each, other[index]));
  }
  if (typeOf(one) !== "object" || typeOf(other) !== "object") return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length
    && names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]));
}

/** The limits that a value goes beyond, each by its keyword and in words. */
function* limits(value, found, schema) {
  const beyond = {
    minimum: (limit) => value < limit,
    maximum: (limit) => value > limit,
    exclusiveMinimum: (limit) => value <= limit,
    exclusiveMaximum: (limit) => value >= limit,
    multipleOf: (unit) => Math.abs(value / unit - Math.round(value / unit)) > 1e-9,
    minLength: (limit) => [...value].length < limit,
    maxLength: (limit) => [...value].length > limit,
    pattern: (text) => !matches(text, value),
    minItems: (limit) => value.length < limit,
    maxItems: (limit) => value.length > limit,
    uniqueItems: (wanted) => wanted && value.some((each, index) => value.slice(0, index).some((other) => same(each, other))),
    minProperties: (limit) => Object.keys(value).length < limit,
    maxProperties: (limit) => Object.keys(value).length > limit,
  };
  const kind = found === "integer" ? "number" : found;
  for (const [keyword, of, words] of LIMITS) {
    if (kind === of && keyword in schema && beyond[keyword](schema[keyword])) {
      yield [keyword, words.replace("%", schema[keyword])];
    }
  }
  const { format, contentEncoding } = schema;
  if (found === "integer" && format in BITS && Math.abs(value + 0.5) > 2 ** Number(BITS[format])) yield ["format", format];
  if (found === "string" && format === "date-time" && !isDateTime(value)) yield ["format", format];
  if (found === "string" && FORMATS[format] && !FORMATS[format].test(value)) yield ["format", format];
  if (found === "string" && contentEncoding && !BASE64.test(value)) yield ["contentEncoding", contentEncoding];
}

/** Whether a text has what an expression describes; one that is no expression describes all. */
function matches(text, value) {
  try {
    return new RegExp(text, "u").test(value);
  } catch {
    return true;
  }
}

function* inItems(list, { items, prefixItems = [] }, types, path, depth) {
  for (let index = 0; index < list.length; index += 1) {
    const schema = index < prefixItems.length ? prefixItems[index] : items;
    if (schema !== undefined) yield* violations(list[index], schema, types, `${path}[${index}]`, depth + 1);
  }
}

function* inMembers(object, schema, types, path, depth) {
  const { properties = {}, additionalProperties: others } = schema;
  const required = schema.required === true ? Object.keys(properties) : schema.required ?? [];
  for (const name of required) {
    if (!Object.hasOwn(object, name)) {
      yield { path: member(path, name), keyword: "required", expected: "the property", got: "nothing" };
    }
  }
  const patterns = Object.entries(schema.patternProperties ?? {});
  for (const [name, value] of Object.entries(object)) {
    const found = patterns.filter(([text]) => matches(text, name)).map(([, inner]) => inner);
    if (Object.hasOwn(properties, name)) found.push(properties[name]);
    else if (!found.length && others !== undefined) found.push(others);
    for (const inner of found) yield* violations(value, inner, types, member(path, name), depth + 1);
  }
}

/** The first so many of what a generator gives. */
function first(count, items) {
  const found = [];
  for (const item of items) {
    found.push(item);
    if (found.length === count) break;
  }
  return found;
}
