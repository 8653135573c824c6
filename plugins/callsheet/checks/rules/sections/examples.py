"""Fences and sections of examples: labels, names and what they hold."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, OperationPage
from callsheet.checks.model.subjects import Subject
from callsheet.checks.model.tables import replacing
from callsheet.checks.parsing.words import is_message, is_request, is_request_line, is_response
from callsheet.checks.rule import Diagnostic, Example, operation_rule, page_rule
from callsheet.findings import Severity
from callsheet.model import ExampleRequest, ExampleResponse, SectionKind
from callsheet.source.document import Block, BlockKind
from callsheet.source.messages import label_of
from callsheet.source.sections import RawSection


@Example("Changes what is known", '```\n{"Label": "Glasses"}\n```\n\nChanges what is known')
@page_rule(
    code="CS502",
    name="unlabelled-fence",
    in_any_layout=False,
    severity=Severity.NOTE,
    summary="A fence has no label.",
    cause=(
        "The label after the backticks chooses the colours, and says to the page format what a "
        "fence is. Without one, the language is guessed or there are no colours."
    ),
    hint="Write the language after the backticks, such as `json`, or `text` where it has none.",
    superseded_on_line_by=("unclosed-block",),
    subject=Subject.UNUSUAL_FORM,
)
def _unlabelled_fences(page: CheckedPage) -> Iterator[Diagnostic]:
    for block in page.document.blocks:
        # Another rule reports fences that look like messages.
        is_bare = block.kind is BlockKind.FENCE and not block.info and block.closed
        if is_bare and not is_message(block.text):
            yield Diagnostic(page.whole_line(block.span.start), "The fence has no label.")


_EXAMPLES = {SectionKind.EXAMPLE_REQUEST, SectionKind.EXAMPLE_RESPONSE}
_OPENING = re.compile(
    r"[ ]{0,3}(?:`{3,}|~{3,}+)[ \t]*+(?P<info>(?:[^` \t\n]++|[ \t]++(?!$))*+)[ \t]*$"
)


@Example("```http!\n", "```http\n")
@Example("```http_\n", "```\n")
@Example("```http!\n", "```json\n")
@operation_rule(
    code="CS503",
    name="example-label",
    severity=Severity.ERROR,
    summary="A fence holds an HTTP message, and its label says otherwise.",
    cause=(
        "The label makes a fence an example: `http!` a sample request, `http_` a sample response, "
        "and `http` the route or query examples. Under any other label it is text, and the page "
        "has no example."
    ),
    hint="Write the label of what the fence holds.",
    subject=Subject.UNUSUAL_FORM,
    applies_to_imports=False,
)
def _mislabelled_fences(page: OperationPage) -> Iterator[Diagnostic]:
    before: RawSection | None = None
    for section in page.sections:
        in_query = _is_in_query(section, before)
        before = section
        for block in section.blocks:
            if block.kind is BlockKind.FENCE:
                wanted = _wanted_label(section, block, in_query=in_query)
                if wanted and wanted != label_of(block):
                    yield _wrong_label(page, block, wanted)


def _is_in_query(section: RawSection, before: RawSection | None) -> bool:
    """Tell whether a section is that of the query, or one that a wrong label cut off from it."""
    if section.kind is SectionKind.QUERY:
        return True
    cut_off = section.kind in _EXAMPLES and not section.title
    return cut_off and before is not None and before.kind is SectionKind.QUERY


def _wanted_label(section: RawSection, block: Block, *, in_query: bool) -> str | None:
    """Return the label for the content of a fence; None if any will do."""
    text = block.text
    if in_query:
        return "http" if is_request_line(text) and not is_request(text) else None
    if is_response(text):
        return "http_"
    # The route is a request line, too, and so are the calls that a description shows.
    if is_request(text) or (section.kind in _EXAMPLES and is_request_line(text)):
        return "http!"
    return None


def _wrong_label(page: OperationPage, block: Block, wanted: str) -> Diagnostic:
    line = block.span.start
    what = {"http": "query examples", "http!": "a sample request", "http_": "a sample response"}
    label = f"the label `{block.info}`" if block.info else "no label"
    message = f"The fence has {label} and holds {what[wanted]}, whose label is `{wanted}`."
    match = _OPENING.match(page.line(line))
    if not match:
        return Diagnostic(page.whole_line(line), message)
    fix = replacing(page.matched(line, match, "info"), wanted)
    return Diagnostic(page.whole_line(line), message, fix=fix)


_LABELS = {SectionKind.EXAMPLE_REQUEST: "http!", SectionKind.EXAMPLE_RESPONSE: "http_"}
_READ = {"http", "http!", "http_"}


@Example(
    "```http_\nHTTP/1.1 200 OK\nContent-Type: application/json; charset=utf-8\n"
    "Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT\n\n",
    "```json\n",
)
@operation_rule(
    code="CS534",
    name="unread-example",
    summary="A section for an example has no HTTP message.",
    cause=(
        "An example is a message as HTTP/1.1 has it, in a fence `http!` or `http_`. A body alone, "
        "in a fence such as `json`, is text: nobody knows what it is sent to or what status it "
        "comes back with, so that it is held against no table and makes no sample."
    ),
    hint="Write the message with its first line and its header fields.",
    subject=Subject.UNUSUAL_FORM,
)
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


@Example(
    "```http_\nHTTP/1.1 200 OK\n",
    '```http_ title="Gone"\nHTTP/1.1 404 Not Found\n```\n\n'
    '```http_ title="Gone"\nHTTP/1.1 404 Not Found\n```\n\n'
    "```http_\nHTTP/1.1 200 OK\n",
)
@operation_rule(
    code="CS535",
    name="example-name-twice",
    summary="Two example requests, or two example responses, have the same name.",
    cause=(
        "A request and a response of one name belong together, and readers choose among the "
        "requests by their names. Of two that share one, nobody can say which is meant, unless "
        "their statuses or media types differ."
    ),
    hint="Give each a name of its own.",
    subject=Subject.UNUSUAL_FORM,
)
def _repeated_example_names(page: OperationPage) -> Iterator[Diagnostic]:
    requests, responses = page.operation.example_requests, page.operation.example_responses
    # In each media type a name may be that of the same example, and of each status that of its own.
    sent = (((each.name, each.header("Content-Type")), each) for each in requests)
    yield from _repeated_name(page, sent, "request")
    answered = (((each.name, each.status, each.header("Content-Type")), each) for each in responses)
    yield from _repeated_name(page, answered, "response")


def _repeated_name(
    page: OperationPage,
    examples: Iterable[tuple[object, ExampleRequest | ExampleResponse]],
    what: str,
) -> Iterator[Diagnostic]:
    first: dict[object, ExampleRequest | ExampleResponse] = {}
    for key, example in examples:
        other = first.setdefault(key, example) if example.name else example
        if other is not example:
            place = page.find(example.span.start, example.name)
            message = f"`{example.name}` is the name of another example {what} already."
            related = page.related(other.span.start, "the first one")
            yield Diagnostic(place, message, related=(related,))
