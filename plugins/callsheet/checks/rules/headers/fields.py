"""Syntax of header fields in examples."""

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from http import HTTPStatus

from callsheet import lazy_re as re
from callsheet.checks.model.examples import ExampleMessage
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rules.tables.media_types import CHARSET, fault_of, fault_of_charset
from callsheet.http.headers import DATES, ONCE, SCHEMES, STANDARD_REQUEST, STANDARD_RESPONSE
from callsheet.model import Header
from callsheet.schema.formats import is_base64

CHECKED = DATES | {"accept", "accept-language", "authorization", "content-type", "cookie"}
"""Header fields whose syntax HTTP defines, so that a documented type adds nothing."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(
    r"(?P<weekday>[A-Z][a-z]{2}), (?P<day>\d\d) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4}) "
    r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d) (?P<zone>\S+)"
)
_MEDIA_TYPE = re.compile(
    r"[!#$&^_.+a-z0-9-]+/[!#$&^_.+a-z0-9*-]+(?:\s*;\s*[!#$&^_.+a-z0-9-]+=(?:[^\s\";,]+|\"[^\"]*\"))*",
    re.IGNORECASE,
)
_PARAMETER = re.compile(r";\s*(?P<name>[\w-]{3,20})=")
_LANGUAGE = re.compile(
    r"(?:(?:[A-Za-z]{2,3}|[ix](?=-))(?:-[A-Za-z0-9]{1,8})*|\*)(?:\s*;\s*q=[01](?:\.\d{0,3})?)?",
    re.IGNORECASE,
)
"""A language range. The registry has no language of more than three letters."""

_MEDIA_TYPE_PARAMETERS = ("charset", "boundary", "profile", "version")
_WEIGHT = re.compile(r";\s*q\s*=\s*(?P<weight>[^\s;,]*)", re.IGNORECASE)
_IS_WEIGHT = re.compile(r"0(?:\.\d{0,3})?|1(?:\.0{0,3})?")
_TOKEN_68 = re.compile(r"[A-Za-z0-9._~+/-]+=*")
_METHOD = r"[A-Z]+(?:-[A-Z]+)*"
_DIRECTIVE = r"[\w-]+(?:=(?:[\w-]+|\"[^\"]*\"))?"
_FORMS = {
    "allow": (
        re.compile(rf"(?:{_METHOD}(?:[ \t]*,[ \t]*{_METHOD})*)?"),
        "is not a list of methods with commas, such as `GET, PUT`",
    ),
    "cache-control": (
        re.compile(rf"{_DIRECTIVE}(?:[ \t]*,[ \t]*{_DIRECTIVE})*"),
        "is not a list of directives with commas, such as `private, max-age=60`",
    ),
    "etag": (
        re.compile(r"(?:W/)?\"[^\"\s]*\""),
        'is not an entity tag, which has double quotes, such as `"7f"`',
    ),
    "location": (re.compile(r"[^\s\\]+"), "is not an address: it has a space or a backslash"),
    "retry-after": (
        re.compile(r"\d+|[A-Z][a-z]{2}, .+"),
        "is neither a number of seconds nor an HTTP date",
    ),
    "set-cookie": (
        re.compile(r"[^\s=;,]{1,256}=[^;]*+(?:;.*)?"),
        "is not a name, `=` and value, such as `session=7f`",
    ),
}
"""The forms of fields of responses, and what is wrong with others (RFC 9110, 9111, 6265)."""

_DUMMY = re.compile(r"[{<\[(*]|\$[A-Za-z]|\.{3}|\u2026|xxx", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MalformedValue:
    """Malformed value of a header field.

    Attributes:
        header: The header field.
        text: The offending part of it.
        problem: What is wrong, as a sentence that begins with `text`.
        replacement: The right text, if there is only one.
    """

    header: Header
    text: str
    problem: str
    replacement: str | None = None


def malformed(example: ExampleMessage) -> Iterator[MalformedValue]:
    """Yield malformed values of an example's header fields, except dates with a zone."""
    for header in example.message.headers:
        name = header.name.lower()
        if not header.value:
            if name in STANDARD_REQUEST | STANDARD_RESPONSE:
                yield MalformedValue(header, header.name, "has no value")
        elif name in DATES:
            problem = date_problem(header.value)
            if problem and not has_odd_zone(header.value):
                yield MalformedValue(header, header.value, problem)
        elif name in ("content-type", "accept"):
            yield from _media_types(header)
            yield from _weights(header)
        elif name == "accept-language":
            for part in header.value.split(","):
                if part.strip() and not _LANGUAGE.fullmatch(part.strip()):
                    yield MalformedValue(
                        header, part.strip(), "is not a language range of RFC 4647"
                    )
        elif name == "authorization":
            yield from _credentials(header)
        elif (form := _FORMS.get(name)) and not is_stand_in(header.value):
            pattern, problem = form
            if not pattern.fullmatch(header.value.strip()):
                yield MalformedValue(header, header.value, problem)


