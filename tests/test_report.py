"""Findings as text, JSON, SARIF, JUnit and annotations."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import jsonschema
import pydantic_sarif.model as official  # type: ignore[import-untyped]
import pytest
from defusedxml import ElementTree

from callsheet.findings import Edit, Finding, Related, Severity
from callsheet.printable import visible
from callsheet.report import Format, Report, RuleInfo, prefix_of, schema, write
from callsheet.report.github import command
from callsheet.report.junit import Case, CaseOutcome, Suite, document
from callsheet.report.text import Excerpts, Region, width

ROUTE = "GET /Person/{personID}"
ROW = "| `personId` | string | The person. |"
RULE = RuleInfo(
    "CS101",
    "path-parameter",
    Severity.ERROR,
    "The route and the path table differ.",
    "Write both the same way.",
    "A caller reads one of the two.",
    "https://docs.example/rules/CS101/",
)
FOUND = Finding(
    path="rest/get.md",
    line=2,
    column=15,
    code="CS101",
    severity=Severity.ERROR,
    message="`{personID}` is not in the path table.",
    hint="Write `{personId}`.",
    end_line=2,
    end_column=25,
    uid="Person_Get",
    related=(Related("rest/get.md", 4, "the row of `personId`"),),
    fix=(Edit(2, 15, 2, 25, "{personId}"),),
)


def finding(message: str = "Odd.", **values: Any) -> Finding:
    defaults: dict[str, Any] = {
        "path": "a.md",
        "line": 1,
        "column": 1,
        "code": "CS102",
        "severity": Severity.WARNING,
        "hint": "",
    }
    return Finding(message=message, **{**defaults, **values})


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs" / "rest"
    folder.mkdir(parents=True)
    (folder / "get.md").write_text(f"# Get\n  {ROUTE}\n\n{ROW}\n", encoding="utf-8")
    return tmp_path / "docs"


def report(docs: Path, *findings: Finding, **values: Any) -> Report:
    defaults: dict[str, Any] = {
        "pages": ("index.md", "rest/get.md", "rest/put.md"),
        "rules": {"CS101": RULE},
        "prefix": "docs/",
    }
    return Report(findings=findings, docs=docs, **{**defaults, **values})


def of_json(docs: Path, *findings: Finding, form: Format = Format.JSON, **values: Any) -> Any:
    return json.loads(write(report(docs, *findings, **values), form))


def test_text_shows_the_line_the_expectation_the_hint_and_the_counts(docs: Path) -> None:
    assert write(report(docs, FOUND, suppressed=4, known=1200, fixable=(3, 2)), Format.TEXT) == (
        "docs/rest/get.md:2:15: error CS101 `{personID}` is not in the path table.\n"
        "    2 |   GET /Person/{personID}\n"
        "      |               ^^^^^^^^^^\n"
        "    see docs/rest/get.md:4: the row of `personId`\n"
        "    hint: Write `{personId}`.\n"
        "    fix: `callsheet check --fix` fixes this.\n"
        "\n"
        "1 error in 1 of 3 pages.\n"
        "Not shown: 4 suppressed on the pages, 1,200 in the baseline.\n"
        "`callsheet check --fix` can fix 3 places on 2 pages; `--fix --diff` shows how.\n"
        "`callsheet check --explain CS101` explains a rule, and"
        " `<!-- callsheet: ignore CS101 -- reason -->` above a place accepts what is meant.\n"
    )


def test_text_of_nothing_is_one_line(docs: Path) -> None:
    assert write(report(docs), Format.TEXT) == "No findings in 3 pages.\n"


def test_the_counts_name_each_severity_that_there_is(docs: Path) -> None:
    notes = [finding(severity=Severity.NOTE, line=n) for n in (1, 2)]
    lines = write(report(docs, FOUND, *notes), Format.TEXT).splitlines()
    assert "1 error and 2 notes in 2 of 3 pages." in lines
    other = [finding(path=f"toc{n}.yml") for n in range(4)]
    assert "4 warnings in 4 files." in write(report(docs, *other), Format.TEXT).splitlines()


def test_text_shows_three_of_many_places_and_json_all(docs: Path) -> None:
    places = tuple(Related("rest/get.md", n, f"place {n}") for n in range(1, 11))
    summary = finding("On 10 pages.", related=places)
    text = write(report(docs, summary), Format.TEXT)
    assert text.count("    see ") == 3
    assert "    and 7 more\n" in text
    assert len(of_json(docs, summary)["findings"][0]["related"]) == 10
    assert len(of_sarif(docs, summary)["results"][0]["relatedLocations"]) == 10


def test_colour_is_a_matter_of_the_flag_only(docs: Path) -> None:
    plain = write(report(docs, FOUND), Format.TEXT)
    coloured = write(report(docs, FOUND), Format.TEXT, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror\x1b[0m" in coloured
    for code in ("1", "2", "1;31"):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured.replace("\x1b[0m", "") == plain
    # JUnit has the time of the run.
    for form in set(Format) - {Format.TEXT, Format.JUNIT}:
        assert write(report(docs, FOUND), form, colour=True) == write(report(docs, FOUND), form)


@pytest.mark.parametrize(
    ("line", "start", "end", "shown", "marked"),
    [
        ("plain text here", 7, 11, "plain text here", "text"),
        ("\ttext", 2, 6, "    text", "text"),
        ("a\tb", 2, 3, "a    b", "    "),
        ("日本語 text", 5, 9, "日本語 text", "text"),
        ("日本語 text", 2, 4, "日本語 text", "本語"),
        ("e\u0301te\u0301 text", 6 + 1, 11, "e\u0301te\u0301 text", "text"),
        ("\x1b[31mred\u202e", 6, 9, "\\x1b[31mred\\u202e", "red"),
        ("short", 6, 6, "short", " "),
        ("short", 99, 120, "short", " "),
    ],
)
def test_the_mark_stands_under_the_text(
    tmp_path: Path, line: str, start: int, end: int, shown: str, marked: str
) -> None:
    (tmp_path / "a.md").write_text(f"first\n{line}\n", encoding="utf-8")
    excerpt = Excerpts(tmp_path).of(Region("a.md", 2, start, 2, end))
    assert excerpt is not None
    assert excerpt.text == shown
    assert excerpt.length == max(width(marked), 1)
    assert width(shown.partition(marked.strip() or "\0")[0]) >= excerpt.indent
    if marked.strip():
        assert excerpt.indent == width(shown.partition(marked)[0])


@pytest.mark.parametrize(
    ("text", "columns"), [("text", 4), ("日本語", 6), ("e\u0301", 1), ("é", 1), ("ﾊ", 1), ("🙂", 2)]
)
def test_a_terminal_gives_wide_characters_two_columns_and_marks_none(
    text: str, columns: int
) -> None:
    assert width(text) == columns


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    line = "x" * 500_000 + "WRONG" + "y" * 500_000
    (tmp_path / "a.md").write_text(line, encoding="utf-8")
    excerpt = Excerpts(tmp_path).of(Region("a.md", 1, 500_001, 1, 500_006))
    assert excerpt is not None
    assert len(excerpt.text) < 110
    assert excerpt.text[excerpt.indent : excerpt.indent + excerpt.length] == "WRONG"
    assert excerpt.text[0] == excerpt.text[-1] == "…"


def test_a_place_of_many_lines_is_marked_to_the_end_of_its_first(docs: Path) -> None:
    text = write(report(docs, finding(path="rest/get.md", end_line=4, end_column=2)), Format.TEXT)
    assert "      | ^^^^^ to line 4\n" in text
    text = write(report(docs, finding(path="rest/get.md", end_line=2, end_column=1)), Format.TEXT)
    assert "      | ^^^^^\n" in text


@pytest.mark.parametrize("path", ["missing.md", "../secret.md", "nul\0.md", "rest"])
def test_a_file_that_cannot_be_read_has_no_source_line(docs: Path, path: str) -> None:
    (docs.parent / "secret.md").write_text("secret", encoding="utf-8")
    text = write(report(docs, finding(path=path)), Format.TEXT)
    assert "secret\n" not in text
    assert text.splitlines()[1] == ""


def test_nothing_of_a_page_controls_the_terminal_or_begins_a_line(docs: Path) -> None:
    odd = finding("a\x1b[2Jb\r\n::error::c\u2028d", hint="\x07", path="a\x1b.md")
    for form in (Format.TEXT, Format.GITHUB):
        text = write(report(docs, odd), form)
        assert not any(line.startswith("::error::c") for line in text.splitlines())
        if form is Format.TEXT:
            assert all(line.isprintable() for line in text.splitlines())
    assert visible("ok \x9b") == "ok \\x9b"


def test_json_conforms_to_its_schema_and_has_what_was_found(docs: Path) -> None:
    odd = finding("\ud800\x00", uid="", path="index.md")
    content = of_json(docs, FOUND, odd, suppressed=2)
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(content, schema())
    first, second = sorted(content["findings"], key=lambda item: item["code"])
    assert first | {"fingerprint": ""} == {
        "code": "CS101",
        "name": "path-parameter",
        "severity": "error",
        "path": "docs/rest/get.md",
        "line": 2,
        "column": 15,
        "end": {"line": 2, "column": 25},
        "uid": "Person_Get",
        "message": FOUND.message,
        "hint": FOUND.hint,
        "help": RULE.help_uri,
        "related": [{"path": "docs/rest/get.md", "line": 4, "message": "the row of `personId`"}],
        "fixable": True,
        "fix": [{"line": 2, "column": 15, "end": {"line": 2, "column": 25}, "text": "{personId}"}],
        "fingerprint": "",
    }
    assert (second["end"], second["uid"], second["name"]) == (None, None, None)
    assert content["summary"] == {
        "pages": 3,
        "affected": 2,
        "findings": 2,
        "error": 1,
        "warning": 1,
        "note": 0,
        "fixable": 1,
        "suppressed": 2,
        "known": 0,
        "failed": True,
    }


def test_the_schema_refuses_what_is_not_in_it(docs: Path) -> None:
    content = of_json(docs, FOUND)
    del content["findings"][0]["line"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, schema())


@pytest.mark.parametrize(
    ("least", "failed"), [(Severity.ERROR, False), (Severity.WARNING, True), (Severity.NOTE, True)]
)
def test_a_run_fails_from_a_severity_on(docs: Path, least: Severity, failed: bool) -> None:
    warned = report(docs, finding(), fail_on=least)
    assert warned.failed is failed
    suites = ElementTree.fromstring(write(warned, Format.JUNIT))
    assert len(list(suites.iter("failure"))) == int(failed)


def test_fingerprints_outlive_moved_lines_and_tell_findings_apart(docs: Path) -> None:
    found = [finding(line=3), finding(line=5), finding("See line 1."), finding(path="b.md")]
    moved = [finding(line=13), finding(line=15), finding("See line 11."), finding(path="b.md")]
    found.append(finding(path="c.md", uid="v1Parcel_Get"))
    moved.append(finding(path="d/e.md", uid="v1Parcel_Get"))
    for form in (Format.JSON, Format.GITLAB):
        before, after = (of_json(docs, *each, form=form) for each in (found, moved))
        if form is Format.JSON:
            before, after = before["findings"], after["findings"]
        prints = {item["fingerprint"] for item in before}
        assert len(prints) == 5
        assert prints == {item["fingerprint"] for item in after}


def of_sarif(docs: Path, *findings: Finding, **values: Any) -> Any:
    log = of_json(docs, *findings, form=Format.SARIF, **values)
    # Made from the schema of OASIS, and as strict.
    official.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)
    (run,) = log["runs"]
    return run


def test_sarif_has_the_rule_the_region_the_expectation_and_the_fix(docs: Path) -> None:
    run = of_sarif(docs, FOUND)
    assert run["columnKind"] == "unicodeCodePoints"
    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["helpUri"] == RULE.help_uri
    assert RULE.hint in rule["help"]["markdown"]
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("CS101", 0, "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "docs/rest/get.md", "uriBaseId": "SRCROOT"}
    region = {"startLine": 2, "startColumn": 15, "endLine": 2, "endColumn": 25}
    assert place["region"] == region
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 4
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {"deletedRegion": region, "insertedContent": {"text": "{personId}"}}
    ]
    assert result["partialFingerprints"]["callsheetFinding/v1"]


def test_sarif_of_a_finding_without_rule_end_or_position_is_valid(docs: Path) -> None:
    run = of_sarif(docs, finding(line=0, column=0, severity=Severity.NOTE), rules={})
    assert run["tool"]["driver"]["rules"] == [{"id": "CS102"}]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1}


def test_sarif_names_files_by_url_even_outside_of_the_repository(docs: Path) -> None:
    odd = finding(path="a b/50%#.md")
    run = of_sarif(docs, odd, prefix="../elsewhere/docs/")
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    base = run["originalUriBaseIds"][artifact["uriBaseId"]]["uri"]
    assert artifact["uri"] == "a%20b/50%25%23.md"
    url = urljoin(base, artifact["uri"])
    assert unquote(url) == f"file://{docs.resolve().as_posix()}/a b/50%#.md"


def test_sarif_encodes_paths(docs: Path) -> None:
    run = of_sarif(docs, finding(path="a b/50%#.md"))
    artifact = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uri"] == "docs/a%20b/50%25%23.md"


def test_what_a_page_says_is_no_link_in_sarif(docs: Path) -> None:
    run = of_sarif(docs, finding("See [this](javascript:x) and `a[0]`."))
    assert run["results"][0]["message"]["text"] == r"See \[this](javascript:x) and `a[0]`."


def test_junit_has_a_case_for_every_page_and_a_suite_for_every_folder(docs: Path) -> None:
    note = finding("A note.", severity=Severity.NOTE, path="rest/put.md")
    suites = ElementTree.fromstring(write(report(docs, FOUND, FOUND, note), Format.JUNIT))
    counts = {s.get("name"): (s.get("tests"), s.get("failures")) for s in suites}
    assert counts == {"docs": ("1", "0"), "docs/rest": ("2", "1")}
    cases = {f"{c.get('classname')}/{c.get('name')}": c for c in suites.iter("testcase")}
    failure = cases["docs/rest/get.md"].find("failure")
    assert failure is not None
    assert failure.get("message") == f"CS101 {FOUND.message} (and 1 more)"
    assert failure.get("type") == "CS101"
    assert "docs/rest/get.md:2:15: error CS101" in (failure.text or "")
    assert "A note." in (suites[1].findtext("system-out") or "")
    assert len(cases["docs/index.md"]) == 0


JUNIT = {
    "testsuites": (set(), {"testsuite"}),
    "testsuite": (
        {"name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors"}
        | {"skipped", "time"},
        {"properties", "testcase", "system-out", "system-err"},
    ),
    "properties": (set(), set()),
    "testcase": ({"name", "classname", "time"}, {"failure", "error", "skipped"}),
    "failure": ({"message", "type"}, set()),
    "error": ({"message", "type"}, set()),
    "skipped": ({"message", "type"}, set()),
    "system-out": (set(), set()),
    "system-err": (set(), set()),
}
"""The attributes and elements that the schemas of Ant and of Jenkins both have, by element."""


def test_junit_has_only_what_both_schemas_have_in_their_order(docs: Path) -> None:
    note = finding("A note.", severity=Severity.NOTE, path="rest/put.md")
    cases = (
        Case(name="a", group="g", outcome=outcome, message="m", details="d", output="o")
        for outcome in CaseOutcome
    )
    for text in (
        write(report(docs, FOUND, note), Format.JUNIT),
        document("run", [Suite("", tuple(cases))]),
    ):
        for element in ElementTree.fromstring(text.encode()).iter():
            attributes, children = JUNIT[element.tag]
            assert set(element.attrib) == attributes, element.tag
            assert {child.tag for child in element} <= children
        for suite in ElementTree.fromstring(text.encode()):
            names = [child.tag for child in suite]
            assert names == ["properties", *["testcase"] * (len(names) - 3), *names[-2:]]
            assert names[-2:] == ["system-out", "system-err"]
            assert suite.get("name")
            datetime.strptime(suite.get("timestamp") or "", "%Y-%m-%dT%H:%M:%S")


def test_junit_is_xml_whatever_a_message_holds() -> None:
    text = "".join(map(chr, (*range(256), 0xD800, 0xFFFE, 0x10FFFF))) + "]]>&<"
    case = Case(name=text, outcome=CaseOutcome.ERROR, message=text, details=text, output=text)
    root = ElementTree.fromstring(document("run", [Suite(text, (case,))]).encode())
    assert root[0].get("errors") == "1"
    assert "]]>&<" in (root.findtext(".//system-out") or "")
    assert "�" in (root.findtext(".//error") or "")


def test_an_annotation_escapes_as_workflow_commands_do() -> None:
    written = command("error", "100%\r\nand: more, too", file="a:b,c%.md", line=2)
    assert written == "::error file=a%3Ab%2Cc%25.md,line=2::100%25\\r%0Aand: more, too"


def test_annotations_point_at_the_text_and_end_with_the_counts(docs: Path) -> None:
    assert write(report(docs, FOUND), Format.GITHUB).splitlines() == [
        "::error title=CS101 path-parameter,file=docs/rest/get.md,line=2,endLine=2,col=15,"
        "endColumn=24::`{personID}` is not in the path table."
        "%0AExpected by docs/rest/get.md:4: the row of `personId`%0AWrite `{personId}`.",
        "1 error in 1 of 3 pages.",
    ]
    many = finding(path="rest/get.md", line=1, end_line=3, end_column=1)
    line = write(report(docs, many), Format.GITHUB).splitlines()[0]
    assert "line=1,endLine=2::" in line


def test_annotations_that_github_would_drop_are_lines_of_the_log(docs: Path) -> None:
    notes = [finding(severity=Severity.NOTE, line=n) for n in range(1, 12)]
    lines = write(report(docs, *notes, FOUND), Format.GITHUB).splitlines()
    assert lines[0].startswith("::notice title=Callsheet::1 error and 11 notes in 2 of 3 pages.")
    assert lines[1].startswith("::error ")
    assert sum(line.startswith("::notice ") for line in lines) == 10
    assert lines[-3:-1] == [f"docs/a.md:{n}: note CS102 Odd." for n in (10, 11)]
    fits = write(report(docs, *notes[:10], FOUND), Format.GITHUB).splitlines()
    assert fits[0].startswith("::error title=CS101")
    assert sum(line.startswith("::") for line in fits) == 11


def test_gitlab_has_what_code_quality_asks_for(docs: Path) -> None:
    first, second = of_json(docs, FOUND, finding(path="z.md"), form=Format.GITLAB)
    assert first["description"] == f"{FOUND.message} {FOUND.hint}"
    assert first["check_name"] == "CS101"
    assert first["location"] == {"path": "docs/rest/get.md", "lines": {"begin": 2, "end": 2}}
    assert (first["severity"], second["severity"]) == ("major", "minor")
    assert second["location"]["lines"] == {"begin": 1}
    (whole,) = of_json(docs, finding(end_line=3, end_column=1), form=Format.GITLAB)
    assert whole["location"]["lines"] == {"begin": 1, "end": 2}


def test_the_prefix_is_the_way_from_the_root(tmp_path: Path) -> None:
    assert prefix_of(tmp_path / "docs", tmp_path) == "docs/"
    assert prefix_of(tmp_path, tmp_path) == ""
    assert prefix_of(tmp_path / "a", tmp_path / "b") == "../a/"
    assert prefix_of(Path("docs")) == "docs/"
