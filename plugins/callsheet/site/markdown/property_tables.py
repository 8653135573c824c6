"""Tables of properties that an author or an import wrote, in the form of our own."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from callsheet.render.anchors import Anchors
from callsheet.render.phrases import phrase

_FILTER_FROM = 16
"""A table with at least this many rows has a place for a filter."""

_SET = {"yes", "true", "required"}
_UNSET = {"no", "false", "optional", ""}


def with_own_tables(root: Element) -> None:
    """Give the tables of properties of a page a link for each row, marks, and one description.

    These are the tables outermost in the page whose first column has names, and another one types.
    What further columns say of a property stands below its description, without what is empty.

    Args:
        root: The page, whose tables are replaced.
    """
    anchors = Anchors()
    for place, table in enumerate([*root]):
        rows = [[*row] for row in table.iter("tr")] if table.tag == "table" else []
        heads = [_text(cell) for cell in rows[0]] if rows else []
        if "type" in (lowered := [head.lower() for head in heads])[1:]:
            root.remove(table)
            root.insert(place, _table(heads, lowered, rows[1:], anchors))


def _table(
    heads: Sequence[str], lowered: Sequence[str], rows: list[list[Element]], anchors: Anchors
) -> Element:
    block = Element("div", {"class": "callsheet callsheet-type-page"})
    if len(rows) >= _FILTER_FROM:
        SubElement(block, "div", {"class": "callsheet-tools"})
    attributes = {"class": "callsheet-table", "aria-label": phrase("Properties")}
    table = SubElement(block, "table", attributes)
    head = SubElement(SubElement(table, "thead"), "tr")
    for title in ("Name", "Type", "Description"):
        SubElement(head, "th").text = phrase(title)
    body = SubElement(table, "tbody")
    for cells in rows:
        _add_row(body, heads, dict(zip(lowered, cells, strict=False)), anchors)
    return block


def _add_row(
    body: Element, heads: Sequence[str], cells: dict[str, Element], anchors: Anchors
) -> None:
    name, *others = cells.values()
    title = _text(name)
    row = SubElement(body, "tr", {"id": anchors.of_row("property", title)})
    cell = SubElement(row, "td")
    SubElement(cell, "a", {"href": f"#{row.get('id')}"}).text = title
    required = cells.get("required", Element("td"))
    if _text(required).lower() in _SET:
        mark = SubElement(cell, "span", {"class": "callsheet-required"})
        mark.text, mark.tail = phrase("required"), ""
        cell[0].tail = " "
    kind = cells.get("type", Element("td"))
    _move(kind, SubElement(SubElement(row, "td"), "code"))
    described = SubElement(row, "td")
    description = cells.get("description", Element("td"))
    _move(description, described)
    facts = [*_facts(heads[1:], others, {id(kind), id(description)}, required)]
    if facts:
        items = SubElement(described, "ul", {"class": "callsheet-facts"})
        for head, fact in facts:
            item = SubElement(items, "li")
            label = SubElement(item, "span")
            label.text, label.tail = head, " "
            _move(fact, item)


def _facts(
    heads: Sequence[str], cells: Sequence[Element], own: set[int], required: Element
) -> Iterator[tuple[str, Element]]:
    for head, cell in zip(heads, cells, strict=False):
        is_mark = cell is required and _text(cell).lower() in _SET | _UNSET
        if id(cell) not in own and not is_mark and (_text(cell) or len(cell)):
            yield head, cell


def _move(source: Element, target: Element) -> None:
    """Put what is in a cell at the end of another element."""
    if len(target):
        target[-1].tail = f"{target[-1].tail or ''}{source.text or ''}"
    else:
        target.text = source.text
    target.extend([*source])


def _text(cell: Element) -> str:
    return " ".join("".join(cell.itertext()).split())
