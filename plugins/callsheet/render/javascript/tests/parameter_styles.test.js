// Arrays and objects in paths and queries. `tests/test_parameter_styles.py` tries every style of
// OpenAPI with the values of its table; here is what a reader may write.

import assert from "node:assert/strict";
import { test } from "node:test";
import { queryText } from "../src/console/request.js";
import { styledPairs, styledPart, styledValue } from "../src/console/schema/parameter_styles.js";

test("items stand between commas, or in JSON where they have commas themselves", () => {
  const list = { shape: "array" };
  assert.deepEqual(styledValue(" a, b,,c ", list), ["a", "b", "c"]);
  assert.deepEqual(styledValue('["a,b", 2]', list), ["a,b", 2]);
  assert.deepEqual(styledValue("[a, b]", list), ["[a", "b]"]);
  assert.deepEqual(styledValue("", list), []);
});

test("an object is JSON, and nothing else is one", () => {
  const object = { shape: "object" };
  assert.deepEqual(styledValue('{"a": 1}', object), { a: 1 });
  for (const text of ["[1]", "a", "null", "{"]) assert.equal(styledValue(text, object), null);
  assert.equal(styledValue("a,b", { shape: "single" }), "a,b");
});

test("what is not an object is sent as it stands", () => {
  const parameter = { name: "f", style: "form", explode: true, shape: "object" };
  assert.deepEqual(styledPairs(parameter, "{"), [["f", "{"]]);
});

test("an object within an object has brackets within brackets", () => {
  const parameter = { name: "f", style: "deepObject", explode: true, shape: "object" };
  const pairs = styledPairs(parameter, '{"a": {"b": [1, null]}, "c": true}');
  assert.deepEqual(pairs, [
    ["f[a][b]", "1"],
    ["f[a][b]", ""],
    ["f[c]", "true"],
  ]);
});

test("an empty list is not sent", () => {
  for (const explode of [true, false]) {
    assert.deepEqual(styledPairs({ name: "f", style: "form", explode, shape: "array" }, ""), []);
    assert.equal(styledPart({ name: "f", style: "label", explode, shape: "array" }, ""), "");
  }
});

test("everything in a path is encoded", () => {
  const parameter = { name: "a b", style: "matrix", explode: true, shape: "array" };
  assert.equal(styledPart(parameter, "x/y, ü"), ";a%20b=x%2Fy;a%20b=%C3%BC");
});

test("a query keeps dollar signs, as OData has them", () => {
  const pairs = /** @type {[string, string][]} */ ([["$top", "1&2"]]);
  assert.equal(queryText(pairs), "$top=1%262");
});
