"""Programs that authors write into pages (fences `python run`), with what runs them in the page."""

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from callsheet import lazy_re as re
from callsheet.render import render_program
from callsheet.samples.assets import ASSETS, ASSETS_DIR
from callsheet.site.generated.assets import sample_asset
from callsheet.site.markdown.converter import SiteMarkdown, without_marks
from callsheet.site.markdown.panels import Panels
from callsheet.site.markdown.xrefs import Addresses
from callsheet.source.tutorials import TutorialProgram, may_have_programs, read_programs

# Before other extensions see the fences, and after operations have taken their pages.
_AFTER_OPERATIONS = 999.0
_FILES = re.compile(
    rf"\b{ASSETS_DIR}/({'|'.join(sorted({each.name for each in ASSETS.values()}))})\b"
)


class TutorialPreprocessor(Preprocessor):
    """Preprocessor that replaces programs and their outputs by HTML."""

    def __init__(
        self, md: Markdown, markdown: SiteMarkdown, addresses: Addresses, panels: Panels
    ) -> None:
        super().__init__(md)
        self._panels = panels
        self._markdown = markdown
        self._addresses = addresses

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines, with a mark for each program and its output."""
        text = "\n".join(lines).encode(errors="replace")
        # Texts within the page of an operation have no programs of their own.
        if self._markdown.busy or not may_have_programs(text):
            return lines
        found: list[str] = []
        at = 0
        for number, program in enumerate(read_programs(text), 1):
            found += lines[at : program.span.start - 1]
            found += ["", self._panels.mark(self._html(number, program)), ""]
            at = program.last_line
        return found + lines[at:]

    def _html(self, number: int, program: TutorialProgram) -> str:
        names = sorted(set(_FILES.findall(program.text)))
        links = {f"{ASSETS_DIR}/{name}": self._url(name) for name in names}
        return without_marks(render_program(number, program.text, program.output, links))

    def _url(self, name: str) -> str:
        return self._markdown.url(self._addresses.of_path(sample_asset(name)))


def register(md: Markdown, markdown: SiteMarkdown, addresses: Addresses, panels: Panels) -> None:
    """Register the processor."""
    processor = TutorialPreprocessor(md, markdown, addresses, panels)
    md.preprocessors.register(processor, "callsheet_tutorials", _AFTER_OPERATIONS)
