"""A fresh import of a document without faults has no findings, and its programs pass."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from callsheet.catalog import Catalog
from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.cli import main
from callsheet.export import export_openapi
from callsheet.importing import Specification, import_openapi, plan_files, write_files
from callsheet.run.programs import programs_of
from tests.test_import_facts import json_of

Document = dict[str, Any]

TEXT = {"type": "string"}
OK: Document = {"200": {"description": "It is there."}}
CODE = {"type": "string", "pattern": "^VE[0-9]{4}$", "description": "Its code."}
TICKET: Document = {
    "type": "object",
    "description": "A ticket.",
    "required": ["kind"],
    "properties": {
        "kind": {"type": "string", "description": "What it is for."},
        "event": {"type": "string", "description": "The event, if it is for one."},
    },
}


def answer(schema: Document, **more: Any) -> Document:
    """The responses of an operation with one body."""
    content = {"application/json": {"schema": schema, **more}}
    return {"200": {"description": "It is there.", "content": content}}


def form(**examples: Document) -> Document:
    fields = {
        "name": {"type": "string", "description": "Its name. Required when it has no number."},
        "mode": {"type": "string", "description": "One of `required`, `preferred` or `none`."},
        "fields": {"type": "array", "items": {}, "description": "More of it."},
        "publicKey": {"type": "string", "description": "Its key."},
        "secret": {"type": "string", "description": "Its secret."},
        "size": {
            "type": "object",
            "description": "Its size.",
            "properties": {"x": {**TEXT, "description": "X."}},
        },
    }
    named = {name: {"value": value} for name, value in examples.items()}
    schema = {"type": "object", "description": "It.", "properties": fields}
    content = {"application/x-www-form-urlencoded": {"schema": schema, "examples": named}}
    return {"required": True, "content": content}


SENT = {
    "name": "Ann",
    "fields": ['{"label": "a"}'],
    "publicKey": "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE7",
    "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
}
MAP = {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}}
CLOSED = {
    "type": "object",
    "description": "It.",
    "properties": {"kind": {**TEXT, "description": "Its kind."}},
    "additionalProperties": False,
}


def nested(inner: Document) -> Document:
    """An object with an optional object in it."""
    return {
        "type": "object",
        "description": "It.",
        "required": ["name"],
        "properties": {"name": {**TEXT, "description": "Its name."}, "inner": inner},
    }


def named(number: int) -> Document:
    """An object with a name that takes a part of a line."""
    return {
        "type": "object",
        "title": f"TicketOfTheKindWithNumber{number}",
        "description": "It.",
        "required": [f"kind{number}"],
        "properties": {f"kind{number}": {**TEXT, "description": "Its kind."}},
    }


SCHEMES = {
    "basic": {"type": "http", "scheme": "basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
}
OPERATIONS: dict[str, Document] = {
    "a body with limits of its own": {
        "get": {
            "responses": answer(
                {"type": "array", "items": TICKET, "maxItems": 9, "description": "All tickets."},
                example=[{"kind": "day"}],
            )
        }
    },
    "a text with limits of its own": {
        "put": {
            "requestBody": {
                "required": True,
                "description": "It.",
                "content": json_of({"type": "string", "enum": [".", "X"], "example": "X"}),
            },
            "responses": answer({"type": "string", "enum": [".", "X"], "description": "It."}),
        }
    },
    "an example without what is optional": {
        "get": {"responses": answer(TICKET, example={"kind": "day"})}
    },
    "other properties": {
        "get": {"responses": answer({**MAP, "description": "Counts."}, example={"a": 2})}
    },
    "maps as properties": {
        "get": {
            "responses": answer(
                {
                    "type": "object",
                    "description": "It.",
                    "properties": {"counts": {**MAP, "description": "How many of each."}},
                },
                example={"counts": {"a": 2}},
            )
        }
    },
    "examples of forms": {
        "post": {"requestBody": form(first=SENT, second=SENT), "responses": answer(TICKET)}
    },
    "two successes to one request": {
        "post": {
            "requestBody": form(first={"name": "Ann"}, second={"name": "Ann"}),
            "responses": {
                status: {
                    "description": "Done.",
                    "content": {
                        "application/json": {
                            "schema": TICKET,
                            "examples": {name: {"value": {"kind": name}}},
                        }
                    },
                }
                for status, name in (("201", "first"), ("200", "second"))
            },
        }
    },
    "any in the response": {
        "post": {
            "requestBody": form(first={"name": "Ann"}),
            "responses": answer(
                {
                    "type": "object",
                    "description": "It.",
                    "properties": {"size": {"description": "Its size."}},
                }
            ),
        }
    },
    "bytes in JSON": {"get": {"responses": answer({"type": "string", "format": "binary"})}},
    "a variable in a text": {
        "get": {
            "description": "Writes $(NAME) as it is if $(NAME) is written $$(NAME).",
            "responses": OK,
        }
    },
    "templates in a text": {
        "get": {"description": "Opens ${metadata.name}, and {Depot.Name}.", "responses": OK}
    },
    "a bare address": {
        "get": {"description": "See https://example.com/a for more.", "responses": OK}
    },
    "anything in the response": {"get": {"responses": answer({})}},
    "bodies of any media type": {
        "post": {
            "requestBody": {
                "required": True,
                "description": "It.",
                "content": {"*/*": {"schema": TICKET}},
            },
            "responses": {
                "200": {"description": "It is there.", "content": {"*/*": {"schema": TICKET}}}
            },
        }
    },
    "a body of DELETE": {"delete": {"requestBody": form(), "responses": OK}},
    "a file that is not a picture": {
        "post": {
            "requestBody": {
                "required": True,
                "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
            },
            "responses": OK,
        }
    },
    "one name for two types": {
        "post": {
            "requestBody": {
                "required": True,
                "content": json_of(
                    {
                        "type": "object",
                        "properties": {"kind": {"type": "integer", "description": "It."}},
                    }
                ),
                "description": "It.",
            },
            "responses": answer(TICKET),
        }
    },
    "nothing but a redirection": {"get": {"responses": {"307": {"description": "Elsewhere."}}}},
    "a media type before it was registered": {
        "post": {
            "requestBody": {"required": True, "content": {"text/x-markdown": {"schema": TEXT}}},
            "responses": OK,
        }
    },
    "lists as CommonMark has them": {
        "get": {
            "description": "It gives:\n\n- a label\n  - in bold\n\n  and more\n1. one\n\n   `a`",
            "responses": OK,
        }
    },
    "links of viewers": {
        "get": {
            "description": "See [one](#operation/doIt), [two](#tag/Other%20things/operation/doIt) "
            "and [three](#/things/doIt).",
            "responses": OK,
        }
    },
    "a body of one of many types": {
        "post": {
            "requestBody": {
                "required": True,
                "description": "It.",
                "content": json_of({"oneOf": [named(n) for n in range(6)]}),
            },
            "responses": OK,
        }
    },
    "one name for examples of two statuses": {
        "get": {
            "responses": {
                status: {
                    "description": about,
                    "content": {
                        "application/json": {
                            "schema": TICKET,
                            "examples": {"Example": {"value": {"kind": "day"}}},
                        }
                    },
                }
                for status, about in (("200", "It is there."), ("404", "It is not there."))
            }
        }
    },
    "one of several filters": {
        "get": {
            "parameters": [
                {
                    "name": name,
                    "in": "query",
                    "schema": TEXT,
                    "description": "What it is for. Note that one of `a` and `b` must be given.",
                }
                for name in "ab"
            ],
            "responses": OK,
        }
    },
    "what is optional deep within": {
        "get": {"responses": answer(nested(nested(nested(nested(nested(TICKET))))))}
    },
    "nothing but what is optional deep within": {
        "get": {"responses": answer(nested(nested(nested(nested(CLOSED)))))}
    },
    "an example of the second media type": {
        "get": {
            "responses": {
                "200": {
                    "description": "It is there.",
                    "content": {
                        "application/json": {"schema": TICKET},
                        "text/plain": {"schema": TEXT, "example": "kind = day"},
                    },
                }
            }
        }
    },
    "a header without a value": {
        "get": {
            "responses": {
                "200": {
                    "description": "It is there.",
                    "headers": {"X-Mark": {"schema": TEXT, "description": "It.", "example": ""}},
                    "content": json_of(TICKET),
                }
            }
        }
    },
    "a form without fields": {
        "post": {
            "requestBody": {
                "description": "It.",
                "content": {"multipart/form-data": {"schema": {}}},
            },
            "responses": OK,
        }
    },
    "JSON in a text": {
        "get": {"responses": answer(TICKET, example='{"kind": "day"}')},
    },
    "preferences among a few": {
        "post": {
            "parameters": [
                {
                    "name": "Prefer",
                    "in": "header",
                    "schema": {"type": "string", "enum": ["respond-async"]},
                    "description": "How to answer.",
                }
            ],
            "responses": {**answer(TICKET), "202": {"description": "It is on its way."}},
        }
    },
    "refusals of what has no body": {
        "delete": {
            "responses": {
                "204": {"description": "It is gone."},
                "406": {"description": "It is not acceptable."},
                "412": {"description": "It was changed."},
            }
        }
    },
    "refusals of what is new": {
        "post": {
            "requestBody": {"required": True, "description": "It.", "content": json_of(TICKET)},
            "responses": {
                "201": {"description": "It is there.", "content": json_of(TICKET)},
                "412": {"description": "It was changed."},
            },
        }
    },
    "a conflict of properties": {
        "patch": {
            "requestBody": {"required": True, "description": "It.", "content": json_of(TICKET)},
            "responses": {**answer(TICKET), "409": {"description": "It is another."}},
        }
    },
    "an answer that is an object without properties": {
        "delete": {
            "responses": answer({"type": "object", "title": "Nothing", "description": "It."})
        }
    },
    "lengths of bodies": {
        "post": {
            "parameters": [
                {
                    "name": "Content-Length",
                    "in": "header",
                    "required": True,
                    "schema": {"type": "number", "example": 262144},
                    "description": "The length of the body.",
                }
            ],
            "responses": {
                "200": {
                    "description": "It is there.",
                    "headers": {
                        "Content-Length": {"schema": {"type": "number"}, "description": "Its."}
                    },
                    "content": json_of(TICKET),
                }
            },
        }
    },
    "a line that ends with a backslash": {
        "get": {"description": "It gives one,\\\nand another one.", "responses": OK}
    },
    "credentials of two schemes at once": {
        "get": {
            "responses": OK,
            "security": [{"basic": [], "bearer": []}, {"key": []}],
        }
    },
}


def written(folder: Path, operations: Document) -> Path:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Tickets", "version": "1"},
        "paths": operations,
        "components": {"securitySchemes": SCHEMES},
    }
    list(
        write_files(plan_files(import_openapi(Specification("a.json", document, "3.1.0")), folder))
    )
    return folder


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS.keys())
def test_a_fresh_import_has_no_findings(tmp_path: Path, operation: Document) -> None:
    for method in operation.values():
        method.setdefault("summary", "Do it")
        method.setdefault("operationId", "doIt")
    found = check(written(tmp_path, {"/things/it": operation}), Selection.of())
    assert found.faults == ()
    assert [f"{finding.code} {finding.message}" for finding in found.findings] == []


def test_a_part_of_a_path_is_not_empty(tmp_path: Path) -> None:
    schema = {"type": "string", "enum": ["", "open"]}
    part = {"name": "state", "in": "path", "required": True, "schema": schema}
    operation = {"get": {"operationId": "a", "summary": "A", "parameters": [part], "responses": OK}}
    written(tmp_path, {"/things/{state}": operation})
    assert "\nGET /things/open\n" in (tmp_path / "a.md").read_text()


def test_links_of_viewers_come_back(tmp_path: Path) -> None:
    text = "See [a](#operation/get.a) and [b](#tag/Things/operation/getB), and [no](#operation/c)."
    shown = answer({**TICKET, "description": "As [a](#operation/get.a)."})
    operations = {
        f"/{name}": {"get": {"operationId": name, "description": text, "responses": shown}}
        for name in ("get.a", "getB")
    }
    folder = written(tmp_path, operations)
    page = (folder / "getB.md").read_text()
    assert "See [a](xref:get.a) and [b](xref:getB), and [no](#operation/c)." in page
    get = export_openapi(Catalog.read(folder, cached=False)).document["paths"]["/getB"]["get"]
    back = "See [a](#operation/get.a) and [b](#operation/getB), and [no](#operation/c)."
    assert get["description"] == back


def test_a_part_of_a_path_without_a_type_has_a_value(tmp_path: Path) -> None:
    part = {"name": "id", "in": "path", "required": True, "schema": {}, "description": "It."}
    operation = {"get": {"operationId": "a", "summary": "A", "parameters": [part], "responses": OK}}
    written(tmp_path, {"/things/{id}": operation})
    assert "\nGET /things/example\n" in (tmp_path / "a.md").read_text()


def test_the_same_request_has_one_expected_status(tmp_path: Path) -> None:
    two = OPERATIONS["two successes to one request"]
    catalog = Catalog.read(written(tmp_path, {"/things": two}), cached=False)
    programs = [p for p in programs_of(catalog.operations) if not p.simulated]
    assert {program.status for program in programs} == {200}
    assert len(programs) >= 2


def test_a_request_is_for_the_record_that_its_response_shows(tmp_path: Path) -> None:
    record = {"type": "object", "description": "It.", "properties": {"code": CODE, "id": TEXT}}
    shown = {"code": "VE1234", "id": "a"}
    get = {
        "operationId": "read",
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": TEXT, "description": "It."}
            for name in ("Code", "id")
        ],
        "responses": answer(record, example=shown),
    }
    catalog = Catalog.read(written(tmp_path, {"/codes/{Code}/{id}": {"get": get}}), cached=False)
    [operation] = catalog.operations
    # `example` may be an id.
    assert operation.example_requests[0].target == "/codes/VE1234/example"


def collection(record: Document, **query: Document) -> Document:
    """The paths of a collection, with a query of its list."""
    part = {"name": "ticketId", "in": "path", "required": True, "schema": TEXT}
    sent = {"required": True, "content": json_of(record)}
    given = [{"name": name, "in": "query", "schema": schema} for name, schema in query.items()]
    everything = answer({"type": "array", "items": record})
    return {
        "/tickets/{ticketId}": {
            "parameters": [part],
            "get": {"operationId": "a", "responses": answer(record)},
            "put": {"operationId": "d", "requestBody": sent, "responses": answer(record)},
        },
        "/tickets": {
            "get": {"operationId": "b", "parameters": given, "responses": everything},
            "post": {"operationId": "c", "requestBody": sent, "responses": answer(record)},
        },
    }


def without_body(paths: Document) -> Document:
    """The paths with a change whose body is not documented."""
    del paths["/tickets/{ticketId}"]["put"]["requestBody"]
    return paths


def given(responses: Document, *parameters: Document) -> Document:
    return {"operationId": "a", "parameters": [*parameters], "responses": responses}


def placed(name: str, place: str, **more: Any) -> Document:
    return {"name": name, "in": place, "description": "It.", **more}


FILE = {"type": "string", "format": "binary"}
BOX = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "integer"}, "name": TEXT},
}
DATED = answer({"type": "array", "items": BOX})["200"] | {
    "headers": {
        "Last-Modified": {"schema": TEXT, "example": "Wed, 21 Oct 2015 07:28:00 GMT"},
    }
}


@pytest.mark.parametrize(
    "paths",
    [
        {"/a": {"post": given(OK, placed("Authorization", "header", required=True, schema=TEXT))}},
        {
            "/a": {
                "post": given(
                    OK,
                    placed("Authorization", "header", schema=TEXT) | {"description": "As Basic."},
                )
            }
        },
        {"/a?method=b": {"get": given(OK)}, "/c#d": {"get": {"responses": OK}}},
        {
            "/a": {
                "get": given({"200": {"description": "It.", "content": {"*/*": {"schema": FILE}}}})
            }
        },
        {
            "/a": {
                "get": given(
                    {
                        "200": {
                            "description": "It.",
                            "content": {"application/xml": {"schema": TEXT}},
                        }
                    }
                )
            }
        },
        {
            "/boxes/{boxId}": {
                "parameters": [placed("boxId", "path", required=True, schema={"type": "integer"})],
                "get": given(answer(BOX)),
                "put": {"requestBody": {"content": json_of(BOX)}, "responses": answer(BOX)},
            },
            "/boxes": {
                "get": given(
                    {"200": DATED, "404": {"description": "No such box."}},
                    placed("shelfId", "query", required=True, schema={"type": "integer"}),
                ),
                "head": {"responses": {"200": DATED}},
                "post": {"requestBody": {"content": json_of(BOX)}, "responses": answer(BOX)},
            },
        },
    ],
    ids=[
        "a token",
        "user and password",
        "a query",
        "a file of any type",
        "text as XML",
        "a list with a date",
    ],
)
def test_programs_pass_for_what_documents_say_in_their_own_way(
    tmp_path: Path, paths: Document
) -> None:
    ran = CliRunner().invoke(main, ["test", "--docs", str(written(tmp_path, paths))])
    assert ran.exit_code == 0, ran.output


RECORD = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "string", "format": "uuid"}, "name": TEXT},
}


@pytest.mark.parametrize(
    "paths",
    [
        collection(RECORD),
        collection(RECORD, order_by={**TEXT, "default": "place"}),
        without_body(collection(RECORD)),
    ],
    ids=["an id that is not a text", "an order by what is not there", "a change without a body"],
)
def test_programs_of_a_collection_pass(tmp_path: Path, paths: Document) -> None:
    ran = CliRunner().invoke(main, ["test", "--docs", str(written(tmp_path, paths))])
    assert ran.exit_code == 0, ran.output


def named_by_clients() -> Document:
    """A collection whose members have the names that clients give them, with one in examples."""
    name = {**TEXT, "example": "user.signup"}
    kind = {"type": "object", "required": ["name"], "properties": {"name": name}}
    listed = {"type": "object", "properties": {"data": {"type": "array", "items": kind}}}
    taken = {"409": {"description": "There is one."}}
    created = {"201": {"description": "Made.", "content": json_of(kind)}, **taken}
    place = placed("kind", "path", required=True, schema=name)
    return {
        "/kinds": {
            "post": {
                "operationId": "create",
                "requestBody": {"required": True, "content": json_of(kind)},
                "responses": created,
            },
            "get": {"operationId": "list", "responses": answer(listed)},
        },
        "/kinds/{kind}": {
            "get": {"operationId": "read", "parameters": [place], "responses": answer(kind)}
        },
    }


def odd_requests() -> Document:
    """A query in a path, a form that is a text, and either one text or a list."""
    word = placed("word", "query", required=True, schema={**TEXT, "example": "startup"})
    form = {"required": True, "content": {"multipart/form-data": {"schema": TEXT}}}
    every = {**TEXT, "enum": ["*"], "title": "All of them", "description": "All."}
    which = {"anyOf": [every, {"type": "array", "items": TEXT}], "description": "Which ones."}
    run = {"type": "object", "properties": {"which": which}}
    return {
        "/search?word={word}": {
            "get": {"operationId": "search", "parameters": [word], "responses": OK}
        },
        "/texts": {"post": {"operationId": "send", "requestBody": form, "responses": OK}},
        "/runs": {
            "post": {
                "operationId": "run",
                "requestBody": {"required": True, "content": json_of(run)},
                "responses": OK,
            }
        },
    }


@pytest.mark.parametrize("paths", [named_by_clients(), odd_requests()], ids=["names", "requests"])
def test_programs_pass_for_names_of_clients_and_odd_requests(
    tmp_path: Path, paths: Document
) -> None:
    ran = CliRunner().invoke(main, ["test", "--docs", str(written(tmp_path, paths))])
    assert ran.exit_code == 0, ran.output


def test_programs_of_a_fresh_import_pass(tmp_path: Path) -> None:
    for number, operation in enumerate(OPERATIONS.values()):
        for method in operation.values():
            method["operationId"] = f"operation{number}"
    paths = {f"/things/{number}": each for number, each in enumerate(OPERATIONS.values())}
    ran = CliRunner().invoke(main, ["test", "--docs", str(written(tmp_path, paths))])
    assert ran.exit_code == 0, ran.output


def test_the_properties_of_a_named_type_stand_for_a_query_parameter(tmp_path: Path) -> None:
    # Two operations have it, so that it has a page of its own.
    of_object = {"name": "range", "in": "query", "required": True, "explode": True}
    schema = {"$ref": "#/components/schemas/Range"}
    get = {
        "summary": "Read it",
        "parameters": [{**of_object, "description": "Where.", "schema": schema}],
        "responses": OK,
    }
    bounds = {name: {"type": "integer", "description": "It."} for name in ("low", "high")}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Tickets", "version": "1"},
        "paths": {f"/{name}": {"get": {**get, "operationId": name}} for name in "ab"},
        "components": {
            "schemas": {"Range": {"type": "object", "required": ["low"], "properties": bounds}}
        },
    }
    imported = import_openapi(Specification("a.json", document, "3.1.0"))
    list(write_files(plan_files(imported, tmp_path)))
    assert (tmp_path / "types" / "Range.md").exists()
    assert [finding.message for finding in check(tmp_path, Selection.of()).findings] == []
    ran = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert ran.exit_code == 0, ran.output


def parameter(name: str, schema: Document, **more: Any) -> Document:
    return {"name": name, "in": "path", "required": True, "schema": schema, **more}


@pytest.mark.parametrize(
    "given",
    [
        parameter("it", TEXT, description="Its name; the default is `a`."),
        parameter(
            "it",
            {"type": "object", "properties": {"x": {"type": "integer", "description": "X."}}},
            description="It.",
            style="matrix",
            explode=True,
        ),
        parameter(
            "it",
            {"type": "array", "items": {"type": "integer"}},
            description="It.",
            style="label",
        ),
    ],
    ids=["default", "matrix", "label"],
)
def test_parts_of_paths_are_as_their_parameters_say(tmp_path: Path, given: Document) -> None:
    get = {"operationId": "read", "summary": "Read", "parameters": [given], "responses": OK}
    docs = written(tmp_path, {"/things/{it}": {"get": get}})
    assert [finding.message for finding in check(docs, Selection.of()).findings] == []
    ran = CliRunner().invoke(main, ["test", "--docs", str(docs)])
    assert ran.exit_code == 0, ran.output


def undescribed(count: int) -> Document:
    return {
        f"/things/{number}": {
            "get": {
                "operationId": f"read{number}",
                "summary": "Read it",
                "parameters": [{"name": "size", "in": "query", "schema": TEXT}],
                "responses": answer({"type": "object", "properties": {"a": TEXT, "b": TEXT}}),
            }
        }
        for number in range(count)
    }


def test_what_a_document_does_not_describe_is_no_fault_of_it(tmp_path: Path) -> None:
    docs = written(tmp_path, undescribed(3))
    assert check(docs, Selection.of()).findings == ()


def test_what_authors_do_not_describe_is_reported_at_each_place(tmp_path: Path) -> None:
    docs = written(tmp_path, undescribed(3))
    for page in docs.rglob("*.md"):
        kept = [line for line in page.read_text().split("\n") if "importedFrom" not in line]
        page.write_text("\n".join(kept))
    checked = CliRunner().invoke(main, ["check", "--docs", str(docs), "--format", "json"])
    assert len(json.loads(checked.stdout)["findings"]) > 3


def test_faults_of_a_document_are_one_finding_of_each_kind(tmp_path: Path) -> None:
    number = {"type": "integer", "description": "Its number."}
    paths = {
        f"/things/{each}": {
            "get": {
                "operationId": f"read{each}",
                "summary": "Read it",
                "responses": answer(
                    {"type": "object", "properties": {"a": {**number, "example": "x"}}},
                    example={"a": 1, "b": 1},
                ),
            }
        }
        for each in range(4)
    }
    docs = str(written(tmp_path, paths))
    checked = CliRunner().invoke(main, ["check", "--docs", docs, "--format", "json"])
    assert checked.exit_code == 1
    found = json.loads(checked.stdout)["findings"]
    assert [(each["code"], len(each["related"])) for each in found] == [("CS226", 4), ("CS403", 4)]
    assert "If the document is wrong, correct it there" in found[0]["hint"]
    each = CliRunner().invoke(main, ["check", "--docs", docs, "--format", "json", "--no-summaries"])
    assert len(json.loads(each.stdout)["findings"]) == 8


def test_header_fields_stand_below_what_is_said_of_their_response(tmp_path: Path) -> None:
    fields = {"X-Left": {"description": "How many are left.", "schema": {"type": "integer"}}}
    responses = {
        status: {**answer({"type": "object", "title": status})["200"], "headers": fields}
        for status in ("200", "404", "422")
    }
    responses["422"].pop("headers")
    get = {"operationId": "read", "summary": "Read it", "responses": responses}
    docs = written(tmp_path, {"/things": {"get": get}})
    lines = (docs / "read.md").read_text(encoding="utf-8").split("\n")
    headings = [line.partition(":")[0] for line in lines if line.startswith(("## R", "### R"))]
    assert headings == [
        "## Request Headers",
        "## Response",
        "### Response body",
        "## Response headers 200",
        "## Response 404",
        "## Response headers 404",
        "## Response 422",
    ]
    assert [finding.code for finding in check(docs, Selection.of()).findings] == []


def test_a_required_list_has_an_item_and_media_types_in_sentences_are_words(
    tmp_path: Path,
) -> None:
    listed = placed("ids", "query", required=True, style="form", explode=False)
    sent = {"name": "Accept", "in": "header", "required": True, "schema": TEXT}
    sent["description"] = "By default it is application/json."
    get = given(answer(RECORD), listed | {"schema": {"type": "array"}}, sent)
    folder = written(tmp_path, {"/a": {"get": get}})
    catalog = Catalog.read(folder, cached=False)
    [operation] = catalog.operations
    assert operation.example_requests[0].target.startswith("/a?ids=")
    [row] = [row for row in operation.parameters if row.name == "Accept"]
    assert row.description == "By default it is json: `application/json`"


def test_what_a_document_says_to_tools_and_no_page_says_is_told() -> None:
    long, deep = {"x-long": "a" * 20_000}, {"x-deep": deep_list(60)}
    text = {"type": "string", "x-order": 1, "x-ref": {"$ref": "#/a"}, **deep}
    # A title that is the name of the property says nothing, and a header may be called `x-of-it`.
    names = {"name": text, "item_id": {"type": "string", "title": "Item Id"}, "x-is-a-name": {}}
    whole = {"type": "object", "properties": names, "title": "The whole", "$comment": "c"}
    answer = {
        "description": "It.",
        "headers": {"x-of-it": {"schema": {"type": "string"}, "x-header": 1}},
        "content": {"application/json": {"schema": whole}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1", "x-logo": {"x-not-looked-into": 1}},
        "paths": {"x-paths": 1, "/a": {"get": {**long, "responses": {"200": answer}}}},
    }
    found = import_openapi(Specification("a.json", document, "3.1.0")).findings
    schema_at = "a.json#/paths/~1a/get/responses/200/content/application~1json/schema"
    told = {(finding.path, finding.message) for finding in found if finding.code == "CS048"}
    assert {pair for pair in told if "operationId" not in pair[1]} == {
        ("a.json#/paths/x-paths", "The extension `x-paths` is left out."),
        ("a.json#/paths/~1a/get/x-long", "The extension `x-long` is left out."),
        (f"{schema_at}/$comment", "A comment of a schema is not on any page."),
        (f"{schema_at}/title", "The title `The whole` of a schema is not on any page."),
        (f"{schema_at}/properties/name/x-ref", "The extension `x-ref` is left out."),
        (f"{schema_at}/properties/name/x-deep", "The extension `x-deep` is left out."),
    }


def test_what_documents_may_say_is_no_finding(tmp_path: Path) -> None:
    """One name in two places, names with marks, names of statuses, messages in texts."""
    text = (
        "See the [GET endpoint](#operation/read).\n\n"
        "```text\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nIt is there.\n```"
    )
    star = {"type": "object", "description": "It.", "properties": {"logo-*": CODE}}
    yaml = {
        "200": {"description": "OK", "content": {"application/yaml": {"example": "a: 1\nb: 2"}}}
    }
    read = {
        "operationId": "read",
        "summary": "Read it",
        "description": text,
        "parameters": [
            parameter("it", TEXT, description="It."),
            placed("it", "query", schema=TEXT),
        ],
        "responses": {**answer(star), "404": {"description": "NotFound"}},
    }
    picture = {"image/jpeg": {"schema": {"type": "string", "format": "base64"}}}
    change = {
        "operationId": "change",
        "summary": "Change it",
        "parameters": [parameter("it", TEXT, description="It.")],
        "requestBody": {"required": True, "description": "A picture.", "content": picture},
        "responses": yaml,
    }
    docs = written(tmp_path, {"/things/{it}": {"get": read, "put": change}})
    assert [finding.message for finding in check(docs, Selection.of()).findings] == []


def test_what_documents_say_rightly_is_no_finding(tmp_path: Path) -> None:
    """Refusals alone, British words, a key without `X-`, words of a part, types that are none."""
    number = {"type": "integer", "minimum": 1, "description": "Its number."}
    owner = {"anyOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}
    ticket = {"type": "object", "description": "It.", "properties": {"owner": owner}}
    image = "Its name. The `:latest` tag is optional, and taken if omitted."
    by_name = "Its id. If it is a name, it will default to the first of that name."
    buy = {
        "operationId": "buy",
        "summary": "Buy it",
        "parameters": [
            placed("image", "query", schema=TEXT, description=image, required=True),
            placed("id", "query", schema=TEXT, description=by_name, required=True),
            placed("Api-Key", "header", schema=TEXT, description="It."),
            placed("Accept", "header", schema=TEXT, description="For message/stream, a stream."),
        ],
        "requestBody": {"content": {"application/json": {"schema": ticket}}},
        "responses": {"401": {"description": "Unauthorised"}},
    }
    document = {
        "openapi": "3.0.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/tickets": {"post": buy}},
        "components": {"schemas": {"A": number, "B": number}},
    }
    plan = plan_files(import_openapi(Specification("a.json", document, "3.0.0")), tmp_path)
    assert list(write_files(plan))
    assert [finding.message for finding in check(tmp_path, Selection.of()).findings] == []


def deep_list(depth: int) -> Any:
    return [deep_list(depth - 1)] if depth else []
