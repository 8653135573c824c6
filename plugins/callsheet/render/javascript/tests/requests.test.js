// Requests: their addresses, the programs that send them, and what of them is secret.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { inputOf, keptBody, restoreState, stateOf } from "../src/console/form/form_state.js";
import { basicOf } from "../src/console/form/signing.js";
import { entryOf } from "../src/console/history.js";
import { answerFile } from "../src/console/programs/languages/parts.js";
import { LANGUAGES, SUFFIXES } from "../src/console/programs/programs.js";
import { addressOf, masked, pathOf, withNames } from "../src/console/request.js";
import { isSecret } from "../src/console/secrets.js";
import { values } from "../src/page/values.js";

/** @import { Pair, Request } from "../src/console/request.js" */
/** @import { StatefulForm } from "../src/console/form/form_state.js" */

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
  keyField: "",
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

/**
 * Return a form with fields of the query, and what it holds.
 *
 * @param {Record<string, string>} fields
 * @param {{ text?: string, parts?: Pair[], own?: string[], sign?: string }} [more]
 * @returns {StatefulForm}
 */
function formWith(fields, { text, parts, own = [], sign = "example" } = {}) {
  const held = { ...fields };
  const parameters = Object.keys(held).map((name) => ({
    place: /** @type {const} */ ("query"),
    name,
    get: () => held[name],
    set: (/** @type {string} */ value) => {
      held[name] = value;
    },
  }));
  let server = "https://a.example";
  let space = "own";
  return {
    parameters: new Map(parameters.map((each) => [each, null])),
    server: {
      get: () => server,
      workspace: () => space,
      set(url, name) {
        if (/^https:\/\/[ab]\.example$/.test(url)) server = url;
        space = name;
      },
    },
    body: {
      type: () => "application/json",
      set(_, given) {
        text = text === undefined ? text : given;
      },
      ...(text !== undefined && { text: () => text ?? "" }),
      ...(parts && {
        fields: () => parts ?? [],
        setFields: (/** @type {Pair[]} */ given) => {
          parts = given;
        },
      }),
      files: () => own,
      dropFiles() {
        own = [];
      },
    },
    signing: {
      choice: () => sign,
      choose(choice) {
        sign = choice;
      },
      isOwn: () => sign === "Bearer",
    },
    accept: { control: { value: "application/json" } },
  };
}

test("an entry of the history has the fields without secrets", (context) => {
  globalThis.location = /** @type {Location} */ ({ pathname: "/docs/" });
  context.after(() => Reflect.deleteProperty(globalThis, "location"));
  values.set("token", "t0k3n");
  const form = formWith({ a: "1", api_key: "k", b: "has t0k3n", c: "" });
  /** @type {Request} */
  const request = {
    ...REQUEST,
    query: [
      ["a", "1"],
      ["api_key", "k"],
    ],
  };
  const entry = entryOf("v1Ship_Get", stateOf(form), request, 200);
  assert.deepEqual(entry.state.fields, [["query:a", "1"]]);
  assert.deepEqual(entry.state.lacks, ["api_key", "b"]);
  assert.equal(entry.target, "/api/v1/Ship/5?a=1");
  assert.equal(entry.page, "/docs/");
  assert.doesNotMatch(JSON.stringify(entry.state.fields), /t0k3n|"k"/);
});

test("a state is restored in full, with nothing of what came after", () => {
  const form = formWith({ a: "1", b: "" }, { text: "{}", parts: [["x", "y"]], sign: "none" });
  const state = stateOf(form);
  const later = formWith({ a: "2", b: "3" }, { text: "[]", parts: [["x", "z"]], own: ["my.gif"] });
  later.server.set("https://b.example", "other");
  assert.notEqual(inputOf(stateOf(later)), inputOf(state));
  assert.deepEqual(restoreState(later, state), []);
  assert.deepEqual(stateOf(later), state);
});

test("what a state does not have is named, and nothing is in its place", () => {
  values.set("token", "t0k3n");
  const form = formWith(
    { a: "1", api_key: "k" },
    { text: '{"password": "x"}', parts: [["pwd", "y"]], own: ["my.gif"], sign: "Bearer" },
  );
  const state = stateOf(form);
  assert.deepEqual(restoreState(form, state), ["api_key", "pwd", "the body", "the file my.gif"]);
  assert.equal(form.body?.text?.(), "");
  values.set("token", "an0th3r");
  assert.ok(restoreState(form, state).includes("the credentials"));
  const lacks = restoreState(formWith({}), { ...state, base: "https://gone.example" });
  assert.ok(lacks.includes("the server https://gone.example"));
  assert.ok(lacks.includes("fields that this page no longer has"));
});

test("each language has a suffix, and is told apart", () => {
  assert.deepEqual(Object.keys(SUFFIXES), Object.keys(LANGUAGES));
  assert.equal(new Set(Object.values(SUFFIXES)).size, Object.keys(LANGUAGES).length);
});

test("each language writes texts that mean something in it", () => {
  const text = '{\n  "a": "it\'s $b `c` \\\\ </x>"\n}';
  const request = { ...POST, body: { text } };
  assert.match(program("PHP", request), /\$body = <<<'BODY'\n\{\n.*it's \$b `c`.*\n\}\nBODY;/s);
  assert.match(program("PowerShell", request), /GetBytes\(@'\n\{\n.*it's \$b `c`.*\n\}\n'@\)/s);
  assert.match(program("C#", request), /GetBytes\("""\n\{\n.*<\/x>.*\n\}\n"""\)/s);
  assert.match(program("HTTP file", request), /^POST https:.*\n.*\nContent-Type: .*\n\n\{\n/);
  const short = { ...POST, body: { text: "it's $b \u2019\u202e" } };
  assert.match(program("PHP", short), /\$body = "it's \\\$b ’\\u\{202e\}";/);
  assert.match(program("PowerShell", short), /"it's `\$b ’`u\{202e\}"/);
  assert.match(program("C#", short), /"it's \$b ’\\u202e"/);
});
