"""What an operation's page says of the site around it."""

from __future__ import annotations

from functools import cache

from callsheet.configuration import DEFAULT_BASE_URL
from callsheet.model import Operation
from callsheet.render import PageContext, PageLink, operation_label
from callsheet.schema import Schema
from callsheet.site.generated.assets import sample_asset
from callsheet.site.generated.permalinks import Uids
from callsheet.site.generated.type_pages import Types
from callsheet.site.markdown.converter import SiteMarkdown
from callsheet.site.markdown.xrefs import Addresses
from callsheet.site.operations import Operations


class SurroundingsBuilder:
    """Builds them for the page that is being converted.

    Without a catalog only the links to types are known: to read the whole docs directory for each
    page would take too long.
    """

    def __init__(
        self,
        operations: Operations,
        types: Types,
        uids: Uids,
        addresses: Addresses,
        markdown: SiteMarkdown,
        known: dict[tuple[str, bool, str], str],
    ) -> None:
        self._operations = operations
        self._types = types
        self._uids = uids
        self._addresses = addresses
        self._markdown = markdown
        self._known = known

    def of(self, operation: Operation) -> PageContext:
        """What there is around the page of an operation."""
        type_url = cache(self._type_url)
        known = self._operations.given
        # To the rest of the site there is no encrypted page.
        if known is None or operation.path in known.encrypted:
            return PageContext(type_url=type_url, base_url=DEFAULT_BASE_URL)
        beside = known.neighbours.get(operation.uid)
        overview = beside.group.overview if beside else None
        group = PageLink(self._url(overview.path), overview.title) if overview else None
        return PageContext(
            type_url=type_url,
            type_shape=self._type_shape,
            usual_headers=known.usual_headers,
            base_url=DEFAULT_BASE_URL,
            asset_url=self._asset_url,
            group=group,
            previous=self._link(beside.previous if beside else None),
            following=self._link(beside.following if beside else None),
            permanent_url=self._permanent_url(operation),
        )

    def _link(self, operation: Operation | None) -> PageLink | None:
        if operation is None:
            return None
        return PageLink(self._url(operation.path), operation_label(operation), operation.method)

    def _type_url(self, name: str) -> str:
        self._operations.note("type", name)
        path = self._types.path(name)
        return self._url(path) if path else ""

    def _type_shape(self, name: str) -> Schema | None:
        self._operations.note("type", name)
        definition = self._operations.known().types.get(name)
        return definition.schema if definition else None

    def _asset_url(self, name: str) -> str:
        return self._url(sample_asset(name))

    def _permanent_url(self, operation: Operation) -> str:
        path = self._uids.path
        return f"{self._url(path)}#{operation.uid}" if path else ""

    def _url(self, path: str) -> str:
        """The URL that the engine makes of a file's path: the same on all pages of a folder."""
        key = (self._addresses.folder, self._addresses.on_index, path)
        if (url := self._known.get(key)) is None:
            url = self._markdown.url(self._addresses.of_path(path))
            if self._operations.given:
                self._known[key] = url
        return url
