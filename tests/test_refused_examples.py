"""The response that a page shows to an example: a refusal, or another media type."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from tests.parcels import Reader, catalog_of, serving

PAGE = """---
title: POST Loan/{{id}}
uid: Loan_Post
---

# POST Loan/{{id}}

```http
POST /api/Loan/{{id}}
```

Lends a book.

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | To whom. **Required** |

## Query String Parameters

| Parameter Name | Type | Description |
| --- | --- | --- |
| days | int32 | How long. |

## Request Body: Loan

**Required**

| Property Name | Type | Description |
| --- | --- | --- |
| Book | int32 | Which. **Required** |
| Now | bool | Whether at once. |

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is lent. |
{statuses}

### Response body: object

| Property Name | Type | Description |
| --- | --- | --- |
| Id | int32 | Its number. |

## Sample request

```http! title="Right"
POST /api/Loan/1?days=3
Content-Type: application/json

{{"Book": 1}}
```

```http! title="Other"
{wrong}
```

## Sample response

```http_ title="Right"
HTTP/1.1 200 OK
Content-Type: application/json

{{"Id": 1}}
```

```http_ title="Other"
HTTP/1.1 {answer}
Content-Type: application/json

{{"Id": 2}}
```
"""
POST = "POST /api/Loan/1\nContent-Type: application/json\n\n"
ROW_422 = "| 422 | It is wrong. |"
BOTH = f"| 400 | It cannot be read. |\n{ROW_422}"

WRONG = [
    (POST + '{"Book": true}', "CS305"),
    (POST + '{"Now": true}', "CS304"),
    (POST + '{"Book": 1, "Bok": 1}', "CS303"),
    (POST + '{"Book": ', "CS301"),
    (POST + '{"Book": 1, "Now": "yes"}', "CS305"),
    (POST.replace("Loan/1", "Loan/1?days=many") + '{"Book": 1}', "CS322"),
    (POST.replace("Loan/1", "Loan/1?day=1") + '{"Book": 1}', "CS320"),
    (POST.replace("Loan/1", "Loan/one") + '{"Book": 1}', "CS324"),
    ("POST /api/Loan/1", "CS308"),
]


def page(wrong: str, answer: str = "422 Unprocessable Content", statuses: str = BOTH) -> str:
    return PAGE.format(wrong=wrong, answer=answer, statuses=statuses)


def checked(text: str, folder: Path) -> str:
    (folder / "loan.md").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["check", "--docs", str(folder)]).output


@pytest.mark.parametrize(("wrong", "code"), WRONG)
@pytest.mark.parametrize("statuses", [ROW_422, BOTH])
@pytest.mark.slow
def test_a_request_that_is_refused_may_be_wrong(
    tmp_path: Path, wrong: str, code: str, statuses: str
) -> None:
    assert checked(page(wrong, statuses=statuses), tmp_path).startswith("No findings")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path), "-k", "other"])
    assert (ran.exit_code, "1 passed" in ran.output) == (0, True), ran.output
    assert code in checked(page(wrong, "200 OK", statuses), tmp_path)


def test_a_first_example_without_a_name_shows_the_operation(tmp_path: Path) -> None:
    text = page(WRONG[0][0]).replace('```http! title="Right"', "```http!")
    text = text.replace('"Book": 1}', '"Book": "1"}')
    assert "CS305" in checked(text, tmp_path)


def test_only_the_request_that_the_page_shows_is_refused_as_it_shows() -> None:
    text = page(POST + '{"Book": 1, "Now": true}')
    shown = '{"Id": 2}'
    with serving(catalog_of({"Loan_Post": text})) as found:
        reader = Reader(*found)

        def post(body: str, query: str = "") -> tuple[int, str]:
            answer = reader.ask("POST", f"/api/Loan/1{query}", body.encode())
            return answer.status, answer.body.decode()

        assert post('{"Now": true, "Book": 1}') == (422, shown)
        assert post('{"Now": true, "Book": 1.0}') == (422, shown)
        assert post('{"Book": 1, "Now": true}', "?days=1")[0] == 200
        # To Python, these are equal.
        status, body = post('{"Book": 1, "Now": 1}')
        assert (status, body == shown) == (422, False)
        status, body = post('{"Book": true, "Now": true}')
        assert (status, body == shown) == (422, False)


def test_true_is_not_1_where_both_are_valid() -> None:
    text = page(POST + '{"Book": 1, "Now": true}').replace("| Now | bool |", "| Now | any |")
    with serving(catalog_of({"Loan_Post": text})) as found:
        reader = Reader(*found)
        assert reader.ask("POST", "/api/Loan/1", {"Book": 1, "Now": True}).status == 422
        assert reader.ask("POST", "/api/Loan/1", {"Book": 1, "Now": 1}).status == 200


def test_another_malformed_body_is_refused_for_what_it_is() -> None:
    text = page(POST + '{"Book": ')
    with serving(catalog_of({"Loan_Post": text})) as found:
        reader = Reader(*found)
        assert reader.ask("POST", "/api/Loan/1", b'{"Book":').status == 422
        assert reader.ask("POST", "/api/Loan/1", b'{"Now": 1').status == 400
        assert reader.ask("POST", "/api/Loan/1", b"").status == 422


XML = "application/xml"
JSON = "application/json"
ACCEPT_ROW = "## Request Headers\n\n| Name | Description |\n| --- | --- |\n| Accept | {} |\n\n"


@pytest.mark.parametrize(
    ("listed", "accept", "answer"),
    [
        (f"`{JSON}`, `{XML}`", XML, (200, XML)),
        (f"`{JSON}`, `{XML}`", "*/*", (200, XML)),
        (f"`{JSON}`, `{XML}`", JSON, (200, f"{JSON}; charset=utf-8")),
        (f"`{JSON}`, `{XML}`", f"{JSON}, {XML};q=0.1", (200, f"{JSON}; charset=utf-8")),
        (f"`{JSON}`, `{XML}`", "text/csv", (406, "application/problem+json")),
        (f"`{XML}`", JSON, (406, "application/problem+json")),
        ("", JSON, (406, "application/problem+json")),
        ("", XML, (200, XML)),
    ],
)
def test_a_client_gets_what_it_accepts_and_not_what_the_page_shows(
    listed: str, accept: str, answer: tuple[int, str]
) -> None:
    text = page(POST + '{"Book": 2}', "200 OK")
    before, _, after = text.rpartition(f"Content-Type: {JSON}\n\n" + '{"Id": 2}')
    text = f"{before}Content-Type: {XML}\n\n<Loan><Id>2</Id></Loan>{after}"
    if listed:
        heading = "## Request Body: Loan"
        text = text.replace(heading, ACCEPT_ROW.format(listed) + heading)
    with serving(catalog_of({"Loan_Post": text})) as found:
        response = Reader(*found).ask("POST", "/api/Loan/1", b'{"Book": 2}', Accept=accept)
    assert (response.status, response.header("Content-Type")) == answer
