// The request body: an editor, a file, or the parts of a form.

import { make } from "../page/shared.js";
import { bodyFaults, converted, editorKind, formFields } from "./body_text.js";
import { makeEditor } from "./editor.js";
import { labelled, newId, option, parameterField } from "./fields.js";
import { essence, FORM, MULTIPART } from "./media_types.js";
import { afterPress } from "./pressing.js";

/** @import { BodyData, OperationData } from "./operation_data.js" */
/** @import { Content, Pair } from "./request.js" */

/**
 * The fields of a body.
 *
 * @typedef {object} BodyParts
 * @property {HTMLElement[]} elements
 * @property {(mediaType: string) => string[]} check Shows and returns what is wrong.
 * @property {(mediaType: string) => Content} content
 * @property {() => string} [text]
 * @property {(mediaType: string, text: string) => void} [set]
 * @property {(mediaType: string) => void} [retype] Converts the content to another media type.
 */

/**
 * The fields of the body, with that of its media type.
 *
 * @typedef {object} BodyFields
 * @property {HTMLElement} element
 * @property {() => string} type
 * @property {() => string[]} check
 * @property {() => Content} content
 * @property {() => string} [text]
 * @property {(mediaType: string, text: string) => void} set
 */

/**
 * Make the fields of the body, if the operation takes one.
 *
 * @param {OperationData} data
 * @param {() => void} onChange
 * @returns {BodyFields | null}
 */
export function makeBody(data, onChange) {
  const { body, sends = [] } = data;
  // A browser sends no content with these.
  if (!body || /^(GET|HEAD)$/.test(data.method)) return null;
  const shown = sends.find((each) => essence(each) === essence(body.type));
  const types = [
    ...new Set([
      ...sends.map((each) => (each === shown ? body.type : each)),
      ...(shown || !body.type ? [] : [body.type]),
    ]),
  ];
  const select = make("select", {}, ...types.map((each) => option(each)));
  const type = labelled("Content-Type", select);
  const parts = partsOf(data, body, onChange);
  select.addEventListener("change", () => {
    parts.retype?.(select.value);
    onChange();
  });
  const element = make(
    "fieldset",
    {},
    make("legend", {}, `Body: ${body.name}`),
    ...(types.length ? [type.element] : []),
    ...parts.elements,
  );
  /** @type {BodyFields} */
  const made = {
    element,
    type: () => select.value,
    check: () => parts.check(select.value),
    content: () => parts.content(select.value),
    text: parts.text,
    set(mediaType, text) {
      if (types.includes(mediaType)) select.value = mediaType;
      parts.set?.(select.value, text);
    },
  };
  made.set(body.type || types[0], body.text ?? "");
  return made;
}

/**
 * @param {OperationData} data
 * @param {BodyData} body
 * @param {() => void} onChange
 */
function partsOf(data, body, onChange) {
  if (body.file) return fileParts(onChange);
  return body.parts ? formParts(body.parts, onChange) : textParts(data, body, onChange);
}

/**
 * Make the field of a text body, which is checked against its schema.
 *
 * @param {OperationData} data
 * @param {BodyData} body
 * @param {() => void} onChange
 * @returns {BodyParts}
 */
function textParts({ sent, types = {} }, body, onChange) {
  const id = newId();
  const faults = make("ul", { id, class: "callsheet-faults", hidden: true });
  const editor = makeEditor(`Body: ${body.name}`, id, () => {
    if (!faults.hidden) check(kind);
    onChange();
  });
  let kind = "";
  const check = (/** @type {string} */ mediaType) => {
    const found = bodyFaults(editor.get(), mediaType, sent, types);
    faults.replaceChildren(...found.map((each) => make("li", {}, each)));
    faults.hidden = !found.length;
    editor.area.setAttribute("aria-invalid", String(Boolean(found.length)));
    return found;
  };
  editor.area.addEventListener("blur", () => afterPress(() => check(kind)));
  const set = (/** @type {string} */ mediaType, /** @type {string} */ text) => {
    kind = mediaType;
    editor.set(text, editorKind(mediaType));
    faults.hidden = true;
    editor.area.setAttribute("aria-invalid", "false");
  };
  return {
    elements: [editor.area, faults],
    check,
    text: editor.get,
    set,
    retype(mediaType) {
      set(mediaType, converted(editor.get(), kind, mediaType, sent, types, body.name));
    },
    content(mediaType) {
      const text = editor.get();
      return essence(mediaType) === FORM ? { form: formFields(text) } : { text };
    },
  };
}

/**
 * Make the field of one file, which is the whole body, or the only part of a form.
 *
 * @param {() => void} onChange
 * @returns {BodyParts}
 */
function fileParts(onChange) {
  const file = fileField("File", onChange);
  return {
    elements: [file.element],
    check: () => [file.check()].filter(Boolean),
    content: (mediaType) =>
      essence(mediaType) === MULTIPART
        ? { fields: [], files: [["file", file.get()]] }
        : { file: file.get() },
  };
}

/**
 * Make the fields of the parts of a form.
 *
 * @param {{ fields: Pair[], files: string[] }} parts
 * @param {() => void} onChange
 * @returns {BodyParts}
 */
function formParts({ fields, files }, onChange) {
  const texts = fields.map(([name, value]) => {
    const made = parameterField({ name }, "query", onChange);
    made.set(value);
    return made;
  });
  const chosen = files.map((name) => fileField(name, onChange));
  return {
    elements: [...texts, ...chosen].map(({ element }) => element),
    check: () => chosen.map((each) => each.check()).filter(Boolean),
    content: () => ({
      fields: texts
        .map(({ name, get }) => /** @type {Pair} */ ([name, get()]))
        .filter(([, value]) => value),
      files: chosen.map((each) => [each.name, each.get()]),
    }),
  };
}

/**
 * @param {string} name
 * @param {() => void} onChange
 */
function fileField(name, onChange) {
  const control = make("input", { type: "file", "aria-required": "true" });
  const { element, blame } = labelled(name, control, "required");
  const chosen = () => control.files?.[0] ?? null;
  const check = () => blame(chosen() ? "" : `${name}: choose a file.`);
  control.addEventListener("change", () => {
    check();
    onChange();
  });
  return { name, element, check, get: chosen };
}
