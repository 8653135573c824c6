"""The status of an answer: which one is the ordinary one, and what a page says of it."""

from http import HTTPStatus

from callsheet.http.media_types import negotiate
from callsheet.http.statuses import NO_CONTENT, is_success, names_of
from callsheet.model import Operation
from callsheet.model.contents import response_contents
from callsheet.samples.request.defaults import MISSING_NUMBER
from callsheet.samples.request.missing import missing_in_path
from callsheet.server.engine.call import Call, unknown
from callsheet.server.engine.responses.examples import find_example
from callsheet.server.http.preferences import Preferences
from callsheet.server.http.problems import Problem


def check_documented(operation: Operation, preferences: Preferences) -> None:
    """Refuse a preference for what the page does not have.

    Raises:
        Problem: 404.
    """
    code, name = preferences.code, preferences.example
    known = {str(status.code) for status in operation.statuses}
    known |= {each.name for each in operation.status_ranges}
    if code is not None and known.isdisjoint(names_of(code)):
        raise Problem(404, f"The page documents no status {code}.")
    if name is not None and find_example(operation, name, code) is None:
        raise Problem(404, "The page has no sample response of that name.")


_NOTHING = f"There is nothing with the number {MISSING_NUMBER}."


def check_existence(call: Call) -> None:
    """Refuse the numbers that nothing has; of all others, no page says whether they exist.

    Raises:
        Problem: 404.
    """
    path = call.input.path
    missing = missing_in_path(call.operation)
    if missing and path.get(missing[0]) == missing[1]:
        raise Problem(404, f"There is nothing with the number {missing[1]}.")
    if MISSING_NUMBER in path.values():
        raise Problem(404, _NOTHING)


def check_query(call: Call) -> None:
    """Refuse a number in a query that identifies nothing, where the page documents that.

    Raises:
        Problem: 404.
    """
    if call.documents(404) and MISSING_NUMBER in call.input.query.values():
        raise Problem(404, _NOTHING)


def success_with_content(call: Call) -> int | None:
    """Return the success to answer with in the place of one that has no content.

    It is one that the page documents in a media type that the client asks for.
    """
    operation, success = call.operation, call.operation.success
    if success is None or success.code not in NO_CONTENT:
        return None
    if not (accept := call.request.headers.get("Accept")):
        return None
    codes = [s.code for s in operation.statuses if is_success(s.code) and s.code not in NO_CONTENT]
    for code in codes:
        offers = [c.media_type for c in response_contents(operation, code) if c.media_type]
        if offers and negotiate(accept, offers):
            return code
    return None


def ordinary_status(operation: Operation) -> int:
    """Return the status of an ordinary answer: the first success, else the first redirection.

    What a page says of `2XX` or `default` alone is said of 200, and so is a body without a status.
    Many documents only tell what is refused, so that on imported pages a success is a 200, too.

    Raises:
        Problem: 501 where the page of an author documents refusals alone, or nothing.
    """
    if operation.ordinary_status is not None:
        return operation.ordinary_status.code
    ranges = {found.name for found in operation.status_ranges}
    if not ranges.isdisjoint(names_of(HTTPStatus.OK)) or response_contents(operation, 200):
        return HTTPStatus.OK
    if operation.is_imported:
        return HTTPStatus.OK
    raise unknown(operation, f"The page {operation.path} documents no answer.")


def description_of(operation: Operation, code: int) -> str:
    """Return the description of a status, or of its class."""
    stated = {str(status.code): status.description for status in operation.statuses}
    stated |= {found.name: found.description for found in operation.status_ranges}
    return next((stated[name] for name in names_of(code) if stated.get(name)), "")
