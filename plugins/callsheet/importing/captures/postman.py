"""Reads Postman collections, versions 2.0 and 2.1 (schema.getpostman.com)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from callsheet import lazy_re as re
from callsheet.errors import ConfigurationError
from callsheet.http.media_types import FORM, JSON, MULTIPART, XML, essence
from callsheet.importing.captures.credentials import Schemes, sent_headers
from callsheet.importing.captures.exchange import (
    Captured,
    CapturedBody,
    CapturedExchange,
    CapturedField,
    CapturedResponse,
    bytes_body,
    first,
    form_fields,
    is_textual,
    read_object,
    text_body,
)
from callsheet.importing.captures.json_texts import completed_json, graphql_body
from callsheet.importing.captures.postman_auth import schemes_of_auth, secrets_of_auth
from callsheet.importing.captures.postman_fields import description_of, fields_of, headers_of
from callsheet.importing.captures.postman_url import CollectionUrl, read_url
from callsheet.importing.captures.variables import CollectionVariables
from callsheet.importing.input.bundle import DocumentSources
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.references import SpecNode

WHAT = "Postman collection"
"""Kind of the file, in messages."""

_STATUS = re.compile(r"to\.have\.status\(\s*([1-5]\d\d)\s*\)")
_LANGUAGES = {"json": JSON, "xml": XML, "html": "text/html", "text": "text/plain",
              "javascript": "application/javascript"}  # fmt: skip
_METHOD = re.compile(r"[A-Za-z][A-Za-z-]{0,30}")
_JOINT = " / "


def read_postman(source: Path | str) -> Captured:
    """Read the requests of a collection, with their saved responses.

    Args:
        source: A file, `-` for standard input, or an address.

    Raises:
        ConfigurationError: It cannot be read, or is no such collection.
    """
    name, value = read_object(source, WHAT)
    root = SpecNode(value, "")
    if "item" not in root.node and "item" in root.inner("collection").node:
        # That is what the API of Postman answers.
        root = SpecNode(root.inner("collection").node, "/collection")
    if problem := _problem(root):
        raise ConfigurationError(f"`{name}` is not a readable {WHAT}: {problem}")
    return _Collection(name, root).read()


def _problem(root: SpecNode) -> str:
    if isinstance(root.get("item"), list):
        return ""
    if "requests" in root.node:
        return "it has version 1. Export it as version 2.1 in Postman."
    if "openapi" in root.node or "swagger" in root.node:
        return "it is an OpenAPI document. `callsheet import openapi` reads it."
    if "values" in root.node:
        return "it is an environment. Export the collection in Postman."
    return "it has no list `item`. Export the collection as version 2.1 in Postman."


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Settings that the items of a folder inherit."""

    folder: str
    variables: CollectionVariables
    security: Schemes | None


