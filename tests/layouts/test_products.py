"""What is made of pages in other layouts: a site, programs that run, answers, findings."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.catalog.titles import Titles
from callsheet.cli import main
from callsheet.coverage import Aspect, Coverage, Uncovered
from tests.layouts.test_pages import PAGES
from tests.sites import MATERIAL, build

SEVERAL = """# Boats

## List boats

`GET /boats`

Returns `200 OK`.

## Show a boat

| Method | Path         |
| ------ | ------------ |
| `LIST` | `/boats/:id` |
| `GET`  | `/boats/:id` |

### Parameters

- `id` `(string: <required>)` - Its name.
"""

# What is left out is true of the pages: places without descriptions, what other pages say of the
# same header, and Markdown that shows
# otherwise on a site.
_CHECK = ["check", "--ignore", "CS5,CS021,CS603,CS608,CS609", "--docs"]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    for page in PAGES.glob("*.md"):
        (folder / page.name).write_bytes(page.read_bytes())
    (folder / "boats.md").write_text(SEVERAL)
    return folder


@pytest.mark.slow
def test_programs_run_against_the_reference_server(docs: Path) -> None:
    result = CliRunner().invoke(main, ["test", "--docs", str(docs), "-n", "2"])
    operations = len(Catalog.read(docs, cached=False).operations)
    assert f"operations {operations}/{operations} 100.0%" in " ".join(result.output.split())
    assert " failed" not in result.output


def test_untouched_pages_have_no_findings_about_their_form(docs: Path) -> None:
    (docs / "components.md").unlink()  # It links to pages that are not there.
    result = CliRunner().invoke(main, [*_CHECK, str(docs), "--ignore", "CS536,CS537"])
    assert result.output.startswith("No findings"), result.output


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("site")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(MATERIAL)
    (folder / "docs" / "boats.md").write_text(SEVERAL)
    return build(folder)


@pytest.mark.slow
def test_the_navigation_shows_no_marks_of_headings(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(MATERIAL)
    page = SEVERAL.replace("# Boats", "# `/boats` {#boats}", 1).replace(
        "List boats", "List `boats`"
    )
    (tmp_path / "docs" / "boats.md").write_text(page)
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    site = build(tmp_path)
    assert "List boats</a>" in site["index.html"].decode()
    html = site["boats/index.html"].decode()
    nav = html[html.index("md-nav--primary") :]
    assert "List boats" in nav
    assert "/boats" in nav
    assert "`" not in nav[: nav.index("</nav>")]


def test_each_operation_is_shown_where_it_is_documented(site: dict[str, bytes]) -> None:
    html = site["boats/index.html"].decode()
    marks = ('id="list-boats"', 'data-callsheet-uid="get-boats"', 'id="show-a-boat"',
             'data-callsheet-uid="list-boats._id"')  # fmt: skip
    places = [html.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "Returns <code>200 OK</code>" in html
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert [name for name, count in ids.items() if count > 1] == []
    assert 'id="get-boats"' in html
    assert "callsheet-alias" in html


def test_the_search_finds_the_text_and_the_operations(site: dict[str, bytes]) -> None:
    entries = json.loads(site["search/search_index.json"])["docs"]
    found = {entry["location"] for entry in entries}
    assert {"boats/", "boats/#list-boats", "boats/#get-boats", "boats/#list-boats._id"} <= found
    # The programs of an operation are not texts of the section that it is in.
    assert not [entry for entry in entries if "CALLSHEET_BASE_URL" in entry["text"]]


def test_all_operations_are_listed_with_their_places(site: dict[str, bytes]) -> None:
    assert b"href=../boats/#list-boats._id>" in site["operations/index.html"]


def test_operations_of_one_route_on_two_pages_have_identities_of_their_pages(
    tmp_path: Path,
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text(SEVERAL)
    listed = "# API\n\n- `GET /boats` - all boats\n- `GET /boats/:id` - one\n"
    (tmp_path / "index.md").write_text(listed)
    catalog = Catalog.read(tmp_path, cached=False)
    assert [o.uid for o in catalog.operations] == [
        "get-boats-a", "list-boats._id-a", "get-boats-b", "list-boats._id-b",
    ]  # fmt: skip


def entries_of(html: str) -> list[tuple[str, str, str]]:
    """Return the entries of a page's navigation: address, title, method."""
    start = html.index("md-nav--primary")
    part = html[start : html.index("md-content", start)]
    found = re.finditer(
        r'(?:<li class=c-(?P<method>\w+)>)?<a href="(?P<url>[^"]*)"[^>]*>(?P<text>.*?)</a>',
        part,
        re.DOTALL,
    )
    return [
        (
            each["url"],
            " ".join(re.sub("<[^>]*>", " ", each["text"]).split()),
            each["method"] or next(iter(re.findall(r"status--callsheet-(\w+)", each["text"])), ""),
        )
        for each in found
    ]


