// Helpers for elements. Text is only ever set as text: nothing here writes HTML.

/**
 * Make an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(name, /** @type {EventListener} */ (value));
    } else if (value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Make an icon.
 *
 * @param {string} path What is drawn in a field of 24 by 24, as SVG has it.
 */
export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const drawn = document.createElementNS(svg.namespaceURI, "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  return svg;
}

/**
 * Make the badge of a method.
 *
 * @param {string} method
 */
export function badge(method) {
  const name = method.toLowerCase();
  return make("span", { class: `callsheet-method callsheet-method--${name}` }, method);
}

/**
 * Return the parts of an address, with places between them where a line may end.
 *
 * @param {string} text
 */
export function breakable(text) {
  return text
    .split(/(?<=[^/:])(?=[/?&])/)
    .flatMap((part, index) => (index ? [make("wbr"), part] : [part]));
}

/**
 * Return the elements that a selector finds.
 *
 * @param {string} selector
 * @param {ParentNode} [within]
 */
export function all(selector, within = document) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
}

/**
 * Make a live region: text that screen readers announce when it changes.
 *
 * @param {string} [name] The class.
 */
export function statusNote(name = "callsheet-said") {
  return make("span", { role: "status", class: name });
}
