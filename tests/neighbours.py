"""Plugins that sites have beside this one, and the table of them in the guide.

`python -m tests.neighbours` writes the table; `test_neighbours` builds a site with each of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tests.conftest import DOCS

PAGE = DOCS / "other-plugins.md"
_BEGIN, _END = "<!-- table of plugins -->\n", "<!-- end of the table -->"


@dataclass(frozen=True)
class Neighbour:
    """A plugin.

    Attributes:
        name: What readers know it by.
        packages: What has to be installed; empty where it comes with Material for MkDocs.
        plugins: Its part of `plugins` in `mkdocs.yml`.
        note: What readers should know of it.
        files: Files that it needs, by path below the project.
        needs: Finds in its messages that the machine lacks what it needs; empty where nothing is.
        settings: Further settings of `mkdocs.yml`.
        repository: A folder of the files that is a repository of its own.
        pages: Operation pages that it adds, by path below the site.
    """

    name: str
    packages: tuple[str, ...]
    plugins: str
    note: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    needs: str = ""
    settings: str = ""
    repository: str = ""
    pages: tuple[str, ...] = ()


OPERATION = """\
---
uid: get_{name}
title: "GET /{name}"
---

# GET /{name}

```http
GET /{name}
```

Lists all the {name}.

## Response: object

200: OK

| Property | Type | Description |
| --- | --- | --- |
| size | int32 | How large it is. |
"""
"""An operation page."""

_LANGUAGES = """\
- i18n:
    docs_structure: {structure}
    languages:
      - {{locale: en, default: true, name: English, build: true}}
      - {{locale: de, name: Deutsch, build: true}}
"""
_EACH_LANGUAGE = "Each language has its own lists, types, console, search and downloads."
_DATES = "Generated pages have no dates."
_GENERATE = f"""\
import mkdocs_gen_files

with mkdocs_gen_files.open("made/docks.md", "w") as file:
    file.write({OPERATION.format(name="docks")!r})
