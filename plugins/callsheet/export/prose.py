"""Prose of an operation: its summary, its description and its link to more."""

from callsheet import lazy_re as re
from callsheet.model import Operation, SectionKind

_DESCRIBED = frozenset(
    {
        SectionKind.PATH,
        SectionKind.QUERY,
        SectionKind.HEADERS,
        SectionKind.RESPONSE,
        SectionKind.RESPONSE_BODY,
    }
)
"""Sections whose text is part of the operation's description."""

SEE_ALSO = "See also"
"""Text of a link to further documentation that has no name."""

_MAX_TITLE = 80
_MAX_WORDS = 12

_LINK = re.compile(r"(?:\A|\n\n)(?P<about>[^\n<>]{1,200}): <(?P<url>https?://[^\s<>]+)>\s*\Z")


def can_be_title(summary: str) -> bool:
    """Tell whether a summary is short enough for the title of a page."""
    is_short = len(summary) <= _MAX_TITLE and len(summary.split()) <= _MAX_WORDS
    return is_short and ". " not in summary


def says_none(operation: Operation, key: str) -> bool:
    """Tell whether the front matter has a key without a value: the operation has no such thing."""
    return operation.front_matter.get(key) in ("", [])


def summary_of(operation: Operation) -> str:
    """Return the summary; empty for a page that has nothing but its route to say."""
    is_none = operation.summary == operation.signature
    return "" if is_none or says_none(operation, "summary") else operation.summary


def without_link(text: str) -> tuple[str, dict[str, str]]:
    """Split off the link to further documentation that a text may end with (4.8.11)."""
    match = _LINK.search(text)
    if match is None:
        return text, {}
    about = {} if match["about"] == SEE_ALSO else {"description": match["about"]}
    return text[: match.start()], {"url": match["url"], **about}


def description_of(operation: Operation) -> str:
    """Return the page's prose: the description, and the text of sections without a field for it."""
    parts = [text.markdown for text in operation.description]
    # "OK" below the heading of a response repeats the description of its only status.
    known = {status.description for status in operation.statuses}
    for section in operation.sections[1:]:
        prose = [text.markdown for text in section.prose]
        if section.kind is SectionKind.RESPONSE:
            prose = [text for text in prose if text not in known]
        if section.kind is SectionKind.OTHER:
            parts += [f"## {section.title}"] if section.title else []
        # The headings of all other sections are those of the page, and not of its text.
        if section.kind is SectionKind.OTHER or section.kind in _DESCRIBED:
            parts += prose
    return "\n\n".join(parts)
