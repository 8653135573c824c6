// The page's side of the sandbox: starts the worker on first use, and hands orders to it.

import { assetUrl, siteUrl } from "../page/shared.js";
import { phrase } from "../phrase.js";

/** @import { Message, Order } from "./messages.js" */

/**
 * Listens to what happens while an order is carried out, or the worker starts.
 *
 * @typedef {(message: Message) => void} Listener
 */

/** Raised where an order is given up because the reader stops it. */
export class StoppedError extends Error {}

/** Raised where a program, or a fault, has ended the interpreter. */
export class EndedError extends Error {}

/**
 * An order that is carried out, or waits for its turn.
 *
 * @typedef {object} Task
 * @property {Order} order
 * @property {(value: any) => void} resolve
 * @property {(error: Error) => void} reject
 * @property {Listener} listen
 * @property {string} name The collection of the page.
 */

/** @typedef {[folder: string, name: string, base: string]} Collection */

/** @type {Collection[]} */
let collections = [];
/** @type {Worker | null} */
let worker = null;
/** The name of the collection whose server the worker has; empty for pages in none. */
let serves = "";
/** How many workers there were: what an earlier one knew, the next one does not. */
let workers = 0;
let lastId = 0;
/** @type {Task[]} Only the first was handed to the worker, so that each can be stopped alone. */
const tasks = [];

/** @param {Collection[]} all The collections of the site, of which each has a server. */
export function startSandbox(all) {
  collections = all;
}

/**
 * Return the collection that the page is in.
 *
 * @returns {Collection}
 */
export function ownCollection() {
  const found = collections.find(([folder]) => location.href.startsWith(siteUrl(folder)));
  return found ?? ["", "", ""];
}

/** Return what keeps a sandbox from running here; empty where nothing does. */
export function obstacle() {
  if (location.protocol === "file:") {
    return phrase`Browsers run no programs in pages from a disk. Reading, searching and copying work; programs run once the site is served, for instance with python -m http.server.`;
  }
  if (!("WebAssembly" in window)) return phrase`This browser has no WebAssembly.`;
  if (!("Worker" in window) || !("DecompressionStream" in window)) {
    return phrase`This browser is too old to run Python in a page.`;
  }
  return "";
}

/**
 * End the worker, and what it carries out; the next order begins a new one.
 *
 * @param {Error} error Why.
 */
function endWorker(error) {
  worker?.terminate();
  worker = null;
  tasks.shift()?.reject(error);
  handOver();
}

/** @param {Error} error */
function giveUp(error) {
  for (const each of tasks.splice(1)) each.reject(error);
  endWorker(error);
}

/** Hand the first order to the worker. */
function handOver() {
  if (tasks.length) started(tasks[0].name).postMessage(tasks[0].order);
}

/** @param {MessageEvent<Message>} event */
function receive({ data: message }) {
  if (message.type === "broken") {
    giveUp(new Error(message.text));
  } else if (!("id" in message) || message.id === null) {
    for (const each of tasks) each.listen(message);
  } else if (message.id === tasks[0]?.order.id) {
    if (message.type === "done") {
      tasks.shift()?.resolve(message);
      handOver();
    } else if (message.type === "failed") {
      // Nothing that a program or a request does gets there, unless the interpreter has ended.
      endWorker(new EndedError(message.text));
    } else tasks[0].listen(message);
  }
}

/** @param {string} name A collection; the worker of an earlier page may serve another one. */
function started(name) {
  if (worker && serves === name) return worker;
  worker?.terminate();
  workers += 1;
  serves = name;
  worker = new Worker(assetUrl("sandbox/worker.js"), { type: "module", name });
  worker.addEventListener("message", receive);
  worker.addEventListener("error", (event) => {
    giveUp(new Error(event.message || phrase`The worker of this page cannot be loaded.`));
  });
  return worker;
}

/** Whether the worker was started, so that nothing more has to be loaded. */
export function isStarted() {
  return worker !== null && serves === ownCollection()[1];
}

/** Which worker there is; another number each time that one begins, 0 where none has. */
export function workerNumber() {
  return isStarted() ? workers : 0;
}

/** @param {number} bytes */
function inMegabytes(bytes) {
  return (bytes / 1_000_000).toFixed(1);
}

/**
 * Return what to say while Python and the server load; empty for messages of anything else.
 *
 * @param {Message} message
 */
export function loadingText(message) {
  if (message.type === "step") return `${message.text} …`;
  if (message.type !== "progress" || message.loaded >= message.all) return "";
  return phrase`Loading ${inMegabytes(message.loaded)} of ${inMegabytes(message.all)} MB …`;
}

/**
 * Hand an order to the worker.
 *
 * @param {Order extends infer Each ? Each extends Order ? Omit<Each, "id"> : never : never} order
 * @param {Listener} [listen]
 * @param {AbortSignal} [signal] Stops it: an order that waits is taken back, one that is carried
 *   out ends the worker, even in an endless loop.
 * @returns {Promise<any>} What `done` says.
 */
export function ask(order, listen = () => {}, signal = undefined) {
  const problem = obstacle();
  if (problem) return Promise.reject(new Error(problem));
  if (signal?.aborted) return Promise.reject(new StoppedError(phrase`Stopped.`));
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const [, name] = ownCollection();
    const task = { order: /** @type {Order} */ ({ ...order, id }), resolve, reject, listen, name };
    tasks.push(task);
    if (tasks.length === 1) handOver();
    signal?.addEventListener("abort", () => {
      const place = tasks.indexOf(task);
      if (place === 0) endWorker(new StoppedError(phrase`Stopped.`));
      else if (place > 0) tasks.splice(place, 1)[0].reject(new StoppedError(phrase`Stopped.`));
    });
  });
}
