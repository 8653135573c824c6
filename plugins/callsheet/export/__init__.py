"""Exports a catalog as OpenAPI 3.2, 3.1 or 3.0, or as JSON lines of the model."""

from callsheet.export.lines import load_model, model_lines, model_schema
from callsheet.export.openapi import Export, OpenApiExport, export_openapi, openapi, title_of
from callsheet.export.openapi_30 import as_openapi_30
from callsheet.export.openapi_31 import as_openapi_31
from callsheet.export.writing import dump, write

__all__ = [
    "Export",
    "OpenApiExport",
    "as_openapi_30",
    "as_openapi_31",
    "dump",
    "export_openapi",
    "load_model",
    "model_lines",
    "model_schema",
    "openapi",
    "title_of",
    "write",
]
