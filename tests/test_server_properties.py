"""Whatever is asked, the server's core answers, and refuses with a problem document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers
from callsheet.server.conclusions import DEVELOPMENT_TOKEN
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import HttpRequest, HttpResponse
from tests.parcels import CREDENTIALS, PAGES, PARCEL, Forgetful, Reader, catalog_of, serving

Served = tuple[ReferenceServer, Forgetful]

# ASGI hands over bytes, which are decoded as Latin-1 (RFC 9110, 5.5).
latin = st.text(st.characters(max_codepoint=255), max_size=30)
methods = st.sampled_from(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
numbers = st.sampled_from(["0", "1", "7", "-1", "00", str(2**31), "9" * 400, "seven", "", "%00"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*PARCEL]) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=10,
)
places = st.sampled_from(["", "/", "/Note", "/Sender/Name", "/Stamps/-", "/Stamps/0", "/x/y", "x"])
steps = st.fixed_dictionaries(
    {},
    optional={
        "op": st.sampled_from(["add", "remove", "replace", "move", "copy", "test", ""]) | values,
        "path": places | values,
        "from": places | values,
        "value": values,
    },
)
structured = values | st.lists(steps, max_size=4)
bodies = st.one_of(
    st.binary(max_size=60),
    structured.map(lambda value: json.dumps(value).encode()),
    structured.map(lambda value: json.dumps(value, ensure_ascii=False).encode(errors="ignore")),
    st.just(b"<r><Note>x</Note><Weight>1e999</Weight></r>"),
    st.just(b"Weight=inf&Note=%ff"),
)
media_types = st.sampled_from(
    [
        "application/json",
        "application/json-patch+json",
        "application/merge-patch+json",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "image/png",
        "",
    ]
)
expressions = st.lists(
    st.sampled_from(["Note", "Weight", "eq", "gt", "and", "'x'", "'", "1", "null", "(", ")", ","]),
    max_size=7,
).map(" ".join)
options = st.one_of(
    st.tuples(st.just("$filter"), expressions | latin),
    st.tuples(st.sampled_from(["$top", "$skip", "parcelEntityId"]), numbers),
    st.tuples(st.sampled_from(["$orderby", "$select"]), st.sampled_from(["Note desc", ",", "a/b"])),
    st.tuples(latin, latin),
)
queries = latin | st.lists(options, max_size=3).map(
    lambda pairs: "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs)
)
dates = st.sampled_from(["Sat, 01 Jan 2000 00:00:00 GMT", "Mon, 01 Jan 0001 00:00:00 +2359", "now"])
fields = st.fixed_dictionaries(
    {},
    optional={
        "Content-Type": media_types | latin,
        "Accept": media_types | latin,
        "Accept-Language": st.sampled_from(["en", "*", "no;q=x", "-"]) | latin,
        "SO-Language": latin,
        "SO-TimeZone": st.sampled_from(["Europe/Oslo", "-12:00", "America", "posixrules"]) | latin,
        "If-Modified-Since": dates | latin,
        "If-Unmodified-Since": dates | latin,
        "Prefer": st.sampled_from(
            ["code=204", "code=304", "code=599", "dynamic=true", "example=1", "example=\u0661"]
        )
        | latin,
        "Cookie": latin,
        "Callsheet-Workspace": st.just(""),
    },
)
credentials = st.sampled_from([f"Bearer {DEVELOPMENT_TOKEN}", CREDENTIALS]) | latin


@pytest.fixture(scope="module")
def parcels() -> Iterator[Served]:
    with serving(catalog_of(PAGES)) as (server, store):
        yield server, Forgetful(store)


@pytest.fixture(scope="module")
def own(catalog: Catalog) -> Iterator[Served]:
    with serving(catalog, [SUPEROFFICE]) as (server, store):
        yield server, Forgetful(store)


def check(request: HttpRequest, response: HttpResponse) -> None:
    """What holds for every answer."""
    assert 200 <= response.status < 600
    for name, value in response.headers:
        assert name.isascii()
        assert "\r" not in value
        assert "\n" not in value
        value.encode("latin-1")
    if response.status in (204, 205, 304) or request.method == "HEAD":
        assert response.body == b""
    elif "json" in (response.header("Content-Type") or ""):
        document = json.loads(response.body, parse_constant=pytest.fail)
        if response.status >= 400:
            check_problem(response, document)
    elif response.header("Content-Type") == "application/problem+xml":
        problem = fromstring(response.body)
        namespace, _, name = problem.tag[1:].partition("}")
        members = {child.tag.removeprefix(f"{{{namespace}}}"): child.text for child in problem}
        assert (namespace, name) == ("urn:ietf:rfc:7807", "problem")
        assert members["status"] == str(response.status)
        assert members["type"]
        assert members["title"]
    else:
        assert response.status < 400


def check_problem(response: HttpResponse, document: Any) -> None:
    assert response.header("Content-Type") == "application/problem+json"
    assert document["status"] == response.status
    for name in ("type", "title", "detail"):
        assert isinstance(document[name], str)
        assert document[name]
    assert (
        response.status < 500
        or response.status == 501
        or "Preference-Applied" in dict(response.headers)
    )


def filled(template: str, number: str) -> str:
    return template.replace("{id}", number).replace("{shelf}", number).replace("{personId}", number)


paths = latin | st.lists(
    st.sampled_from(["-", "health", "requests", "session", "contract", "api", "Parcel", "7", "%2F"])
).map("/".join)

many = settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])


@many
@given(method=methods | latin, path=paths, query=latin, sent=fields, body=bodies)
def test_any_request_is_answered(
    parcels: Served, method: str, path: str, query: str, sent: dict[str, str], body: bytes
) -> None:
    server, store = parcels
    request = HttpRequest(method, f"/{path}", query, Headers(sent.items()), body)
    check(request, server.respond(request, store))


def ask_any(served: Served, catalog: Catalog, data: st.DataObject) -> None:
    server, store = served
    operation = data.draw(st.sampled_from(catalog.operations))
    path = filled(operation.route.template, data.draw(numbers))
    method = data.draw(st.sampled_from([operation.method] * 8 + ["HEAD", "OPTIONS"]))
    named = {"Authorization": data.draw(credentials), **data.draw(fields)}
    request = HttpRequest(
        method, path, data.draw(queries), Headers(named.items()), data.draw(bodies)
    )
    check(request, server.respond(request, store))


PARCELS = catalog_of(PAGES)


@many
@given(data=st.data())
def test_any_request_to_an_operation_is_answered(parcels: Served, data: st.DataObject) -> None:
    ask_any(parcels, PARCELS, data)


@many
@given(data=st.data())
def test_any_request_to_an_operation_of_ours_is_answered(
    own: Served, catalog: Catalog, data: st.DataObject
) -> None:
    ask_any(own, catalog, data)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.dictionaries(st.sampled_from([*PARCEL]), values, max_size=6), patch=structured)
def test_what_is_stored_is_as_documented(parcels: Served, body: Any, patch: Any) -> None:
    server, forgetful = parcels
    reader = Reader(server, forgetful.store)
    created = reader.ask("POST", "/api/Parcel", body)
    if created.status != 200:
        assert created.status == 400
        return
    address = f"/api/Parcel/{json.loads(created.body)['ParcelId']}"
    changed = reader.ask("PATCH", address, patch)
    assert changed.status in (200, 409, 422)
    parcel = reader.json("GET", address)
    # What came back can be sent back.
    assert reader.json("PUT", address, {k: v for k, v in parcel.items() if k != "Updated"})
    assert reader.ask("DELETE", address).status == 204
