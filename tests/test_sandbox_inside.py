"""What runs in the page, run here: the server without sockets, and programs that ask it."""

from __future__ import annotations

import ast
import io
import json
import sys
import zipfile
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from requests.adapters import HTTPAdapter

from callsheet.catalog import Catalog
from callsheet.catalog.collected import read_collected
from callsheet.configuration import read_configuration
from callsheet.contrib.superoffice.pack import PACK
from callsheet.reference import BASE_URL_VARIABLE, DEFAULT_BASE_URL
from callsheet.samples import python_sample
from callsheet.samples.assets import ASSETS, read_asset
from callsheet.sandbox.archive import LIBRARIES, archive
from callsheet.sandbox.glue import shortened
from callsheet.sandbox.inside.persistence import dump, restore
from callsheet.sandbox.inside.programs import run
from callsheet.sandbox.inside.server import Fields, InPageServer
from callsheet.sandbox.inside.transport import connect
from callsheet.sandbox.models import Model
from callsheet.sandbox.runtime import RuntimeUnavailableError, is_left_out
from tests.harbours import write_harbours
from tests.sandbox_answers import as_in_page, in_page

DOCS = Path(__file__).parent.parent / "docs"
ENVIRONMENT = {BASE_URL_VARIABLE: DEFAULT_BASE_URL}
HOST = [("Host", "127.0.0.1:8765")]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return Catalog.read(DOCS)


@pytest.fixture(scope="module")
def model(catalog: Catalog) -> Model:
    """The operations as the page loads them."""
    return as_in_page(catalog, [PACK])


@pytest.fixture
def server(model: Model, monkeypatch: pytest.MonkeyPatch) -> InPageServer:
    """The server, which `requests` reaches until the end of the test."""
    found = in_page(model, [PACK])
    monkeypatch.setattr(HTTPAdapter, "send", HTTPAdapter.send)
    connect(DEFAULT_BASE_URL, found.answer)
    return found


def test_the_model_has_all_that_a_server_knows(catalog: Catalog, model: Model) -> None:
    loaded = model.catalog
    assert [o.uid for o in loaded.documented] == [o.uid for o in catalog.documented]
    assert loaded.type_tables == catalog.type_tables
    for one, other in zip(loaded.documented, catalog.documented, strict=True):
        assert one.route == other.route
        assert one.response == other.response
        assert one.request_bodies == other.request_bodies