def test_operations_are_below_their_page_in_the_navigation(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(MATERIAL)
    for path in ("index.md", "boats.md", "piers/index.md", "piers/one.md"):
        text = SEVERAL.replace("/boats", f"/boats-{path[:3]}").replace("# Boats", f"# {path}", 1)
        (tmp_path / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / path).write_text(text if "one" not in path else "# One\n")
    site = build(tmp_path)
    on_other_page = entries_of(site["piers/one/index.html"].decode())
    expected = ("../../boats/#list-boats-boa._id", "Show a boat", "list")
    assert ("../../boats/#get-boats-boa", "List boats", "get") in on_other_page
    assert expected in on_other_page
    assert any(url.endswith("./#get-boats-ind") for url, *_ in on_other_page)
    # That of a section has them after it, not below a section of its own.
    place = [url for url, *_ in on_other_page].index("../")
    assert [each[1] for each in on_other_page[place + 1 :][:3]] == [
        "List boats", "Show a boat", "One",
    ]  # fmt: skip
    # MkDocs goes from page to page as before.
    html = site["boats/index.html"].decode()
    assert re.findall(r'rel="(?:prev|next)" href="([^"]*)"', html) == ["..", "../operations/"]


def test_links_to_operations_lead_to_anchors_that_mkdocs_knows(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    strict = "strict: true\nvalidation: {anchors: warn}\n"
    (tmp_path / "mkdocs.yml").write_text(MATERIAL + strict)
    (tmp_path / "docs" / "boats.mdx").write_text(SEVERAL)
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n[A boat](boats.mdx#list-boats._id)\n")
    assert b'id="list-boats._id"' in build(tmp_path)["boats/index.html"]


def test_a_title_that_many_share_is_followed_by_the_route(tmp_path: Path) -> None:
    for name in "abcd":
        text = f"# {name}\n\n## Show a boat\n\n`GET /{name}/:id`\n\n- `id` (string) - Its name.\n"
        (tmp_path / f"{name}.md").write_text(text)
    catalog = Catalog.read(tmp_path, cached=False)
    titles = Titles(groups=catalog.groups)
    assert titles.label(catalog.operations[0]) == "Show a boat (/a/{id})"


@pytest.mark.slow
def test_what_no_sample_covers_is_listed_with_its_place_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "boats.md").write_text(SEVERAL)
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n<!-- callsheet: coverage -->\n")
    missed = Uncovered("boats.md", 9, "list-boats._id", "status 200", "No sample sends it.")
    aspects = tuple(Aspect(name, 1, 2) for name in ("operations", "parameters", "statuses"))
    (tmp_path / "found.json").write_text(Coverage(aspects, (missed,)).as_json())
    options = "[search, callsheet: {coverage: found.json}]"
    (tmp_path / "mkdocs.yml").write_text(MATERIAL.replace("[search, callsheet]", options))
    html = build(tmp_path)["index.html"].decode()
    assert '<a href="boats/#list-boats._id">list-boats._id</a>: status 200' in html


def test_findings_about_the_tree_know_their_operation(tmp_path: Path) -> None:
    again = "# Again\n\n## All boats\n\n`GET /boats`\n\n- `sort` (string) - How.\n"
    (tmp_path / "boats.md").write_text(SEVERAL)
    (tmp_path / "again.md").write_text(again)
    check = ["check", "--docs", str(tmp_path), "--select", "CS021", "--format", "json"]
    found = json.loads(CliRunner().invoke(main, check).output)
    findings = found["findings"] if isinstance(found, dict) else found
    assert [each["uid"] for each in findings] == ["get-boats-boats"]
