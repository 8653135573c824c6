// The request as a program, for what is in the fields just now.

import {
  indented,
  isSpellable,
  linesOf,
  pythonString,
  pythonValue,
  scriptString,
  scriptValue,
  shellString,
} from "./literals.js";
import { essence, isJson } from "./media_types.js";
import { addressOf, queryText } from "./request.js";

/** @import { Pair, WrittenRequest } from "./request.js" */

const SECONDS = 10;
const PYTHON_FUNCTIONS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
/** @type {Record<string, string>} */
const EXTENSIONS = { jpeg: "jpg", "svg+xml": "svg", "octet-stream": "bin", plain: "txt" };

/**
 * Return the name of the file that an answer becomes; empty for text.
 *
 * @param {WrittenRequest} request
 */
function fileOfAnswer({ headers }) {
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
function allHeaders({ headers, authorization, basic }) {
  return basic || !authorization ? headers : [["Authorization", authorization], ...headers];
}

/** @param {string[]} lines */
function ended(lines) {
  return lines.map((line) => `${line}\n`).join("");
}

/** @param {WrittenRequest} request */
function pythonProgram(request) {
  const { method, base, path, query, body, basic } = request;
  const file = fileOfAnswer(request);
  const usesPath = file || body?.file || body?.files?.length;
  const named = [pythonString(base + path)];
  if (!PYTHON_FUNCTIONS.test(method)) named.unshift(pythonString(method));
  const list = (
    /** @type {string} */ name,
    /** @type {string} */ marks,
    /** @type {string[]} */ lines,
  ) =>
    named.push(
      `${name}=${marks[0]}\n${ended(lines.map((line) => `        ${line},`))}    ${marks[1]}`,
    );
  const pair = (/** @type {Pair} */ [name, value]) =>
    `(${pythonString(name)}, ${pythonString(value)})`;
  if (query.length) list("params", "[]", query.map(pair));
  const headers = allHeaders(request).map(([n, v]) => `${pythonString(n)}: ${pythonString(v)}`);
  if (headers.length) list("headers", "{}", headers);
  if (body?.form) list("data", "[]", body.form.map(pair));
  else if (body?.file) named.push(`data=Path(${pythonString(body.file.name)}).read_bytes()`);
  else if (body?.files) {
    // Fields alone would go out URL-encoded; without a file name they are parts of their own.
    const fields = (body.fields ?? []).map(
      ([n, v]) => `(${pythonString(n)}, (None, ${pythonString(v)}))`,
    );
    const files = body.files.map(([name, { name: from, type }]) => {
      const text = pythonString(from);
      return `(${pythonString(name)}, (${text}, Path(${text}).read_bytes(), ${pythonString(type)}))`;
    });
    list("files", "[]", [...fields, ...files]);
  } else if (body) named.push(pythonText(body.text ?? "", request));
  if (basic) named.push(`auth=(${basic.map(pythonString).join(", ")})`);
  named.push(`timeout=${SECONDS}`);
  const called = PYTHON_FUNCTIONS.test(method) ? method.toLowerCase() : "request";
  const output = file
    ? `response.raise_for_status()\nPath(${pythonString(file)}).write_bytes(response.content)`
    : "print(response.text)";
  return (
    `${usesPath ? "from pathlib import Path\n\n" : ""}import requests\n\n` +
    `response = requests.${called}(\n${ended(named.map((each) => `    ${each},`))})\n` +
    `print(response.status_code, response.reason)\n${output}\n`
  );
}

/**
 * Write the argument for a text: a value where it is JSON, else its lines.
 *
 * @param {string} text
 * @param {WrittenRequest} request
 */
function pythonText(text, { contentType }) {
  // JSON's null would be taken for no body.
  if (isJson(contentType) && text.trim() !== "null" && isSpellable(text, Infinity)) {
    return `json=${indented(pythonValue(text), "    ")}`;
  }
  const lines = linesOf(text).map(pythonString);
  return lines.length === 1
    ? `data=${lines[0]}.encode()`
    : `data=(\n${ended(lines.map((line) => `        ${line}`))}    ).encode()`;
}

/** @param {WrittenRequest} request */
function curlProgram(request) {
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

/** @param {WrittenRequest} request */
function scriptProgram(request) {
  const { method, body, basic } = request;
  const file = fileOfAnswer(request);
  const before = [];
  const options = method === "GET" ? [] : [`method: ${scriptString(method)},`];
  const headers = allHeaders(request).map(([n, v]) => `  ${scriptString(n)}: ${scriptString(v)},`);
  if (basic) headers.push(`  Authorization: \`Basic \${btoa(${scriptString(basic.join(":"))})}\`,`);
  if (headers.length) options.push("headers: {", ...headers, "},");
  const pair = (/** @type {Pair} */ [name, value]) =>
    `[${scriptString(name)}, ${scriptString(value)}]`;
  if (body?.form) options.push(`body: new URLSearchParams([${body.form.map(pair).join(", ")}]),`);
  else if (body?.file) options.push(`body: await readFile(${scriptString(body.file.name)}),`);
  else if (body?.files) {
    before.push("const form = new FormData();");
    for (const [n, v] of body.fields ?? []) {
      before.push(`form.append(${scriptString(n)}, ${scriptString(v)});`);
    }
    for (const [n, { name, type }] of body.files) {
      before.push(
        `form.append(${scriptString(n)}, new Blob([await readFile(${scriptString(name)})],` +
          ` { type: ${scriptString(type)} }), ${scriptString(name)});`,
      );
    }
    options.push("body: form,");
  } else if (body) options.push(`body: ${scriptText(body.text ?? "", request)},`);
  options.push(`signal: AbortSignal.timeout(${SECONDS}_000),`);
  const used = [(body?.file || body?.files?.length) && "readFile", file && "writeFile"].filter(
    Boolean,
  );
  const imports = used.length ? `import { ${used.join(", ")} } from "node:fs/promises";\n\n` : "";
  const output = file
    ? `await writeFile(${scriptString(file)}, Buffer.from(await response.arrayBuffer()));`
    : "console.log(await response.text());";
  return (
    `${imports}${ended(before)}const response = await fetch(${scriptString(addressOf(request))}, {\n` +
    `${ended(options.map((line) => `  ${line}`))}});\n` +
    `console.log(response.status, response.statusText);\n${output}\n`
  );
}

/**
 * @param {string} text
 * @param {WrittenRequest} request
 */
function scriptText(text, { contentType }) {
  if (isJson(contentType) && isSpellable(text, Number.MAX_SAFE_INTEGER)) {
    return `JSON.stringify(${indented(scriptValue(text), "  ")})`;
  }
  // A string would go out as text/plain.
  return contentType ? scriptString(text) : `new TextEncoder().encode(${scriptString(text)})`;
}

/**
 * Write the message itself (RFC 9112), for reading.
 *
 * @param {WrittenRequest} request
 */
function httpMessage(request) {
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
 * The languages that a request can be written in, by what they are called.
 *
 * @type {Record<string, (request: WrittenRequest) => string>}
 */
export const LANGUAGES = {
  Python: pythonProgram,
  curl: curlProgram,
  JavaScript: scriptProgram,
  HTTP: httpMessage,
};
