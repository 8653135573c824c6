"""The rules about sample requests: what they find, where they point, and what they leave alone."""

from __future__ import annotations

import pytest

from tests.checks.offences import at, broken, diagnostics, fixed, offences

REQUEST = ("CS3", "CS421", "CS422")
POSTED = '"Posted": "2026-03-14T09:26:53Z"\n}'
LABEL = 'json\n\n{\n  "Label": "Glasses"'
TARGET = "```http!\nPUT /api/v1/Depot/north/Parcel/7?notify=true"
QUERY = "Parcel/7?notify=true\n```\n\n## Request Headers"
TYPE = "Content-Type: application/json\nAccept"
ACCEPT = "Accept: application/json\n\n"
WHOLE = (
    '{\n  "Label": "Glasses",\n  "Weight": 1200,\n  "Kind": "Box",\n'
    '  "Posted": "2026-03-14T09:26:53Z"\n}'
)


def posted(value: str) -> tuple[str, str]:
    return POSTED, f'"Posted": {value}\n}}'


@pytest.mark.parametrize(
    ("right", "wrong", "code", "offending"),
    [
        (POSTED, '"Posted": "2026-03-14T09:26:53Z",\n}', "CS301", ","),
        (POSTED, '"Posted": "2026-03-14T09:26:53Z"\n', "CS301", '"'),
        (LABEL, 'json\n\n{\n  Label: "Glasses"', "CS301", "Label"),
        (POSTED, '"Posted": "2026-03-14T09:26:53Z",\n  "Kind": "Box"\n}', "CS302", '"Kind"'),
        (POSTED, '"Posted": "2026-03-14T09:26:53Z",\n  "Size": 1\n}', "CS303", '"Size"'),
        (LABEL, 'json\n\n{\n  "Lable": "Glasses"', "CS303", '"Lable"'),
        (LABEL, 'json\n\n{\n  "label": "Glasses"', "CS303", '"label"'),
        (LABEL + ",\n", "json\n\n{\n", "CS304", '"Weight"'),
        (LABEL, 'json\n\n{\n  "Label": null', "CS305", "null"),
        (LABEL, 'json\n\n{\n  "Label": 5', "CS305", "5"),
        (LABEL, 'json\n\n{\n  "Label": [1]', "CS305", "["),
        (*posted('"2026-03-14T09:26:53"'), "CS305", '"2026-03-14T09:26:53"'),
        (*posted('"2026-02-30T09:26:53Z"'), "CS305", '"2026-02-30T09:26:53Z"'),
        (POSTED, '"Photo": "cat.png"\n}', "CS422", '"cat.png"'),
        (ACCEPT + WHOLE, ACCEPT + '{\n  "Street": "A",\n  "City": "B"\n}', "CS306", "{"),
        (ACCEPT + WHOLE, ACCEPT + "[1, 2]", "CS306", "1"),
        (TYPE, "Content-Type: application/xml\nAccept", "CS307", "application/xml"),
        (WHOLE, "", "CS308", "PUT /api/v1/Depot/north/Parcel/7?notify=true"),
        (TYPE, "Accept", "CS310", "PUT /api/v1/Depot/north/Parcel/7?notify=true"),
        (TYPE, "Content-Type: text/json\nAccept", "CS311", "text/json"),
        (ACCEPT, "Accept: text/csv\n\n", "CS311", "text/csv"),
        (ACCEPT, "Accept: application/json;q=1.5\n\n", "CS315", "q=1.5"),
        (ACCEPT, "Accept: application/json\nAccept: application/json\n\n", "CS315",
         "Accept: application/json"),
        (ACCEPT, "Accept: application/json\nX-Tenant: 5\n\n", "CS312", "X-Tenant"),
        (ACCEPT, "Accept: application/json\nAccept-Language: en\n\n", "CS313", "Accept-Language"),
        ("| Accept | Content", "| SO-Key | **Required** |\n| Accept | Content", "CS314",
         "PUT /api/v1/Depot/north/Parcel/7?notify=true"),
        (ACCEPT, "Accept: json\n\n", "CS315", "json"),
        ("Basic cmVh", "Baisc cmVh", "CS315", "Baisc"),
        ("Basic cmVhZGVyOmNhbGxzaGVldA==", "Basic cmVhZGVy", "CS315", "cmVhZGVy"),
        (ACCEPT, ACCEPT[:-1] + "If-Unmodified-Since: today\n\n", "CS315", "today"),
        (ACCEPT, ACCEPT[:-1] + "Content-Length: 1\n\n", "CS315", "1"),
        (ACCEPT, "\nAccept: application/json\n\n", "CS316", "Accept: application/json"),
        (QUERY, QUERY.replace("notify", "notfy"), "CS320", "notfy"),
        (TARGET, TARGET + "&page=2", "CS320", "page"),
        (TARGET, TARGET.replace("notify", "Notify"), "CS320", "Notify"),
        (TARGET, TARGET.replace("notify=true", "notify="), "CS322", ""),
        ("| notify | bool | Wh", "| since | int32 | **Required** |\n| notify | bool | Wh", "CS321",
         "/api/v1/Depot/north/Parcel/7?notify=true"),
        (QUERY, QUERY.replace("true", "maybe"), "CS322", "maybe"),
        (TARGET, TARGET.replace("/7?", "/seven?"), "CS324", "seven"),
        (TARGET, TARGET.replace("/7?", "/99999999999?"), "CS324", "99999999999"),
        (QUERY, QUERY.replace("/7?", "/1.5?"), "CS324", "1.5"),
    ],
)  # fmt: skip
def test_a_planted_defect_is_found_once_and_where_it_is(
    right: str, wrong: str, code: str, offending: str
) -> None:
    assert offences(broken((right, wrong)), *REQUEST) == [(code, offending)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (POSTED, '"Photo": "iVBORw0KGgo="\n}'),
        (POSTED, '"Posted": null\n}'),
        (TARGET, TARGET.replace("/7?", "/{parcelId}?")),
        (ACCEPT, "Accept: */*\n\n"),
        (ACCEPT, "Accept: application/json;q=0.9, application/*\n\n"),
        (ACCEPT, "Accept: application/json\nHost: depot.test\nContent-Length: 99\n\n"),
        ("Basic cmVhZGVyOmNhbGxzaGVldA==", "Bearer <token>"),
        (TYPE, "Content-Type: application/json; charset=utf-8\nAccept"),
    ],
)
def test_what_is_right_is_left_alone(right: str, wrong: str) -> None:
    text = broken((right, wrong))
    if "Content-Length" in wrong:
        size = len(WHOLE)
        text = text.replace("Content-Length: 99", f"Content-Length: {size}")
    assert offences(text, *REQUEST) == []


