"""Whatever a page says of its operation, everybody honours: a cell for each of both.

A cell says how it is honoured, or why nothing is to be. One that is missing fails.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from markupsafe import escape

from callsheet.catalog import Catalog
from callsheet.diff import compare, read_tree
from callsheet.export import export_openapi
from callsheet.model import Operation, stated_style
from callsheet.pages import write_page
from callsheet.render import Prose, render_operation
from callsheet.samples import (
    LANGUAGES,
    further_samples_of,
    outcome_sample,
    outcomes_of,
    samples_of,
)
from callsheet.source import read_page
from tests.checks.offences import offences
from tests.parcels import Reader, catalog_of, serving
from tests.starting import run

FRONT = "title: POST Thing\nuid: v1Thing_Post\n"
PARAMETERS = """## Parameters

| Name | In | Type | Required | Style | Description |
|---|---|---|---|---|---|
"""
STATUSES = "| Response | Description |\n|---|---|\n| 200 | It is there. |\n"
PAGE = f"""---
{FRONT}---

# POST Thing

```http
POST /api/v1/Thing
```

Makes a thing.

## Request Headers

| Parameter Name | Description |
|---|---|
| Content-Type | `application/json` |
| Accept | `application/json` |

## Request Body: thing

| Property Name | Type | Description |
|---|---|---|
| name | string | What it is called. |

## Response: object

{STATUSES}
### Response body: object

| Property Name | Type | Description |
|---|---|---|
| id | int32 | Its number. |

## Sample request

```http!
POST /api/v1/Thing
Content-Type: application/json
Accept: application/json

{{"name": "Ada"}}
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{{"id": 7}}
```
"""
JSON_SCHEMA = "content|application/json|schema"
LEFT = """## Response headers 200

| Header | Type | Description |
|---|---|---|
| X-Left | int32 | How many. |"""
BOB = """```http! title="Bob"
POST /api/v1/Thing
Content-Type: application/json
Accept: application/json

{"name": "Bob"}
```
"""
BOBS_ANSWER = """
```http_ title="Bob"
HTTP/1.1 200 OK
Content-Type: application/json

{"id": 8}
```
"""
MULTIPART = """## Request Body (multipart/form-data): thing

| Property Name | Type | Description |
|---|---|---|
| title | string | What stands on it. **Required** |

