"""Values in the rows of tables: enumerations, and cells such as `Default`."""

from collections.abc import Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import all_tables, cell, replacing, text_in_cell, typed_tables
from callsheet.checks.parsing.nodes import node_mismatches, node_of
from callsheet.checks.parsing.words import edit_distance, likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Severity
from callsheet.model import DataType, Property
from callsheet.schema import Literal, Schema
from callsheet.schema.formats import TEXT_FORMATS
from callsheet.schema.schema import levels
from callsheet.schema.words.facets import Facet

_NAMES = re.compile(r"[A-Z]\w*[ ][A-Z]\w*")
_WORD = re.compile(r"([A-Za-z]+)\s*([:;=,(]?)\s*(.*)", re.DOTALL)


@Example("| $select | string |", "| $select | Enum: Label, , Kind |")
@Example("| $select | string |", "| $select | Enum: Label, Kind, Label |")
@Example("| $select | string |", "| $select | Enum Label, Kind |")
@operation_rule(
    code="CS208",
    name="enumeration-values",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="An enumeration is not written as one, or has an empty value or one twice.",
    cause=(
        "`Enum: A, B, C` lists the values that a parameter or property can have. The list comes "
        "before the reader as it stands, and the reference server refuses all other values."
    ),
    hint="Write `Enum:` and the values, separated by commas, each once.",
    superseded_on_line_by=("ragged-row", "misspelt-column"),
    about_rows=True,
    subject=Subject.VALUES,
)
def _malformed_enumerations(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in typed_tables(page.operation):
        for row in rows:
            data_type = row.type
            if data_type is None or len(data_type.written) < 4:
                continue
            if data_type.name == "enum":
                yield from _odd_values(page, row.span.start, data_type)
            elif fault := _not_read(data_type.written):
                message, right = fault
                place = cell(page, row.span.start, "type")
                yield Diagnostic(place, message, fix=replacing(place, right) if right else ())


def _odd_values(page: OperationPage, line: int, data_type: DataType) -> Iterator[Diagnostic]:
    written = data_type.written.partition(":")[2]
    values = [value.strip() for value in written.split(",")]
    if not data_type.values:
        message = f"`{data_type.written}` lists no values."
        yield Diagnostic(cell(page, line, "type"), message, hint="List the values after the colon.")
        return
    distinct = list(dict.fromkeys(data_type.values))
    if len(distinct) == len(values) == len(data_type.values):
        yield from _similar_values(page, line, distinct)
        yield from _two_in_one(page, line, distinct)
        return
    place = cell(page, line, "type")
    fix = replacing(place, f"Enum: {', '.join(distinct)}")
    if "" in values:
        at = _place_of_empty(page, place, written)
        yield Diagnostic(at, f"`{data_type.written}` has an empty value.", fix=fix)
    for value in distinct:
        if data_type.values.count(value) > 1:
            yield Diagnostic(
                _second_place(page, place, value), f"The value `{value}` is there twice.", fix=fix
            )


def _similar_values(page: OperationPage, line: int, values: list[str]) -> Iterator[Diagnostic]:
    lower: dict[str, str] = {}
    for value in values:
        first = lower.setdefault(value.lower(), value)
        if first != value:
            place = _second_place(page, cell(page, line, "type"), value)
            yield Diagnostic(place, f"The value `{value}` differs from `{first}` by its case only.")


def _two_in_one(page: OperationPage, line: int, values: list[str]) -> Iterator[Diagnostic]:
    """Report a value of two words among single ones, since a comma is missing."""
    spaced = [value for value in values if " " in value]
    if len(spaced) != 1 or len(values) < 2 or not _NAMES.fullmatch(spaced[0]):
        return
    if all(re.fullmatch(r"[A-Z]\w*", value) for value in values if value not in spaced):
        place = page.find(line, spaced[0], cell(page, line, "type").column)
        message = f"`{spaced[0]}` is one value of two words; is a comma missing?"
        yield Diagnostic(place, message)


def _place_of_empty(page: OperationPage, place: Place, written: str) -> Place:
    """Return the comma before an empty value, or after the first one."""
    text = page.line(place.line)[place.column - 1 : place.end_column - 1]
    match = re.search(r",\s*(?=,|$)|:\s*,", text)
    if match is None or not written:
        return place
    start = place.column + match.start()
    end = place.column + match.start() + len(match.group().rstrip())
    return Place(place.path, place.line, start, place.line, end)


def _second_place(page: OperationPage, place: Place, value: str) -> Place:
    """Return the last place of a value in a cell."""
    text = page.line(place.line)[: place.end_column - 1]
    found = list(re.finditer(rf"(?<![\w-]){re.escape(value)}(?![\w-])", text[place.column - 1 :]))
    if not found:
        return place
    start = place.column + found[-1].start()
    return Place(place.path, place.line, start, place.line, start + len(value))


def _not_read(written: str) -> tuple[str, str | None] | None:
    """Describe the fault of a type that is meant as an enumeration, and the remedy."""
    match = _WORD.fullmatch(written)
    if match is None:
        return None
    word, mark, rest = match.groups()
    rest = rest.strip().rstrip(")")
    lower = word.lower()
    like = lower.startswith("enum") or (mark == ":" and edit_distance(lower, "enum", 1) <= 1)
    if not like or (not rest and lower not in ("enum", "enums", "enumeration")):
        return None
    if not rest:
        return f"`{written}` lists no values.", None
    right = f"Enum: {', '.join(value.strip() for value in re.split(r'[,|/;]', rest))}"
    return f"`{written}` is not read as an enumeration; write `{right}`.", right


_VALUE = r"[`'\"*]{0,2}[A-Za-z0-9][\w.-]*+[`'\"*]{0,2}"
_GLUE = r"(?<!\s)(?:\s*,\s*(?:or|and)\s+|\s*[,|/;]\s*|\s+(?:or|and)\s+)"
# Lone words match, too: otherwise the end of a word is searched from each of its letters.
_LIST = re.compile(rf"{_VALUE}(?:{_GLUE}{_VALUE})*+")
_LEAD = re.compile(
    r"\b(?:values?|one of|any of|either|allowed|possible|valid|accepted|permitted|options|choose"
    r"|can be|may be|must be|enum(?:eration)?)\b[^.`'\"]{0,40}?[:=]?\s*$",
    re.IGNORECASE,
)
_DEFAULT = re.compile(
    r"\bdefaults?\b(?:\s+value)?\s*(?:=|:|is|to)\s*(?P<value>[`'\"]?[A-Za-z][\w-]*)", re.IGNORECASE
)
_PART = re.compile(r"\b(?:e\.g\.|for example|such as|like|including|etc\.?)", re.IGNORECASE)
_QUOTED = re.compile(r"[`'\"]([A-Za-z][\w-]*)[`'\"]")
_MARKS = "`'\"*."


@Example(
    "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels.",
    "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet |"
    " How it travels: Letter, Box or Crate.",
)
@Example(
    "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet | How it travels.",
    "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet |"
    " How it travels (Letter, Box).",
)
@operation_rule(
    code="CS209",
    name="enumeration-text",
    summary="A description lists or names other values than the enumeration in its row.",
    cause=(
        "The values of `Enum: A, B, C` are repeated in the text of the row, and one of the two was "
        "changed without the other, so a reader doesn't know which is true."
    ),
    hint="List the same values in the type and in the description, or in the type only.",
    superseded_on_line_by=("ragged-row", "enumeration-values"),
    about_rows=True,
    subject=Subject.VALUES,
)
def _differing_enumeration_texts(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in typed_tables(page.operation):
        for row in rows:
            if row.type and row.type.values and row.description:
                yield from _contradictory_text(page, row, row.type.values)


def _contradictory_text(
    page: OperationPage, row: Property, values: tuple[str, ...]
) -> Iterator[Diagnostic]:
    named: set[str] = set()
    for match in _LIST.finditer(row.about):
        words = [w.strip(_MARKS) for w in re.split(_GLUE, match.group())]
        if len(words) < 2:
            continue
        words = [word for word in words if word]
        lead = row.about[max(0, match.start() - 80) : match.start()]
        if not _lists_values(words, values, lead):
            continue
        more = [word for word in words if word not in values]
        named.update(words)
        yield from (_no_value(page, row, word, values) for word in more)
        closed = not _PART.search(lead[-12:]) and not _PART.match(
            row.about[match.end() :].strip(" ,)(")
        )
        fewer = [value for value in values if value not in row.about and value != "Unknown"]
        if fewer and not more and closed:
            yield _not_said(page, row, match.group(), fewer)
    for pattern, group in ((_DEFAULT, "value"), (_QUOTED, 1)):
        for match in pattern.finditer(row.about):
            word = match[group].strip(_MARKS)
            near = likely_meant(word, values)
            if word not in named and near and word not in values:
                named.add(word)
                yield _no_value(page, row, word, values)


def _lists_values(words: list[str], values: tuple[str, ...], lead: str) -> bool:
    """Tell whether words that are listed in a description are meant as the values."""
    exact = sum(word in values for word in words)
    near = sum(likely_meant(word, values) is not None for word in words)
    if _LEAD.search(lead):
        return exact + near > 0
    if lead.endswith("(") and len(words) == len(values):
        return exact + near > 0
    return exact + near >= 2 and 2 * (exact + near) >= len(words) and exact > 0


def _no_value(page: OperationPage, row: Property, word: str, values: tuple[str, ...]) -> Diagnostic:
    line = row.span.start
    meant = likely_meant(word, values)
    extra = f"; did you mean `{meant}`?" if meant else "."
    message = f"The description of `{row.name}` names `{word}`, which its type does not list{extra}"
    related = page.related(line, f"its type lists {', '.join(values)}")
    return Diagnostic(text_in_cell(page, line, "description", word), message, related=(related,))


def _not_said(page: OperationPage, row: Property, listed: str, fewer: list[str]) -> Diagnostic:
    line = row.span.start
    names = ", ".join(f"`{value}`" for value in fewer)
    message = (
        f"The description of `{row.name}` lists `{listed}` and leaves out {names} of its type."
    )
    related = page.related(line, "the type in the same row")
    return Diagnostic(text_in_cell(page, line, "description", listed), message, related=(related,))


@Example(
    "| Parameter Name | Type | Description |\n| --- | --- | --- |\n| notify | bool |",
    "| Parameter Name | Type | Default | Description |\n| --- | --- | --- | --- |\n"
    "| notify | bool | perhaps |",
    also=("ragged-row",),
)
@operation_rule(
    code="CS226",
    name="cell-value",
    severity=Severity.ERROR,
    summary="A cell of `Default`, `Example` or `Values` has a value that its row does not allow.",
    cause=(
        "A default that is of another type, is outside of the limits, or is in no list of values "
        "can be sent by nobody. Samples and the reference server use these cells as they stand."
    ),
    hint="Correct the value, or the type, the limits or the values in the same row.",
    about_rows=True,
    subject=Subject.VALUES,
)
def _disallowed_cell_values(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in all_tables(page.operation):
        for row in rows:
            if row.facets:
                yield from _disallowed_values_of_row(page, row)


def _disallowed_values_of_row(page: OperationPage, row: Property) -> Iterator[Diagnostic]:
    schema = row.schema
    if schema.default is not None:
        yield from _disallowed_value(page, row, Facet.DEFAULT, schema.default, schema)
    for literal in schema.examples:
        yield from _disallowed_value(page, row, Facet.EXAMPLE, literal, schema)
    if Facet.VALUES in dict(row.facets):
        within = next((each for each in levels(schema) if each.enum), schema)
        without_values = replace(within, enum=(), const=None)
        for item in within.enum:
            yield from _disallowed_value(page, row, Facet.VALUES, item.literal, without_values)


def _disallowed_value(
    page: OperationPage, row: Property, facet: Facet, literal: Literal, schema: Schema
) -> Iterator[Diagnostic]:
    value = literal.value
    found = next(node_mismatches(node_of(value), schema), None)
    if found is None:
        return
    shown = value if isinstance(value, str) else literal.text
    place = text_in_cell(page, row.span.start, facet, shown)
    # Only wrong upper or lower case of a listed text has one right answer.
    is_sure = found.remedy is not None and found.mismatch.keyword == "enum"
    yield Diagnostic(
        place,
        f"The column `{facet.title()}` of {row.label} has {code(shown)}; expected is "
        f"{found.expected}.",
        related=(page.related(row.span.start, "the same row"),),
        fix=replacing(place, found.remedy.strip('"')) if found.remedy and is_sure else (),
    )


_FORMATS = frozenset(
    [
        *TEXT_FORMATS,
        *("int32", "int64", "float", "double", "password", "binary"),
    ]
)
_FORMATS_TOO = frozenset(
    [
        *("int8", "int16", "uint8", "uint16", "uint32", "uint64", "int128", "float32", "float64"),
        *("url", "mail", "uid", "guid", "ulid", "cuid", "ksuid", "date-time-local", "time-local"),
        *("base64url", "base32", "data", "ipv", "ip", "html", "iri", "irc", "sms", "tel", "timer"),
    ]
)
"""Formats of other makers, which are nearly one of the standard ones."""


@Example(
    "| Parameter Name | Type | Description |\n| --- | --- | --- |\n"
    "| notify | bool | Whether the receiver gets a message. |\n| $select | string |",
    "| Parameter Name | Type | Limits | Description |\n| --- | --- | --- | --- |\n"
    "| notify | bool | | Whether the receiver gets a message. |\n"
    "| $select | string | format `emial` |",
)
@operation_rule(
    code="CS235",
    name="misspelt-format",
    summary="A format in a cell of `Limits` is nearly a well-known one.",
    cause="A format that is not known allows every value, and no generator knows it.",
    hint="Write the format as JSON Schema and OpenAPI have it.",
    about_rows=True,
    subject=Subject.VALUES,
)
def _misspelt_formats(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in all_tables(page.operation):
        for row in rows:
            if Facet.LIMITS not in dict(row.facets):
                continue
            for schema in levels(row.schema):
                name = schema.format or ""
                if name in _FORMATS or name.lower() in _FORMATS_TOO:
                    continue
                if meant := likely_meant(name, _FORMATS):
                    place = text_in_cell(page, row.span.start, Facet.LIMITS, name)
                    message = f"`{name}` is not a known format; did you mean `{meant}`?"
                    yield Diagnostic(place, message, fix=replacing(place, meant))
