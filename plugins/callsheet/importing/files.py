"""Plans the files of an import."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from callsheet.catalog.readings import MAX_PAGE_BYTES
from callsheet.errors import access_to
from callsheet.findings import Finding, Severity
from callsheet.importing.openapi import TYPES, Imported
from callsheet.importing.reading import MAX_CHARACTERS, too_much
from callsheet.model import Operation, Property
from callsheet.pages import write_index, write_page, write_type_page
from callsheet.source import Reading, read_page
from callsheet.untrusted import size


class FileAction(StrEnum):
    """Action of an import on a file."""

    WRITE = "write"
    SAME = "same"
    REPLACE = "replace"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file: its path below the folder, its text, and what is done with it."""

    path: str
    text: str
    change: FileAction


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All files of an import.

    Attributes:
        root: Their folder.
        files: The files, in the order of their paths.
        findings: Pages that, when read back, differ from the specification.
    """

    root: Path
    files: tuple[PlannedFile, ...]
    findings: tuple[Finding, ...]

    def count(self, change: FileAction) -> int:
        """Return the number of files with that action."""
        return sum(file.change is change for file in self.files)


def plan_files(imported: Imported, root: Path, *, force: bool = False) -> ImportPlan:
    """Generate the text of all files, read each page back, and compare with existing files.

    An overview, `index.md`, is written only if there is none.

    Args:
        imported: The imported specification.
        root: The folder to write to.
        force: Whether existing files with a different text are replaced.

    Raises:
        ConfigurationError: An existing file cannot be read, or the pages would be too large.
    """
    findings: list[Finding] = []
    files: list[PlannedFile] = []
    for path, text in sorted(page_texts(imported, findings)):
        # Authors write overviews themselves, so an import never replaces one.
        is_overview = path.rpartition("/")[2] == "index.md"
        change = _change(root / path, text.encode(), force=force and not is_overview)
        if not (is_overview and change is FileAction.KEEP):
            files.append(PlannedFile(path, text, change))
    return ImportPlan(root, tuple(files), tuple(findings))


def page_texts(imported: Imported, findings: list[Finding]) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each page.

    Args:
        imported: The imported specification.
        findings: Gets a finding for each page that, when read back, differs from it.

    Raises:
        ConfigurationError: The pages would be too large.
    """
    total = 0

    def limited(path: str, text: str) -> str:
        nonlocal total
        total += len(text)
        if total > MAX_CHARACTERS:
            raise too_much(path, f"the pages would have more than {size(MAX_CHARACTERS)}")
        if len(text) > MAX_PAGE_BYTES:
            raise too_much(path, f"the page would have more than {size(MAX_PAGE_BYTES)}")
        return text

    for operation in imported.operations:
        text = limited(operation.path, write_page(operation))
        # The reader decides what a page says, so what it reads must be what the specification said.
        findings += _differences(operation, read_page(text.encode(), operation.path))
        yield operation.path, text
    for found in imported.types:
        path = f"{TYPES}/{found.table.name}.md"
        text = limited(path, write_type_page(found.table, found.description, imported.source))
        table = read_page(text.encode(), path).page.defines
        rows = [_words(row) for row in table.properties] if table else []
        if rows != [_words(row) for row in found.table.properties]:
            findings.append(_differs(path, "the properties"))
        yield path, text
    if imported.types:
        yield (
            f"{TYPES}/index.md",
            write_index("Types", marker="types", imported_from=imported.source),
        )
    for folder, overview in imported.folders.items():
        yield (
            f"{folder}/index.md",
            write_index(
                overview.title,
                overview.description,
                keys=overview.keys,
                imported_from=imported.source,
            ),
        )
    yield (
        "index.md",
        write_index(
            imported.title,
            imported.description,
            "operations",
            keys=imported.keys,
            imported_from=imported.source,
        ),
    )


def _change(file: Path, text: bytes, *, force: bool) -> FileAction:
    with access_to(file, "read"):
        if not file.exists() and not file.is_symlink():
            return FileAction.WRITE
        if file.read_bytes() == text:
            return FileAction.SAME
    return FileAction.REPLACE if force else FileAction.KEEP


def _differences(wanted: Operation, reading: Reading) -> Iterator[Finding]:
    """Yield findings if the page, read back, documents a different operation."""
    yield from reading.findings
    read = reading.operation
    if read is None:
        yield _differs(wanted.path, "the operation")
        return
    for name, one, other in _facts(wanted, read):
        if one != other:
            yield _differs(wanted.path, name)


def _facts(wanted: Operation, read: Operation) -> Iterator[tuple[str, object, object]]:
    mine, theirs = dict(_said(wanted)), dict(_said(read))
    for name in dict.fromkeys((*mine, *theirs)):
        yield name, mine.get(name), theirs.get(name)


def _said(operation: Operation) -> Iterator[tuple[str, object]]:
    response = operation.response
    yield "the uid", operation.uid
    yield "the route", (operation.method, operation.route.template)
    yield "the parameters", [_words(row) for row in operation.parameters]
    for number, body in enumerate(operation.request_bodies):
        kind = (body.name, body.type, body.media_type, body.required)
        yield f"request body {number}", (kind, [_words(row) for row in body.properties])
    yield "the webhook or callback", operation.outgoing
    yield "the response's type", response and response.body_type
    yield "the response body", [_words(row) for row in response.properties] if response else []
    yield (
        "other bodies",
        [
            (body.status, body.media_type, body.type, [_words(row) for row in body.properties])
            for body in (response.bodies if response else ())
        ],
    )
    yield (
        "the headers of responses",
        [(row.status, _words(row)) for row in (response.headers if response else ())],
    )
    yield (
        "other statuses",
        [(r.name, _unescaped(r.description)) for r in (response.ranges if response else ())],
    )
    yield (
        "the front matter",
        [
            (operation.about, operation.operation_id, operation.deprecated, operation.tags),
            (operation.servers, operation.security),
        ],
    )
    yield "the statuses", [(s.code, _unescaped(s.description)) for s in operation.statuses]
    yield "the request's media types", operation.request_media_types
    yield "the response's media types", operation.response_media_types
    yield "the sections", [section.kind for section in operation.sections]
    yield "the sample requests", [(m.name, m.text) for m in operation.example_requests]
    yield "the sample responses", [(m.name, m.text) for m in operation.example_responses]
    yield "the deviating requests", [(m.name, m.text) for m in operation.deviating_requests]
    yield "the deviating responses", [(m.name, m.text) for m in operation.deviating_responses]


def _words(row: Property) -> tuple[object, ...]:
    return row.name, row.type, row.required, row.facets, _unescaped(row.description)


def _unescaped(text: str) -> str:
    # The text that is read back still has the escapes of backticks and pipes.
    return text.replace("\\`", "`").replace("\\|", "|")


def _differs(path: str, what: str) -> Finding:
    message = f"When the page is read, {what} are not as the specification says."
    return Finding(path, 1, 1, "CS049", Severity.WARNING, message, "Look at the page.")
