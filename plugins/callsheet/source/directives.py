"""Suppression comments: directives to docs CI that are not part of the page's content.

`<!-- callsheet: ignore CS123, CS124 -- reason -->` ends a line or has one of its own; so does
`<!-- callsheet: ignore-page CS123 -->`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from callsheet import lazy_re as re

SIGN = re.compile(rb"<!--[ \t]*callsheet:[ \t]*ignore")
"""A quick test for pages that have such a comment."""

_COMMENT = re.compile(
    r"<!--[ \t]*callsheet:[ \t]*(?P<verb>ignore(?:-page)?)(?![\w-])"
    r"(?P<rest>(?:[^<]|<(?!!--))*?)-->[ \t]*\Z"
)
_REASON = re.compile(r"(?:^|\s)--(?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class Directive:
    """A suppression comment.

    Attributes:
        line: Its line.
        column: Its first character, counted from 1.
        end_column: The character after its last.
        codes: The codes that it names, as written.
        whole_page: Whether it applies to the whole page.
        alone: Whether nothing else is on its line.
    """

    line: int
    column: int
    end_column: int
    codes: tuple[str, ...]
    whole_page: bool
    alone: bool


def find_directives(lines: Iterable[tuple[int, str]]) -> Iterator[Directive]:
    """Yield the directives in numbered lines, which must not be lines of code."""
    for number, line in lines:
        start = line.rfind("<!--")
        match = _COMMENT.match(line, start) if start >= 0 else None
        if match:
            listed = _REASON.split(match["rest"], maxsplit=1)[0]
            codes = tuple(code.strip() for code in listed.split(",") if code.strip())
            whole_page = match["verb"] == "ignore-page"
            alone = not line[:start].strip()
            end = len(line.rstrip()) + 1
            yield Directive(number, start + 1, end, codes, whole_page, alone)


def without_directives(directives: Iterable[Directive], lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines without these comments; everything else keeps its line and column."""
    left = list(lines)
    for directive in directives:
        left[directive.line - 1] = left[directive.line - 1][: directive.column - 1].rstrip()
    return tuple(left)
