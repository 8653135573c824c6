"""What values and their schemas may cost."""

from __future__ import annotations

import time
from pathlib import Path

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.render import render_operation
from callsheet.schema import ANYTHING, NOTHING, Evaluator, PropertySchema, Schema
from callsheet.schema.generate import Generator
from callsheet.schema.words.facets import Facet, read_row
from tests.limits import Row, tries
from tests.test_facets import Plain

TEXT = Schema(types=("string",))
COSTLY = "^(a|b)+$"
"""A pattern that Python's engine could take in many ways, so that an automaton matches it."""


def fits(value: object, schema: Schema) -> bool:
    return Evaluator().fits(value, schema)


def number(row: Row) -> int:
    return int(row.limit.split()[0].replace(",", ""))


@tries("characters of a pattern")
def characters(row: Row, folder: Path) -> None:
    for more in (0, 1):
        pattern = "b" * (number(row) + more)
        assert fits("a", Schema(types=("string",), pattern=pattern)) is bool(more)
        _, faults = read_row("string", ((Facet.LIMITS, f"pattern `{pattern}`"),))
        assert bool(faults) is bool(more)


@tries("states of the automaton of a pattern that could go back")
def states(row: Row, folder: Path) -> None:
    # Two states are those of the repetition itself.
    for more in (0, 1):
        pattern = f"b*c{{{number(row) - 2 + more}}}"
        assert fits("a", Schema(types=("string",), pattern=pattern)) is bool(more)
    for pattern in ("(a*)*(?:){1000000000}b", "(a?){0,300}(c*)*d", "a?" * 300 + "(c+)+d"):
        started = time.thread_time()
        assert not fits("a" * 300, Schema(types=("string",), pattern=pattern))
        assert time.thread_time() - started < 2


@tries("time of all patterns for one value, as estimated")
def patterns(row: Row, folder: Path) -> None:
    schema = Schema(types=("array",), items=Schema(types=("string",), pattern=COSTLY))
    long = "a" * 10_000
    assert not fits(["c"], schema)
    assert not fits([long, "c"], schema)
    started = time.thread_time()
    assert fits([*[long] * 2_000, "c"], schema)
    assert time.thread_time() - started < 3 * number(row)


@tries("mismatches reported for one value")
def mismatches(row: Row, folder: Path) -> None:
    schema = Schema(types=("array",), items=TEXT)
    for count in (number(row), number(row) + 1):
        assert len(Evaluator().mismatches([1] * count, schema)) == number(row)


@tries("schemas within schemas that are followed, an alternative counted as three")
def nesting(row: Row, folder: Path) -> None:
    for more in (0, 1):
        value: object = 1
        schema = TEXT
        for _ in range(number(row) - 1 + more):
            value, schema = [value], Schema(types=("array",), items=schema)
        assert fits(value, schema) is bool(more)


@tries("schemas that are tried, for one value, to tell which properties and items they describe")
def descriptions(row: Row, folder: Path) -> None:
    closed = Schema().with_rare(unevaluated_properties=NOTHING)
    # Of the alternatives, none describes `a`: each is tried, and followed if it fits.
    few, many = (closed.replace(any_of=(Schema(),) * count) for count in (9, number(row)))
    assert not fits({"a": 1}, few)
    assert fits({"a": 1}, many)
    # Each level would double the time.
    for _ in range(60):
        closed = closed.replace(any_of=(closed,))
    assert not fits({"a": 1}, closed)


@tries("names and `[]` in the name of a nested row")
def levels(row: Row, folder: Path) -> None:
    for more in (0, 1):
        names = [".".join(["a"] * count) for count in range(1, number(row) + 1 + more)]
        table = "".join(f"| {name} | object | It. |\n" for name in names)
        page = folder / "a.md"
        head = "| Property Name | Type | Description |\n|---|---|---|\n"
        route = "# A\n\n```http\nPOST /a\n```\n\n## Request Body: it\n\n"
        page.write_text(f"---\nuid: a\n---\n\n{route}{head}{table}", encoding="utf-8")
        catalog = Catalog.read(folder, cached=False)
        assert [found.code for found in catalog.findings] == ["CS035"] * more
        schema = export_openapi(catalog).document["components"]["schemas"]["a.request"]
        assert set(schema["properties"]) == {"a", *names[number(row) :]}
        assert render_operation(catalog.operations[0], Plain(), ()).html


@tries("values that are made up within one value")
def made_up(row: Row, folder: Path) -> None:
    twins = tuple(PropertySchema(name, Schema(ref="Pair")) for name in ("one", "other"))
    types = {"Pair": Schema(types=("object",), properties=twins)}
    value = Generator(types, seed="x").value(Schema(ref="Pair"))

    def size(value: object) -> int:
        return 1 + sum(map(size, value.values())) if isinstance(value, dict) else 1

    assert 1 < size(value) <= number(row)
    many = Schema(types=("array",), items=ANYTHING, min_items=number(row) * 2)
    assert len(Generator().value(many)) <= number(row)
