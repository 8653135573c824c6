// The tokens of JSON and XML, for colours and for programs.

import { isJson, isXml } from "./media_types.js";

export const JSON_TOKEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON has none in its strings.
  /\s+|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;
export const XML_TOKEN = /<!--.*?-->|<\/?[^<>\s]+|\/?>|[^<>\s"=]+(?==)|"[^"<]*"|[^<>"=]+|./sy;

/**
 * @typedef {object} Token
 * @property {string} token
 * @property {number} end Where it ends in its text.
 */

/**
 * Yield the tokens of a text; any other character is a token of its own.
 *
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {Generator<Token, void, undefined>}
 */
export function* tokens(text, pattern) {
  for (let at = 0; at < text.length; ) {
    pattern.lastIndex = at;
    const token = pattern.exec(text)?.[0] || text[at];
    at += token.length;
    yield { token, end: at };
  }
}

/**
 * Return the kind of a token, which is the class of Pygments for its colour; empty for none.
 *
 * @param {Token} token
 * @param {string} text
 */
export function colourOf({ token, end }, text) {
  if (/^\s*$/.test(token)) return "";
  if (token[0] === '"') return /^\s*:/.test(text.slice(end, end + 20)) ? "nt" : "s2";
  if (token[0] === "<" || token.endsWith(">")) return token.startsWith("<!--") ? "c" : "nt";
  if (/^-?\d/.test(token)) return "mi";
  return /^(true|false|null)$/.test(token) ? "kc" : "";
}

/**
 * Return the pattern for the tokens of a media type; null where it has none.
 *
 * @param {string} mediaType
 */
export function patternFor(mediaType) {
  if (isXml(mediaType)) return XML_TOKEN;
  return isJson(mediaType) ? JSON_TOKEN : null;
}
