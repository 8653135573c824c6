// A request of a program and its answer, as they went.

import { verdictOf } from "../console/answer/verdict.js";
import { dataOf } from "../console/operation_data.js";
import { badge, make, operationRecord } from "../page/shared.js";
import { phrase } from "../phrase.js";

/** @import { Exchange, Field } from "./messages.js" */

/** The most bytes of a body that are shown. */
const MAX_SHOWN = 20_000;

/** @param {Exchange} exchange */
export function makeExchange({ request, answer, uid }) {
  const { method, target } = request;
  const said = make("span", { class: "callsheet-run-verdict" });
  const found = make("ul", { hidden: true });
  const outcome = answer.status ? String(answer.status) : phrase`no response`;
  const kind = answer.status ? (answer.status < 400 ? "good" : "neutral") : "bad";
  const status = make("span", { "data-outcome": kind }, outcome);
  if (uid && answer.status) showVerdict(uid, request, answer, { status, said, found });
  return make(
    "details",
    { class: "callsheet-run-exchange" },
    make("summary", {}, badge(method), " ", make("code", {}, target), " → ", status, " ", said),
    found,
    make("pre", { tabindex: "0" }, message(`${method} ${target}`, request.headers, request.body)),
    make("pre", { tabindex: "0" }, message(outcome, answer.headers, answer.body)),
  );
}

/**
 * Show the verdict of the contract on an answer, as soon as what the page promises is there.
 *
 * @param {string} uid
 * @param {Exchange["request"]} request
 * @param {Exchange["answer"]} answer
 * @param {{ status: HTMLElement, said: HTMLElement, found: HTMLElement }} shown
 */
async function showVerdict(uid, request, answer, { status, said, found }) {
  try {
    const page = document.querySelector(`[data-callsheet-uid="${CSS.escape(uid)}"]`);
    const data = dataOf((await operationRecord(page)).console);
    const mediaType = fieldOf(answer.headers, "content-type");
    const isAnonymous = !fieldOf(request.headers, "authorization");
    const response = { status: answer.status, mediaType, content: answer.body };
    const input = { faults: [], isChanged: true, isAnonymous };
    const verdict = verdictOf(data, response, input);
    said.textContent = verdict.said;
    // A refusal that the page promises is not a failure, and a success that it does not promise is one.
    for (const each of [status, said]) each.dataset.outcome = verdict.kind;
    found.hidden = !verdict.found.length;
    found.append(
      ...verdict.found.map(({ path, expected, got }) =>
        make("li", {}, `${path}: ${phrase`expected ${expected}, got ${got}`}`),
      ),
    );
  } catch {
    // A site may have no data of an operation, such as one of a page that it leaves out.
    said.textContent = "";
  }
}

/**
 * @param {Field[]} headers
 * @param {string} wanted In small letters.
 */
function fieldOf(headers, wanted) {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
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
    return phrase`(${body.length.toLocaleString(phrase`en`)} bytes)`;
  }
}
