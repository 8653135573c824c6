"""Writes a C# program that uses `HttpClient`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from http import HTTPMethod

from callsheet import lazy_re as re
from callsheet.samples.assets import ASSETS_DIR, Asset
from callsheet.samples.languages.breaking import LineBreaking
from callsheet.samples.languages.structure import SampleProgram, ValueLayout, joined, json_string
from callsheet.samples.request.access import EnvironmentSecret, Text, plain_text
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

_METHODS = {
    HTTPMethod.DELETE,
    HTTPMethod.GET,
    HTTPMethod.HEAD,
    HTTPMethod.OPTIONS,
    HTTPMethod.PATCH,
    HTTPMethod.POST,
    HTTPMethod.PUT,
}
_CHECKED = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z/;=, -]+")
"""Values that HttpClient accepts for any header field when it validates them."""

_JSON_OF_CLIENT = re.compile(r"([\w.+-]+/[\w.+-]+)(?:\s*;\s*charset=\"?utf-8\"?)?", re.IGNORECASE)
_LINES = LineBreaking(operators=("??",), assigns=True)
_BRACES = re.compile(r"\{+|\}+")
_RESERVED = {
    *("answer", "baseUrl", "body", "client", "content", "form", "args", "query", "request"),
    *("known", "response"),
    *("abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch"),
    *("char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do"),
    *("double", "dynamic", "else", "enum", "event", "explicit", "extern", "false", "file"),
    *("finally", "fixed", "float", "for", "foreach", "from", "global", "goto", "if", "implicit"),
    *("in", "int", "interface", "internal", "is", "let", "lock", "long", "nameof", "namespace"),
    *("new", "null", "object", "operator", "out", "override", "params", "partial", "private"),
    *("protected", "public", "readonly", "record", "ref", "required", "return", "sbyte", "scoped"),
    *("sealed", "select", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch"),
    *("this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort"),
    *("using", "var", "virtual", "void", "volatile", "when", "where", "while", "with", "yield"),
}


def csharp_sample(request: Request) -> Sample:
    """Write the program of a request, for .NET 8 or later with implicit usings."""
    program = _CSharpProgram(request)
    return request.sample(".cs", program.text, program.access)


def csharp_string(text: str) -> str:
    """Write a string literal (C# 6.4.5.6)."""
    # The escapes of JSON are escapes of C#, too.
    return json_string(text)


def raw_json(text: str, variables: Sequence[str]) -> str:
    """Write JSON text as a raw string literal (C# 11).

    Args:
        text: The text, in which nothing has three quotes in a row.
        variables: The variables to interpolate, where the text has `MARK`, the name and `MARK`.
    """
    dollars = ""
    if variables:
        # With n dollar signs, n braces begin an interpolation, and fewer are text.
        braces = max(2, 1 + max(map(len, _BRACES.findall(text)), default=0))
        dollars = "$" * braces
        for name in variables:
            hole = f"{'{' * braces}{name}{'}' * braces}"
            text = text.replace(f"{MARK}{name}{MARK}", hole)
    lines = "".join(f"    {line}\n" for line in text.split("\n"))
    return f'{dollars}"""\n{lines}    """'


MARK = "\0"
"""Delimits the name of a variable in JSON text, which cannot have this character."""


class _CSharpProgram(SampleProgram):
    """Writes the program of one request."""

    def __init__(self, request: Request) -> None:
        super().__init__(request, _RESERVED, "base64")
        self.usings: set[str] = set()
        content = self._content()
        send = _fitted([*self._request(), *content])
        output = _fitted(self._output())
        self.text = joined(
            request.comment("//"),
            "\n".join(f"using {name};" for name in sorted(self.usings)),
            _fitted(self._settings()),
            _fitted(self._variables()),
            _fitted(self.before),
            send,
            _SEND,
            output,
        )

    def _settings(self) -> Iterator[str]:
        base_url = self.request.base_url
        yield _setting("baseUrl", base_url.variable, csharp_string(base_url.default))
        for secret, name in self.secrets.items():
            default = secret.fallback(csharp_string, "throw new InvalidOperationException({})")
            yield _setting(name, secret.variable, default)

    def _quote(self, text: Text) -> str:
        """Write the expression for text with secrets."""
        if isinstance(text, str):
            return csharp_string(text)
        if not any(isinstance(part, EnvironmentSecret) and part.variable for part in text):
            return csharp_string(plain_text(text))
        if len(text) == 1 and isinstance(text[0], EnvironmentSecret):
            return self.secrets[text[0]]
        spelled = ""
        for part in text:
            if isinstance(part, EnvironmentSecret):
                spelled += f"{{{self.secrets[part]}}}"
            else:
                spelled += csharp_string(part)[1:-1].replace("{", "{{").replace("}", "}}")
        return f'$"{spelled}"'

    def _variables(self) -> Iterator[str]:
        for value in self.request.path_values:
            expression = value.expression(csharp_string, "Uri.EscapeDataString")
            yield f"var {self.names[value.name]} = {expression};"

    def _url(self) -> str:
        # The text of a path is encoded, so that an interpolated string needs no escapes.
        path = self.request.write_path(str, lambda value: f"{{{self.names[value.name]}}}")
        text = f"{{baseUrl}}{path}"
        if self.access.query:
            self.usings.add("System.Web")
            lines = ['var query = HttpUtility.ParseQueryString("");']
            for name, text_ in self.access.query:
                lines.append(f"query.Add({csharp_string(name)}, {self._quote(text_)});")
            self.before.append("\n".join(lines))
            text += "?{query}"
        return f'$"{text}"'

    def _request(self) -> Iterator[str]:
        request = self.request
        if request.method in _METHODS:
            method = f"HttpMethod.{request.method.capitalize()}"
        else:
            method = f"new HttpMethod({csharp_string(request.method)})"
        login = self.access.login
        arguments = ""
        if login and login.digest:
            self.usings.add("System.Net")
            pair = f"{self._quote((login.user,))}, {self._quote((login.password,))}"
            yield "var known = new CredentialCache();"
            yield f'known.Add(new Uri(baseUrl), "Digest", new NetworkCredential({pair}));'
            arguments = "(new HttpClientHandler { Credentials = known })"
        timeout = f"Timeout = TimeSpan.FromSeconds({TIMEOUT}),"
        yield f"using var client = new HttpClient{arguments}\n{{\n    {timeout}\n}};"
        yield f"using var request = new HttpRequestMessage({method}, {self._url()});"
        for name, text in self.access.headers:
            checked = isinstance(text, str) and _CHECKED.fullmatch(text)
            # `Add` refuses values that .NET cannot parse, and a sample sends what the page shows.
            add = "Add" if checked else "TryAddWithoutValidation"
            yield f"request.Headers.{add}({csharp_string(name)}, {self._quote(text)});"
        if login and not login.digest:
            self.usings.add("System.Text")
            credentials = self._quote((login.user, ":", login.password))
            encoded = f"Convert.ToBase64String(Encoding.UTF8.GetBytes({credentials}))"
            value = f'new("Basic", {encoded})'
            yield f"request.Headers.Authorization = {value};"

    def _content(self) -> list[str]:
        """Return the statements that set the content; its preparation goes before the request."""
        body = self.request.body
        content = ""
        match body:
            case JsonBody():
                content = self._json(body)
            case FormBody():
                pairs = (f"new({csharp_string(n)}, {csharp_string(v)})" for n, v in body.fields)
                content = f"new FormUrlEncodedContent([{', '.join(pairs)}])"
            case FileBody():
                content = _bytes(body.asset, body.content_type)
            case MultipartBody():
                parts = (f"{{ {self._part(part)} }}" for part in body.parts)
                lines = "".join(f"    {part},\n" for part in parts)
                content = f"new MultipartFormDataContent\n{{\n{lines}}}"
            case TextBody():
                content = self._text(csharp_string(body.text), body.content_type)
        return [f"request.Content = {content};"] if content else []

    def _part(self, part: BodyPart) -> str:
        """Write the content of a part, its name, and the name of its file."""
        arguments = [csharp_string(text) for text in (part.name, part.file_name) if text]
        if isinstance(part.content, Asset):
            content = _bytes(part.content, part.content_type)
        elif part.content_type:
            content = self._text(csharp_string(part.content), part.content_type)
        else:
            content = f"new StringContent({csharp_string(part.content)})"
        return ", ".join([content, *arguments])

    def _json(self, body: JsonBody) -> str:
        for name, variable in self.files.items():
            read = f'await File.ReadAllBytesAsync("{ASSETS_DIR}/{name}")'
            self.before.append(f"var {variable} = Convert.ToBase64String({read});")
        style = ValueLayout(file=lambda asset: f'"{MARK}{self.files[asset.name]}{MARK}"')
        text = raw_json(style.layout(body.value), list(self.files.values()))
        self.before.append(f"var body = {text};")
        return self._text("body", body.content_type)

    def _text(self, expression: str, content_type: str | None) -> str:
        self.usings.add("System.Text")
        if content_type is None:
            # `StringContent` would add a media type that the page does not have.
            return f"new ByteArrayContent(Encoding.UTF8.GetBytes({expression}))"
        if match := _JSON_OF_CLIENT.fullmatch(content_type):
            return f"new StringContent({expression}, Encoding.UTF8, {csharp_string(match[1])})"
        self.usings.add("System.Net.Http.Headers")
        kind = f"MediaTypeHeaderValue.Parse({csharp_string(content_type)})"
        return f"new StringContent({expression}, {kind})"

    def _output(self) -> Iterator[str]:
        answer, file = self.request.answer, csharp_string(self.request.answer_file)
        match answer.kind:
            case AnswerKind.NOTHING:
                yield 'Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");'
            case AnswerKind.STRUCTURE:
                self.usings.add("System.Text.Json.Nodes")
                yield f"Console.WriteLine(JsonNode.Parse({_READ_TEXT}));"
            case AnswerKind.SCALAR:
                self.usings |= {"System.Net.Http.Json", "System.Text.Json"}
                yield "var answer = await response.Content.ReadFromJsonAsync<JsonElement>();"
                yield f'Console.WriteLine($"{answer.label}: {{answer}}");'
            case AnswerKind.TEXT:
                yield f"Console.WriteLine({_READ_TEXT});"
            case AnswerKind.BASE64:
                self.usings.add("System.Net.Http.Json")
                yield "var content = await response.Content.ReadFromJsonAsync<byte[]>() ?? [];"
                yield from _write(file, self.request.answer_file)
            case AnswerKind.BYTES:
                yield "var content = await response.Content.ReadAsByteArrayAsync();"
                yield from _write(file, self.request.answer_file)


_READ_TEXT = "await response.Content.ReadAsStringAsync()"
_SEND = (
    "using var response = await client.SendAsync(request);\n"
    "if (!response.IsSuccessStatusCode)\n"
    "{\n"
    f"    var problem =\n        {_READ_TEXT};\n"
    "    throw new HttpRequestException(\n"
    '        $"{(int)response.StatusCode}: {problem}"\n'
    "    );\n"
    "}"
)


def _fitted(statements: Iterable[str]) -> str:
    """Return statements as CSharpier lays them out, those of one line at least."""
    return "\n".join(map(_LINES.fitted, statements))


def _setting(name: str, variable: str, default: str) -> str:
    return f'var {name} = Environment.GetEnvironmentVariable("{variable}") ?? {default};'


def _bytes(asset: Asset, content_type: str) -> str:
    read = f'await File.ReadAllBytesAsync("{ASSETS_DIR}/{asset.name}")'
    kind = csharp_string(content_type)
    return f"new ByteArrayContent({read}) {{ Headers = {{ ContentType = new({kind}) }} }}"


def _write(literal: str, name: str) -> Iterator[str]:
    yield f"await File.WriteAllBytesAsync({literal}, content);"
    yield f'Console.WriteLine($"{name}: {{content.Length}} bytes");'
