"""A security scheme that operations name and nobody defines is one thing to everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openapi_spec_validator import OpenAPIV31SpecValidator

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import TypeDefiner
from callsheet.cli import main
from callsheet.export import openapi
from callsheet.http.headers import basic
from callsheet.model import Operation
from callsheet.samples.request.access import plain_text
from callsheet.samples.request.values import pick_values
from callsheet.server.http.messages import HttpResponse
from callsheet.site.generated.permalinks import Permalinks
from callsheet.site.generated.type_pages import TypePages
from callsheet.site.incremental.dependencies import DependencyDigests
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import Dependency, DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog
from tests.parcels import Reader, catalog_of, problem, serving

NAMES = (
    "basic",
    "basicAuth",
    "http-bearer",
    "bearer_auth",
    "SoTicket",
    "oauth2",
    "OAuth2Auth",
    "openIdConnect",
    "oidc",
    "JWT",
    "apiKey",
    "api_key",
    "ApiKeyAuth",
    "hawk",
    "anything",
    "Our own scheme",
    "session",
)
TENANT = "tenant: {in: header, name: X-Tenant}"


def thing(security: str, name: str = "Thing") -> str:
    """A page that asks for something."""
    return f"""---
title: GET {name}
uid: {name}_Get
security: {security}
---

# GET {name}

```http
GET /api/{name}
```

Gets one.

## Response: object

