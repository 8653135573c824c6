"""Operations are called by what they do, where their pages say so well."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.titles import (
    MAX_ALIKE,
    MAX_TITLE,
    Titles,
    TitleStyle,
    short_title,
    summary_title,
    without_sentence,
)
from callsheet.source import read_page


def catalog(**pages: str) -> Catalog:
    texts = (
        (f"ship/{name}.md", f"# {text.replace('|', chr(10) * 2, 1)}\n")
        for name, text in pages.items()
    )
    return Catalog.of(Path(), [read_page(text.encode(), path) for path, text in texts])


def page(title: str, text: str, route: str = "GET /v1/Ship/{id}") -> str:
    return f"{title}|```http\n{route}\n```\n\n{text}"


def titles_of(style: TitleStyle, **pages: str) -> list[tuple[str, str]]:
    found = catalog(**pages)
    titles = Titles(style, found.groups)
    return [(titles.of(each), titles.label(each)) for each in found.documented]


@pytest.mark.parametrize(
    ("style", "heading", "label"),
    [
        (TitleStyle.SUMMARY, "Fetches a ship", "Fetches a ship"),
        (TitleStyle.ROUTE, "GET /v1/Ship/{id}", "/v1/Ship/{id}"),
        (TitleStyle.PAGE, "GET Ship/{id}", "Ship/{id}"),
    ],
)
def test_the_style_decides_what_operations_are_called_by(
    style: TitleStyle, heading: str, label: str
) -> None:
    text = page("GET Ship/{id}", "Fetches a ship. It may be at sea.")
    assert titles_of(style, one=text) == [(heading, label)]


def test_a_title_in_words_is_better_than_a_summary() -> None:
    text = page("One ship of the line", "Fetches a ship.")
    assert titles_of(TitleStyle.SUMMARY, one=text)[0][0] == "One ship of the line"


@pytest.mark.parametrize(
    ("summary", "title"),
    [
        ("Fetches a ship.", "Fetches a ship"),
        ("Fetches a ship, e.g. a cutter. Then more.", "Fetches a ship, e.g. a cutter"),
        ("Fetches [a ship](ship.md) as `JSON`.", "Fetches a ship as JSON"),
        ("fetches a ship", "Fetches a ship"),
        ("Fetches a ship.[^1]", "Fetches a ship"),
        ("Fetches a ship, unlike <xref:Fleet>.", "Fetches a ship, unlike Fleet"),
        ("Fetches <xref:Ship?text=it> as is.", "Fetches Ship as is"),
        ("Fetches it from <https://example.com/a>.", "Fetches it from https://example.com/a"),
        ("Fetches a <b>ship</b>.", "Fetches a ship"),
        ("Is a ship at sea? Yes.", "Is a ship at sea?"),
        (f"Fetches a ship by name, {'and so on ' * 20}", "Fetches a ship by name"),
        (f"When a ship is lost, {'and so on ' * 20}", ""),
        ("word " * MAX_TITLE, ""),
        ("Ship", ""),
        ("This operation does the following:", ""),
        ("GET /v1/Ship/{id}", ""),
        ("https://example.com/ is where it is", ""),
        ("", ""),
    ],
)
def test_a_good_summary_is_a_short_sentence(summary: str, title: str) -> None:
    assert summary_title(summary.strip()) == title


def test_a_title_that_several_share_is_told_apart_in_lists() -> None:
    pages = {
        name: page(f"GET Ship/{name}", "Fetches a ship.", f"GET /v1/Ship/{name}")
        for name in ("bark", "cutter")
    }
    assert titles_of(TitleStyle.SUMMARY, **pages) == [
        ("Fetches a ship", "Fetches a ship (Ship/bark)"),
        ("Fetches a ship", "Fetches a ship (Ship/cutter)"),
    ]


def test_a_sentence_that_most_pages_begin_with_is_no_title() -> None:
    pages = {
        f"n{number}": page(f"GET Ship/{number}", "Part of the API.", f"GET /v1/Ship/{number}")
        for number in range(MAX_ALIKE + 1)
    }
    headings = [heading for heading, _ in titles_of(TitleStyle.SUMMARY, **pages)]
    assert headings == [f"GET Ship/{number}" for number in range(MAX_ALIKE + 1)]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Fetches a ship.\n\nIt floats.", "\nIt floats."),
        ("Fetches\na ship. It floats.", "It floats."),
        ("Fetches a ship", ""),
        ("Fetches a ship\nof the line.", "Fetches a ship\nof the line."),
        ("Fetches a [ship](ship.md).", "Fetches a [ship](ship.md)."),
        ("Fetches a ship.md", "Fetches a ship.md"),
    ],
)
def test_what_the_title_says_is_not_said_twice(text: str, rest: str) -> None:
    assert without_sentence(text, "Fetches a ship").strip() == rest.strip()


@pytest.mark.parametrize("sentence", ["Does it float?", "It floats!"])
def test_a_title_with_a_mark_at_its_end_is_not_said_twice(sentence: str) -> None:
    assert without_sentence(f"{sentence} It may sink.", sentence) == "It may sink."


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Fetches the image of a person, at the size you ask for", "Fetches the image of a person"),
        ("Fetches one, two or three ships", "Fetches one, two or three ships"),
        ("When a ship is lost, tells the owner", "When a ship is lost, tells the owner"),
    ],
)
def test_narrow_lists_have_the_first_clause(title: str, short: str) -> None:
    assert short_title(title) == short


@pytest.mark.parametrize("label", ["Parameters:", "**Request body:**"])
def test_a_label_above_a_list_is_no_summary(label: str) -> None:
    text = f"{label}\n\n- `id`: its number.\n\nRemoves a ship."
    (found,) = catalog(one=page("DELETE Ship/{id}", text, "DELETE /v1/Ship/{id}")).documented
    assert found.summary == "Removes a ship."
