"""Writes rows and cells of tables so that parsing gives back the same cells."""

from collections.abc import Iterable, Iterator, Sequence

from callsheet import lazy_re as re
from callsheet.model import REQUIRED_MARK, WHOLE, Parameter, Property
from callsheet.schema.words.facets import Facet
from callsheet.source.tables import TICKS, code_spans

_PIPE = re.compile(r"(?<!\\)(?P<escape>\\*+)\|")
_PLAIN_NAME = re.compile(r"(?:[^\W_][\w-]*|[$@][\w-]+)(?:\[\]|\.[\w-]*)*")


def row(cells: Iterable[str]) -> str:
    """Return a row of a table; each cell is Markdown."""
    return f"| {' | '.join(map(cell, cells))} |"


def property_table(
    first: str, items: Sequence[Property], *, typed: bool = True, located: bool = False
) -> str:
    """Return a table of parameters or properties, with the columns that they need.

    Args:
        first: The heading of the column of names.
        items: The parameters or properties.
        typed: Whether the table has a column of types even if no item has one.
        located: Whether the table has a column for the locations of parameters.
    """
    # A table about a whole value has no column of names.
    if others := [item for item in items if item.name != WHOLE]:
        whole = [item for item in items if item.name == WHOLE]
        tables = [property_table(first, [item], typed=typed) for item in whole]
        if whole:
            return "\n\n".join([*tables, property_table(first, others, typed=typed)])
    facets = [facet for facet in Facet if any(facet in dict(item.facets) for item in items)]
    if any(item.required is not None and not _is_marked(item) for item in items):
        facets = [Facet.REQUIRED, *(facet for facet in facets if facet is not Facet.REQUIRED)]
    typed = typed or any(item.type for item in items)
    named = bool(others)
    heads = [first] if named else []
    heads += [*(["In"] if located else []), *(["Type"] if typed else [])]
    heads += [*(facet.title() for facet in facets), "Description"]
    rows = [row(_cells(item, facets, named=named, typed=typed, located=located)) for item in items]
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *rows])


def _cells(
    item: Property, facets: Sequence[Facet], *, named: bool, typed: bool, located: bool
) -> Iterator[str]:
    if named:
        yield name_cell(item.name)
    if located:
        yield item.location.value if isinstance(item, Parameter) else ""
    if typed:
        yield item.type.written if item.type else ""
    own = dict(item.facets)
    for facet in facets:
        if facet is Facet.REQUIRED and facet not in own and not _is_marked(item):
            yield {True: "Yes", False: "No", None: ""}[item.required]
        else:
            yield own.get(facet, "")
    yield item.description


def _is_marked(item: Property) -> bool:
    return REQUIRED_MARK in item.description


def name_cell(name: str) -> str:
    """Return a name, in a code span if Markdown would not show it as it is."""
    if not name or "`" in name or _PLAIN_NAME.fullmatch(name):
        return name
    return f"`{name}`"


def cell(text: str) -> str:
    r"""Return Markdown for one cell, on one line.

    Pipes are escaped, except in code spans, where a backslash would show. An unpaired backtick is
    escaped, too, as it would pair up with one in a later cell.
    """
    line = " ".join(part.strip(" \t") for part in text.split("\n"))
    if "`" not in line and "|" not in line:
        return line
    pieces = []
    start = 0
    for first, last in (*code_spans(line, 0, len(line)), (len(line), len(line))):
        pieces.append(_escaped(line[start:first]))
        # The reader takes the backslash before a pipe for an escape, as on GitHub.
        pieces.append(line[first:last].replace("\\|", "\\\\|"))
        start = last
    return "".join(pieces)


def _escaped(text: str) -> str:
    text = TICKS.sub(_escaped_ticks, text)
    # After an odd number of backslashes a pipe is escaped already.
    return _PIPE.sub(lambda m: m[0] if len(m["escape"]) % 2 else f"{m['escape']}\\|", text)


def _escaped_ticks(match: re.Match[str]) -> str:
    escape, run = match["escape"], match["run"]
    if len(escape) % 2:
        run = run[1:]
        escape += "`"
    return escape + run.replace("`", "\\`")
