"""`callsheet import openapi --update`."""

from pathlib import Path

from callsheet.checks.engine import fixes
from callsheet.cli.options import counted, say, say_text
from callsheet.errors import access_to
from callsheet.export import write
from callsheet.importing import Specification
from callsheet.report import prefix_of
from callsheet.sync import SourceDocument, UpdatePlan, plan_update


def update_pages(
    document: Specification, former: Specification | None, out: Path, *, dry_run: bool
) -> None:
    """Bring the pages of a folder in step with a document, and exit with 1 if any is not.

    Args:
        document: The document.
        former: The one that the pages were written by, if it is known.
        out: The folder of the pages.
        dry_run: Whether nothing is written.
    """
    source = SourceDocument.of(document)
    old = SourceDocument.of(former) if former else None
    plan = plan_update(source, out, old)
    prefix = prefix_of(out)
    for page in plan.pages:
        say_text(fixes.diff(page, prefix).removesuffix("\n"))
    for message in plan.messages:
        say(message, err=True)
    for finding in plan.findings:
        say(f"{finding.severity}: {finding.path}:{finding.line}: {finding.message}", err=True)
    missed = 0 if dry_run else _write(plan)
    added = sum(not page.before for page in plan.pages)
    nothing = "; nothing was written" if dry_run else ""
    changed = len(plan.pages) - added
    say(f"{counted(changed, 'page')} changed, {added} new{nothing}.", err=True)
    if changed and former is None:
        hint = "--from OLD changes those that are still OLD's"
        say(f"Texts and examples of existing pages were left as they are; {hint}.", err=True)
    if plan.findings or missed:
        raise SystemExit(1)


def _write(plan: UpdatePlan) -> int:
    """Write the pages, and return how many could not be."""
    root = plan.root.resolve()
    missed = 0
    for page in plan.pages:
        target = plan.root / page.path
        if page.before:
            is_written = fixes.write_fixed(plan.root, page)
        else:
            is_written = not target.exists() and target.resolve().is_relative_to(root)
            if is_written:
                _create(target, page.after)
        if not is_written:
            missed += 1
            say(f"`{target}` was changed in the meantime and is not overwritten.", err=True)
    return missed


def _create(target: Path, content: bytes) -> None:
    with access_to(target.parent, "created"):
        target.parent.mkdir(parents=True, exist_ok=True)
    write(target, content)
