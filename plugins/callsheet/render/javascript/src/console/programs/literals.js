// Literals of programming languages, for any text that a field may contain.

import { JSON_TOKEN, tokens } from "../tokens.js";

const NOT_PRINTED = /(?! )[\p{C}\p{Z}]/gu;
/** @type {Record<string, string | undefined>} */
const SHORT = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const MAX_NESTING = 50;

/**
 * @param {number} number
 * @param {number} digits
 */
function hex(number, digits) {
  return number.toString(16).padStart(digits, "0");
}

/** @param {string} character */
function pythonEscape(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${hex(code, 2)}`;
  return code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/**
 * Write a string of Python.
 *
 * @param {string} text
 */
export function pythonString(text) {
  const quote = text.split('"').length > text.split("'").length ? "'" : '"';
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll(quote, `\\${quote}`)
    .replace(NOT_PRINTED, (character) => SHORT[character] ?? pythonEscape(character));
  return quote + escaped + quote;
}

/** @param {string} character */
function scriptEscape(character) {
  return character
    .split("")
    .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
    .join("");
}

/**
 * Write a string of JavaScript, which is safe in a `script` element, too.
 *
 * @param {string} text
 */
export function scriptString(text) {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("</", "<\\/")
    .replace(NOT_PRINTED, (character) => SHORT[character] ?? scriptEscape(character));
  return `"${escaped}"`;
}

/**
 * Write a string of C# (C# 6.4.5.6).
 *
 * @param {string} text
 */
export function csharpString(text) {
  return scriptString(text).replaceAll("<\\/", "</");
}

/**
 * Write a string of PHP: in single quotes, or in double quotes where it needs escapes.
 *
 * @param {string} text
 */
export function phpString(text) {
  if (!isPrintable(text)) {
    const escaped = text.replace(/[\\"$]/g, "\\$&").replace(NOT_PRINTED, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return SHORT[character] ?? `\\u{${code.toString(16)}}`;
    });
    return `"${escaped}"`;
  }
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

/** @type {Record<string, string | undefined>} */
const POWERSHELL_SHORT = { "\n": "`n", "\r": "`r", "\t": "`t" };

/**
 * Write a string of PowerShell, for which curly quotes are quotes, too.
 *
 * @param {string} text
 */
export function powershellString(text) {
  if (!isPrintable(text)) {
    const escaped = text.replace(/[`$"\u201c-\u201e]/g, "`$&").replace(NOT_PRINTED, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return POWERSHELL_SHORT[character] ?? `\`u{${code.toString(16)}}`;
    });
    return `"${escaped}"`;
  }
  return `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
}

/** @param {string} text */
function isPrintable(text) {
  return text.search(NOT_PRINTED) < 0;
}

/**
 * Write a word of the shell (POSIX, 2.2), which cannot hold NUL.
 *
 * @param {string} text
 */
export function shellString(text) {
  if (/^[A-Za-z0-9_./:@%+,-]+$/.test(text)) return text;
  return `'${text.replaceAll("\0", "\ufffd").replaceAll("'", "'\\''")}'`;
}

/**
 * Tell whether a program can spell the values of a JSON text exactly, as they stand.
 *
 * @param {string} text
 * @param {number} largest The largest whole number that the language has.
 */
export function isSpellable(text, largest) {
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  let depth = 0;
  for (const { token } of tokens(text, JSON_TOKEN)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    const number = /^-?\d/.test(token) ? Math.abs(Number(token)) : 0;
    if (depth > MAX_NESTING || !Number.isFinite(number)) return false;
    if (/^-?\d+$/.test(token) && number > largest) return false;
  }
  return true;
}

/**
 * Write a JSON text with its literals and keys respelled, and its layout kept.
 *
 * @param {string} text
 * @param {(token: string, isKey: boolean) => string} spell
 */
function respell(text, spell) {
  let result = "";
  for (const { token, end } of tokens(text, JSON_TOKEN)) {
    const isKey = token[0] === '"' && /^\s*:/.test(text.slice(end, end + 99));
    result += spell(token, isKey);
  }
  return result.trim();
}

/** @type {Record<string, string | undefined>} */
const PYTHON_WORDS = { true: "True", false: "False", null: "None" };

/**
 * Write the value of a JSON text in Python.
 *
 * @param {string} text
 */
export function pythonValue(text) {
  return respell(text, (token) =>
    token[0] === '"' ? pythonString(JSON.parse(token)) : (PYTHON_WORDS[token] ?? token),
  );
}

/**
 * Write the value of a JSON text in JavaScript.
 *
 * @param {string} text
 */
export function scriptValue(text) {
  return respell(text, (token, isKey) => {
    if (token[0] !== '"') return token;
    const value = JSON.parse(token);
    // In quotes or not, it would set the prototype.
    return isKey && value === "__proto__" ? '["__proto__"]' : scriptString(value);
  });
}

/**
 * Return the lines of a text, each but the last with its end.
 *
 * @param {string} text
 */
export function linesOf(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [""];
}

/**
 * @param {string} text
 * @param {string} indent
 */
export function indented(text, indent) {
  return text.replaceAll("\n", `\n${indent}`);
}
