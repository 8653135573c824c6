// Long tables: a filter, and everything in them unfolded at once.

const FILTER_FROM = 16;

/** Adds to a table what its length calls for, in the line that is kept free above it. */
function addTools(tools) {
  const table = tools.nextElementSibling;
  const rows = [...table.tBodies[0].rows];
  if (rows.length >= FILTER_FROM) tools.append(...makeFilter(table, rows));
  if (table.querySelectorAll("details").length > 1) tools.append(makeUnfold(table));
}

function makeFilter(table, rows) {
  const said = make("span", { role: "status", class: "callsheet-said" });
  const label = table.getAttribute("aria-label") ?? "Rows";
  let texts = null;
  const apply = () => {
    texts ??= rows.map((row) => row.textContent.toLowerCase());
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const shown = words.every((word) => texts[index].includes(word));
      row.hidden = !shown;
      count += shown;
    });
    said.textContent = words.length ? `${count} of ${rows.length} rows` : "";
  };
  const input = make("input", {
    type: "search", class: "callsheet-input", "aria-label": `Filter: ${label}`,
    placeholder: `Filter ${rows.length} rows`, input: apply,
  });
  // A link to a row that is filtered out shows it.
  table.addEventListener("callsheet:reveal", () => {
    input.value = "";
    apply();
  });
  return [input, said];
}

function makeUnfold(table) {
  const all = [...table.querySelectorAll("details")];
  const button = make("button", {
    type: "button", class: "callsheet-button",
    click() {
      const open = all.some((details) => !details.open);
      for (const details of all) details.open = open;
      name();
    },
  });
  const name = () => {
    button.textContent = all.every((details) => details.open) ? "Collapse all" : "Expand all";
  };
  for (const details of all) details.addEventListener("toggle", name);
  name();
  return button;
}

const ROLES = {
  TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell",
};

/** Says again what a table is: on narrow screens its rows are blocks, and browsers forget it. */
function addRoles(table) {
  const { rows, tBodies, tHead } = table;
  for (const part of [table, tHead, ...tBodies, ...rows, ...[...rows].flatMap((row) => [...row.cells])]) {
    part.setAttribute("role", ROLES[part.tagName]);
  }
}

onPage(() => {
  each(".callsheet-tools", addTools);
  each(".callsheet-table", addRoles);
});
