// What the page and the worker of the sandbox tell each other.

/** @typedef {[name: string, value: string]} Field */

/**
 * What the build wrote about the sandbox.
 *
 * @typedef {object} Manifest
 * @property {string} runtime The folder of Pyodide's files, relative to the worker, or its address.
 * @property {Record<string, number>} packed Its files that are compressed, and their sizes.
 * @property {{ name: string, size: number }[]} files What else is loaded at first, all of it
 *   compressed.
 * @property {{ name: string, size: number }[]} kept What is loaded as well so that programs run
 *   without a network, where readers can install the site.
 * @property {string} build What is the same where all of it is.
 * @property {string[]} packs The packs and modules of the site's configuration.
 * @property {string} [base] The path before the routes of a collection, where programs ask for them.
 */

/** @typedef {{ method: string, target: string, headers: Field[], body: Uint8Array<ArrayBuffer> }} Sent */

/**
 * A request of a program, and its answer. A status of 0 is a dropped connection.
 *
 * @typedef {object} Exchange
 * @property {Sent} request
 * @property {Answer} answer
 * @property {string} uid The operation that was called; empty where there is none.
 */

/** @typedef {{ status: number, reason?: string, headers: Field[], body: Uint8Array<ArrayBuffer> }} Answer */

/**
 * What the page asks for.
 *
 * @typedef {{ id: number } & (
 *   | { type: "run", name: string, source: string, files: Record<string, Uint8Array>, settings: Record<string, string>, tutorial: string, step: number }
 *   | { type: "fetch", method: string, target: string, headers: Field[], body: Uint8Array, base?: string }
 *   | { type: "startOver" }
 * )} Order
 */

/**
 * What the worker says. Of those with an id, `done` and `failed` come last.
 *
 * @typedef {(
 *   | { type: "progress", loaded: number, all: number }
 *   | { type: "step", text: string }
 *   | { type: "ready" }
 *   | { type: "broken", text: string }
 *   | { type: "unsaved" }
 *   | { type: "output", id: number | null, isError: boolean, text: string }
 *   | { type: "cut", id: number | null, characters: number }
 *   | { type: "exchange", id: number | null, exchange: Exchange }
 *   | { type: "done", id: number, milliseconds: number } & Record<string, unknown>
 *   | { type: "failed", id: number, text: string }
 * )} Message
 */

/** The most characters of a program's output that are shown; what is beyond is counted. */
export const MAX_OUTPUT = 1_000_000;
