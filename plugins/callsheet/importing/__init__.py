"""From a specification in OpenAPI 3.0 or 3.1, or Swagger 2.0, to pages."""

from callsheet.importing.files import Change, Plan, plan_files, write_files
from callsheet.importing.openapi import Imported, ImportedType, import_openapi
from callsheet.importing.reading import Specification, read_specification

__all__ = [
    "Change",
    "Imported",
    "ImportedType",
    "Plan",
    "Specification",
    "import_openapi",
    "plan_files",
    "read_specification",
    "write_files",
]