"""


@dataclass(frozen=True)
class NotAsked:
    """Why a cell is empty."""

    reason: str


@dataclass(frozen=True)
class Shown:
    """What a reader sees."""

    texts: tuple[str, ...]

    def holds(self, saying: Saying, folder: Path) -> None:
        html = render_operation(saying.operation, Plain(), ()).html
        before = render_operation(saying.before, Plain(), ()).html
        for text in self.texts:
            assert str(escape(text)) in html or text in html
        assert any(str(escape(text)) not in before and text not in before for text in self.texts)


@dataclass(frozen=True)
class Program:
    """What the programs have, and what they have not."""

    texts: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    def holds(self, saying: Saying, folder: Path) -> None:
        written, before = programs_of(saying.operation), programs_of(saying.before)
        for text in self.texts:
            assert text in written
        for text in self.lacks:
            assert text not in written
        is_new = any(text not in before for text in self.texts)
        assert is_new or any(text in before for text in self.lacks)


@dataclass(frozen=True)
class Asked:
    """A request to the server, the status of its answer, and what stands in it.

    Attributes:
        status: The status.
        query: The query.
        fields: The header fields.
        body: What is sent, as JSON where it is not bytes.
        answer: What the body of the answer, or one of its fields, has.
    """

    status: int
    query: str = ""
    fields: Mapping[str, str] | None = None
    body: Any = ("name", "Ada")
    answer: str = ""


@dataclass(frozen=True)
class Served:
    """What the server answers."""

    asked: tuple[Asked, ...]

    def holds(self, saying: Saying, folder: Path) -> None:
        answers = [answer_of(saying.page, each) for each in self.asked]
        for each, (status, said) in zip(self.asked, answers, strict=True):
            assert status == each.status, said
            assert each.answer in said
        before = [answer_of(saying.plain, each) for each in self.asked]
        assert any(
            status != each.status or each.answer not in said
            for each, (status, said) in zip(self.asked, before, strict=True)
        )


ADVICE = {"CS232", "CS233", "CS433", "CS434", "CS435"}
"""The rules about what a page could say besides, which these short pages do not."""


@dataclass(frozen=True)
class Found:
    """What docs CI finds where a text of the page is another one; nothing as it is."""

    right: str
    wrong: str
    code: str

    def holds(self, saying: Saying, folder: Path) -> None:
        families = (self.code[:3],)
        found = [each for each in offences(saying.page, *families) if each[0] not in ADVICE]
        assert found == []
        assert saying.page.count(self.right) == 1
        text = saying.page.replace(self.right, self.wrong)
        read = [found.code for found in read_page(text.encode(), "Thing/v1Thing_Post.md").findings]
        assert self.code in {*read, *(code for code, _ in offences(text, *families))}


@dataclass(frozen=True)
class Changed:
    """The changes that a comparison with the page that does not say it has."""

    changes: tuple[tuple[str, str], ...]

    def holds(self, saying: Saying, folder: Path) -> None:
        trees = []
        for name, text in (("old", saying.plain), ("new", saying.page)):
            (folder / name).mkdir()
            (folder / name / "v1Thing_Post.md").write_text(text, encoding="utf-8")
            trees.append(read_tree(str(folder / name), lambda: folder))
        found = [(each.kind.value, each.level.value) for each in compare(*trees).changes]
        for change in self.changes:
            assert change in found


@dataclass(frozen=True)
class Exported:
    """What the OpenAPI document has, each at a place below the operation, or below `components`."""

    values: Mapping[str, Any]

    def holds(self, saying: Saying, folder: Path) -> None:
        (folder / "Thing").mkdir()
        (folder / "Thing/v1Thing_Post.md").write_text(saying.page, encoding="utf-8")
        document = export_openapi(Catalog.read(folder)).document
        (item,) = document["paths"].values()
        for place, wanted in self.values.items():
            steps = place.split("|")
            found: Any = document if steps[0] == "components" else item["post"]
            for step in steps:
                found = found[int(step)] if isinstance(found, list) else found[step]
                if isinstance(found, dict) and "$ref" in found:
                    found = document["components"]["schemas"][found["$ref"].rpartition("/")[2]]
            assert found == wanted


@dataclass(frozen=True)
class Written:
    """What is the same of the operation of a page that is written of it."""

    of: Callable[[Operation], Any]

    def holds(self, saying: Saying, folder: Path) -> None:
        again = read_page(write_page(saying.operation).encode(), "Thing/v1Thing_Post.md")
        assert again.findings == ()
        assert again.operation
        assert self.of(again.operation) == self.of(saying.operation)
        assert self.of(saying.operation) != self.of(saying.before)


Cell = Shown | Program | Served | Found | Changed | Exported | Written | NotAsked


@dataclass(frozen=True)
class Saying:
    """Something that a page says of its operation.

    Attributes:
        page: The page that says it.
        plain: The page that does not, or says something else.
        cells: Who honours it, and how.
    """

    page: str
    cells: Mapping[str, Cell]
    plain: str = PAGE

    @property
    def operation(self) -> Operation:
        reading = read_page(self.page.encode(), "Thing/v1Thing_Post.md")
        assert reading.findings == ()
        assert reading.operation
        return reading.operation

    @property
    def before(self) -> Operation:
        reading = read_page(self.plain.encode(), "Thing/v1Thing_Post.md")
        assert reading.operation
        return reading.operation


def programs_of(operation: Operation) -> str:
    """All programs in Python, one after the other."""
    python = [LANGUAGES["python"]]
    samples = samples_of(operation, python)
    samples += [each for found in further_samples_of(operation, python) for each in found.samples]
    samples += [outcome_sample(operation, outcome) for outcome in outcomes_of(operation)]
    return "\n".join(sample.text for sample in samples)


def answer_of(page: str, asked: Asked) -> tuple[int, str]:
    """The status of the server's answer, and its body and fields as a text."""
    fields = {"Content-Type": "application/json", **(asked.fields or {})}
    with serving(catalog_of({"Thing/v1Thing_Post": page})) as (server, store):
        reader = Reader(server, store)
        reader.credentials = fields.pop("Authorization", "")
        named = {name.replace("-", "_"): value for name, value in fields.items()}
        body = dict([asked.body]) if isinstance(asked.body, tuple) else asked.body
        target = "/api/v1/Thing" + (f"?{asked.query}" if asked.query else "")
        response = reader.ask("POST", target, body, **named)
        return response.status, response.body.decode() + repr(response.headers)


