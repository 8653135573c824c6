"""Text that generators, templates, merges and authors left over."""

from collections import Counter
from collections.abc import Iterator
from html import unescape

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, find_in_text, is_code, without_code
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.findings import Severity
from callsheet.source.document import Block, BlockKind

_NAME = r"[A-Za-z_]\w*"
_TYPE = re.compile(
    rf"\{{(?:[A-Z]:)?{_NAME}(?:\.{_NAME})+(?:`\d+)?(?:\([^(){{}}\n]*\))?\}}"
    rf"|\bSystem\.(?:Collections(?:\.{_NAME})*|{_NAME}(?:\.{_NAME})*(?=`\d))(?:`\d+)?(?:\[[^\n|]*\])?"
    r"|\bSystem\.(?:String|Int16|Int32|Int64|Boolean|DateTime|Decimal|Double|Object|Guid|Byte)\b(?:\[\])?"
    r"|\b[A-Z]\w*`\d+(?:\[[^\n|]*\]+)?"
    r"|(?<![\w/.#-])#/(?:components/(?:schemas|parameters|responses)|definitions)/\w+"
    r"|(?<![\w.])[a-z]\w*(?:\.[a-z]\w*)+\.[A-Z]\w*@[0-9a-f]{6,8}\b"
    r"|<class '[\w.]+'>|<[\w.]+ object at 0x[0-9a-f.]+>|\btypeof\([\w.]+\)|&\{[A-Z]\w*:[^{}\n]*\}"
)

_TYPE_SIGNS = (
    *("{", "system.", "`1", "`2", "`3", "@", "#/components/", "#/definitions/"),
    *("<class '", " object at 0x", "typeof("),
)


@Example("A picture of it, in base64.", "See {Depot.Services.ParcelEntity.Photo}.")
@Example("A picture of it, in base64.", "A System.Collections.Generic.List`1[Photo] of it.")
@Example("A picture of it, in base64.", "See #/components/schemas/Photo.")
@Example("A picture of it, in base64.", "A picture, com.acme.Photo@1b6d3586.")
@page_rule(
    code="CS512",
    name="type-left-over",
    summary="The text has the full name of a type, as a generator leaves it over.",
    cause=(
        "Comments in code refer to types, and a generator that cannot resolve such a reference "
        "writes the name as it is, such as `{Depot.Services.ParcelEntity}`. Callers do not know "
        "that type."
    ),
    hint="Write what readers know it by, as a rule the name of an operation or a property.",
    superseded_on_line_by=("template-mark",),
    prose_signs=_TYPE_SIGNS,
    applies_to_imports=False,
)
def _leftover_types(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _TYPE, _TYPE_SIGNS):
        yield Diagnostic(place, f"`{match.group()}` is a name out of the program.")


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
_TAG_SIGNS = ("<", "&lt;", "{@", "@param", "@return", "@throws", "@exception")


@Example("A picture of it, in base64.", 'A picture, see <see cref="P:Depot.Photo">it</see>.')
@Example("A picture of it, in base64.", "A picture.<para>In base64.</para>")
@page_rule(
    code="CS513",
    name="tag-left-over",
    severity=Severity.NOTE,
    summary="The text has a tag of a comment in code, such as `<see cref=…>`.",
    cause=(
        "Such tags mean something to the compiler's documentation comments only. Browsers do not "
        "know them: a reference is not a link, and a paragraph no paragraph."
    ),
    hint="Write the Markdown for it, such as a link, a code span or an empty line.",
    prose_signs=_TAG_SIGNS,
)
def _leftover_tags(page: CheckedPage) -> Iterator[Diagnostic]:
    details = None
    for place, match in find_in_text(page, _TAG, _TAG_SIGNS):
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


