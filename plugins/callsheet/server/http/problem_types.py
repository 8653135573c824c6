"""The types of problems: the pages that `type` of a problem document leads to."""

from collections.abc import Mapping

PREFIX = "/-/problems/"
"""The path of the pages; a client resolves `type` against the address of its request."""

_RULES: Mapping[int, str] = {
    400: "The request breaks a rule that its page documents with status 400: `errors` says which"
    " part, what the page expects there and what came instead. Send it as documented."
    " Without `errors`, it is not valid HTTP, or not what its `Content-Encoding` says.",
    401: "The page documents `Authorization`. Send credentials of a scheme that `WWW-Authenticate`"
    " names, or the session cookie together with its XSRF token; `POST /-/session` begins a"
    " session.",
    403: "The callback or webhook would go to a host that this server may not call."
    " The detail names the option of `callsheet serve` that allows it.",
    404: "No page documents this address, or what it names is not there. `/-/contract` has all"
    " documented routes.",
    405: "A page documents this address, but not with this method. `Allow` has those that are.",
    406: "The page lists the media types that the answer can have, and `Accept` allows none of"
    " them. The detail names those that are available.",
    408: "The request's body did not arrive in time. Send it again.",
    409: "What is stored is not as the request expects it to be. Read it anew and try again.",
    412: "What is stored was changed after the date in `If-Unmodified-Since`. Read it anew.",
    413: "The body is larger than this server takes, or has more in it. The detail has the limit.",
    414: "The address is longer than this server takes, or its query has more parameters.",
    415: "The page lists the media types that the body can have, and `Content-Type` is not one of"
    " them. `Accept` of the answer has the list. Or the body has a content coding"
    " that the server does not know; then `Accept-Encoding` has those that it does.",
    421: "The server listens on loopback, and `Host` has another name than those for which `/-/`"
    " answers: `localhost`, an address of loopback, or the host of a `--cors-origin`.",
    422: "The request is not as its page documents it: `errors` says which part, what is expected"
    " there, what came instead, and the page and line that says so.",
    429: "Too many workspaces began lately, or all that may be kept are in use, and this would be a"
    " new one. `Retry-After` says when to try again; the shared workspace, without a name, is"
    " always there.",
    431: "The header fields, the trailers or the cookies are more than this server takes."
    " The detail has the limit.",
    500: "The server failed. What the request changed was undone; its log has the reason.",
    501: "The page documents this, and the server cannot do it. The detail says what is missing."
    " Or the server does not know the method.",
    503: "The server cannot reach its database, and nothing was changed. Try again later.",
    507: "What was sent was not stored, for the workspace has as much as it may have, or the"
    " server's disk is full: the detail says which. Delete something or use another workspace;"
    " if the disk is full, tell whoever runs the server. Reading works.",
}


def type_of(status: int) -> str:
    """Return the address of the page about a status; `about:blank` where there is none."""
    return f"{PREFIX}{status}" if status in _RULES else "about:blank"


def rule(status: str) -> str | None:
    """Return the meaning of a status of this server; None for one that it never sends."""
    return _RULES.get(int(status)) if status.isascii() and status.isdigit() else None
