"""Whatever value goes into a sample, its literal says the same and a formatter leaves it alone."""

from __future__ import annotations

import ast
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from callsheet.samples.languages.literals import (
    LINE_LENGTH,
    Code,
    Literal,
    assignment,
    docstring,
    f_string,
    flat,
    layout,
)

NASTY = [
    "",
    "plain",
    "it's",
    'say "hi"',
    "both ' and \"",
    '"""',
    "'''",
    "\\",
    "C:\\new\\table",
    "ends with \\",
    "line\nline\r\n\ttab",
    "\0\x07\x1b[31m\x7f\x85\xa0",
    "Ærlig talt: blåbær, 寿司, 🍣",
    "\u202ereversed\u2066\ufeff\u2028\u2029",
    "\ud800 alone",
    "{braces} {{twice}} {0!r}",
    "True, null, None, false",
    "\\N{BULLET} \\u0041 \\x41 %s",
    "__import__('os').system('true')",
    "x" * 200,
    "寿" * 60,
]
NUMBERS = [0, -1, 2**70, 0.0, -0.0, 1.5, 1e16, 1e-7, 1.7976931348623157e308, True, False, None]


def random_value(rng: random.Random, depth: int) -> Any:
    kind = rng.randrange(5 if depth else 2)
    if kind == 0:
        return rng.choice(NASTY)
    if kind == 1:
        return rng.choice(NUMBERS)
    items = [random_value(rng, depth - 1) for _ in range(rng.randrange(5))]
    if kind == 2:
        return {rng.choice(NASTY) + str(n): item for n, item in enumerate(items)}
    return tuple(items) if kind == 3 else items


VALUES = [*NASTY, *NUMBERS, *(random_value(random.Random(seed), 4) for seed in range(300))]  # noqa: S311


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_a_literal_evaluates_to_its_value(value: Any) -> None:
    for text in (flat(value), layout(value), layout(value, indent=8, before=80, after=1)):
        assert repr(ast.literal_eval(text)) == repr(value)


@pytest.mark.parametrize("text", NASTY)
def test_an_f_string_keeps_text_as_text(text: str) -> None:
    tree = ast.parse(f_string([text, Code("name"), text]), mode="eval").body
    assert isinstance(tree, ast.JoinedStr)
    formatted = [part for part in tree.values if isinstance(part, ast.FormattedValue)]
    constants = [part.value for part in tree.values if isinstance(part, ast.Constant)]
    assert [ast.unparse(part.value) for part in formatted] == ["name"]
    assert constants == ([text, text] if text else [])


@pytest.mark.parametrize("text", NASTY)
def test_a_docstring_is_nothing_but_a_docstring(text: str) -> None:
    printable = "".join(c if c.isprintable() else " " for c in text).strip()
    if printable:
        module = ast.parse(docstring([printable, printable]))
        assert len(module.body) == 1
        assert ast.get_docstring(module)


def test_short_values_stay_on_their_line_and_long_ones_get_a_line_for_each_item() -> None:
    assert layout({"a": [1, None, True]}) == '{"a": [1, None, True]}'
    long: dict[str, Literal] = {"first": "x" * 50, "second": {"inner": [1, 2]}, "empty": {}}
    lines = layout(long, before=len("json=")).splitlines()
    assert lines == [
        "{",
        f'    "first": "{"x" * 50}",',
        '    "second": {"inner": [1, 2]},',
        '    "empty": {},',
        "}",
    ]


def test_quotes_are_those_that_need_fewer_escapes() -> None:
    assert flat("it's") == '"it\'s"'
    assert flat('say "hi"') == "'say \"hi\"'"
    assert flat("both ' and \"") == '"both \' and \\""'


def test_what_prints_stays_readable_and_what_does_not_is_escaped() -> None:
    assert flat("blåbær 寿司") == '"blåbær 寿司"'
    assert flat("a\u202eb\x07") == '"a\\u202eb\\x07"'


def test_a_formatter_changes_nothing(tmp_path: Path) -> None:
    program = "".join(f"{assignment(f'value_{n}', v)}\n" for n, v in enumerate(VALUES))
    file = tmp_path / "values.py"
    file.write_bytes(program.encode())
    check = [sys.executable, "-m", "ruff", "format", "--isolated", "--diff"]
    check += ["--line-length", str(LINE_LENGTH), str(file)]
    found = subprocess.run(check, capture_output=True, text=True, check=False, timeout=120)
    assert found.returncode == 0, found.stdout + found.stderr