_GAP = r"[ \t]+"
_THING = r"(?:descriptions?|documentation|summary|text|comments?|details)"
_START = r"(?:(?<=\|)|^)[ \t]*"
_END = r"[ \t]*(?=[.|]|$)"
_STAND_IN = re.compile(
    "|".join(
        (
            # A list of things to do is none, nor is a word for a state in a sentence.
            r"(?<![\w/{.-])(?:TODO|FIXME|TBD|TBA|TBC)(?![\w/}-])"
            r"(?![ \t]+(?i:(?:list|item|task|option|comment|mark|test)s?|activit\w*|and|or)\b)",
            r"\bXXX(?=:)",
            r"(?i:\btodo:)",
            rf"(?i:\blorem{_GAP}ipsum\b(?:{_GAP}dolor{_GAP}sit{_GAP}amet)?)",
            rf"(?i:\bmissing{_GAP}xml{_GAP}comment\b(?:{_GAP}for{_GAP}publicly[^|\n.]*)?)",
            rf"(?i:{_START}\[?missing{_GAP}{_THING}\]?{_END})",
            rf"(?i:\b(?:insert|add|enter|write){_GAP}(?:an?{_GAP}|the{_GAP}|your{_GAP})?"
            rf"{_THING}{_GAP}here\b)",
            rf"(?i:\b{_THING}{_GAP}(?:goes{_GAP}here|to{_GAP}(?:follow|come)){_END})",
            rf"(?i:{_START}{_THING}{_GAP}pending{_END})",
            rf"(?i:{_START}to{_GAP}be{_GAP}"
            rf"(?:documented|written|determined|defined|announced|done){_END})",
            rf"(?i:\bno{_GAP}{_THING}{_GAP}(?:available|provided|given|yet)\b{_END})",
            rf"(?i:{_START}no{_GAP}{_THING}{_END})",
            r"(?i:\[object (?:object|array|null|undefined)\])",
            # Not a description of one: `Placeholder text that the form shows`.
            rf"(?i:\bplaceholder{_GAP}text\b(?!{_GAP}(?:that|to|for|of|in|which|shown|when)\b))",
            r"(?<=\|)[ \t]*(?:null|undefined|NaN)\.?[ \t]*(?=\|[ \t]*$)",
        )
    )
)
_THINGS = ("desc", "doc", "summ", "text", "comm", "det")
_PLACEHOLDER_SIGNS = (
    "todo", "fixme", "tbd", "tba", "tbc", "xxx:", "lorem", "missing ", " here", " pending",
    "to follow", "to come", "placeholder text", "[object", "null |", "undefined |", "nan |",
    "to be writ", "to be d", "to be ann",
    *(f"no {thing}" for thing in _THINGS),
)  # fmt: skip
_VALUES = "Enum:"
_NOTHING = {"null", "undefined", "nan"}


@Example("A picture of it, in base64.", "TODO: describe.")
@Example("A picture of it, in base64.", "Lorem ipsum dolor sit amet.")
@Example("Changes what is known", "Missing XML comment.\n\nChanges what is known")
@page_rule(
    code="CS514",
    name="text-to-follow",
    in_any_layout=False,
    summary="The text has a note to the author, or filler, in place of a text.",
    cause="`TODO`, `Lorem ipsum` and what a generator writes for a missing comment tell nothing.",
    hint="Write the text, or take the filler out.",
    prose_signs=(*_PLACEHOLDER_SIGNS, *_NOTHING),
)
def _placeholder_texts(page: CheckedPage) -> Iterator[Diagnostic]:
    number, values = 0, -1
    for place, match in find_in_text(page, _STAND_IN, _PLACEHOLDER_SIGNS):
        # The line goes on with a sentence: `which is still` is above `to be written`.
        above = page.line(place.line - 1).rstrip() if place.line > 1 else ""
        if match.group().lower().startswith("to be") and above[-1:].isalnum():
            continue
        if place.line != number:
            number, values = place.line, page.line(place.line).find(_VALUES)
        # A value of an enumeration may have such a name.
        if 0 <= values <= place.column - len(_VALUES):
            continue
        text = match.group().strip()
        place = page.find(place.line, text, place.column)
        yield Diagnostic(place, f"`{text}` stands for a text to come.")
    for block in page.document.blocks:
        if block.kind is BlockKind.PARAGRAPH and block.text.strip(" .*_").lower() in _NOTHING:
            text = block.text.strip()
            yield Diagnostic(
                page.whole_line(block.span.start), f"`{text}` stands for a text to come."
            )


