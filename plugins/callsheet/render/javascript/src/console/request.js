// A request, as described by the fields, as sent, and as written in programs.

import { isSecret } from "./secrets.js";

/** @typedef {[name: string, value: string]} Pair */

/**
 * A file of the reader's, or only its name and media type, for programs.
 *
 * @typedef {{ name: string, type: string }} FileName
 */

/**
 * The content of a request: a text, fields of a form, a file, or the parts of a form. A file that is
 * still to be chosen is null.
 *
 * @template {FileName | null} [Chosen=File | null]
 * @typedef {object} Content
 * @property {string} [text]
 * @property {Pair[]} [form]
 * @property {Chosen} [file]
 * @property {Pair[]} [fields]
 * @property {[name: string, file: Chosen][]} [files]
 */

/**
 * @template {FileName | null} [Chosen=File | null]
 * @typedef {object} Request
 * @property {string} method
 * @property {string} base The address of the server; empty without one.
 * @property {string} path Encoded.
 * @property {Pair[]} query
 * @property {Pair[]} headers Without those of credentials.
 * @property {string} contentType Empty where the browser adds it, or where there is none.
 * @property {Content<Chosen> | null} body
 * @property {string} authorization The header field; empty without credentials.
 * @property {[user: string, password: string] | null} basic User and password, if they can be spelt.
 * @property {string} keyField The header field with the reader's key; empty without one.
 */

/**
 * A request for a program.
 *
 * @typedef {Request<FileName>} WrittenRequest
 */

const MASKED = "••••••";
const NO_FILE = { name: "file", type: "application/octet-stream" };

/**
 * Encode the pairs of a query.
 *
 * @param {Pair[]} pairs
 */
export function queryText(pairs) {
  const encode = (/** @type {string} */ text) => encodeURIComponent(text).replaceAll("%24", "$");
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

/** @param {Pick<Request, "base" | "path" | "query">} request */
export function addressOf({ base, path, query }) {
  return base + path + (query.length ? `?${queryText(query)}` : "");
}

/**
 * Return the path of a route with its parameters.
 *
 * @param {string} route
 * @param {(name: string) => string} encoded Gives the part of the path for a parameter.
 */
export function pathOf(route, encoded) {
  return route
    .split(/\{([^{}/]+)\}/)
    .map((part, index) => (index % 2 ? encoded(part) : encodeURI(part).replaceAll("%25", "%")))
    .join("");
}

/**
 * Return a request with its secrets masked.
 *
 * @param {Request} request
 * @param {boolean} isOwn Whether the credentials are the reader's own; those of an example are not secret.
 * @returns {Request}
 */
export function masked(request, isOwn) {
  const hide = (/** @type {Pair[]} */ pairs) =>
    pairs.map(([name, value]) => {
      const isHidden = isSecret(name) || name === request.keyField;
      return /** @type {Pair} */ ([name, isHidden ? MASKED : value]);
    });
  const shown = { ...request, headers: hide(request.headers), query: hide(request.query) };
  if (!isOwn || !request.authorization) return shown;
  const [scheme] = request.authorization.split(" ");
  return {
    ...shown,
    basic: request.basic && [request.basic[0], MASKED],
    authorization: `${scheme} ${MASKED}`,
  };
}

/**
 * Return a request for a program: a file that is still to be chosen gets a name.
 *
 * @param {Request} request
 * @returns {WrittenRequest}
 */
export function withNames(request) {
  const { body } = request;
  if (!body) return { ...request, body: null };
  const { file, files, ...others } = body;
  return {
    ...request,
    body: {
      ...others,
      ...(file !== undefined && { file: file ?? NO_FILE }),
      ...(files && { files: files.map(([name, each]) => [name, each ?? NO_FILE]) }),
    },
  };
}
