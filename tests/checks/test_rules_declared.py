"""What front matter and names of examples declare, on one page and on several."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.rules.specimen import PATH, specimen
from tests.checks.offences import broken, offences
from tests.checks.trees import checked, copy

UID = "uid: v1Parcel_Change"
HEAD = "| Property Name | Type | Description |\n| --- | --- | --- |\n"


def declared(line: str, *families: str) -> list[str]:
    return [code for code, _ in offences(broken((UID, f"{UID}\n{line}")), *families)]


def defining(name: str, rows: str) -> str:
    return f"---\ndefines: {name}\n---\n\n# Page\n\n{rows}"


@pytest.mark.parametrize(
    "samples", ["x", "{path: 5}", "{query: {zz: 1}}", "{path: {nobody: 1}}", "{other: 1}"]
)
def test_samples_choose_what_there_is(samples: str) -> None:
    assert declared(f"samples: {samples}", "CS327") == ["CS327"]


@pytest.mark.parametrize(
    "samples",
    ["{path: {depotId: south}}", "{query: {notify: true, Notify: null}}", "{headers: {X-A: 1}}"],
)
def test_samples_may_choose_what_there_is(samples: str) -> None:
    assert declared(f"samples: {samples}", "CS327") == []


def test_samples_may_choose_a_key_in_the_query() -> None:
    key = "security: [{k: {type: apiKey, in: query, name: api_key}}]"
    assert declared(f"{key}\nsamples: {{query: {{api_key: x}}}}", "CS327") == []


@pytest.mark.parametrize("servers", ["[not a url]", "[ftp://x]", "['']", "[{url: here}]"])
def test_a_server_has_an_address(tmp_path: Path, servers: str) -> None:
    text = broken((UID, f"{UID}\nservers: {servers}"))
    found = [finding.code for finding in checked(tmp_path, {PATH: text}).findings]
    assert found == ["CS029"]


@pytest.mark.parametrize(
    "servers",
    ["[https://a.example/v1]", "[/v1]", "['https://{tenant}.a.example']", "['{base}/v1']"],
)
def test_a_server_may_have_variables(tmp_path: Path, servers: str) -> None:
    text = broken((UID, f"{UID}\nservers: {servers}"))
    assert checked(tmp_path, {PATH: text}).findings == ()


def test_an_operation_id_is_that_of_one_page(tmp_path: Path) -> None:
    pages = {
        f"Depot/v1Parcel_Change{number}.md": copy(number).replace(
            "\n---\n\n#", "\noperationId: change\n---\n\n#"
        )
        for number in (1, 2)
    }
    found = checked(tmp_path, pages).findings
    assert [(f.code, f.path) for f in found if f.code == "CS034"] == [
        ("CS034", "Depot/v1Parcel_Change2.md")
    ]


@pytest.mark.parametrize(("fence", "first"), [("```http!\n", "http!"), ("```http_\n", "http_")])
def test_an_example_has_a_name_of_its_own(fence: str, first: str) -> None:
    start = specimen().index(fence)
    whole = specimen()[start : specimen().index("\n```\n", start) + 5]
    named = whole.replace(fence, f'```{first} title="One"\n')
    other = whole.replace(fence, f'```{first} title="Other"\n')
    twice = broken((whole, f"{named}\n{named}"))
    assert offences(twice, "CS535") == [("CS535", "One")]
    assert offences(broken((whole, f"{named}\n{other}")), "CS535") == []
    assert offences(broken((whole, f"{whole}\n{whole}")), "CS535") == []


@pytest.mark.parametrize(
    ("name", "rows", "found"),
    [
        ("string", f"{HEAD}| A | string | It. |\n", ["CS229"]),
        ("Date", f"{HEAD}| A | string | It. |\n", ["CS229"]),
        ("Per son", f"{HEAD}| A | string | It. |\n", ["CS229"]),
        ("Person", "Nothing.\n", ["CS229"]),
        ("Person", f"{HEAD}| A | string | It. |\n", []),
        ("Api.Person-2", f"{HEAD}| A | string | It. |\n", []),
    ],
)
def test_a_page_defines_a_type(name: str, rows: str, found: list[str]) -> None:
    assert [code for code, _ in offences(defining(name, rows), "CS229")] == found


@pytest.mark.parametrize(
    ("row", "count"),
    [("| B | string | It. |", 1), ("| A | int32 | It. |", 1), ("| A | string | Other. |", 0)],
)
def test_a_type_is_defined_once(tmp_path: Path, row: str, count: int) -> None:
    pages = {
        "a.md": defining("Person", f"{HEAD}| A | string | It. |\n"),
        "b.md": defining("Person", f"{HEAD}{row}\n"),
    }
    found = checked(tmp_path, pages, select=("CS610",)).findings
    assert [finding.path for finding in found] == ["b.md"] * count
