"""What is around the pages of a section is rendered once, and is what the theme would render."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from callsheet.site.mkdocs_internals import get_context
from callsheet.site.output.minify import minify_block
from callsheet.site.theme.navigation_lists import NavigationLists
from callsheet.site.theme.shells import Shells
from callsheet.site.theme.sidebar import Sidebar

TITLES = ("One", "Two &amp; three", "A_name_that_is_too_long_for_a_line", "4", "5", "6", "<i>7</i>")

THEME = """\
<title>{{ page.title | striptags }}</title>{% if page.meta.description %}
<meta content="{{ page.meta.description }}">{% endif %}<a href="{{ page.canonical_url }}">x</a>
{% for other in (page.previous_page, page.next_page) if other %}
<link href="{{ other.url | url }}" title="{{ other.title | e }}">{{ other.title }}{% endfor %}
{% macro entries(items) %}{% for item in items %}
<li><a href="{{ item.url | url }}" class="{{ (item.meta or {}).status }}"><span class="md-ellipsis">
{{ item.title }}
</span></a>{% if item.children %}<ul>{{ entries(item.children) }}</ul>{% endif %}</li>
{% endfor %}{% endmacro %}
{% macro contents(links) %}{% for link in links %}
<li><a href="{{ link.url }}"><span class="md-ellipsis">
{{ link.title }}
</span></a>{% if link.children %}
<nav aria-label="{{ link.title | striptags | e }}"><ul>{{ contents(link.children) }}</ul></nav>
{% endif %}</li>{% endfor %}{% endmacro %}
{{ fill(entries(nav) ~ "<ul>" ~ contents((page.toc | first).children) ~ "</ul>") }}
<article>{{ page.content }}</article>
"""


class Theme:
    """A theme of one template, whose pages are counted."""

    def __init__(self, folder: Path, template: str = THEME) -> None:
        self.rendered = 0
        settings = "site_name: S\nsite_url: https://example.com/\ntheme: {name: material}\n"
        (folder / "docs").mkdir()
        self.config: MkDocsConfig = load_config(io.StringIO(settings), docs_dir=f"{folder}/docs")
        self.pages = [self._page(number, title) for number, title in enumerate(TITLES)]
        for before, after in zip(self.pages, self.pages[1:], strict=False):
            before.next_page, after.previous_page = after, before
        section = Section("Group", [*self.pages])
        for page in self.pages:
            page.parent = section
        nav = Navigation([section], self.pages)
        self.lists = NavigationLists()
        self.sidebar = Sidebar(nav, None, self.lists)
        self.environment = self.config.theme.get_env()
        self.template = self.environment.from_string(template)

    def _page(self, number: int, title: str) -> Page:
        file = File(f"group/p{number}.md", self.config.docs_dir, self.config.site_dir, True)
        page = Page(title, file, self.config)
        page.title = title
        page.meta = {"status": f"callsheet-{number}", "description": f"About {number}."}
        page.content = f"<h1>{title}</h1>"
        first = AnchorLink(title, f"top-{number}", 1)
        first.children = [AnchorLink(f"R &amp; {number}", "r", 2), AnchorLink("S", "s", 2)]
        first.children[number % 2].children = [AnchorLink(f"T_{'x' * 20}Name", f"t{number}", 3)]
        page.toc = TableOfContents([first])
        return page

    def render(self, page: Page) -> str:
        """Return a page, as the theme renders it."""
        self.rendered += 1
        around = self.sidebar.around(page, marked=True)
        context: Any = get_context(around, (), self.config, page)
        url = page.url
        context["fill"] = lambda html: Markup(self.lists.fill(minify_block(html), page))  # noqa: S704
        return minify_block(self.template.render(context))


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str], Theme]:
    return lambda template: Theme(tmp_path, template)


def test_pages_are_filled_as_the_theme_would_render_them(make: Callable[[str], Theme]) -> None:
    theme = make(THEME)
    expected = [theme.render(page) for page in theme.pages]
    shells = Shells(theme.config, theme.render, theme.sidebar, theme.lists)
    # The first pages are compared.
    assert [shells.render(page) for page in theme.pages] == expected
    assert [shells.render(page) for page in theme.pages] == expected
    theme.rendered = 0
    assert [shells.render(page) for page in theme.pages[1:-2]] == expected[1:-2]
    assert theme.rendered == 0
    # A page with markup in its title is not like the others, nor one that shows such a title.
    assert [shells.render(page) for page in theme.pages[-2:]] == expected[-2:]
    assert theme.rendered == 2


@pytest.mark.parametrize(
    "shown",
    ["{{ page.file.src_uri }}", "{{ page.title | upper }}", "{{ page.toc.items[0].title }}"],
)
def test_a_theme_that_shows_something_else_renders_every_page(
    make: Callable[[str], Theme], shown: str
) -> None:
    theme = make(f"{THEME}{shown}")
    expected = [theme.render(page) for page in theme.pages]
    shells = Shells(theme.config, theme.render, theme.sidebar, theme.lists)
    assert [shells.render(page) for page in theme.pages] == expected
    assert [shells.render(page) for page in theme.pages] == expected


@pytest.mark.parametrize("status", [5, None, "", ["new"], {"a": 1}])
def test_a_status_that_is_no_text_is_left_to_the_theme(
    make: Callable[[str], Theme], status: object
) -> None:
    theme = make(
        f"{THEME}{{% if page.meta.status %}}<i>{{{{ page.meta.status }}}}</i>{{% endif %}}"
    )
    theme.pages[4].meta["status"] = status
    expected = [theme.render(page) for page in theme.pages]
    shells = Shells(theme.config, theme.render, theme.sidebar, theme.lists)
    assert [shells.render(page) for page in theme.pages] == expected


def test_pages_of_another_folder_have_links_of_their_own(make: Callable[[str], Theme]) -> None:
    theme = make(f'{THEME}<a href="{{{{ "group/other/" | url }}}}">x</a>')
    # After those that are compared with what the theme renders.
    page, config = theme.pages[4], theme.config
    page.file = File("other/p4.md", config.docs_dir, config.site_dir, True)
    expected = [theme.render(page) for page in theme.pages]
    shells = Shells(theme.config, theme.render, theme.sidebar, theme.lists)
    assert [shells.render(page) for page in theme.pages] == expected


def test_what_looks_like_a_mark_is_text(make: Callable[[str], Theme]) -> None:
    theme = make(f"{THEME}{{{{ page.meta.author }}}}")
    for page in theme.pages:
        page.meta["author"] = "\N{SYMBOL FOR SUBSTITUTE}x\N{SYMBOL FOR SUBSTITUTE}"
    expected = [theme.render(page) for page in theme.pages]
    shells = Shells(theme.config, theme.render, theme.sidebar, theme.lists)
    assert [shells.render(page) for page in theme.pages] == expected
