// Samples: tabs (ARIA Authoring Practices), a remembered language, copy and download.

import { phrase } from "../phrase.js";
import { copy, save } from "./clipboard.js";
import { all, icon, make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";
import { canSignIn, codeText, languageOf, loadCredentials, refill } from "./placeholders.js";
import { load } from "./site.js";
import { storedText } from "./storage.js";

const COPY =
  "M19 21H8V7h11m0-2H8a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7a2 2 0 0 0-2-2" +
  "m-3-4H4a2 2 0 0 0-2 2v14h2V3h12z";
const DOWNLOAD = "M5 20h14v-2H5m14-9h-4V3H9v6H5l7 7z";
/** The event that is sent to tabs when another language is chosen. */
const LANGUAGE = "callsheet:language";
const PROGRAMS = ".callsheet-panel[data-language], .callsheet-program, .callsheet-json";
/** @type {Record<string, number>} */
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const storedLanguage = storedText("localStorage", "callsheet.language");

/** @param {HTMLElement} set */
function radiosOf(set) {
  return /** @type {HTMLInputElement[]} */ (all(":scope > input", set));
}

/** @param {HTMLInputElement} radio */
function labelOf(radio) {
  return /** @type {HTMLLabelElement} */ (radio.nextElementSibling);
}

/**
 * Add tabs for the programs that are in a script, before those of messages.
 *
 * @param {HTMLElement} set
 */
function addFurther(set) {
  const [{ name }] = radiosOf(set);
  const after = radiosOf(set).find((radio) => panelOf(radio).dataset.language === "http") ?? null;
  for (const label of set.dataset.further?.split(",") ?? []) {
    const id = `${name}.${label}`;
    for (const each of [
      make("input", { type: "radio", id, name }),
      make("label", { for: id }, label),
      make("div", { class: "callsheet-panel" }),
    ])
      set.insertBefore(each, after);
  }
}

/** @param {HTMLInputElement} radio */
function panelOf(radio) {
  return /** @type {HTMLElement} */ (labelOf(radio).nextElementSibling);
}

/**
 * Put a program into the panel of a tab that has none yet; tell whether that has worked.
 *
 * @param {HTMLElement} set
 * @param {HTMLInputElement} radio
 */
async function fill(set, radio) {
  const panel = panelOf(radio);
  try {
    await load("programs.js");
    await window.callsheet.showProgram?.(set, labelOf(radio).textContent ?? "", panel);
    each(PROGRAMS, addActions);
    refill();
    window.callsheet.addRunButtons?.();
  } catch (error) {
    panel.textContent = phrase`It cannot be loaded.`;
    reportError(error);
  }
}

/**
 * Turn a set of radio buttons, which works without scripts, into tabs.
 *
 * @param {HTMLElement} set
 */
function makeTabs(set) {
  addFurther(set);
  const radios = radiosOf(set);
  const tabs = radios.map((radio) => {
    const label = labelOf(radio);
    const panel = panelOf(radio);
    panel.id = `${radio.id}-panel`;
    const tab = make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `${radio.id}-tab`,
        "aria-controls": panel.id,
        click() {
          choose(tab, true);
        },
      },
      label.textContent ?? "",
    );
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    radio.hidden = true;
    label.hidden = true;
    return tab;
  });
  /** @type {HTMLButtonElement} */
  let wanted;
  /**
   * @param {HTMLButtonElement} chosen
   * @param {boolean} remember
   */
  const choose = async (chosen, remember) => {
    wanted = chosen;
    if (remember) {
      storedLanguage.set(chosen.textContent);
      // The example decides what is sent, the language how it is written.
      for (const other of all(".callsheet-tabs", set.closest(".callsheet-variants") ?? set)) {
        if (other !== set) other.dispatchEvent(new Event(LANGUAGE));
      }
    }
    const radio = radios[tabs.indexOf(chosen)];
    if (!panelOf(radio).dataset.language) await fill(set, radio);
    // Meanwhile the tab before is seen, or the reader has chosen another one.
    if (wanted !== chosen) return;
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      radios[index].checked = tab === chosen;
    });
  };
  const list = make(
    "div",
    {
      role: "tablist",
      class: "callsheet-tablist",
      "aria-label": phrase`Language of the sample`,
      keydown(event) {
        const index = tabs.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        const goal = goalOf(
          event.key,
          index,
          tabs.length,
          getComputedStyle(set).direction === "rtl",
        );
        if (goal < 0 || index < 0) return;
        event.preventDefault();
        tabs[goal].focus();
        choose(tabs[goal], true);
      },
    },
    ...tabs,
  );
  set.prepend(list);
  const follow = () => {
    const language = storedLanguage.get();
    const known = tabs.find((tab) => tab.textContent === language);
    choose(known ?? tabs[radios.findIndex((radio) => radio.checked)] ?? tabs[0], false);
  };
  set.addEventListener(LANGUAGE, follow);
  choose(tabs[0], false);
  follow();
}

