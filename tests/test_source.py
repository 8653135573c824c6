"""Reading pages: the quirks of the format, and what is not a page at all."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from callsheet.catalog.catalog import Catalog
from callsheet.catalog.readings import MAX_PAGE_BYTES
from callsheet.errors import DocsError
from callsheet.findings import Severity
from callsheet.model import Location, Operation, SectionKind, Span
from callsheet.source import Reading, read_page
from callsheet.source.tables import split_row
from tests import goldens

PAGE = """\
---
uid: v1Ship_Get
---

# GET Ship/{id}

```http
GET /api/v1/Ship/{shipId}
```

Finds a ship.

| Path Part | Type | Description |
|-----------|------|-------------|
| shipId | int32 | Number **Required** |

## Request Headers

| Parameter Name | Description |
|----------------|-------------|
| Accept | `application/json` |

## Response: string

| Response | Description |
|----------------|-------------|
| 200 | OK |

Response body: string

## Sample request

```http!
GET /api/v1/Ship/1
Accept: application/json
```

```http_
HTTP/1.1 200 OK
Content-Type: application/json

"Fram"
```
"""


def read(text: str) -> Reading:
    return read_page(text.encode(), "Ship/v1Ship_Get.md")


def operation(text: str) -> Operation:
    reading = read(text)
    assert reading.operation is not None
    return reading.operation


def test_what_is_the_same_on_two_pages_is_one_object() -> None:
    one, other = operation(PAGE), operation(PAGE)
    assert one.parameters[0].span is other.parameters[0].span
    for name in ("name", "description"):
        assert getattr(one.parameters[0], name) is getattr(other.parameters[0], name)
    headers = [each.example_requests[0].headers[0] for each in (one, other)]
    assert headers[0].name is headers[1].name
    assert headers[0].value is headers[1].value


def found(text: str) -> list[tuple[str, int]]:
    """Code and line of what is found."""
    return [(finding.code, finding.line) for finding in read(text).findings]


def without_identity(reading: Reading) -> Operation:
    assert reading.operation is not None
    return dataclasses.replace(reading.operation, front_matter={})


@pytest.mark.parametrize("page", goldens.PAGES, ids=lambda page: page.stem)
def test_golden(page: Path) -> None:
    expected = json.loads(goldens.golden(page).read_text(encoding="utf-8"))
    assert json.loads(json.dumps(goldens.model(page))) == expected


def test_a_good_page_has_no_findings() -> None:
    assert found(PAGE) == []


def test_seed_with_uid(shared: Path) -> None:
    reading = read_page((shared / "seeds" / "000_3f83bbc69dcb99a4.txt").read_bytes(), "a.md")
    assert reading.findings == ()
    seed = reading.operation
    assert seed is not None
    assert seed.uid == "v1PersonEntity_SaveImage_POST"
    assert (seed.method, seed.route.template) == ("POST", "/api/v1/Person/{personId}/Image")
    assert seed.route.parameters == ("personId",)
    [person] = seed.parameters_in(Location.PATH)
    assert (person.name, person.required, person.span) == ("personId", True, Span(23, 23))
    assert person.type is not None
    assert person.type.name == "int32"
    assert seed.parameters_in(Location.QUERY) == ()
    assert [p.name for p in seed.parameters_in(Location.HEADER)] == [
        "Authorization", "X-XSRF-TOKEN", "Content-Type", "Accept", "Accept-Language",
        "SO-Language", "SO-Culture", "SO-TimeZone", "SO-AppToken",
    ]  # fmt: skip
    assert seed.request_media_types == (
        "image/png", "image/jpeg", "image/gif", "image/tiff", "multipart/form-data",
    )  # fmt: skip
    assert seed.response_media_types == (
        "application/json", "text/json", "application/xml", "text/xml",
        "application/json-patch+json", "application/merge-patch+json",
    )  # fmt: skip
    assert seed.request_body is not None
    assert seed.request_body.binary
    assert [status.code for status in seed.statuses] == [200, 400]
    assert seed.response is not None
    assert seed.response.body_type is not None
    assert seed.response.body_type.name == "int32"
    assert seed.example_request is not None
    assert seed.example_request.header("authorization") == "Basic dGplMDpUamUw"
    assert seed.example_response is not None
    assert (seed.example_response.status, seed.example_response.body) == (200, "948")
    assert seed.span == Span(1, 75)


def test_seed_with_id(shared: Path) -> None:
    reading = read_page((shared / "seeds" / "004_a88f54689b9328b5.txt").read_bytes(), "a.md")
    assert reading.findings == ()
    seed = reading.operation
    assert seed is not None
    assert seed.uid == "v1BLOBAgent_SaveImageStream"
    [select] = seed.parameters_in(Location.QUERY)
    assert (select.name, select.required) == ("$select", None)
    assert len(seed.query_examples) == 1
    assert seed.request_body is not None
    assert [(p.name, p.type and p.type.name) for p in seed.request_body.properties] == [
        ("Type", "string"),
        ("Image", "byte"),
        ("Description", "string"),
    ]
    assert not seed.request_body.binary
    assert [status.code for status in seed.statuses] == [200]
    assert seed.example_request is not None
    assert set(json.loads(seed.example_request.body)) == {"Type", "Image", "Description"}
    assert seed.example_response is not None
    assert seed.example_response.body == "33"


@pytest.mark.parametrize("name", ["000_3f83bbc69dcb99a4.txt", "004_a88f54689b9328b5.txt"])
def test_uid_and_id_give_the_same_operation(shared: Path, name: str) -> None:
    page = (shared / "seeds" / name).read_bytes()
    other = (
        page.replace(b"\nuid:", b"\nid:")
        if b"\nuid:" in page
        else page.replace(b"\nid:", b"\nuid:")
    )
    assert page != other
    assert without_identity(read_page(page, "a.md")) == without_identity(read_page(other, "a.md"))


def test_every_page_of_the_corpus_reads_without_errors(shared: Path) -> None:
    catalog = Catalog.read(shared / "corpus")
    assert len(catalog.operations) == 803
    assert [str(f) for f in catalog.findings if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    "changed",
    [
        PAGE.replace("\n", "\r\n"),
        PAGE.replace("\n", "\r"),
        "\ufeff" + PAGE,
        PAGE.removesuffix("\n"),
        PAGE.replace(" |\n", " |   \n"),
        PAGE.replace("| ", "|\t").replace(" |", "\t|"),
        PAGE.replace("## Sample request", "## Sample Request:"),
        PAGE.replace("## Request Headers", "## Request headers   "),
    ],
    ids=["CRLF", "CR", "BOM", "no final newline", "trailing space", "tabs", "colon", "case"],
)
def test_the_way_of_writing_makes_no_difference(changed: str) -> None:
    plain = operation(PAGE)
    reading = read(changed)
    assert reading.findings == ()
    assert reading.operation is not None
    assert dataclasses.replace(reading.operation, sections=plain.sections) == plain


@pytest.mark.parametrize(
    "line",
    ["Response body: string", "### Response body: string", "### Response body:string",
     "## Response Body: string"],
)  # fmt: skip
def test_the_response_body_is_a_heading_or_a_plain_line(line: str) -> None:
    response = operation(PAGE.replace("Response body: string", line)).response
    assert response is not None
    assert response.body_type is not None
    assert response.body_type.name == "string"


def test_the_fence_says_what_an_example_is() -> None:
    bare = PAGE.replace("## Sample request\n\n", "")
    read_bare = operation(bare)
    assert read_bare.example_request is not None
    assert read_bare.example_response is not None
    assert [s.kind for s in read_bare.sections][-2:] == [
        SectionKind.EXAMPLE_REQUEST,
        SectionKind.EXAMPLE_RESPONSE,
    ]


def test_the_description_keeps_its_own_headings_tables_and_fences() -> None:
    own = (
        "Text.\n\n## A heading: ##\n\n- a list\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```js\nx\n```"
    )
    changed = operation(PAGE.replace("Finds a ship.", own))
    assert [text.markdown for text in changed.description] == [own]


def test_an_unknown_section_is_kept_and_reported() -> None:
    changed = PAGE.replace("## Sample request", "## See also\n\nThe *log*.\n\n## Sample request")
    [section] = [s for s in operation(changed).sections if s.kind is SectionKind.OTHER]
    assert (section.title, [text.markdown for text in section.prose]) == (
        "See also",
        ["The *log*."],
    )
    assert found(changed) == [("CS008", section.span.start)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("uid: v1Ship_Get", "title: [", [("CS002", 3)]),
        ("uid: v1Ship_Get", "- a list", [("CS002", 2)]),
        ("uid: v1Ship_Get", "title: Ship", [("CS003", 1)]),
        ("uid: v1Ship_Get", "uid: ../../etc/passwd", [("CS003", 2)]),
        ("```http\nGET /api", "```http\nFetch /api", [("CS004", 8)]),
        ("```http\nGET", "```\nGET", [("CS004", 7)]),
        ("{shipId}\n```", "{shipId}\nGET /other\n```", [("CS004", 9)]),
        ('"Fram"\n```\n', '"Fram"\n', [("CS005", 38)]),
        ("| shipId | int32 |", "| shipId |", [("CS006", 15)]),
        ("| Number **Required** |", "| Number | **Required** |", [("CS006", 15)]),
        ("| Parameter Name | Description |", "| Name | Text |", [("CS007", 19)]),
        ("| 200 | OK |", "| OK | 200 |", [("CS009", 27)]),
        ("GET /api/v1/Ship/1\n", "/api/v1/Ship/1\n", [("CS010", 34)]),
        ("Accept: application/json\n", "Accept application/json\n", [("CS010", 35)]),
        ("HTTP/1.1 200 OK", "200 OK", [("CS010", 39)]),
    ],
)
def test_a_fault_is_found_at_its_line(
    before: str, after: str, expected: list[tuple[str, int]]
) -> None:
    assert before in PAGE
    assert found(PAGE.replace(before, after)) == expected


def test_what_cannot_be_understood_is_kept_as_text() -> None:
    table = operation(PAGE.replace("| Parameter Name | Description |", "| Name | Text |"))
    [headers] = [s for s in table.sections if s.kind is SectionKind.HEADERS]
    assert "| Accept | `application/json` |" in headers.prose[0].markdown
    example = operation(PAGE.replace("HTTP/1.1 200 OK", "200 OK"))
    assert example.example_response is None
    assert '"Fram"' in example.sections[-1].prose[0].markdown


def test_a_page_without_uid_is_named_after_its_file() -> None:
    assert operation(PAGE.replace("uid: v1Ship_Get", "uid: ../x")).uid == "v1Ship_Get"


def test_bytes_that_are_no_utf8_are_reported() -> None:
    page = PAGE.replace("Finds", "Finds \u00e5").encode("latin-1")
    reading = read_page(page, "a.md")
    assert [(f.code, f.line) for f in reading.findings] == [("CS001", 11)]
    assert reading.operation is not None
    assert reading.operation.summary == "Finds \ufffd a ship."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "---\n---\n",
        "# Title\n\nText.\n",
        "---\nuid: intro\n---\n# Intro\n",
        "# Group\n\n```http\n/api/v1/Ship\n```\n",
        "\0",
        "|\n|-",
    ],
)
def test_a_page_that_documents_no_operation_has_no_findings(text: str) -> None:
    reading = read(text)
    assert (reading.operation, reading.findings) == (None, ())


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| a | b |", ["a", "b"]),
        ("a | b", ["a", "b"]),
        ("| a || b |", ["a", "", "b"]),
        (r"| a \| b | c |", ["a | b", "c"]),
        ("| `a|b` | c |", ["`a|b`", "c"]),
        ("| ``a`|b`` | c |", ["``a`|b``", "c"]),
        ("| it`s | c |", ["it`s", "c"]),
        ("|", [""]),
        ("", [""]),
        ("| a\nb | c |", ["a\nb", "c"]),
    ],
)
def test_a_row_is_split_at_its_pipes(row: str, cells: list[str]) -> None:
    assert [cell.text for cell in split_row(row)] == cells


def test_a_cell_knows_its_column() -> None:
    row = r"| a\|b |   `c|d` |"
    columns = [cell.column for cell in split_row(row)]
    assert [row[column - 1] for column in columns] == ["a", "`"]


def test_the_first_of_two_pages_with_one_uid_counts(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(PAGE)
    catalog = Catalog.read(tmp_path)
    assert [o.path for o in catalog.operations] == ["a.md"]
    [finding] = catalog.findings
    assert (finding.code, finding.path) == ("CS011", "b.md")
    assert "a.md" in finding.message


def test_an_oversized_page_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(PAGE + " " * MAX_PAGE_BYTES)
    catalog = Catalog.read(tmp_path)
    assert catalog.operations == ()
    assert [finding.code for finding in catalog.findings] == ["CS012"]


def test_no_docs_directory_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DocsError, match="nowhere"):
        Catalog.read(tmp_path / "nowhere")


def test_routes_that_match_the_same_paths_are_found(tmp_path: Path) -> None:
    for name, route in [("a", "{shipId}"), ("b", "{ShipId}"), ("c", "{name}"), ("d", "{shipId}/x")]:
        page = PAGE.replace("v1Ship_Get", f"v1Ship_{name}").replace("{shipId}", route)
        (tmp_path / f"{name}.md").write_text(page)
    catalog = Catalog.read(tmp_path)
    assert [(f.code, f.path, f.line) for f in catalog.findings] == [
        ("CS021", "b.md", 8),
        ("CS022", "c.md", 8),
    ]
    assert [len(found) for found in catalog.by_route.values()] == [3, 1]


def test_groups_have_their_overview(catalog: Catalog) -> None:
    assert [(group.path, group.title) for group in catalog.groups] == [
        ("reference/BLOB_Agent", "BLOB agent"),
        ("reference/Person", "Person images"),
    ]
    assert sum(len(group.operations) for group in catalog.groups) == len(catalog.operations)


BODY = """\
## Request Body: ship

