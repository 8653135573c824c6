"""The titles of operations: what an operation does, in words, where its page says so."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from callsheet import lazy_re as re
from callsheet.catalog.catalog import Group
from callsheet.memo import cached
from callsheet.model import Operation

MAX_TITLE = 120
"""Characters of a title that is made of a summary; a longer sentence is cut after a clause."""

MAX_ALIKE = 3
"""Operations of a group with the same method that may have the same summary as their title."""

_MIN_WORDS = 2
_MIN_CLAUSE = 4
_MARKUP = re.compile(r"\[\^[^\[\]]*\]|<[^<>]*>|[`*_]{1,3}(?=\S)|(?<=\S)[`*_]{1,3}(?!\w)|[<>]")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()]++|\([^()]*+\))*+\)|\[[^\[\]]*\])")
# A link without a text goes by what it leads to, so that no sentence ends before its object.
_AUTOLINK = re.compile(r"<(?:xref:|(?=https?:))([^<>?\s]++)[^<>]*>")
_LINKED = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"`|\*\*|(?<!\s)\s++#++$|(?<!\s)\s*+\{[#:.][^{}]*\}$")
_BEFORE_POINT = re.compile(r" (?=[.,;:!?)](?:\s|$))")
_METHOD = re.compile(r"(?:DEL|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT)\s+")
_PARAMETER = re.compile(r"\{[^{}]*\}")
# An abbreviation ends with a point, too.
_SENTENCE_END = re.compile(
    r"(?<!\be\.g)(?<!\bi\.e)(?<!\betc)(?<!\bvs)(?<!\bNo)[.!?](?=\s+[^\sa-z]|\s*$)"
)
_AFTER_SENTENCE = re.compile(
    r"(?:[.!]|(?<=[!?]))(?=\s|\Z)[ \t]*\n?|(?<![ \t])[ \t]*+(?=\n[^\S\n]*+\n|\s*+\Z)"
)
_CLAUSE_END = re.compile(r"(?<!\s)\s*+(?:[,;:(]|(?<=\s)[\u2013\u2014-])\s")
# A clause that begins so says only when or for what something happens.
_SUBORDINATE = re.compile(
    r"(?:after|although|as|because|before|by|during|for|from|given|if|in|on|once|since|to|unless"
    r"|until|when|where|while|with|without)\b",
    re.IGNORECASE,
)
# Letters of languages without spaces between words: kana, and Chinese characters.
_UNSPACED = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_ADDRESS = re.compile(r"\A(?:https?:|/)|\A[^\s/]++/\S++\Z")


_Key = tuple[str, str, str]
"""The group, the method and the title of an operation."""


class TitleStyle(StrEnum):
    """Where titles of operations come from: their summary, route, or the title of their page."""

    SUMMARY = "summary"
    ROUTE = "route"
    PAGE = "page"


class Titles:
    """The titles of the operations of a site.

    Args:
        style: What operations are called by.
        groups: The groups of the site; a title that many operations of a group share is none.
    """

    def __init__(
        self, style: TitleStyle = TitleStyle.SUMMARY, groups: Iterable[Group] = ()
    ) -> None:
        self.style = style
        # By identity: to hash an operation takes as long as to make a title.
        self._keys = {id(each): (each, _key(each)) for group in groups for each in group.operations}
        keys = Counter(key for _, key in self._keys.values() if key)
        self._shared = {key for key, count in keys.items() if count > 1}
        self._common = {key for key, count in keys.items() if count > MAX_ALIKE}
        self._known: dict[int, _Names] = {}

    def of(self, operation: Operation) -> str:
        """Return the heading of the page of an operation."""
        return self._names(operation).heading

    def label(self, operation: Operation) -> str:
        """Return what an operation is called next to its method: its title, without the method.

        Where others of its group have the same one, the title of its page follows, or its route.
        """
        return self._names(operation).label

    def words(self, operation: Operation) -> str:
        """Return a title that says what the operation does, whatever the style; empty for none."""
        return self._names(operation).words

    def _names(self, operation: Operation) -> "_Names":
        # A site asks for each many times.
        if (known := self._known.get(id(operation))) is None:
            _, key = self._keys.get(id(operation)) or (operation, _key(operation))
            is_common = key in self._common and not is_in_words(operation)
            words = key[2] if key and not is_common else ""
            heading, label = self._heading(operation, words), self._label(operation, words, key)
            known = self._known[id(operation)] = _Names(operation, words, heading, label)
        return known

    def _heading(self, operation: Operation, words: str) -> str:
        if self.style is TitleStyle.ROUTE:
            return operation.signature
        own = operation.sections[0].title or operation.title
        if self.style is TitleStyle.PAGE or _says_words(own, operation.route_or_name):
            return own
        return words or own

    def _label(self, operation: Operation, words: str, key: _Key | None) -> str:
        if self.style is TitleStyle.ROUTE:
            return operation.route_or_name
        if self.style is TitleStyle.PAGE or not words:
            return page_label(operation)
        if key in self._shared:
            named = page_label(operation)
            return f"{words} ({named if named != words else operation.route_or_name})"
        return words


class _Names(NamedTuple):
    """What an operation is called: `Titles.words`, its heading, and its label."""

    operation: Operation
    words: str
    heading: str
    label: str


def page_label(operation: Operation) -> str:
    """Return the title that the page gives itself, without its method and without markup."""
    title = _METHOD.sub("", operation.title) or operation.title
    return plain_title(title)


def plain_title(title: str) -> str:
    """Return a heading as a reader sees it, without the marks of Markdown."""
    return _MARKS.sub("", _LINKED.sub(r"\1", title))


def is_in_words(operation: Operation) -> bool:
    """Tell whether the title of a page says in words what the operation does, not its route."""
    return _says_words(operation.title, operation.route_or_name)


@lru_cache(maxsize=4096)
def _says_words(title: str, route: str) -> bool:
    label = _METHOD.sub("", title)
    named = _PARAMETER.sub("", label).strip("/ ")
    if _UNSPACED.search(named):
        return named not in route and not _ADDRESS.search(label)
    if " " not in named or named in _PARAMETER.sub("", route) or _ADDRESS.search(label):
        return False
    return len(_WORD.findall(label)) >= _MIN_WORDS


def plain_summary(operation: Operation) -> str:
    """Return the summary without links and other markup."""
    return plain(operation.summary)


@cached(4096)
def plain(text: str) -> str:
    """Return a line of Markdown without links and other markup."""
    named = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    words = " ".join(_MARKUP.sub(" ", named).split())
    return _BEFORE_POINT.sub("", words)


@lru_cache(maxsize=4096)
def summary_title(summary: str) -> str:
    """Return the title that a summary makes: its first sentence; empty where that is no good one.

    A good one has two words or more, is neither an address nor the introduction to a list, and is
    short, or short as far as its first clauses go.
    """
    text = first_sentence(plain(summary))
    if len(text) > MAX_TITLE:
        text = _first_clauses(text)
    if len(_WORD.findall(text)) < _MIN_WORDS or text.endswith(":") or _ADDRESS.search(text):
        return ""
    if _METHOD.match(text) and "/" in text:
        return ""
    return text[0].upper() + text[1:] if text[:2].isalpha() and text[:2].islower() else text


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, without the point at its end."""
    match = _SENTENCE_END.search(text)
    return text[: match.start() + (match.group() != ".")].rstrip() if match else text


