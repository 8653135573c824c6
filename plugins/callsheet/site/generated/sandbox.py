"""The files of the sandbox: its scripts, its runtime, and what its server answers from."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from platformdirs import user_cache_path

from callsheet.catalog import Catalog
from callsheet.docs_collections import PACKS, is_own_pack
from callsheet.files import write_whole
from callsheet.render import (
    sandbox_frame,
    sandbox_node,
    sandbox_script,
    sandbox_stylesheet,
    sandbox_worker,
    service_worker,
)
from callsheet.sandbox import runtime
from callsheet.sandbox.archive import archive, libraries
from callsheet.site.generated.extra_files import ExtraFile
from callsheet.site.log import log
from callsheet.site.output.site_directory import file_key

FOLDER = "assets/callsheet/sandbox"
RUNTIME = "runtime/"
MANIFEST = "manifest.json"
_PACKED_CODE = "python.zip.gz"
_FRAME = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>JavaScript program</title>
<script src="frame.js"></script>
</html>
"""
_ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
<rect width="64" height="64" rx="12" fill="#3f51b5"/>
<path d="M24 16v32l26-16z" fill="#fff"/>
</svg>
"""
_COPIED = ("pyodide.mjs", runtime.SCRIPT, runtime.LOCK)


def is_installable(option: object) -> bool:
    """Tell whether readers can install the site, by the option of the plugin."""
    return isinstance(option, dict) and bool(option.get("installable"))


def available(
    option: object, catalogs: Sequence[Catalog], packs: Sequence[str], folder: Path, name: str
) -> tuple[ExtraFile, ...]:
    """Return the files, if the site has a sandbox and what it needs is there.

    Args:
        option: The option of the plugin: true, false, or a mapping.
        catalogs: The operations of the site; those in no collection, then of each collection.
        packs: The names of the packs and modules of the site's configuration.
        folder: Where that and the modules of the project are.
        name: The name of the site.
    """
    if not option:
        return ()
    place = str(option.get("runtime", "")) if isinstance(option, dict) else ""
    if place and not is_remote(place):
        place = str(folder / place)
    try:
        keeps = is_installable(option)
        found = tuple(contents(catalogs, packs, place, project=folder, keeps=keeps))
    except runtime.RuntimeUnavailableError as error:
        log.warning("The site has no sandbox. %s", error)
        return ()
    return (*found, *_installation(name, found)) if keeps else found


def _installation(name: str, sandbox: Sequence[ExtraFile]) -> Iterator[ExtraFile]:
    """Yield the files to install a site with (Web Application Manifest, Service Workers)."""
    build = hashlib.sha256("".join(each.key for each in sandbox).encode()).hexdigest()
    icon = {"src": f"{FOLDER}/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    about = {"name": name, "start_url": ".", "scope": ".", "display": "standalone", "icons": [icon]}
    yield _at("manifest.webmanifest", json.dumps(about, ensure_ascii=False).encode())
    yield _at("service-worker.js", service_worker(build).encode())
    yield _at(f"{FOLDER}/icon.svg", _ICON.encode())


def runtime_address(option: object) -> str:
    """Return the address of the runtime's folder, with a slash at its end; empty for a folder.

    Args:
        option: The option of the plugin: true, false, or a mapping.
    """
    place = str(option.get("runtime", "")) if isinstance(option, dict) else ""
    return f"{place.rstrip('/')}/" if is_remote(place) else ""


def is_remote(place: str) -> bool:
    """Tell whether the place of a runtime is an address."""
    return place.startswith(("http://", "https://"))


def contents(
    catalogs: Sequence[Catalog],
    packs: Sequence[str],
    place: str = "",
    *,
    project: Path | None = None,
    keeps: bool = False,
) -> Iterator[ExtraFile]:
    """Yield the files.

    Args:
        catalogs: The operations of the site; those in no collection, then of each collection.
        packs: The names of the packs and modules of the site's configuration.
        place: The folder or the address of the runtime; where it was installed by default.
        project: The folder of the modules of the project.
        keeps: Whether readers keep all of it, so that programs run without a network.

    Raises:
        RuntimeUnavailableError: The runtime is not there, or some code cannot run in a page.
    """
    is_away = is_remote(place)
    folder = runtime.find_runtime(Path(place) if place and not is_away else None)
    own_packs = [packs if (given := each.collection.packs) is None else given for each in catalogs]
    modules = _modules(dict.fromkeys(name for names in own_packs for name in names))
    code = _compiled(archive(modules, project), folder)
    yield _file(_PACKED_CODE, code)
    there = f"{place.rstrip('/')}/" if is_away else _sizes(folder)
    for catalog, names in zip(catalogs, own_packs, strict=True):
        yield from _server_files(catalog, names, project or Path(), code, there, keeps=keeps)
    of_collections = (each.collection for each in catalogs if each.collection.name)
    own = {
        "sandbox.js": sandbox_script(
            [(f"{each.folder}/", each.name, each.base_path) for each in of_collections]
        ),
        "sandbox.css": sandbox_stylesheet(),
        "worker.js": sandbox_worker(),
        "node.js": sandbox_node(),
        "frame.js": sandbox_frame(),
        "frame.html": _FRAME,
    }
    for name, text in own.items():
        yield _file(name, text.encode())
    if not is_away:
        for name in (*_COPIED, *(f"{each}.gz" for each in runtime.PACKED)):
            yield _file(RUNTIME + name, (folder / name).read_bytes())


def _server_files(
    catalog: Catalog,
    packs: Sequence[str],
    project: Path,
    code: bytes,
    place: str | dict[str, int],
    *,
    keeps: bool,
) -> Iterator[ExtraFile]:
    """Yield what the server of a collection has of its own: its model, and its manifest.

    Args:
        catalog: The operations.
        packs: The names of its packs and modules.
        project: The folder of the modules of the project.
        code: The code of all servers.
        place: The address of the runtime; where the site has it, its files that are compressed, and
            their sizes.
        keeps: As for `contents`.
    """
    collection = catalog.collection
    part, up = (f"collections/{collection.name}/", "../../") if collection.name else ("", "")
    # It imports the server; a site without a sandbox needs none of its libraries.
    from callsheet.sandbox.site_model import site_model

    model, read_first = site_model(catalog, packs, project)
    files = {f"model/{name}.gz": runtime.packed(data) for name, data in model.items()}
    names = [f"model/{each}.gz" for each in read_first]
    first = {up + _PACKED_CODE: code, **{name: files[name] for name in names}}
    manifest = {
        "runtime": place if isinstance(place, str) else up + RUNTIME,
        "packed": {} if isinstance(place, str) else place,
        "files": [{"name": name, "size": len(data)} for name, data in first.items()],
        "kept": [{"name": n, "size": len(files[n])} for n in files if keeps and n not in first],
        "packs": list(packs),
        "build": _build(first | files, packs, part),
        "versions": _versions(first | files),
        **({"base": collection.base_path} if part else {}),
    }
    for name, data in {**files, MANIFEST: json.dumps(manifest, indent=1).encode()}.items():
        yield _file(part + name, data)


def _build(files: dict[str, bytes], packs: Sequence[str], place: str) -> str:
    """Return what is another text where an interpreter would begin otherwise."""
    parts = (runtime.recipe(), repr((packs, place)).encode(), *files.values())
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _file(name: str, content: bytes) -> ExtraFile:
    return _at(f"{FOLDER}/{name}", content)


def _at(path: str, content: bytes) -> ExtraFile:
    key = file_key(content)
    return ExtraFile(path, key, partial(_same, key, content))


def _same(key: str, content: bytes) -> tuple[str, bytes]:
    return key, content


def _sizes(folder: Path) -> dict[str, int]:
    return {name: (folder / f"{name}.gz").stat().st_size for name in runtime.PACKED}


def _versions(files: dict[str, bytes]) -> list[dict[str, str]]:
    """Return what is in the sandbox, with licences, and digests of what this build made."""
    found = [{"name": "Pyodide", "version": runtime.VERSION, "licence": "MPL-2.0"}]
    found += [
        {"name": each.name, "version": each.version, "licence": each.licence}
        for each in libraries()
    ]
    for name, data in files.items():
        found.append({"name": name, "sha256": hashlib.sha256(data).hexdigest()})
    return found


def _modules(packs: Iterable[str]) -> list[str]:
    return [f"{PACKS}.{name}.pack" if is_own_pack(name) else name for name in packs]


def _compiled(code: bytes, folder: Path) -> bytes:
    """Return the archive with bytecode, compressed; made once for the same code."""
    digest = hashlib.sha256(runtime.recipe() + code).hexdigest()[:32]
    file = user_cache_path("callsheet") / f"sandbox-{runtime.VERSION}-{digest}.gz"
    try:
        return file.read_bytes()
    except FileNotFoundError:
        content = runtime.packed(runtime.compiled(code, folder))
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, content)
        return content
