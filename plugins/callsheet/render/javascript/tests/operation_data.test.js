// The data of operations, which is written in a compact form.

import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, schemaOf } from "../src/console/operation_data.js";

test("a schema in words is a schema of JSON Schema", () => {
  assert.deepEqual(schemaOf("string"), { type: "string" });
  assert.deepEqual(schemaOf("integer int32?"), { type: ["integer", "null"], format: "int32" });
  assert.deepEqual(schemaOf({ type: "array", items: "number?" }), {
    type: "array",
    items: { type: ["number", "null"] },
  });
  assert.deepEqual(schemaOf({ anyOf: [{ $ref: "A" }, "null"] }), {
    anyOf: [{ $ref: "A" }, { type: "null" }],
  });
  assert.deepEqual(schemaOf({ type: "object", additionalProperties: true }), {
    type: "object",
    additionalProperties: true,
  });
});

test("parameters are names, names with types, or all that is said of them", () => {
  const full = { name: "c", required: true };
  const { query, headers } = dataOf({
    method: "GET",
    route: "/a",
    query: ["a", ["b", "int32"], full],
  });
  assert.deepEqual(query, [{ name: "a" }, { name: "b", type: "int32" }, full]);
  assert.equal(headers, undefined);
});

test("the data that was received stays as it is", () => {
  const written = { method: "GET", route: "/a", got: { properties: { a: "string" } } };
  const before = structuredClone(written);
  assert.deepEqual(dataOf(written).got, { properties: { a: { type: "string" } } });
  assert.deepEqual(written, before);
});
