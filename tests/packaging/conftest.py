"""What is built of the checkout, once for all of these tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.packaging import environments
from tests.packaging.environments import Environment


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks all tests of this folder as slow."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.slow)


@dataclass(frozen=True, slots=True)
class Distribution:
    """The two files of a release."""

    sdist: Path
    wheel: Path


@pytest.fixture(scope="session")
def distribution(tmp_path_factory: pytest.TempPathFactory) -> Distribution:
    """The sdist, and the wheel that is built of the sdist and of nothing else."""
    folder = tmp_path_factory.mktemp("dist")
    environments.uv("build", "--out-dir", folder, ROOT)
    [sdist], [wheel] = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return Distribution(sdist, wheel)


@pytest.fixture(scope="session")
def alone(distribution: Distribution, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel and what it depends on, and no extra."""
    environment = environments.make(tmp_path_factory.mktemp("alone") / "venv")
    environment.install(distribution.wheel)
    return environment


@pytest.fixture(scope="session")
def with_server(
    distribution: Distribution, tmp_path_factory: pytest.TempPathFactory
) -> Environment:
    """An environment with the extra `server`."""
    environment = environments.make(tmp_path_factory.mktemp("server") / "venv")
    environment.install(f"mkdocs-callsheet[server] @ {distribution.wheel.as_uri()}")
    return environment


@pytest.fixture(scope="session")
def with_test(distribution: Distribution, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the extra `test`."""
    environment = environments.make(tmp_path_factory.mktemp("test") / "venv")
    environment.install(f"mkdocs-callsheet[test,superoffice] @ {distribution.wheel.as_uri()}")
    return environment
