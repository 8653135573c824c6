// Long tables: a filter, and a button that unfolds everything.

import { phrase } from "../phrase.js";
import { REVEAL } from "./anchors.js";
import { make, statusNote } from "./dom.js";
import { each, onPage } from "./lifecycle.js";

const FILTER_FROM = 16;

/**
 * Add the controls that a table of this length needs.
 *
 * @param {HTMLElement} tools The line that is kept free above the table.
 */
function addTools(tools) {
  const table = /** @type {HTMLTableElement} */ (tools.nextElementSibling);
  const rows = [...table.tBodies[0].rows];
  if (rows.length >= FILTER_FROM) tools.append(...makeFilter(table, rows));
  if (table.querySelectorAll("details").length > 1) tools.append(makeUnfold(table));
}

/**
 * @param {HTMLTableElement} table
 * @param {HTMLTableRowElement[]} rows
 */
function makeFilter(table, rows) {
  const said = statusNote();
  const label = table.getAttribute("aria-label") ?? phrase`Rows`;
  /** @type {string[] | null} */
  let texts = null;
  const apply = () => {
    texts ??= rows.map((row) => (row.textContent ?? "").toLowerCase());
    const searched = texts;
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const shown = words.every((word) => searched[index].includes(word));
      row.hidden = !shown;
      if (shown) count += 1;
    });
    said.textContent = words.length ? phrase`${count} of ${rows.length} rows` : "";
  };
  const input = make("input", {
    type: "search",
    class: "callsheet-input",
    "aria-label": phrase`Filter: ${label}`,
    placeholder: phrase`Filter ${rows.length} rows`,
    input: apply,
  });
  // A link to a row that is filtered out shows it.
  table.addEventListener(REVEAL, () => {
    input.value = "";
    apply();
  });
  return [input, said];
}

/** @param {HTMLTableElement} table */
function makeUnfold(table) {
  const all = [...table.querySelectorAll("details")];
  const button = make("button", {
    type: "button",
    class: "callsheet-button",
    click() {
      const open = all.some((details) => !details.open);
      for (const details of all) details.open = open;
      name();
    },
  });
  const name = () => {
    button.textContent = all.every((details) => details.open)
      ? phrase`Collapse all`
      : phrase`Expand all`;
  };
  for (const details of all) details.addEventListener("toggle", name);
  name();
  return button;
}

/** @type {Record<string, string>} */
const ROLES = {
  TABLE: "table",
  THEAD: "rowgroup",
  TBODY: "rowgroup",
  TR: "row",
  TH: "columnheader",
  TD: "cell",
};

/**
 * Restore the ARIA roles of a table: on narrow screens its rows are blocks, and browsers drop them.
 *
 * @param {HTMLTableElement} table
 */
export function addRoles(table) {
  const { rows, tBodies, tHead } = table;
  const cells = [...rows].flatMap((row) => [...row.cells]);
  for (const part of [table, tHead, ...tBodies, ...rows, ...cells]) {
    part?.setAttribute("role", ROLES[part.tagName]);
  }
}

/** Enhance the tables of each page. */
export function startTables() {
  onPage(() => {
    each(".callsheet-tools", addTools);
    each(".callsheet-table", addRoles);
  });
}
