"""Programs are as wide as there is room for them next to the text."""

from __future__ import annotations

import re

import pytest

from callsheet.catalog import Catalog
from callsheet.samples import LANGUAGES
from callsheet.samples.languages.breaking import LineBreaking
from callsheet.samples.languages.literals import LINE_LENGTH
from tests.conftest import DOCS

# A string, or the end of a URL, is on a line of its own where it is too long.
_UNBREAKABLE = re.compile(r"\S{40,}|\"[^\"]{30,}\"|'[^']{30,}'")
OPERATIONS = Catalog.read(DOCS).operations


@pytest.mark.parametrize("language", sorted(LANGUAGES.keys() - {"http"}))
def test_no_line_is_longer_than_it_must_be(language: str) -> None:
    for operation in OPERATIONS:
        for line in LANGUAGES[language].sample(operation).text.splitlines():
            assert len(line) <= LINE_LENGTH or _UNBREAKABLE.search(line), line


SCRIPT = LineBreaking(2, ("??",), assigns=True, comma=",")
SHARP = LineBreaking(operators=("??",), assigns=True)


@pytest.mark.parametrize(
    ("lines", "statement", "laid_out"),
    [
        (SCRIPT, "const a = b;", "const a = b;"),
        (
            SCRIPT,
            'const address = environment.ADDRESS_OF_IT ?? "http://127.0.0.1";',
            'const address =\n  environment.ADDRESS_OF_IT ?? "http://127.0.0.1";',
        ),
        (
            SHARP,
            f'var a = Get("{"x" * 20}") ?? "{"y" * 40}";',
            f'var a =\n    Get("{"x" * 20}")\n    ?? "{"y" * 40}";',
        ),
        (
            SCRIPT,
            f'show(first(1, 2), second("{"a, (b" * 6}"), third([1, 2]));',
            f'show(\n  first(1, 2),\n  second("{"a, (b" * 6}"),\n  third([1, 2]),\n);',
        ),
        (
            SHARP,
            f'Write(Parse(Read("{"x" * 30}"), {"y" * 20}));',
            f'Write(\n    Parse(\n        Read("{"x" * 30}"),\n        {"y" * 20}\n    )\n);',
        ),
        (SCRIPT, f'"{"x" * 80}";', f'"{"x" * 80}";'),
        (SCRIPT, f"call();\n{'x' * 80}", f"call();\n{'x' * 80}"),
    ],
)
def test_statements_break_where_formatters_would(
    lines: LineBreaking, statement: str, laid_out: str
) -> None:

    assert lines.fitted(statement) == laid_out
