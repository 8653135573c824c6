"""Compare the bodies of examples with what their page documents."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from callsheet import lazy_re as re
from callsheet.checks.model.examples import ExampleMessage, format_of
from callsheet.checks.model.page import OperationPage, cached_in_owner
from callsheet.checks.parsing.nodes import (
    Member,
    Node,
    NodeMismatch,
    described,
    may_have,
    node_mismatches,
    node_of,
    valued_xml,
)
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.parsing.xml_and_forms import valued_parts
from callsheet.http.media_types import JSON_PATCH, MERGE_PATCH, essence
from callsheet.model import DataType, ExampleResponse, Property
from callsheet.model.contents import Content, request_contents, response_contents
from callsheet.schema import Direction, Evaluator, PropertySchema, Schema
from callsheet.schema.words.type_words import schema_of_words

MAX_COMPARED = 300_000
"""Limit of objects times rows that are compared, so that long lists take no minutes."""

PATCHES = frozenset({JSON_PATCH, MERGE_PATCH})
"""Media types of bodies that describe changes (RFC 6902, RFC 7396)."""

_PATH = re.compile(r"[.\[/]")
_OPEN = re.compile(r"\W*\*?\W*|[{<].*[}>]")
_INDEX = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class UnknownProperty:
    """A property that no row documents, and the property that seems to be meant."""

    member: Member
    meant: PropertySchema | None


@dataclass(frozen=True, slots=True)
class MissingProperty:
    """A documented property that an object lacks.

    Attributes:
        path: The property, as a row would name it.
        property: Its documentation.
        record: The first object that lacks it.
        schema: The schema of that object.
    """

    path: str
    property: PropertySchema
    record: Node
    schema: Schema


@dataclass(slots=True)
class BodyComparison:
    """Differences between an example and its page; the first place of each property only.

    Attributes:
        content: The documented body.
        unknown: Properties that are not documented.
        missing: Documented properties that are not there.
        wrong: Values that do not match their schema.
        not_base64: Texts of the type `byte` that are not base64.
        nulls: Null where a number or a bool belongs.
        stranger: The first object, if it has next to nothing in common with the table.
    """

    content: Content
    unknown: list[UnknownProperty] = field(default_factory=list)
    missing: list[MissingProperty] = field(default_factory=list)
    wrong: list[NodeMismatch] = field(default_factory=list)
    not_base64: list[NodeMismatch] = field(default_factory=list)
    nulls: list[NodeMismatch] = field(default_factory=list)
    stranger: Node | None = None

    def row(self, found: NodeMismatch) -> Property | None:
        """Return the row that a value does not match."""
        span = found.mismatch.span
        return next((row for row in self.content.rows if row.span == span), None)


def contents_of(page: OperationPage, status: int | None = None) -> tuple[Content, ...]:
    """Return the documented bodies of a page's requests, or of its responses of a status."""
    contents, operation = _contents_by_status(page), page.operation
    if status not in contents:
        contents[status] = (
            request_contents(operation) if status is None else response_contents(operation, status)
        )
    return contents[status]


@cached_in_owner
def _contents_by_status(_: OperationPage) -> dict[int | None, tuple[Content, ...]]:
    return {}


def content_of(example: ExampleMessage) -> Content | None:
    """Return the documented counterpart of an example's body, by status and media type."""
    message = example.message
    status = message.status if isinstance(message, ExampleResponse) else None
    contents = contents_of(example.page, status)
    wanted = example.content_type
    for content in contents:
        if essence(content.media_type) == wanted:
            return content
    if not contents or len({content.span for content in contents}) == 1 or not wanted:
        return next(iter(contents), None)
    # No exact match: take the one of the same format, if there is only one.
    alike = [c for c in contents if format_of(essence(c.media_type)) == example.format]
    return alike[0] if len({content.span for content in alike}) == 1 else None


def is_patch(example: ExampleMessage) -> bool:
    """Tell whether a request's body describes changes, by its media type."""
    return example.is_request and _media_type(example) in PATCHES


def is_json_patch(example: ExampleMessage) -> bool:
    """Tell whether a request's body is a JSON Patch."""
    return example.is_request and _media_type(example) == JSON_PATCH


def _media_type(example: ExampleMessage) -> str:
    listed = example.page.operation.request_media_types
    return example.content_type or (essence(listed[0]) if len(listed) == 1 else "")


@cached_in_owner
def compare(example: ExampleMessage) -> BodyComparison | None:
    """Compare the body of an example with its page; None if there is nothing to compare."""
    content, node = content_of(example), example.node
    if content is None or content.binary or node is None or is_patch(example):
        return None
    schema, text_format = content.schema, "" if example.format == "json" else example.format
    if text_format == "xml" and _is_xml_list(node, schema):
        schema = Schema(types=("object",), additional_properties=schema)
    if text_format in ("form", "multipart"):
        node = valued_parts(node, schema)
    elif text_format:
        node = valued_xml(node, schema)
    return _compared(
        content,
        node,
        schema,
        is_request=example.is_request,
        is_strict=example.page.is_in_own_layout,
    )


