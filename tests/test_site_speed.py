"""What makes the site fast: it stays complete, and nothing that is kept is ever wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.site.output.policy import FILE as POLICY
from tests.benchmarks.pages import make_docs
from tests.conftest import DOCS
from tests.sites import (
    MATERIAL,
    SECONDS,
    PageLinks,
    broken_links,
    build,
    command,
    contents,
    environment,
    target,
    without_theme_parts,
)

pytestmark = pytest.mark.slow

GET = "reference/Person/v1PersonEntity_GetImage.md"
INFO = "reference/Person/v1PersonEntity_GetImageInfo.md"


def parcels(folder: Path, settings: str = MATERIAL) -> Path:
    """A site with the project's own operations."""
    shutil.copytree(DOCS / "reference", folder / "docs/reference")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def edit_description(folder: Path) -> None:
    file = folder / "docs" / GET
    text = file.read_text(encoding="utf-8")
    head, fence, rest = text.partition("```http\n")
    route, end, rest = rest.partition("```\n")
    file.write_text(f"{head}{fence}{route}{end}\nAnother sentence.\n{rest}", encoding="utf-8")


def edit_title_of_neighbour(folder: Path) -> None:
    catalog = Catalog.read(folder / "docs", cached=False)
    edit(folder / "docs" / INFO, f"# {catalog.by_path[INFO].title}", "# GET A new name")


def edit_overview_of_group(folder: Path) -> None:
    file = folder / "docs/reference/Person/index.md"
    file.write_text("# Other pictures\n\nNothing else.\n", encoding="utf-8")


def edit_configuration(folder: Path) -> None:
    edit(folder / "mkdocs.yml", "permalink: true", "permalink: '#'")
    edit(folder / "mkdocs.yml", "site_name: Parcels", "site_name: Letters")


def edit_theme(folder: Path) -> None:
    (folder / "over").mkdir()
    (folder / "over/main.html").write_text(
        '{% extends "base.html" %}{% block announce %}Closed on Mondays{% endblock %}'
    )
    edit(folder / "mkdocs.yml", "name: material,", "name: material, custom_dir: over,")


def add_page(folder: Path) -> None:
    (folder / "docs/aaa.md").write_text("# First\n\n[Image](reference/index.md)\n")


def remove_page(folder: Path) -> None:
    (folder / "docs" / INFO).unlink()


def move_page(folder: Path) -> None:
    (folder / "docs" / GET).rename(folder / "docs/reference/BLOB_Agent/Moved.md")


