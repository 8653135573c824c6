// Programs in Python.

import { isJson } from "../../media_types.js";
import { indented, isSpellable, linesOf, pythonString, pythonValue } from "../literals.js";
import { allHeaders, ended, fileOfAnswer, SECONDS } from "./parts.js";

/** @import { Pair, WrittenRequest } from "../../request.js" */

const PYTHON_FUNCTIONS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/**
 * Write a program in Python.
 *
 * @param {WrittenRequest} request
 */
export function pythonProgram(request) {
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
