"""Documents in several files, from addresses and from standard input, and bad ones."""

from __future__ import annotations

import json
import os
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import trustme
import yaml
from click.testing import CliRunner, Result

from callsheet.cli import main
from callsheet.errors import ConfigurationError
from callsheet.importing import import_openapi, plan_files, read_specification, writing
from callsheet.importing.input import address, bundle, files
from callsheet.schema.annotations import MAX_LENGTH
from callsheet.untrusted import DocumentLimits, UnusableError

Document = dict[str, Any]

PET = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "integer", "minimum": 1},
        "owner": {"$ref": "#/components/schemas/Owner"},
        "parent": {"$ref": "#/components/schemas/Pet"},
        "kind": {"$ref": "#/components/schemas/Kind"},
    },
}
OWNER = {
    "type": "object",
    "properties": {
        "name": {"type": "string", "maxLength": 40},
        "pets": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
    },
}
ERROR = {"type": "object", "properties": {"code": {"type": "integer"}}}
KIND = {"type": "string", "enum": ["cat", "dog"]}


def json_of(schema: Document) -> Document:
    return {"application/json": {"schema": schema}}


PET_REF = {"$ref": "#/components/schemas/Pet"}
ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
FAILED = {"description": "It failed.", "content": json_of({"$ref": "#/components/schemas/Error"})}
GET = {
    "operationId": "getPet",
    "tags": ["Pets"],
    "summary": "Get a pet",
    "parameters": [{"$ref": "#/components/parameters/id"}],
    "responses": {
        "200": {"description": "The pet.", "content": json_of(PET_REF)},
        "404": {"$ref": "#/components/responses/Failed"},
    },
}
PUT = {
    "operationId": "putPet",
    "tags": ["Pets"],
    "summary": "Change a pet",
    "parameters": [{"$ref": "#/components/parameters/id"}],
    "requestBody": {"content": json_of(PET_REF)},
    "responses": {
        "204": {"description": "It was changed."},
        "404": {"$ref": "#/components/responses/Failed"},
    },
}

BUNDLED = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {"/pets/{id}": {"get": GET, "put": PUT}},
    "components": {
        "schemas": {"Pet": PET, "Owner": OWNER, "Error": ERROR, "Kind": KIND},
        "parameters": {"id": ID},
        "responses": {"Failed": FAILED},
    },
}


def moved(value: Any, names: dict[str, str]) -> Any:
    """Return a part of the document with other references."""
    if isinstance(value, dict):
        return {k: names[v] if k == "$ref" else moved(v, names) for k, v in value.items()}
    return [moved(item, names) for item in value] if isinstance(value, list) else value


def names(schemas: str, pet: str, parameter: str, response: str) -> dict[str, str]:
    found = {f"#/components/schemas/{n}": f"{schemas}#/{n}" for n in ("Owner", "Error", "Kind")}
    return {
        **found,
        "#/components/schemas/Pet": pet,
        "#/components/parameters/id": parameter,
        "#/components/responses/Failed": response,
    }


def split(folder: Path) -> Path:
    """Write the document in several files of both formats, and return the first."""
    from_paths = names(
        "../schemas/all%20of%20them.yaml",
        "../schemas/Pet.json",
        "../parts.yaml#/parameters/id",
        "../parts.yaml#/a~1b/~0/Failed",
    )
    from_schemas = names("all%20of%20them.yaml", "./Pet.json", "", "")
    from_parts = names("schemas/all%20of%20them.yaml", "schemas/Pet.json", "", "")
    texts: dict[str, Any] = {
        "openapi.yaml": {
            **{key: BUNDLED[key] for key in ("openapi", "info")},
            "paths": {"/pets/{id}": {"$ref": "paths/pet.yaml"}},
        },
        "paths/pet.yaml": {
            "get": {"$ref": "get%50et.json#/get%20it"},
            "put": moved(PUT, from_paths),
        },
        "paths/getPet.json": {"get it": moved(GET, from_paths)},
        "schemas/Pet.json": moved(PET, from_schemas),
        "schemas/all of them.yaml": {
            "Owner": moved(OWNER, from_schemas), "Error": ERROR, "Kind": KIND
        },
        "parts.yaml": {
            "parameters": {"id": ID},
            "a/b": {"~": {"Failed": moved(FAILED, from_parts)}},
        },
    }  # fmt: skip
    for path, content in texts.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(content) if path.endswith(".json") else yaml.safe_dump(content)
        file.write_text(text, encoding="utf-8")
    return folder / "openapi.yaml"


