"""The language and time zone of an answer, for operations that document the choice.

`Accept-Language` is a standard field (RFC 9110, 12.5.4). Packs say which other fields there
are, and how a text has several languages.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import Enum, auto
from typing import Any
from zoneinfo import ZoneInfo

from callsheet import lazy_re as re
from callsheet.model import Location
from callsheet.schema import ANYTHING, Schema
from callsheet.server.engine.call import Call
from callsheet.server.http.problems import Problem, Violation

ZONES = "an IANA name such as Europe/Oslo, an offset such as +02:00, or UTC"

Translate = Callable[[str, Sequence[str]], str]
"""Returns the part of a text that fits language ranges best (RFC 4647, 2.1; in lower case, the best
first), or the text itself where it has one language only."""

CULTURES = "a language tag such as nb-NO (RFC 5646)"

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_ZONE_NAME = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_RANGE = re.compile(
    r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\*)\s*(?:;\s*[qQ]\s*=\s*([0-9.]{1,5})\s*)?"
)


class HeaderMeaning(Enum):
    """Meaning of a header field of an API."""

    LANGUAGE = auto()
    """The language of texts, as `Accept-Language`, which it overrides."""
    TIME_ZONE = auto()
    """The time zone of date-times."""
    CULTURE = auto()
    """How numbers and dates are formatted. JSON and XML have one format for each, so a culture
    changes nothing; a value that is not a language tag is refused."""


@dataclass(frozen=True, slots=True)
class Locale:
    """The language and time zone of one answer.

    Attributes:
        zone: The time zone of date-times; None leaves them as they are.
        languages: Language ranges (RFC 4647, 2.1) in lower case, the best first.
        translators: How texts are read that have several languages.
        language: The language that the answer says it has; empty where it says nothing.
    """

    zone: tzinfo | None = None
    languages: tuple[str, ...] = ()
    translators: Sequence[Translate] = ()
    language: str = ""

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """`Content-Language`, for whom the answer is meant (RFC 9110, 8.5), if anybody asked."""
        return (("Content-Language", self.language),) if self.language else ()

    def apply(self, value: Any, schema: Schema) -> Any:
        """Return a value in this locale.

        Args:
            value: Plain values.
            schema: What they are: only what it calls a date-time is converted to the time zone.
        """
        if self.zone is None and not self.languages:
            return value
        if isinstance(value, dict):
            others = schema.additional_properties or ANYTHING
            return {
                name: self.apply(inner, stated.schema if stated else others)
                for name, inner in value.items()
                for stated in (schema.property(name),)
            }
        if isinstance(value, list):
            return [self.apply(item, schema.items or ANYTHING) for item in value]
        if not isinstance(value, str):
            return value
        if schema.format == "date-time":
            return in_zone(value, self.zone) if self.zone else value
        if self.languages:
            for translate in self.translators:
                value = translate(value, self.languages)
        return value


class Locales:
    """Reads the locale that a request asks for.

    Args:
        headers: What header fields mean, by name.
        translators: How texts are read that have several languages.
    """

    def __init__(
        self, headers: Mapping[str, HeaderMeaning], translators: Sequence[Translate]
    ) -> None:
        named = {
            kind: [n for n, means in headers.items() if means is kind] for kind in HeaderMeaning
        }
        self._zones = named[HeaderMeaning.TIME_ZONE]
        self._cultures = named[HeaderMeaning.CULTURE]
        self._languages = [*named[HeaderMeaning.LANGUAGE], "Accept-Language"]
        self._translators = translators

    def of(self, call: Call) -> Locale:
        """Return the locale that a request asks for, in fields that the page documents.

        Raises:
            Problem: There is no such time zone or culture.
        """
        _, language = _first_sent(call, self._languages)
        name, zone = _first_sent(call, self._zones)
        culture = _first_sent(call, self._cultures)
        if culture[1] and not _TAG.fullmatch(culture[1]):
            raise _refusal(call, culture, "The culture is not known.", CULTURES)
        languages = read_ranges(language)
        return Locale(
            _zone(call, name, zone) if zone else None,
            languages if self._translators else (),
            self._translators,
            next((tag for tag in languages if tag != "*"), ""),
        )


def _first_sent(call: Call, names: Sequence[str]) -> tuple[str, str]:
    """Return the first field that is sent and documented, as name and value; else empty texts."""
    for name in names:
        value = (call.request.headers.get(name) or "").strip()
        if not value:
            continue
        documented = call.operation.parameters_in(Location.HEADER)
        if any(parameter.name.lower() == name.lower() for parameter in documented):
            return name, value
    return "", ""


def _zone(call: Call, header: str, name: str) -> tzinfo:
    zone = read_zone(name)
    if zone is None:
        raise _refusal(call, (header, name), "The time zone is not known.", ZONES)
    return zone


def _refusal(call: Call, field: tuple[str, str], detail: str, expected: str) -> Problem:
    """Return the refusal of a field that was sent, with the row that documents it."""
    documented = call.operation.parameters_in(Location.HEADER)
    span = next(p.span for p in documented if p.name.lower() == field[0].lower())
    violation = Violation.of(call.operation, span, "header", field[0], expected, field[1])
    return call.refuse(f"{detail} {violation}", violation)


def read_zone(name: str) -> tzinfo | None:
    """Return the time zone of a name; None where there is none."""
    if name.upper() in ("UTC", "Z"):
        return UTC
    if match := _OFFSET.fullmatch(name):
        offset = timedelta(hours=int(match[2]), minutes=int(match[3]))
        return timezone(-offset if match[1] == "-" else offset)
    if not _ZONE_NAME.fullmatch(name):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        # No such zone, or the name of a folder or of another file among them.
        return None


def in_zone(text: str, zone: tzinfo) -> str:
    """Return a date-time of RFC 3339 in another zone, with the fraction of its second unchanged.

    One without a zone is in UTC. The years 1 and 9999 stand for no date at all, and stay, and so
    does any other text.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        return text
    try:
        moment = datetime.fromisoformat(match[1].upper() + (match[3] or "Z").upper())
        if moment.year in (1, 9999):
            return text
        local = moment.astimezone(zone)
        # Before there were time zones, offsets had seconds, which RFC 3339 cannot write.
        minutes = round((local.utcoffset() or timedelta()) / timedelta(minutes=1))
        local = moment.astimezone(timezone(timedelta(minutes=minutes)))
    except (ValueError, OverflowError):
        return text
    whole, offset = local.isoformat()[:19], local.isoformat()[19:]
    return f"{whole}{match[2] or ''}{'Z' if zone is UTC else offset}"


def read_ranges(field: str) -> tuple[str, ...]:
    """Return the language ranges of `Accept-Language`, the best first (RFC 9110, 12.5.4)."""
    if not field:
        return ()  # As with nearly all requests.
    found: list[tuple[float, str]] = []
    for element in field.split(","):
        match = _RANGE.fullmatch(element)
        try:
            weight = float(match[2] or 1) if match else 0.0
        except ValueError:
            weight = 0.0
        if match and weight > 0:
            found.append((weight, match[1].lower()))
    return tuple(name for _, name in sorted(found, key=lambda pair: -pair[0]))
