"""Every rule, by its own examples: it finds the mistake where it is, and no other rule does."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest

from callsheet.checks import rules
from callsheet.checks.engine import registry
from callsheet.checks.engine.fixes import apply_edits
from callsheet.checks.engine.registry import all_rules, validate_rules
from callsheet.checks.engine.rule_pages import document_rule, document_rules, list_rules
from callsheet.checks.engine.runner import TreeResult, check, without_followers
from callsheet.checks.engine.selection import Selection
from callsheet.checks.rule import Example, ExternalRule, PageRule, ReadingRule, Rule, TreeRule
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.findings import Finding, Severity
from callsheet.site.markdown.documentation import documentation
from tests.checks.trees import checked
from tests.conftest import DOCS

RULES = all_rules()
NAMES = {rule.name for rule in RULES.values()}
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.code}-{rule.name}-{number}")
    for rule in RULES.values()
    for number, example in enumerate(rule.examples, 1)
]
WITHOUT_EXAMPLE = {
    "CS012": "a page of 8 MiB",
    "CS017": "a symbolic link",
}


def outcome_of(example: Example, folder: Path, rule: Rule | None = None) -> TreeResult:
    select = ("default", rule.name) if rule and rule.is_optional else ()
    return checked(folder, {**dict(example.files), PATH: page_of(example)}, select=select)


def page_of(example: Example) -> str:
    if not example.right:
        return specimen()
    assert specimen().count(example.right) == 1
    return specimen().replace(example.right, example.wrong)


def lines_of(example: Example) -> range:
    """The lines of the page that the mistake changes, with those around a place that is gone."""
    start = specimen().index(example.right)
    first = specimen().count("\n", 0, start) + 1
    last = first + example.wrong.removesuffix("\n").count("\n")
    return range(first, last + 1) if example.wrong.strip() else range(first - 1, last + 2)


def test_the_correct_page_has_no_finding(tmp_path: Path) -> None:
    outcome = checked(tmp_path, select=())
    assert outcome.findings == ()
    assert outcome.faults == ()
    assert set(outcome.pages) == {PATH, "index.md"}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_its_example_and_no_other_rule_does(
    rule: Rule, example: Example, tmp_path: Path
) -> None:
    outcome = outcome_of(example, tmp_path, rule)
    assert outcome.faults == ()
    found = [finding for finding in outcome.findings if finding.code == rule.code]
    assert found
    assert {RULES[f.code].name for f in outcome.findings} <= {rule.name, *example.also}
    for finding in found:
        assert finding.message
        assert finding.hint
        assert (finding.end_line, finding.end_column) > (finding.line, finding.column)
        assert finding.severity is rule.severity
    if example.right and not isinstance(rule, TreeRule):
        changed = lines_of(example)
        assert any(
            finding.path == PATH
            and (
                any(line in changed for line in range(finding.line, finding.end_line + 1))
                # What contradicts itself is found at one of the two places.
                or any(r.path == PATH and r.line in changed for r in finding.related)
            )
            for finding in found
        )


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_place_is_on_the_page(rule: Rule, example: Example, tmp_path: Path) -> None:
    for finding in outcome_of(example, tmp_path, rule).findings:
        data = (tmp_path / finding.path).read_bytes()
        lines = data.decode("utf-8", errors="replace").split("\n")
        assert 1 <= finding.line <= finding.end_line <= len(lines)
        assert 1 <= finding.column <= len(lines[finding.line - 1]) + 1
        assert 1 <= finding.end_column <= max(len(lines[finding.end_line - 1]), 1) + 1
        for other in finding.related:
            text = (tmp_path / other.path).read_text(encoding="utf-8", errors="replace")
            assert 1 <= other.line <= text.count("\n") + 1


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_fix_leaves_nothing_to_find(rule: Rule, example: Example, tmp_path: Path) -> None:
    outcome = outcome_of(example, tmp_path, rule)
    fixable = [finding for finding in outcome.findings if finding.fix]
    for path in {finding.path for finding in fixable}:
        data = (tmp_path / path).read_bytes()
        fixes = [finding.fix for finding in fixable if finding.path == path]
        fixed = apply_edits(data, fixes)
        assert fixed != data
        (tmp_path / path).write_bytes(fixed)
    if fixable:
        left = check(tmp_path, Selection())
        assert len(left.findings) <= len(outcome.findings) - len(fixable)


def test_codes_and_names_are_of_their_form() -> None:
    for code, rule in RULES.items():
        assert re.fullmatch(r"CS\d{3}", code)
        assert rule.code == code
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert list(RULES) == sorted(RULES)


def test_a_module_lists_all_of_its_rules() -> None:
    for info in walk_packages(rules.__path__, f"{rules.__name__}."):
        module = import_module(info.name)
        defined = [rule for rule in vars(module).values() if isinstance(rule, Rule)]
        assert [rule.name for rule in defined if rule.name not in NAMES] == [], info.name


def test_a_rule_has_an_example_unless_none_can_be_written() -> None:
    checked = {code: rule for code, rule in RULES.items() if not isinstance(rule, ExternalRule)}
    assert {code for code, rule in checked.items() if not rule.examples} == set(WITHOUT_EXAMPLE)


@pytest.mark.parametrize(
    "changes",
    [
        {"superseded_by": ("no-such-rule",)},
        {"superseded_on_line_by": ("ragged-row", "no-such-rule")},
        {"superseded_at_source_by": ("no-such-rule",)},
        {"examples": (Example("a", "b", also=("no-such-rule",)),)},
    ],
)
def test_a_rule_refers_to_other_rules_by_names_that_exist(changes: dict[str, Any]) -> None:
    rule = replace(RULES["CS301"], **changes)
    with pytest.raises(ValueError, match="`request-body-syntax` refers to `no-such-rule`"):
        validate_rules([*(other for other in RULES.values() if other.code != "CS301"), rule])


def test_the_registry_refuses_to_load_a_reference_to_no_rule(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rule = replace(RULES["CS301"], superseded_by=("no-such-rule",))
    monkeypatch.setattr(registry, "_own_rules", lambda: (rule,))
    monkeypatch.setattr(registry, "_known", registry._LoadedRules())
    with pytest.raises(ValueError, match="`request-body-syntax` refers to `no-such-rule`"):
        all_rules()


def test_a_rule_does_not_supersede_itself() -> None:
    rule = replace(RULES["CS301"], superseded_by=("request-body-syntax",))
    with pytest.raises(ValueError, match="refers to `request-body-syntax`"):
        validate_rules([rule])


def test_codes_and_names_are_unique() -> None:
    rule = RULES["CS301"]
    for other in (replace(rule, name="another"), replace(rule, code="CS399")):
        with pytest.raises(ValueError, match="Another rule has the code"):
            validate_rules([rule, other])


def test_a_finding_implied_by_another_one_is_dropped() -> None:
    implied = Finding("a.md", 7, 1, "CS303", Severity.ERROR, "A property is unknown.", "")
    cause = replace(implied, code="CS201", line=2)
    assert without_followers([implied, cause]) == [cause]
    elsewhere = replace(cause, path="b.md")
    assert without_followers([implied, elsewhere]) == [implied, elsewhere]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_documented(code: str) -> None:
    rule = RULES[code]
    text = document_rule(rule)
    assert text.startswith(f"# {code}: {rule.name}\n")
    for part in (rule.summary, rule.cause, rule.hint, str(rule.severity)):
        assert part.strip()
        assert part in text
    assert rule.summary.endswith(".")
    assert rule.hint.endswith((".", "`"))
    assert f"<!-- callsheet: ignore {code} -- reason -->" in text
    for example in rule.examples:
        for line in {*example.wrong.split("\n")} - {*example.right.split("\n")}:
            assert line.encode(errors="replace").decode() in text
    assert text.encode()


def test_all_rules_are_documented_together() -> None:
    text = document_rules()
    for rule in RULES.values():
        assert f"| [{rule.code}](#" in text
        assert f"## {rule.code}: {rule.name}\n" in text
        assert rule.hint in text


def test_the_rules_of_a_family_are_listed_and_documented_apart() -> None:
    listed, documented = list_rules("tables.md", "CS2"), document_rules("CS2")
    for rule in RULES.values():
        is_one = rule.code.startswith("CS2")
        link = f"[{rule.code}](tables.md#{rule.code.lower()}-{rule.name}) |"
        assert (link in listed) is is_one
        assert (f'<span id="{rule.code.lower()}" data-callsheet-moved>' in listed) is is_one
        assert (f"## {rule.code}: {rule.name}\n" in documented) is is_one


def test_the_rules_are_of_kinds_that_are_run() -> None:
    kinds = {type(rule) for rule in RULES.values()}
    assert {PageRule, ReadingRule, TreeRule} <= kinds


def test_the_site_documents_each_rule_on_one_page_and_lists_it_once() -> None:
    pages = {file.name: file.read_text(encoding="utf-8") for file in (DOCS / "rules").glob("*.md")}
    listed = re.findall(r"<!-- callsheet: (rules .* on (\S+)) -->", pages.pop("index.md"))
    written = {name: re.findall(r"<!-- callsheet: (rules .*) -->", pages[name]) for name in pages}
    assert {name: [f"{marker} on {name}" for marker in written[name]] for name in pages} == {
        name: [marker] for marker, name in listed
    }
    text = "".join(
        documentation(marker) or "" for markers in written.values() for marker in markers
    )
    assert sorted(re.findall(r"^## (CS\d+): ", text, re.MULTILINE)) == sorted(RULES)
