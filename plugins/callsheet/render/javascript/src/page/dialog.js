// Dialogs.

import { phrase } from "../phrase.js";
import { make } from "./dom.js";

/**
 * Open a modal dialog, which is removed when it closes.
 *
 * @param {string} title
 * @param {...(Node | string | false)} content What is `false` is left out.
 */
export function openDialog(title, ...content) {
  const close = make(
    "button",
    {
      type: "button",
      class: "callsheet-button callsheet-close",
      "aria-label": phrase`Close`,
      click() {
        dialog.close();
      },
    },
    "×",
  );
  const shown = content.filter((each) => each !== false);
  const dialog = make(
    "dialog",
    {
      class: "callsheet callsheet-dialog md-typeset",
      "aria-label": title,
      close() {
        dialog.remove();
      },
      click(event) {
        if (event.target === dialog) dialog.close();
      },
    },
    make("div", {}, make("h2", {}, title), ...shown, close),
  );
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
