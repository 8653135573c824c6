"""The guide's page of commands, generated from the command line by `python -m tests.command_page`.

The site can't generate it itself, because the layers below the command line must not import it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from callsheet.cli import main
from tests.conftest import DOCS

PAGE = DOCS / "commands.md"

_HEAD = """\
---
title: Commands
---

# Every command

`callsheet COMMAND --help` prints the same. Results go to standard output, progress and messages to
standard error. A command exits with 0 for success, with 1 for findings or failed samples, and with
2 for wrong usage, unreadable input, or output that cannot be written, with a message of one line.
Files are written atomically. A command whose output pipe is closed, as in
`callsheet check | head`, exits with 141, like other programs.

Most commands read the folder of pages from `mkdocs.yml` in the working directory; `-f FILE`
names another configuration, and `--docs DIR` the folder itself.
"""

_MORE = {
    "callsheet changelog": "[Docs CI](checking.md#a-page-with-the-changes-of-each-version)",
    "callsheet check": "[Docs CI](checking.md)",
    "callsheet diff": "[In CI](ci.md#changes-that-break-callers)",
    "callsheet import openapi": "[Getting started](getting-started.md),"
    " [in step with OpenAPI](in-step.md)",
    "callsheet init": "[Getting started](getting-started.md)",
    "callsheet lsp": "[In the editor](editors.md)",
    "callsheet new operation": "[Getting started](getting-started.md)",
    "callsheet samples": "[Samples](samples.md)",
    "callsheet serve": "[Reference server](server.md), [deployment](deployment.md)",
    "callsheet test": "[Samples](samples.md#running-them-all)",
    "callsheet verify": "[In CI](ci.md#a-live-server-every-night)",
}
"""Which pages say more."""


def commands(
    command: click.Command = main, parent: click.Context | None = None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """The commands that do something, each with its whole name."""
    context = click.Context(command, parent, info_name=command.name if parent else "callsheet")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from commands(found, context)
    else:
        yield context.command_path, command, context


def page() -> str:
    """The text of the page."""
    return _HEAD + "".join(f"\n{_section(*found)}" for found in commands())


def _section(name: str, command: click.Command, context: click.Context) -> str:
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    parts = [f"## {name}", f"```text\n{usage}\n```", _text(command.help or "")]
    options = (each for each in command.params if isinstance(each, click.Option))
    rows = [_row(each, context) for each in options if not each.hidden]
    if rows:
        head = ["| Option | What it does | Default |", "| --- | --- | --- |"]
        parts.append("\n".join([*head, *rows]))
    if name in _MORE:
        parts.append(f"More: {_MORE[name]}.")
    return "\n\n".join(parts) + "\n"


def _text(text: str) -> str:
    """A help text as Markdown: a line for each paragraph."""
    return "\n\n".join(_cell(paragraph) for paragraph in re.split(r"\n\s*\n", text))


def _cell(text: str) -> str:
    # What looks like an option is code, where it isn't yet.
    joined = " ".join(text.split())
    return re.sub(r"(?<![`\w-])--[a-z][a-z-]+", r"`\g<0>`", joined)


def _row(option: click.Option, context: click.Context) -> str:
    names = ", ".join(f"`{name}`" for name in [*option.opts, *option.secondary_opts])
    is_choice = isinstance(option.type, click.Choice)
    if not option.is_flag and not is_choice:
        names += f" {option.make_metavar(context)}"
    about = option.help or ""
    about, _, default = about.partition("  [default: ")
    default = default.removesuffix("]")
    if isinstance(option.type, click.Choice):
        about += f" One of {', '.join(f'`{choice}`' for choice in option.type.choices)}."
    if option.show_default and not default:
        shown = option.show_default if isinstance(option.show_default, str) else option.default
        default = "" if option.is_flag else str(shown)
    return f"| {names} | {_cell(about)} | {default} |"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
