"""Types that the headings of a response state, compared with its examples."""

from collections.abc import Iterator
from dataclasses import dataclass

from callsheet.checks.model.bodies import content_of
from callsheet.checks.model.examples import ExampleMessage, responses
from callsheet.checks.model.page import OperationPage, Place
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.nodes import (
    Node,
    NodeMismatch,
    node_mismatches,
)
from callsheet.checks.rule import Diagnostic, Example, operation_rule
from callsheet.findings import Severity
from callsheet.model import (
    DataType,
    SectionKind,
)
from callsheet.model.contents import Content
from callsheet.schema.words.type_words import schema_of_words
from callsheet.source.rows import read_type

_KINDS = (SectionKind.RESPONSE, SectionKind.RESPONSE_BODY)


@dataclass(frozen=True, slots=True)
class StatedType:
    """Type in a heading `Response: TYPE` or `Response body: TYPE`, with its place."""

    type: DataType
    place: Place


def stated_types(page: OperationPage) -> Iterator[StatedType]:
    """Yield the types that the headings of a page give to the response."""
    for section in page.sections:
        # A heading about one status or media type is not about the whole response.
        of_all = section.kind in _KINDS and not section.status and not section.media_type
        data_type = read_type(section.argument) if of_all else None
        if data_type is not None:
            line = page.line(section.span.start)
            after = line.find(":") + 2
            yield StatedType(data_type, page.find(section.span.start, section.argument, after))


def contradicted(example: ExampleMessage) -> tuple[list[StatedType], list[StatedType]]:
    """Return the stated types that an example contradicts, and those that it does not."""
    node, content = example.node, content_of(example)
    if example.is_request or node is None or content is None or not _is_of_all(example, content):
        return [], []
    bad: list[StatedType] = []
    good: list[StatedType] = []
    for stated in stated_types(example.page):
        fits = _fits(
            node, stated.type, is_text=example.format != "json", has_rows=bool(content.rows)
        )
        (good if fits else bad).append(stated)
    return bad, good


def _fits(node: Node, data_type: DataType, *, is_text: bool, has_rows: bool) -> bool:
    if data_type.name == "binary" or (is_text and node.is_object):
        return True
    if data_type.is_named:
        # Without a table it may be an enumeration, whose values are texts.
        return node.is_object or node.is_null or (node.kind == "string" and not has_rows)
    if (data_type.name == "array" and is_text) or node.is_null:
        return True
    return _mismatch(node, data_type, is_text=is_text) is None


def _mismatch(node: Node, data_type: DataType, *, is_text: bool = False) -> NodeMismatch | None:
    """Return the mismatch of a body as a whole; base64 and inner values have rules of their own."""
    found = node_mismatches(node, schema_of_words(data_type.written), as_xml=is_text)
    return next((m for m in found if not m.path and not m.is_no_base64), None)


def _is_of_all(example: ExampleMessage, content: Content) -> bool:
    """Tell whether the headings of the response itself are about this body."""
    response = example.page.operation.response
    return response is not None and content.span == response.span


@Example("### Response body: Parcel", "### Response body: array")
@operation_rule(
    code="CS408",
    name="response-type",
    severity=Severity.ERROR,
    summary="The type of the response contradicts its example, or another heading.",
    cause=(
        "Programs are written after the type. `Response: array` above the example of one object is "
        "a slip of whoever copied one of the two."
    ),
    hint="Correct the type, or the example.",
    subject=Subject.OTHER_TYPES,
)
def _contradicted_types(page: OperationPage) -> Iterator[Diagnostic]:
    """Report stated types that examples contradict, and those that contradict each other."""
    stated = list(stated_types(page))
    for example in responses(page):
        bad, good = contradicted(example)
        if bad and example.node is not None:
            yield _contradiction(example, example.node, bad, good)
            return
    names = {found.type.name.lower() for found in stated}
    # A type of the API is an object, too.
    if len(names - {"object"} if any(found.type.is_named for found in stated) else names) > 1:
        first, last = stated[0], stated[-1]
        yield Diagnostic(
            last.place,
            f"The response is `{last.type.written}` here and `{first.type.written}` before.",
            related=(page.related(first.place.line, f"`{first.type.written}`"),),
        )


def _contradiction(
    example: ExampleMessage, node: Node, bad: list[StatedType], good: list[StatedType]
) -> Diagnostic:
    page, body = example.page, example.whole_body()
    content = content_of(example)
    article = "an" if node.kind in ("array", "object") else "a"
    shown = f"{article} {node.kind}"
    wanted = _mismatch(node, bad[0].type)
    written = bad[0].type.written
    # If another heading or the table agrees with the example, the heading is wrong.
    has_rows = content is not None and bool(content.rows)
    if good or (has_rows and _has_objects(node)):
        return Diagnostic(
            bad[0].place,
            f"The response is said to be `{written}`, and the example is {shown}.",
            related=(page.related(body.line, "the body of the example"),),
        )
    if node.kind in ("array", "object"):
        return Diagnostic(
            body,
            f"The example is {shown}, and the response is said to be `{written}`.",
            related=tuple(page.related(f.place.line, f"`{f.type.written}`") for f in bad),
        )
    return Diagnostic(
        example.place(node.start, node.end),
        f"The example is {example.shown(node)}; expected is "
        f"{wanted.expected if wanted else f'`{written}`'}.",
        related=tuple(page.related(f.place.line, f"`{f.type.written}`") for f in bad),
    )


def _has_objects(node: Node) -> bool:
    """Tell whether a value is an object, or a list of objects, as tables document them."""
    return node.is_object or any(item.is_object for item in node.items or ())
