"""A layout as data: what headings, columns and words mean on the pages of one kind of reference."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from callsheet import lazy_re as re
from callsheet.model import SectionKind


@dataclass(frozen=True, slots=True)
class Sign:
    """A text by which pages of a layout are recognised.

    Attributes:
        word: A part of the text; a page without it need not be searched.
        pattern: The text; found anywhere on the page.
        reason: What it is, in words.
    """

    word: str
    pattern: re.Pattern[str]
    reason: str


# Compared by identity, so that what a heading means in a layout can be cached.
@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Meaning of headings, columns and words, and what is assumed where a page says nothing.

    Attributes:
        name: Its name in `mkdocs.yml`.
        signs: The texts by which its pages are recognised.
        sections: The meanings of headings and of lines that introduce a table, list or example;
            the first pattern that matches counts.
        columns: The meanings of the columns of tables, by name in lower case.
        types: The types of the page format, by other words for them.
        statuses: The status that is assumed for a method, where the page states none.
        marks: Whether a word in a column about that says that a row is required.
        labels: What lines mean that introduce something, where they name no section.
    """

    name: str
    signs: tuple[Sign, ...]
    sections: tuple[tuple[SectionKind, re.Pattern[str]], ...]
    columns: Mapping[str, str]
    types: Mapping[str, str]
    statuses: Mapping[str, int] = field(default_factory=dict)
    marks: Mapping[str, bool] = field(default_factory=dict)
    labels: tuple[tuple[SectionKind, re.Pattern[str]], ...] = ()
