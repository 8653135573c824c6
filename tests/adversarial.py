"""Pages that are made to take long, each of about so many characters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import callsheet.checks

Page = Callable[[int], str]

SPECIMEN = Path(callsheet.checks.__path__[0], "rules", "specimen.md").read_text(encoding="utf-8")
_PROSE = "Changes what is known of a parcel, and gives it back as it is stored.\n"
_ROW = "| Label | String | What is written on it. **Required** |\n"
_ANSWER = "| Label | string | What is written on it. |\n"
_QUERY = "PUT /api/v1/Depot/north/Parcel/7?notify=true\nAuthorization"
_BODY = '  "Label": "Glasses",\n'
_EXAMPLE = "\n### Example\n\n```http\n"
_LAST = '  "Fragile": true\n'


def _after(mark: str, unit: str | Callable[[int], str]) -> Page:
    """The specimen with a text many times behind another one."""
    assert mark in SPECIMEN, mark
    return lambda size: SPECIMEN.replace(mark, mark + _many(unit, size), 1)


def _instead(mark: str, head: str, unit: str | Callable[[int], str], tail: str) -> Page:
    assert mark in SPECIMEN, mark
    return lambda size: SPECIMEN.replace(mark, head + _many(unit, size) + tail, 1)


def _many(unit: str | Callable[[int], str], size: int) -> str:
    if isinstance(unit, str):
        return unit * (size // len(unit))
    return "".join(map(unit, range(size // len(unit(1000)))))


def _prose(unit: str | Callable[[int], str]) -> Page:
    return _instead(_PROSE, f"{_PROSE}\n", unit, "\n")


def _cell(unit: str) -> Page:
    return _instead(_ROW, f"{_ROW}| X | string | ", unit, " |\n")


def _query(unit: str | Callable[[int], str]) -> Page:
    target = "PUT /api/v1/Depot/north/Parcel/7?notify="
    return _instead(_QUERY, target, unit, "\nAuthorization")


_PARAMETERS = (
    "\n## Parameters\n\n| Name | In | Type | Style | Description |\n|---|---|---|---|---|\n"
)
_ASKED = "\n## Sample request\n\n```http!\nPUT /api/v1/Depot/north/Parcel/7?notify=true"
_STYLES = ("array | pipe-separated", "object | in brackets", "object | form, exploded")


def _styled(size: int) -> str:
    """Parameters of all styles, and a request that has many of them, and others."""
    rows = _many(lambda n: f"| p{n} | query | {_STYLES[n % 3]} | Text. |\n", size // 2)
    pairs = _many(lambda n: f"&p{n}{('=1|2', '[x]=1', 'x=1')[n % 3]}", size // 2)
    return f"{_PARAMETERS}{rows}{_ASKED}{pairs}\n```\n"


def _within(size: int) -> str:
    """An object with many properties, and a request that has them."""
    rows = _many(lambda n: f"| p.q{n} | query | int32 | | Text. |\n", size // 2)
    pairs = _many(lambda n: f"&p[q{n}]=x", size // 2)
    first = "| p | query | object | in brackets | Text. |\n"
    return f"{_PARAMETERS}{first}{rows}{_ASKED}{pairs}\n```\n"


PAGES: dict[str, Page] = {
    **{f"cell of {unit}": _cell(unit) for unit in ("\\", "`a", "|", "TODO ", "[a](", "<a ")},
    **{f"query of {unit}": _query(unit) for unit in ("{{", "<a", "[", "a ")},
    **{
        f"text of {unit!r}": _prose(unit)
        for unit in (
            "[", "](", "`", "*_", "<", "<!--", "{#", "# ", "[!include[](", "\\", "TODO ", " ", "\t",
            "word.\n\n", "## H\n\n", "```json\n{}\n```\n\n", "[a](b.md)\n",
            "> [!NOTE]\n> a\n\n", "- a\n",
            "| a | b |\n| - | - |\n| c | d |\n\n", "<!-- callsheet: ignore CS514 -->\n\nTODO\n\n",
            "| a | b |\n", "`` ` ", '<a id="x"></a>\n', "<xref:a> @b.c ",
        )
    },
    "parameters in a query": _query(lambda number: f"&a{number}=1"),
    "rows": _after(_ROW, lambda number: f"| P{number} | string | Text. |\n"),
    "rows of one name": _after(_ROW, "| P | string | Text. |\n"),
    "rows of an answer": _after(_ANSWER, lambda number: f"| P{number} | string | Text. |\n"),
    "rows of a type that is misspelt": _after(_ROW, "| x | Strng | TODO |\n"),
    "statuses": _after("| 404 | There is no such parcel. |\n", "| 404 | Text. |\n"),
    "header fields": _after("Accept: application/json\n", lambda number: f"X-{number}: b\n"),
    "keys of a body": _after(_BODY, lambda number: f'  "k{number}": 1,\n'),
    "keys of an answer": _instead(_LAST, "", lambda number: f'  "k{number}": 1,\n', _LAST),
    "values of a body": _instead('"Glasses"', "[", "1,", "1]"),
    "values of an answer": _instead(_LAST, '  "l": [', "1,\n", "1],\n" + _LAST),
    "brackets of a body": _instead('"Glasses"', "", "[", ""),
    "sections": lambda size: SPECIMEN + _many("\n## Request Body: parcel\n\ntext\n", size),
    "examples": lambda size: SPECIMEN + _many("\n```http_\nHTTP/1.1 200 OK\n\n{}\n```\n", size),
    "route": _after("PUT /api/v1/Depot/{depotId}/Parcel/{parcelId}", lambda n: f"/{{p{n}}}"),
    "path parameters and other rows": lambda size: SPECIMEN.replace(
        "{parcelId}\n", _many(lambda n: f"/{{p{n}}}", size // 2) + "\n", 1
    ).replace(
        "| parcelId | int32 |",
        _many(lambda n: f"| q{n} | int32 | A. |\n", size // 2) + "| parcelId | int32 |",
        1,
    ),
    "rows of other types in an answer": lambda size: SPECIMEN.replace(
        _ROW, _ROW + _many(lambda n: f"| P{n} | Integer | Text. |\n", size // 3), 1
    )
    .replace(_ANSWER, _ANSWER + _many(lambda n: f"| P{n} | string | Text. |\n", size // 3), 1)
    .replace(_LAST, _many(lambda n: f'  "P{n}": "x",\n', size // 3) + _LAST, 1),
    "values of enumerations": lambda size: SPECIMEN.replace(
        "| Kind | Enum: Letter, Box, Pallet |",
        f"| Kind | Enum: {_many(lambda n: f'A{n}, ', size // 2)}Box |",
        1,
    ).replace(
        "| Kind | Enum: Letter, Box, Pallet |",
        f"| Kind | Enum: {_many(lambda n: f'B{n}, ', size // 2)}Box |",
        1,
    ),
    "parameters with styles": lambda size: SPECIMEN + _styled(size),
    "properties within parameters": lambda size: SPECIMEN + _within(size),
    "front matter": lambda size: "---\n" + _many("a: b\n", size),
    "examples with values of routes": lambda size: (
        _many(lambda n: f"## Get {n}\n{_EXAMPLE}GET /x{n}/{{id}}\n```\n\n", size // 2)
        + _many(lambda n: f"## Case {n}\n{_EXAMPLE}GET /x{n}/7\n```\n\n", size // 2)
    ),
}  # fmt: skip
"""Pages by what they have many of."""