_TEMPLATE_MARK = re.compile(
    r"\{\{[^{}\n]{1,100}\}\}|\{%[^%{}\n]{1,200}%\}|<%[=#-]?[^%<>\n]{1,200}%>"
    r"|(?<!\w)\$\{[A-Za-z_][\w.-]{0,60}\}|(?<![\w$])\$[A-Za-z_][\w.]{0,60}\$(?!\w)"
    r"|(?<![\w$])\$\([A-Za-z_][\w.]{0,60}\)|(?<![\w@])@@\w{1,60}@@|(?<!\w)__[A-Z]+(?:_[A-Z0-9]+)+__(?!\w)"
    r"|(?<![\w\])}\\.*+?])\{\d\}"
    r"|#\{[A-Za-z_][\w.]{0,60}\}|\[\[[A-Z][A-Z0-9_]{1,60}\]\]|(?<![\w%])(?P<printf>%(?:\d\$)?[sd])(?!\w)"
)
_TEMPLATE_SIGNS = (
    "%s",
    "%d",
    "$s",
    "$d",
    "{0",
    "{1",
    "{2",
    "{{",
    "{%",
    "<%",
    "${",
    "$(",
    "#{",
    "@@",
    "__",
    "[[",
)
_DOLLAR = re.compile(r"\$\w+\$")
_MESSAGES = {"http", "http!", "http_"}


@Example("A picture of it, in base64.", "{{ property.description }}")
@Example("Changes what is known", "$SUMMARY$ changes what is known")
@Example("Changes what is known of a parcel", "Changes %s of a parcel")
@page_rule(
    code="CS515",
    name="template-mark",
    summary="The text or an example has a mark of a template.",
    cause=(
        "The generator had no value for `{{name}}` or `$name$`, or did not know the notation, and "
        "left it as it was. In an example it is sent like that."
    ),
    hint="Write the value; in a text about such marks put them in a code span.",
    superseded_on_line_by=("route-form",),
    signs=(*_TEMPLATE_SIGNS, "$"),
    applies_to_imports=False,
)
def _template_marks(page: CheckedPage) -> Iterator[Diagnostic]:
    found = [sign for sign in _TEMPLATE_SIGNS if sign in page.text]
    for block in page.document.blocks:
        text = block.text
        if not any(sign in text for sign in found) and not ("$" in text and _DOLLAR.search(text)):
            continue
        message = block.kind is BlockKind.FENCE and block.info.lower() in _MESSAGES
        if message or not is_code(block):
            yield from _in_block(page, block, message)


def _in_block(page: CheckedPage, block: Block, message: bool) -> Iterator[Diagnostic]:
    for number in range(block.span.start, block.span.end + 1):
        if not message and number in page.lines_with_marks:
            continue
        line = page.line(number)
        matches = list(_TEMPLATE_MARK.finditer(line if message else without_code(line)))
        # A text that has the same mark several times is about the mark.
        counts = Counter(match.group() for match in matches)
        left = [
            match
            for match in matches
            # In a message it is a text for a program to fill in.
            if (not match["printf"] if message else counts[match.group()] == 1)
        ]
        # One diagnostic a line, since several marks have one cause.
        for match in left[:1]:
            place = page.matched(number, match)
            yield Diagnostic(
                place, f"`{match.group()}` is a template's mark with nothing in its place."
            )


