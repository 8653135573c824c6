// The sandbox, which is loaded on first use: programs that run in the page, and its server.

import { watchPresses } from "../console/pressing.js";
import { phrase } from "../phrase.js";
import { ask, startSandbox } from "./client.js";
import { makeProgramView } from "./program_view.js";
import { beginStep, endStep, stepsTo } from "./tutorial.js";

/** @import { Answer, Field, Sent } from "./messages.js" */
/** @import { Program } from "./program_view.js" */

/** @type {WeakMap<HTMLElement, ReturnType<typeof makeProgramView>>} */
const views = new WeakMap();

/**
 * Run the program of a panel, whose view appears below it; before it, those that it continues.
 *
 * @param {HTMLElement} panel
 * @param {(panel: HTMLElement) => Program} programOf
 */
async function runProgram(panel, programOf) {
  for (const each of stepsTo(panel)) {
    beginStep(each);
    if (!(await viewOf(each, programOf).run())) {
      if (each !== panel)
        viewOf(panel, programOf).say(phrase`A program before it has not succeeded.`);
      break;
    }
    endStep(each);
  }
}

/**
 * @param {HTMLElement} panel
 * @param {(panel: HTMLElement) => Program} programOf
 */
function viewOf(panel, programOf) {
  let view = views.get(panel);
  if (!view) {
    view = makeProgramView(
      () => programOf(panel),
      () => runProgram(panel, programOf),
    );
    views.set(panel, view);
    panel.append(view.section);
  }
  return view;
}

/**
 * Send a request to the server in the page, with exactly these fields.
 *
 * @param {Sent} request
 * @returns {Promise<Answer>}
 */
function askInPage(request) {
  return ask({ type: "fetch", ...request });
}

/**
 * Send a request of a browser to the server in the page.
 *
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function answerInPage(request) {
  const { pathname, search, host } = new URL(request.url);
  /** @type {Field[]} */
  const headers = [["Host", host], ...request.headers];
  const body = new Uint8Array(await request.arrayBuffer());
  const target = pathname + search;
  const answer = await askInPage({ method: request.method, target, headers, body });
  if (!answer.status) throw new TypeError("The server closed the connection without a response.");
  const isEmpty = [204, 205, 304].includes(answer.status);
  return new Response(isEmpty ? null : answer.body, {
    status: answer.status,
    statusText: answer.reason,
    headers: answer.headers,
  });
}

// The editor changes its height when it loses the focus, which is to move no button that is pressed.
watchPresses();
window.callsheet.runProgram = runProgram;
window.callsheet.startSandbox = startSandbox;
window.callsheet.askInPage = askInPage;
window.callsheet.answerInPage = answerInPage;
