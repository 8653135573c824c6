// Programs in JavaScript, which are TypeScript, too.

import { isJson } from "../../media_types.js";
import { addressOf } from "../../request.js";
import { indented, isSpellable, scriptString, scriptValue } from "../literals.js";
import { allHeaders, ended, fileOfAnswer, SECONDS } from "./parts.js";

/** @import { Pair, WrittenRequest } from "../../request.js" */

/**
 * Write a module of Node.js.
 *
 * @param {WrittenRequest} request
 */
export function scriptProgram(request) {
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
