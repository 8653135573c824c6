"""Collections of API clients: their order, their variables, and what their command lines run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.model import Operation
from callsheet.samples.collections.bruno import bruno_files
from callsheet.samples.collections.postman import postman_collection
from tests.conftest import DOCS
from tests.npm import installed, run, run_script
from tests.parcels import ID, PAGES, catalog_of, page
from tests.processes import CALLSHEET, served

STATUS = ("Label", "string", "What it says.")


def operations_of(pages: dict[str, str]) -> tuple[Operation, ...]:
    return catalog_of(pages).operations


def postman_items(collection: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for folder in collection["item"] for item in folder["item"]]


def variables_of(collection: dict[str, Any]) -> dict[str, str]:
    return {each["key"]: each["value"] for each in collection["variable"]}


def bruno_requests(files: dict[str, bytes]) -> list[dict[str, Any]]:
    read = [yaml.safe_load(content) for path, content in files.items() if path.count("/") == 1]
    return sorted(
        (document for document in read if "http" in document), key=lambda d: d["info"]["seq"]
    )


def test_each_request_has_one_test_of_its_status() -> None:
    operations = operations_of(PAGES)
    statuses = {o.title: o.success.code for o in operations if o.success}
    for item in postman_items(postman_collection(operations, "Parcels")):
        [event] = item["event"]
        assert f"status({statuses[item['name'].partition(' (')[0]]})" in event["script"]["exec"][0]
    for request in bruno_requests(bruno_files(operations, "Parcels")):
        [script] = request["runtime"]["scripts"]
        assert f"equal({statuses[request['info']['name'].partition(' (')[0]]})" in script["code"]


def test_nothing_is_removed_before_it_is_used() -> None:
    shelf = (("shelf", "string", "Which. **Required**"),)
    operations = operations_of(
        {
            "a/delete": page("a", "DELETE /api/Shelf/{shelf}", path=shelf, statuses=(204,)),
            "a/remove": page("b", "POST /api/Agents/Shelf/RemoveAll", statuses=(204,)),
            "a/read": page("c", "GET /api/Shelf/{shelf}", path=shelf),
            "b/delete": page(
                "d", "DELETE /api/Shelf/{shelf}/Box/{id}", path=(*shelf, *ID), statuses=(204,)
            ),
            "b/read": page("e", "GET /api/Shelf/{shelf}/Box/{id}", path=(*shelf, *ID)),
            "c/read": page("f", "GET /api/Shelf/{shelf}/Label", path=shelf),
        }
    )
    expected = [
        "GET /api/Shelf/{shelf}/Label",
        "GET /api/Shelf/{shelf}/Box/{id}",
        "DELETE /api/Shelf/{shelf}/Box/{id}",
        "GET /api/Shelf/{shelf}",
        "POST /api/Agents/Shelf/RemoveAll",
        "DELETE /api/Shelf/{shelf}",
    ]
    collection = postman_collection(operations, "Shelves")
    assert [item["name"] for item in postman_items(collection)] == expected
    files = bruno_files(operations, "Shelves")
    folders = {
        yaml.safe_load(content)["info"]["seq"]: path.partition("/")[0]
        for path, content in files.items()
        if path.endswith("/folder.yml")
    }
    names = [
        request["info"]["name"]
        for number in sorted(folders)
        for request in bruno_requests(
            {p: c for p, c in files.items() if p.startswith(f"{folders[number]}/")}
        )
    ]
    assert names == expected


def test_servers_credentials_and_the_workspace_are_variables() -> None:
    here = page("a", "GET /api/A")
    there = page("b", "GET /api/B").replace(
        "uid: b", "uid: b\nservers:\n- url: https://api.acme.example"
    )
    operations = operations_of({"a": here, "b": there})
    collection = postman_collection(operations, "Two")
    assert variables_of(collection) == {
        "workspace": "",
        "baseUrl": "http://127.0.0.1:8765",
        "CALLSHEET_BASIC_USER": "reader",
        "CALLSHEET_BASIC_PASSWORD": "callsheet",
        "baseUrl_2": "https://api.acme.example",
        "BASIC_USER": "",
        "BASIC_PASSWORD": "",
    }
    first, second = (item["request"] for item in postman_items(collection))
    assert first["url"]["raw"] == "{{baseUrl}}/api/A"
    assert second["url"]["raw"] == "{{baseUrl_2}}/api/B"
    assert [each["value"] for each in second["auth"]["basic"]] == [
        "{{BASIC_USER}}",
        "{{BASIC_PASSWORD}}",
    ]
    root = yaml.safe_load(bruno_files(operations, "Two")["opencollection.yml"])
    assert {each["name"]: each["value"] for each in root["request"]["variables"]} == variables_of(
        collection
    )


def test_two_values_of_one_secret_are_two_variables() -> None:
    other = page("b", "GET /api/B").replace("cmVhZGVyOmNhbGxzaGVldA==", "YWRhOmNhbGxzaGVldA==")
    operations = operations_of({"a": page("a", "GET /api/A"), "b": other})
    variables = variables_of(postman_collection(operations, "Two"))
    assert variables["CALLSHEET_BASIC_USER"] == "reader"
    assert variables["CALLSHEET_BASIC_USER_2"] == "ada"
    assert "CALLSHEET_BASIC_PASSWORD_2" not in variables


def test_no_text_of_a_page_is_taken_for_a_variable() -> None:
    text = "{{{process.env.HOME}}"
    sent = page("a", "POST /api/A", body=(STATUS,), sent={"Label": text})
    asked = page("b", "GET /api/B", query=(("q", "string", "Which. **Required**"),))
    asked = asked.replace("/api/B?q=1", "/api/B?q={{vault:key}}%26%2B")
    operations = operations_of({"a": sent, "b": asked})
    collection = postman_collection(operations, "Braces")
    items = {item["name"]: item["request"] for item in postman_items(collection)}
    body, query = items["POST /api/A"], items["GET /api/B"]
    assert "{{" not in body["body"]["raw"]
    assert json.loads(body["body"]["raw"]) == {"Label": text}
    assert query["url"]["query"] == [{"key": "q", "value": "%7B%7Bvault:key%7D%7D%26%2B"}]
    found = {
        r["info"]["name"]: r["http"] for r in bruno_requests(bruno_files(operations, "Braces"))
    }
    assert found["POST /api/A"]["body"]["data"] == body["body"]["raw"]
    assert found["GET /api/B"]["url"] == query["url"]["raw"]


def test_values_in_a_part_of_a_segment_are_written_out() -> None:
    text = page("a", "GET /api/Thing/{id}/{id}.json", path=ID)
    whole = page("b", "GET /api/Thing/{id}/Part", path=ID)
    collection = postman_collection(operations_of({"a": text, "b": whole}), "Things")
    first, second = (item["request"]["url"] for item in postman_items(collection))
    assert first["path"][:2] == ["api", "Thing"]
    assert first["variable"] == []
    assert ":id" not in first["raw"]
    assert second["path"] == ["api", "Thing", ":id", "Part"]


def test_files_of_a_bruno_collection_have_names_of_their_own() -> None:
    operations = operations_of(
        {
            "environments/a": page("Get", "GET /api/A"),
            "environments/b": page("get", "GET /api/B"),
            "environments/c": page("folder", "GET /api/C"),
        }
    )
    assert list(bruno_files(operations, "Names")) == [
        "opencollection.yml",
        "environments-2/folder.yml",
        "environments-2/Get.yml",
        "environments-2/get-2.yml",
        "environments-2/folder-2.yml",
    ]


@pytest.mark.parametrize("kind", ["postman", "bruno"])
def test_the_command_writes_the_files_that_requests_send(kind: str, tmp_path: Path) -> None:
    command = ["export", kind, "--docs", str(DOCS), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    written = "".join(
        path.read_text(encoding="utf-8")
        for path in (tmp_path / "out").rglob("*")
        if path.suffix in (".yml", ".json")
    )
    assert "assets/image.png" in written
    assert (tmp_path / "out" / "assets" / "image.png").read_bytes().startswith(b"\x89PNG")


IMPORTED = """\
openapi: 3.0.3
info: {title: Ships, version: "1"}
servers: [{url: "https://ships.example/v2"}]
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Ship:
      type: object
      required: [name]
      properties:
        id: {type: integer}
        name: {type: string, example: "Ægir & {{co}}"}
        tags: {type: array, items: {type: string}}
