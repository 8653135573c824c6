// The button that runs a program in the page; what runs it is loaded on the first press.

import {
  all,
  codeText,
  each,
  icon,
  languageOf,
  load,
  loadCredentials,
  loadStyle,
  make,
  onPage,
  statusNote,
} from "../page/shared.js";
import { phrase } from "../phrase.js";

const PLAY = "M8 5v14l11-7z";

/**
 * Return the program of a panel, with the reader's values.
 *
 * @param {HTMLElement} panel
 */
function programOf(panel) {
  const code = /** @type {HTMLElement} */ (panel.querySelector("pre > code"));
  const bar = /** @type {HTMLElement} */ (panel.querySelector(".callsheet-file"));
  return {
    language: languageOf(code),
    name: bar.querySelector("code")?.textContent ?? "program.py",
    source: codeText(code),
    step: Number(panel.dataset.step ?? 0),
    // In the folder that they have on the site, too.
    files: /** @type {HTMLAnchorElement[]} */ (all("a[download]", bar)).map(({ href }) => {
      const name = decodeURIComponent(href.split("/").slice(-2).join("/"));
      return /** @type {[string, string]} */ ([name, href]);
    }),
  };
}

/** @param {HTMLElement} panel */
function addButton(panel) {
  const code = panel.querySelector("pre > code");
  const bar = panel.querySelector(".callsheet-file");
  if (!code || !bar) return;
  const language = languageOf(code);
  if (language !== "python" && language !== "javascript") return;
  const said = statusNote();
  const button = make(
    "button",
    {
      type: "button",
      class: "callsheet-button callsheet-primary",
      title: phrase`Run this program in this page`,
      async click() {
        button.disabled = true;
        try {
          await Promise.all([
            load("sandbox/sandbox.js"),
            loadStyle("sandbox/sandbox.css"),
            loadCredentials(),
          ]);
          said.textContent = "";
          await window.callsheet.runProgram?.(panel, programOf);
        } catch (error) {
          said.textContent = phrase`It cannot be loaded.`;
          reportError(error);
        } finally {
          button.disabled = false;
        }
      },
    },
    icon(PLAY),
    phrase`Run`,
  );
  bar.append(said, button);
}

const addRunButtons = () =>
  each(".callsheet-panel pre, .callsheet-program pre", (pre) => {
    const panel = /** @type {HTMLElement | null} */ (
      pre.closest(".callsheet-panel, .callsheet-program")
    );
    if (panel) addButton(panel);
  });

// Also for programs that the page loads later.
window.callsheet.addRunButtons = addRunButtons;
onPage(addRunButtons);
