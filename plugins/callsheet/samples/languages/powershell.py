"""Writes a PowerShell script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from callsheet import lazy_re as re
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.languages.breaking import LineBreaking
from callsheet.samples.languages.literals import LINE_LENGTH, width
from callsheet.samples.languages.structure import SampleProgram, ValueLayout, joined, json_string
from callsheet.samples.request.access import Login, Text, plain_text, text_expressions
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

_SINGLE = re.compile("['\u2018\u2019\u201a\u201b]")
"""Characters that PowerShell takes for a single quote; doubled, one is text."""

_SPECIAL = '`$"\u201c\u201d\u201e'
_LINES = LineBreaking()
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
    """Write the script of a request, for PowerShell 7 or later."""
    script = _PowerShellScript(request)
    return request.sample(".ps1", script.text, script.access)


def powershell_string(text: str) -> str:
    """Write a string: in single quotes, or in double quotes where it needs escapes."""
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


_JSON = ValueLayout()


class _PowerShellScript(SampleProgram):
    """Writes the script of one request."""

    def __init__(self, request: Request) -> None:
        super().__init__(request, _RESERVED, "base64")
        entries = "".join(f"    {entry}\n" for entry in self._entries())
        self.text = joined(
            request.comment("#"),
            "#Requires -Version 7\n$ErrorActionPreference = 'Stop'",
            "\n".join(self._settings()),
            _fitted(self._variables()),
            _fitted(self.before),
            f"$request = @{{\n{entries}}}",
            _fitted(self._output()),
        )

    def _settings(self) -> Iterator[str]:
        base_url = self.request.base_url
        yield _setting("baseUrl", base_url.variable, powershell_string(base_url.default))
        for secret, name in self.secrets.items():
            yield _setting(name, secret.variable, secret.fallback(powershell_string, "throw {}"))

    def _quote(self, text: Text) -> str:
        """Write the expression for text with secrets."""
        parts = text_expressions(
            (text,), powershell_string, lambda secret: f"${self.secrets[secret]}"
        )
        return parts[0] if len(parts) == 1 else f"({' + '.join(parts)})"

    def _variables(self) -> Iterator[str]:
        for value in self.request.path_values:
            expression = value.expression(powershell_string, "[uri]::EscapeDataString")
            yield f"${self.names[value.name]} = {expression}"

    def _url(self) -> str:
        text = "$baseUrl" + self.request.write_path(
            lambda text: text.replace("$", "`$"), lambda value: f"${{{self.names[value.name]}}}"
        )
        if self.access.query:
            self._collect("query", self.access.query)
            text += "?$query"
        # Braces only where the next character would continue the name.
        text = _NEEDLESS_BRACES.sub(r"$\1", text)
        return f'"{text}"'

    def _collect(self, name: str, pairs: Sequence[tuple[str, Text]]) -> None:
        lines = [f"${name} = [System.Web.HttpUtility]::ParseQueryString('')"]
        for key, text in pairs:
            lines.append(f"${name}.Add({powershell_string(key)}, {self._quote(text)})")
        self.before.append("\n".join(lines))

    def _entries(self) -> Iterator[str]:
        """Yield the entries of the hash table with the arguments."""
        request = self.request
        if _BARE.fullmatch(request.method):
            yield f"Method = {powershell_string(request.method.capitalize())}"
        else:
            yield f"CustomMethod = {powershell_string(request.method)}"
        yield f"Uri = {self._url()}"
        login = self.access.login
        fields = [f"{_key(n)} = {self._quote(text)}" for n, text in self.access.headers]
        if login and not login.digest:
            credentials = self._quote((login.user, ":", login.password)).strip("()")
            encoded = f"[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes({credentials}))"
            fields.append(
                f"Authorization = 'Basic ' +\n            {_LINES.fitted(encoded, indent=12)}"
            )
        if fields:
            lines = "".join(f"        {_LINES.fitted(f, indent=8)}\n" for f in fields)
            yield f"Headers = @{{\n{lines}    }}"
        if login and login.digest:
            yield f"Credential = {self._credential(login)}"
        texts = (plain_text(text) for _, text in self.access.headers)
        if not all(map(_CHECKED.fullmatch, texts)):
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
                if all(part.is_plain for part in body.parts):
                    yield self._form(body)
                else:
                    yield self._parts(body)
            case TextBody():
                yield f"Body = {_sent(powershell_string(body.text), body.text)}"

    def _form(self, body: MultipartBody) -> str:
        parts: dict[str, list[str]] = {}
        for name, value in body.fields:
            parts.setdefault(name, []).append(powershell_string(value))
        lines = "".join(f"        {_key(n)} = {', '.join(v)}\n" for n, v in parts.items())
        return f"Form = @{{\n{lines}    }}"

    def _parts(self, body: MultipartBody) -> str:
        """Write a form whose parts have media types, which a hash table of values cannot say."""
        lines = ["$form = [System.Net.Http.MultipartFormDataContent]::new()"]
        for part in body.parts:
            arguments = [powershell_string(text) for text in (part.name, part.file_name) if text]
            lines += [*_content(part), f"$form.Add($content, {', '.join(arguments)})"]
        self.before.append("\n".join(lines))
        return "Body = $form"

    def _credential(self, login: Login) -> str:
        user, password = (self._quote((secret,)) for secret in (login.user, login.password))
        secure = f"(ConvertTo-SecureString {password} -AsPlainText -Force)"
        return f"[pscredential]::new({user}, {secure})"

    def _json(self, body: JsonBody) -> str:
        style, quote = _JSON, "'"
        if self.files:
            style, quote = ValueLayout(_here_string, _here_string, self._encoded), '"'
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


def _setting(name: str, variable: str, default: str) -> str:
    line = f"${name} = if ($env:{variable}) {{ $env:{variable} }} else {{ {default} }}"
    if width(line) <= LINE_LENGTH:
        return line
    return f"${name} = if ($env:{variable}) {{\n    $env:{variable}\n}} else {{\n    {default}\n}}"


def _fitted(statements: Iterable[str]) -> str:
    """Return statements with the arguments of long calls on lines of their own."""
    return "\n".join(map(_LINES.fitted, statements))


def _content(part: BodyPart) -> Iterator[str]:
    """Yield the statements that create the content of a part."""
    if isinstance(part.content, Asset):
        read = f"[IO.File]::ReadAllBytes({_path(part.content)})"
        yield f"$content = [System.Net.Http.ByteArrayContent]::new({read})"
    else:
        yield f"$content = [System.Net.Http.StringContent]::new({powershell_string(part.content)})"
    if part.content_type:
        kind = powershell_string(part.content_type)
        yield f"$content.Headers.ContentType = {kind}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else powershell_string(name)


def _path(asset: Asset) -> str:
    return f'"$PSScriptRoot/{ASSETS_DIR}/{asset.name}"'


def _sent(expression: str, text: str) -> str:
    """Write the expression for text as a body; not every version sends text in UTF-8."""
    return expression if text.isascii() else f"[Text.Encoding]::UTF8.GetBytes({expression})"
