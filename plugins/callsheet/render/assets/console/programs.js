// The request as a program, for what is in the fields just now.

const SECONDS = 10;
const PYTHON_FUNCTIONS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;

/** The pairs of a query as they stand in an address. */
function queryText(pairs) {
  const encode = (text) => encodeURIComponent(text).replaceAll("%24", "$");
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

function addressOf({ base, path, query }) {
  return base + path + (query.length ? `?${queryText(query)}` : "");
}

/** Whether what comes back is a file rather than text. */
function givesFile({ headers }) {
  const accept = headers.find(([name]) => name === "Accept")?.[1] ?? "";
  return /^(image\/|application\/(octet-stream|pdf|zip))/.test(accept) ? answerFile(accept) : "";
}

function answerFile(mediaType) {
  const subtype = essence(mediaType).split("/")[1] ?? "";
  const extension = { jpeg: "jpg", "svg+xml": "svg", "octet-stream": "bin", plain: "txt" };
  return `answer.${Object.hasOwn(extension, subtype) ? extension[subtype] : subtype.replace(/^.*\+/, "").replace(/\W/g, "") || "bin"}`;
}

/** Header fields with the credentials, unless those are written apart. */
function allHeaders({ headers, authorization, basic }) {
  return basic || !authorization ? headers : [["Authorization", authorization], ...headers];
}

function pythonProgram(request) {
  const { method, base, path, query, body, basic } = request;
  const file = givesFile(request);
  const usesPath = file || body?.file || body?.files?.length;
  const named = [pythonString(base + path)];
  if (!PYTHON_FUNCTIONS.test(method)) named.unshift(pythonString(method));
  const list = (name, [open, close], lines) =>
    named.push(`${name}=${open}\n${lines.map((line) => `        ${line},\n`).join("")}    ${close}`);
  const pair = ([name, value]) => `(${pythonString(name)}, ${pythonString(value)})`;
  if (query.length) list("params", "[]", query.map(pair));
  const headers = allHeaders(request).map(([n, v]) => `${pythonString(n)}: ${pythonString(v)}`);
  if (headers.length) list("headers", "{}", headers);
  if (body?.form) list("data", "[]", body.form.map(pair));
  else if (body?.file) named.push(`data=Path(${pythonString(body.file.name)}).read_bytes()`);
  else if (body?.files) {
    // Fields alone would go out URL-encoded; without a file name they are parts of their own.
    const fields = body.fields.map(([n, v]) => `(${pythonString(n)}, (None, ${pythonString(v)}))`);
    list("files", "[]", [...fields, ...body.files.map(([name, { name: file, type }]) => {
      const text = pythonString(file);
      return `(${pythonString(name)}, (${text}, Path(${text}).read_bytes(), ${pythonString(type)}))`;
    })]);
  } else if (body) named.push(pythonText(body.text, request));
  if (basic) named.push(`auth=(${basic.map(pythonString).join(", ")})`);
  named.push(`timeout=${SECONDS}`);
  const called = PYTHON_FUNCTIONS.test(method) ? method.toLowerCase() : "request";
  const output = file
    ? `response.raise_for_status()\nPath(${pythonString(file)}).write_bytes(response.content)`
    : "print(response.text)";
  return `${usesPath ? "from pathlib import Path\n\n" : ""}import requests\n\n`
    + `response = requests.${called}(\n${named.map((each) => `    ${each},\n`).join("")})\n`
    + `print(response.status_code, response.reason)\n${output}\n`;
}

/** The argument for a text: a value where it is JSON, else its lines. */
function pythonText(text, { contentType }) {
  // JSON's null would be taken for no body.
  if (isJson(contentType) && text.trim() !== "null" && isSpellable(text, Infinity)) {
    return `json=${indented(pythonValue(text), "    ")}`;
  }
  const lines = linesOf(text).map(pythonString);
  return lines.length === 1 ? `data=${lines[0]}.encode()`
    : `data=(\n${lines.map((line) => `        ${line}\n`).join("")}    ).encode()`;
}

function curlProgram(request) {
  const { method, body, basic } = request;
  const url = addressOf(request);
  const file = givesFile(request);
  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;
  const lines = [`curl --silent --show-error --max-time ${SECONDS}${/[[\]{}]/.test(url) ? " --globoff" : ""}`];
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
    for (const [name, value] of body.fields) lines.push(`--form-string ${shellString(`${name}=${value}`)}`);
    for (const [name, { name: from, type }] of body.files) {
      lines.push(`--form ${shellString(`${name}=@${quoted(from)}${type ? `;type=${type}` : ""}`)}`);
    }
  } else if (body) {
    if (!request.contentType) lines.push("--header Content-Type:");
    lines.push(`--data-raw ${shellString(body.text)}`);
  }
  if (file) lines.push(`--output ${file}`);
  lines.push(shellString(url));
  return `${lines.join(" \\\n  ")}\n`;
}

