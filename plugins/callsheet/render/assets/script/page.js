// What all parts share. Text of a page only ever becomes text: nothing here writes HTML.

// Where the site begins, on a server as on a disk.
const ROOT = new URL("../../", document.currentScript.src).href;

/** Makes an element; `attributes` with a value of `false` are left out. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** Makes an icon of a path in a field of 24 by 24. */
function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS(svg.namespaceURI, "path"));
  svg.firstChild.setAttribute("d", path);
  return svg;
}

/** Makes a method's badge. */
function badge(method) {
  const name = method.toLowerCase();
  return make("span", { class: `callsheet-method callsheet-method--${name}` }, method);
}

/** A storage of the browser; where it is forbidden, values last as long as the page. */
function keep(kind, key) {
  let last = null;
  return {
    get() {
      try {
        return window[kind].getItem(key);
      } catch {
        return last;
      }
    },
    set(value) {
      last = value;
      try {
        if (value === null) window[kind].removeItem(key);
        else window[kind].setItem(key, value);
      } catch {
        // It stays in memory.
      }
    },
  };
}

const loading = new Map();

/** Loads a script that lies beside this one, once. */
function load(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve, reject) => {
      const failed = () => {
        loading.delete(name);
        reject(new Error(`${name} cannot be loaded`));
      };
      const src = `${ROOT}assets/callsheet/${name}`;
      document.head.append(make("script", { src, load: resolve, error: failed }));
    }));
  }
  return loading.get(name);
}

const starters = [];

/** Registers what is to be done with each page, at first and after instant navigation. */
function onPage(start) {
  starters.push(start);
}

/** Calls `handle` for each element that has not been handled yet. */
function each(selector, handle) {
  for (const element of document.querySelectorAll(selector)) {
    if (element.dataset.callsheetReady === undefined) {
      element.dataset.callsheetReady = "";
      handle(element);
    }
  }
}
