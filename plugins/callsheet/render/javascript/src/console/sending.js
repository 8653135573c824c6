// Sends a request, and explains what stands in the way.

import { load, make } from "../page/shared.js";
import { phrase } from "../phrase.js";
import { isInPage } from "./form/servers.js";
import { addressOf } from "./request.js";

/** @import { Request as Described } from "./request.js" */

/**
 * Return the content of a request as the browser sends it.
 *
 * @param {Described["body"]} body
 */
function contentOf(body) {
  if (!body) return undefined;
  if (body.form) return new URLSearchParams(body.form);
  // As bytes: a string or a file would bring a Content-Type of its own.
  if (body.text !== undefined) return new TextEncoder().encode(body.text);
  if (body.file !== undefined) return body.file ? new Blob([body.file]) : undefined;
  const form = new FormData();
  for (const [name, value] of body.fields ?? []) form.append(name, value);
  // Who sends anyway, without a file, sends no part for it.
  for (const [name, file] of body.files ?? []) if (file) form.append(name, file);
  return form;
}

/**
 * @param {Request} request
 * @param {(text: string) => void} say
 */
async function inPage(request, say) {
  const script = "sandbox/sandbox.js";
  await load(script).catch(() => {
    throw new Error(phrase`${script} cannot be loaded: the site does not answer.`);
  });
  const answer = window.callsheet.answerInPage?.(request, say);
  return answer ?? Promise.reject(new Error(phrase`There is no server in this page.`));
}

/**
 * Send a request; return the answer with its body and how long it took.
 *
 * @param {Described} request
 * @param {AbortSignal} signal
 * @param {(text: string) => void} say Is told what is loaded for it at first.
 */
export async function send(request, signal, say) {
  const headers = new Headers(request.headers);
  if (request.authorization) headers.set("Authorization", request.authorization);
  const start = performance.now();
  const wanted = new Request(addressOf(request), {
    method: request.method,
    headers,
    body: contentOf(request.body),
    signal,
    // Neither cookies nor the address of this page go along, and credentials go to no other server.
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "manual",
    cache: "no-store",
  });
  const inside = isInPage(request.base) ? await inPage(wanted, say) : null;
  const response = inside?.response ?? (await fetch(wanted));
  const content = new Uint8Array(await response.arrayBuffer());
  return { response, content, milliseconds: inside?.milliseconds ?? performance.now() - start };
}

/**
 * Tell whether anything answers at an address, as a browser does even where it lets nobody read it.
 *
 * @param {string} base
 * @param {AbortSignal} signal
 */
async function answers(base, signal) {
  try {
    await fetch(`${base}/`, {
      mode: "no-cors",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      signal,
    });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} host */
function isLoopback(host) {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
}

/**
 * Return what can be done where there is no answer: a sentence on what happened, and advice.
 *
 * @param {string} base
 * @param {AbortSignal} signal
 * @param {boolean} isForbiddenHere Whether the page's own policy refused the request.
 * @returns {Promise<[what: string, advice: (Node | string)[]]>}
 */
export async function explain(base, signal, isForbiddenHere) {
  const { origin: page, protocol } = location;
  const { origin, protocol: theirs, hostname, port } = new URL(base);
  const where = protocol === "file:" ? "null" : page;
  const start = `callsheet serve --port ${port || "8765"} --cors-origin ${where}`;
  if (isForbiddenHere) {
    return [
      phrase`This page's Content-Security-Policy does not let it ask ${origin}.`,
      [
        phrase`Whoever serves this site has to name that origin under `,
        code("connect-src"),
        phrase`.`,
      ],
    ];
  }
  if (protocol === "https:" && theirs === "http:" && !isLoopback(hostname)) {
    return [
      phrase`A page of https: cannot ask a server of http: (mixed content).`,
      [phrase`Use the server's https: address, or open this page from http:.`],
    ];
  }
  if (!navigator.onLine && !isLoopback(hostname)) {
    return [phrase`The browser is offline.`, [phrase`Connect to the network and send again.`]];
  }
  if (origin !== page && (await answers(base, signal))) {
    return [
      phrase`${origin} answers, but does not let pages of this origin (${where}) read its answers (CORS).`,
      [
        ...[
          phrase`Of the reference server, allow it with `,
          code(start),
          phrase`; of another server, add `,
        ],
        ...[
          code(where),
          phrase` to the origins that it allows. The request may have been carried out.`,
        ],
      ],
    ];
  }
  const fromDisk =
    protocol === "file:" ? phrase`This page comes from a disk, so a server is needed. ` : "";
  const advice = isLoopback(hostname)
    ? [phrase`Start the reference server with `, code(start), phrase` and send again.`]
    : [
        phrase`Is the address right, and can you reach it from here? To try the reference server instead, start `,
        code(`callsheet serve --cors-origin ${where}`),
        phrase` and choose its address.`,
      ];
  return [phrase`No server answers at ${base}.`, [fromDisk, ...advice]];
}

/** @param {string} text */
function code(text) {
  return make("code", {}, text);
}