EDITS = [
    edit_description, edit_title_of_neighbour, edit_overview_of_group, edit_configuration,
    edit_theme, add_page, remove_page, move_page,
]  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has been built, with what was kept of it."""
    folder = parcels(tmp_path_factory.mktemp("kept"))
    build(folder, "first", folder / "cache")
    return folder


def test_a_site_is_the_same_with_and_without_what_is_kept(kept: Path) -> None:
    without = build(kept, "without")
    assert contents(kept / "first") == without
    assert build(kept, "again", kept / "cache") == without


@pytest.mark.slow
@pytest.mark.parametrize("change", EDITS)
def test_after_an_edit_the_site_is_as_if_nothing_had_been_kept(
    tmp_path: Path, change: object
) -> None:
    folder = parcels(tmp_path)
    before = build(folder, "site", folder / "cache")
    assert callable(change)
    change(folder)
    anew = build(folder, "anew")
    assert anew != before
    assert build(folder, "site", folder / "cache") == anew, "in the place of the one before"
    assert build(folder, "elsewhere", folder / "cache") == anew


@pytest.mark.slow
def test_pages_that_nav_names_or_forgets_are_the_same_with_a_cache(tmp_path: Path) -> None:
    folder = parcels(tmp_path, f"{MATERIAL}nav: [reference/index.md, {{My picture: {GET}}}]\n")
    anew = build(folder, "anew")
    assert b"My picture" in anew[page_of(INFO)] + anew["reference/index.html"]
    for _ in range(2):
        assert build(folder, "site", folder / "cache") == anew


def test_what_is_kept_is_used(kept: Path, tmp_path: Path) -> None:
    """Else the tests above would say nothing."""
    folder = parcels(tmp_path)
    build(folder, "first", folder / "cache")
    store = next((folder / "cache").glob("*.sqlite"))
    before = store.read_bytes()
    build(folder, "again", folder / "cache")
    assert store.read_bytes() == before, "nothing new was to be kept"


def pages(site: Path) -> dict[str, tuple[int, int]]:
    """The files of a site, each with what tells whether it was written again."""
    return {
        file.relative_to(site).as_posix(): (file.stat().st_ino, file.stat().st_mtime_ns)
        for file in site.rglob("*")
        if file.is_file()
    }


@pytest.mark.slow
def test_what_is_made_of_all_pages_knows_those_that_are_not_kept(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    overview = folder / "docs/reference/BLOB_Agent/index.md"
    overview.write_text("# Blobs\n\n<!-- callsheet: operations -->\n", encoding="utf-8")
    build(folder, "site", folder / "cache")
    edit(overview, "# Blobs", "# Pictures")
    after = build(folder, "site", folder / "cache")
    assert b"## Pictures" in after["llms.txt"]
    assert after == build(folder, "anew")


@pytest.mark.slow
def test_pages_that_are_there_already_are_not_written_again(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    build(folder, "site", folder / "cache")
    before = pages(folder / "site")
    edit_description(folder)
    build(folder, "site", folder / "cache")
    after = pages(folder / "site")
    operations = {page_of(o.path) for o in Catalog.read(folder / "docs", cached=False).operations}
    written = {page for page in operations if before[page] != after[page]}
    # The first sentence of a page belongs to what a theme may show of it in its neighbours.
    assert page_of(GET) in written
    assert all(page.startswith("reference/Person/") for page in written)
    assert len(written) < len(operations)
    assert before[INFO] == after[INFO], "the Markdown of another page"
    assert before[GET] != after[GET]


@pytest.mark.slow
def test_a_page_that_somebody_changed_in_the_site_is_written_again(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    expected = build(folder, "site", folder / "cache")
    with (folder / "site" / page_of(GET)).open("a", encoding="utf-8") as file:
        file.write("<!-- signed -->")
    (folder / "site" / "reference/left-over.html").write_text("of another time")
    assert build(folder, "site", folder / "cache") == expected


def test_no_page_is_said_to_be_skipped(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    for _ in range(2):
        with command(folder, "site", folder / "cache") as process:
            output, _ = process.communicate(timeout=SECONDS)
        assert "Documentation built" in output
        assert "skipped" not in output.lower()


SERVER = """\
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config

for number, line in enumerate(sys.stdin):
    config = load_config("mkdocs.yml", site_dir=line.strip())
    if number == 0:
        config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"
    build(config, serve_url=config.site_url)
    print("built", flush=True)
