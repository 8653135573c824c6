"""The code that runs in the page, as one archive: what is imported, and nothing else."""

from __future__ import annotations

import ast
import importlib.metadata
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.sandbox.runtime import RuntimeUnavailableError

_PACKAGE = "callsheet"
_ROOT = Path(__file__).parents[2]

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
"""Libraries that the server's core and programs import; all of them are pure Python."""

_ENTRIES = ("callsheet.sandbox.inside.main",)
_PACKS = f"{_PACKAGE}/contrib/__init__.py"
"""The package that packs are looked for in, whether there is one or not."""

_LEFT_OUT = re.compile(r"(.*/)?(__pycache__|tests)/.*|(.*/)?(cli|__main__)(/.*|\.py)")
"""Files of libraries that are of no use in a page, besides those that need sockets."""

_OF_SOCKETS = re.compile(r"contrib/(pyopenssl|socks)\.py|http2/connection\.py|(lxml|xmlrpc)\.py")
_DATA = "assets"
"""The folder of files that modules read, next to them."""

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


def archive(modules: Iterable[str] = (), folder: Path | None = None) -> bytes:
    """Return the archive: a file in the format ZIP, the same for the same code.

    Args:
        modules: Packs and modules with behaviours, by their full names.
        folder: Where modules of the project are: that of `mkdocs.yml`.

    Raises:
        RuntimeUnavailableError: A module or library cannot be found, or is not pure Python.
    """
    entries, content = [*_ENTRIES], {_PACKS: b""}
    for name in modules:
        if name.partition(".")[0] == _PACKAGE:
            entries.append(name)
        else:
            needed = _project_files(name, folder or Path(), content)
            entries += needed
    content.update(_own_files(entries))
    for name in LIBRARIES:
        content.update(_library_files(name))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for path, data in sorted(content.items()):
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            target.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def libraries() -> list[Library]:
    """Return the libraries in the archive besides Callsheet itself, in the order of names."""
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


def _project_files(name: str, folder: Path, content: dict[str, bytes]) -> list[str]:
    """Add a module of the project, and those of the project that it imports, to a content.

    Returns:
        What it imports of our own modules.

    Raises:
        RuntimeUnavailableError: It is not in the folder, or imports what is not taken along.
    """
    ours: list[str] = []
    left = [name]
    while left:
        each = left.pop()
        file = _module_file(each, folder)
        if file is None:
            raise RuntimeUnavailableError(
                f"The sandbox cannot take along the module `{each}`: `{folder}` has no Python file"
                " of that name."
            )
        path = file.relative_to(folder).as_posix()
        if path in content:
            continue
        content[path] = file.read_bytes()
        # A package is there as soon as a module of it is.
        parents = (each.rpartition(".")[0],) if "." in each else ()
        left += [parent for parent in parents if _module_file(parent, folder)]
        for found in _imported_anywhere(file, each):
            top = found.partition(".")[0]
            if top == _PACKAGE:
                ours.append(found)
            elif _module_file(found, folder):
                left.append(found)
            elif top not in {*sys.stdlib_module_names, *LIBRARIES, each.partition(".")[0]}:
                raise RuntimeUnavailableError(
                    f"The sandbox cannot take along the module `{each}`: it imports `{top}`, which"
                    " is neither of the project nor among what runs in a page."
                )
    return ours


def _module_file(name: str, folder: Path) -> Path | None:
    path = folder / name.replace(".", "/")
    candidates = (path / "__init__.py", path.with_name(f"{path.name}.py"))
    return next((each for each in candidates if each.is_file()), None)


def _imported_anywhere(file: Path, name: str) -> Iterator[str]:
    """Yield the imports of a module of the project, also those within its functions."""
    package = name if file.name == "__init__.py" else name.rpartition(".")[0]
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError) as error:
        raise RuntimeUnavailableError(
            f"The sandbox cannot take along the module `{name}`: {error}"
        ) from error
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = package.split(".")
            base = ".".join(parts[: len(parts) - node.level + 1])
            module = ".".join(filter(None, (base, node.module)))
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imports([node])


def _own_files(entries: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the modules that some modules import when they are loaded, and those themselves.

    Packages that nothing takes a name from become empty: the import of one module of theirs would
    otherwise load all that their `__init__` offers.
    """
    modules = imported_modules(entries)
    for name, file in modules.items():
        yield _path_of(name, file), file.read_bytes()
    for folder in {file.parent / _DATA for file in modules.values()}:
        for data in folder.iterdir() if folder.is_dir() else ():
            yield data.relative_to(_ROOT).as_posix(), data.read_bytes()
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
        name_inside = path.as_posix()
        is_needed = not (_LEFT_OUT.fullmatch(name_inside) or _OF_SOCKETS.fullmatch(name_inside))
        if each.suffix in _SUFFIXES and is_needed:
            # Browsers have certificates of their own; a file of that name has to be there.
            content = b"" if each.suffix == ".pem" else each.read_bytes()
            yield f"{name}/{path.as_posix()}", content
