// Conversion between XML and JSON values, and formatting of XML.

import { phrase } from "../../phrase.js";
import { typesOf } from "./evaluator.js";
import { NUMBER } from "./field_types.js";

/** @import { Schema, SchemaKeywords } from "./evaluator.js" */
/** @import { NamedTypes } from "../operation_data.js" */

/**
 * The part of an element of the DOM that is used here.
 *
 * @typedef {object} XmlElement
 * @property {string} localName
 * @property {string | null} textContent
 * @property {Iterable<XmlElement>} children
 * @property {(namespace: string, name: string) => string | null} getAttributeNS
 */

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XML_PART =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/gs;

/**
 * Return the root of a document.
 *
 * @param {string} text
 * @throws {Error} It is not well-formed; the message says why.
 */
export function readXml(text) {
  if (/<!DOCTYPE/i.test(text)) throw new Error(phrase`a document type is not allowed`);
  const read = new DOMParser().parseFromString(text, "application/xml");
  const error = read.querySelector("parsererror");
  if (error) {
    // Browsers write a heading around the line that says what is wrong and where.
    const lines = (error.textContent ?? "").split("\n");
    throw new Error(lines.find((line) => /error.*\d/i.test(line)) ?? phrase`it is not well-formed`);
  }
  return read.documentElement;
}

/**
 * Return the keywords of a schema that may refer to another, or be one or null.
 *
 * @param {Schema | undefined} schema
 * @param {NamedTypes} types
 * @returns {SchemaKeywords}
 */
function resolved(schema, types) {
  const given = keywordsOf(schema);
  const inner = given.anyOf
    ? keywordsOf(given.anyOf.find((each) => keywordsOf(each).type !== "null"))
    : given;
  return inner.$ref ? keywordsOf(types[inner.$ref]) : inner;
}

/**
 * @param {Schema | undefined} schema
 * @returns {SchemaKeywords}
 */
function keywordsOf(schema) {
  return typeof schema === "object" ? schema : {};
}

/**
 * Return the JSON value of an element, as the reference server reads it.
 *
 * @param {XmlElement} element
 * @param {Schema | undefined} schema
 * @param {NamedTypes} types
 * @returns {unknown}
 */
export function xmlValue(element, schema, types) {
  const shape = resolved(schema, types);
  if (element.getAttributeNS(XSI, "nil") === "true") return null;
  const wanted = typesOf(shape);
  const children = [...element.children];
  if (wanted.includes("array")) return children.map((child) => xmlValue(child, shape.items, types));
  if (children.length || wanted.includes("object")) {
    const { properties = {}, additionalProperties } = shape;
    return Object.fromEntries(
      children.map((child) => [
        child.localName,
        xmlValue(child, properties[child.localName] ?? additionalProperties, types),
      ]),
    );
  }
  const text = element.textContent ?? "";
  if (wanted.includes("integer") || wanted.includes("number"))
    return NUMBER.test(text) ? Number(text) : text;
  return wanted.includes("boolean") && /^(true|false)$/i.test(text) ? /^t/i.test(text) : text;
}

/** @param {string} text */
function escapeXml(text) {
  // Characters that XML 1.0, 2.2 does not allow become the replacement character.
  return text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** @param {string} name */
function xmlName(name) {
  const cleaned = name.replace(/[^\p{L}\p{N}_.-]/gu, "_");
  return /^[\p{L}_]/u.test(cleaned) ? cleaned : `_${cleaned}`;
}

/**
 * Write a JSON value as an element, one line for each without children.
 *
 * @param {string} name
 * @param {unknown} value
 * @param {string} [indent]
 * @returns {string}
 */
export function toXml(name, value, indent = "") {
  const tag = xmlName(name);
  if (value === null) return `${indent}<${tag} xmlns:i="${XSI}" i:nil="true"/>`;
  if (typeof value !== "object") return `${indent}<${tag}>${escapeXml(String(value))}</${tag}>`;
  /** @type {[string, unknown][]} */
  const entries = Array.isArray(value)
    ? value.map((item) => ["item", item])
    : Object.entries(/** @type {object} */ (value));
  if (!entries.length) return `${indent}<${tag}/>`;
  const inner = entries.map(([key, item]) => toXml(key, item, `${indent}  `));
  return [`${indent}<${tag}>`, ...inner, `${indent}</${tag}>`].join("\n");
}

/**
 * Lay out well-formed XML with a line for each element; text stays where it is.
 *
 * @param {string} text
 */
export function layOutXml(text) {
  let depth = 0;
  let inline = true;
  let result = "";
  const parts = (text.trim().match(XML_PART) ?? []).filter((part) => part.trim());
  parts.forEach((part, index) => {
    const isTag = /^<[^!?]/.test(part);
    const isText = !part.startsWith("<") || part.startsWith("<![");
    const closes = part.startsWith("</");
    if (closes) depth -= 1;
    result += inline || isText ? part : `\n${"  ".repeat(depth)}${part}`;
    const opens = isTag && !closes && !part.endsWith("/>");
    if (opens) depth += 1;
    // `<a></a>` and `<a>text</a>` stay on one line.
    inline = isText || (opens && Boolean(parts[index + 1]?.startsWith("</")));
  });
  return result;
}
