// The text of a request body: its errors, and its conversion to another media type.

import { phrase } from "../../phrase.js";
import { essence, FORM, isJson, isXml } from "../media_types.js";
import { first, isObject, mismatches } from "./evaluator.js";
import { readXml, toXml, xmlValue } from "./xml.js";

/** @import { Schema } from "./evaluator.js" */
/** @import { NamedTypes } from "../operation_data.js" */
/** @import { Pair } from "../request.js" */

const MAX_FAULTS = 20;

/**
 * Return the media type that a text is edited as: a form is edited as the JSON object of its fields.
 *
 * @param {string} mediaType
 */
export function editorKind(mediaType) {
  return essence(mediaType) === FORM ? "application/json" : mediaType;
}

/**
 * Return a text in another media type, as far as it can be read.
 *
 * @param {string} text
 * @param {string} from
 * @param {string} to
 * @param {Schema | undefined} schema
 * @param {NamedTypes} types
 * @param {string} name That of the root, in XML.
 */
export function converted(text, from, to, schema, types, name) {
  const [was, is] = [from, to].map(editorKind);
  try {
    if (isJson(was) && isXml(is)) return toXml(name, JSON.parse(text));
    if (isXml(was) && isJson(is))
      return JSON.stringify(xmlValue(readXml(text), schema, types), null, 2);
  } catch {
    // A text that cannot be parsed stays as it is.
  }
  return text;
}

/**
 * Return the errors of a body, in words.
 *
 * @param {string} text
 * @param {string} mediaType
 * @param {Schema | undefined} schema
 * @param {NamedTypes} types
 */
export function bodyFaults(text, mediaType, schema, types) {
  if (!text.trim()) return schema ? [phrase`The body is missing.`] : [];
  const kind = editorKind(mediaType);
  /** @type {unknown} */
  let value;
  try {
    if (isJson(kind)) value = JSON.parse(text);
    else if (isXml(kind)) value = xmlValue(readXml(text), schema, types);
    else return [];
  } catch (error) {
    return [phrase`The body is not valid ${isXml(kind) ? "XML" : "JSON"}: ${messageOf(error)}.`];
  }
  if (!schema) return [];
  return first(MAX_FAULTS, mismatches(value, schema, types)).map(
    ({ path, expected, got }) => `${path}: ${phrase`expected ${expected}, got ${got}`}.`,
  );
}

/** @param {unknown} error */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Return the fields of a form, of the JSON object that was edited; none where it is not JSON.
 *
 * @param {string} text
 * @returns {Pair[]}
 */
export function formFields(text) {
  try {
    return Object.entries(JSON.parse(text)).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]);
  } catch {
    return [];
  }
}

/**
 * Tell whether a text is a JSON object.
 *
 * @param {string} text
 */
export function isObjectText(text) {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}
