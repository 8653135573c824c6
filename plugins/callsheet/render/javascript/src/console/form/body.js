// The request body: an editor, a file, or the parts of a form.

import { make } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { makeEditor } from "../editor.js";
import { essence, FORM, MULTIPART } from "../media_types.js";
import { afterPress } from "../pressing.js";
import {
  bodyFaults,
  converted,
  editorKind,
  formFields,
  isObjectText,
} from "../schema/body_text.js";
import { labelled, newId, option, parameterField } from "./fields.js";
import { fileField, loadReadyFiles } from "./file_field.js";

/** @import { FileField } from "./file_field.js" */
/** @import { BodyData, OperationData } from "../operation_data.js" */
/** @import { Content, Pair } from "../request.js" */

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
 * @property {(mediaType: string) => boolean} [isSendable]
 * @property {() => Pair[]} [fields] The texts of a form.
 * @property {(fields: Pair[]) => void} [setFields]
 * @property {FileField[]} [files]
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
 * @property {(body: BodyData) => void} fill Fills in the body of the example.
 * @property {() => boolean} isSendable Whether a browser can send the content, right or wrong.
 * @property {() => Pair[]} [fields] The texts of a form.
 * @property {(fields: Pair[]) => void} [setFields]
 * @property {() => string[]} files The names of the files that the reader has chosen.
 * @property {() => void} dropFiles Goes back to the files that are ready.
 */

/**
 * Make the fields of the body, if the operation takes one.
 *
 * @param {OperationData} data
 * @param {() => void} onChange
 * @returns {Promise<BodyFields | null>}
 */
export async function makeBody(data, onChange) {
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
  if (body.file || body.parts?.files.length) await loadReadyFiles();
  const parts = partsOf(data, body, onChange);
  select.addEventListener("change", () => {
    parts.retype?.(select.value);
    onChange();
  });
  const element = make(
    "fieldset",
    {},
    make("legend", {}, phrase`Body: ${body.name}`),
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
      if (parts.set) parts.set(select.value, text);
      else parts.retype?.(select.value);
    },
    fill(example) {
      made.set(example.type || types[0], example.text ?? "");
      parts.setFields?.(example.parts?.fields ?? []);
      made.dropFiles();
    },
    isSendable: () => parts.isSendable?.(select.value) ?? true,
    fields: parts.fields,
    setFields: parts.setFields,
    files: () => (parts.files ?? []).map(({ own }) => own()).filter(Boolean),
    dropFiles() {
      for (const file of parts.files ?? []) file.drop();
    },
  };
  return made;
}

/**
 * @param {OperationData} data
 * @param {BodyData} body
 * @param {() => void} onChange
 */
function partsOf(data, body, onChange) {
  if (body.file) return fileParts(body.file, onChange);
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
  const editor = makeEditor(phrase`Body: ${body.name}`, id, () => {
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
    // The fields of a form are those of the object that is edited.
    isSendable: (mediaType) => essence(mediaType) !== FORM || isObjectText(editor.get()),
  };
}

/**
 * Make the field of one file, which is the whole body, or the only part of a form.
 *
 * @param {string} usual The media type of the file that the samples send.
 * @param {() => void} onChange
 * @returns {BodyParts}
 */
function fileParts(usual, onChange) {
  const file = fileField(phrase`File`, usual, onChange);
  return {
    elements: [file.element],
    check: () => [file.check()].filter(Boolean),
    content(mediaType) {
      const chosen = file.get();
      if (essence(mediaType) !== MULTIPART) return { file: chosen };
      return { fields: [], files: [["file", chosen]] };
    },
    retype: file.retype,
    files: [file],
  };
}

/**
 * Make the fields of the parts of a form.
 *
 * @param {NonNullable<BodyData["parts"]>} parts
 * @param {() => void} onChange
 * @returns {BodyParts}
 */
function formParts({ fields, files }, onChange) {
  const texts = fields.map(([name]) => parameterField({ name }, "query", onChange));
  const chosen = files.map(([name, usual]) => fileField(name, usual, onChange));
  const filled = () =>
    texts.map(({ name, get }) => /** @type {Pair} */ ([name, get()])).filter(([, value]) => value);
  return {
    elements: [...texts, ...chosen].map(({ element }) => element),
    check: () => chosen.map((each) => each.check()).filter(Boolean),
    content: () => ({ fields: filled(), files: chosen.map((each) => [each.name, each.get()]) }),
    fields: filled,
    setFields(given) {
      const rest = [...given];
      // A form may have several fields of one name.
      for (const field of texts) {
        const at = rest.findIndex(([name]) => name === field.name);
        field.set(at < 0 ? "" : rest.splice(at, 1)[0][1]);
      }
    },
    files: chosen,
  };
}
