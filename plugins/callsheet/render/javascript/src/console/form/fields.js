// Fields for parameters: a control that suits the type, a hint, and an error message.

import { make } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { afterPress } from "../pressing.js";
import { expectation } from "../schema/field_types.js";
import { styledValue } from "../schema/parameter_styles.js";
import { isSecret } from "../secrets.js";

/** @import { ParameterData } from "../operation_data.js" */

/** @typedef {"path" | "query" | "header"} Place */
/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/**
 * The field of a parameter.
 *
 * @typedef {object} Field
 * @property {string} name
 * @property {Place} place
 * @property {HTMLElement} element
 * @property {() => string} check Shows and returns the error; empty if there is none.
 * @property {() => boolean} isSendable Whether a browser can send the content, right or wrong.
 * @property {() => string} get
 * @property {(value: string) => void} set
 */

const INPUT_MODES = new Map([
  ["int32", "numeric"],
  ["int64", "numeric"],
  ["double", "decimal"],
]);
// What a script may not set (Fetch Standard, "forbidden request-header").
const FORBIDDEN =
  /^(accept-(charset|encoding)|access-control-.*|connection|content-length|cookie2?|date|dnt|expect|host|keep-alive|origin|proxy-.*|referer|sec-.*|set-cookie|te|trailer|transfer-encoding|upgrade|via)$/i;
// RFC 9110, 5.5: of all else, browsers and programs make different bytes.
const FIELD_VALUE = /^[\t\x20-\x7e]*$/;
let idCount = 0;

/** Return an id that no page has, for labels and descriptions. */
export function newId() {
  idCount += 1;
  return `callsheet-console-${idCount}`;
}

/**
 * Make the frame of a control: its label, its description, and a place for its error.
 *
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
export function labelled(label, control, hint = "") {
  const id = newId();
  const fault = make("span", { id: `${id}-fault`, class: "callsheet-fault", hidden: true });
  control.id = id;
  control.setAttribute("aria-describedby", `${id}-hint ${id}-fault`);
  const element = make(
    "div",
    { class: "callsheet-field" },
    make("label", { for: id }, label),
    make(
      "div",
      {},
      control,
      make("span", { id: `${id}-hint`, class: "callsheet-note", hidden: !hint }, hint),
      fault,
    ),
  );
  return {
    element,
    /**
     * Show an error, or that there is none.
     *
     * @param {string} message
     */
    blame(message) {
      fault.textContent = message;
      fault.hidden = !message;
      control.setAttribute("aria-invalid", String(Boolean(message)));
      return message;
    },
  };
}

/**
 * @param {string} value
 * @param {string} [text]
 */
export function option(value, text = value) {
  return make("option", { value }, text);
}

/** @param {ParameterData} parameter */
function isList({ type, shape }) {
  return type === "array" || shape === "array";
}

/**
 * Make the control for the type of a parameter.
 *
 * @param {ParameterData} parameter
 * @returns {Control}
 */
function controlFor(parameter) {
  const { name, type, values: allowed, required } = parameter;
  if (allowed?.length || type === "bool") {
    const choices = allowed?.length ? allowed : ["true", "false"];
    return make(
      "select",
      {},
      option("", required ? phrase`Choose …` : phrase`not sent`),
      ...choices.map((each) => option(each)),
    );
  }
  const others = {
    placeholder: placeholderFor(parameter),
    autocomplete: "off",
    spellcheck: "false",
  };
  // Not of the type `number`: who wants to see a refusal sends what is none.
  return make("input", {
    type: isSecret(name) ? "password" : "text",
    inputmode: INPUT_MODES.get(type ?? "") ?? "text",
    ...others,
  });
}

/** @param {ParameterData} parameter */
function placeholderFor(parameter) {
  if (parameter.type === "date-time") return "2026-11-21T09:30:00Z";
  if (isList(parameter)) return phrase`one, two`;
  if (parameter.shape === "object") return '{"key": "value"}';
  return parameter.required ? "" : phrase`not sent`;
}

/**
 * Make the field of a parameter.
 *
 * @param {ParameterData} parameter
 * @param {Place} place
 * @param {() => void} onChange
 * @returns {Field}
 */
export function parameterField(parameter, place, onChange) {
  const { name, type, required, shape } = parameter;
  const control = controlFor(parameter);
  const forbidden = place === "header" && FORBIDDEN.test(name);
  const hints = [
    type,
    required && phrase`required`,
    isList(parameter) && phrase`commas between the values`,
    shape === "object" && phrase`an object in JSON`,
    forbidden && phrase`set by the browser itself`,
  ];
  const { element, blame } = labelled(name, control, hints.filter(Boolean).join(", "));
  if (required) control.setAttribute("aria-required", "true");
  control.disabled = forbidden;
  const check = () => blame(faultOf(parameter, place, control));
  control.addEventListener("input", () => {
    // While the reader types, errors disappear but no new ones are shown.
    if (control.getAttribute("aria-invalid") === "true") check();
    onChange();
  });
  control.addEventListener("change", () => afterPress(check));
  return {
    name,
    place,
    element,
    check,
    isSendable: () => !unsendable(place, control.value),
    get: () => (forbidden ? "" : control.value),
    set(value) {
      // A value that is not on the list is still shown, with an error.
      const options = control instanceof HTMLSelectElement ? [...control.options] : null;
      if (value && options && !options.some((each) => each.value === value)) {
        control.append(option(value));
      }
      control.value = value;
      blame("");
    },
  };
}

/**
 * Return the error of the content of a field; empty if there is none.
 *
 * @param {ParameterData} parameter
 * @param {Place} place
 * @param {Control} control
 */
function faultOf(parameter, place, control) {
  const { name, required } = parameter;
  const text = control.value;
  if (!text) return required && !control.disabled ? phrase`${name} is required.` : "";
  return textFault(parameter, place, text);
}

/**
 * Return the error of the text of a parameter; empty if there is none.
 *
 * @param {ParameterData} parameter
 * @param {Place} place
 * @param {string} text
 */
export function textFault({ name, type, values: allowed, shape }, place, text) {
  const fault = unsendable(place, text);
  if (fault) return `${name}: ${fault}.`;
  if (shape === "object" && styledValue(text, { shape }) === null) {
    return phrase`${name}: expected ${phrase`an object in JSON`}.`;
  }
  const expected = expectation(text, type, allowed);
  return expected && phrase`${name}: expected ${expected}.`;
}

/**
 * Tell why a browser cannot send a text as it is; empty if it can.
 *
 * @param {Place} place
 * @param {string} text
 */
function unsendable(place, text) {
  if (place === "path" && /^\.{1,2}$/.test(text)) return phrase`a path cannot have ${text} in it`;
  const isLine = FIELD_VALUE.test(text) && text === text.trim();
  return place === "header" && !isLine ? phrase`expected one line of ASCII characters` : "";
}
