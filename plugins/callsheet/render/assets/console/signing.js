// Who asks: the credentials that the reader gave for the samples, those of the example, or nobody.

const TOKEN = /^[\w.~+/=:-]+$/;

/** User and password of a field Authorization that can be written in any program as they are. */
function basicOf(field) {
  const [, encoded] = /^Basic (\S+)$/i.exec(field) ?? [];
  try {
    const [, user, password] = /^([^:]*):([\x20-\x7e]*)$/.exec(atob(encoded ?? "")) ?? [];
    return user && /^[\x20-\x7e]+$/.test(user) ? [user, password] : null;
  } catch {
    return null;
  }
}

/** Makes the fields of the credentials, which are those of all pages. */
function makeSigning(data, onChange) {
  const [user] = basicOf(data.authorization ?? "") ?? [];
  const choices = [
    ...(data.authorization ? [["example", user ? `As ${user}, as in the example` : "As in the example"]] : []),
    ...schemes().map((each) => [each, `${each}: ${each === "Basic" ? "user and password" : "token"}`]),
    ["none", "No credentials"],
  ];
  const select = make("select", {}, ...choices.map(([value, text]) => option(value, text)));
  const scheme = labelled("Sign in", select, "");
  const text = (name, label, type) => {
    const control = make("input", { type, autocomplete: "off", spellcheck: "false" });
    const made = labelled(label, control, "");
    control.addEventListener("input", () => {
      const value = control.value.trim();
      const fits = name !== "token" || !value || TOKEN.test(value);
      made.blame(fits ? "" : "Token: expected letters, digits and . _ ~ + / = : - only.");
      values.set(name, fits ? value : "");
    });
    return { ...made, name, control };
  };
  const inputs = [text("user", "User", "text"), text("password", "Password", "password"),
    text("token", "Token", "password")];
  const forget = make("button", {
    type: "button", class: "callsheet-button",
    click() {
      values.forget();
      start();
      onChange();
    },
  }, "Forget");
  const note = make("p", { class: "callsheet-note callsheet-line" },
    "They stay in this tab, and go only to the server above. ", forget);
  const show = () => {
    const own = !/^(example|none)$/.test(select.value);
    for (const { name, element } of inputs) {
      element.hidden = !own || (name === "token") === (select.value === "Basic");
    }
    note.hidden = !own;
  };
  const fill = () => {
    const all = values.get();
    for (const { name, control, blame } of inputs) {
      if (control !== document.activeElement) {
        control.value = all[name] ?? "";
        blame("");
      }
    }
  };
  const start = () => {
    const all = values.get();
    select.value = authorization(all) ? all.scheme ?? "Basic"
      : data.authorization ? "example" : data.signsIn ? "Basic" : "none";
    fill();
    show();
  };
  select.addEventListener("change", () => {
    if (!/^(example|none)$/.test(select.value)) values.set("scheme", select.value);
    show();
    onChange();
  });
  start();
  const field = () => {
    if (select.value === "none") return "";
    return select.value === "example" ? data.authorization
      : authorization({ ...values.get(), scheme: select.value });
  };
  return {
    element: make("fieldset", {}, make("legend", {}, "Credentials"), scheme.element,
      ...inputs.map(({ element }) => element), note),
    field, fill,
    isOwn: () => !/^(example|none)$/.test(select.value),
    check() {
      const faults = inputs.map(({ name, element, control, blame }) => element.hidden ? ""
        : blame(control.value.trim() && (name !== "token" || TOKEN.test(control.value.trim())) ? ""
          : `${name[0].toUpperCase()}${name.slice(1)} is required, or choose another way to sign in.`));
      return faults.filter(Boolean);
    },
  };
}
