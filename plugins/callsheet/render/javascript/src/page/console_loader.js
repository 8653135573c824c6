// The button of the console, whose script is loaded on first use.

import { phrase } from "../phrase.js";
import { icon, make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { load, loadStyle } from "./site.js";

const PLAY = "M8 5v14l11-7z";

/** @param {HTMLButtonElement} button */
async function toggleConsole(button) {
  const { callsheet } = window;
  if (!callsheet.toggleConsole) {
    await Promise.all([load("console/console.js"), loadStyle("console/console.css")]);
  }
  await callsheet.toggleConsole?.(button);
}

/**
 * Add a button that opens and closes the console.
 *
 * @param {HTMLElement} route The line with the route of the operation.
 */
function addButton(route) {
  const said = statusNote();
  let isBusy = false;
  const button = make(
    "button",
    {
      type: "button",
      class: "callsheet-button callsheet-primary",
      "aria-expanded": "false",
      async click() {
        if (isBusy) return;
        isBusy = true;
        try {
          await toggleConsole(button);
          said.textContent = "";
        } catch (error) {
          said.textContent = phrase`It cannot be loaded.`;
          reportError(error);
        } finally {
          isBusy = false;
        }
      },
    },
    icon(PLAY),
    phrase`Try it`,
  );
  route.append(said, button);
}

/** Add the button to each operation. */
export function startConsoleLoader() {
  onPage(() => each(".callsheet-route", addButton));
}
