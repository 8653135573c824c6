"""Hovers: the symbol under the pointer, described in Markdown."""

from collections.abc import Iterator

from callsheet.checks.model.tree import Tree
from callsheet.lsp.symbols import Symbol, SymbolKind, body_rows
from callsheet.model import WHOLE, Operation, Parameter, Property
from callsheet.schema.words.describe import described
from callsheet.schema.words.type_words import WORDS

MAX_ROWS = 40
"""Properties of a type that are listed."""

MAX_CHARACTERS = 500
"""Characters of a description that are shown."""


def hover(symbol: Symbol, tree: Tree) -> str:
    """Describe a symbol; empty where there is nothing to say."""
    match symbol.kind:
        case SymbolKind.TYPE:
            return _type(symbol.name, tree)
        case SymbolKind.ROW if symbol.row:
            return "\n\n".join(_row(symbol.row))
        case SymbolKind.UID:
            return "\n\n".join(_page(symbol.name, tree))
    return ""


def operation_text(operation: Operation) -> str:
    """Return the route and the summary of an operation."""
    route = f"```http\n{operation.signature}\n```"
    return "\n\n".join([f"**{operation.title}**", route, _short(operation.text_below_title)])


def type_table(name: str, tree: Tree) -> str:
    """Return a table of the properties of a type."""
    rows = tree.types[name].rows if name in tree.types else ()
    about = _descriptions(name, tree)
    lines = ["| Property Name | Type | Description |", "| --- | --- | --- |"]
    for row in rows[:MAX_ROWS]:
        written = row.type.written if row.type else ""
        cells = (row.label if row.name == WHOLE else row.name, written, about.get(row.name, ""))
        lines.append(f"| {' | '.join(cells)} |")
    if len(rows) > MAX_ROWS:
        lines.append(f"\n{len(rows) - MAX_ROWS} more")
    return "\n".join(lines)


def _descriptions(name: str, tree: Tree) -> dict[str, str]:
    """Return the descriptions of the rows of a type, which the type itself does not have."""
    path = tree.types[name].path if name in tree.types else ""
    readings = (tree.catalog.by_path.get(path), *tree.catalog.on_page.get(path, ()))
    found: dict[str, str] = {}
    for row in (row for operation in filter(None, readings) for row in body_rows(operation)):
        found.setdefault(row.name, _short(row.about))
    own = (table for table in tree.catalog.type_tables if table.name == name)
    return found | {row.name: _short(row.about) for table in own for row in table.properties}


def _type(name: str, tree: Tree) -> str:
    if found := tree.types.get(name):
        return f"**{name}**, defined in `{found.path}`\n\n{type_table(name, tree)}"
    schema = WORDS.get(name.lower())
    return f"**{name}**: {described(schema)}" if schema else ""


def _row(row: Property) -> Iterator[str]:
    facts = [row.type.written] if row.type else []
    if row.required is not None:
        facts.append("required" if row.required else "optional")
    if isinstance(row, Parameter):
        facts.append(f"in {row.location}")
    yield f"**{row.label}**" + (f": {', '.join(facts)}" if facts else "")
    if row.about:
        yield _short(row.about)
    if row.facets:
        yield "\n".join(f"- {str(facet).capitalize()}: {text}" for facet, text in row.facets)


def _page(uid: str, tree: Tree) -> Iterator[str]:
    if operation := tree.catalog.by_uid.get(uid):
        yield operation_text(operation)
    elif page := tree.catalog.pages_by_uid.get(uid):
        yield f"**{page.title}**"
    page = tree.catalog.pages_by_uid.get(uid)
    if page:
        yield f"`{page.path}`"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MAX_CHARACTERS else f"{plain[:MAX_CHARACTERS]}…"
