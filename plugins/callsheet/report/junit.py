"""JUnit XML for CI systems: suites of test cases with their failures.

There is no standard. This is what the schemas of Ant (JUnit.xsd) and of Jenkins (junit-10.xsd) both
accept: at most one `failure` per case, which has a `type`, all other output in `system-out` of the
suite, no other attributes, and only characters of XML 1.0.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from xml.etree import ElementTree as ET

from callsheet import lazy_re as re
from callsheet.findings import Finding
from callsheet.printable import printable, printable_xml, visible
from callsheet.report.model import Report

# Characters that are not a `Char` (XML 1.0, 2.2).
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class CaseOutcome(StrEnum):
    """The outcome of a test case; the values are names of JUnit's elements."""

    PASSED = "passed"
    FAILURE = "failure"
    ERROR = "error"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A test case.

    Attributes:
        name: Its name.
        group: Its `classname`: cases of one group are shown together.
        outcome: Its outcome.
        kind: The kind of the reason, such as the code of a rule.
        message: The reason of the outcome, on one line.
        details: The reason in full, with file and line.
        seconds: Its duration.
        output: Its further output.
    """

    name: str
    group: str = ""
    outcome: CaseOutcome = CaseOutcome.PASSED
    kind: str = ""
    message: str = ""
    details: str = ""
    seconds: float = 0.0
    output: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """A suite of test cases."""

    name: str
    cases: tuple[Case, ...]


def document(name: str, suites: Iterable[Suite]) -> str:
    """Return suites as an XML document.

    Args:
        name: The name of the test run.
        suites: The suites, in the order of the document.
    """
    root = ET.Element("testsuites")
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    for number, suite in enumerate(suites):
        about = {"name": clean(suite.name) or ".", "package": clean(name), "id": str(number)}
        element = ET.SubElement(root, "testsuite", about)
        element.attrib |= {"timestamp": now, "hostname": "localhost", **_counts(suite.cases)}
        ET.SubElement(element, "properties")
        for case in suite.cases:
            _add(element, case)
        outputs = (clean(case.output) for case in suite.cases if case.output)
        ET.SubElement(element, "system-out").text = "\n".join(outputs)
        ET.SubElement(element, "system-err")
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{printable_xml(text)}\n'


def _counts(cases: Sequence[Case]) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    return {
        "tests": str(len(cases)),
        "failures": str(outcomes.count(CaseOutcome.FAILURE)),
        "errors": str(outcomes.count(CaseOutcome.ERROR)),
        "skipped": str(outcomes.count(CaseOutcome.SKIPPED)),
        "time": f"{sum(case.seconds for case in cases):.3f}",
    }


def _add(suite: ET.Element, case: Case) -> None:
    attributes = {"classname": case.group, "name": case.name, "time": f"{case.seconds:.3f}"}
    element = ET.SubElement(suite, "testcase", {k: clean(v) for k, v in attributes.items()})
    if case.outcome is not CaseOutcome.PASSED:
        reason = {"message": clean(case.message), "type": clean(case.kind or case.outcome)}
        ending = ET.SubElement(element, case.outcome, reason)
        ending.text = clean(case.details) or None


def clean(text: str) -> str:
    """Replace characters that XML 1.0 does not allow by U+FFFD."""
    return _NO_CHARACTER.sub("\ufffd", text)


def write(report: Report) -> str:
    """Return the findings: a case for each page, a suite for each folder.

    A page fails if one of its findings fails the run; less severe findings are output.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in report.pages}
    for finding in report.ordered:
        by_path.setdefault(finding.path, []).append(finding)
    suites: dict[str, list[Case]] = defaultdict(list)
    for path in sorted(by_path):
        suites[path.rpartition("/")[0]].append(_case(report, path, by_path[path]))
    return document(
        "callsheet check",
        (
            Suite(report.path(folder).rstrip("/") or ".", tuple(cases))
            for folder, cases in suites.items()
        ),
    )


def _case(report: Report, path: str, findings: list[Finding]) -> Case:
    failing = [finding for finding in findings if report.fails(finding)]
    others = [finding for finding in findings if not report.fails(finding)]
    folder, _, name = report.path(path).rpartition("/")
    passed = Case(name=name, group=folder, output=_listed(report, others))
    if not failing:
        return passed
    more = f" (and {len(failing) - 1} more)" if len(failing) > 1 else ""
    return replace(
        passed,
        outcome=CaseOutcome.FAILURE,
        kind=failing[0].code,
        message=f"{failing[0].code} {visible(failing[0].message)}{more}",
        details=_listed(report, failing),
    )


def _listed(report: Report, findings: Iterable[Finding]) -> str:
    return "\n".join(line for finding in findings for line in _lines(report, finding))


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    place = printable(visible(f"{report.path(finding.path)}:{finding.line}:{finding.column}"))
    yield f"{place}: {finding.severity} {finding.code} {visible(finding.message)}"
    for related in finding.related:
        where = visible(f"{report.path(related.path)}:{related.line}")
        yield f"    see {where}: {visible(related.message)}"
    if finding.hint:
        yield f"    hint: {visible(finding.hint)}"
