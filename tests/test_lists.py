"""Lists that CommonMark reads are lists on a site, and stay the same in CommonMark."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from callsheet.pages import safe_prose
from callsheet.source.lists import with_wide_lists

TEXTS = {
    "- a\n  - b\n    - c": "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>",
    "1. a\n\n   b\n2. c": "<ol><li>ab</li><li>c</li></ol>",
    "  * a\n  * b": "<ul><li>a</li><li>b</li></ul>",
    "10. a\n    - b": "<ol><li>a<ul><li>b</li></ul></li></ol>",
    "- a\n\n  b\n  - c": "<ul><li>ab<ul><li>c</li></ul></li></ul>",
    "- a\n\n      b": "<ul><li>a<pre><code>b</code></pre></li></ul>",
    "-\ta\n\t- b": "<ul><li>a<ul><li>b</li></ul></li></ul>",
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_site_shows_what_commonmark_shows(text: str) -> None:
    for render in (markdown.markdown, MarkdownIt("commonmark").render):
        # Paragraphs and first numbers are the same or not, whatever the indentation.
        shown = re.sub(r"\s|</?p>|start=\"\d+\"", "", render(safe_prose(text)))
        assert shown == TEXTS[text]


ITEM = st.sampled_from(["- x", "* y", "1. z", "10. k"])


@st.composite
def lists(draw: st.DrawFn, depth: int = 0) -> str:
    """A list whose items have paragraphs, code and lists, as deep as their text."""
    blocks = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(ITEM)
        within = draw(
            st.lists(st.sampled_from(["text", "```\ncode\n  more\n```", "> q"]), max_size=2)
        )
        if depth < 2 and draw(st.booleans()):
            within.append(draw(lists(depth + 1)))
        inner = " " * (first.index(" ") + 1)
        lines = "\n\n".join(within).split("\n") if within else []
        blocks.append("\n".join([first, "", *(f"{inner}{line}".rstrip() for line in lines)]))
    return "\n".join(blocks)


@given(lists())
def test_a_list_means_the_same_and_is_rewritten_once(text: str) -> None:
    render = MarkdownIt("commonmark").render
    wide = with_wide_lists(text)
    assert render(wide) == render(text)
    assert with_wide_lists(wide) == wide
