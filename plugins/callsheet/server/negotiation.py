"""Media types and what a client accepts (RFC 9110, 8.3 and 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from callsheet.memo import remembers

# RFC 9110, 12.4.2, and more digits than that.
_WEIGHT = re.compile(r"[0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9}")


MAX_RANGES = 100
"""How many ranges of an `Accept` field are read."""


@dataclass(frozen=True, slots=True)
class MediaRange:
    """A media range of an `Accept` field with its weight."""

    type: str
    subtype: str
    weight: float

    def matches(self, media_type: str) -> bool:
        """Whether a media type is in the range."""
        type_, _, subtype = media_type.partition("/")
        return self.type in ("*", type_) and self.subtype in ("*", subtype)

    @property
    def specificity(self) -> int:
        """How much of it is no wildcard: the most specific range decides."""
        return (self.type != "*") + (self.subtype != "*")


def essence(content_type: str) -> str:
    """A media type in lower case, without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def read_accept(field: str) -> tuple[MediaRange, ...]:
    """The first ranges of an `Accept` field; what is no media range is passed over."""
    ranges = []
    for element in field.split(",", MAX_RANGES)[:MAX_RANGES]:
        type_, _, subtype = essence(element).partition("/")
        if type_ and subtype:
            ranges.append(MediaRange(type_, subtype, _weight(element)))
    return tuple(ranges)


def negotiate(accept: str | None, offers: Sequence[str]) -> str | None:
    """The offer that a client likes best.

    Args:
        accept: The `Accept` field; without one everything is accepted.
        offers: Media types without parameters, the server's favourite first.

    Returns:
        One of the offers, or None where the client accepts none of them.
    """
    return _negotiate(accept or "", tuple(offers))


# Clients send the same field with every request.
@remembers(1024, lambda accept, offers: len(accept))
def _negotiate(accept: str, offers: tuple[str, ...]) -> str | None:
    ranges = read_accept(accept)
    if not ranges:
        return next(iter(offers), None)
    best, best_weight = None, 0.0
    for offer in offers:
        weight = _weight_of(offer, ranges)
        if weight > best_weight:
            best, best_weight = offer, weight
    return best


def _weight_of(offer: str, ranges: Sequence[MediaRange]) -> float:
    fitting = [media_range for media_range in ranges if media_range.matches(offer.lower())]
    return max(fitting, key=lambda found: found.specificity).weight if fitting else 0.0


def _weight(element: str) -> float:
    for parameter in element.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            return min(float(value), 1.0) if _WEIGHT.fullmatch(value.strip(" \t")) else 0.0
    return 1.0
