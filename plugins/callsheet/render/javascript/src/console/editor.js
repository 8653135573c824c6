// An editor for text, with colours for JSON and XML: CodeJar around an element.

import { CodeJar } from "codejar";
import { make } from "../page/shared.js";
import { afterPress } from "./pressing.js";
import { colourOf, patternFor, tokens } from "./tokens.js";

const MAX_COLOURED = 50_000;

/**
 * Return a text with its colours.
 *
 * @param {string} text
 * @param {RegExp | null} pattern That of its tokens.
 * @returns {(Node | string)[]}
 */
export function coloured(text, pattern) {
  if (!pattern || text.length > MAX_COLOURED) return [text];
  return [...tokens(text, pattern)].map((each) => {
    const colour = colourOf(each, text);
    return colour ? make("span", { class: colour }, each.token) : each.token;
  });
}

/**
 * Return the text of an editor: where a browser has put blocks and breaks into it, lines end.
 *
 * @param {Node} node
 * @returns {string}
 */
function textOf(node) {
  let text = "";
  for (const child of node.childNodes) {
    if (child instanceof Text) text += child.data;
    else if (child.nodeName === "BR") text += child.nextSibling ? "\n" : "";
    else text += (child.nodeName === "DIV" && child.previousSibling ? "\n" : "") + textOf(child);
  }
  return text;
}

/**
 * Make an editor.
 *
 * @param {string} label
 * @param {string} describedBy The id of what describes it.
 * @param {() => void} onChange
 */
export function makeEditor(label, describedBy, onChange) {
  let mediaType = "";
  const area = make("div", {
    class: "callsheet-editor highlight",
    tabindex: "0",
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": label,
    "aria-describedby": describedBy,
    dir: "ltr",
  });
  const colour = () => area.replaceChildren(...coloured(textOf(area), patternFor(mediaType)));
  // CodeJar colours a moment after the key, and then takes the focus back to the place of the text
  // cursor: not from a field that the reader has gone on to.
  const patient = /** @type {typeof window} */ (
    /** @type {unknown} */ ({
      document,
      navigator,
      setTimeout: (/** @type {() => void} */ run, /** @type {number} */ delay) =>
        setTimeout(() => document.activeElement === area && run(), delay),
    })
  );
  // The tabulator goes on to the next field: whoever comes by keyboard has to get out again.
  const jar = CodeJar(area, colour, {
    tab: "  ",
    catchTab: false,
    addClosing: false,
    window: patient,
  });
  area.addEventListener("blur", () => afterPress(colour));
  area.addEventListener("input", onChange);
  area.addEventListener("keyup", onChange);
  return {
    area,
    get: () => textOf(area),
    /**
     * @param {string} text
     * @param {string} kind The media type that it is coloured as.
     */
    set(text, kind) {
      mediaType = kind;
      jar.updateCode(text, false);
      onChange();
    },
  };
}
