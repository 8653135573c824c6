"""Reading, checking and rendering take time that grows with the page, whatever is on it.

Each step of the work on an adversarial page is measured at a size and at four times that size. It
fails where its time grows by more than 1.5 times as much as the size, again and again, for the
machine may be busy.
"""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from callsheet.catalog import Catalog
from callsheet.checks.fixes import apply_edits
from callsheet.checks.page import CheckedPage, OperationPage
from callsheet.checks.placing import place_finding
from callsheet.checks.registry import all_rules
from callsheet.checks.results import RuleFault, run_rule
from callsheet.checks.rule import Hit, OperationRule, PageRule
from callsheet.checks.suppressions import apply_suppressions, read_suppressions
from callsheet.export import openapi
from callsheet.findings import Finding
from callsheet.model import Operation
from callsheet.render import Prose, RenderedSample, render_operation
from callsheet.samples import LANGUAGES, samples_of
from callsheet.samples.choices import NO_OVERRIDES
from callsheet.source.reader import Reading
from tests.adversarial import PAGES
from tests.expressions import Use, slow_texts, uses

SIZE = 2_500
FACTOR = 4
ALLOWED = 1.5
SHORT = 0.01
"""Seconds: what takes less on the larger page may grow as it likes."""

TRIES = 4
T = TypeVar("T")


@pytest.mark.parametrize("name", PAGES)
def test_time_grows_with_the_page(name: str) -> None:
    assert not _slow_steps(PAGES[name], SIZE)


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_time_grows_with_a_large_page(name: str) -> None:
    assert not _slow_steps(PAGES[name], 20 * SIZE)


def test_a_step_that_is_quadratic_is_found() -> None:
    def steps(text: str) -> dict[str, float]:
        took = _Stopwatch()
        took("count", lambda: [text[n:].count("x") for n in range(0, len(text), 20)])
        took("once", lambda: text.count("x"))
        return took.steps

    assert [*_slow_steps(lambda size: "x" * size, 50_000, steps)] == ["count"]


def test_no_expression_is_slow() -> None:
    assert not {f"{use.where} on {text}" for use in uses() for text in slow_texts(use, ways=1)}


@pytest.mark.slow
def test_no_expression_is_slow_on_more_texts() -> None:
    assert not {f"{use.where} on {text}" for use in uses() for text in slow_texts(use, ways=3)}


@pytest.mark.parametrize(
    ("pattern", "method"),
    [
        (r"\s+$", "search"),
        (r"<a.*?>", "search"),
        (r"\{\{.*?\}\}", "search"),
        (r"(?:a|a)*b", "match"),
        (r"x(?P<value>.*?)[ ]*", "fullmatch"),
        (r"(?P<escape>\\*)`", "search"),
    ],
)
def test_a_slow_expression_is_found(pattern: str, method: str) -> None:
    assert [*slow_texts(Use("here", re.compile(pattern), method))]


def _slow_steps(
    page: Callable[[int], str],
    size: int,
    steps: Callable[[str], dict[str, float]] | None = None,
) -> dict[str, str]:
    """The steps whose time grows too much, with their times."""
    measure = steps or _steps
    texts = page(size), page(FACTOR * size)
    times = [measure(text) for text in texts]
    for _ in range(TRIES):
        slow = {
            step: f"{times[0][step]:.3f} s, then {took:.3f} s"
            for step, took in times[1].items()
            if took > SHORT and took > ALLOWED * FACTOR * times[0].get(step, took)
        }
        if not slow:
            break
        for before, text in zip(times, texts, strict=True):
            again = measure(text)
            before.update({step: min(took, again[step]) for step, took in before.items()})
    return slow


class _Stopwatch:
    """Takes the processor time of steps; those of one name add up."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}

    def __call__(self, step: str, run: Callable[[], T]) -> T:
        start = time.thread_time()
        result = run()
        self.steps[step] = self.steps.get(step, 0) + time.thread_time() - start
        return result


@contextmanager
def _no_collection() -> Iterator[None]:
    # The collector goes through all objects there are the more often the more are made.
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _steps(text: str) -> dict[str, float]:
    took = _Stopwatch()
    with _no_collection():
        data = text.encode()
        page = took("read", lambda: CheckedPage.read(data, "depot/page.md"))
        _check(page, data, took)
        if isinstance(page, OperationPage):
            _render(page.operation, page.reading, took)
    return took.steps


def _check(page: CheckedPage, data: bytes, took: _Stopwatch) -> None:
    took("sections", lambda: (page.sections, page.text, page.lower_text))
    lines = page.document.lines
    findings: list[Finding] = [*page.reading.findings]
    faults: list[RuleFault] = []
    for rule in all_rules().values():
        if isinstance(rule, PageRule) or (
            isinstance(rule, OperationRule) and isinstance(page, OperationPage)
        ):
            hits: Callable[[], Iterable[Hit]] = partial(rule.check, page)  # type: ignore[arg-type]
            findings += took(rule.code, partial(run_rule, rule, hits, page.path, faults))
    assert not faults
    findings = took("places", lambda: [place_finding(finding, lines) for finding in findings])
    comments = took("comments", lambda: [*read_suppressions(page.document, page.path)])
    took("suppress", lambda: apply_suppressions(comments, findings))
    fixes = [finding.fix for finding in findings if finding.fix]
    took("fix", lambda: apply_edits(data, fixes))


def _render(operation: Operation, reading: Reading, took: _Stopwatch) -> None:
    catalog = Catalog.of(Path(), [reading])
    took("export", lambda: openapi(catalog))
    programs = []
    for language in LANGUAGES.values():
        sample = took(language.label, partial(samples_of, operation, [language], NO_OVERRIDES))[0]
        programs.append(
            RenderedSample(language.label, sample.filename, language.lexer, sample.text)
        )
    took("render", lambda: render_operation(operation, _AsWritten(), programs))


class _AsWritten:
    """Leaves texts as they are: how Python-Markdown takes them is its own."""

    def block(self, text: str, taken: AbstractSet[str]) -> Prose:
        return Prose(text)

    def inline(self, text: str) -> str:
        return text
