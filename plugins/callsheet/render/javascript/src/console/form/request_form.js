// The form of a request, and the request that it produces.

import { make, VALID, values } from "../../page/shared.js";
import { isJson } from "../media_types.js";
import { pathOf } from "../request.js";
import { styledPairs, styledPart } from "../schema/parameter_styles.js";
import { makeBody } from "./body.js";
import { labelled, option, parameterField } from "./fields.js";
import { allowedServers, serverField } from "./servers.js";
import { basicOf, makeSigning } from "./signing.js";

/** @import { BodyFields } from "./body.js" */
/** @import { Field, Place } from "./fields.js" */
/** @import { OperationData, ParameterData } from "../operation_data.js" */
/** @import { Pair, Request } from "../request.js" */
/** @import { Settings } from "./servers.js" */
/** @import { Signing } from "./signing.js" */
/** @import { Values } from "../../page/values.js" */

const WORKSPACE = "Callsheet-Workspace";

/**
 * The parts of the form.
 *
 * @typedef {object} Form
 * @property {OperationData} data
 * @property {Map<Field, ParameterData>} parameters The fields of the parameters, in order.
 * @property {ReturnType<typeof serverField>} server
 * @property {BodyFields | null} body
 * @property {Signing} signing
 * @property {ReturnType<typeof acceptField>} accept
 */

/**
 * Make the fields of an operation.
 *
 * @param {OperationData} data
 * @param {Settings} settings
 * @param {() => void} onChange
 * @returns {Promise<Form>}
 */
export async function makeForm(data, settings, onChange) {
  const allowed = await allowedServers(settings);
  /** @type {Map<Field, ParameterData>} */
  const parameters = new Map();
  const places = /** @type {const} */ ([
    ["path", data.path],
    ["query", data.query],
    ["header", data.headers],
  ]);
  for (const [place, found = []] of places) {
    for (const each of found) parameters.set(parameterField(each, place, onChange), each);
  }
  return {
    data,
    parameters,
    server: serverField(settings, allowed, onChange),
    body: await makeBody(data, onChange),
    signing: makeSigning(data, onChange),
    accept: acceptField(data, onChange),
  };
}

/**
 * @param {OperationData} data
 * @param {() => void} onChange
 */
function acceptField({ gets = [], accept }, onChange) {
  if (!gets.length) return null;
  const control = make("select", { change: onChange }, ...gets.map((each) => option(each)));
  control.value = gets.find((each) => each === accept) ?? gets.find(isJson) ?? gets[0];
  return { element: labelled("Accept", control).element, control };
}

/**
 * Put the values of the example, and the reader's own, into the fields.
 *
 * @param {Form} form
 * @param {Values} own
 */
export function fillForm({ data, parameters, body }, own) {
  if (data.body) body?.fill(data.body);
  for (const [field, { value = "" }] of parameters) {
    field.set((field.place === "path" && own[`path:${field.name}`]) || value);
  }
}

/**
 * @param {Form} form
 * @param {Place} place
 */
export function fieldsAt({ parameters }, place) {
  return [...parameters.keys()].filter((field) => field.place === place);
}

/**
 * Return the request that the fields describe.
 *
 * @param {Form} form
 * @returns {Request}
 */
export function requestOf(form) {
  const { data, parameters, server, body, signing, accept } = form;
  const inPath = (/** @type {string} */ name) => {
    const field = fieldsAt(form, "path").find((each) => each.name === name);
    const parameter = field && parameters.get(field);
    const text = field?.get() ?? "";
    return parameter?.style ? styledPart(parameter, text) : encodeURIComponent(text);
  };
  /** @returns {Pair[]} */
  const pairs = (/** @type {Place} */ place) =>
    fieldsAt(form, place)
      .filter((field) => field.get())
      .flatMap((field) => {
        const parameter = parameters.get(field);
        if (place === "query" && parameter?.style) return styledPairs(parameter, field.get());
        return [/** @type {Pair} */ ([field.name, field.get()])];
      });
  const content = body?.content() ?? null;
  const contentType = body && content && !content.files ? body.type() : "";
  /** @type {Pair[]} */
  const headers = pairs("header");
  if (contentType) headers.unshift(["Content-Type", contentType]);
  if (accept) headers.unshift(["Accept", accept.control.value]);
  const credential = signing.field();
  const authorization = credential?.[0] === "Authorization" ? credential[1] : "";
  const keyField = credential && !authorization ? credential[0] : "";
  const others = headers.filter(([name]) => name.toLowerCase() !== keyField.toLowerCase());
  const space = server.workspace();
  return {
    method: data.method,
    base: server.get() ?? "",
    path: pathOf(data.route, inPath),
    query: pairs("query"),
    headers: [
      ...others,
      ...(credential && keyField ? [credential] : []),
      ...(space ? [/** @type {Pair} */ ([WORKSPACE, space])] : []),
    ],
    contentType,
    body: content,
    authorization,
    keyField,
    basic: basicOf(authorization),
  };
}

/**
 * Return all errors of the fields, in their order.
 *
 * @param {Form} form
 */
export function faultsOf({ server, parameters, body, signing }) {
  const found = [...parameters.keys()].map((field) => field.check());
  return [server.check(), ...found, ...(body?.check() ?? []), ...signing.check()].filter(Boolean);
}

/**
 * Tell whether a browser can send what is in the fields, right or wrong.
 *
 * @param {Form} form
 */
export function isSendable({ server, parameters, body }) {
  return (
    Boolean(server.get()) &&
    [...parameters.keys()].every((field) => field.isSendable()) &&
    (body?.isSendable() ?? true)
  );
}

/**
 * Let the samples of this page have the path parameters that were sent.
 *
 * @param {Form} form
 * @returns {string[]} The parameters that the samples did not have before, with their values.
 */
export function shareValues(form) {
  const own = values.get();
  const sent = fieldsAt(form, "path").filter(({ get }) => VALID.path.test(get()));
  const changed = sent.filter((field) => {
    const shown = own[`path:${field.name}`] ?? form.parameters.get(field)?.value;
    return field.get() !== shown;
  });
  if (!changed.length) return [];
  values.setHere(sent.map(({ name, get }) => [`path:${name}`, get()]));
  return changed.map(({ name, get }) => `${name} ${get()}`);
}
