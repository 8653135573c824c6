"""The Python program of a refusal shows whatever body its page describes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.samples import outcomes_of
from callsheet.samples.request.defaults import MISSING_NUMBER
from callsheet.samples.request.outcomes import MISSING_NAME
from callsheet.samples.request.values import pick_values
from tests.parcels import catalog_of

pytestmark = pytest.mark.slow

PAGE = """---
title: GET Thing/{{id}}
uid: Thing_Get
---

# GET Thing/{{id}}

```http
GET /api/Thing/{{id}}
```

Gets one.

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | Its number. **Required** |

## Response: string

| Response | Description |
| --- | --- |
| 200 | It is there. |
| 404 | It is not. |

{section}

## Sample response

```http_
HTTP/1.1 404 Not Found
Content-Type: {kind}
{body}```
"""
JSON = "application/json"
TABLE = "\n\n| Name | Type | Description |\n| --- | --- | --- |\n| message | string | Why. |\n"


@pytest.mark.parametrize(
    ("section", "kind", "body"),
    [
        ("## Response 404: string", JSON, '\n"No such thing."\n'),
        ("## Response 404: string", JSON, ""),
        ("## Response 404: int32", JSON, "\n7\n"),
        ("## Response 404: array of string", JSON, '\n["No such thing."]\n'),
        ("## Response 404: Unheard", JSON, ""),
        ("## Response 404", JSON, ""),
        (f"## Response 404: object{TABLE}", JSON, '\n{"message": "No."}\n'),
        (f"## Response 404: array of object{TABLE}", JSON, '\n[{"message": "No."}]\n'),
        ("", JSON, '\n"No such thing."\n'),
        ("", JSON, "\nno JSON\n"),
        ("", JSON, "\nnull\n"),
        ("## Response 404: string", "text/plain", "\nNo such thing.\n"),
        ("## Response 404: image binary", "image/png", "\n(a picture)\n"),
    ],
)
def test_a_refusal_is_shown_whatever_its_body_is(
    tmp_path: Path, section: str, kind: str, body: str
) -> None:
    text = PAGE.format(section=section, kind=kind, body=body)
    (tmp_path / "thing.md").write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path), "-k", "Thing_Get"])
    assert (ran.exit_code, "2 passed" in ran.output) == (0, True), ran.output


CREATE = """---
title: POST Thing
uid: Thing_Create
---

# POST Thing

```http
POST /api/Thing
```

Makes one.
{headers}
## Request Body: Thing

| Name | Type | Description |
| --- | --- | --- |
| Label | string | What is written on it. **Required** |

## Response: string

