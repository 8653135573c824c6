// Answers against what pages promise.

import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../src/console/answer/comparing.js";
import { Exact, readExactly } from "../src/console/answer/exact_json.js";
import { decoded } from "../src/console/media_types.js";

/** @import { OperationData } from "../src/console/operation_data.js" */

/** @type {OperationData} */
const GET = {
  method: "GET",
  route: "/ship",
  statuses: [200, 404],
  gets: ["application/json", "text/plain"],
  got: { type: "object", properties: { Id: { type: "integer" } } },
};

/**
 * @param {number} status
 * @param {string} text
 * @param {string} [mediaType]
 * @param {Partial<OperationData>} [data]
 */
function found(status, text, mediaType = "application/json; charset=utf-8", data = {}) {
  const content = new TextEncoder().encode(text);
  return differences({ ...GET, ...data }, { status, mediaType, content }).map(
    ({ path, expected, got }) => `${path}: ${expected}, ${got}`,
  );
}

test("an answer as documented has no differences", () => {
  assert.deepEqual(found(200, '{"Id": 1}'), []);
  assert.deepEqual(found(404, '{"message": "gone"}'), []);
  assert.deepEqual(found(404, ""), []);
  assert.deepEqual(found(400, '{"Id": "no ship"}', "text/json", { statuses: [400] }), []);
});

test("status, media type and body are compared, one after the other", () => {
  assert.deepEqual(found(201, "x"), ["status: 200 or 404, 201"]);
  assert.deepEqual(found(200, "x", "text/html"), [
    "media type: application/json or text/plain, text/html",
  ]);
  assert.deepEqual(found(200, "x", ""), ["media type: application/json or text/plain, none"]);
  assert.deepEqual(found(200, ""), ["body: a body, nothing"]);
  assert.deepEqual(found(200, '{"Id": "a"}'), ['body $.Id: integer, "a"']);
  assert.match(found(200, "{")[0], /^body: JSON, /);
  assert.match(found(404, "{")[0], /^body: JSON, /);
});

test("what has no body is not asked for one", () => {
  assert.deepEqual(found(204, "", "", { statuses: [204] }), []);
  assert.deepEqual(found(200, "", "", { method: "HEAD" }), []);
});

test("a page without statuses promises none", () => {
  assert.deepEqual(found(500, "", "", { statuses: undefined }), []);
});

test("bytes are read by their charset, else as UTF-8", () => {
  const bytes = Uint8Array.of(0xe9);
  assert.equal(decoded(bytes, 'text/plain; charset="iso-8859-1"'), "é");
  assert.equal(decoded(bytes, "text/plain; charset=unknown"), "\ufffd");
});

test("numbers are shown as they are written, where the engine tells", () => {
  const value = readExactly("[1.50, 12345678901234567890]");
  assert.ok(Array.isArray(value));
  for (const each of value) assert.ok(each instanceof Exact || typeof each === "number");
});
