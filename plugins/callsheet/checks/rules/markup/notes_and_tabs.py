"""Notes and tabs of MkDocs that a slip makes plain text, and markup of other tools."""

from collections.abc import Iterator

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage, find_in_text
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.rule import Diagnostic, Example, page_rule

_MARK = re.compile(
    r"^(?P<indent>[ ]{0,12})(?P<mark>!{2,4}|\?{3}\+?|={2,4}[!+]?)[ ]+(?P<rest>[^\s=!?][^\n]*)$"
)
_SIGNS = ("!! ", "??? ", "???+ ", "== ", "===! ", "===+ ")
_NOTE = re.compile(
    r"(?P<kind>[A-Za-z][\w-]*)(?P<classes>(?:[ ]+[\w-]+)*?)(?P<title>[ ]+\"[^\"]*\")?[ ]*$"
)
_KINDS = (
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger",
    "example", "quote", "important", "caution", "attention", "summary", "hint",
)  # fmt: skip
_CLASSES = frozenset({"inline", "end", "no-title", "annotate", "highlight", "collapsible"})


@Example("Changes what is known", "!!! wraning\n    Be quick.\n\nChanges what is known")
@Example("Changes what is known", "!!! note\nBe quick.\n\nChanges what is known")
@Example("Changes what is known", "!! note\n    Be quick.\n\nChanges what is known")
@Example("Changes what is known", "!!! note Hurry up\n    Now.\n\nChanges what is known")
@Example("Changes what is known", '=== "Sea\n\n    Slow.\n\nChanges what is known')
@Example("Changes what is known", "=== Sea\n\n    Slow.\n\nChanges what is known")
@page_rule(
    code="CS564",
    name="broken-note",
    summary='A note such as `!!! warning` or a tab such as `=== "Python"` is misspelt.',
    cause=(
        "The mark has three signs, the title is in quotes, and what belongs to it is four spaces "
        "in. Otherwise readers see the marks, or a box without its text."
    ),
    hint="Write the mark as the documentation of Material for MkDocs has it.",
    prose_signs=_SIGNS,
)
def _broken_notes(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _MARK, _SIGNS):
        mark, rest = match["mark"], match["rest"].rstrip()
        problem = _problem_of_tab(mark, rest) if "=" in mark else _problem_of_note(mark, rest)
        if problem is None and not _has_content(page, place.line, len(match["indent"])):
            problem = "has no text below it that is four spaces in"
        if problem:
            yield Diagnostic(page.whole_line(place.line), f"`{mark} {rest}` {problem}.")


def _problem_of_tab(mark: str, rest: str) -> str | None:
    quotes = rest.count('"')
    if len(mark.rstrip("!+")) != 3:
        # Two of them are also emphasis of other tools, or a comparison.
        return "is not a tab; one has three marks" if rest[0] == rest[-1] == '"' else None
    if rest[0] == '"' and quotes == 1:
        return "has a quote that is never closed"
    return 'is not a tab: its title is not in quotes, as in `=== "Python"`' if not quotes else None


def _problem_of_note(mark: str, rest: str) -> str | None:
    kind = rest.split()[0].lower()
    if len(mark) != 3 and not mark.startswith("?"):
        return "is not a note; one has three marks" if kind in _KINDS else None
    if kind not in _KINDS and (meant := likely_meant(kind, _KINDS)):
        return f"is a note of a kind that is not known; did you mean `{meant}`?"
    match = _NOTE.match(rest)
    if match is None:
        return "has a quote that is never closed" if rest.count('"') % 2 else None
    words = match["classes"].split()
    if kind in _KINDS and words and not match["title"] and not _CLASSES.issuperset(words):
        return f'has a title without quotes; write `"{" ".join(words)}"`'
    return None


def _has_content(page: CheckedPage, line: int, indent: int) -> bool:
    below = page.document.lines[line:]
    text = next((each for each in below if each.strip()), None)
    # The next one is within no other: an empty note or tab is a choice.
    return (
        text is None
        or text.startswith(" " * (indent + 4))
        or text.expandtabs(4).startswith(" " * (indent + 4))
        or not below[0].strip()
    )


