// Text as literals of programs. Whatever is in a field, what comes out is a literal of it.

const NOT_PRINTED = /(?! )[\p{C}\p{Z}]/gu;
const SHORT = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const MAX_NESTING = 50;

function hex(number, digits) {
  return number.toString(16).padStart(digits, "0");
}

/** A string of Python. */
function pythonString(text) {
  const quote = text.split('"').length > text.split("'").length ? "'" : '"';
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`)
    .replace(NOT_PRINTED, (character) => {
      const code = character.codePointAt(0);
      return SHORT[character] ?? (code <= 0xff ? `\\x${hex(code, 2)}`
        : code <= 0xffff ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`);
    });
  return quote + escaped + quote;
}

/** A string of JavaScript, which is safe in a `script` element, too. */
function scriptString(text) {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("</", "<\\/")
    .replace(NOT_PRINTED, (character) => SHORT[character]
      ?? character.split("").map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`).join(""));
  return `"${escaped}"`;
}

/** A word of the shell (POSIX, 2.2), which cannot hold NUL. */
function shellString(text) {
  if (/^[A-Za-z0-9_./:@%+,-]+$/.test(text)) return text;
  return `'${text.replaceAll("\0", "\ufffd").replaceAll("'", "'\\''")}'`;
}

/** The values that a JSON text is made of can be spelled by a program exactly, as they stand. */
function isSpellable(text, largest) {
  try {
    JSON.parse(text);
  } catch {
    return false;
  }
  let depth = 0;
  for (const { token } of tokens(text, JSON_TOKEN)) {
    depth += /[{[]/.test(token) && token.length === 1 ? 1 : 0;
    depth -= /[}\]]/.test(token) && token.length === 1 ? 1 : 0;
    const number = /^-?\d/.test(token) ? Math.abs(Number(token)) : 0;
    if (depth > MAX_NESTING || !Number.isFinite(number)) return false;
    if (/^-?\d+$/.test(token) && number > largest) return false;
  }
  return true;
}

/** A JSON text with its literals and keys respelled, and its layout kept. */
function respell(text, spell) {
  let result = "";
  for (const { token, end } of tokens(text, JSON_TOKEN)) {
    const isKey = token[0] === '"' && /^\s*:/.test(text.slice(end, end + 99));
    result += spell(token, isKey);
  }
  return result.trim();
}

const PYTHON_WORDS = { true: "True", false: "False", null: "None" };

function pythonValue(text) {
  return respell(text, (token) =>
    token[0] === '"' ? pythonString(JSON.parse(token)) : PYTHON_WORDS[token] ?? token);
}

function scriptValue(text) {
  return respell(text, (token, isKey) => {
    if (token[0] !== '"') return token;
    const value = JSON.parse(token);
    // In quotes or not, it would set the prototype.
    return isKey && value === "__proto__" ? '["__proto__"]' : scriptString(value);
  });
}

/** The lines of a text, each but the last with its end. */
function linesOf(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [""];
}

function indented(text, indent) {
  return text.replaceAll("\n", `\n${indent}`);
}
