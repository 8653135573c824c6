"""Documentation made from the code, for markers such as `<!-- callsheet: rules -->`."""

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from callsheet import lazy_re as re
from callsheet.source.markers import written_markers

# After the includes, and before fences and HTML are taken out of the text.
_EARLY = 998.0


def _rules(prefixes: list[str], page: str) -> str:
    # Only a page with the marker pays for the rules.
    from callsheet.checks.engine.rule_pages import document_rules, list_rules

    return list_rules(page, *prefixes) if page else document_rules(*prefixes)


def _options() -> str:
    # As above, and an engine without MkDocs has no options of a plugin.
    from callsheet.site.markdown.options import document_options

    return document_options()


_RULES = re.compile(r"rules(?P<prefixes>(?:\s+CS\d{1,3})*)(?:\s+on\s+(?P<page>[^\s()]+\.md))?")


def documentation(marker: str) -> str | None:
    """Return the Markdown for a marker; None for a marker of another kind."""
    if marker == "options":
        return _options()
    if match := _RULES.fullmatch(marker):
        return _rules(match["prefixes"].split(), match["page"] or "")
    return None


class DocumentationPreprocessor(Preprocessor):
    """Replaces the markers by Markdown, so that it looks like the site's own text."""

    def run(self, lines: list[str]) -> list[str]:
        """Replace the markers in the lines of a page."""
        # The engine has taken the front matter away; a blank line keeps a rule from being taken
        # for another.
        content = "\n".join(["", *lines]).encode(errors="replace")
        for block, marker in reversed([*written_markers(content)]):
            if (written := documentation(marker)) is not None:
                start, end = block.span.start - 2, block.span.end - 1
                lines = [*lines[:start], "", *written.split("\n"), "", *lines[end:]]
        return lines


def register(md: Markdown) -> None:
    """Register the preprocessor."""
    md.preprocessors.register(DocumentationPreprocessor(md), "callsheet_documentation", _EARLY)
