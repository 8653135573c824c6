// What the programs in all languages share.

import { essence } from "../../media_types.js";

/** @import { Pair, WrittenRequest } from "../../request.js" */

/** How long a program waits for its answer. */
export const SECONDS = 10;
/** The delimiter of the parts of a form that a program writes itself. */
export const BOUNDARY = "callsheet-boundary";
/** @type {Record<string, string>} */
const EXTENSIONS = { jpeg: "jpg", "svg+xml": "svg", "octet-stream": "bin", plain: "txt" };

/**
 * Return the name of the file that an answer becomes; empty for text.
 *
 * @param {WrittenRequest} request
 */
export function fileOfAnswer({ headers }) {
  const accept = headers.find(([name]) => name === "Accept")?.[1] ?? "";
  return /^(image\/|application\/(octet-stream|pdf|zip))/.test(accept) ? answerFile(accept) : "";
}

/**
 * Return the name of a file for an answer.
 *
 * @param {string} mediaType
 */
export function answerFile(mediaType) {
  const subtype = essence(mediaType).split("/")[1] ?? "";
  const extension = Object.hasOwn(EXTENSIONS, subtype)
    ? EXTENSIONS[subtype]
    : subtype.replace(/^.*\+/, "").replace(/\W/g, "");
  return `answer.${extension || "bin"}`;
}

/**
 * Return the header fields with the credentials, unless those are written apart.
 *
 * @param {WrittenRequest} request
 * @returns {Pair[]}
 */
export function allHeaders({ headers, authorization, basic }) {
  return basic || !authorization ? headers : [["Authorization", authorization], ...headers];
}

/**
 * Return lines with their ends.
 *
 * @param {string[]} lines
 */
export function ended(lines) {
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * Return the header fields without that of the content's type, and that.
 *
 * @param {WrittenRequest} request
 * @returns {[headers: Pair[], contentType: string]}
 */
export function contentApart(request) {
  const headers = allHeaders(request);
  const isType = (/** @type {Pair} */ [name]) => name.toLowerCase() === "content-type";
  return [headers.filter((each) => !isType(each)), headers.find(isType)?.[1] ?? ""];
}

/**
 * Tell whether a text can stand in a program as it is, line by line.
 *
 * @param {string} text
 */
export function isPlainText(text) {
  return text.includes("\n") && !/(?![ \n])[\p{C}\p{Z}]/u.test(text);
}

/**
 * Return the pieces of a form's body (RFC 7578): texts, and the names of files between them.
 *
 * @param {NonNullable<WrittenRequest["body"]>} body
 * @returns {(string | { file: string })[]}
 */
export function formPieces({ fields = [], files = [] }) {
  const quoted = (/** @type {string} */ text) =>
    `"${text.replaceAll('"', "%22").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}"`;
  const head = (/** @type {string} */ name) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name=${quoted(name)}`;
  return [
    ...fields.map(([name, value]) => `${head(name)}\r\n\r\n${value}\r\n`),
    ...files.flatMap(([name, file]) => [
      `${head(name)}; filename=${quoted(file.name)}\r\nContent-Type: ${file.type}\r\n\r\n`,
      { file: file.name },
      "\r\n",
    ]),
    `--${BOUNDARY}--\r\n`,
  ];
}
