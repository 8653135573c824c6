"""Tags of comments in code that a generator left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.checks.model.code_spans import find_in_text
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.rule import Diagnostic, Example, PageRule
from callsheet.findings import Severity

_NAMES = (
    "see|seealso|para|paramref|typeparamref|typeparam|returns|remarks|inheritdoc|listheader|cref"
)
# Opening and self-closing tags; a closing tag is not reported again.
_TAG = re.compile(
    rf"(?:<|&lt;)(?:{_NAMES})(?=[\s/>&])[^<>\n]{{0,300}}?(?:>|&gt;)"
    r"|<(?:summary|param|exception|value|c|code)[ \t]+(?:cref|name)=[^<>\n]{0,300}>"
    r"|</?summary>|(?:^|(?<=\|))[ \t]*@(?:param|returns?|throws|exception)[ \t]+(?=\S)"
    r"|\{@(?:link|code|inheritDoc|see)\b[^{}\n]{0,200}\}",
    re.IGNORECASE,
)


def _leftover_tags(page: CheckedPage) -> Iterator[Diagnostic]:
    details = None
    for place, match in find_in_text(
        page, _TAG, ("<", "&lt;", "{@", "@param ", "@return", "@throws ", "@exception ")
    ):
        tag = match.group().strip()
        if "summary>" in tag.lower():
            # HTML's own `<summary>` stands in `<details>`.
            if details is None:
                details = any("<details" in line.lower() for line in page.document.lines)
            if details or tag.startswith("</"):
                continue
        yield Diagnostic(
            page.find(place.line, tag, place.column), f"`{tag}` is a tag of a comment in code."
        )


RULE = PageRule(
    code="CS513",
    name="tag-left-over",
    severity=Severity.NOTE,
    summary="The text has a tag of a comment in code, such as `<see cref=…>`.",
    cause=(
        "Such tags mean something to the compiler's documentation comments only. Browsers do not "
        "know them: a reference is no link, and a paragraph no paragraph."
    ),
    hint="Write the Markdown for it, such as a link, a code span or an empty line.",
    examples=(
        Example(
            "A picture of it, in base64.", 'A picture, see <see cref="P:Depot.Photo">it</see>.'
        ),
        Example("A picture of it, in base64.", "A picture.<para>In base64.</para>"),
    ),
    check=_leftover_tags,
)
