"""In which language and time zone an answer is written, for operations that document the choice.

`SO-TimeZone` is the zone of date-times. `SO-Language`, else `Accept-Language`, is the language of
texts that come in several, such as `NO:"Leverandør";US:"Supplier"`; without either they come whole.

`SO-Culture` changes nothing. It is about how numbers and dates are formatted, and those of JSON and
XML have one format each, which the contract promises.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from callsheet.model import Location
from callsheet.schema import ANYTHING, Schema
from callsheet.server.engine.call import Call
from callsheet.server.http.problems import Violation

ZONES = "an IANA name such as Europe/Oslo, an offset such as +02:00, or UTC"

_OFFSET = re.compile(r"([+-])([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
_ZONE_NAME = re.compile(r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)

# Possessive, so that no text makes it go back and forth.
_LANGUAGES = re.compile(r'(?:[A-Za-z]{2}:"[^"]*+"(?:;|$))++')
_TEXT = re.compile(r'([A-Za-z]{2}):"([^"]*+)"')
_RANGE = re.compile(
    r"\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\*)\s*(?:;\s*[qQ]\s*=\s*([0-9.]{1,5})\s*)?"
)

_COUNTRIES: Mapping[str, tuple[str, ...]] = {
    "cs": ("CZ",),
    "da": ("DK",),
    "el": ("GR",),
    "en": ("US", "GB"),
    "et": ("EE",),
    "ja": ("JP",),
    "ko": ("KR",),
    "nb": ("NO",),
    "nn": ("NO",),
    "no": ("NO",),
    "sl": ("SI",),
    "sv": ("SE",),
    "uk": ("UA",),
    "zh": ("CN",),
}
"""Texts are marked by country, `US` being English; here are the languages named otherwise."""


@dataclass(frozen=True, slots=True)
class Locale:
    """How an answer is written.

    Attributes:
        zone: The time zone of date-times; None leaves them as they are.
        languages: Language ranges (RFC 4647, 2.1) in lower case, the best first.
    """

    zone: tzinfo | None = None
    languages: tuple[str, ...] = ()

    @classmethod
    def of(cls, call: Call) -> Locale:
        """What a request asks for; header fields that the page does not document are ignored.

        Raises:
            Problem: There is no such time zone.
        """
        languages = read_ranges(_sent(call, "SO-Language") or _sent(call, "Accept-Language"))
        return cls(_zone(call), languages)

    def applied(self, value: Any, schema: Schema) -> Any:
        """A value in this locale.

        Args:
            value: Plain values.
            schema: What they are: only what this says is a date-time is taken for one.
        """
        if self.zone is None and not self.languages:
            return value
        if isinstance(value, dict):
            others = schema.additional_properties or ANYTHING
            return {
                name: self.applied(inner, stated.schema if stated else others)
                for name, inner in value.items()
                for stated in (schema.property(name),)
            }
        if isinstance(value, list):
            return [self.applied(item, schema.items or ANYTHING) for item in value]
        if not isinstance(value, str):
            return value
        if schema.format == "date-time":
            return in_zone(value, self.zone) if self.zone else value
        return in_language(value, self.languages) if self.languages else value


def _sent(call: Call, name: str) -> str:
    value = (call.request.headers.get(name) or "").strip()
    if not value:
        return ""
    documented = call.operation.parameters_in(Location.HEADER)
    is_documented = any(parameter.name.lower() == name.lower() for parameter in documented)
    return value if is_documented else ""


def _zone(call: Call) -> tzinfo | None:
    name = _sent(call, "SO-TimeZone")
    zone = read_zone(name) if name else None
    if name and zone is None:
        documented = call.operation.parameters_in(Location.HEADER)
        span = next(p.span for p in documented if p.name.lower() == "so-timezone")
        violation = Violation.of(call.operation, span, "header", "SO-TimeZone", ZONES, name)
        raise call.refuse(f"The time zone is not known. {violation}", violation)
    return zone


def read_zone(name: str) -> tzinfo | None:
    """The time zone of that name; None where there is none."""
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
    """A date-time of RFC 3339 in another zone, with the fraction of its second as it was.

    One without a zone is in UTC. The years 1 and 9999 stand for no date at all, and stay, and so
    does what is no date-time.
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
    """The language ranges of an `Accept-Language` field, the best first (RFC 9110, 12.5.4)."""
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


def in_language(text: str, languages: tuple[str, ...]) -> str:
    """The part of a text in several languages that fits best; any other text as it is.

    Where no language fits, the first is better than all of them at once.
    """
    if not _LANGUAGES.fullmatch(text):
        return text
    found: list[tuple[str, str]] = _TEXT.findall(text)
    # Of a mark that comes twice, the first counts.
    parts = {mark.upper(): part for mark, part in reversed(found)}
    for language in languages:
        for mark in _marks(language):
            if mark in parts:
                return parts[mark]
        if language == "*":
            break
    return found[0][1]


def _marks(language: str) -> tuple[str, ...]:
    """The marks that texts of a language may have: those of its region come first."""
    primary, *subtags = language.split("-")
    regions = tuple(tag.upper() for tag in subtags if len(tag) == 2)
    return (*regions, primary.upper(), *_COUNTRIES.get(primary, ()))