def test_each_program_of_the_documentation_succeeds(
    catalog: Catalog, server: InPageServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    files = {f"assets/{asset.name}": read_asset(asset.name) for asset in ASSETS.values()}
    for operation in catalog.operations:
        sample = python_sample(operation)
        code, _ = run(tmp_path / "run", "sample.py", sample.text, files, ENVIRONMENT)
        assert code == 0, (operation.uid, capfd.readouterr())
    assert server.store.workspaces


def ran(tmp_path: Path, text: str, **files: bytes) -> tuple[int, dict[str, bytes]]:
    return run(tmp_path / "run", "sample.py", text, files, ENVIRONMENT)


def test_a_program_has_files_of_its_own_and_leaves_no_trace(tmp_path: Path) -> None:
    text = """
import os, pathlib, sys
import beside
os.environ["LEFT"] = "1"
sys.path.append("left")
pathlib.Path("out.txt").write_text(beside.WORD)
sys.exit(3)
"""
    before = Path.cwd()
    folder = tmp_path / "run"
    files = {"beside.py": b"WORD = 'found'"}
    assert run(folder, "sample.py", text, files, ENVIRONMENT) == (3, {"out.txt": b"found"})
    assert Path.cwd() == before
    code, _ = ran(tmp_path, "import os, sys; sys.exit('LEFT' in os.environ or 'left' in sys.path)")
    assert code == 0
    assert ran(tmp_path, "import beside")[0] == 1, "the file of the run before is gone"


def test_a_traceback_shows_the_program_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _ = ran(tmp_path, "def fail():\n    raise ValueError('planted')\n\nfail()\n")
    text = capsys.readouterr().err
    assert code == 1
    assert text.startswith("Traceback (most recent call last):\n")
    assert text.count("  File ") == 2
    assert text.endswith("ValueError: planted\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("import sys; sys.exit('no')", 1), ("def f(:", 1), ("raise SystemExit", 0), ("", 0)],
)
def test_exit_codes_are_those_of_python(tmp_path: Path, text: str, expected: int) -> None:
    assert ran(tmp_path, text)[0] == expected


@pytest.mark.parametrize("path", ["../out.txt", "/out.txt"])
def test_no_file_is_written_outside_of_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not in the folder"):
        run(tmp_path / "run", "sample.py", "", {path: b""}, ENVIRONMENT)
    assert not (tmp_path / "out.txt").exists()


CLIENTS = """
import io, os, requests
base = os.environ["CALLSHEET_BASE_URL"]
"""


@pytest.mark.parametrize(
    "text",
    [
        # Sessions with retries and adapters of their own.
        "s = requests.Session(); s.mount('http://', requests.adapters.HTTPAdapter(max_retries=2));"
        "assert s.get(base + '/-/health').ok",
        # Streams, generators, files.
        "assert b''.join(requests.get(base + '/-/health', stream=True).iter_content(3))",
        "assert requests.post(base + '/no', data=(b for b in [b'a', b'b'])).status_code == 404",
        "assert requests.post(base + '/no', files={'f': io.BytesIO(b'x')}).status_code == 404",
        # How long a program waits at most, and cookies of its own.
        "assert requests.get(base + '/-/health', timeout=(0.5, 2)).ok",
        "s = requests.Session(); s.cookies.set('callsheet-workspace', 'mine');"
        "assert s.get(base + '/-/health').request.headers['Cookie'].endswith('=mine')",
        # Other names of the machine.
        "assert requests.get('http://localhost:8765/-/health').ok",
        # The address of a refusal is that of the request.
        "r = requests.get(base + '/nowhere?q=%20'); assert r.url.endswith('q=%20'), r.url",
    ],
)
@pytest.mark.usefixtures("server")
def test_requests_works_as_over_a_wire(tmp_path: Path, text: str) -> None:
    assert ran(tmp_path, CLIENTS + text)[0] == 0


def test_redirects_are_followed_with_the_cookies_of_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(_: str, target: str, fields: Fields, _body: bytes) -> tuple[int, Fields, bytes]:
        asked.append((target, dict(fields).get("Cookie", "")))
        if target == "/old":
            return 302, [("location", "/new"), ("set-cookie", "a=1"), ("set-cookie", "b=2")], b""
        return 200, [("content-type", "text/plain")], b"found"

    monkeypatch.setattr(HTTPAdapter, "send", HTTPAdapter.send)
    connect(DEFAULT_BASE_URL, answer)
    text = (
        "r = requests.Session().get(base + '/old'); assert (r.text, len(r.history)) == ('found', 1)"
    )
    assert ran(tmp_path, CLIENTS + text)[0] == 0
    assert asked == [("/old", ""), ("/new", "a=1; b=2")]


def test_other_servers_are_still_asked(server: InPageServer, tmp_path: Path) -> None:
    text = (
        "try:\n    requests.get('http://127.0.0.1:9/', timeout=1)\n"
        "except requests.ConnectionError:\n    raise SystemExit(7)\n"
    )
    assert server
    assert ran(tmp_path, CLIENTS + text)[0] == 7


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ([], b"", 400),
        ([*HOST, *HOST], b"", 400),
        ([*HOST, ("Content-Encoding", "gzip")], b"no gzip", 400),
        (HOST, b"x" * (64 * 1024 * 1024), 413),
    ],
)
def test_what_a_connection_would_refuse_is_refused(
    server: InPageServer, headers: list[tuple[str, str]], body: bytes, status: int
) -> None:
    found, fields, content = server.answer("POST", "/nowhere", headers, body)
    assert found == status
    assert json.loads(content)["status"] == status
    assert dict(fields)["content-length"] == str(len(content))


@pytest.mark.parametrize(
    ("target", "base", "status"),
    [
        ("/ships/1/api/Ship/7", "/ships/1", 200),
        # The console asks without it; a program that does finds nothing, as on a server.
        ("/api/Ship/7", "", 200),
        ("/api/Ship/7", "/ships/1", 404),
        ("/ships/1/api/Ship/7", "", 404),
        # Of a longer word it is not part.
        ("/ships/1x/api/Ship/7", "/ships/1", 404),
    ],
)
def test_programs_ask_below_the_path_of_their_collection(
    tmp_path: Path, target: str, base: str, status: int
) -> None:
    write_harbours(tmp_path)
    collections = read_configuration(None, tmp_path / "mkdocs.yml").collections
    first = read_collected(tmp_path / "docs", collections)[1]
    headers = [("Host", "127.0.0.1:8765"), ("Authorization", "Bearer callsheet")]
    found = in_page(as_in_page(first)).answer("GET", target, headers, b"", base)
    assert found[0] == status
    assert (b"Ada" in found[2]) == (status == 200)


