"""Converts differences between a live server and a page into findings of live rules."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from callsheet import lazy_re as re
from callsheet.catalog.readings import read_bytes
from callsheet.checks.engine.check_page import findings_of
from callsheet.checks.model.page import CheckedPage, OperationPage, Place
from callsheet.checks.rule import Diagnostic, LiveRule
from callsheet.checks.rules import live
from callsheet.checks.rules.suppressions import apply_suppressions, read_suppressions
from callsheet.findings import Finding, Related
from callsheet.http.masking import MASK, is_secret_name
from callsheet.model import SectionKind
from callsheet.redaction import Redactor
from callsheet.run.model import Difference
from callsheet.run.verify.client import NoAnswer
from callsheet.run.verify.replays import Replay
from callsheet.run.verify.undocumented import UndocumentedProperty

Deviation: TypeAlias = Difference | UndocumentedProperty | NoAnswer
"""Differences between a live server and its page."""

LIVE_RULES = tuple(rule for rule in vars(live).values() if isinstance(rule, LiveRule))
"""The rules whose findings come from here."""

_INDEX = re.compile(r"\[\d+\]")
_BODY = "body "
_HEADER = "header "
_REFUSED = {
    401: "Give credentials of this server in CALLSHEET_AUTHORIZATION or with --header.",
    403: "Give credentials that may do this in CALLSHEET_AUTHORIZATION or with --header.",
    404: "Correct the page or the server, or choose what this server has with `samples` in the"
    " front matter.",
}


@dataclass(frozen=True, slots=True)
class PageText:
    """Finds places on a page."""

    page: CheckedPage | OperationPage

    @classmethod
    def read(cls, root: Path, path: str) -> "PageText":
        """Read a page of a docs tree."""
        return cls(CheckedPage.read(read_bytes(root, path) or b"", path))

    def find(self, line: int, text: str = "") -> Place:
        """Return the place of a text in a line, else the line."""
        if line > len(self.page.document.lines):  # the page has changed since it was read
            return Place(self.page.path, line, 1, line, 2)
        return self.page.find(line, text)

    def header_of_table(self, row: int) -> Place:
        """Return the first line of the response table that has a row in that line."""
        if isinstance(self.page, OperationPage):
            for table in self.page.tables(SectionKind.RESPONSE, SectionKind.RESPONSE_BODY):
                if table.span.start <= row <= table.span.end:
                    return self.find(table.span.start)
        return self.find(row)

    def unsuppressed(self, findings: Iterable[Finding]) -> tuple[list[Finding], int]:
        """Return the findings that no comment suppresses, and the number of the others."""
        findings = list(findings)
        comments = list(read_suppressions(self.page.document, self.page.path))
        suppressed, _ = apply_suppressions(comments, findings)
        return [f for f in findings if f not in suppressed], len(suppressed)


def findings_from(
    replay: Replay, text: PageText, found: Iterable[Deviation], redact: Redactor
) -> list[Finding]:
    """Return the findings about one example request, without secrets.

    Args:
        replay: The example request.
        text: Its page.
        found: The differences, the undocumented properties, or why there is no response.
        redact: Redacts secrets.
    """
    findings: dict[tuple[str, int, str], Finding] = {}
    for item in found:
        rule, diagnostic, cause = _diagnostic(replay, text, item)
        [finding] = findings_of(rule, [diagnostic])
        finding = replace(
            finding,
            uid=replay.operation.uid,
            message=redact(finding.message),
            related=tuple(replace(r, message=redact(r.message)) for r in finding.related),
        )
        # The same difference in several items of a list is one finding.
        findings.setdefault((finding.code, finding.line, cause), finding)
    return list(findings.values())


def _diagnostic(
    replay: Replay, text: PageText, item: Deviation
) -> tuple[LiveRule, Diagnostic, str]:
    """Return the rule, the place and message, and a key that is the same for one cause."""
    if isinstance(item, NoAnswer):
        place = text.find(replay.operation.route.span.start)
        message = f"The example request got no usable answer: {item.reason}."
        return live.UNANSWERED, Diagnostic(place, message), ""
    if isinstance(item, UndocumentedProperty):
        return live.UNDOCUMENTED_PROPERTY, _undocumented(replay, text, item), item.path
    rule, diagnostic = _different(replay, text, item)
    return rule, diagnostic, _INDEX.sub("[*]", f"{item.where} {item.expected}")


def _different(replay: Replay, text: PageText, item: Difference) -> tuple[LiveRule, Diagnostic]:
    line, expected, got = item.documented[1], item.expected, _shown(item)
    match item.where:
        case "request":
            message = f"The example request goes to another operation than {_code(expected)}."
            return live.OTHER_OPERATION, Diagnostic(text.find(line), message)
        case "status":
            return live.STATUS, _status(replay, text, item)
        case "media type":
            message = f"The answer is of the media type {_code(got)}; documented is {expected}."
            return live.MEDIA_TYPE, Diagnostic(text.find(line), message)
        case "body":
            message = f"The body of the answer is {got}; expected is {expected}."
            return live.BODY, Diagnostic(text.find(line), message)
    if item.where.startswith(_HEADER):
        name = item.where.removeprefix(_HEADER)
        message = (
            f"The answer has no header field {_code(name)}, which the example response shows."
            if got == "nothing"
            else f"{_code(name)} of the answer is {_code(got)}; expected is {expected}."
        )
        return live.HEADER, Diagnostic(text.find(line, name), message)
    return live.PROPERTY, _property(replay, text, item)


def _status(replay: Replay, text: PageText, item: Difference) -> Diagnostic:
    path, line = item.documented
    message = f"The example request was answered with {item.got}; documented is {item.expected}."
    related: tuple[Related, ...] = ()
    if replay.shown:
        shown = Related(path, replay.shown.span.start, f"the example response, {item.expected}")
        related = (shown,)
    hint = _REFUSED.get(int(item.got) if item.got.isdecimal() else 0, "")
    return Diagnostic(text.find(line, item.expected), message, hint, related)


def _property(replay: Replay, text: PageText, item: Difference) -> Diagnostic:
    path = item.where.removeprefix(_BODY)
    got = _shown(item)
    if (item.expected, got) == ("the property", "nothing"):
        message = f"The answer lacks the documented property {_code(path)}."
    else:
        message = f"{_code(path)} of the answer is {_code(got)}; documented is {item.expected}."
    line = item.documented[1]
    rows = replay.operation.response.properties if replay.operation.response else ()
    name = next((row.name for row in rows if row.span.start == line), "")
    return Diagnostic(text.find(line, name), message)


def _undocumented(replay: Replay, text: PageText, item: UndocumentedProperty) -> Diagnostic:
    response = replay.operation.response
    rows = response.properties if response else ()
    message = f"The answer has a property {_code(item.path)} that the page does not document."
    for row in rows:
        if row.name == item.property:
            return Diagnostic(text.find(row.span.start, row.name), message)
    if rows:
        return Diagnostic(text.header_of_table(rows[0].span.start), message)
    part = response or replay.operation.route
    return Diagnostic(text.find(part.span.start), message)


def _shown(item: Difference) -> str:
    """Return the value that came, masked if its name says that it is a secret."""
    names = re.split(r"[.\[\]]", item.where.removeprefix(_HEADER))
    if item.got == "nothing" or not any(is_secret_name(name) for name in names):
        return item.got
    return MASK


def _code(text: str) -> str:
    # A backtick would end the code span, so one that looks like it takes its place.
    return f"`{text.replace('`', chr(0x2BC))}`"
