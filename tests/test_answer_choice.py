"""Which of the things that a page shows and states a server answers with."""

from __future__ import annotations

import json
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.samples.request.defaults import MISSING_NUMBER
from tests.parcels import JSON, PAGES, Reader, catalog_of, problem, serving
from tests.test_negotiation import PAGE, XML, asked, sample, weighing

TABLE = "\n| Property Name | Type | Description |\n| --- | --- | --- |\n"
ENTRY = "application/vnd.depot+json"


def ask(catalog: Catalog, target: str = "/api/Weight", **fields: str) -> Any:
    """The answer of a server of its own."""
    with serving(catalog) as found:
        return Reader(*found).ask("GET", target, None, **fields)


def one_page(text: str) -> Catalog:
    """The catalog of a page."""
    return catalog_of({"x": text})


def page_with(
    old: str, new: str, *, shown: str = "", accept: str = f"`{JSON}`, `{XML}`"
) -> Catalog:
    """The page of a weight with one place changed."""
    text = PAGE.format(accept=accept, more="", shown=shown)
    assert old in text
    return one_page(text.replace(old, new, 1))


def test_a_body_of_one_media_type_alone_is_the_answer_in_that_one() -> None:
    own = f"\n### Response body ({ENTRY}): Entry\n{TABLE}| Entry | string | What is noted. |\n"
    catalog = weighing(f"`{JSON}`, `{ENTRY}`, `{XML}`", own + sample(JSON, '{"Grams": 5}'))
    assert json.loads(asked(catalog, JSON)[2]) == {"Grams": 5}
    status, content_type, body = asked(catalog, ENTRY)
    assert (status, content_type) == (200, f"{ENTRY}; charset=utf-8")
    assert list(json.loads(body)) == ["Entry"]
    assert b"<Grams>5</Grams>" in asked(catalog, XML)[2]


def test_what_fits_a_body_of_one_media_type_is_answered_as_it_is() -> None:
    own = f"\n### Response body ({ENTRY}): Entry\n{TABLE}| Grams | int32 | As above. |\n"
    catalog = weighing(f"`{JSON}`, `{ENTRY}`", own + sample(JSON, '{"Grams": 5}'))
    assert json.loads(asked(catalog, ENTRY)[2]) == {"Grams": 5}
    wrong = own.replace("int32", "string")
    catalog = weighing(f"`{JSON}`, `{ENTRY}`", wrong + sample(JSON, '{"Grams": 5}'))
    assert isinstance(json.loads(asked(catalog, ENTRY)[2])["Grams"], str)


def test_xml_is_named_after_the_type_of_the_body() -> None:
    assert asked(weighing(), XML)[2].partition(b"?>")[2].lstrip().startswith(b"<Weight")
    unnamed = page_with("### Response body: Weight", "### Response body:")
    assert asked(unnamed, XML)[2].partition(b"?>")[2].lstrip().startswith(b"<Weight")
    other = page_with("### Response body: Weight", "### Response body: Mass")
    assert asked(other, XML)[2].partition(b"?>")[2].lstrip().startswith(b"<Mass")


def test_a_page_without_a_success_answers_with_what_it_shows() -> None:
    bare = PAGE.partition("## Response")[0]
    shown = sample(JSON, "{}", "100 Continue") + sample(JSON, '{"Grams": 6}', "203 OK")
    answer = ask(one_page(bare.format(accept=f"`{JSON}`") + shown))
    assert (answer.status, json.loads(answer.body)) == (203, {"Grams": 6})


def test_a_page_that_documents_no_answer_is_501() -> None:
    bare = PAGE.partition("## Response")[0].format(accept=f"`{JSON}`")
    assert "documents no answer" in problem(ask(one_page(bare)), 501)["detail"]


@pytest.mark.parametrize(
    "refusal", ["", "| Response | Description |\n|---|---|\n| 404 | None. |\n"]
)
def test_a_body_without_a_status_is_that_of_200(refusal: str) -> None:
    bare = PAGE.partition("## Response")[0].format(accept=f"`{JSON}`")
    body = (
        "## Response body: Weight\n\n"
        "| Property Name | Type | Description |\n|---|---|---|\n| Grams | int32 | Its grams. |\n"
    )
    answer = ask(one_page(bare + body))
    assert answer.status == 200
    assert type(json.loads(answer.body)["Grams"]) is int


