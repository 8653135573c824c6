"""Words of a shell command, as a POSIX shell splits them."""

from callsheet import lazy_re as re

_WORD = re.compile(r"((?:[^\s'\"\\]++|'[^']*+'|\"(?:[^\"\\]++|\\.)*+\"|\\.)++)\s*+", re.DOTALL)
_PART = re.compile(
    r"(?P<plain>[^'\"\\]++)|'(?P<single>[^']*+)'|\"(?P<double>(?:[^\"\\]++|\\.)*+)\"|\\(?P<sign>.)",
    re.DOTALL,
)
_ESCAPED = re.compile(r"\\([\"\\])")


def shell_words(text: str) -> list[str]:
    """Split a command into words, without quotation marks and backslashes.

    Raises:
        ValueError: A quotation mark is open, or a backslash ends the text.
    """
    words = []
    position = len(text) - len(text.lstrip())
    while match := _WORD.match(text, position):
        position = match.end()
        word = match[1]
        if "'" in word or '"' in word or "\\" in word:
            word = "".join(map(_content, _PART.finditer(word)))
        words.append(word)
    if text[position:].strip():
        raise ValueError(f"No word begins at {position}.")
    return words


def _content(match: re.Match[str]) -> str:
    if match["double"] is not None:
        return _ESCAPED.sub(r"\1", match["double"])
    return match["plain"] or match["single"] or match["sign"] or ""
