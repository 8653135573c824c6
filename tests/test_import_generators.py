"""Habits of generators of documents: nothing is found, and a second import changes nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.importing import (
    Imported,
    Specification,
    import_openapi,
    plan_files,
    write_files,
)
from tests.openapi_facts import compare_facts
from tests.test_import_facts import exported
from tests.test_imported_programs import TEXT, Document, of, ref

NUMBER: Document = {"type": "number"}
DONE: Document = {"200": {"description": "It is done."}}
PART: Document = {"name": "bot", "in": "path", "required": True, "schema": TEXT}


def kind(value: str, **properties: Document) -> Document:
    return of({"type": {"type": "string", "enum": [value]}, **properties}, "type")


def answer(schema: Document, media_type: str = "application/json") -> Document:
    return {"200": {"description": "It.", "content": {media_type: {"schema": schema}}}}


def get(name: str, schema: Document, media_type: str = "application/json", **more: Any) -> Document:
    operation = {"operationId": name, "summary": f"Get {name}", "responses": {}, **more}
    return {"get": {**operation, "responses": answer(schema, media_type)}}


def save(name: str, schema: Document, *media_types: str) -> Document:
    content = {media_type: {"schema": schema} for media_type in media_types}
    operation = {"operationId": name, "summary": f"Save {name}", "responses": answer(TEXT)}
    return {"post": {**operation, "requestBody": {"required": True, "content": content}}}


def closed(**properties: Document) -> Document:
    return of(properties, *properties, additionalProperties=False)


SAVED = closed(id=TEXT, plan=ref("SavedPlan"))
BERTH = of({"id": NUMBER, "name": TEXT}, "name", example={"id": 7, "name": "North"})
SOURCE = {"bounds": {"type": "array", "items": NUMBER}, "scale": NUMBER}
DOCUMENT: Document = {
    "openapi": "3.0.3",
    "info": {"title": "Harbour", "version": "1"},
    "servers": [{"url": "https://a.example/api"}, {"url": "https://b.example/v2/api"}],
    "paths": {
        # An error is one of many objects, which its `type` tells apart.
        "/faults": get("faults", ref("Fault"), security=[{"Session Token": []}]),
        # What alternatives describe is documented, and so is what a limit requires.
        "/charts": save("chart", ref("Chart"), "application/json"),
        "/events": get("events", of({"event": ref("Event")}, "event")),
        # Two paths are one, but for the names of their parts.
        "/bots/{target}": {
            "parameters": [{**PART, "name": "target"}],
            "delete": get("target", TEXT)["get"],
        },
        "/bots/{bot}": {**get("bot", TEXT), "parameters": [PART]},
        "/icons": get("icon", {**TEXT, "format": "binary", "description": "An icon."}, "image/png"),
        "/changes": get("changes", {}, "text/event-stream"),
        "/lists": get("lists", of({"all": {"type": "array", "items": ref("Anything")}})),
        # Items that are put together of types are no use of these types.
        "/messages": get("messages", {"type": "array", "items": ref("Message")}),
        "/berths": save(
            "berth",
            ref("Berth"),
            "application/*+json",
            "application/*+xml",
            "application/json",
            "application/xml",
        ),
    },
    "components": {
        "securitySchemes": {"Session Token": {"type": "apiKey", "in": "header", "name": "x-token"}},
        "schemas": {
            "Anything": {},
            "Plan": closed(day=TEXT),
            "SavedPlan": closed(day=NUMBER, until=TEXT),
            "Berth": BERTH,
            "Fault": of(
                {"location": TEXT},
                "location",
                oneOf=[kind("labelMe"), kind("unknownUser"), kind("tooMany", max=NUMBER)],
            ),
            "Chart": of(
                {"name": TEXT, "url": TEXT, "layers": TEXT},
                description="A chart.",
                oneOf=[ref("Tiles"), ref("Map")],
                example={"type": "tiles", "bounds": [1, 2], "scale": 3, "name": "Tasman Bay"},
            ),
            "Tiles": kind("tiles", **SOURCE),
            "Map": kind("map", **SOURCE),
            "Event": of({"id": TEXT}, "id", "message"),
            "Base": of({"time": TEXT}, "time", description="The base of records."),
            "Note": of({"text": TEXT}, "text", description="A note."),
            "Message": {"allOf": [ref("Base"), ref("Note")]},
            "Thread": of(
                {"messages": {"type": "array", "items": {"allOf": [ref("Base"), ref("Note")]}}}
            ),
        },
    },
}
DOCUMENT["paths"]["/threads"] = get("threads", ref("Thread"))
# What is sent has other parts than what comes back.
DOCUMENT["paths"]["/plans"] = save("plan", closed(plan=ref("Plan")), "application/json")
DOCUMENT["paths"]["/plans"]["post"]["responses"] = {"201": answer(SAVED)["200"]}
DOCUMENT["paths"]["/plans"] |= get("allPlans", {"type": "array", "items": SAVED})
DOCUMENT["paths"]["/plans/{id}"] = {**get("saved", SAVED), "parameters": [{**PART, "name": "id"}]}


def specification(document: Document) -> Specification:
    return Specification("api.json", document, str(document["openapi"]))


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("docs")
    plan = plan_files(import_openapi(specification(DOCUMENT)), folder)
    assert plan.findings == ()
    list(write_files(plan))
    return folder


def test_nothing_is_found(docs: Path) -> None:
    ran = CliRunner().invoke(main, ["check", "--docs", str(docs), "--format", "json"])
    found = json.loads(ran.stdout)["findings"]
    assert [f"{each['code']} {each['message']}" for each in found] == []


@pytest.mark.slow  # It starts a server and a program for each operation.
def test_each_program_passes(docs: Path) -> None:
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs)])
    assert ran.exit_code == 0, ran.output


def test_the_facts_come_back_and_a_second_import_changes_nothing(tmp_path: Path) -> None:
    once = exported(specification(DOCUMENT), tmp_path / "once")
    assert compare_facts(DOCUMENT, once).lost == []
    assert exported(specification(once), tmp_path / "again") == once


def test_alternatives_are_named_after_what_tells_them_apart(docs: Path) -> None:
    page = (docs / "types/Fault.md").read_text()
    assert "either FaultLabelMe or FaultUnknownUser or FaultTooMany" in page
    assert "Session Token" in (docs / "faults.md").read_text()


def test_a_request_has_one_media_type(docs: Path) -> None:
    page = (docs / "berth.md").read_text()
    assert "Content-Type: application/json\n" in page
    assert "Content-Type: application/*" not in page


def test_the_later_of_two_descriptions_is_that_of_the_whole(docs: Path) -> None:
    page = (docs / "types/Message.md").read_text()
    assert "A note." in page
    assert "The base" not in page


def test_addresses_that_end_alike_are_before_one_route(docs: Path) -> None:
    page = (docs / "bot.md").read_text()
    assert "- url: https://a.example\n- url: https://b.example/v2\n" in page
    assert "GET /api/bots/{bot}" in page


def noted(**more: Any) -> list[str]:
    found: Imported = import_openapi(specification({**DOCUMENT, "servers": [], **more}))
    return [note.message for note in found.findings]


def test_a_body_that_cannot_be_there_is_told() -> None:
    operation = get("gone", TEXT)
    operation["get"]["responses"]["204"] = answer(TEXT)["200"]
    says = "A response of status 204 has no body"
    assert any(says in message for message in noted(paths={"/gone": operation}))


def test_a_header_about_a_body_that_is_not_described_is_no_row(tmp_path: Path) -> None:
    named = [
        {"name": name, "in": "header", "required": True, "description": "Its type.", "schema": TEXT}
        for name in ("Accept", "Content-Type")
    ]
    operation = {"summary": "Retry", "operationId": "retry", "responses": DONE}
    document = {**DOCUMENT, "paths": {"/a": {"post": {**operation, "parameters": named}}}}
    list(write_files(plan_files(import_openapi(specification(document)), tmp_path)))
    assert "Request Headers" not in (tmp_path / "retry.md").read_text()
    ran = CliRunner().invoke(main, ["check", "--docs", str(tmp_path)])
    assert ran.exit_code == 0, ran.output
    says = "`Accept` is about a body that the document does not describe."
    assert says in noted(paths=document["paths"])


def test_an_address_may_have_variables_without_a_value(tmp_path: Path) -> None:
    variables = {"account": {"default": "{account}", "description": "Who."}}
    server = {"url": "https://{account}.a.example", "variables": variables}
    document = {**DOCUMENT, "servers": [server]}
    assert compare_facts(document, exported(specification(document), tmp_path)).lost == []