def test_of_examples_that_of_the_documented_success_comes_first() -> None:
    shown = sample(JSON, '{"Grams": 1}', "202 Accepted") + sample(JSON, '{"Grams": 2}')
    answer = ask(weighing(shown=shown))
    assert (answer.status, json.loads(answer.body)) == (200, {"Grams": 2})
    # Where there is none of it, the first success that is shown is the answer.
    shown = sample(JSON, '{"Grams": 3}', "203 X") + sample(JSON, '{"Grams": 4}', "202 Accepted")
    answer = ask(weighing(shown=shown))
    assert (answer.status, json.loads(answer.body)) == (203, {"Grams": 3})


def test_an_example_of_a_refusal_is_not_made_to_fit() -> None:
    shown = sample(JSON, '{"Grams": "none", "Why": 1}', "404 Not Found")
    answer = ask(weighing(shown=shown), Prefer="code=404")
    assert json.loads(answer.body) == {"Grams": "none", "Why": 1}


def test_an_example_that_contradicts_its_page_is_made_to_fit() -> None:
    body = json.loads(ask(weighing(shown=sample(JSON, '{"Grams": "heavy"}'))).body)
    assert isinstance(body["Grams"], int)


def test_an_example_that_is_no_json_gives_way_to_the_types() -> None:
    body = json.loads(ask(weighing(shown=sample(JSON, '{"Grams": '))).body)
    assert isinstance(body["Grams"], int)


def named(*responses: tuple[str, str], requests: tuple[str, ...] = ()) -> Catalog:
    """A page whose examples have names."""
    asked_for = "".join(
        f'\n## Sample request\n\n```http! title="{name}"\nGET /api/Weight\nAccept: {JSON}\n```\n'
        for name in requests
    )
    shown = "".join(
        sample(JSON, body).replace("```http_", f'```http_ title="{name}"' if name else "```http_")
        for name, body in responses
    )
    return weighing(shown=asked_for + shown)


@pytest.mark.parametrize(
    ("example", "grams", "applied"),
    [
        ("light", 1, 'example="light"'),
        ('"heavy one"', 2, 'example="heavy one"'),
        ("1", 1, "example=1"),
        ("2", 2, "example=2"),
    ],
)
def test_an_example_is_chosen_by_name_or_number(example: str, grams: int, applied: str) -> None:
    catalog = named(("light", '{"Grams": 1}'), ("heavy one", '{"Grams": 2}'))
    answer = ask(catalog, Prefer=f"example={example}")
    assert json.loads(answer.body) == {"Grams": grams}
    assert answer.header("Preference-Applied") == applied


@pytest.mark.parametrize("example", ["0", "3", "none", "", "1x", "\u0661", "1" * 30])
def test_an_example_that_there_is_not_is_refused(example: str) -> None:
    catalog = named(("light", '{"Grams": 1}'), ("heavy one", '{"Grams": 2}'))
    detail = problem(ask(catalog, Prefer=f'example="{example}"'), 404)["detail"]
    assert "one of the 2 sample responses" in detail


def test_the_name_of_a_request_chooses_its_response() -> None:
    catalog = named(("", '{"Grams": 1}'), ("", '{"Grams": 2}'), requests=("small", "large"))
    for name, grams in (("small", 1), ("large", 2)):
        answer = ask(catalog, Prefer=f"example={name}")
        assert json.loads(answer.body) == {"Grams": grams}
    # Of requests that are not as many, none belongs to a response.
    catalog = named(("", '{"Grams": 1}'), requests=("small", "large"))
    problem(ask(catalog, Prefer="example=small"), 404)


@pytest.mark.parametrize("name", ["tüte", "back\\slash"])
def test_a_name_that_no_field_can_repeat_is_told_by_its_number(name: str) -> None:
    catalog = named(("light", '{"Grams": 1}'), (name, '{"Grams": 2}'))
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    answer = ask(catalog, Prefer=f'example="{escaped}"')
    assert json.loads(answer.body) == {"Grams": 2}
    assert answer.header("Preference-Applied") == "example=2"


