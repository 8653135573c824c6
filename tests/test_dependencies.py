"""What the package imports is what it declares; nothing is there by the grace of others."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from typing import Any

from tests.conftest import ROOT
from tests.syntax import PACKAGE, TESTS, imports, trees

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
EXTRAS_OF = {
    "contrib": {"server", "superoffice"},
    "lsp": {"lsp"},
    "run": {"server", "test"},
    "sandbox": {"server", "test"},
    "server": {"http2", "server", "tls"},
}
"""The extras that a part of the package may take for granted; all others have none."""

NOT_IMPORTED = {
    "mkdocs-material": "the theme of the sites",
    "psycopg": "SQLAlchemy imports it, for addresses of PostgreSQL",
    "pymdown-extensions": "named in the configuration that `callsheet init` writes",
    "tzdata": "read by `zoneinfo`, where the system has no time zones",
}
"""What is declared and no module imports, and why."""

INSIDE = {
    "pytest_plugin.py": {"pytest"},  # only pytest loads it
    "contrib/superoffice/canvas.py": {"js", "pyodide"},  # only a browser loads it
    "sandbox/inside/main.py": {"js"},  # it runs in a browser alone
}
"""What is there wherever a module is loaded."""

DISTRIBUTIONS = packages_distributions()
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def declared(extra: str = "") -> set[str]:
    """The names of what is installed with an extra, or without any."""
    lines = PROJECT["optional-dependencies"][extra] if extra else PROJECT["dependencies"]
    names = {_NAME.match(line)[0].lower() for line in lines}  # type: ignore[index]
    return names - {PROJECT["name"]}


def libraries(tree: ast.Module) -> set[str]:
    """The names of the modules that a module imports and that are neither Python's nor ours."""
    names = {name.partition(".")[0] for name in imports(tree)}
    return names - sys.stdlib_module_names - {"callsheet", "tests"}


@cache
def imported() -> dict[str, set[str]]:
    """The libraries that each module of the package imports."""
    return {path: libraries(tree) for path, tree in trees(PACKAGE).items()}


def distributions(names: set[str]) -> set[str]:
    """What has to be installed to import modules of these names."""
    return {DISTRIBUTIONS[name][0].lower().replace("_", "-") for name in names}


def test_what_a_module_imports_is_declared() -> None:
    for path, names in imported().items():
        allowed = declared()
        for extra in EXTRAS_OF.get(path.partition("/")[0], ()):
            allowed |= declared(extra)
        wrong = distributions(names - INSIDE.get(path, set())) - allowed
        assert not wrong, f"{path} imports {wrong}"


def test_what_is_declared_is_imported() -> None:
    names = {name for path in imported() for name in imported()[path] - INSIDE.get(path, set())}
    wanted = declared() | {
        n
        for extra in ("http2", "lsp", "server", "postgresql", "superoffice", "test", "tls")
        for n in declared(extra)
    }
    assert wanted - distributions(names) == set(NOT_IMPORTED)


def test_what_the_tests_import_is_declared() -> None:
    names = set().union(*map(libraries, trees(TESTS).values()))
    names -= {"atheris"}  # of the extra `fuzz`, and done without where it cannot be installed
    allowed = declared()
    for extra in ("lsp", "server", "superoffice", "test", "tls", "dev"):
        allowed |= declared(extra)
    assert distributions(names) <= allowed