| Response | Description |
| --- | --- |
| 200 | It is there. |
{statuses}
"""


@pytest.mark.parametrize("statuses", [(400,), (422,), (400, 422), (422, 400), (415,), (400, 415)])
@pytest.mark.parametrize("listed", ["", "`application/json`"])
def test_each_documented_refusal_comes(
    tmp_path: Path, statuses: tuple[int, ...], listed: str
) -> None:
    row = f"| Content-Type | {listed} |" if listed else ""
    table = f"\n## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n{row}\n"
    rows = "\n".join(f"| {status} | It is refused. |" for status in statuses)
    text = CREATE.format(statuses=rows, headers=table if row else "")
    (tmp_path / "thing.md").write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    wanted = f"{1 + len(statuses)} passed"
    assert (ran.exit_code, wanted in ran.output) == (0, True), ran.output


@pytest.mark.parametrize(
    ("security", "authorization", "is_real"),
    [
        ("basic", "", True),
        ("bearer", "", True),
        ("bearer", "Bearer callsheet", True),
        ("digest", "", True),
        ("{key: {in: header, name: X-Key}}", "", True),
        ("{key: {in: query, name: key}}", "", True),
        ("{key: {in: cookie, name: key}}", "", True),
        ("{oauth2: [read], tenant: {in: header, name: X-Tenant}}", "", True),
        ("[{key: {in: header, name: X-Key}}, bearer]", "Bearer callsheet", True),
        ("{mutualTLS: [], bearer: []}", "", True),
        ("", "Bearer callsheet", True),
        ("", "Basic cmVhZGVyOmNhbGxzaGVldA==", True),
        # Nobody needs credentials.
        ("[bearer, none]", "", False),
        ("mutualTLS", "", False),
        ("[bearer, mutualTLS]", "", False),
    ],
)
def test_wrong_credentials_are_refused_for_real(
    tmp_path: Path, security: str, authorization: str, is_real: bool
) -> None:
    row = "| Authorization | Who asks. |" if not security else ""
    table = f"\n## Request Headers\n\n| Parameter Name | Description |\n| --- | --- |\n{row}\n"
    text = CREATE.format(statuses="| 401 | Who asks? |", headers=table if row else "")
    if security:
        text = text.replace("uid: Thing_Create\n", f"uid: Thing_Create\nsecurity: {security}\n")
    if authorization:
        fields = f"Authorization: {authorization}\nContent-Type: application/json"
        text += f"\n## Sample request\n\n```http!\nPOST /api/Thing\n{fields}\n\n"
        text += '{"Label": "Glasses"}\n```\n'
    [operation] = catalog_of({"x": text}).operations
    [outcome] = outcomes_of(operation)
    assert outcome.simulated is not is_real
    (tmp_path / "thing.md").write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert (ran.exit_code, "2 passed" in ran.output) == (0, True), ran.output


PATH_ROW = """---
title: GET Thing/{{key}}
uid: Thing_Get
---

# GET Thing/{{key}}

```http
GET /api/Thing/{{key}}
```

Gets one.

| Path Part | Type | Required | Limits | Values | Description |
| --- | --- | --- | --- | --- | --- |
| key | {type} | Yes | {limits} | {values} | Which. |

## Response: object

| Name | Type | Description |
| --- | --- | --- |
| Label | string | What is written on it. |

| Response | Description |
| --- | --- |
| 200 | It is there. |
| 404 | It is not. |
"""


@pytest.mark.parametrize(
    ("data_type", "limits", "values", "sent"),
    [
        ("int32", "", "", MISSING_NUMBER),
        ("int32", "1 to 100", "", 100),
        ("int32", "below 0", "", -2),
        ("int32", "at least 100, multiple of 7", "", MISSING_NUMBER - 1),
        ("int64", "at least 5000000000", "", 5000000001),
        ("int32", "1 to 3", "", None),
        ("int32", "", "`1`, `2`, `9`", None),
        ("string", "", "", MISSING_NAME),
        ("string", "exactly 4 characters", "", None),
        ("string", "pattern `^[A-Z]{2}[0-9]{3}$`", "", None),
        ("string", "", "`red`, `blue`", None),
    ],
)
def test_what_does_not_exist_fits_its_row_all_the_same(
    tmp_path: Path, data_type: str, limits: str, values: str, sent: int | str | None
) -> None:
    text = PATH_ROW.format(type=data_type, limits=limits, values=values)
    (tmp_path / "thing.md").write_text(text, encoding="utf-8")
    [operation] = catalog_of({"Thing_Get": text}).operations
    [outcome] = outcomes_of(operation)
    usual = pick_values(operation).path["key"]
    assert outcome.values.path == {"key": usual if sent is None else sent}
    assert outcome.simulated == (not isinstance(sent, int))
    assert usual != sent
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path), "-k", "Thing_Get"])
    assert (ran.exit_code, "2 passed" in ran.output) == (0, True), ran.output


def test_a_number_that_the_page_shows_exists(tmp_path: Path) -> None:
    text = PATH_ROW.format(type="int32", limits="1 to 100", values="")
    text += "\n## Sample request\n\n```http!\nGET /api/Thing/100\n```\n"
    (tmp_path / "thing.md").write_text(text, encoding="utf-8")
    [operation] = catalog_of({"Thing_Get": text}).operations
    assert outcomes_of(operation)[0].values.path == {"key": 99}
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path), "-k", "Thing_Get"])
    assert (ran.exit_code, "2 passed" in ran.output) == (0, True), ran.output
