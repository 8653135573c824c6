// Fields for parameters: a control after the type, what belongs there, and what is wrong with it.

const MAX_INT32 = 2 ** 31 - 1;
// What a script may not set (Fetch Standard, "forbidden request-header").
const FORBIDDEN = /^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i;
// RFC 9110, 5.5: of all else, browsers and programs make different bytes.
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;
// As the command line has it, where it keeps secrets out of reports. An author is no secret.
const SECRET = /auth(?!or(?!iz))|token|cookie|secret|passw|pwd|(api|access|private)[_-]?key|credential|session|^(so[_-]?)?ticket$/i;
let fieldCount = 0;

/** An id that no page has, for what labels and describes. */
function newId() {
  fieldCount += 1;
  return `callsheet-console-${fieldCount}`;
}

/** A control with its label, what is said of it, and a place for what is wrong with it. */
function labelled(label, control, hint) {
  const id = newId();
  const fault = make("span", { id: `${id}-fault`, class: "callsheet-fault", hidden: true });
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  const element = make("div", { class: "callsheet-field" },
    make("label", { for: id }, label),
    make("div", {}, control,
      make("span", { id: `${id}-hint`, class: "callsheet-note", hidden: !hint }, hint), fault));
  return {
    element,
    /** Shows what is wrong; with nothing, that nothing is. */
    blame(message) {
      fault.textContent = message;
      fault.hidden = !message;
      control.setAttribute("aria-invalid", String(Boolean(message)));
      return message;
    },
  };
}

let isPressed = false;
addEventListener("pointerdown", () => { isPressed = true; }, true);
for (const type of ["pointerup", "pointercancel"]) {
  addEventListener(type, () => { isPressed = false; }, true);
}

/** Does what may move things on the page: not while a button is pressed, or the click would miss it. */
function afterPress(act) {
  if (!isPressed) act();
  else addEventListener("pointerup", () => setTimeout(act), { once: true });
}

function option(value, text = value) {
  return make("option", { value }, text);
}

/** The control for a type. */
function controlFor({ name, type, values: allowed, required, shape }) {
  const isList = type === "array" || shape === "array";
  if (allowed?.length || type === "bool") {
    const choices = allowed?.length ? allowed : ["true", "false"];
    return make("select", {}, option("", required ? "Choose …" : "not sent"),
      ...choices.map((each) => option(each)));
  }
  const number = type === "int32"
    ? { type: "number", step: "1", min: String(-MAX_INT32 - 1), max: String(MAX_INT32) }
    : type === "double" ? { type: "number", step: "any" }
      : { type: SECRET.test(name) ? "password" : "text", inputmode: type === "int64" ? "numeric" : "text" };
  const placeholder = type === "date-time" ? "2026-11-21T09:30:00Z"
    : isList ? "one, two" : shape === "object" ? '{"key": "value"}' : required ? "" : "not sent";
  return make("input", { ...number, placeholder, autocomplete: "off", spellcheck: "false" });
}

/** Makes the field of a parameter; `place` is `path`, `query` or `header`. */
function parameterField(parameter, place, onChange) {
  const { name, type, required, shape } = parameter;
  const control = controlFor(parameter);
  const forbidden = place === "header" && FORBIDDEN.test(name);
  const hint = [type, required && "required", (type === "array" || shape === "array") && "commas between the values",
    shape === "object" && "an object in JSON",
    forbidden && "set by the browser itself"].filter(Boolean).join(", ");
  const { element, blame } = labelled(name, control, hint);
  if (required) control.setAttribute("aria-required", "true");
  control.disabled = forbidden;
  const check = () => blame(faultOf(parameter, place, control));
  control.addEventListener("input", () => {
    // Who is still writing is not told of faults, only of mended ones.
    if (control.getAttribute("aria-invalid") === "true") check();
    onChange();
  });
  control.addEventListener("change", () => afterPress(check));
  return {
    name, place, element, control, check,
    get: () => (forbidden ? "" : control.value),
    set(value) {
      // A value that is not on the list can still be looked at, and is told to be wrong.
      if (value && control.tagName === "SELECT" && ![...control.options].some((o) => o.value === value)) {
        control.append(option(value));
      }
      control.value = value;
      blame("");
    },
  };
}

function faultOf({ name, type, values: allowed, required, shape }, place, control) {
  const text = control.value;
  if (!text && control.validity.badInput) return `${name}: expected ${EXPECTED[type]}.`;
  if (!text) return required && !control.disabled ? `${name} is required.` : "";
  if (place === "path" && /^\.{1,2}$/.test(text)) return `${name}: a path cannot have ${text} in it.`;
  if (place === "header" && (!FIELD_VALUE.test(text) || text !== text.trim())) {
    return `${name}: expected one line of ASCII characters.`;
  }
  if (shape === "object" && styledValue(text, { shape }) === null) {
    return `${name}: expected an object in JSON.`;
  }
  const expected = expectation(text, type, allowed);
  return expected && `${name}: expected ${expected}.`;
}
