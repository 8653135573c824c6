"""Types in the rows of tables, and values that depend on them."""

from collections.abc import Iterator, Mapping, Sequence

from callsheet import lazy_re as re
from callsheet.checks.model.bodies import shown_properties, shows_otherwise
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import cell, replacing, table_row, typed_tables
from callsheet.checks.model.tree import Tree
from callsheet.checks.parsing.words import (
    ALSO_READ,
    CAPITALISED,
    COUNTERPARTS,
    NAME,
    WRITTEN,
    fault_of,
    in_vocabulary,
    is_capitalised,
    is_slip,
    likely_meant,
)
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule
from callsheet.findings import Finding, Severity
from callsheet.model import WHOLE, DataType, Property, RequestBody, Response, SectionKind
from callsheet.schema.words.type_words import WORDS, parts_of, schema_of_words

_WITH_TYPE = (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY)


_COMMON = ("array", "boolean", "integer", "number", "object", "string")


def _misspelt_types(page: OperationPage) -> Iterator[Diagnostic]:
    """Report slips in the types that all layouts have; any other word may be one of the API."""
    for _, rows in typed_tables(page.operation):
        for row in rows:
            word = row.type.written if row.type else ""
            is_plain = len(word) > _SHORT and word.isalpha() and word.lower() not in WORDS
            if is_plain and (meant := likely_meant(word, _COMMON)):
                place = page.find(row.span.start, word)
                message = f"`{word}` is not a type; did you mean `{meant}`?"
                yield Diagnostic(place, message, f"Write `{meant}`.")


_SHORT = 4
"""Letters of words such as `Sting` that are still longer than a name that is only similar."""


def _has_types(page: OperationPage, row: Property) -> bool:
    found = table_row(page, row.span.start)
    return found is not None and "type" in found[0].columns


def _unknown_types_in_headings(page: OperationPage) -> Iterator[Diagnostic]:
    response = page.operation.response
    if response is None:
        return
    for data_type in (response.type, response.body_type):
        fault = fault_of(data_type.written, capitalised=False) if data_type else None
        if data_type is None or fault is None:
            continue
        for section in page.sections:
            if section.kind in _WITH_TYPE and section.argument == data_type.written:
                line = section.span.start
                # The words before the colon may contain the type, too.
                place = page.find(line, data_type.written, page.line(line).find(":") + 2)
                yield _unknown_type(place, data_type.written, *fault)
                break


def _defined_elsewhere(tree: Tree, finding: Finding) -> bool:
    """Tell whether the type that a finding is about is one that a page defines."""
    defined = {table.name for table in tree.catalog.type_tables}
    operation = tree.catalog.by_path.get(finding.path)
    rows = [row for _, rows in typed_tables(operation) for row in rows] if operation else []
    rows += [
        row
        for table in tree.catalog.type_tables
        if table.path == finding.path
        for row in table.properties
    ]
    written = [row.type.written for row in rows if row.type and row.span.start == finding.line]
    if written:
        # In a cell, a type counts, too, that only the response of some page has a table for.
        defined |= tree.types.keys()
    elif operation and (response := operation.response):
        # Of the rest, this rule looks at headings.
        written = [found.written for found in (response.type, response.body_type) if found]
    return any(not defined.isdisjoint(NAME.findall(text)) for text in written)


def _unknown_type(place: Place, written: str, wrong: str, meant: str | None) -> Diagnostic:
    if meant is None:
        return Diagnostic(place, f"`{written}` {wrong}.")
    message = f"`{written}` {wrong} of the page format; did you mean `{meant}`?"
    # Another word, such as `currency`, may be a type of the API that is written in small letters.
    fix = replacing(place, meant) if is_slip(written, meant) else ()
    return Diagnostic(place, message, hint=f"Write `{meant}`.", fix=fix)


