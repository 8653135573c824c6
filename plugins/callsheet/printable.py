"""Escaping of untrusted text for terminals and logs.

Control characters (C0, DEL, C1), those that change the direction of text, and line separators are
escaped. So are commands for GitHub Actions, which runners execute when they are in a log.
"""

import unicodedata
from functools import cache

from callsheet import lazy_re as re

_TAB = "    "
_JOINERS = "\u200c\u200d"
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# Workflow commands, https://docs.github.com/actions/reference: at the beginning of a line, and, in
# an older form that runners still take, anywhere in it.
_COMMAND = re.compile(r"^(\s*):(?=:)")
_OLD_COMMAND = "##["


def visible(text: str) -> str:
    """Escape a text for one line."""
    shown = text if text.isascii() and text.isprintable() else "".join(map(_shown, text))
    return shown.replace(_OLD_COMMAND, r"#\x23[")


def printable(text: str) -> str:
    """Escape a text of several lines."""
    lines = (_COMMAND.sub(r"\1\\x3a", visible(line)) for line in text.split("\n"))
    return "\n".join(lines)


def printable_json(document: str) -> str:
    """Write such characters in a JSON document as its escapes (RFC 8259, 7)."""
    # `json` has escaped all other ASCII controls itself, so most documents need no loop.
    if document.isascii() and "\x7f" not in document:
        return document
    return "".join(map(_in_json, document))


def printable_xml(document: str) -> str:
    """Write such characters in an XML document as references (XML 1.0, 4.1)."""
    return "".join(map(_in_xml, document))


@cache
def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _UNSAFE and character not in _JOINERS


def _shown(character: str) -> str:
    if character == "\t":
        return _TAB
    if _is_unsafe(character):
        return character.encode("unicode_escape").decode("ascii")
    return character


def _in_json(character: str) -> str:
    # Beyond the basic plane, JSON escapes are pairs.
    if character != "\n" and _is_unsafe(character):
        units = character.encode("utf-16-be", "surrogatepass")
        return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
    return character


def _in_xml(character: str) -> str:
    unsafe = character not in "\n\t" and _is_unsafe(character)
    return f"&#{ord(character)};" if unsafe else character
