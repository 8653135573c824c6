// The message itself, for reading, and as a file that editors run.

import { addressOf, queryText } from "../../request.js";
import { allHeaders, BOUNDARY, ended, formPieces } from "./parts.js";

/** @import { Pair, WrittenRequest } from "../../request.js" */

/**
 * Write the message itself (RFC 9112), for reading.
 *
 * @param {WrittenRequest} request
 */
export function httpMessage(request) {
  const { method, base, path, query, body, authorization } = request;
  const { host, pathname } = new URL(base);
  const target = pathname.replace(/\/$/, "") + path + (query.length ? `?${queryText(query)}` : "");
  /** @type {Pair[]} */
  const credentials = authorization ? [["Authorization", authorization]] : [];
  const fields = [["Host", host], ...credentials, ...request.headers];
  const lines = fields.map(([name, value]) => `${name}: ${value}`);
  const content = contentLines(body);
  return `${method} ${target} HTTP/1.1\n${ended(lines)}${content ? `\n${content}\n` : ""}`;
}

/** @param {WrittenRequest["body"]} body */
function contentLines(body) {
  if (body?.form) return queryText(body.form);
  if (body?.text !== undefined) return body.text;
  if (body?.file) return `< ${body.file.name}`;
  return body?.files?.map(([name, { name: file }]) => `< ${name}: ${file}`).join("\n");
}

/**
 * Write a file for REST Client and the editors of JetBrains and Visual Studio.
 *
 * @param {WrittenRequest} request
 */
export function httpFile(request) {
  const { method, body } = request;
  // Two braces begin a variable.
  const text = (/** @type {string} */ part) => part.replaceAll("{{", "%7B%7B");
  const basic = request.authorization;
  /** @type {Pair[]} */
  const headers = allHeaders({ ...request, basic: null, authorization: basic });
  if (body?.files) headers.push(["Content-Type", `multipart/form-data; boundary=${BOUNDARY}`]);
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  const content = body?.files
    ? formPieces(body)
        .map((each) =>
          typeof each === "string" ? each.replaceAll("\r\n", "\n") : `< ./${each.file}`,
        )
        .join("")
    : body?.file
      ? `< ./${body.file.name}`
      : contentLines(body);
  return `${method} ${text(addressOf(request))}\n${ended(lines)}${content ? `\n${content.trimEnd()}\n` : ""}`;
}
