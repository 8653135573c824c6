// The state of a form without its secrets: what the history repeats, and a reader finds again.

import { values } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { holdsSecret, isSecret } from "../secrets.js";

/** @import { Field } from "./fields.js" */
/** @import { Pair } from "../request.js" */

/**
 * The parts of a form that have a state.
 *
 * @typedef {object} StatefulForm
 * @property {Map<Pick<Field, "place" | "name" | "get" | "set">, unknown>} parameters
 * @property {StatefulServer} server
 * @property {StatefulBody | null} body
 * @property {{ choice: () => string, choose: (choice: string) => void, isOwn: () => boolean }} signing
 * @property {{ control: { value: string } } | null} accept
 */

/**
 * @typedef {object} StatefulServer
 * @property {() => string | null} get
 * @property {() => string} workspace
 * @property {(url: string, workspace: string) => void} set
 */

/**
 * @typedef {object} StatefulBody
 * @property {() => string} type
 * @property {(mediaType: string, text: string) => void} set
 * @property {() => string} [text]
 * @property {() => Pair[]} [fields] The texts of a form.
 * @property {(fields: Pair[]) => void} [setFields]
 * @property {() => string[]} files The names of the files that the reader has chosen.
 * @property {() => void} dropFiles Goes back to the files of the site.
 */

/**
 * The state of a form.
 *
 * @typedef {object} FormState
 * @property {string} base The address of the server.
 * @property {string} workspace
 * @property {Pair[]} fields By place and name.
 * @property {string} accept
 * @property {string} sign The way to sign in.
 * @property {string} credentials The mark of the reader's own credentials; empty without them.
 * @property {string} type The media type of the body.
 * @property {string} [text] The body.
 * @property {Pair[]} [parts] The texts of a form.
 * @property {string[]} lacks What it does not have, in words.
 */

const MAX_BODY = 20_000;

/**
 * Return a body, unless it holds what has to be forgotten.
 *
 * @param {string} text
 */
export function keptBody(text) {
  if (text.length > MAX_BODY || holdsSecret(text)) return undefined;
  const names = text.match(/"([^"\\]|\\.)*"(?=\s*:)|<[\w:.-]+/g) ?? [];
  return names.some((name) => isSecret(name.replace(/["<]/g, ""))) ? undefined : text;
}

/**
 * @param {string} name
 * @param {string} value
 */
export function isKept(name, value) {
  return !isSecret(name) && !holdsSecret(value);
}

/**
 * Return the key of a field in a state.
 *
 * @param {Pick<Field, "place" | "name">} field
 */
export function fieldKey({ place, name }) {
  return `${place}:${name}`;
}

/**
 * Return the state of a form.
 *
 * @param {StatefulForm} form
 * @returns {FormState}
 */
export function stateOf({ parameters, server, body, signing, accept }) {
  const filled = [...parameters.keys()].filter((each) => each.get());
  const kept = filled.filter((each) => isKept(each.name, each.get()));
  const text = body?.text?.();
  const keptText = text === undefined ? undefined : keptBody(text);
  const parts = body?.fields?.();
  const keptParts = parts?.filter(
    ([name, value]) => isKept(name, value) && keptBody(value) !== undefined,
  );
  const names = [
    ...filled.filter((each) => !kept.includes(each)).map(({ name }) => name),
    ...(parts?.filter((part) => !keptParts?.includes(part)).map(([name]) => name) ?? []),
  ];
  const lacks = [
    ...names,
    ...(text !== undefined && keptText === undefined ? [phrase`the body`] : []),
    ...(body?.files() ?? []).map((name) => phrase`the file ${name}`),
  ];
  return {
    base: server.get() ?? "",
    workspace: server.workspace(),
    fields: kept.map((each) => [fieldKey(each), each.get()]),
    accept: accept?.control.value ?? "",
    sign: signing.choice(),
    credentials: signing.isOwn() ? (values.get().mark ?? "") : "",
    type: body?.type() ?? "",
    ...(keptText !== undefined && { text: keptText }),
    ...(keptParts && { parts: keptParts }),
    lacks,
  };
}

/**
 * Return what of a state is the reader's input, as text to compare: not where it goes.
 *
 * @param {FormState} state
 */
export function inputOf({ base: _, workspace: __, credentials: ___, ...input }) {
  return JSON.stringify(input);
}

/**
 * Put a form into a state.
 *
 * @param {StatefulForm} form
 * @param {FormState} state
 * @returns {string[]} What cannot be restored, in words; the form has nothing in its place.
 */
export function restoreState(form, state) {
  const { parameters, server, body, signing, accept } = form;
  const fields = new Map(state.fields);
  for (const field of parameters.keys()) field.set(fields.get(fieldKey(field)) ?? "");
  server.set(state.base, state.workspace);
  if (accept) accept.control.value = state.accept;
  signing.choose(state.sign);
  body?.dropFiles();
  body?.set(state.type, state.text ?? "");
  body?.setFields?.(state.parts ?? []);
  const now = stateOf(form);
  /** @type {(part: keyof FormState) => boolean} */
  const differs = (part) => JSON.stringify(now[part]) !== JSON.stringify(state[part]);
  const lacks = [...state.lacks];
  if (differs("base")) lacks.push(phrase`the server ${state.base}`);
  else if (differs("workspace")) lacks.push(phrase`the workspace ${state.workspace}`);
  if (differs("sign")) lacks.push(phrase`the sign-in ${state.sign}`);
  else if (differs("credentials")) lacks.push(phrase`the credentials`);
  if (differs("fields") || differs("parts"))
    lacks.push(phrase`fields that this page no longer has`);
  if (differs("accept") || differs("type"))
    lacks.push(phrase`a media type that this page no longer has`);
  return lacks;
}