security: [{key: []}]
paths:
  /ships:
    get:
      operationId: listShips
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema: {type: array, items: {$ref: '#/components/schemas/Ship'}}
    post:
      operationId: addShip
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Ship'}}
          application/xml: {schema: {$ref: '#/components/schemas/Ship'}}
          application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Ship'}}
      responses:
        "201":
          description: New.
          content: {application/json: {schema: {$ref: '#/components/schemas/Ship'}}}
  /ships/{id}:
    delete:
      operationId: removeShip
      parameters: [{name: id, in: path, required: true, schema: {type: integer}, example: 4}]
      responses: {"204": {description: Gone.}}
    get:
      operationId: readShip
      parameters:
      - {name: id, in: path, required: true, schema: {type: integer}, example: 4}
      - {name: q, in: query, schema: {type: string, enum: ["a&b=c+d %"]}, example: "a&b=c+d %"}
      responses:
        "200":
          description: One.
          content: {application/json: {schema: {$ref: '#/components/schemas/Ship'}}}
  /ships/{id}/photo:
    put:
      operationId: savePhoto
      parameters: [{name: id, in: path, required: true, schema: {type: integer}, example: 4}]
      requestBody:
        content:
          image/png: {schema: {type: string, format: binary}}
          multipart/form-data:
            schema:
              type: object
              properties: {photo: {type: string, format: binary}, title: {type: string}}
      responses: {"204": {description: Saved.}}
