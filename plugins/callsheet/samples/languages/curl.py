"""Writes a POSIX shell script that calls curl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http import HTTPMethod
from urllib.parse import quote

from callsheet import lazy_re as re
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.languages.literals import LINE_LENGTH
from callsheet.samples.languages.structure import (
    SampleProgram,
    ValueLayout,
    joined,
    json_string,
)
from callsheet.samples.request.access import EnvironmentSecret, Text
from callsheet.samples.request.answers import AnswerKind
from callsheet.samples.request.bodies import (
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.request import TIMEOUT, Request
from callsheet.samples.sample import Sample

_BARE = re.compile(r"[A-Za-z0-9_./:@%+,-]+")
_NEEDLESS_BRACES = re.compile(r"\$\{(\w+)\}(?!\w)")
_EXPANDED = re.compile(r"[\\$`]")
_QUOTED = re.compile(r'[\\$`"]')
_TAKES_A_BODY = {HTTPMethod.POST, HTTPMethod.PUT, HTTPMethod.PATCH}
_RESERVED = {
    *("answer", "assets", "base_url", "curl", "env", "home", "ifs", "path", "pwd", "set", "test"),
    *("case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until"),
}


def curl_sample(request: Request) -> Sample:
    """Write the script of a request. It needs curl 7.87 or later, and `base64` for files."""
    script = _CurlScript(request)
    return request.sample(".sh", script.text, script.access)


def shell_string(text: str) -> str:
    """Quote a word of the shell (POSIX, 2.2), which cannot hold NUL."""
    if _BARE.fullmatch(text):
        return text
    return "'" + text.replace("\0", "\ufffd").replace("'", "'\\''") + "'"


def _in_double_quotes(text: str) -> str:
    return _QUOTED.sub(r"\\\g<0>", text)


def _heredoc_string(text: str) -> str:
    return _EXPANDED.sub(r"\\\g<0>", json_string(text))


def _part(part: BodyPart) -> str:
    """Write the option for a part of a form."""
    if part.is_plain:
        return "--form-string " + shell_string(f"{part.name}={part.content}")
    if isinstance(part.content, str):
        kind = f";type={part.content_type}" if part.content_type else ""
        name = f";filename={_quoted(part.file_name)}" if part.file_name else ""
        return "--form " + shell_string(f"{part.name}={_quoted(part.content)}{name}{kind}")
    asset = part.content
    named = part.file_name not in ("", asset.name)
    name = f";filename={_in_double_quotes(_quoted(part.file_name))}" if named else ""
    file = f"@$assets/{asset.name};type={part.content_type}{name}"
    return f'--form "{_in_double_quotes(part.name)}={file}"'


def _quoted(text: str) -> str:
    """Quote a value, so that curl finds no options of its own in it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _grouped(arguments: Iterable[str]) -> Iterator[str]:
    """Join short arguments to lines."""
    line = ""
    for argument in arguments:
        if line and len(f"curl {line} {argument} \\") > LINE_LENGTH:
            yield line
            line = argument
        else:
            line = f"{line} {argument}".strip()
    yield line


_JSON = ValueLayout()


