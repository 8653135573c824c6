// Programs in C#.

import { addressOf } from "../../request.js";
import { csharpString } from "../literals.js";
import { contentApart, ended, fileOfAnswer, isPlainText, SECONDS } from "./parts.js";

/** @import { WrittenRequest } from "../../request.js" */

/**
 * Write a program in C#, for .NET 8 with implicit usings.
 *
 * @param {WrittenRequest} request
 */
export function csharpProgram(request) {
  const { method, basic, body } = request;
  const file = fileOfAnswer(request);
  const [headers, contentType] = contentApart(request);
  const lines = headers.map(
    ([name, value]) =>
      `request.Headers.TryAddWithoutValidation(${csharpString(name)}, ${csharpString(value)});`,
  );
  const usings = [];
  if (basic) {
    usings.push("System.Net.Http.Headers", "System.Text");
    const bytes = `Encoding.UTF8.GetBytes(${csharpString(basic.join(":"))})`;
    lines.push(
      `request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(${bytes}));`,
    );
  }
  if (body) lines.push(...contentOf(body, contentType, usings));
  const output = file
    ? `await File.WriteAllBytesAsync(${csharpString(file)}, await response.Content.ReadAsByteArrayAsync());`
    : "Console.WriteLine(await response.Content.ReadAsStringAsync());";
  const imports = [...new Set(usings)].sort().map((each) => `using ${each};`);
  return `${imports.length ? `${ended(imports)}\n` : ""}\
using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(${SECONDS}) };
using var request = new HttpRequestMessage(new HttpMethod(${csharpString(method)}), ${csharpString(addressOf(request))});
${ended(lines)}
using var response = await client.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");
${output}
`;
}

/**
 * Write the statements that set the content.
 *
 * @param {NonNullable<WrittenRequest["body"]>} body
 * @param {string} contentType
 * @param {string[]} usings The namespaces that the program uses, to which those of the content come.
 */
function contentOf(body, contentType, usings) {
  const read = (/** @type {string} */ name) =>
    `await File.ReadAllBytesAsync(${csharpString(name)})`;
  const typed = (/** @type {string} */ type) =>
    type
      ? ` { Headers = { ContentType = MediaTypeHeaderValue.Parse(${csharpString(type)}) } }`
      : "";
  usings.push("System.Net.Http.Headers");
  if (body.form) {
    const pairs = body.form.map((pair) => `new(${pair.map(csharpString).join(", ")})`);
    return [`request.Content = new FormUrlEncodedContent([${pairs.join(", ")}]);`];
  }
  if (body.file) {
    return [
      `request.Content = new ByteArrayContent(${read(body.file.name)})${typed(contentType)};`,
    ];
  }
  if (!body.files) {
    usings.push("System.Text");
    const bytes = `Encoding.UTF8.GetBytes(${textOf(body.text ?? "")})`;
    return [`request.Content = new ByteArrayContent(${bytes})${typed(contentType)};`];
  }
  const lines = ["var form = new MultipartFormDataContent();"];
  for (const [name, value] of body.fields ?? []) {
    lines.push(`form.Add(new StringContent(${csharpString(value)}), ${csharpString(name)});`);
  }
  for (const [name, file] of body.files) {
    const content = `new ByteArrayContent(${read(file.name)})${typed(file.type)}`;
    lines.push(`form.Add(${content}, ${csharpString(name)}, ${csharpString(file.name)});`);
  }
  return [...lines, "request.Content = form;"];
}

/** @param {string} text */
function textOf(text) {
  if (!isPlainText(text) || text.includes('"""')) return csharpString(text);
  return `"""\n${text}\n"""`;
}
