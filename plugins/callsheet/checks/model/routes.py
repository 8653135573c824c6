"""Compare paths on a page with its route."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from callsheet.model import PLACEHOLDER, values_pattern

_API_PREFIX = re.compile(r"api|rest|web-?api|services?|v\d+(?:[._-]\d+)*", re.IGNORECASE)
_CONSTRAINT = re.compile(r"[:=]")


@dataclass(frozen=True, slots=True)
class PathDifference:
    """First difference between a path and the route.

    Attributes:
        start: Where the offending text begins in the path, counted from 0.
        end: Where it ends.
        found: The offending text.
        expected: The text of the route there; may be empty.
        of_name: Whether only the name of a path parameter differs.
    """

    start: int
    end: int
    found: str
    expected: str
    of_name: bool = False

    @property
    def of_case(self) -> bool:
        """Whether only upper and lower case differ."""
        return self.found != self.expected and self.found.lower() == self.expected.lower()


def name_of(placeholder: str) -> str:
    """Return the name in a placeholder such as `id:int`, `id?` or `*id`."""
    name, *constraint = _CONSTRAINT.split(placeholder.strip().lstrip("*"), maxsplit=1)
    return (name if constraint else name.rstrip("?*")).strip()


def names_in(path: str) -> tuple[str, ...]:
    """Return the names of the placeholders of a path, in order."""
    return tuple(name_of(name) for name in PLACEHOLDER.findall(path))


def compare(path: str, template: str) -> PathDifference | None:
    """Return the first place where a path differs from the route.

    Args:
        path: A path, with values or placeholders, without query.
        template: The route, without query.
    """
    if path == template:
        return None
    written, expected = path.split("/"), template.split("/")
    if len(written) != len(expected):
        return _other_length(path, template)
    start = 0
    for segment, wanted in zip(written, expected, strict=True):
        if segment != wanted and (difference := _compare_segment(segment, wanted, start)):
            return difference
        start += len(segment) + 1
    return None


def compare_title(path: str, template: str, *, any_prefix: bool = False) -> PathDifference | None:
    """Return the first place where the path in a title differs from the route's end.

    A title omits the common beginning of routes, such as `/api/v1`, and may say `{id}` for a longer
    name that ends in it, such as `{personId}`.

    Args:
        path: The title's text after the method.
        template: The route, without query.
        any_prefix: Whether the title may omit any first segments.
    """
    written = path.strip("/").split("/")
    expected = template.strip("/").split("/")
    left_out = expected[: max(0, len(expected) - len(written))]
    if not any_prefix and not all(_API_PREFIX.fullmatch(segment) for segment in left_out):
        return _other_length(path, template)
    wanted = expected[len(left_out) :]
    if len(wanted) != len(written):
        return _other_length(path, template)
    start = len(path) - len(path.lstrip("/"))
    for segment, want in zip(written, wanted, strict=True):
        difference = None if segment == want else _compare_segment(segment, want, start)
        if "{" in want and "{" not in segment:  # A title has no values.
            difference = PathDifference(start, start + len(segment), segment, want)
        if difference and not (difference.of_name and _is_short_name(segment, want)):
            return difference
        start += len(segment) + 1
    return None


def _is_short_name(segment: str, wanted: str) -> bool:
    short, long = names_in(segment), names_in(wanted)
    return (
        len(short) == len(long) == 1 and short[0].lower() == "id" and long[0].lower().endswith("id")
    )


def _compare_segment(segment: str, wanted: str, start: int) -> PathDifference | None:
    end = start + len(segment)
    if "{" not in wanted:
        return PathDifference(start, end, segment, wanted)
    if "{" not in segment:
        return (
            None
            if _values(wanted).fullmatch(segment)
            else PathDifference(start, end, segment, wanted)
        )
    if "{" in segment and names_in(segment) == names_in(wanted) and "{{" not in segment:
        return None
    of_name = PLACEHOLDER.sub("{}", segment) == PLACEHOLDER.sub("{}", wanted)
    return PathDifference(start, end, segment, wanted, of_name)


@lru_cache(maxsize=4096)
def _values(segment: str) -> re.Pattern[str]:
    """Compile the pattern of the values of a segment with placeholders."""
    return re.compile(values_pattern(segment, "[^/{}]"))


def _other_length(path: str, template: str) -> PathDifference:
    return PathDifference(0, len(path), path, template)
