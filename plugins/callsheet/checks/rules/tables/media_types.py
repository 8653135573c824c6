"""Media types in the rows of `Content-Type` and `Accept`."""

import codecs
from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import cell, replacing, text_in_cell
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Severity
from callsheet.model import Location, Parameter

TOP_LEVEL = ("application", "audio", "font", "image", "message", "model", "multipart", "text",
             "video")  # fmt: skip
"""The top-level types of the registry that an API may use."""

_APPLICATION = """
json xml x-www-form-urlencoded json-patch+json merge-patch+json problem+json problem+xml hal+json
ld+json octet-stream pdf zip gzip javascript atom+xml rss+xml rdf+xml soap+xml msword rtf
xhtml+xml yaml x-yaml x-ndjson graphql jsonl ndjson json-seq
"""
_TEXT = "json xml plain html csv css javascript markdown calendar vcard yaml event-stream"
_SUBTYPES = {
    "application": tuple(_APPLICATION.split()),
    "image": ("png", "jpeg", "gif", "tiff", "bmp", "webp", "svg+xml", "avif", "x-icon"),
    "text": tuple(_TEXT.split()),
    "multipart": ("form-data", "mixed", "related", "alternative", "byteranges"),
}
_MEDIA_TYPE_FORM = re.compile(
    r"(?:\*/\*|[A-Za-z0-9!#$&^_.+-]+/(?:\*(?:\+[a-z0-9]+)?|[A-Za-z0-9!#$&^_.+-]+))"
    r"(?:\s*;\s*[A-Za-z0-9!#$&^_.+-]+=(?:[A-Za-z0-9!#$&^_.+-]+|\"[^\"]*\"))*"
)
OUTSIDE = re.compile(rf"(?<![\w/.-])(?:{'|'.join(TOP_LEVEL)})/[a-z0-9][\w.+-]*", re.IGNORECASE)
"""A media type in a text."""


CHARSET = re.compile(r";\s*charset=\"?(?P<name>[^\s\";,]+)", re.IGNORECASE)
_UTF = re.compile(r"utf[_ ]?(8|16|32)", re.IGNORECASE)
_CHARSET_FORM = re.compile(r"[a-z0-9]+(?:[-_.:+][a-z0-9]+)*", re.IGNORECASE)


def fault_of_charset(name: str) -> tuple[str, str | None] | None:
    """Return what is wrong with a character set, and the right one if it is known."""
    if match := _UTF.fullmatch(name):
        return "is not a character set", f"utf-{match[1]}"
    try:
        codecs.lookup(name)
        is_known = _CHARSET_FORM.fullmatch(name) is not None
    except (LookupError, ValueError):
        is_known = False
    return None if is_known else ("is not a known character set", None)


def fault_of(written: str) -> tuple[str, str | None] | None:
    """Describe the fault of a media type, and return the right one if it is known."""
    if fault := _fault_of_type(written):
        return fault
    match = CHARSET.search(written)
    if match and (fault := fault_of_charset(match["name"])):
        start, end = match.span("name")
        right = f"{written[:start]}{fault[1]}{written[end:]}" if fault[1] else None
        return "has an unknown character set", right
    return None


def _fault_of_type(written: str) -> tuple[str, str | None] | None:
    if not _MEDIA_TYPE_FORM.fullmatch(written):
        slash = re.sub(r"(?<!\s)\s*+[\\/:]++\s*+", "/", written.strip(), count=1)
        better = slash if _MEDIA_TYPE_FORM.fullmatch(slash) and slash != written else None
        return "is not a media type", better if better and _fault_of_type(better) is None else None
    essence, semicolon, parameters = written.partition(";")
    top, _, subtype = essence.strip().partition("/")
    if top == "*":
        return None
    if top.lower() not in TOP_LEVEL:
        meant = likely_meant(top, TOP_LEVEL)
        # `x-` begins types that were never registered (RFC 2045, 6.3).
        if meant is None and top.lower().startswith(("x-", "chemical")):
            return None
        right = f"{meant}/{subtype}{semicolon}{parameters}" if meant else None
        return "has no registered top-level type", right
    if subtype.startswith("*"):
        # All with one suffix, such as `application/*+json`, which frameworks write.
        return None
    known = _SUBTYPES.get(top.lower(), ())
    if subtype.lower().removeprefix("x-") in known:
        # So it was called before it was registered (RFC 6838, 3.4).
        return None
    if subtype.lower() in known or len(subtype) < 3:
        return None
    meant = likely_meant(subtype, [name for name in known if len(name) > 3 or len(subtype) > 3])
    if meant is None or _is_registered(subtype):
        return None
    return "is misspelt", f"{top}/{meant}{semicolon}{parameters}"


