"""Which JSON without a label is sent, and which is not a message of its operation at all."""

from collections.abc import Collection, Sequence

from callsheet import lazy_re as re
from callsheet.model import SectionKind
from callsheet.source.carriers.exchanges import OF_REQUEST, Exchanges
from callsheet.source.carriers.resources import names_of
from callsheet.source.carriers.titles import last_label
from callsheet.source.document import Block
from callsheet.source.layouts.layout import Layout

_SENDING = ("POST", "PUT", "PATCH")
_OF_ANSWERS = frozenset(
    {"success", "status", "code", "message", "msg", "error", "errors", "data", "result", "results",
     "ok", "id", "_id", "uuid", "created_at", "createdAt", "updated_at", "updatedAt"}
)  # fmt: skip
"""Names in JSON that is as likely returned as sent."""

_TITLE = re.compile(r"\btitle=\"(?P<title>[^\"\n]{1,100})\"")
_COMMENT = re.compile(r"\s*+//[ \t]*+(?P<title>[A-Z][A-Za-z ]{2,40}):?[ \t]*+\n(?=\s*+[{\[])")
"""A comment above JSON that says what it is: `// Request`."""

_OTHER_PROTOCOL = re.compile(r"json-?rpc|websocket|graphql|grpc", re.IGNORECASE)


def is_body(block: Block, kind: SectionKind | None, heading: str, rows: Collection[str]) -> bool:
    """Tell whether JSON by itself is sent, as the text or the rows around it say.

    Args:
        block: The fence.
        kind: The section that it is in.
        heading: The title of that section.
        rows: The names of what is sent.
    """
    if kind in OF_REQUEST:
        return True
    if kind not in (None, SectionKind.PARAMETERS, SectionKind.OTHER):
        return False
    return "request" in heading.lower() or (bool(rows) and names_of(block.text) <= {*rows})


def is_sent(
    block: Block, method: str, texts: Sequence[str], shown: Exchanges, layout: Layout
) -> bool:
    """Tell whether JSON of which no section says it is sent, by the paragraphs above it.

    The first JSON of an operation is sent where nothing says that it is returned.

    Args:
        block: The fence.
        method: The method of the operation.
        texts: The paragraphs below the last heading.
        shown: The messages before it.
        layout: The layout.
    """
    if last_label(texts[-2:], layout) in OF_REQUEST:
        return True
    names = names_of(block.text)
    if method not in _SENDING or shown.has_any() or not names.isdisjoint(_OF_ANSWERS):
        return False
    return bool(names) and last_label(texts, layout) is not SectionKind.RESPONSE


def title_of_fence(block: Block) -> str:
    """Return the title of a fence in its label, `json title="Request"`, or in a comment."""
    match = _TITLE.search(block.info) or _COMMENT.match(block.text)
    return match["title"] if match else ""


def is_foreign(title: str) -> bool:
    """Tell whether a title is that of a message of another protocol: `JSON-RPC request`."""
    return _OTHER_PROTOCOL.search(title) is not None
