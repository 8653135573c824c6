"""The example requests and responses of an operation, as its fences show them one after another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from callsheet import lazy_re as re
from callsheet.model import (
    ExampleRequest,
    ExampleResponse,
    Header,
    Message,
    SectionKind,
    Status,
)
from callsheet.source.carriers.messages import Payload, read_messages
from callsheet.source.carriers.resources import names_of
from callsheet.source.document import Block, BlockKind, Document

OF_REQUEST = (SectionKind.EXAMPLE_REQUEST, SectionKind.REQUEST_BODY)
"""The sections in which a body by itself is sent."""

_LABEL_STATUS = re.compile(r"[ \t]([1-5]\d\d)\b")
_RETURNS = re.compile(
    r"(?:(?:it|this|which|and) )?(?:(?:will|would) )?returns?(?: the following| this)?:?",
    re.IGNORECASE,
)
_REFUSAL = re.compile(r"\s*+(?://|#)[ \t]*+[45]\d\d\b")
_ERROR = re.compile(
    r"\W*(?:(?:example|sample) )?(?:errors?|fail(?:ed|ure)|unsuccessful)\b", re.IGNORECASE
)
_STATUS_IN_BODY = re.compile(
    r"\"(?:status|status_?code|code|http_?status)\"\s*+:\s*+\"?([45]\d\d)\b", re.IGNORECASE
)
_BARE_STATUS = re.compile(r"\s*+[1-5]\d\d\s*+")
_ASSUMED = 0
"""The status of an example whose status is unknown until all of the page is read."""

_NEXT = 2
"""Lines from the end of a fence to the beginning of the next one, at most."""


def refuses(following: Sequence[Block]) -> bool:
    """Tell whether the next block is an error, by a comment above it: `// 400 no name`."""
    return bool(following) and (
        following[0].kind is BlockKind.FENCE and _REFUSAL.match(following[0].text) is not None
    )


def is_answered(following: Sequence[Block]) -> bool:
    """Tell whether the next blocks are what a request returns: `Returns the following:`."""
    kinds = [block.kind for block in following]
    is_shown = kinds == [BlockKind.PARAGRAPH, BlockKind.FENCE]
    return is_shown and _RETURNS.fullmatch(following[0].text.strip()) is not None


def is_error(text: str) -> bool:
    """Tell whether JSON has nothing but an error."""
    return '"error' in text and names_of(text) in ({"error"}, {"errors"})


def status_of_error(title: str, text: str, statuses: Iterable[int]) -> int | None:
    """Return the status of an error whose title names none; None for what cannot be known.

    Args:
        title: What introduces it, such as `Error response`; nothing else is an error.
        text: The fence.
        statuses: Those that the operation states.
    """
    if not (_ERROR.match(title) or is_error(text)) or not text.lstrip().startswith(("{", "[")):
        return _ASSUMED
    if match := _STATUS_IN_BODY.search(text):
        return int(match[1])
    refused = [status for status in statuses if status >= 400]
    return refused[0] if len(refused) == 1 else None


class Exchanges:
    """Collects the messages of an operation.

    Args:
        statuses: The statuses of the operation, to which those of its examples are added.
    """

    def __init__(self, statuses: dict[int, Status]) -> None:
        self._statuses = statuses
        self._payload: Payload | None = None
        self._payload_is_example = False
        self.requests: list[ExampleRequest] = []
        self.responses: list[ExampleResponse] = []

    def read(
        self, block: Block, kind: SectionKind | None, status: int, *, is_request: bool
    ) -> bool:
        """Read a fence, and return whether it has messages.

        Args:
            block: The fence.
            kind: The section that it is in.
            status: The status that the text above it names, else 0.
            is_request: Whether a body by itself is sent.
        """
        if kind is SectionKind.RESPONSE and _BARE_STATUS.fullmatch(block.text):
            code = int(block.text)
            self._statuses.setdefault(code, Status(code, "", (), block.span))
            return True
        # Another body that is sent; one is shown.
        is_further = is_request and kind not in OF_REQUEST and self._payload is not None
        is_first = not self._payload or kind is SectionKind.EXAMPLE_REQUEST
        is_request = is_request and (is_first or is_further)
        is_request = is_request and not self._is_answer(block, kind)
        status = status or _status_of_label(block.info)
        found = list(read_messages(block, status, is_request=is_request))
        for each in found:
            if isinstance(each, ExampleRequest):
                if each.body.startswith("@"):
                    # The file is the body shown before; of any other one, nothing is known.
                    sent = self._payload or Payload("", each.span, abridged=True)
                    each = replace(each, body=sent.body, abridged=sent.abridged)
                self.requests.append(each)
            elif isinstance(each, ExampleResponse):
                self._add_response(each)
            elif not is_further and not self._payload_is_example:
                self._payload = each
                self._payload_is_example = kind is SectionKind.EXAMPLE_REQUEST
        return bool(found)

    def _is_answer(self, block: Block, kind: SectionKind | None) -> bool:
        """Tell whether a fence is next to the example that sent a body, and so returned by it."""
        if kind is not SectionKind.EXAMPLE_REQUEST or not self.requests:
            return False
        last = self.requests[-1]
        return bool(last.body) and 0 < block.span.start - last.span.end <= _NEXT

    def _add_response(self, response: ExampleResponse) -> None:
        if self._continues(response):
            last = self.responses.pop()
            response = replace(last, body=response.body, abridged=response.abridged)
        self.responses.append(response)
        if response.status != _ASSUMED:
            new = Status(response.status, response.reason, (), response.span)
            self._statuses.setdefault(response.status, new)

    def _continues(self, response: ExampleResponse) -> bool:
        """Tell whether a body follows a fence with nothing but the head of its response."""
        last = self.responses[-1] if self.responses else None
        if last is None or last.body or last.status == _ASSUMED or response.reason:
            return False
        is_bare = not response.headers and response.status in (_ASSUMED, last.status)
        return is_bare and 0 < response.span.start - last.span.end <= _NEXT

    def assume_status(self, status: int) -> None:
        """Give a status to the responses that state none."""
        self.responses = [
            replace(each, status=status) if each.status == _ASSUMED else each
            for each in self.responses
        ]

    def add_payload(self, method: str, template: str, document: Document) -> None:
        """Add a request with the body that the page shows by itself."""
        payload = self._payload
        if payload is None or any(request.body for request in self.requests):
            return
        if not payload.body.strip():
            return
        for number, request in enumerate(self.requests):
            if request.header("Content-Type"):
                # It says that it has a body, and leaves it out.
                sent = replace(request, body=payload.body, abridged=payload.abridged)
                self.requests[number] = sent
                return
        self.requests.append(
            ExampleRequest(
                (Header("Content-Type", "application/json", payload.span),),
                payload.body,
                document.text(payload.span),
                payload.span,
                method,
                template,
                abridged=payload.abridged,
            )
        )

    def has_any(self) -> bool:
        """Tell whether a message or a body was read."""
        return bool(self.requests or self.responses or self._payload)

    def answers(self, names: Iterable[str]) -> bool:
        """Tell whether the last response has all of some names, and the requests have not."""
        if not self.responses:
            return False
        quoted = [f'"{name}"' for name in names]
        sent = "".join(each.body for each in self.requests)
        answered = self.responses[-1].body
        return all(name in answered for name in quoted) and not all(name in sent for name in quoted)

    def successes(self) -> list[ExampleResponse]:
        """Return the responses with a status of success."""
        return [each for each in self.responses if 200 <= each.status < 300]


def media_types_of_messages(messages: Iterable[Message]) -> tuple[str, ...]:
    """Return the media types of the bodies of messages, each once."""
    found = []
    for message in messages:
        stated = (message.header("Content-Type") or "").partition(";")[0].strip()
        is_json = message.body.lstrip().startswith(("{", "["))
        found.append(stated or ("application/json" if is_json else ""))
    return tuple(dict.fromkeys(each for each in found if "/" in each))


def _status_of_label(info: str) -> int:
    """Return the status that the label of a fence has after its language: `json 200`."""
    match = _LABEL_STATUS.search(info)
    return int(match[1]) if match else _ASSUMED
