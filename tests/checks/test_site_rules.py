"""The rules on the site: `<!-- callsheet: rules -->`."""

from __future__ import annotations

from bs4 import BeautifulSoup
from markdown import Markdown

from callsheet.checks.engine.registry import all_rules
from tests.parsed import Parsed

EXTENSIONS = ["tables", "toc", "pymdownx.superfences", "callsheet"]


def html(text: str) -> BeautifulSoup:
    return Parsed(Markdown(extensions=EXTENSIONS).convert(text))


def test_a_marker_shows_every_rule() -> None:
    page = html("# Rules\n\nBefore.\n\n<!-- callsheet: rules -->\n\nAfter.\n")
    headings = {heading.get_text(): heading["id"] for heading in page.find_all("h2")}
    links = {link["href"] for link in page.find_all("a")}
    for rule in all_rules().values():
        anchor = headings[f"{rule.code}: {rule.name}"]
        assert f"#{anchor}" in links
    text = page.get_text()
    assert text.index("Before.") < text.index("CS001: not-utf8") < text.rindex("After.")
    assert text.count("Remedy: ") == len(all_rules())


def test_a_marker_in_code_is_text() -> None:
    page = html("# Rules\n\n```\n<!-- callsheet: rules -->\n```\n")
    assert page.find("h2") is None
    assert "callsheet: rules" in page.get_text()
