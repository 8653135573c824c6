"""The rules about a whole tree: what pages say of each other's subjects, and who reaches them."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.rules.specimen import PATH, parcel_page, specimen
from callsheet.findings import Finding
from tests.checks.trees import broken, checked

WORDS = ("Weigh", "Send", "Count", "Open")


def page_of(word: str) -> str:
    return f"Depot/v1Parcel_{word}.md"


def found(folder: Path, pages: dict[str, str]) -> list[Finding]:
    outcome = checked(folder, pages, select=("CS01", "CS60"))
    assert outcome.faults == ()
    return list(outcome.findings)


def only(folder: Path, pages: dict[str, str], code: str) -> Finding:
    findings = found(folder, pages)
    assert [finding.code for finding in findings] == [code], findings
    return findings[0]


def marked(folder: Path, finding: Finding) -> str:
    line = (folder / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]
    return line[finding.column - 1 : finding.end_column - 1]


def alike(**changes: str) -> dict[str, str]:
    """Pages that agree in all, and others by word."""
    return {page_of(word): parcel_page(word) for word in WORDS} | {
        page_of(word): text for word, text in changes.items()
    }


def test_pages_that_agree_have_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, alike()) == []


def test_the_page_that_gives_a_property_another_type_is_found(tmp_path: Path) -> None:
    odd = parcel_page("Count", rows={"Weight": ("double", "Its weight in grams.", "1.5")})
    finding = only(tmp_path, alike(Count=odd), "CS602")
    assert finding.path == page_of("Count")
    assert marked(tmp_path, finding) == "double"
    assert finding.related[0].path != finding.path
    assert "`int32`" in finding.message


def test_of_two_pages_the_one_whose_example_disagrees_is_wrong(tmp_path: Path) -> None:
    wrong = parcel_page("Zip", rows={"ParcelId": ("string", "Its number.", '"7"')})
    pages = {
        page_of("Zip"): wrong.replace("Parcel\n", "Bag\n").replace(
            '"ParcelId": "7"', '"ParcelId": 7'
        ),
        page_of("Ant"): parcel_page("Ant").replace("Parcel\n", "Bag\n"),
    }
    assert only(tmp_path, pages, "CS602").path == page_of("Zip")


def test_a_property_in_another_spelling_is_found_at_its_row(tmp_path: Path) -> None:
    odd = parcel_page("Count").replace("| Fragile |", "| Fragle |")
    finding = only(tmp_path, alike(Count=odd), "CS602")
    assert (finding.path, marked(tmp_path, finding)) == (page_of("Count"), "Fragle")


def test_a_property_that_one_page_lacks_is_found_there(tmp_path: Path) -> None:
    odd = parcel_page("Count").replace("| Fragile | bool | Whether it breaks easily. |\n", "")
    finding = only(tmp_path, alike(Count=odd), "CS602")
    assert finding.path == page_of("Count")
    assert "`Fragile`" in finding.message


def test_a_table_of_another_type_is_found_at_its_heading(tmp_path: Path) -> None:
    odd = parcel_page("Count", rows={"Total": ("int32", "How many there are.", "3")})
    finding = only(tmp_path, alike(Count=odd), "CS601")
    assert (finding.path, marked(tmp_path, finding)) == (page_of("Count"), "Parcel")


def test_other_types_may_have_properties_of_the_same_name(tmp_path: Path) -> None:
    odd = parcel_page("Count", rows={"Weight": ("double", "Its weight in grams.", "1.5")})
    other = odd.replace("Response body: Parcel", "Response body: Bag")
    assert found(tmp_path, alike(Count=other)) == []


def test_a_path_parameter_of_another_type_is_found(tmp_path: Path) -> None:
    pages = {page_of(word): parcel_page(word, parcel="int32") for word in WORDS}
    pages[page_of("Open")] = parcel_page("Open", parcel="string")
    finding = only(tmp_path, pages, "CS603")
    assert (finding.path, marked(tmp_path, finding)) == (page_of("Open"), "string")


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("| sort | Enum: Up, Dwon | The order. |", "Enum: Up, Dwon"),
        ("| sort | string | The order. |", "string"),
        ("| sort | Enum: Up, Down | The order. **Required** |", "**Required**"),
    ],
)
def test_a_query_parameter_that_differs_is_found(tmp_path: Path, row: str, place: str) -> None:
    usual = "| sort | Enum: Up, Down | The order. |"
    pages = {page_of(word): parcel_page(word, query=usual) for word in WORDS}
    pages[page_of("Open")] = parcel_page("Open", query=row)
    finding = only(tmp_path, pages, "CS603")
    assert (finding.path, marked(tmp_path, finding)) == (page_of("Open"), place)


def test_two_against_one_is_no_majority(tmp_path: Path) -> None:
    usual = "| sort | string | The order. |"
    pages = {page_of(word): parcel_page(word, query=usual) for word in WORDS[:2]}
    pages[page_of("Open")] = parcel_page("Open", query="| sort | int32 | The order. |")
    assert found(tmp_path, pages) == []


def test_a_name_that_one_page_spells_otherwise_is_found(tmp_path: Path) -> None:
    pages = {
        page: text.replace(
            "| Authorization | Who", "| Acme-Language | Its language. |\n| Authorization | Who"
        )
        for page, text in alike().items()
    }
    pages[page_of("Open")] = pages[page_of("Open")].replace("Acme-Language", "Acme-Langauge")
    finding = only(tmp_path, pages, "CS604")
    assert marked(tmp_path, finding) == "Acme-Langauge"
    # It may be another header, so that there is no edit.
    assert finding.fix == ()


def test_names_with_numbers_are_names_of_their_own(tmp_path: Path) -> None:
    pages = {page_of(w): parcel_page(w, query="| line1 | string | It. |") for w in WORDS}
    pages[page_of("Open")] = parcel_page("Open", query="| line2 | string | It. |")
    assert found(tmp_path, pages) == []


def test_short_words_that_begin_otherwise_are_names_of_their_own(tmp_path: Path) -> None:
    pages = {page_of(w): parcel_page(w, query="| sort | string | It. |") for w in WORDS}
    pages[page_of("Open")] = parcel_page("Open", query="| port | string | It. |")
    assert found(tmp_path, pages) == []
    pages[page_of("Open")] = parcel_page("Open", query="| sotr | string | It. |")
    assert "CS604" in {finding.code for finding in found(tmp_path, pages)}


def test_a_page_that_no_table_of_contents_has_is_found(tmp_path: Path) -> None:
    toc = "- name: Parcels\n  href: index.md\n- name: Change\n  href: Depot/v1Parcel_Change.md\n"
    finding = only(tmp_path, {"toc.yml": toc, page_of("Open"): parcel_page("Open")}, "CS605")
    assert (finding.path, marked(tmp_path, finding)) == (page_of("Open"), "title: Open a parcel")
    assert finding.related[0].path == "toc.yml"


def test_includes_and_notes_for_the_keepers_need_no_entry(tmp_path: Path) -> None:
    pages = {
        "toc.yml": "- href: index.md\n- href: Depot/v1Parcel_Change.md\n",
        "README.md": "# For those who keep this\n",
        "includes/part.md": "A part.\n",
        "parts/other.md": "Another part.\n",
        "index.md": "# Parcels\n\n[!include[part](parts/other.md)]\n",
    }
    assert found(tmp_path, pages) == []


def test_without_a_table_of_contents_all_pages_are_reached(tmp_path: Path) -> None:
    assert found(tmp_path, {page_of("Open"): parcel_page("Open")}) == []


def test_an_overview_that_lacks_one_operation_is_found(tmp_path: Path) -> None:
    listed = "".join(f"- [{word}](v1Parcel_{word}.md)\n" for word in (*WORDS, "Change"))
    pages = alike() | {"Depot/index.md": f"# Parcels\n\n{listed}"}
    assert found(tmp_path, pages) == []
    pages["Depot/index.md"] = pages["Depot/index.md"].replace("- [Send](v1Parcel_Send.md)\n", "")
    assert only(tmp_path, pages, "CS606").path == page_of("Send")


def test_an_overview_that_lists_few_means_no_list(tmp_path: Path) -> None:
    assert found(tmp_path, alike() | {"Depot/index.md": "# P\n\n[Send](v1Parcel_Send.md)\n"}) == []


def test_a_route_that_begins_otherwise_is_found(tmp_path: Path) -> None:
    finding = only(tmp_path, alike(Sort=parcel_page("Sort", depot="Dept")), "CS607")
    assert (finding.path, marked(tmp_path, finding)) == (page_of("Sort"), "/api/v1/Dept")


def test_a_description_that_was_lost_is_found(tmp_path: Path) -> None:
    odd = parcel_page("Count", rows={"Weight": ("int32", "", "1200")})
    finding = only(tmp_path, alike(Count=odd), "CS608")
    assert (finding.path, finding.line) == (
        page_of("Count"),
        odd.split("| Weight")[0].count("\n") + 1,
    )


def test_a_name_that_is_never_described_is_one_finding(tmp_path: Path) -> None:
    pages = {
        page_of(f"Do{n}"): parcel_page(
            f"Do{n}", rows={"Label": ("string", "Its.", '"a"'), "Tag": ("string", "", '"b"')}
        )
        for n in range(12)
    }
    findings = [f for f in found(tmp_path, pages) if f.code == "CS609"]
    assert ["12 rows" in finding.message for finding in findings] == [True]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("See [it](v1Nowhere.md).", "CS014", "v1Nowhere.md"),
        ("See <xref:v1Nowhere>.", "CS013", "v1Nowhere"),
        ("See [it](xref:v1Nowhere).", "CS013", "v1Nowhere"),
        ("[!include[it](../nowhere.md)]", "CS015", "nowhere.md"),
    ],
)
def test_what_leads_nowhere_is_found_with_its_columns(
    tmp_path: Path, text: str, code: str, place: str
) -> None:
    page = broken("Changes what is known", f"{text}\n\nChanges what is known")
    finding = only(tmp_path, {"Depot/v1Parcel_Change.md": page}, code)
    assert marked(tmp_path, finding) == place


def links(folder: Path, text: str, **pages: str) -> list[tuple[str, str]]:
    """What is found of links in a text: the codes, and the texts that they mark."""
    page = broken("Changes what is known", f"{text}\n\nChanges what is known")
    others = {name.replace("_", "/", 1) + ".md": text for name, text in pages.items()}
    outcome = checked(folder, {PATH: page, **others}, select=("CS02",))
    return [(finding.code, marked(folder, finding)) for finding in outcome.findings]


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("See [it](Other.md#two).", "CS024", "#two"),
        ("See [it](xref:Other_Page#two).", "CS024", "#two"),
        ("![The way](way.png)", "CS025", "way.png"),
        ("![The way][way]\n\n[way]: media/way.svg", "CS025", "media/way.svg"),
        ('<img alt="way" src="media/way.png">', "CS025", "media/way.png"),
        ("Its [schema](parcel.schema.json).", "CS025", "parcel.schema.json"),
        ("See [it](/guide/parcels.md).", "CS025", "/guide/parcels.md"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(
    tmp_path: Path, text: str, code: str, wrong: str
) -> None:
    other = "---\nuid: Other_Page\n---\n\n# Other\n\n## One\n"
    assert links(tmp_path, text, Depot_Other=other) == [(code, wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "[a](Other.md#one) [b](Other.md#own-id) [c](Other.md#t.w) [d](xref:Other_Page#one)",
        "[a](v1Parcel_Change.md#header-Accept) [b](v1Parcel_Change.md#request-Label)",
        "[a](Other.md#) [b](../index.html) [c](swagger/) [d](schema)",
        "![a](https://www.example.com/way.png) ![b](../../outside.png) <img src='//x.org/a.png'>",
        "`![a](way.png)`\n\n```text\n<img src='way.png'>\n```",
        "![a](there.png) [b](/Depot/Other.md)",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "Depot").mkdir()
    (tmp_path / "Depot" / "there.png").write_bytes(b"")
    other = (
        "---\nuid: Other_Page\n---\n\n# Other\n\n## *One*\n\n## Two { #own-id }\n\n<a name=t.w></a>"
    )
    assert links(tmp_path, text, Depot_Other=other) == []


def navigated(folder: Path, config: str) -> list[str]:
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    outcome = checked(folder / "docs", select=("CS605",))
    return [f"{finding.path}: {finding.message}" for finding in outcome.findings]


def test_a_page_that_the_nav_of_mkdocs_lacks_is_found(tmp_path: Path) -> None:
    found = navigated(tmp_path, "nav:\n  - Parcels:\n      - index.md\n")
    assert found == [f"{PATH}: The `nav` of `mkdocs.yml` does not lead to `{PATH}`."]


@pytest.mark.parametrize("plugins", ["5", "[[1], 3, null, {1: 2}]", "{callsheet: [1]}"])
def test_plugins_that_are_no_plugins_do_not_hide_the_nav(tmp_path: Path, plugins: str) -> None:
    found = navigated(tmp_path, f"nav: [index.md]\nplugins: {plugins}\n")
    assert found == [f"{PATH}: The `nav` of `mkdocs.yml` does not lead to `{PATH}`."]


@pytest.mark.parametrize(
    "config",
    [
        f"nav:\n  - index.md\n  - Change: {PATH}\n",
        "site_name: Parcels\n",
        "nav: [index.md]\nplugins: [literate-nav]\n",
        "nav: [index.md]\ndocs_dir: elsewhere\n",
        "nav: [",
    ],
)
def test_a_nav_that_has_all_pages_or_is_not_of_these_docs_has_no_finding(
    tmp_path: Path, config: str
) -> None:
    assert navigated(tmp_path, config) == []


def test_one_description_among_many_empty_ones_is_no_rule_for_them(tmp_path: Path) -> None:
    words = [f"Word{number}" for number in range(12)]
    row = ("string", "", '"x"')
    pages = {page_of(word): parcel_page(word, rows={"Extra": row}) for word in words}
    told = parcel_page("Zip", rows={"Extra": ("string", "More of it.", '"x"')})
    found = checked(tmp_path, {**pages, page_of("Zip"): told}, select=("CS608", "CS609")).findings
    assert [finding.code for finding in found] == ["CS609"]


def test_the_copy_whose_route_was_forgotten_is_the_duplicate(tmp_path: Path) -> None:
    # The copy comes first in the order of the pages.
    copied = broken("v1Parcel_Change", "v1Letter_Send")
    found = checked(tmp_path, {"Archive/v1Letter_Send.md": copied}, select=("CS021",)).findings
    assert [finding.path for finding in found] == ["Archive/v1Letter_Send.md"]
    other = {"Zoo/v1Letter_Post.md": broken("v1Parcel_Change", "v1Letter_Post")}
    found = checked(tmp_path, other, select=("CS021",)).findings
    assert {finding.path for finding in found} == {"Archive/v1Letter_Send.md", *other}


def test_a_link_with_the_title_of_its_page_is_not_blamed_for_the_route(tmp_path: Path) -> None:
    index = "# Parcels\n\n* [GET Depot/{depotId}/Parcel/{parcelId}](Depot/v1Parcel_Change.md)\n"
    page = specimen().replace("Change a parcel", "GET Depot/{depotId}/Parcel/{parcelId}")
    found = checked(tmp_path, {PATH: page, "index.md": index}, select=("CS1",)).findings
    assert {finding.path for finding in found} == {PATH}


def test_a_description_that_a_type_lacks_on_several_pages_is_one_finding(tmp_path: Path) -> None:
    rows = {"Weight": ("int32", "", "1200")}
    odd = {word: parcel_page(word, rows=rows) for word in ("Count", "Sort")}
    more = {f"Do{n}": parcel_page(f"Do{n}") for n in range(8)}
    finding = only(tmp_path, alike(**odd, **more), "CS608")
    assert [place.path for place in finding.related[1:]] == [page_of("Sort")]


def test_parameters_that_no_page_describes_are_one_finding(tmp_path: Path) -> None:
    query = "".join(f"| by{number} | string | |\n" for number in range(40))
    pages = {page_of(word): parcel_page(word, query=query) for word in ("Count", "Sort")}
    findings = checked(tmp_path, pages, select=("CS216", "CS230")).findings
    assert [finding.code for finding in findings] == ["CS230"]
    assert "79 others" in findings[0].message


def test_routes_of_pages_in_no_folder_are_not_compared(tmp_path: Path) -> None:
    pages = {f"{word}.md": parcel_page(word) for word in ("A", "B", "C", "D", "E")}
    pages["F.md"] = parcel_page("F", depot="Harbour")
    assert checked(tmp_path, pages, select=("CS607",)).findings == ()