def compare_chosen(page: OperationPage, value: Any) -> BodyComparison | None:
    """Compare a JSON value that samples send with the first JSON body that the page documents."""
    for content in contents_of(page):
        media_type = essence(content.media_type)
        if not content.binary and format_of(media_type) == "json" and media_type not in PATCHES:
            is_strict = page.is_in_own_layout
            return _compared(
                content, node_of(value), content.schema, is_request=True, is_strict=is_strict
            )
    return None


def _compared(
    content: Content, node: Node, schema: Schema, *, is_request: bool, is_strict: bool
) -> BodyComparison:
    comparing = _Comparing(BodyComparison(content), is_request=is_request, is_strict=is_strict)
    if content.rows and not content.is_whole:
        comparing.compare_records(node, schema)
    else:
        comparing.compare_values(node, schema)
    return comparing.comparison


def _is_xml_list(node: Node, schema: Schema) -> bool:
    """Tell whether a document element contains the elements that the rows describe."""
    members = node.members or ()
    return bool(members and schema.properties) and all(
        schema.property(member.key) is None and member.value.is_object for member in members
    )


class _Comparing:
    """Comparison of a parsed body in progress, with what it has found so far."""

    def __init__(
        self, comparison: BodyComparison, *, is_request: bool, is_strict: bool = True
    ) -> None:
        self.comparison = comparison
        self._is_strict = is_strict
        self.is_request = is_request
        self._direction = Direction.REQUEST if is_request else Direction.RESPONSE
        self._names: dict[int, _PropertyNames] = {}
        self._seen: set[tuple[str, str]] = set()

    def compare_records(self, node: Node, schema: Schema) -> None:
        """Compare each object that the rows of the table describe."""
        records = [record for record in _records(node, schema) if record[0].is_object]
        if not records:
            return
        first, record_schema = records[0]
        if _is_stranger(first, record_schema):
            self.comparison.stranger = first
            return
        # An example with thousands of records would otherwise take longer than all other pages
        # together, and its records are alike.
        most = max(1, MAX_COMPARED // max(1, len(record_schema.properties)))
        for record, inner in records[:most]:
            self.compare_values(record, inner)

    def compare_values(self, node: Node, schema: Schema) -> None:
        """Compare a value with its schema, and its names with those of the page."""
        nulls = self.comparison.content.tells_of_null
        for found in node_mismatches(node, schema, direction=self._direction, nulls=nulls):
            # In other layouts, `date` and the like say what a text is about, not how it is written.
            if found.mismatch.keyword != "format" or self._is_strict:
                self._note(found)
        for path, record, record_schema in described(node, schema):
            self._compare_names(path, record, record_schema)

    def _note(self, found: NodeMismatch) -> None:
        comparison, path = self.comparison, _INDEX.sub("[]", found.path)
        row = comparison.row(found)
        is_named = row is not None and row.name == path
        # Generators write null wherever they have no value. So a null only counts where a value is
        # required, where callers could not represent it, or where the page says which values may be
        # null.
        if found.node.is_null:
            if self.is_request and row and row.required and is_named:
                expected = "a value, which is required"
                found = replace(found, mismatch=replace(found.mismatch, expected=expected))
                self._add("wrong", path, comparison.wrong, found)
            elif found.is_null_for_scalar:
                self._add("null", path, comparison.nulls, found)
            elif comparison.content.tells_of_null:
                self._add("wrong", path, comparison.wrong, found)
        elif found.is_no_base64:
            self._add("byte", path, comparison.not_base64, found)
        else:
            self._add("wrong", path, comparison.wrong, found)

    def _add(self, what: str, path: str, noted: list[NodeMismatch], found: NodeMismatch) -> None:
        if self._is_first(what, path):
            noted.append(found)

    def _compare_names(self, path: str, record: Node, schema: Schema) -> None:
        # Schemas are large to hash; those of a page live as long as it is checked.
        names = self._names.get(id(schema))
        if names is None:
            names = self._names[id(schema)] = _PropertyNames(schema)
        # A table may list `address.city`, `tags[]` or `size/width` in place of the outer object;
        # the example then has the outer name alone, which is enough.
        members = {member.key for member in record.members or ()}
        absent = {
            name: item
            for name, item in names.properties.items()
            if name not in members and names.stems[name] not in members
        }
        before = ""
        for member in record.members or ():
            if (
                member.key not in names.properties
                and member.key not in names.known
                and not names.is_open
                and not may_have(schema, member.key)
            ):
                meant = _meant(member.key, before, absent, names, is_request=self.is_request)
                if meant is not None:
                    del absent[meant.name]
                if self._is_first("unknown", f"{path}.{member.key}"):
                    self.comparison.unknown.append(UnknownProperty(member, meant))
            before = member.key
        for name, item in absent.items():
            inner = f"{path}.{name}".lstrip(".")
            if names.is_expected(item, is_request=self.is_request) and self._is_first(
                "missing", inner
            ):
                self.comparison.missing.append(MissingProperty(inner, item, record, schema))

    def _is_first(self, what: str, name: str) -> bool:
        """Tell whether this is found for the first time: objects of a list are often alike."""
        if (what, name) in self._seen:
            return False
        self._seen.add((what, name))
        return True


def _records(node: Node, schema: Schema) -> Iterator[tuple[Node, Schema]]:
    """Yield the values that the rows describe: the body, each item, or each value of it."""
    if schema.properties:
        yield node, schema
    elif schema.items is not None:
        yield from ((item, schema.items) for item in node.items or ())
    elif schema.additional_properties is not None:
        inner = schema.additional_properties
        yield from ((member.value, inner) for member in node.members or ())


def _is_stranger(record: Node, schema: Schema) -> bool:
    """Tell whether an object has less than a third of the names that it could share."""
    names = {item.name.lower() for item in schema.properties}
    keys = {member.key.lower() for member in record.members or ()}
    fewest = min(len(names), len(keys))
    # With a single name, one typing error would make a stranger of the object.
    is_union = schema.any_of or schema.one_of
    return fewest > 1 and 3 * len(names & keys) < fewest and not is_union


class _PropertyNames:
    """The names of an object's properties.

    Attributes:
        properties: The properties by name.
        stems: By name, the part before its first point, bracket or slash.
        known: These parts.
        folded: The names by their lower case.
        places: By name, its index.
        in_order: The names.
        is_open: Whether the object may have any other name, too.
    """

    def __init__(self, schema: Schema) -> None:
        self.properties = {item.name: item for item in schema.properties}
        self.stems = {name: _PATH.split(name)[0] for name in self.properties}
        self.known = {*self.stems.values()}
        self.folded: dict[str, list[str]] = {}
        for name in self.properties:
            self.folded.setdefault(name.lower(), []).append(name)
        self.in_order = [*self.properties]
        self.places = {name: place for place, name in enumerate(self.in_order)}
        self.is_open = any(map(_OPEN.fullmatch, self.properties))

    def is_expected(self, item: PropertySchema, *, is_request: bool) -> bool:
        """Tell whether an example of that direction should have a property."""
        hidden = item.schema.read_only if is_request else item.schema.write_only
        return not hidden and _OPEN.fullmatch(item.name) is None


def _meant(
    key: str,
    before: str,
    absent: Mapping[str, PropertySchema],
    names: _PropertyNames,
    *,
    is_request: bool,
) -> PropertySchema | None:
    """Return the property that is likely meant: absent, and similarly named or in its place."""
    for name in names.folded.get(key.lower(), ()):
        if name in absent:
            return absent[name]
    if meant := likely_meant(key, absent):
        return absent[meant]
    end = len(names.in_order)
    place = names.places[before] + 1 if before in names.places else end if before else 0
    item = absent.get(names.in_order[place]) if place < end else None
    # A request may omit what is not required, so that positions are not evidence there.
    return item if item is not None and (item.required or not is_request) else None


def row_of(rows: Sequence[Property], item: PropertySchema) -> Property | None:
    """Return the row of a property; None if it is only named within another row."""
    return next((row for row in rows if item.span is not None and row.span == item.span), None)


_SHOWN = {'"': "", "t": True, "f": False, "[": [], "{": {}}
_EVALUATOR = Evaluator()
_PROPERTY = re.compile(r'"(?P<name>[^"\n]*+)"\s*+:\s*+(?=(?P<value>["tf\[{]|-?\d[\d.eE+-]*+))')


def shown_properties(body: str) -> Mapping[str, str]:
    """Return how the value of each property in a JSON body begins, the first of its name."""
    found: dict[str, str] = {}
    for match in _PROPERTY.finditer(body):
        found.setdefault(match["name"], match["value"])
    return found


def shows_otherwise(shown: Mapping[str, str], name: str, data_type: DataType) -> bool:
    """Tell whether one of the `shown_properties` has a value of another type."""
    text = shown.get(name)
    if text is None:
        return False
    value = _SHOWN.get(text, 0.5 if re.search("[.eE]", text) else 0)
    schema = schema_of_words(data_type.written)
    # Only the kind of the value is known.
    return not _EVALUATOR.fits(value, Schema(types=schema.types, ref=schema.ref))
