"""Writes a PHP program that uses the curl extension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from http import HTTPMethod

from callsheet import lazy_re as re
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.languages.breaking import LineBreaking
from callsheet.samples.languages.http import BOUNDARY, part_head
from callsheet.samples.languages.literals import LINE_LENGTH
from callsheet.samples.languages.structure import (
    SampleProgram,
    ValueLayout,
    joined,
    json_string,
)
from callsheet.samples.request.access import Text, text_expressions
from callsheet.samples.request.answers import AnswerKind
from callsheet.samples.request.bodies import (
    Body,
    BodyPart,
    FileBody,
    FormBody,
    JsonBody,
    MultipartBody,
    TextBody,
)
from callsheet.samples.request.request import TIMEOUT, Request
from callsheet.samples.sample import Sample

_TAKES_A_BODY = {HTTPMethod.POST, HTTPMethod.PUT, HTTPMethod.PATCH}
_RESERVED = {"answer", "baseUrl", "body", "content", "curl", "flags", "query", "status", "this"}
_LINES = LineBreaking(operators=("?:", "|"), comma=",")
_EXPANDED = re.compile(r"[\\$]")
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\", '"': '\\"', "$": "\\$"}


def php_sample(request: Request) -> Sample:
    """Write the program of a request, for PHP 8.1 or later with the curl extension."""
    program = _PhpProgram(request)
    return request.sample(".php", program.text, program.access)


def php_string(text: str) -> str:
    """Write a string: in single quotes, or in double quotes where it needs escapes."""
    if text.isprintable():
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
    return '"' + "".join(_escape(character) for character in text) + '"'


def _escape(character: str) -> str:
    if short := _SHORT.get(character):
        return short
    return character if character.isprintable() else f"\\u{{{ord(character):x}}}"


def _heredoc_string(text: str) -> str:
    return _EXPANDED.sub(r"\\\g<0>", json_string(text))


_JSON = ValueLayout()


class _PhpProgram(SampleProgram):
    """Writes the program of one request."""

    def __init__(self, request: Request) -> None:
        super().__init__(request, _RESERVED, "base64")
        options = "".join(f"    {_LINES.fitted(o, indent=4)},\n" for o in self._options())
        call = f"$curl = curl_init({self._url()});"
        # `?>` ends the PHP code even in a comment.
        comment = request.comment("//").replace("?>", "? >")
        self.text = joined(
            f"<?php\n{comment}",
            "declare(strict_types=1);",
            _fitted(self._settings()),
            _fitted(self._variables()),
            _fitted(self.before),
            f"{_LINES.fitted(call)}\ncurl_setopt_array($curl, [\n{options}]);",
            _SEND,
            _fitted(self._output()),
        )

    def _settings(self) -> Iterator[str]:
        base_url = self.request.base_url
        yield f"$baseUrl = getenv('{base_url.variable}') ?: {php_string(base_url.default)};"
        for secret, name in self.secrets.items():
            default = secret.fallback(php_string, "throw new RuntimeException({})")
            yield f"${name} = getenv('{secret.variable}') ?: {default};"

    def _quote(self, *texts: Text) -> str:
        """Write the expression for texts with secrets."""
        parts = text_expressions(texts, php_string, lambda secret: f"${self.secrets[secret]}")
        return " . ".join(parts)

    def _variables(self) -> Iterator[str]:
        for value in self.request.path_values:
            expression = value.expression(php_string, "rawurlencode")
            yield f"${self.names[value.name]} = {expression};"
        if self.access.query:
            yield f"$query = {self._query(self.access.query)};"

    def _query(self, pairs: Sequence[tuple[str, Text]]) -> str:
        """Write the expression for a query; a PHP array can hold each name only once."""
        if len(dict(pairs)) == len(pairs):
            entries = [f"{php_string(name)} => {self._quote(text)}" for name, text in pairs]
            line = f"http_build_query([{', '.join(entries)}])"
            if len(line) + 10 <= LINE_LENGTH:
                return line
            lines = "".join(f"    {entry},\n" for entry in entries)
            return f"http_build_query([\n{lines}])"
        calls = (f"http_build_query([{php_string(n)} => {self._quote(t)}])" for n, t in pairs)
        lines = "".join(f"    {call},\n" for call in calls)
        return f"implode('&', [\n{lines}])"

    def _url(self) -> str:
        path = self.request.write_path(
            lambda text: text.replace("$", "\\$"), lambda value: f"{{${self.names[value.name]}}}"
        )
        return f'"{{$baseUrl}}{path}{"?{$query}" if self.access.query else ""}"'

    def _options(self) -> Iterator[str]:
        request = self.request
        if request.method == HTTPMethod.HEAD:
            yield "CURLOPT_NOBODY => true"
        elif request.method != HTTPMethod.GET or request.body is not None:
            yield f"CURLOPT_CUSTOMREQUEST => {php_string(request.method)}"
        fields: list[tuple[Text, ...]] = [
            (f"{name}: {text}" if text else f"{name};",)
            if isinstance(text, str)
            else (f"{name}: ", text)
            for name, text in self.access.headers
        ]
        if self._is_written_out(request.body):
            fields.append((f"Content-Type: multipart/form-data; boundary={BOUNDARY}",))
        elif request.content_type and not isinstance(request.body, FormBody):
            fields.append((f"Content-Type: {request.content_type}",))
        if isinstance(request.body, TextBody) and request.content_type is None:
            fields.append(("Content-Type:",))
        if request.body is None and request.method in _TAKES_A_BODY:
            # RFC 9110, 8.6: a request of such a method says that it has no body.
            fields.append(("Content-Length: 0",))
        if fields:
            lines = "".join(f"        {self._quote(*field)},\n" for field in fields)
            yield f"CURLOPT_HTTPHEADER => [\n{lines}    ]"
        if login := self.access.login:
            if login.digest:
                yield "CURLOPT_HTTPAUTH => CURLAUTH_DIGEST"
            yield f"CURLOPT_USERPWD => {self._quote((login.user, ':', login.password))}"
        if request.body is not None:
            yield f"CURLOPT_POSTFIELDS => {self._body()}"
        yield "CURLOPT_RETURNTRANSFER => true"
        yield f"CURLOPT_TIMEOUT => {TIMEOUT}"

    def _body(self) -> str:
        body = self.request.body
        match body:
            case JsonBody():
                return self._json(body)
            case FormBody():
                return self._query(body.fields).replace("\n", "\n    ")
            case FileBody():
                return f"file_get_contents({_path(body.asset)})"
            case MultipartBody():
                if self._is_written_out(body):
                    return self._written_out(body)
                parts = (f"{php_string(p.name)} => {_part(p)}" for p in body.parts)
                lines = "".join(f"        {part},\n" for part in parts)
                return f"[\n{lines}    ]"
            case TextBody():
                return php_string(body.text)
        return "''"

    def _is_written_out(self, body: Body | None) -> bool:
        """Tell whether a body is a form that the extension cannot write.

        These have several parts of one name, or parts with a media type that are not files.
        """
        if not isinstance(body, MultipartBody):
            return False
        names = {part.name for part in body.parts}
        typed = any(part.content_type and not part.file_name for part in body.parts)
        return typed or len(names) < len(body.parts)

    def _written_out(self, body: MultipartBody) -> str:
        lines = []
        for part in body.parts:
            head = f"{part_head(part, BOUNDARY)}\r\n\r\n"
            if isinstance(part.content, str):
                lines.append(php_string(f"{head}{part.content}\r\n"))
            else:
                file = f"file_get_contents({_path(part.content)})"
                lines += [php_string(head), file, php_string("\r\n")]
        lines.append(php_string(f"--{BOUNDARY}--\r\n"))
        entries = "".join(f"    {line},\n" for line in lines)
        self.before.append(f"$body = implode('', [\n{entries}]);")
        return "$body"

    def _json(self, body: JsonBody) -> str:
        style, end = _JSON, "'JSON'"
        if self.files:
            style, end = ValueLayout(_heredoc_string, _heredoc_string, self._encoded), "JSON"
        for name, variable in self.files.items():
            content = f"file_get_contents({_path(Asset(name, ''))})"
            self.before.append(f"${variable} = base64_encode({content});")
        self.before.append(f"$body = <<<{end}\n{style.layout(body.value)}\nJSON;")
        return "$body"

    def _encoded(self, asset: Asset) -> str:
        return f'"{{${self.files[asset.name]}}}"'

    def _output(self) -> Iterator[str]:
        answer, file = self.request.answer, php_string(self.request.answer_file)
        match answer.kind:
            case AnswerKind.NOTHING:
                yield 'echo "$status\\n";'
            case AnswerKind.STRUCTURE:
                flags = "JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE"
                yield f"$flags = JSON_PRETTY_PRINT | {flags};"
                yield 'echo json_encode(json_decode($answer), $flags), "\\n";'
            case AnswerKind.SCALAR:
                yield f'echo "{answer.label}: $answer\\n";'
            case AnswerKind.TEXT:
                yield 'echo "$answer\\n";'
            case AnswerKind.BASE64:
                yield f"$size = file_put_contents({file}, base64_decode(json_decode($answer)));"
                yield f'echo "{self.request.answer_file}: $size bytes\\n";'
            case AnswerKind.BYTES:
                yield f"$size = file_put_contents({file}, $answer);"
                yield f'echo "{self.request.answer_file}: $size bytes\\n";'


_SEND = """$answer = curl_exec($curl);
if ($answer === false) {
    throw new RuntimeException(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 400) {
    fwrite(STDERR, "$status: $answer\\n");
    exit(1);
}"""


def _fitted(statements: Iterable[str]) -> str:
    """Return statements as PSR-12 wants them, those of one line at least."""
    return "\n".join(map(_LINES.fitted, statements))


def _part(part: BodyPart) -> str:
    """Write the value of a part that is text or a file."""
    kind, name = php_string(part.content_type or "text/plain"), php_string(part.file_name)
    if isinstance(part.content, Asset):
        return f"new CURLFile({_path(part.content)}, {kind}, {name})"
    text = php_string(part.content)
    return f"new CURLStringFile({text}, {name}, {kind})" if part.file_name else text


def _path(asset: Asset) -> str:
    return f"__DIR__ . '/{ASSETS_DIR}/{asset.name}'"
