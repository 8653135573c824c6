// The history of requests in this session.

import { badge, make } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { statusBadge } from "./answer/answer.js";
import { past } from "./history.js";

/** @import { Entry } from "./history.js" */

/**
 * Show the list.
 *
 * @param {string} uid That of the operation whose requests can be repeated here.
 * @param {(entry: Entry) => void} repeat
 * @param {() => void} onClear
 */
export function historyView(uid, repeat, onClear) {
  const entries = past.get();
  const note = (/** @type {string} */ text) => make("span", { class: "callsheet-note" }, text);
  const items = entries.map((entry) =>
    make(
      "li",
      {},
      badge(entry.method),
      make("code", {}, entry.target),
      entry.status ? statusBadge(entry.status) : note(phrase`no answer`),
      note(entry.time),
      entry.uid === uid
        ? make(
            "button",
            {
              type: "button",
              class: "callsheet-button",
              click: () => repeat(entry),
              "aria-label": phrase`Repeat ${entry.method} ${entry.target}`,
            },
            phrase`Repeat`,
          )
        : make("a", { href: entry.page }, phrase`Its page`),
    ),
  );
  const clear = make(
    "button",
    { type: "button", class: "callsheet-button", click: onClear },
    phrase`Clear`,
  );
  return make(
    "details",
    { class: "callsheet-history", hidden: !entries.length },
    make("summary", {}, phrase`History of this session (${entries.length})`),
    make("ul", {}, ...items),
    make(
      "p",
      { class: "callsheet-line" },
      clear,
      note(phrase`Secrets, files, and bodies above 20 kB are not remembered.`),
    ),
  );
}
