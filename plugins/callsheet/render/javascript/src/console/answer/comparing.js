// Comparison of a response with what the page documents, worded like `callsheet test`.

import { phrase } from "../../phrase.js";
import { decoded, essence, isJson, isXml } from "../media_types.js";
import { messageOf } from "../schema/body_text.js";
import { first, mismatches } from "../schema/evaluator.js";
import { readXml } from "../schema/xml.js";

/** @import { Schema } from "../schema/evaluator.js" */
/** @import { NamedTypes, OperationData } from "../operation_data.js" */

/**
 * The response of the server.
 *
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} mediaType
 * @property {Uint8Array<ArrayBuffer>} content
 */

/**
 * @typedef {object} Difference
 * @property {string} path The status, the media type, or a place in the body.
 * @property {string} expected
 * @property {string} got
 */

/** The path of a difference of the status. */
export const STATUS = phrase`status`;
const MAX_DIFFERENCES = 20;

/**
 * Return the places where a response differs from the page.
 *
 * @param {OperationData} data
 * @param {Answer} answer
 * @returns {Difference[]}
 */
export function differences(data, { status, mediaType, content }) {
  const { statuses = [], ranges = [], gets = [], got, types = {} } = data;
  const documentedStatuses = [...statuses, ...ranges];
  const isCovered = ranges.some((range) => range === "default" || range[0] === String(status)[0]);
  if (documentedStatuses.length && !statuses.includes(status) && !isCovered) {
    return [
      { path: STATUS, expected: documentedStatuses.join(` ${phrase`or`} `), got: String(status) },
    ];
  }
  const kind = essence(mediaType);
  if (status === 204 || status === 205 || status === 304 || data.method === "HEAD") return [];
  if (status >= 400)
    return isJson(kind) && content.length ? bodyDifferences(content, kind, undefined, {}) : [];
  const documented = gets.map(essence);
  if (documented.length && (kind || got) && !documented.includes(kind)) {
    return [
      {
        path: phrase`media type`,
        expected: documented.join(` ${phrase`or`} `),
        got: kind || phrase`none`,
      },
    ];
  }
  if (got && !content.length)
    return [{ path: phrase`body`, expected: phrase`a body`, got: phrase`nothing` }];
  return bodyDifferences(content, kind, got, types);
}

/**
 * @param {Uint8Array} content
 * @param {string} kind
 * @param {Schema | undefined} schema
 * @param {NamedTypes} types
 * @returns {Difference[]}
 */
function bodyDifferences(content, kind, schema, types) {
  const text = decoded(content, kind);
  try {
    if (isXml(kind)) readXml(text);
    else if (isJson(kind)) {
      const value = JSON.parse(text);
      if (!schema) return [];
      return first(MAX_DIFFERENCES, mismatches(value, schema, types)).map((each) => ({
        ...each,
        path: `${phrase`body`} ${each.path}`,
      }));
    }
    return [];
  } catch (error) {
    return [
      {
        path: phrase`body`,
        expected: isXml(kind) ? phrase`well-formed XML` : "JSON",
        got: messageOf(error),
      },
    ];
  }
}
