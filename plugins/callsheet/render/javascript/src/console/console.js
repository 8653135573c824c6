// The console of an operation: its fields, its buttons, and its messages.

import { make, values } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { answerView, forgetObjectUrls } from "./answer/answer.js";
import { verdictOf } from "./answer/verdict.js";
import { layOut } from "./console_layout.js";
import { inputOf, restoreState, stateOf } from "./form/form_state.js";
import {
  faultsOf,
  fillForm,
  isSendable,
  makeForm,
  requestOf,
  shareValues,
} from "./form/request_form.js";
import { isInPage } from "./form/servers.js";
import { drafts, entryOf, past } from "./history.js";
import { historyView } from "./history_view.js";
import { makeProgram } from "./programs/program_view.js";
import { isSecret } from "./secrets.js";
import { explain, send } from "./sending.js";

/** @import { Parts } from "./console_layout.js" */
/** @import { Entry } from "./history.js" */
/** @import { OperationData } from "./operation_data.js" */
/** @import { Request } from "./request.js" */
/** @import { Form } from "./form/request_form.js" */
/** @import { Settings } from "./form/servers.js" */
/** @import { Input } from "./answer/verdict.js" */

/** What stays in view above the answer, in pixels: the header, and the bar of the console. */
const BAR = 110;

/**
 * @typedef {object} Console
 * @property {string} uid
 * @property {HTMLButtonElement} button The one that opens and closes it.
 * @property {Form} form
 * @property {Parts} parts
 * @property {ReturnType<typeof makeProgram>} program
 * @property {string} example The input with the values of the example.
 * @property {string} sign The way to sign in to begin with.
 * @property {string} refused The input that was not sent, as it has faults.
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
  const program = makeProgram(() => form);
  /** @type {Console | undefined} */
  let view;
  const form = await makeForm(data, settings, () => {
    program.refresh();
    if (view) keepDraft(view);
  });
  const parts = layOut(form, program);
  fillForm(form, {});
  const example = inputOf(stateOf(form));
  const sign = form.signing.choice();
  fillForm(form, values.get());
  button.setAttribute("aria-controls", parts.section.id);
  const made = { uid, button, form, parts, program, example, sign, refused: "", abort: null };
  listen(made);
  showHistory(made);
  restoreDraft(made);
  program.refresh();
  view = made;
  return made;
}

/** @param {Console} view */
function listen(view) {
  const { form, parts } = view;
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(view);
  });
  parts.anywayButton.addEventListener("click", () => sendNow(view, faultsOf(form)));
  parts.resetButton.addEventListener("click", () => reset(view));
  parts.cancelButton.addEventListener("click", () => view.abort?.abort());
  parts.closeButton.addEventListener("click", () => hide(view));
  parts.section.addEventListener("keydown", (event) => {
    if (event.key === "Escape") view.abort?.abort();
  });
  // From wherever the focus is, and before the editor, which would begin a new line.
  parts.section.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      parts.form.requestSubmit();
    },
    { capture: true },
  );
}

/**
 * Keep what is in the fields for when the reader comes back, unless it is the example.
 *
 * @param {Console} view
 */
function keepDraft({ uid, form, parts, example, refused }) {
  const state = stateOf(form);
  const text = inputOf(state);
  drafts.set(uid, text === example ? null : state);
  parts.resetButton.hidden = text === example;
  // Keys that only move the focus are not changes.
  if (text !== refused) parts.anywayButton.hidden = true;
}

/**
 * Put back what the reader had typed when leaving.
 *
 * @param {Console} view
 */
function restoreDraft({ uid, form, parts }) {
  const draft = drafts.get(uid);
  if (!draft) return;
  // Server and credentials are those of all pages, unless the reader wanted none.
  const sign = draft.credentials ? form.signing.choice() : draft.sign;
  const { base, workspace } = stateOf(form);
  const credentials = /^(example|none)$/.test(sign) ? "" : (values.get().mark ?? "");
  const here = { base, workspace, sign, credentials };
  const lacks = restoreState(form, { ...draft, ...here });
  parts.resetButton.hidden = false;
  say(
    parts,
    lacks.length
      ? phrase`Your last input is back, without ${listed(lacks)}.`
      : phrase`Your last input is back.`,
  );
}

/** @param {Console} view */
function reset(view) {
  const { uid, form, parts, program } = view;
  fillForm(form, values.get());
  form.signing.choose(view.sign);
  drafts.set(uid, null);
  parts.resetButton.hidden = true;
  parts.anywayButton.hidden = true;
  program.refresh();
  say(parts, phrase`The fields are those of the example.`);
  parts.sendButton.focus();
}

/** @param {string[]} names */
function listed(names) {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? phrase`${names.slice(0, -1).join(", ")} and ${last}` : last;
}

/** @param {Console} view */
function submit(view) {
  if (view.abort) return;
  const faults = faultsOf(view.form);
  if (faults.length) showFaults(view, faults);
  else sendNow(view, []);
}

/**
 * Send what is in the fields.
 *
 * @param {Console} view
 * @param {string[]} faults What the page does not allow in it.
 */