def without_sentence(text: str, sentence: str) -> str:
    """Return Markdown without a sentence at its beginning, which stands elsewhere; else all of it.

    A sentence with markup stays, since it says more.
    """
    # Word by word, since an expression for each sentence takes longer to compile than to match.
    place = 0
    for number, word in enumerate(sentence.split()):
        start = place
        while place < len(text) and text[place].isspace():
            place += 1
        end = place + len(word)
        if (number and place == start) or text[place:end].lower() != word.lower():
            return text
        place = end
    match = _AFTER_SENTENCE.match(text, place)
    return text[match.end() :] if match else text


def short_title(title: str) -> str:
    """Return a title for a narrow list: up to its first comma or colon, if four words remain."""
    match = _CLAUSE_END.search(title)
    if match is None or _SUBORDINATE.match(title):
        return title
    start = title[: match.start()]
    return start if len(_WORD.findall(start)) >= _MIN_CLAUSE else title


def _first_clauses(text: str) -> str:
    if _SUBORDINATE.match(text):
        return ""
    ends = [match.start() for match in _CLAUSE_END.finditer(text[:MAX_TITLE])]
    starts = (text[:end] for end in reversed(ends))
    return next((start for start in starts if len(_WORD.findall(start)) >= _MIN_CLAUSE), "")


def _key(operation: Operation) -> _Key | None:
    """Return the key that operations with the same title share; None for other titles."""
    if is_in_words(operation):
        return operation.group, operation.method, page_label(operation)
    words = summary_title(operation.summary)
    return (operation.group, operation.method, words) if words else None