def test_a_type_is_that_of_its_row_which_is_told() -> None:
    text = broken((LABEL, 'json\n\n{\n  "Label": 5'))
    [(_, diagnostic)] = diagnostics(text, *REQUEST)
    [related] = diagnostic.related
    assert text.split("\n")[related.line - 1].startswith("| Label | String |")
    assert diagnostic.message == "`Label` is `5` in the example; expected is a text."


def test_what_has_one_right_answer_is_fixed() -> None:
    wrong = broken((LABEL, 'json\n\n{\n  "label": "Glasses"'), (POSTED, posted("None")[1]))
    once = fixed(wrong, "CS301")
    assert fixed(once, "CS303") == broken(posted("null"))


def test_xml_and_forms_are_compared_with_the_table_too() -> None:
    listed = (
        "body: `application/json`",
        "body: `application/xml`, `application/x-www-form-urlencoded`",
    )
    xml = "<Parcel>\n  <Label>Glasses</Label>\n  <Weight>heavy</Weight>\n  <Siz>1</Siz>\n</Parcel>"
    text = broken(
        listed, (TYPE, "Content-Type: application/xml\nAccept"), (ACCEPT + WHOLE, ACCEPT + xml)
    )
    assert offences(text, *REQUEST) == [("CS303", "Siz"), ("CS305", "heavy")]
    form = (TYPE, "Content-Type: application/x-www-form-urlencoded\nAccept")
    text = broken(listed, form, (ACCEPT + WHOLE, ACCEPT + "Weight=3.5&Label=Glasses"))
    assert offences(text, *REQUEST) == [("CS305", "3.5")]


def test_lists_of_objects_are_compared_item_by_item_and_named_once() -> None:
    items = '[\n  {"Label": "A"},\n  {"Label": 1},\n  {"Label": 2}\n]'
    assert offences(broken((WHOLE, items)), *REQUEST) == [("CS305", "1")]


