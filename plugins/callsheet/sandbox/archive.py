"""The code that runs in the page, as one archive: what is imported, and nothing else."""

from __future__ import annotations

import ast
import importlib.metadata
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from callsheet.sandbox.runtime import RuntimeUnavailableError

_PACKAGE = "callsheet"

LIBRARIES = (
    "certifi",
    "charset_normalizer",
    "defusedxml",
    "idna",
    "jsonpatch",
    "jsonpointer",
    "multipart",
    "requests",
    "urllib3",
)
"""What the server's core and programs import beyond the standard library; all of it pure Python."""

_ENTRIES = ("callsheet.sandbox.inside.main", "callsheet.sandbox.inside.transport")
_LEFT_OUT = {"__pycache__", "tests"}
_DATA = {
    "callsheet.samples.assets": "assets",
    "callsheet.contrib.superoffice.pictures": "placeholders",
}
"""The folders of files that modules read, next to each."""

_SUFFIXES = {".py", ".js", ".pem"}


@dataclass(frozen=True, slots=True)
class Library:
    """A library in the archive, as the manifest names it.

    Attributes:
        name: Its name on the package index.
        version: Its version.
        licence: What it is licensed under, as it says itself.
    """

    name: str
    version: str
    licence: str


def archive(modules: Iterable[str] = ()) -> bytes:
    """Return the archive: a file in the format ZIP, the same for the same code.

    Args:
        modules: Packs and modules with behaviours, by their full names.

    Raises:
        RuntimeUnavailableError: A module or library cannot be found, or is not pure Python.
    """
    content = dict(_own_files([*_ENTRIES, *modules]))
    for name in LIBRARIES:
        content.update(_library_files(name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for path, data in sorted(content.items()):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            target.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def libraries() -> list[Library]:
    """Return what is in the archive besides Callsheet itself, in the order of names."""
    owners = importlib.metadata.packages_distributions()
    found = {owners[name][0] for name in LIBRARIES if name in owners}
    return [_described(name) for name in sorted(found, key=str.lower)]


def _described(name: str) -> Library:
    found = importlib.metadata.distribution(name)
    data = found.metadata.json
    classifiers = data.get("classifier", [])
    ends = [str(c).rpartition(" :: ")[2] for c in classifiers if str(c).startswith("License ::")]
    licence = str(data.get("license_expression") or data.get("license") or ", ".join(ends))
    return Library(name, found.version, licence.partition("\n")[0])


def _own_files(entries: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the modules that some modules import when they are loaded, and those themselves.

    Packages that nothing takes a name from become empty: the import of one module of theirs would
    otherwise load all that their `__init__` offers.
    """
    modules = imported_modules(entries)
    for name, file in modules.items():
        yield _path_of(name, file), file.read_bytes()
        if folder := _DATA.get(name):
            place = f"{name.rpartition('.')[0].replace('.', '/')}/{folder}"
            for data in sorted((file.parent / folder).iterdir()):
                yield f"{place}/{data.name}", data.read_bytes()
    packages = {name.rpartition(".")[0] for name in modules}
    while packages:
        package = packages.pop()
        if package and package not in modules:
            file = _file_of(package)
            yield _path_of(package, file), b""
            modules[package] = file
        if package:
            packages.add(package.rpartition(".")[0])


def imported_modules(entries: Sequence[str]) -> dict[str, Path]:
    """Return the files of our own modules that some import when they are loaded, by name.

    What a function imports when it is called is left out, and so is what only type checkers see.
    """
    found: dict[str, Path] = {}
    left = list(entries)
    while left:
        name = left.pop()
        if name in found:
            continue
        found[name] = file = _file_of(name)
        tree = ast.parse(file.read_bytes())
        left += [each for each in _imports(tree.body) if each.partition(".")[0] == _PACKAGE]
    return found


def _imports(body: Iterable[ast.stmt]) -> Iterator[str]:
    for node in body:
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                for alias in names:
                    inner = f"{module}.{alias.name}"
                    yield inner if _is_module(inner) else module
            case ast.If(test=test, body=inner_body, orelse=otherwise):
                text = ast.unparse(test)
                if "TYPE_CHECKING" not in text:
                    yield from _imports(inner_body)
                if "emscripten" not in text:
                    yield from _imports(otherwise)
            case ast.Try(body=inner_body):
                yield from _imports(inner_body)


def _is_module(name: str) -> bool:
    if name.partition(".")[0] != _PACKAGE:
        return False
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _file_of(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        raise RuntimeUnavailableError(f"The sandbox cannot take along `{name}`: it is not Python.")
    return Path(spec.origin)


def _path_of(name: str, file: Path) -> str:
    path = name.replace(".", "/")
    return f"{path}/__init__.py" if file.name == "__init__.py" else f"{path}.py"


def _library_files(name: str) -> Iterator[tuple[str, bytes]]:
    file = _file_of(name)
    if file.name != "__init__.py":
        yield f"{name}.py", file.read_bytes()
        return
    for each in sorted(file.parent.rglob("*")):
        path = each.relative_to(file.parent)
        if each.suffix in _SUFFIXES and not _LEFT_OUT & {*path.parts}:
            # Browsers have certificates of their own; a file of that name has to be there.
            content = b"" if each.suffix == ".pem" else each.read_bytes()
            yield f"{name}/{path.as_posix()}", content
