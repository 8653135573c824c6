"""From a documented outcome to a Python program that brings it about and handles it."""

from __future__ import annotations

import textwrap
from http import HTTPMethod, HTTPStatus

from callsheet.model import Operation
from callsheet.samples.choices import Overrides
from callsheet.samples.literals import INDENT, Code, string
from callsheet.samples.outcomes import Outcome
from callsheet.samples.python import PythonProgram
from callsheet.samples.sample import Sample
from callsheet.samples.text import plain
from callsheet.samples.values import pick_values
from callsheet.samples.variants import Variant

COMMENT_WIDTH = 80
_PROBLEM = """\
    if "json" in error.response.headers.get("Content-Type", ""):
        problem = error.response.json()
        print(f"{problem.get('title')}: {problem.get('detail')}")
    else:
        print(error.response.status_code, error.response.reason)"""
"""What shows a refusal: the problem details (RFC 9457) where there are some."""


def outcome_sample(operation: Operation, outcome: Outcome) -> Sample:
    """Writes the program of an outcome; it exits with 0 where the outcome happened.

    Args:
        operation: The operation.
        outcome: One of its outcomes.
    """
    code = outcome.status.code
    program = PythonProgram(operation, outcome.values)
    if outcome.revalidates:
        blocks = _revalidation(program, outcome)
    else:
        request = program.request("response", program.url)
        has_body = operation.method != HTTPMethod.HEAD
        blocks = [
            f"{_comment(outcome.cause)}\n{request}",
            _handling(code, outcome.remedy, has_body=has_body),
        ]
    about = f"Status {code}: {plain(outcome.status.description)}".rstrip(": ")
    return program.sample(f"_{code}", program.compose(*blocks, about=about))


def refusal_sample(variant: Variant, site: Overrides) -> Sample:
    """Writes the program of an example that the server refuses, as the page shows."""
    status = variant.status or HTTPStatus.BAD_REQUEST
    program = PythonProgram(variant.operation, pick_values(variant.operation, site))
    request = program.request("response", program.url)
    has_body = variant.operation.method != HTTPMethod.HEAD
    handling = _handling(status, "", has_body=has_body)
    about = f"Example: {plain(variant.label)}"
    return program.sample(variant.ending, program.compose(request, handling, about=about))


def _handling(code: int, about: str, *, has_body: bool) -> str:
    """What follows the request: the refusal as a client meets it, and what to do about it."""
    if code < 400:
        return f"{_expectation(code)}\nprint(response.status_code, response.reason)"
    remedy = f"{_comment(about, INDENT)}\n" if about else ""
    report = (
        _PROBLEM if has_body else "    print(error.response.status_code, error.response.reason)"
    )
    return f"""try:
    response.raise_for_status()
except requests.HTTPError as error:
    if error.response.status_code != {code}:
        raise
{remedy}{report}
else:
    raise SystemExit(f"{code} was expected, and {{response.status_code}} came.")"""


def _revalidation(program: PythonProgram, outcome: Outcome) -> list[str]:
    """Two requests, the second with the validator of the first answer (RFC 9110, 13.1)."""
    program.variables.append(f"url = {program.url}")
    first = program.request("first", "url")
    again = program.request("response", "url", If_Modified_Since=Code("last_modified"))
    return [
        f'{first}\nfirst.raise_for_status()\nlast_modified = first.headers["Last-Modified"]',
        f"{_comment(outcome.cause)}\n{again}",
        f"{_expectation(outcome.status.code)}\nprint({string(outcome.remedy)})",
    ]


def _expectation(code: int) -> str:
    return f"""if response.status_code != {code}:
    raise SystemExit(f"{code} was expected, and {{response.status_code}} came.")"""


def _comment(text: str, indent: int = 0) -> str:
    prefix = " " * indent + "# "
    return "\n".join(
        textwrap.wrap(text, COMMENT_WIDTH - indent, initial_indent=prefix, subsequent_indent=prefix)
    )
