"""Features of the language server: a function for each request of the protocol."""

from collections import defaultdict

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from callsheet.configuration import Configuration
from callsheet.findings import Edit
from callsheet.lsp.completion import TRIGGERS, Completion
from callsheet.lsp.hover import hover
from callsheet.lsp.navigation import Navigation, Spot
from callsheet.lsp.positions import EditedText
from callsheet.lsp.server import PageServer, ShownPage
from callsheet.lsp.symbols import PageSymbols, Symbol, SymbolKind


def serve(configuration: Configuration | None = None) -> None:
    """Serve an editor on standard input and output, until it ends the session."""
    create_server(configuration).start_io()


def create_server(configuration: Configuration | None = None) -> PageServer:
    """Return a server with all features.

    Args:
        configuration: The configuration for all pages; None to find that of each page.
    """
    server = PageServer(configuration)
    for name, feature, options in _FEATURES:
        server.feature(name, options)(feature)
    return server


async def _initialized(server: PageServer, _: types.InitializedParams) -> None:
    await server.watch_files()


def _opened(server: PageServer, params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    server.open_document(document.uri, document.text, document.version)


def _changed(server: PageServer, params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    # Each change has the whole text.
    for change in params.content_changes[-1:]:
        server.open_document(document.uri, change.text, document.version)


def _saved(server: PageServer, params: types.DidSaveTextDocumentParams) -> None:
    if document := server.documents.get(params.text_document.uri):
        server.refresh_soon(document.project)


def _closed(server: PageServer, params: types.DidCloseTextDocumentParams) -> None:
    server.close_document(params.text_document.uri)


def _files_changed(server: PageServer, params: types.DidChangeWatchedFilesParams) -> None:
    server.files_changed([*params.changes])


def _code_actions(
    server: PageServer, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    document = server.current(params.text_document.uri)
    return server.fixes(document, params.range) if document else None


def _hover(server: PageServer, params: types.HoverParams) -> types.Hover | None:
    if not (found := _symbol(server, params)):
        return None
    document, symbol = found
    text = hover(symbol, document.project.tree)
    if not text:
        return None
    place = document.text.range(symbol.line, symbol.column, symbol.line, symbol.end_column)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), place)


def _completion(server: PageServer, params: types.CompletionParams) -> types.CompletionList | None:
    document = server.current(params.text_document.uri)
    if document is None:
        return None
    place = document.text.place(params.position)
    return Completion(document.text, document.project.tree).at(*place)


def _definition(server: PageServer, params: types.DefinitionParams) -> types.Location | None:
    if not (found := _symbol(server, params)):
        return None
    document, symbol = found
    spot = Navigation(document.project).definition(symbol, document.path)
    return _location(server, document, spot) if spot else None


def _references(server: PageServer, params: types.ReferenceParams) -> list[types.Location] | None:
    if not (found := _symbol(server, params)):
        return None
    document, symbol = found
    navigation = Navigation(document.project)
    own = None if params.context.include_declaration else navigation.definition(symbol, "")
    spots = [spot for spot in navigation.references(symbol) if spot != own]
    return [_location(server, document, spot) for spot in spots]


def _prepare_rename(server: PageServer, params: types.PrepareRenameParams) -> types.Range | None:
    found = _symbol(server, params)
    if not found or found[1].kind is not SymbolKind.UID:
        return None
    document, symbol = found
    return document.text.range(symbol.line, symbol.column, symbol.line, symbol.end_column)


def _rename(server: PageServer, params: types.RenameParams) -> types.WorkspaceEdit | None:
    found = _symbol(server, params)
    if not found or found[1].kind is not SymbolKind.UID:
        return None
    document, symbol = found
    navigation = Navigation(document.project)
    if problem := navigation.problem_of_name(symbol.name, params.new_name):
        raise JsonRpcInvalidParams(problem)
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for path, edit in navigation.renaming(symbol.name, params.new_name):
        edits[path].append(edit)
    return server.workspace_edit(document.project, edits)


_Positioned = (
    types.DefinitionParams
    | types.HoverParams
    | types.PrepareRenameParams
    | types.ReferenceParams
    | types.RenameParams
)


def _symbol(server: PageServer, params: _Positioned) -> tuple[ShownPage, Symbol] | None:
    """Return the symbol at a position, with its page."""
    document = server.current(params.text_document.uri)
    if document is None:
        return None
    page = document.project.opened[document.path]
    symbols = PageSymbols(document.text, page.checked.reading, document.project.tree)
    symbol = symbols.at(*document.text.place(params.position))
    return (document, symbol) if symbol else None


def _location(server: PageServer, document: ShownPage, spot: Spot) -> types.Location:
    text = EditedText(document.project.data(spot.path), server.workspace.position_codec)
    uri = document.uri_of(spot.path)
    return types.Location(uri, text.range(spot.line, spot.column, spot.line, spot.end_column))


_FEATURES = (
    (types.INITIALIZED, _initialized, None),
    (types.TEXT_DOCUMENT_DID_OPEN, _opened, None),
    (types.TEXT_DOCUMENT_DID_CHANGE, _changed, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _saved, None),
    (types.TEXT_DOCUMENT_DID_CLOSE, _closed, None),
    (types.WORKSPACE_DID_CHANGE_WATCHED_FILES, _files_changed, None),
    (
        types.TEXT_DOCUMENT_CODE_ACTION,
        _code_actions,
        types.CodeActionOptions([types.CodeActionKind.QuickFix]),
    ),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (
        types.TEXT_DOCUMENT_COMPLETION,
        _completion,
        types.CompletionOptions(trigger_characters=[*TRIGGERS]),
    ),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_REFERENCES, _references, None),
    (types.TEXT_DOCUMENT_PREPARE_RENAME, _prepare_rename, None),
    (types.TEXT_DOCUMENT_RENAME, _rename, types.RenameOptions(prepare_provider=True)),
)
