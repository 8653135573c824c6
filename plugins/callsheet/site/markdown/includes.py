"""Includes: `[!include[title](path)]` is replaced by the text of that file."""

from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from callsheet import lazy_re as re
from callsheet.model import LinkKind
from callsheet.paths import folder_of, is_file, join, relative, stays_inside
from callsheet.site.log import log
from callsheet.site.markdown.current_page import current_page
from callsheet.site.operations import SiteOperations
from callsheet.source.document import Document, read_document
from callsheet.source.links import Reference, find_references

MAX_DEPTH = 16
MAX_CHARACTERS = 4 * 1024 * 1024
"""The sum of all includes of a page, so that ten short files cannot make a gigabyte."""

MAX_INCLUDES = 1000
"""How many of them a page may have, those of included files counted."""

# After the page was asked whether it documents an operation, and before anything else.
_EARLY = 999.0
_SIGN = re.compile(r"\[!include", re.IGNORECASE)
# What may stand before an include that is a block: indentation, quote marks, a list's bullet.
_BLOCK = re.compile(r"(?P<quote>[ \t>]*)(?P<item>(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)")
_PATH = re.compile(r"[^?#]*")


class IncludePreprocessor(Preprocessor):
    """Puts the included files into the page's lines, outside of code."""

    def __init__(self, md: Markdown, operations: SiteOperations) -> None:
        super().__init__(md)
        self._operations = operations

    def run(self, lines: list[str]) -> list[str]:
        """Replace all includes in the lines of a page."""
        text = "\n".join(lines)
        return self.expand(text).split("\n") if _SIGN.search(text) else lines

    def expand(self, text: str) -> str:
        """Replace all includes in text of the page that is being converted."""
        if not _SIGN.search(text):
            return text
        path = current_page(self.md) or ""
        # The engine has taken the front matter away; a blank line keeps a rule from being taken
        # for another.
        document = read_document(("\n" + text).encode("utf-8", errors="replace"))
        return _Expansion(self._operations.root, path).expand(document, (path,))[1:]


@dataclass
class _Expansion:
    """The includes of one page."""

    root: Path
    page: str
    size: int = 0
    count: int = 0

    def expand(self, document: Document, stack: tuple[str, ...]) -> str:
        """Return the text of a file for the page; `stack` has the files from the page to it."""
        text = "\n".join(document.lines)
        pieces = []
        position = 0
        for reference in find_references(document):
            if reference.kind is LinkKind.INCLUDE:
                start, end, new = self._include(text, reference, stack)
            elif reference.kind is LinkKind.FILE and len(stack) > 1:
                start, end, new = self._rebase(text, reference, stack[-1])
            else:
                continue
            pieces += [text[position:start], new]
            position = end
        return "".join([*pieces, text[position:]])

    def _include(
        self, text: str, reference: Reference, stack: tuple[str, ...]
    ) -> tuple[int, int, str]:
        """Return the replacement of an include: start, end, and text."""
        path = join(folder_of(stack[-1]), reference.target)
        start, end = reference.start, reference.end
        content = self._content(path, stack)
        if content is None:
            return start, end, _code(text[start:end])
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end)
        line_end = len(text) if line_end < 0 else line_end
        prefix = _BLOCK.fullmatch(text, line_start, start)
        if prefix is None or text[end:line_end].strip():
            return start, end, " ".join(content.split())
        # Each line gets the marks, and gets them once more where the file is included itself.
        self.size += (content.count("\n") + 3) * (prefix.end() - line_start)
        if self.size > MAX_CHARACTERS:
            self._refuse(path)
            return start, end, _code(text[start:end])
        return line_start, line_end, _block(content, prefix["quote"], prefix["item"])

    def _content(self, path: str, stack: tuple[str, ...]) -> str | None:
        """Return the text of a file with its own includes; None if it cannot be included."""
        if path in stack or not is_file(self.root, path) or not stays_inside(self.root, path):
            return None
        file = self.root / path
        self.size += file.stat().st_size
        self.count += 1
        is_much = self.size > MAX_CHARACTERS or self.count > MAX_INCLUDES
        if len(stack) > MAX_DEPTH or is_much:
            self._refuse(path)
            return None
        document = read_document(file.read_bytes())
        text = self.expand(document, (*stack, path))
        return "\n".join(text.split("\n")[document.body_line - 1 :]).strip("\n")

    def _refuse(self, path: str) -> None:
        log.warning("%s: `%s` is not included: the page would be too large.", self.page, path)

    def _rebase(self, text: str, reference: Reference, path: str) -> tuple[int, int, str]:
        """Return the replacement of a link's target in an included file: start, end, and text."""
        written = text[reference.start : reference.end]
        match = _PATH.match(written)
        end = match.end() if match else 0
        target = join(folder_of(path), reference.target)
        return (
            reference.start,
            reference.end,
            relative(target, folder_of(self.page)) + written[end:],
        )


def _block(content: str, quote: str, item: str) -> str:
    """Return the lines of a file after the marks of the line that includes it."""
    # Python-Markdown wants four columns for what goes on in a list's item.
    inner = quote + " " * 4 if item else quote
    lines = [(inner + line).rstrip() for line in content.split("\n")]
    if item:
        return "\n".join([quote + item + lines[0].strip(), *lines[1:]])
    around = quote.rstrip()
    return "\n".join([around, *lines, around])


def _code(text: str) -> str:
    """Return the text as a code span."""
    return f"``` {text} ```" if "`" in text else f"`{text}`"


def register(md: Markdown, operations: SiteOperations) -> IncludePreprocessor:
    """Register the preprocessor."""
    includes = IncludePreprocessor(md, operations)
    md.preprocessors.register(includes, "callsheet_includes", _EARLY)
    return includes