@Example("| depotId | string |", "| depotId | sting |")
@Example("| Weight | Integer |", "| Weight | decimal |", also=("request-property-type",))
@Example("| Fragile | bool |", "| Fragile | |")
@Example("## Response: object", "## Response: objct", also=("response-type",))
@operation_rule(
    code="CS205",
    name="unknown-type",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A type cell or a heading has a word that is not a type, or nothing.",
    cause=(
        "Parameters and properties have the types `string`, `int32`, `int64`, `double`, `bool`, "
        "`date-time`, `byte`, `array` and `object`, which request bodies write `String`, "
        "`Integer`, `Boolean`, `Number`, `Array` and `Object`. Any other word that begins with a "
        "capital names a type of the API. A slip, or the word of another language such as "
        "`decimal`, would be taken for such a name: nothing is validated, and the sample program "
        "sends nonsense."
    ),
    hint="Write a type of the page format, or the name of a type of the API.",
    superseded_on_line_by=("ragged-row", "enumeration-values", "misspelt-column"),
    about_rows=True,
    subject=Subject.TYPE_WORDS,
    dispelled=_defined_elsewhere,
)
def _unknown_types(page: OperationPage) -> Iterator[Diagnostic]:
    if not page.is_in_own_layout:
        yield from _misspelt_types(page)
        return
    for kind, rows in typed_tables(page.operation):
        words = [row.type.written if row.type else "" for row in rows]
        capitalised = is_capitalised(words)
        for row, word in zip(rows, words, strict=True):
            if not word:
                # Another rule reports a table without the column, and that of the request
                # headers has none.
                if row.name and _has_types(page, row):
                    place = cell(page, row.span.start, "type")
                    yield Diagnostic(place, f"The {kind} `{row.name}` has no type.")
                continue
            if row.type and (row.type.values or word.lower().startswith("enum")):
                continue
            fault = fault_of(word, capitalised=capitalised)
            is_type = word.lower() in WORDS or parts_of(word)
            if row.name in WRITTEN and not is_type:
                message = f"The name `{word}` and the type `{row.name}` have changed places."
                yield Diagnostic(page.whole_line(row.span.start), message)
            elif fault:
                yield _unknown_type(cell(page, row.span.start, "type"), word, *fault)
    yield from _unknown_types_in_headings(page)


_IN_BOTH = frozenset(COUNTERPARTS.values())


@Example("| Label | string |", "| Label | String |")
@Example("| ParcelId | int32 |", "| ParcelId | Int32 |")
@operation_rule(
    code="CS206",
    name="mixed-type-styles",
    summary="A table writes its types in both vocabularies, or in an unusual case.",
    cause=(
        "Request bodies write `String` and `Integer`, parameters and response bodies `string` and "
        "`int32`. Both in one table let a reader think that they are different types; as a rule a "
        "row was copied from another table."
    ),
    hint="Write the type as the other rows of the table do.",
    superseded_on_line_by=("ragged-row", "duplicate-name"),
    applies_to_imports=False,
    subject=Subject.TYPE_WORDS,
)
def _mixed_type_styles(page: OperationPage) -> Iterator[Diagnostic]:
    for _, rows in typed_tables(page.operation):
        words = [row.type.written for row in rows if row.type]
        known = {word for word in words if word in WRITTEN}
        odd = {w for w in words if w not in WRITTEN and w.lower() in WRITTEN}
        if odd or (known & CAPITALISED and known & (_IN_BOTH | ALSO_READ)):
            yield from _mixed_styles_of_table(page, rows, words)


def _mixed_styles_of_table(
    page: OperationPage, rows: tuple[Property, ...], words: list[str]
) -> Iterator[Diagnostic]:
    capitalised = is_capitalised(words)
    for row in rows:
        if row.type is None:
            continue
        word = row.type.written
        if word not in WRITTEN and word.lower() not in WRITTEN:
            continue
        lower = word.lower()
        lower = COUNTERPARTS.get(lower.capitalize(), lower)
        expected = in_vocabulary(lower, capitalised=capitalised)
        if word == expected or (not capitalised and word in ALSO_READ):
            continue
        of = [
            r
            for r in rows
            if r.type and r.type.written in (CAPITALISED if capitalised else _IN_BOTH)
        ]
        line = next((r.span.start for r in of if r is not row), row.span.start)
        place = cell(page, row.span.start, "type")
        message = f"`{word}` is written `{expected}` in this table."
        related = page.related(line, "a type as this table writes them")
        yield Diagnostic(place, message, related=(related,), fix=replacing(place, expected))


_COARSE = {
    "String": frozenset({"date-time", "byte", "enum"}),
    "Integer": frozenset({"int64"}),
    "Number": frozenset({"int32", "int64"}),
}
"""Types of the response that a type of the request may become, besides its counterpart."""


