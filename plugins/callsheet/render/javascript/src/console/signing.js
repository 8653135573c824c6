// Credentials: the reader's own, those of the example, or none.

import { authorization, make, schemes, VALID, values } from "../page/shared.js";
import { labelled, option } from "./fields.js";

/** @import { OperationData } from "./operation_data.js" */

/**
 * The fields of the credentials.
 *
 * @typedef {object} Signing
 * @property {HTMLElement} element
 * @property {() => string} field The value of the header field Authorization; empty for none.
 * @property {() => void} fill Fills in the reader's own values.
 * @property {() => boolean} isOwn Whether they are the reader's own.
 * @property {() => string[]} check Shows and returns what is wrong.
 */

/**
 * Return the user and password of an Authorization field, if every program can spell them.
 *
 * @param {string} field
 * @returns {[user: string, password: string] | null}
 */
export function basicOf(field) {
  const [, encoded = ""] = /^Basic (\S+)$/i.exec(field) ?? [];
  try {
    const [, user, password] = /^([^:]*):([\x20-\x7e]*)$/.exec(atob(encoded)) ?? [];
    return user && /^[\x20-\x7e]+$/.test(user) ? [user, password] : null;
  } catch {
    return null;
  }
}

/**
 * Make the fields of the credentials, which all pages share.
 *
 * @param {OperationData} data
 * @param {() => void} onChange
 * @returns {Signing}
 */
export function makeSigning(data, onChange) {
  const [user] = basicOf(data.authorization ?? "") ?? [];
  const select = make(
    "select",
    {},
    ...(data.authorization
      ? [option("example", user ? `As ${user}, as in the example` : "As in the example")]
      : []),
    ...schemes().map((each) =>
      option(each, each === "Basic" ? "Basic: user and password" : `${each}: token`),
    ),
    option("none", "No credentials"),
  );
  const scheme = labelled("Sign in", select);
  const isOwn = () => !/^(example|none)$/.test(select.value);
  const inputs = [
    valueField("user", "User", "text"),
    valueField("password", "Password", "password"),
    valueField("token", "Token", "password"),
  ];
  const forget = make(
    "button",
    {
      type: "button",
      class: "callsheet-button",
      click() {
        values.forget();
        start();
        onChange();
      },
    },
    "Forget",
  );
  const note = make(
    "p",
    { class: "callsheet-note callsheet-line" },
    "They stay in this tab, and go only to the server above. ",
    forget,
  );
  const show = () => {
    const own = isOwn();
    for (const { name, element } of inputs) {
      element.hidden = !own || (name === "token") === (select.value === "Basic");
    }
    note.hidden = !own;
  };
  const fill = () => {
    const given = values.get();
    for (const each of inputs) each.fill(given[each.name] ?? "");
  };
  const start = () => {
    const given = values.get();
    if (authorization(given)) select.value = given.scheme ?? "Basic";
    else if (data.authorization) select.value = "example";
    else select.value = data.signsIn ? "Basic" : "none";
    fill();
    show();
  };
  select.addEventListener("change", () => {
    if (isOwn()) values.set("scheme", select.value);
    show();
    onChange();
  });
  start();
  return {
    element: make(
      "fieldset",
      {},
      make("legend", {}, "Credentials"),
      scheme.element,
      ...inputs.map(({ element }) => element),
      note,
    ),
    fill,
    isOwn,
    field() {
      if (select.value === "none") return "";
      if (select.value === "example") return data.authorization ?? "";
      return authorization({ ...values.get(), scheme: select.value });
    },
    check: () =>
      inputs.map(({ element, check }) => (element.hidden ? "" : check())).filter(Boolean),
  };
}

/**
 * Make the field of one of the reader's values.
 *
 * @param {"user" | "password" | "token"} name
 * @param {string} label
 * @param {string} type
 */
function valueField(name, label, type) {
  const control = make("input", { type, autocomplete: "off", spellcheck: "false" });
  const { element, blame } = labelled(label, control);
  const fits = (/** @type {string} */ text) => name !== "token" || VALID.token.test(text);
  control.addEventListener("input", () => {
    const value = control.value.trim();
    const isGood = !value || fits(value);
    blame(isGood ? "" : "Token: expected letters, digits and . _ ~ + / = : - only.");
    values.set(name, isGood ? value : "");
  });
  return {
    name,
    element,
    /** @param {string} value */
    fill(value) {
      if (control === document.activeElement) return;
      control.value = value;
      blame("");
    },
    check() {
      const value = control.value.trim();
      const isGood = value && fits(value);
      return blame(isGood ? "" : `${label} is required, or choose another way to sign in.`);
    },
  };
}
