// View of a response. Whatever the server sent becomes text, an image or a file, and nothing else.

import { copy, make, statusNote } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { coloured } from "../editor.js";
import { decoded, essence, isJson, isXml } from "../media_types.js";
import { answerFile } from "../programs/languages/parts.js";
import { layOutXml, readXml } from "../schema/xml.js";
import { XML_TOKEN } from "../tokens.js";
import { readExactly } from "./exact_json.js";
import { jsonTree } from "./json_tree.js";

/** @import { Answer } from "./comparing.js" */
/** @import { Verdict } from "./verdict.js" */
/** @import { Pair } from "../request.js" */

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * The response that is shown.
 *
 * @typedef {Answer & { reason: string, milliseconds: number, headers: Pair[] }} ShownAnswer
 */

const MAX_TEXT = 200_000;
/**
 * Media types of images by their first bytes, in base64.
 *
 * @type {Record<string, string>}
 */
const IMAGES = { iVBORw0KGgo: "image/png", "/9j/": "image/jpeg", R0lGOD: "image/gif" };
/** @type {Set<string>} */
const objectUrls = new Set();

/**
 * Return an object URL for bytes, which is valid until the next response.
 *
 * @param {Bytes} content
 * @param {string} type
 */
function objectUrl(content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  objectUrls.add(url);
  return url;
}

/** Revoke the object URLs of the last response. */
export function forgetObjectUrls() {
  for (const url of objectUrls) URL.revokeObjectURL(url);
  objectUrls.clear();
}

