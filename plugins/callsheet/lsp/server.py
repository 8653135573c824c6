"""The language server: it keeps what an editor shows, and answers what an editor asks.

A page is checked by itself a moment after each change, in the loop that reads messages; what is
typed meanwhile is read as one change. Pages in relation to each other are checked in a thread, when
nothing has been typed for a while.
"""

import asyncio
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from callsheet import __version__
from callsheet.checks.engine.open_tree import MAX_EDITED_BYTES, OpenTree
from callsheet.configuration import MKDOCS_YML, Configuration
from callsheet.errors import CallsheetError
from callsheet.findings import Edit, Finding
from callsheet.lsp.background import in_thread
from callsheet.lsp.conversion import SOURCE, diagnostic_of, quick_fixes, text_edit
from callsheet.lsp.positions import EditedText
from callsheet.lsp.projects import Projects

TYPING_PAUSE = 0.02
"""Seconds from a change to the check of its page."""

IDLE_PAUSE = 0.5
"""Seconds without a change before all pages are checked together."""

_WATCHED = ("**/*.md", "**/*.mdx", "**/*.yml", "**/*.yaml")


class ShownPage:
    """A page that an editor shows.

    Attributes:
        uri: Its address.
        project: The docs tree.
        path: The page in it.
        text: Its text.
        version: That of the text, as the editor counts.
        is_checked: Whether it is small enough to be checked.
        findings: What is reported about it.
    """

    def __init__(self, uri: str, project: OpenTree, path: str, text: EditedText) -> None:
        self.uri = uri
        self.project = project
        self.path = path
        self.text = text
        self.version: int | None = None
        self.is_checked = True
        self.findings: list[Finding] = []
        self.pending: asyncio.TimerHandle | None = None

    def uri_of(self, path: str) -> str:
        """Return the address of a file of the docs tree."""
        return uris.from_fs_path(str(self.project.session.docs / path)) or self.uri


