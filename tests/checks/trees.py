"""Docs trees with the correct page of the rules, and with what the tests make of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import chdir, nullcontext
from pathlib import Path

from click.testing import CliRunner

from callsheet.checks.engine.runner import TreeResult, check
from callsheet.checks.engine.selection import Selection
from callsheet.checks.rules.specimen import PATH, specimen
from callsheet.cli import main
from callsheet.findings import Finding

FENCE = "```http!\n"
"""The line of the correct page that begins its sample request."""

FAMILIES = ("CS0", "CS9")
"""The rules that tests of everything but rules are made with, whatever other rules there are."""

SLIP = ("Content-Type: application/json\nAccept:", "Content-Type application/json\nAccept:")
"""A mistake in the sample request that CS010 finds, right and wrong."""

SLIP_LINE = specimen()[: specimen().index(SLIP[0])].count("\n") + 1


INDEX = """\
---
title: Parcels
---

# Parcels

- [Change a parcel](Depot/v1Parcel_Change.md)
"""


def specimen_tree() -> dict[str, str]:
    """The pages of the correct tree, by path."""
    return {"index.md": INDEX, PATH: specimen()}


def write(folder: Path, pages: Mapping[str, str] | None = None) -> Path:
    """Writes the tree of the correct page, with other pages in place of its own, or beside them.

    Lone surrogates stand for bytes that are not UTF-8.
    """
    for path, text in {**specimen_tree(), **(pages or {})}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", errors="surrogateescape"))
    return folder


def broken(right: str = SLIP[0], wrong: str = SLIP[1], text: str | None = None) -> str:
    """The correct page, or another text, with one place changed."""
    text = specimen() if text is None else text
    assert text.count(right) == 1, right
    return text.replace(right, wrong)


def copy(number: int, text: str | None = None) -> str:
    """A page like another, with a uid and a route of its own."""
    text = specimen() if text is None else text
    text = text.replace("v1Parcel_Change", f"v1Parcel_Change{number}")
    return text.replace("/api/v1/Depot/", f"/api/v{number + 2}/Depot/")


def checked(
    folder: Path, pages: Mapping[str, str] | None = None, select: Sequence[str] = FAMILIES
) -> TreeResult:
    """What is found in a tree with these pages."""
    return check(write(folder, pages), Selection.of(select))


def places(findings: Sequence[Finding]) -> list[tuple[str, str, int]]:
    """Code, path and line of findings."""
    return [(finding.code, finding.path, finding.line) for finding in findings]


def run(docs: Path, *arguments: str | Path, cwd: Path | None = None) -> tuple[int, str, str]:
    """Exit code, output and messages of `callsheet check` with the few rules of `FAMILIES`."""
    return command("--docs", docs, "--select", ",".join(FAMILIES), *arguments, cwd=cwd or docs)


def command(*arguments: str | Path, cwd: Path) -> tuple[int, str, str]:
    """Exit code, output and messages of `callsheet check`, called in a folder."""
    with chdir(cwd) if cwd.is_dir() else nullcontext():
        done = CliRunner().invoke(main, ["check", *map(str, arguments)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


__all__ = [
    "FENCE",
    "PATH",
    "SLIP",
    "SLIP_LINE",
    "broken",
    "checked",
    "command",
    "copy",
    "places",
    "run",
    "specimen",
    "write",
]
