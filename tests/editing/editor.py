"""An editor that speaks with `callsheet lsp` as a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities, make_test_lsp_client

PATIENCE = 60
"""Seconds to wait at most for what must come."""


Place = tuple[types.TextDocumentIdentifier, types.Position]


class Editor:
    """An editor with pages of a docs tree in it.

    Attributes:
        client: The client of the protocol.
        root: The folder of the project.
        registrations: What the server has asked to be told of.
    """

    def __init__(
        self, client: LanguageClient, root: Path, registrations: list[types.Registration]
    ) -> None:
        self.client = client
        self.root = root
        self.registrations = registrations
        self._versions: dict[str, int] = {}

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    async def open(self, path: str, text: str | None = None) -> list[types.Diagnostic]:
        """Opens a file, or begins a new one, and returns what is first reported about it."""
        if text is None:
            text = (self.root / path).read_bytes().decode()
        self._versions[path] = 1
        item = types.TextDocumentItem(self.uri(path), "markdown", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.reported(path)

    async def change(self, path: str, text: str) -> list[types.Diagnostic]:
        self.send(path, text)
        return await self.reported(path)

    def send(self, path: str, text: str) -> None:
        """Sends a text, as with a keystroke, without waiting."""
        self._versions[path] += 1
        self.client.diagnostics.pop(self.uri(path), None)
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self._versions[path], self.uri(path)),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, path: str) -> None:
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(self.uri(path)))
        )

    async def reported(
        self, path: str, wanted: Callable[[list[str]], bool] = lambda _: True
    ) -> list[types.Diagnostic]:
        """Waits until the codes of what is reported about a page are those that are wanted."""
        uri = self.uri(path)

        def found() -> bool:
            known = self.client.diagnostics.get(uri)
            return known is not None and wanted([str(d.code) for d in known])

        await self.until("textDocument/publishDiagnostics", found)
        return [*self.client.diagnostics[uri]]

    async def until(self, method: str, holds: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await self.client.wait_for_notification(method)

    def at(self, path: str, text: str, mark: str, within: int = 0) -> Place:
        """Returns the position of a character of a mark, whose first place in a text counts."""
        before = text[: text.index(mark) + within]
        line = before.replace("\r\n", "\n").count("\n")
        units = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        document = types.TextDocumentIdentifier(self.uri(path))
        return document, types.Position(line, units)


@asynccontextmanager
async def editing(
    root: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> AsyncIterator[Editor]:
    """Starts a server for the files of a folder, and ends it as an editor does."""
    client = make_test_lsp_client()
    await client.start_io(
        sys.executable,
        "-m",
        "callsheet",
        "lsp",
        *arguments,
        env={**os.environ, **(environment or {})},
    )
    registrations: list[types.Registration] = []

    def register(_: LanguageClient, params: types.RegistrationParams) -> None:
        registrations.extend(params.registrations)

    client.feature(types.CLIENT_REGISTER_CAPABILITY)(register)
    capabilities = client_capabilities("visual-studio-code")
    async with asyncio.timeout(PATIENCE):
        await client.initialize_session(
            types.InitializeParams(capabilities=capabilities, root_uri=root.as_uri())
        )
    try:
        yield Editor(client, root, registrations)
    finally:
        async with asyncio.timeout(PATIENCE):
            await client.shutdown_session()
