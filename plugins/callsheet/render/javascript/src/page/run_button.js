// The button that runs a Python program in the page; what runs it is loaded on the first press.

import { all, icon, make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { codeText, languageOf } from "./placeholders.js";
import { load, loadStyle } from "./site.js";

const PLAY = "M8 5v14l11-7z";

/** @param {HTMLElement} panel */
function addButton(panel) {
  const code = /** @type {HTMLElement | null} */ (panel.querySelector("pre > code"));
  const bar = panel.querySelector(".callsheet-file");
  if (!code || !bar || languageOf(code) !== "python") return;
  const said = statusNote();
  const program = () => ({
    name: bar.querySelector("code")?.textContent ?? "program.py",
    source: codeText(code),
    // In the folder that they have on the site, too.
    files: /** @type {HTMLAnchorElement[]} */ (all("a[download]", bar)).map(({ href }) => {
      const name = decodeURIComponent(href.split("/").slice(-2).join("/"));
      return /** @type {[string, string]} */ ([name, href]);
    }),
  });
  const button = make(
    "button",
    {
      type: "button",
      class: "callsheet-button callsheet-primary",
      title: "Run this program in this page",
      async click() {
        button.disabled = true;
        try {
          await Promise.all([load("sandbox/sandbox.js"), loadStyle("sandbox/sandbox.css")]);
          said.textContent = "";
          await window.callsheet.runProgram?.(panel, program);
        } catch (error) {
          said.textContent = "It cannot be loaded.";
          reportError(error);
        } finally {
          button.disabled = false;
        }
      },
    },
    icon(PLAY),
    "Run",
  );
  bar.append(said, button);
}

/** Add the button to each Python program. */
export function startRunButtons() {
  onPage(() =>
    each(".callsheet-panel pre, .callsheet-program pre", (pre) => {
      const panel = /** @type {HTMLElement | null} */ (
        pre.closest(".callsheet-panel, .callsheet-program")
      );
      if (panel) addButton(panel);
    }),
  );
}
