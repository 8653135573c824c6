"""Writes a Python program that uses requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from http import HTTPMethod

from callsheet import lazy_re as re
from callsheet.model import PLACEHOLDER, Operation
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.languages.literals import (
    INDENT,
    LINE_LENGTH,
    Code,
    Literal,
    assignment,
    call,
    docstring,
    f_string,
    flat,
    layout,
    string,
    width,
)
from callsheet.samples.request.access import EnvironmentSecret, Text
from callsheet.samples.request.answers import AnswerKind, ExpectedAnswer
from callsheet.samples.request.bodies import (
    Body,
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.choices import NO_OVERRIDES, Overrides
from callsheet.samples.request.defaults import Json, Scalar, UrlText
from callsheet.samples.request.identifiers import Identifiers
from callsheet.samples.request.request import TIMEOUT, Request, heading, prepare, sample_of
from callsheet.samples.request.values import Values
from callsheet.samples.sample import Sample

MAX_INLINE = LINE_LENGTH - 16
"""Columns of a key and its value that still fit on a line in a list of objects."""

_SAFE = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*")
_FUNCTIONS = {
    HTTPMethod.DELETE,
    HTTPMethod.GET,
    HTTPMethod.HEAD,
    HTTPMethod.OPTIONS,
    HTTPMethod.PATCH,
    HTTPMethod.POST,
    HTTPMethod.PUT,
}
_JSON_OF_REQUESTS = re.compile(r'application/json(\s*;\s*charset="?utf-8"?)?', re.IGNORECASE)
"""A Content-Type that is equivalent to the one that requests sets for `json=`."""


def python_sample(operation: Operation, site: Overrides = NO_OVERRIDES) -> Sample:
    """Write the Python program of an operation.

    It needs only requests, sends one request, and prints the response or stores it in a file.

    Args:
        operation: The operation.
        site: The choices of the site's configuration, for all operations.
    """
    return write_python(prepare(operation, site))


def write_python(request: Request) -> Sample:
    """Write the program of a request."""
    program = PythonProgram(request.operation, request.values)
    sent = program.request("response", program.url)
    output = program.output(request.answer)
    text = program.compose(f"{sent}\nresponse.raise_for_status()", "\n".join(output))
    return program.sample(request.variant, text)


class PythonProgram:
    """A builder of programs: it collects imports, variables, the request and its handling.

    Attributes:
        url: The URL as an f-string.
        headers: The header fields, with the Content-Type if requests would not set it.
    """

    def __init__(self, operation: Operation, values: Values) -> None:
        self.operation = operation
        self.values = values
        self.imports = {"import os"}
        self.names = Identifiers()
        self.variables: list[str] = []
        self.assets: set[str] = set()
        self.access = values.access(operation)
        self.library = ["import requests"]
        self.headers: dict[str, Literal] = {n: _expression(text) for n, text in self.access.headers}
        self.url = self._url()
        self._body_arguments = self._body(values.body)

    def sample(self, variant: str, text: str) -> Sample:
        """Return the finished program.

        Args:
            variant: The text after the uid in the name of its file, such as `_404`.
            text: Its text.
        """
        assets = tuple(sorted(self.assets))
        return sample_of(self.operation, self.values, self.access, variant, ".py", text, assets)

    def compose(self, *blocks: str, about: str = "") -> str:
        """Return the text of the program: docstring, imports, variables, and some blocks.

        Args:
            blocks: The statements of the program.
            about: A further paragraph of the docstring.
        """
        variable, default = self.values.base_url.variable, self.values.base_url.default
        settings = [
            f"BASE_URL = {call('os.environ.get', [string(variable), string(default)], before=11)}"
        ]
        settings += _required(self.access.secrets)
        settings += map(_setting, self.access.secrets)
        everything = [
            docstring([*heading(self.operation), about]),
            # Of two imports, `import` sorts before `from`.
            "\n".join(sorted(self.imports, key=lambda line: (line.startswith("from"), line))),
            "\n".join(self.library),
            "\n".join(settings),
            "\n".join(self.variables),
            *blocks,
        ]
        return "\n\n".join(block for block in everything if block) + "\n"

    def _url(self) -> str:
        """Write the URL as an f-string; each path parameter becomes a variable."""
        pieces = PLACEHOLDER.split(self.operation.route.path)
        identifiers: dict[str, Code] = {}
        parts: list[str | Code] = [Code("BASE_URL"), pieces[0]]
        for before, name, after in zip(pieces[0::2], pieces[1::2], pieces[2::2], strict=False):
            if name not in identifiers:
                context = before.strip("/").rpartition("/")[2]
                identifiers[name] = Code(self.names.take(name, context or "path"))
                self._assign_path_value(identifiers[name].text, self.values.path[name])
            parts += [identifiers[name], after]
        return f_string(parts)

    def _assign_path_value(self, name: str, value: Scalar) -> None:
        if isinstance(value, UrlText):
            self.variables.append(assignment(name, str(value)))
            return
        if not isinstance(value, str) or _SAFE.fullmatch(value):
            self.variables.append(assignment(name, value))
            return
        self.imports.add("from urllib.parse import quote")
        line = f'{name} = quote({string(value)}, safe="")'
        if width(line) > LINE_LENGTH:
            line = f'{name} = quote(\n    {string(value)},\n    safe="",\n)'
        self.variables.append(line)

    def _body(self, body: Body | None) -> dict[str, Literal]:
        """Return the arguments for the body, and set Content-Type where requests would not."""
        match body:
            case None:
                return {}
            case JsonBody():
                if not _JSON_OF_REQUESTS.fullmatch(body.content_type):
                    self.headers["Content-Type"] = body.content_type
                return {"json": self._json(body.value)}
            case FormBody():
                return {"data": _mapping(body.fields)}
            case MultipartBody():
                return self._multipart(body)
            case FileBody():
                self.headers["Content-Type"] = body.content_type
                return {"data": Code(f"{self._file(body.asset, self._body_name())}.read_bytes()")}
            case TextBody():
                if body.content_type:
                    self.headers["Content-Type"] = body.content_type
                literal = string(body.text)
                return {"data": Code(literal if body.text.isascii() else f"{literal}.encode()")}

    def _body_name(self) -> str:
        body = self.operation.request_body
        name = body.name if body else ""
        return "body" if name in {"", "request"} else name

    def _json(self, value: Json) -> Literal:
        literal = self._with_files(value)
        if INDENT + width(f"json={flat(literal)},") <= LINE_LENGTH:
            return literal
        name = self.names.take(self._body_name(), "request")
        self.variables.append(assignment(name, literal))
        return Code(name)

    def _with_files(self, value: Json, name: str = "file") -> Literal:
        """Return the literal of a JSON value; an asset in it is read and encoded."""
        if isinstance(value, Asset):
            return self._encoded(self._file(value, name), name)
        if isinstance(value, list):
            return [self._with_files(item, name) for item in value]
        if isinstance(value, dict):
            return {key: self._with_files(item, key) for key, item in value.items()}
        return value

    def _encoded(self, file: str, key: str) -> Code:
        """Write a file's content in base64, in a variable if it does not fit next to its key."""
        self.imports.add("import base64")
        expression = f"base64.b64encode({file}.read_bytes()).decode()"
        if width(string(key) + expression) <= MAX_INLINE:
            return Code(expression)
        encoded = self.names.take(f"encoded {file}", "file")
        line = f"{encoded} = {expression}"
        if width(line) > LINE_LENGTH:
            line = f"{encoded} = base64.b64encode(\n    {file}.read_bytes()\n).decode()"
        self.variables.append(line)
        return Code(encoded)

    def _file(self, asset: Asset, name: str) -> str:
        """Add a variable for the path of a file next to the program, and return its name."""
        self.assets.add(asset.name)
        self.imports.add("from pathlib import Path")
        variable = self.names.take(name, "upload")
        path = f"Path(__file__).parent / {string(ASSETS_DIR)} / {string(asset.name)}"
        self.variables.append(f"{variable} = {path}")
        missing = f'f"{{{variable}}} is missing; the page has it to download."'
        line = f"    raise SystemExit({missing})"
        if width(line) > LINE_LENGTH:
            line = f"    raise SystemExit(\n        {missing}\n    )"
        self.variables.append(f"if not {variable}.exists():\n{line}")
        return variable

    def _multipart(self, body: MultipartBody) -> dict[str, Literal]:
        if all(part.is_plain for part in body.parts):
            # requests URL-encodes fields without files; as files without a name they become parts.
            return {"files": _mapping([(name, (None, value)) for name, value in body.fields])}
        fields = [(p.name, str(p.content)) for p in body.parts if p.is_plain]
        files = [(p.name, self._part(p)) for p in body.parts if not p.is_plain]
        data = {"data": _mapping(fields)} if fields else {}
        return {**data, "files": _mapping(files)}

    def _part(self, part: BodyPart) -> Literal:
        """Return a part with its file name, its content and its media type."""
        content, name = part.content, part.file_name
        if isinstance(content, Asset):
            file = self._file(content, part.name)
            shown = Code(f"{file}.name") if name == content.name else name
            return (shown, Code(f"{file}.read_bytes()"), part.content_type)
        kind = (part.content_type,) if part.content_type else ()
        return (name or None, content, *kind)

    def request(self, variable: str, url: str, **headers: Literal) -> str:
        """Write the statement that sends the request.

        Args:
            variable: The variable for the response.
            url: An expression.
            headers: Further header fields, with `_` for the hyphens.
        """
        fields = {**self.headers, **{n.replace("_", "-"): v for n, v in headers.items()}}
        method = self.operation.method
        called = method in _FUNCTIONS
        arguments = ["" if called else string(method), url]
        named: dict[str, Literal] = {}
        if self.access.query:
            named["params"] = _mapping(self._query())
        if fields:
            named["headers"] = fields
        named |= self._body_arguments
        if self.access.login:
            named["auth"] = self._login()
        named["timeout"] = TIMEOUT
        for name, value in named.items():
            before = INDENT + len(name) + 1
            text = layout(value, indent=INDENT, before=before, after=1)
            arguments.append(f"{name}={text}")
        lines = "".join(f"{' ' * INDENT}{argument},\n" for argument in arguments if argument)
        return f"{variable} = requests.{method.lower() if called else 'request'}(\n{lines})"

    def _query(self) -> list[tuple[str, Literal]]:
        """Return the query parameters; numbers stay numbers."""
        return [
            (name, self.values.query[number][1] if isinstance(text, str) else _expression(text))
            for number, (name, text) in enumerate(self.access.query)
        ]

    def _login(self) -> Literal:
        login = self.access.login
        if login is None:
            return None
        pair = (_expression((login.user,)), _expression((login.password,)))
        if not login.digest:
            return pair
        if self.library[-1] == "import requests":
            self.library.append("from requests.auth import HTTPDigestAuth")
        return Code(f"HTTPDigestAuth{flat(pair)}")

    def output(self, answer: ExpectedAnswer) -> Sequence[str]:
        """Return the statements that show a response."""
        match answer.kind:
            case AnswerKind.NOTHING:
                return ["print(response.status_code, response.reason)"]
            case AnswerKind.STRUCTURE:
                self.imports.add("import json")
                return [
                    "print(",
                    "    json.dumps(",
                    "        response.json(), indent=2, ensure_ascii=False",
                    "    )",
                    ")",
                ]
            case AnswerKind.SCALAR:
                shown = [string(f"{answer.label}:"), "response.json()"]
                return [call("print", shown, before=0)]
            case AnswerKind.TEXT:
                return ["print(response.text)"]
            case AnswerKind.BASE64:
                self.imports |= {"import base64", "from pathlib import Path"}
                return [
                    f"file = Path({string(answer.stem + answer.extension)})",
                    "file.write_bytes(base64.b64decode(response.json()))",
                    'print(f"{file}: {file.stat().st_size} bytes")',
                ]
            case AnswerKind.BYTES:
                self.imports |= {"import mimetypes", "from pathlib import Path"}
                return [
                    'kind = response.headers["Content-Type"].partition(";")[0]',
                    'extension = mimetypes.guess_extension(kind) or ".bin"',
                    f"file = Path({string(answer.stem)} + extension)",
                    "file.write_bytes(response.content)",
                    'print(f"{file}: {len(response.content)} bytes, {kind}")',
                ]


