// The script that shows what scripts have for pages, which is loaded with the first of it: programs
// in further languages, and usual headers.

import { addRoles, all, make, operationRecord, sharedRecord } from "../page/shared.js";
import { phrase } from "../phrase.js";

const PIECES =
  /<(?<tag>[a-z-]+)(?: data-fill="(?<fill>[^"]*)")?(?: data-quote="(?<quote>[^"]*)")?>|<\/[a-z-]+>|(?<text>[^<]+)/g;
/** @type {Record<string, string>} */
const CHARACTERS = { lt: "<", gt: ">", amp: "&", quot: '"', "#x27": "'" };

/**
 * Return a text without the references of HTML that our highlighting writes.
 *
 * @param {string} html
 */
function plain(html) {
  return html.replace(/&(lt|gt|amp|quot|#x27);/g, (_, name) => CHARACTERS[name]);
}

/**
 * Return highlighted code, whose elements are made one by one: no text is read as HTML.
 *
 * @param {string} html
 */
export function codeOf(html) {
  const code = make("code");
  let at = /** @type {HTMLElement} */ (code);
  for (const { groups = {} } of html.matchAll(PIECES)) {
    const { tag, fill, quote, text } = groups;
    if (text) at.append(plain(text));
    else if (tag) {
      const inner = document.createElement(tag);
      if (fill !== undefined) inner.dataset.fill = plain(fill);
      if (quote !== undefined) inner.dataset.quote = plain(quote);
      at.append(inner);
      at = inner;
    } else at = at.parentElement ?? code;
  }
  return code;
}

/**
 * Put a program into the panel of its tab.
 *
 * @param {HTMLElement} set The tab set.
 * @param {string} label The label of the tab.
 * @param {HTMLElement} panel
 */
async function showProgram(set, label, panel) {
  const { programs } = await operationRecord(set);
  const operation = set.closest("[data-callsheet-uid]") ?? document;
  const here = programs[all(".callsheet-tabs", operation).indexOf(set)] ?? [];
  const [, language, file, ...lines] = here.find(([name]) => name === label) ?? [];
  if (!language || file === undefined) throw new Error(`There is no program in ${label}`);
  if (panel.dataset.language) return;
  // It sends the same files as the first program.
  const first = set.querySelector(".callsheet-file > :first-child");
  const about = make("span", {}, first?.cloneNode(true) ?? make("code"));
  const name = about.querySelector("code");
  if (name) name.textContent = file;
  panel.dataset.language = language;
  panel.replaceChildren(
    make("p", { class: "callsheet-file" }, about),
    make("pre", {}, codeOf(lines.join("\n"))),
  );
}

/**
 * Put the rows of usual headers in the place of the link to their page.
 *
 * @param {HTMLElement} details
 */
async function showHeaders(details) {
  const { headers } = details.dataset;
  /** @type {[id: string, name: string, about: string][]} */
  const rows = await sharedRecord("headers.js", `headers ${headers}`);
  const heads = [phrase`Name`, phrase`Description`].map((name) => make("th", {}, name));
  const body = rows.map(([id, name, about]) =>
    make("tr", { id }, make("td", {}, make("a", { href: `#${id}` }, name)), make("td", {}, about)),
  );
  const table = make(
    "table",
    { class: "callsheet-table" },
    make("thead", {}, make("tr", {}, ...heads)),
    make("tbody", {}, ...body),
  );
  addRoles(table);
  details.lastElementChild?.replaceWith(table);
}

window.callsheet.showHeaders = showHeaders;
window.callsheet.showProgram = showProgram;
