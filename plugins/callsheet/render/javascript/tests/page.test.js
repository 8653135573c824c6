// What the page's script decides: the reader's values, and their places.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { normalize } from "../src/console/form/servers.js";
import { decodeFragment } from "../src/page/anchors.js";
import { inString } from "../src/page/literals.js";
import { filling } from "../src/page/placeholders.js";
import { goalOf } from "../src/page/samples.js";
import { assetUrl, locateSite, siteUrl } from "../src/page/site.js";
import { authorization, credentials, VALID, values } from "../src/page/values.js";

beforeEach(() => values.forget());

test("values are stored, announced and forgotten, also without a storage", () => {
  let notified = 0;
  values.onChange(() => {
    notified += 1;
  });
  values.set("user", "ada");
  values.set("token", "x");
  const { mark, ...both } = values.get();
  assert.deepEqual(both, { user: "ada", token: "x" });
  values.set("user", "");
  const { mark: other, ...one } = values.get();
  assert.deepEqual(one, { token: "x" });
  assert.ok(mark && other && mark !== other);
  values.forget();
  assert.deepEqual(values.get(), {});
  assert.equal(notified, 4);
});

test("values of a page hold there alone, until another one is given", (context) => {
  context.after(() => Reflect.deleteProperty(globalThis, "location"));
  const go = (/** @type {string} */ pathname) => {
    globalThis.location = /** @type {Location} */ ({ pathname });
  };
  go("/a/");
  values.set("path:id", "1");
  values.setHere([["path:id", "2"]]);
  assert.equal(values.get()["path:id"], "2");
  go("/b/");
  assert.equal(values.get()["path:id"], "1");
  values.set("user", "ada");
  go("/a/");
  assert.deepEqual([values.get()["path:id"], values.get().user], ["2", "ada"]);
  values.set("path:id", "3");
  assert.equal(values.get()["path:id"], "3");
  values.setHere([["path:id", "4"]]);
  values.setHere([]);
  assert.equal(values.get()["path:id"], "3");
});

test("credentials are a header field, of its own for a key", () => {
  const key = { scheme: "API key", key: "k3y", token: "x" };
  assert.deepEqual(credentials(key), ["X-API-Key", "k3y"]);
  assert.deepEqual(credentials({ ...key, keyName: "X-Own" }), ["X-Own", "k3y"]);
  assert.equal(credentials({ scheme: "API key", token: "x" }), null);
  assert.deepEqual(credentials({ scheme: "Own", token: "x" }), ["Authorization", "Own x"]);
  assert.equal(credentials({}), null);
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
