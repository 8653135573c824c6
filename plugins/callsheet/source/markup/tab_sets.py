"""Tabs without components: headings of DocFX, and fences in several languages."""

from collections.abc import Sequence

from callsheet import lazy_re as re
from callsheet.source.markup.marks import Mark, MarkedLine
from callsheet.source.markup.names import MarkRole

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ ]+\[(?P<title>[^\[\]\n]+)\]\(#tab/[^()\s]*\)[ \t]*$")
_ANY_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*+){3,}+|-{3,}|_{3,})[ \t]*$")
_LANGUAGE = re.compile(r"\{?[ ]?\.?(?P<language>[\w#+.-]*+)(?P<rest>.*)")
_TITLE = re.compile(r"(?:title|filename|label)=(?P<sign>[\"'])(?P<title>[^\"']*)(?P=sign)")
_OPTION = re.compile(
    r"\{[^{}]*\}?|\}|(?<![\w-])[\w-]++=(?:\"[^\"]*\"|'[^']*'|\{[^{}]*\}|\S+)|\b(?:showLineNumbers|wrap|lines)\b"
)


def language_and_title(info: str) -> tuple[str, str]:
    """Return the language of a fence's label, and the title after it."""
    match = _LANGUAGE.match(info)
    assert match is not None, "everything in it is optional"  # noqa: S101
    stated = _TITLE.search(match["rest"])
    title = stated["title"] if stated else _OPTION.sub("", match["rest"]).strip()
    return match["language"], title


def tab_sets(found: Sequence[MarkedLine], *, by_language: bool) -> None:
    """Put marks for tabs around the texts under headings of tabs, and around fences.

    Args:
        found: The lines of a page.
        by_language: Whether fences that follow each other are one example in several languages.
    """
    _of_headings(found)
    _of_groups(found)
    if by_language:
        _of_languages(found)


def _begin(role: MarkRole, title: str = "") -> Mark:
    mark = Mark(role.value, "", 0, {"title": title} if title else {})
    end = Mark(role.value, "", 0, is_end=True, pair=mark)
    mark.pair = end
    return mark


def _end(mark: Mark) -> Mark:
    assert mark.pair is not None, "_begin() has made it"  # noqa: S101
    return mark.pair


def _of_headings(found: Sequence[MarkedLine]) -> None:
    opened: list[Mark] = []
    level = 0
    for line in found:
        text = line.pieces[0] if len(line.pieces) == 1 and not line.is_code else None
        if not isinstance(text, str):
            continue
        if match := _HEADING.match(text):
            if not opened:
                opened.append(_begin(MarkRole.TABS))
                level = text.count("#", 0, text.index("["))
                line.before = [*line.before, opened[0]]
            else:
                line.before = [*line.before, _end(opened.pop())]
            opened.append(_begin(MarkRole.TAB, match["title"].strip()))
            line.before = [*line.before, opened[-1]]
            line.pieces = []
        elif opened and _RULE.match(text):
            line.pieces = []
            line.before = [*line.before, *(_end(mark) for mark in reversed(opened))]
            opened.clear()
        elif opened and _ANY_HEADING.match(text) and _level(text) <= level:
            line.before = [*line.before, *(_end(mark) for mark in reversed(opened))]
            opened.clear()
    if opened:
        found[-1].after = [*found[-1].after, *(_end(mark) for mark in reversed(opened))]


def _level(text: str) -> int:
    return len(text.lstrip()) - len(text.lstrip().lstrip("#"))


def _of_groups(found: Sequence[MarkedLine]) -> None:
    """Make a tab of each fence of a group."""
    groups: list[Mark] = []
    tab: Mark | None = None
    for line in found:
        for mark in line.marks():
            if mark.role is MarkRole.FENCES:
                groups = [] if mark.is_end else [mark]
        if groups and line.fence is not None:
            language, title = language_and_title(line.fence)
            tab = _begin(MarkRole.TAB, title or language or "Example")
            line.before = [*line.before, tab]
        if tab and line.ends_fence:
            line.after = [*line.after, _end(tab)]
            tab = None


def _of_languages(found: Sequence[MarkedLine]) -> None:
    """Make tabs of fences with nothing but blank lines between them, if all languages differ."""
    run: list[tuple[str, MarkedLine, MarkedLine]] = []
    first: MarkedLine | None = None
    for line in [*found, MarkedLine(["end"])]:
        if line.fence is not None:
            first = line
        if line.ends_fence and first is not None:
            run.append((language_and_title(first.fence or "")[0], first, line))
            first = None
        elif not line.is_code and line.has_content:
            _close_run(run)
            run = []


def _close_run(run: Sequence[tuple[str, MarkedLine, MarkedLine]]) -> None:
    languages = {language for language, _, _ in run if language}
    if len(run) < 2 or len(languages) < len(run):
        return
    tabs = _begin(MarkRole.TABS)
    run[0][1].before = [*run[0][1].before, tabs]
    for language, first, last in run:
        tab = _begin(MarkRole.TAB, language)
        first.before = [*first.before, tab]
        last.after = [*last.after, _end(tab)]
    run[-1][2].after = [*run[-1][2].after, _end(tabs)]