/**
 * Return the index of the tab that a key moves to; -1 for none.
 *
 * @param {string} key
 * @param {number} index The tab that has the focus.
 * @param {number} count
 * @param {boolean} isRightToLeft
 */
export function goalOf(key, index, count, isRightToLeft) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (!Object.hasOwn(STEPS, key)) return -1;
  return (index + (isRightToLeft ? -1 : 1) * STEPS[key] + count) % count;
}

/**
 * Turn a long row of examples into a list.
 *
 * @param {HTMLElement} set
 */
function makeList(set) {
  const radios = radiosOf(set);
  const title = /** @type {HTMLElement} */ (set.querySelector(".callsheet-choice"));
  const select = make(
    "select",
    {
      "aria-labelledby": title.id,
      change() {
        radios[select.selectedIndex].checked = true;
      },
    },
    ...radios.map((radio) => make("option", {}, labelOf(radio).textContent ?? "")),
  );
  select.selectedIndex = radios.findIndex((radio) => radio.checked);
  for (const radio of radios) {
    radio.hidden = true;
    labelOf(radio).hidden = true;
  }
  title.after(select);
}

/**
 * Add the buttons to the line above a program.
 *
 * @param {HTMLElement} panel
 */
function addActions(panel) {
  const code = /** @type {HTMLElement | null} */ (panel.querySelector("pre > code"));
  const bar = panel.querySelector(".callsheet-file");
  if (!code || !bar) return;
  const said = statusNote();
  /**
   * @param {string} label
   * @param {string} path
   * @param {() => unknown} click
   */
  const button = (label, path, click) =>
    make(
      "button",
      { type: "button", class: "callsheet-icon", title: label, "aria-label": label, click },
      icon(path),
    );
  const file = bar.querySelector("code")?.textContent;
  const actions = make("span", { class: "callsheet-actions" }, said);
  if (panel.querySelector("[data-fill]") || canSignIn(languageOf(code))) {
    actions.append(
      make(
        "button",
        {
          type: "button",
          class: "callsheet-button",
          "aria-haspopup": "dialog",
          async click() {
            try {
              await load("values.js");
              window.callsheet.askForValues?.();
            } catch {
              said.textContent = phrase`This cannot be loaded`;
            }
          },
        },
        phrase`Your values`,
      ),
    );
  }
  const programText = async () => {
    await loadCredentials();
    return codeText(code);
  };
  const copyCode = async () => {
    said.textContent = (await copy(await programText()))
      ? phrase`Copied`
      : phrase`Select the text to copy it`;
    setTimeout(() => {
      said.textContent = "";
    }, 2000);
  };
  const folds = /** @type {HTMLDetailsElement[]} */ (all("details", code));
  if (folds.length) actions.append(makeFoldSwitch(folds));
  actions.append(button(phrase`Copy`, COPY, copyCode));
  if (file)
    actions.append(
      button(phrase`Download ${file}`, DOWNLOAD, async () => save(await programText(), file)),
    );
  bar.append(actions);
}

/**
 * Return the switch that opens all levels of JSON, and then folds again what was folded.
 *
 * @param {HTMLDetailsElement[]} folds
 */
function makeFoldSwitch(folds) {
  const first = folds.map((each) => each.open);
  const folded = first.includes(false) ? first : folds.map((_, index) => index === 0);
  const unfolded = () => folds.every((each) => each.open);
  const button = make("button", {
    type: "button",
    class: "callsheet-button",
    click() {
      const open = !unfolded();
      folds.forEach((each, index) => {
        each.open = open || folded[index];
      });
    },
  });
  const name = () => {
    button.textContent = unfolded() ? phrase`Fold` : phrase`Unfold`;
  };
  for (const each of folds) each.addEventListener("toggle", name);
  name();
  return button;
}

/** Enhance the samples of each page. */
export function startSamples() {
  onPage(() => {
    each(".callsheet-tabs", makeTabs);
    each(".callsheet-variants--many", makeList);
    each(PROGRAMS, addActions);
  });
}
