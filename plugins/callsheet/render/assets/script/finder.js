// A list of all operations, which a key and a button open.

const FIND = "M4 5h16v2H4zm0 6h9v2H4zm0 6h7v2H4zm12.5-5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7"
  + "m0-2a5.5 5.5 0 1 0 3.2 10l2.6 2.6 1.4-1.4-2.6-2.6A5.5 5.5 0 0 0 16.5 10";
const MAX_SHOWN = 50;
const METHODS = new Set(["get", "head", "post", "put", "patch", "delete", "options"]);
let operations = null;

/** The operations, read on first use, each with the text that is searched. */
async function allOperations() {
  if (!operations) {
    await load("operations.js");
    operations = window.callsheetOperations.map((row) => {
      const [method, route, label, uid, summary, url] = row;
      const text = [route, label, uid, summary].join(" ").toLowerCase();
      return { method, route, label, uid, summary, url, text };
    });
  }
  return operations;
}

/** The operations that have all the words, the ones that begin with them in a name first. */
function search(all, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ method, text }, word) =>
    METHODS.has(word) ? method.toLowerCase() === word : text.includes(word);
  const found = all.filter((operation) => words.every((word) => fits(operation, word)));
  const [first = ""] = words.filter((word) => !METHODS.has(word));
  const rank = ({ uid, route, label }) =>
    uid.toLowerCase() === first ? 0
      : label.toLowerCase().startsWith(first) ? 1
        : route.toLowerCase().includes(`/${first}`) ? 2
          : `${route} ${label}`.toLowerCase().includes(first) ? 3 : 4;
  const ranked = found.map((operation) => [rank(operation), operation]);
  // The sort is stable: equals keep the order of their pages.
  return first ? ranked.sort((a, b) => a[0] - b[0]).map(([, operation]) => operation) : found;
}

function entry({ method, route, label, summary, url }) {
  return make("li", {}, make("a", { href: ROOT + url }, badge(method),
    make("span", {}, make("strong", {}, label), make("code", {}, route), make("small", {}, summary))));
}

async function openFinder() {
  if (document.querySelector("dialog[open]")) return;
  const said = make("p", { role: "status", class: "callsheet-note" }, "Loading …");
  const list = make("ul", { class: "callsheet-found" });
  const input = make("input", {
    type: "text", class: "callsheet-input", "aria-label": "Method, path, words or uid",
    placeholder: "Method, path, words or uid", autocomplete: "off", spellcheck: "false",
  });
  const dialog = openDialog("Find an operation", input, said, list,
    make("p", { class: "callsheet-note" }, make("kbd", {}, "Ctrl K"), " opens this list, ",
      make("kbd", {}, "↑"), " ", make("kbd", {}, "↓"), " move in it, ",
      make("kbd", {}, "Enter"), " goes to the page, ", make("kbd", {}, "Esc"), " closes."));
  dialog.addEventListener("keydown", (event) => moveInList(event, input, list));
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  try {
    const all = await allOperations();
    const show = () => {
      const found = search(all, input.value);
      list.replaceChildren(...found.slice(0, MAX_SHOWN).map(entry));
      const count = found.length === 1 ? "1 operation" : `${found.length || "No"} operations`;
      const more = found.length > MAX_SHOWN ? `, the first ${MAX_SHOWN} of them below` : "";
      said.textContent = `${count}${more}.`;
    };
    input.addEventListener("input", show);
    show();
  } catch {
    said.textContent = "The list of operations cannot be loaded.";
  }
}

function moveInList(event, input, list) {
  const links = [...list.querySelectorAll("a")];
  const index = links.indexOf(document.activeElement);
  if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const goal = index + (event.key === "ArrowDown" ? 1 : -1);
    (goal < 0 ? input : links[Math.min(goal, links.length - 1)] ?? input).focus();
  }
}

/** Whether a key belongs to what has the focus. */
function isWriting(element) {
  return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
}

addEventListener("keydown", (event) => {
  const opens = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (opens && event.key.toLowerCase() === "k" && !isWriting(event.target)) {
    event.preventDefault();
    openFinder();
  }
});

onPage(() => {
  if (document.querySelector(".callsheet-finder")) return;
  const button = make("button", {
    type: "button", class: "callsheet-finder", "aria-haspopup": "dialog",
    title: "Find an operation (Ctrl K)", "aria-label": "Find an operation", click: openFinder,
  }, icon(FIND));
  const title = document.querySelector(".md-header__title");
  if (title) {
    button.classList.add("md-header__button", "md-icon");
    title.after(button);
  } else {
    document.querySelector(".callsheet")?.prepend(button);
  }
});
