// What the page's script decides: the reader's values, and their places.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { normalize } from "../src/console/servers.js";
import { decodeFragment } from "../src/page/anchors.js";
import { filling, inString } from "../src/page/placeholders.js";
import { goalOf } from "../src/page/samples.js";
import { assetUrl, locateSite, siteUrl } from "../src/page/site.js";
import { authorization, VALID, values } from "../src/page/values.js";

beforeEach(() => values.forget());

test("values are stored, announced and forgotten, also without a storage", () => {
  let notified = 0;
  values.onChange(() => {
    notified += 1;
  });
  values.set("user", "ada");
  values.set("token", "x");
  assert.deepEqual(values.get(), { user: "ada", token: "x" });
  values.set("user", "");
  assert.deepEqual(values.get(), { token: "x" });
  values.forget();
  assert.deepEqual(values.get(), {});
  assert.equal(notified, 4);
});

test("the header field Authorization", () => {
  assert.equal(authorization({ user: "ada", password: "pé" }), "Basic YWRhOnDDqQ==");
  assert.equal(authorization({ user: "ada" }), "");
  assert.equal(
    authorization({ scheme: "Bearer", token: "x", user: "a", password: "b" }),
    "Bearer x",
  );
  assert.equal(authorization({ scheme: "Bearer" }), "");
});

test("what values may be made of needs no escaping", () => {
  assert.match("https://example.com:8080/a-b", VALID.base);
  for (const text of ["ftp://x", "https://x?y", 'https://x"', "https://x\\", "https://x y"]) {
    assert.doesNotMatch(text, VALID.base);
  }
  assert.doesNotMatch("a$b", VALID.token);
  assert.doesNotMatch("a/b", VALID.path);
  assert.doesNotMatch("1;x", VALID.number);
});

test("a text within a string literal is that text in each language", () => {
  const text = "a\\b'c\"d$e`f#g";
  assert.equal(Function(`return "${inString(text, '"', "javascript")}"`)(), text);
  assert.equal(Function(`return '${inString(text, "'", "javascript")}'`)(), text);
  assert.equal(inString(text, "'", "bash"), "a\\b'\\''c\"d$e`f#g");
  assert.equal(inString(text, '"', "bash"), "a\\\\b'c\\\"d\\$e\\`f#g");
  assert.equal(inString(text, "'", "powershell"), "a\\b''c\"d$e`f#g");
  assert.equal(inString(text, '"', "powershell"), "a\\b'c`\"d`$e``f#g");
  assert.equal(inString(text, '"', "php"), "a\\\\b'c\\\"d\\$e`f#g");
  assert.equal(inString(text, '"', "ruby"), "a\\\\b'c\\\"d$e`f\\#g");
  assert.equal(inString(text, "", "python"), text);
});

test("a place shows its value, and hides what is secret", () => {
  const given = { base: "https://x", user: "ada", password: 'p"w', "path:id": "abc" };
  const place = (/** @type {string} */ fill, quote = '"') =>
    filling({ fill, quote, language: "python" }, given);
  assert.deepEqual(place("base"), { text: "https://x", shown: "https://x" });
  assert.deepEqual(place("password"), { text: 'p\\"w', shown: "••••••" });
  assert.deepEqual(place("credentials"), { text: 'ada:p\\"w', shown: "••••••" });
  assert.equal(place("authorization")?.shown, "Basic ••••••");
  assert.equal(place("path:id")?.text, "abc");
  assert.equal(place("path:other"), null);
});

test("outside of a string literal, only a number is filled in", () => {
  const place = { fill: "path:id", quote: "", language: "python" };
  assert.equal(filling(place, { "path:id": "abc" }), null);
  assert.equal(filling(place, { "path:id": "-5" })?.text, "-5");
});

test("a user is filled in only where user and password sign in", () => {
  const place = { fill: "user", language: "python" };
  assert.equal(filling(place, { user: "ada" }), null);
  assert.equal(filling(place, { user: "ada", password: "x", scheme: "Bearer" }), null);
  assert.equal(filling(place, { user: "ada", password: "x" })?.text, "ada");
});

test("keys move between tabs, by the direction of the text", () => {
  assert.equal(goalOf("ArrowRight", 2, 3, false), 0);
  assert.equal(goalOf("ArrowRight", 0, 3, true), 2);
  assert.equal(goalOf("ArrowLeft", 0, 3, false), 2);
  assert.equal(goalOf("Home", 2, 3, false), 0);
  assert.equal(goalOf("End", 0, 3, false), 2);
  assert.equal(goalOf("constructor", 0, 3, false), -1);
});

test("a fragment that cannot be decoded stands for itself", () => {
  assert.equal(decodeFragment("#a%20b"), "a b");
  assert.equal(decodeFragment("#a%"), "a%");
});

test("the site begins where its script says", () => {
  const src = "https://example.com/docs/assets/callsheet/callsheet.js?x";
  locateSite(/** @type {HTMLScriptElement} */ ({ src }));
  assert.equal(siteUrl("uid/"), "https://example.com/docs/uid/");
  assert.equal(assetUrl("search.js"), "https://example.com/docs/assets/callsheet/search.js");
});

test("an address of a server is compared in one form, and has no credentials", (context) => {
  globalThis.location = /** @type {Location} */ ({
    protocol: "https:",
    origin: "https://example.com",
  });
  context.after(() => Reflect.deleteProperty(globalThis, "location"));
  assert.equal(normalize("HTTPS://Example.com:443/a//"), "https://example.com/a");
  assert.equal(normalize("/tenant/"), "https://example.com/tenant");
  for (const text of ["ftp://x", "https://a:b@x", "https://x/?y", "https://x/#y", "https://[x"]) {
    assert.equal(normalize(text), null, text);
  }
});
