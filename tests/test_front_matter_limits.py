"""Front matter of strangers: texts where texts are meant, and nothing that grows without end."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.rules.specimen import specimen
from callsheet.source import read_page
from callsheet.source.front_matter import (
    FRONT_MATTER,
    FRONT_MATTER_LIMITS,
    read_front_matter,
)
from callsheet.untrusted import UnusableError, load_yaml
from tests.sites import MATERIAL, build

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9)
)
KEYS = ("uid", "id", "title", "description", "tags", "defines", "samples", "search", "status")


def page(key: str, value: str) -> bytes:
    """A correct page with another value of a key."""
    lines = specimen().split("\n")
    end = lines.index("---", 1)
    kept = [line for line in lines[1:end] if not line.startswith(f"{key}:")]
    return "\n".join(["---", f"{key}: {value}", *kept, *lines[end:]]).encode()


@pytest.mark.parametrize("key", ["uid", "id", "title", "description", "defines"])
@pytest.mark.parametrize(
    ("value", "what"), [("[a, b]", "list"), ("[]", "list"), ("{a: b}", "mapping")]
)
def test_a_list_is_no_text(key: str, value: str, what: str) -> None:
    reading = read_page(page(key, value), "a.md")
    [found] = [f for f in reading.findings if f.code == "CS031"]
    assert (found.line, found.message) == (2, f"`{key}` is a {what} where a text belongs.")
    assert reading.operation is not None
    assert key not in reading.operation.front_matter
    assert value not in (reading.page.uid or "") + reading.page.title


def test_tags_are_a_list_of_texts() -> None:
    assert read_page(page("tags", "[a, 1]"), "a.md").findings == ()
    for value in ("[a, [b]]", "{a: b}", "[{a: b}]"):
        assert [f.code for f in read_page(page("tags", value), "a.md").findings] == ["CS031"]


def test_a_number_is_a_text_as_it_is_written() -> None:
    reading = read_page(page("title", "2024"), "a.md")
    assert (reading.page.title, reading.findings) == ("2024", ())


def test_a_page_without_operation_says_it_too() -> None:
    reading = read_page(f"---\n{BOMB}uid: *a8\n---\n\n# A\n".encode(), "a.md")
    assert [(f.code, f.line) for f in reading.findings] == [("CS032", 5)]
    assert reading.page.uid is None


@pytest.mark.slow
def test_a_site_ends_and_shows_none_of_it(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    for key in KEYS:
        (docs / f"{key}.md").write_text(f"---\n{BOMB}{key}: *a8\n---\n\n# Plain\n")
    (docs / "operation.md").write_bytes(
        page("title", "*a8").replace(b"---\n", b"---\n" + BOMB.encode(), 1)
    )
    (docs / "itself.md").write_text("---\ntitle: &a [*a]\n---\n\n# Plain\n")
    cache = tmp_path / "cache"
    for name in ("first", "second"):
        files = build(tmp_path, name, cache=cache)
        pages = {path: content for path, content in files.items() if path.endswith(".html")}
        assert len(pages) > len(KEYS)
        assert max(map(len, pages.values())) < 200_000
        assert not any(b"x, x" in content or b"[[" in content for content in pages.values())
    assert sum(file.stat().st_size for file in cache.iterdir()) < 2_000_000


TOML = """\
+++
title = "Cranes"
date = 2024-05-01
tags = ["port", "lift"]
+++

# Heading

`GET /cranes`
"""


def test_toml_is_read_as_well() -> None:
    reading = read_page(TOML.encode(), "a.md")
    assert (reading.page.title, reading.findings) == ("Cranes", ())
    [operation] = reading.operations
    assert operation.front_matter["date"] == "2024-05-01"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('title = "A"\nb = ?', "CS002", 3),
        # YAML of words alone, which is read without a parser.
        ("title: Cranes", "CS002", 2),
        ("a = " + "[" * 5000, "CS032", 1),
        ("a." * 9000 + "a = 1", "CS032", 1),
        ("a." * 4000 + "a = 1", "CS032", 1),
        ("a = 1" + "0" * 5000, "CS002", 1),
    ],
)
def test_toml_has_limits(text: str, code: str, line: int) -> None:
    found = read_page(f"+++\n{text}\n+++\n\n# A\n".encode(), "a.md").findings
    assert [(f.code, f.line) for f in found] == [(code, line)]


def test_rules_of_another_kind_do_not_end_it() -> None:
    reading = read_page(TOML.replace("+++\n\n", "---\n\n").encode(), "a.md")
    assert reading.page.title == "Heading"


@pytest.mark.slow
def test_a_site_shows_none_of_the_toml(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (tmp_path / "mkdocs.yml").write_text(MATERIAL, encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (docs / "cranes.md").write_text(TOML, encoding="utf-8")
    (docs / "guide.md").write_text('+++\ntitle = "A <guide>"\n+++\nText.\n', encoding="utf-8")
    (docs / "broken.md").write_text("+++\ntitle = [\n+++\n# Broken\n", encoding="utf-8")
    files = build(tmp_path)
    for name in ("cranes", "guide", "broken"):
        assert b"+++" not in files[f"{name}/index.html"]
    assert b"A &lt;guide&gt;" in files["guide/index.html"]
    assert b"Cranes" in files["cranes/index.html"]


@pytest.mark.parametrize(
    "text",
    [
        "title: GET Person/{id}\nuid: v1Person_Get\n",
        *(f"title: {word}\n" for word in ("no", "On", "TRUE", "null", "y", "e3", "nan", "No way")),
        *(f"{key}: a\n" for key in ("on", "Null", "y", "a-b")),
        "title: a # b\n",
        "title: a: b\n",
        "title: a \n",
        "title: a\n  b\n",
        "title: a\n---\nuid: b\n",
        "title: {a}\n",
        "title: a\ntitle: b\n",
        "".join(f"key{n}: a\n" for n in range(10_001)),
        "title: a\nuid: 12\n",
        f"title: {'a' * 300_000}\n",
        f"title: {'a ' * 150_000}a\n",
        f"{'k' * 1100}: a\n",
    ],
)
def test_words_are_read_as_yaml_has_them(text: str) -> None:
    found = FRONT_MATTER.match(f"---\n{text}---\n")
    assert found
    try:
        value = load_yaml(found["yaml"], FRONT_MATTER_LIMITS)
    except UnusableError:
        value = {}
    known = {str(key): item for key, item in value.items()}
    read, flaws = read_front_matter(found)
    assert read == {key: item for key, item in known.items() if key not in {f.key for f in flaws}}
