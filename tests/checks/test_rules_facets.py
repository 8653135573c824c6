"""What pages say beyond types, such as limits and bodies of statuses, in their examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from callsheet.checks.rules.specimen import PATH
from tests.checks import offences as rules
from tests.checks.trees import broken, checked

PAGE = Path(__file__).with_name("facets.md").read_text(encoding="utf-8")


def found(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """What is found on the page with all that pages can say, with some places changed."""
    text = PAGE
    for right, wrong in changes:
        text = broken(right, wrong, text)
    return rules.offences(text, "CS1", "CS2", "CS3", "CS4", "CS5")


def test_a_page_with_every_construct_has_no_finding(tmp_path: Path) -> None:
    index = "# Parcels\n\n- [Pack](v1_X.md)\n"
    outcome = checked(tmp_path, {"v1_X.md": PAGE, "more.md": index}, select=())
    told = [(f.code, f.message) for f in outcome.findings if f.path == "v1_X.md"]
    assert told == []
    assert found() == []


def test_a_list_of_too_many_items_is_told_with_their_number() -> None:
    limited = broken("| | tags | array | | |", "| | tags | array | at most 1 items | |", PAGE)
    text = broken('"tags": ["a"]', '"tags": ["a", "b"]', limited)
    [(_, diagnostic)] = rules.diagnostics(text, "CS305")
    assert (
        diagnostic.message
        == "`tags` is an array of 2 items in the example; expected is at most 1 item."
    )


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ('"name": "x"', f'"name": "{"x" * 41}"', [("CS305", f'"{"x" * 41}"')]),
        ('"name": "x",\n  ', "", [("CS304", '"size"')]),
        ('"size": 2', '"size": 3', [("CS305", "3")]),
        ('"size": 2', '"size": "2"', [("CS305", '"2"')]),
        ('{"city": "Oslo"}', '{"city": 1}', [("CS305", "1")]),
        ('{"city": "Oslo"}', "{}", [("CS304", "}")]),
        ('{"city": "Oslo"}', '{"city": "Oslo", "cty": "x"}', [("CS303", '"cty"')]),
        ('{"sku": "AB"}', '{"sku": "-"}', [("CS305", '"-"')]),
        ('{"sku": "AB"}', '{"sku": "AB"}, 3', [("CS305", "3")]),
        ('"tags": ["a"]', '"tags": ["a", "c"]', [("CS305", '"c"')]),
        ('"tags": ["a"]', '"tags": [{"id": false}]', [("CS305", "{")]),
        ('"first_name": null', '"first_name": 1', [("CS305", "1")]),
        ('"weight": null', '"weight": 0', [("CS305", "0")]),
        ("ann@example.com", "ann", [("CS305", '"ann"')]),
        ('"day": "2026-03-14"', '"day": "2026-03-32"', [("CS305", '"2026-03-32"')]),
        ("https://example.com/", "example", [("CS305", '"example"')]),
        ('{"en": "x"}', '{"en": 1}', [("CS305", "1")]),
        ('"one": true', '"one": "x"', [("CS305", '"x"')]),
        ('"size": 2', '"size": null', [("CS421", "null")]),
        ("?limit=5", "?limit=101", [("CS322", "101")]),
        ("ids=1,2", "ids=1,a", [("CS322", "1,a")]),
        ("ids=3", "ids=a", [("CS322", "a")]),
        ("X-Trace: 3fa85f64", "X-Trace: x", [("CS315", "x-5717-4562-b3fc-2c963f66afa6")]),
        ("session=abc", "session=abcdef", [("CS315", "abcdef")]),
        ("X-Left: 3", "X-Left: few", [("CS415", "few")]),
        ('"code": 3', '"code": "x"', [("CS405", '"x"')]),
        ('"title": "gone",\n  ', "", [("CS404", '"code"')]),
        (
            "Content-Type: application/json\nX-Trace",
            "Content-Type: text/csv\nX-Trace",
            [("CS311", "text/csv")],
        ),
        ("HTTP/1.1 404 Not Found", "HTTP/1.1 422 Unprocessable Content", []),
    ],
)
def test_examples_are_held_against_every_facet(
    right: str, wrong: str, expected: list[tuple[str, str]]
) -> None:
    assert found((right, wrong)) == expected


@pytest.mark.parametrize(
    ("right", "wrong", "cell"),
    [
        ("| No | 10 | 1 to 100 |", "| No | ten | 1 to 100 |", "ten"),
        ("| No | 10 | 1 to 100 |", "| No | 101 | 1 to 100 |", "101"),
        ("| `1`, `2` | | `1` |", "| `1`, `2` | | `3` |", "3"),
        ("| `1`, `2` | | `1` |", "| `1`, `x` | | `1` |", "x"),
    ],
)
def test_cells_that_contradict_their_own_row_are_found(right: str, wrong: str, cell: str) -> None:
    assert ("CS226", cell) in found((right, wrong))


def test_a_required_cookie_and_response_header_are_missed() -> None:
    row = "| session | cookie | string | | | at most"
    assert found((row, row.replace("string | |", "string | Yes |"))) == []
    changes = (row, row.replace("string | |", "string | Yes |")), ("Cookie: session=abc\n", "")
    assert [code for code, _ in found(*changes)] == ["CS314"]
    head = "| Header | Type | Description |\n| --- | --- | --- |\n| ETag | string |"
    wanted = (
        "| Header | Type | Required | Description |\n| --- | --- | --- | --- |\n| ETag | string |"
    )
    changes = (head, f"{wanted} Yes |"), ("X-Left | int32 |", "X-Left | int32 | |")
    assert found(*changes) == []
    assert [code for code, _ in found(*changes, ('ETag: "a"\n', ""))] == ["CS424"]


def test_what_is_read_only_is_not_missed_in_a_request() -> None:
    head, row = "| Default | Description |\n| --- | --- | --- | --- | --- | --- | --- | --- |", None
    text = PAGE.replace(head, "| Access | Description |\n" + head.split("\n")[1])
    row = "| Yes | name | string | at most 40 characters | | | |"
    text = broken(row, f"{row[:-1]}read-only |", text.replace("| `1` | How", "| | How"))
    text = broken('"name": "x",\n  ', "", text)
    assert rules.offences(text, "CS304") == []


def test_a_value_without_quotes_is_the_remedy() -> None:
    text = broken('"size": 2', '"size": "2"', PAGE)
    assert rules.fixed(text, "CS305") == PAGE


def test_a_form_is_compared_with_its_own_section() -> None:
    form = broken("multipart/form-data", "application/x-www-form-urlencoded", PAGE)
    form = broken("| file | binary |", "| size | integer |", form)
    start, end = (
        form.index("Content-Type: application/json\nX-Trace"),
        form.index("```\n\n## Sample"),
    )
    body = "Content-Type: application/x-www-form-urlencoded\nX-Trace: "
    trace = "3fa85f64-5717-4562-b3fc-2c963f66afa6\n\n"
    for sent, expected in (("size=3", []), ("size=x", [("CS305", "x")])):
        text = form[:start] + body + trace + sent + "\n" + form[end:]
        assert rules.offences(text, "CS3") == expected


def test_rows_named_op_and_path_are_no_patch() -> None:
    row = "| Weight | Integer | Its weight in grams. |"
    more = "| op | String | What. |\n| path | String | Where. |\n| count | Integer | How often. |"
    body = "Accept: application/json\n\n{\n"
    text = rules.broken(
        (row, f"{row}\n{more}"), (body, f'{body}  "count": "many",\n  "valu": 1,\n')
    )
    assert rules.offences(text, "CS3") == [("CS303", '"valu"'), ("CS305", '"many"')]


def test_a_value_within_a_named_type_is_named_by_its_whole_place(tmp_path: Path) -> None:
    doctor = (
        "---\ntitle: Doctor\ndefines: Doctor\n---\n\n# Doctor\n\n"
        "| Property Name | Type | Description |\n| --- | --- | --- |\n"
        "| Code | int32 | The number. |\n| Deputy | Doctor | Who stands in. |\n"
        "| Pupils | array of Doctor | Who learns. |\n"
    )
    inner = '{"Code": "a", "Deputy": {"Cod": 1}, "Pupils": [{"Code": "b"}]}'
    page = rules.broken(
        ("| Weight | int32 | Its weight in grams. |", "| Weight | Doctor | Who weighs it. |"),
        ('"Weight": 1200,\n  "Kind": "Box",\n  "Posted": "2026-03-14T09:26:53Z",\n  "Fragile"',
         f'"Weight": {{"Deputy": {inner}}},\n  "Kind": "Box",\n  "Fragile"'),
    )  # fmt: skip
    outcome = checked(tmp_path, {PATH: page, "Doctor.md": doctor}, select=["CS432"])
    assert [f.message for f in outcome.findings] == [
        '`Code` of `Doctor.Deputy` is `"a"`; expected is an integer (`int32`).',
        "The type `Doctor.Deputy.Deputy` has no property `Cod`.",
        '`Code` of `Doctor.Deputy.Pupils[0]` is `"b"`; expected is an integer (`int32`).',
    ]


def test_a_type_that_a_page_defines_says_what_it_requires(tmp_path: Path) -> None:
    problem = (
        "---\ntitle: Problem\ndefines: Problem\n---\n\n# Problem\n\n"
        "| Property Name | Type | Required | Limits | Description |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| title | string | Yes | | What is wrong. |\n"
        "| code | int32 | No | 1 to 9 | Its number. |\n"
    )
    table = PAGE[PAGE.index("| Property | Type |") : PAGE.index("## Response headers")]
    page = broken(table, "", PAGE)
    wrong = broken('"title": "gone",\n  "code": 3', '"code": 10,\n  "cod": 3', page)
    outcome = checked(tmp_path, {"v1_X.md": wrong, "Problem.md": problem}, select=["CS432"])
    assert [f.message for f in outcome.findings] == [
        "The example lacks the property `title`, which `Problem` requires.",
        "`code` of `Problem` is `10`; expected is a number of at most 9.",
        "The type `Problem` has no property `cod`.",
    ]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("## Request Headers\n", "## Headers\n"),
        ("## Query String Parameters\n", "## Query Parameters\n"),
        ("## Response: object\n", "## Responses\n"),
        ("## Sample request\n", "## Example\n"),
        ("## Sample response\n", "## Example response\n"),
    ],
)
def test_the_usual_headings_of_others_are_understood(right: str, wrong: str) -> None:
    assert rules.offences(rules.broken((right, wrong)), "CS2", "CS5") == []
