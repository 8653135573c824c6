// What a program for Node.js finds when it runs in a page: files in memory, the environment, and a
// `fetch` that asks the server in the page. It is put before the program.

import { phrase } from "../phrase.js";
import { MAX_OUTPUT } from "./messages.js";

/** @type {any} */
const scope = globalThis;
/** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
const waiting = new Map();
/** @type {Record<string, Uint8Array>} */
let files = {};
let lastId = 0;
let printed = 0;

/** @param {string} type @param {object} order @returns {Promise<any>} */
function ask(type, order) {
  lastId += 1;
  const id = lastId;
  postMessage({ type, id, ...order });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

scope.onmessage = (/** @type {MessageEvent} */ { data }) => {
  const order = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error) order?.reject(new TypeError(data.error));
  else order?.resolve(data.answer);
};

/** Bytes, as Node.js has them. */
class Buffer extends Uint8Array {
  /** @param {any} content @param {any} [encoding] @returns {any} */
  static from(content, encoding) {
    if (typeof content !== "string") return new Buffer(content);
    if (encoding !== "base64") return new Buffer(new TextEncoder().encode(content));
    return new Buffer(Array.from(atob(content), (each) => each.charCodeAt(0)));
  }

  /** @param {string} [encoding] */
  toString(encoding = "utf8") {
    if (encoding === "base64")
      return btoa(Array.from(this, (each) => String.fromCharCode(each)).join(""));
    return new TextDecoder().decode(this);
  }
}

/** @param {unknown} value @returns {string} */
function written(value) {
  if (typeof value === "string") return value;
  if (value instanceof Error) return String(value.stack ?? value);
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch {
    return String(value);
  }
}

/**
 * Print as much as is shown: a page that got all that an endless loop prints would be stuck, too.
 *
 * @param {string} text
 * @param {boolean} isError
 */
function print(text, isError) {
  const shown = text.slice(0, Math.max(0, MAX_OUTPUT - printed));
  printed += text.length;
  if (shown) postMessage({ type: "output", isError, text: shown });
}

/** @param {{ type: "ended", code: number } | { type: "thrown", text: string }} how */
function end(how) {
  if (printed > MAX_OUTPUT) postMessage({ type: "cut", characters: printed - MAX_OUTPUT });
  postMessage(how);
}

/** @param {string | URL} path */
function nameOf(path) {
  return String(path)
    .replace(/^file:\/\/\/program\//, "")
    .replace(/^\.\//, "");
}

const promises = {
  /** @param {string | URL} path @param {any} [options] */
  async readFile(path, options) {
    const found = files[nameOf(path)];
    if (!found)
      throw Object.assign(new Error(`ENOENT: no such file, open '${nameOf(path)}'`), {
        code: "ENOENT",
      });
    const content = Buffer.from(found);
    return options ? content.toString() : content;
  },
  /** @param {string | URL} path @param {string | Uint8Array} content */
  async writeFile(path, content) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    files[nameOf(path)] = bytes;
    postMessage({ type: "wrote", name: nameOf(path), content: new Uint8Array(bytes) });
  },
};

const away = scope.fetch;

/** @param {RequestInfo | URL} input @param {RequestInit} [init] */
async function fetchInPage(input, init) {
  const request = new Request(input, init);
  const { origin, pathname, search, host } = new URL(request.url);
  if (origin.replace("//localhost:", "//127.0.0.1:") !== scope.callsheetOrigin) {
    return away(request).catch((/** @type {unknown} */ error) => {
      const why = phrase`${origin} cannot be asked from this page: it does not answer, or does not allow it (CORS).`;
      throw new TypeError(`fetch failed: ${why}`, { cause: error });
    });
  }
  // A browser sends some fields by itself and forgets others; what the program gave is what counts.
  const given = new Headers(init?.headers);
  if (request.headers.has("content-type"))
    given.set("content-type", request.headers.get("content-type") ?? "");
  const body = new Uint8Array(await request.arrayBuffer());
  const answer = await ask("fetch", {
    request: {
      method: request.method,
      target: pathname + search,
      headers: [["Host", host], ...given],
      body,
    },
  });
  const isEmpty = [204, 205, 304].includes(answer.status);
  const { status, reason: statusText, headers } = answer;
  const response = new Response(isEmpty ? null : answer.body, { status, statusText, headers });
  Object.defineProperty(response, "url", { value: request.url });
  return response;
}

const LAST = new Error("the last one");
let told = () => {};
let open = 0;
let settled = () => {};

/**
 * Return a function that is open until its promise is settled: a program ends after all of them.
 *
 * @template {any[]} A
 * @template R
 * @param {(this: any, ...values: A) => Promise<R>} call
 * @returns {(this: any, ...values: A) => Promise<R>}
 */
function counted(call) {
  return async function (...values) {
    open += 1;
    try {
      return await call.apply(this, values);
    } finally {
      open -= 1;
      if (!open) settled();
    }
  };
}

for (const name of ["arrayBuffer", "blob", "formData", "json", "text"])
  scope.Response.prototype[name] = counted(scope.Response.prototype[name]);

/** The exit of a program, which is not an error of it. */
class Exit extends Error {}

Object.assign(scope, {
  Buffer,
  fetch: counted(fetchInPage),
  process: {
    env: {},
    argv: ["node", "/program/sample.mjs"],
    exitCode: 0,
    exit(/** @type {number} */ code = 0) {
      end({ type: "ended", code });
      throw new Exit(`exit ${code}`);
    },
    stdout: {
      write: (/** @type {string} */ text) => print(text, false),
    },
  },
  callsheetModules: {
    "fs/promises": promises,
    process: {
      get env() {
        return scope.process.env;
      },
    },
    buffer: { Buffer },
  },
  /** @param {{ origin: string, files: Record<string, Uint8Array>, env: Record<string, string> }} given */
  callsheetBegin(given) {
    scope.callsheetOrigin = given.origin;
    files = given.files;
    scope.process.env = given.env;
  },
  /** @param {unknown} error */
  callsheetFail(error) {
    if (!(error instanceof Exit)) end({ type: "thrown", text: `Uncaught ${written(error)}` });
  },
  async callsheetEnd() {
    // Like Node.js, which waits for what nobody awaits, and fails with what nobody catches.
    do {
      if (open)
        await new Promise((resolve) => {
          settled = () => resolve(null);
        });
      await new Promise((next) => setTimeout(next));
      // The browser tells of what nobody catches later on, in its order.
      await new Promise((next) => {
        told = () => next(null);
        Promise.reject(LAST);
      });
    } while (open);
    end({ type: "ended", code: scope.process.exitCode });
  },
});
scope.addEventListener("unhandledrejection", (/** @type {PromiseRejectionEvent} */ event) => {
  event.preventDefault();
  if (event.reason === LAST) told();
  else scope.callsheetFail(event.reason);
});
for (const [name, isError] of /** @type {[string, boolean][]} */ ([
  ["log", false],
  ["info", false],
  ["error", true],
  ["warn", true],
])) {
  scope.console[name] = (/** @type {unknown[]} */ ...values) =>
    print(`${values.map(written).join(" ")}\n`, isError);
}
