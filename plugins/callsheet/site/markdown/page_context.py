"""The context of an operation's page: links into the rest of the site."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from callsheet.docs_collections import DocsCollection
from callsheet.model import Operation
from callsheet.reference import DEFAULT_BASE_URL
from callsheet.render import HeaderRows, PageContext, PageLink
from callsheet.schema import Schema
from callsheet.site.generated import changelogs, usual_headers
from callsheet.site.generated.assets import sample_asset
from callsheet.site.generated.permalinks import Permalinks
from callsheet.site.generated.type_pages import TypePages
from callsheet.site.markdown.converter import SiteMarkdown
from callsheet.site.markdown.xrefs import Addresses
from callsheet.site.operations import SiteOperations
from callsheet.site.page_facts import DependencyRecorder
from callsheet.site.site_catalog import SiteCatalog
from callsheet.site.versions import OperationVersion


@dataclass(frozen=True, slots=True)
class PageContextBuilder:
    """Builder of the context for the page that is being converted.

    Without a catalog only the links to types are known: to read the whole docs directory for each
    page would take too long.
    """

    operations: SiteOperations
    types: TypePages
    permalinks: Permalinks
    addresses: Addresses
    markdown: SiteMarkdown
    urls: dict[tuple[tuple[str, bool], str], str]
    recorder: DependencyRecorder

    def of(self, operation: Operation) -> PageContext:
        """Return the context of the page of an operation."""
        type_url = cache(self._type_url)
        known = self.operations.given
        # An encrypted page has no neighbours, since the rest of the site must not mention it.
        if known is None or operation.path in known.encrypted:
            return PageContext(
                type_url=type_url,
                base_url=DEFAULT_BASE_URL + self.operations.base_path,
                titles=self.operations.titles,
            )
        neighbours = known.neighbours.get(operation.uid)
        path = known.page_of(neighbours.group) if neighbours else ""
        group = PageLink(self.url(path), neighbours.group.title) if neighbours and path else None
        return PageContext(
            type_url=type_url,
            titles=self.operations.titles,
            type_shape=cache(self._type_shape),
            usual_headers=known.usual_headers,
            base_url=DEFAULT_BASE_URL + self.operations.base_path,
            collection=known.catalog.collection.name,
            script=self.operations.script_of(operation),
            shared_headers=self._shared_headers(known),
            asset_url=self._asset_url,
            index=self._index(known, operation.path, path),
            group=group,
            previous=self._link(neighbours.previous if neighbours else None),
            following=self._link(neighbours.following if neighbours else None),
            permanent_url=self._permanent_url(operation),
            cause=self._cause(operation, known),
            **self._versions(operation, known),
            callbacks=tuple(filter(None, map(self._link, known.callbacks_of(operation)))),
        )

    def _shared_headers(self, known: SiteCatalog) -> dict[HeaderRows, PageLink]:
        """Return the pages of usual headers, of which sites in other engines have none."""
        found = known.shared_headers.items() if self.operations.scripts else ()
        pages = {rows: (usual_headers.page_of(known, name), name) for rows, name in found}
        return {rows: PageLink(self.url(path), name) for rows, (path, name) in pages.items()}

    def _versions(self, operation: Operation, known: SiteCatalog) -> dict[str, Any]:
        """Return the links to the operation in other versions, and what has changed in this one."""
        own = known.catalog.collection
        if not own.version_of:
            return {}
        from callsheet.site.generated import change_texts

        self.recorder.add("versions", operation.uid)
        found = known.versions.of(own, operation.uid)
        links = [PageLink(self._version_url(each, own), each.collection.version) for each in found]
        at = next((n for n, each in enumerate(found) if each.collection is own), 0)
        changes = found[at].changes if found else ()
        page = changelogs.page_of(known)
        return {
            "versions": tuple(links),
            "own_version": at,
            "changes": tuple(
                (change_texts.level_name(c.level), self.markdown.inline(change_texts.message(c)))
                for c in changes
            ),
            "changelog": self.url(page) if page else "",
        }

    def _version_url(self, version: OperationVersion, own: DocsCollection) -> str:
        there = version.operation
        if there is None or version.collection is own:
            return ""
        return self.url(there.path) + there.anchor

    def _index(self, known: SiteCatalog, path: str, group: str) -> PageLink | None:
        """Return the index of a page, unless that is the page of the group."""
        index = known.index_of(path)
        if not index or index == group:
            return None
        return PageLink(self.url(index), known.index_title(index))

    def _cause(self, operation: Operation, known: SiteCatalog) -> PageLink | None:
        uid = operation.outgoing.cause if operation.outgoing else ""
        if uid:
            self.recorder.add("uid", uid)
        return self._link(known.catalog.by_uid.get(uid))

    def _link(self, operation: Operation | None) -> PageLink | None:
        if operation is None:
            return None
        return PageLink(
            self.url(operation.path) + operation.anchor,
            self.operations.titles.label(operation),
            operation.method,
        )

    def _type_url(self, name: str) -> str:
        self.recorder.add("type", name)
        path = self.types.path(name)
        return self.url(path) if path else ""

    def _type_shape(self, name: str) -> Schema | None:
        self.recorder.add("type", name)
        definition = self.operations.current().types.get(name)
        return definition.schema if definition else None

    def _asset_url(self, name: str) -> str:
        return self.url(sample_asset(name))

    def _permanent_url(self, operation: Operation) -> str:
        path = self.permalinks.path
        return f"{self.url(path)}#{operation.uid}" if path else ""

    def url(self, path: str) -> str:
        """Return the engine's URL of a file's path, which is the same on all pages of a folder."""
        key = (self.addresses.place, path)
        if (url := self.urls.get(key)) is None:
            url = self.markdown.url(self.addresses.of_path(path))
            if self.operations.given:
                self.urls[key] = url
        return url