def test_a_broken_message_is_not_taken_for_a_missing_body() -> None:
    text = broken((ACCEPT, "Accept: application/json\n"))
    assert offences(text, *REQUEST) == []


def test_a_json_patch_is_as_its_rfc_has_it() -> None:
    def patch(body: str) -> list[tuple[str, str]]:
        kind = (TYPE, "Content-Type: application/json-patch+json\nAccept")
        listed = ("body: `application/json`", "body: `application/json-patch+json`")
        return offences(broken(kind, listed, (WHOLE, body)), *REQUEST)

    assert patch('[{"op": "replace", "path": "/Label", "value": "A"}]') == []
    assert patch('[{"op": "change", "path": "/Label"}]') == [("CS325", '"change"')]
    assert patch('[{"op": "add", "path": "/Label"}]') == [("CS325", '"add"')]
    assert patch('[{"op": "move", "path": "/Label"}]') == [("CS325", '"move"')]
    assert patch('[{"opp": "add", "path": "/Label"}]') == [("CS325", '"opp"')]
    assert patch('[{"op": "remove", "path": "Label"}]') == [("CS326", '"Label"')]


def test_dates_of_some_country_are_one_finding() -> None:
    row = (
        "| notify | bool | Wh",
        "| since | date-time | A. |\n| until | date-time | B. |\n| notify | bool | Wh",
    )
    query = (QUERY, QUERY.replace("notify=true", "since=03/14/2026 09:26:53&until=1.4.2026"))
    assert offences(broken(row, query), *REQUEST) == [("CS323", "03/14/2026 09:26:53")]


def test_a_scheme_that_the_page_does_not_list_is_found() -> None:
    row = ("Who asks, by user and password.", "Supports the schemes 'Basic' and 'Bearer'.")
    sent = "Basic cmVhZGVyOmNhbGxzaGVldA=="
    for credentials in (sent, "bearer abc", "{scheme} {token}"):
        assert offences(broken(row, (sent, credentials)), "CS315") == []
    text = broken(row, (sent, "Negotiate abcd"))
    [(_, diagnostic)] = diagnostics(text, "CS315")
    assert at(text, diagnostic.place) == "Negotiate"
    assert "`Basic`, `Bearer`" in diagnostic.message


def test_a_parameter_that_is_misspelt_is_not_missing_as_well() -> None:
    text = broken(("| notify | bool | Whether", "| notifi | bool | **Required** Whether"))
    assert offences(text, "CS321") == []
    assert offences(text, "CS320") == [("CS320", "notify")] * 2


@pytest.mark.parametrize(
    ("value", "found"),
    [("c%20d", []), ("a%2Fb", []), ("one", []), ("c%20e", [("CS324", "c%20e")])],
)
def test_a_value_in_a_path_is_decoded(value: str, found: list[tuple[str, str]]) -> None:
    text = broken(
        ("| depotId | string |", "| depotId | Enum: one, a/b, c d |"),
        (TARGET, TARGET.replace("north", value)),
        ("```http\nPUT /api/v1/Depot/north", f"```http\nPUT /api/v1/Depot/{value}"),
    )
    assert sorted({*offences(text, "CS324")}) == found


COOKIES = (
    "## Cookies\n\n| Name | Type | Description |\n"
    "| --- | --- | --- |\n| session | string | Who. |\n"
)


def test_a_cookie_is_in_the_table_where_there_is_one() -> None:
    sent = (ACCEPT, ACCEPT[:-1] + "Cookie: session=a; sesion=b\n\n")
    heading = "## Request Headers\n"
    text = broken(sent, (heading, f"{COOKIES}\n{heading}"))
    assert offences(text, "CS312") == [("CS312", "sesion")]
    assert offences(broken(sent), "CS312") == []


def test_an_empty_value_is_one_where_its_type_allows_it() -> None:
    assert offences(broken((TARGET, TARGET + "&$select=")), "CS322") == []
    assert offences(broken((TARGET, TARGET + "&$select")), "CS322") == []
    without = broken((TARGET, TARGET.replace("notify=true", "notify")))
    assert offences(without, "CS322") == [("CS322", "notify")]
