// The page's side of the sandbox: starts the worker on first use, and hands orders to it.

import { assetUrl } from "../page/shared.js";

/** @import { Message, Order } from "./messages.js" */

/**
 * Listens to what happens while an order is carried out, or the worker starts.
 *
 * @typedef {(message: Message) => void} Listener
 */

/** Raised where an order is given up because the reader stops it. */
export class StoppedError extends Error {}

/** @type {Worker | null} */
let worker = null;
let lastId = 0;
/** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void, listen: Listener }>} */
const waiting = new Map();

/** Return what keeps a sandbox from running here; empty where nothing does. */
export function obstacle() {
  if (location.protocol === "file:") {
    return "A page from a disk cannot start a worker. Serve the site, for instance with `python -m http.server`.";
  }
  if (!("WebAssembly" in window)) return "This browser has no WebAssembly.";
  if (!("Worker" in window) || !("DecompressionStream" in window)) {
    return "This browser is too old to run Python in a page.";
  }
  return "";
}

/** @param {Error} error */
function giveUp(error) {
  worker?.terminate();
  worker = null;
  for (const each of [...waiting.values()]) each.reject(error);
  waiting.clear();
}

/** @param {MessageEvent<Message>} event */
function receive({ data: message }) {
  if (message.type === "broken") {
    giveUp(new Error(message.text));
  } else if (!("id" in message) || message.id === null) {
    for (const each of waiting.values()) each.listen(message);
  } else {
    const order = waiting.get(message.id);
    if (message.type === "done" || message.type === "failed") waiting.delete(message.id);
    if (message.type === "done") order?.resolve(message);
    else if (message.type === "failed") {
      order?.reject(new Error(message.text));
      // Nothing that a program or a request does gets there, unless the interpreter has ended.
      giveUp(new StoppedError("Stopped."));
    } else order?.listen(message);
  }
}

function started() {
  if (worker) return worker;
  worker = new Worker(assetUrl("sandbox/worker.js"), { type: "module" });
  worker.addEventListener("message", receive);
  worker.addEventListener("error", (event) => {
    giveUp(new Error(event.message || "The worker of this page cannot be loaded."));
  });
  return worker;
}

/** Whether the worker was started, so that nothing more has to be loaded. */
export function isStarted() {
  return worker !== null;
}

/**
 * Hand an order to the worker.
 *
 * @param {Order extends infer Each ? Each extends Order ? Omit<Each, "id"> : never : never} order
 * @param {Listener} [listen]
 * @returns {Promise<any>} What `done` says.
 */
export function ask(order, listen = () => {}) {
  const problem = obstacle();
  if (problem) return Promise.reject(new Error(problem));
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, listen });
    started().postMessage({ ...order, id });
  });
}

/** Stop what is carried out, an endless loop as well: the next order starts a new worker. */
export function stop() {
  giveUp(new StoppedError("Stopped."));
}
