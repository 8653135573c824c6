"""Tabs and notes of MkDocs, whose content is indented, as text that is not."""

from collections.abc import Iterator, Sequence

from callsheet import lazy_re as re

_MARK = re.compile(r"(?P<indent>[ ]*)(?:===[!+]{0,2}|!!!|\?\?\?\+?)[ ]+(?P<rest>[^\n]*)$")
_SIGNS = ("=== ", "!!! ", "??? ", "===!", "===+", "???+")
_TITLE = re.compile(r"\"(?P<title>[^\"]*)\"")
_FENCE = re.compile(r"[ ]*(?P<mark>`{3,}|~{3,})")
_INDENT = 4


def has_indented(lines: Sequence[str]) -> bool:
    """Tell whether lines have tabs or notes."""
    text = "\n".join(lines)
    return any(sign in text for sign in _SIGNS) and any(map(_MARK.match, lines))


def without_indentation(lines: Sequence[str]) -> Iterator[str]:
    """Yield a line for each line: what is in tabs and notes as far left as what is around them.

    The title of a tab becomes a line that introduces what follows; that of a note is left out.
    """
    inner = 0
    fence = ""
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            yield line
            continue
        if not fence:
            while inner and indent < inner:
                inner -= _INDENT
        text = line[min(indent, inner) :]
        if fence:
            fence = (
                "" if text.strip().startswith(fence) and not text.strip(f" {fence[0]}") else fence
            )
        elif opened := _FENCE.match(text):
            fence = opened["mark"]
        elif (mark := _MARK.match(text)) and not mark["indent"]:
            inner += _INDENT
            title = _TITLE.search(mark["rest"])
            yield f"**{title['title']}:**" if title and text.startswith("=") else ""
            continue
        yield text