def _expression(text: Text) -> Literal:
    """Return the expression for text with secrets."""
    if isinstance(text, str):
        return text
    parts = [_constant(part) if isinstance(part, EnvironmentSecret) else part for part in text]
    return parts[0] if len(parts) == 1 else Code(f_string(parts))


def _constant(secret: EnvironmentSecret) -> Code | str:
    """Return the constant of a secret; a value that is wrong on purpose has none."""
    return Code(secret.label.upper()) if secret.variable else secret.value


def _required(secrets: Iterable[EnvironmentSecret]) -> Iterator[str]:
    """Write the statement that names a missing variable, if the program needs any."""
    needed = [secret.variable for secret in secrets if secret.default is None]
    if not needed:
        return
    listed = ", ".join(map(string, needed)) + ("," if len(needed) == 1 else "")
    head = f"for needed in ({listed}):"
    if width(head) > LINE_LENGTH:
        names = "".join(f"    {string(name)},\n" for name in needed)
        head = f"for needed in (\n{names}):"
    yield head
    yield "    if not os.environ.get(needed):"
    yield "        raise SystemExit("
    yield '            f"The environment variable {needed} is not set."'
    yield "        )"


def _setting(secret: EnvironmentSecret) -> str:
    """Write the statement that reads a secret from the environment."""
    name = secret.label.upper()
    if secret.default is None:
        return f"{name} = os.environ[{string(secret.variable)}]"
    arguments = [string(secret.variable), string(secret.default)]
    return f"{name} = {call('os.environ.get', arguments, before=len(name) + 3)}"


def _mapping(pairs: Sequence[tuple[str, Literal]]) -> Literal:
    """Return a dict where each name occurs once, else a list of pairs."""
    mapping = dict(pairs)
    return mapping if len(mapping) == len(pairs) else list(pairs)
