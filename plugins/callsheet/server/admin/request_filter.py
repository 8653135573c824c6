"""Which of the last requests somebody asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from callsheet import lazy_re as re
from callsheet.server.http.messages import HttpRequest
from callsheet.server.http.problems import Problem

_FILTERS = ("uid", "status", "method")
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|xx)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RequestFilter:
    """A selection of requests; an empty text selects all.

    Attributes:
        uid: The operation that they call.
        status: The status of their answers, or a class such as `4xx`.
        method: Their method.
    """

    uid: str = ""
    status: str = ""
    method: str = ""

    @classmethod
    def read(cls, request: HttpRequest) -> "RequestFilter":
        """Read the selection in a query.

        Raises:
            Problem: 400 where it is not understood.
        """
        given = dict(request.parameters)
        if unknown := [name for name in given if name not in _FILTERS]:
            raise Problem(
                400, f"There is no filter `{unknown[0]}`; there are {', '.join(_FILTERS)}."
            )
        status = given.get("status", "")
        if status and not _STATUS.fullmatch(status):
            raise Problem(400, f"`{status}` is not a status, such as 404 or 4xx.")
        return cls(given.get("uid", ""), status.lower(), given.get("method", "").upper())

    def has(self, entry: Mapping[str, Any]) -> bool:
        """Tell whether a request is one of them."""
        status = str(entry["status"])
        return (
            self.uid in ("", entry["uid"])
            and self.status in ("", status, f"{status[0]}xx")
            and self.method in ("", entry["method"])
        )
