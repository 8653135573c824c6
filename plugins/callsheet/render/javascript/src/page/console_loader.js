// The button of the console, whose script is loaded on first use.

import { icon, make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { assetUrl, load } from "./site.js";

const PLAY = "M8 5v14l11-7z";

/** Load the stylesheet of the console; the console also works without it. */
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
          said.textContent = "It cannot be loaded.";
          reportError(error);
        } finally {
          isBusy = false;
        }
      },
    },
    icon(PLAY),
    "Try it",
  );
  route.append(said, button);
}

/**
 * Add a button below the programs that opens the console, whose request is theirs.
 *
 * @param {HTMLElement} foot
 */
function addRun(foot) {
  const button = /** @type {HTMLElement | null | undefined} */ (
    foot.closest("[data-callsheet-uid]")?.querySelector(".callsheet-route > .callsheet-primary")
  );
  if (!button) return;
  const click = () => {
    if (button.ariaExpanded !== "true") button.click();
    else {
      const opened = document.getElementById(button.getAttribute("aria-controls") ?? "");
      /** @type {HTMLElement | null | undefined} */ (
        opened?.querySelector("[type=submit]")
      )?.focus();
    }
  };
  const title = "Open this request in the console";
  const attributes = { type: "button", class: "callsheet-button", title, click };
  foot.append(make("button", attributes, icon(PLAY), "Run"));
}

/** Add the buttons to each operation. */
export function startConsoleLoader() {
  onPage(() => {
    each(".callsheet-route", addButton);
    each(".callsheet-foot", addRun);
  });
}
