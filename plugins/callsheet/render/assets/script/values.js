// The reader's own values: kept for the session of this tab, filled into the samples, masked on
// screen, and never sent or put into an address.

const MASK = "••••••";
const keptValues = keep("sessionStorage", "callsheet.values");
const written = new WeakMap();
const listeners = new Set();

const values = {
  get() {
    try {
      return JSON.parse(keptValues.get()) ?? {};
    } catch {
      return {};
    }
  },
  set(name, value) {
    const all = { ...this.get(), [name]: value };
    if (!value) delete all[name];
    keptValues.set(Object.keys(all).length ? JSON.stringify(all) : null);
    refill();
  },
  forget() {
    keptValues.set(null);
    refill();
  },
  onChange(listener) {
    listeners.add(listener);
  },
};

// What a value may be made of. These need no escaping in any language, so only user and password,
// which may be anything, are escaped.
const VALID = {
  base: /^https?:\/\/[^\s"'`\\$<>?#]+$/i,
  token: /^[\w.~+\/=:-]+$/,
  path: /^[\w.~-]+$/,
  number: /^-?\d+(\.\d+)?$/,
};

/** The value of the header field Authorization (RFC 7617, RFC 6750); empty without credentials. */
function authorization({ scheme = "Basic", user, password, token }) {
  if (scheme !== "Basic") return token ? `${scheme} ${token}` : "";
  if (!user || !password) return "";
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

/** The schemes of the header field that a reader may choose: those of the page, and the chosen one. */
function schemes() {
  const page = document.querySelector("[data-callsheet-schemes]");
  const own = page?.dataset.callsheetSchemes.split(" ") ?? [];
  return [...new Set(["Basic", "Bearer", ...own, values.get().scheme ?? "Basic"])];
}

/** A text within a string literal. */
function inString(text, mark, language) {
  if (!mark) return text;
  if (/^(bash|sh|shell|console|curl)$/.test(language)) {
    return mark === "'" ? text.replaceAll("'", "'\\''") : text.replace(/[\\"$`]/g, "\\$&");
  }
  if (/^(powershell|pwsh)$/.test(language)) {
    return mark === "'" ? text.replaceAll("'", "''") : text.replace(/["$`]/g, "`$&");
  }
  const escaped = text.replaceAll("\\", "\\\\").replaceAll(mark, `\\${mark}`);
  if (mark !== '"') return escaped;
  if (/^(php|perl|kotlin|dart|groovy)$/.test(language)) return escaped.replaceAll("$", "\\$");
  return language === "ruby" ? escaped.replaceAll("#", "\\#") : escaped;
}

/** What stands in a place: the code, and what the screen shows of it; null to leave it. */
function filling(place, all) {
  const { fill, quote = '"' } = place.dataset;
  const language = place.closest("[data-language]")?.dataset.language ?? "";
  const basic = (all.scheme ?? "Basic") === "Basic" && all.user && all.password;
  const secret = (text) => ({ text: inString(text, quote, language), shown: MASK });
  const open = (text) => ({ text, shown: text });
  if (fill === "base") return all.base ? open(all.base) : null;
  if (fill === "authorization") {
    const text = authorization(all);
    return text ? { text, shown: `${text.split(" ")[0]} ${MASK}` } : null;
  }
  if (fill === "user") return basic ? open(inString(all.user, quote, language)) : null;
  if (fill === "password") return basic ? secret(all.password) : null;
  if (fill === "credentials") return basic ? secret(`${all.user}:${all.password}`) : null;
  const value = all[fill];
  return value && (quote || VALID.number.test(value)) ? open(value) : null;
}

/** Writes the values into all places of the page. */
function refill() {
  const all = values.get();
  for (const place of document.querySelectorAll("[data-fill]")) {
    if (!written.has(place)) written.set(place, place.textContent);
    const filled = filling(place, all);
    place.classList.toggle("callsheet-filled", filled !== null);
    place.textContent = filled ? filled.shown : written.get(place);
  }
  for (const listener of listeners) listener(all);
}

/** The text of a sample as it is to be run: with the values, and nothing masked. */
function codeText(code) {
  const all = values.get();
  const copy = code.cloneNode(true);
  const places = code.querySelectorAll("[data-fill]");
  copy.querySelectorAll("[data-fill]").forEach((place, index) => {
    const original = places[index];
    place.textContent = filling(original, all)?.text ?? written.get(original) ?? place.textContent;
  });
  return copy.textContent;
}

/** Opens the dialog with the fields that this page has a use for. */
function askForValues() {
  const names = new Set([...document.querySelectorAll("[data-fill]")].map((e) => e.dataset.fill));
  const paths = [...names].filter((name) => name.startsWith("path:"));
  const note = make("p", { class: "callsheet-note", role: "status" });
  const all = values.get();
  const field = (name, label, kind, hint, type = "text") => {
    const id = `callsheet-value-${name}`;
    const input = make("input", {
      id, type, autocomplete: "off", spellcheck: "false", "data-value": name,
      input() {
        const text = name === "base" ? input.value.trim().replace(/\/+$/, "") : input.value.trim();
        const fits = !text || !kind || kind.test(text);
        input.setAttribute("aria-invalid", String(!fits));
        note.textContent = fits ? "" : `${label}: ${hint}`;
        values.set(name, fits ? text : "");
      },
    });
    input.value = all[name] ?? "";
    return make("p", { class: "callsheet-field" }, make("label", { for: id }, label), input);
  };
  const scheme = make("select", {
    id: "callsheet-value-scheme",
    change() {
      values.set("scheme", scheme.value);
      choose();
    },
  }, ...schemes().map((each) => make("option", { value: each }, each)));
  scheme.value = all.scheme ?? "Basic";
  const basic = make("div", {}, field("user", "User"),
    field("password", "Password", null, "", "password"));
  const token = make("div", {},
    field("token", "Token", VALID.token, "letters, digits and . _ ~ + / = : - only.", "password"),
    make("p", { class: "callsheet-note" },
      "Samples that sign in with a user and a password keep those of the page."));
  const choose = () => {
    basic.hidden = scheme.value !== "Basic";
    token.hidden = !basic.hidden;
  };
  choose();
  const numbers = (name) =>
    [...document.querySelectorAll('[data-fill][data-quote=""]')]
      .some((place) => place.dataset.fill === name);
  openDialog("Your values",
    make("p", {}, "They are filled into the samples of every page, stay in this tab until you"
      + " close it, and are sent nowhere."),
    names.has("base") && field("base", "Address of the server", VALID.base,
      "an address such as https://example.com/tenant."),
    make("p", { class: "callsheet-field" },
      make("label", { for: scheme.id }, "Authentication"), scheme),
    basic, token,
    ...paths.map((name) => numbers(name)
      ? field(name, name.slice(5), VALID.number, "a number, please.")
      : field(name, name.slice(5), VALID.path, "letters, digits and . _ ~ - only.")),
    note,
    make("p", {}, make("button", {
      type: "button", class: "callsheet-button",
      click() {
        values.forget();
        for (const input of document.querySelectorAll("[data-value]")) input.value = "";
        scheme.value = "Basic";
        choose();
        note.textContent = "Forgotten.";
      },
    }, "Forget all")));
}

/** Opens a modal dialog, which is gone again when it closes. */
function openDialog(title, ...content) {
  const close = make("button", {
    type: "button", class: "callsheet-button callsheet-close", "aria-label": "Close",
    click: () => dialog.close(),
  }, "×");
  const dialog = make("dialog", {
    class: "callsheet callsheet-dialog md-typeset", "aria-label": title,
    close: () => dialog.remove(),
    click: (event) => event.target === dialog && dialog.close(),
  }, make("div", {}, make("h2", {}, title), ...content.filter(Boolean), close));
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
