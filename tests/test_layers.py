"""Imports point only to the left and down, as CONTRIBUTING shows the house."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.syntax import PACKAGE, imports, trees

ROWS = """
    __init__ lazy_re records
  < addresses codec document_limits errors files findings memo parallel paths printable reference
    watch
  < docs_collections untrusted
  < cache configuration coverage http
  < schema < model < source
  < catalog pages
  < diff export render samples
  < checks server
  < contrib redaction
  < importing run scaffold
  < sync
  < lsp report sandbox
  < cli pytest_plugin site
  < __main__
"""
"""The rooms of the house: each may import what stands before the last `<` before it."""

ONLY_IN = {
    "click": {"cli"},
    "h11": {"server/adapters"},
    "httptools": {"server/adapters"},
    "hypercorn": {"server/adapters"},
    "jinja2": {"render", "scaffold", "site"},
    "lsprotocol": {"lsp"},
    "markdown": {"site"},
    "markdown_it": {"cache", "source"},
    "mkdocs": {"site"},
    "PIL": {"contrib/superoffice"},
    "pygments": {"render"},
    "pygls": {"lsp"},
    "requests": {"run/verify", "sandbox/inside"},
    "sqlalchemy": {"server/storage"},
    "starlette": {"server/adapters"},
    "trustme": {"server/adapters"},
    "urllib3": {"run/verify", "sandbox/inside"},
    "uvicorn": {"server/adapters"},
}
"""Who alone may import a library."""

INNER_ROWS = {
    "checks": "parsing < model < rule < rules < engine",
    "lsp": """
        background positions projects < conversion symbols < hover navigation < completion < server
      < features
    """,
    "server": "limits state < http < journal < access < engine < pack < storage < adapters",
    "samples": "sample < assets text < request < languages",
    "site": """
        config extension_options log mkdocs_internals page_facts versions
      < site_catalog < operations output < generated theme < markdown < extension
      < incremental < session set_up < site_pages < building < plugin
    """,
}
"""Rooms within a room, as `ROWS`."""

CORE = ("server/access/", "server/admin/", "server/conclusions", "server/core",
        "server/engine/", "server/http/",
        "server/journal", "server/limits", "server/pack", "server/resources/", "server/settings",
        "server/state")  # fmt: skip
"""The server's core: no sockets, no files, no compiled extensions."""

CORE_LIBRARIES = {"defusedxml", "jsonpatch", "jsonpointer", "multipart"}
INPUT_OR_OUTPUT = {"asyncio", "http.client", "os", "pathlib", "selectors", "socket", "sqlite3",
                   "subprocess", "sys", "threading", "urllib.request"}  # fmt: skip


@cache
def modules() -> dict[str, set[str]]:
    """The modules of the package by their paths, each with what it imports."""
    return {path: {*imports(tree)} for path, tree in trees(PACKAGE).items()}


def own_imports(path: str, room: str = "") -> set[str]:
    """Return the parts of a room, or of the package, that a module imports."""
    start = f"callsheet.{room}." if room else "callsheet."
    found = {name.removeprefix(start).split(".")[0] for name in modules()[path] if start in name}
    if not room and {"callsheet.__version__", "callsheet"} & modules()[path]:
        found.add("__init__")
    return {part for part in found if is_part(PACKAGE / room / part)}


VENDOR = re.compile(
    r"SuperOffice|SoTicket|\bSO-[A-Z]|CreateDefault|WithLinks|PersonEntity|BLOB_?Agent|BlobEntity|\bPillow\b|\bPIL\b",
    re.IGNORECASE,
)
"""Words of the API of which `contrib/` has a pack, and of what that alone needs."""


def test_a_pack_is_loaded_by_its_name_only() -> None:
    for path, names in modules().items():
        if not path.startswith("contrib/"):
            assert not [name for name in names if name.startswith("callsheet.contrib")], path


def test_no_word_of_a_vendor_stands_outside_its_pack() -> None:
    files = (
        file for file in PACKAGE.rglob("*") if file.is_file() and "node_modules" not in file.parts
    )
    texts = {
        file.relative_to(PACKAGE).as_posix(): file.read_text(encoding="utf-8")
        for file in files
        if file.suffix in {".css", ".html", ".jinja", ".js", ".json", ".md", ".py", ".txt"}
    }
    found = {path: match[0] for path, text in texts.items() if (match := VENDOR.search(text))}
    assert {path for path in found if not path.startswith("contrib/")} == set(), found
    assert "contrib/superoffice/pack.py" in found


