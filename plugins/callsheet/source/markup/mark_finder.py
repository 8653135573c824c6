"""Finds the marks of other tools in the lines of a page, outside of code."""

from collections.abc import Iterator, Sequence

from callsheet import lazy_re as re
from callsheet.source.markup.highlight import (
    END_OF_HIGHLIGHT,
    HIGHLIGHT,
    HIGHLIGHT_FENCE,
    last_highlight,
)
from callsheet.source.markup.marks import Mark, MarkedLine, Piece
from callsheet.source.markup.names import ROLES
from callsheet.source.masking import code_spans

_TEXT = r"(?:\"[^\"]*+\"|'[^']*+')"
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
_PROP = rf"\s++(?:[A-Za-z_:][\w:.-]*+(?:\s*+=\s*+(?:{_TEXT}|{_BRACES}))?+|\{{\.\.\.[^{{}}]*+\}})"
_TAG = re.compile(
    rf"<(?P<end>/)?(?P<name>[A-Z][a-zA-Z0-9.]*+|aside|details)(?P<props>(?:{_PROP})*+)\s*+(?P<void>/)?>"
)
_HUGO = re.compile(
    r"\{\{(?P<sign>[<%])\s*+(?P<end>/)?\s*+(?P<name>(?:[./-]*+\w++)++)"
    r"(?P<props>(?:[^{}\"'`>%/]|\"[^\"]*+\"|`[^`]*+`|'[^']*+'|[/'>%](?!\}\}))*+)(?P<void>/)?[>%]\}\}"
)
_TEMPLATE = re.compile(
    r"\{%-?\s*+(?P<end>end)?-?(?P<name>[A-Za-z][\w-]*+)"
    r"(?P<props>(?:[^{}\"'%]|\"[^\"]*+\"|'[^']*+'|%(?!\}))*+)%\}"
)
_DIRECTIVE = re.compile(
    r":::+[ ]?(?:(?P<name>[A-Za-z]+)(?P<stop>-end)?(?P<props>[^\n]*+))?[ \t]*+$"
)
_COMMENT = re.compile(
    r"\{/\*(?:[^*{]|\{(?!/\*)|\*(?!/\}))*+\*/\}|\{#\s(?:[^#{]|\{(?!#)|#(?!\}))*+#\}"
)
_VALUE = re.compile(
    rf"(?P<name>[A-Za-z_][\w-]*+)(?:\s*+[=:]\s*+(?:(?P<quoted>{_TEXT})|\{{(?P<braced>[^{{}}]*+)\}}"
    rf"|(?P<bare>[^\s\"'{{}}]++)))?|(?P<first>{_TEXT}|[^\s\"'{{}}]++)"
)
_SUMMARY = re.compile(r"(?s)\s*+<summary>(?P<title>(?:(?!</summary>).)*+)</summary>(?P<rest>.*+)")
_HTML = re.compile(r"<[^<>]*>|`")
_MAX_SUMMARY = 4
"""On how many lines a summary may be."""
_FENCE = re.compile(
    r"(?P<quote>[ \t>]*+)(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?P<mark>`{3,}|~{3,})(?P<info>[^`\n]*+)$"
)
_ITEM = re.compile(r"[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ \t]")
_IMPORT = re.compile(r"import[ ](?:[\w{}*,\s$]+?[ ]from[ ])?['\"][^'\"\n]+['\"];?[ \t]*+$")
_EXPORT = re.compile(r"export[ ](?:default|const|let|var|function|async)[ ][^\n]*[{=(]")
_LEFT_OUT = re.compile(r"[ \t]*+(?:\[\[_TOC_\]\]|\[TOC\])[ \t]*+$")
_TAG_SIGN = re.compile(r"<[A-Z][a-zA-Z0-9.]*[\s/>]")
_SIGNS = (
    "{{<", "{{%", "{%", "{/*", "{# ", ":::", "\nimport ", "\nexport ", "[[_TOC_", "<aside",
    "<details",
)  # fmt: skip
_PLAIN = re.compile(r"(?!import |export )[A-Za-z|#](?:[^<{:\[]|:(?!::)|\[(?!\[?_?TOC))*+$")
"""A line that is certain to have no mark, to be in no list and to begin no code."""

_LINE_SIGN = re.compile(r"[<{]|:::|^(?:import|export)[ ]|\[(?:\[_)?TOC")
_OPEN = re.compile(r"<(?:[A-Z][\w.]*+|aside|details)(?:\s|$)")
_MAX_LINES = 40
_MAX_LENGTH = 4000
"""How long a mark may be that goes on over several lines."""


def has_marks(text: str) -> bool:
    """Tell whether a text may have any marks."""
    text = f"\n{text}"
    return any(sign in text for sign in _SIGNS) or _TAG_SIGN.search(text) is not None


