// The text of a request body.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bodyFaults, converted, editorKind, formFields } from "../src/console/schema/body_text.js";

/** @import { Schema } from "../src/console/schema/evaluator.js" */

const JSON_TYPE = "application/json; charset=utf-8";
const FORM = "application/x-www-form-urlencoded";
/** @type {Schema} */
const SHIP = { type: "object", properties: { Id: { type: "integer" } }, required: ["Id"] };

test("errors of a body are described", () => {
  assert.deepEqual(bodyFaults('{"Id": 1}', JSON_TYPE, SHIP, {}), []);
  const faults = ['$.Id: expected integer, got "a".'];
  assert.deepEqual(bodyFaults('{"Id": "a"}', JSON_TYPE, SHIP, {}), faults);
  assert.deepEqual(bodyFaults('{"Id": "a"}', FORM, SHIP, {}), faults);
  assert.match(bodyFaults("{", JSON_TYPE, SHIP, {})[0], /^The body is not valid JSON: .+\.$/);
});

test("an empty body is missing only where one is documented", () => {
  assert.deepEqual(bodyFaults(" \n", JSON_TYPE, SHIP, {}), ["The body is missing."]);
  assert.deepEqual(bodyFaults("", JSON_TYPE, undefined, {}), []);
});

test("a text that is neither JSON nor XML is never wrong", () => {
  assert.deepEqual(bodyFaults("anything", "text/plain", SHIP, {}), []);
});

test("of many errors, the first ones are described", () => {
  const text = JSON.stringify(Array(50).fill("x"));
  assert.equal(bodyFaults(text, JSON_TYPE, { items: { type: "integer" } }, {}).length, 20);
});

test("JSON is written as XML, and what cannot be read stays", () => {
  const xml = "<Ship>\n  <Id>1</Id>\n</Ship>";
  assert.equal(converted('{"Id": 1}', JSON_TYPE, "text/xml", SHIP, {}, "Ship"), xml);
  assert.equal(converted("{", JSON_TYPE, "text/xml", SHIP, {}, "Ship"), "{");
  assert.equal(converted('{"Id": 1}', JSON_TYPE, FORM, SHIP, {}, "Ship"), '{"Id": 1}');
});

test("a form is edited as JSON", () => {
  assert.equal(editorKind(`${FORM}; charset=utf-8`), "application/json");
  assert.equal(editorKind("text/xml"), "text/xml");
  assert.deepEqual(formFields('{"a": "x y", "b": 1, "c": [1, 2]}'), [
    ["a", "x y"],
    ["b", "1"],
    ["c", "[1,2]"],
  ]);
  assert.deepEqual(formFields("{"), []);
});
