// The console of an operation: its fields, its buttons, and its messages.

import { make } from "../page/shared.js";
import { answerView, forgetObjectUrls } from "./answer.js";
import { layOut } from "./console_layout.js";
import { entryOf, past } from "./history.js";
import { historyView } from "./history_view.js";
import { makeProgram } from "./program_view.js";
import {
  faultsOf,
  fillForm,
  makeForm,
  refillForm,
  requestOf,
  shareValues,
} from "./request_form.js";
import { explain, send } from "./sending.js";

/** @import { Parts } from "./console_layout.js" */
/** @import { Entry } from "./history.js" */
/** @import { OperationData } from "./operation_data.js" */
/** @import { Request } from "./request.js" */
/** @import { Form } from "./request_form.js" */
/** @import { Settings } from "./servers.js" */

/**
 * @typedef {object} Console
 * @property {string} uid
 * @property {HTMLButtonElement} button The one that opens and closes it.
 * @property {Form} form
 * @property {Parts} parts
 * @property {ReturnType<typeof makeProgram>} program
 * @property {AbortController | null} abort Cancels the request that is under way.
 */

/**
 * Make the console of an operation.
 *
 * @param {string} uid
 * @param {OperationData} data
 * @param {HTMLButtonElement} button
 * @param {Settings} settings
 * @returns {Promise<Console>}
 */
export async function makeConsole(uid, data, button, settings) {
  // A closed program is not written, so fields may change before all of them exist.
  const program = makeProgram(() => form);
  const form = await makeForm(data, settings, program.refresh);
  const parts = layOut(form, program.element);
  /** @type {Console} */
  const view = { uid, button, form, parts, program, abort: null };
  button.setAttribute("aria-controls", parts.section.id);
  parts.form.addEventListener("submit", (event) => submit(event, view));
  parts.cancelButton.addEventListener("click", () => view.abort?.abort());
  parts.closeButton.addEventListener("click", () => hide(view));
  parts.section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") view.abort?.abort();
  });
  showHistory(view);
  fillForm(form);
  program.refresh();
  return view;
}

/**
 * @param {SubmitEvent} event
 * @param {Console} view
 */
async function submit(event, view) {
  event.preventDefault();
  if (view.abort) return;
  const { uid, form, parts } = view;
  const faults = faultsOf(form);
  if (faults.length) {
    showFaults(parts, faults);
    return;
  }
  shareValues(form);
  const abort = new AbortController();
  view.abort = abort;
  forgetObjectUrls();
  parts.answer.replaceChildren();
  say(parts, "Sending …");
  parts.sendButton.setAttribute("aria-disabled", "true");
  parts.cancelButton.hidden = false;
  const request = requestOf(form);
  const status = await exchange(view, request, abort.signal);
  view.abort = null;
  parts.sendButton.removeAttribute("aria-disabled");
  if (document.activeElement === parts.cancelButton) parts.sendButton.focus();
  parts.cancelButton.hidden = true;
  past.add(entryOf(uid, [...form.parameters.keys()], form.body, request, status));
  showHistory(view);
}

/**
 * Announce what happens; politely where it can be seen anyway.
 *
 * @param {Parts} parts
 * @param {string} text
 * @param {boolean} [quietly]
 */
function say({ status }, text, quietly = false) {
  status.textContent = text;
  status.classList.toggle("callsheet-say--quiet", quietly);
}

/**
 * @param {Parts} parts
 * @param {string[]} faults
 */
function showFaults(parts, faults) {
  parts.answer.replaceChildren();
  say(
    parts,
    `Not sent: ${faults.length === 1 ? faults[0] : `${faults.length} entries need a change.`}`,
  );
  const control = /** @type {HTMLElement | null} */ (
    parts.section.querySelector('[aria-invalid="true"]')
  );
  const details = control?.closest("details");
  if (details) details.open = true;
  control?.focus();
}

/**
 * Send the request and show the response; return the status, 0 without one.
 *
 * @param {Console} view
 * @param {Request} request
 * @param {AbortSignal} signal
 */
async function exchange({ form, parts }, request, signal) {
  let forbidden = false;
  const onViolation = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    forbidden ||= event.effectiveDirective === "connect-src";
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  try {
    const { response, content, milliseconds } = await send(request, signal);
    if (response.type === "opaqueredirect") {
      const what =
        "The server answers with a redirect, which is not followed: credentials stay with" +
        " the server that they are for.";
      showTrouble(parts, what, ["Is the address of the server right?"]);
      return 0;
    }
    showAnswer(form.data, parts, response, content, milliseconds);
    return response.status;
  } catch {
    if (signal.aborted) say(parts, "Cancelled. The server may have carried it out.");
    else {
      // The browser reports a violation of a policy a moment after it has refused.
      await new Promise((resolve) => {
        setTimeout(resolve, 50);
      });
      showTrouble(parts, ...(await explain(request.base, signal, forbidden)));
    }
    return 0;
  } finally {
    document.removeEventListener("securitypolicyviolation", onViolation);
  }
}

/**
 * @param {Parts} parts
 * @param {string} what
 * @param {(Node | string)[]} advice
 */
function showTrouble(parts, what, advice) {
  say(parts, `No answer to read. ${what}`);
  parts.answer.replaceChildren(
    make("p", { class: "callsheet-verdict callsheet-verdict--bad" }, ...advice),
  );
}

/**
 * @param {OperationData} data
 * @param {Parts} parts
 * @param {Response} response
 * @param {Uint8Array<ArrayBuffer>} content
 * @param {number} milliseconds
 */
function showAnswer(data, parts, response, content, milliseconds) {
  const { status, statusText: reason } = response;
  const mediaType = response.headers.get("Content-Type") ?? "";
  const headers = [...response.headers];
  const answer = { status, reason, content, milliseconds, headers, mediaType };
  const { view, found } = answerView(data, answer);
  const verdict = found.length
    ? `${found.length} ${found.length === 1 ? "difference" : "differences"} from the page`
    : "as documented";
  say(parts, `Answer: ${status} ${reason}, ${verdict}.`, true);
  parts.answer.replaceChildren(...view);
}

/** @param {Console} view */
export function showHistory(view) {
  const { uid, parts } = view;
  const isOpen = parts.history.querySelector("details")?.open ?? false;
  const clear = () => {
    past.clear();
    showHistory(view);
    say(parts, "The history is cleared.", true);
    parts.title.focus();
  };
  const list = historyView(uid, (entry) => repeat(view, entry), clear);
  list.open = isOpen;
  parts.history.replaceChildren(list);
}

/**
 * Fill the fields from the history, and send.
 *
 * @param {Console} view
 * @param {Entry} entry
 */
function repeat({ abort, form, parts, program }, entry) {
  if (abort) return;
  refillForm(form, entry);
  program.refresh();
  parts.form.requestSubmit();
}

/** @param {Console} view */
export function hide({ parts, button }) {
  parts.section.hidden = true;
  button.setAttribute("aria-expanded", "false");
  button.focus();
}
