// Whatever a text holds, a program that has its literal has that text.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isSpellable,
  linesOf,
  pythonString,
  pythonValue,
  scriptString,
  scriptValue,
  shellString,
} from "../src/console/programs/literals.js";

const TEXTS = [
  "",
  "plain",
  "it's",
  'say "hi"',
  `both ' and "`,
  "back\\slash",
  "$x `y` $(z)",
  "a\nb\r\tc",
  "</script><!--",
  "\u2028\u2029\u00a0\ufeff",
  "\u0000\u0007\u001b[0m",
  "é 😀 \ud800",
];

test("a string of JavaScript is the text, and shows nothing that is not printed", () => {
  for (const text of TEXTS) {
    const literal = scriptString(text);
    assert.equal(Function(`return ${literal};`)(), text);
    assert.doesNotMatch(literal, /<\/|[\p{Cc}\u2028\u2029]/u);
  }
});

test("a string of Python has as few escapes as may be", () => {
  assert.equal(pythonString("plain"), '"plain"');
  assert.equal(pythonString('say "hi"'), `'say "hi"'`);
  assert.equal(pythonString(`both ' and "`), `"both ' and \\""`);
  assert.equal(pythonString("a\n\t\\\u0007\u2028"), '"a\\n\\t\\\\\\x07\\u2028"');
  assert.equal(pythonString("\u{e0001}"), '"\\U000e0001"');
});

test("a word of the shell is quoted where it has to be", () => {
  assert.equal(shellString("a/b.c:d@e%f+g,h-i"), "a/b.c:d@e%f+g,h-i");
  assert.equal(shellString(""), "''");
  assert.equal(shellString("it's $x"), "'it'\\''s $x'");
  assert.equal(shellString("a\0b"), "'a\ufffdb'");
});

test("JSON becomes values, and keeps its layout", () => {
  const text = '{\n  "a": [true, null, 1.50],\n  "b": "x"\n}';
  assert.equal(pythonValue(text), '{\n  "a": [True, None, 1.50],\n  "b": "x"\n}');
  assert.equal(scriptValue(text), text);
});

test("a key that would set the prototype is computed", () => {
  const value = Function(`return ${scriptValue('{"__proto__": {"a": "__proto__"}}')};`)();
  assert.deepEqual(Object.keys(value), ["__proto__"]);
  assert.equal(Object.getPrototypeOf(value), Object.prototype);
});

test("only what a language can spell exactly becomes a value", () => {
  const largest = Number.MAX_SAFE_INTEGER;
  assert.ok(isSpellable("[9007199254740991, -1, 1e3]", largest));
  assert.ok(!isSpellable("9007199254740993", largest));
  assert.ok(isSpellable("9007199254740993", Infinity));
  assert.ok(!isSpellable("1e999", Infinity));
  assert.ok(!isSpellable("{", largest));
  assert.ok(isSpellable(`${"[".repeat(50)}${"]".repeat(50)}`, largest));
  assert.ok(!isSpellable(`${"[".repeat(51)}${"]".repeat(51)}`, largest));
  assert.ok(isSpellable(`[${Array(60).fill("{}").join(",")}]`, largest));
});

test("lines keep their ends", () => {
  assert.deepEqual(linesOf("a\n\nb"), ["a\n", "\n", "b"]);
  assert.deepEqual(linesOf("a\n"), ["a\n"]);
  assert.deepEqual(linesOf(""), [""]);
});
