"""Examples of errors that show what a success answers."""

from collections.abc import Iterator
from http import HTTPStatus

from callsheet.checks.model.examples import typed_responses
from callsheet.checks.model.page import OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.nodes import Node
from callsheet.checks.rule import Diagnostic, Example, operation_rule

_ENOUGH = 2
_SHARE = 0.6
"""How many, and what share, of the properties of a success make it one."""
_OF_ERRORS = frozenset(
    [
        "error",
        "errors",
        "code",
        "message",
        "messages",
        "detail",
        "details",
        "title",
        "status",
        "type",
        "reason",
        "instance",
    ]
)
"""Properties that errors have, too."""


@Example("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found")
@operation_rule(
    code="CS427",
    name="success-as-error",
    in_any_layout=True,
    summary="An example of an error has the body of a success.",
    cause=(
        "The status or the body was copied from another example. A reader expects the properties "
        "of the success with an error, or takes the success for one."
    ),
    hint="Correct the status, or write the body that the error has.",
    subject=Subject.ERROR_EXAMPLES,
)
def _successes_as_errors(page: OperationPage) -> Iterator[Diagnostic]:
    response = page.operation.response
    if response is None:
        return
    names = {row.name for row in response.properties if "." not in row.name and "[" not in row.name}
    if len(names) < _ENOUGH or names <= _OF_ERRORS:
        return
    for example, message in typed_responses(page):
        documented = any(s.code == message.status for s in page.operation.status_rows)
        # Another rule reports a status that the page does not have.
        if (
            message.status < HTTPStatus.BAD_REQUEST
            or not documented
            or any(b.status for b in response.bodies)
        ):
            continue
        shown = _names(example.node)
        if len(shown & names) >= max(_ENOUGH, _SHARE * len(names)) and shown <= names:
            place = example.first_line()
            text = f"The answer {message.status} shows the body that a success has."
            line = response.properties[0].span.start
            related = page.related(line, "the table of a success")
            yield Diagnostic(place, text, related=(related,))


def _names(node: Node | None) -> set[str]:
    return {member.key for member in node.members or ()} if node is not None else set()
