// Arrays and objects in paths and queries, by the style of their parameter (OpenAPI 3.1, 4.8.12).

import { isObject, typeOf } from "./evaluator.js";

/** @import { ParameterData } from "../operation_data.js" */
/** @import { Pair } from "../request.js" */

/** @typedef {string | unknown[] | Record<string, unknown>} StyledValue */

/** @type {Record<string, string | undefined>} */
const DELIMITERS = { spaceDelimited: " ", pipeDelimited: "|" };
/** @type {Record<string, [lead: string, between: string] | undefined>} */
const LEADS = { label: [".", "."], matrix: [";", ";"] };

/**
 * Return the value of the text of a field: items separated by commas, or an object in JSON.
 *
 * @param {string} text
 * @param {Pick<ParameterData, "shape">} parameter
 * @returns {StyledValue | null} null where it is none.
 */
export function styledValue(text, { shape }) {
  if (shape === "object") return jsonOf(text, shape);
  if (shape !== "array") return text;
  // Items that have commas themselves are written in JSON.
  const items = text.startsWith("[") ? jsonOf(text, shape) : null;
  return (
    items ??
    text
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean)
  );
}

/**
 * @param {string} text
 * @param {"array" | "object"} type
 * @returns {unknown[] | Record<string, unknown> | null}
 */
function jsonOf(text, type) {
  try {
    const found = JSON.parse(text);
    return typeOf(found) === type ? found : null;
  } catch {
    return null;
  }
}

/** @param {unknown} value */
function styledText(value) {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/**
 * Return the texts of items, or of names and values in turns.
 *
 * @param {unknown[] | Record<string, unknown>} value
 */
function flatTexts(value) {
  return (Array.isArray(value) ? value : Object.entries(value).flat()).map(styledText);
}

/**
 * Return the pairs of a parameter of the query.
 *
 * @param {ParameterData} parameter
 * @param {string} text
 * @returns {Pair[]}
 */
export function styledPairs(parameter, text) {
  const { name, style = "", explode } = parameter;
  const value = styledValue(text, parameter);
  if (value === null || typeof value === "string") return [[name, text]];
  // Not defined by OpenAPI for lists, which some large APIs take so.
  if (style === "deepObject") return bracketPairs(Array.isArray(value) ? `${name}[]` : name, value);
  if (explode) {
    /** @type {[string, unknown][]} */
    const members = Array.isArray(value)
      ? value.map((item) => [name, item])
      : Object.entries(value);
    return members.map(([key, item]) => [key, styledText(item)]);
  }
  const texts = flatTexts(value);
  return texts.length ? [[name, texts.join(DELIMITERS[style] ?? ",")]] : [];
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {Pair[]}
 */
function bracketPairs(name, value) {
  if (Array.isArray(value)) return value.flatMap((item) => bracketPairs(name, item));
  if (!isObject(value)) return [[name, styledText(value)]];
  return Object.entries(value).flatMap(([key, item]) => bracketPairs(`${name}[${key}]`, item));
}

/**
 * Return a part of a path, encoded.
 *
 * @param {ParameterData} parameter
 * @param {string} text
 */
export function styledPart(parameter, text) {
  const { style = "", explode } = parameter;
  const name = encodeURIComponent(parameter.name);
  const value = styledValue(text, parameter);
  const named = style === "matrix";
  const [lead, between] = LEADS[style] ?? ["", ","];
  if (value === null || typeof value === "string") {
    const encoded = encodeURIComponent(text);
    return lead + (named ? name + (encoded && `=${encoded}`) : encoded);
  }
  const encode = (/** @type {unknown} */ each) => encodeURIComponent(styledText(each));
  if (!explode) {
    const joined = flatTexts(value).map(encode).join(",");
    return joined && lead + (named ? `${name}=${joined}` : joined);
  }
  const parts = Array.isArray(value)
    ? value.map((item) => (named ? `${name}=` : "") + encode(item))
    : Object.entries(value).map(([key, item]) => `${encode(key)}=${encode(item)}`);
  return parts.length ? lead + parts.join(between) : "";
}
