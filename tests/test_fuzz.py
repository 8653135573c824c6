"""The reference server under requests that schemathesis makes of our own OpenAPI export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.export import openapi
from callsheet.http.media_types import essence
from callsheet.model import Operation
from callsheet.server.adapters.app import background, create_app
from tests.conftest import DOCS, SHARED
from tests.contracts import response_schema

pytestmark = pytest.mark.slow

GENERIC = {401, 404, 405, 406, 413, 415, 422, 501}
"""Refusals that any operation may answer with, documented or not."""

FUZZED = SHARED / "corpus" / "rest" / "Webhook"
TREES = [DOCS, *([FUZZED] if FUZZED.is_dir() else [])]
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]


@pytest.fixture(scope="module", params=TREES, ids=lambda tree: tree.name)
def tree(request: pytest.FixtureRequest) -> Catalog:
    return Catalog.read(request.param)


@pytest.fixture(scope="module")
def server(tree: Catalog) -> Iterator[str]:
    with background(create_app(tree, "sqlite://", packs=[SUPEROFFICE])) as url:
        yield url


def check(operation: Operation, response: requests.Response) -> None:
    """What holds of every answer, whatever was asked."""
    status = response.status_code
    documented = {documented.code for documented in operation.statuses}
    assert status in documented | GENERIC, response.text
    if status >= 400:
        assert response.headers["Content-Type"] == "application/problem+json"
        assert response.json()["status"] == status
    elif status in (204, 304):
        assert response.content == b""
    elif essence(response.headers["Content-Type"]) == "application/json":
        selects = "select" in str(response.request.url).lower()
        schema = response_schema(operation, whole=not selects)
        if schema is not None:
            jsonschema.validate(response.json(), schema)


def test_no_request_is_too_odd(tree: Catalog, server: str) -> None:
    schema = schemathesis.openapi.from_dict(openapi(tree))
    results = list(schema.get_all_operations())
    found = [result.ok() for result in results if isinstance(result, Ok)]
    assert len(found) == len(tree.operations)
    by_route = {(o.method, o.route.template): o for o in tree.operations}
    with requests.Session() as session:
        for described in found:
            operation = by_route[described.method.upper(), described.path]
            for mode in MODES:
                strategy = described.as_strategy(generation_mode=mode)
                fuzz(strategy, operation, server, session)


def fuzz(
    strategy: st.SearchStrategy[Any], operation: Operation, server: str, session: requests.Session
) -> None:
    """Sends the requests of a strategy."""

    @settings(
        max_examples=12,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def send(case: Any) -> None:
        arguments = case.as_transport_kwargs(base_url=server)
        arguments["headers"]["Authorization"] = "Bearer callsheet"
        try:
            response = session.request(**arguments, timeout=20)
        except (requests.exceptions.InvalidHeader, UnicodeError, requests.exceptions.InvalidURL):
            # Not even the client would send this.
            return
        check(operation, response)

    send()
