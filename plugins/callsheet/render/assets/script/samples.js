// Samples: tabs after the ARIA Authoring Practices, the language that stays chosen, copy, download.

const COPY = "M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2"
  + "m-3-4H4a2 2 0 0 0-2 2v14h2V3h12z";
const DOWNLOAD = "M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z";
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const keptLanguage = keep("localStorage", "callsheet.language");

/** Makes tabs of a set of radio buttons, which it is without scripts. */
function makeTabs(set) {
  const radios = [...set.querySelectorAll(":scope > input")];
  const tabs = radios.map((radio) => {
    const label = radio.nextElementSibling;
    const panel = label.nextElementSibling;
    panel.id = `${radio.id}-panel`;
    const tab = make("button", {
      type: "button", role: "tab", id: `${radio.id}-tab`, "aria-controls": panel.id,
      click: () => choose(tab, true),
    }, label.textContent);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    radio.hidden = label.hidden = true;
    return tab;
  });
  const choose = (chosen, remember) => {
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      radios[index].checked = tab === chosen;
    });
    if (!remember) return;
    keptLanguage.set(chosen.textContent);
    // What is sent changes with the example, and how it is written does not.
    for (const other of set.closest(".callsheet-variants")?.querySelectorAll(".callsheet-tabs") ?? []) {
      if (other !== set) other.dispatchEvent(new Event("callsheet:language"));
    }
  };
  const list = make("div", {
    role: "tablist", class: "callsheet-tablist", "aria-label": "Language of the sample",
    keydown(event) {
      const rtl = getComputedStyle(set).direction === "rtl" ? -1 : 1;
      const index = tabs.indexOf(document.activeElement);
      const goal = event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1
        : event.key in STEPS ? (index + rtl * STEPS[event.key] + tabs.length) % tabs.length : -1;
      if (goal < 0 || index < 0) return;
      event.preventDefault();
      tabs[goal].focus();
      choose(tabs[goal], true);
    },
  }, ...tabs);
  set.prepend(list);
  const follow = () => {
    const wanted = keptLanguage.get();
    const known = tabs.find((tab) => tab.textContent === wanted);
    choose(known ?? tabs[radios.findIndex((radio) => radio.checked)] ?? tabs[0], false);
  };
  set.addEventListener("callsheet:language", follow);
  follow();
}

/** Makes a list of examples that would be a row too long to look through. */
function makeList(set) {
  const radios = [...set.querySelectorAll(":scope > input")];
  const title = set.querySelector(".callsheet-choice");
  const select = make("select", {
    "aria-labelledby": title.id,
    change() {
      radios[select.selectedIndex].checked = true;
    },
  }, ...radios.map((radio) => make("option", {}, radio.nextElementSibling.textContent)));
  select.selectedIndex = radios.findIndex((radio) => radio.checked);
  for (const radio of radios) radio.hidden = radio.nextElementSibling.hidden = true;
  title.after(select);
}

/** Copies a text; true when that worked. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without a secure context, only the old way is left.
    const area = make("textarea", { readonly: true, class: "callsheet-offscreen" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/** Saves a text as a file. */
function save(text, filename) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  make("a", { href, download: filename }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}

/** Adds the buttons to the line above a program. */
function addActions(panel) {
  const code = panel.querySelector("pre > code");
  const bar = panel.querySelector(".callsheet-file");
  if (!code || !bar) return;
  const said = make("span", { role: "status", class: "callsheet-said" });
  const button = (label, path, click) => make(
    "button", { type: "button", class: "callsheet-icon", title: label, "aria-label": label, click },
    icon(path));
  const file = bar.querySelector("code")?.textContent;
  const actions = make("span", { class: "callsheet-actions" }, said);
  if (panel.querySelector("[data-fill]")) {
    actions.append(make("button", {
      type: "button", class: "callsheet-button", "aria-haspopup": "dialog", click: askForValues,
    }, "Your values"));
  }
  actions.append(button("Copy", COPY, async () => {
    said.textContent = (await copy(codeText(code))) ? "Copied" : "Select the text to copy it";
    setTimeout(() => { said.textContent = ""; }, 2000);
  }));
  if (file) actions.append(button(`Download ${file}`, DOWNLOAD, () => save(codeText(code), file)));
  bar.append(actions);
}

onPage(() => {
  each(".callsheet-tabs", makeTabs);
  each(".callsheet-variants--many", makeList);
  each(".callsheet-panel, .callsheet-program", addActions);
  refill();
});
