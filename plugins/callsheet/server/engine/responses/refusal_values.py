"""The body that a page describes for a refusal, filled with what went wrong."""

from collections.abc import Iterator, Mapping
from typing import Any

from callsheet.schema import ANYTHING, Direction, Evaluator, Schema
from callsheet.schema.generate import Generator
from callsheet.schema.texts import named
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem, Violation

_DETAILS = ("message", "detail", "description", "errormessage", "errordescription", "msg", "reason")
_LISTS = {"errors", "details", "violations", "issues", "causes", "fields", "invalidparams"}


class RefusalFiller:
    """Fills the properties of a body whose names tell what belongs there."""

    def __init__(self, types: Mapping[str, Schema]) -> None:
        self._types = types
        self._evaluator = Evaluator(types, direction=Direction.RESPONSE)
        self._generator = Generator(types, direction=Direction.RESPONSE)

    def generated(self, schema: Schema, problem: Problem, request: HttpRequest) -> Any:
        """Return a body where no example shows one."""
        facts = {**_codes(problem, request), **_facts(problem, request)}
        return self._filled(self._generator.value(schema), schema, facts, problem)

    def filled(self, value: Any, schema: Schema, problem: Problem, request: HttpRequest) -> Any:
        """Return the body of an example, whose codes are those of the API."""
        return self._filled(value, schema, _facts(problem, request), problem)

    def _filled(
        self, value: Any, schema: Schema, facts: Mapping[str, Any], problem: Problem
    ) -> Any:
        schema = named(schema, self._types)
        if not isinstance(value, dict):
            return value
        found = dict(value)
        for name, old in value.items():
            own = schema.property(name)
            inner = named(own.schema, self._types) if own else ANYTHING
            for new in self._candidates(_plain(name), old, inner, facts, problem):
                if self._evaluator.fits(new, inner) and _is_alike(old, new):
                    found[name] = new
                    break
        return found

    def _candidates(
        self, name: str, old: Any, schema: Schema, facts: Mapping[str, Any], problem: Problem
    ) -> Iterator[Any]:
        """Yield the possible values of a property, the likeliest first."""
        if isinstance(old, dict):
            yield self._filled(old, schema, facts, problem)
        elif name in _LISTS and problem.violations:
            items = named(schema.items or ANYTHING, self._types)
            yield [self._item(violation, items, old) for violation in problem.violations]
            yield [str(violation) for violation in problem.violations]
        elif name in facts:
            yield facts[name]
            yield str(facts[name])

    def _item(self, violation: Violation, items: Schema, shown: Any) -> Any:
        facts = {**violation.as_dict(), **_of_violation(violation)}
        first = shown[0] if isinstance(shown, list) and shown else None
        if not isinstance(first, dict) and not items.properties:
            return violation.as_dict()
        blank = first if isinstance(first, dict) else {}
        generated = self._generator.value(items) if items.properties else {}
        names = {item.name: None for item in items.properties if _plain(item.name) in facts}
        value = {**names, **blank, **(generated if isinstance(generated, dict) else {})}
        return {
            name: facts.get(_plain(name), old)
            for name, old in value.items()
            if old is not None or _plain(name) in facts
        }


def _facts(problem: Problem, request: HttpRequest) -> dict[str, Any]:
    moment = request.received.isoformat(timespec="seconds").replace("+00:00", "Z")
    return {
        **dict.fromkeys(_DETAILS, problem.detail),
        **dict.fromkeys(("status", "statuscode", "httpstatus"), problem.status),
        **dict.fromkeys(("requestid", "traceid", "correlationid"), request.id),
        **dict.fromkeys(("timestamp", "time", "datetime"), moment),
        **dict.fromkeys(("path", "uri", "url"), request.path),
        "method": request.method,
    }


def _codes(problem: Problem, request: HttpRequest) -> dict[str, Any]:
    """Return what only an example can say otherwise: the codes that an API has for errors."""
    document = problem.document(request.id)
    return {
        **dict.fromkeys(("title", "error", "name"), problem.title),
        **dict.fromkeys(("code", "errorcode"), problem.status),
        "type": document["type"],
        "instance": document.get("instance", ""),
    }


def _of_violation(violation: Violation) -> dict[str, str]:
    return {
        **dict.fromkeys(_DETAILS, str(violation)),
        **dict.fromkeys(("field", "property", "parameter", "param", "path"), violation.name),
        **dict.fromkeys(("location", "source"), violation.location),
        "title": f"expected {violation.expected}",
    }


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _is_alike(old: Any, new: Any) -> bool:
    """Tell whether a value has the type of the one that it replaces, which no table may state."""
    kinds = (bool, int | float, str, list, dict)
    return old is None or any(isinstance(old, kind) and isinstance(new, kind) for kind in kinds)