"""
"""Builds as `mkdocs serve` does, into the directory that each line names."""


def server(folder: Path, cache: Path | None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SERVER],
        cwd=folder,
        env=environment(cache),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def served(process: subprocess.Popen[str], site: Path) -> dict[str, bytes]:
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{site}\n")
    process.stdin.flush()
    assert process.stdout.readline() == "built\n"
    return contents(site)


@pytest.mark.slow
def test_what_a_server_builds_again_and_again_is_as_if_built_anew(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    with server(folder, folder / "cache") as process:
        before = served(process, folder / "served")
        for number, change in enumerate(EDITS):
            change(folder)
            after = served(process, folder / "served")
            with server(folder, None) as other:
                assert after == served(other, folder / f"anew{number}"), change.__name__
            assert after != before, change.__name__
            before = after


def test_a_damaged_cache_changes_nothing(kept: Path, tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    expected = build(folder, "first", folder / "cache")
    for file in (folder / "cache").iterdir():
        content = file.read_bytes()
        file.write_bytes(content[:100] + content[100:].replace(b"a", b"b"))
    assert build(folder, "again", folder / "cache") == expected


@pytest.mark.slow
def test_builds_at_the_same_time_are_right(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    running = [command(folder, f"site{number}", folder / "cache") for number in range(3)]
    outputs = [process.communicate(timeout=SECONDS)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], outputs
    expected = build(folder, "without")
    assert all(contents(folder / f"site{number}") == expected for number in range(3))


@pytest.mark.slow
def test_a_page_that_warns_warns_again(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    file = folder / "docs" / GET
    text = file.read_text(encoding="utf-8")
    head, fence, rest = text.partition("## ")
    file.write_text(f"{head}See [this](nowhere.md).\n\n{fence}{rest}", encoding="utf-8")
    for _ in range(2):
        with command(folder, "site", folder / "cache") as process:
            output, _ = process.communicate(timeout=SECONDS)
        assert "nowhere.md" in output


@pytest.mark.slow
def test_with_a_plugin_that_may_change_pages_nothing_is_kept(tmp_path: Path) -> None:
    folder = parcels(tmp_path, MATERIAL + "hooks: [hook.py]\n")
    hook = folder / "hook.py"
    hook.write_text("def on_page_content(html, **_):\n    return html + 'Signed: A'\n")
    assert b"Signed: A" in build(folder, "site", folder / "cache")[page_of(GET)]
    hook.write_text("def on_page_content(html, **_):\n    return html + 'Signed: B'\n")
    assert b"Signed: B" in build(folder, "site", folder / "cache")[page_of(GET)]


@pytest.mark.slow
def test_a_build_that_fails_says_why_and_the_next_one_is_right(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    expected = build(folder, "site", folder / "cache")
    for event in ("config", "files", "env", "post_build"):
        with_hook = MATERIAL + "hooks: [hook.py]\n"
        (folder / "mkdocs.yml").write_text(with_hook, encoding="utf-8")
        hook = f"def on_{event}(*_, **__):\n    raise OSError('the {event} of another plugin')\n"
        (folder / "hook.py").write_text(hook)
        with command(folder, "site", folder / "cache") as process:
            output, _ = process.communicate(timeout=SECONDS)
        assert process.returncode != 0
        assert output.rstrip().endswith(f"OSError: the {event} of another plugin")
        (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
        assert build(folder, "site", folder / "cache") == expected


def without_sidebar(page: bytes) -> bytes:
    """A page without its navigation."""
    before, _, rest = page.partition(b"md-sidebar--primary")
    return before + rest.partition(b"md-content")[2]


@pytest.mark.slow
def test_what_is_rendered_once_for_all_pages_is_right_on_each(tmp_path: Path) -> None:
    settings = MATERIAL.replace("theme: {", "theme: {palette: {scheme: slate}, ") + (
        "repo_url: https://example.com/ships\ncopyright: Ships\n"
        "extra: {alternate: [{name: English, link: /en/, lang: en}]}\n"
    )
    folder = parcels(tmp_path, settings)
    once = build(folder, "once")
    # With templates of the author's own, however few, nothing is known of what blocks show.
    (folder / "over").mkdir()
    edit(folder / "mkdocs.yml", "name: material,", "name: material, custom_dir: over,")
    each = build(folder, "each")
    shared = [name for name in once if "/theme-" in name]
    assert len(shared) == 1
    assert each.keys() == once.keys() - set(shared)
    alike = {
        name: without_theme_parts(content, once[name], once) if name.endswith(".html") else content
        for name, content in each.items()
    }
    assert alike[page_of(GET)] != each[page_of(GET)]
    # It has the hashes of the scripts on the pages.
    alike[POLICY] = once[POLICY]
    # The entries of the navigation have tests of their own: with unknown templates they have whole
    # titles in place of short ones.
    assert all(without_sidebar(once[name]) == without_sidebar(alike[name]) for name in alike)
    title = b"Fetches the image of a person"
    assert title in once[page_of(GET)].partition(b"<main")[0].partition(b"<header")[2]


def page_of(path: str) -> str:
    return f"{path.removesuffix('.md')}/index.html"


def reached(files: dict[str, bytes], start: str) -> set[str]:
    """The pages that one comes to by the links of navigations alone."""
    found, waiting = {start}, [start]
    while waiting:
        page = waiting.pop()
        for address in PageLinks(files[page].decode()).navigation:
            place = target(page, address)
            if place and place[0] in files and place[0] not in found:
                found.add(place[0])
                waiting.append(place[0])
    return found


def test_search_finds_every_operation_by_method_route_and_names(kept: Path) -> None:
    catalog = Catalog.read(kept / "docs", cached=False)
    index = json.loads((kept / "first/search/search_index.json").read_text(encoding="utf-8"))
    entries = {entry["location"]: entry for entry in index["docs"]}
    for operation in catalog.operations:
        entry = entries[operation.path.removesuffix(".md") + "/"]
        assert entry["title"].startswith(f"{operation.method} {operation.route.template}")
        for parameter in operation.parameters:
            assert parameter.name in entry["text"]
        for body in (operation.request_body, operation.response):
            for row in body.properties if body else ():
                assert row.name in entry["text"]
    assert len(entries) == len(index["docs"]), "no page is in it twice"


def test_the_search_of_other_themes_has_the_operations_once(tmp_path: Path) -> None:
    folder = parcels(
        tmp_path, "site_name: A\ntheme: {name: mkdocs}\nplugins: [search, callsheet]\n"
    )
    index = json.loads(build(folder)["search/search_index.json"])
    found = [entry for entry in index["docs"] if entry["location"].startswith(f"{GET[:-3]}/")]
    assert len(found) == 1
    assert found[0]["title"].startswith("GET /api/v1/")


def test_a_site_without_search_has_no_index(tmp_path: Path) -> None:
    folder = parcels(tmp_path, MATERIAL.replace("[search, callsheet]", "[callsheet]"))
    assert "search/search_index.json" not in build(folder)


def test_a_page_that_its_author_excludes_is_not_found(tmp_path: Path) -> None:
    folder = parcels(tmp_path)
    edit(folder / "docs" / GET, "---\n", "---\nsearch: {exclude: true}\n")
    index = json.loads(build(folder)["search/search_index.json"])
    assert not [e for e in index["docs"] if e["location"].startswith(f"{GET[:-3]}/")]


def outside_site(shared: Path, folder: Path, operations: int) -> Path:
    make_docs(shared / "corpus", folder / "docs", operations)
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def large(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that two processes build, with groups longer than a page shows."""
    return outside_site(shared, tmp_path_factory.mktemp("large"), 240)


