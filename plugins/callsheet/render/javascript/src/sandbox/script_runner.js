// Runs a JavaScript program against the server in the page.

import { assetUrl, make } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { ask, ownCollection, StoppedError } from "./client.js";
import { MAX_OUTPUT } from "./messages.js";

/** @import { Listener } from "./client.js" */
/** @import { Exchange } from "./messages.js" */

/** The server in the page, as programs name it. */
export const ORIGIN = "http://127.0.0.1:8765";
const NAMED_IMPORT = /^import \{([^}]*)\} from ["']node:([\w/]+)["'];?$/gm;
const DEFAULT_IMPORT = /^import ([\w$]+) from ["']node:([\w/]+)["'];?$/gm;

/**
 * Return a program with what Node.js has in the place of its modules.
 *
 * @param {string} source
 */
export function adapted(source) {
  return source
    .replace(
      NAMED_IMPORT,
      (_, names, module) =>
        `const {${names.replaceAll(" as ", ": ")}} = callsheetModules["${module}"];`,
    )
    .replace(DEFAULT_IMPORT, (_, name, module) => `const ${name} = callsheetModules["${module}"];`)
    .replaceAll("import.meta.url", '"file:///program/sample.mjs"');
}

/**
 * Run a program; return its exit code and the files that it wrote.
 *
 * @param {string} source
 * @param {{ files: Record<string, Uint8Array>, environment: Record<string, string> }} has What it
 *   reads, and its environment variables.
 * @param {{ print: (text: string, isError: boolean) => void, cut: (characters: number) => void, exchanged: (exchange: Exchange) => void, listen: Listener }} view
 * @param {AbortSignal} signal Stops it.
 * @returns {Promise<{ code: number, files: Record<string, Uint8Array<ArrayBuffer>> }>}
 */
export async function runScript(source, { files, environment }, view, signal) {
  const loaded = await fetch(assetUrl("sandbox/node.js")).catch(() => null);
  if (!loaded?.ok) throw new Error(phrase`sandbox/node.js of this site cannot be loaded.`);
  const prelude = await loaded.text();
  const given = JSON.stringify({
    origin: ORIGIN,
    files: Object.fromEntries(Object.entries(files).map(([name, data]) => [name, [...data]])),
    env: environment,
  });
  const begin = `callsheetBegin(((given) => { for (const name in given.files) given.files[name] = Uint8Array.from(given.files[name]); return given; })(${given}));`;
  const code = `${prelude}\n${begin}\n(async () => {\n${adapted(source)}\n})().then(callsheetEnd, callsheetFail);\n`;
  /** @type {Record<string, Uint8Array<ArrayBuffer>>} */
  const made = {};
  let written = 0;
  const element = make("iframe", {
    sandbox: "allow-scripts",
    src: assetUrl("sandbox/frame.html"),
    title: phrase`JavaScript program`,
    hidden: true,
  });
  if (signal.aborted) throw new StoppedError(phrase`Stopped.`);
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => {
      end();
      reject(new StoppedError(phrase`Stopped.`));
    });
    const listen = async (/** @type {MessageEvent} */ { source: from, data }) => {
      const window = element.contentWindow;
      if (from !== window || !window) return;
      if (data.type === "loaded") window.postMessage({ code }, "*");
      else if (data.type === "output") {
        const shown = String(data.text).slice(0, Math.max(0, MAX_OUTPUT - written));
        written += data.text.length;
        if (shown) view.print(shown, Boolean(data.isError));
      } else if (data.type === "cut") view.cut(Number(data.characters));
      else if (data.type === "wrote") made[String(data.name)] = data.content;
      else if (data.type === "fetch") {
        try {
          const { status, reason, headers, body, uid } = await ask(
            { type: "fetch", ...data.request, base: ownCollection()[2] },
            view.listen,
            signal,
          );
          view.exchanged({ request: data.request, answer: { status, headers, body }, uid });
          if (!status) throw new TypeError("fetch failed: the server closed the connection");
          window.postMessage({ id: data.id, answer: { status, reason, headers, body } }, "*");
        } catch (error) {
          window.postMessage({ id: data.id, error: /** @type {Error} */ (error).message }, "*");
        }
      } else if (data.type === "thrown" || data.type === "ended") {
        if (data.type === "thrown") view.print(`${data.text}\n`, true);
        end();
        resolve({ code: data.type === "thrown" ? 1 : Number(data.code), files: made });
      } else if (data.type === "broken") {
        end();
        reject(new Error(String(data.text)));
      }
    };
    const end = () => {
      removeEventListener("message", listen);
      element.remove();
    };
    addEventListener("message", listen);
    document.body.append(element);
  });
}