/** @param {number} bytes */
function sizeText(bytes) {
  if (bytes < 1000) return bytes === 1 ? phrase`1 byte` : phrase`${bytes} bytes`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** @param {number} status */
export function statusBadge(status) {
  const name = `callsheet-status callsheet-status--${String(status)[0]}xx`;
  return make("span", { class: name }, String(status));
}

/**
 * Show a body in the view that suits its media type.
 *
 * @param {Answer} answer
 * @param {boolean} isBase64 Whether a text in it is documented as base64.
 */
function bodyView({ content, mediaType }, isBase64) {
  const kind = essence(mediaType);
  if (!content.length)
    return make("p", { class: "callsheet-note" }, phrase`The answer has no body.`);
  if (/^image\//.test(kind)) return imageView(content, kind);
  if (!isText(kind, content)) {
    return make(
      "p",
      {},
      phrase`${sizeText(content.length)} of ${kind || phrase`no media type`}, which can be saved.`,
    );
  }
  const text = decoded(content, mediaType);
  if (text.length > MAX_TEXT) {
    const note = phrase`This is the beginning; save it to see the rest.`;
    return make(
      "div",
      {},
      textView(text.slice(0, MAX_TEXT), null),
      make("p", { class: "callsheet-note" }, note),
    );
  }
  try {
    if (isJson(kind)) return jsonView(text, isBase64);
    if (isXml(kind)) {
      readXml(text);
      return textView(layOutXml(text), XML_TOKEN);
    }
  } catch {
    // It is not of the type that it claims, so it is shown as text.
  }
  return textView(text, null);
}

/**
 * @param {string} kind
 * @param {Bytes} content
 */
function isText(kind, content) {
  if (/^text\//.test(kind) || isJson(kind) || isXml(kind) || /javascript|urlencoded/.test(kind))
    return true;
  return !kind && !content.subarray(0, 1000).includes(0);
}

/**
 * @param {string} text
 * @param {boolean} isBase64
 */
function jsonView(text, isBase64) {
  const value = readExactly(text);
  const view = jsonTree(value);
  const image = isBase64 && typeof value === "string" ? imageIn(value) : null;
  return image ? make("div", {}, imageView(...image), view) : view;
}

/**
 * Return the image that a base64 text encodes; null if it encodes none.
 *
 * @param {string} text
 * @returns {[content: Bytes, kind: string] | null}
 */
function imageIn(text) {
  const start = Object.keys(IMAGES).find((each) => text.startsWith(each));
  if (!start) return null;
  try {
    return [Uint8Array.from(atob(text), (character) => character.charCodeAt(0)), IMAGES[start]];
  } catch {
    return null;
  }
}

/**
 * @param {string} text
 * @param {RegExp | null} pattern That of its tokens.
 */
function textView(text, pattern) {
  return make(
    "pre",
    { class: "highlight", tabindex: "0", dir: "ltr", "aria-label": phrase`Body` },
    make("code", {}, ...coloured(text, pattern)),
  );
}

/**
 * Show an image: within `img`, not even an SVG can run a script.
 *
 * @param {Bytes} content
 * @param {string} kind
 */
function imageView(content, kind) {
  const caption = make("figcaption", {}, `${kind}, ${sizeText(content.length)}`);
  const image = make("img", {
    src: objectUrl(content, kind),
    alt: phrase`The image that the server sent`,
    load() {
      caption.append(`, ${phrase`${image.naturalWidth} × ${image.naturalHeight} pixels`}`);
    },
    error() {
      image.replaceWith(phrase`It says that it is ${kind}, but it cannot be shown.`);
    },
  });
  return make("figure", { class: "callsheet-image" }, image, caption);
}

/**
 * Make a link that saves the body, as bytes of no particular type, so that browsers do not open it.
 *
 * @param {Answer} answer
 */
function saveLink({ content, mediaType }) {
  const href = objectUrl(content, "application/octet-stream");
  return make(
    "a",
    { href, download: answerFile(mediaType), class: "callsheet-button" },
    phrase`Save`,
  );
}

/**
 * Make the buttons that copy and save the body.
 *
 * @param {Answer} answer
 */
function bodyActions(answer) {
  const { content, mediaType } = answer;
  if (!content.length) return [];
  const said = statusNote();
  const copyButton = make(
    "button",
    {
      type: "button",
      class: "callsheet-button",
      async click() {
        const done = await copy(decoded(content, mediaType));
        said.textContent = done ? phrase`Copied` : phrase`Select the text to copy it`;
      },
    },
    phrase`Copy`,
  );
  const isCopied = isText(essence(mediaType), content);
  const parts = [...(isCopied ? [copyButton] : []), saveLink(answer), said];
  return [make("p", { class: "callsheet-line" }, ...parts)];
}

/**
 * Show all of a response.
 *
 * @param {ShownAnswer} answer
 * @param {Verdict} verdict
 * @param {boolean} isBase64 Whether a text in it is documented as base64.
 */
export function answerView(answer, verdict, isBase64) {
  const { status, reason, milliseconds, content, headers, mediaType } = answer;
  const rows = headers.map(([name, value]) =>
    make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, value)),
  );
  const kind = mediaType ? `, ${mediaType}` : "";
  return [
    make(
      "p",
      { class: "callsheet-line" },
      statusBadge(status),
      ` ${reason} `,
      make(
        "span",
        { class: "callsheet-note" },
        `${Math.round(milliseconds)} ms, ${sizeText(content.length)}${kind}`,
      ),
    ),
    verdictView(verdict),
    make(
      "details",
      {},
      make("summary", {}, phrase`Headers (${headers.length})`),
      make("table", { class: "callsheet-headers" }, make("tbody", {}, ...rows)),
    ),
    bodyView(answer, isBase64),
    ...bodyActions(answer),
  ];
}

/** @param {Verdict} verdict */
function verdictView({ kind, text, found }) {
  const items = found.map(({ path, expected, got }) =>
    make("li", {}, make("strong", {}, path), `: ${phrase`expected ${expected}, got ${got}`}`),
  );
  return make(
    "div",
    { class: `callsheet-verdict callsheet-verdict--${kind}` },
    make("p", {}, text),
    ...(items.length ? [make("ul", {}, ...items)] : []),
  );
}