def pages(file: Path, out: Path) -> dict[str, str]:
    imported = import_openapi(read_specification(file))
    plan = plan_files(imported, out)
    assert [*imported.findings, *plan.findings] == []
    return {planned.path: planned.text for planned in plan.files}


def test_files_give_the_same_pages_as_the_bundled_document(tmp_path: Path) -> None:
    # The pages have the name of their document.
    whole = tmp_path / "openapi.yaml"
    whole.write_text(json.dumps(BUNDLED), encoding="utf-8")
    wanted = pages(whole, tmp_path / "docs")
    assert "types/Pet.md" in wanted
    assert pages(split(tmp_path / "split"), tmp_path / "docs") == wanted


def test_components_that_are_files_keep_their_names(tmp_path: Path) -> None:
    """An entry that is a reference gives the file's schema its name, in all files."""
    first = split(tmp_path)
    document = yaml.safe_load(first.read_text(encoding="utf-8"))
    document["components"] = {"schemas": {"$ref": "schemas.yaml"}}
    first.write_text(yaml.safe_dump(document), encoding="utf-8")
    listed = {"Animal": {"$ref": "schemas/Pet.json"}, "Beast": {"$ref": "#/Animal"}}
    (tmp_path / "schemas.yaml").write_text(yaml.safe_dump(listed), encoding="utf-8")
    found = pages(first, tmp_path / "docs")
    assert "types/Animal.md" in found
    assert not {"types/Pet.md", "types/Beast.md"} & {*found}


def test_discriminators_lead_to_files(tmp_path: Path) -> None:
    kinds = {"oneOf": [{"$ref": "cat.yaml"}], "discriminator": {
        "propertyName": "kind", "mapping": {"c": "cat.yaml", "d": "Dog"}}}  # fmt: skip
    document = {"openapi": "3.1.0", "components": {"schemas": {"Pet": {"$ref": "pet.yaml"}}}}
    for name, content in {"api.yaml": document, "pet.yaml": kinds, "cat.yaml": PET}.items():
        text = yaml.safe_dump(moved(content, {}) if name == "" else content)
        (tmp_path / name).write_text(text.replace("#/components/schemas/", "#/x/"), "utf-8")
    (tmp_path / "cat.yaml").write_text("type: object\n", encoding="utf-8")
    schemas = read_specification(tmp_path / "api.yaml").document["components"]["schemas"]
    assert schemas["Pet"]["discriminator"]["mapping"] == {
        "c": "#/components/schemas/cat",
        "d": "Dog",
    }


def test_examples_are_no_references(tmp_path: Path) -> None:
    schema = {"type": "object", "example": {"$ref": "no.json"}, "properties": {
        "$ref": {"type": "string"}, "example": {"$ref": "part.yaml"}}}  # fmt: skip
    document = {"openapi": "3.1.0", "components": {"schemas": {"A": schema}}}
    (tmp_path / "api.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / "part.yaml").write_text("type: integer\n", encoding="utf-8")
    read = read_specification(tmp_path / "api.json").document["components"]["schemas"]
    assert read["A"]["example"] == {"$ref": "no.json"}
    assert read["A"]["properties"] == {
        "$ref": {"type": "string"},
        "example": {"$ref": "#/components/schemas/part"},
    }
    assert read["part"] == {"type": "integer"}


def test_findings_name_the_file_with_the_part(tmp_path: Path) -> None:
    # No page has a place for an extension of this length.
    long = "x" * MAX_LENGTH
    first = split(tmp_path)
    pet = tmp_path / "schemas/Pet.json"
    content = {**json.loads(pet.read_text(encoding="utf-8")), "x-a": long}
    content["properties"]["lost"] = {"$ref": "all%20of%20them.yaml#/Lost"}
    pet.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"schemas/Pet\.json#/properties/lost: `all") as no:
        read_specification(first)
    assert "there is no `Lost`" in str(no.value)
    get = tmp_path / "paths/getPet.json"
    content["properties"].pop("lost")
    pet.write_text(json.dumps(content), encoding="utf-8")
    got = json.loads(get.read_text(encoding="utf-8"))
    got["get it"]["x-odd"] = long
    get.write_text(json.dumps(got), encoding="utf-8")
    findings = import_openapi(read_specification(first)).findings
    found = {finding.path for finding in findings}
    assert found == {"schemas/Pet.json#/x-a", "paths/getPet.json#/get it/x-odd"}


