// The button of the console, which is loaded when somebody wants it.

import { make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { assetUrl, load } from "./site.js";

/** Load the stylesheet of the console; without it, the console works all the same. */
function loadStyle() {
  return new Promise((resolve) => {
    const href = assetUrl("console/console.css");
    document.head.append(make("link", { rel: "stylesheet", href, load: resolve, error: resolve }));
  });
}

/** @param {HTMLButtonElement} button */
async function toggleConsole(button) {
  const { callsheet } = window;
  if (!callsheet.toggleConsole) await Promise.all([load("console/console.js"), loadStyle()]);
  await callsheet.toggleConsole?.(button);
}

/**
 * Add a button, which opens and closes the console, one click after the other.
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
      class: "callsheet-button",
      "aria-expanded": "false",
      async click() {
        if (isBusy) return;
        isBusy = true;
        try {
          await toggleConsole(button);
          said.textContent = "";
        } catch (error) {
          said.textContent = "It cannot be loaded.";
          reportError(error);
        } finally {
          isBusy = false;
        }
      },
    },
    "Try it",
  );
  route.append(said, button);
}

/** Add the button to each operation. */
export function startConsoleLoader() {
  onPage(() => each(".callsheet-route", addButton));
}
