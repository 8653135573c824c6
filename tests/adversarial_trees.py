"""Docs trees that are made to take long, each of so many pages."""

from __future__ import annotations

from collections.abc import Callable

Tree = Callable[[int], dict[str, str]]
"""The files of a tree of so many pages, by path."""

_PAGE = """\
---
title: GET Thing {n}
uid: {uid}
---

# Read a thing

```http
GET {route}
```

Reads it. {text}

| Path Part | Type | Description |
| --- | --- | --- |
| id | int32 | The thing. **Required** |

## Response: {type}

| Response | Description |
| --- | --- |
| 200 | OK |

### Response body: {type}

| Property Name | Type | Description |
| --- | --- | --- |
| ThingId | int32 | Its number. |
{rows}
## Sample request

```http!
GET /api/v1/Thing{n}/7
Accept: application/json
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: application/json

{{"ThingId": 7{more}}}
```
"""
_DEFINITION = """\
---
title: T{n}
defines: {name}
---

# T{n}

| Property Name | Type | Description |
| --- | --- | --- |
| ThingId | int32 | Its number. |
| A | T{next} | Another one. |
"""


def page(n: int, **parts: str) -> str:
    """A page of an operation, with some parts of its own."""
    usual = {
        "uid": f"v1Thing{n}_Get",
        "route": f"/api/v1/Thing{n}/{{id}}",
        "text": "",
        "type": "Thing",
        "rows": "",
        "more": "",
    }
    return _PAGE.format(n=n, **{**usual, **parts})


def _pages(make: Callable[[int], str], folder: Callable[[int], str] = lambda n: "a/") -> Tree:
    return lambda size: {f"{folder(n)}v1Thing{n}_Get.md": make(n) for n in range(size)}


def _each(**parts: Callable[[int], str]) -> Tree:
    return _pages(lambda n: page(n, **{name: part(n) for name, part in parts.items()}))


def _with(tree: Tree, more: Tree) -> Tree:
    return lambda size: {**tree(size), **more(size)}


def _types(name: Callable[[int], str]) -> Tree:
    return lambda size: {
        f"t/T{n}.md": _DEFINITION.format(n=n, name=name(n), next=n + 1) for n in range(size)
    }


def _toc(entry: str) -> Tree:
    return lambda size: {"toc.yml": "".join(entry.format(n=n) for n in range(size))}


TREES: dict[str, Tree] = {
    "one uid": _each(uid=lambda n: "v1Thing_Get"),
    "one route": _each(route=lambda n: "/api/v1/Thing/{id}"),
    "routes that begin otherwise": _each(
        route=lambda n: f"/api/v{2 if n % 6 else 1}/Thing{n}/{{id}}"
    ),
    "one shape of a route": _each(route=lambda n: f"/api/v1/Thing/{{id{n}}}"),
    "a type each": _each(
        type=lambda n: f"Type{n}",
        rows=lambda n: f"| A | Type{n + 1} | Another. |\n| P{n} | string | Its name. |\n",
        more=lambda n: f', "A": {{"P{n + 1}": "x"}}, "P{n}": "x"',
    ),
    "types that are defined": _with(
        _each(
            type=lambda n: f"T{n}",
            rows=lambda n: f"| A | T{n + 1} | Another. |\n",
            more=lambda n: f', "A": {{"ThingId": "x", "B{n}": 1}}',
        ),
        _types(lambda n: f"T{n}"),
    ),
    "definitions of one type": _types(lambda n: "T0"),
    "properties of one type": _each(
        rows=lambda n: f"| P{n} | string | Its name. |\n| Q{n} | string | Its name. |\n",
        more=lambda n: f', "P{n}": "x", "Q{n}": "x"',
    ),
    "types of one property": _each(
        rows=lambda n: f"| P | T{n} | Its name. |\n", more=lambda n: f', "P": {{"a{n}": 1}}'
    ),
    "objects of one property": _each(
        rows=lambda n: "| In | Inner | What is in it. |\n",
        more=lambda n: f', "In": {{"a": 1, "b{n}": "x", "c": [{{"d{n}": 1}}]}}',
    ),
    "values of one enumeration": _each(
        rows=lambda n: f"| P | Enum: A{n}, B{n}, C | What it is. |\n",
        more=lambda n: f', "P": "A{n + 1}"',
    ),
    "spellings": _each(
        rows=lambda n: f"| P | Colour{n % 3 or n} | Its colour. |\n", text=lambda n: f"colour{n}"
    ),
    "links": _each(
        text=lambda n: (
            f"[a](v1Thing{n + 1}_Get.md#x) [b](v1Thing0_Get.md) <xref:v1Thing{n + 1}_Get>"
        )
    ),
    "links to nowhere": _each(
        text=lambda n: f"[a](no{n}.md) [b](v1Thing0_Get.md#x{n}) <xref:v1Thng{n}_Get> @v1Thin{n}_Gt"
    ),
    "an include each": _with(
        _each(text=lambda n: f"\n\n[!include[a](../inc/i{n}.md)]\n"),
        lambda size: {f"inc/i{n}.md": f"text {n} [a](x{n}.md)\n" for n in range(size)},
    ),
    "entries": _with(_pages(page), _toc("- name: N{n}\n  href: a/v1Thing{n}_Get.md\n")),
    "entries to nowhere": _with(_pages(page), _toc("- name: N\n  href: b/v1Thing{n}_Get.md\n")),
    "a folder each": _with(
        _pages(page, lambda n: f"f{n}/"),
        lambda size: {
            f"f{n}/toc.yml": (
                f"- name: N\n  href: v1Thing{n}_Get.md\n- name: F\n  href: ../f{n + 1}/\n"
            )
            for n in range(size)
        },
    ),
}
"""Trees by what they have many of."""
