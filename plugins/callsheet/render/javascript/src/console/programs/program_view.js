// The request in words: its address, and as code in a language that the reader chooses.

import { breakable, copy, make, save, statusNote } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { option } from "../form/fields.js";
import { requestOf } from "../form/request_form.js";
import { addressOf, masked, withNames } from "../request.js";
import { LANGUAGES, SUFFIXES } from "./programs.js";

/** @import { Request } from "../request.js" */
/** @import { Form } from "../form/request_form.js" */

/**
 * Make the parts of the console that show the address of the request, and the request as code.
 *
 * @param {() => Form} form
 */
export function makeProgram(form) {
  const select = make(
    "select",
    { "aria-label": phrase`Language`, change: () => refresh() },
    ...Object.keys(LANGUAGES).map((each) => option(each)),
  );
  const address = make("code", {});
  const shown = make("code", {});
  const said = statusNote();
  const write = (/** @type {Request} */ request) =>
    request.base ? LANGUAGES[select.value](withNames(request)) : "";
  const refresh = () => {
    // Fields may change before all of them exist, and before the address has its place.
    if (!address.parentNode) return;
    const request = masked(requestOf(form()), form().signing.isOwn());
    address.replaceChildren(...breakable(addressOf(request)));
    if (element.open) shown.textContent = write(request);
  };
  const copyButton = make(
    "button",
    {
      type: "button",
      class: "callsheet-button",
      async click() {
        const done = await copy(write(requestOf(form())));
        said.textContent = done ? phrase`Copied` : phrase`Select the text to copy it`;
      },
    },
    phrase`Copy`,
  );
  const saveButton = make(
    "button",
    {
      type: "button",
      class: "callsheet-button",
      click: () => save(write(requestOf(form())), `request${SUFFIXES[select.value]}`),
    },
    phrase`Save`,
  );
  const element = make(
    "details",
    { class: "callsheet-program", toggle: () => refresh() },
    make("summary", {}, phrase`The request as code`),
    make("p", { class: "callsheet-line" }, select, copyButton, saveButton, said),
    make(
      "pre",
      { class: "highlight", tabindex: "0", dir: "ltr", "aria-label": phrase`Program` },
      shown,
    ),
  );
  return { element, address, refresh };
}