class _Collection:
    def __init__(self, name: str, root: SpecNode) -> None:
        self._name = name
        self._root = root
        self._notes = ImportNotes(DocumentSources(name))
        self._folders: dict[str, str] = {}
        self._secrets: list[str] = []

    def read(self) -> Captured:
        info = self._root.inner("info")
        around = self._inside(self._root, _Surroundings("", CollectionVariables(), None), "")
        exchanges = tuple(self._items(self._root, around))
        return Captured(
            self._name,
            info.text("name").strip() or "Reference",
            description_of(info),
            self._folders,
            exchanges,
            tuple(self._notes.findings),
            tuple(self._secrets),
        )

    def _inside(self, place: SpecNode, around: _Surroundings, folder: str) -> _Surroundings:
        variables, secrets = around.variables.within(place)
        self._secrets += secrets
        if place.listed("event"):
            self._notes.minor(f"{place.pointer}/event", "Scripts are left out")
        return _Surroundings(folder, variables, self._auth(place, around))

    def _auth(self, place: SpecNode, around: _Surroundings) -> Schemes | None:
        auth = place.inner("auth")
        if not auth.text("type"):
            return around.security
        self._secrets += secrets_of_auth(auth)
        found = schemes_of_auth(auth)
        if not found and auth.text("type") != "noauth":
            what = f"Authentication by {code(auth.text('type'))} is not on any page"
            self._notes.lost(auth.pointer, what)
        return found

    def _items(self, place: SpecNode, around: _Surroundings) -> Iterator[CapturedExchange]:
        for item in place.listed("item"):
            if isinstance(item.get("item"), list):
                title = " ".join(item.text("name").split()) or "Folder"
                folder = f"{around.folder}{_JOINT}{title}" if around.folder else title
                self._folders[folder] = self._folders.get(folder) or description_of(item)
                yield from self._items(item, self._inside(item, around, folder))
            elif "request" in item.node:
                yield from self._requests(item, around)
            else:
                self._notes.left_out(item.pointer, "It is neither a request nor a folder",
                                     "Correct the collection.")  # fmt: skip

    def _requests(self, item: SpecNode, around: _Surroundings) -> Iterator[CapturedExchange]:
        own = self._request(_request_place(item, "request"), item, around)
        if own is None:
            return
        responses = item.listed("response")
        if not responses:
            yield replace(own, response=_tested(item))
            return
        yield from self._saved(own, responses, item, around)
        # It may have parameters and descriptions that no saved request has. As an example, it is
        # one only if it sends something else.
        yield replace(own, label="")

    def _saved(
        self,
        own: CapturedExchange,
        responses: list[SpecNode],
        item: SpecNode,
        around: _Surroundings,
    ) -> Iterator[CapturedExchange]:
        """Yield the exchanges of saved responses."""
        for response in responses:
            sent = own
            if "originalRequest" in response.node:
                original = _request_place(response, "originalRequest")
                sent = self._request(original, item, around, own.security) or own
                # A saved request has the values of its moment, and not the names of parameters.
                if len(sent.path.split("/")) != len(own.path.split("/")):
                    sent = replace(sent, path=own.path, path_values=own.path_values)
                elif "{" in own.path and "{" not in sent.path:
                    sent = _with_names(sent, own)
                sent = replace(sent, origin=sent.origin or own.origin)
            yield replace(
                sent,
                pointer=response.pointer,
                label=" ".join(response.text("name").split()) or own.name,
                description=own.description,
                response=self._response(response, around),
            )

    def _request(
        self,
        place: SpecNode,
        item: SpecNode,
        around: _Surroundings,
        security: Schemes | None = None,
    ) -> CapturedExchange | None:
        variables = around.variables
        if place.inner("auth").text("type") and security is None:
            security = self._auth(place, around)
        url = read_url(place, variables)
        method = (place.text("method") or "GET").upper()
        if url is None or not _METHOD.fullmatch(method):
            self._notes.left_out(place.pointer, "The request has no address or no method",
                                 "Correct the collection.")  # fmt: skip
            return None
        if url.password:
            self._secrets.append(url.password)
        if "originalRequest" not in place.pointer and _test_scripts(item):
            self._notes.minor(f"{item.pointer}/event", "Scripts are left out")
        headers = headers_of(place, variables)
        name = " ".join(item.text("name").split())
        return CapturedExchange(
            pointer=item.pointer,
            method=method,
            origin=url.origin,
            path=url.path,
            path_values=url.values,
            query=url.query,
            headers=sent_headers(headers),
            body=self._body(place.inner("body"), first(headers, "content-type"), variables),
            name="" if _is_address(name, url) else name,
            label=name,
            description=description_of(place) or description_of(item),
            folder=around.folder,
            security=around.security if security is None else security,
        )

    def _body(
        self, place: SpecNode, content_type: str, variables: CollectionVariables
    ) -> CapturedBody | None:
        if place.get("disabled") is True:
            return None
        mode = place.text("mode")
        if mode == "raw":
            return self._raw(place, content_type, variables)
        if mode in ("urlencoded", "formdata"):
            kind = FORM if mode == "urlencoded" else MULTIPART
            fields = tuple(fields_of(place.listed(mode), variables))
            return CapturedBody(kind, fields=fields) if fields else None
        if mode == "file":
            return bytes_body(content_type)
        if mode == "graphql":
            return graphql_body(place.inner("graphql"), variables)
        return None

    def _raw(
        self, place: SpecNode, content_type: str, variables: CollectionVariables
    ) -> CapturedBody | None:
        language = place.inner("options", "raw").text("language")
        text = place.text("raw")
        if not text.strip():
            return None
        if essence(content_type) == FORM:
            return CapturedBody(FORM, fields=form_fields(variables.in_body(text)))
        body = text_body(content_type or _LANGUAGES.get(language, ""), text)
        if body.media_type.endswith("json"):
            known, unknown = completed_json(text, variables)
            if unknown:
                what = f"The value of {code(unknown)} is unknown: in examples it is 1"
                self._notes.changed(place.pointer, what)
            return replace(body, text=known)
        return replace(body, text=variables.in_body(text))

    def _response(self, place: SpecNode, around: _Surroundings) -> CapturedResponse | None:
        status = place.get("code")
        if not isinstance(status, int) or not 200 <= status <= 599:
            self._notes.lost(place.pointer, "A saved response without a status is not on any page")
            return None
        headers = headers_of(place, around.variables)
        kind = first(headers, "content-type")
        kind = kind or _LANGUAGES.get(place.text("_postman_previewlanguage"), "")
        text = place.text("body")
        body = text_body(kind, text) if text else None
        if body and not is_textual(body.media_type):
            body = bytes_body(kind)
        return CapturedResponse(status, headers, body, description_of(place))


def _request_place(place: SpecNode, key: str) -> SpecNode:
    """Return a request, which may be no more than its address."""
    value = place.get(key)
    found = place.inner(key)
    return SpecNode({"url": value}, found.pointer) if isinstance(value, str) else found


def _with_names(sent: CapturedExchange, own: CapturedExchange) -> CapturedExchange:
    """Return an exchange whose path has the parameters of another one's."""
    segments = list(zip(sent.path.split("/"), own.path.split("/"), strict=True))
    known = {each.name: each for each in own.path_values}
    values = tuple(
        replace(known.get(template[1:-1], CapturedField(template[1:-1], None)), value=value)
        for value, template in segments
        if template.startswith("{") and template.endswith("}")
    )
    if any(value != template and "{" not in template for value, template in segments):
        return sent
    return replace(sent, path=own.path, path_values=values)


def _test_scripts(item: SpecNode) -> str:
    """Return the scripts of an item."""
    found = []
    for event in item.listed("event"):
        lines = event.inner("script").get("exec")
        found += lines if isinstance(lines, list) else [lines]
    return "\n".join(line for line in found if isinstance(line, str))


def _tested(item: SpecNode) -> CapturedResponse | None:
    """Return the response that the test of an item expects."""
    match = _STATUS.search(_test_scripts(item))
    return CapturedResponse(int(match[1])) if match and match[1] >= "200" else None


def _is_address(name: str, url: CollectionUrl) -> bool:
    """Tell whether the name of a request is just its address, as Postman proposes."""
    return name.partition(" ")[2].startswith("/") or "://" in name or name.endswith(url.path)