@Example("uid: v1Parcel_Change\n", "uid: v1Parcel_Change\nsummary: TODO\n")
@page_rule(
    code="CS559",
    name="title-to-follow",
    summary="The title or the summary of the front matter is filler, or has a mark of a template.",
    cause="Lists, search results and the exported document show it in place of what it stands for.",
    hint="Write the title or the summary.",
    signs=(*_PLACEHOLDER_SIGNS, *_TEMPLATE_SIGNS),
)
def _unwritten_titles(page: CheckedPage) -> Iterator[Diagnostic]:
    for key in ("title", "summary"):
        text = page.document.front_matter.get(key)
        if isinstance(text, str) and (_STAND_IN.search(text) or _TEMPLATE_MARK.search(text)):
            line = page.whole_line(page.document.line_of_key(key))
            yield Diagnostic(line, f"The {key} `{text}` stands for a text to come.")


_START, _END = "<<<<<<<", ">>>>>>>"
_CONFLICT = re.compile(r"(?P<mark><{7}|>{7})(?:[ \t]\S.*)?$")


@Example(
    "Changes what is known",
    "<<<<<<< HEAD\nNew text.\n=======\n>>>>>>> main\n\nChanges what is known",
)
@page_rule(
    code="CS516",
    name="conflict-mark",
    severity=Severity.ERROR,
    summary="The file has the marks of a merge that was not finished.",
    cause=(
        "A version control system writes both versions into the file where it cannot merge them, "
        "between `<<<<<<<`, `=======` and `>>>>>>>`. They were saved as they stood, and the page "
        "shows both."
    ),
    hint="Keep what is right of the two versions, and take the marks out.",
    signs=(_START, _END),
)
def _conflict_marks(page: CheckedPage) -> Iterator[Diagnostic]:
    is_open = False
    for number, line in enumerate(page.document.lines, 1):
        if not line.startswith((_START, _END)) or not (match := _CONFLICT.match(line)):
            continue
        # The start of a conflict is reported, and its end is not.
        if match["mark"] == _START or not is_open:
            yield Diagnostic(
                page.whole_line(number), f"`{line.strip()}` is a mark of a merge conflict."
            )
        is_open = match["mark"] == _START


# Only after the end of a sentence, since a Windows path may contain the same characters.
_ESCAPE = re.compile(
    r"(?<=[.!?])[ ]?(?P<line>(?:\\r)?\\n)(?=[\sA-Z|*\\-]|$)"
    r"|&amp;(?:lt|gt|nbsp|quot|amp|apos|#\d{1,6});"
    r"|&(?:nbps|nsbp|npsb|qout|ampt);|&(?:amp|lt|gt|nbsp|quot)(?=[ ])"
    r"|&lt;(?:br|p|b|i|em|strong|ul|ol|li)[ ]?/?&gt;",
    re.IGNORECASE,
)
_ESCAPE_SIGNS = ("\\n", "&amp", "&lt", "&gt ", "&nb", "&n", "&q")


@Example("A picture of it, in base64.", "A picture of it.\\nIn base64.")
@Example("A picture of it, in base64.", "A picture of it.&lt;br/&gt;In base64.")
@Example("A picture of it, in base64.", "A picture of it,&amp;nbsp;in base64.")
@Example("A picture of it, in base64.", "A picture &lt 5 MB of it,&nbps;in base64.")
@page_rule(
    code="CS519",
    name="escape-left-over",
    summary="The text has an escape that readers see as it is, such as `\\n` or `&lt;br/&gt;`.",
    cause="A generator copied a text out of code or HTML and escaped it once more, or not at all.",
    hint="Write what was meant: a line break, a sign, or nothing.",
    prose_signs=_ESCAPE_SIGNS,
)
def _leftover_escapes(page: CheckedPage) -> Iterator[Diagnostic]:
    seen = set()
    for place, match in find_in_text(page, _ESCAPE, _ESCAPE_SIGNS):
        # One cause a line: a generator escapes all or nothing.
        if place.line in seen:
            continue
        seen.add(place.line)
        text = match.group().strip()
        seen_as = unescape(text)
        message = f"For `{text}`, readers see `{seen_as}`."
        if seen_as == text or not text.endswith((";", "n")):
            message = f"Readers see `{text}` as it stands here."
        yield Diagnostic(page.find(place.line, text, place.column), message)
