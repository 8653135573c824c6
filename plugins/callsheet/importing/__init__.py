"""Imports a specification, OpenAPI 3.0, 3.1 or 3.2 or Swagger 2.0, as pages."""

from callsheet.importing.files import FileAction, ImportPlan, plan_files
from callsheet.importing.openapi import Imported, ImportedType, import_openapi
from callsheet.importing.reading import Specification, read_specification
from callsheet.importing.writing import write_files

__all__ = [
    "FileAction",
    "ImportPlan",
    "Imported",
    "ImportedType",
    "Specification",
    "import_openapi",
    "plan_files",
    "read_specification",
    "write_files",
]
