// A program that runs in the page: its editor, its files, its output, and what it sent.

import { makeEditor } from "../console/editor.js";
import { make, statusNote } from "../page/shared.js";
import { ask, isStarted, StoppedError, stop } from "./client.js";
import { makeExchange } from "./exchange_view.js";

/** @import { Message } from "./messages.js" */

/**
 * A program of the page.
 *
 * @typedef {object} Program
 * @property {string} name The name of its file.
 * @property {string} source Its text, with the reader's values.
 * @property {[name: string, address: string][]} files What it reads.
 */

/** The megabytes that the first run loads, as the build measured them. */
let megabytes = "";

/** @param {number} bytes */
function inMegabytes(bytes) {
  return (bytes / 1_000_000).toFixed(1);
}

/** @param {string} text */
export function tellSize(text) {
  megabytes = text;
}

/** @param {Program["files"]} files */
async function contentsOf(files) {
  const found = await Promise.all(
    files.map(async ([name, address]) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${name} cannot be loaded (${response.status}).`);
      return /** @type {const} */ ([name, new Uint8Array(await response.arrayBuffer())]);
    }),
  );
  return Object.fromEntries(found);
}

/**
 * Make the view of a program; its first run is begun by `run`.
 *
 * @param {() => Program} given The program as the page shows it.
 */
export function makeProgramView(given) {
  const said = statusNote("callsheet-run-status");
  const bar = make("progress", { hidden: true, max: "1", "aria-label": "Loading" });
  const output = make("pre", {
    class: "callsheet-run-output",
    tabindex: "0",
    "aria-label": "Output of the program",
    hidden: true,
  });
  const exchanges = make("div", { class: "callsheet-run-exchanges" });
  /** @type {ReturnType<typeof makeEditor> | null} */
  let editor = null;
  /** @type {Record<string, Uint8Array>} Files of the reader's, in the place of those of the page. */
  const chosen = {};
  const editing = make("div", { hidden: true });
  const button = (/** @type {string} */ label, /** @type {() => unknown} */ click) =>
    make("button", { type: "button", class: "callsheet-button", click }, label);
  const again = button("Run again", run);
  const stopButton = button("Stop", () => stop());
  const edit = button("Edit", toggleEditor);
  const reset = button("Reset", () => editor?.set(given().source, ""));
  const startOver = button("Start over", forget);
  startOver.title = "Forget what you changed in this page's server";
  stopButton.hidden = true;
  reset.hidden = true;
  const files = make("div", { class: "callsheet-run-files" });
  const section = make(
    "section",
    { class: "callsheet-run", "aria-label": "Run in this page" },
    make("p", { class: "callsheet-run-bar" }, said, bar, stopButton, again, edit, reset, startOver),
    editing,
    files,
    output,
    exchanges,
  );
  files.append(...given().files.map(([name]) => fileField(name)));

  /** @param {string} name */
  function fileField(name) {
    const input = make("input", {
      type: "file",
      async change() {
        const [file] = input.files ?? [];
        if (file) chosen[name] = new Uint8Array(await file.arrayBuffer());
        else delete chosen[name];
      },
    });
    return make("label", {}, `Another file as ${name} `, input);
  }

  function toggleEditor() {
    if (!editor) {
      editor = makeEditor("Program", "", () => {});
      editing.append(editor.area);
      editor.set(given().source, "");
    }
    editing.hidden = !editing.hidden;
    reset.hidden = editing.hidden;
    if (!editing.hidden) editor.area.focus();
  }

  /** @param {string} text @param {boolean} isError */
  function print(text, isError) {
    output.hidden = false;
    output.append(isError ? make("span", { class: "callsheet-run-error" }, text) : text);
  }

  /** @param {Message} message */
  function listen(message) {
    if (message.type === "progress") {
      const { loaded, all } = message;
      bar.hidden = loaded >= all;
      bar.value = loaded / all;
      if (loaded < all)
        said.textContent = `Loading ${inMegabytes(loaded)} of ${inMegabytes(all)} MB`;
    } else if (message.type === "step") said.textContent = `${message.text} …`;
    else if (message.type === "ready") said.textContent = "Running …";
    else if (message.type === "output") print(message.text, message.isError);
    else if (message.type === "exchange") exchanges.append(makeExchange(message.exchange));
    else if (message.type === "cut") {
      print(`\n… ${message.characters.toLocaleString("en")} more characters`, true);
    } else if (message.type === "unsaved") {
      said.textContent =
        "The browser stores nothing for this site: what you change ends with the page.";
    }
  }

  async function run() {
    const program = given();
    output.replaceChildren();
    output.hidden = true;
    exchanges.replaceChildren();
    again.disabled = true;
    stopButton.hidden = false;
    said.textContent = isStarted() ? "Running …" : `Loading Python and the server${megabytes} …`;
    try {
      const contents = { ...(await contentsOf(program.files)), ...chosen };
      const source = editor && !editing.hidden ? editor.get() : program.source;
      const order = { name: program.name, source, files: contents, settings: {} };
      const { code, files: made, milliseconds } = await ask({ type: "run", ...order }, listen);
      said.textContent = `${code ? `Ended with exit code ${code}` : "Succeeded"} in ${Math.max(1, Math.round(milliseconds))} ms.`;
      for (const [name, content] of Object.entries(made)) exchanges.append(madeFile(name, content));
    } catch (error) {
      if (error instanceof StoppedError) said.textContent = "Stopped. The next run starts anew.";
      else said.textContent = `It cannot run here. ${/** @type {Error} */ (error).message}`;
    } finally {
      bar.hidden = true;
      again.disabled = false;
      stopButton.hidden = true;
    }
  }

  async function forget() {
    try {
      await ask({ type: "startOver" }, listen);
      said.textContent = "The server in this page begins afresh.";
    } catch (error) {
      said.textContent = /** @type {Error} */ (error).message;
    }
  }

  return { section, run };
}

/**
 * Make the link to a file that a program wrote, with its picture if it is one.
 *
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer>} content
 */
function madeFile(name, content) {
  const href = URL.createObjectURL(new Blob([content]));
  const link = make("a", { href, download: name }, name);
  const size = ` (${content.length.toLocaleString("en")} bytes)`;
  const element = make("p", {}, "Wrote ", link, size);
  if (/\.(png|jpe?g|gif|webp)$/i.test(name)) element.append(make("img", { src: href, alt: name }));
  return element;
}
