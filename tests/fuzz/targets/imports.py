"""Documents of OpenAPI and Swagger that become pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from callsheet.catalog import Catalog
from callsheet.errors import CallsheetError
from callsheet.export import openapi
from callsheet.importing import import_openapi, plan_files, read_specification, write_files
from tests.conftest import DOCS
from tests.parcels import PAGES, catalog_of

_SWAGGER = """
swagger: "2.0"
info: {title: Parcels, version: "1"}
basePath: /api
securityDefinitions: {basic: {type: basic}}
paths:
  /parcel/{id}:
    parameters: [{name: id, in: path, type: integer, required: true}]
    post:
      consumes: [multipart/form-data]
      parameters:
      - {name: file, in: formData, type: file}
      - {name: size, in: query, type: array, items: {type: string, enum: [a, b]}}
      responses: {200: {description: Done., schema: {$ref: "#/definitions/Parcel"}}}
definitions:
  Parcel:
    allOf: [{$ref: "#/definitions/Thing"}, {properties: {next: {$ref: "#/definitions/Parcel"}}}]
  Thing: {type: object, discriminator: kind, properties: {kind: {type: string}}}
"""
_OPENAPI = """
openapi: 3.1.0
info: {title: Parcels, version: "1"}
servers: [{url: "https://{host}/api", variables: {host: {default: example.com}}}]
paths:
  /parcel:
    get:
      operationId: list
      tags: [Parcel]
      parameters: [{$ref: "#/components/parameters/Top"}]
      responses:
        "200": {description: All., content: {application/json: {schema: {type: array,
          items: {oneOf: [{$ref: "#/components/schemas/A"}, {type: [string, "null"]}]}}}}}
        default: {$ref: "#/components/responses/Refused"}
    post:
      requestBody: {required: true, content: {application/json: {schema:
        {$ref: "#/components/schemas/A"}, examples: {one: {value: {id: 1, when: 2026-01-01}}}}}}
      responses: {"201": {description: Made.}}
      security: [{key: []}]
components:
  parameters: {Top: {name: $top, in: query, schema: {type: integer, minimum: 1}}}
  responses: {Refused: {description: No., headers: {X-Why: {schema: {type: string}}}}}
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    A: {type: object, required: [id], properties: {id: {type: integer, format: int32},
      when: {type: string, format: date}, b: {$ref: "#/components/schemas/A"}},
      additionalProperties: {anyOf: [{const: 1}, {not: {type: "null"}}]}}
"""


def seeds() -> Iterator[bytes]:
    """Documents of each version, in JSON and YAML, and our own pages as one."""
    yield _SWAGGER.encode()
    yield _OPENAPI.encode()
    for document in (yaml.safe_load(_SWAGGER), yaml.safe_load(_OPENAPI)):
        yield json.dumps(document, default=str).encode()
    few = {uid: PAGES[uid] for uid in ("list", "patch")}
    yield json.dumps(openapi(catalog_of(few))).encode()
    yield json.dumps(openapi(Catalog.read(DOCS / "reference" / "Person"))).encode()


def run(data: bytes) -> None:
    """Raises for all that is not a refusal."""
    with TemporaryDirectory() as folder, suppress(CallsheetError):
        # What does not begin like JSON is read as YAML.
        file = Path(folder, "specification.json")
        file.write_bytes(data)
        plan = plan_files(import_openapi(read_specification(file)), Path(folder, "pages"))
        list(write_files(plan))
