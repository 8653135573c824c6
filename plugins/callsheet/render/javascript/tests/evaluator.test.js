// What fits a schema, as the evaluator in Python has it: both read the same cases.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { first, mismatches, typeOf } from "../src/console/schema/evaluator.js";

/** @import { Schema } from "../src/console/schema/evaluator.js" */

/** @typedef {{ schema: Schema, value: unknown, places: string[] }} Vector */

const VECTORS = new URL("../../../../../tests/schema/vectors.json", import.meta.url);
/** @type {Vector[]} */
const vectors = JSON.parse(readFileSync(VECTORS, "utf8"));
/** @type {Record<string, Schema>} */
const types = {
  "#/Pet": {
    type: "object",
    properties: { name: { type: "string" }, friend: { $ref: "#/Pet" } },
  },
};

test("each case of the shared vectors has its mismatches", () => {
  assert.ok(vectors.length > 50);
  for (const { schema, value, places } of vectors) {
    const found = [...mismatches(value, schema, types)].map(({ path }) => path);
    assert.deepEqual(found, places, JSON.stringify({ schema, value }));
  }
});

/**
 * @param {unknown} value
 * @param {Schema} schema
 */
function described(value, schema) {
  return [...mismatches(value, schema, types)].map(
    ({ path, expected, got }) => `${path}: ${expected}, ${got}`,
  );
}

test("a mismatch says what belongs there and what is there", () => {
  assert.deepEqual(described({ name: 5, x: 1 }, { $ref: "#/Pet" }), ["$.name: string, 5"]);
  assert.deepEqual(described("a", { type: ["integer", "null"], format: "int32" }), [
    '$: int32, "a"',
  ]);
  assert.deepEqual(described("c", { enum: ["a", 1, null] }), ['$: one of a, 1, "c"']);
  assert.deepEqual(described([1, 2], { maxItems: 1 }), ["$: at most 1 items, [1,2]"]);
  assert.deepEqual(described({}, { type: "object", properties: { a: {} }, required: true }), [
    "$.a: the property, nothing",
  ]);
  assert.deepEqual(described({ "a b": "x" }, { properties: { "a b": false } }), [
    '$["a b"]: no such value, "x"',
  ]);
});

test("an expression is quoted as it stands", () => {
  assert.deepEqual(described("b", { pattern: "^a$&$" }), ['$: a text that matches ^a$&$, "b"']);
});

test("an expression that is none allows everything", () => {
  assert.deepEqual(described("b", { pattern: "(" }), []);
});

test("whole numbers have the bits of their format", () => {
  const limit = { type: /** @type {const} */ ("integer"), format: "int32" };
  for (const value of [2 ** 31 - 1, -(2 ** 31)]) assert.deepEqual(described(value, limit), []);
  for (const value of [2 ** 31, -(2 ** 31) - 1])
    assert.deepEqual(described(value, limit).length, 1);
  assert.deepEqual(described(2 ** 62, { ...limit, format: "int64" }), []);
  assert.deepEqual(described(2 ** 64, { ...limit, format: "int64" }).length, 1);
});

test("what is long is cut", () => {
  const [{ got }] = mismatches("x".repeat(100), { type: "integer" }, types);
  assert.equal(got.length, 60);
  assert.ok(got.endsWith("..."));
});

test("a format that is a word of JavaScript is any other format", () => {
  assert.deepEqual(described("a", { type: "string", format: "constructor" }), []);
  assert.deepEqual(described(1, { type: "integer", format: "toString" }), []);
});

test("a schema that refers to itself has an end", () => {
  assert.deepEqual([...mismatches(1, { $ref: "#/Loop" }, { "#/Loop": { $ref: "#/Loop" } })], []);
});

test("only as many mismatches are looked for as are wanted", () => {
  const value = Array.from({ length: 1000 }, () => "x");
  const found = first(3, mismatches(value, { items: { type: "integer" } }, types));
  assert.deepEqual(
    found.map(({ path }) => path),
    ["$[0]", "$[1]", "$[2]"],
  );
});

test("types are those of JSON Schema", () => {
  const values = [null, [], 1, 1.5, true, "a", {}];
  const names = ["null", "array", "integer", "number", "boolean", "string", "object"];
  assert.deepEqual(values.map(typeOf), names);
});