_DIRECTIVE = (
    "note|warning|tip|important|caution|danger|hint|seealso|code-block|code|image|figure|include"
    "|toctree|contents|deprecated|versionadded|versionchanged|autoclass|automodule|autofunction"
)
_OTHER_MARKUP = re.compile(
    rf"^[ ]{{0,3}}(?P<directive>\.\.[ ](?:{_DIRECTIVE})::)(?=[ \t]|$)"
    r"|(?P<role>:(?:ref|doc|class|func|meth|attr|mod|py:[a-z]+|numref|term):)(?=[ ]?\w|[ ]{2}|`)"
    r"|(?:^|\|)[ \t]*(?P<field>:(?:param|type|returns?|rtype|raises)(?:[ ]\w[\w.]*){0,2}:)(?=[ \t])"
    r"|(?P<wiki>\[\[[A-Z][^\[\]|\n{}]{1,80}(?:\|[^\[\]\n]{1,80})?\]\])(?!\()"
)
_OTHER_SIGNS = (
    ".. ", "[[",
    ":ref:", ":doc:", ":class:", ":func:", ":meth:", ":attr:", ":mod:", ":py:",
    ":numref:", ":term:", ":param", ":type", ":return", ":rtype", ":raises",
)  # fmt: skip
_TOOLS = {"directive": "Sphinx", "role": "Sphinx", "field": "Sphinx", "wiki": "a wiki"}


@Example("Changes what is known", ".. note:: Be quick.\n\nChanges what is known")
@Example("A picture of it, in base64.", "A picture, see :ref:`pictures`.")
@Example("A picture of it, in base64.", "A picture, see [[All pictures]].")
@page_rule(
    code="CS565",
    name="other-tool",
    summary="The text has markup of Sphinx or of a wiki.",
    cause="It was copied from there, or from a comment in code. Readers see it as it is written.",
    hint="Write the Markdown for it.",
    prose_signs=_OTHER_SIGNS,
)
def _markup_of_other_tools(page: CheckedPage) -> Iterator[Diagnostic]:
    for found, match in find_in_text(page, _OTHER_MARKUP, _OTHER_SIGNS):
        kind = str(match.lastgroup)
        # Capitals alone are a template's mark, which another rule reports.
        if kind != "wiki" or any(letter.islower() for letter in match[kind]):
            text = match[kind]
            place = page.matched(found.line, match, kind)
            yield Diagnostic(place, f"`{text}` is markup of {_TOOLS[kind]}, which readers see.")


_PASTED = re.compile(
    r":contentReference\[oaicite:\d+\]|\boaicite:\d+|\u3010\d+\u2020[^\u3010\u3011\n]{1,80}\u3011"
    r"|\bAs an AI (?:language )?model\b"
    r"|^(?:Certainly|Sure|Of course)[!,] [Hh]ere(?: is|'s|\u2019s)\b"
    r"|\bI hope this helps[.!]|utm_source=chatgpt\.com"
)
_PASTED_SIGNS = ("oaicite", "\u3010", "as an ai ", "certainly", "sure", "of course", "i hope this",
                 "utm_source=chatgpt")  # fmt: skip


@Example("Changes what is known", "As an AI language model, I change what is known")
@Example("as it is stored.\n", "as it is stored. :contentReference[oaicite:0]{index=0}\n")
@page_rule(
    code="CS566",
    name="pasted-answer",
    summary="The text has a mark or a phrase of an answer that was pasted from an assistant.",
    cause="Its references lead nowhere, and its phrases are about no API.",
    hint="Take it out, and see that what stands around it is true.",
    prose_signs=_PASTED_SIGNS,
)
def _pasted_answers(page: CheckedPage) -> Iterator[Diagnostic]:
    for place, match in find_in_text(page, _PASTED, _PASTED_SIGNS):
        yield Diagnostic(place, f"`{match.group()}` is of an assistant's answer.")
