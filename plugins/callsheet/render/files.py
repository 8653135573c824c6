"""The stylesheet and the script of the pages."""

from __future__ import annotations

import re
from importlib.resources import files

_COMMENT = re.compile(r"//|/\*\* .*\*/$")
"""A line that is a comment; the scripts have none that go over several lines."""

_SCRIPTS = (
    *("page", "values", "samples", "tables", "anchors", "contents", "finder", "uids", "door"),
    "start",
)
"""The parts of the script, in order; they are one file, because a page on a disk has no modules."""


def stylesheet() -> str:
    """The stylesheet (CSS), for every page."""
    # It has no text that looks like the beginning of a comment.
    code, *commented = _read("callsheet.css").split("/*")
    return _close_up(code + "".join(part.partition("*/")[2] for part in commented))


def script() -> str:
    """The script (ECMAScript 2022), for every page; what it adds, no reader depends on."""
    parts = "".join(_without_comments(_read(f"script/{name}.js")) for name in _SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


_CONSOLE = (
    *(
        "data",
        "types",
        "styles",
        "xml",
        "editor",
        "fields",
        "body",
        "servers",
        "signing",
        "literals",
        "programs",
    ),
    *("sending", "comparing", "answer", "history", "console"),
)
"""The parts of the console's script, in order."""

_SHARED = "ROOT, make, badge, load, onPage, copy, values, authorization, schemes"
"""What the console's script uses of the page's."""


def console_stylesheet() -> str:
    """The stylesheet (CSS) of the console."""
    return _read("console/console.css")


def console_script(settings: str) -> str:
    """The script (ECMAScript 2022) of the console, which is loaded when a reader opens it.

    Args:
        settings: The statement that starts it.
    """
    # It is published as a module, which a page on a disk cannot have.
    editor = _read("vendor/codejar.js").replace("export function", "function")
    licence, _, editor = editor.partition("*/\n")
    parts = "".join(_without_comments(_read(f"console/{name}.js")) for name in _CONSOLE)
    return (
        f'{licence}*/\n(() => {{\n"use strict";\nconst {{ callsheet }} = window;\n'
        f"const {{ {_SHARED} }} = callsheet;\n{_without_comments(editor)}{parts}{settings}}})();\n"
    )


def _without_comments(code: str) -> str:
    """The code without comments, indentation and empty lines, which readers need not load."""
    return _close_up(
        "\n".join(line for line in code.splitlines() if not _COMMENT.match(line.strip()))
    )


def _close_up(code: str) -> str:
    """The code without indentation and empty lines."""
    lines = (line.strip() for line in code.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _read(name: str) -> str:
    return files("callsheet.render").joinpath("assets", name).read_text(encoding="utf-8")
