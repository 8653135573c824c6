"""An example section whose fences are no HTTP messages, so that nothing in it is an example."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from callsheet.checks.model.page import OperationPage
from callsheet.checks.parsing.fence_kinds import is_message, is_request_line
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity
from callsheet.model import SectionKind
from callsheet.source.document import BlockKind
from callsheet.source.messages import label_of

_LABELS = {SectionKind.EXAMPLE_REQUEST: "http!", SectionKind.EXAMPLE_RESPONSE: "http_"}
_READ = {"http", "http!", "http_"}


def _unread_examples(page: OperationPage) -> Iterator[Diagnostic]:
    for section, following in pairwise((*page.sections, None)):
        if section is None or section.kind not in _LABELS or not section.title:
            continue
        fences = [block for block in section.blocks if block.kind is BlockKind.FENCE]
        # Other rules report messages with another label, and empty sections.
        if not fences or any(
            label_of(f) in _READ or is_message(f.text) or is_request_line(f.text) for f in fences
        ):
            continue
        # An example that a fence begins by itself may follow right away.
        if following and following.kind in _LABELS and not following.title:
            continue
        first, label = fences[0], _LABELS[section.kind]
        shown = f"`{first.info}`" if first.info else "no label"
        place = page.whole_line(first.span.start)
        message = f"The fence with {shown} is not read as an example, and is compared with nothing."
        start = "a request line" if label == "http!" else "a status line"
        hint = (
            f"Write a fence `{label}` with {start}, the header fields, a blank line and the body."
        )
        yield Diagnostic(place, message, hint)


RULE = OperationRule(
    code="CS534",
    name="unread-example",
    severity=Severity.WARNING,
    summary="A section for an example has no HTTP message.",
    cause=(
        "An example is a message as HTTP/1.1 has it, in a fence `http!` or `http_`. A body alone, "
        "in a fence such as `json`, is text: nobody knows what it is sent to or what status it "
        "comes back with, so that it is held against no table and makes no sample."
    ),
    hint="Write the message with its first line and its header fields.",
    examples=(
        Example(
            "```http_\nHTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\n"
            "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n\n",
            "```json\n",
        ),
    ),
    check=_unread_examples,
)
