"""Generate the documentation of rules."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff
from typing import TYPE_CHECKING

from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rules.specimen import PATH, specimen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from callsheet.checks.rule import Example, Rule

_MAX_FILE_LINES = 20
NOT_OF_IMPORTS = " It does not apply to pages that an import wrote."


def document_rule(rule: Rule, level: int = 1) -> str:
    """Return the documentation of a rule as Markdown: what, why, an example, and the remedy.

    Args:
        rule: The rule.
        level: The level of its heading.
    """
    suppression = (
        f"Where it is as it should be, write `<!-- callsheet: ignore {rule.code} -- reason -->` on"
        " a line above the section, table, fence or paragraph, or at the end of the line."
    )
    return "\n\n".join([*_parts(rule, level), suppression]) + "\n"


def document_rules(*prefixes: str, level: int = 2) -> str:
    """Return a table of rules, and the documentation of each.

    Args:
        prefixes: What the codes of the rules begin with; none for all rules.
        level: The level of their headings.
    """
    rules = [*_with(prefixes)]
    table = _table(rules, lambda rule: f"[{rule.code}](#{rule_anchor(rule)})")
    return "\n\n".join([table, *(part for rule in rules for part in _parts(rule, level))]) + "\n"


def _parts(rule: Rule, level: int) -> Iterator[str]:
    """Yield the paragraphs about a rule that say nothing of others."""
    yield f"{'#' * level} {rule.code}: {rule.name}"
    yield rule.summary
    yield f"Severity: {rule.severity}.{'' if rule.applies_to_imports else NOT_OF_IMPORTS}"
    yield rule.cause
    yield from _examples(rule)
    yield f"**Remedy:** {rule.hint}"


def list_rules(page: str, *prefixes: str) -> str:
    """Return a table of rules that are documented on another page.

    Args:
        page: The page. Each row has the ids that lead to a rule, and the site goes on from there.
        prefixes: As for `document_rules`.
    """

    def link(rule: Rule) -> str:
        ids = f'<span id="{rule_anchor(rule)}" data-callsheet-moved></span>'
        ids += f'<span id="{rule.code.lower()}" data-callsheet-moved></span>'
        return f"{ids}[{rule.code}]({page}#{rule_anchor(rule)})"

    return _table(_with(prefixes), link) + "\n"


def _with(prefixes: tuple[str, ...]) -> Iterator[Rule]:
    return (r for code, r in all_rules().items() if not prefixes or code.startswith(prefixes))


def _table(rules: Iterable[Rule], link: Callable[[Rule], str]) -> str:
    rows = [f"| {link(rule)} | {rule.severity} | {rule.summary} |" for rule in rules]
    return "\n".join(["| Rule | Severity | What it finds |", "| --- | --- | --- |", *rows])


def rule_anchor(rule: Rule) -> str:
    """Return the id that `toc` gives to the heading."""
    return f"{rule.code}-{rule.name}".lower()


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        if example.right:
            yield "For example:"
            yield _fence("diff", _shown(_diff(example)))
        for path, text in example.files.items():
            lines = text.count("\n")
            if lines <= _MAX_FILE_LINES:
                yield f"With `{path}`:" if example.right else f"For example, `{path}`:"
                yield _fence("text", _shown(text))
            else:
                yield f"For example, where a page `{path}` says the same as `{PATH}`."


def _diff(example: Example) -> str:
    """Return the lines that differ, marked as in a change that broke the correct page."""
    before = specimen()
    after = before.replace(example.right, example.wrong, 1)
    lines = unified_diff(before.split("\n"), after.split("\n"), n=1, lineterm="")
    shown = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return "\n".join(shown)


def _fence(info: str, text: str) -> str:
    marks = "`" * 3
    while marks in text:
        marks += "`"
    return f"{marks}{info}\n{text.rstrip()}\n{marks}"


def _shown(text: str) -> str:
    """Replace bytes that are not UTF-8 by the character that stands for them."""
    return text.encode("utf-8", errors="replace").decode()