class PageServer(LanguageServer):
    """A server that knows the docs trees of a workspace.

    Args:
        configuration: The configuration for all pages; None to find that of each page.
    """

    def __init__(self, configuration: Configuration | None = None) -> None:
        super().__init__(
            SOURCE,
            __version__,
            # Lines that are counted in different ways would garble changes of parts.
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
        )
        self.projects = Projects(configuration)
        self.documents: dict[str, ShownPage] = {}
        self._waiting: dict[int, asyncio.TimerHandle] = {}
        self._refreshing: dict[int, asyncio.Task[None]] = {}
        self._shown: set[str] = set()

    def open_document(self, uri: str, text: str, version: int | None) -> None:
        """Take the text of a page, and check it soon; files that are not pages are left out."""
        file = uris.to_fs_path(uri) if uri.startswith("file:") else None
        found = self.projects.find(Path(file)) if file else None
        self._show_problems()
        if found is None:
            return
        page = EditedText(text.encode("utf-8", errors="replace"), self.workspace.position_codec)
        document = self.documents.get(uri) or ShownPage(uri, *found, page)
        document.project, document.path = found
        document.text, document.version = page, version
        self.documents[uri] = document
        if document.pending is None:
            loop = asyncio.get_running_loop()
            document.pending = loop.call_later(TYPING_PAUSE, self._check, document)
        self.refresh_soon(document.project)

    def close_document(self, uri: str) -> None:
        """Forget the text of a page, and take its findings back."""
        if document := self.documents.pop(uri, None):
            if document.pending:
                document.pending.cancel()
            document.project.close(document.path)
            self._publish(document, [])
            self.refresh_soon(document.project)

    def current(self, uri: str) -> ShownPage | None:
        """Return a page whose latest text is checked; None for one that is not checked at all."""
        document = self.documents.get(uri)
        if document and document.pending:
            document.pending.cancel()
            self._check(document)
        return document if document and document.is_checked else None

    def files_changed(self, changes: list[types.FileEvent]) -> None:
        """Look at the docs trees again, whose files others have changed."""
        if any(Path(change.uri).name == MKDOCS_YML for change in changes):
            self.projects.forget()
            self._shown.clear()
            for uri, document in [*self.documents.items()]:
                text = document.text.data.decode("utf-8", errors="replace")
                self.open_document(uri, text, document.version)
        for project in self.projects.open.values():
            self.refresh_soon(project)

    def refresh_soon(self, project: OpenTree) -> None:
        """Check all pages of a docs tree together when nothing has been typed for a while."""
        key = id(project)
        if key in self._waiting:
            self._waiting[key].cancel()
        start = partial(self._start_refresh, project)
        self._waiting[key] = asyncio.get_running_loop().call_later(IDLE_PAUSE, start)

    def _start_refresh(self, project: OpenTree) -> None:
        key = id(project)
        self._waiting.pop(key, None)
        running = self._refreshing.get(key)
        if running and not running.done():
            self.refresh_soon(project)
            return
        self._refreshing[key] = asyncio.ensure_future(self._refresh(project))

    async def _refresh(self, project: OpenTree) -> None:
        def work() -> None:
            if not project.is_current():
                project.refresh()
                gc.collect()
                # All that was read stays; the collector would look at it again and again.
                gc.freeze()

        with self._reported():
            await in_thread(work)
            for fault in project.snapshot.faults if project.snapshot else ():
                self._log(str(fault))
            for document in self.documents.values():
                if document.project is project and not document.pending:
                    self._check(document, edited=False)

    def _check(self, document: ShownPage, *, edited: bool = True) -> None:
        document.pending = None
        project, path = document.project, document.path
        with self._reported():
            if edited:
                document.is_checked = project.edit(path, document.text.data)
            if document.is_checked:
                self._publish(document, project.findings(path))
            else:
                self._publish(document, [], [_too_large(document.text)])

    def _publish(
        self,
        document: ShownPage,
        findings: list[Finding],
        further: list[types.Diagnostic] | None = None,
    ) -> None:
        document.findings = findings
        diagnostics = [diagnostic_of(f, document.text, document.uri_of) for f in findings]
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                uri=document.uri,
                diagnostics=[*diagnostics, *(further or ())],
                version=document.version,
            )
        )

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """Show what is wrong with the docs tree or the configuration."""
        try:
            yield
        except CallsheetError as error:
            self._show(str(error))

    def _show_problems(self) -> None:
        for problem in self.projects.problems.values():
            self._show(problem)

    def _show(self, message: str) -> None:
        # Once, and not with each character that is typed.
        if message not in self._shown:
            self._shown.add(message)
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, message))

    def _log(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def workspace_edit(
        self, project: OpenTree, edits: Mapping[str, list[Edit]]
    ) -> types.WorkspaceEdit:
        """Return edits of files, by path in a docs tree."""
        pages = {d.path: d for d in self.documents.values() if d.project is project}
        versions: dict[str, int | None] = {}
        changes: dict[str, list[types.TextEdit]] = {}
        for path, of_file in edits.items():
            page = pages.get(path)
            data = page.text.data if page else project.data(path)
            text = EditedText(data, self.workspace.position_codec)
            uri = page.uri if page else uris.from_fs_path(str(project.session.docs / path))
            if uri is not None:
                versions[uri] = page.version if page else None
                changes[uri] = [text_edit(edit, text) for edit in of_file]
        workspace = self.client_capabilities.workspace
        if not (workspace and workspace.workspace_edit) or (
            not workspace.workspace_edit.document_changes
        ):
            # Simple editors do not compare versions.
            return types.WorkspaceEdit(changes=changes)
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(uri, versions[uri]), changes[uri]
                )
                for uri in changes
            ]
        )

    def fixes(self, document: ShownPage, wanted: types.Range) -> list[types.CodeAction]:
        """Return the quick fixes in a range of a page."""
        return [*quick_fixes(document.findings, document.text, document.uri, wanted)]

    async def watch_files(self) -> None:
        """Ask the editor to report changed files, if it can."""
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if not watching or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
        await self.client_register_capability_async(
            types.RegistrationParams(
                [
                    types.Registration(
                        "callsheet-files",
                        types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                        types.DidChangeWatchedFilesRegistrationOptions(watchers),
                    )
                ]
            )
        )


def _too_large(text: EditedText) -> types.Diagnostic:
    size = MAX_EDITED_BYTES // 1024 // 1024
    return types.Diagnostic(
        range=text.range(1, 1, 1, len(text.line(1)) + 1),
        message=f"The page is larger than {size} MiB and is not checked while you edit it."
        " Run `callsheet check`, or split the page.",
        severity=types.DiagnosticSeverity.Information,
        source=SOURCE,
    )