# What is not followed.


def with_reference(reference: str, folder: Path) -> Path:
    document = {"openapi": "3.1.0", "paths": {"/a": {"get": {"$ref": reference}}}}
    folder.mkdir(exist_ok=True)
    (folder / "api.json").write_text(json.dumps(document), encoding="utf-8")
    return folder / "api.json"


def call(*arguments: str | Path, sent: str | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, arguments)], input=sent)


@pytest.mark.parametrize(
    ("reference", "why"),
    [
        ("file:///etc/passwd", "is an address of a file"),
        ("https://example.com/a.json", "leads to the network"),
        ("HTTP://example.com/a.json", "leads to the network"),
        ("//example.com/a.json", "leads to the network"),
        ("/etc/passwd", "leads out of the document's folder"),
        ("../secret.yaml", "leads out of the document's folder"),
        ("%2e%2e/secret.yaml", "leads out of the document's folder"),
        ("in/../../secret.yaml", "leads out of the document's folder"),
        ("link.yaml", "leads out of the document's folder"),
        ("linked/secret.yaml", "leads out of the document's folder"),
        ("..\\secret.yaml", "write `/` between folders"),
        ("a%00b", "is not a relative address"),
        ("missing.yaml", "does not exist"),
        ("in", "is not a file"),
        ("pipe.yaml", "is not a file"),
        ("other.yaml#anchor", "not a JSON pointer"),
        ("other.yaml#/a/b", "there is no `b`"),
        ("circle.yaml", "leads to itself"),
        ("broken.yaml", "line 1"),
        ("latin.yaml", "not UTF-8"),
    ],
)
def test_a_reference_that_cannot_be_followed_is_refused(
    reference: str, why: str, tmp_path: Path
) -> None:
    file = with_reference(reference, tmp_path / "api")
    folder = file.parent
    (tmp_path / "secret.yaml").write_text("summary: secret\n", encoding="utf-8")
    (folder / "in").mkdir()
    (folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.yaml")
    (folder / "other.yaml").write_text("a: {}\n", encoding="utf-8")
    (folder / "circle.yaml").write_text("get: {$ref: circle.yaml}\n", encoding="utf-8")
    (folder / "broken.yaml").write_text("a: [\nb: 1\n", encoding="utf-8")
    (folder / "latin.yaml").write_bytes(b"a: \xff\n")
    result = call("openapi", file, "--out", tmp_path / "docs")
    assert result.exit_code == 2
    assert why in result.stderr
    assert "#/paths/~1a/get: " in result.stderr or reference == "circle.yaml"
    assert "Nothing was written." in result.stderr
    assert not (tmp_path / "docs").exists()


def test_files_outside_are_read_if_that_is_allowed(tmp_path: Path) -> None:
    file = with_reference("../shared.yaml", tmp_path / "api")
    operation = {"operationId": "shared", "responses": {"204": {"description": "Done."}}}
    (tmp_path / "shared.yaml").write_text(yaml.safe_dump(operation), encoding="utf-8")
    result = call("openapi", file, "--out", tmp_path / "docs", "--allow-outside")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "docs/shared.md").is_file()


