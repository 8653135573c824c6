// The request body: an editor, a file, or the parts of a form.

const FORM = "application/x-www-form-urlencoded";
const MULTIPART = "multipart/form-data";
const MAX_FAULTS = 20;

function essence(mediaType) {
  return mediaType.split(";")[0].trim().toLowerCase();
}

function isJson(mediaType) {
  return /[/+]json$/.test(essence(mediaType));
}

function isXml(mediaType) {
  return /[/+]xml$/.test(essence(mediaType));
}

/** Makes the fields of the body, if the operation takes one. */
function makeBody(data, onChange) {
  const { body, sends = [] } = data;
  // A browser sends no content with these.
  if (!body || /^(GET|HEAD)$/.test(data.method)) return null;
  const shown = sends.find((each) => essence(each) === essence(body.type));
  const types = [...new Set([...sends.map((each) => (each === shown ? body.type : each)),
    ...(shown || !body.type ? [] : [body.type])])];
  const select = make("select", {}, ...types.map((each) => option(each)));
  const type = labelled("Content-Type", select, "");
  const parts = body.file ? fileParts(body, onChange) : body.parts
    ? formParts(body.parts, onChange) : textParts(data, onChange);
  select.addEventListener("change", () => {
    parts.retype?.(select.value);
    onChange();
  });
  const element = make("fieldset", {}, make("legend", {}, `Body: ${body.name}`),
    ...(types.length ? [type.element] : []), ...parts.elements);
  const made = {
    element,
    type: () => select.value ?? "",
    check: () => parts.check(select.value ?? ""),
    content: () => parts.content(select.value ?? ""),
    text: parts.text,
    set(value, text) {
      if (types.includes(value)) select.value = value;
      parts.set?.(select.value ?? "", text);
    },
  };
  made.set(body.type || types[0], body.text ?? "");
  return made;
}

/** Text, as the contract says what is in it. */
function textParts({ sent, types, body }, onChange) {
  const id = newId();
  const faults = make("ul", { id, class: "callsheet-faults", hidden: true });
  const editor = makeEditor(`Body: ${body.name}`, id, () => {
    if (!faults.hidden) check(kind);
    onChange();
  });
  let kind = "";
  const check = (mediaType) => {
    const found = bodyFaults(editor.get(), mediaType, sent, types ?? {});
    faults.replaceChildren(...found.map((each) => make("li", {}, each)));
    faults.hidden = !found.length;
    editor.area.setAttribute("aria-invalid", String(Boolean(found.length)));
    return found;
  };
  editor.area.addEventListener("blur", () => afterPress(() => check(kind)));
  return {
    elements: [editor.area, faults],
    control: editor.area,
    check,
    text: editor.get,
    set(mediaType, text) {
      kind = mediaType;
      editor.set(text, editorKind(mediaType));
      faults.hidden = true;
      editor.area.setAttribute("aria-invalid", "false");
    },
    retype(mediaType) {
      const text = converted(editor.get(), kind, mediaType, sent, types ?? {}, body.name);
      this.set(mediaType, text);
    },
    content(mediaType) {
      const text = editor.get();
      if (essence(mediaType) === FORM) return { form: formFields(text) };
      return { text };
    },
  };
}

/** A form is edited as the JSON object of its fields. */
function editorKind(mediaType) {
  return essence(mediaType) === FORM ? "application/json" : mediaType;
}

/** The text in another media type, as far as it can be read. */
function converted(text, from, to, schema, types, name) {
  const [was, is] = [from, to].map(editorKind);
  try {
    if (isJson(was) && isXml(is)) return toXml(name, JSON.parse(text));
    if (isXml(was) && isJson(is)) return JSON.stringify(xmlValue(readXml(text), schema, types), null, 2);
  } catch {
    // What cannot be read stays as it is.
  }
  return text;
}

/** What is wrong with a body, in words. */
function bodyFaults(text, mediaType, schema, types) {
  if (!text.trim()) return schema ? ["The body is missing."] : [];
  const kind = editorKind(mediaType);
  let value;
  try {
    if (isJson(kind)) value = JSON.parse(text);
    else if (isXml(kind)) value = xmlValue(readXml(text), schema, types);
    else return [];
  } catch (error) {
    return [`The body is no valid ${isXml(kind) ? "XML" : "JSON"}: ${error.message}.`];
  }
  if (!schema) return [];
  return first(MAX_FAULTS, violations(value, schema, types))
    .map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}.`);
}

/** The fields of a form, of the JSON object that was edited. */
function formFields(text) {
  try {
    return Object.entries(JSON.parse(text))
      .map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);
  } catch {
    return [];
  }
}

/** One file, which is the whole body, or the only part of a form. */
function fileParts(body, onChange) {
  const file = fileField("File", onChange);
  return {
    elements: [file.element],
    control: file.control,
    check: () => [file.check()].filter(Boolean),
    content: (mediaType) => essence(mediaType) === MULTIPART
      ? { fields: [], files: [["file", file.get()]] } : { file: file.get() },
  };
}

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
      fields: texts.map(({ name, get }) => [name, get()]).filter(([, value]) => value),
      files: chosen.map((each) => [each.name, each.get()]),
    }),
  };
}

function fileField(name, onChange) {
  const control = make("input", { type: "file", "aria-required": "true" });
  const { element, blame } = labelled(name, control, "required");
  const check = () => blame(control.files.length ? "" : `${name}: choose a file.`);
  control.addEventListener("change", () => {
    check();
    onChange();
  });
  return { name, element, control, check, get: () => control.files[0] ?? null };
}
