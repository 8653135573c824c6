// The sandbox, which is loaded on first use: programs that run in the page, and its server.

import { ask } from "./client.js";
import { makeProgramView } from "./program_view.js";

/** @import { Field } from "./messages.js" */
/** @import { Program } from "./program_view.js" */

/** @type {WeakMap<HTMLElement, ReturnType<typeof makeProgramView>>} */
const views = new WeakMap();

/**
 * Run the program of a panel, whose view appears below it.
 *
 * @param {HTMLElement} panel
 * @param {() => Program} given
 */
async function runProgram(panel, given) {
  let view = views.get(panel);
  if (!view) {
    view = makeProgramView(given);
    views.set(panel, view);
    panel.append(view.section);
  }
  await view.run();
}

/**
 * Send a request to the server in the page.
 *
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answerInPage(request) {
  const { pathname, search, host } = new URL(request.url);
  /** @type {Field[]} */
  const headers = [["Host", host], ...request.headers];
  const body = new Uint8Array(await request.arrayBuffer());
  const order = { method: request.method, target: pathname + search, headers, body };
  const answer = await ask({ type: "fetch", ...order });
  if (!answer.status) throw new TypeError("The server closed the connection without a response.");
  const isEmpty = [204, 205, 304].includes(answer.status);
  return new Response(isEmpty ? null : answer.body, {
    status: answer.status,
    headers: answer.headers,
  });
}

window.callsheet.runProgram = runProgram;
window.callsheet.answerInPage = answerInPage;
