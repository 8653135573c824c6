"""Conclusions from all operations of a server at once, before any of them is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from callsheet.catalog import Catalog
from callsheet.model import Operation
from callsheet.model.deferred import changed
from callsheet.reference import REFERENCE_SECRET
from callsheet.server.access.authentication import Credentials
from callsheet.server.access.security import AccessRules
from callsheet.server.engine.requests.named_types import NamedTypes
from callsheet.server.engine.responses.media_ranges import without_ranges
from callsheet.server.pack import Pack
from callsheet.server.resources.grouping import Binding, bind

DEVELOPMENT_TOKEN = REFERENCE_SECRET
"""The token that is accepted with every scheme that has one."""


@dataclass(frozen=True)
class Conclusions:
    """Facts that only all operations together tell.

    Whoever has it can answer a request of one operation without having read the others.

    Attributes:
        credentials: The credentials that the pages show, and those of the server itself.
        rules: What operations ask for.
        bindings: What operations do with collections, by uid.
        types: The named types.
    """

    credentials: Credentials
    rules: AccessRules
    bindings: Mapping[str, Binding]
    types: NamedTypes

    @classmethod
    def of(cls, catalog: Catalog, packs: Sequence[Pack] = ()) -> "Conclusions":
        """Work them out.

        Args:
            catalog: The operations.
            packs: What is known of the API beyond its pages.
        """
        operations, types = answering(catalog), NamedTypes(catalog)
        return cls(
            Credentials.documented(operations, {DEVELOPMENT_TOKEN}),
            AccessRules.of(operations, [scheme for pack in packs for scheme in pack.schemes]),
            bind(operations, [pack.conventions for pack in packs], lambda: types.demanded),
            types,
        )


def answering(catalog: Catalog) -> tuple[Operation, ...]:
    """Return the operations that clients call, as they are answered: without media ranges."""
    return tuple(changed(operation, without_ranges) for operation in catalog.operations)
