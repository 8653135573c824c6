"""The stylesheets and the scripts of the pages."""

from __future__ import annotations

from importlib.resources import files


def stylesheet() -> str:
    """Return the stylesheet (CSS) for every page."""
    # It has no text that looks like the beginning of a comment.
    code, *commented = _read("callsheet.css").split("/*")
    code += "".join(part.partition("*/")[2] for part in commented)
    lines = (line.strip() for line in code.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def script() -> str:
    """Return the script (ECMAScript 2022) for every page; what it adds, no reader depends on."""
    return _read("callsheet.js")


def console_stylesheet() -> str:
    """Return the stylesheet (CSS) of the console."""
    return _read("console.css")


def console_script(settings: str) -> str:
    """Return the script (ECMAScript 2022) of the console, which is loaded when a reader opens it.

    Args:
        settings: The statement that starts it.
    """
    return _read("console.js") + settings


def _read(name: str) -> str:
    return files("callsheet.render").joinpath("assets", name).read_text(encoding="utf-8")
