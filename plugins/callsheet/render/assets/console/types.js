// What the types of the contract allow: texts in fields, and values in bodies.

const INTEGER = /^[+-]?\d{1,20}$/;
const NUMBER = /^[+-]?(\d{1,400}(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i;
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)[Tt ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
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
function* violations(value, schema, types, path = "$") {
  if (schema.$ref) {
    yield* violations(value, types[schema.$ref] ?? {}, types, path);
    return;
  }
  if (schema.anyOf) {
    // A reference, or null.
    const inner = schema.anyOf.filter(({ type }) => type !== "null");
    if (value !== null || inner.length === schema.anyOf.length) {
      yield* violations(value, inner[0], types, path);
    }
    return;
  }
  const wrong = mismatch(value, schema);
  if (wrong) yield { path, expected: wrong, got: shorten(value) };
  else if (Array.isArray(value)) yield* inItems(value, schema, types, path);
  else if (value !== null && typeof value === "object") yield* inMembers(value, schema, types, path);
}

function mismatch(value, { type, format, contentEncoding, enum: allowed }) {
  const wanted = [type ?? []].flat();
  const found = typeOf(value);
  const fits = wanted.includes(found) || (found === "integer" && wanted.includes("number"));
  if (wanted.length && !fits) {
    return format ?? wanted.filter((name) => name !== "null").join(" or ");
  }
  if (allowed && !allowed.includes(value)) {
    return `one of ${allowed.filter((each) => each !== null).join(", ")}`;
  }
  if (found === "integer" && format in BITS && Math.abs(value + 0.5) > 2 ** Number(BITS[format])) {
    return format;
  }
  if (found === "string" && format === "date-time" && !isDateTime(value)) return format;
  return found === "string" && contentEncoding && !BASE64.test(value) ? contentEncoding : "";
}

function* inItems(list, { items }, types, path) {
  for (let index = 0; items && index < list.length; index += 1) {
    yield* violations(list[index], items, types, `${path}[${index}]`);
  }
}

function* inMembers(object, schema, types, path) {
  const { properties = {}, additionalProperties: others } = schema;
  const required = schema.required === true ? Object.keys(properties) : schema.required ?? [];
  for (const name of required) {
    if (!Object.hasOwn(object, name)) {
      yield { path: member(path, name), expected: "the property", got: "nothing" };
    }
  }
  for (const [name, value] of Object.entries(object)) {
    const inner = Object.hasOwn(properties, name) ? properties[name] : others;
    if (inner) yield* violations(value, inner, types, member(path, name));
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
