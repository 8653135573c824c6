"""`callsheet lsp`."""

from pathlib import Path

import click

from callsheet.cli.options import docs_options
from callsheet.configuration import read_configuration
from callsheet.errors import needing


@click.command("lsp")
@docs_options
def command(docs: Path | None, config_file: Path | None) -> None:
    """Serve an editor: a language server on standard input and output.

    Editors start it by themselves. Without options, each page is checked by the MkDocs
    configuration in a folder above it.
    """
    chosen = read_configuration(docs, config_file) if docs or config_file else None
    with needing("lsp", "The language server"):
        from callsheet.lsp.features import serve
    serve(chosen)
