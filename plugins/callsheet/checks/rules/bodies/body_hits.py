"""What is said of the bodies of examples; requests and responses have rules of their own for it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from callsheet.checks.model.bodies import (
    Comparison,
    Missing,
    Unknown,
    compare,
    content_of,
    is_patch,
    row_of,
)
from callsheet.checks.model.examples import Example, code
from callsheet.checks.model.page import Place
from callsheet.checks.parsing.mismatches import Misfit
from callsheet.checks.parsing.multipart_text import PartMember
from callsheet.checks.parsing.nodes import Member, Node, Slip
from callsheet.checks.rule import Hit
from callsheet.checks.rules.bodies.response_types import contradicted, stated_types
from callsheet.findings import Edit, Related
from callsheet.model import Property
from callsheet.schema import Schema

_FORMATS = {"json": "JSON", "xml": "XML", "form": "form data", "multipart": "multipart body"}


def syntax(examples: Iterable[Example]) -> Iterator[Hit]:
    """Bodies that are not of their format."""
    for example in examples:
        slip = example.parsed
        if isinstance(slip, Slip):
            yield _syntax(example, slip)


def _syntax(example: Example, slip: Slip) -> Hit:
    name = _FORMATS.get(example.format, example.format)
    place = example.place(slip.start, slip.end)
    related: tuple[Related, ...] = ()
    if slip.opened is not None:
        line = example.place(slip.opened, slip.opened + 1).line
        bracket = example.body[slip.opened]
        related = (example.page.related(line, f"`{bracket}` is opened here"),)
    fix: tuple[Edit, ...] = ()
    if slip.replacement is not None:
        fix = (example.edit(slip.start, slip.end, slip.replacement),)
    message = f"The body is no {name}: there is {slip.problem}; expected is {slip.expected}."
    return Hit(place, message, related=related, fix=fix)


def repeated_keys(examples: Iterable[Example]) -> Iterator[Hit]:
    """Keys that an object of a JSON body has twice."""
    for example in examples:
        if example.node is None or example.format != "json":
            continue
        for node in example.node.objects():
            if len({member.key for member in node.members or ()}) == len(node.members or ()):
                continue
            first: dict[str, int] = {}
            for member in node.members or ():
                if member.key not in first:
                    first[member.key] = member.start
                    continue
                line = example.place(first[member.key], first[member.key] + 1).line
                yield Hit(
                    example.place(member.start, member.end),
                    f"The key {code(member.key)} is there twice in one object.",
                    related=(example.page.related(line, "the first one"),),
                )


def mislabelled(examples: Iterable[Example]) -> Iterator[Hit]:
    """Bodies that are not what `Content-Type` says."""
    for example in examples:
        header = next(
            (h for h in example.message.headers if h.name.lower() == "content-type"), None
        )
        if header is None or not example.is_mislabelled or example.misplaced_header:
            continue
        looks = "JSON" if example.body.lstrip().startswith(("{", "[")) else "XML"
        yield Hit(
            example.header_value(header),
            f"The `Content-Type` is {code(header.value)}, and the body is {looks}.",
            related=(example.page.related(example.whole_body().line, "the body"),),
        )


def unknown_properties(examples: Iterable[Example]) -> Iterator[Hit]:
    """Properties that no row documents."""
    for example, comparison in _compared(examples):
        rows = comparison.content.rows
        by_type: dict[str, Property] = {}
        for row in rows:
            if row.type:
                by_type.setdefault(row.type.written, row)
        for found in comparison.unknown:
            # In a row whose cells have changed places the name is the type.
            yield _unknown(example, by_type.get(found.member.key, rows[0]), rows, found)


def _unknown(example: Example, row: Property, rows: Sequence[Property], found: Unknown) -> Hit:
    member, meant = found.member, found.meant
    place = example.place(member.start, member.end)
    shown = code(member.key)
    if meant is None:
        related = (example.page.related(row.span.start, "the table begins here"),)
        return Hit(
            place, f"The property {shown} of the example is not documented.", related=related
        )
    line = (row_of(rows, meant) or row).span.start
    related = (example.page.related(line, f"the row of `{meant.name}`"),)
    message = f"The property {shown} of the example is not documented; `{meant.name}` is."
    fix: tuple[Edit, ...] = ()
    if meant.name.lower() == member.key.lower():
        message = f"The property {shown} of the example is documented as `{meant.name}`."
        written = example.body[member.start : member.end]
        fix = (example.edit(member.start, member.end, written.replace(member.key, meant.name)),)
    hint = f"Did you mean `{meant.name}`?"
    return Hit(place, message, hint, related, fix)


def missing_properties(examples: Iterable[Example], *, required_only: bool) -> Iterator[Hit]:
    """Documented properties that an example lacks."""
    for example, comparison in _compared(examples):
        gaps = _Gaps(example)
        rows = {row.span: row for row in reversed(comparison.content.rows)}
        for missing in comparison.missing:
            if required_only and not missing.property.required:
                continue
            what = "required property" if missing.property.required else "property"
            span = missing.property.span
            row = rows.get(span) if span is not None else None
            yield Hit(
                gaps.place(missing),
                f"The example lacks the {what} {code(missing.path)}.",
                related=_related(example, comparison, row),
            )


def missing_files(examples: Iterable[Example]) -> Iterator[Hit]:
    """Forms that carry a file, as the page has it, and have no part that is one."""
    for example in examples:
        content, node = content_of(example), example.node
        if content is None or not content.binary or example.format != "multipart" or node is None:
            continue
        if not any(isinstance(m, PartMember) and m.is_file for m in node.members or ()):
            start = example.body.rfind("\n", 0, node.end) + 1
            yield Hit(
                example.place(start, node.end),
                "The example lacks a part with a file name.",
                related=(example.page.related(content.span.start, "the body is a file"),),
            )


def wrong_values(examples: Iterable[Example]) -> Iterator[Hit]:
    """Values that do not fit what the page says of them."""
    for example, comparison in _compared(examples):
        for wrong in comparison.wrong:
            if not wrong.path and not example.is_request and contradicted(example)[0]:
                continue  # The rule about the type in the heading finds it.
            node = wrong.node
            start, end = node.start, node.end
            if node.is_object or node.is_array:
                end = start + 1
            fix: tuple[Edit, ...] = ()
            if wrong.remedy is not None and example.format == "json":
                fix = (example.edit(start, end, wrong.remedy),)
            yield Hit(
                example.place(start, end),
                f"{_named(wrong)} is {_shown(example, node)} in the example; expected is "
                f"{wrong.expected}.",
                related=_related(example, comparison, comparison.row(wrong)),
                fix=fix,
            )


def misplaced_nulls(examples: Iterable[Example]) -> Iterator[Hit]:
    """Null where a number or a bool is documented."""
    for example, comparison in _compared(examples):
        for found in comparison.nulls:
            row = comparison.row(found)
            written = row.type.written if row and row.type else found.expected
            yield Hit(
                example.place(found.node.start, found.node.end),
                f"{_named(found)} is `null` in the example; documented is `{written}`.",
                related=_related(example, comparison, row),
            )


def not_base64(examples: Iterable[Example]) -> Iterator[Hit]:
    """Texts of the type `byte` that are no base64."""
    for example, comparison in _compared(examples):
        for found in comparison.not_base64:
            node = found.node
            yield Hit(
                example.place(node.start, node.end),
                f"{_named(found)} is {_shown(example, node)} in the example, which is no base64.",
                related=_related(example, comparison, comparison.row(found)),
            )


def _named(found: Misfit) -> str:
    return code(found.path) if found.path else "The body"


def shapes(examples: Sequence[Example]) -> Iterator[Hit]:
    """Bodies that show something else than their table."""
    yield from _strangers(examples)
    yield from _scalars_for_tables(examples)


def _strangers(examples: Iterable[Example]) -> Iterator[Hit]:
    """Objects that have next to nothing in common with the table."""
    for example, comparison in _compared(examples):
        if (record := comparison.stranger) is None:
            continue
        shown = ", ".join(code(member.key, 20) for member in (record.members or ())[:3])
        rows = comparison.content.rows
        line = rows[0].span.start
        names = ", ".join(f"`{row.name}`" for row in rows[:3])
        yield Hit(
            _opening(example, record),
            f"The example shows something else than the table: it has {shown}, the table {names}.",
            related=(example.page.related(line, "the table begins here"),),
        )


def _scalars_for_tables(examples: Iterable[Example]) -> Iterator[Hit]:
    """Bodies, or items of a list, that are no object although a table documents properties."""
    for example in examples:
        content, node = content_of(example), example.node
        if content is None or not content.rows or node is None or is_patch(example):
            continue
        if contradicted(example)[0]:
            continue  # The heading says so, too, and its rule finds it.
        odd = _no_object(node)
        if odd is None:
            continue
        line = content.rows[0].span.start
        yield Hit(
            example.place(odd.start, odd.end),
            f"The example's body is {_shown(example, odd)}; expected is an object.",
            related=(example.page.related(line, "the table of its properties"),),
        )


def _no_object(node: Node) -> Node | None:
    """The value that is no object: the body itself, or the first such item of a list."""
    if node.is_array:
        return next((item for item in node.items or () if not item.is_object), None)
    return None if node.is_object else node


def _compared(examples: Iterable[Example]) -> Iterator[tuple[Example, Comparison]]:
    for example in examples:
        if comparison := compare(example):
            yield example, comparison


def _opening(example: Example, record: Node) -> Place:
    """The bracket that opens an object, or the element's content."""
    return example.place(record.start, min(record.start + 1, record.end))


