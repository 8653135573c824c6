"""Names in the rows of tables."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.checks.model.examples import code
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import (
    all_tables,
    name_cell,
    property_tables,
    replacing,
    table_row,
    without_line,
)
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule
from callsheet.findings import Severity
from callsheet.model import OTHERS, WHOLE, Location, Parameter, Property, Status

_NAMES = """
Accept Accept-Charset Accept-Encoding Accept-Language Accept-Ranges Authorization
Cache-Control Connection Content-Disposition Content-Encoding Content-Language Content-Length
Content-MD5 Content-Range Content-Type Cookie Date Expect Forwarded From Host Idempotency-Key
If-Match If-Modified-Since If-None-Match If-Range If-Unmodified-Since Location Origin Pragma Prefer
Proxy-Authorization Range Referer Retry-After TE Traceparent Tracestate Transfer-Encoding Upgrade
User-Agent Via Warning X-Api-Key X-CSRF-Token X-Correlation-Id X-Forwarded-For X-Forwarded-Host
X-Forwarded-Proto X-HTTP-Method-Override X-Request-Id X-Requested-With X-XSRF-TOKEN
"""
KNOWN = tuple(_NAMES.split())
"""Names of the registry of field names, and other widely used ones."""

# Words that may also be names of parameters.
_WORDS = frozenset({"date", "expect", "from", "host", "location", "origin", "range", "te", "via",
                    "warning", "upgrade", "connection", "prefer", "pragma", "accept", "cookie",
                    "forwarded", "referer"})  # fmt: skip
_ONLY_HEADERS = frozenset(name.lower() for name in KNOWN) - _WORDS


def is_header(name: str) -> bool:
    """Tell whether a name can only be that of a header."""
    return name.lower() in _ONLY_HEADERS


@Example(
    "| Fragile | bool | Whether it breaks easily. |",
    "| Fragile | bool | Whether it breaks easily. |\n| Fragile | bool | Yes? |",
)
@Example(
    "| Photo | byte | A picture of it, in base64. |",
    "| Photo | byte | A picture of it, in base64. |\n| photo | byte | A picture of it. |",
)
@Example(
    "| notify | bool | Whether the receiver gets a message. |",
    "| notify | bool | Whether the receiver gets a message. |\n| parcelId | int32 | It. |",
)
@operation_rule(
    code="CS204",
    name="duplicate-name",
    in_any_layout=True,
    severity=Severity.ERROR,
    summary="A table has two rows of one name, or a parameter is in the path and in the query.",
    cause=(
        "A name stands for one thing: JSON objects have each key once, and of two rows only one "
        "can be true. As a rule a row was copied to be changed, and its name was not."
    ),
    hint="Take one of the two rows out, or give it the name that is meant.",
    about_rows=True,
    subject=Subject.REPEATED_ROWS,
)
def _duplicate_names(page: OperationPage) -> Iterator[Diagnostic]:
    names: dict[str, dict[str, Property]] = {}
    for kind, rows in all_tables(page.operation):
        seen: dict[str, Property] = {}
        for row in rows:
            first = seen.setdefault(row.name.lower(), row)
            if first is not row and row.name and _in_one_table(page, first, row):
                yield _repeated_name(page, first, row)
        names.setdefault(kind, seen)
    if page.reading.page.imported_from:
        # OpenAPI tells parameters apart by their places, too.
        return
    in_path = names.get("path parameter", {})
    for lower, row in names.get("query parameter", {}).items():
        if (other := in_path.get(lower)) and row.name:
            message = f"`{row.name}` is a path parameter already."
            related = page.related(other.span.start, f"the path parameter `{other.name}`")
            yield Diagnostic(name_cell(page, row.span.start), message, related=(related,))


def _in_one_table(page: OperationPage, first: Property, row: Property) -> bool:
    """Tell whether two rows are in one table; a repeated section has a rule of its own."""
    one, other = table_row(page, first.span.start), table_row(page, row.span.start)
    return bool(one and other and one[0].span == other[0].span)


def _repeated_name(page: OperationPage, first: Property, row: Property) -> Diagnostic:
    place = name_cell(page, row.span.start)
    line = first.span.start
    related = (page.related(line, f"the first row of `{first.name}`"),)
    if row.name != first.name:
        message = f"`{row.name}` differs from `{first.name}` by its case only."
        return Diagnostic(place, message, related=related)
    same = row.span.start == row.span.end and page.line(line) == page.line(row.span.start)
    fix = without_line(page, row.span.start) if same else ()
    return Diagnostic(place, f"`{row.name}` is in this table twice.", related=related, fix=fix)


@Example("| 404 | There", "| 412 | There")
@operation_rule(
    code="CS219",
    name="duplicate-status",
    severity=Severity.ERROR,
    summary="A status has two rows.",
    cause=(
        "OpenAPI and all that is made of it have one description for a status. As a rule one of "
        "the rows is meant for another status."
    ),
    hint="Make one row of the two, or correct the status of one of them.",
    subject=Subject.REPEATED_ROWS,
)
def _duplicate_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    seen: dict[int, Status] = {}
    for status in page.operation.status_rows:
        first = seen.setdefault(status.code, status)
        if first is status:
            continue
        one, other = (table_row(page, s.span.start) for s in (first, status))
        if one is None or other is None or one[0].span != other[0].span:
            # Another rule reports a repeated section.
            continue
        line = status.span.start
        related = (page.related(first.span.start, f"the first row of {status.code}"),)
        same = page.line(line).split() == page.line(first.span.start).split()
        fix = without_line(page, line) if same else ()
        message = f"The status `{status.code}` is in this table twice."
        yield Diagnostic(name_cell(page, line), message, related=related, fix=fix)


_REGISTERED = frozenset(status.value for status in HTTPStatus) | {104, 510, 511}
# Unregistered but used by servers for timeouts, limits and faults of proxies.
_IN_USE = frozenset(
    {419, 420, 430, 440, 444, 449, 450, 460, 463, 494, 495, 496, 497, 498, 499}
    | {509, 520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 561, 598, 599}
)


@Example("| 404 | There", "| 434 | There")
@operation_rule(
    code="CS220",
    name="unregistered-status",
    summary="HTTP does not have this status.",
    cause=(
        "Callers treat an unknown status as the first of its class (RFC 9110, 15), so that `440` "
        "is a `400` to them. As a rule two digits changed places, as in `240` for `204`."
    ),
    hint="Write the status that the server sends.",
    subject=Subject.UNREGISTERED_STATUSES,
)
def _unregistered_statuses(page: OperationPage) -> Iterator[Diagnostic]:
    for status in page.operation.status_rows:
        if status.code not in _REGISTERED and status.code not in _IN_USE:
            place = name_cell(page, status.span.start)
            yield Diagnostic(place, f"`{status.code}` is not a registered status of HTTP.")


# Possessive quantifiers keep the time linear, whatever a cell contains.
_TREE = re.compile(
    r"(?P<marks>(?:[-+ >\u2022\u00b7\u2013\u2014\u00a0\u2002\u2003\u2190-\u21ff\u2500-\u257f]"
    r"|&(?:gt|nbsp|emsp|ensp|thinsp|#160);)++)(?P<name>\S.*)",
    re.DOTALL,
)
_OF_NAMES = "-+\u2013\u2014"
"""Marks that a name may begin with, if no space follows."""

_MARKED = re.compile(
    r"(?P<name>[^\s*(]+)(?:\*+|\s*\((?P<word>optional|required|mandatory|deprecated|nullable|opt\.?|req\.?)\))",
    re.IGNORECASE,
)
_FORMATTED = re.compile(
    r"\[(?P<link>[^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])|<(?P<tag>[a-z]+)>(?P<html>[^<>]+)</(?P=tag)>"
    r"|~~(?P<old>[^~]+)~~",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_COLUMNS = {"deprecated": "Deprecated", "nullable": "Nullable"}


@Example("| Photo | byte |", "| Photo (optional) | byte |")
@Example("| Photo | byte |", "| - Photo | byte |")
@Example("| Photo | byte |", "| Kind/Photo | byte |")
@page_rule(
    code="CS228",
    name="name-with-marks",
    severity=Severity.ERROR,
    summary="The name in a row has a mark that is taken for a part of it.",
    cause=(
        "A row says with its name what it is within, `receiver.name`, and with `**Required**` or a "
        "column that it must be sent. An arrow, a dash or a space before the name, a star, "
        "`(optional)`, a path with slashes, a link, HTML, `~~` or a backslash in a code span says "
        "nothing of it, and everybody who reads the table would send that very name."
    ),
    hint="Write the name alone.",
    subject=Subject.ODD_NAMES,
    applies_to_imports=False,
)
def _names_with_marks(page: CheckedPage) -> Iterator[Diagnostic]:
    for rows in property_tables(page):
        yield from _marked_properties(page, [row for row in rows if row.name != WHOLE])
    if not isinstance(page, OperationPage):
        return
    for kind, rows in all_tables(page.operation):
        if kind != "property":
            for row in rows:
                yield from _name_with_marks(page, row)


def _marked_properties(page: CheckedPage, rows: Sequence[Property]) -> Iterator[Diagnostic]:
    names = {row.name for row in rows}
    outer: Property | None = None
    for row in rows:
        if row.name.isalnum():
            outer = row
            continue
        before, dot, last = row.name.rpartition(".")
        is_about_others = last == OTHERS and dot and before.replace("[]", "") in names
        if row.name == WHOLE or is_about_others:
            continue
        stem, slash, rest = row.name.partition("/")
        match = _TREE.fullmatch(row.name)
        if match and match["marks"].strip(_OF_NAMES):
            items = "[]" if outer and outer.type and outer.schema.type == "array" else ""
            within = f"{outer.name}{items}.{match['name']}" if outer else match["name"]
            message = f"The name {code(row.name)} is read as it stands, and is in no other row."
            yield Diagnostic(name_cell(page, row.span.start), message, f"Write `{within}`.")
            continue
        outer = row
        if slash and stem in names and rest:
            right = row.name.replace("/", ".")
            message = f"The name {code(row.name)} is read as it stands, and is not in `{stem}`."
            yield Diagnostic(name_cell(page, row.span.start), message, f"Write `{right}`.")
        else:
            yield from _name_with_marks(page, row)


def _name_with_marks(page: CheckedPage, row: Property) -> Iterator[Diagnostic]:
    message = f"The name {code(row.name)} is read as it stands, mark and all."
    if (plain := _ESCAPED.sub("", row.name)) != row.name:
        # It is in a code span, where a backslash is a character (CommonMark, 6.1).
        yield Diagnostic(name_cell(page, row.span.start), message, f"Write `{plain}`.")
        return
    if match := _FORMATTED.fullmatch(row.name):
        name = match["link"] or match["html"] or match["old"]
        hint = f"Write `{name}` alone."
        if match["link"]:
            hint = f"Write `{name}` alone, and the link in the description."
        elif match["old"]:
            hint = f"Write `{name}` alone, and `Yes` in a column `Deprecated`."
        yield Diagnostic(name_cell(page, row.span.start), message, hint)
        return
    if not (match := _MARKED.fullmatch(row.name)) or row.name.endswith(
        (f".{OTHERS}", f"[]{OTHERS}")
    ):
        return
    word = (match["word"] or "").lower()
    name, column = match["name"], _COLUMNS.get(word)
    hint = f"Write `{name}` alone, and `**Required**` in the description."
    if column:
        hint = f"Write `{name}` alone, and `Yes` in a column `{column}`."
    elif word.startswith("opt"):
        hint = f"Write `{name}` alone: what is not marked as required is optional."
    yield Diagnostic(name_cell(page, row.span.start), message, hint)


@Example(
    "| Accept | Content-type(s)",
    "| Acept | Content-type(s)",
    also=("request-header-standard",),
)
@Example("| If-Unmodified-Since |", "| If Unmodified Since |")
@operation_rule(
    code="CS225",
    name="misspelt-header",
    severity=Severity.ERROR,
    summary="The name of a header is nearly that of a well-known one.",
    cause=(
        "A server ignores a header that it does not know, so a caller who copies the name gets an "
        "answer in the wrong language or format, or none, and no message says why."
    ),
    hint="Write the header's name as its standard has it.",
    subject=Subject.OTHER_HEADERS,
    applies_to_imports=False,
)
def _misspelt_headers(page: OperationPage) -> Iterator[Diagnostic]:
    names = {p.name.lower() for p in page.operation.parameters_in(Location.HEADER)}
    for parameter in page.operation.parameters:
        name, place = parameter.name, name_cell(page, parameter.span.start)
        known = name.lower() in _WORDS or is_header(name)
        if parameter.location is not Location.HEADER or known:
            continue
        meant = _name_without_marks(name)
        if meant and meant.lower() not in names:
            message = f"`{name}` is not a well-known header; did you mean `{meant}`?"
            yield Diagnostic(place, message, fix=replacing(place, meant))
        elif not name.replace("-", "").replace("_", "").isalnum() and name:
            text = f"`{name}` cannot be the name of a header."
            yield Diagnostic(place, text, hint="Write the header's name.")


@lru_cache(maxsize=1024)
def _name_without_marks(name: str) -> str | None:
    letters = "".join(filter(str.isalnum, name.lower()))
    # Each API writes the name of its key in its own way.
    near = None if letters == "apikey" else likely_meant(name, KNOWN)
    return near or next((k for k in KNOWN if k.lower().replace("-", "") == letters), None)


_TABLES = {
    Location.PATH: "the path table",
    Location.QUERY: "`Query String Parameters`",
    Location.HEADER: "`Request Headers`",
}


@Example(
    "| parcelId | int32 | The parcel. **Required** |\n\n## Query String Parameters\n\n"
    "| Parameter Name | Type | Description |\n| --- | --- | --- |\n",
    "\n## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
    "| --- | --- | --- |\n| parcelId | int32 | The parcel. **Required** |\n",
    also=("path-parameter", "query-parameter-missing"),
)
@Example("| $select |", "| If-Match | string | What is known of it. |\n| $select |")
@operation_rule(
    code="CS221",
    name="parameter-in-wrong-table",
    severity=Severity.ERROR,
    summary="A path parameter, query parameter or header is in the table of another kind.",
    cause=(
        "The table says where a value is sent. In the wrong one, the sample program sends it where "
        "the server doesn't look, and the route keeps its braces."
    ),
    hint="Move the row to the table where it belongs.",
    subject=Subject.PARAMETERS,
)
def _parameters_in_wrong_tables(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    in_route = {name.lower(): name for name in operation.route.parameters}
    documented = {p.name.lower() for p in operation.parameters if p.location is Location.PATH}
    for parameter in operation.parameters:
        lower = parameter.name.lower()
        if parameter.location is not Location.PATH:
            # Another rule reports a name that the path table has, too.
            if lower in in_route and lower not in documented:
                yield _wrong_table(page, parameter, "a parameter of the route", Location.PATH)
        elif lower.startswith("$") and lower not in in_route:
            yield _wrong_table(page, parameter, "a query parameter", Location.QUERY)
        typed = parameter.location is not Location.HEADER
        if typed and is_header(parameter.name) and lower not in in_route:
            yield _wrong_table(page, parameter, "a header", Location.HEADER)


def _wrong_table(
    page: OperationPage, parameter: Parameter, what: str, right: Location
) -> Diagnostic:
    message = f"`{parameter.name}` is {what} and stands in {_TABLES[parameter.location]}."
    related = page.related(page.operation.route.span.start, "the route")
    place = name_cell(page, parameter.span.start)
    return Diagnostic(place, message, hint=f"Move the row to {_TABLES[right]}.", related=(related,))
