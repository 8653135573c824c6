// XML as values, values as XML, and XML laid out.

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Reads XML; what it throws says what is wrong with it. */
function readXml(text) {
  if (/<!DOCTYPE/i.test(text)) throw new Error("a document type is not allowed");
  const read = new DOMParser().parseFromString(text, "application/xml");
  const error = read.querySelector("parsererror");
  if (error) {
    // Browsers write a heading around the line that says what is wrong and where.
    const lines = error.textContent.split("\n");
    throw new Error(lines.find((line) => /error.*\d/i.test(line)) ?? "it is not well-formed");
  }
  return read.documentElement;
}

function follow(schema, types) {
  const inner = schema?.anyOf ? schema.anyOf.find(({ type }) => type !== "null") : schema;
  return (inner?.$ref ? types[inner.$ref] : inner) ?? {};
}

/** The value that an element stands for, as the reference server takes it. */
function xmlValue(element, schema, types) {
  const shape = follow(schema, types);
  if (element.getAttributeNS(XSI, "nil") === "true") return null;
  const wanted = [shape.type ?? []].flat();
  const children = [...element.children];
  if (wanted.includes("array")) return children.map((child) => xmlValue(child, shape.items, types));
  if (children.length || wanted.includes("object")) {
    return Object.fromEntries(children.map((child) => [child.localName,
      xmlValue(child, shape.properties?.[child.localName] ?? shape.additionalProperties, types)]));
  }
  const text = element.textContent;
  if (wanted.includes("integer") || wanted.includes("number")) return NUMBER.test(text) ? Number(text) : text;
  return wanted.includes("boolean") && /^(true|false)$/i.test(text) ? /^t/i.test(text) : text;
}

function escapeXml(text) {
  // What XML 1.0, 2.2 has no way to write becomes the replacement character.
  return text.replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function xmlName(name) {
  const cleaned = name.replace(/[^\p{L}\p{N}_.-]/gu, "_");
  return /^[\p{L}_]/u.test(cleaned) ? cleaned : `_${cleaned}`;
}

/** A JSON value as an element, one line for each without children. */
function toXml(name, value, indent = "") {
  const tag = xmlName(name);
  if (value === null) return `${indent}<${tag} xmlns:i="${XSI}" i:nil="true"/>`;
  if (typeof value !== "object") return `${indent}<${tag}>${escapeXml(String(value))}</${tag}>`;
  const entries = Array.isArray(value) ? value.map((item) => ["item", item]) : Object.entries(value);
  if (!entries.length) return `${indent}<${tag}/>`;
  const inner = entries.map(([key, item]) => toXml(key, item, `${indent}  `));
  return [`${indent}<${tag}>`, ...inner, `${indent}</${tag}>`].join("\n");
}

const XML_PART = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|[^<]+/g;

/** Well-formed XML with a line for each element; text stays where it is. */
function layOutXml(text) {
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
    inline = isText || (opens && parts[index + 1]?.startsWith("</"));
  });
  return result;
}
