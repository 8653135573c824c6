"""Symbolic links in the docs directory: what they lead to elsewhere is never read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files

from callsheet.catalog import Catalog
from callsheet.catalog.toc import read_toc
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.paths import link_out
from callsheet.site.output.included import remove_links_out
from tests.parcels import page
from tests.starting import run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")

WORD = "Zyxwv"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Pages, with links of all kinds to others elsewhere, and some that stay."""
    folder, outside = tmp_path / "docs", tmp_path / "elsewhere"
    (folder / "own").mkdir(parents=True)
    (outside / "folder").mkdir(parents=True)
    (folder / "own/parcel.md").write_text(page("v1Parcel", "GET /api/Parcel"))
    (folder / "index.md").write_text("# Home\n\n[!include[x](part.txt)]\n")
    (outside / "page.md").write_text(page(WORD, f"GET /api/{WORD}", fields=[f"{WORD}: no"]))
    (outside / "folder/other.md").write_text(page(f"{WORD}2", f"GET /api/{WORD}2"))
    (outside / "text.txt").write_text(WORD)
    (outside / "toc.yml").write_text(f"- name: {WORD}\n  href: own/parcel.md\n")
    (folder / "page.md").symlink_to(outside / "page.md")
    (folder / "gone.md").symlink_to(outside / "gone.md")
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "loop.md").unlink()
    (folder / "folder").symlink_to(outside / "folder")
    (folder / "part.txt").symlink_to("../elsewhere/text.txt")
    (folder / "toc.yml").symlink_to(outside / "toc.yml")
    (folder / "same.txt").symlink_to("own/parcel.md")
    (folder / "again").symlink_to("own")
    return folder


@pytest.mark.parametrize(
    ("path", "link"),
    [
        ("page.md", "page.md"),
        ("gone.md", "gone.md"),
        ("folder/other.md", "folder"),
        ("folder/no/where.md", "folder"),
        ("again/parcel.md", None),
        ("same.txt", None),
        ("own/parcel.md", None),
        ("not/there.md", None),
        ("a\0b.md", None),
    ],
)
def test_the_link_that_leads_out_is_known(docs: Path, path: str, link: str | None) -> None:
    assert link_out(docs, path) == link


def test_links_that_lead_to_a_place_within_are_followed(docs: Path) -> None:
    (docs / "way").symlink_to("again")
    (docs / "own/out.md").symlink_to(docs.parent / "elsewhere/page.md")
    assert link_out(docs, "way/parcel.md") is None
    assert link_out(docs, "way/out.md") == "way/out.md"
    # The docs directory itself may be a link.
    (docs.parent / "linked").symlink_to(docs)
    assert link_out(docs.parent / "linked", "own/parcel.md") is None
    assert link_out(docs.parent / "linked", "page.md") == "page.md"


def test_a_link_that_leads_to_itself_is_no_page(docs: Path) -> None:
    (docs / "loop.md").symlink_to("loop.md")
    code, _, messages = run(docs.parent, "check", "--docs", "docs")
    assert code == 2
    assert "loop.md` cannot be read" in messages


@pytest.mark.parametrize("cached", [False, True])
def test_nothing_is_read_through_a_link_that_leads_out(docs: Path, cached: bool) -> None:
    catalog = Catalog.read(docs, cached=cached)
    assert [operation.uid for operation in catalog.operations] == ["v1Parcel"]
    assert [f"{f.path} {f.code}" for f in catalog.findings if f.code == "CS017"] == [
        "gone.md CS017",
        "page.md CS017",
    ]
    assert read_toc(docs, {}) is None


def test_docs_ci_has_a_finding_for_each(docs: Path) -> None:
    findings = check(docs, Selection.of(["CS017"])).findings
    assert [f"{f.path}:{f.line}" for f in findings] == [
        "folder:1",
        "gone.md:1",
        "index.md:3",
        "page.md:1",
        "part.txt:1",
        "toc.yml:1",
    ]
    assert {f.hint for f in findings} == {"Put a copy of the file into the docs directory."}
    assert findings[0].message == (
        "`folder` is a link that leads out of the docs directory; it is left out."
    )


@pytest.mark.parametrize(
    "form", ["text", "json", "sarif", "junit", "github", "gitlab", "markdown", "html"]
)
def test_no_report_shows_what_is_elsewhere(docs: Path, form: str) -> None:
    code, output, messages = run(docs.parent, "check", "--docs", "docs", "--format", form)
    assert code == 1
    assert "CS017" in output
    assert WORD not in output + messages


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "openapi"),
        ("export", "model"),
        ("samples", "--out", "programs"),
        ("init", "--dry-run"),
    ],
)
def test_no_command_takes_it_up(docs: Path, arguments: tuple[str, ...]) -> None:
    code, output, messages = run(docs.parent, *arguments, "--docs", "docs")
    assert code == 0, messages
    assert WORD not in output + messages
    written = docs.parent / "programs"
    assert not [f for f in written.rglob("*") if WORD.encode() in f.name.encode()]


def test_a_model_has_only_the_own_page(docs: Path) -> None:
    _, output, _ = run(docs.parent, "export", "model", "--docs", "docs")
    uids = [json.loads(line).get("uid") for line in output.splitlines()]
    assert "v1Parcel" in uids


def test_an_engine_without_plugin_includes_nothing_of_it(docs: Path) -> None:
    md = Markdown(
        extensions=["callsheet"], extension_configs={"callsheet": {"docs_dir": str(docs)}}
    )
    html = md.convert("# A\n\n[!include[x](part.txt)]\n\n<!-- callsheet: operations -->\n")
    assert "own/parcel" in html
    assert WORD not in html


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("pipe.md", "`pipe.md` is not a regular file."),
        ("pipe.png", "`pipe.png` is not a regular file."),
    ],
)
def test_a_build_does_not_wait_for_a_pipe(tmp_path: Path, name: str, told: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(PluginError, match=told):
        _publishes(tmp_path)


def test_a_build_names_a_file_whose_name_is_no_utf8(tmp_path: Path) -> None:
    try:
        Path(tmp_path, os.fsdecode(b"\xff.md")).touch()
    except OSError:
        pytest.skip("this file system has names in UTF-8 alone")
    with pytest.raises(PluginError, match=r"`\\udcff.md` is not valid UTF-8. Rename it."):
        _publishes(tmp_path)


def _publishes(docs: Path) -> list[str]:
    """Return the files of a site, or raise what a build of it raises."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(docs), "plugins": []})
    config.validate()
    files = get_files(config)
    assert not [*remove_links_out(files, config)]
    return [file.src_uri for file in files]
