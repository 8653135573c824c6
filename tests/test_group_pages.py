"""Groups have pages with cards, and the lists of operations and types are in the navigation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_site import build, page_of

SITE = """\
site_name: Ships
theme: {name: material, font: false, features: [navigation.indexes]}
plugins: [callsheet]
markdown_extensions: [tables]
"""
MARKER = "<!-- callsheet: operations -->"


def operation(name: str, summary: str, *, tags: str = "") -> str:
    head = f"---\ntitle: GET Ship/{name}\nuid: ship_{name}\n{tags}---\n\n# GET Ship/{name}\n\n"
    table = "| Name | Type | Description |\n|---|---|---|\n| a | Mast | A |\n"
    return (
        f"{head}```http\nGET /v1/Ship/{name}\n```\n\n{summary}\n\n## Response: Ship\n\n"
        f"OK\n\n### Response body: Ship\n\n{table}"
    )


PAGES = {
    "index.md": "# Home\n\nText.\n",
    "ships/bark.md": operation("bark", "Fetches a bark. It has three masts."),
    "ships/cutter.md": operation("cutter", "Fetches a cutter."),
}


def site(folder: Path, pages: dict[str, str], nav: str = "") -> Path:
    (folder / "mkdocs.yml").write_text(SITE + nav, encoding="utf-8")
    for name, text in pages.items():
        file = folder / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    result = build(folder)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def cards(file: Path) -> list[list[str]]:
    found = page_of(file).select(".callsheet-cards > li")
    return [[part.get_text() for part in card.find_all(recursive=False)] for card in found]


def way(file: Path) -> list[tuple[str, str]]:
    """The names and addresses of the way to a page, which stands above its title."""
    links = page_of(file).select("article > .callsheet-way:is(:has(h1), :has(~ h1)) a")
    return [(link.get_text(), str(link["href"])) for link in links]


def head_of(api: str, title: str) -> str:
    """The overview of a group, whose title is a heading or in the front matter."""
    return f"# {title}\n" if api == "first" else f"---\ntitle: {title}\n---\n\nText.\n"


BARK = ["GET", "/v1/Ship/bark", "Fetches a bark", "It has three masts."]
CUTTER = ["GET", "/v1/Ship/cutter", "Fetches a cutter"]


@pytest.mark.slow
def test_a_group_without_an_overview_gets_one_and_the_navigation_has_the_lists(
    tmp_path: Path,
) -> None:
    built = site(tmp_path, PAGES)
    assert cards(built / "ships/index.html") == [BARK, CUTTER]
    assert way(built / "ships/index.html") == [("All operations", "../operations/")]
    page = page_of(built / "ships/bark/index.html")
    crumbs = page.select(".callsheet-crumbs a")
    assert [(a.get_text(), a["href"]) for a in crumbs] == [
        ("All operations", "../../operations/"),
        ("Ships", "../"),
    ]
    links = {str(a["href"]) for a in page_of(built / "index.html").select(".md-nav--primary a")}
    assert {"ships/", "operations/", "types/"} <= links
    assert not {"uid/", "types/Ship/"} & links


@pytest.mark.slow
def test_the_index_has_the_groups_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    boats = {"boats/jolly.md": operation("jolly", "Fetches a jolly.")}
    nav = "nav: [index.md, ships/cutter.md, ships/bark.md, boats/jolly.md]\n"
    built = site(tmp_path, {**PAGES, **boats}, nav)
    index = built / "operations/index.html"
    headings = page_of(index).select(".callsheet-group h2")
    assert [each.get_text() for each in headings] == ["Ships", "Boats"]
    counts = page_of(index).select(".callsheet-group h2 + p")
    assert [each.get_text() for each in counts] == ["2 operations", "1 operation"]
    assert [card[2] for card in cards(index)[:2]] == ["Fetches a cutter", "Fetches a bark"]


@pytest.mark.slow
def test_an_index_lists_what_is_below_it_where_other_pages_have_their_own(tmp_path: Path) -> None:
    pages = {
        f"{api}/{path}": text
        for api in ("first", "second")
        for path, text in {
            "index.md": f"# The {api} API\n\n{MARKER}\n",
            "ships/index.md": head_of(api, "Ships of it"),
            "ships/a.md": operation(f"{api}a", "Fetches a ship."),
            "ships/b.md": operation(f"{api}b", "Fetches another ship."),
        }.items()
    }
    built = site(tmp_path, {"index.md": "# Home\n", **pages})
    for api in ("first", "second"):
        links = page_of(built / api / "index.html").select(".callsheet-cards a")
        assert [link["href"] for link in links] == ["ships/a/", "ships/b/"]
        assert way(built / api / "ships/index.html") == [(f"The {api} API", "../")]
        # The way is not part of the title.
        title = page_of(built / api / "ships/index.html").title
        assert title
        assert title.get_text() == "Ships of it - Ships"
        crumbs = page_of(built / api / "ships/a/index.html").select(".callsheet-crumbs a")
        assert [link["href"] for link in crumbs] == ["../../", "../"]


@pytest.mark.slow
def test_the_list_of_types_that_an_author_has_is_the_only_one(tmp_path: Path) -> None:
    own = {"kinds.md": "# Kinds\n\n<!-- callsheet: types -->\n"}
    built = site(tmp_path, {**PAGES, **own})
    assert not (built / "types/index.html").exists()
    assert page_of(built / "kinds/index.html").select(".callsheet-type-list a")
    entries = page_of(built / "ships/index.html").select(".md-nav--primary .md-nav__list a")
    assert [each.get_text(strip=True) for each in entries].count("Kinds") == 1
    up = page_of(built / "types/Ship/index.html").select_one(".callsheet-crumbs a")
    assert up
    assert str(up["href"]).rstrip("/") == "../../kinds"


def test_the_overview_of_an_author_has_the_navigation_of_its_group(tmp_path: Path) -> None:
    sails = {f"ships/{n}.md": operation(f"{n}", "Fetches it.") for n in range(10)}
    overview = {"ships/index.md": "# The fleet\n"}
    built = site(tmp_path, {**PAGES, **sails, **overview})
    html = (built / "ships/index.html").read_text(encoding="utf-8")
    assert "callsheet-filter" in html


@pytest.mark.slow
def test_the_titles_lead_to_the_pages(tmp_path: Path) -> None:
    built = site(tmp_path, PAGES)
    page = page_of(built / "ships/bark/index.html")
    (heading,) = page.select("h1")
    assert (heading.get_text(), heading["id"]) == ("Fetches a bark", "get-shipbark")
    assert page.select_one(".callsheet-main p").get_text() == "It has three masts."  # type: ignore[union-attr]
    assert page.title is not None
    assert page.title.get_text() == "Fetches a bark - Ships"
    following = page.select_one('.callsheet-turn [rel="next"]')
    assert following is not None
    assert following.get_text(" ", strip=True) == "Next GET Fetches a cutter"
    beside = [a.get_text(strip=True) for a in page.select(".md-nav--primary .md-nav__list a")]
    assert "Fetches a cutter" in beside


@pytest.mark.parametrize(
    ("overview", "shown"),
    [
        ("# Ships\n\nThey float.\n", [BARK, CUTTER]),
        pytest.param(
            "# Ships\n\n* [One](cutter.md)\n\n* [Two](bark.md)\n",
            [CUTTER, BARK],
            marks=pytest.mark.slow,
        ),
        pytest.param("# Ships\n\nFirst [a bark](bark.md).\n", [CUTTER], marks=pytest.mark.slow),
        pytest.param(
            "# Ships\n\n* [a bark](bark.md)\n* no link\n", [CUTTER], marks=pytest.mark.slow
        ),
        pytest.param("# Ships\n\n* [Home](../index.md)\n", [BARK, CUTTER], marks=pytest.mark.slow),
        pytest.param(f"# Ships\n\n{MARKER}\n", [BARK, CUTTER], marks=pytest.mark.slow),
    ],
)
def test_the_overview_of_a_group_has_a_card_for_each_operation(
    tmp_path: Path, overview: str, shown: list[list[str]]
) -> None:
    built = site(tmp_path, {**PAGES, "ships/index.md": overview})
    assert cards(built / "ships/index.html") == shown


def test_other_pages_keep_their_lists(tmp_path: Path) -> None:
    text = "# Guide\n\n* [a bark](ships/bark.md)\n"
    built = site(tmp_path, {**PAGES, "guide.md": text})
    assert not cards(built / "guide/index.html")


ORDERED = [
    "Fetches a bark",
    "Fetches a cutter",
    "Fetches the first ship",
    "Fetches the third ship",
    "Fetches the second ship",
]


@pytest.mark.slow
def test_operations_with_several_tags_stand_below_them(tmp_path: Path) -> None:
    tags = {name: f"tags: [{name}]\n" for name in ("Fast", "Slow")}
    pages = {
        "ships/a.md": operation("a", "Fetches the first ship.", tags=tags["Slow"]),
        "ships/b.md": operation("b", "Fetches the second ship.", tags=tags["Fast"]),
        "ships/c.md": operation("c", "Fetches the third ship.", tags=tags["Slow"]),
    }
    built = site(tmp_path, {**PAGES, **pages})
    page = page_of(built / "ships/index.html")
    assert [h2.get_text() for h2 in page.select(".callsheet-overview h2")] == ["Slow", "Fast"]
    assert [title for _, _, title, *_ in cards(built / "ships/index.html")] == ORDERED
    # The navigation and the the next page have the same order.
    page = page_of(built / "ships/c/index.html")
    entries = page.select(".md-nav__item--active li:has(> a), .callsheet-nav-heading")
    texts = [entry.get_text(" ", strip=True) for entry in entries]
    assert [text for text in texts if text in {*ORDERED, "Slow", "Fast"}] == [
        *ORDERED[:2], "Slow", *ORDERED[2:4], "Fast", ORDERED[4]
    ]  # fmt: skip
    following = page.select_one("link[rel=next]")
    assert following
    assert str(following["href"]).strip("./") == "b"


@pytest.mark.slow
def test_sections_of_the_author_are_the_headings_of_cards(tmp_path: Path) -> None:
    pages = {
        f"ships/{name}.md": operation(name, f"Fetches the {name} ship.", tags="tags: [Any]\n")
        for name in ("first", "second", "third")
    }
    nav = (
        "nav: [index.md, Ships: [Big: [ships/third.md], Small: [ships/second.md,"
        " ships/first.md]]]\n"
    )
    built = site(tmp_path, {"index.md": "# Home\n", **pages}, nav)
    page = page_of(built / "ships/index.html")
    assert [h2.get_text() for h2 in page.select(".callsheet-overview h2")] == ["Big", "Small"]
    titles = [title for _, _, title, *_ in cards(built / "ships/index.html")]
    assert titles == [f"Fetches the {name} ship" for name in ("third", "second", "first")]


@pytest.mark.slow
def test_toc_has_the_lists_below_its_entries_and_an_explicit_navigation_has_its_own(
    tmp_path: Path,
) -> None:
    toc = "- name: Home\n  href: index.md\n- name: Bark\n  href: ships/bark.md\n"
    for name, pages, nav, expected in (
        ("toc", {"toc.yml": toc}, "", {"operations/", "types/"}),
        ("nav", {}, "nav: [index.md, ships/bark.md]\n", set()),
    ):
        folder = tmp_path / name
        folder.mkdir()
        built = site(folder, {**PAGES, **pages}, nav)
        links = {str(a["href"]) for a in page_of(built / "index.html").select(".md-nav--primary a")}
        assert links & {"operations/", "types/"} == expected
        crumbs = page_of(built / "ships/bark/index.html").select(".callsheet-crumbs a")
        assert "../../operations/" in {str(a["href"]) for a in crumbs}
        up = page_of(built / "operations/index.html").select(".callsheet-up a")
        assert [a["href"] for a in up] == ["../types/"]


def test_parts_of_pages_are_in_no_navigation_that_is_made_of_all_pages(tmp_path: Path) -> None:
    parts = {"includes/note.md": "# Note\n", "_drafts/one.md": "# One\n"}
    built = site(tmp_path, {**PAGES, **parts})
    assert (built / "includes/note/index.html").is_file()
    links = {str(a["href"]) for a in page_of(built / "index.html").select(".md-nav--primary a")}
    assert not {"includes/note/", "_drafts/one/"} & links
