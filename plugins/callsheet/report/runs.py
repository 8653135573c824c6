"""Reports of sample runs, for people and for programs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from json import loads
from typing import Any

from callsheet.coverage import Coverage, all_coverage
from callsheet.printable import printable, visible
from callsheet.report import json, junit
from callsheet.report.model import count
from callsheet.report.text import TerminalStyle
from callsheet.run import Result, StepResult, Verdict
from callsheet.run.variations import Proof, ProofOutcome

_COLOURS = {
    Verdict.PASSED: "green",
    Verdict.FAILED: "red",
    Verdict.FAULT: "red",
    Verdict.SKIPPED: "yellow",
}
_WORDS = {
    Verdict.PASSED: "passed",
    Verdict.FAILED: "failed",
    Verdict.FAULT: "stopped by a fault of the page",
    Verdict.SKIPPED: "skipped",
}
_OUTCOMES = {
    Verdict.PASSED: junit.CaseOutcome.PASSED,
    Verdict.FAILED: junit.CaseOutcome.FAILURE,
    Verdict.FAULT: junit.CaseOutcome.FAILURE,
    Verdict.SKIPPED: junit.CaseOutcome.SKIPPED,
}
_HINT = "Correct the page or the server, whichever is wrong."
_BAD = frozenset({Verdict.FAILED, Verdict.FAULT})
MAX_OUTPUT_LINES = 15
"""The number of lines of a failed program's output that are shown."""


class RunFormat(StrEnum):
    """The formats of a report of sample runs."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"


@dataclass(frozen=True, slots=True)
class RunReport:
    """The results of a run of samples.

    Attributes:
        results: The results of the programs, in any order.
        coverage: The coverage of the pages.
        seconds: The duration of the run.
        prefix: The path from the working directory to the pages, such as `docs/`.
        proofs: What came of the variations, if there were any.
        steps: The results of the programs that authors wrote into pages, in order.
    """

    results: Sequence[Result]
    coverage: Coverage
    seconds: float
    prefix: str = ""
    proofs: Sequence[Proof] = ()
    steps: Sequence[StepResult] = ()

    @property
    def ignored(self) -> list[Proof]:
        """The variations that were answered otherwise than documented."""
        return [proof for proof in self.proofs if proof.outcome is ProofOutcome.IGNORED]

    @property
    def failed(self) -> bool:
        """Whether any program or variation showed something else than its page promises."""
        return bool(self.ignored) or any(verdict in _BAD for verdict in self.verdicts)

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts on all programs."""
        return [*(r.verdict for r in self.results), *(s.verdict for s in self.steps)]


def all_runs(reports: Sequence[RunReport], prefix: str) -> RunReport:
    """Combine the runs of the collections of a docs tree.

    Args:
        reports: A report for each.
        prefix: The path from the working directory to the pages.
    """
    return RunReport(
        [result for each in reports for result in each.results],
        all_coverage([each.coverage for each in reports]),
        sum(each.seconds for each in reports),
        prefix,
        tuple(proof for each in reports for proof in each.proofs),
        [step for each in reports for step in each.steps],
    )


def write_runs(report: RunReport, form: RunFormat, *, colour: bool = False) -> str:
    """Return a report of sample runs in one of its formats.

    Args:
        report: The results.
        form: The format.
        colour: Whether text is coloured, as for a terminal.
    """
    match form:
        case RunFormat.TEXT:
            return "".join(f"{line}\n" for line in _text(report, TerminalStyle(colour)))
        case RunFormat.JSON:
            return json.dump(_plain(report))
        case RunFormat.JUNIT:
            return junit.document("callsheet test", _suites(report))


