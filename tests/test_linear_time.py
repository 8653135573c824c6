"""Reading, checking and rendering take time that grows with the page, whatever is on it.

Each step of the work on an adversarial page is measured at a size and at four times that size. It
fails where its time grows by more than 2.5 times as much as the size, again and again, for the
machine may be busy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.checks.engine.check_page import RuleFault, place_finding, run_rule
from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import without_followers
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule
from callsheet.checks.rules.suppressions import apply_suppressions, read_suppressions
from callsheet.export import openapi
from callsheet.findings import Finding
from callsheet.model import Operation, Reading
from callsheet.render import Prose, RenderedSample, render_operation
from callsheet.samples import LANGUAGES, samples_of
from callsheet.samples.request.choices import NO_OVERRIDES
from tests.adversarial import PAGES
from tests.expressions import Use, made_uses, slow_texts, uses
from tests.growth import Stopwatch, slow_steps

SIZE = 50_000
"""Characters of the smaller page: on less, what starts up hides what grows."""


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_time_grows_with_the_page(name: str) -> None:
    assert not slow_steps(lambda size: _steps(PAGES[name](size)), SIZE)


@pytest.mark.slow
def test_a_step_that_is_quadratic_is_found() -> None:
    def steps(size: int) -> dict[str, float]:
        text = "x" * size
        took = Stopwatch()
        took("count", lambda: [text[n:].count("x") for n in range(len(text))])
        took("once", lambda: text.count("x"))
        return took.steps

    assert [*slow_steps(steps, 3_000)] == ["count"]


@pytest.mark.slow
def test_no_expression_is_slow() -> None:
    assert not {
        f"{use.where} on {text}" for use in (*uses(), *made_uses()) for text in slow_texts(use)
    }


@pytest.mark.slow
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


def _steps(text: str) -> dict[str, float]:
    took = Stopwatch()
    data = text.encode()
    page = took("read", lambda: CheckedPage.read(data, "depot/page.md"))
    _check(page, data, took)
    if isinstance(page, OperationPage):
        _render(page.operation, page.reading, took)
    return took.steps


def _check(page: CheckedPage, data: bytes, took: Stopwatch) -> None:
    took("sections", lambda: (page.sections, page.text, page.lower_text))
    lines = page.document.lines
    findings: list[Finding] = [*page.reading.findings]
    faults: list[RuleFault] = []
    for rule in all_rules().values():
        if isinstance(rule, PageRule) or (
            isinstance(rule, OperationRule) and isinstance(page, OperationPage)
        ):
            diagnostics: Callable[[], Iterable[Diagnostic]] = partial(rule.check, page)  # type: ignore[arg-type]
            findings += took(rule.code, partial(run_rule, rule, diagnostics, page.path, faults))
    assert not faults
    findings = took("places", lambda: [place_finding(finding, lines) for finding in findings])
    took("followers", lambda: without_followers(findings))
    comments = took("comments", lambda: [*read_suppressions(page.document, page.path)])
    took("suppress", lambda: apply_suppressions(comments, findings))
    fixes = [finding.fix for finding in findings if finding.fix]
    took("fix", lambda: apply_edits(data, fixes))


def _render(operation: Operation, reading: Reading, took: Stopwatch) -> None:
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