def test_a_document_may_be_a_link_to_a_file_with_neighbours(tmp_path: Path) -> None:
    first = split(tmp_path / "real")
    (tmp_path / "link.yaml").symlink_to(first)
    assert len(import_openapi(read_specification(tmp_path / "link.yaml")).operations) == 2


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = split(tmp_path)
    monkeypatch.setattr(files, "MAX_FILES", 3)
    with pytest.raises(ConfigurationError, match="one file too many"):
        read_specification(first)


def test_files_count_together(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('"aaaa"', encoding="utf-8")
    limits = DocumentLimits(characters=10)
    found = files.DocumentFiles(tmp_path, lambda text, is_yaml: text, limits, 3)
    assert found.read("a.json") == '"aaaa"'
    (tmp_path / "b.json").write_text('"b"', encoding="utf-8")
    with pytest.raises(files.UnfollowedError, match="all files are larger"):
        found.read("b.json")


def test_files_within_files_are_limited(tmp_path: Path) -> None:
    file = with_reference("0.yaml", tmp_path)
    for n in range(bundle.MAX_STEPS + 2):
        text = f"callbacks: {{a: {{b: {{get: {{$ref: {n + 1}.yaml}}}}}}}}\n"
        (tmp_path / f"{n}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="leads to itself"):
        read_specification(file)


# Documents that cannot be imported.

PATHS = {"/a": {"get": {"operationId": "a", "responses": {"204": {"description": "x"}}}}}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"openapi": "3.1.0",\n"info": {},\n"info": {}}', "line 3: the key `info` is there twice"),
        ('{"openapi": "3.1.0", "a": "\\"a\\":",\n"x": [{"b": 1,\n"\\u0062": 2}]}', "line 3"),
        ("openapi: 3.1.0\npaths:\n  /a: {}\n  /a: {}\n", "line 4: the key `/a` is there twice"),
        ("openapi: 3.1.0\ninfo: {}\n", "It has no operation"),
        ("openapi: 3.1.0\npaths: [1]\n", "It has no operation"),
        ("openapi: 3.1.0\npaths: {/a: [1], /b: {get: 1}}\n", "It has no operation"),
        ("[1]", "not a mapping of keys to values"),
    ],
)
def test_a_bad_document_is_refused_before_anything_is_written(
    text: str, why: str, tmp_path: Path
) -> None:
    (tmp_path / "api.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "api.json").write_text(text, encoding="utf-8")
    name = "api.json" if text.startswith("{") else "api.yaml"
    result = call("openapi", tmp_path / name, "--out", tmp_path / "docs")
    assert result.exit_code == 2
    assert why in result.stderr
    assert not (tmp_path / "docs").exists()


def test_merges_are_no_keys(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\na: &a {b: 1}\nc: {<<: *a, <<: *a, d: 1}\n"
    (tmp_path / "api.yaml").write_text(text, encoding="utf-8")
    assert read_specification(tmp_path / "api.yaml").document["c"] == {"b": 1, "d": 1}


def test_many_nested_parts_are_refused(tmp_path: Path) -> None:
    text = '{"openapi": "3.1.0", "x": ' + '{"allOf": [' * 100_000 + "]}" * 100_000 + "}"
    (tmp_path / "api.json").write_text(text, encoding="utf-8")
    result = call("openapi", tmp_path / "api.json", "--out", tmp_path / "docs")
    assert (result.exit_code, "nested too deeply" in result.stderr) == (2, True)


ODD = ["../../up", "/root", "CON", "nul.txt", "Aux.", "a\x00b", "a\x1b[31mb", "x" * 300, ".", "..",
       "a\u202eb", "LPT1 ", "COM¹", "~", "-", "a/b\\c", "name", "Name", "NAME"]  # fmt: skip


def test_odd_names_become_portable_files(tmp_path: Path) -> None:
    paths = {
        f"/{n}": {"get": {"operationId": name, "tags": [name], "responses": {"200": {
            "description": "x", "content": json_of({"$ref": f"#/components/schemas/{n}"})}}}}
        for n, name in enumerate(ODD)
    }  # fmt: skip
    schemas = {str(n): {"title": name, **ERROR} for n, name in enumerate(ODD)}
    document = {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}
    (tmp_path / "api.json").write_text(json.dumps(document), encoding="utf-8")
    result = call("openapi", tmp_path / "api.json", "--out", tmp_path / "docs")
    assert result.exit_code == 0, result.stderr
    assert not any(char in result.output for char in "\x00\x1b\u202e")
    found = [path.relative_to(tmp_path / "docs") for path in (tmp_path / "docs").rglob("*")]
    assert len({str(path).casefold() for path in found}) == len(found)
    reserved = {
        "con",
        "nul",
        "aux",
        "prn",
        *(f"{k}{n}" for k in ("com", "lpt") for n in "0123456789"),
    }
    for path in found:
        for part in path.parts:
            assert part.isascii()
            assert part.isprintable()
            assert len(part) < 120
            assert part.strip(". ") == part
            assert part.partition(".")[0].lower() not in reserved
            assert not set(part) & set('<>:"/\\|?*')


# All or nothing.


def small(folder: Path) -> Path:
    document = {"openapi": "3.1.0", "info": {"title": "T"}, "paths": {
        **PATHS, "/b": {"get": {**PATHS["/a"]["get"], "operationId": "b"}}}}  # fmt: skip
    (folder / "api.json").write_text(json.dumps(document), encoding="utf-8")
    return folder / "api.json"


@pytest.mark.parametrize("failing", ["write_bytes", "rename"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_failure_leaves_everything_as_it_was(
    failing: str, number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "new/docs"
    out.mkdir(parents=True)
    (out / "a.md").write_text("mine", encoding="utf-8")
    file = small(tmp_path)
    real = getattr(Path, failing)
    count = 0

    def fail(self: Path, *arguments: Any) -> Any:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(28, "No space left on device")
        return real(self, *arguments)

    plan = plan_files(import_openapi(read_specification(file)), out, force=True)
    with monkeypatch.context() as patch:
        patch.setattr(Path, failing, fail)
        with pytest.raises(ConfigurationError, match="No space left"):
            writing.write_files(plan)
    assert [path.name for path in out.rglob("*")] == ["a.md"]
    assert (out / "a.md").read_text(encoding="utf-8") == "mine"
    assert writing.write_files(plan) == ["a.md", "b.md", "index.md"]
    assert sorted(path.name for path in out.iterdir()) == ["a.md", "b.md", "index.md"]


def test_a_file_in_the_place_of_a_folder_stops_everything(tmp_path: Path) -> None:
    tagged = {"operationId": "t", "tags": ["z"], "responses": {"204": {"description": "x"}}}
    document = {"openapi": "3.1.0", "paths": {**PATHS, "/z": {"get": tagged}}}
    (tmp_path / "api.json").write_text(json.dumps(document), encoding="utf-8")
    out = tmp_path / "docs"
    out.mkdir()
    (out / "z").write_text("a file", encoding="utf-8")
    result = call("openapi", tmp_path / "api.json", "--out", out)
    assert result.exit_code == 2
    assert [path.name for path in out.iterdir()] == ["z"]


# Standard input and addresses.


def test_standard_input_is_read(tmp_path: Path) -> None:
    text = small(tmp_path).read_text(encoding="utf-8")
    result = call("openapi", "-", "--out", tmp_path / "docs", sent=text)
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "docs/a.md").is_file()


def test_standard_input_refers_to_no_files(tmp_path: Path) -> None:
    text = with_reference("api.json", tmp_path).read_text(encoding="utf-8")
    result = call("openapi", "-", "--out", tmp_path / "docs", sent=text)
    assert result.exit_code == 2
    assert "only a document that is a file itself" in result.stderr
    assert "standard input#/paths/~1a/get" in result.stderr


Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serving(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self)

        def log_message(self, *arguments: Any) -> None:
            """Print nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join(10)


def answering(body: bytes, status: int = 200, **fields: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def test_an_address_is_read(tmp_path: Path) -> None:
    content = small(tmp_path).read_bytes()

    def answer(handler: BaseHTTPRequestHandler) -> None:
        if handler.path == "/old?v=1":
            answering(b"", 302, Location="/v1/api.json")(handler)
        else:
            answering(content if handler.path == "/v1/api.json" else b"", 200)(handler)

    with serving(answer) as url:
        result = call("openapi", f"{url}/old?v=1", "--out", tmp_path / "docs")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "docs/a.md").is_file()


@pytest.mark.parametrize("kind", ["openapi", "postman"])
def test_an_address_is_read_from_a_server_that_can_be_trusted(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = {
        "info": {"name": "A", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/"},
        "item": [{"name": "a", "request": {"method": "GET", "url": "https://example.com/a"}}],
    }
    content = {"openapi": small(tmp_path).read_bytes(), "postman": json.dumps(collection).encode()}
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    with serving(answering(content[kind]), context) as url:
        refused = call(kind, url, "--out", tmp_path / "docs")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        result = call(kind, url, "--out", tmp_path / "docs")
    assert (refused.exit_code, "CERTIFICATE_VERIFY_FAILED" in refused.stderr) == (2, True)
    assert result.exit_code == 0, result.stderr
    assert list((tmp_path / "docs").glob("*.md"))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (answering(b"no", 404), "the server answers 404"),
        (answering(b"", 302, Location="file:///etc/passwd"), "redirects to `file:///etc/passwd`"),
        (answering(b"", 302, Location="ftp://example.com/"), "redirects to `ftp:"),
        (answering(b"", 302), "redirects to ``"),
        (answering(b"{}", Content_Encoding="gzip"), "which was not asked for"),
        (answering(b"<html>"), "not a mapping"),
        (lambda handler: handler.wfile.write(b"nothing\r\n"), "gave no answer"),
    ],
)
def test_an_address_without_a_document_is_refused(answer: Answer, why: str, tmp_path: Path) -> None:
    with serving(answer) as url:
        result = call("openapi", f"{url}/api?token=secret", "--out", tmp_path / "docs")
    assert result.exit_code == 2
    assert why in result.stderr
    assert "secret" not in result.stderr
    assert not (tmp_path / "docs").exists()


def test_redirects_in_circles_end() -> None:
    with (
        serving(answering(b"", 302, Location="/")) as url,
        pytest.raises(UnusableError, match="more than 5 redirects"),
    ):
        address.fetch(url, DocumentLimits())


def test_a_public_address_leads_to_no_private_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is reached under a name that looks public, and redirects to its real address."""
    real = socket.getaddrinfo
    connect = socket.create_connection

    with serving(lambda handler: answering(b"", 302, Location=f"{url}/x")(handler)) as url:
        port = int(url.rpartition(":")[2])

        def resolve(host: str, *arguments: Any, **options: Any) -> Any:
            if host == "public.example":
                return [(2, 1, 6, "", ("93.184.215.14", port))]
            return real(host, *arguments, **options)

        monkeypatch.setattr(socket, "getaddrinfo", resolve)
        monkeypatch.setattr(
            socket,
            "create_connection",
            lambda to, timeout: connect(("127.0.0.1", to[1]), timeout),
        )
        with pytest.raises(UnusableError, match=r"`127\.0\.0\.1`, which is in a private network"):
            address.fetch(f"http://public.example:{port}/", DocumentLimits())


def test_encryption_is_not_given_up() -> None:
    with pytest.raises(UnusableError, match="is not followed"):
        address._next("https://example.com/a", "http://example.com/a")


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Answer nothing until the client is gone."""
    handler.connection.settimeout(10)
    handler.rfile.read(1)


def test_a_slow_server_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "SECONDS", 0.2)
    with (
        serving(silent) as url,
        pytest.raises(UnusableError, match="longer than"),
    ):
        address.fetch(url, DocumentLimits())


def test_a_large_answer_is_refused() -> None:
    with (
        serving(answering(b"x" * 100)) as url,
        pytest.raises(UnusableError, match="it is larger than"),
    ):
        address.fetch(url, DocumentLimits(characters=50))