| Response | Description |
| --- | --- |
| 200 | It is there. |
"""


def answer(catalog: Catalog, operation: Operation, *, without: str = "") -> HttpResponse:
    """The answer to what a sample of an operation sends."""
    access = pick_values(operation).access(operation)
    fields = {name: plain_text(text) for name, text in access.headers if name != without}
    query = "&".join(f"{name}={plain_text(text)}" for name, text in access.query)
    if access.login and not access.login.digest:
        fields["Authorization"] = basic(access.login.user.value, access.login.password.value)
    with serving(catalog) as found:
        reader = Reader(*found)
        reader.credentials = fields.pop("Authorization", "")
        return reader.ask("GET", f"{operation.route.template}?{query}", None, **fields)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("together", [False, True])
def test_a_sample_sends_what_the_server_asks_for(name: str, together: bool) -> None:
    security = f"[{{{name}: [read], {TENANT}}}]" if together else f"[{name}]"
    catalog = catalog_of({"x": thing(security)})
    [operation] = catalog.operations
    assert answer(catalog, operation).status == 200
    if together:
        assert answer(catalog, operation, without="X-Tenant").status == 401
    with serving(catalog) as found:
        reader = Reader(*found)
        reader.credentials = ""
        assert reader.ask("GET", "/api/Thing").status == 401
    document = openapi(catalog)
    assert not list(OpenAPIV31SpecValidator(dict(document)).iter_errors())


@pytest.mark.parametrize(
    ("name", "exported"),
    [
        ("oauth2", {"type": "http", "scheme": "bearer"}),
        ("openIdConnect", {"type": "http", "scheme": "bearer"}),
        ("apiKey", {"type": "apiKey", "in": "header", "name": "X-API-Key"}),
        ("hawk", {"type": "http", "scheme": "hawk"}),
        ("basicAuth", {"type": "http", "scheme": "basic"}),
        ("mutualTLS", {"type": "mutualTLS"}),
    ],
)
def test_the_export_says_what_is_assumed(name: str, exported: dict[str, str]) -> None:
    document = openapi(catalog_of({"x": thing(f"[{name}]")}))
    found = dict(document["components"]["securitySchemes"][name])
    assert found.pop("x-callsheet-assumed") == list(exported)
    assert found == exported


@pytest.mark.parametrize("security", ["[{mutualTLS: [], bearer: []}]", "[mutualTLS, bearer]"])
def test_a_certificate_is_nothing_that_a_request_has(security: str) -> None:
    [operation] = catalog_of({"x": thing(security)}).operations
    access = pick_values(operation).access(operation)
    assert [plain_text(text) for name, text in access.headers if name == "Authorization"] == [
        "Bearer callsheet"
    ]


KEY = "key: {in: header, name: X-Key}"
QUERY_KEY = "key: {in: query, name: k}"
COOKIE = "key: {in: cookie, name: sid}"
BEARER = "Authorization: Bearer abc"


@pytest.mark.parametrize(
    ("security", "shown", "sent"),
    [
        (f"[{KEY}, bearer]", BEARER, "Authorization: Bearer abc"),
        (f"[{KEY}, bearer]", "X-Key: abc", "X-Key: abc"),
        (f"[{KEY}, bearer]", "", "X-Key: callsheet"),
        (f"[{KEY}, bearer]", f"X-Key: def\n{BEARER}", "X-Key: def"),
        (f"[bearer, {KEY}]", f"X-Key: def\n{BEARER}", "Authorization: Bearer abc"),
        (f"[{QUERY_KEY}, bearer]", BEARER, "Authorization: Bearer abc"),
        (f"[{COOKIE}, bearer]", f"Cookie: sid=1; a=2\n{BEARER}", "Cookie: sid=1; a=2"),
        (f"[bearer, {COOKIE}]", f"Cookie: sid=1; a=2\n{BEARER}", "Cookie: a=2, " + BEARER),
        ("[bearer, basic]", "Authorization: Basic YTpi", "basic a b"),
        (f"[{{bearer: [], {TENANT}}}, oauth2]", BEARER, "Authorization: Bearer abc"),
        (f"[{KEY}, {{bearer: [], {TENANT}}}]", BEARER, "X-Key: callsheet"),
    ],
)
def test_a_program_sends_the_alternative_that_its_example_uses(
    security: str, shown: str, sent: str
) -> None:
    text = thing(security) + f"\n## Sample request\n\n```http!\nGET /api/Thing\n{shown}\n```\n"
    catalog = catalog_of({"x": text})
    [operation] = catalog.operations
    access = pick_values(operation).access(operation)
    fields = [f"{name}: {plain_text(value)}" for name, value in access.headers]
    if access.login:
        fields.append(f"basic {access.login.user.value} {access.login.password.value}")
    assert ", ".join(fields) == sent
    assert not access.query
    assert len(access.secrets) == (2 if access.login else 1)


def test_a_refusal_names_each_way_once() -> None:
    with serving(catalog_of({"x": thing("[bearer, oauth2, hawk]")})) as found:
        reader = Reader(*found)
        reader.credentials = ""
        detail = problem(reader.ask("GET", "/api/Thing"), 401)["detail"]
    assert detail.startswith("Send `Authorization` with Bearer, or `Authorization` with Hawk, or a")


DEFINING = thing("{tenant: {in: header, name: X-Tenant}}", "Other")


def test_a_sample_sends_what_another_page_defines(tmp_path: Path) -> None:
    pages = {"other": DEFINING, "thing": thing("{tenant: [], bearer: []}")}
    for name, text in pages.items():
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    runner = CliRunner()
    ran = runner.invoke(main, ["test", "--docs", str(tmp_path)])
    assert (ran.exit_code, "2 passed" in ran.output) == (0, True), ran.output
    ran = runner.invoke(
        main, ["samples", "--docs", str(tmp_path), "--out", str(tmp_path / "samples")]
    )
    assert ran.exit_code == 0, ran.output
    assert '"X-Tenant": ' in (tmp_path / "samples" / "Thing_Get.py").read_text(encoding="utf-8")


def test_a_page_shows_what_another_page_defines() -> None:
    catalog = catalog_of({"other": DEFINING, "thing": thing("[tenant]")})
    operations = SiteOperations(Path(), SiteCatalog(catalog, TypeDefiner()))
    recorder = DependencyRecorder()
    found = operations.with_schemes(catalog.by_uid["Thing_Get"], recorder)
    assert found.security == catalog.by_uid["Other_Get"].security
    # A page of the cache is rendered again where the definition changes.
    assert recorder.found == {Dependency("scheme", "tenant")}
    alone = catalog_of({"thing": thing("[tenant]")})
    both = [
        DependencyDigests(
            given,
            TypePages(given, "types", generated=False),
            Permalinks(given, generated=False),
        )(Dependency("scheme", "tenant"))
        for given in (operations, SiteOperations(Path(), SiteCatalog(alone, TypeDefiner())))
    ]
    assert both[0] != both[1]