class _CurlScript(SampleProgram):
    """Writes the script of one request."""

    def __init__(self, request: Request) -> None:
        super().__init__(request, _RESERVED, camel=False)
        self.redirection = self.text_sent = self.received = ""
        if request.answer.kind is AnswerKind.BYTES:
            self.received = request.answer_file
        elif request.answer.kind is AnswerKind.BASE64:
            self.received = f"{request.answer.stem}.json"
        arguments = ["--fail-with-body", "--silent", "--show-error", f"--max-time {TIMEOUT}"]
        if request.answer.kind is AnswerKind.NOTHING and request.method != HTTPMethod.HEAD:
            arguments.append("--write-out '%{http_code}\\n'")
        lines = [*_grouped(arguments), *filter(None, self._arguments()), self._url()]
        call = "curl " + " \\\n  ".join(lines) + self.redirection
        self.text = joined(
            request.comment("#", before="#!/bin/sh\n#"),
            "set -eu",
            "\n".join(self._settings()),
            "\n".join(self._variables()),
            self._with_output(call),
        )

    def _settings(self) -> Iterator[str]:
        base_url = self.request.base_url
        yield f'base_url="${{{base_url.variable}:-{base_url.default}}}"'
        for secret, name in self.secrets.items():
            if secret.default is None:
                yield f'{name}="${{{secret.variable}:?is not set}}"'
            elif _BARE.fullmatch(secret.default):
                yield f'{name}="${{{secret.variable}:-{secret.default}}}"'
            else:
                # Inside `${…:-…}`, shells differ in how they read quotes.
                yield f"{name}={shell_string(secret.default)}"
                yield f'{name}="${{{secret.variable}:-${name}}}"'

    def _word(self, before: str, text: Text) -> str:
        """Write a word of the shell from text and text with secrets."""
        if isinstance(text, str):
            return shell_string(before + text)
        parts = [before, *text]
        if not any(isinstance(part, EnvironmentSecret) and part.variable for part in parts):
            return shell_string("".join(p if isinstance(p, str) else p.value for p in parts))
        word = ""
        for part, following in zip(parts, [*parts[1:], ""], strict=True):
            if isinstance(part, str):
                word += _in_double_quotes(part.replace("\0", "\ufffd"))
                continue
            # Braces only where the next character would continue the name.
            begun = following[:1] if isinstance(following, str) else ""
            name = self.secrets[part]
            word += f"${{{name}}}" if begun.isalnum() or begun == "_" else f"${name}"
        return f'"{word}"'

    def _variables(self) -> Iterator[str]:
        for value in self.request.path_values:
            note = "" if value.is_plain else "  # percent-encoded"
            yield f"{self.names[value.name]}={shell_string(value.encoded)}{note}"
        if self.request.assets:
            yield f'assets="$(dirname "$0")/{ASSETS_DIR}"'
        if isinstance(self.request.body, JsonBody):
            for name, variable in self.files.items():
                yield f"{variable}=$(base64 < \"$assets/{name}\" | tr -d '\\n')"

    def _url(self) -> str:
        path = self.request.write_path(
            _in_double_quotes, lambda value: f"${{{self.names[value.name]}}}"
        )
        path = _NEEDLESS_BRACES.sub(r"$\1", path)
        return f'"$base_url{path}"'

    def _arguments(self) -> Iterator[str]:
        request = self.request
        yield from self._method()
        for name, text in self.access.query:
            # curl encodes the value, but takes the name as it is.
            yield "--url-query " + self._word(f"{quote(name, safe='$')}=", text)
        for name, text in self.access.headers:
            field = self._word(f"{name}: ", text) if text else shell_string(f"{name};")
            yield f"--header {field}"
        if request.content_type and not isinstance(request.body, FormBody):
            yield "--header " + shell_string(f"Content-Type: {request.content_type}")
        if login := self.access.login:
            yield "--digest" if login.digest else ""
            yield f"--user {self._word('', (login.user, ':', login.password))}"
        yield from self._body()
        if self.received:
            yield f"--output {self.received}"

    def _method(self) -> Iterator[str]:
        method, body = self.request.method, self.request.body
        if method == HTTPMethod.HEAD:
            yield "--head"
        elif method != (HTTPMethod.GET if body is None else HTTPMethod.POST):
            yield f"--request {shell_string(method)}"

    def _body(self) -> Iterator[str]:
        body = self.request.body
        match body:
            case None if self.request.method in _TAKES_A_BODY:
                # RFC 9110, 8.6: a request of such a method says that it has no body.
                yield "--header 'Content-Length: 0'"
            case JsonBody():
                yield self._json(body)
            case FormBody():
                for name, value in body.fields:
                    yield "--data-urlencode " + shell_string(f"{quote(name, safe='')}={value}")
                if not body.fields:
                    yield "--data ''"
            case MultipartBody():
                yield from map(_part, body.parts)
            case FileBody():
                yield f'--data-binary "@$assets/{body.asset.name}"'
            case TextBody():
                if body.content_type is None:
                    yield "--header Content-Type:"
                yield f"--data-raw {shell_string(body.text)}"

    def _json(self, body: JsonBody) -> str:
        files = bool(self.request.assets)
        line = "" if files else f"--data {shell_string(_JSON.flat(body.value))}"
        if line and len(line) + 4 <= LINE_LENGTH:
            return line
        # In a heredoc without quotes, the shell substitutes variables: the content of files.
        heredoc = ValueLayout(_heredoc_string, _heredoc_string, self._encoded)
        text = (heredoc if files else _JSON).layout(body.value)
        # Quotes around the delimiter keep the shell from substituting anything.
        self.redirection = " << JSON" if files else " << 'JSON'"
        self.text_sent = f"\n{text}\nJSON"
        return "--data-binary @-"

    def _encoded(self, asset: Asset) -> str:
        return f'"${self.files[asset.name]}"'

    def _with_output(self, call: str) -> str:
        received, file = self.received, self.request.answer_file
        if not received:
            return call + self.text_sent
        check = f"|| {{ cat {received} >&2; exit 1; }}"
        last = call.rpartition("\n")[2]
        space = " " if len(f"{last} {check}") <= LINE_LENGTH else " \\\n  "
        lines = [f"{call}{space}{check}{self.text_sent}"]
        if received != file:
            pipe = [f"tr -d '\"\\\\' < {received}", f"base64 -d > {file}"]
            line = " | ".join(pipe)
            lines.append(line if len(line) <= LINE_LENGTH else " |\n  ".join(pipe))
        return "\n".join([*lines, f"wc -c {file}"])