def failure_lines(result: Result, prefix: str, style: TerminalStyle) -> Iterator[str]:
    """Yield the lines about a failure: page, line, expected and actual values, and a hint.

    Args:
        result: The result of the program.
        prefix: The path to the pages, such as `docs/`.
        style: Colours the text, or doesn't.
    """
    program, (path, line) = result.program, result.place
    route = f"{program.operation.method} {program.operation.route.template}"
    verdict = style(result.verdict, "bold", _COLOURS[result.verdict])
    place = printable(visible(f"{prefix}{path}:{line}:"))
    yield f"{style(place, 'bold')} {verdict} {visible(f'{program.name} ({route})')}"
    differences = [str(difference) for difference in result.differences]
    if result.message not in differences:
        yield f"    {visible(result.message)}"
    for difference in result.differences:
        path, line = difference.documented
        yield (
            f"    {visible(difference.where)}: expected {visible(difference.expected)},"
            f" got {visible(difference.got_with_reason)} ({visible(f'{prefix}{path}')}:{line})"
        )
    if result.verdict is Verdict.FAILED and not result.differences:
        for printed in (result.errors or result.output).rstrip().split("\n")[-MAX_OUTPUT_LINES:]:
            yield f"    | {visible(printed)}"
    if result.hint:
        yield f"    {style('hint:', 'bold')} {visible(result.hint)}"


def ignored_lines(proof: Proof, prefix: str, style: TerminalStyle) -> Iterator[str]:
    """Yield the lines about something documented that the server ignores, or fails for."""
    subject = proof.subject
    place = style(printable(visible(f"{prefix}{subject.operation.path}:{subject.line}:")), "bold")
    name = f"{subject.what} ({subject.operation.signature})"
    yield f"{place} {style('ignored', 'bold', 'red')} {visible(name)}"
    yield f"    {visible(proof.reason)}"
    yield f"    {style('hint:', 'bold')} {_HINT}"


def step_lines(step: StepResult, prefix: str, style: TerminalStyle) -> Iterator[str]:
    """Yield the lines about a failed program of a tutorial.

    Args:
        step: The result of the program.
        prefix: The path to the pages, such as `docs/`.
        style: Colours the text, or doesn't.
    """
    path, line = step.place
    verdict = style(step.verdict, "bold", _COLOURS[step.verdict])
    place = printable(visible(f"{prefix}{path}:{line}:"))
    yield f"{style(place, 'bold')} {verdict} program {step.number} of the page"
    yield f"    {visible(step.message)}"
    for detail in step.details:
        yield f"    | {visible(detail)}"
    yield f"    {style('hint:', 'bold')} {visible(step.hint)}"


def coverage_lines(coverage: Coverage) -> Iterator[str]:
    """Yield the coverage as a table."""
    yield f"{'covered':<12}{'of':>14}{'percent':>10}"
    for aspect in coverage.aspects:
        share = f"{aspect.covered:,}/{aspect.total:,}"
        yield f"{aspect.name:<12}{share:>14}{aspect.percent:>9.1f}%"


def _text(report: RunReport, style: TerminalStyle) -> Iterator[str]:
    for result in report.results:
        if result.verdict in _BAD:
            yield from failure_lines(result, report.prefix, style)
            yield ""
    for proof in report.ignored:
        yield from ignored_lines(proof, report.prefix, style)
        yield ""
    for step in report.steps:
        if step.verdict in _BAD:
            yield from step_lines(step, report.prefix, style)
            yield ""
    if report.coverage.operations:
        yield from coverage_lines(report.coverage)
    if simulated := sum(result.program.simulated for result in report.results):
        yield f"{simulated} statuses that no request brings about were only simulated."
    if report.coverage.operations:
        yield ""
    counts = Counter(report.verdicts)
    words = ", ".join(
        style(f"{counts[verdict]:,} {_WORDS[verdict]}", "bold", _COLOURS[verdict])
        for verdict in Verdict
        if counts[verdict] or verdict is Verdict.PASSED
    )
    yield f"{count(counts.total(), 'program')} in {report.seconds:.1f} s: {words}"
    if report.proofs:
        outcomes = Counter(proof.outcome for proof in report.proofs)
        requests = sum(proof.requests for proof in report.proofs)
        found = ", ".join(f"{outcomes[each]:,} {each}" for each in ProofOutcome)
        yield f"{len(report.proofs):,} variations with {requests:,} requests: {found}"
        for reason, number in Counter(p.reason for p in report.proofs if p.is_cut).items():
            yield f"{number:,} of them were not tried: {visible(reason)}"


