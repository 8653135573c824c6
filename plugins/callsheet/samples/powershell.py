"""From an operation to a PowerShell script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from callsheet.configuration import BASE_URL_VARIABLE, DEFAULT_BASE_URL
from callsheet.samples.answers import AnswerKind
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.bodies import FileBody, FormBody, JsonBody, MultipartBody, TextBody
from callsheet.samples.identifiers import Identifiers
from callsheet.samples.request import TIMEOUT, Request
from callsheet.samples.sample import Sample
from callsheet.samples.structure import Style, json_string

_SINGLE = re.compile("['\u2018\u2019\u201a\u201b]")
"""What PowerShell takes for a single quote; doubled, it is text."""

_SPECIAL = '`$"\u201c\u201d\u201e'
_EXPANDED = re.compile(r"[`$]")
_NEEDLESS_BRACES = re.compile(r"\$\{(\w+)\}(?![\w:?])")
_BARE = re.compile(r"[A-Za-z]+")
_SHORT = {"\n": "`n", "\r": "`r", "\t": "`t"}
_CHECKED = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z/;=, -]+")
_RESERVED = {
    *("answer", "baseUrl", "body", "content", "form", "query", "request"),
    *("args", "error", "event", "false", "foreach", "home", "host", "input", "matches", "null"),
    *("pid", "profile", "pwd", "sender", "switch", "this", "true"),
    *("consoleFileName", "executionContext", "isCoreClr", "isLinux", "isMacOs", "isWindows"),
    *("nestedPromptLevel", "psCulture", "psHome", "shellId", "stackTrace", "lastExitCode"),
}


def powershell_sample(request: Request) -> Sample:
    """Writes the script of a request, for PowerShell 7 or later."""
    return Sample(request.uid, f"{request.uid}.ps1", _Script(request).text, request.assets)


def powershell_string(text: str) -> str:
    """A string: in single quotes, or in double quotes where it has what does not print."""
    if text.isprintable():
        return "'" + _SINGLE.sub(r"\g<0>\g<0>", text) + "'"
    return '"' + "".join(_escape(character) for character in text) + '"'


def _escape(character: str) -> str:
    if character in _SPECIAL:
        return f"`{character}"
    if character.isprintable():
        return character
    return _SHORT.get(character) or f"`u{{{ord(character):x}}}"


def _here_string(text: str) -> str:
    return _EXPANDED.sub(r"`\g<0>", json_string(text))


_JSON = Style()


class _Script:
    """A script while it is written."""

    def __init__(self, request: Request) -> None:
        self.request = request
        identifiers = Identifiers(_RESERVED, camel=True)
        self.names = request.names(identifiers)
        self.files = request.file_names(identifiers, "base64")
        self.before: list[str] = []
        entries = "".join(f"    {entry}\n" for entry in self._entries())
        variable, default = f"$env:{BASE_URL_VARIABLE}", powershell_string(DEFAULT_BASE_URL)
        blocks = [
            request.comment("#"),
            "#Requires -Version 7\n$ErrorActionPreference = 'Stop'",
            f"$baseUrl = if ({variable}) {{ {variable} }} else {{ {default} }}",
            "\n".join(self._variables()),
            "\n".join(self.before),
            f"$request = @{{\n{entries}}}",
            "\n".join(self._output()),
        ]
        self.text = "\n\n".join(block for block in blocks if block) + "\n"

    def _variables(self) -> Iterator[str]:
        for value in self.request.path_values:
            spelled = value.value
            if isinstance(spelled, str):
                spelled = powershell_string(spelled)
            if not value.is_plain:
                spelled = f"[uri]::EscapeDataString({spelled})"
            yield f"${self.names[value.name]} = {spelled}"

    def _url(self) -> str:
        text = "$baseUrl"
        for part in self.request.path:
            if isinstance(part, str):
                text += part.replace("$", "`$")
            else:
                text += f"${{{self.names[part.name]}}}"
        if self.request.query:
            self._collect("query", self.request.query)
            text += "?$query"
        # Braces only where the name would go on without them.
        text = _NEEDLESS_BRACES.sub(r"$\1", text)
        return f'"{text}"'

    def _collect(self, name: str, pairs: tuple[tuple[str, str], ...]) -> None:
        lines = [f"${name} = [System.Web.HttpUtility]::ParseQueryString('')"]
        for key, value in pairs:
            lines.append(f"${name}.Add({powershell_string(key)}, {powershell_string(value)})")
        self.before.append("\n".join(lines))

    def _entries(self) -> Iterator[str]:
        """The entries of the table with the arguments."""
        request = self.request
        if _BARE.fullmatch(request.method):
            yield f"Method = {powershell_string(request.method.capitalize())}"
        else:
            yield f"CustomMethod = {powershell_string(request.method)}"
        yield f"Uri = {self._url()}"
        fields = [f"{_key(n)} = {powershell_string(v)}" for n, v in request.headers]
        if request.credentials:
            credentials = powershell_string(":".join(request.credentials))
            encoded = f"[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes({credentials}))"
            fields.append(f"Authorization = 'Basic ' + {encoded}")
        if fields:
            lines = "".join(f"        {field}\n" for field in fields)
            yield f"Headers = @{{\n{lines}    }}"
        if not all(_CHECKED.fullmatch(value) for _, value in request.headers):
            yield "SkipHeaderValidation = $true"
        if request.content_type:
            yield f"ContentType = {powershell_string(request.content_type)}"
        yield from self._body()
        yield f"TimeoutSec = {TIMEOUT}"

    def _body(self) -> Iterator[str]:
        body = self.request.body
        match body:
            case JsonBody():
                yield f"Body = {self._json(body)}"
            case FormBody():
                self._collect("form", body.fields)
                yield "Body = $form.ToString()"
            case FileBody():
                yield f"InFile = {_path(body.asset)}"
            case MultipartBody():
                parts: dict[str, list[str]] = {}
                for name, value in body.fields:
                    parts.setdefault(name, []).append(powershell_string(value))
                for name, asset in body.files:
                    parts.setdefault(name, []).append(f"(Get-Item {_path(asset)})")
                lines = "".join(f"        {_key(n)} = {', '.join(v)}\n" for n, v in parts.items())
                yield f"Form = @{{\n{lines}    }}"
            case TextBody():
                yield f"Body = {_sent(powershell_string(body.text), body.text)}"

    def _json(self, body: JsonBody) -> str:
        style, quote = _JSON, "'"
        if self.files:
            style, quote = Style(_here_string, _here_string, self._encoded), '"'
        for name, variable in self.files.items():
            content = f"[IO.File]::ReadAllBytes({_path(Asset(name, ''))})"
            self.before.append(f"${variable} = [Convert]::ToBase64String({content})")
        text = style.layout(body.value)
        self.before.append(f"$body = @{quote}\n{text}\n{quote}@")
        return _sent("$body", text)

    def _encoded(self, asset: Asset) -> str:
        return f'"${self.files[asset.name]}"'

    def _output(self) -> Iterator[str]:
        answer, file = self.request.answer, powershell_string(self.request.answer_file)
        match answer.kind:
            case AnswerKind.NOTHING:
                yield "$response = Invoke-WebRequest @request"
                yield '"$($response.StatusCode) $($response.StatusDescription)"'
            case AnswerKind.STRUCTURE:
                yield "$answer = Invoke-RestMethod @request"
                yield "ConvertTo-Json -InputObject $answer -Depth 100"
            case AnswerKind.SCALAR:
                yield "$answer = Invoke-RestMethod @request"
                yield f'"{answer.label}: $answer"'
            case AnswerKind.TEXT:
                yield "(Invoke-WebRequest @request).Content"
            case AnswerKind.BASE64:
                yield "$answer = Invoke-RestMethod @request"
                content = "[Convert]::FromBase64String($answer)"
                yield f"Set-Content {file} -Value ({content}) -AsByteStream"
                yield f"Get-Item {file}"
            case AnswerKind.BYTES:
                yield f"Invoke-WebRequest @request -OutFile {file}"
                yield f"Get-Item {file}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else powershell_string(name)


def _path(asset: Asset) -> str:
    return f'"$PSScriptRoot/{ASSETS_DIR}/{asset.name}"'


def _sent(expression: str, text: str) -> str:
    """The expression for text as a body; not every version sends text in UTF-8."""
    return expression if text.isascii() else f"[Text.Encoding]::UTF8.GetBytes({expression})"
