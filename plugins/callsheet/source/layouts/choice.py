"""The layouts that a configuration chooses: by name, or one of its own that extends another."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from callsheet import lazy_re as re
from callsheet.configuration import MKDOCS_YML, read_layout_options
from callsheet.errors import ConfigurationError
from callsheet.model import SectionKind
from callsheet.model.operation import OWN_LAYOUT
from callsheet.source.layouts.built_in import LAYOUTS
from callsheet.source.layouts.generic import COLUMNS, GENERIC
from callsheet.source.layouts.layout import Layout

OWN = replace(GENERIC, name=OWN_LAYOUT)
"""Stands for our own format, which has a reader of its own."""

_KEYS = ("extends", "columns", "sections", "types", "marks", "statuses")
_MARKS = {"required": True, "optional": False}


@dataclass(frozen=True, slots=True)
class LayoutChoice:
    """The layouts of a docs tree.

    Attributes:
        tree: That of all pages; None to recognise it page by page.
        folders: Those of folders, which override it; the longest path first.
        key: Differs between choices.
    """

    tree: Layout | None = None
    folders: tuple[tuple[str, Layout], ...] = ()
    key: str = ""

    def of(self, path: str) -> Layout | None:
        """Return the layout of a page; None to recognise it by its text."""
        found = (layout for folder, layout in self.folders if path.startswith(f"{folder}/"))
        return next(found, self.tree)


def read_choice(root: Path) -> LayoutChoice:
    """Read the choice for a docs directory from the MkDocs configuration in or above it.

    Raises:
        ConfigurationError: It names no layout, or a part of one that there is not.
    """
    layout, layouts = read_layout_options(root)
    if layout is None and layouts is None:
        return LayoutChoice()
    if layouts is not None and not isinstance(layouts, dict):
        raise ConfigurationError("`layouts` is not a mapping of folders to layouts.")
    folders = {
        str(folder).strip("/"): _chosen(value, f"the layout of `{folder}`")
        for folder, value in (layouts or {}).items()
    }
    return LayoutChoice(
        None if layout is None else _chosen(layout, "`layout`"),
        tuple(sorted(folders.items(), key=lambda pair: -len(pair[0]))),
        repr((layout, layouts)),
    )


def _chosen(value: Any, what: str) -> Layout:
    try:
        return parse_layout(value)
    except ConfigurationError as error:
        raise ConfigurationError(f"In `{MKDOCS_YML}`, {what}: {error}") from error


def parse_layout(value: Any) -> Layout:
    """Return the layout of a name, or of a mapping that says how it differs from another.

    Raises:
        ConfigurationError: There is none of that name, or the mapping has another key.
    """
    if isinstance(value, dict):
        return _extended(value)
    layout = {**LAYOUTS, OWN_LAYOUT: OWN}.get(value) if isinstance(value, str) else None
    if layout is None:
        names = ", ".join((OWN_LAYOUT, *LAYOUTS))
        raise ConfigurationError(f"There is no layout `{value}`; there are {names}.")
    return layout


def _extended(options: Mapping[Any, Any]) -> Layout:
    base = parse_layout(options.get("extends", GENERIC.name))
    if wrong := [key for key in options if key not in _KEYS]:
        raise ConfigurationError(
            f"`layout` has no option `{wrong[0]}`; there are {', '.join(_KEYS)}."
        )
    columns = {word: name for name, words in _lists(options, "columns").items() for word in words}
    if unknown := set(columns.values()) - set(COLUMNS.values()):
        names = ", ".join(sorted(set(COLUMNS.values())))
        raise ConfigurationError(f"`columns` has no `{unknown.pop()}`; there are {names}.")
    types = {word: name for name, words in _lists(options, "types").items() for word in words}
    marked = _lists(options, "marks")
    if wrong := [name for name in marked if name not in _MARKS]:
        raise ConfigurationError(f"`marks` has no `{wrong[0]}`; there are {', '.join(_MARKS)}.")
    marks = {word: _MARKS[name] for name, words in marked.items() for word in words}
    statuses = options.get("statuses") or {}
    if not isinstance(statuses, dict) or not all(isinstance(s, int) for s in statuses.values()):
        raise ConfigurationError("`statuses` is not a mapping of methods to statuses.")
    return replace(
        base,
        sections=(*_sections(options), *base.sections),
        columns={**base.columns, **columns},
        types={**base.types, **types},
        marks={**base.marks, **marks},
        statuses={**base.statuses, **{str(k).upper(): v for k, v in statuses.items()}},
    )


def _sections(options: Mapping[Any, Any]) -> tuple[tuple[SectionKind, re.Pattern[str]], ...]:
    found = []
    for name, words in _lists(options, "sections").items():
        try:
            kind = SectionKind(name)
        except ValueError as error:
            raise ConfigurationError(
                f"`sections` has no `{name}`; there are {', '.join(SectionKind)}."
            ) from error
        alternatives = "|".join(map(re.escape, words))
        found.append((kind, re.compile(rf"^(?:{alternatives})\b", re.IGNORECASE)))
    return tuple(found)


def _lists(options: Mapping[Any, Any], name: str) -> dict[str, list[str]]:
    """Return a mapping of names to words in lower case."""
    found = options.get(name) or {}
    if not isinstance(found, dict) or not all(isinstance(w, list) for w in found.values()):
        raise ConfigurationError(f"`{name}` is not a mapping of names to lists of words.")
    return {str(key): [str(word).lower() for word in words] for key, words in found.items()}