def find_marks(lines: Sequence[str]) -> list[MarkedLine]:
    """Return the lines of a page as text and marks, which know what ends them."""
    finder = _Finder(lines)
    found = finder.lines()
    for number in finder.marked:
        line = found[number]
        last = line.pieces[-1] if line.pieces else ""
        opened = line.pieces[-2] if isinstance(last, str) and len(line.pieces) > 1 else last
        if isinstance(opened, Mark) and opened.name == "details" and not opened.is_end:
            _take_summary(opened, last if isinstance(last, str) else "", found[number:])
    _pair(mark for number in finder.marked for mark in found[number].marks())
    return found


def _take_summary(mark: Mark, text: str, lines: Sequence[MarkedLine]) -> None:
    """Make the `<summary>` after a mark its title."""
    taken: list[MarkedLine] = []
    for line in lines[1 : _MAX_SUMMARY + 1]:
        if "</summary>" in text or line.is_code or len(line.pieces) != 1:
            break
        if not isinstance(line.pieces[0], str):
            break
        text = f"{text}\n{line.pieces[0]}"
        taken.append(line)
    if match := _SUMMARY.fullmatch(text):
        mark.props = {**mark.props, "title": " ".join(_HTML.sub("", match["title"]).split())}
        for line in taken:
            line.pieces = [Mark("meta", "", mark.line, is_void=True)]
        first = lines[0]
        first.pieces = first.pieces[: first.pieces.index(mark) + 1]
        (taken[-1] if taken else first).pieces += [match["rest"]] if match["rest"].strip() else []


