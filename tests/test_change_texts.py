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
from tests.test_diff import KEY, PAGES, PLANTED, Planted, compared, edited, thing, write_tree
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
        (
            "parameter-conditions-changed",
            Sides("the conditions of the query parameter `q`", "", "begins with `a`, `b`, not `c`"),
            "Abfrageparameter `q`, Bedingungen: — → beginnt mit `a`, `b`, nicht `c`",
        ),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("german")
def test_a_change_is_a_label_and_two_sides(kind: str, sides: Sides, expected: str) -> None:
    assert change_texts.message(change(kind, sides)) == expected


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("| 1 to 5 |", "| 1 to 4 |", "Eigenschaft `Rank`, Obergrenze: höchstens 5 → höchstens 4"),
        ("| Rank |", "| Grade |", "Eigenschaft `Rank`: entfallen"),
    ],
)
@pytest.mark.usefixtures("german")
def test_a_change_of_a_type_has_both_sides(
    was: str, now: str, expected: str, tmp_path: Path
) -> None:
    old = write_tree(tmp_path / "old", PAGES)
    new = write_tree(tmp_path / "new", edited("types/person.md", was, now))
    assert expected in map(change_texts.message, compared(old, new).changes)


@pytest.mark.usefixtures("german")
def test_a_security_scheme_has_both_sides(tmp_path: Path) -> None:
    url = "tokenUrl: https://x.example"
    schemes = (KEY, f"{{type: oauth2, flows: {{clientCredentials: {{{url}, scopes: {{a: A}}}}}}}}")
    old, new = (
        write_tree(tmp_path / name, {"a.md": thing(front=f"security:\n  - Key: {scheme}\n")})
        for name, scheme in zip(("old", "new"), schemes, strict=True)
    )
    assert change_texts.message(compared(old, new).changes[0]) == (
        "Sicherheitsschema `Key`: Typ `apiKey`, Ort `header`, Name `X-Key` →"
        " Typ `oauth2`, `clientCredentials` Adresse des Tokens `https://x.example`"
    )


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_every_change_for_callers_has_sides(planted: Planted, tmp_path: Path) -> None:
    old = write_tree(tmp_path / "old", PAGES)
    new = write_tree(tmp_path / "new", planted.pages())
    found = [each for each in compared(old, new).changes if each.level is not Level.TEXT]
    assert [each.kind for each in found if each.sides is None] == []


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