| Property Name | Type | Description |
|---------------|------|-------------|
| Name | String | The name |
| Flag | String | The flag |

## Response: string
"""


def body_rows(text: str) -> list[tuple[str, str]]:
    body = operation(PAGE.replace("## Response: string\n", text)).request_body
    assert body is not None
    return [(row.name, row.description) for row in body.properties]


@pytest.mark.parametrize("gap", ["\n\n", "\n# ", "\n```\n", "\n\n\n"])
def test_a_row_that_is_broken_within_a_cell_goes_on(gap: str) -> None:
    rows = body_rows(BODY.replace("The name", f"The first{gap}name"))
    assert rows == [("Name", f"The first{gap}name"), ("Flag", "The flag")]


def test_a_table_that_ends_with_an_open_row_ends() -> None:
    rows = body_rows(BODY.replace("The flag |", "The flag"))
    assert rows == [("Name", "The name"), ("Flag", "The flag")]


def test_a_heading_of_the_authors_own_does_not_cut_off_the_table() -> None:
    text = BODY.replace("ship\n", "ship\n\nText.\n\n## Restricted: ## Ask first.\n", 1)
    assert [name for name, _ in body_rows(text)] == ["Name", "Flag"]
    assert [code for code, _ in found(PAGE.replace("## Response: string\n", text))] == ["CS008"]


def test_rows_without_outer_pipes_are_rows() -> None:
    bare = BODY.replace("| Name | String | The name |", "Name | String | The name").replace(
        "| Flag | String | The flag |", "Flag | String | The flag"
    )
    bare = bare.replace("| Property Name | Type | Description |", "Property Name|Type|Description")
    assert body_rows(bare) == [("Name", "The name"), ("Flag", "The flag")]


def test_the_heading_decides_what_a_parameter_table_is() -> None:
    typed = PAGE.replace(
        "| Parameter Name | Description |\n|----------------|-------------|\n| Accept |",
        "| Parameter Name | Type | Description |\n|---|---|---|\n| Accept | string |",
    )
    [accept] = operation(typed).parameters_in(Location.HEADER)
    assert accept.type is not None
    assert operation(typed).response_media_types == ("application/json",)


def test_a_table_with_a_further_column_is_read() -> None:
    text = PAGE.replace(
        "| Path Part | Type | Description |\n|-----------|------|-------------|\n"
        "| shipId | int32 |",
        "| Path Part | Type | Since | Description |\n|---|---|---|---|\n| shipId | int32 | 8.5 |",
    )
    [ship] = operation(text).parameters_in(Location.PATH)
    assert (ship.required, ship.extras) == (True, (("since", "8.5"),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('application/json\n\n"Fram"', 'application/json\n \t\n"Fram"'),
        ("```http_\nHTTP", "```http_\n\nHTTP"),
        ("## Request Headers", "## Request\u00a0 Headers"),
        ("| 200 |", "| `200` |"),
        ("| Accept |", "| `Accept` |"),
        ("Response body: string\n", "**Response body: string**\n"),
    ],
)
def test_trivia_make_no_difference(before: str, after: str) -> None:
    assert before in PAGE
    changed = PAGE.replace(before, after)
    plain, other = operation(PAGE), operation(changed)
    assert found(changed) == []
    assert other.statuses[0].code == plain.statuses[0].code
    assert [p.name for p in other.parameters] == [p.name for p in plain.parameters]
    assert other.response is not None
    assert other.response.body_type is not None
    assert other.example_response is not None
    assert other.example_response.body == '"Fram"'


def test_text_right_below_the_response_body_line_is_kept() -> None:
    changed = operation(PAGE.replace("Response body: string\n", "Response body: string\nA name.\n"))
    [section] = [s for s in changed.sections if s.kind is SectionKind.RESPONSE_BODY]
    assert [text.markdown for text in section.prose] == ["A name."]


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("GET /api/v1/Ship/1?$filter=name begins 'a'", "/api/v1/Ship/1?$filter=name begins 'a'"),
        ("GET https://ships.example/api/v1/Ship/1 HTTP/1.1", "/api/v1/Ship/1"),
    ],
)
def test_a_target_is_read_as_people_write_it(line: str, target: str) -> None:
    request = operation(PAGE.replace("GET /api/v1/Ship/1\n", f"{line}\n")).example_request
    assert request is not None
    assert request.target == target


@pytest.mark.parametrize("start", ["<pre>", "<!-- note", "<script>", "<![CDATA["])
def test_html_that_never_ends_is_reported(start: str) -> None:
    assert found(PAGE.replace("Finds a ship.", start)) == [("CS005", 11)]


@pytest.mark.parametrize(
    "cell", ["`" * 50_000, " ".join("`" * n for n in range(300)), "\\`" * 50_000, "`a " * 30_000]
)
def test_a_cell_of_backticks_is_read_in_no_time(cell: str) -> None:
    assert split_row(f"| {cell} | b |")[-1].text.endswith("b")


@pytest.mark.parametrize("head", ["Status", "Code", "**Status code**", "Response"])
def test_a_word_in_the_place_of_a_status_is_a_finding(head: str) -> None:
    table = "| Response | Description |\n|----------------|-------------|\n| 200 | OK |\n"
    assert PAGE.count(table) == 1
    changed = table.replace("Response", head).replace("200", "success")
    assert [code for code, _ in found(PAGE.replace(table, changed))] == ["CS009"]
