"""Walks through the lines of a page with marks, and lets a subclass say what each one becomes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from callsheet import lazy_re as re
from callsheet.source.markup.marks import Mark, MarkedLine
from callsheet.source.markup.names import NOTES, PLACES, SECTIONS, MarkRole

_STATUS = re.compile(r"\b[1-5]\d\d\b")
_HEADING = re.compile(r"[ ]{0,3}(?P<signs>#{1,6})[ \t]")
_TITLES = ("title", "label", "heading", "header", "name", "summary", "value", "0")
_MAX_SUMMARY = 6
"""Lines in which the name of an operation may come after its route."""

_BOX = ("type", "style", "level", "variant", "class", "kind", "status")


@dataclass(slots=True)
class Open:
    """A mark whose end is not reached.

    Attributes:
        mark: The mark.
        inner: How far the lines in it are indented; None before the first one.
    """

    mark: Mark
    inner: int | None = None


class Translator:
    """Turns lines with marks into lines of Markdown.

    Args:
        found: The lines with their marks.
    """

    def __init__(self, found: Sequence[MarkedLine]) -> None:
        self._found = found
        self._pending: list[str] = []
        self._titles: set[int] = set()
        self._level = 1
        self._outer = 0
        self.stack: list[Open] = []

    def lines(self) -> Iterator[list[str]]:
        """Yield what takes the place of each line: a text or a mark each."""
        for line in self._found:
            if not self.stack and not self._pending and line.is_text:
                # Most lines are as they are.
                text = str(line.pieces[0])
                if not line.is_code and (match := _HEADING.match(text)):
                    self._level = len(match["signs"])
                yield [self.fence(text, line.fence) if line.fence is not None else text]
            else:
                yield [*self._line(line)]

    def begin(self, mark: Mark) -> Iterator[str]:
        """Yield the beginnings of a mark."""
        raise NotImplementedError

    def end(self, mark: Mark) -> Iterator[str]:
        """Yield what ends a mark."""
        raise NotImplementedError

    def unknown(self, mark: Mark) -> str:
        """Return what shows a mark that is not known."""
        raise NotImplementedError

    def inline(self, mark: Mark) -> str:
        """Return what takes the place of a mark within a text."""
        raise NotImplementedError

    def text(self, text: str, *, indent: int) -> str:
        """Return a line of text that is indented as far as that."""
        return f"{' ' * indent}{text}" if text else ""

    def fence(self, line: str, info: str) -> str:
        """Return the first line of a fence."""
        return line

    def _line(self, line: MarkedLine) -> Iterator[str]:
        for mark in line.before:
            yield from self._mark(mark)
        if line.is_code:
            yield self._dedented(str(line.pieces[0]), line.fence)
        else:
            yield from self._pieces(line)
        for mark in line.after:
            yield from self._mark(mark)

    def _pieces(self, line: MarkedLine) -> Iterator[str]:
        text, indent, is_first = "", 0, True
        has_pending = bool(self._pending)
        for piece in line.pieces:
            if isinstance(piece, str):
                if is_first:
                    indent = len(piece) - len(piece.lstrip())
                    is_first = bool(not piece.strip())
                text += piece
            elif self._is_inline(piece):
                text += self.inline(piece)
                is_first = False
            elif piece.role is None:
                text += self.unknown(piece)
                is_first = False
            else:
                if text.strip():
                    yield self._dedented(text)
                text = " " * indent
                self._outer = self._outer if self.stack else indent
                yield from self._mark(piece)
        if self._is_hidden():
            return
        if text.strip():
            if match := _HEADING.match(text.lstrip()):
                self._level = len(match["signs"])
            yield self._dedented(text)
        elif has_pending:
            yield self._pending.pop(0)

    def _is_hidden(self) -> bool:
        """Tell whether the text is the title of an operation, which is above it already."""
        return bool(self.stack) and id(self.stack[-1].mark) in self._titles

    @staticmethod
    def _is_inline(mark: Mark) -> bool:
        role = mark.role
        if role in (MarkRole.BADGE, MarkRole.LINK):
            return True
        return not mark.begins_line and role in (MarkRole.GONE, MarkRole.PLAIN)

    def _mark(self, mark: Mark) -> Iterator[str]:
        role = mark.role
        if role is MarkRole.ROUTE and not mark.is_end:
            yield from self._route(mark)
        if mark.is_end:
            while self.stack:
                last = self.stack.pop()
                yield from self.end(last.mark)
                if last.mark is mark.pair:
                    break
        else:
            yield from self.begin(mark)
            if mark.pair:
                self.stack.append(Open(mark))
            elif role is not MarkRole.ROUTE:
                yield from self.end(mark)

    def _route(self, mark: Mark) -> Iterator[str]:
        """Yield the heading of an operation, and have its route in the next line without text."""
        title, path = self._title_of_route(mark)
        route = f"`{mark.prop('method').upper()} {path}`"
        if title:
            self._pending.append(route)
            yield f"{'#' * min(max(self._level, 2), 6)} {title}"
        else:
            yield route

    def _title_of_route(self, mark: Mark) -> tuple[str, str]:
        path = mark.prop("path", "url", "endpoint", "route", "uri")
        title = mark.prop("summary")
        for line in self._found[mark.line : mark.line + _MAX_SUMMARY]:
            for at, piece in enumerate(line.pieces):
                if isinstance(piece, str) or piece.line < mark.line:
                    continue
                if piece is mark and not path:
                    path = "".join(p for p in line.pieces[at + 1 :] if isinstance(p, str)).strip()
                end = piece.pair if piece.role is MarkRole.SUMMARY and not piece.is_end else None
                if end and end.line <= mark.line + _MAX_SUMMARY:
                    title = self._between(piece, end)
                    self._titles.add(id(piece))
        return title, path

    def _between(self, first: Mark, last: Mark) -> str:
        lines = self._found[first.line : last.line + 1]
        texts = (p.strip() for line in lines for p in line.pieces if isinstance(p, str))
        return " ".join(text for text in texts if text)

    def _dedented(self, line: str, fence: str | None = None) -> str:
        indent = len(line) - len(line.lstrip())
        text = line.lstrip()
        if self.stack and text:
            last = self.stack[-1]
            if last.inner is None:
                last.inner = indent
            indent = max(indent - last.inner, 0) + self._outer
        elif self.stack:
            text, indent = "", 0
        else:
            # Trailing space is a line break.
            text = line[indent:]
        if fence is not None:
            text = self.fence(text, fence)
        return self.text(text, indent=indent) if self.stack else f"{line[:indent]}{text}"


def title_of(mark: Mark) -> str:
    """Return the title that a mark states; else nothing."""
    found = mark.prop(*_TITLES)
    if not found and mark.role is MarkRole.TAB:
        found = next((name for name, value in mark.props.items() if value == "true"), "")
    return "" if found == "true" else found


def kind_of(mark: Mark) -> str:
    """Return the kind of a note."""
    stated = [mark.prop(name).lower() for name in _BOX]
    words = [word for text in stated for word in text.split()] + [*map(str.lower, mark.props)]
    words += [value.lower() for name, value in mark.props.items() if name.isdigit()]
    return next((NOTES[word] for word in words if word in NOTES), NOTES[mark.name])


def section_of(mark: Mark) -> str:
    """Return the title of a part of an operation, with the status of a response."""
    status = _STATUS.search(mark.prop("httpCode", "status", "code"))
    return f"{SECTIONS[mark.name]} {status[0]}" if status else SECTIONS[mark.name]


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter as a component has it."""

    name: str
    place: str
    kind: str
    required: bool
    default: str = ""


def field_of(mark: Mark, stack: Sequence[Open]) -> Field | None:
    """Return the parameter of a component; None where it names none."""
    place = PLACES.get(mark.name, "")
    name = mark.prop("name")
    for each in ("path", "query", "body", "header", "cookie"):
        if not name and mark.props.get(each):
            name, place = mark.props[each], each
    place = mark.prop("in") or place
    if not place:
        known = (PLACES[each.mark.name] for each in reversed(stack) if each.mark.name in PLACES)
        place = next(known, "")
    required = mark.prop("required").lower() in ("true", "required", "yes")
    kind = mark.prop("type")
    default = mark.prop("default")
    return Field(name, place, "" if kind == "true" else kind, required, default) if name else None
