"""Bodies of examples that are not what their `Content-Type` says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from callsheet.checks.model.examples import ExampleMessage, code, requests, responses
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _mislabelled_bodies(examples: Iterable[ExampleMessage]) -> Iterator[Diagnostic]:
    """Report bodies that contradict their `Content-Type`."""
    for example in examples:
        header = next(
            (h for h in example.message.headers if h.name.lower() == "content-type"), None
        )
        if header is None or not example.is_mislabelled or example.misplaced_header:
            continue
        looks = "JSON" if example.body.lstrip().startswith(("{", "[")) else "XML"
        yield Diagnostic(
            example.header_value(header),
            f"The `Content-Type` is {code(header.value)}, and the body is {looks}.",
            related=(example.page.related(example.whole_body().line, "the body"),),
        )


_REQUEST = OperationRule(
    code="CS307",
    name="request-mislabelled-body",
    severity=Severity.ERROR,
    summary="The `Content-Type` of an example request says something else than its body is.",
    cause=(
        "A client chooses the parser by `Content-Type`; JSON that is labelled as XML is refused. "
        "It comes about when an example is written in another format and its header fields are "
        "kept."
    ),
    hint="Write the body in the format of the `Content-Type`, or the other way round.",
    examples=(
        Example("Content-Type: application/json\nAccept", "Content-Type: application/xml\nAccept"),
    ),
    check=lambda page: _mislabelled_bodies(requests(page)),
)

RULES = (
    _REQUEST,
    replace(
        _REQUEST,
        code="CS407",
        name="response-mislabelled-body",
        summary="The `Content-Type` of an example response says something else than its body is.",
        examples=(
            Example(
                "Content-Type: application/json; charset=utf-8",
                "Content-Type: application/xml; charset=utf-8",
            ),
        ),
        check=lambda page: _mislabelled_bodies(responses(page)),
    ),
)
