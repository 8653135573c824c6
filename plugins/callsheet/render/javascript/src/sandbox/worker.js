// The worker of the sandbox: one interpreter, with the reference server and the programs that ask
// it. All addresses are relative to this file.

import { phrase } from "../phrase.js";
import { openDatabase, storedMemory, storedState, storeMemory, storeState } from "./database.js";
import { MAX_OUTPUT } from "./messages.js";

/** @import { Manifest, Message, Order } from "./messages.js" */

/** The folder of what differs by collection: a worker has the name of its own. */
const HERE = new URL(self.name ? `collections/${self.name}/` : ".", self.location.href).href;
/** How many bytes a memory grows by at least. */
const PIECE = 1024 * 1024;
/** The first bytes of what is compressed (RFC 1952, 2.3.1). */
const GZIP = [0x1f, 0x8b];
/** A module without anything (WebAssembly Core, 5.5.16). */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {number | null} The order that is carried out. */
let current = null;
let written = 0;

/** @param {Message} message */
function post(message) {
  self.postMessage(message);
}

/** @type {Record<string, [loaded: number, all: number]>} */
const progress = {};

/**
 * Load a file of the sandbox. Where that fails, the page is told at once: Pyodide would wait for ever
 * for a file of its own.
 *
 * @param {string} name
 */
async function loaded(name) {
  const response = await fetch(new URL(name, HERE)).catch(() => null);
  if (response?.ok) return response;
  const why = response ? phrase`status ${response.status}` : phrase`the site does not answer`;
  throw broken(name, phrase`cannot be loaded: ${why}`);
}

/**
 * Tell the page that a file is of no use; return the error.
 *
 * @param {string} name
 * @param {string} why
 */
function broken(name, why) {
  const text = phrase`The file sandbox/${name} of this site ${why}.`;
  post({ type: "broken", text });
  return new Error(text);
}

/**
 * Load a file that is compressed with gzip, whether the server says so, and the browser has
 * decompressed it, or not.
 *
 * @param {string} name
 * @param {number} size How large it is, compressed.
 * @param {string} type The media type of its content.
 */
async function unpacked(name, size, type = "application/octet-stream") {
  progress[name] = [0, size];
  const response = await loaded(name);
  if (!response.body) throw broken(name, phrase`is empty`);
  const reader = response.body.getReader();
  /** @param {Uint8Array} chunk */
  const count = (chunk) => {
    progress[name][0] += chunk.length;
    const sums = Object.values(progress).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    post({ type: "progress", loaded: Math.min(...sums), all: sums[1] });
  };
  const cut = () => broken(name, phrase`is not complete: load the page again`);
  const first = await reader.read().catch(() => null);
  const begin = first?.value;
  if (!begin) throw cut();
  const isPacked = begin[0] === GZIP[0] && begin[1] === GZIP[1];
  let content = new ReadableStream({
    start(controller) {
      controller.enqueue(begin);
      count(begin);
    },
    async pull(controller) {
      const next = await reader.read().catch(() => null);
      // The connection may have ended before the file did.
      if (!next || (next.done && isPacked && progress[name][0] !== size)) controller.error(cut());
      else if (next.done) controller.close();
      else {
        count(next.value);
        controller.enqueue(next.value);
      }
    },
  });
  if (isPacked) content = content.pipeThrough(new DecompressionStream("gzip"));
  return new Response(content, { headers: { "Content-Type": type } });
}

/**
 * @param {string} name
 * @param {number} size
 */
async function bytesOf(name, size) {
  return new Uint8Array(await (await unpacked(name, size)).arrayBuffer());
}

/**
 * Return a file of the model, compressed, for Python, which waits for it: what a program asks for
 * is known when it asks.
 *
 * @param {string} name
 */
function modelFile(name) {
  const path = `model/${name}.gz`;
  const request = new XMLHttpRequest();
  request.open("GET", new URL(path, HERE), false);
  request.responseType = "arraybuffer";
  try {
    request.send();
  } catch {
    throw broken(path, phrase`cannot be loaded: ${phrase`the site does not answer`}`);
  }
  const { status, response } = request;
  if (status !== 200) throw broken(path, phrase`cannot be loaded: ${phrase`status ${status}`}`);
  return new Uint8Array(response);
}