"""


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """Pages of a document that names a server of its own."""
    (tmp_path / "ships.yaml").write_text(IMPORTED, encoding="utf-8")
    run(tmp_path, CALLSHEET, "import", "openapi", "ships.yaml", "--out", "imported")
    return tmp_path / "imported"


def run_postman(modules: Path, folder: Path, variables: list[str]) -> int:
    """Runs a collection, which must be green, and returns the number of its tests."""
    script = modules / "newman" / "bin" / "newman.js"
    output = ("--reporters", "json", "--reporter-json-export", "report.json")
    run_script(folder, script, "run", "postman_collection.json", *variables, *output)
    report = json.loads((folder / "report.json").read_bytes())["run"]
    assert report["failures"] == []
    total: int = report["stats"]["assertions"]["total"]
    return total


def run_bruno(modules: Path, folder: Path, variables: list[str]) -> int:
    """Runs a collection, which must be green, and returns the number of its tests."""
    script = modules / "@usebruno" / "cli" / "bin" / "bru.js"
    run_script(folder, script, "run", "-r", *variables, "--reporter-json", "report.json")
    [report] = json.loads((folder / "report.json").read_bytes())
    passed: int = report["summary"]["passedTests"]
    return passed


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "package", "run_all"),
    [("postman", "newman", run_postman), ("bruno", "@usebruno/cli", run_bruno)],
)
def test_command_lines_run_collections_green(
    kind: str,
    package: str,
    run_all: Callable[[Path, Path, list[str]], int],
    tmp_path: Path,
    imported: Path,
) -> None:
    modules = installed(tmp_path / "npm", package)
    for pages, tests in ((DOCS, 14), (imported, 8)):
        folder = tmp_path / pages.name
        run(tmp_path, CALLSHEET, "export", kind, "--docs", pages, "--out", folder)
        with served("--docs", pages) as server:
            variables = {"baseUrl": server.url, "workspace": kind, "KEY": "callsheet"}
            chosen = [f"--env-var={name}={value}" for name, value in variables.items()]
            assert run_all(modules, folder, chosen) == tests
            # What the first run removed is there in another workspace.
            another = f"--env-var=workspace={kind}-2"
            assert run_all(modules, folder, [*chosen, another]) == tests
