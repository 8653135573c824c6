// The search in an answer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readExactly } from "../src/console/answer/exact_json.js";
import { matches } from "../src/console/answer/json_search.js";

const VALUE = readExactly('{"Name": "Ada", "Crew": [{"Rank": 3, "Name": "Bo"}, null, true]}');

test("names and values are found, in their order", () => {
  assert.deepEqual(matches(VALUE, "name"), [[0], [1, 0, 1]]);
  assert.deepEqual(matches(VALUE, " BO "), [[1, 0, 1]]);
  assert.deepEqual(matches(VALUE, "3"), [[1, 0, 0]]);
  assert.deepEqual(matches(VALUE, "null"), [[1, 1]]);
  assert.deepEqual(matches(VALUE, "0"), []);
  assert.deepEqual(matches(VALUE, " "), []);
});

test("large and deep values are searched in part", () => {
  assert.equal(matches(new Array(100_000).fill("x"), "x").length, 500);
  /** @type {unknown} */
  let deep = "x";
  for (let depth = 0; depth < 50_000; depth += 1) deep = [deep];
  assert.deepEqual(matches(deep, "x"), []);
});
