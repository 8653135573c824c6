"""Running the rules: what is kept from run to run, and what happens when a rule fails."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet import parallel
from callsheet.cache.content import CACHE_VARIABLE, save_content
from callsheet.cache.fingerprint import code_fingerprint
from callsheet.checks.engine import check_page as results
from callsheet.checks.engine import registry, runner
from callsheet.checks.engine.check_page import Relations
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.engine.runner import ResultCache, TreeResult, check, conclude
from callsheet.checks.engine.selection import Selection
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.model.tree import Tree
from callsheet.checks.rule import Diagnostic, OperationRule, PageRule, Rule, TreeRule
from callsheet.checks.rules.document import PARAMETERS
from callsheet.checks.rules.live import UNANSWERED
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.cli import main
from callsheet.findings import Finding, Severity
from tests.caches import DAMAGES, damage, note_paths
from tests.checks.trees import FAMILIES, SLIP_LINE, broken, copy, places, write

ALL = Selection.of(FAMILIES)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Three pages, one of them with a finding."""
    return write(tmp_path / "docs", {"Depot/v1Parcel_Change2.md": broken(text=copy(2))})


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages whose rules are run, as they come."""
    return note_paths(monkeypatch, runner, "check_page")


def kept(cache_folder: Path) -> Path:
    [file] = cache_folder.glob("*-check.json")
    return file


def test_a_second_run_checks_no_page_and_says_the_same(
    docs: Path, cache_folder: Path, ran: list[str]
) -> None:
    first = check(docs, ALL)
    assert len(ran) == 3
    assert first.findings
    ran.clear()
    assert check(docs, ALL) == first
    assert ran == []


def test_fixes_and_related_places_come_back(docs: Path, cache_folder: Path) -> None:
    page = specimen().replace("```http!", "<!-- callsheet: ignore CS009 -->\n```http!")
    (docs / PATH).write_text(page)
    first, second = check(docs, ALL), check(docs, ALL)
    assert [f.fix for f in first.findings] == [f.fix for f in second.findings]
    assert any(f.fix for f in second.findings)


def test_only_what_changed_is_checked(docs: Path, cache_folder: Path, ran: list[str]) -> None:
    check(docs, ALL)
    ran.clear()
    (docs / PATH).write_text(broken())
    outcome = check(docs, ALL)
    assert ran == [PATH]
    assert {f.path for f in outcome.findings if f.code == "CS010"} == {
        PATH, "Depot/v1Parcel_Change2.md",
    }  # fmt: skip


def test_a_changed_selection_is_followed_at_once(docs: Path, cache_folder: Path) -> None:
    assert check(docs, ALL).findings
    assert check(docs, Selection.of(FAMILIES, ["CS0"])).findings == ()
    [finding] = check(docs, Selection.of(FAMILIES, severity={"CS010": Severity.NOTE})).findings
    assert finding.severity is Severity.NOTE


def test_suppressions_come_from_the_cache_too(
    docs: Path, cache_folder: Path, ran: list[str]
) -> None:
    page = docs / "Depot/v1Parcel_Change2.md"
    page.write_text(page.read_text() + "\n<!-- callsheet: ignore-page CS010 -->\n")
    first = check(docs, ALL)
    ran.clear()
    assert check(docs, ALL) == first
    assert ran == []
    assert (first.findings, first.suppressed) == ((), 1)


@pytest.mark.parametrize("fault", [*DAMAGES, "shape", "value", "other code"])
def test_a_cache_of_no_use_is_not_trusted(
    docs: Path, cache_folder: Path, ran: list[str], fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = check(docs, ALL)
    file = kept(cache_folder)
    if fault in DAMAGES:
        damage(file, fault)
    elif fault in ("shape", "value"):
        _, head, *lines = file.read_bytes().split(b"\n")
        changed = [b"[%b]" % head, *lines] if fault == "shape" else [head, *(b"7" for _ in lines)]
        save_content(file, b"\n".join(changed), code_fingerprint())
    else:
        monkeypatch.setattr(runner, "rules_fingerprint", lambda: b"another version")
    ran.clear()
    assert check(docs, ALL) == fresh
    assert len(ran) == 3


def test_it_can_be_switched_off(docs: Path, tmp_path: Path, ran: list[str]) -> None:
    assert os.environ[CACHE_VARIABLE] == ""
    check(docs, ALL)
    check(docs, ALL)
    assert len(ran) == 6
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]


def failing(kind: type[Rule]) -> Rule:
    def check(page: CheckedPage | Tree) -> Iterable[Diagnostic]:
        if isinstance(page, CheckedPage):
            yield Diagnostic(page.whole_line(1), "The rule begins well.")
        raise ZeroDivisionError("a slip of the rule")

    return kind(  # type: ignore[call-arg]
        code="CS999", name="slip", severity=Severity.ERROR, summary="", cause="", hint="",
        examples=(), check=check,
    )  # fmt: skip


@pytest.fixture(params=[PageRule, OperationRule, TreeRule])
def slip(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Rule:
    """A rule that raises."""
    rule = failing(request.param)
    rules = {**registry.all_rules(), rule.code: rule}
    for module in (results, runner):
        monkeypatch.setattr(module, "all_rules", lambda: rules)
    return rule


def test_a_rule_that_fails_does_not_keep_others_from_their_findings(
    docs: Path, cache_folder: Path, slip: Rule, ran: list[str]
) -> None:
    outcome = check(docs, ALL)
    assert places(outcome.findings) == [("CS010", "Depot/v1Parcel_Change2.md", SLIP_LINE)]
    assert {fault.code for fault in outcome.faults} == {"CS999"}
    pages = {fault.path for fault in outcome.faults}
    assert pages == ({""} if isinstance(slip, TreeRule) else pages - {""})
    assert "ZeroDivisionError: a slip of the rule" in str(outcome.faults[0])
    # What is not complete is not kept.
    again = check(docs, ALL)
    assert again.faults == outcome.faults


def test_a_rule_that_fails_exits_with_2(docs: Path, slip: Rule) -> None:
    done = CliRunner().invoke(main, ["check", "--docs", str(docs), "--fail-level", "error"])
    assert done.exit_code == 2
    assert "CS010" in done.stdout
    assert "Error: The rule CS999 failed on" in done.stderr
    assert "Traceback" not in done.stderr


def test_findings_are_in_order_and_have_uids(docs: Path) -> None:
    (docs / PATH).write_text(broken("| 404 | There is", "| 4o4 | There is", broken()))
    outcome: TreeResult = check(docs, ALL)
    assert list(outcome.findings) == sorted(outcome.findings)
    assert {f.path: f.uid for f in outcome.findings} == {
        PATH: "v1Parcel_Change",
        "Depot/v1Parcel_Change2.md": "v1Parcel_Change2",
    }


def test_an_oversized_page_is_a_finding(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("callsheet.catalog.readings.MAX_PAGE_BYTES", 100)
    codes = {f.code for f in check(docs, Selection.of(["CS012"])).findings}
    assert codes == {"CS012"}


def test_an_include_from_outside_is_a_finding(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret\n")
    (docs / "note.md").symlink_to(tmp_path / "secret.md")
    (docs / "index.md").write_text("# Title\n\n[!include[x](note.md)]\n")
    include, link = check(docs, Selection.of(["CS017"])).findings
    assert (include.path, include.line, include.column) == ("index.md", 3, 14)
    assert (link.path, link.line, link.column) == ("note.md", 1, 1)


def test_links_to_generated_pages_are_right(docs: Path) -> None:
    (docs / "index.md").write_text("# Title\n\n[Parcel](types/Parcel.md)\n")
    assert check(docs, Selection.of(["CS014"]), types_dir="types").findings == ()
    assert len(check(docs, Selection.of(["CS014"]), types_dir="kinds").findings) == 1
    (docs / "types").mkdir()
    assert len(check(docs, Selection.of(["CS014"]), types_dir="types").findings) == 1


@pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs a second core"
)
def test_another_process_finds_the_same(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = check(docs, ALL)
    monkeypatch.setattr(parallel, "MIN_TASKS", 1)
    # Threads that other tests may have left would keep this process from being forked.
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert check(docs, ALL) == alone


def test_pages_without_a_result_on_disk_are_counted(docs: Path, cache_folder: Path) -> None:
    pages = {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*.md")}
    assert ResultCache(docs).count_unknown(pages) == len(pages) == 3
    check(docs, ALL)
    assert ResultCache(docs).count_unknown(pages) == 0
    assert ResultCache(docs).count_unknown(pages | {PATH: b"# Another\n"}) == 1


def test_without_a_cache_no_page_counts_as_unknown(docs: Path) -> None:
    assert ResultCache(docs).count_unknown({PATH: b"# Another\n"}) == 0


@pytest.mark.parametrize("has_document", [False, True])
def test_only_who_can_tell_calls_a_comment_needless(
    docs: Path, cache_folder: Path, has_document: bool
) -> None:
    """Findings of a live server, or of a document, are not there if these are not asked."""
    (docs / PATH).write_text(
        specimen() + f"\n<!-- callsheet: ignore-page {PARAMETERS.code}, {UNANSWERED.code} -->\n"
    )
    # The second time, what was found is in the cache.
    for _ in range(2):
        found = check(docs, ALL, against=(lambda _: ()) if has_document else None).findings
        needless = [f.message for f in found if f.path == PATH and "suppressed here" in f.message]
        assert [PARAMETERS.code in message for message in needless] == [True] * has_document


def test_rules_for_authors_do_not_apply_to_what_an_import_wrote() -> None:
    codes = all_rules().keys()
    found = tuple(
        Finding(path, 1, 1, code, Severity.ERROR, "", "") for path in ("a", "b") for code in codes
    )
    relations = Relations(found, (), ("a", "b"), imported=("b",))
    for rule in all_rules().values():
        left = conclude(relations, lambda _: (), {}, Selection.of([rule.code])).findings
        assert [each.path for each in left] == (["a", "b"] if rule.applies_to_imports else ["a"])