def test_what_a_reader_changed_comes_back(server: InPageServer, model: Model) -> None:
    seeded = in_page(model, [PACK])
    with server.store.transaction("w") as state:
        state.put("things", 1, {"a": 1}, b"\x00")
        state.next_key("things")
    plain = dump(server.store)
    for data in chain(*(rows.values() for w in plain.values() for rows in w["rows"].values())):
        data[1] = memoryview(data[1])
    restore(seeded.store, plain)
    assert seeded.store.workspaces == server.store.workspaces


JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=3) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


@given(JSON)
def test_what_is_damaged_changes_nothing(plain: Any) -> None:
    store = InPageServer(Catalog(Path(), (), (), ())).store
    with store.transaction("w") as state:
        state.put("things", 1, {})
    before = dump(store)
    try:
        restore(store, {"w": {"rows": plain, "last": {}}})
    except (AttributeError, LookupError, TypeError, ValueError):
        assert dump(store) == before


def files_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as found:
        return {name: found.read(name) for name in found.namelist()}


def imported_by(files: dict[str, bytes]) -> set[str]:
    """Return what modules import when they are loaded: functions do without some of the rest."""
    found = set()
    for name, content in files.items():
        for node in ast.parse(content).body if name.endswith(".py") else []:
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module)
    return found


def test_what_the_code_imports_of_the_standard_library_is_there() -> None:
    modules = imported_by(files_of(archive(["callsheet.contrib.superoffice.pack"])))
    standard = {each for each in modules if each.partition(".")[0] in sys.stdlib_module_names}
    assert {"json", "wave", "wsgiref.headers"} <= standard
    assert not [each for each in standard if is_left_out(f"{each.replace('.', '/')}.py")]


def test_our_own_code_imports_no_library_that_is_not_there() -> None:
    files = files_of(archive(["callsheet.contrib.superoffice.pack"]))
    ours = {name: content for name, content in files.items() if name.startswith("callsheet/")}
    imported = {each.partition(".")[0] for each in imported_by(ours)}
    assert imported - sys.stdlib_module_names <= {"callsheet", *LIBRARIES}


def test_behaviours_of_the_project_are_taken_along(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/__init__.py").write_text("")
    (tmp_path / "own/texts.py").write_text("from . import more\nfrom .more import A\n")
    (tmp_path / "own/more.py").write_text("import json\nA = 1\n")
    (tmp_path / "behave.py").write_text("def f():\n    from own.texts import A\n")
    (tmp_path / "unused.py").write_text("")
    found = files_of(archive(["behave"], tmp_path))
    ours = {name for name in found if name.startswith(("own", "behave", "unused"))}
    assert ours == {"behave.py", "own/__init__.py", "own/texts.py", "own/more.py"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("import numpy.linalg", "imports `numpy`"),
        ("a b", "invalid syntax"),
        (None, "has no Python"),
    ],
)
def test_behaviours_that_cannot_run_in_a_page_are_named(
    tmp_path: Path, text: str | None, sentence: str
) -> None:
    if text is not None:
        (tmp_path / "behave.py").write_text(text)
    with pytest.raises(RuntimeUnavailableError, match=sentence) as error:
        archive(["behave"], tmp_path)
    assert "`behave`" in str(error.value)


def test_the_script_of_the_runtime_is_written_shorter() -> None:
    script = (
        "function a(){_used()}var _used,_free,_at,_Other,wasmTable,wasmMemory;"
        "function assignWasmExports(wasmExports){"
        'memory=Module["memory"]=wasmMemory=wasmExports["memory"];'
        '_used=Module["_used"]=wasmExports["used"];_free=Module["_free"]=wasmExports["free"];'
        '_Other=Module["_Other"]=wasmExports["another"];'
        '_at=Module["_at"]=wasmExports["at"].value>>>0}done()'
    )
    assert shortened(script) == (
        "function a(){_used()}var _used,_Other,wasmTable,wasmMemory;"
        "function assignWasmExports(wasmExports){"
        'for(const n of"free".split(" "))Module["_"+n]=wasmExports[n];'
        'for(const n of"at".split(" "))Module["_"+n]=wasmExports[n].value>>>0;'
        'memory=Module["memory"]=wasmMemory=wasmExports["memory"];'
        '_used=Module["_used"]=wasmExports["used"];'
        '_Other=Module["_Other"]=wasmExports["another"];}done()'
    )
    assert shortened("another shape") == "another shape"