@pytest.fixture(scope="module")
def alone(large: Path) -> dict[str, bytes]:
    """What one process makes of it."""
    return build(large, "alone")


@pytest.mark.slow
def test_two_processes_make_the_same_site_as_one(large: Path, alone: dict[str, bytes]) -> None:
    assert build(large, "together", large / "cache") == alone
    assert build(large, "again", large / "cache") == alone


DYING = """\
import os, sys
from mkdocs.__main__ import cli
from callsheet.cache.texts import TextStore

build, put = os.getpid(), TextStore.put

def dying(store, key, text):
    if os.getpid() != build:
        os._exit(1)
    put(store, key, text)

TextStore.put = dying
cli(["build", "-d", sys.argv[1]])
"""
"""Builds a site with a second process that ends after its first page."""


@pytest.mark.slow
def test_without_the_second_process_the_build_makes_its_pages(
    large: Path, alone: dict[str, bytes]
) -> None:
    subprocess.run(
        [sys.executable, "-c", DYING, "dying"],
        cwd=large,
        env=environment(large / "cache-of-dying"),
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
    assert contents(large / "dying") == alone


def linked(files: dict[str, bytes], name: str) -> set[str]:
    """The pages that a page has links to."""
    links = PageLinks(files[name].decode()).links
    return {place[0] for link in links if (place := target(name, link))}


def assert_complete(folder: Path, files: dict[str, bytes]) -> None:
    """Every operation is reached from the navigation, the overview and the search."""
    operations = Catalog.read(folder / "docs", cached=False).operations
    pages = {page_of(operation.path) for operation in operations}
    assert pages <= files.keys()
    assert pages <= reached(files, min(pages))
    # With many operations, the overview lists their groups.
    listed = linked(files, "operations/index.html")
    groups = {name for name in listed & files.keys() if name.endswith(".html")}
    assert pages <= listed.union(*(linked(files, name) for name in groups))
    index = json.loads(files["search/search_index.json"])
    assert pages <= {f"{entry['location']}index.html" for entry in index["docs"]}
    assert list(broken_links(files)) == []


@pytest.mark.slow
def test_every_operation_is_reached_and_no_link_is_broken(
    large: Path, alone: dict[str, bytes]
) -> None:
    assert_complete(large, alone)


@pytest.mark.slow
def test_so_it_is_with_all_of_the_outside_pages(shared: Path, tmp_path: Path) -> None:
    folder = outside_site(shared, tmp_path, 803)
    assert_complete(folder, build(folder))
