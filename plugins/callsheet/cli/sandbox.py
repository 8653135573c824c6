"""`callsheet sandbox`: the runtime of programs that run in pages."""

import click

from callsheet.cli.options import say, say_text


@click.group("sandbox")
def command() -> None:
    """Manage what runs programs in the pages of a site."""


@command.command()
def install() -> None:
    """Install Pyodide, the Python of the browser, into the cache of this user.

    It comes from the registry that npm is set up with, and is checked by its digest. Sites whose
    configuration has `sandbox: true` take it along.
    """
    from callsheet.sandbox.runtime import VERSION, install_runtime, runtime_folder

    if not runtime_folder().is_dir():
        say(f"Installing Pyodide {VERSION} (7 MB to download, some 10 seconds to compile) ...")
    folder = install_runtime()
    say_text(f"Pyodide {VERSION} is in {folder}.")