/**
 * Tell the page that only a part of a file of the model has arrived.
 *
 * @param {string} name
 */
function cutModelFile(name) {
  broken(`model/${name}.gz`, phrase`is not complete: load the page again`);
}
Object.assign(self, { cutModelFile, modelFile });

/**
 * Let Pyodide have the files that are compressed here under the names that it knows.
 *
 * @param {Manifest} manifest
 */
function serveRuntime(manifest) {
  const original = self.fetch.bind(self);
  self.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const name = address.slice(new URL(manifest.runtime, HERE).href.length);
    const size = address.endsWith(name) ? manifest.packed[name] : undefined;
    if (size === undefined) return original(input, init);
    const type = name.endsWith(".wasm") ? "application/wasm" : undefined;
    return unpacked(`${manifest.runtime}${name}.gz`, size, type);
  };
}

/**
 * Begin an interpreter.
 *
 * @param {string} folder The address of the runtime.
 * @param {Uint8Array | null} memory The memory of an earlier one, with which it goes on.
 */
async function interpreter(folder, memory) {
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  if (!memory) {
    // An interpreter whose memory is to be stored sees the scope through a proxy, for which the
    // browser's own property raises; urllib3 looks at it.
    const value = self.crossOriginIsolated;
    Object.defineProperty(self, "crossOriginIsolated", { value, configurable: true });
    return loadPyodide({ indexURL: folder, _makeSnapshot: true });
  }
  const { default: makeModule } = await import(`${folder}pyodide.asm.mjs`);
  return loadPyodide({
    indexURL: folder,
    _loadSnapshot: memory,
    /** @param {unknown} settings */
    async createPyodideModule(settings) {
      const module = await makeModule(settings);
      // There has to be room for that memory, which overwrites what notes this.
      while (module.HEAPU8.length < memory.length) module._malloc(PIECE);
      return module;
    },
  });
}

/**
 * Begin an interpreter with the server in it.
 *
 * @param {Manifest} manifest
 * @param {IDBDatabase | null} base
 * @param {Uint8Array | null} memory That of an earlier one, in which the server is already.
 */
async function prepare({ runtime, files, kept, packs, build, base: path = "" }, base, memory) {
  const asked = files.filter(({ name }) => !memory || !name.startsWith("model/"));
  const wanted = [...asked, ...kept];
  const contents = Promise.all(wanted.map(({ name, size }) => bytesOf(name, size)));
  // Whoever waits for it is told; until then, it is nobody's fault.
  contents.catch(() => {});
  const python = await interpreter(new URL(runtime, HERE).href, memory);
  for (const stream of ["Stdout", "Stderr"]) {
    const decoder = new TextDecoder();
    python[`set${stream}`]({
      /** @param {Uint8Array} part */
      write(part) {
        const text = decoder.decode(part, { stream: true });
        const shown = text.slice(0, Math.max(0, MAX_OUTPUT - written));
        written += text.length;
        if (shown) post({ type: "output", id: current, isError: stream === "Stderr", text: shown });
        return part.length;
      },
    });
  }
  // `input()` ends with EOFError.
  python.setStdin({ stdin: () => null });
  post({ type: "step", text: phrase`Starting the server` });
  python.FS.mkdir("/model");
  for (const [index, content] of (await contents).entries())
    python.FS.writeFile(`/${wanted[index].name.replace(/^(\.\.\/)+|\.gz$/g, "")}`, content);
  /** @type {Uint8Array | null} */
  let fresh = null;
  if (memory) {
    // Else the numbers of each visit would be the same.
    python.runPython("import random; random.seed()");
  } else {
    python.runPython("import sys; sys.path.insert(0, '/python.zip')");
    const { Sandbox } = python.pyimport("callsheet.sandbox.inside.main");
    python.globals.set("_sandbox", Sandbox("/model", python.toPy(packs), self.name, path));
    // Before anything of this page is in it.
    fresh = python.makeMemorySnapshot();
  }
  const sandbox = python.globals.get("_sandbox");
  sandbox.listen((/** @type {any} */ proxy) => {
    post({ type: "exchange", id: current, exchange: plain(proxy, false) });
  });
  const stored = await storedState(base);
  if (stored) sandbox.restore(python.toPy(stored));
  return { python, sandbox, base, build, fresh };
}

