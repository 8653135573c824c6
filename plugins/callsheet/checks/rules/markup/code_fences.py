"""Code in fences that are not messages: YAML, TOML, XML, Python, and calls of curl."""

import ast
import shlex
import warnings
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from textwrap import dedent

from callsheet import lazy_re as re
from callsheet.checks.model.page import CheckedPage
from callsheet.checks.model.routes import METHODS
from callsheet.checks.model.subjects import Subject
from callsheet.checks.parsing.json_text import parse_json
from callsheet.checks.parsing.nodes import SyntaxProblem
from callsheet.checks.parsing.words import likely_meant
from callsheet.checks.parsing.xml_and_forms import parse_xml
from callsheet.checks.rule import Diagnostic, Example, page_rule
from callsheet.source.document import Block, BlockKind
from callsheet.untrusted import DocumentLimits, ExcessiveError, UnusableError
from callsheet.untrusted import compose_yaml as parse_yaml
from callsheet.untrusted import load_toml as parse_toml

MAX_FENCE = 20_000
"""Limit of the characters of a fence that is parsed."""

_Problem = tuple[int, str]
"""A line of a fence's content, counted from 0, and what is wrong there."""

_ABRIDGED = re.compile(r"\.\.\.|\u2026|\{\{|\{%")
"""Signs of what was left out, and of a template's marks."""

_PLACEHOLDER = re.compile(r"<[A-Za-z][\w -]*>")


def _in_yaml(text: str) -> _Problem | None:
    # Tags are of the program that reads it.
    if re.search(r"(?:^|[\s:-])!\w", text):
        return None
    first = 0
    for part in re.split(r"^---[ \t]*(?:#.*)?$", text, flags=re.MULTILINE):
        try:
            parse_yaml(part, DocumentLimits())
        except ExcessiveError:
            return None
        except UnusableError as error:
            return first + max(error.line - 1, 0), f"no valid YAML: {error.problem}"
        first += part.count("\n")
    return None


def _in_toml(text: str) -> _Problem | None:
    try:
        parse_toml(text, DocumentLimits())
    except ExcessiveError:
        return None
    except UnusableError as error:
        return max(error.line - 1, 0), f"no valid TOML: {error.problem}"
    return None


def _in_xml(text: str) -> _Problem | None:
    if not text.lstrip().startswith("<") or "<!" in text:
        return None
    # A part may have several elements at its top.
    is_whole = text.lstrip().startswith("<?xml")
    found = parse_xml(text if is_whole else f"<x>{text.rstrip()}</x>")
    if not isinstance(found, SyntaxProblem):
        return None
    problem = f"no valid XML: there is {found.problem}; expected is {found.expected}"
    return text.count("\n", 0, max(found.start - (0 if is_whole else 3), 0)), problem


_NO_PROGRAM = re.compile(r"^[ \t]*(?:>>>|\$ |[%!?]|print[ \t]+[^\s(=])", re.MULTILINE)


def _in_python(text: str) -> _Problem | None:
    if _NO_PROGRAM.search(text) or _PLACEHOLDER.search(text):
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(dedent(text))
    except SyntaxError as error:
        return max((error.lineno or 1) - 1, 0), f"no valid Python: {error.msg}"
    except (ValueError, RecursionError, MemoryError):
        return None
    return None


_CALL = re.compile(r"^[ \t]*(?:\$[ \t]+)?(?P<word>[a-z]{3,5})[ \t]+(?=\S)")
_METHOD = {"-X", "--request"}
_HEADER = {"-H", "--header"}
_DATA = {"-d", "--data", "--data-raw", "--data-binary", "--json"}


def _in_shell(text: str) -> _Problem | None:
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        match = _CALL.match(lines[number])
        if match is None or (match["word"] != "curl" and "://" not in lines[number]):
            number += 1
            continue
        if match["word"] != "curl":
            if likely_meant(match["word"], ("curl",)) and match["word"] != "url":
                return number, f"`{match['word']}` for `curl`"
            number += 1
            continue
        last, opened = _end_of_call(lines, number)
        if opened is not None:
            return opened, "a quote that is never closed"
        if problem := _in_call("\n".join(lines[number : last + 1])):
            return number, problem
        number = last + 1
    return None


def _end_of_call(lines: list[str], first: int) -> tuple[int, int | None]:
    """Return the last line of a command, and the line of a quote that it leaves open."""
    quote, opened = "", first
    for number in range(first, len(lines)):
        line, escaped = lines[number], False
        for at, sign in enumerate(line):
            if escaped:
                escaped = False
            elif sign == "\\" and quote != "'":
                escaped = True
            elif quote:
                quote = "" if sign == quote else quote
            elif sign in "'\"":
                quote, opened = sign, number
            elif sign == "#" and line[at - 1 : at].isspace():
                break
        if not quote and not line.rstrip().endswith("\\"):
            return number, None
    return len(lines) - 1, opened if quote else None


