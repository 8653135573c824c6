"""Replays example requests one after the other, and compares the responses."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from callsheet.catalog import Catalog
from callsheet.catalog.named_types import define_types
from callsheet.errors import CallsheetError
from callsheet.findings import Finding
from callsheet.http.media_types import essence
from callsheet.redaction import Redactor
from callsheet.run.answers import MAX_UNANSWERED
from callsheet.run.compare import Comparison
from callsheet.run.model import Difference, Exchange
from callsheet.run.promised import Promises
from callsheet.run.verify.client import LiveServer
from callsheet.run.verify.drift import Deviation, PageText, findings_from
from callsheet.run.verify.replays import Replay
from callsheet.run.verify.undocumented import UndocumentedFinder
from callsheet.server.engine.routing import Router


@dataclass(frozen=True, slots=True)
class Verified:
    """The result of one example request.

    Attributes:
        replay: The request.
        findings: The differences between response and page.
        suppressed: The number of findings that the page suppresses.
    """

    replay: Replay
    findings: tuple[Finding, ...]
    suppressed: int = 0


class Verifier:
    """Replays example requests of a catalog against a live server.

    Args:
        catalog: The pages.
        server: The server.
        redact: Redacts secrets; for each response it learns those in it.
    """

    def __init__(self, catalog: Catalog, server: LiveServer, redact: Redactor) -> None:
        promises = Promises(define_types(catalog.operations, catalog.type_tables))
        self._server = server
        self._redact = redact
        self._comparison = Comparison(Router(catalog.operations), promises)
        self._undocumented = UndocumentedFinder(promises)
        # The examples of a page come one after the other, so few pages need to be kept.
        self._text = lru_cache(8)(lambda path: PageText.read(catalog.root, path))

    def run(self, replays: Iterable[Replay]) -> Iterator[Verified]:
        """Replay requests lazily in the given order.

        Raises:
            CallsheetError: The server cannot be reached, or has stopped answering.
        """
        answered, unanswered = False, 0
        for replay in replays:
            answer = self._server.ask(replay.request, replay.program.status)
            if isinstance(answer, Exchange):
                answered, unanswered = True, 0
                yield self._verified(
                    replay, self._found(replay, answer), self._redact.learn(*answer.parts)
                )
                continue
            if not answered and not answer.reached:
                where = f"The server at `{self._server.name}` cannot be reached"
                raise CallsheetError(self._redact(f"{where}: {answer.reason}."))
            unanswered += 1
            yield self._verified(replay, [answer], self._redact)
            if unanswered == MAX_UNANSWERED:
                raise CallsheetError(
                    f"{unanswered} requests in a row got no answer, so the others were not sent."
                )

    def _found(self, replay: Replay, answer: Exchange) -> list[Deviation]:
        differences = [*self._comparison.differences(replay.program, answer)] or list(
            _against_example(replay, answer)
        )
        in_body = all(difference.where.startswith("body $") for difference in differences)
        if not in_body or not 200 <= answer.status < 300 or not answer.body:
            return [*differences]
        return [*differences, *self._undocumented.of(replay.operation, answer)]

    def _verified(self, replay: Replay, found: list[Deviation], redact: Redactor) -> Verified:
        if not found:
            return Verified(replay, ())
        text = self._text(replay.operation.path)
        findings, suppressed = text.unsuppressed(findings_from(replay, text, found, redact))
        return Verified(replay, tuple(findings), suppressed)


def _against_example(replay: Replay, answer: Exchange) -> Iterator[Difference]:
    """Compare the media type with that of the example response.

    The comparison with the page has checked the status already.
    """
    fields = replay.shown.headers if replay.shown else ()
    header = next((field for field in fields if field.name.lower() == "content-type"), None)
    if header is None or not answer.body:
        return
    expected, got = essence(header.value), essence(answer.headers.get("Content-Type") or "")
    if got != expected:
        place = (replay.operation.path, header.span.start)
        yield Difference("media type", expected, got or "none", place)
