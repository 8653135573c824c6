// A request of a program and its answer, as they went.

import { badge, make } from "../page/shared.js";

/** @import { Exchange, Field } from "./messages.js" */

/** The most bytes of a body that are shown. */
const MAX_SHOWN = 20_000;

/** @param {Exchange} exchange */
export function makeExchange({ request, answer }) {
  const { method, target } = request;
  const outcome = answer.status ? String(answer.status) : "no response";
  const isGood = answer.status > 0 && answer.status < 400;
  return make(
    "details",
    { class: "callsheet-run-exchange" },
    make(
      "summary",
      {},
      badge(method),
      " ",
      make("code", {}, target),
      " → ",
      make("span", { "data-outcome": isGood ? "good" : "bad" }, outcome),
    ),
    make("pre", { tabindex: "0" }, message(`${method} ${target}`, request.headers, request.body)),
    make("pre", { tabindex: "0" }, message(outcome, answer.headers, answer.body)),
  );
}

/**
 * Write a message as text.
 *
 * @param {string} first
 * @param {Field[]} headers
 * @param {Uint8Array} body
 */
export function message(first, headers, body) {
  const lines = headers.map(([name, value]) => `${name}: ${hidden(name, value)}`);
  return [first, ...lines, "", textOf(body)].join("\n").trimEnd();
}

/** @param {string} name @param {string} value */
function hidden(name, value) {
  return /^(authorization|cookie)$/i.test(name) ? `${value.split(" ")[0]} ••••••` : value;
}

/** @param {Uint8Array} body */
function textOf(body) {
  const part = body.subarray(0, MAX_SHOWN);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(part, {
      stream: part.length < body.length,
    });
    return part.length < body.length ? `${text}\n…` : text;
  } catch {
    return `(${body.length.toLocaleString("en")} bytes)`;
  }
}
