"""A catalog that is loaded from its export is the catalog that was exported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callsheet.catalog import Catalog
from callsheet.errors import ConfigurationError
from callsheet.export import load_model, model_lines


def write(catalog: Catalog, file: Path) -> Path:
    file.write_text("\n".join(model_lines(catalog.operations)) + "\n", encoding="utf-8")
    return file


def test_what_was_exported_is_loaded(catalog: Catalog, tmp_path: Path) -> None:
    loaded = load_model(write(catalog, tmp_path / "model.jsonl"))
    assert loaded.operations == catalog.operations
    assert loaded.findings == ()


@pytest.mark.slow
def test_the_outside_pages_come_back(shared: Path, tmp_path: Path) -> None:
    catalog = Catalog.read(shared / "corpus")
    assert load_model(write(catalog, tmp_path / "model.jsonl")).operations == catalog.operations


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.pop("uid"),
        lambda line: line.update(uid=1),
        lambda line: line.update(parameters=None),
        lambda line: line["parameters"][0].update(location="nowhere"),
        lambda line: line["span"].update(start=True),
        lambda line: line["parameters"][0].update(extras=[["only one"]]),
    ],
)
def test_a_line_that_is_no_operation_is_named(
    catalog: Catalog, tmp_path: Path, change: Any
) -> None:
    first, second, *_ = model_lines(catalog.operations)
    changed = json.loads(second)
    change(changed)
    file = tmp_path / "model.jsonl"
    file.write_text(f"{first}\n\n{json.dumps(changed)}\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="Line 3 of the model"):
        load_model(file)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="nothing"):
        load_model(tmp_path / "nothing.jsonl")
