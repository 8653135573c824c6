// Programs in PHP with the curl extension.

import { addressOf } from "../../request.js";
import { phpString } from "../literals.js";
import {
  allHeaders,
  BOUNDARY,
  ended,
  fileOfAnswer,
  formPieces,
  isPlainText,
  SECONDS,
} from "./parts.js";

/** @import { WrittenRequest } from "../../request.js" */

/**
 * Write a program in PHP.
 *
 * @param {WrittenRequest} request
 */
export function phpProgram(request) {
  const { method, body, basic } = request;
  const file = fileOfAnswer(request);
  const content = contentOf(request);
  const headers = allHeaders(request).map(([name, value]) =>
    value ? `${name}: ${value}` : `${name};`,
  );
  if (isWrittenOut(body)) headers.push(`Content-Type: multipart/form-data; boundary=${BOUNDARY}`);
  else if (body && !body.files && !request.contentType) headers.push("Content-Type:");
  if (!body && /^(POST|PUT|PATCH)$/.test(method)) headers.push("Content-Length: 0");
  const options = [];
  if (method === "HEAD") options.push("CURLOPT_NOBODY => true,");
  else if (method !== "GET" || body) options.push(`CURLOPT_CUSTOMREQUEST => ${phpString(method)},`);
  if (headers.length) {
    options.push(
      "CURLOPT_HTTPHEADER => [",
      ...headers.map((each) => `    ${phpString(each)},`),
      "],",
    );
  }
  if (basic) options.push(`CURLOPT_USERPWD => ${phpString(basic.join(":"))},`);
  if (body) options.push("CURLOPT_POSTFIELDS => $body,");
  options.push("CURLOPT_RETURNTRANSFER => true,", `CURLOPT_TIMEOUT => ${SECONDS},`);
  const output = file ? `file_put_contents(${phpString(file)}, $answer);` : 'echo $answer, "\\n";';
  return `<?php
declare(strict_types=1);

${content}$curl = curl_init(${phpString(addressOf(request))});
curl_setopt_array($curl, [
${ended(options.map((line) => `    ${line}`))}]);
$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), "\\n";
${output}
`;
}

/**
 * Tell whether a body is a form that an array cannot hold, as it has several parts of one name.
 *
 * @param {WrittenRequest["body"]} body
 */
function isWrittenOut(body) {
  const names = [...(body?.fields ?? []), ...(body?.files ?? [])].map(([name]) => name);
  return new Set(names).size < names.length || (names.length === 0 && Boolean(body?.files));
}

/**
 * Write the statement that sets the body.
 *
 * @param {WrittenRequest} request
 */
function contentOf({ body }) {
  if (!body) return "";
  const read = (/** @type {string} */ name) => `file_get_contents(${phpString(name)})`;
  if (body.file) return `$body = ${read(body.file.name)};\n`;
  if (body.form) return `$body = ${phpString(new URLSearchParams(body.form).toString())};\n`;
  if (!body.files) return `$body = ${textOf(body.text ?? "")};\n`;
  if (isWrittenOut(body)) {
    const pieces = formPieces(body).map((each) =>
      typeof each === "string" ? phpString(each) : read(each.file),
    );
    return `$body = implode('', [\n${ended(pieces.map((each) => `    ${each},`))}]);\n`;
  }
  const fields = (body.fields ?? []).map((pair) => pair.map(phpString).join(" => "));
  const files = body.files.map(
    ([name, file]) =>
      `${phpString(name)} => new CURLFile(${[file.name, file.type, file.name].map(phpString).join(", ")})`,
  );
  return `$body = [\n${ended([...fields, ...files].map((each) => `    ${each},`))}];\n`;
}

/** @param {string} text */
function textOf(text) {
  if (!isPlainText(text) || /^\s*BODY/m.test(text)) return phpString(text);
  return `<<<'BODY'\n${text}\nBODY`;
}
