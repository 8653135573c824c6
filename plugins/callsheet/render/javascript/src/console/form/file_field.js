// The field of a file: one that is ready to be sent, or one of the reader's, chosen or dropped.

import { load, make } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { essence } from "../media_types.js";
import { labelled } from "./fields.js";

/**
 * Files by media type: their names, and their bytes in base64.
 *
 * @typedef {Record<string, [name: string, content: string] | undefined>} ReadyFiles
 */

/**
 * @typedef {object} FileField
 * @property {string} name
 * @property {HTMLElement} element
 * @property {() => string} check Shows and returns what is wrong.
 * @property {() => File | null} get
 * @property {() => string} own The name of the reader's file; empty without one.
 * @property {() => void} drop Goes back to the file that is ready.
 * @property {(mediaType: string) => void} retype Gets a file of another media type ready.
 */

/** @type {ReadyFiles} */
let readyFiles = {};

window.callsheetFiles = (files) => {
  readyFiles = files;
};

/** Load the files of the site; without them, a reader chooses one. */
export async function loadReadyFiles() {
  try {
    await load("console/files.js");
  } catch (error) {
    reportError(error);
  }
}

/**
 * Return the ready file of a media type; null if there is none.
 *
 * @param {string} mediaType
 */
function readyFile(mediaType) {
  const type = essence(mediaType);
  const found = readyFiles[type];
  if (!found) return null;
  const [name, content] = found;
  return new File([Uint8Array.from(atob(content), (each) => each.charCodeAt(0))], name, { type });
}

/** @param {File} file */
function described({ name, size }) {
  return phrase`${name} (${size.toLocaleString(phrase`en`)} bytes)`;
}

/**
 * Make the field of a file.
 *
 * @param {string} name
 * @param {string} usual The media type of the file that is ready where no other is asked for.
 * @param {() => void} onChange
 * @returns {FileField}
 */
export function fileField(name, usual, onChange) {
  let ready = readyFile(usual);
  const control = make("input", { type: "file" });
  const note = make("span", { class: "callsheet-note", role: "status" });
  const back = make("button", { type: "button", class: "callsheet-button", hidden: true }, "");
  const { element, blame } = labelled(name, control, phrase`Or drop a file here.`);
  control.after(note, back);
  element.classList.add("callsheet-drop");
  const own = () => control.files?.[0] ?? null;
  const get = () => own() ?? ready;
  const check = () => blame(get() ? "" : phrase`${name}: choose a file.`);
  const show = () => {
    const file = own();
    if (file) note.textContent = phrase`Sends your ${described(file)}.`;
    else
      note.textContent = ready
        ? phrase`Sends ${described(ready)} of this site.`
        : phrase`No file is chosen.`;
    // "No file chosen" would contradict that.
    element.classList.toggle("callsheet-drop--ready", !file && ready !== null);
    back.hidden = !file || !ready;
    back.textContent = phrase`Send ${ready?.name} instead`;
    if (get()) blame("");
  };
  const changed = () => {
    show();
    onChange();
  };
  const drop = () => {
    control.value = "";
    show();
  };
  control.addEventListener("change", changed);
  back.addEventListener("click", () => {
    drop();
    control.focus();
    onChange();
  });
  const mark = (/** @type {boolean} */ isOver) =>
    element.classList.toggle("callsheet-drop--over", isOver);
  element.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  element.addEventListener("dragleave", () => mark(false));
  element.addEventListener("drop", (event) => {
    mark(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    control.files = event.dataTransfer.files;
    changed();
  });
  show();
  return {
    name,
    element,
    check,
    get,
    own: () => own()?.name ?? "",
    drop,
    retype(mediaType) {
      ready = readyFile(mediaType) ?? readyFile(usual);
      show();
    },
  };
}