def is_part(place: Path) -> bool:
    return place.is_dir() or place.with_suffix(".py").is_file()


def part_of(path: str) -> str:
    return path.split("/")[0].removesuffix(".py")


def test_a_library_is_known_to_one_room() -> None:
    for path, names in modules().items():
        for name in names:
            rooms = ONLY_IN.get(name.split(".")[0])
            in_its_room = rooms is None or path.startswith(tuple(f"{room}/" for room in rooms))
            assert in_its_room, f"{path} imports {name}"


def test_a_part_imports_only_what_is_left_of_it_or_below() -> None:
    for path in modules():
        wrong = own_imports(path) - below(ROWS, part_of(path)) - {part_of(path)}
        assert not wrong, f"{path} imports {wrong}"


@pytest.mark.parametrize("room", INNER_ROWS)
def test_a_room_has_an_order_of_its_own(room: str) -> None:
    rows = INNER_ROWS[room]
    for path in (path for path in modules() if path.startswith(f"{room}/")):
        part = part_of(path.removeprefix(f"{room}/"))
        if part in rows.split():
            assert own_imports(path, room) & {*rows.split()} <= below(rows, part) | {part}, path


def test_the_drawing_shows_what_imports_what() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawing = text[text.index("source ─") : text.index("below all of it")]
    # What stands in parentheses explains the name before it.
    plain = re.sub(r"\([^()]*\)", lambda match: " " * len(match[0]), drawing)
    names = re.compile(r"[a-z_]+")
    at = {m[0]: m.start() for line in plain.splitlines() for m in names.finditer(line)}
    assert len(at) > 12
    for path in modules():
        part = part_of(path)
        drawn = (own_imports(path) & at.keys()) - {part} if part in at else set()
        assert all(at[other] < at[part] for other in drawn), f"{path} imports {drawn}"


def below(rows: str, part: str) -> set[str]:
    """Return the parts in the rows before that of a part."""
    before: set[str] = set()
    for row in rows.split("<"):
        if part in row.split():
            return before
        before |= {*row.split()}
    raise LookupError(f"{part} has no row.")


def test_the_core_does_no_input_or_output() -> None:
    inside = tuple(f"callsheet.{part.replace('/', '.').strip('.')}" for part in CORE)
    core = {path: names for path, names in modules().items() if path.startswith(CORE)}
    assert len(core) > 60
    for path, names in core.items():
        assert not names & INPUT_OR_OUTPUT, path
        siblings = {name for name in names if name.startswith("callsheet.server.")}
        assert all(name.startswith(inside) for name in siblings), path
        libraries = {name.split(".")[0] for name in names} - {"callsheet", "__future__"}
        assert libraries <= CORE_LIBRARIES | sys.stdlib_module_names, path


def test_the_core_runs_on_pure_wheels() -> None:
    for library in CORE_LIBRARIES:
        module = Path(__import__(library).__file__ or "")
        assert module.suffix == ".py"
        if module.name == "__init__.py":
            assert not [*module.parent.rglob("*.so"), *module.parent.rglob("*.pyd")]


@pytest.mark.parametrize("door", ["site.plugin", "cli", "pytest_plugin"])
def test_what_others_load_with_a_door_is_little(door: str) -> None:
    code = f"import sys, callsheet.{door}\nprint(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=120
    )
    names = set(loaded.stdout.decode().split())
    own = {name.split(".")[1] for name in names if name.startswith("callsheet.")}
    known = {
        "cli", "configuration", "docs_collections", "document_limits", "errors", "findings",
        "lazy_re", "printable", "pytest_plugin", "records", "site", "untrusted",
    }  # fmt: skip
    assert own <= known
    assert not names & {"markdown_it", "callsheet.site.building", "callsheet.site.extension"}
    assert not {name.split(".")[0] for name in names} & {"jsonschema", "sqlalchemy", "starlette"}


def test_a_build_loads_nothing_of_the_server() -> None:
    """Its libraries come with an extra that a site without a sandbox does without."""
    code = "import sys, callsheet.site.building\nprint(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, timeout=120
    )
    names = loaded.stdout.decode().split()
    assert "callsheet.site.building" in names
    assert [name for name in names if name.startswith("callsheet.server")] == []
