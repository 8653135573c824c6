// Scripts of PowerShell 7.

import { addressOf } from "../../request.js";
import { powershellString } from "../literals.js";
import { contentApart, ended, fileOfAnswer, isPlainText, SECONDS } from "./parts.js";

/** @import { WrittenRequest } from "../../request.js" */

/**
 * Write a script of PowerShell.
 *
 * @param {WrittenRequest} request
 */
export function powershellProgram(request) {
  const { method, basic, body } = request;
  const file = fileOfAnswer(request);
  const [headers, contentType] = contentApart(request);
  const fields = headers.map(([name, value]) => `${key(name)} = ${powershellString(value)}`);
  if (basic) {
    const pair = powershellString(basic.join(":"));
    const bytes = `[Text.Encoding]::UTF8.GetBytes(${pair})`;
    fields.push(`Authorization = 'Basic ' + [Convert]::ToBase64String(${bytes})`);
  }
  const usual = /^(GET|HEAD|POST|PUT|DELETE|TRACE|OPTIONS|MERGE|PATCH)$/.test(method);
  const entries = [
    `${usual ? "Method" : "CustomMethod"} = ${powershellString(method)}`,
    `Uri = ${powershellString(addressOf(request))}`,
  ];
  if (fields.length) entries.push("Headers = @{", ...fields.map((each) => `    ${each}`), "}");
  if (contentType) entries.push(`ContentType = ${powershellString(contentType)}`);
  if (body?.file) entries.push(`InFile = ${powershellString(body.file.name)}`);
  else if (body) entries.push("Body = $body");
  if (file) entries.push(`OutFile = ${powershellString(file)}`, "PassThru = $true");
  entries.push(
    `TimeoutSec = ${SECONDS}`,
    "SkipHeaderValidation = $true",
    "SkipHttpErrorCheck = $true",
  );
  return `#Requires -Version 7
$ErrorActionPreference = 'Stop'

${contentOf(request)}$request = @{
${ended(entries.map((each) => `    ${each}`))}}
$response = Invoke-WebRequest @request
"$($response.StatusCode) $($response.StatusDescription)"
${file ? "" : "$response.Content\n"}`;
}

/** @param {string} name */
function key(name) {
  return /^[A-Za-z]+$/.test(name) ? name : powershellString(name);
}

/**
 * Write the statements that set the body, unless it is a file.
 *
 * @param {WrittenRequest} request
 */
function contentOf({ body }) {
  if (!body || body.file) return "";
  if (body.form) return `$body = ${powershellString(new URLSearchParams(body.form).toString())}\n`;
  if (!body.files) {
    const text = body.text ?? "";
    const isHere = isPlainText(text) && !/^'@/m.test(text);
    const written = isHere ? `@'\n${text}\n'@` : powershellString(text);
    // Not every version sends text in UTF-8.
    return `$body = [Text.Encoding]::UTF8.GetBytes(${written})\n`;
  }
  const lines = ["$body = [System.Net.Http.MultipartFormDataContent]::new()"];
  for (const [name, value] of body.fields ?? []) {
    const content = `[System.Net.Http.StringContent]::new(${powershellString(value)})`;
    lines.push(`$body.Add(${content}, ${powershellString(name)})`);
  }
  for (const [name, file] of body.files) {
    const read = `[IO.File]::ReadAllBytes((Convert-Path -LiteralPath ${powershellString(file.name)}))`;
    lines.push(`$file = [System.Net.Http.ByteArrayContent]::new(${read})`);
    lines.push(`$file.Headers.ContentType = ${powershellString(file.type)}`);
    lines.push(`$body.Add($file, ${powershellString(name)}, ${powershellString(file.name)})`);
  }
  return ended(lines);
}
