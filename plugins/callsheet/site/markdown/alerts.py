"""Alerts: a quote that begins with `[!NOTE]` and the like is an admonition."""

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, nearing_recursion_limit

from callsheet import lazy_re as re

# The kinds of DocFX and GitHub, each with a class that Material and MkDocs' own theme colour.
_CLASSES = {
    "NOTE": "note",
    "TIP": "tip",
    "IMPORTANT": "info",
    "CAUTION": "danger",
    "WARNING": "warning",
}
_ALERT = re.compile(
    rf"(?:^|\n)[ ]{{0,3}}>[ ]{{0,3}}\[!(?P<kind>{'|'.join(_CLASSES)})\][ \t]*(?=\n|\Z)",
    re.IGNORECASE,
)
_QUOTE_MARK = re.compile(r"[ ]{0,3}>[ ]?")

# The admonition extension takes indented text into the admonition before it, as its own syntax has
# it. So an alert has another class until all blocks are read.
_PRELIMINARY = "callsheet-alert"
# Quotes have priority 20.
_BEFORE_QUOTES = 21
_AFTER_INLINE = 19


class AlertBlock(BlockProcessor):
    """Parser of alerts; any other quote is left to Python-Markdown."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.used = False

    def test(self, parent: Element, block: str) -> bool:
        """Tell whether an alert begins in a block."""
        return "[!" in block and bool(_ALERT.search(block)) and not nearing_recursion_limit()

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Turn the block's first alert into an element, and leave what follows it."""
        block = blocks.pop(0)
        match = _ALERT.search(block)
        assert match is not None, "test() has found it"  # noqa: S101
        if before := block[: match.start()].strip("\n"):
            self.parser.parseBlocks(parent, [before])
        body = block[match.end() :]
        if following := _ALERT.search(body):
            blocks.insert(0, body[following.start() :].lstrip("\n"))
            body = body[: following.start()]
        self._add(parent, match["kind"].upper(), body.strip("\n"))

    def _add(self, parent: Element, kind: str, body: str) -> None:
        self.used = True
        alert = SubElement(parent, "div", {"class": f"{_PRELIMINARY} {_CLASSES[kind]}"})
        title = SubElement(alert, "p", {"class": "admonition-title"})
        title.text = AtomicString(kind.capitalize())
        self.parser.state.set("blockquote")
        self.parser.parseChunk(
            alert, "\n".join(_QUOTE_MARK.sub("", line, count=1) for line in body.split("\n"))
        )
        self.parser.state.reset()


class _Rename(Treeprocessor):
    def __init__(self, md: Markdown, alerts: AlertBlock) -> None:
        super().__init__(md)
        self._alerts = alerts

    def run(self, root: Element) -> None:
        if self._alerts.used:
            self._alerts.used = False
            for element in root.iter("div"):
                name = element.get("class", "")
                if name.startswith(_PRELIMINARY):
                    element.set("class", name.replace(_PRELIMINARY, "admonition", 1))


def register(md: Markdown) -> None:
    """Register the processors."""
    alerts = AlertBlock(md.parser)
    md.parser.blockprocessors.register(alerts, "callsheet_alerts", _BEFORE_QUOTES)
    md.treeprocessors.register(_Rename(md, alerts), "callsheet_alerts", _AFTER_INLINE)
