"""What the rules about single pages find in a text, and where."""

from __future__ import annotations

from collections.abc import Iterator

from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.model.page_subjects import SubjectsOfPage
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule
from callsheet.checks.rules.specimen import PATH, specimen


def broken(*changes: tuple[str, str]) -> str:
    """The correct page with some places changed; each stands there once."""
    text = specimen()
    for right, wrong in changes:
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    return text


def diagnostics(text: str, *families: str) -> Iterator[tuple[str, Diagnostic]]:
    """What the rules of these codes, or beginnings of codes, find on a page."""
    page = CheckedPage.read(text.encode(), PATH)
    for code, rule in all_rules().items():
        if not code.startswith(families):
            continue
        if isinstance(rule, PageRule):
            found = rule.check(page)
        elif isinstance(rule, OperationRule):
            assert isinstance(page, OperationPage)
            found = rule.check(page)
        else:
            continue
        for diagnostic in found:
            assert rule.subject in SubjectsOfPage(page), f"{code} would not run here"
            yield code, diagnostic


def offences(text: str, *families: str) -> list[tuple[str, str]]:
    """Code and offending text of all that is found."""
    return [(code, at(text, diagnostic.place)) for code, diagnostic in diagnostics(text, *families)]


def at(text: str, place: Place) -> str:
    """The text of a place."""
    lines = text.split("\n")
    if place.line == place.end_line:
        return lines[place.line - 1][place.column - 1 : place.end_column - 1]
    first, last = lines[place.line - 1], lines[place.end_line - 1]
    inner = lines[place.line : place.end_line - 1]
    return "\n".join([first[place.column - 1 :], *inner, last[: place.end_column - 1]])


def fixed(text: str, *families: str) -> str:
    """The page with all fixes applied."""
    fixes = [diagnostic.fix for _, diagnostic in diagnostics(text, *families) if diagnostic.fix]
    return apply_edits(text.encode(), fixes).decode()