function scriptProgram(request) {
  const { method, body, basic } = request;
  const file = givesFile(request);
  const before = [];
  const options = method === "GET" ? [] : [`method: ${scriptString(method)},`];
  const headers = allHeaders(request).map(([n, v]) => `  ${scriptString(n)}: ${scriptString(v)},`);
  if (basic) headers.push(`  Authorization: \`Basic \${btoa(${scriptString(basic.join(":"))})}\`,`);
  if (headers.length) options.push("headers: {", ...headers, "},");
  const pair = ([name, value]) => `[${scriptString(name)}, ${scriptString(value)}]`;
  if (body?.form) options.push(`body: new URLSearchParams([${body.form.map(pair).join(", ")}]),`);
  else if (body?.file) options.push(`body: await readFile(${scriptString(body.file.name)}),`);
  else if (body?.files) {
    before.push("const form = new FormData();");
    for (const [n, v] of body.fields) before.push(`form.append(${scriptString(n)}, ${scriptString(v)});`);
    for (const [n, { name, type }] of body.files) {
      before.push(`form.append(${scriptString(n)}, new Blob([await readFile(${scriptString(name)})],`
        + ` { type: ${scriptString(type)} }), ${scriptString(name)});`);
    }
    options.push("body: form,");
  } else if (body) options.push(`body: ${scriptText(body.text, request)},`);
  options.push(`signal: AbortSignal.timeout(${SECONDS}_000),`);
  const used = [(body?.file || body?.files?.length) && "readFile", file && "writeFile"].filter(Boolean);
  const imports = used.length ? `import { ${used.join(", ")} } from "node:fs/promises";\n\n` : "";
  const output = file
    ? `await writeFile(${scriptString(file)}, Buffer.from(await response.arrayBuffer()));`
    : "console.log(await response.text());";
  return `${imports}${before.map((line) => `${line}\n`).join("")}`
    + `const response = await fetch(${scriptString(addressOf(request))}, {\n`
    + `${options.map((line) => `  ${line}\n`).join("")}});\n`
    + `console.log(response.status, response.statusText);\n${output}\n`;
}

function scriptText(text, { contentType }) {
  if (isJson(contentType) && isSpellable(text, Number.MAX_SAFE_INTEGER)) {
    return `JSON.stringify(${indented(scriptValue(text), "  ")})`;
  }
  // A string would go out as text/plain.
  return contentType ? scriptString(text) : `new TextEncoder().encode(${scriptString(text)})`;
}

/** The message itself (RFC 9112), for reading. */
function httpMessage(request) {
  const { method, base, path, query, body, authorization } = request;
  const { host, pathname } = new URL(base);
  const target = pathname.replace(/\/$/, "") + path + (query.length ? `?${queryText(query)}` : "");
  const fields = [["Host", host], ...(authorization ? [["Authorization", authorization]] : []),
    ...request.headers].map(([name, value]) => `${name}: ${value}`);
  const content = body?.form ? queryText(body.form) : body?.text ?? (body?.file
    ? `< ${body.file.name}` : body?.files?.map(([name, { name: file }]) => `< ${name}: ${file}`).join("\n"));
  return `${method} ${target} HTTP/1.1\n${fields.join("\n")}\n${content ? `\n${content}\n` : ""}`;
}

const LANGUAGES = {
  Python: pythonProgram, curl: curlProgram, JavaScript: scriptProgram, HTTP: httpMessage,
};