class Plain:
    """Markdown that stays as it is."""

    def block(self, text: str, taken: Any) -> Prose:
        return Prose(text)

    def inline(self, text: str) -> str:
        return text


def part(name: str) -> bytes:
    """A multipart body with one field."""
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"'
    return f"{head}\r\n\r\nx\r\n--b--\r\n".encode()


def front(said: str, page: str = PAGE) -> str:
    return page.replace(FRONT, f"{FRONT}{said}\n", 1)


def parameter(row: str, shown: str = "", query: str = "") -> str:
    text = PAGE.replace("## Request Headers", f"{PARAMETERS}{row}\n\n## Request Headers", 1)
    return sends(text, shown, query)


def sends(text: str, shown: str = "", query: str = "") -> str:
    """A page whose example has more header fields, or a query."""
    request = f"```http!\nPOST /api/v1/Thing{query}\n{shown}"
    return text.replace("```http!\nPOST /api/v1/Thing\n", request, 1)


def response(section: str, status: str = "") -> str:
    text = PAGE.replace(STATUSES, STATUSES + status)
    return text.replace("## Sample request", f"{section}\n\n## Sample request", 1)


def table(name: str, type_: str) -> str:
    head = "| Property Name | Type | Description |\n|---|---|---|\n"
    return f"{head}| {name} | {type_} | What is wrong. |"


def row_of(operation: Operation) -> Any:
    rows = operation.parameters[:-2]
    return [(r.name, r.location, r.required, r.type, stated_style(r)) for r in rows]


def secured(said: str, shown: str = "", query: str = "") -> str:
    return sends(front(f"security: {said}"), shown, query)


def of_security(operation: Operation) -> Any:
    return operation.security


def responses_of(operation: Operation) -> Any:
    found = operation.response
    assert found
    return [
        [(s.code, s.description) for s in found.statuses],
        [(s.name, s.description) for s in found.ranges],
        [(b.status, b.media_type, b.type, [r.name for r in b.properties]) for b in found.bodies],
        [(h.name, h.status, h.type) for h in found.headers],
    ]


BASIC = "Basic cmVhZGVyOmNhbGxzaGVldA=="
NOBODY = NotAsked(
    "What it says of callers is for them; the example has nothing to hold it against."
)
NO_DEFECT = NotAsked("No example can contradict it.")
SAME_ANSWER = NotAsked("It changes no answer.")

