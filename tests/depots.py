"""Writes the OpenAPI document of `depots.yaml`, changed or not, and imports it as pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from callsheet.importing import import_openapi, plan_files, read_specification, write_files

Document = dict[str, Any]

DEPOTS = Path(__file__).with_name("depots.yaml")


def depots() -> Document:
    """Return the document, to be changed."""
    document: Document = yaml.safe_load(DEPOTS.read_text(encoding="utf-8"))
    return document


def save(document: Document, file: Path) -> Path:
    """Write a document to a file."""
    file.write_text(yaml.safe_dump(document, sort_keys=False), encoding="utf-8")
    return file


def import_into(file: Path, folder: Path) -> Path:
    """Import a document as pages."""
    imported = import_openapi(read_specification(file))
    list(write_files(plan_files(imported, folder)))
    return folder
