"""All texts of ours that a site has in its own language, by where they stand in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import callsheet
from callsheet.render.script_phrases import phrases_of

_ROOT = Path(callsheet.__file__).parent
_TEMPLATES = ("render/templates", "site/theme/templates")
_IN_TEMPLATE = re.compile(r'phrase\("([^"]*)"')
_CALLS = ("phrase", "html_phrase", "marked")
_LOCATIONS = ("path", "query", "header", "cookie", "body")
_LIMITS = (
    "a number of at least {0}", "a number above {0}", "a number of at most {0}",
    "a number below {0}", "a multiple of {0}", "at least {0} characters",
    "at most {0} characters", "at least {0} character", "at most {0} character",
    "at least {0} items", "at most {0} items", "at least {0} item", "at most {0} item",
    "items that differ from each other", "at least {0} properties", "at most {0} properties",
    "at least {0} property", "at most {0} property",
)  # fmt: skip
_STYLES = (
    "reserved characters as they are", "may be empty", "in brackets", "repeated",
    "comma-separated", "space-separated", "pipe-separated", "form", "not exploded", "exploded",
    "label", "matrix",
)  # fmt: skip
_EVIDENCE = (
    "table", "example", "request table", "request example", "response table", "response example",
)  # fmt: skip
_ASPECTS = ("operations", "statuses", "parameters", "media types")


def all_phrases() -> set[str]:
    """Return the English texts."""
    return {
        *_in_scripts(), *_in_templates(), *_in_code(),
        *_LOCATIONS, *_LIMITS, *_STYLES, *_EVIDENCE, *_ASPECTS,
    }  # fmt: skip


def _in_scripts() -> Iterator[str]:
    for file in files("callsheet.render").joinpath("assets").iterdir():
        if file.name.endswith(".js"):
            yield from phrases_of(file.read_text(encoding="utf-8"))


def _in_templates() -> Iterator[str]:
    for folder in _TEMPLATES:
        for file in (_ROOT / folder).iterdir():
            yield from _IN_TEMPLATE.findall(file.read_text(encoding="utf-8"))


def _in_code() -> Iterator[str]:
    for folder in ("render", "site"):
        for file in (_ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(ast.Name(name), [ast.Constant(str(text)), *_]) if name in _CALLS:
                        yield text