class _Gaps:
    """Where properties are missing: at the first one of the table's later ones that is there."""

    def __init__(self, example: Example) -> None:
        self._example = example
        self._places: dict[int, dict[str, int]] = {}
        self._record: Node | None = None
        self._reached: list[int] = []
        self._members: list[Member] = []

    def place(self, missing: Missing) -> Place:
        """The place where a record lacks a property; its end where none is later."""
        example, record = self._example, missing.record
        places = self._places_in(missing.schema)
        if record is not self._record:
            self._look_at(record, places)
        # The first member that stands in the table behind the row.
        later = bisect_right(self._reached, places[missing.property.name])
        if later < len(self._members):
            return example.place(self._members[later].start, self._members[later].end)
        if example.format == "json":
            return example.place(record.end - 1, record.end)
        if example.format == "multipart":
            # An object of a JSON part ends with its bracket, and the body with its last line.
            if example.body[record.end - 1] == "}":
                return example.place(record.end - 1, record.end)
            return example.place(example.body.rfind("\n", 0, record.end) + 1, record.end)
        return example.place(record.start, min(record.start + 1, record.end))

    def _places_in(self, schema: Schema) -> dict[str, int]:
        if id(schema) not in self._places:
            names = (item.name for item in schema.properties)
            self._places[id(schema)] = {name: place for place, name in enumerate(names)}
        return self._places[id(schema)]

    def _look_at(self, record: Node, places: dict[str, int]) -> None:
        self._record, self._reached, self._members = record, [], []
        for member in record.members or ():
            place = places.get(member.key, -1)
            if place > (self._reached[-1] if self._reached else -1):
                self._reached.append(place)
                self._members.append(member)


def _related(example: Example, comparison: Comparison, row: Property | None) -> tuple[Related, ...]:
    """The row that says what is expected, else where the body is described."""
    if row is None:
        return (_heading(example, comparison),)
    kind = f", `{row.type.written}`" if row.type else ""
    return (example.page.related(row.span.start, f"the row of `{row.name}`{kind}"),)


def _heading(example: Example, comparison: Comparison) -> Related:
    """The heading that says of which type a body is."""
    page, span = example.page, comparison.content.span
    response = page.operation.response
    if not example.is_request and response is not None and response.span == span:
        for stated in reversed(list(stated_types(page))):
            message = f"the type of the response, `{stated.type.written}`"
            return page.related(stated.place.line, message)
    return page.related(span.start, "the body is described here")


def _shown(example: Example, node: Node) -> str:
    if node.is_object or node.is_array:
        return f"an {node.kind}"
    return example.shown(node)
