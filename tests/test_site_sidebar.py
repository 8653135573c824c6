"""The navigation of an operation's page has all of its group."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest
from mkdocs.config import load_config
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from callsheet.site.theme.navigation_lists import NavigationLists
from callsheet.site.theme.navigation_order import adopt
from callsheet.site.theme.sidebar import AROUND, MAX_OUTERMOST, MAX_WHOLE, Sidebar
from tests.parcels import page as page_of
from tests.parsed import Parsed
from tests.sites import MATERIAL, build


def long_list(number: int, active: int) -> tuple[Section, Page]:
    pages = [Link(f"P{place}", f"p{place}/") for place in range(number)]
    section = Section("S", list(pages))
    pages[active].parent = section
    section.active = True
    # Which entry is the page, is a matter of identity.
    return section, cast(Page, pages[active])


def test_a_group_is_whole_and_so_are_the_sections_around_it() -> None:
    section, page = long_list(MAX_WHOLE, MAX_WHOLE // 2)
    sections = [Section(f"S{number}", [Link("first", f"s{number}/")]) for number in range(12)]
    sections[6] = section
    nav = Navigation(list(sections), [])
    part = Sidebar(nav, "all/").around(page)
    assert len(part.items) == 12
    assert [getattr(item, "url", None) for item in part.items[:2]] == ["s0/", "s1/"]
    shown = part.items[6]
    assert isinstance(shown, Section)
    assert [child.title for child in shown.children] == [f"P{n}" for n in range(MAX_WHOLE)]


def test_short_lists_are_whole_and_have_no_link_to_all() -> None:
    pages = [Link(f"P{number}", f"p{number}/") for number in range(7)]
    section = Section("S", list(pages))
    pages[0].parent = section
    section.active = True
    part = Sidebar(Navigation([section], []), "all/").around(cast(Page, pages[0]))
    (shown,) = part.items
    assert isinstance(shown, Section)
    assert [child.title for child in shown.children] == [page.title for page in pages]


def test_a_page_that_is_in_no_navigation_has_all_of_the_outermost_entries() -> None:
    sections = [Section(f"S{number}", [Link("first", f"s{number}/")]) for number in range(12)]
    part = Sidebar(Navigation(list(sections), []), "all/").around(cast(Page, Link("P", "p/")))
    assert [item.title for item in part.items] == [section.title for section in sections]
    assert all(isinstance(item, Link) for item in part.items)


LONG = MAX_WHOLE + 1
ENDS = [
    (0, 0),
    (AROUND, 0),
    (AROUND + 1, 1),
    (LONG - AROUND - 1, LONG - 2 * AROUND - 1),
    (LONG - 1, LONG - 2 * AROUND - 1),
]


@pytest.mark.parametrize(("active", "first"), ENDS)
def test_a_longer_list_has_as_many_entries_anywhere_and_a_link_to_all(
    active: int, first: int
) -> None:
    section, page = long_list(LONG, active)
    (shown,) = Sidebar(Navigation([section], []), "all/").around(page).items
    assert isinstance(shown, Section)
    titles = [child.title for child in shown.children]
    around = [f"P{number}" for number in range(first, first + 2 * AROUND + 1)]
    assert titles == [*around, f"All {LONG} …"]
    assert getattr(shown.children[-1], "url", None) == "all/"
    assert len(section.children) == LONG


FILTER = '<li class="md-nav__item callsheet-filter">'


def entries(html: str) -> list[str]:
    return [item.get_text(strip=True) for item in Parsed(html)("li")]


@pytest.mark.parametrize("active", [0, 3, LONG // 2, LONG - 1])
def test_what_is_rendered_once_for_a_group_is_what_each_page_would_render(active: int) -> None:
    section, page = long_list(LONG, active)
    around = Section("Around", [Link("Before", "before/"), section])
    section.parent = around
    nav = Navigation([around], [])
    lists = NavigationLists()

    def render(items: Sequence[StructureItem]) -> str:
        return "".join(
            f"<li><b>{item.title}</b><ul>{render(getattr(item, 'children', None) or [])}</ul></li>"
            for item in items
        )

    whole = Sidebar(nav, "all/").around(page)
    marked = Sidebar(nav, "all/", lists).around(page, marked=True)
    assert len(render(marked.items)) < len(render(whole.items))
    filled = lists.fill(render(marked.items), Link("", "a/b/"))
    # The place of the filter is the first of the list that the page is in.
    assert filled.index(FILTER) < filled.index("P")
    assert entries(filled.replace(FILTER, "")) == entries(render(whole.items))
    assert "href=../../before/" in filled


def test_only_names_that_are_too_long_for_a_line_are_divided() -> None:
    titles = [
        "Deletes the ShipEntity now",
        "AddBounceWithDetailsOfShip",
        "AddBounceTo_Ship",
        "ships/{shipId}",
    ]
    pages = [Link(title, f"{number}/") for number, title in enumerate(titles)]
    lists = NavigationLists()
    lists.begin()
    all_of_them = lists.of(pages, None)
    mark = lists.mark(lambda url: all_of_them.html(pages, None, url))
    html = lists.fill(f"<li>{mark.title}</li>", Link("", "a/"))
    assert "Deletes the ShipEntity now" in html
    assert "AddBounce<wbr>With<wbr>DetailsOfShip" in html
    assert "AddBounceTo_Ship" in html
    assert "ships<wbr>/{shipId}" in html
    section = '<span class="md-ellipsis">ArchivedShipService</span>'
    assert "Archived<wbr>Ship<wbr>Service" in lists.fill(section, Link("", "a/"))


def test_the_entries_of_a_list_are_short_as_far_as_they_differ(tmp_path: Path) -> None:
    titles = [
        "Fetches the image of a ship, at its size",
        "Removes the image of a ship, for good",
        "Removes the image of a ship, for a day",
        "Agents/Ship/Sail",
        "Agents/Ship/Sink/Deep",
    ]
    pages = operations(tmp_path, *titles)
    lists = NavigationLists()
    lists.begin()
    all_of_them = lists.of(pages, None)
    mark = lists.mark(lambda url: all_of_them.html(pages, None, url))
    html = lists.fill(f"<li>{mark.title}</li>", Link("", "a/"))
    assert entries(html) == [
        "Fetches the image of a ship",
        *titles[1:3],
        "Sail",
        "Sink/Deep",
    ]
    assert html.count(" title=") == 3
    assert 'title="Agents/Ship/Sail"' in html


def test_the_active_entry_is_called_as_it_is_elsewhere(tmp_path: Path) -> None:
    pages = operations(tmp_path, "Agents/Ship/Sail", "Agents/Ship/Sink/Deep")
    section = Section("Ships", [*pages, Link("Else", "else/")])
    for page in pages:
        page.parent = section
    lists = NavigationLists()
    assert lists.label(pages[1]) == "Agents<wbr>/Ship<wbr>/Sink<wbr>/Deep"
    lists.of(section.children, None)
    text = (
        '<a class="md-nav__link--active"><span class="md-ellipsis">\nAgents/Ship/Sink/Deep\n</span>'
    )
    assert ">\nSink<wbr>/Deep\n<" in lists.fill(text, pages[1])
    assert lists.label(pages[1]) == "Sink<wbr>/Deep"


def test_a_parameter_stands_behind_what_it_is_of(tmp_path: Path) -> None:
    pages = operations(tmp_path, "v1/ships/{id}", "v1/ships/mine")
    html = NavigationLists().of(pages, None).html(pages, None, "..")
    assert entries(html) == ["ships/{id}", "mine"]


def operations(tmp_path: Path, *titles: str) -> list[Page]:
    """Pages that Material marks with a method."""
    config = load_config(config_file=io.StringIO(f"site_name: A\ndocs_dir: {tmp_path}\n"))
    pages = []
    for number, title in enumerate(titles):
        page = Page(title, File(f"{number}.md", str(tmp_path), "", True), config)
        page.meta = {"status": "callsheet-get"}
        pages.append(page)
    return pages


def test_sections_say_how_many_operations_they_have(tmp_path: Path) -> None:
    bark, cutter, guide = operations(tmp_path, "Bark", "Cutter", "Guide")
    guide.meta = {}
    ships = Section("Ships", [bark, Section("Small", [cutter])])
    nav = Navigation([ships, Section("Guides", [guide])], [])
    lists = NavigationLists()
    shown = Sidebar(nav, None, lists).around(guide).items
    assert [item.title for item in shown] == ["Ships<small>&nbsp;2</small>", "Guides"]
    both = lists.of([ships, guide], None)
    assert "Ships<small>&nbsp;2</small></a>" in both.html([ships, guide], None, "..")
    rows = json.loads(both.script().decode().partition(",")[2].rstrip(");\n"))
    assert [row[5:] for row in rows] == [["2"], []]


def test_an_operation_counts_whatever_status_its_author_gives_it(tmp_path: Path) -> None:
    ships = tmp_path / "docs/Ships"
    ships.mkdir(parents=True)
    for name in ("Bark", "Cutter"):
        text = page_of(f"get{name}", f"GET /api/{name}")
        own = text.replace("---\n", "---\nstatus: deprecated\n", 1) if name == "Bark" else text
        (ships / f"{name}.md").write_text(own, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    html = build(tmp_path)["Ships/Bark/index.html"].decode()
    assert "Ships<small>&nbsp;2</small>" in html
    assert "md-status--deprecated" in html


def test_a_page_that_belongs_to_a_section_has_the_entries_of_it(tmp_path: Path) -> None:
    pages = operations(tmp_path, *(f"Ship {number}" for number in range(MAX_WHOLE + 1)))
    section = Section("Ships", [*pages])
    for each in pages:
        each.parent = section
    guide, ship_type = operations(tmp_path, "Guide", "Type")
    in_nav = {"guide.md": guide} | {f"ship{number}.md": each for number, each in enumerate(pages)}
    made = ship_type.file
    ships = [path for path in in_nav if path != "guide.md"]
    adopt(in_nav, Files([made]), [made.src_uri], ["guide.md", "none.md"], ships)
    assert ship_type.parent is section
    lists = NavigationLists()
    nav = Navigation([guide, section], [])
    _, shown = Sidebar(nav, "all/", lists).around(ship_type, marked=True).items
    assert isinstance(shown, Section)
    (mark,) = shown.children
    html = lists.fill(f"<li>{mark.title}</li>", Link("", ".."))
    assert entries(html) == [
        *(f"Ship {number}" for number in range(MAX_WHOLE)),
        f"All {MAX_WHOLE + 1} …",
    ]


def test_a_page_depends_on_what_the_entries_around_it_are_called(tmp_path: Path) -> None:
    pages = operations(tmp_path, *(f"Title {number}" for number in range(2 * MAX_WHOLE)))
    section = Section("Agent", [*pages])
    for each in pages:
        each.parent = section

    def digests(title: str, heading: str = "") -> list[list[str]]:
        pages[5].title = title
        lists = NavigationLists(lambda item: heading if item is pages[5] else "")
        sidebar = Sidebar(Navigation([section], []), None, lists)
        return [[*sidebar.fingerprint(each)] for each in pages]

    before = digests("Title 5")
    for other in (digests("Another title"), digests("Title 5", "A heading")):
        same = [old == new for old, new in zip(before, other, strict=True)]
        assert not any(same[2:9])
        assert all(same[9:])


def test_the_link_to_all_leads_to_the_index_page_of_a_section(tmp_path: Path) -> None:
    config = load_config(config_file=io.StringIO(f"site_name: A\ndocs_dir: {tmp_path}\n"))
    files = [
        File(f"types/{name}.md", str(tmp_path), "", True)
        for name in ("index", *map(str, range(MAX_WHOLE)))
    ]
    pages = [Page(None, file, config) for file in files]
    section = Section("types", list(pages))
    for page in pages:
        page.parent = section
    (shown,) = Sidebar(Navigation([section], []), "all/").around(pages[4]).items
    assert isinstance(shown, Section)
    last = shown.children[-1]
    assert (last.title, getattr(last, "url", "")) == (f"All {LONG - 1} …", "types/")


def test_the_outermost_list_has_a_link_to_all_where_it_is_cut() -> None:
    number = MAX_OUTERMOST + 1
    sections = [Section(f"S{n}", [Link("first", f"s{n}/")]) for n in range(number)]
    page = sections[30].children[0]
    page.parent = sections[30]
    part = Sidebar(Navigation(list(sections), []), "all/").around(cast(Page, page))
    assert len(part.items) == 2 * AROUND + 2
    assert (part.items[-1].title, getattr(part.items[-1], "url", "")) == (f"All {number} …", "all/")


def test_the_file_of_a_long_list_has_all_entries_but_the_index_page(tmp_path: Path) -> None:
    config = load_config(config_file=io.StringIO(f"site_name: A\ndocs_dir: {tmp_path}\n"))
    names = ("index", *map(str, range(MAX_WHOLE)))
    files = [File(f"types/{name}.md", str(tmp_path), "", True) for name in names]
    pages = [Page(f"<{file.name}>", file, config) for file in files]
    section = Section("types", list(pages))
    lists = NavigationLists(lambda item: "Odd" if str(item.title)[-2] in "13579" else "")
    ((path, script),) = Sidebar(Navigation([section], []), "all/", lists).files()
    name, rows = json.loads(f"[{script.decode().removeprefix('window.callsheetNavigation(')[:-3]}]")
    assert path == f"navigation/{name}.js"
    assert [row[:2] for row in rows] == [[f"types/{n}/", f"<{n}>"] for n in range(MAX_WHOLE)]
    assert {row[1] for row in rows if row[4]} == {f"<{n}>" for n in range(1, MAX_WHOLE, 2)}


@pytest.mark.parametrize(
    ("url", "page_url", "href"),
    [
        ("a/b/x/", "a/b/c/", "../x/"),
        ("a/b/", "a/b/c/", "../"),
        ("./", "a/", "../"),
        ("x/", "./", "x/"),
        # The same on its own page, and on those beside it.
        ("a/b/c/#op", "a/b/c/", "../c/#op"),
        ("x.html", "a/c.html", "../x.html"),
        ("a/x.html", "a/c.html", "x.html"),
        ("/x/", "a/b/", "/x/"),
        ("x?y/z", "a/b/", "../../x?y/z"),
        ("https://example.com/x/", "a/b/", "https://example.com/x/"),
        ("mailto:crew@example.com", "a/b/", "mailto:crew@example.com"),
    ],
)
def test_entries_lead_from_a_page_by_the_shortest_way(url: str, page_url: str, href: str) -> None:
    pages = [Link("P", url)]
    assert f"<li><a href={href}>P</a>" == NavigationLists().of(pages, None).html(
        pages, None, page_url
    )
