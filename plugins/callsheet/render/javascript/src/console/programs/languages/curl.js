// Calls of curl.

import { addressOf } from "../../request.js";
import { shellString } from "../literals.js";
import { allHeaders, fileOfAnswer, SECONDS } from "./parts.js";

/** @import { WrittenRequest } from "../../request.js" */

/**
 * Write a call of curl.
 *
 * @param {WrittenRequest} request
 */
export function curlProgram(request) {
  const { method, body, basic } = request;
  const url = addressOf(request);
  const file = fileOfAnswer(request);
  const quoted = (/** @type {string} */ text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;
  const lines = [
    `curl --silent --show-error --max-time ${SECONDS}${/[[\]{}]/.test(url) ? " --globoff" : ""}`,
  ];
  if (method === "HEAD") lines.push("--head");
  else if (method !== (body ? "POST" : "GET")) lines.push(`--request ${shellString(method)}`);
  if (basic) lines.push(`--user ${shellString(basic.join(":"))}`);
  for (const [name, value] of allHeaders(request)) {
    lines.push(`--header ${shellString(value ? `${name}: ${value}` : `${name};`)}`);
  }
  if (!body && /^(POST|PUT|PATCH)$/.test(method)) lines.push("--header 'Content-Length: 0'");
  if (body?.form) {
    for (const [name, value] of body.form) {
      lines.push(`--data-urlencode ${shellString(`${encodeURIComponent(name)}=${value}`)}`);
    }
    if (!body.form.length) lines.push("--data ''");
  } else if (body?.file) lines.push(`--data-binary ${shellString(`@${body.file.name}`)}`);
  else if (body?.files) {
    for (const [name, value] of body.fields ?? []) {
      lines.push(`--form-string ${shellString(`${name}=${value}`)}`);
    }
    for (const [name, { name: from, type }] of body.files) {
      lines.push(`--form ${shellString(`${name}=@${quoted(from)}${type ? `;type=${type}` : ""}`)}`);
    }
  } else if (body) {
    if (!request.contentType) lines.push("--header Content-Type:");
    lines.push(`--data-raw ${shellString(body.text ?? "")}`);
  }
  if (file) lines.push(`--output ${file}`);
  lines.push(shellString(url));
  return `${lines.join(" \\\n  ")}\n`;
}
