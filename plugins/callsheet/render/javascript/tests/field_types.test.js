// Which texts fields allow.

import assert from "node:assert/strict";
import { test } from "node:test";
import { textFault } from "../src/console/form/fields.js";
import { expectation, isDateTime } from "../src/console/schema/field_types.js";

/** @type {[type: string, good: string[], bad: string[]][]} */
const TEXTS = [
  ["int32", ["0", "-2147483648", "+2147483647"], ["2147483648", "-2147483649", "1.0", "", "1e3"]],
  ["int64", ["9223372036854775807", "-9223372036854775808"], ["9223372036854775808", "x"]],
  ["double", ["1", "-1.5", ".5", "1.", "2e10"], ["", ".", "1e", "NaN", "1,5"]],
  ["bool", ["true", "False"], ["1", "yes", ""]],
  ["date-time", ["2024-02-29T00:00:00Z"], ["2023-02-29T00:00:00Z", "2024-02-29"]],
  ["byte", ["", "YQ==", "YWI=", "YWJj"], ["YQ", "Y===", "a b="]],
  ["string", ["", "anything"], []],
  ["constructor", ["anything"], []],
];

for (const [type, good, bad] of TEXTS) {
  test(`texts of ${type}`, () => {
    for (const text of good) assert.equal(expectation(text, type), "", text);
    for (const text of bad) assert.match(expectation(text, type), new RegExp(`^${type}, `), text);
  });
}

test("where values are listed, one of them is expected", () => {
  assert.equal(expectation("a", "int32", ["a", "b"]), "");
  assert.equal(expectation("c", "string", ["a", "b"]), "one of a, b");
  assert.equal(expectation("c", "string", []), "");
});

test("a date-time is on a day that the calendar has", () => {
  for (const text of [
    "0001-01-01t23:59:59z",
    "2000-02-29 12:00:00",
    "2024-12-31T00:00:00.5+01:00",
  ]) {
    assert.ok(isDateTime(text), text);
  }
  for (const text of ["0000-01-01T00:00:00Z", "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z"]) {
    assert.ok(!isDateTime(text), text);
  }
  for (const text of ["2024-13-01T00:00:00Z", "2024-00-10T00:00:00Z", "2024-01-01T24:00:00Z"]) {
    assert.ok(!isDateTime(text), text);
  }
});

test("a path, a header field and an object have rules of their own", () => {
  const fault = "name: a path cannot have .. in it.";
  assert.equal(textFault({ name: "name" }, "path", ".."), fault);
  assert.equal(textFault({ name: "name" }, "query", ".."), "");
  for (const text of ["a\nb", "é", " a"]) {
    const expected = "name: expected one line of ASCII characters.";
    assert.equal(textFault({ name: "name" }, "header", text), expected);
  }
  const filter = { name: "filter", shape: "object" };
  assert.equal(textFault(filter, "query", '{"a": 1}'), "");
  assert.equal(textFault(filter, "query", "[1]"), "filter: expected an object in JSON.");
  assert.equal(
    textFault({ name: "n", type: "bool" }, "query", "x"),
    "n: expected bool, true or false.",
  );
});
