"""Nothing is lost: every line of every page is in its operation, verbatim and in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from callsheet.model import Operation, Property, Span, Status
from callsheet.source import read_page
from tests import goldens
from tests.conftest import DOCS

DELIMITER = re.compile(r"[|\s:-]*-[|\s:-]*")
FENCE = re.compile(r"\s*(```|~~~)")
COLUMNS = {"description", "parameter name", "path part", "property name", "response", "type"}
FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def unexplained(text: str, operation: Operation) -> list[str]:
    """The lines of a page that no part of its operation accounts for.

    This is written against the model's promises alone and shares no code with the reader.
    """
    lines = text.split("\n")
    front_matter = FRONT_MATTER.match(text)
    explained = set(range(1, text[: front_matter.end()].count("\n") + 1 if front_matter else 1))
    explained |= {number for number, line in enumerate(lines, 1) if not line.strip()}
    for span, parts in (*fences(operation), *rows(operation), *titles(lines, operation)):
        source = unescaped("\n".join(lines[span.start - 1 : span.end]))
        parts = [unescaped(part) for part in parts]
        if all(part in source for part in parts) and not leftover(source, parts):
            explained |= set(range(span.start, span.end + 1))
    for section in operation.sections:
        for prose in section.prose:
            if "\n".join(lines[prose.span.start - 1 : prose.span.end]) == prose.markdown:
                explained |= set(range(prose.span.start, prose.span.end + 1))
    explained |= set(frames(lines, explained))
    return [f"{n}: {line}" for n, line in enumerate(lines, 1) if n not in explained]


def fences(operation: Operation) -> Iterator[tuple[Span, list[str]]]:
    for example in (*operation.example_requests, *operation.example_responses):
        yield example.span, [example.text]
    yield operation.route.span, [operation.method, operation.route.template]
    for query in operation.query_examples:
        yield query.span, [query.markdown]


def rows(operation: Operation) -> Iterator[tuple[Span, list[str]]]:
    body, response = operation.request_body, operation.response
    found: list[Property | Status] = [*operation.parameters, *operation.statuses]
    found += body.properties if body else ()
    found += response.properties if response else ()
    for row in found:
        extras = [text for _, text in row.extras]
        if isinstance(row, Status):
            cells = [str(row.code), row.description, *extras]
        else:
            cells = [row.name, row.type.written if row.type else "", row.description, *extras]
        yield row.span, cells


def unescaped(text: str) -> str:
    """The text with each pipe as a cell has it."""
    return text.replace("\\|", "|")


def titles(lines: list[str], operation: Operation) -> Iterator[tuple[Span, list[str]]]:
    for section in operation.sections:
        if section.title:
            # Only the H1 does not begin its section: there may be text before it.
            texts = [line.strip("# ").strip() for line in lines[section.span.start - 1 :]]
            title = section.title.strip("# ")
            number = section.span.start + (texts.index(title) if title in texts else 0)
            if section is operation.sections[0] or number == section.span.start:
                yield Span(number, number), [section.title]


def leftover(source: str, parts: list[str]) -> str:
    """What of a piece of the page is in none of the parts, marks of the format aside."""
    for part in sorted(parts, key=len, reverse=True):
        source = source.replace(part, "", 1)
    return re.sub(r"```http[!_]?|```|[|#\s\ufeff]", "", source)


def frames(lines: list[str], explained: set[int]) -> Iterator[int]:
    """The marks around what is explained: of fences, and the first two rows of tables."""
    for number, line in enumerate(lines, 1):
        if FENCE.match(line) and ({number - 1, number + 1} & explained):
            yield number
        if DELIMITER.fullmatch(line) and "|" in line and "|" in lines[number - 2]:
            header = {cell.strip().lower() for cell in lines[number - 2].split("|")} - {""}
            if header <= COLUMNS:
                yield from (number - 1, number)


def pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.md"))


def account(page: Path) -> list[str]:
    data = page.read_bytes()
    operation = read_page(data, page.name).operation
    if operation is None:
        return []
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    starts = [section.span.start for section in operation.sections]
    assert starts == sorted(starts)
    return [f"{page.name}:{line}" for line in unexplained(text, operation)]


@pytest.mark.parametrize("page", [*goldens.PAGES, *pages(DOCS)], ids=lambda page: page.stem)
def test_every_line_of_our_own_pages_is_accounted_for(page: Path) -> None:
    assert account(page) == []


@pytest.mark.slow
def test_every_line_of_the_outside_pages_is_accounted_for(shared: Path) -> None:
    found = [*pages(shared / "corpus"), *sorted((shared / "seeds").glob("*.txt"))]
    assert len(found) >= 805
    assert [line for page in found for line in account(page)] == []


def test_a_line_that_is_lost_is_noticed() -> None:
    page = goldens.FOLDER / "newer.md"
    text = page.read_text(encoding="utf-8")
    operation = read_page(text.encode(), page.name).operation
    assert operation is not None
    for number, line in enumerate(text.split("\n"), 1):
        if number > 6 and line.strip() and not line.startswith(("```", "|--")):
            changed = text.split("\n")
            changed[number - 1] = line + " and more"
            assert unexplained("\n".join(changed), operation), line
