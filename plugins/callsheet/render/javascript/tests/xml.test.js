// XML as values, and values as XML. What reads XML is the browser's, so elements are made here.

import assert from "node:assert/strict";
import { test } from "node:test";
import { layOutXml, readXml, toXml, xmlValue } from "../src/console/schema/xml.js";

/** @import { Schema } from "../src/console/schema/evaluator.js" */
/** @import { XmlElement } from "../src/console/schema/xml.js" */

/**
 * @param {string} localName
 * @param {string | XmlElement[]} content
 * @param {boolean} [isNil]
 * @returns {XmlElement}
 */
function element(localName, content, isNil = false) {
  return {
    localName,
    textContent: typeof content === "string" ? content : "",
    children: typeof content === "string" ? [] : content,
    getAttributeNS: (_namespace, name) => (isNil && name === "nil" ? "true" : null),
  };
}

test("an element is the value of its type", () => {
  /** @type {[string, Schema | undefined, unknown][]} */
  const cases = [
    ["5", { type: "integer" }, 5],
    ["1.5", { type: ["number", "null"] }, 1.5],
    ["x", { type: "integer" }, "x"],
    ["True", { type: "boolean" }, true],
    ["false", { type: "boolean" }, false],
    ["1", { type: "boolean" }, "1"],
    ["5", { type: "string" }, "5"],
    ["5", undefined, "5"],
    ["", { type: "object" }, {}],
    ["", { type: "array" }, []],
    ["7", { anyOf: [{ type: "null" }, { $ref: "Count" }] }, 7],
  ];
  for (const [text, schema, value] of cases) {
    assert.deepEqual(xmlValue(element("a", text), schema, { Count: { type: "integer" } }), value);
  }
});

test("elements within elements are properties and items", () => {
  const root = element("Ship", [
    element("Id", "5"),
    element("Names", [element("string", "a"), element("string", "2")]),
    element("Home", "", true),
    element("Other", "1"),
  ]);
  /** @type {Schema} */
  const schema = {
    type: "object",
    properties: {
      Id: { type: "integer" },
      Names: { type: "array", items: { type: "string" } },
      Home: { type: "string" },
    },
    additionalProperties: { type: "number" },
  };
  const value = { Id: 5, Names: ["a", "2"], Home: null, Other: 1 };
  assert.deepEqual(xmlValue(root, schema, {}), value);
});

test("a value becomes elements, a line each", () => {
  const value = { Id: 5, "a b": [true, "<&>"], 1: null, Empty: {} };
  assert.equal(
    toXml("Ship", value),
    [
      "<Ship>",
      '  <_1 xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>',
      "  <Id>5</Id>",
      "  <a_b>",
      "    <item>true</item>",
      "    <item>&lt;&amp;&gt;</item>",
      "  </a_b>",
      "  <Empty/>",
      "</Ship>",
    ].join("\n"),
  );
});

test("what XML cannot hold becomes the replacement character", () => {
  assert.equal(toXml("a", "x\u0000\ud800y\u{1f600}"), "<a>x\ufffd\ufffdy\u{1f600}</a>");
});

test("elements get lines, and text stays where it is", () => {
  const text =
    '<?xml version="1.0"?><a x="1>2"><b>text</b><c/><d></d><!-- e --><![CDATA[<f>]]></a>';
  assert.equal(
    layOutXml(text),
    '<?xml version="1.0"?>\n<a x="1>2">\n  <b>text</b>\n  <c/>\n  <d></d>\n  <!-- e --><![CDATA[<f>]]></a>',
  );
});

test("a document type is refused before anything is read", () => {
  assert.throws(() => readXml("<!doctype a><a/>"), /a document type is not allowed/);
});
