"""The documentation of all rules, in the place of `<!-- callsheet: rules -->`."""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from callsheet.source.document import BlockKind, read_document

# After the includes, and before fences and HTML are taken out of the text.
_EARLY = 998.0
_MARKER = re.compile(r"<!--\s*callsheet:\s*rules\s*-->")


class RulesPreprocessor(Preprocessor):
    """Puts Markdown in the place of the marker, so that the rules look as the site's own text."""

    def run(self, lines: list[str]) -> list[str]:
        """Returns the lines with the documentation of the rules."""
        text = "\n".join(lines)
        if not _MARKER.search(text):
            return lines
        # Only a page with the marker pays for the rules.
        from callsheet.checks.documentation import document_rules

        # The engine has taken the front matter away; a blank line keeps a rule from being taken
        # for another.
        for block in reversed(read_document(("\n" + text).encode(errors="replace")).blocks):
            if block.kind is BlockKind.OTHER and _MARKER.fullmatch(block.text.strip()):
                start, end = block.span.start - 2, block.span.end - 1
                lines = [*lines[:start], "", *document_rules().split("\n"), "", *lines[end:]]
        return lines


def register(md: Markdown) -> None:
    """Registers the preprocessor."""
    md.preprocessors.register(RulesPreprocessor(md), "callsheet_rules", _EARLY)