def test_an_example_and_a_status_are_both_told() -> None:
    shown = sample(JSON, '{"Grams": 1}') + sample(JSON, '{"Why": "a"}', "404 Not Found")
    answer = ask(weighing(shown=shown), Prefer="code=404, example=1")
    assert (answer.status, json.loads(answer.body)) == (404, {"Why": "a"})
    assert answer.header("Preference-Applied") == "code=404, example=1"


def test_a_refusal_says_what_the_page_says_of_it() -> None:
    assert problem(ask(weighing(), Prefer="code=404"), 404)["detail"] == "There is none."
    detail = problem(ask(weighing(), Prefer="code=409"), 409)["detail"]
    assert detail == "The page documents no such status."


def test_a_status_without_a_body_has_none() -> None:
    answer = ask(weighing(), Prefer="code=302")
    assert (answer.status, answer.body) == (302, b"")
    assert answer.header("Content-Type") is None


def test_a_further_success_has_the_types_of_the_page() -> None:
    answer = ask(weighing(), Prefer="code=202")
    assert (answer.status, list(json.loads(answer.body))) == (202, ["Grams"])
    answer = ask(weighing("`image/png`"), Prefer="code=202", Accept="image/png")
    assert (answer.status, answer.header("Content-Type")) == (202, "image/png")
    assert answer.body.startswith(b"\x89PNG")


def test_a_further_status_has_the_types_of_its_own_section() -> None:
    more = f"\n\n## Response 302: Other{TABLE}| Where | string | Where to. |\n"
    answer = ask(weighing(shown=more), Prefer="code=302")
    assert (answer.status, list(json.loads(answer.body))) == (302, ["Where"])


def test_nothing_has_the_number_that_is_kept_for_nobody_in_a_query() -> None:
    catalog = weighing(
        shown="\n\n## Query String Parameters\n\n| Parameter Name | Type | Description |\n"
        "|---|---|---|\n| page | int32 | Which page. |\n\n"
        "## Response: Weight\n\n| Response | Description |\n|---|---|\n| 404 | No such page. |\n"
    )
    target = "/api/Weight?page="
    assert ask(catalog, target=f"{target}1").status == 200
    assert ask(catalog, target=f"{target}{MISSING_NUMBER}").status == 404


def test_nobody_has_the_number_that_is_kept_for_nobody() -> None:
    text = PAGE.format(accept=f"`{JSON}`", more="", shown=sample(JSON, '{"Grams": 5}'))
    text = text.replace("GET /api/Weight", "GET /api/Scale/{id}/Weight").replace(
        "Weighs.", "Weighs.\n\n| Path Part | Type | Description |\n|---|---|---|\n"
        "| id | int32 | Which. **Required** |",
    )  # fmt: skip
    address = f"/api/Scale/{MISSING_NUMBER}/Weight"
    assert str(MISSING_NUMBER) in problem(ask(one_page(text), address), 404)["detail"]
    assert ask(one_page(text), "/api/Scale/7/Weight").status == 200
    without = text.replace("| 404 | There is none. |\n", "")
    assert ask(one_page(without), address).status == 200


def test_columns_can_be_selected() -> None:
    query = (
        "## Query String Parameters\n\n| Parameter Name | Type | Description |\n|---|---|---|\n"
        "| $select | string | Columns. |\n\n## Request Headers"
    )
    more = "| Grams | int32 | How heavy it is. |\n"
    text = PAGE.format(accept=f"`{JSON}`", more="", shown="").replace(
        more, f"{more}| By | string | Who. |\n"
    )
    catalog = one_page(text.replace("## Request Headers", query))
    chosen, whole = (
        json.loads(ask(catalog, t).body) for t in ("/api/Weight?$select=Grams", "/api/Weight")
    )
    assert chosen["Grams"] == whole["Grams"]
    assert "By" not in chosen
    assert whole["By"] is not None


def test_nothing_is_changed_by_who_accepts_no_answer() -> None:
    with serving(catalog_of(PAGES)) as found:
        reader = Reader(*found)
        before = reader.json("GET", "/api/Parcel/7")
        answer = reader.ask("PUT", "/api/Parcel/7", {"Note": "changed"}, Accept="image/png")
        assert answer.status == 406
        assert reader.json("GET", "/api/Parcel/7") == before
