// The sandbox, which is loaded on first use: programs that run in the page, and its server.

import { watchPresses } from "../console/pressing.js";
import { phrase } from "../phrase.js";
import { ask, loadingText, startSandbox } from "./client.js";
import { makeProgramView } from "./program_view.js";
import { beginStep, endStep, stepsTo } from "./tutorial.js";

/** @import { Answer, Field, Message, Sent } from "./messages.js" */
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
 * @param {Request} request Its signal stops it.
 * @param {(text: string) => void} say Is told what is loaded before that.
 * @returns {Promise<{ response: Response, milliseconds: number }>} The answer, and how long it took
 *   once the server was there.
 */
async function answerInPage(request, say) {
  const { pathname, search, host } = new URL(request.url);
  /** @type {Field[]} */
  const headers = [["Host", host], ...request.headers];
  const body = new Uint8Array(await request.arrayBuffer());
  const order = { method: request.method, target: pathname + search, headers, body };
  const listen = (/** @type {Message} */ message) => {
    const loading = loadingText(message);
    if (loading) say(loading);
  };
  const answer = await ask({ type: "fetch", ...order }, listen, request.signal);
  if (!answer.status) throw new Error(phrase`The server closed the connection without a response.`);
  const isEmpty = [204, 205, 304].includes(answer.status);
  const response = new Response(isEmpty ? null : answer.body, {
    status: answer.status,
    statusText: answer.reason,
    headers: answer.headers,
  });
  return { response, milliseconds: answer.milliseconds };
}

// The editor changes its height when it loses the focus, which is to move no button that is pressed.
watchPresses();
window.callsheet.runProgram = runProgram;
window.callsheet.startSandbox = startSandbox;
window.callsheet.askInPage = askInPage;
window.callsheet.answerInPage = answerInPage;
