// Requests: their addresses, the programs that send them, and what of them is secret.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { entryOf, keptBody } from "../src/console/history.js";
import { answerFile, LANGUAGES } from "../src/console/programs.js";
import { addressOf, masked, pathOf, withNames } from "../src/console/request.js";
import { isSecret } from "../src/console/secrets.js";
import { basicOf } from "../src/console/signing.js";
import { values } from "../src/page/values.js";

/** @import { Request } from "../src/console/request.js" */

/** @type {Request} */
const REQUEST = {
  method: "GET",
  base: "https://example.com/tenant",
  path: "/api/v1/Ship/5",
  query: [["$select", "Name,Id"]],
  headers: [["Accept", "application/json"]],
  contentType: "",
  body: null,
  authorization: "Basic YWRhOnB3",
  basic: ["ada", "pw"],
};
/** @type {Request} */
const POST = {
  ...REQUEST,
  method: "POST",
  query: [],
  headers: [["Content-Type", "application/json"]],
  contentType: "application/json",
};

/**
 * @param {string} language
 * @param {Request} request
 */
function program(language, request) {
  return LANGUAGES[language](withNames(request));
}

beforeEach(() => values.forget());

test("an address has its query", () => {
  const address = "https://example.com/tenant/api/v1/Ship/5?$select=Name%2CId";
  assert.equal(addressOf(REQUEST), address);
  assert.equal(addressOf(POST), "https://example.com/tenant/api/v1/Ship/5");
});

test("a path has its parameters, and is encoded once", () => {
  const inPath = (/** @type {string} */ name) => `<${name}>`;
  assert.equal(pathOf("/a b/{id}/x{n}", inPath), "/a%20b/<id>/x<n>");
  assert.equal(pathOf("/a%20b/{}", inPath), "/a%20b/%7B%7D");
});

