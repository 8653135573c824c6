"""Programs are highlighted line by line, and look as if they had been highlighted whole."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.lexers.textfmts import HttpLexer

from callsheet.catalog import Catalog
from callsheet.render import Placeholder
from callsheet.render.highlighting.code import (
    _VERBATIM,
    _highlight,
    _lexer,
    _stepwise,
    highlight_code,
    highlight_message,
)
from callsheet.render.highlighting.messages import MessageLexer
from callsheet.samples import LANGUAGES, read_overrides, samples_of

_PIECE = re.compile(r"<(c-\w)>|(</c-\w>)|([^<]+)")


def coloured(html: str) -> list[tuple[str, str]]:
    """Each character with its element; undescribed_rows have no colour."""
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


@pytest.mark.slow
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
    placeholders = [
        Placeholder(5, 8, "user", '"'),
        Placeholder(16, 17, "path:n"),
        Placeholder(20, 21, "user", "'"),
    ]
    assert highlight_code(text, "python", placeholders) == (
        'a = <c-s>"<span data-fill="user">x:1</span>"</c-s>\n'
        'b = f(<c-m><span data-fill="path:n" data-quote="">1</span></c-m>, '
        '<c-s>\'<span data-fill="user" data-quote="&#x27;">y</span>\'</c-s>)\n'
    )


def texts(pieces: str, size: int) -> st.SearchStrategy[str]:
    """Texts of such pieces, which may seem to be code."""
    return st.lists(st.sampled_from([*pieces.split(" "), " "]), max_size=size).map("".join)


LINES = texts(
    "\" ' ` / // # % { } $ \\ \ue000\ue001 \ue000 ( ) = : if abc 12 f @ class url %s ${ * & >"
    ' Date: Total: """ 8090801',
    14,
)
JSON_LIKE = texts(
    '" "a" "b_c" \\ \\u 00e9 { } [ ] , : \n \r \t -1 2.5e+3 true null nu x / // /* */ < &', 16
)


@pytest.mark.parametrize("language", [key for key in LANGUAGES if _stepwise(LANGUAGES[key].lexer)])
@settings(max_examples=500, deadline=None)
@given(line=LINES)
@pytest.mark.slow
def test_words_of_strings_have_no_meaning(language: str, line: str) -> None:
    lexer, line = LANGUAGES[language].lexer, f"{line}\n"
    # A line with a place for a value is looked at as it is, even if the place is after its end.
    behind = Placeholder(len(line), len(line) + 1, "base")
    lines = _stepwise(lexer)
    assert lines
    state = lines.state(("root",))
    assert lines.part(line, state) == lines.part(line, state, (behind,))


class _PygmentsOnly(MessageLexer):
    tokens: ClassVar[dict[str, Any]] = {"content": [(r".+", HttpLexer.content_callback)]}


@settings(max_examples=500, deadline=None)
@given(body=JSON_LIKE)
def test_bodies_have_the_colours_of_pygments(body: str) -> None:
    message = f"POST /x\nContent-Type: application/json\n\n{body}"
    assert highlight_message(message) == _highlight(message, _PygmentsOnly(**_VERBATIM))


@pytest.mark.parametrize(
    "media_type", ["application/json; charset=utf-8", "application/problem+json", "text/xml", "x"]
)
def test_bodies_have_the_colours_of_their_media_type(media_type: str) -> None:
    message = f'HTTP/1.1 200 OK\nContent-Type: {media_type}\n\n{{"a": [1, true]}}\n'
    html = highlight_message(message)
    assert html == _highlight(message, _PygmentsOnly(**_VERBATIM))
    assert ('<c-t>"a"</c-t>: [<c-m>1</c-m>, true]' in html) == ("json" in media_type)
