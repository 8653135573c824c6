"""Style of Markdown, and what no page should run in a reader's browser."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, find_in_text
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.source.document import BlockKind

_BOLD = re.compile(r"(?:\*\*(?P<text>[^*\n]{2,80})\*\*|__(?P<other>[^_\n]{2,80})__)[ \t]*")
_NO_HEADING = ".,;!?)\u3002\uff1a:"


@Example("Changes what is known", "**How it works**\n\nIt works.\n\nChanges what is known")
@page_rule(
    code="CS545",
    name="bold-as-heading",
    severity=Severity.NOTE,
    summary="A paragraph is bold in place of a heading.",
    cause="It is in no table of contents, has no address, and screen readers do not jump to it.",
    hint="Make it a heading, with `#` before it.",
    prose_signs=("**", "__"),
)
def _bold_headings(page: CheckedPage) -> Iterator[Diagnostic]:
    blocks = page.document.blocks
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH or not (match := _BOLD.fullmatch(block.text)):
            continue
        text = match["text"] or match["other"]
        # A mark such as `**Required**` is one word; a heading has text below it.
        has_text = number + 1 < len(blocks) and blocks[number + 1].kind is not BlockKind.HEADING
        if has_text and " " in text.strip() and text.rstrip()[-1:] not in _NO_HEADING:
            place = page.whole_line(block.span.start)
            yield Diagnostic(place, f"`{text}` is bold in place of a heading.")


_IMAGE = re.compile(
    r"!\[[ \t]*\]\((?P<path>[^()\s]+)\)|<img\b(?![^<>]*\balt=)[^<>]*>", re.IGNORECASE
)


@Example("what is known of a parcel", "what is ![](https://example.com/a.svg) of a parcel")
@page_rule(
    code="CS546",
    name="image-without-text",
    severity=Severity.NOTE,
    summary="An image has no alternative text.",
    cause="Who cannot see the image gets nothing in its place, and nor does search (WCAG, 1.1.1).",
    hint="Write what the image shows, such as `![The way of a parcel](way.svg)`.",
    prose_signs=("![", "<img"),
)
def _images_without_text(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _IMAGE, ("![", "<img")):
        if match.group() == page.line(place.line)[match.start() : match.end()]:
            yield Diagnostic(place, f"The image `{match.group()[:60]}` has no text.")


_ACTIVE = re.compile(
    r"<script\b[^<>]*>|<[A-Za-z][^<>]*?\s(?P<handler>on[a-z]{3,20})[ \t]*=[ \t]*[\"'][^<>]*>"
    r"|(?:\]\([ \t]*<?|\b(?:href|src|action)=[\"']?)"
    r"(?P<address>(?:javascript|vbscript):[^)\"'\s>]*)",
    re.IGNORECASE,
)
_ACTIVE_SIGNS = ("<script", "javascript:", "vbscript:", " on")


@Example("Changes what is known", '<script src="x.js"></script>\n\nChanges what is known')
@Example("what is known of a parcel", 'what is <b onclick="x()">known</b> of a parcel')
@Example("what is known of a parcel", "what is [known](javascript:alert) of a parcel")
@page_rule(
    code="CS711",
    name="active-markup",
    summary="A page has a script, an event handler or a `javascript:` address.",
    cause=(
        "Whoever may write a page could act as its readers: read what they type in the console, "
        "and their credentials. Mostly it was copied with other HTML."
    ),
    hint="Remove it; scripts of the site belong to `extra_javascript` in `mkdocs.yml`.",
    signs=_ACTIVE_SIGNS,
)
def _active_markup(page: CheckedPage) -> Iterator[Diagnostic]:
    # The sign of a handler is in many sentences.
    if "<" not in page.lower_prose and "script:" not in page.lower_prose:
        return
    for place, match in find_in_text(page, _ACTIVE, _ACTIVE_SIGNS):
        what = match["handler"] or match["address"] or match.group()
        yield Diagnostic(place, f"`{what[:60]}` runs in the browser of each reader.")
