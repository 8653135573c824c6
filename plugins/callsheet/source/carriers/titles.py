"""What headings mean, and lines that introduce a table, a list or an example."""

from collections.abc import Sequence
from functools import lru_cache

from callsheet import lazy_re as re
from callsheet.model import SectionKind
from callsheet.source.carriers.row_words import TYPED_NAME
from callsheet.source.carriers.statuses import begins_with_status, bold_status
from callsheet.source.document import Block, BlockKind
from callsheet.source.layouts.layout import Layout

_ATTRIBUTES = re.compile(r"(?<!\s)\s*+\{#[^{}]*+\}\s*+$")
_PICTURE = re.compile(r"^[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?[ ]+")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?[ ]")
"""The number of a section: `2.1 Request details`."""

_MAX_LABEL = 300
_MAX_LINE = 120
_VERB = re.compile(
    r"(?:list|get|create|update|delete|retrieve|add|remove|set|show|edit|fetch|read|modify|search"
    r"|find|bulk|batch|replace|reset|return(?! values?| types?)|request an?"
    r"|upload|download)\b(?! \w+:$)",
    re.IGNORECASE,
)
"""Begins the name of an operation, whatever word of a section follows: `List attributes`."""

REMARKS = re.compile(
    r"(?:remarks?|see also|known issues|limitations|caveats|troubleshooting|next steps"
    r"|[^\n]{0,40} examples?)$",
    re.IGNORECASE,
)
"""Sections that mention routes, which other sections or pages document: `Paging example`."""

_STATUS = re.compile(r"[1-5]\d\d\b")


@lru_cache(maxsize=4096)
def heading_text(text: str) -> str:
    """Return the text of a heading without its attributes and marks."""
    plain = _ATTRIBUTES.sub("", text).strip().strip("# :")
    for mark in "*`*":
        # Marks around a part of it, as in "List `boats`", stay.
        inner = plain.strip(mark)
        if mark not in inner:
            plain = inner.strip("# :")
    return _PICTURE.sub("", plain.strip())


@lru_cache(maxsize=4096)
def meaning_of(text: str, layout: Layout) -> SectionKind | None:
    """Return the section that a heading or a line introduces; None for any other one."""
    plain = heading_text(text).replace("`", "").strip("*_")[:_MAX_LABEL]
    plain = _NUMBER.sub("", plain, count=1)
    return next((kind for kind, pattern in layout.sections if pattern.search(plain)), None)


def is_section_name(block: Block, layout: Layout) -> bool:
    """Tell whether a heading names a part of an operation, and not an operation."""
    text = heading_text(block.text)
    if _VERB.match(text):
        return False
    if _STATUS.match(text) or REMARKS.match(text) or text.lower().startswith("example"):
        return True
    return len(text.split()) <= 6 and meaning_of(text, layout) is not None


@lru_cache(maxsize=4096)
def label_meaning(text: str, layout: Layout) -> SectionKind | None:
    """Return what a line means that introduces a table, list or example."""
    plain = heading_text(text).replace("`", "").strip("_")[:_MAX_LABEL]
    found = (kind for kind, pattern in layout.labels if pattern.search(plain))
    meaning = meaning_of(text, layout)
    return next(found, meaning) if meaning in (None, SectionKind.OTHER) else meaning


def last_label(texts: Sequence[str], layout: Layout) -> SectionKind | None:
    """Return what the end of texts is about, by the words of lines that introduce something."""
    end = " ".join(texts)[-_MAX_LABEL:]
    found = ((match.start(), kind) for kind, p in layout.labels for match in p.finditer(end))
    return max(found, default=(0, None))[1]


def label_of_block(block: Block, *, introduces: bool = False) -> str:
    """Return the line of a paragraph that introduces the block after it; else nothing.

    Args:
        block: The paragraph.
        introduces: Whether something else than a heading follows.
    """
    if block.kind is not BlockKind.PARAGRAPH or block.text.startswith("<!--"):
        return ""
    if block.text[:1] in ("*", "`") and TYPED_NAME.match(block.text):
        return ""
    last = block.text.rstrip().rpartition("\n")[2].strip()
    first = block.text.lstrip("> ")
    is_bold = first[:2] == "**" and first.rstrip()[-2:] == "**"
    if last.endswith((":", ":**", ":__", ":_", ":*", "\uff1a")) or is_bold:
        return block.text[-_MAX_LABEL:].rpartition(". ")[2].rpartition("\u3002")[2]
    if titled := bold_status(block.text):
        return titled
    if introduces and len(block.text) <= _MAX_LINE and "\n" not in block.text.strip():
        return block.text
    return block.text.partition("\n")[0] if begins_with_status(block.text) else ""
