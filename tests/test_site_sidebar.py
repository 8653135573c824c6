"""The navigation of an operation's page leads on from it, and no further."""

from __future__ import annotations

import io
from pathlib import Path
from typing import cast

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from callsheet.site.theme.sidebar import Sidebar


def test_there_are_some_entries_around_the_page_and_fewer_around_its_section() -> None:
    pages = [Link(f"P{number}", f"p{number}/") for number in range(20)]
    sections = [Section(f"S{number}", [Link("first", f"s{number}/")]) for number in range(12)]
    sections[6] = Section("S6", list(pages))
    pages[10].parent = sections[6]
    sections[6].active = True
    nav = Navigation(list(sections), [])
    # Which entry is the page, is a matter of identity.
    part = Sidebar(nav, "all/").around(cast(Page, pages[10]))
    assert [item.title for item in part.items] == ["S4", "S5", "S6", "S7", "S8"]
    assert [getattr(item, "url", None) for item in part.items[:2]] == ["s4/", "s5/"]
    section = part.items[2]
    assert isinstance(section, Section)
    titles = [child.title for child in section.children]
    assert titles == ["P7", "P8", "P9", "P10", "P11", "P12", "P13", "All 20 …"]
    assert getattr(section.children[-1], "url", None) == "all/"
    assert len(sections[6].children) == 20


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


@pytest.mark.parametrize(
    ("active", "first", "last"),
    [(0, 0, 6), (3, 0, 6), (4, 1, 7), (15, 12, 18), (16, 13, 19), (17, 13, 19), (19, 13, 19)],
)
def test_at_either_end_of_a_list_there_are_as_many_entries(
    active: int, first: int, last: int
) -> None:
    pages = [Link(f"P{number}", f"p{number}/") for number in range(20)]
    section = Section("S", list(pages))
    pages[active].parent = section
    section.active = True
    part = Sidebar(Navigation([section], []), "all/").around(cast(Page, pages[active]))
    (shown,) = part.items
    assert isinstance(shown, Section)
    titles = [child.title for child in shown.children]
    assert titles == [*(f"P{number}" for number in range(first, last + 1)), "All 20 …"]


@pytest.mark.parametrize(
    ("active", "first", "last"), [(0, 0, 4), (2, 0, 4), (3, 1, 5), (9, 7, 11), (11, 7, 11)]
)
def test_so_there_are_around_a_section_without_a_link_to_all(
    active: int, first: int, last: int
) -> None:
    sections = [Section(f"S{number}", [Link("first", f"s{number}/")]) for number in range(12)]
    page = sections[active].children[0]
    page.parent = sections[active]
    sections[active].active = True
    part = Sidebar(Navigation(list(sections), []), "all/").around(cast(Page, page))
    assert [item.title for item in part.items] == [f"S{n}" for n in range(first, last + 1)]


def test_the_link_to_all_leads_to_the_index_page_of_a_section(tmp_path: Path) -> None:
    config = load_config(config_file=io.StringIO(f"site_name: A\ndocs_dir: {tmp_path}\n"))
    files = [File(f"types/{name}.md", str(tmp_path), "", True) for name in ("index", *"abcdefgh")]
    pages = [Page(None, file, config) for file in files]
    section = Section("types", list(pages))
    for page in pages:
        page.parent = section
    (shown,) = Sidebar(Navigation([section], []), "all/").around(pages[4]).items
    assert isinstance(shown, Section)
    last = shown.children[-1]
    assert (last.title, getattr(last, "url", "")) == ("All 9 …", "types/")
