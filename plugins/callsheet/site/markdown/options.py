"""Documentation of all options, generated from the code that reads them."""

import ast
import inspect
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from enum import Enum
from typing import Any

import yaml
from mkdocs.config.base import BaseConfigOption

from callsheet.configuration import CheckOptions
from callsheet.samples import Overrides
from callsheet.site.config import CallsheetConfig
from callsheet.site.extension_options import EXTENSION_OPTIONS

Row = tuple[str, Any, str]
"""An option: its name, its default, and what it is for."""


def document_options() -> str:
    """Return the options of the plugin, docs CI, samples, and the extension as Markdown."""
    parts = [
        "## Options of the plugin",
        "Below `plugins: - callsheet:` in `mkdocs.yml`.",
        _table(_of_plugin()),
        "## Options of docs CI",
        "Below `check` in the options of the plugin.",
        _table(_of_dataclass(CheckOptions)),
        "## Options of samples",
        "Below `samples`, in the options of the plugin or in the front matter of a page.",
        _table(_of_dataclass(Overrides)),
        "## Options of the extension",
        "Below `markdown_extensions: - callsheet:`, in an engine without the plugin.",
        _table(_of_extension()),
    ]
    return "\n\n".join(parts) + "\n"


def _of_plugin() -> Iterator[Row]:
    about = _docstrings(CallsheetConfig)
    for name, option in vars(CallsheetConfig).items():
        if isinstance(option, BaseConfigOption):
            yield name, option.default, about[name]


def _of_extension() -> Iterator[Row]:
    for name, (default, about) in EXTENSION_OPTIONS.items():
        yield name, default, about.partition(" Default:")[0]


def _of_dataclass(options: type[Any]) -> Iterator[Row]:
    about = _attributes(options)
    for field in fields(options):
        factory = field.default_factory
        default = field.default if factory is MISSING else factory()
        yield field.name, default, about[field.name]


def _docstrings(options: type) -> Mapping[str, str]:
    """Return the docstrings of a class's attributes, which Python itself drops."""
    body = ast.parse(inspect.getsource(options)).body[0]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 - for the type checker
    found = {}
    for node, following in zip(body.body, body.body[1:], strict=False):
        match node, following:
            case (
                ast.Assign(targets=[ast.Name(name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = _paragraphs(inspect.cleandoc(text))
    return found


def _attributes(options: type) -> Mapping[str, str]:
    """Return the descriptions in the section `Attributes` of a docstring (Google style)."""
    _, _, section = inspect.cleandoc(options.__doc__ or "").partition("Attributes:\n")
    entries: list[list[str]] = []
    for line in textwrap.dedent(section).splitlines():
        if line and not line[0].isspace():
            entries.append([line])
        elif line:
            entries[-1].append(line)
    pairs = (" ".join(" ".join(lines).split()).partition(": ") for lines in entries)
    return {name: text for name, _, text in pairs}


def _paragraphs(text: str) -> str:
    """Join the lines of a docstring to the text of a cell."""
    return "<br>".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _table(rows: Iterable[Row]) -> str:
    lines = ["| Option | Default | What it is for |", "| --- | --- | --- |"]
    # Code breaks anywhere in a narrow column, and these names are not to.
    lines += [f"| **{name}** | {_default(value)} | {about} |" for name, value, about in rows]
    return "\n".join(lines)


def _default(value: Any) -> str:
    """Return a value in YAML; empty for none."""
    if isinstance(value, Enum):
        value = value.value
    if value is None or (isinstance(value, (str, list, tuple, dict)) and not value):
        return ""
    plain = list(value) if isinstance(value, tuple) else value
    written = yaml.safe_dump(plain, default_flow_style=True, width=10**6).removesuffix("\n...\n")
    return f"`{written.strip()}`"
