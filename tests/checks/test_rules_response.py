"""The rules about sample responses: what they find, where they point, and what they leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.rule import OperationRule
from tests.checks.offences import broken, fixed, offences
from tests.checks.trees import checked, copy

RESPONSE = "CS4"
STATUS = "HTTP/1.1 200 OK"
NUMBER = '"ParcelId": 7'
FRAGILE = '"Fragile": true'
DATE = "Sat, 14 Mar 2026 09:26:53 GMT"
WHOLE = (
    '{\n  "ParcelId": 7,\n  "Label": "Glasses",\n  "Weight": 1200,\n  "Kind": "Box",\n'
    '  "Posted": "2026-03-14T09:26:53Z",\n  "Fragile": true\n}'
)
NONE_ELSE = (
    "| 200 | The parcel as it is stored. |\n| 401 | The user or the password is wrong. |\n"
    "| 404 | There is no such parcel. |\n"
)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "offending"),
    [
        (FRAGILE, '"Fragile": True', "CS401", "True"),
        (NUMBER, NUMBER + ', "ParcelId": 8', "CS402", '"ParcelId"'),
        (FRAGILE, FRAGILE + ',\n  "Size": 1', "CS403", '"Size"'),
        (NUMBER, '"parcelid": 7', "CS403", '"parcelid"'),
        (NUMBER + ",\n", "", "CS404", '"Label"'),
        (',\n  "Fragile": true', "", "CS404", "}"),
        (NUMBER, '"ParcelId": "7"', "CS405", '"7"'),
        (NUMBER, '"ParcelId": 2147483648', "CS405", "2147483648"),
        (NUMBER, '"ParcelId": 7.5', "CS405", "7.5"),
        (FRAGILE, '"Fragile": 1', "CS405", "1"),
        (NUMBER, '"ParcelId": null', "CS421", "null"),
        (WHOLE, '{\n  "Street": "A",\n  "City": "B"\n}', "CS406", "{"),
        ("application/json; charset=utf-8", "application/xml", "CS407", "application/xml"),
        ("### Response body: Parcel", "### Response body: array", "CS408", "array"),
        ("## Response: object", "## Response: string", "CS408", "string"),
        (WHOLE, "", "CS409", STATUS),
        ("Content-Type: application/json; charset=utf-8\n", "", "CS410", STATUS),
        ("application/json; charset=utf-8", "text/json", "CS411", "text/json"),
        (STATUS, "HTTP/1.1 201 Created", "CS412", "201"),
        (STATUS, "HTTP/1.1 418", "CS412", "418"),
        ("| 200 | The parcel as it is stored. |\n", "", "CS413", "401"),
        (DATE, "2026-03-14", "CS415", "2026-03-14"),
        (DATE, "Sun, 14 Mar 2026 09:26:53 GMT", "CS415", "Sun, 14 Mar 2026 09:26:53 GMT"),
        (DATE, "Sat, 31 Feb 2026 09:26:53 GMT", "CS415", "Sat, 31 Feb 2026 09:26:53 GMT"),
        ("utf-8", "utf-88", "CS415", "utf-88"),
        ("Last-Modified", "Content-Length: 5\nLast-Modified", "CS415", "5"),
        ("Last-Modified", "\nLast-Modified", "CS416", f"Last-Modified: {DATE}"),
        (STATUS, "HTTP/1.1 200 Created", "CS419", "Created"),
        (STATUS, "HTTP/1.1 200 Okay", "CS419", "Okay"),
        (DATE, "Sat, 14 Mar 2026 09:26:53 G3T", "CS420", "G3T"),
        ("Last-Modified", "Last-Modifed", "CS423", "Last-Modifed"),
    ],
)
def test_a_planted_defect_is_found_once_and_where_it_is(
    right: str, wrong: str, code: str, offending: str
) -> None:
    assert offences(broken((right, wrong)), RESPONSE) == [(code, offending)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (STATUS, "HTTP/1.1 200 The parcel as it is stored."),
        (STATUS, "HTTP/1.1 200"),
        (WHOLE, WHOLE.replace('"Glasses"', "null").replace('"2026-03-14T09:26:53Z"', "null")),
        ("| 200 | The parcel as it is stored. |", "| 303 | See the parcel. |\n| 200 | It. |"),
        (DATE, "Thu, 01 Jan 1970 00:00:00 GMT"),
    ],
)  # fmt: skip
def test_what_is_right_is_left_alone(right: str, wrong: str) -> None:
    assert offences(broken((right, wrong)), RESPONSE) == []


def no_content(body: str) -> str:
    return broken(
        (NONE_ELSE, "| 204 | It is stored. |\n| 401 | It is wrong. |\n"),
        (STATUS, "HTTP/1.1 204 No Content"),
        (WHOLE, body),
    )


def test_a_status_without_content_has_no_body_and_no_type() -> None:
    assert offences(no_content('{"a": 1}'), RESPONSE) == [
        ("CS414", '{"a": 1}'),
        ("CS418", "Parcel"),
    ]
    assert offences(no_content("null"), RESPONSE) == [("CS417", "null"), ("CS418", "Parcel")]
    assert offences(no_content(""), RESPONSE) == [("CS418", "Parcel")]


def test_what_has_one_right_answer_is_fixed() -> None:
    text = fixed(no_content("null"), "CS417")
    assert "null" not in text
    assert offences(text, RESPONSE) == [("CS418", "Parcel")]
    for right, wrong in [
        (NUMBER, '"ParcelId": "7"'),
        (STATUS, "HTTP/1.1 200 Created"),
        (DATE, "Sat, 14 Mar 2026 09:26:53 G3T"),
        (FRAGILE, '"Fragile": "True"'),
    ]:
        assert fixed(broken((right, wrong)), RESPONSE) == broken()


def test_a_renamed_property_is_one_finding_and_not_two() -> None:
    text = broken((NUMBER, '"Number": 7'))
    assert offences(text, RESPONSE) == [("CS403", '"Number"')]


def test_a_body_of_another_kind_is_one_finding() -> None:
    assert offences(broken((WHOLE, "[1, 2, 3]")), RESPONSE) == [("CS408", "[1, 2, 3]")]
    assert offences(broken((WHOLE, '"stored"')), RESPONSE) == [("CS408", '"stored"')]


def test_examples_tell_on_each_other_inside_of_properties(tmp_path: Path) -> None:
    def page(number: int, name: str, value: str) -> str:
        text = copy(number).replace("| Fragile | bool |", "| Fragile | array |")
        return text.replace(FRAGILE, f'"Fragile": [{{"{name}": {value}}}]')

    pages = {f"{n}.md": page(n, "Colour", '"red"') for n in range(4)}
    pages |= {"5.md": page(5, "Colout", '"red"')}
    outcome = checked(tmp_path, pages, select=("CS431",))
    assert [(f.path, f.code) for f in outcome.findings] == [("5.md", "CS431")]
    pages["5.md"] = page(5, "Colour", "7")
    outcome = checked(tmp_path, pages, select=("CS431",))
    assert [(f.path, f.code) for f in outcome.findings] == [("5.md", "CS431")]
    pages["5.md"] = page(5, "Colour", "null")
    assert checked(tmp_path, pages, select=("CS431",)).findings == ()


def test_pages_of_others_have_no_finding_that_is_not_known(shared: Path) -> None:
    """The systematic oddities of the publication, by code, and the few single ones."""
    root = shared / "corpus"
    found: dict[str, int] = {}
    for file in sorted(root.rglob("*.md"))[::8]:
        page = CheckedPage.read(file.read_bytes(), file.relative_to(root).as_posix())
        if not isinstance(page, OperationPage):
            continue
        for code, rule in all_rules().items():
            if not isinstance(rule, OperationRule) or not code.startswith(("CS3", "CS4")):
                continue
            if [*rule.check(page)]:
                found[code] = found.get(code, 0) + 1
    known = {"CS308", "CS311", "CS313", "CS321", "CS322", "CS323", "CS408", "CS411", "CS413",
             "CS417", "CS418", "CS420", "CS422", "CS433", "CS435"}  # fmt: skip
    assert set(found) <= known
    assert found["CS417"] == found["CS418"]


BODY = "\n| Property Name | Type | Description |\n| --- | --- | --- |\n| why | string | Why. |\n"
HEADERS = "\n| Header | Type | Description |\n| --- | --- | --- |\n| Age | int32 | How old. |\n"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("## Response 410: Problem", BODY),
        ("## Response 5XX", BODY),
        ("## Response headers 202", HEADERS),
        ("### 410 Gone", BODY),
    ],
)
def test_a_section_is_about_a_status_of_the_table(heading: str, text: str) -> None:
    sample = "## Sample request\n"
    found = offences(broken((sample, f"{heading}\n{text}\n{sample}")), "CS412")
    assert found == [("CS412", heading)]


@pytest.mark.parametrize(
    "heading", ["## Response 404", "## Response 4XX", "## Response default", "### 412 Changed"]
)
def test_a_section_may_be_about_a_class_of_statuses(heading: str) -> None:
    sample = "## Sample request\n"
    assert offences(broken((sample, f"{heading}\n{BODY}\n{sample}")), "CS412") == []


def test_a_row_for_all_others_has_each_status() -> None:
    row = "| 412 | It was changed since the given date. |\n"
    text = broken((row, f"{row}| default | Something else. |\n"))
    sample = "## Sample request\n"
    text = text.replace(sample, f"## Response 410: Problem\n{BODY}\n{sample}")
    assert offences(text, "CS412") == []


def test_a_header_field_that_the_table_documents_is_not_misspelled() -> None:
    sample = "## Sample request\n"
    answer = ("HTTP/1.1 200 OK\n", "HTTP/1.1 200 OK\nETag2: 3\n")
    assert offences(broken(answer), "CS423") == [("CS423", "ETag2")]
    rows = HEADERS.replace("Age", "ETag2") + "\n" + sample
    of = "## Response headers {}\n" + rows
    assert "ETag2" in of
    assert offences(broken(answer, (sample, of.format(200))), "CS423", "CS425") == []
    assert offences(broken(answer, (sample, of.format(404))), "CS423") == [("CS423", "ETag2")]


def test_a_header_field_of_a_response_is_in_the_table_where_there_is_one() -> None:
    sample = "## Sample request\n"
    answer = (
        "HTTP/1.1 200 OK\n",
        "HTTP/1.1 200 OK\nDate: Sat, 14 Mar 2026 09:26:53 GMT\nX-Rest: 3\n",
    )
    of = "## Response headers {}\n" + HEADERS + "\n" + sample
    text = broken(answer, (sample, of.format(200)))
    assert offences(text, "CS425") == [("CS425", "X-Rest")]
    assert offences(broken(answer, (sample, of.format(404))), "CS425") == []
    assert offences(broken(answer), "CS425") == []


@pytest.mark.parametrize(
    ("accept", "content_type", "found"),
    [
        ("application/xml", "application/json; charset=utf-8", True),
        ("application/xml, */*;q=0.1", "application/json", False),
        ("application/json;q=0, application/xml", "application/json", True),
        ("application/*", "application/json", False),
    ],
)
def test_a_response_is_in_a_media_type_that_its_request_accepts(
    accept: str, content_type: str, found: bool
) -> None:
    text = broken(
        ("Accept: application/json\n\n", f"Accept: {accept}\n\n"),
        ("Content-Type: application/json; charset=utf-8", f"Content-Type: {content_type}"),
    )
    assert offences(text, "CS426") == ([("CS426", content_type)] if found else [])
    refused = text.replace("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found")
    assert offences(refused, "CS426") == []