def _weights(header: Header) -> Iterator[MalformedValue]:
    for match in _WEIGHT.finditer(header.value):
        if not _IS_WEIGHT.fullmatch(match["weight"]):
            yield MalformedValue(
                header, match.group().strip("; "), "is not a weight between 0 and 1"
            )


def date_problem(text: str) -> str | None:
    """Return why a text is not an HTTP date (RFC 9110, 5.6.7); None if it is one."""
    match = _DATE.fullmatch(text)
    if match is None:
        return "is not an HTTP date, such as `Sat, 14 Mar 2026 09:26:53 GMT`"
    if match["zone"] != "GMT":
        return "is not an HTTP date: its zone is not `GMT`"
    if match["month"] not in _MONTHS:
        return f"is not an HTTP date: there is no month `{match['month']}`"
    month = _MONTHS.index(match["month"]) + 1
    numbers = [int(match[part]) for part in ("day", "hour", "minute", "second")]
    try:
        date = datetime(int(match["year"]), month, numbers[0], numbers[1], numbers[2], numbers[3])
    except ValueError as error:
        return f"is not an HTTP date: {error}"
    weekday = _DAYS[date.weekday()]
    if match["weekday"] != weekday:
        return f"is not an HTTP date: that day was a {weekday}"
    return None


def has_odd_zone(text: str) -> bool:
    """Tell whether only the zone of an HTTP date is wrong, such as `G1T`."""
    match = _DATE.fullmatch(text)
    return (
        match is not None
        and match["zone"] != "GMT"
        and date_problem(text[: match.start("zone")] + "GMT") is None
    )


def repeated(example: ExampleMessage) -> Iterator[tuple[Header, Header]]:
    """Yield header fields that occur twice though only one may, or with the same value."""
    first: dict[str, Header] = {}
    for header in example.message.headers:
        name = header.name.lower()
        if name in first and (name in ONCE or header.value == first[name].value):
            yield header, first[name]
        first.setdefault(name, header)


def cookies(header: Header) -> Iterator[tuple[str, str]]:
    """Yield the names and values in a `Cookie` field (RFC 6265, 4.2.1)."""
    if header.name.lower() == "cookie":
        for pair in header.value.split(";"):
            name, _, value = pair.strip().partition("=")
            yield name, value.strip('"')


@cache
def phrases() -> Mapping[str, int]:
    """Return the registered reason phrases in lower case."""
    return {status.phrase.lower(): status.value for status in HTTPStatus}


def _media_types(header: Header) -> Iterator[MalformedValue]:
    parts = header.value.split(",") if header.name.lower() == "accept" else [header.value]
    for part in (part.strip() for part in parts):
        if not _MEDIA_TYPE.fullmatch(part.rstrip("; ")) and not _DUMMY.search(part):
            yield MalformedValue(header, part, "is not a media type, such as `application/json`")
            continue
        name = part.partition(";")[0].strip()
        if (fault := fault_of(name)) and fault[1]:
            yield MalformedValue(header, name, f"is a slip for `{fault[1]}`")
            continue
        if match := CHARSET.search(part):
            yield from _charset(header, match["name"])
        for parameter in _PARAMETER.findall(part):
            if meant := likely_meant(parameter, _MEDIA_TYPE_PARAMETERS):
                yield MalformedValue(header, parameter, f"is a slip for `{meant}`")


def _charset(header: Header, name: str) -> Iterator[MalformedValue]:
    if fault := fault_of_charset(name):
        wrong, right = fault
        yield MalformedValue(header, name, f"{wrong}; `{right}` is" if right else wrong)


def is_stand_in(value: str) -> bool:
    """Tell whether a value is a placeholder such as `{token}` or `$TOKEN`."""
    return _DUMMY.search(value) is not None


def _credentials(header: Header) -> Iterator[MalformedValue]:
    scheme, _, credentials = header.value.partition(" ")
    credentials = credentials.strip()
    if is_stand_in(header.value):
        return
    if scheme.lower() not in SCHEMES and (meant := likely_meant(scheme, SCHEMES)):
        yield MalformedValue(header, scheme, f"is not a scheme; `{meant.capitalize()}` is")
    elif scheme.lower() in ("basic", "bearer") and not credentials:
        yield MalformedValue(header, header.value, "has no credentials")
    elif scheme.lower() == "basic":
        if problem := _basic_problem(credentials):
            yield MalformedValue(header, credentials, problem)
    elif scheme.lower() == "bearer" and not _TOKEN_68.fullmatch(credentials):
        yield MalformedValue(header, credentials, "is not a bearer token of RFC 6750, 2.1")


def _basic_problem(credentials: str) -> str | None:
    """Return why credentials are not `user:password` in base64 (RFC 7617, 2)."""
    if not is_base64(credentials):
        return "is not base64, as the scheme `Basic` wants"
    if b":" not in base64.b64decode(credentials):
        return "is not user, colon and password in base64"
    return None
