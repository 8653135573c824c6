"""Renders the components, shortcodes and tags of other tools around Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from callsheet.render.phrases import phrase
from callsheet.source.markup.mark_finder import find_marks, has_marks
from callsheet.source.markup.marks import Mark, MarkedLine
from callsheet.source.markup.names import MarkRole
from callsheet.source.markup.tab_sets import language_and_title, tab_sets
from callsheet.source.markup.translation import (
    Translator,
    field_of,
    kind_of,
    section_of,
    title_of,
)

_TAB_HEADING = "](#tab/"
_BREAK = "\\"


@dataclass(slots=True)
class RenderedLine:
    """Replacement of a line.

    Attributes:
        texts: Lines of Markdown.
        inside: The innermost mark around its beginning.
        has_text: Whether anything else than marks is on it.
    """

    texts: list[str]
    inside: Mark | None = None
    has_text: bool = True


def render_marks(
    lines: Sequence[str], mark: Callable[[str], str], *, tabs_by_language: bool = False
) -> list[RenderedLine]:
    """Return the Markdown that takes the place of each line.

    Args:
        lines: The lines of a page.
        mark: Returns a line that stands for some HTML.
        tabs_by_language: Whether fences that follow each other are one example in several
            languages.
    """
    text = "\n".join(lines)
    has_breaks = "\\\n" in text
    if not (has_marks(text) or has_breaks or tabs_by_language or _TAB_HEADING in text):
        return [RenderedLine([line]) for line in lines]
    found = find_marks(lines)
    tab_sets(found, by_language=tabs_by_language)
    renderer = _MarkRenderer(found, mark)
    rendered = []
    inside = None
    for number, (line, texts) in enumerate(zip(found, renderer.lines(), strict=True)):
        if has_breaks and not line.is_code and texts and _is_broken(lines[number : number + 2]):
            texts[-1] = f"{texts[-1].removesuffix(_BREAK)}  "
        has_text = line.is_code or any(isinstance(p, str) and p.strip() for p in line.pieces)
        rendered.append(RenderedLine(texts, inside, has_text))
        inside = renderer.stack[-1].mark if renderer.stack else None
    return rendered


def _is_broken(lines: Sequence[str]) -> bool:
    """Tell whether a backslash breaks the first line (CommonMark 0.31, 6.7).

    Python-Markdown shows it, and breaks lines at two spaces.
    """
    first, *following = lines
    count = len(first) - len(first.rstrip(_BREAK))
    return count % 2 > 0 and bool(following and following[0].strip()) and first[:4].strip() != ""


class _MarkRenderer(Translator):
    """Has HTML where marks begin and end; what is between is Markdown of the page."""

    def __init__(self, found: Sequence[MarkedLine], mark: Callable[[str], str]) -> None:
        super().__init__(found)
        self._write = mark
        self._labels = _labels_of(found)
        self._count = 0

    def begin(self, mark: Mark) -> Iterator[str]:
        """Yield the beginnings of a mark."""
        title = escape(title_of(mark))
        match mark.role:
            case MarkRole.NOTE:
                kind = kind_of(mark)
                yield from self._html(
                    f'<div class="admonition {kind}">'
                    f'<p class="admonition-title">{title or kind.capitalize()}</p>'
                )
            case MarkRole.TABS | MarkRole.FENCES if labels := self._labels.get(id(mark)):
                yield from self._html(self._tabs(labels))
            case MarkRole.TAB:
                yield from self._html('<div class="tabbed-block">')
            case MarkRole.DETAILS:
                yield from self._html(f"<details><summary>{title or phrase('More')}</summary>")
            case MarkRole.FIELD:
                yield from self._html(f'<div class="callsheet-stated">{self._field(mark)}')
            case MarkRole.SECTION:
                yield from ("", f"**{section_of(mark)}**", "")
            case MarkRole.TITLED if title:
                href = mark.prop("href", "link")
                yield from ("", f"[**{title}**]({href})" if href else f"**{title}**", "")

    def end(self, mark: Mark) -> Iterator[str]:
        """Yield what ends a mark."""
        match mark.role:
            case MarkRole.NOTE | MarkRole.FIELD | MarkRole.TAB:
                yield from self._html("</div>")
            case MarkRole.DETAILS:
                yield from self._html("</details>")
            case MarkRole.TABS | MarkRole.FENCES if self._labels.get(id(mark)):
                yield from self._html("</div></div>")

    def unknown(self, mark: Mark) -> str:
        """Return the mark as code."""
        text = " ".join(mark.written.split())
        return f"``` {text} ```" if "`" in text else f"`{text}`"

    def inline(self, mark: Mark) -> str:
        """Return what takes the place of a mark within a text."""
        if mark.role is MarkRole.BADGE:
            return f'<span class="callsheet-mark">{escape(mark.name)}</span>'
        return mark.prop("0", "path") if mark.role is MarkRole.LINK else ""

    def fence(self, line: str, info: str) -> str:
        """Return the first line of a fence, with a label that Python-Markdown understands."""
        language, title = language_and_title(info)
        if not title and "=" not in info and "{" not in info:
            return line
        return f"{line[: len(line.rstrip()) - len(info)]}{language}"

    def _html(self, html: str) -> Iterator[str]:
        yield from ("", " " * self._outer + self._write(html), "")

    def _tabs(self, labels: Sequence[str]) -> str:
        self._count += 1
        name = f"__tabbed_c{self._count}"
        inputs = "".join(
            f'<input{" checked" if n == 1 else ""} id="{name}_{n}" name="{name}" type="radio">'
            for n in range(1, len(labels) + 1)
        )
        named = "".join(
            f'<label for="{name}_{n}">{escape(label)}</label>' for n, label in enumerate(labels, 1)
        )
        return (
            f'<div class="tabbed-set tabbed-alternate" data-tabs="c{self._count}:{len(labels)}">'
            f'{inputs}<div class="tabbed-labels">{named}</div><div class="tabbed-content">'
        )

    def _field(self, mark: Mark) -> str:
        found = field_of(mark, self.stack)
        if found is None:
            return ""
        words = [found.kind, "" if found.place == "response" else found.place]
        about = " ".join(f"<span>{escape(word)}</span>" for word in words if word)
        if found.default:
            about += f" <span>{phrase('default')} <code>{escape(found.default)}</code></span>"
        required = (
            f' <span class="callsheet-mark">{phrase("required")}</span>' if found.required else ""
        )
        return f"<p><code>{escape(found.name)}</code> {about}{required}</p>"


def _labels_of(found: Sequence[MarkedLine]) -> dict[int, list[str]]:
    """Return the labels of the tabs of each set, by the identity of its mark."""
    labels: dict[int, list[str]] = {}
    sets: list[Mark] = []
    for line in found:
        for mark in line.marks():
            if mark.role in (MarkRole.TABS, MarkRole.FENCES):
                if mark.is_end:
                    sets = sets[:-1]
                else:
                    sets.append(mark)
            elif mark.role is MarkRole.TAB and not mark.is_end and sets:
                # Two marks may be equal to the letter.
                shown = labels.setdefault(id(sets[-1]), [])
                shown.append(title_of(mark) or f"{len(shown) + 1}")
    return labels
