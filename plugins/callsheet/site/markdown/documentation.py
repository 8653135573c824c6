"""Documentation made from the code, for markers such as `<!-- callsheet: rules -->`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from callsheet.source.markers import written_markers

# After the includes, and before fences and HTML are taken out of the text.
_EARLY = 998.0


def _rules() -> str:
    # Only a page with the marker pays for the rules.
    from callsheet.checks.engine.rule_pages import document_rules

    return document_rules()


def _options() -> str:
    # As above, and an engine without MkDocs has no options of a plugin.
    from callsheet.site.options import document_options

    return document_options()


WRITERS: Mapping[str, Callable[[], str]] = {"options": _options, "rules": _rules}
"""Functions that write the Markdown for a marker, by its name."""


class DocumentationPreprocessor(Preprocessor):
    """Replaces the markers by Markdown, so that it looks like the site's own text."""

    def run(self, lines: list[str]) -> list[str]:
        """Replace the markers in the lines of a page."""
        # The engine has taken the front matter away; a blank line keeps a rule from being taken
        # for another.
        content = "\n".join(["", *lines]).encode(errors="replace")
        for block, marker in reversed([*written_markers(content)]):
            if marker in WRITERS:
                start, end = block.span.start - 2, block.span.end - 1
                written = WRITERS[marker]().split("\n")
                lines = [*lines[:start], "", *written, "", *lines[end:]]
        return lines


def register(md: Markdown) -> None:
    """Register the preprocessor."""
    md.preprocessors.register(DocumentationPreprocessor(md), "callsheet_documentation", _EARLY)
