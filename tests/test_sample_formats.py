"""A sample sends its body as its media type says, however the page's example is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.samples.request.bodies import FormBody, JsonBody, MultipartBody, TextBody
from callsheet.samples.request.values import pick_values
from callsheet.samples.request.variants import variants_of
from tests.parcels import catalog_of

JSON, XML = "application/json", "application/xml"
FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
BODIES = {
    JSON: '{"Label": "Glasses", "Weight": 3}',
    XML: "<Thing>\n  <Label>Glasses</Label>\n  <Weight>3</Weight>\n</Thing>",
    FORM: "Label=Glasses&Weight=3",
    MULTIPART: '--b\nContent-Disposition: form-data; name="Label"\n\nGlasses\n--b--',
}


def thing(listed: list[str], shown: str, mark: str = "", announced: str | None = None) -> str:
    """A page with one table for all media types, and an example in one of them."""
    kind = announced or shown + ("; boundary=b" if shown == MULTIPART else "")
    return f"""---
title: POST Thing
uid: Thing_Do
---

# POST Thing

```http
POST /api/Thing
```

Does it.

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | {", ".join(f"`{name}`" for name in listed)} |

## Request Body: Thing
{mark}
| Name | Type | Description |
| --- | --- | --- |
| Label | string | What is written on it. **Required** |
| Weight | int32 | Its weight. |

## Response: string

| Response | Description |
| --- | --- |
| 200 | It is done. |

## Sample request

```http!
POST /api/Thing
Content-Type: {kind}

{BODIES[shown]}
```
"""


@pytest.mark.parametrize("shown", BODIES)
@pytest.mark.parametrize("mark", ["", "\n**Optional**\n"])
def test_each_media_type_is_sent_as_itself(tmp_path: Path, shown: str, mark: str) -> None:
    listed = [shown, *(kind for kind in BODIES if kind != shown)]
    text = thing(listed, shown, mark)
    [operation] = catalog_of({"x": text}).operations
    found = [pick_values(variant.operation).body for variant in variants_of(operation)]
    assert len(found) == len(listed)
    for kind, body in zip(listed, found, strict=True):
        match body:
            case JsonBody(value, announced):
                assert (kind, announced) == (JSON, JSON)
                assert isinstance(value, dict)
                assert "Label" in value
            case TextBody(sent, announced):
                assert (kind, announced) == (XML, XML)
                assert sent.startswith("<")
            case FormBody(fields):
                assert (kind, fields[0][0]) == (FORM, "Label")
            case MultipartBody(parts):
                assert (kind, parts[0].name) == (MULTIPART, "Label")
            case _:
                pytest.fail(f"{kind}: {body}")
    (tmp_path / "thing.md").write_text(text, encoding="utf-8")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert (ran.exit_code, "4 passed" in ran.output) == (0, True), ran.output


@pytest.mark.parametrize("announced", ["", JSON, XML, "text/plain"])
@pytest.mark.parametrize(("listed", "shown"), [(JSON, XML), (JSON, FORM), (XML, FORM), (FORM, XML)])
def test_an_example_in_a_format_that_the_page_does_not_list_is_not_sent(
    listed: str, shown: str, announced: str
) -> None:
    text = thing([listed], shown, announced=announced or shown)
    [operation] = catalog_of({"x": text}).operations
    values = pick_values(operation)
    sent = values.body
    assert isinstance(sent, {JSON: JsonBody, XML: TextBody, FORM: FormBody}[listed])
    if isinstance(sent, JsonBody):
        assert json.dumps(sent.value) == '{"Label": "example", "Weight": 1}'
    assert any(choice.fault for choice in values.choices)


def test_an_optional_body_of_a_section_of_its_own_is_sent_where_another_one_is_shown() -> None:
    own = thing([JSON, XML], JSON, "\n**Optional**\n")
    start, end = own.index("## Request Body"), own.index("## Response")
    section = own[start:end]
    named = section.replace("Request Body", f"Request Body ({XML})")
    [operation] = catalog_of({"x": own.replace(section, section + named)}).operations
    bodies = [pick_values(variant.operation).body for variant in variants_of(operation)]
    assert [type(body) for body in bodies] == [JsonBody, TextBody]


def test_bytes_are_sent_in_each_media_type(tmp_path: Path) -> None:
    row = "| Weight | int32 | Its weight. |\n"
    text = thing([*BODIES], JSON).replace(row, row + "| Photo | byte | A picture. **Required** |\n")
    (tmp_path / "thing.md").write_text(text[: text.index("## Sample request")], encoding="utf-8")
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert (ran.exit_code, f"{len(BODIES)} passed" in ran.output) == (0, True), ran.output
