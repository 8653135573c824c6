// Credentials: the reader's own, those of the example, or none.

import { API_KEY, credentials, make, schemes, VALID, values } from "../../page/shared.js";
import { phrase } from "../../phrase.js";
import { labelled, option } from "./fields.js";

/** @import { OperationData } from "../operation_data.js" */
/** @import { Pair } from "../request.js" */

/**
 * The fields of the credentials.
 *
 * @typedef {object} Signing
 * @property {HTMLElement} element
 * @property {() => Pair | null} field The header field with the credentials.
 * @property {() => void} fill Fills in the reader's own values.
 * @property {() => boolean} isOwn Whether they are the reader's own.
 * @property {() => string} choice The way to sign in.
 * @property {(choice: string) => void} choose
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

/** @param {string} scheme */
function described(scheme) {
  if (scheme === "Basic") return phrase`Basic: user and password`;
  return scheme === API_KEY ? phrase`API key: a header field` : phrase`${scheme}: token`;
}

/**
 * Return the names of the values that a way to sign in needs.
 *
 * @param {string} choice
 */
function needed(choice) {
  if (/^(example|none)$/.test(choice)) return [];
  if (choice === "Basic") return ["user", "password"];
  return choice === API_KEY ? ["keyName", "key"] : ["token"];
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
      ? [
          option(
            "example",
            user ? phrase`As ${user}, as in the example` : phrase`As in the example`,
          ),
        ]
      : []),
    ...schemes().map((each) => option(each, described(each))),
    option("none", phrase`No credentials`),
  );
  const scheme = labelled(phrase`Sign in`, select);
  const isOwn = () => needed(select.value).length > 0;
  const inputs = [
    valueField("user", phrase`User`, "text"),
    valueField("password", phrase`Password`, "password"),
    valueField("token", phrase`Token`, "password"),
    valueField("keyName", phrase`Header field`, "text", "X-API-Key"),
    valueField("key", phrase`Key`, "password"),
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
    phrase`Forget`,
  );
  const note = make(
    "p",
    { class: "callsheet-note callsheet-line" },
    `${phrase`They stay in this tab, and go only to the server above.`} `,
    forget,
  );
  const show = () => {
    const shown = needed(select.value);
    for (const { name, element } of inputs) element.hidden = !shown.includes(name);
    note.hidden = !shown.length;
  };
  const fill = () => {
    const given = values.get();
    for (const each of inputs) each.fill(given[each.name] ?? "");
  };
  const start = () => {
    const given = values.get();
    if (credentials(given)) select.value = given.scheme ?? "Basic";
    // Who has no credentials sees what the server says to that.
    else select.value = data.authorization ? "example" : "none";
    fill();
    show();
  };
  const chosen = () => {
    if (isOwn()) values.set("scheme", select.value);
    show();
  };
  select.addEventListener("change", () => {
    chosen();
    onChange();
  });
  start();
  return {
    element: make(
      "fieldset",
      {},
      make("legend", {}, phrase`Credentials`),
      scheme.element,
      ...inputs.map(({ element }) => element),
      note,
    ),
    fill,
    isOwn,
    choice: () => select.value,
    choose(choice) {
      if (choice === select.value) return;
      select.value = choice;
      chosen();
    },
    field() {
      if (select.value === "none") return null;
      if (!isOwn()) return data.authorization ? ["Authorization", data.authorization] : null;
      return credentials({ ...values.get(), scheme: select.value });
    },
    check: () =>
      inputs.map(({ element, check }) => (element.hidden ? "" : check())).filter(Boolean),
  };
}

/**
 * Make the field of one of the reader's values.
 *
 * @param {"user" | "password" | "token" | "keyName" | "key"} name
 * @param {string} label
 * @param {string} type
 * @param {string} [fallback] What an empty field stands for.
 */
function valueField(name, label, type, fallback = "") {
  const control = make("input", {
    type,
    autocomplete: "off",
    spellcheck: "false",
    placeholder: fallback,
  });
  const { element, blame } = labelled(label, control);
  const pattern = name === "user" || name === "password" ? null : VALID[name];
  const fits = (/** @type {string} */ text) => !pattern || pattern.test(text);
  control.addEventListener("input", () => {
    const value = control.value.trim();
    const isGood = !value || fits(value);
    const expected =
      name === "keyName"
        ? phrase`letters, digits, - and _`
        : phrase`letters, digits and . _ ~ + / = : -`;
    blame(isGood ? "" : phrase`${label}: expected ${expected} only.`);
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
      const value = control.value.trim() || fallback;
      const isGood = value && fits(value);
      return blame(isGood ? "" : phrase`${label} is required, or choose another way to sign in.`);
    },
  };
}
