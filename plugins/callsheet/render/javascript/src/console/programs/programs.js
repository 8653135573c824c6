// The request as a program, for what is in the fields just now.

import { csharpProgram } from "./languages/csharp.js";
import { curlProgram } from "./languages/curl.js";
import { httpFile, httpMessage } from "./languages/http.js";
import { scriptProgram } from "./languages/javascript.js";
import { phpProgram } from "./languages/php.js";
import { powershellProgram } from "./languages/powershell.js";
import { pythonProgram } from "./languages/python.js";

/** @import { WrittenRequest } from "../request.js" */

/**
 * The languages that a request can be written in, by what they are called: those of the samples, and
 * the message itself.
 *
 * @type {Record<string, (request: WrittenRequest) => string>}
 */
export const LANGUAGES = {
  Python: pythonProgram,
  curl: curlProgram,
  PowerShell: powershellProgram,
  JavaScript: scriptProgram,
  TypeScript: scriptProgram,
  "C#": csharpProgram,
  PHP: phpProgram,
  "HTTP file": httpFile,
  HTTP: httpMessage,
};

/**
 * The suffixes of their files.
 *
 * @type {Record<string, string>}
 */
export const SUFFIXES = {
  Python: ".py",
  curl: ".sh",
  PowerShell: ".ps1",
  JavaScript: ".mjs",
  TypeScript: ".mts",
  "C#": ".cs",
  PHP: ".php",
  "HTTP file": ".http",
  HTTP: ".txt",
};
