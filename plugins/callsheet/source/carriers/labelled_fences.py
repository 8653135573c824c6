"""Fences with a route, and labels above what is sent and returned: `Body:`, `Response:`."""

from collections.abc import Iterator
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import Span
from callsheet.source.carriers.routes.patterns import EACH_METHOD, is_route
from callsheet.source.document import Block, BlockKind

_LABEL = re.compile(
    r"^(?P<label>(?:(?:Request|Response|Query|URL|Path|Form|Success|Error) )?"
    r"(?:Headers?|Body|Data|Params|Parameters|Payload|Response|Request|Returns)"
    r"(?: \(?[1-5]\d\d\b[^:\n]{0,40})?):[ \t]*+(?P<rest>$|(?=[{\[]))",
    re.MULTILINE | re.IGNORECASE,
)
_SENT = ("body", "data", "request", "request body", "payload")


def is_labelled(block: Block) -> bool:
    """Tell whether a fence begins with a route and has such labels below it."""
    return EACH_METHOD.match(block.text) is not None and (
        _LABEL.search(block.text) is not None and is_route(block.text.partition("\n")[0].strip())
    )


def parts_of_fence(block: Block) -> Iterator[Block]:
    """Yield its route, and what is below each label after a paragraph with that label."""
    labels = [*_LABEL.finditer(block.text)]
    head = block.text[: labels[0].start()]
    first = block.span.start + 1
    route, _, headers = head.partition("\n")
    yield replace(block, text=f"{route}\n", span=Span(first - 1, first))
    ends = [*(label.start() for label in labels[1:]), len(block.text)]
    for label, end in zip(labels, ends, strict=True):
        line = first + block.text.count("\n", 0, label.start())
        content = block.text[label.end() : end].rstrip()
        text = content.lstrip("\n")
        start = first + block.text.count("\n", 0, end - len(block.text[label.end() : end].lstrip()))
        span = Span(start - 1, start + text.count("\n"))
        yield Block(BlockKind.PARAGRAPH, Span(line, line), f"**{label['label']}:**")
        if text.startswith(("- ", "* ")):
            yield Block(BlockKind.OTHER, replace(span, start=start), text)
        elif text and headers.strip() and label["label"].lower() in _SENT:
            # The whole request, each line where it is on the page.
            blank = "\n" * (start - first - head.count("\n"))
            whole = Span(block.span.start, span.end)
            yield replace(block, text=f"{head}{blank}{text}\n", span=whole, info="http")
        elif text:
            yield replace(block, text=f"{text}\n", span=span, info="")