@Example("| Weight | int32 |", "| Weight | string |", also=("response-property-type",))
@Example(
    "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box, Pallet |",
    "int32 | Its weight in grams. |\n| Kind | Enum: Letter, Box |",
)
@operation_rule(
    code="CS207",
    name="request-and-response-differ",
    summary="A property has one type or enumeration in the request and another in the response.",
    cause=(
        "What a caller sends and gets back under one name is one thing. `Integer` in the request "
        "is `int32` in the response, and `String` may be `date-time`, `byte` or an enumeration; "
        "all other differences are a slip in one of the two tables."
    ),
    hint="Give the property the same type in both tables.",
    superseded_on_line_by=("ragged-row", "unknown-type", "enumeration-values"),
    applies_to_imports=False,
    subject=Subject.REQUEST_BODIES,
)
def _differing_request_and_response_types(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    if operation.request_body is None or operation.response is None:
        return
    rows = operation.response.properties
    answered = {row.name: row for row in rows if row.type and row.name != WHOLE}
    shown: list[Mapping[str, str]] | None = None
    if not _are_one_thing(operation.request_body, operation.response):
        return
    for row in operation.request_body.properties if answered else ():
        other = answered.get(row.name)
        if other is None or row.type is None or other.type is None:
            continue
        if row.type.name == "enum" == other.type.name:
            if set(row.type.values) != set(other.type.values):
                yield _other_values(page, row, other, row.type, other.type)
        elif not _types_agree(row.type, other.type):
            if shown is None:
                shown = [shown_properties(e.body) for e in operation.example_responses]
            yield _other_type(page, row, other, row.type, other.type, shown)


def _are_one_thing(body: RequestBody, response: Response) -> bool:
    """Tell whether a request sends what its response gives back, and no list of arguments."""
    named = response.body_type or response.type
    if body.name and named and body.name.lower() == named.written.lower():
        return True
    sent, answered = {r.name for r in body.properties}, {r.name for r in response.properties}
    return 2 * len(sent & answered) >= len(sent | answered)


def _types_agree(sent: DataType, answered: DataType) -> bool:
    if sent.name == answered.name:
        return True
    if sent.name == "object" and answered.is_named:
        return True
    if "any" in (sent.name, answered.name):
        return True
    if sent.name == "enum":
        return answered.name == "string"
    return answered.name in _COARSE.get(sent.written, ())


def _other_type(
    page: OperationPage,
    row: Property,
    other: Property,
    sent: DataType,
    answered: DataType,
    shown: Sequence[Mapping[str, str]],
) -> Diagnostic:
    wrong = other if any(shows_otherwise(each, row.name, answered) for each in shown) else row
    right, here, there = (row, answered, sent) if wrong is other else (other, sent, answered)
    where = "request" if wrong is other else "response"
    message = f"`{row.name}` is `{here.written}` here and `{there.written}` in the {where}."
    related = page.related(right.span.start, f"`{row.name}` in the {where}")
    return Diagnostic(cell(page, wrong.span.start, "type"), message, related=(related,))


def _other_values(
    page: OperationPage, row: Property, other: Property, sent: DataType, answered: DataType
) -> Diagnostic:
    before, after = set(sent.values), set(answered.values)
    more = [value for value in sent.values if value not in after]
    fewer = [value for value in answered.values if value not in before]
    parts = [
        f"the response has no {_in_backticks(more)}" if more else "",
        f"it has no {_in_backticks(fewer)} of the response" if fewer else "",
    ]
    message = f"The values of `{row.name}` differ: {', and '.join(p for p in parts if p)}."
    related = page.related(other.span.start, f"`{row.name}` in the response")
    return Diagnostic(cell(page, row.span.start, "type"), message, related=(related,))


def _in_backticks(values: list[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


_NAME = re.compile(r"[A-Za-z_][\w-]*(?:\.[\w-]+)*")


_FRONT = "---\ntitle: Person\ndefines: {}\n---\n\n# Person\n\n"
_TABLE = (
    "| Property Name | Type | Description |\n| --- | --- | --- |\n| Name | string | The name. |\n"
)


@Example(files={"person.md": _FRONT.format("string") + _TABLE}, also=("rare-spelling",))
@Example(files={"person.md": _FRONT.format("Per son") + _TABLE}, also=("rare-spelling",))
@Example(files={"person.md": _FRONT.format("Person")}, also=("rare-spelling",))
@page_rule(
    code="CS229",
    name="type-definition",
    severity=Severity.ERROR,
    summary="The front matter says that the page defines a type, and it cannot.",
    cause=(
        "`defines` names a type of the API, whose properties the table of the page lists. A name "
        "that the page format has itself, or that is not a name, is found by no other page; and "
        "without a table nothing is defined."
    ),
    hint="Name a type of your own.",
    signs=("defines",),
)
def _unusable_type_definitions(page: CheckedPage) -> Iterator[Diagnostic]:
    name = page.document.front_matter.get("defines")
    if name is None:
        return
    text = str(name).strip()
    place = page.find(page.document.line_of_key("defines"), text)
    if text and schema_of_words(text).ref != text:
        yield Diagnostic(
            place, f"{code(text)} is a type of the page format, and means that everywhere."
        )
    elif not _NAME.fullmatch(text):
        hint = "Write one word of letters, digits, `_`, `-` and `.`."
        yield Diagnostic(place, f"{code(text)} cannot be the name of a type.", hint)
    elif page.reading.page.defines is None:
        hint = "Give it a table with the columns `Property Name`, `Type` and `Description`."
        yield Diagnostic(
            place, f"The page defines {code(text)}, and has no table of its properties.", hint
        )