def _plain(report: RunReport) -> dict[str, Any]:
    counts = Counter(verdict.value for verdict in report.verdicts)
    return {
        "seconds": round(report.seconds, 3),
        "counts": {verdict.value: counts[verdict.value] for verdict in Verdict},
        "coverage": loads(report.coverage.as_json()),
        "variations": {
            "requests": sum(proof.requests for proof in report.proofs),
            "counts": {e.value: sum(p.outcome is e for p in report.proofs) for e in ProofOutcome},
            "not_tried": sum(proof.is_cut for proof in report.proofs),
            "ignored": [_plain_proof(report, proof) for proof in report.ignored],
        },
        "results": [_plain_result(report, result) for result in report.results],
        "tutorials": [_plain_step(report, step) for step in report.steps],
    }


def _plain_result(report: RunReport, result: Result) -> dict[str, Any]:
    program, (path, line) = result.program, result.place
    return {
        "program": program.name,
        "uid": program.operation.uid,
        "method": program.operation.method,
        "route": program.operation.route.template,
        "language": program.language,
        "status": program.status,
        "simulated": program.simulated,
        "verdict": result.verdict.value,
        "seconds": round(result.seconds, 3),
        "path": f"{report.prefix}{path}",
        "line": line,
        "message": result.message,
        "hint": result.hint,
        "differences": [
            {
                "where": difference.where,
                "expected": difference.expected,
                "got": difference.got_with_reason,
                "path": f"{report.prefix}{difference.documented[0]}",
                "line": difference.documented[1],
            }
            for difference in result.differences
        ],
    }


def _plain_proof(report: RunReport, proof: Proof) -> dict[str, Any]:
    subject = proof.subject
    return {
        "uid": subject.operation.uid,
        "aspect": subject.aspect,
        "what": subject.what,
        "path": f"{report.prefix}{subject.operation.path}",
        "line": subject.line,
        "message": proof.reason,
    }


def _plain_step(report: RunReport, step: StepResult) -> dict[str, Any]:
    path, line = step.place
    return {
        "number": step.number,
        "verdict": step.verdict.value,
        "path": f"{report.prefix}{path}",
        "line": line,
        "message": step.message,
        "hint": step.hint,
        "details": list(step.details),
    }


def _suites(report: RunReport) -> Iterable[junit.Suite]:
    by_group: dict[str, list[junit.Case]] = defaultdict(list)
    for result in report.results:
        program = result.program
        lines = list(failure_lines(result, report.prefix, TerminalStyle(colour=False)))
        by_group[program.operation.group].append(
            junit.Case(
                name=program.name,
                group=program.operation.uid,
                outcome=_OUTCOMES[result.verdict],
                kind=str(result.verdict),
                message=result.message,
                details="" if result.verdict is Verdict.PASSED else "\n".join(lines),
                seconds=result.seconds,
                output=result.output if result.verdict is Verdict.FAILED else "",
            )
        )
    for proof in report.ignored:
        lines = list(ignored_lines(proof, report.prefix, TerminalStyle(colour=False)))
        operation = proof.subject.operation
        by_group[operation.group].append(
            junit.Case(
                name=f"{operation.uid}: {proof.subject.what} ({proof.subject.aspect})",
                group=operation.uid,
                outcome=junit.CaseOutcome.FAILURE,
                kind=str(proof.outcome),
                message=proof.reason,
                details="\n".join(lines),
            )
        )
    for step in report.steps:
        path, _ = step.place
        lines = list(step_lines(step, report.prefix, TerminalStyle(colour=False)))
        by_group[path].append(
            junit.Case(
                name=f"program {step.number}",
                group=path,
                outcome=_OUTCOMES[step.verdict],
                kind=str(step.verdict),
                message=step.message,
                details="\n".join(lines) if step.verdict in _BAD else "",
                seconds=step.seconds,
            )
        )
    return (junit.Suite(group or ".", tuple(cases)) for group, cases in by_group.items())