def _in_call(command: str) -> str | None:
    try:
        words = shlex.split(command.replace("\\\n", " "))
    except ValueError:
        return None
    for option, value in pairwise(words):
        if "$" in value or _ABRIDGED.search(value) or _PLACEHOLDER.search(value):
            continue
        if option in _METHOD and (meant := likely_meant(value, METHODS)):
            return f"the method `{value}` for `{meant}`"
        if option in _HEADER and re.fullmatch(r"[A-Za-z-]+[ \t]+\S.*", value):
            return f"the header field `{value}` without a colon"
        data = value.strip()
        if option in _DATA and (data[:1], data[-1:]) in (("{", "}"), ("[", "]")):
            found = parse_json(data)
            if isinstance(found, SyntaxProblem):
                return f"no valid JSON: there is {found.problem}; expected is {found.expected}"
    return None


_FIELD = re.compile(r"(?:Accept|Authorization|Content-Type|Host|User-Agent)[ \t]+[^\s:][^:]*")


def _in_http(text: str) -> _Problem | None:
    head, *fields = text.partition("\n\n")[0].split("\n")
    method, _, rest = head.strip().partition(" ")
    if method.isupper() and rest.startswith("/") and (meant := likely_meant(method, METHODS)):
        return 0, f"the method `{method}` for `{meant}`"
    is_message = head.startswith("HTTP/") or method in METHODS
    for number, field in enumerate(fields if is_message else (), 1):
        if _FIELD.fullmatch(field.strip()):
            return number, f"the header field `{field.strip()}` without a colon"
    return None


_PARSERS: Mapping[str, Callable[[str], _Problem | None]] = {
    "yaml": _in_yaml,
    "yml": _in_yaml,
    "toml": _in_toml,
    "xml": _in_xml,
    "python": _in_python,
    "py": _in_python,
    "bash": _in_shell,
    "sh": _in_shell,
    "shell": _in_shell,
    "http": _in_http,
}


def _fences(page: CheckedPage) -> Iterator[tuple[Block, str, str]]:
    """Yield the closed fences with the first word of their label and their content."""
    for block in page.document.blocks:
        if block.kind is BlockKind.FENCE and block.closed and block.info:
            lines = page.document.lines[block.span.start : block.span.end - 1]
            yield block, re.split(r"[\s,{]", block.info, maxsplit=1)[0].lower(), "\n".join(lines)


@Example("Changes what is known", "```yaml\na: [1\nb: 2\n```\n\nChanges what is known")
@Example("Changes what is known", "```xml\n<a><b></a>\n```\n\nChanges what is known")
@Example("Changes what is known", "```python\nif x\n    y\n```\n\nChanges what is known")
@Example(
    "Changes what is known",
    '```bash\ncurl -H "Accept text/plain" https://a.example/\n```\n\nChanges what is known',
)
@page_rule(
    code="CS562",
    name="broken-code",
    summary="A fence holds YAML, TOML, XML, Python or a call of curl that no program takes.",
    cause="Readers copy it, and programs refuse it. What `...` abridges may be so.",
    hint="Correct it.",
    superseded_on_line_by=("request-body-syntax", "response-body-syntax", "unknown-method"),
    subject=Subject.OTHER_FENCES,
)
def _broken_code(page: CheckedPage) -> Iterator[Diagnostic]:
    for block, label, text in _fences(page):
        parse = _PARSERS.get(label)
        if parse is None or len(text) > MAX_FENCE:
            continue
        if label not in ("bash", "sh", "shell", "http") and _ABRIDGED.search(text):
            continue
        if problem := parse(text):
            line = min(block.span.start + 1 + problem[0], block.span.end)
            yield Diagnostic(page.whole_line(line), f"The fence has {problem[1]}.")


_LABELS = ("json", "yaml", "toml", "python", "bash", "shell", "http", "html", "javascript")
_LABELS_TOO = frozenset(
    [
        *("jsonc", "json5", "jsonl", "jsonp", "jsonld", "json-ld", "jsonnet", "hjson", "bson"),
        *("yml", "saml", "tml", "html5", "xhtml", "shtml", "dhtml", "https", "http2", "php"),
        *("cython", "jython", "ipython", "python2", "python3", "pycon", "dash", "basic", "batch"),
        *("shell-session", "powershell", "nushell", "javascript+html", "heml", "haml", "yang"),
    ]
)
"""Labels of other languages, which are nearly one of the common ones."""


@Example("Changes what is known", "```jsno\n{}\n```\n\nChanges what is known")
@Example("Changes what is known", "```pyton\nx = 1\n```\n\nChanges what is known")
@page_rule(
    code="CS563",
    name="misspelt-label",
    summary="The label of a fence is nearly the name of a language.",
    cause="Nothing is highlighted, and what the fence holds is not recognized as an example.",
    hint="Write the name of the language.",
    subject=Subject.OTHER_FENCES,
)
def _misspelt_labels(page: CheckedPage) -> Iterator[Diagnostic]:
    for block, label, _ in _fences(page):
        if len(label) < 4 or not label.isalnum() or label in _LABELS_TOO:
            continue
        if meant := likely_meant(label, _LABELS):
            place = page.find(block.span.start, block.info.split()[0])
            yield Diagnostic(
                place, f"The label `{label}` is not a language; did you mean `{meant}`?"
            )
