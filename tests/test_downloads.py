"""What a built site has for programs and assistants."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.export import OpenApiExport, openapi
from callsheet.samples import Overrides
from callsheet.samples.collections.postman import FILE_NAME, postman_collection
from callsheet.samples.request.values import pick_values
from callsheet.site.generated.documents import json_of
from callsheet.site.generated.downloads import OPENAPI, downloads
from callsheet.site.generated.extra_files import ExtraFiles
from callsheet.site.output.site_directory import SiteDirectory
from tests.conftest import DOCS
from tests.parcels import catalog_of, page


def source(path: str) -> bytes:
    return (DOCS / path).read_bytes()


@pytest.fixture(scope="module")
def site(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    types = define_types(catalog.operations, catalog.type_tables)
    files = downloads(catalog, "Ships", "What  sails.", Overrides(), {}, b"", source, types=types)
    made = ExtraFiles(SiteDirectory(folder, {}), files)
    made.write()
    made.write_documents()
    return folder


def test_the_values_of_an_operation_are_picked_once_for_all_that_is_made_of_it(
    catalog: Catalog,
) -> None:
    first, second = catalog.operations[:2]
    picked = pick_values(first, Overrides())
    assert pick_values(first, Overrides()) is picked
    other = pick_values(first, Overrides(headers={"Accept": "text/plain"}))
    assert ("Accept", "text/plain") in other.headers
    assert pick_values(second) is not picked
    assert pick_values(first) == picked
    assert pick_values(first) is not picked


def test_each_page_has_its_markdown(site: Path, catalog: Catalog) -> None:
    for operation in catalog.operations:
        assert (site / operation.path).read_bytes() == (DOCS / operation.path).read_bytes()


def test_llms_txt_lists_every_operation_with_its_markdown(site: Path, catalog: Catalog) -> None:
    lines = (site / "llms.txt").read_text(encoding="utf-8").split("\n")
    assert lines[:3] == ["# Ships", "", "> What sails."]
    for operation in catalog.operations:
        entry = next(line for line in lines if f"]({operation.path})" in line)
        assert entry.startswith(f"- [{operation.method} {operation.route.template}]")


def test_the_openapi_document_is_valid_and_that_of_the_command(
    site: Path, catalog: Catalog
) -> None:
    document = json.loads((site / "openapi.json").read_bytes())
    OpenAPIV31SpecValidator(document).validate()
    assert document["paths"] == openapi(catalog, "Ships")["paths"]


def test_what_is_written_in_parts_is_the_json_of_the_whole() -> None:
    nested: Any = {"a": [1, {"b": [[], {}, [2, {'"ü': None}]]}], "c": {}, "d": {"e": {"f": [{}]}}}
    for value in (nested, {}, {"x": [nested, nested]}):
        assert (
            json_of(value) == json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()
        )


def test_documents_of_cached_parts_are_those_that_are_made_anew(
    site: Path, catalog: Catalog, tmp_path: Path
) -> None:
    digests = {operation.path: operation.path for operation in catalog.operations}
    types = define_types(catalog.operations, catalog.type_tables)
    for edited in ("", *[*digests][:3]):
        digests[edited] = "edited"
        given = (catalog, "Ships", "", Overrides(), digests, b"", source)
        files = downloads(*given, types=types, cache=tmp_path / "parts.sqlite")
        made = {file.path: file for file in files}
        for path in (OPENAPI, FILE_NAME):
            document = made[path].document
            assert document
            # Some of the parts are made with their pages, perhaps in another process.
            for path_of_page in [*digests][::2]:
                document.make_parts(path_of_page)
            document.save()
            assert made[path].make()[1] == (site / path).read_bytes()


def joined(catalog: Catalog) -> bytes:
    """The document, put together of texts."""
    return json_of(OpenApiExport(catalog, keep=lambda *part: part[-1]()).document())


def test_texts_are_joined_to_the_document() -> None:
    about = "Which one of all those that there are, see <xref:b>. **Required**"
    rows, query = (("Name", "String", about),), (("which", "String", about),)
    given: Any = {"query": query, "body": rows, "rows": rows}
    # References, links, methods in a field of their own, and marks that somebody else has made.
    made = {
        "a": page("a", "GET /a", **given, example={"Name": {"$waiting": "0" * 32}}),
        "b": page("b", "COPY /b", **given),
        "c": page("c", "POST /a", **given | {"query": ()}),
    }
    document = joined(catalog_of(made))
    assert document == json_of(openapi(catalog_of(made)))
    assert b"(#operation/b)" in document
    assert b'"$waiting":"0' in document
    assert {*json.loads(document)["components"]} >= {"parameters", "schemas", "responses"}


def requests(collection: dict[str, Any]) -> dict[str, Any]:
    return {i["name"]: i["request"] for folder in collection["item"] for i in folder["item"]}


def test_the_collection_sends_what_the_samples_send(site: Path, catalog: Catalog) -> None:
    collection = json.loads((site / "postman_collection.json").read_bytes())
    assert collection["info"]["schema"].endswith("/v2.1.0/collection.json")
    assert sum(len(folder["item"]) for folder in collection["item"]) == len(catalog.operations)
    for folder in collection["item"]:
        for item in folder["item"]:
            url = item["request"]["url"]
            filled = url["raw"]
            assert filled.startswith("{{baseUrl}}/api/")
            for value in url["variable"]:
                assert f":{value['key']}" in filled
    operation = catalog.by_uid["v1PersonEntity_SaveImage_POST"]
    saved = requests(collection)[operation.title]
    assert saved["body"] == {"mode": "file", "file": {"src": "assets/callsheet/assets/image.png"}}
    assert {f["key"]: f["value"] for f in saved["header"]}["Content-Type"] == "image/png"
    names = ["CALLSHEET_BASIC_USER", "CALLSHEET_BASIC_PASSWORD"]
    assert [f["value"] for f in saved["auth"]["basic"]] == [f"{{{{{name}}}}}" for name in names]
    variables = {f["key"]: f["value"] for f in collection["variable"]}
    assert tuple(variables[name] for name in names) == pick_values(operation).credentials
    assert (site / saved["body"]["file"]["src"]).parent.name == "assets"


def test_bodies_of_all_kinds_are_in_the_collection() -> None:
    rows = (("Name", "String", ""), ("Photo", "byte", ""))
    pages = {
        "json": page("a", "POST /api/A", body=rows, sent={"Name": "x", "Photo": "GIF89"}),
        "query": page("b", "GET /api/B/{id}", path=(("id", "int32", ""),)),
    }
    found = requests(postman_collection(catalog_of(pages).operations, "Parcels"))
    body = json.loads(found["POST /api/A"]["body"]["raw"])
    assert body["Name"] == "x"
    assert body["Photo"].startswith("iVBORw0KGgo")
    assert found["GET /api/B/{id}"]["url"]["path"] == ["api", "B", ":id"]
    assert "body" not in found["GET /api/B/{id}"]