def _is_registered(subtype: str) -> bool:
    """Tell whether a subtype is in use though it differs from another by a letter only."""
    return subtype.lower() in {
        "jpg",
        "pjpeg",
        "x-png",
        "apng",
        "jpe",
        "xml-dtd",
        "json5",
        "csv-schema",
    }


_CODE_SPAN = re.compile(r"`([^`]+)`")


@Example("body: `application/json`", "body: `aplication/json`", also=("request-media-type",))
@Example(
    "in: `application/json`,",
    "in: `application-json`,",
    also=("request-media-type", "response-media-type"),
)
@Example("body: `application/json`", "body: application/json", also=("request-media-type",))
@Example("body: `application/json`", "body: `application/json; charset=utf8`")
@Example(
    "## Request Body: parcel",
    "## Request Body (application/jsno): parcel",
    also=("request-media-type",),
)
@operation_rule(
    code="CS222",
    name="media-type",
    severity=Severity.ERROR,
    summary="A media type of the Content-Type or Accept row, or of a heading, is misspelt, bare or "
    "there twice.",
    cause=(
        "The media types in backticks in these two rows are what the reference server takes and "
        "gives, and what the sample program asks for. A misspelt one is refused by every server "
        "(415 or 406), and one without backticks is not read."
    ),
    hint="Write media types as `type/subtype`, each in backticks.",
    subject=Subject.LISTS_OF_MEDIA_TYPES,
)
def _malformed_media_types(page: OperationPage) -> Iterator[Diagnostic]:
    for parameter in page.operation.parameters:
        if parameter.location is Location.HEADER and parameter.name.lower() in (
            "content-type",
            "accept",
        ):
            yield from _faults_of_row(page, parameter)
    for section in page.sections:
        if section.media_type and (fault := fault_of(section.media_type)):
            wrong, right = fault
            place = page.find(section.span.start, section.media_type)
            meant = f"; did you mean `{right}`?" if right else "."
            fix = replacing(place, right) if right else ()
            yield Diagnostic(place, f"`{section.media_type}` {wrong}{meant}", fix=fix)


def _faults_of_row(page: OperationPage, row: Parameter) -> Iterator[Diagnostic]:
    line, text = row.span.start, row.description
    if text.count("`") % 2:
        message = f"A backtick of `{row.name}` has no partner."
        hint = "Put each media type into two backticks."
        yield Diagnostic(cell(page, line, "description"), message, hint)
        return
    seen: set[str] = set()
    for written in _CODE_SPAN.findall(text):
        media_type = written.strip()
        if media_type.lower() in seen:
            place = _last_place(
                page, text_in_cell(page, line, "description", f"`{written}`"), written
            )
            yield Diagnostic(place, f"`{media_type}` is listed twice.", hint="List it once.")
        seen.add(media_type.lower())
        if fault := fault_of(media_type):
            wrong, right = fault
            place = text_in_cell(page, line, "description", written)
            meant = f"; did you mean `{right}`?" if right else "."
            fix = replacing(place, right) if right else ()
            yield Diagnostic(place, f"`{media_type}` {wrong}{meant}", fix=fix)
    # An import writes each of them into backticks, so the rest of the text names others.
    rest = "" if page.operation.is_imported else _CODE_SPAN.sub("", text)
    for match in OUTSIDE.finditer(rest):
        media_type = match.group().rstrip(".")
        place = text_in_cell(page, line, "description", media_type)
        message = f"`{media_type}` is not in backticks, so it is not read as a media type."
        yield Diagnostic(
            place, message, hint="Put it into backticks.", fix=replacing(place, f"`{media_type}`")
        )


