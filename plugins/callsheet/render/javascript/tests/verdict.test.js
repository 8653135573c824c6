// Verdicts: red is only for what breaks the contract.

import assert from "node:assert/strict";
import { test } from "node:test";
import { verdictOf } from "../src/console/answer/verdict.js";

/** @import { OperationData } from "../src/console/operation_data.js" */

/** @type {OperationData} */
const DATA = { method: "GET", route: "/a", statuses: [200, 404] };
const EXAMPLE = { faults: [], isChanged: false, isAnonymous: false };
const OTHER = { faults: [], isChanged: true, isAnonymous: false };
const WRONG = { faults: ["a is required."], isChanged: true, isAnonymous: false };

/**
 * @param {number} status
 * @param {typeof WRONG | typeof EXAMPLE} input
 * @param {OperationData} [data]
 */
function verdict(status, input, data = DATA) {
  const answer = { status, mediaType: "", content: new Uint8Array() };
  const { kind, text } = verdictOf(data, answer, input);
  return [kind, text];
}

test("a success is as documented", () => {
  assert.deepEqual(verdict(200, EXAMPLE), ["good", "As documented for 200."]);
  assert.deepEqual(verdict(200, OTHER), ["good", "As documented for 200."]);
});

test("a documented refusal is neutral", () => {
  for (const input of [EXAMPLE, OTHER, WRONG]) {
    assert.deepEqual(verdict(404, input), ["neutral", "Refused, as documented for 404."]);
  }
});

test("a refusal that is not documented is neutral only where the reader's input may be its cause", () => {
  assert.equal(verdict(400, WRONG)[0], "neutral");
  assert.match(verdict(400, WRONG)[1], /not what the page allows\. The page does not document 400/);
  assert.equal(verdict(409, OTHER)[0], "neutral");
  assert.equal(verdict(400, EXAMPLE)[0], "bad");
});

test("a fault of the server is never neutral", () => {
  for (const input of [EXAMPLE, OTHER, WRONG]) assert.equal(verdict(500, input)[0], "bad");
  assert.equal(verdict(302, OTHER)[0], "bad");
});

test("a success for input that the page does not allow says so", () => {
  assert.deepEqual(verdict(200, WRONG), [
    "neutral",
    "As documented for 200, although the page does not allow this input.",
  ]);
});

test("a class of statuses and the default are documented", () => {
  const classes = { ...DATA, statuses: [200], ranges: ["4XX"] };
  assert.deepEqual(verdict(409, EXAMPLE, classes), ["neutral", "Refused, as documented for 409."]);
  assert.equal(verdict(500, EXAMPLE, classes)[0], "bad");
  assert.equal(verdict(500, EXAMPLE, { ...classes, ranges: ["default"] })[0], "good");
});

test("a server that wants to know who asks breaks no contract", () => {
  const unsigned = { ...EXAMPLE, isAnonymous: true };
  const [kind, text] = verdict(401, unsigned);
  assert.equal(kind, "neutral");
  assert.match(text, /no credentials: choose how to sign in\. The page does not document 401/);
  assert.equal(verdict(401, EXAMPLE)[0], "bad");
  assert.equal(verdict(403, unsigned)[0], "bad");
});
