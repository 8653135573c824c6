"""Paths are routed to the operations that document them, with the values of their placeholders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from callsheet.server.engine.routing import Router, Values
from callsheet.server.http.problems import Problem
from tests.parcels import catalog_of
from tests.test_promised_answers import ask, page

ROUTES = (
    "/b/{name}",
    "/b/{name}.png",
    "/b/{name}.{kind}",
    "/b/label.png",
    "/f/{kind}:{id}",
    "/f/{id}:cancel",
    "/h/({x},{y})",
    "/v{major}/Depot",
    "/v{major}/Depot/{id}",
)


def find(path: str, routes: tuple[str, ...] = ROUTES) -> tuple[str, Values]:
    """Return the route of a path, and the values in it."""
    operation = catalog_of({"a": page("GET /a", "")}).operations[0]
    router = Router(
        replace(operation, uid=route, route=replace(operation.route, template=route))
        for route in routes
    )
    found, values = router.find("GET", tuple(path.strip("/").split("/")))
    return found.uid, values


@pytest.mark.parametrize(
    ("path", "route", "values"),
    [
        ("/b/LABEL.png", "/b/label.png", {}),
        ("/b/cat.PNG", "/b/{name}.png", {"name": "cat"}),
        ("/b/a.b.gif", "/b/{name}.{kind}", {"name": "a", "kind": "b.gif"}),
        ("/b/.png", "/b/{name}", {"name": ".png"}),
        ("/b/cat", "/b/{name}", {"name": "cat"}),
        ("/f/thing:1", "/f/{kind}:{id}", {"kind": "thing", "id": "1"}),
        ("/f/7:cancel", "/f/{id}:cancel", {"id": "7"}),
        ("/h/(1,2)", "/h/({x},{y})", {"x": "1", "y": "2"}),
        ("/v2/Depot", "/v{major}/Depot", {"major": "2"}),
        ("/V2/depot/9", "/v{major}/Depot/{id}", {"major": "2", "id": "9"}),
    ],
)
def test_text_beside_a_placeholder_is_a_part_of_the_route(
    path: str, route: str, values: Values
) -> None:
    assert find(path) == (route, values)
    assert find(path, ROUTES[::-1]) == (route, values)


@pytest.mark.parametrize("path", ["/h/1,2", "/f/thing", "/v/Depot", "/h/(,2)"])
def test_other_text_beside_a_placeholder_is_another_route(path: str) -> None:
    with pytest.raises(Problem) as refusal:
        find(path)
    assert refusal.value.status == 404


def test_a_list_beside_text_is_read_by_its_style() -> None:
    table = "## Parameters\n\n| Name | In | Type | Required | Style |\n"
    table += "| --- | --- | --- | --- | --- |\n"
    table += "| ids | path | array of int32 | Yes | {} |\n\n### 200: bool\n"
    for style, text in (("comma-separated", "1,2"), ("label", ".1,2")):
        text_of_page = page("GET /b/x{ids}.png", table.format(style))
        assert ask(text_of_page, f"GET /b/x{text}.png").status == 200
        assert ask(text_of_page, f"GET /b/x{text}a.png").status == 422
