"""The limits that the guide promises: its tables, and what tries each of their rows.

A module beside this one says with `@tries("request body")` that a function goes beyond the limit of
that row; `tests/test_limits.py` finds it, and fails where a row has none.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from callsheet.source.document import BlockKind, read_document
from callsheet.source.tables import read_table
from tests.conftest import DOCS

PAGES = (DOCS / "deployment.md", DOCS / "security.md")
_COLUMNS = ("What", "Limit", "What happens")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of limits.

    Attributes:
        page: The name of the page.
        what: What is limited.
        limit: The default, as the page writes it.
        answer: What happens beyond it.
        option: What sets another limit, if anything does.
    """

    page: str
    what: str
    limit: str
    answer: str
    option: str = ""


Trial = Callable[[Row, Path], None]
"""Goes up to a limit and beyond it, and fails where what happens is not what the row says.

It gets the row and an empty folder.
"""

_TRIALS: dict[str, Trial] = {}


def tries(what: str) -> Callable[[Trial], Trial]:
    """Registers the trial of the row that has this text in its first column."""

    def register(trial: Trial) -> Trial:
        assert what not in _TRIALS, what
        _TRIALS[what] = trial
        return trial

    return register


def trials() -> dict[str, Trial]:
    """All trials, by what is limited."""
    for module in pkgutil.iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    return _TRIALS


def rows() -> Iterator[Row]:
    """The rows of all tables of limits."""
    for page in PAGES:
        for block in read_document(page.read_bytes()).blocks:
            if block.kind is not BlockKind.TABLE:
                continue
            table = read_table(block)
            places = [table.column(column.lower()) for column in _COLUMNS]
            if None in places:
                continue
            option = table.column("option")
            for row in table.rows:
                what, limit, answer = (row.cell(place) for place in places)
                yield Row(page.name, what, limit, answer, row.cell(option).strip("`"))
