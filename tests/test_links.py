"""What a page refers to, and where that leads."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.catalog.links import check_references, resolve
from callsheet.paths import climbs_out, join
from callsheet.source.document import read_document
from callsheet.source.links import read_links

Found = list[tuple[str, str, str, int]]


def links(text: str) -> Found:
    found = read_links(read_document(text.encode()))
    return [(link.kind.value, link.target, link.fragment, link.span.start) for link in found]


def tree(folder: Path, pages: dict[str, str]) -> Catalog:
    for name, text in pages.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Catalog.read(folder, cached=False)


def complaints(folder: Path, pages: dict[str, str]) -> list[str]:
    findings = resolve(tree(folder, pages)).findings
    return [f"{found.path}:{found.line} {found.code} {found.message}" for found in findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See <xref:fleet.Ship>.", ("xref", "fleet.Ship", "")),
        ("See <XREF:fleet.Ship#crew>.", ("xref", "fleet.Ship", "crew")),
        ("<xref:fleet.Ship?text=The+ship>", ("xref", "fleet.Ship", "")),
        ('<xref:"a ship">', ("xref", "a ship", "")),
        ("<xref:List%601>", ("xref", "List`1", "")),
        ("[the ship](xref:fleet.Ship)", ("xref", "fleet.Ship", "")),
        ("[save](xref:Save(int,string))", ("xref", "Save(int,string)", "")),
        ("[the ship]\n\n[the ship]: xref:fleet.Ship", ("xref", "fleet.Ship", "")),
        ('A @"a ship" here', ("xref", "a ship", "")),
        ("A @'fleet.Ship' here", ("xref", "fleet.Ship", "")),
        ("A @fleet.Ship.", ("mention", "fleet.Ship", "")),
        ("A (@fleet.Ship), there", ("mention", "fleet.Ship", "")),
        ("A *@fleet.Ship* there", ("mention", "fleet.Ship", "")),
        ("A @Save(System.String) there", ("mention", "Save(System.String)", "")),
        ("A @fleet:Ship!! there", ("mention", "fleet:Ship", "")),
        ("[a](../b.md#c)", ("file", "../b.md", "c")),
        ("![a](~/img/b.png)", ("file", "~/img/b.png", "")),
        ("[a](<b c.md> 'title')", ("file", "b c.md", "")),
        ("[a](b%20c.md?x=1)", ("file", "b c.md", "")),
        ("[a](b\\_c.md)", ("file", "b_c.md", "")),
        ("[a][x]\n\n[x]: b.md", ("file", "b.md", "")),
        ("| [a](b.md) |\n|---|\n| x |", ("file", "b.md", "")),
        ("## [a](b.md)", ("file", "b.md", "")),
        ("> * [a](b.md)", ("file", "b.md", "")),
        ("[!include[a](b.md)]", ("include", "b.md", "")),
        ("Text [!INCLUDE [a *b*](<b.md>)] text", ("include", "b.md", "")),
        ("[!include-[a](..\\b.md 'title')]", ("include", "../b.md", "")),
    ],
)
def test_a_reference_is_read(text: str, expected: tuple[str, str, str]) -> None:
    assert [found[:3] for found in links(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "mail me@example.org or <me@example.org>, first.last+tag@example.org",
        "`@ship` and ``<xref:ship>`` and `[a](b.md)`",
        "```\n[a](b.md) @ship [!include[a](b.md)]\n```",
        "    [a](b.md) @ship",
        "* item\n\n  ```\n  [a](b.md)\n  ```",
        "> ~~~\n> @ship\n> ~~~",
        "<!-- [a](b.md) @ship -->",
        "<a href='b.md' title='@ship'>x</a>",
        "<div>\n[a](b.md)\n</div>",
        r"\@ship \<xref:ship> \[a](b.md)",
        "[a](https://x.org/b.md) [b](mailto:me@x.org) [c](#d) [d](/e.md) [e](//x.org/y.md)",
        "[a](?x=1) [b]() @1 @ @- foo](bar",
        "---\nmail: '@ship [a](b.md)'\n---\n",
        "[^1]: b.md",
    ],
)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    assert [found for found in links(text) if found[1] not in ("", "bar")] == []


def test_a_reference_knows_its_line() -> None:
    text = "---\nuid: a\n---\n\n# H\n\nx [a](b.md)\n[c](d.md) <xref:e>\n\n* @f\n"
    assert [found[3] for found in links(text)] == [7, 8, 8, 10]


def test_a_code_span_ends_with_its_block() -> None:
    assert len(links("| ` | [a](b.md) |\n|---|---|\n| ` | [c](d.md) |\n")) == 2
    assert len(links("a `\n\n[a](b.md) `\n")) == 1


@pytest.mark.parametrize(
    "text",
    ["`", "` `` ", "[!include[", "](", "@a.", "<a", "<!--", "<xref:", "[a]:", "](a", '@"a', "[!"],
)
def test_text_that_goes_on_forever_is_read_in_time(text: str) -> None:
    document = read_document((text * 100_000).encode())
    start = time.thread_time()
    read_links(document)
    assert time.thread_time() - start < 5


@pytest.mark.parametrize(
    ("folder", "target", "path"),
    [
        ("a/b", "c.md", "a/b/c.md"),
        ("a/b", "../c.md", "a/c.md"),
        ("a/b", "~/c.md", "c.md"),
        ("a/b", "/c.md", "c.md"),
        ("a", "../../../../etc/c.md", "etc/c.md"),
        ("", "./x/../c.md", "c.md"),
        ("", "..", ""),
    ],
)
def test_a_path_stays_in_the_tree(folder: str, target: str, path: str) -> None:
    assert join(folder, target) == path


def test_a_climbing_path_is_known() -> None:
    assert climbs_out("a", "../../b.md")
    assert not climbs_out("a/b", "../../b.md")
    assert climbs_out("", "a/../../b.md")


def test_what_leads_nowhere_is_found(tmp_path: Path) -> None:
    pages = {
        "a.md": "---\nuid: ship.a\n---\n\n<xref:ship.a> @ship.a @nobody <xref:gone>\n",
        "f/b.md": "[a](../a.md) [c](c.md)\n\n![i](i.png) [!include[x](../x.txt)]\n",
    }
    assert complaints(tmp_path, pages) == [
        "a.md:5 CS013 No page has the uid `gone`.",
        "f/b.md:1 CS014 There is no page `f/c.md`.",
        "f/b.md:3 CS015 There is no file `x.txt` to include.",
    ]


def test_what_the_site_generates_is_there(tmp_path: Path) -> None:
    catalog = tree(tmp_path, {"a.md": "[b](types/b.md)"})
    assert [found.code for found in resolve(catalog).findings] == ["CS014"]
    assert not resolve(catalog, {"types/b.md"}).findings


def test_a_uid_belongs_to_the_first_page_that_has_it(tmp_path: Path) -> None:
    catalog = tree(tmp_path, dict.fromkeys(("b.md", "a.md"), "---\nuid: x\n---\n"))
    assert resolve(catalog).by_uid["x"].path == "a.md"


def test_include_cycles_are_found_once(tmp_path: Path) -> None:
    pages = {
        "a.md": "[!include[](b.md)]\n",
        "b.md": "x\n\n[!include[](c.md)]\n[!include[](d.md)]\n",
        "c.md": "[!include[](~/b.md)]\n",
        "d.md": "[!include[](d.md)]\n",
        "e.md": "[!include[](a.md)]\n[!include[](b.md)]\n",
    }
    assert complaints(tmp_path, pages) == [
        "c.md:1 CS016 `b.md` includes this page in turn.",
        "d.md:1 CS016 `d.md` includes this page in turn.",
    ]


def test_a_long_chain_of_includes_is_no_cycle(tmp_path: Path) -> None:
    pages = {f"{n:04}.md": f"[!include[](<{n + 1:04}.md>)]\n" for n in range(2000)}
    assert complaints(tmp_path, {**pages, "2000.md": "end\n"}) == []


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_symbolic_link_out_of_the_tree_is_not_included(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "way.txt").symlink_to(tmp_path / "secret.txt")
    assert complaints(docs, {"a.md": "[!include[](way.txt)]\n"}) == [
        "a.md:1 CS017 `way.txt` is a link to a file outside of the docs directory."
    ]


@pytest.mark.parametrize("target", ["a%00b", "x" * 990, "~/", "..", "~"])
def test_a_strange_path_is_no_file(tmp_path: Path, target: str) -> None:
    (found,) = complaints(tmp_path, {"a.md": f"[!include[](<{target}>)]\n"})
    assert "CS015" in found


def test_one_function_checks_links_and_tables_of_contents(tmp_path: Path) -> None:
    catalog = tree(tmp_path, {"a.md": "<xref:x>\n", "toc.yml": "- name: B\n  href: b.md\n"})
    found = check_references(catalog)
    assert [str(each).split(" ", 2)[:2] for each in found] == [
        ["a.md:1:1:", "CS013"],
        ["toc.yml:2:1:", "CS019"],
    ]


def test_the_outside_pages_have_no_broken_reference(shared: Path) -> None:
    assert check_references(Catalog.read(shared / "corpus", cached=False)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">" * 100_000 + " @x", []),
        ("> " * 50_000 + "@x", []),
        ("- @x\n\n- " + " " * 100_000 + "y", [("mention", "x", "", 1)]),
        ("- @x\n\n" + "- " * 50_000 + "y", [("mention", "x", "", 1)]),
        ("@a" + ")" * 100_000, [("mention", "a", "", 1)]),
        ("@a" + ")*" * 50_000, [("mention", "a", "", 1)]),
    ],
    ids=[">", "> ", "spaces", "items", "brackets", "brackets and stars"],
)
def test_long_runs_of_marks_take_no_time(text: str, expected: Found) -> None:
    # Anything that looks at each part of a run for each other one takes minutes here.
    assert [found for found in links(text) if expected or found[1] != "x"] == expected