test("a program in Python", () => {
  assert.equal(
    program("Python", REQUEST),
    `import requests

response = requests.get(
    "https://example.com/tenant/api/v1/Ship/5",
    params=[
        ("$select", "Name,Id"),
    ],
    headers={
        "Accept": "application/json",
    },
    auth=("ada", "pw"),
    timeout=10,
)
print(response.status_code, response.reason)
print(response.text)
`,
  );
  assert.match(
    program("Python", { ...POST, body: { text: '{"a": true}' } }),
    /json=\{"a": True\},/,
  );
  assert.match(program("Python", { ...POST, body: { text: "null" } }), /data="null"\.encode\(\),/);
  assert.match(
    program("Python", { ...POST, method: "PURGE" }),
    /requests\.request\(\n {4}"PURGE",/,
  );
});

test("a call of curl", () => {
  assert.equal(
    program("curl", { ...POST, body: { text: '{"a": 1}' } }),
    `curl --silent --show-error --max-time 10 \\
  --user ada:pw \\
  --header 'Content-Type: application/json' \\
  --data-raw '{"a": 1}' \\
  https://example.com/tenant/api/v1/Ship/5
`,
  );
  assert.match(program("curl", POST), /--request POST .*--header 'Content-Length: 0'/s);
  assert.match(program("curl", { ...REQUEST, method: "HEAD" }), /--head /);
  assert.match(program("curl", { ...POST, body: { form: [["a b", "c&d"]] } }), /'a%20b=c&d'/);
  const form = { fields: [], files: /** @type {[string, null][]} */ ([["f", null]]) };
  assert.match(
    program("curl", { ...POST, body: form }),
    /'f=@"file";type=application\/octet-stream'/,
  );
});

test("a program in JavaScript", () => {
  assert.equal(
    program("JavaScript", { ...POST, body: { text: '{"a": 1}' } }),
    `const response = await fetch("https://example.com/tenant/api/v1/Ship/5", {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    Authorization: \`Basic \${btoa("ada:pw")}\`,
  },
  body: JSON.stringify({"a": 1}),
  signal: AbortSignal.timeout(10_000),
});
console.log(response.status, response.statusText);
console.log(await response.text());
`,
  );
  const image = {
    ...REQUEST,
    headers: /** @type {[string, string][]} */ ([["Accept", "image/png"]]),
  };
  assert.match(program("JavaScript", image), /^import \{ writeFile \} .*"answer\.png"/s);
  assert.match(program("JavaScript", { ...POST, body: { file: null } }), /readFile\("file"\)/);
});

test("a message of HTTP", () => {
  assert.equal(
    program("HTTP", { ...POST, body: { text: "{}" } }),
    `POST /tenant/api/v1/Ship/5 HTTP/1.1
Host: example.com
Authorization: Basic YWRhOnB3
Content-Type: application/json

{}
`,
  );
});

test("the file of an answer is named after its media type", () => {
  assert.equal(answerFile("image/jpeg"), "answer.jpg");
  assert.equal(answerFile("application/problem+json; charset=utf-8"), "answer.json");
  assert.equal(answerFile("image/svg+xml"), "answer.svg");
  assert.equal(answerFile("application/../x"), "answer.bin");
  assert.equal(answerFile(""), "answer.bin");
});

test("names of secrets are known, and authors are none", () => {
  for (const name of ["Authorization", "Set-Cookie", "X-Api-Key", "sessionId", "so_ticket"]) {
    assert.ok(isSecret(name), name);
  }
  for (const name of ["author", "authorId", "ticketId", "name"]) assert.ok(!isSecret(name), name);
});

test("what is secret is masked; the credentials of an example are not", () => {
  const request = { ...REQUEST, query: /** @type {[string, string][]} */ ([["api_key", "k"]]) };
  const own = masked(request, true);
  assert.deepEqual(own.query, [["api_key", "••••••"]]);
  assert.deepEqual(own.basic, ["ada", "••••••"]);
  assert.equal(own.authorization, "Basic ••••••");
  assert.equal(masked(request, false).authorization, REQUEST.authorization);
});

test("user and password are read where every program can write them", () => {
  const field = (/** @type {string} */ text) => `Basic ${btoa(text)}`;
  assert.deepEqual(basicOf(field("ada:p:w")), ["ada", "p:w"]);
  assert.deepEqual(basicOf(field("ada:")), ["ada", ""]);
  for (const each of [field(":pw"), field("\xe9:pw"), "Bearer x", "Basic !", "Basic", ""]) {
    assert.equal(basicOf(each), null, each);
  }
});

test("no secret is remembered", () => {
  values.set("password", "tr0ub4dor");
  assert.equal(keptBody('{"Name": "Ada"}'), '{"Name": "Ada"}');
  assert.equal(keptBody('{"userPassword": "x"}'), undefined);
  assert.equal(keptBody("<a><Secret>x</Secret></a>"), undefined);
  assert.equal(keptBody('{"Name": "tr0ub4dor"}'), undefined);
  assert.equal(keptBody("x".repeat(20_001)), undefined);
});

test("an entry of the history has the fields without secrets", (context) => {
  globalThis.location = /** @type {Location} */ ({ pathname: "/docs/" });
  context.after(() => Reflect.deleteProperty(globalThis, "location"));
  values.set("token", "t0k3n");
  const field = (/** @type {string} */ name, /** @type {string} */ value) =>
    /** @type {const} */ ({ place: "query", name, get: () => value });
  const fields = [field("a", "1"), field("api_key", "k"), field("b", "has t0k3n"), field("c", "")];
  /** @type {Request} */
  const request = {
    ...REQUEST,
    query: [
      ["a", "1"],
      ["api_key", "k"],
    ],
  };
  const entry = entryOf("v1Ship_Get", fields, null, request, 200);
  assert.deepEqual(entry.fields, [["query:a", "1"]]);
  assert.equal(entry.target, "/api/v1/Ship/5?a=1");
  assert.equal(entry.page, "/docs/");
  assert.doesNotMatch(JSON.stringify(entry), /t0k3n|api_key|pw/);
});
