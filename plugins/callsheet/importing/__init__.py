"""Imports OpenAPI 3.0 to 3.2, Swagger 2.0, Postman collections and HAR files as pages."""

from callsheet.importing.captures.document import import_captured
from callsheet.importing.captures.har import read_har
from callsheet.importing.captures.postman import read_postman
from callsheet.importing.files import FileAction, plan_files
from callsheet.importing.markdown import import_markdown
from callsheet.importing.openapi import Imported, import_openapi
from callsheet.importing.reading import Specification, read_specification
from callsheet.importing.writing import write_files

__all__ = [
    "FileAction",
    "Imported",
    "Specification",
    "import_captured",
    "import_markdown",
    "import_openapi",
    "plan_files",
    "read_har",
    "read_postman",
    "read_specification",
    "write_files",
]