"""
_OTHERS_PAGES = "Operation pages that it brings are read like any other."
_PART = {
    "part/mkdocs.yml": "site_name: port\nnav: [index.md, docks.md]\n",
    "part/docs/index.md": "# Ports\n",
    "part/docs/docks.md": OPERATION.format(name="docks"),
}
_POST = "---\ndate: 2026-01-02\n---\n\n# News\n\nA ship.\n"
_OPENAPI = '{"openapi": "3.0.0", "info": {"title": "Ships", "version": "1"}, "paths": {}}'

NEIGHBOURS = (
    Neighbour("tags", (), "- tags"),
    Neighbour("meta", (), "- meta", files={"docs/ship/.meta.yml": "tags: [sea]\n"}),
    Neighbour(
        "blog",
        (),
        "- blog",
        files={"docs/blog/index.md": "# Blog\n", "docs/blog/posts/a.md": _POST},
    ),
    Neighbour(
        "social",
        ("mkdocs-material[imaging]",),
        "- social",
        "Needs the imaging libraries of Material for MkDocs.",
        needs=r"fonts\.google\.com|no library called .cairo|mkdocs-material\[imaging\]",
    ),
    Neighbour("privacy", (), "- privacy: {assets: false}"),
    Neighbour("offline", (), "- offline"),
    Neighbour(
        "mkdocs-static-i18n, suffixes",
        ("mkdocs-static-i18n",),
        _LANGUAGES.format(structure="suffix"),
        _EACH_LANGUAGE,
    ),
    Neighbour(
        "mkdocs-static-i18n, folders",
        ("mkdocs-static-i18n",),
        _LANGUAGES.format(structure="folder"),
        _EACH_LANGUAGE,
        files={"docs/en/": "", "docs/de/index.md": "# Schiffe\n"},
    ),
    Neighbour("mike", ("mike",), "- mike", "Each version is a build of its own."),
    Neighbour(
        "mkdocs-monorepo-plugin",
        ("mkdocs-monorepo-plugin",),
        "- monorepo",
        _OTHERS_PAGES,
        files=_PART,
        settings="nav: [index.md, ship/ships.md, ship/crews.md, P: '!include part/mkdocs.yml']\n",
        pages=("port/docks",),
    ),
    Neighbour(
        "mkdocs-multirepo-plugin",
        ("mkdocs-multirepo-plugin",),
        "- multirepo: {repos: [{section: port, import_url: 'file://{folder}/part?branch=main'}]}",
        _OTHERS_PAGES,
        files=_PART,
        settings="edit_uri: edit/main/docs/\n",
        repository="part",
        pages=("port/docks",),
    ),
    Neighbour(
        "mkdocs-macros-plugin",
        ("mkdocs-macros-plugin",),
        "- macros",
        "Macros work on pages of your own. On operation pages, Callsheet reads the file.",
    ),
    Neighbour(
        "mkdocs-gen-files",
        ("mkdocs-gen-files",),
        "- gen-files: {scripts: [generate.py]}",
        "Generated operation pages are read like any other.",
        files={"generate.py": _GENERATE},
        pages=("made/docks",),
    ),
    Neighbour("mkdocs-literate-nav", ("mkdocs-literate-nav",), "- literate-nav"),
    Neighbour("mkdocs-section-index", ("mkdocs-section-index",), "- section-index"),
    Neighbour("mkdocs-awesome-nav", ("mkdocs-awesome-nav",), "- awesome-nav"),
    Neighbour("mkdocs-awesome-pages-plugin", ("mkdocs-awesome-pages-plugin",), "- awesome-pages"),
    Neighbour(
        "mkdocs-exclude",
        ("mkdocs-exclude",),
        "- exclude: {glob: [drafts/*]}",
        "What it leaves out is nowhere in the site.",
        files={"docs/drafts/a.md": "# A draft\n"},
    ),
    Neighbour(
        "mkdocs-exclude-search", ("mkdocs-exclude-search",), "- exclude-search: {exclude: [x.md]}"
    ),
    Neighbour(
        "mkdocs-redirects",
        ("mkdocs-redirects",),
        "- redirects: {redirect_maps: {old.md: ship/ships.md}}",
    ),
    Neighbour("mkdocs-minify-plugin", ("mkdocs-minify-plugin",), "- minify: {minify_html: true}"),
    Neighbour(
        "mkdocs-git-revision-date-localized-plugin",
        ("mkdocs-git-revision-date-localized-plugin",),
        "- git-revision-date-localized",
        _DATES,
    ),
    Neighbour("mkdocs-git-authors-plugin", ("mkdocs-git-authors-plugin",), "- git-authors", _DATES),
    Neighbour(
        "mkdocs-rss-plugin", ("mkdocs-rss-plugin",), "- rss", "Generated pages are not news."
    ),
    Neighbour("mkdocs-glightbox", ("mkdocs-glightbox",), "- glightbox"),
    Neighbour(
        "mkdocs-include-markdown-plugin",
        ("mkdocs-include-markdown-plugin",),
        "- include-markdown",
        "On operation pages, Callsheet reads the file; use includes of DocFX there.",
    ),
    Neighbour("mkdocs-table-reader-plugin", ("mkdocs-table-reader-plugin",), "- table-reader"),
    Neighbour(
        "mkdocstrings, mkdocs-autorefs", ("mkdocstrings[python]",), "- autorefs\n- mkdocstrings"
    ),
    Neighbour(
        "mkdocs-swagger-ui-tag",
        ("mkdocs-swagger-ui-tag",),
        "- swagger-ui-tag",
        files={"docs/api.md": '# API\n\n<swagger-ui src="api.json"/>\n', "docs/api.json": _OPENAPI},
    ),
    Neighbour(
        "mkdocs-render-swagger-plugin",
        ("mkdocs-render-swagger-plugin",),
        "- render_swagger",
        files={"docs/api.md": "# API\n\n!!swagger api.json!!\n", "docs/api.json": _OPENAPI},
    ),
    Neighbour("neoteroi-mkdocs", ("neoteroi-mkdocs",), "- neoteroi.mkdocsoad"),
    Neighbour(
        "mkdocs-print-site-plugin",
        ("mkdocs-print-site-plugin",),
        "- print-site",
        "Links to pages outside of the navigation, such as those of types, lead nowhere on the page"
        " that it makes.",
    ),
    Neighbour(
        "mkdocs-with-pdf",
        ("mkdocs-with-pdf",),
        "- with-pdf",
        "Where WeasyPrint fails on Material's style of `<summary>`, it fails on operation pages.",
        needs="KeyError: 'inline-end'|cannot load library",
    ),
    Neighbour(
        "mkdocs-encryptcontent-plugin",
        ("mkdocs-encryptcontent-plugin",),
        "- encryptcontent",
        "[Pages that are not shown](site.md#pages-that-are-not-shown)",
    ),
    Neighbour(
        "mkdocs-llmstxt",
        ("mkdocs-llmstxt",),
        "- llmstxt: {sections: {All: [index.md]}}",
        "Its `llms.txt` takes the place of ours, with a message.",
    ),
    Neighbour(
        "mkdocs-htmlproofer-plugin",
        ("mkdocs-htmlproofer-plugin",),
        "- htmlproofer: {validate_external_urls: false, raise_error: true}",
    ),
)

SETS = {
    "a product": "awesome-nav glightbox minify git-revision-date-localized redirects",
    "several languages": "static-i18n,_suffixes minify git-revision-date-localized git-authors",
    "Python code": "gen-files literate-nav section-index mkdocstrings,_mkdocs-autorefs",
    "a blog": "blog tags meta rss privacy",
    "texts in parts": "macros include-markdown table-reader exclude llmstxt",
}
"""Plugins that sites often have together, by a part of their names."""


def of_set(names: str) -> list[Neighbour]:
    """The plugins of a set, in the order of the set."""
    found = []
    for name in names.replace("_", " ").replace(", ", ",~").split():
        wanted = name.replace("~", " ")
        found.append(next(each for each in NEIGHBOURS if wanted in each.name))
    return found


def table() -> Iterator[str]:
    """Yields the lines of the table."""
    yield "| Plugin | To know |"
    yield "| --- | --- |"
    for each in NEIGHBOURS:
        yield f"| {each.name} | {each.note} |"


def with_table(text: str) -> str:
    """The text of the page, with the table as it is now."""
    before, _, rest = text.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    lines = "".join(f"{line}\n" for line in table())
    return f"{before}{_BEGIN}\n{lines}\n{_END}{after}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