SAYINGS: dict[str, Saying] = {
    "summary": Saying(
        front("summary: Makes it well."),
        {
            "render": NotAsked("It is for lists of operations; the page has the description."),
            "samples": Program(("Makes it well.",)),
            "server": SAME_ANSWER,
            "checks": Found("summary: Makes it well.", "summary: [1]", "CS029"),
            "diff": Changed((("description-changed", "text"),)),
            "openapi": Exported({"summary": "Makes it well."}),
            "page": Written(lambda o: o.summary),
        },
        front("summary: Makes it."),
    ),
    "operationId": Saying(
        front("operationId: makeThing"),
        {
            "render": NotAsked("The uid is what the site calls it; this is for programs."),
            "samples": NotAsked("The files are called after the uid, which is unique."),
            "server": SAME_ANSWER,
            "checks": Found("operationId: makeThing", "operationId: [1]", "CS029"),
            "diff": Changed((("operation-renamed", "text"),)),
            "openapi": Exported({"operationId": "makeThing", "x-callsheet-uid": "v1Thing_Post"}),
            "page": Written(lambda o: o.operation_id),
        },
    ),
    "deprecated": Saying(
        front("deprecated: true"),
        {
            "render": Shown(("This operation should no longer be used.",)),
            "samples": Program(("Deprecated: use it no longer in new programs.",)),
            "server": SAME_ANSWER,
            "checks": Found("deprecated: true", "deprecated: soon", "CS029"),
            "diff": Changed((("operation-deprecated", "text"),)),
            "openapi": Exported({"deprecated": True}),
            "page": Written(lambda o: o.deprecated),
        },
    ),
    "tags": Saying(
        front("tags: [things, making]"),
        {
            "render": NotAsked("The tags plugins of MkDocs show the same key of the front matter."),
            "samples": NotAsked("Programs have no groups."),
            "server": SAME_ANSWER,
            "checks": Found("tags: [things, making]", "tags: [{a: 1}]", "CS031"),
            "diff": Changed((("tags-changed", "text"),)),
            "openapi": Exported({"tags": ["Thing", "things", "making"]}),
            "page": Written(lambda o: o.tags),
        },
    ),
    "servers": Saying(
        front("servers: [{url: 'https://api.acme.example', description: Live}]"),
        {
            "render": Shown(("https://api.acme.example", "Live")),
            "samples": Program(("https://api.acme.example",)),
            "server": NotAsked("The reference server is a server of its own."),
            "checks": Found("servers: [{", "servers: [7, {", "CS029"),
            "diff": Changed((("server-added", "text"),)),
            "openapi": Exported(
                {"servers": [{"url": "https://api.acme.example", "description": "Live"}]}
            ),
            "page": Written(lambda o: o.servers),
        },
    ),
    "cookie parameter": Saying(
        parameter("| session | cookie | int32 | Yes | | Whose. |", "Cookie: session=5\n"),
        {
            "render": Shown(("session", "cookie")),
            "samples": Program(('"Cookie": "session=5"',)),
            "server": Served(
                (
                    Asked(200, fields={"Cookie": "session=6"}),
                    Asked(422, fields={"Cookie": "session=x"}, answer="v1Thing_Post.md"),
                    Asked(422, answer="session"),
                )
            ),
            "checks": Found("session=5", "session=five", "CS315"),
            "diff": Changed((("parameter-added", "breaking"),)),
            "openapi": Exported(
                {"parameters|0|in": "cookie", "parameters|0|schema|format": "int32"}
            ),
            "page": Written(row_of),
        },
    ),
    "header parameter": Saying(
        parameter("| X-Trace | header | int32 | Yes | | For support. |", "X-Trace: 5\n"),
        {
            "render": Shown(("X-Trace", "header")),
            "samples": Program(('"X-Trace": "5"',)),
            "server": Served(
                (
                    Asked(200, fields={"X-Trace": "6"}),
                    Asked(422, fields={"X-Trace": "x"}, answer="v1Thing_Post.md"),
                    Asked(422, answer="X-Trace"),
                )
            ),
            "checks": Found("X-Trace: 5", "X-Trace: five", "CS315"),
            "diff": Changed((("parameter-added", "breaking"),)),
            "openapi": Exported(
                {"parameters|0|in": "header", "parameters|0|schema|format": "int32"}
            ),
            "page": Written(row_of),
        },
    ),
    "style and explode": Saying(
        parameter(
            "| ids | query | array of int32 | Yes | pipe-separated | Which. |", "", "?ids=1|2"
        ),
        {
            "render": Shown(("pipe-separated", "ids=a|b")),
            "samples": Program(('"ids": "1|2"',)),
            "server": Served((Asked(200, "ids=3%7C4"), Asked(422, "ids=3,4", answer="ids"))),
            "checks": Found("?ids=1|2", "?ids=1,2", "CS322"),
            "diff": Changed((("parameter-style-changed", "breaking"),)),
            "openapi": Exported(
                {"parameters|0|style": "pipeDelimited", "parameters|0|explode": False}
            ),
            "page": Written(row_of),
        },
        parameter("| ids | query | array of int32 | Yes | repeated | Which. |", "", "?ids=1"),
    ),
    "required": Saying(
        parameter("| depot | query | string | Yes | | Where. |", "", "?depot=north"),
        {
            "render": Shown(("<span class=callsheet-required>required</span>",)),
            "samples": Program(('"depot": "north"',)),
            "server": Served((Asked(200, "depot=x"), Asked(422, answer="depot"))),
            "checks": Found("?depot=north", "", "CS321"),
            "diff": Changed((("parameter-required", "breaking"),)),
            "openapi": Exported({"parameters|0|required": True}),
            "page": Written(row_of),
        },
        parameter("| depot | query | string | No | | Where. |"),
    ),
    "not required": Saying(
        parameter("| depot | query | string | No | | Where. |"),
        {
            "render": Shown(("Optional",)),
            "samples": Program((), lacks=("depot",)),
            "server": Served((Asked(200),)),
            "checks": Found("No | | Where.", "No | | Where. It must be given.", "CS213"),
            "diff": Changed((("parameter-optional", "additive"),)),
            "openapi": Exported({"parameters|0|required": False}),
            "page": Written(row_of),
        },
        parameter("| depot | query | string | Yes | | Where. |"),
    ),
    "required is not said": Saying(
        parameter("| depot | query | string | | | Where. |"),
        {
            "render": NotAsked("Nothing is said, so nothing is shown."),
            "samples": Program((), lacks=("depot",)),
            "server": Served((Asked(200),)),
            "checks": NO_DEFECT,
            "diff": Changed((("parameter-optional", "additive"),)),
            "openapi": Exported({"parameters|0|name": "depot"}),
            "page": Written(row_of),
        },
        parameter("| depot | query | string | Yes | | Where. |"),
    ),
    "body by media type": Saying(
        PAGE.replace("## Request Body: thing", "## Request Body (application/json): thing")
        .replace("## Response: object", f"{MULTIPART}## Response: object")
        .replace(
            "| Content-Type | `application/json` |",
            "| Content-Type | `application/json`, `multipart/form-data` |",
        ),
        {
            "render": Shown(("multipart/form-data", "What stands on it.")),
            "samples": Program(('"title"', '"name"')),
            "server": Served(
                (
                    Asked(200),
                    Asked(
                        200,
                        fields={"Content-Type": "multipart/form-data; boundary=b"},
                        body=part("title"),
                    ),
                    Asked(
                        422,
                        fields={"Content-Type": "multipart/form-data; boundary=b"},
                        body=part("name"),
                        answer="title",
                    ),
                )
            ),
            "checks": Found('{"name": "Ada"}', '{"title": "Ada"}', "CS303"),
            "diff": Changed((("request-media-type-added", "additive"),)),
            "openapi": Exported(
                {
                    "requestBody|content|multipart/form-data|schema|required": ["title"],
                    "requestBody|content|application/json|schema|properties|name|type": "string",
                }
            ),
            "page": Written(
                lambda o: [(b.media_type, [r.name for r in b.properties]) for b in o.request_bodies]
            ),
        },
    ),
    "response by status": Saying(
        response(f"## Response 404: object\n\n{table('reason', 'string')}", "| 404 | None. |\n"),
        {
            "render": Shown(("Response 404", "reason")),
            "samples": Program(("404",)),
            "server": Served((Asked(404, fields={"Prefer": "code=404"}, answer="reason"),)),
            "checks": Found("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found", "CS403"),
            "diff": Changed((("status-added", "additive"),)),
            "openapi": Exported(
                {
                    "responses|404|description": "None.",
                    f"responses|404|{JSON_SCHEMA}|properties|reason|type": "string",
                }
            ),
            "page": Written(responses_of),
        },
    ),
    "response by range": Saying(
        response(f"## Response 4XX: object\n\n{table('reason', 'string')}", "| 4XX | Refused. |\n"),
        {
            "render": Shown(("Response 4XX", "4XX", "Refused.")),
            "samples": NotAsked("A class of statuses is not a status that a program brings about."),
            "server": Served((Asked(409, fields={"Prefer": "code=409"}, answer="reason"),)),
            "checks": Found("HTTP/1.1 200 OK", "HTTP/1.1 409 Conflict", "CS403"),
            "diff": Changed((("status-added", "additive"),)),
            "openapi": Exported(
                {
                    "responses|4XX|description": "Refused.",
                    f"responses|4XX|{JSON_SCHEMA}|properties|reason|type": "string",
                }
            ),
            "page": Written(responses_of),
        },
    ),
    "default response": Saying(
        response(
            f"## Response default: object\n\n{table('reason', 'string')}", "| default | Else. |\n"
        ),
        {
            "render": Shown(("Other responses", "Else.")),
            "samples": NotAsked("It is not a status that a program brings about."),
            "server": Served((Asked(409, fields={"Prefer": "code=409"}, answer="reason"),)),
            "checks": Found("HTTP/1.1 200 OK", "HTTP/1.1 503 Service Unavailable", "CS403"),
            "diff": Changed((("status-added", "additive"),)),
            "openapi": Exported(
                {
                    "responses|default|description": "Else.",
                    f"responses|default|{JSON_SCHEMA}|properties|reason|type": "string",
                }
            ),
            "page": Written(responses_of),
        },
    ),
    "response header": Saying(
        response(LEFT).replace("HTTP/1.1 200 OK\n", "HTTP/1.1 200 OK\nX-Left: 3\n"),
        {
            "render": Shown(("Response headers 200", "How many.")),
            "samples": NotAsked("Programs print what comes, and look at no field of its own."),
            "server": Served((Asked(200, answer="X-Left"),)),
            "checks": Found("X-Left: 3", "X-Left: few", "CS415"),
            "diff": Changed((("response-header-added", "additive"),)),
            "openapi": Exported({"responses|200|headers|X-Left|schema|format": "int32"}),
            "page": Written(responses_of),
        },
    ),
    "response by media type": Saying(
        response(
            f"## Response 200 (application/xml): object\n\n{table('label', 'string')}"
        ).replace(
            "| Accept | `application/json` |", "| Accept | `application/json`, `application/xml` |"
        ),
        {
            "render": Shown(("application/xml", "label")),
            "samples": NotAsked("A sample asks for the media type of the example, which is JSON."),
            "server": Served(
                (
                    Asked(200, answer="id"),
                    Asked(200, fields={"Accept": "application/xml"}, answer="<label"),
                )
            ),
            "checks": Found(
                "HTTP/1.1 200 OK\nContent-Type: application/json",
                "HTTP/1.1 200 OK\nContent-Type: text/csv",
                "CS411",
            ),
            "diff": Changed((("response-media-type-added", "additive"),)),
            "openapi": Exported(
                {"responses|200|content|application/xml|schema|properties|label|type": "string"}
            ),
            "page": Written(responses_of),
        },
    ),
    "named examples": Saying(
        PAGE.replace("```http!\n", '```http! title="Ada"\n').replace(
            "## Sample response\n\n```http_\n",
            BOB + '\n## Sample response\n\n```http_ title="Ada"\n',
        )
        + BOBS_ANSWER,
        {
            "render": Shown(("Ada", "Bob")),
            "samples": Program(("Ada", "Bob")),
            "server": Served(
                (
                    Asked(200, answer="7"),
                    Asked(200, fields={"Prefer": "example=2"}, answer="8"),
                )
            ),
            "checks": Found('{"id": 8}', '{"id": "x"}', "CS405"),
            "diff": Changed((("example-changed", "text"),)),
            "openapi": Exported(
                {
                    "requestBody|content|application/json|examples|Bob|value": {"name": "Bob"},
                    "responses|200|content|application/json|examples|Bob|value": {"id": 8},
                }
            ),
            "page": Written(
                lambda o: [
                    [e.name for e in o.example_requests],
                    [e.name for e in o.example_responses],
                ]
            ),
        },
    ),
    "Basic": Saying(
        secured("[basic]"),
        {
            "render": Shown(("Authentication:", "basic")),
            "samples": Program(("auth=(",)),
            "server": Served(
                (Asked(401, answer="Basic"), Asked(200, fields={"Authorization": BASIC}))
            ),
            "checks": Found("security: [basic]", "security: [7]", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported(
                {"security": [{"Basic": []}], "components|securitySchemes|Basic|scheme": "basic"}
            ),
            "page": Written(of_security),
        },
    ),
    "Bearer": Saying(
        secured("[bearer]"),
        {
            "render": Shown(("bearer",)),
            "samples": Program(('"Authorization": f"Bearer {',)),
            "server": Served(
                (
                    Asked(401, answer="Bearer"),
                    Asked(200, fields={"Authorization": "Bearer callsheet"}),
                )
            ),
            "checks": Found("security: [bearer]", "security: [7]", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported(
                {"security": [{"Bearer": []}], "components|securitySchemes|Bearer|scheme": "bearer"}
            ),
            "page": Written(of_security),
        },
    ),
    "Digest": Saying(
        secured("[digest]"),
        {
            "render": Shown(("digest",)),
            "samples": Program(("HTTPDigestAuth",)),
            "server": Served((Asked(401, answer="Digest"),)),
            "checks": Found("security: [digest]", "security: [7]", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported(
                {"security": [{"Digest": []}], "components|securitySchemes|Digest|scheme": "digest"}
            ),
            "page": Written(of_security),
        },
    ),
}
for _place, _field, _query, _text in (
    ("header", {"X-Key": "callsheet"}, "", '"X-Key": '),
    ("query", {}, "X-Key=callsheet", '"X-Key": '),
    ("cookie", {"Cookie": "X-Key=callsheet"}, "", '"Cookie": f"X-Key={'),
):
    SAYINGS[f"API key in {_place}"] = Saying(
        secured(f"[{{key: {{in: {_place}, name: X-Key}}}}]"),
        {
            "render": Shown(("key", "X-Key", _place)),
            "samples": Program((_text, "os.environ")),
            "server": Served((Asked(401, answer="X-Key"), Asked(200, _query, _field))),
            "checks": Found(f"{{in: {_place}, name: X-Key}}", "{in: body, name: X-Key}", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported(
                {
                    "security": [{"key": []}],
                    "components|securitySchemes|key|in": _place,
                    "components|securitySchemes|key|name": "X-Key",
                }
            ),
            "page": Written(of_security),
        },
    )


def flows(token: str) -> str:
    """What the page says of OAuth 2, where a token comes from that address."""
    code = f"authorizationUrl: 'https://a.example/auth', tokenUrl: '{token}'"
    listed = f"{{authorizationCode: {{{code}, scopes: {{write: Writes.}}}}}}"
    return secured(f"[{{oauth2: {{type: oauth2, scopes: [write], flows: {listed}}}}}]")


SAYINGS |= {
    "OAuth 2 with flows and scopes": Saying(
        flows("https://a.example/token"),
        {
            "render": Shown(
                ("oauth2", "write", "https://a.example/auth", "https://a.example/token")
            ),
            "samples": Program(('"Authorization": f"Bearer {',)),
            "server": Served(
                (
                    Asked(401, answer="Bearer"),
                    Asked(200, fields={"Authorization": "Bearer callsheet"}),
                )
            ),
            "checks": Found("{authorizationCode: {", "{password: 7, authorizationCode: {", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported(
                {
                    "security": [{"oauth2": ["write"]}],
                    "components|securitySchemes|oauth2|flows|authorizationCode": {
                        "authorizationUrl": "https://a.example/auth",
                        "tokenUrl": "https://a.example/token",
                        "scopes": {"write": "Writes."},
                    },
                }
            ),
            "page": Written(of_security),
        },
    ),
    "custom scheme": Saying(
        secured("[{hawk: {type: http, scheme: hawk}}]"),
        {
            "render": Shown(("hawk",)),
            "samples": Program(('"Authorization": f"hawk {',)),
            "server": Served(
                (Asked(401, answer="hawk"), Asked(200, fields={"Authorization": "Hawk callsheet"}))
            ),
            "checks": Found("type: http, scheme: hawk", "type: magic", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported(
                {"components|securitySchemes|hawk": {"type": "http", "scheme": "hawk"}}
            ),
            "page": Written(of_security),
        },
    ),
    "alternatives": Saying(
        secured("[basic, {key: {in: header, name: X-Key}}]"),
        {
            "render": Shown(("basic", ", or", "key")),
            "samples": Program(("auth=(",), lacks=("X-Key",)),
            "server": Served(
                (
                    Asked(401, answer="X-Key"),
                    Asked(200, fields={"Authorization": BASIC}),
                    Asked(200, fields={"X-Key": "callsheet"}),
                )
            ),
            "checks": Found("[basic, {", "[basic, 7, {", "CS029"),
            "diff": Changed((("security-added", "text"),)),
            "openapi": Exported({"security": [{"Basic": []}, {"key": []}]}),
            "page": Written(of_security),
        },
    ),
    "combination": Saying(
        secured("[{basic: [], key: {in: header, name: X-Key}}]"),
        {
            "render": Shown(("basic", " with", "key")),
            "samples": Program(("auth=(", '"X-Key": ')),
            "server": Served(
                (
                    Asked(401, fields={"Authorization": BASIC}),
                    Asked(401, fields={"X-Key": "callsheet"}),
                    Asked(200, fields={"Authorization": BASIC, "X-Key": "callsheet"}),
                )
            ),
            "checks": Found("{basic: [],", "{basic: 7,", "CS029"),
            "diff": Changed((("security-removed", "breaking"), ("security-added", "additive"))),
            "openapi": Exported({"security": [{"Basic": [], "key": []}]}),
            "page": Written(of_security),
        },
        secured("[basic]"),
    ),
    "anybody": Saying(
        secured("[basic, none]"),
        {
            "render": Shown(("or not needed",)),
            "samples": NotAsked("They prove who asks where they can, as before."),
            "server": Served((Asked(200), Asked(200, fields={"Authorization": BASIC}))),
            "checks": NO_DEFECT,
            "diff": Changed((("security-added", "additive"),)),
            "openapi": Exported({"security": [{"Basic": []}, {}]}),
            "page": Written(of_security),
        },
        secured("[basic]"),
    ),
}

HONOURERS = {
    "render": Shown,
    "samples": Program,
    "server": Served,
    "checks": Found,
    "diff": Changed,
    "openapi": Exported,
    "page": Written,
}


@pytest.mark.parametrize("honourer", HONOURERS)
@pytest.mark.parametrize("name", SAYINGS)
def test_what_is_said_is_honoured(name: str, honourer: str, tmp_path: Path) -> None:
    saying = SAYINGS[name]
    cell = saying.cells[honourer]
    if isinstance(cell, NotAsked):
        assert cell.reason
        assert saying.operation
        return
    assert isinstance(cell, HONOURERS[honourer])
    cell.holds(saying, tmp_path)


def test_no_cell_is_missing() -> None:
    for saying in SAYINGS.values():
        assert saying.cells.keys() == HONOURERS.keys()


@pytest.mark.parametrize(
    ("old", "new", "level"),
    [
        ("https://a.example/token", "https://b.example/token", "warning"),
        ("", "https://a.example/token", "additive"),
    ],
)
def test_another_address_for_tokens_is_a_change(
    old: str, new: str, level: str, tmp_path: Path
) -> None:
    plain = flows(old) if old else secured("[{oauth2: {type: oauth2, scopes: [write]}}]")
    Changed((("security-scheme-changed", level),)).holds(Saying(flows(new), {}, plain), tmp_path)


def test_the_programs_of_all_that_is_said_pass(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for number, saying in enumerate(SAYINGS.values()):
        text = saying.page.replace("v1Thing_Post", f"v1Thing{number}_Post")
        text = text.replace("/api/v1/Thing", f"/api/v1/Thing{number}")
        (tmp_path / f"docs/{number}.md").write_text(text, encoding="utf-8")
    code, report, _ = run(tmp_path, "test", "--docs", "docs")
    assert code == 0, report