def _last_place(page: OperationPage, place: Place, written: str) -> Place:
    """Return the last place of a code span in the line."""
    at = page.line(place.line).rfind(f"`{written}`")
    start = at + 2 if at >= 0 else place.column
    return Place(place.path, place.line, start, place.line, start + len(written))


@Example(
    "Content-type of the request body: `application/json`",
    "Content-type of the request body:",
)
@Example(
    "Content-type(s) you would like the response in: `application/json`, `application/xml`",
    "Content-type(s) you would like the response in:",
)
@operation_rule(
    code="CS223",
    name="no-media-types",
    summary="The row of Content-Type or Accept lists no media type, and there is such a body.",
    cause=(
        "The row says which formats a body can have. An empty list comes from a generator that "
        "knows none; a caller has to guess, and the reference server takes JSON."
    ),
    hint="List the media types in backticks, such as `application/json`.",
    superseded_by=("no-status", "unregistered-status"),
    superseded_on_line_by=("ragged-row",),
    subject=Subject.LISTS_OF_MEDIA_TYPES,
)
def _rows_without_media_types(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    for parameter in operation.parameters:
        if parameter.location is not Location.HEADER or "`" in parameter.description:
            continue
        name = parameter.name.lower()
        if name not in ("content-type", "accept") or OUTSIDE.search(parameter.description):
            continue
        if not parameter.description:
            continue
        answers = operation.success is not None and operation.success.code not in (204, 205)
        if name == "content-type" or answers:
            body = "request" if name == "content-type" else "response"
            message = f"`{parameter.name}` lists no media type for the {body} body."
            yield Diagnostic(cell(page, parameter.span.start, "description"), message)


@Example(
    files={
        "v1Parcel_Forget.md": (
            "---\ntitle: Forget a parcel\nuid: v1Parcel_Forget\n---\n\n"
            "# Forget a parcel\n\n"
            "```http\nDELETE /api/v1/Parcel/last\n```\n\nForgets it.\n\n"
            "## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n"
            "| Accept | Content-type(s) you would like the response in: |\n\n"
            "## Response:\n\n| Response | Description |\n| --- | --- |\n"
            "| 204 | It is forgotten. |\n\n## Sample request\n\n```http!\n"
            "DELETE /api/v1/Parcel/last\n```\n\n## Sample response\n\n```http_\n"
            "HTTP/1.1 204 No Content\n```\n"
        )
    }
)
@operation_rule(
    code="CS224",
    name="needless-accept",
    severity=Severity.NOTE,
    summary="The row of Accept lists no media type, and no body comes back.",
    cause=(
        "A generator writes the row on each page. Where the operation answers 204 the list is "
        "empty, and the sentence before it ends in nothing."
    ),
    hint="Take the row out, or list the formats of the error messages.",
    superseded_by=("no-status", "unregistered-status"),
    superseded_on_line_by=("ragged-row",),
    subject=Subject.LISTS_OF_MEDIA_TYPES,
)
def _needless_accept(page: OperationPage) -> Iterator[Diagnostic]:
    operation = page.operation
    success = operation.success
    if success is None or success.code not in (204, 205) or operation.response_media_types:
        return
    for parameter in operation.parameters:
        is_accept = parameter.location is Location.HEADER and parameter.name.lower() == "accept"
        if is_accept and parameter.description and not OUTSIDE.search(parameter.description):
            related = page.related(success.span.start, f"{success.code} has no body")
            message = "`Accept` lists no media type, as no body comes back."
            place = cell(page, parameter.span.start, "description")
            yield Diagnostic(place, message, related=(related,))
