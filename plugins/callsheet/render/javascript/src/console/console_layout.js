// The layout of the console.

import { badge, make } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { newId } from "./form/fields.js";
import { fieldsAt } from "./form/request_form.js";

/** @import { Field } from "./form/fields.js" */
/** @import { makeProgram } from "./programs/program_view.js" */
/** @import { Form } from "./form/request_form.js" */

const MAX_UNFOLDED = 6;

/**
 * The visible parts of a console.
 *
 * @typedef {object} Parts
 * @property {HTMLElement} section
 * @property {HTMLFormElement} form
 * @property {HTMLElement} title
 * @property {HTMLElement} status
 * @property {HTMLElement} answer
 * @property {HTMLElement} history
 * @property {HTMLButtonElement} sendButton
 * @property {HTMLButtonElement} anywayButton Sends what the page does not allow.
 * @property {HTMLButtonElement} resetButton Goes back to the example.
 * @property {HTMLButtonElement} cancelButton
 * @property {HTMLButtonElement} closeButton
 */

/**
 * Lay out the console; its buttons have no handlers yet.
 *
 * @param {Form} form
 * @param {ReturnType<typeof makeProgram>} program
 * @returns {Parts}
 */
export function layOut(form, program) {
  const { data, parameters, server, body, signing, accept } = form;
  const isFilled = (/** @type {Field} */ field) => {
    const { required, value } = parameters.get(field) ?? {};
    return Boolean(required || value);
  };
  const query = fieldsAt(form, "query");
  const title = make("h2", { tabindex: "-1", id: newId() }, phrase`Try it`);
  const closeButton = make(
    "button",
    { type: "button", class: "callsheet-icon", "aria-label": phrase`Close the console` },
    "×",
  );
  const status = make("p", { role: "status", class: "callsheet-say callsheet-say--quiet" });
  const sendButton = make(
    "button",
    {
      type: "submit",
      class: "callsheet-button callsheet-primary",
      title: phrase`Ctrl+Enter`,
      "aria-keyshortcuts": "Control+Enter Meta+Enter",
    },
    phrase`Send`,
    make("kbd", { "aria-hidden": "true" }, `${phrase`Ctrl`} ↵`),
  );
  const anywayButton = button(phrase`Send anyway`);
  const resetButton = button(phrase`Reset to the example`);
  const cancelButton = button(phrase`Cancel`);
  const formId = newId();
  sendButton.setAttribute("form", formId);
  const answer = make("div", { class: "callsheet-answer" });
  const history = make("div", {});
  const element = make(
    "form",
    { novalidate: true, id: formId },
    ...server.elements,
    ...group(phrase`Path`, fieldsAt(form, "path")),
    ...group(phrase`Query`, query, query.length > MAX_UNFOLDED && !query.some(isFilled)),
    ...(body ? [body.element] : []),
    ...(accept ? [accept.element] : []),
    signing.element,
    ...group(phrase`More headers`, fieldsAt(form, "header"), true),
    make("p", { class: "callsheet-line" }, cancelButton, anywayButton, resetButton),
  );
  if (data.body && !body) {
    const note = phrase`Browsers send no body with ${data.method}.`;
    element.append(make("p", { class: "callsheet-note" }, note));
  }
  const section = make(
    "section",
    {
      class: "callsheet-console",
      id: newId(),
      "aria-labelledby": title.id,
      "data-search-exclude": true,
    },
    make(
      "div",
      { class: "callsheet-console-bar" },
      title,
      make("p", { class: "callsheet-url" }, badge(data.method), program.address),
      sendButton,
      closeButton,
    ),
    make(
      "div",
      { class: "callsheet-console-columns" },
      element,
      make("div", { class: "callsheet-console-beside" }, status, answer, program.element, history),
    ),
  );
  return {
    section,
    form: element,
    title,
    status,
    answer,
    history,
    sendButton,
    anywayButton,
    resetButton,
    cancelButton,
    closeButton,
  };
}

/**
 * @param {string} title
 * @param {Field[]} fields
 * @param {boolean} [folded]
 */
function group(title, fields, folded = false) {
  if (!fields.length) return [];
  const elements = fields.map(({ element }) => element);
  if (!folded) return [make("fieldset", {}, make("legend", {}, title), ...elements)];
  return [
    make(
      "details",
      {},
      make("summary", {}, `${title} (${fields.length})`),
      make("fieldset", { "aria-label": title }, ...elements),
    ),
  ];
}

/**
 * Make a button that is hidden for the time being.
 *
 * @param {string} text
 */
function button(text) {
  return make("button", { type: "button", class: "callsheet-button", hidden: true }, text);
}
