"""Programs are highlighted line by line, and look as if they had been highlighted whole."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.render import Fill
from callsheet.render.code import _highlight, _lexer, _stepwise, highlight_code
from callsheet.samples import LANGUAGES, read_overrides, samples_of

_PIECE = re.compile(r"<(c-\w)>|(</c-\w>)|([^<]+)")


def coloured(html: str) -> list[tuple[str, str]]:
    """Each character with its element; blanks have no colour."""
    found, style = [], ""
    for match in _PIECE.finditer(html):
        if match[3]:
            found += [(c, "" if c.isspace() else style) for c in unescape(match[3])]
        else:
            style = match[1] or ""
    return found


def check(catalog: Catalog, language: str, step: int = 1) -> None:
    lexer = LANGUAGES[language].lexer
    chosen, _ = read_overrides({})
    for operation in catalog.operations[::step]:
        (sample,) = samples_of(operation, [LANGUAGES[language]], chosen)
        whole = coloured(_highlight(sample.text, _lexer(lexer)))
        assert coloured(highlight_code(sample.text, lexer)) == whole, operation.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_programs_look_as_if_highlighted_whole(catalog: Catalog, language: str) -> None:
    check(catalog, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_outside_programs_look_as_if_highlighted_whole(shared: Path, language: str) -> None:
    check(Catalog.read(shared / "corpus"), language, 20)


def test_the_usual_languages_are_highlighted_line_by_line() -> None:
    """Else the tests above would compare a thing with itself."""
    for language in ("python", "curl", "javascript", "csharp"):
        assert _stepwise(LANGUAGES[language].lexer)


@pytest.mark.parametrize(
    "text",
    [
        '"""A docstring\nof "two" lines\n"""\nx = 1\n',
        "x = (\n    1,\n)\r\ny = '''a\nb'''\n",
        "x = 1 + \\\n    2",
        '"""Never closed\n',
        "",
        "\n\n",
    ],
)
def test_no_character_is_lost(text: str) -> None:
    html = highlight_code(text, "python")
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text


def test_what_has_one_colour_is_one_element() -> None:
    text = "  // A\n  // B\n\n// C\nconst a = `x${b}`;\n"
    assert highlight_code(text, "javascript") == (
        "  <c-c>// A\n  // B</c-c>\n\n<c-c>// C</c-c>\n"
        "<c-k>const</c-k> a = <c-s>`x${</c-s>b<c-s>}`</c-s>;\n"
    )


def test_a_place_for_a_value_is_within_its_string() -> None:
    text = "a = \"x:1\"\nb = f(1, 'y')\n"
    fills = [Fill(5, 8, "user", '"'), Fill(16, 17, "path:n"), Fill(20, 21, "user", "'")]
    assert highlight_code(text, "python", fills) == (
        'a = <c-s>"<span data-fill="user">x:1</span>"</c-s>\n'
        'b = f(<c-m><span data-fill="path:n" data-quote="">1</span></c-m>, '
        '<c-s>\'<span data-fill="user" data-quote="&#x27;">y</span>\'</c-s>)\n'
    )
