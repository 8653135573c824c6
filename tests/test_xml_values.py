"""XML against a schema: the server, the checks and the samples read and write it alike."""

from __future__ import annotations

from typing import Any

import pytest

from callsheet.checks.parsing.nodes import Node, valued_xml
from callsheet.checks.parsing.xml_and_forms import parse_form, parse_xml, valued_parts
from callsheet.model import Operation
from callsheet.model.contents import Content, request_contents
from callsheet.samples.request.bodies import xml_of
from callsheet.server.http.form_body import decode_form
from callsheet.server.http.xml_body import decode_xml
from callsheet.server.limits import Limits
from callsheet.source import read_page
from tests.checks.offences import diagnostics

ROWS = """\
| Property Name | Type | Limits | Description |
| --- | --- | --- | --- |
| Tags | array of string | at most 2 items | What it is about. **Required** |
| Ids | array of int32 | | Numbers. |
| Stops | array of object | | Where it was. |
| Stops[].At | string | | The place. |
| Buyer | object | | Who pays. |
| Buyer.Name | string | | The name. |
"""
PAGE = f"""\
---
uid: v1Order
---

# Order

```http
POST /api/v1/Order
```

## Request Headers

| Parameter Name | Description |
| --- | --- |
| Content-Type | `application/xml`, `application/x-www-form-urlencoded` |

## Request Body: Order

{ROWS}
## Sample request

```http!
POST /api/v1/Order
Content-Type: TYPE

BODY
```
"""


def order() -> tuple[Operation, Content]:
    operation = read_page(PAGE.encode(), "a.md").operation
    assert operation is not None
    return operation, request_contents(operation)[0]


def found(media_type: str, body: str) -> list[tuple[str, str]]:
    text = PAGE.replace("TYPE", media_type).replace("BODY", body)
    return [
        (code, diagnostic.message)
        for code, diagnostic in diagnostics(text, "CS301", "CS303", "CS304", "CS305")
    ]


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        ("<Tags>a</Tags>", {"Tags": ["a"]}),
        ("<Tags>a</Tags><Tags>b</Tags>", {"Tags": ["a", "b"]}),
        ("<Tags><item>a</item><item>b</item></Tags>", {"Tags": ["a", "b"]}),
        ("<Tags>a,b</Tags>", {"Tags": ["a,b"]}),
        ("<Tags />", {"Tags": []}),
        ("<Ids>1</Ids><Ids>2</Ids>", {"Ids": [1, 2]}),
        ("<Stops><At>x</At></Stops>", {"Stops": [{"At": "x"}]}),
        ("<Stops><Stop><At>x</At></Stop></Stops>", {"Stops": [{"At": "x"}]}),
        (
            "<Buyer><Name>Ann</Name></Buyer><Tags>a</Tags>",
            {"Buyer": {"Name": "Ann"}, "Tags": ["a"]},
        ),
        ("<Buyer />", {"Buyer": {}}),
        ("<Other>1</Other><Other>2</Other>", {"Other": ["1", "2"]}),
    ],
)
def test_xml_is_read_alike_by_server_and_checks(xml: str, value: Any) -> None:
    schema, body = order()[1].schema, f"<Order>{xml}</Order>"
    assert decode_xml(body.encode(), schema, {}, Limits()) == value
    node = parse_xml(body)
    assert isinstance(node, Node)
    assert valued_xml(node, schema).plain() == value


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        ('<Order Ids="7"><Tags>a</Tags></Order>', {"Ids": [7], "Tags": ["a"]}),
        ("<Order><Buyer Name='Ann'/></Order>", {"Buyer": {"Name": "Ann"}}),
        ('<Order><Stops At="x"/></Order>', {"Stops": [{"At": "x"}]}),
        ('<Order x:Tags="a" xmlns:x="urn:x" Other=">"><Ids>1</Ids></Order>', {"Ids": [1]}),
        ('<Order Ids="1" />', {"Ids": [1]}),
    ],
)
def test_an_attribute_is_the_property_of_its_name(xml: str, value: Any) -> None:
    schema = order()[1].schema
    assert decode_xml(xml.encode(), schema, {}, Limits()) == value
    node = parse_xml(xml)
    assert isinstance(node, Node)
    assert valued_xml(node, schema).plain() == value


def test_an_attribute_is_checked_in_its_place() -> None:
    assert found("application/xml", '<Order Ids="x"><Tags>a</Tags></Order>') == [
        ("CS305", "`Ids[0]` is `x` in the example; expected is an integer (`int32`).")
    ]


def test_repeated_texts_are_counted() -> None:
    xml = "<Order><Tags>a</Tags><Tags>b</Tags><Tags>c</Tags></Order>"
    assert [code for code, _ in found("application/xml", xml)] == ["CS305"]
    assert found("application/xml", "<Order><Tags>a</Tags></Order>") == []


def test_a_sample_in_xml_has_an_item_in_each_required_array() -> None:
    operation, content = order()
    value: Any = {"Tags": [], "Ids": [], "Stops": [{"At": "x"}, {"At": "y"}]}
    text = xml_of(value, operation, content)
    read = decode_xml(text.encode(), content.schema, {}, Limits())
    assert len(read.pop("Tags")) == 1
    assert read == {"Stops": [{"At": "x"}, {"At": "y"}]}
    assert found("application/xml", text) == []


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("Tags=a&Buyer=%7B%22Name%22%3A%20%22A+B%22%7D", {"Tags": ["a"], "Buyer": {"Name": "A B"}}),
        ("Tags=a&Tags=b&Ids=1,2", {"Tags": ["a", "b"], "Ids": [1, 2]}),
        (
            "Tags=%5B%22a%22%5D&Stops=%7B%22At%22%3A%22x%22%7D",
            {"Tags": ["a"], "Stops": [{"At": "x"}]},
        ),
    ],
)
def test_a_form_is_read_alike_by_server_and_checks(form: str, value: Any) -> None:
    schema = order()[1].schema
    assert decode_form(form.encode(), schema, {}, Limits()) == value
    assert valued_parts(parse_form(form), schema).plain() == value
    assert found("application/x-www-form-urlencoded", form) == []


def test_a_value_of_a_form_is_shown_decoded() -> None:
    form = "Tags=a&Buyer=%7B%22Name%22%3A+5%7D"
    [(code, message)] = found("application/x-www-form-urlencoded", form)
    assert code == "CS305"
    assert '`{"Name": 5}`' in message