async function sendNow(view, faults) {
  const { uid, form, parts } = view;
  if (view.abort) return;
  parts.anywayButton.hidden = true;
  const state = stateOf(form);
  const isChanged = inputOf(state) !== view.example || form.signing.isOwn();
  const abort = new AbortController();
  view.abort = abort;
  forgetObjectUrls();
  parts.answer.replaceChildren();
  say(parts, phrase`Sending …`);
  parts.sendButton.setAttribute("aria-disabled", "true");
  parts.cancelButton.hidden = false;
  const request = requestOf(form);
  const isKeyed = [...request.headers, ...request.query].some(([name]) => isSecret(name));
  const isAnonymous = !form.signing.field() && !isKeyed;
  const input = { faults, isChanged, isAnonymous };
  const status = await exchange(view, request, abort.signal, input);
  view.abort = null;
  parts.sendButton.removeAttribute("aria-disabled");
  if (document.activeElement === parts.cancelButton) parts.sendButton.focus();
  parts.cancelButton.hidden = true;
  past.add(entryOf(uid, state, request, status));
  showHistory(view);
  if (status && !faults.length) showShared(view);
  // On a phone, the answer stands below the whole form; beside a long one, it may be above.
  const shown = status ? parts.answer : parts.status;
  const { top } = shown.getBoundingClientRect();
  if (!abort.signal.aborted && (top < BAR || top > innerHeight * 0.75)) {
    shown.scrollIntoView({ block: "start" });
  }
}

/**
 * Let the samples of this page have what was sent, and say so.
 *
 * @param {Console} view
 */
function showShared({ form, parts }) {
  const shared = shareValues(form);
  if (!shared.length) return;
  const undo = make(
    "button",
    {
      type: "button",
      class: "callsheet-button",
      click() {
        values.setHere([]);
        note.remove();
        parts.sendButton.focus();
      },
    },
    phrase`Undo`,
  );
  const text = `${phrase`The samples of this page now have ${listed(shared)}.`} `;
  const note = make("p", { class: "callsheet-note callsheet-line" }, text, undo);
  parts.answer.append(note);
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
 * @param {Console} view
 * @param {string[]} faults
 */
function showFaults(view, faults) {
  const { form, parts } = view;
  view.refused = inputOf(stateOf(form));
  parts.answer.replaceChildren();
  say(
    parts,
    phrase`Not sent: ${faults.length === 1 ? faults[0] : phrase`${faults.length} entries need a change.`}`,
  );
  parts.anywayButton.hidden = !isSendable(form);
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
 * @param {Input} input
 */
async function exchange({ form, parts }, request, signal, input) {
  let forbidden = false;
  const onViolation = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    forbidden ||= event.effectiveDirective === "connect-src";
  };
  document.addEventListener("securitypolicyviolation", onViolation);
  try {
    const { response, content, milliseconds } = await send(request, signal, (text) => {
      say(parts, text);
    });
    if (response.type === "opaqueredirect") {
      const what = phrase`The server answers with a redirect, which is not followed: credentials stay with the server that they are for.`;
      showTrouble(parts, what, [phrase`Is the address of the server right?`]);
      return 0;
    }
    showAnswer(form.data, parts, response, content, milliseconds, input);
    return response.status;
  } catch (error) {
    if (signal.aborted) say(parts, phrase`Cancelled. The server may have carried it out.`);
    else if (isInPage(request.base)) {
      const what = /** @type {Error} */ (error).message;
      showTrouble(parts, what, [phrase`Send again, or choose another server.`]);
    } else {
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
  say(parts, phrase`No answer to read. ${what}`);
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
 * @param {Input} input
 */
function showAnswer(data, parts, response, content, milliseconds, input) {
  const { status, statusText: reason } = response;
  const mediaType = response.headers.get("Content-Type") ?? "";
  const headers = [...response.headers];
  const answer = { status, reason, content, milliseconds, headers, mediaType };
  const verdict = verdictOf(data, answer, input);
  const isBase64 = typeof data.got === "object" && Boolean(data.got.contentEncoding);
  say(parts, phrase`Answer: ${status} ${reason}, ${verdict.said}.`, true);
  parts.answer.replaceChildren(...answerView(answer, verdict, isBase64));
}

/** @param {Console} view */
export function showHistory(view) {
  const { uid, parts } = view;
  const isOpen = parts.history.querySelector("details")?.open ?? false;
  const clear = () => {
    past.clear();
    showHistory(view);
    say(parts, phrase`The history is cleared.`, true);
    parts.title.focus();
  };
  const list = historyView(uid, (entry) => repeat(view, entry), clear);
  list.open = isOpen;
  parts.history.replaceChildren(list);
}

/**
 * Fill the fields from the history, and send them if they are what was sent.
 *
 * @param {Console} view
 * @param {Entry} entry
 */
function repeat(view, entry) {
  const { abort, form, parts, program } = view;
  if (abort) return;
  const lacks = restoreState(form, entry.state);
  program.refresh();
  keepDraft(view);
  const faults = faultsOf(form);
  if (lacks.length) {
    parts.answer.replaceChildren();
    say(
      parts,
      phrase`Not sent: the history does not have ${listed(lacks)}. Complete the request, and send it.`,
    );
    parts.sendButton.focus();
  } else if (isSendable(form)) sendNow(view, faults);
  else showFaults(view, faults);
}

/** @param {Console} view */
export function hide({ parts, button }) {
  parts.section.hidden = true;
  button.setAttribute("aria-expanded", "false");
  button.focus();
}
