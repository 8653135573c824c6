"""Imports point only to the left and down, as CONTRIBUTING shows the house."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import callsheet

PACKAGE = Path(callsheet.__file__).parent

ONLY_IN = {
    "mkdocs": {"site"},
    "markdown": {"site"},
    "markdown_it": {"cache.py", "source/document.py"},
    "starlette": {"server/app.py"},
    "uvicorn": {
        "server/app.py",
        "server/protocol.py",
        "server/protocol_h11.py",
        "server/protocol_httptools.py",
    },
    "h11": {"server/protocol_h11.py"},
    "httptools": {"server/protocol_httptools.py"},
    "sqlalchemy": {"server/database.py", "server/shared_journal.py", "server/store.py"},
    "PIL": {"server/imaging.py"},
    "jinja2": {"render", "scaffold", "site/blocks.py"},
    "pygments": {"render"},
    "click": {"cli"},
    "requests": {"run/verify/client.py"},
    "urllib3": {"run/verify/client.py"},
    "yaml": {
        "cache.py",
        "export/writing.py",
        "pages/operation.py",
        "scaffold/templates.py",
        "site/options.py",
        "toc.py",
        "untrusted.py",
    },
}
"""Who alone may import a library."""

MAY_IMPORT = {
    "addresses": set(),
    "printable": set(),
    "__init__": set(),
    "errors": set(),
    "findings": set(),
    "untrusted": set(),
    "memo": set(),
    "configuration": {"errors", "findings", "untrusted"},
    "http": {"memo"},
    "spans": set(),
    "schema": {"memo", "spans"},
    "model": {"http", "memo", "schema", "spans"},
    "source": {"findings", "memo", "model", "schema", "untrusted"},
    "coverage": {"errors", "untrusted"},
    "files": set(),
    "codec": set(),
    "cache": {"__init__", "codec", "files", "source"},
    "catalog": {"cache", "errors", "findings", "model", "paths", "source"},
    "typedefs": {"http", "memo", "model", "schema", "source"},
    "file_names": set(),
    "paths": set(),
    "links": {"catalog", "findings", "model", "paths"},
    "toc": {"addresses", "findings", "model", "paths", "source", "untrusted"},
    "references": {"catalog", "findings", "links", "paths", "toc"},
    "pages": {"addresses", "model", "schema", "source"},
    "importing": {
        "addresses",
        "catalog",
        "errors",
        "export",
        "findings",
        "http",
        "model",
        "pages",
        "samples",
        "schema",
        "server",
        "source",
        "untrusted",
    },
    "export": {
        "catalog",
        "errors",
        "files",
        "findings",
        "http",
        "model",
        "printable",
        "promises",
        "schema",
        "source",
        "typedefs",
        "untrusted",
    },
    "samples": {
        "catalog",
        "configuration",
        "errors",
        "file_names",
        "files",
        "http",
        "model",
        "schema",
    },
    "server": {
        "catalog",
        "configuration",
        "errors",
        "export",
        "http",
        "memo",
        "model",
        "printable",
        "promises",
        "samples",
        "schema",
        "spans",
        "typedefs",
    },
    "checks": {
        "cache",
        "catalog",
        "codec",
        "configuration",
        "errors",
        "files",
        "findings",
        "http",
        "links",
        "memo",
        "model",
        "paths",
        "promises",
        "references",
        "samples",
        "schema",
        "source",
        "toc",
        "typedefs",
        "untrusted",
    },
    "report": {"__init__", "checks", "coverage", "errors", "findings", "paths", "printable", "run"},
    "diff": {
        "cache",
        "catalog",
        "errors",
        "http",
        "model",
        "paths",
        "printable",
        "schema",
        "source",
        "typedefs",
    },
    "run": {
        "catalog",
        "checks",
        "configuration",
        "coverage",
        "errors",
        "findings",
        "http",
        "model",
        "promises",
        "samples",
        "schema",
        "server",
        "typedefs",
    },
    "render": {
        "catalog",
        "coverage",
        "errors",
        "file_names",
        "http",
        "memo",
        "model",
        "promises",
        "schema",
        "typedefs",
    },
    "site": {
        "addresses",
        "cache",
        "catalog",
        "checks",
        "configuration",
        "contents",
        "coverage",
        "errors",
        "export",
        "files",
        "findings",
        "http",
        "links",
        "model",
        "paths",
        "printable",
        "render",
        "samples",
        "schema",
        "source",
        "toc",
        "typedefs",
    },
    "scaffold": {
        "__init__",
        "catalog",
        "checks",
        "configuration",
        "errors",
        "file_names",
        "findings",
        "http",
        "model",
        "pages",
        "paths",
        "render",
        "schema",
        "source",
        "toc",
    },
    "pytest_plugin": {"catalog", "configuration", "errors", "report", "run", "samples", "server"},
    "__main__": {"cli"},
    "cli": {
        "__init__",
        "catalog",
        "checks",
        "configuration",
        "coverage",
        "diff",
        "errors",
        "export",
        "file_names",
        "findings",
        "importing",
        "printable",
        "report",
        "run",
        "samples",
        "scaffold",
        "server",
    },
    "promises": {"http", "model", "schema", "typedefs"},
}
"""What each part of the house may import from the others."""

# What the server's core consists of: no sockets, no files, no compiled extensions.
CORE = {
    "answer_headers",
    "answers",
    "authentication",
    "body_errors",
    "calls",
    "codecs",
    "contracts",
    "core",
    "cors",
    "filters",
    "form_body",
    "inert",
    "journal",
    "json_body",
    "lifecycle",
    "limits",
    "locale",
    "messages",
    "named_types",
    "odata",
    "operations_view",
    "parameters",
    "patching",
    "preferences",
    "problem_types",
    "problems",
    "refusals",
    "request_body",
    "resources",
    "routing",
    "security",
    "state",
    "validation",
    "violations",
    "xml_body",
}
CORE_LIBRARIES = {"defusedxml", "jsonpatch", "jsonpointer", "multipart"}
NO_INPUT_OR_OUTPUT = {"asyncio", "http.client", "os", "pathlib", "selectors", "socket", "sqlite3",
                      "subprocess", "sys", "threading", "urllib.request"}  # fmt: skip


def modules() -> Iterator[tuple[str, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        yield file.relative_to(PACKAGE).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = dict(modules())


@pytest.mark.parametrize("path", MODULES)
def test_a_library_is_imported_by_its_layer_only(path: str) -> None:
    for name in imports(MODULES[path]):
        allowed = ONLY_IN.get(name.split(".")[0])
        assert allowed is None or path in allowed or path.split("/")[0] in allowed, name


@pytest.mark.parametrize("path", MODULES)
def test_a_part_imports_only_what_is_left_of_it_or_below(path: str) -> None:
    part = path.split("/")[0].removesuffix(".py")
    for name in imports(MODULES[path]):
        package, _, rest = name.partition(".")
        if package == "callsheet":
            target = rest.split(".")[0] or "__init__"
            if (PACKAGE / target).is_dir() or (PACKAGE / f"{target}.py").is_file():
                assert target == part or target in MAY_IMPORT[part], name


@pytest.mark.parametrize("name", sorted(CORE))
def test_the_core_does_no_input_or_output(name: str) -> None:
    found = set(imports(MODULES[f"server/{name}.py"]))
    assert not found & NO_INPUT_OR_OUTPUT
    siblings = {n.split(".")[2] for n in found if n.startswith("callsheet.server.")}
    assert siblings <= CORE
    libraries = {n.split(".")[0] for n in found} - {"callsheet", "__future__"}
    known = CORE_LIBRARIES | set(__import__("sys").stdlib_module_names)
    assert libraries <= known


def test_the_core_runs_on_pure_wheels() -> None:
    for library in CORE_LIBRARIES:
        module = Path(__import__(library).__file__ or "")
        assert module.suffix == ".py"
        if module.name == "__init__.py":
            assert not [*module.parent.rglob("*.so"), *module.parent.rglob("*.pyd")]


@pytest.mark.parametrize("door", ["site.plugin", "cli", "pytest_plugin"])
def test_what_others_load_with_a_door_is_little(door: str) -> None:
    code = f"import sys, callsheet.{door}\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    names = set(loaded.stdout.decode().split())
    own = {name.split(".")[1] for name in names if name.startswith("callsheet.")}
    known = {
        "cli", "configuration", "errors", "findings", "printable", "pytest_plugin", "site",
        "untrusted",
    }  # fmt: skip
    assert own <= known
    assert not names & {"markdown_it", "callsheet.site.building", "callsheet.site.extension"}
    assert not {name.split(".")[0] for name in names} & {"jsonschema", "sqlalchemy", "starlette"}
