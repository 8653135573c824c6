"""Documents in the habits of several tools and people come back from pages, fact by fact."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from callsheet.catalog import Catalog
from callsheet.export import export_openapi
from callsheet.importing import import_openapi, plan_files, read_specification, write_files
from callsheet.source import read_page
from tests.openapi_facts import Comparison, compare_facts

Document = dict[str, Any]
FOLDER = Path(__file__).parent / "openapi_documents"
NAMES = sorted(file.stem for file in FOLDER.glob("*.yaml"))
LEAST = 0.99
MOST_INVENTED = 0.005
LARGE = {"type": "object", "properties": {f"p{n}": {"type": "integer"} for n in range(40)}}


def load(file: Path) -> Document:
    found: Document = yaml.safe_load(file.read_text())
    return found


def exported(file: Path, folder: Path) -> Document:
    """The document that the pages of a file give."""
    plan = plan_files(import_openapi(read_specification(file)), folder)
    assert plan.findings == ()
    list(write_files(plan))
    catalog = Catalog.read(folder, cached=False)
    assert catalog.findings == ()
    document: Document = json.loads(json.dumps(export_openapi(catalog).document))
    return document


def assert_same(found: Comparison) -> None:
    assert found.operations[0] == found.operations[1] > 0
    assert found.share >= LEAST, found.lost
    facts = sum(found.same.values()) + len(found.lost)
    assert len(found.extra) <= MOST_INVENTED * facts, found.extra


@pytest.mark.parametrize("name", NAMES)
def test_facts_come_back_and_none_is_invented(name: str, tmp_path: Path) -> None:
    file = FOLDER / f"{name}.yaml"
    once = exported(file, tmp_path / "once")
    assert_same(compare_facts(load(file), once))
    (again := tmp_path / "once.json").write_text(json.dumps(once))
    assert exported(again, tmp_path / "twice") == once


def split(document: Document, folder: Path) -> Path:
    """Write a document as people write it by hand: each path and each schema in its own file."""

    def moved(node: Any, before: str) -> Any:
        if isinstance(node, dict):
            found = {key: moved(value, before) for key, value in node.items()}
            reference = found.get("$ref")
            if isinstance(reference, str):
                kind, _, name = reference.removeprefix("#/components/").partition("/")
                whole = f"{before}openapi.yaml{reference}"
                found["$ref"] = f"{before}schemas/{name}.yaml" if kind == "schemas" else whole
            return found
        return [moved(item, before) for item in node] if isinstance(node, list) else node

    def write(name: str, node: Any) -> None:
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(yaml.safe_dump(node, allow_unicode=True))

    for name, schema in document["components"].pop("schemas").items():
        write(f"schemas/{name}.yaml", moved(schema, "../"))
    for number, (path, item) in enumerate(document["paths"].items()):
        write(f"paths/{number}.yaml", moved(item, "../"))
        document["paths"][path] = {"$ref": f"paths/{number}.yaml"}
    write("openapi.yaml", {**moved(document, ""), "paths": document["paths"]})
    return folder / "openapi.yaml"


@pytest.mark.parametrize("name", ["payments", "repositories"])
def test_facts_of_a_document_in_several_files_come_back(name: str, tmp_path: Path) -> None:
    file = split(load(FOLDER / f"{name}.yaml"), tmp_path / "parts")
    assert_same(compare_facts(load(FOLDER / f"{name}.yaml"), exported(file, tmp_path / "docs")))


def test_what_a_document_says_of_itself_comes_back(tmp_path: Path) -> None:
    before = load(FOLDER / "repositories.yaml")
    after = exported(FOLDER / "repositories.yaml", tmp_path)
    for key in ("title", "version", "description"):
        assert after["info"][key] == before["info"][key]
    assert after["externalDocs"] == before["externalDocs"]
    tags = {tag["name"]: tag for tag in after["tags"]}
    assert tags["files"] == before["tags"][1]


def test_what_a_document_says_of_its_api_is_in_the_overview(tmp_path: Path) -> None:
    after = exported(FOLDER / "keywords.yaml", tmp_path)
    before = load(FOLDER / "keywords.yaml")
    assert after["openapi"] == "3.1.0"
    for key in ("summary", "termsOfService", "contact", "license", "version"):
        assert after["info"][key] == before["info"][key]
    [server] = after["paths"]["/v1/sensors"]["post"]["servers"]
    assert server["url"] == "https://{region}.sensors.example:{port}"
    assert server["variables"] == before["servers"][0]["variables"]
    page = (tmp_path / "Sensors" / "createSensor.md").read_text()
    assert "- description: By region" in page


def test_what_only_openapi_32_can_express_comes_back(tmp_path: Path) -> None:
    after = exported(FOLDER / "streams.yaml", tmp_path)
    assert after["openapi"] == "3.2.0"
    first, *others = load(FOLDER / "streams.yaml")["tags"]
    # A tag without a folder comes last.
    assert after["tags"] == [*others, first]
    assert {server["name"] for server in after["paths"]["/events"]["query"]["servers"]} == {"main"}


@pytest.mark.parametrize(
    "variables",
    ["{region: eu}", "{region: {enum: [eu]}}", "{region: {default: a, enum: b}}", "[a]"],
)
def test_a_variable_without_a_default_is_a_finding(variables: str) -> None:
    server = f"{{url: 'https://{{region}}.acme.example', variables: {variables}}}"
    text = f"---\nuid: a\ntitle: A\nservers: [{server}]\n---\n\n# A\n\n```http\nGET /a\n```\n"
    reading = read_page(text.encode(), "a.md")
    assert ["`variables` have a `default`" in each.message for each in reading.findings] == [True]


def test_links_are_links_of_pages(tmp_path: Path) -> None:
    after = exported(FOLDER / "everything.yaml", tmp_path)
    page = (tmp_path / "Parcels" / "listParcels.md").read_text()
    assert "| `first` | <xref:getParcel> | `parcelId`: `$response.body#/0/id` |" in page
    assert after["paths"]["/v1/parcels"]["get"]["responses"]["200"]["links"] == {
        "first": {
            "operationId": "getParcel",
            "parameters": {"parcelId": "$response.body#/0/id"},
            "description": "The first one.",
        },
        "depot": {"operationId": "getDepot", "parameters": {"path.id": 7}},
    }


def test_generated_examples_are_marked(tmp_path: Path) -> None:
    exported(FOLDER / "everything.yaml", tmp_path)
    page = (tmp_path / "Parcels" / "getParcel.md").read_text()
    assert "```http_ generated\nHTTP/1.1 200 OK\n" in page
    given = (tmp_path / "Parcels" / "listParcels.md").read_text()
    assert '```http_ title="none"\nHTTP/1.1 200 OK\n' in given


@pytest.mark.slow
def test_a_comparison_takes_memory_for_one_operation(tmp_path: Path) -> None:
    """All facts of these 500 operations would take several times the limit."""
    content = {"application/json": {"schema": {"type": "array", "items": LARGE}}}
    answers = {
        str(status): {"description": "It.", "content": content} for status in range(200, 210)
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {f"/a{n}": {"get": {"responses": answers}} for n in range(500)},
    }
    (tmp_path / "a.json").write_text(json.dumps(document))
    program = (
        "import json; from tests.openapi_facts import compare_facts;"
        f"document = json.load(open({str(tmp_path / 'a.json')!r}));"
        "assert compare_facts(document, document).share == 1"
    )
    limit = 300 * 2**20
    subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[1],
        check=True,
        timeout=300,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
