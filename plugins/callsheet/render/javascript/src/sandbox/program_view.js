// A program that runs in the page: its editor, its files, its output, and what it sent.

import { makeEditor } from "../console/editor.js";
import { IN_PAGE, make, statusNote, values } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { ask, EndedError, isStarted, loadingText, ownCollection, StoppedError } from "./client.js";
import { makeExchange } from "./exchange_view.js";
import { ORIGIN, runScript } from "./script_runner.js";
import { forgetSteps } from "./tutorial.js";

/** @import { Exchange, Message } from "./messages.js" */

/**
 * A program of the page.
 *
 * @typedef {object} Program
 * @property {string} language `python` or `javascript`.
 * @property {string} name The name of its file.
 * @property {string} source Its text, with the reader's values.
 * @property {[name: string, address: string][]} files What it reads.
 * @property {number} step Its place among the programs of a tutorial, from 1; 0 for one that stands
 *   alone.
 */

/** The variable of a program that names its server, and the address where it is not set. */
const BASE_URL = /(\w+)["']?\s*(?:,|\?\?|\|\|)\s*["'`]https?:/;

/** The variables of its credentials. */
const SECRETS = /["'`.]([A-Z][A-Z0-9_]*?(?:USER|PASSWORD|TOKEN|KEY|SECRET|TICKET))\b/g;
/** What the reference server accepts: the name of its user, and every password, token and key. */
const USER = "reader";
const SECRET = "callsheet";

/**
 * Return the environment of a program: the server in the page, with what it accepts, unless the
 * reader has another one.
 *
 * @param {string} source
 * @returns {Record<string, string>}
 */
export function environmentOf(source) {
  const name = BASE_URL.exec(source)?.[1] ?? "CALLSHEET_BASE_URL";
  const { base = IN_PAGE } = values.get();
  if (base !== IN_PAGE) return { [name]: base };
  const found = [...source.matchAll(SECRETS)].map(([, secret]) => secret);
  const secrets = found.map((secret) => [secret, secret.endsWith("USER") ? USER : SECRET]);
  return { ...Object.fromEntries(secrets), [name]: ORIGIN + ownCollection()[2] };
}

/** @param {Program["files"]} files */
async function contentsOf(files) {
  const found = await Promise.all(
    files.map(async ([name, address]) => {
      const response = await fetch(address).catch(() => null);
      if (!response) throw new Error(phrase`${name} cannot be loaded: the site does not answer.`);
      if (!response.ok) throw new Error(phrase`${name} cannot be loaded (${response.status}).`);
      return /** @type {const} */ ([name, new Uint8Array(await response.arrayBuffer())]);
    }),
  );
  return Object.fromEntries(found);
}

/**
 * Make the view of a program; its first run is begun by `run`.
 *
 * @param {() => Program} given The program as the page shows it.
 * @param {() => unknown} runAgain Runs it, and before it what it continues.
 */
export function makeProgramView(given, runAgain) {
  const said = statusNote("callsheet-run-status");
  const bar = make("progress", { hidden: true, max: "1", "aria-label": phrase`Loading` });
  const output = make("pre", {
    class: "callsheet-run-output",
    tabindex: "0",
    "aria-label": phrase`Output of the program`,
    hidden: true,
  });
  const exchanges = make("div", { class: "callsheet-run-exchanges" });
  const unsaved = make(
    "p",
    { class: "callsheet-run-unsaved", hidden: true },
    phrase`The browser stores nothing for this site: what you change ends with the page.`,
  );
  /** @type {ReturnType<typeof makeEditor> | null} */
  let editor = null;
  /** @type {Record<string, Uint8Array>} Files of the reader's, in the place of those of the page. */
  const chosen = {};
  const editing = make("div", { hidden: true });
  const button = (/** @type {string} */ label, /** @type {() => unknown} */ click) =>
    make("button", { type: "button", class: "callsheet-button", click }, label);
  const again = button(phrase`Run again`, runAgain);
  let running = new AbortController();
  const stopButton = button(phrase`Stop`, () => running.abort());
  const edit = button(phrase`Edit`, toggleEditor);
  const reset = button(phrase`Reset`, () => editor?.set(given().source, ""));
  const startOver = button(phrase`Start over`, forget);
  startOver.title = given().step
    ? phrase`Let the next run begin with the first program, as if none had run`
    : phrase`Forget what you changed in this page's server`;
  stopButton.hidden = true;
  reset.hidden = true;
  const files = make("div", { class: "callsheet-run-files" });
  const section = make(
    "section",
    { class: "callsheet-run", "aria-label": phrase`Run in this page` },
    // Where the program was that it takes the place of.
    editing,
    make("p", { class: "callsheet-run-bar" }, said, bar, stopButton, again, edit, reset, startOver),
    output,
    exchanges,
    files,
    unsaved,
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
    return make("label", {}, `${phrase`Another file as ${name}`} `, input);
  }

  function toggleEditor() {
    if (!editor) {
      editor = makeEditor(phrase`Program`, "", () => {});
      editing.append(editor.area);
      editor.set(given().source, "");
    }
    editing.hidden = !editing.hidden;
    edit.setAttribute("aria-pressed", `${!editing.hidden}`);
    reset.hidden = editing.hidden;
    section.parentElement?.classList.toggle("callsheet-edited", !editing.hidden);
    if (!editing.hidden) editor.area.focus();
  }

  /** @param {string} text @param {"" | "good" | "bad"} [outcome] */
  function say(text, outcome = "") {
    said.textContent = text;
    said.dataset.outcome = outcome;
  }

  /** @param {string} text @param {boolean} isError */
  function print(text, isError) {
    output.hidden = false;
    output.append(isError ? make("span", { class: "callsheet-run-error" }, text) : text);
  }

  /** @param {number} characters How many are not shown. */
  function cut(characters) {
    print(`\n… ${phrase`${characters.toLocaleString(phrase`en`)} more characters`}`, true);
  }

  /** Bring what is said into view, and as much below it as there is room for. */
  function show() {
    for (const part of [section, said]) part.scrollIntoView({ block: "nearest" });
  }

  /** @param {Message} message */
  function listen(message) {
    const loading = loadingText(message);
    if (loading) say(loading);
    if (message.type === "progress") {
      const { loaded, all } = message;
      bar.hidden = loaded >= all;
      bar.value = loaded / all;
    } else if (message.type === "ready") say(phrase`Running …`);
    else if (message.type === "output") print(message.text, message.isError);
    else if (message.type === "exchange") exchanges.append(makeExchange(message.exchange));
    else if (message.type === "cut") cut(message.characters);
    else if (message.type === "unsaved") unsaved.hidden = false;
  }

  /**
   * @param {Program} program
   * @param {string} source
   * @param {Record<string, Uint8Array>} contents
   */
  async function executed({ language, name, step }, source, contents) {
    const { signal } = running;
    if (language === "python") {
      const order = { name, source, files: contents, settings: environmentOf(source) };
      const course = { tutorial: step ? location.pathname : "", step };
      return ask({ type: "run", ...order, ...course }, listen, signal);
    }
    const begun = performance.now();
    const exchanged = (/** @type {Exchange} */ each) => exchanges.append(makeExchange(each));
    const given = { files: contents, environment: environmentOf(source) };
    const outcome = await runScript(source, given, { print, cut, exchanged, listen }, signal);
    return { ...outcome, milliseconds: performance.now() - begun };
  }

  /** Run the program; return whether it has succeeded. */
  async function run() {
    const program = given();
    running = new AbortController();
    let hasSucceeded = false;
    output.replaceChildren();
    output.hidden = true;
    exchanges.replaceChildren();
    again.disabled = true;
    stopButton.hidden = false;
    show();
    say(isStarted() ? phrase`Running …` : phrase`Loading Python and the server …`);
    try {
      const contents = { ...(await contentsOf(program.files)), ...chosen };
      const source = editor && !editing.hidden ? editor.get() : program.source;
      const { code, files: made, milliseconds } = await executed(program, source, contents);
      const took = Math.max(1, Math.round(milliseconds));
      if (code) say(phrase`Ended with exit code ${code} in ${took} ms.`, "bad");
      else say(phrase`Succeeded in ${took} ms.`, "good");
      hasSucceeded = !code;
      for (const [name, content] of Object.entries(made)) exchanges.append(madeFile(name, content));
    } catch (error) {
      if (error instanceof StoppedError) say(phrase`Stopped. The next run starts anew.`);
      else if (error instanceof EndedError)
        say(phrase`Python has ended (${error.message}). The next run starts anew.`, "bad");
      else say(phrase`It cannot run here. ${/** @type {Error} */ (error).message}`, "bad");
    } finally {
      bar.hidden = true;
      again.disabled = false;
      stopButton.hidden = true;
    }
    // Unless the reader looks at something else by now.
    const { top } = said.getBoundingClientRect();
    if (top > 0 && top < innerHeight) show();
    return hasSucceeded;
  }

  async function forget() {
    try {
      if (given().step) {
        forgetSteps();
        say(phrase`The next run begins with the first program.`);
        return;
      }
      await ask({ type: "startOver" }, listen);
      say(phrase`The server in this page begins afresh.`);
    } catch (error) {
      say(/** @type {Error} */ (error).message, "bad");
    }
  }

  return { section, run, say };
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
  const size = phrase` (${content.length.toLocaleString(phrase`en`)} bytes)`;
  const element = make("p", {}, phrase`Wrote `, link, size);
  if (/\.(png|jpe?g|gif|webp)$/i.test(name)) element.append(make("img", { src: href, alt: name }));
  return element;
}
