"""Writes Python programs that bring about documented outcomes and handle them."""

from __future__ import annotations

import json
import textwrap
from http import HTTPMethod, HTTPStatus

from callsheet.http.media_types import JSON, is_json
from callsheet.model import ExampleResponse, Operation
from callsheet.model.contents import response_contents
from callsheet.samples.languages.literals import INDENT, Code, string
from callsheet.samples.languages.python import PythonProgram
from callsheet.samples.request.choices import Overrides
from callsheet.samples.request.outcomes import LAST_MODIFIED, Outcome
from callsheet.samples.request.values import pick_values
from callsheet.samples.request.variants import Variant
from callsheet.samples.sample import Sample
from callsheet.samples.text import plain
from callsheet.schema import Schema

COMMENT_WIDTH = 60
_DETAILS = {"title", "detail"}
_PROBLEM = """\
    refusal = error.response
    if "json" in refusal.headers.get("Content-Type", ""):
        problem = refusal.json()
        print(
            problem.get("title"),
            problem.get("detail"),
            sep=": ",
        )
    else:
        print(refusal.status_code, refusal.reason)"""
"""Shows problem details (RFC 9457), if the refusal has them."""


_TEXT = """\
    refusal = error.response
    print(refusal.status_code, refusal.reason)
    print(refusal.text)"""
"""Shows a refusal whose body the page describes as something else."""

_STATUS = """\
    refusal = error.response
    print(refusal.status_code, refusal.reason)"""
"""Shows a refusal without a body, or with bytes."""


def outcome_sample(operation: Operation, outcome: Outcome) -> Sample:
    """Write the program of an outcome; it exits with 0 if the outcome happens.

    Args:
        operation: The operation.
        outcome: One of its outcomes.
    """
    code = outcome.status.code
    program = PythonProgram(operation, outcome.values)
    if outcome.validator:
        blocks = _revalidation(program, outcome)
    else:
        request = program.request("response", program.url)
        blocks = [
            f"{_comment(outcome.cause)}\n{request}",
            _handling(code, outcome.remedy, _report(operation, code)),
        ]
    about = f"Status {code}: {plain(outcome.status.description)}".rstrip(": ")
    return program.sample(f"_{code}", program.compose(*blocks, about=about))


def refusal_sample(variant: Variant, site: Overrides) -> Sample:
    """Write the program of an example that is refused, as the page shows."""
    status = variant.status or HTTPStatus.BAD_REQUEST
    program = PythonProgram(variant.operation, pick_values(variant.operation, site))
    request = program.request("response", program.url)
    handling = _handling(status, "", _report(variant.operation, status))
    about = f"Example: {plain(variant.label)}"
    return program.sample(variant.ending, program.compose(request, handling, about=about))


def _handling(code: int, about: str, report: str) -> str:
    """Write the statements after the request: how a client handles the refusal."""
    if code < 400:
        return f"{_expectation(code)}\nprint(response.status_code, response.reason)"
    remedy = f"{_comment(about, INDENT)}\n" if about else ""
    return f"""try:
    response.raise_for_status()
except requests.HTTPError as error:
    if error.response.status_code != {code}:
        raise
{remedy}{report}
else:
    raise SystemExit(
        f"{code} was expected, and {{response.status_code}} came."
    )"""


def _report(operation: Operation, code: int) -> str:
    """Choose the statements that show a refusal, by the body that the page documents."""
    if operation.method == HTTPMethod.HEAD:
        return _STATUS
    shown = [e for e in operation.example_responses if e.status == code and e.body.strip()]
    bodies = operation.response.bodies if operation.response else ()
    documented = response_contents(operation, code) if any(body.status for body in bodies) else ()
    if any(content.binary for content in documented):
        return _STATUS
    # Most servers send problem details, so they are the default where the page says nothing.
    are_problems = all(_is_problem(content.schema, bool(shown)) for content in documented)
    return _PROBLEM if are_problems and all(map(_shows_problem, shown)) else _TEXT


def _is_problem(schema: Schema, is_shown: bool) -> bool:
    """Tell whether a body has problem details, as far as the page says."""
    if schema.properties:
        return schema.type == "object" and any(p.name in _DETAILS for p in schema.properties)
    # A type without documented properties has those of the example.
    return is_shown and schema.type in ("", "object")


def _shows_problem(example: ExampleResponse) -> bool:
    if not is_json(example.header("Content-Type") or JSON):
        # The program itself checks the media type.
        return True
    try:
        value = json.loads(example.body)
    except ValueError:
        return False
    return isinstance(value, dict) and not _DETAILS.isdisjoint(value)


def _revalidation(program: PythonProgram, outcome: Outcome) -> list[str]:
    """Write two requests, the second with the validator of the first response (RFC 9110, 13.1)."""
    program.variables.append(f"url = {program.url}")
    first = program.request("first", "url")
    name = "last_modified" if outcome.validator == LAST_MODIFIED else "etag"
    condition = "If_Modified_Since" if outcome.validator == LAST_MODIFIED else "If_None_Match"
    again = program.request("response", "url", **{condition: Code(name)})
    validator = f"first.headers[{string(outcome.validator)}]"
    return [
        f"{first}\nfirst.raise_for_status()\n{name} = {validator}",
        f"{_comment(outcome.cause)}\n{again}",
        f"{_expectation(outcome.status.code)}\nprint({string(outcome.remedy)})",
    ]


def _expectation(code: int) -> str:
    return f"""if response.status_code != {code}:
    raise SystemExit(
        f"{code} was expected, and {{response.status_code}} came."
    )"""


def _comment(text: str, indent: int = 0) -> str:
    prefix = " " * indent + "# "
    return "\n".join(
        textwrap.wrap(text, COMMENT_WIDTH - indent, initial_indent=prefix, subsequent_indent=prefix)
    )