class _Finder:
    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._depth = 0
        self._in_list = False
        self._directives: list[str] = []
        self._last_highlight = last_highlight(lines)
        # The lines on which marks may be.
        self.marked: list[int] = []

    def lines(self) -> list[MarkedLine]:
        found: list[MarkedLine] = []
        fence = ""
        quote = False
        while len(found) < len(self._lines):
            number = len(found)
            line = self._lines[number]
            if fence and quote and not line.lstrip().startswith(">"):
                fence = ""
            if fence:
                ends = line.strip(" \t>") if fence in line else ""
                is_end = ends.startswith(fence) and not ends.strip(fence[0])
                fence = "" if is_end else fence
                found.append(MarkedLine([line], is_code=True, ends_fence=is_end))
            elif not line:
                found.append(MarkedLine([line]))
            elif _PLAIN.match(line):
                self._in_list = False
                found.append(MarkedLine([line]))
            elif match := self._highlight(number):
                found += self._highlighted(number, match["info"])
            elif self._is_indented_code(line):
                found.append(MarkedLine([line]))
            elif match := _FENCE.match(line):
                fence, quote = match["mark"], ">" in match["quote"]
                found.append(MarkedLine([line], is_code=True, fence=match["info"].strip()))
            else:
                self._read_lines(number, found)
        return found

    def _highlight(self, number: int) -> re.Match[str] | None:
        """Return the mark of code that begins on a line, and ends anywhere."""
        if number >= self._last_highlight:
            return None
        # What surrounds a fence only gives it a title.
        is_around = self._lines[number + 1].lstrip().startswith(("```", "~~~"))
        return None if is_around else HIGHLIGHT.match(self._lines[number])

    def _highlighted(self, number: int, info: str) -> Iterator[MarkedLine]:
        """Yield a fence for code between marks."""
        begin = f"{HIGHLIGHT_FENCE}{info}"
        yield MarkedLine([begin], is_code=True, fence=info, is_highlight=True)
        for line in self._lines[number + 1 : self._last_highlight + 1]:
            if END_OF_HIGHLIGHT.match(line):
                yield MarkedLine(
                    [HIGHLIGHT_FENCE], is_code=True, ends_fence=True, is_highlight=True
                )
                return
            yield MarkedLine([line], is_code=True, is_highlight=True)

    def _is_indented_code(self, line: str) -> bool:
        if line.startswith(("    ", "\t")):
            return not self._depth and not self._in_list
        if line.strip() and not line.startswith(" "):
            self._in_list = _ITEM.match(line) is not None
        elif _ITEM.match(line):
            self._in_list = True
        return False

    def _read_lines(self, number: int, found: list[MarkedLine]) -> None:
        """Read a line, and those on which a mark of it goes on."""
        line = self._lines[number]
        start = line.lstrip()
        if not _LINE_SIGN.search(line):
            found.append(MarkedLine([line]))
            return
        self.marked.append(number)
        if _IMPORT.match(line) or _LEFT_OUT.match(line):
            found.append(MarkedLine([Mark("meta", line, number, is_void=True)]))
            return
        if _EXPORT.match(line):
            end = number + 1
            while end < len(self._lines) and self._lines[end].strip():
                end += 1
            found.append(MarkedLine([Mark("meta", line, number, is_void=True, lines=end - number)]))
            found += [MarkedLine([]) for _ in range(number + 1, end)]
            return
        if (match := _DIRECTIVE.match(start)) and (mark := self._directive(match, number)):
            found.append(MarkedLine([line[: len(line) - len(start)], mark]))
            return
        text, count = self._whole(number, start)
        pieces = list(self._pieces(line[: len(line) - len(start)] + text, number))
        found.append(MarkedLine(pieces))
        found += [MarkedLine([]) for _ in range(1, count)]

    def _whole(self, number: int, start: str) -> tuple[str, int]:
        """Return a line with those after it on which a mark at its start goes on."""
        pattern = next((p for sign, p in _BEGINNINGS if start.startswith(sign)), None)
        if pattern is None or pattern.match(start):
            return start, 1
        if start.startswith("<") and not _OPEN.match(start):
            return start, 1
        length, count = len(start), 1
        ends = ">" if start.startswith("<") else "}"
        while number + count < len(self._lines) and count < _MAX_LINES and length < _MAX_LENGTH:
            line = self._lines[number + count]
            length += len(line) + 1
            count += 1
            if not line.strip() and not start.startswith("{"):
                break
            if ends in line:
                text = "\n".join((start, *self._lines[number + 1 : number + count]))
                if pattern.match(text):
                    return text, count
        return start, 1

    def _pieces(self, text: str, number: int) -> Iterator[Piece]:
        if "<" not in text and "{" not in text:
            yield text
            return
        matches = [*_ANY.finditer(text)]
        if not matches:
            yield text
            return
        code = [*code_spans(text)] if "`" in text else []
        position, at, begins = 0, 0, True
        for match in matches:
            while at < len(code) and code[at][1] <= match.start():
                at += 1
            if at < len(code) and code[at][0] < match.start() and code[at][1] >= match.end():
                continue
            begins = begins and not text[position : match.start()].strip()
            mark = self._mark(match[0], number, begins)
            if mark is None:
                continue
            if match.start() > position:
                yield text[position : match.start()]
            mark.lines = match[0].count("\n") + 1
            yield mark
            position = match.end()
        if position < len(text):
            yield text[position:]

    def _mark(self, written: str, number: int, begins: bool) -> Mark | None:
        if _COMMENT.fullmatch(written):
            return Mark("meta", written, number, is_void=True, begins_line=begins)
        for pattern in (_TAG, _HUGO, _TEMPLATE):
            if match := pattern.fullmatch(written):
                groups = match.groupdict()
                name = match["name"].lower()
                props = _props(match["props"])
                is_end, is_void = bool(groups["end"]), bool(groups.get("void"))
                if pattern is _TAG and not (is_end or is_void or props or begins or name in ROLES):
                    # `<Name>` in a text is something to fill in.
                    return None
                self._depth = max(self._depth + (-1 if is_end else 0 if is_void else 1), 0)
                return Mark(name, written, number, props, is_end, is_void, begins_line=begins)
        return None

    def _directive(self, match: re.Match[str], number: int) -> Mark | None:
        name = (match["name"] or "").lower()
        if not name or match["stop"]:
            if not self._directives:
                return None
            self._depth = max(self._depth - 1, 0)
            return Mark(self._directives.pop(), match[0], number, is_end=True)
        rest = match["props"].strip()
        title = rest[1:].partition("]")[0] if rest.startswith("[") else rest
        self._directives.append(name)
        self._depth += 1
        return Mark(name, match[0], number, {"title": title} if "=" not in title else {})


_BEGINNINGS = (
    ("<", _TAG),
    ("{{", _HUGO),
    ("{%", _TEMPLATE),
    ("{/*", _COMMENT),
    ("{#", _COMMENT),
)
_ANY = re.compile(
    "|".join(
        re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)
        for pattern in (_TAG, _HUGO, _TEMPLATE, _COMMENT)
    )
)


def _props(text: str) -> dict[str, str]:
    """Return the attributes of a mark; those without a name by number."""
    found: dict[str, str] = {}
    for match in _VALUE.finditer(text):
        if match["name"] is None:
            found[str(len(found))] = match["first"].strip("\"'")
            continue
        value = match["quoted"] or match["braced"] or match["bare"] or ""
        found[match["name"]] = value.strip().strip("\"'`") if value else "true"
    return found


def _pair(marks: Iterator[Mark]) -> None:
    """Find the end of each mark; one that is not there ends nothing."""
    opened: list[Mark] = []
    by_name: dict[str, int] = {}
    for mark in marks:
        if mark.is_end:
            if not by_name.get(mark.name):
                continue
            while (last := opened.pop()).name != mark.name:
                by_name[last.name] -= 1
            by_name[mark.name] -= 1
            last.pair, mark.pair = mark, last
        elif not mark.is_void and mark.name != "meta":
            opened.append(mark)
            by_name[mark.name] = by_name.get(mark.name, 0) + 1
