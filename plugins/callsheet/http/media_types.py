"""Media types, and negotiation by the field `Accept` (RFC 9110, 8.3 and 12.5.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.memo import cached, cached_by

# RFC 9110, 12.4.2, but with more digits than it allows.
_WEIGHT = re.compile(r"[0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9}")


JSON = "application/json"
JSON_PATCH = "application/json-patch+json"
MERGE_PATCH = "application/merge-patch+json"
XML = "application/xml"
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
MIXED = "multipart/mixed"
BYTES = "application/octet-stream"

_PARAMETER = re.compile(
    r";[ \t]*+(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]++)=(?P<value>\"(?:[^\"\\]|\\.)*+\"|[^\s;,\"]*+)"
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_ELEMENT = re.compile(r"(?:[^,\"]++|\"(?:[^\"\\]|\\.)*+\"?)++")


MAX_RANGES = 100
"""Ranges of an `Accept` field that are read; further ones are ignored."""


@dataclass(frozen=True, slots=True)
class MediaRange:
    """A media range of an `Accept` field with its weight."""

    type: str
    subtype: str
    weight: float

    def matches(self, media_type: str) -> bool:
        """Tell whether a media type is in the range."""
        type_, _, subtype = media_type.partition("/")
        return self.type in ("*", type_) and self.subtype in ("*", subtype)

    @property
    def specificity(self) -> int:
        """The number of parts that are not wildcards; the most specific range takes precedence."""
        return (self.type != "*") + (self.subtype != "*")


@cached(1024)
def essence(content_type: str) -> str:
    """Return a media type in lower case, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


@cached(1024)
def parameters(content_type: str) -> Mapping[str, str]:
    """Parse the parameters of a media type, by name in lower case (RFC 9110, 5.6.6)."""
    found: dict[str, str] = {}
    for match in _PARAMETER.finditer(content_type):
        name, value = match["name"].lower(), match["value"]
        if value.startswith('"'):
            value = _ESCAPED.sub(r"\1", value[1:-1])
        # The first one wins: a repeated parameter is invalid, and readers differ in what they take.
        found.setdefault(name, value)
    return found


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON or based on it (RFC 6839, 3.1)."""
    return essence(media_type).endswith(("/json", "+json"))


def is_xml(media_type: str) -> bool:
    """Tell whether a media type is XML or based on it (RFC 7303)."""
    return essence(media_type).endswith(("/xml", "+xml"))


def is_form(media_type: str) -> bool:
    """Tell whether a media type is that of a form, URL-encoded or multipart."""
    return essence(media_type) in (FORM, MULTIPART)


def is_structured(media_type: str) -> bool:
    """Tell whether a media type is of structured data, and not of plain text or bytes."""
    return is_json(media_type) or is_xml(media_type) or is_form(media_type)


_OPAQUE = frozenset(
    {
        BYTES, "application/gzip", "application/pdf", "application/x-tar",
        "application/zip", "text/csv",
    }
)  # fmt: skip


def is_opaque(media_type: str) -> bool:
    """Tell whether a media type is one of bytes or rows, in which no described object can be.

    Nothing is known of most media types: an object may be YAML, a text or an event of a stream.
    """
    name = essence(media_type)
    return name in _OPAQUE or name.startswith(("audio/", "font/", "image/", "video/"))


def is_listed(content_type: str, listed: Iterable[str]) -> bool:
    """Tell whether a media type is in a list of a page, parameters aside.

    The list may have ranges such as `image/*`.
    """
    wanted = essence(content_type)
    top = wanted.partition("/")[0]
    return any(known in (wanted, f"{top}/*", "*/*") for known in map(essence, listed))


def split_list(field: str) -> list[str]:
    """Split a list at its commas, but not at those in quotes (RFC 9110, 5.6.1)."""
    if '"' not in field:
        return field.split(",")
    return [match[0] for match in _ELEMENT.finditer(field)]


def read_accept(field: str) -> tuple[MediaRange, ...]:
    """Parse the first `MAX_RANGES` ranges of an `Accept` field; invalid ones are ignored."""
    ranges = []
    # The limit keeps a field of thousands of ranges from being compared with every offer.
    for element in split_list(field)[:MAX_RANGES]:
        type_, _, subtype = essence(element).partition("/")
        if type_ and subtype:
            ranges.append(MediaRange(type_, subtype, _weight(element)))
    return tuple(ranges)


def negotiate(accept: str | None, offers: Sequence[str]) -> str | None:
    """Return the offer that a client prefers.

    Args:
        accept: The `Accept` field; without one, everything is accepted.
        offers: Media types, in the server's order of preference; their parameters are ignored.

    Returns:
        One of the offers, or None where the client accepts none of them.
    """
    return _negotiate(accept or "", tuple(offers))


# Clients send the same field with every request.
@cached_by(1024, lambda accept, offers: len(accept))
def _negotiate(accept: str, offers: tuple[str, ...]) -> str | None:
    ranges = read_accept(accept)
    if not ranges:
        return next(iter(offers), None)
    # A weight of 0 means not acceptable (RFC 9110, 12.4.2), so only greater ones count; of equal
    # ones the first wins.
    best, best_weight = None, 0.0
    for offer in offers:
        weight = _weight_of(offer, ranges)
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def _weight_of(offer: str, ranges: Sequence[MediaRange]) -> float:
    offer = essence(offer)
    fitting = [media_range for media_range in ranges if media_range.matches(offer)]
    return max(fitting, key=lambda found: found.specificity).weight if fitting else 0.0


def _weight(element: str) -> float:
    for parameter in element.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            # A malformed weight excludes the range: to take it for 1 could prefer what the client
            # tries to avoid.
            return min(float(value), 1.0) if _WEIGHT.fullmatch(value.strip(" \t")) else 0.0
    return 1.0
