"""Sections in the items of a list, `* **Data params**`, as headings with what is in them below."""

from collections.abc import Iterator, Sequence

from callsheet import lazy_re as re

_LABEL = re.compile(
    r"[-*+][ \t]{1,4}(?:\*\*|__)(?P<label>[A-Za-z][A-Za-z /-]{1,40}?)(?:[ ]?:)?"
    r"(?:\*\*|__):?[ \t]*+$"
)
_SECTION = re.compile(
    r"(?:(?:url|uri|path|query|data|body|form|json|request|response|success|error|sample|example)"
    r"[ -])*(?:params?|parameters|headers?|body|query|data|payload|responses?|calls?)",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"[-*+][ \t]{1,4}[*_`]{1,3}(?P<label>[1-5]\d\d\b[^*_`\n]{0,60})[*_`]{1,3}"
    r"(?P<about>[^\n]{0,200}+)$"
)
_MARKED_ITEM = re.compile(r"^[-*+][ \t]{1,4}(?:\*\*|__|[*_`]{1,3}[1-5])", re.MULTILINE)
"""What all such items begin with, which most pages have nowhere."""

_EMPTY = re.compile(
    r"<(?:(?P<name>h[1-6]|div|p|span|section)\b[^<>]*></(?P=name)|[bh]r[ ]?/?)>[ \t]*+$",
    re.IGNORECASE,
)
_FENCE = re.compile(r"[ \t]*(?P<mark>`{3,}|~{3,})")
_HEADING = "###### "


def has_sections(lines: Sequence[str]) -> bool:
    """Tell whether lines have sections in items, or empty elements that hide the line below."""
    text = "\n".join(lines)
    has_items = _MARKED_ITEM.search(text) is not None
    has_elements = "></" in text or "<br" in text or "<hr" in text
    return (has_items and any(label_of(lines, n) for n in range(len(lines)))) or (
        has_elements and any(map(_hides, lines))
    )


def without_items(lines: Sequence[str]) -> Iterator[str]:
    """Yield a line for each line: a heading for such an item, and its content to the left."""
    inner: int | None = -1
    fence = ""
    for number, line in enumerate(lines):
        if not line.strip():
            yield line
            continue
        indent = _indent(line)
        if not fence and indent == 0:
            inner = -1
            if label := label_of(lines, number):
                inner = None
                yield f"{_HEADING}{label}"
                continue
            if _hides(line):
                yield ""
                continue
        if inner is None:
            inner = indent
        text = line.expandtabs(4)[min(indent, inner) :] if inner > 0 else line
        if fence:
            is_end = text.strip().startswith(fence) and not text.strip().strip(fence[0])
            fence = "" if is_end else fence
        elif opened := _FENCE.match(text):
            fence = opened["mark"]
        yield text


def label_of(lines: Sequence[str], number: int) -> str:
    """Return the title of the section that an item begins, which may be a status with a fence."""
    line = lines[number]
    if line[:1] not in ("-", "*", "+"):
        return ""
    if match := _LABEL.match(line):
        return match["label"] if _SECTION.fullmatch(match["label"]) else ""
    following = "".join(lines[number + 1 : number + 3]).lstrip()
    if following.startswith(("```", "~~~")) and (match := _STATUS.match(line)):
        return f"{match['label']}{match['about']}"
    return ""


def _hides(line: str) -> bool:
    """Tell whether a line is an empty element, which in CommonMark takes in the next lines."""
    return line[:1] == "<" and _EMPTY.match(line) is not None


def _indent(line: str) -> int:
    text = line.expandtabs(4)
    return len(text) - len(text.lstrip(" "))
