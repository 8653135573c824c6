"""Writes a JavaScript program, or a TypeScript module, that calls `fetch`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from http import HTTPMethod
from textwrap import indent

from callsheet import lazy_re as re
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.languages.breaking import LineBreaking
from callsheet.samples.languages.literals import LINE_LENGTH, width
from callsheet.samples.languages.structure import (
    SampleProgram,
    ValueLayout,
    joined,
    script_key,
    script_string,
)
from callsheet.samples.request.access import EnvironmentSecret, Login, Text
from callsheet.samples.request.answers import AnswerKind
from callsheet.samples.request.bodies import (
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.defaults import Json
from callsheet.samples.request.request import TIMEOUT, Request
from callsheet.samples.sample import Sample

_TEMPLATE = re.compile(r"[`\\]|\$(?=\{)")
_LARGEST = 2**53 - 1
"""The largest integer up to which numbers of JavaScript are exact."""

_RESERVED = {
    *("answer", "answerChallenge", "baseUrl", "body", "console", "content", "fetch", "form"),
    *("process", "readFile"),
    *("createHash", "needed", "randomBytes", "response", "url", "writeFile"),
    *("arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger"),
    *("default", "delete", "do", "else", "enum", "eval", "export", "extends", "false", "finally"),
    *("for", "function", "if", "implements", "import", "in", "instanceof", "interface", "let"),
    *("new", "null", "package", "private", "protected", "public", "return", "static", "super"),
    *("switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while"),
    *("with", "yield"),
}

_NEEDED = """function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is not set.`);
  return value;
}"""
_DIGEST = """// Digest authentication (RFC 7616), which fetch does not know.
async function answerChallenge(url) {
  const challenge = await fetch(url, { method: "METHOD" });
  const said = challenge.headers.get("WWW-Authenticate") ?? "";
  const get = (name) => said.match(new RegExp(`\\\\b${name}="?([^",]*)`))?.[1] ?? "";
  const [realm, nonce, opaque] = ["realm", "nonce", "opaque"].map(get);
  const algorithm = get("algorithm") || "MD5";
  const hash = (text) =>
    createHash(algorithm === "SHA-256" ? "sha256" : "md5").update(text).digest("hex");
  const { pathname, search } = new URL(url);
  const cnonce = randomBytes(8).toString("hex");
  const secret = hash(`${USER}:${realm}:${PASSWORD}`);
  const request = hash(`METHOD:${pathname}${search}`);
  const proof = hash(`${secret}:${nonce}:00000001:${cnonce}:auth:${request}`);
  return (
    `Digest username="${USER}", realm="${realm}", nonce="${nonce}", uri="${pathname}${search}", ` +
    `algorithm=${algorithm}, qop=auth, nc=00000001, cnonce="${cnonce}", opaque="${opaque}", ` +
    `response="${proof}"`
  );
}"""
_UNTYPED = re.compile(r"(?<=needed\()name|(?<=get = \()name|(?<=hash = \()text")
"""The parameters of the helper functions that are strings in TypeScript."""

_CHECK = (
    "if (!response.ok) {\n"
    "  const answer = await response.text();\n"
    "  throw new Error(\n"
    "    `${response.status} ${response.statusText}: ${answer}`,\n"
    "  );\n"
    "}"
)
_LINES = LineBreaking(2, ("??",), assigns=True, comma=",")
_TYPES = {"bool": "boolean", "double": "number", "int32": "number", "int64": "number"}


def javascript_sample(request: Request) -> Sample:
    """Write the module of a request, for Node.js 18 or later; browsers run its request, too."""
    program = FetchProgram(request)
    return request.sample(".mjs", program.text, program.access)


def template(parts: Sequence[str], names: Sequence[str]) -> str:
    """Write a template literal of text with expressions between."""
    texts = [_TEMPLATE.sub(r"\\\g<0>", text) for text in parts]
    inner = texts[0]
    for name, text in zip(names, texts[1:], strict=True):
        inner += f"${{{name}}}{text}"
    return f"`{inner}`"


def _in_template(text: str) -> str:
    return _TEMPLATE.sub(r"\\\g<0>", script_string(text))


class FetchProgram(SampleProgram):
    """Writes the program of one request, in JavaScript or TypeScript.

    Attributes:
        text: The program.
    """

    def __init__(self, request: Request, *, typed: str | None = None) -> None:
        """Write the program.

        Args:
            request: The request that it sends.
            typed: The type of the response, for TypeScript.
        """
        super().__init__(request, _RESERVED)
        self.typed = bool(typed)
        self.annotation = f": {typed}" if typed else ""
        body = self._body()
        call = self._call(body)
        self.text = joined(
            request.comment("//"),
            self._imports(),
            _fitted(self._settings()),
            _fitted(self._variables()),
            _fitted(self.before),
            f"{call}\n{_CHECK}",
            _fitted(self._output()),
            self._helper(),
        )

    def _imports(self) -> str:
        kind = self.request.answer.kind
        used = ["readFile"] if self.files else []
        if kind in {AnswerKind.BYTES, AnswerKind.BASE64}:
            used.append("writeFile")
        lines = []
        if self.access.login and self.access.login.digest:
            lines.append('import { createHash, randomBytes } from "node:crypto";')
        if used:
            lines.append(f'import {{ {", ".join(used)} }} from "node:fs/promises";')
        return "\n".join(lines)

    def _settings(self) -> Iterator[str]:
        base_url = self.request.base_url
        default = script_string(base_url.default)
        yield f"const baseUrl = process.env.{base_url.variable} ?? {default};"
        for secret, name in self.secrets.items():
            if secret.default is None:
                yield f'const {name} = needed("{secret.variable}");'
            else:
                default = script_string(secret.default)
                yield f"const {name} = process.env.{secret.variable} ?? {default};"

    def _helper(self) -> str:
        """Write the helper functions, for variables without a default and for Digest challenges."""
        functions = []
        if any(secret.default is None for secret in self.secrets):
            functions.append(_NEEDED)
        if (login := self.access.login) and login.digest:
            user, password = (self._quote((secret,)) for secret in (login.user, login.password))
            digest = _DIGEST.replace("METHOD", self.request.method)
            functions.append(digest.replace("USER", user).replace("PASSWORD", password))
        text = "\n\n".join(functions)
        if self.typed:
            text = _UNTYPED.sub(r"\g<0>: string", text).replace(
                "Challenge(url)", "Challenge(url: string | URL)"
            )
            text = text.replace("needed(name: string)", "needed(name: string): string")
        return text

    def _quote(self, text: Text) -> str:
        """Write the expression for text with secrets."""
        if isinstance(text, str):
            return script_string(text)
        parts, names = [""], []
        for part in text:
            if isinstance(part, EnvironmentSecret) and part.variable:
                names.append(self.secrets[part])
                parts.append("")
            else:
                parts[-1] += part.value if isinstance(part, EnvironmentSecret) else part
        if not names:
            return script_string(parts[0])
        return names[0] if parts == ["", ""] else template(parts, names)

    def _authorization(self, login: Login) -> str:
        pair = self._quote((login.user, ":", login.password))
        return f"`Basic ${{btoa({pair})}}`"

    def _variables(self) -> Iterator[str]:
        for value in self.request.path_values:
            expression = value.expression(script_string, "encodeURIComponent")
            yield f"const {self.names[value.name]} = {expression};"
        for name, variable in self.files.items():
            address = f'new URL("{ASSETS_DIR}/{name}", import.meta.url)'
            yield f"const {variable} = await readFile({address});"

    def _url(self) -> str:
        parts, names = ["", ""], ["baseUrl"]
        for part in self.request.path:
            if isinstance(part, str):
                parts[-1] += part
            else:
                names.append(self.names[part.name])
                parts.append("")
        url = template(parts, names)
        if not self.access.query:
            if not (self.access.login and self.access.login.digest):
                return url
            self.before.append(f"const url = {url};")
            return "url"
        lines = [f"const url = new URL({url});"]
        for name, text in self.access.query:
            value = self._quote(text)
            lines.append(f"url.searchParams.append({script_string(name)}, {value});")
        self.before.append("\n".join(lines))
        return "url"

    def _body(self) -> str:
        """Write the expression for the body; its preparation goes before the call."""
        body = self.request.body
        match body:
            case JsonBody():
                return self._json(body)
            case FormBody():
                fields = self._pairs(body.fields)
                return f"new URLSearchParams({fields})"
            case FileBody():
                return self._file(body.asset)
            case MultipartBody():
                lines = ["const form = new FormData();"]
                for part in body.parts:
                    arguments = ", ".join([script_string(part.name), *self._part(part)])
                    lines.append(f"form.append({arguments});")
                self.before.append("\n".join(lines))
                return "form"
            case TextBody():
                text = script_string(body.text)
                # `fetch` would send a string as text/plain.
                return text if body.content_type else f"new TextEncoder().encode({text})"
        return ""

    def _part(self, part: BodyPart) -> Iterator[str]:
        """Yield the content of a part, and the name of its file."""
        content = part.content
        spelled = script_string(content) if isinstance(content, str) else self._file(content)
        if part.is_plain:
            yield spelled
            return
        kind = f", {{ type: {script_string(part.content_type)} }}" if part.content_type else ""
        yield f"new Blob([{spelled}]{kind})"
        if part.file_name:
            yield script_string(part.file_name)

    def _pairs(self, fields: Sequence[tuple[str, str]]) -> str:
        return _style(self._encoded).layout(
            [[name, value] for name, value in fields], indent=2, before=28, after=2
        )

    def _json(self, body: JsonBody) -> str:
        if _is_exact(body.value):
            value = _style(self._encoded).layout(body.value, indent=2, before=23, after=2)
            return f"JSON.stringify({value})"
        # `JSON.stringify` would round a number that JavaScript cannot represent.
        style = ValueLayout(
            _in_template, _in_template, lambda asset: f'"${{{self._encoded(asset)}}}"'
        )
        return f"`{style.flat(body.value)}`"

    def _encoded(self, asset: Asset) -> str:
        return f'{self._file(asset)}.toString("base64")'

    def _file(self, asset: Asset) -> str:
        """Return the variable for the content of a file next to the program."""
        return self.files[asset.name]

    def _call(self, body: str) -> str:
        request = self.request
        options = [] if request.method == HTTPMethod.GET else [f'method: "{request.method}",']
        fields = [f"  {script_key(n)}: {self._quote(text)}," for n, text in self.access.headers]
        url = self._url()
        if (login := self.access.login) and login.digest:
            fields.append("  Authorization: await answerChallenge(url),")
        elif login:
            fields.append(f"  Authorization: {self._authorization(login)},")
        if request.content_type and not isinstance(request.body, FormBody):
            fields.append(f'  "Content-Type": {script_string(request.content_type)},')
        if fields:
            options += ["headers: {", *fields, "},"]
        if body and request.method not in {HTTPMethod.GET, HTTPMethod.HEAD}:
            options.append(f"body: {body},")
        options.append(f"signal: AbortSignal.timeout({TIMEOUT}_000),")
        lines = "".join(f"  {option}\n" for option in options)
        call = f"const response = await fetch({url}, {{"
        if width(call) <= LINE_LENGTH:
            return f"{call}\n{lines}}});"
        lines = indent(f"{url},\n{{\n{lines}}},\n", "  ")
        return f"const response = await fetch(\n{lines});"

    def _output(self) -> Iterator[str]:
        answer, file = self.request.answer, script_string(self.request.answer_file)
        match answer.kind:
            case AnswerKind.NOTHING:
                yield "console.log(response.status, response.statusText);"
            case AnswerKind.STRUCTURE:
                yield f"const answer{self.annotation} = await response.json();"
                yield "console.log(JSON.stringify(answer, null, 2));"
            case AnswerKind.SCALAR:
                yield f"const answer{self.annotation} = await response.json();"
                yield f"console.log({script_string(answer.label + ':')}, answer);"
            case AnswerKind.TEXT:
                yield "console.log(await response.text());"
            case AnswerKind.BASE64:
                yield f"const answer{self.annotation} = await response.json();"
                yield 'const content = Buffer.from(answer, "base64");'
                yield from _write(file, self.request.answer_file)
            case AnswerKind.BYTES:
                yield "const content = Buffer.from(await response.arrayBuffer());"
                yield from _write(file, self.request.answer_file)


def _style(file: Callable[[Asset], str]) -> ValueLayout:
    return ValueLayout(script_string, script_key, file, padding=" ", comma=",")


def _fitted(statements: Iterable[str]) -> str:
    """Return statements as Prettier lays them out, those of one line at least."""
    return "\n".join(_LINES.fitted(line) for statement in statements for line in _lines(statement))


def _lines(statement: str) -> Sequence[str]:
    # Several statements are in one text where each has a line of its own.
    lines = statement.split("\n")
    return lines if all(line.endswith(";") and line[:1] != " " for line in lines) else [statement]


def _write(literal: str, name: str) -> Iterator[str]:
    yield f"await writeFile({literal}, content);"
    yield f"console.log(`{name}: ${{content.length}} bytes`);"


def _is_exact(value: Json) -> bool:
    """Tell whether JavaScript can represent every number in a value."""
    if isinstance(value, list | dict):
        return all(map(_is_exact, value.values() if isinstance(value, dict) else value))
    return not isinstance(value, int) or abs(value) <= _LARGEST


def typescript_sample(request: Request) -> Sample:
    """Write the module of a request, for Node.js with or without a compiler."""
    typed = "unknown"
    if request.answer.kind is AnswerKind.BASE64:
        typed = "string"
    elif request.answer.kind is AnswerKind.SCALAR and (response := request.operation.response):
        data_type = response.body_type or response.type
        typed = _TYPES.get(data_type.name if data_type else "", "string")
    program = FetchProgram(request, typed=typed)
    return request.sample(".mts", program.text, program.access)
