"""What a specification may cost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from callsheet.cli import main
from callsheet.importing import files, reading, references, servers
from callsheet.importing.captures import content, exchange, variables
from callsheet.importing.captures import document as captured_documents
from callsheet.importing.input import address, bundle
from callsheet.importing.input import files as input_files
from callsheet.importing.operation import examples as examples_of_imports
from callsheet.importing.operation import rows
from callsheet.importing.operation import schemas as schemas_of_imports
from callsheet.schema.annotations import MAX_DEPTH, MAX_LENGTH
from callsheet.source import read_page
from callsheet.untrusted import DocumentLimits
from tests.captures import BASE, collection, entry, har, item, pairs, saved
from tests.captures import imported as imported_captures
from tests.limits import Row, tries
from tests.limits.yaml import number, patched
from tests.test_import_growth import ANSWER, document, ref
from tests.test_import_input import answering, serving, silent


def imported(folder: Path, text: str) -> Result:
    """What the command says, and nothing is written where it ends with an error."""
    file, out = folder / "api.json", folder / "docs"
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", "openapi", str(file), "--out", str(out)])
    assert out.exists() is (result.exit_code != 2), result.stderr
    for path in sorted(out.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    if out.exists():
        out.rmdir()
    return result


def refuses(row: Row, folder: Path, small: Any, large: Any, *said: str) -> None:
    """Fails where the small one is refused, or the large one is not, with the words."""
    texts = [one if isinstance(one, str) else json.dumps(one) for one in (small, large)]
    assert imported(folder, texts[0]).exit_code == 0
    result = imported(folder, texts[1])
    assert f"exit {result.exit_code}" == row.answer
    assert all(word in result.stderr for word in said), result.stderr


def properties(count: int) -> dict[str, Any]:
    return document({"S0": {"properties": {f"p{n}": {"type": "string"} for n in range(count)}}})


def nested(depth: int) -> str:
    """A document with an example of so many lists, and as deep as them."""
    text = json.dumps(document({"S0": {"type": "string"}}))
    return f'{text[:-1]}, "x-deep": {"[" * (depth - 1)}{"]" * (depth - 1)}}}'


@tries("a specification to import")
def size(row: Row, folder: Path) -> None:
    assert number(row) == reading.LIMITS.characters
    text = json.dumps(document({"S0": {}}))
    with patched(reading, "LIMITS", DocumentLimits(characters=len(text))):
        refuses(row, folder, text, text + " ", "larger than")


@tries("values of a specification, aliases counted as what they stand for")
def values(row: Row, folder: Path) -> None:
    assert number(row) == reading.LIMITS.values
    with patched(reading, "LIMITS", DocumentLimits(values=300)):
        refuses(row, folder, properties(20), properties(300), "more than 300 values")


@tries("mappings and lists inside of each other in a specification")
def depth(row: Row, folder: Path) -> None:
    assert number(row) == reading.LIMITS.depth
    refuses(row, folder, nested(number(row) + 1), nested(number(row) + 2), "nested too deeply")


@tries("entries of one mapping or list in a specification")
def entries(row: Row, folder: Path) -> None:
    assert number(row) == reading.MAX_ENTRIES
    with patched(references, "MAX_ENTRIES", 30):
        refuses(row, folder, properties(30), properties(31), "#/components/schemas/S0/properties")


@tries("the JSON pointer to a part of a specification")
def pointer(row: Row, folder: Path) -> None:
    assert number(row) == reading.MAX_POINTER

    def named(length: int) -> dict[str, Any]:
        name = "n" * (length - len("/components/schemas/S0/properties/"))
        return document({"S0": {"properties": {name: {"type": "string"}}}})

    refuses(row, folder, named(number(row)), named(number(row) + 1), "#/components/schemas/S0")


@tries("schemas, properties, and values of examples that an import looks at")
def schemas(row: Row, folder: Path) -> None:
    assert number(row) == reading.MAX_SCHEMAS
    with patched(reading, "MAX_SCHEMAS", 500):
        refuses(row, folder, properties(50), properties(500), "#/components/schemas/S0")


@tries("references that lead to each other in a specification")
def steps(row: Row, folder: Path) -> None:
    assert number(row) == references.MAX_STEPS
    for count in (number(row), number(row) + 2):
        chain = {f"S{n}": ref(n + 1) for n in range(count)}
        result = imported(folder, json.dumps(document({**chain, f"S{count}": {"type": "string"}})))
        assert ("CS045" in result.stderr) is (count > number(row)), result.stderr


@tries("addresses that the variables of one server stand for")
def addresses(row: Row, folder: Path) -> None:
    assert number(row) == servers.MAX_ADDRESSES
    for count in (number(row), number(row) + 1):
        variable = {"default": "v0", "enum": [f"v{n}" for n in range(count)]}
        server = {"url": "/{version}", "variables": {"version": variable}}
        text = json.dumps({**document({"S0": {"type": "string"}}), "servers": [server]})
        result = imported(folder, text)
        assert ("CS045" in result.stderr) is (count > number(row)), result.stderr


@tries("schemas that one schema is put together of")
def parts(row: Row, folder: Path) -> None:
    assert number(row) == schemas_of_imports.MAX_PARTS
    for count in (number(row), number(row) + 1):
        listed = [{"properties": {f"p{n}": {"type": "string"}}} for n in range(count)]
        result = imported(folder, json.dumps(document({"S0": {"allOf": listed}})))
        assert ("CS046 It is put together" in result.stderr) is (count > number(row))


@tries("characters of annotations in one cell or front matter")
def characters_of_annotations(row: Row, folder: Path) -> None:
    assert number(row) == MAX_LENGTH
    around = len(json.dumps({"x-note": ""}))
    for length in (number(row), number(row) + 1):
        carries(folder, "n" * (length - around), is_too_much=length > number(row))


@tries("objects and lists inside of each other in annotations")
def depth_of_annotations(row: Row, folder: Path) -> None:
    assert number(row) == MAX_DEPTH
    for depth in (number(row), number(row) + 1):
        # The annotations are an object themselves.
        note: list[Any] = []
        for _ in range(depth - 2):
            note = [note]
        carries(folder, note, is_too_much=depth > number(row))


def carries(folder: Path, note: Any, *, is_too_much: bool) -> None:
    """Fails where annotations are taken, or left out, that should not be."""
    noted = {"type": "string", "x-note": note}
    result = imported(folder, json.dumps(document({"S0": {"properties": {"a": noted}}})))
    assert ("CS048" in result.stderr) is is_too_much, result.stderr
    cell = f"`{json.dumps({'x-note': note})}`"
    table = f"| Name | Type | Annotations |\n|---|---|---|\n| a | string | {cell} |\n"
    page = f"---\nuid: a\n---\n\n# A\n\n```http\nPUT /a\n```\n\n## Request Body: A\n\n{table}"
    found = [finding.code for finding in read_page(page.encode(), "a.md").findings]
    assert found == (["CS028"] if is_too_much else [])


@tries("schemas inside of each other that are put together or worded in one")
def depth_of_parts(row: Row, folder: Path) -> None:
    assert number(row) == schemas_of_imports.MAX_DEPTH
    for count in (number(row) - 1, number(row) + 1):
        chain = {f"S{n}": {"type": "array", "items": ref(n + 1)} for n in range(count)}
        result = imported(folder, json.dumps(document({**chain, f"S{count}": {"type": "string"}})))
        assert ("CS046 Types are nested" in result.stderr) is (count > number(row))


@tries("characters of a type that an import writes")
def type_words(row: Row, folder: Path) -> None:
    assert number(row) == rows.MAX_TYPE
    for count in (number(row) // 2, number(row) + 1):
        values = {"type": "string", "enum": ["x" * (count - len("array of Enum: "))]}
        lists = {"type": "array", "items": values}
        result = imported(folder, json.dumps(document({"S0": lists})))
        assert ("CS046 The type is too long" in result.stderr) is (count > number(row))


@tries("examples of one body that an import writes")
def examples(row: Row, folder: Path) -> None:
    assert number(row) == examples_of_imports.MAX_EXAMPLES
    for count in (number(row), number(row) + 1):
        made = document({"S0": {"type": "string"}})
        media = made["paths"]["/a"]["post"]["requestBody"]["content"]["application/json"]
        media["examples"] = {f"e{n}": {"value": str(n)} for n in range(count)}
        result = imported(folder, json.dumps(made))
        assert (f"Of {count} examples" in result.stderr) is (count > number(row))


@tries("pages that an import writes")
def pages(row: Row, folder: Path) -> None:
    assert number(row) == reading.MAX_PAGES

    def paths(count: int) -> dict[str, Any]:
        return document({}, {f"/a{n}": {"get": ANSWER} for n in range(count)})

    with patched(reading, "MAX_PAGES", 3):
        refuses(row, folder, paths(3), paths(4), "#/paths/~1a3/get", "more than 3 pages")


@tries("text that an import writes")
def text(row: Row, folder: Path) -> None:
    assert number(row) == reading.MAX_CHARACTERS
    # Two parameters' and a header's description, and the pages that hold them.
    small, large = (
        document({"S0": {"properties": {"p": {"type": "string", "description": "x" * length}}}})
        for length in (100, 5000)
    )
    with patched(reading, "MAX_CHARACTERS", 4000):
        refuses(row, folder, small, large, "#/components/schemas/S0/properties/p", "3 KiB")
    with patched(files, "MAX_CHARACTERS", 4000):
        refuses(row, folder, small, large, ".md", "3 KiB")


@tries("files of a specification")
def number_of_files(row: Row, folder: Path) -> None:
    assert number(row) == input_files.MAX_FILES
    made = document({})
    for count in (3, 4):
        (folder / f"{count - 1}.json").write_text("{}", encoding="utf-8")
        refs = {f"P{n}": {"$ref": f"{n}.json"} for n in range(count)}
        for n in range(count):
            (folder / f"{n}.json").write_text("{}", encoding="utf-8")
        made["components"]["schemas"] = {"S0": {"type": "string"}, **refs}
        with patched(input_files, "MAX_FILES", 3):
            result = imported(folder, json.dumps(made))
        assert (result.exit_code == 2) is (count > 3), result.stderr
    assert f"exit {result.exit_code}" == row.answer
    assert "more than 3 are not read" in result.stderr


@tries("references to files that lead into each other")
def files_in_files(row: Row, folder: Path) -> None:
    assert number(row) == bundle.MAX_STEPS
    made = document({"S0": {"type": "string"}})
    made["paths"]["/a"]["get"] = {"$ref": "0.json"}
    for n in range(6):
        inner = {"callbacks": {"a": {"/b": {"get": {"$ref": f"{n + 1}.json"}}}}, **ANSWER}
        (folder / f"{n}.json").write_text(json.dumps(inner if n < 5 else ANSWER), encoding="utf-8")
    for limit in (5, 4):
        with patched(bundle, "MAX_STEPS", limit):
            result = imported(folder, json.dumps(made))
        assert (result.exit_code == 2) is (limit < 5), result.stderr
    assert f"exit {result.exit_code}" == row.answer
    assert "leads to itself" in result.stderr


def fetched(folder: Path, url: str) -> Result:
    out = str(folder / "fetched")
    result = CliRunner().invoke(main, ["import", "openapi", url, "--out", out])
    assert result.exit_code == 2
    assert not (folder / "fetched").exists()
    return result


@tries("redirects of an address to import")
def redirects(row: Row, folder: Path) -> None:
    assert number(row) == address.MAX_REDIRECTS
    with serving(answering(b"", 302, Location="/")) as url:
        result = fetched(folder, url)
    assert f"more than {number(row)} redirects" in result.stderr
    assert f"exit {result.exit_code}" == row.answer


@tries("time for a document at an address")
def time_of_a_fetch(row: Row, folder: Path) -> None:
    assert row.limit == f"{address.SECONDS} seconds"
    with serving(silent) as url, patched(address, "SECONDS", 0.2):
        result = fetched(folder, url)
    assert "longer than 0.2 seconds" in result.stderr
    assert f"exit {result.exit_code}" == row.answer


def examples_of(folder: Path, *bodies: Any, name: str = "") -> list[str]:
    """The examples of recorded responses with these bodies, but not those that are generated."""
    entries = [entry("GET", f"{BASE}/x", 200, body) for body in bodies]
    [found] = imported_captures("har", folder, har(*entries), "--force").values()
    return [each.body for each in found.example_responses if each.body and not each.generated]


@tries("a JSON body in a collection or HAR file")
def captured_body(row: Row, folder: Path) -> None:
    assert row.limit == f"{exchange.BODY_LIMITS.characters // 1024**2} MiB"
    with patched(exchange, "BODY_LIMITS", DocumentLimits(characters=30)):
        assert examples_of(folder, '"' + "x" * 28 + '"')
        assert not examples_of(folder, '"' + "x" * 29 + '"')


@tries("objects and lists inside of each other in such a body")
def captured_depth(row: Row, folder: Path) -> None:
    assert number(row) == exchange.BODY_LIMITS.depth
    for more, is_shown in ((1, True), (2, False)):
        depth = number(row) + more
        assert bool(examples_of(folder, "[" * depth + "]" * depth)) is is_shown


@tries("exchanges of one operation and status that an import looks at")
def captured_exchanges(row: Row, folder: Path) -> None:
    limit = number(row)
    assert limit == captured_documents.MAX_EXCHANGES
    for count, is_seen in ((limit, True), (limit + 1, False)):
        bodies = [{"a": 1}] * (count - 1) + [{"last": 1}]
        entries = [entry("GET", f"{BASE}/x", 200, body) for body in bodies]
        [found] = imported_captures("har", folder, har(*entries), "--force").values()
        assert found.response is not None
        assert ("last" in {p.name for p in found.response.properties}) is is_seen


@tries("characters of a recorded example that is written whole")
def captured_example(row: Row, folder: Path) -> None:
    limit = number(row)
    assert limit == content.MAX_TEXT
    lists = [["x" * (limit - 30 + more), 1, 2, 3, 4] for more in (0, 30)]
    assert [len(json.loads(examples_of(folder, value)[0])) for value in lists] == [5, 3]


@tries("recorded examples without a name of one body")
def captured_examples(row: Row, folder: Path) -> None:
    limit = number(row)
    assert len(examples_of(folder, *({"a": n} for n in range(limit)))) == limit
    assert len(examples_of(folder, *({"a": n} for n in range(limit + 1)))) == limit


def header_of(folder: Path, values: dict[str, str]) -> str:
    """What a header field with the variable `v0` has as its example."""
    sent = item("x", "POST", BASE, saved("ok", 200, {}), body={"mode": "raw", "raw": "<{{v0}}>"})
    whole = collection(sent, variable=pairs(values))
    [found] = imported_captures("postman", folder, whole, "--force").values()
    return found.example_requests[0].body


@tries("variables of a collection that lead to each other")
def captured_variables(row: Row, folder: Path) -> None:
    limit = number(row)
    assert limit == variables.MAX_STEPS
    for count, is_replaced in ((limit, True), (limit + 1, False)):
        chain = {f"v{n}": f"{{{{v{n + 1}}}}}" for n in range(count)}
        assert (header_of(folder, {**chain, f"v{count}": "end"}) == "<end>") is is_replaced


@tries("text in which variables of a collection are replaced again")
def captured_text(row: Row, folder: Path) -> None:
    limit = number(row)
    assert limit == variables.MAX_LENGTH
    for more, is_replaced in ((0, True), (1, False)):
        text = "x" * (limit - len("{{v1}}") + more) + "{{v1}}"
        assert header_of(folder, {"v0": text, "v1": "end"}).endswith("end>") is is_replaced
