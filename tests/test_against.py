"""Pages that contradict an OpenAPI document are found at their lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from callsheet.checks.engine.runner import check
from callsheet.checks.engine.selection import Selection
from callsheet.cli import main
from callsheet.findings import Finding
from callsheet.importing import read_specification
from callsheet.sync import SourceDocument, contradictions
from tests.depots import Document, depots, import_into, save

RULES = ("CS85", "CS86")
LIST, ADD, REMOVE = "depots/listDepots.md", "depots/addDepot.md", "depots/removeDepot.md"
PERSON, PROBLEM = "types/Person.md", "types/Problem.md"


def found(file: Path, docs: Path) -> tuple[Finding, ...]:
    source = SourceDocument.of(read_specification(file))
    return check(docs, Selection.of(RULES), against=contradictions(source)).findings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return save(depots(), tmp_path / "openapi.yaml")


@pytest.fixture
def docs(file: Path, tmp_path: Path) -> Path:
    return import_into(file, tmp_path / "docs")


class Planted(NamedTuple):
    """A change of a page, the rule that finds it, and where and with which words."""

    path: str
    right: str
    wrong: str
    code: str
    at: str
    says: tuple[str, ...]
    pointer: str


LIMIT = "| limit | int32 |  | `20` |  | 1 to 100 |"
GET = "#/paths/~1depots/get"
POST = "#/paths/~1depots/post"
DELETE = "#/paths/~1depots~1{depotId}/delete"

PLANTED = {
    "method": Planted(
        ADD, "POST /depots\n```\n\nAdds", "PUT /depots\n```\n\nAdds", "CS853", "PUT /depots",
        ("The method is `PUT` on the page and `POST` in `openapi.yaml`",), POST,
    ),
    "route": Planted(
        REMOVE, "DELETE /depots/{depotId}\n", "DELETE /sheds/{depotId}\n", "CS853",
        "DELETE /sheds/{depotId}", ("`/sheds/{depotId}`", "`/depots/{depotId}`"), DELETE,
    ),
    "operation id": Planted(
        ADD, "uid: addDepot", "operationId: createDepot\nuid: addDepot", "CS853", "operationId:",
        ("`createDepot` on the page and `addDepot` in",), f"{POST}/operationId",
    ),
    "missing parameter": Planted(
        LIST, "| X-Trace | A trace. |\n", "", "CS854", "| Accept |", ("lacks", "`X-Trace`"),
        f"{GET}/parameters/4",
    ),
    "extra parameter": Planted(
        LIST, LIMIT, f"| page | int32 |  |  |  |  |  | Which. |\n{LIMIT}", "CS854", "| page |",
        ("The page documents the query parameter `page`, which `openapi.yaml` lacks",),
        f"{GET}/parameters",
    ),
    "moved parameter": Planted(
        LIST, "| X-Trace | A trace. |", "| size | A size. |\n| X-Trace | A trace. |", "CS854",
        "| size | A size. |", ("`size`",), f"{GET}/parameters/1",
    ),
    "parameter type": Planted(
        LIST, LIMIT, LIMIT.replace("int32", "string"), "CS855", "| limit |",
        ("type of the query parameter `limit` is `string` on the page and `int32` in",),
        f"{GET}/parameters/0",
    ),
    "parameter required": Planted(
        LIST, "| code | string | Yes |", "| code | string | No |", "CS855", "| code |",
        ("`code` is optional on the page and required in",), f"{GET}/parameters/2",
    ),
    "parameter values": Planted(
        LIST, "| `small`, `large` |", "| `small` |", "CS855", "| size |",
        ("The page lacks the value `large` of the query parameter `size`, which",),
        f"{GET}/parameters/1",
    ),
    "parameter default": Planted(
        LIST, LIMIT, LIMIT.replace("`20`", "`30`"), "CS855", "| limit |",
        ("default of the query parameter `limit` is `30` on the page and `20` in",),
        f"{GET}/parameters/0",
    ),
    "parameter limit": Planted(
        LIST, LIMIT, LIMIT.replace("1 to 100", "at least 1"), "CS855", "| limit |",
        ("upper limit of the query parameter `limit` is not stated on the page and at most 100",),
        f"{GET}/parameters/0",
    ),
    "parameter pattern": Planted(
        LIST, "`^[A-Z]+$`", "`^[a-z]+$`", "CS855", "| code |", ("`^[a-z]+$` on the page",),
        f"{GET}/parameters/2",
    ),
    "missing property": Planted(
        ADD, "| kind | string |  |  | `shed`, `hall` |  |  | Its kind. |\n", "", "CS856",
        "| number |", ("The page lacks the request property `kind`",), f"{POST}/requestBody",
    ),
    "extra property": Planted(
        ADD, "| kind | string |  |",
        "| colour | string |  |  |  |  |  | It. |\n| kind | string |  |",
        "CS856", "| colour |", ("documents the request property `colour`",), f"{POST}/requestBody",
    ),
    "property limit": Planted(
        ADD, "| capacity | int32 | No | `10` |  | at most 500 |",
        "| capacity | int32 | No | `10` |  | at most 50 |", "CS857", "| capacity | int32 | No |",
        ("at most 50 on the page and at most 500 in",), f"{POST}/responses",
    ),
    "property null": Planted(
        ADD, "| note | string or null |  |", "| note | string |  |", "CS857", "| note | string |",
        ("`note` is never null on the page and null or a value in",), f"{POST}/requestBody",
    ),
    "property access": Planted(
        ADD, "| number | int32 |  |  |  |  | read-only |", "| number | int32 |  |  |  |  |  |",
        "CS857", "| number |", ("not read only on the page and read only in",),
        f"{POST}/requestBody",
    ),
    "body required": Planted(
        ADD, "**Required**", "**Optional**", "CS857", "## Request Body",
        ("The request body is optional on the page and required in",), f"{POST}/requestBody",
    ),
    "response header": Planted(
        LIST, "| X-Total | int32 |", "| X-Total | string |", "CS857", "| X-Total |",
        ("`X-Total`",), f"{GET}/responses/200",
    ),
    "property of a type": Planted(
        PERSON, "| age | int32 | The age. |\n", "", "CS856", "| Property Name |",
        ("`age`",), "#/components/schemas/Person",
    ),
    "type of a type's property": Planted(
        PERSON, "| age | int32 |", "| age | string |", "CS857", "| age |",
        ("`string` on the page and `int32` in",), "#/components/schemas/Person",
    ),
    "missing status": Planted(
        REMOVE, "| 204 | Removed. |", "| 200 | Removed. |", "CS858", "| 200 |",
        ("documents the status `200`",), f"{DELETE}/responses",
    ),
    "error body": Planted(
        LIST, "## Response 404 (application/problem+json): Problem",
        "## Response 404 (application/problem+json): Person", "CS857", "## Response 404",
        ("type of the response body of `404`", "`Person` on the page and `Problem` in"),
        f"{GET}/responses/404",
    ),
    "media type": Planted(
        ADD, "| Content-Type | What you send: `application/json` |",
        "| Content-Type | What you send: `application/json`, `text/csv` |", "CS859",
        "| Content-Type |", ("the request media type `text/csv`",), f"{POST}/requestBody",
    ),
    "server": Planted(
        ADD, "https://depots.example.com", "https://old.example.com", "CS860", "servers:",
        ("documents the server `https://old.example.com`",), POST,
    ),
    "security": Planted(
        ADD, "- token:", "- key:", "CS860", "security:", ("the security requirement `key`",), POST,
    ),
    "scheme": Planted(
        ADD, "scheme: bearer", "scheme: basic", "CS860", "security:",
        ("scheme `basic` on the page and type `http`, scheme `bearer` in",), POST,
    ),
    "deprecated": Planted(
        REMOVE, "deprecated: true\n", "", "CS861", "---",
        ("The operation is not deprecated on the page and deprecated in",), f"{DELETE}/deprecated",
    ),
}  # fmt: skip


def plant(planted: Planted, docs: Path) -> list[str]:
    page = docs / planted.path
    text = page.read_text(encoding="utf-8")
    assert text.count(planted.right) == 1
    text = text.replace(planted.right, planted.wrong)
    page.write_text(text, encoding="utf-8")
    return text.split("\n")


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_a_contradiction_is_found_at_its_line(planted: Planted, file: Path, docs: Path) -> None:
    lines = plant(planted, docs)
    findings = found(file, docs)
    assert {finding.code for finding in findings} == {planted.code}
    assert {finding.path for finding in findings} == {planted.path}
    assert any(
        lines[finding.line - 1].startswith(planted.at)
        and all(words in finding.message for words in planted.says)
        and f"`openapi.yaml{planted.pointer}`" in finding.hint
        for finding in findings
    ), findings


def test_an_import_does_not_contradict_its_own_document(file: Path, docs: Path) -> None:
    assert found(file, docs) == ()


@pytest.mark.parametrize("name", ["museum.yaml", "petstore3.yaml", "callbacks.yaml", "uber20.json"])
def test_an_import_of_a_public_document_does_not_either(
    name: str, shared: Path, tmp_path: Path
) -> None:
    file = shared / "openapi" / name
    assert found(file, import_into(file, tmp_path / "docs")) == ()


def test_operations_that_only_one_side_has_are_found(file: Path, docs: Path) -> None:
    (docs / REMOVE).unlink()
    page = (docs / ADD).read_text(encoding="utf-8").replace("/depots\n", "/sheds\n")
    page = page.replace("uid: addDepot", "uid: addShed")
    (docs / "depots/addShed.md").write_text(page, encoding="utf-8")
    missing, extra = sorted(found(file, docs), key=lambda finding: finding.code, reverse=True)
    assert (missing.code, missing.path, missing.line) == ("CS852", "index.md", 1)
    assert "`DELETE /depots/{depotId}`" in missing.message
    assert (extra.code, extra.path, extra.uid) == ("CS851", "depots/addShed.md", "addShed")
    assert page.split("\n")[extra.line - 1] == "POST /sheds"


def test_names_of_pages_and_path_parameters_are_their_authors_own(file: Path, docs: Path) -> None:
    page = docs / REMOVE
    text = page.read_text(encoding="utf-8").replace("uid: removeDepot", "uid: deleteOne")
    page.write_text(text.replace("depotId", "id"), encoding="utf-8")
    assert found(file, docs) == ()


def change(edit: Callable[[Any], object], file: Path) -> None:
    document: Document = depots()
    edit(document)
    save(document, file)


def test_nested_rows_and_a_named_type_say_the_same(file: Path, docs: Path) -> None:
    page = docs / ADD
    text = page.read_text(encoding="utf-8").replace(
        "| manager | Person |  |  |  |  |  |  |\n",
        "| manager | object |  |  |  |  |  | Who. |\n"
        "| manager.name | string |  |  |  |  |  | The name. |\n"
        "| manager.age | int32 |  |  |  |  |  | The age. |\n",
    )
    page.write_text(text, encoding="utf-8")
    assert found(file, docs) == ()


def test_findings_are_suppressed_and_known_as_all_others(file: Path, docs: Path) -> None:
    plant(PLANTED["parameter default"], docs)
    options = ["check", "--docs", str(docs), "--against", str(file), "--select", "CS85,CS9"]
    shown = CliRunner().invoke(main, [*options, "--format", "sarif"])
    assert shown.exit_code == 1
    [result] = json.loads(shown.stdout)["runs"][0]["results"]
    assert result["ruleId"] == "CS855"
    baseline = ["--baseline", str(docs.parent / "known.json")]
    assert CliRunner().invoke(main, [*options, *baseline, "--write-baseline"]).exit_code == 0
    assert CliRunner().invoke(main, [*options, *baseline]).exit_code == 0
    without = [part for part in options if part not in ("--against", str(file))]
    other = CliRunner().invoke(main, [*without, *baseline])
    assert (other.exit_code, "no longer needed" in other.stderr) == (0, False)
    page = docs / LIST
    comment = "<!-- callsheet: ignore-page CS855 -- it is being discussed -->"
    text = page.read_text(encoding="utf-8").replace("# List depots", f"# List depots\n\n{comment}")
    page.write_text(text, encoding="utf-8")
    assert CliRunner().invoke(main, options).exit_code == 0
    assert CliRunner().invoke(main, without).exit_code == 0
    change(
        lambda d: d["paths"]["/depots"]["get"]["parameters"][0]["schema"].update(default=30), file
    )
    unneeded = CliRunner().invoke(main, options)
    assert (unneeded.exit_code, "CS901" in unneeded.stdout) == (1, True)


def test_a_document_that_cannot_be_read_is_wrong_usage(docs: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    result = CliRunner().invoke(main, ["check", "--docs", str(docs), "--against", str(missing)])
    assert result.exit_code == 2
    assert "missing.yaml" in result.stderr
