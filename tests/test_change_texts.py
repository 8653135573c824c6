"""What has changed between versions, in the languages of a site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from callsheet.catalog.collected import read_collected
from callsheet.diff import Change, DocsTree, Level, compare
from callsheet.diff.model import ChangeLocation, Kind, Side, Sides
from callsheet.render.languages import built_in_languages, read_language
from callsheet.render.phrases import SiteLanguage, use_language
from callsheet.site.generated import change_texts
from tests.harbours import write_harbours
from tests.test_docs_collections import configured


@pytest.fixture
def german() -> Iterator[None]:
    use_language(read_language("de"))
    yield
    use_language(SiteLanguage())


def change(kind: str, sides: Sides | None = None, message: str = "A sentence.") -> Change:
    place = ChangeLocation(Side.NEW, "page.md", 1)
    return Change(Level.BREAKING, Kind(kind), "uid", "GET /x", place, message, sides)


@pytest.mark.parametrize(
    ("kind", "sides", "expected"),
    [
        (
            "response-property-added",
            Sides("the response property `Length` of `404` in `text/xml`"),
            "Antworteigenschaft `Length` (`404`, `text/xml`): neu",
        ),
        (
            "response-body-removed",
            Sides("the response body of `200`"),
            "Antwort-Body (`200`): entfallen",
        ),
        (
            "request-property-limit-tightened",
            Sides("the lower limit of each item of the request property `a`", "", "at least 3"),
            "Anfrageeigenschaft `a`, jedes Element, Untergrenze: — → mindestens 3",
        ),
        (
            "parameter-type-changed",
            Sides("the type of the query parameter `q`", "`int32`", "`e` with the values `a`, `b`"),
            "Abfrageparameter `q`, Typ: `int32` → `e`: `a`, `b`",
        ),
        (
            "parameter-value-removed",
            Sides("the value `the end of the day` of the query parameter `q`"),
            "Abfrageparameter `q`, Wert `the end of the day`: entfallen",
        ),
        (
            "parameter-required",
            Sides("the path parameter `id`", "optional", "required"),
            "Pfadparameter `id`: optional → erforderlich",
        ),
        (
            "security-added",
            Sides("the security requirement `key` (`read`) and `token`"),
            "Sicherheitsanforderung `key` (`read`, `token`): neu",
        ),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("german")
def test_a_change_is_a_label_and_two_sides(kind: str, sides: Sides, expected: str) -> None:
    assert change_texts.message(change(kind, sides)) == expected


@pytest.mark.parametrize(
    ("kind", "message", "expected"),
    [
        ("operation-removed", "The operation `GET /x` is gone.", "Operation `GET /x`: entfallen"),
        (
            "type-property-added",
            "The property `Zeal` of the type `Label` is new, which reaches `List`.",
            "Eigenschaft `Zeal`: neu",
        ),
        (
            "type-property-value-added",
            "The property `Kind` of the type `Label` can now be `Huge`, which reaches `List`.",
            "Eigenschaft `Kind`, Wert `Huge`: neu",
        ),
        (
            "type-property-limit-tightened",
            "The property `Rank` of the type `Person` is at most 4 now, and was at most 5.",
            "Eigenschaft `Rank`, Grenze: geändert",
        ),
        (
            "type-property-not-nullable",
            "The property `Title` of the type `Person` is never null now.",
            "Eigenschaft `Title`: nie null",
        ),
    ],
)
@pytest.mark.usefixtures("german")
def test_a_change_without_sides_says_what_its_kind_says(
    kind: str, message: str, expected: str
) -> None:
    assert change_texts.message(change(kind, None, message)) == expected


def test_english_has_the_sentences_of_the_command() -> None:
    assert change_texts.message(change("method-changed")) == "A sentence."
    assert change_texts.level_name(Level.BREAKING) == "breaking"


@pytest.mark.parametrize("tag", [tag for tag in built_in_languages() if tag != "en"])
def test_nothing_of_a_page_of_changes_is_english(tag: str, tmp_path: Path) -> None:
    write_harbours(tmp_path)
    configuration = configured(tmp_path)
    found = read_collected(configuration.docs, configuration.collections)
    by_name = {each.collection.name: DocsTree(each, "") for each in found}
    # Versions, and two APIs that have little in common.
    pairs = [("ships1", "ships2"), ("ships1", "customs"), ("customs", "ships2")]
    changes = [c for old, new in pairs for c in compare(by_name[old], by_name[new]).changes]
    changes = [each for each in changes if each.level is not Level.TEXT]
    assert len(changes) > 5
    use_language(read_language(tag))
    try:
        for each in changes:
            said = re.sub(r"`[^`]*`", "", change_texts.message(each))
            assert not re.search(r"\b(the|of|is|was|has|gone|no longer)\b", said), said
    finally:
        use_language(SiteLanguage())
