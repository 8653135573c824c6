"""Rules are chosen by group, some only by name, and a project may have its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from callsheet.cache.content import CACHE_VARIABLE
from callsheet.checks.engine import registry
from callsheet.checks.engine.registry import all_rules, use_project_rules
from callsheet.checks.engine.selection import Selection, expand_codes
from callsheet.checks.rule import RuleGroup
from callsheet.checks.rules.specimen import PATH
from callsheet.errors import ConfigurationError
from tests.checks.trees import broken, checked, command, write

RULES = """
from callsheet.checks.rule import Diagnostic, Example, OperationRule
from callsheet.findings import Severity


def _shouted(page):
    line = page.document.line_of_key("title")
    if page.operation.title.isupper():
        yield Diagnostic(page.whole_line(line), f"The title `{page.operation.title}` shouts.")


RULES = [
    OperationRule(
        code="ACME001", name="acme-shout", severity=Severity.WARNING, summary="A title shouts.",
        cause="It is loud.", hint="Write it in small letters.", check=_shouted,
        examples=(Example("title: Change a parcel", "title: CHANGE"),),
    )
]
"""


@pytest.fixture(autouse=True)
def _no_other_rules() -> Iterator[None]:
    yield
    use_project_rules((), Path())
    sys.modules.pop("acme_rules", None)


def project(folder: Path, rules: str = RULES) -> Path:
    text = broken("title: Change a parcel", "title: CHANGE A PARCEL")
    write(folder / "docs", {PATH: text})
    (folder / "acme_rules.py").write_text(rules)
    check = "{rules: [acme_rules], select: [ACME001, CS9]}"
    (folder / "mkdocs.yml").write_text(f"plugins:\n  - callsheet: {{check: {check}}}\n")
    return folder


def test_each_rule_is_in_one_group() -> None:
    groups = [expand_codes([group]) for group in RuleGroup]
    assert all(groups)
    usual = expand_codes(["default"])
    assert sum(map(len, groups)) == len(frozenset().union(*groups)) == len(usual)
    assert expand_codes(["secrets"]) == {code for code in usual if code.startswith("CS7")}
    assert {"CS014", "CS041", "CS541"} <= expand_codes(["links"])
    assert {"CS403", "CS435"} <= expand_codes(["truth"])
    assert {"CS502", "CS545"} <= expand_codes(["style"])


def test_optional_rules_run_only_if_they_are_named(tmp_path: Path) -> None:
    optional = {code for code, rule in all_rules().items() if rule.is_optional}
    assert optional == {"CS131", "CS232", "CS233"}
    assert not optional & expand_codes(["CS", "style", "default"])
    row = "| Weight | int32 | What is written on it. |"
    pages = {PATH: broken("| Weight | int32 | Its weight in grams. |", row)}
    assert checked(tmp_path, pages, select=()).findings == ()
    found = checked(tmp_path, pages, select=("default", "repeated-description")).findings
    assert [finding.code for finding in found] == ["CS233"]
    assert not Selection().wants("CS233")


def test_an_unknown_group_is_refused_with_the_groups() -> None:
    with pytest.raises(ConfigurationError, match="the groups are default, links, secrets"):
        expand_codes(["fashion"])


def test_rules_of_the_project_run_with_the_others(tmp_path: Path) -> None:
    folder = project(tmp_path)
    code, output, _ = command(cwd=folder)
    assert code == 1
    assert "warning ACME001 The title `CHANGE A PARCEL` shouts." in output
    assert command("--ignore", "acme-shout", cwd=folder)[0] == 0
    code, output, _ = command("--explain", "ACME001", cwd=folder)
    assert "# ACME001: acme-shout" in output
    (page,) = folder.rglob("v1Parcel_Change.md")
    page.write_text(page.read_text() + "\n<!-- callsheet: ignore-page ACME001 -- it is loud -->\n")
    assert command(cwd=folder)[0] == 0


def test_what_is_cached_is_not_that_of_other_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))
    folder = project(tmp_path)
    assert command("--select", "CS9", cwd=folder)[0] == 0
    assert command(cwd=folder)[0] == 1
    sys.modules.pop("acme_rules")
    # Of another size: Python tells modules of the same second apart by it.
    project(tmp_path, f"{RULES.replace('isupper', 'islower')}\n")
    assert command(cwd=folder)[0] == 0


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ("RULES = 5", "needs `RULES`, a list of rules"),
        ("", "needs `RULES`"),
        ("import nowhere_at_all", "cannot be imported: ModuleNotFoundError"),
        (RULES.replace("ACME001", "CS014"), "Another rule has the code `CS014`"),
    ],
)
def test_rules_of_no_use_exit_with_2(tmp_path: Path, rules: str, message: str) -> None:
    code, output, messages = command(cwd=project(tmp_path, rules))
    assert (code, output) == (2, "")
    assert message in messages


def test_installed_packages_may_have_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = EntryPoint("acme", "acme_rules", registry.ENTRY_POINTS)
    monkeypatch.setattr(registry, "_entry_points", lambda: (entry,))
    project(tmp_path)
    use_project_rules((), tmp_path)
    assert "ACME001" in all_rules()
