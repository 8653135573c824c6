// The script of the dialog that asks for the reader's own values, which is loaded on first use.

import {
  API_KEY,
  all,
  make,
  openDialog,
  placeholders,
  schemes,
  VALID,
  values,
} from "../page/shared.js";
import { phrase } from "../phrase.js";

/** Open the dialog with the fields that this page uses. */
function askForValues() {
  const places = placeholders();
  const names = [...new Set(places.map((place) => place.dataset.fill ?? ""))];
  const paths = names.filter((name) => name.startsWith("path:"));
  const note = make("p", { class: "callsheet-note", role: "status" });
  const given = values.get();
  /**
   * @param {string} name
   * @param {string} label
   * @param {RegExp | null} valid
   * @param {string} hint What the value may be made of.
   * @param {string} [type]
   */
  const field = (name, label, valid, hint, type = "text") => {
    const id = `callsheet-value-${name}`;
    const input = make("input", {
      id,
      type,
      autocomplete: "off",
      spellcheck: "false",
      "data-value": name,
      input() {
        const text = name === "base" ? input.value.trim().replace(/\/+$/, "") : input.value.trim();
        const fits = !text || !valid || valid.test(text);
        input.setAttribute("aria-invalid", String(!fits));
        note.textContent = fits ? "" : `${label}: ${hint}`;
        if (!/^(?:base|path:)/.test(name)) values.set("scheme", scheme.value);
        values.set(name, fits ? text : "");
      },
    });
    input.value = given[name] ?? "";
    return make("p", { class: "callsheet-field" }, make("label", { for: id }, label), input);
  };
  const scheme = make(
    "select",
    {
      id: "callsheet-value-scheme",
      change() {
        values.set("scheme", scheme.value);
        choose();
      },
    },
    ...schemes().map((each) =>
      make("option", { value: each }, each === API_KEY ? phrase`API key` : each),
    ),
  );
  // Who has chosen none sees what the page takes.
  scheme.value = given.scheme ?? scheme.options[0].value;
  const basic = make(
    "div",
    {},
    field("user", phrase`User`, null, ""),
    field("password", phrase`Password`, null, "", "password"),
  );
  const letters = phrase`letters, digits and . _ ~ + / = : - only.`;
  const token = make("div", {}, field("token", phrase`Token`, VALID.token, letters, "password"));
  const key = make(
    "div",
    {},
    field("keyName", phrase`Header field`, VALID.keyName, phrase`letters, digits, _ and - only.`),
    field("key", phrase`Key`, VALID.key, letters, "password"),
  );
  /** @type {HTMLInputElement} */ (key.querySelector("input")).placeholder = "X-API-Key";
  const choose = () => {
    basic.hidden = scheme.value !== "Basic";
    key.hidden = scheme.value !== API_KEY;
    token.hidden = !basic.hidden || !key.hidden;
  };
  choose();
  // Outside of a string literal, only a number is safe.
  const isNumber = (/** @type {string} */ name) =>
    places.some(({ dataset }) => dataset.quote === "" && dataset.fill === name);
  openDialog(
    phrase`Your values`,
    make(
      "p",
      {},
      phrase`They are filled into the samples of every page, stay in this tab until you close it, and are sent nowhere.`,
    ),
    names.includes("base") &&
      field(
        "base",
        phrase`Address of the server`,
        VALID.base,
        phrase`an address such as https://example.com/tenant.`,
      ),
    make(
      "p",
      { class: "callsheet-field" },
      make("label", { for: scheme.id }, phrase`Authentication`),
      scheme,
    ),
    basic,
    token,
    key,
    make(
      "p",
      { class: "callsheet-note" },
      phrase`Programs that sign in by another scheme are changed to this one, where that is possible.`,
    ),
    ...paths.map((name) =>
      isNumber(name)
        ? field(name, name.slice(5), VALID.number, phrase`a number, please.`)
        : field(name, name.slice(5), VALID.path, phrase`letters, digits and . _ ~ - only.`),
    ),
    note,
    make(
      "p",
      {},
      make(
        "button",
        {
          type: "button",
          class: "callsheet-button",
          click() {
            values.forget();
            for (const input of all("[data-value]")) {
              /** @type {HTMLInputElement} */ (input).value = "";
            }
            scheme.selectedIndex = 0;
            choose();
            note.textContent = phrase`Forgotten.`;
          },
        },
        phrase`Forget all`,
      ),
    ),
  );
}

window.callsheet.askForValues = askForValues;