async function begin() {
  try {
    new WebAssembly.Module(EMPTY_MODULE);
  } catch {
    // Pyodide would wait for ever.
    throw new Error(
      phrase`This browser, or the Content-Security-Policy of this site, does not let WebAssembly run ('wasm-unsafe-eval').`,
    );
  }
  /** @type {Manifest} */
  const manifest = await (await loaded("manifest.json")).json();
  post({ type: "step", text: phrase`Loading Python` });
  serveRuntime(manifest);
  const base = await openDatabase(new URL(HERE).pathname);
  const memory = await storedMemory(base, manifest.build);
  try {
    return await prepare(manifest, base, memory);
  } catch (error) {
    if (!memory) throw error;
    // A browser of another version may not be able to go on with it.
    await storeMemory(base, "", null);
    return prepare(manifest, base, null);
  }
}

/**
 * Convert a value of Python to one of JavaScript.
 *
 * @param {any} proxy
 * @param {boolean} isOurs Whether nobody else needs the proxy.
 */
function plain(proxy, isOurs = true) {
  if (typeof proxy !== "object" || proxy === null || !("toJs" in proxy)) return proxy;
  const value = proxy.toJs({ dict_converter: Object.fromEntries });
  if (isOurs) proxy.destroy();
  return value;
}

/** @typedef {Awaited<ReturnType<typeof begin>>} Ready */

/**
 * Call a function of Python, which may wait for the browser where that can be done.
 *
 * @param {any} callable
 * @param {...unknown} given
 */
async function call(callable, ...given) {
  const waits = "Suspending" in WebAssembly;
  return plain(await (waits ? callable.callPromising(...given) : callable(...given)));
}

/** @param {Ready} ready */
async function save({ sandbox, base }) {
  try {
    await storeState(base, plain(sandbox.dump()));
  } catch {
    post({ type: "unsaved" });
  }
}

/**
 * Store the memory of the interpreter as it was before the first order, once that is carried out.
 *
 * @param {Ready} ready
 */
async function keepMemory(ready) {
  const { base, build, fresh } = ready;
  ready.fresh = null;
  if (fresh) await storeMemory(base, build, fresh);
}

/** @type {{ [Type in Order["type"]]: (ready: Ready, order: any) => Promise<object> }} */
const carryOut = {
  async run(ready, { name, source, files, settings, tutorial, step }) {
    const { python, sandbox } = ready;
    written = 0;
    const [code, made] = await call(
      sandbox.run,
      ...[name, source, python.toPy(files), python.toPy(settings), tutorial, step],
    );
    if (written > MAX_OUTPUT) post({ type: "cut", id: current, characters: written - MAX_OUTPUT });
    await save(ready);
    return { code, files: made };
  },
  async fetch(ready, { method, target, headers, body, base = "" }) {
    const { python, sandbox } = ready;
    const content = python.toPy(body).tobytes();
    const [status, fields, answer, reason, uid] = await call(
      sandbox.answer,
      ...[method, target, python.toPy(headers), content, base],
    );
    if (method !== "GET" && method !== "HEAD") await save(ready);
    return { status, reason, headers: fields, body: answer, uid };
  },
  async startOver(ready) {
    ready.sandbox.start_over();
    await save(ready);
    return {};
  },
};

const ready = begin();
ready.then(
  () => post({ type: "ready" }),
  (error) => post({ type: "broken", text: String(error?.message ?? error) }),
);

/** @type {Promise<unknown>} Orders take turns. */
let turn = ready.catch(() => {});

self.onmessage = ({ data: order }) => {
  turn = turn.then(async () => {
    current = order.id;
    const begun = performance.now();
    try {
      const result = await carryOut[/** @type {Order} */ (order).type](await ready, order);
      post({ type: "done", id: order.id, milliseconds: performance.now() - begun, ...result });
      await keepMemory(await ready);
    } catch (error) {
      post({
        type: "failed",
        id: order.id,
        text: String(/** @type {any} */ (error)?.message ?? error),
      });
    }
  });
};
