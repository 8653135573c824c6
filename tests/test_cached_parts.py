"""Parts of documents are made again when anything they depend on has changed, and only then."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.cache.encoded import encode
from callsheet.cache.parts import cached_parts
from tests.caches import DAMAGES, damage

PAGES = {"near/one.md": "1", "near/two.md": "2", "far/three.md": "3"}


def made(
    file: Path,
    digests: dict[str, str],
    *,
    base: bytes = b"base",
    about: object = "",
    uid: str = "A",
) -> list[str]:
    """Ask for a part of each page, and return the pages whose parts were made."""
    found: list[str] = []
    with cached_parts(file, "openapi.json", base, digests) as keep:
        for path in PAGES:
            value = {"of": [path, 1.5, None, "\u2028\n\t\ud800"]}

            def make(path: str = path, text: str = encode(value)) -> list[str]:
                found.append(path)
                return ["1", text]

            assert [*map(json.loads, keep(path, uid, about, make))] == [1, value]
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "parts.sqlite"
    assert made(file, PAGES) == [*PAGES]
    assert made(file, PAGES) == []
    return file


def test_an_edited_page_has_its_part_made_again(file: Path) -> None:
    edited = {**PAGES, "near/two.md": "edited"}
    assert made(file, edited) == ["near/two.md"]
    assert made(file, edited) == []
    assert made(file, PAGES) == ["near/two.md"]


@pytest.mark.parametrize("other", [{"base": b"other"}, {"about": ("tag", None)}, {"uid": "B"}])
def test_all_that_parts_depend_on_counts(file: Path, other: dict[str, Any]) -> None:
    assert made(file, PAGES, **other) == [*PAGES]
    assert made(file, PAGES, **other) == []


def test_a_page_that_may_not_be_cached_is_not(file: Path) -> None:
    assert made(file, {}) == made(file, {}) == [*PAGES]


def test_parts_of_pages_that_are_gone_are_dropped(file: Path) -> None:
    left = {"near/one.md": "1", "far/three.md": "3"}
    made(file, {**left, "near/one.md": "edited"})
    assert made(file, PAGES) == ["near/one.md", "near/two.md"]


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_no_fault(file: Path, kind: str) -> None:
    damage(file, kind)
    # Whoever finds the damage may remove the file at the end.
    for _ in range(2):
        assert {*made(file, PAGES)} <= {*PAGES}
    assert made(file, PAGES) == []


def test_documents_do_not_share_parts(file: Path) -> None:
    with cached_parts(file, "other.json", b"base", PAGES) as keep:
        assert keep("near/one.md", "A", "", lambda: ["other"]) == ["other"]
    assert made(file, PAGES) == []
