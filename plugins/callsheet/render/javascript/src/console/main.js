// The console's script, which is loaded when a reader opens the first console. It ends with a call
// of `startConsole`, which the plugin adds.

import { onPage, operationRecord, values } from "../page/shared.js";
import { forgetObjectUrls } from "./answer/answer.js";
import { hide, makeConsole, showHistory } from "./console.js";
import { dataOf } from "./operation_data.js";
import { watchPresses } from "./pressing.js";

/** @import { Console } from "./console.js" */
/** @import { Settings } from "./form/servers.js" */

/** @type {WeakMap<HTMLButtonElement, Console>} */
const consoles = new WeakMap();
/** @type {Console | null} */
let current = null;

/**
 * Open the console of a button, or close it.
 *
 * @param {HTMLButtonElement} button
 * @param {Settings} settings
 */
async function toggle(button, settings) {
  const known = consoles.get(button);
  if (known?.parts.section.isConnected && !known.parts.section.hidden) {
    hide(known);
    return;
  }
  const view = known ?? (await firstOpened(button, settings));
  view.parts.section.hidden = false;
  button.setAttribute("aria-expanded", "true");
  current = view;
  view.form.signing.fill();
  showHistory(view);
  view.parts.title.focus();
}

/**
 * @param {HTMLButtonElement} button
 * @param {Settings} settings
 */
async function firstOpened(button, settings) {
  const operation = /** @type {HTMLElement} */ (button.closest("[data-callsheet-uid]"));
  const { callsheetUid: uid = "" } = operation.dataset;
  const { base, servers, ...written } = (await operationRecord(operation)).console;
  // A collection of operations may have servers of its own.
  const own = { ...settings, base, ...(servers && { servers }) };
  const view = await makeConsole(uid, dataOf(written), button, own);
  button.closest(".callsheet-route")?.after(view.parts.section);
  consoles.set(button, view);
  return view;
}

/**
 * Begin, with what the site's configuration says.
 *
 * @param {Settings} settings
 */
function startConsole(settings) {
  watchPresses();
  window.callsheet.toggleConsole = (button) => toggle(button, settings);
  values.onChange(() => {
    if (!current?.parts.section.isConnected) return;
    current.form.signing.fill();
    current.program.refresh();
  });
  // Instant navigation puts another page in the place of this one.
  onPage(() => {
    if (!current || current.parts.section.isConnected) return;
    current.abort?.abort();
    forgetObjectUrls();
    current = null;
  });
}

window.callsheet.startConsole = startConsole;
