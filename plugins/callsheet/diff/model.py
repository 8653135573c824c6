"""Changes, and the trees that they are found in; quotations of pages in messages."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from callsheet.catalog import Catalog
from callsheet.printable import visible

_LONGEST = 120


class Level(StrEnum):
    """The effect of a change on callers, the worst first."""

    BREAKING = "breaking"
    WARNING = "warning"
    ADDITIVE = "additive"
    TEXT = "text"

    @property
    def rank(self) -> int:
        """Its position in the order; 0 is the worst."""
        return list(Level).index(self)


class Kind(StrEnum):
    """Kind of change; the values are stable across releases."""

    OPERATION_ADDED = "operation-added"
    OPERATION_REMOVED = "operation-removed"
    OPERATION_RENAMED = "operation-renamed"
    OPERATION_DEPRECATED = "operation-deprecated"
    TAGS_CHANGED = "tags-changed"
    SERVER_ADDED = "server-added"
    SERVER_REMOVED = "server-removed"
    SECURITY_ADDED = "security-added"
    SECURITY_REMOVED = "security-removed"
    SECURITY_SCHEME_CHANGED = "security-scheme-changed"
    CALLBACK_ADDED = "callback-added"
    CALLBACK_REMOVED = "callback-removed"
    CALLBACK_CHANGED = "callback-changed"
    METHOD_CHANGED = "method-changed"
    ROUTE_CHANGED = "route-changed"
    ROUTE_PARAMETER_RENAMED = "route-parameter-renamed"
    PARAMETER_ADDED = "parameter-added"
    PARAMETER_REMOVED = "parameter-removed"
    PARAMETER_MOVED = "parameter-moved"
    PARAMETER_REQUIRED = "parameter-required"
    PARAMETER_OPTIONAL = "parameter-optional"
    PARAMETER_TYPE_CHANGED = "parameter-type-changed"
    PARAMETER_VALUE_ADDED = "parameter-value-added"
    PARAMETER_VALUE_REMOVED = "parameter-value-removed"
    PARAMETER_LIMIT_TIGHTENED = "parameter-limit-tightened"
    PARAMETER_LIMIT_LOOSENED = "parameter-limit-loosened"
    PARAMETER_PATTERN_CHANGED = "parameter-pattern-changed"
    PARAMETER_CONDITIONS_CHANGED = "parameter-conditions-changed"
    PARAMETER_NULLABLE = "parameter-nullable"
    PARAMETER_NOT_NULLABLE = "parameter-not-nullable"
    PARAMETER_DEFAULT_CHANGED = "parameter-default-changed"
    PARAMETER_DEPRECATED = "parameter-deprecated"
    PARAMETER_ACCESS_CHANGED = "parameter-access-changed"
    PARAMETER_STYLE_CHANGED = "parameter-style-changed"
    REQUEST_MEDIA_TYPE_ADDED = "request-media-type-added"
    REQUEST_MEDIA_TYPE_REMOVED = "request-media-type-removed"
    REQUEST_BODY_ADDED = "request-body-added"
    REQUEST_BODY_REMOVED = "request-body-removed"
    REQUEST_BODY_REQUIRED = "request-body-required"
    REQUEST_BODY_OPTIONAL = "request-body-optional"
    REQUEST_BODY_TYPE_CHANGED = "request-body-type-changed"
    REQUEST_BODY_VALUE_ADDED = "request-body-value-added"
    REQUEST_BODY_VALUE_REMOVED = "request-body-value-removed"
    REQUEST_BODY_LIMIT_TIGHTENED = "request-body-limit-tightened"
    REQUEST_BODY_LIMIT_LOOSENED = "request-body-limit-loosened"
    REQUEST_BODY_PATTERN_CHANGED = "request-body-pattern-changed"
    REQUEST_BODY_NULLABLE = "request-body-nullable"
    REQUEST_BODY_NOT_NULLABLE = "request-body-not-nullable"
    REQUEST_BODY_DEFAULT_CHANGED = "request-body-default-changed"
    REQUEST_BODY_DEPRECATED = "request-body-deprecated"
    REQUEST_BODY_ACCESS_CHANGED = "request-body-access-changed"
    REQUEST_PROPERTY_ADDED = "request-property-added"
    REQUEST_PROPERTY_REMOVED = "request-property-removed"
    REQUEST_PROPERTY_REQUIRED = "request-property-required"
    REQUEST_PROPERTY_OPTIONAL = "request-property-optional"
    REQUEST_PROPERTY_TYPE_CHANGED = "request-property-type-changed"
    REQUEST_PROPERTY_VALUE_ADDED = "request-property-value-added"
    REQUEST_PROPERTY_VALUE_REMOVED = "request-property-value-removed"
    REQUEST_PROPERTY_LIMIT_TIGHTENED = "request-property-limit-tightened"
    REQUEST_PROPERTY_LIMIT_LOOSENED = "request-property-limit-loosened"
    REQUEST_PROPERTY_PATTERN_CHANGED = "request-property-pattern-changed"
    REQUEST_PROPERTY_CONDITIONS_CHANGED = "request-property-conditions-changed"
    REQUEST_PROPERTY_NULLABLE = "request-property-nullable"
    REQUEST_PROPERTY_NOT_NULLABLE = "request-property-not-nullable"
    REQUEST_PROPERTY_DEFAULT_CHANGED = "request-property-default-changed"
    REQUEST_PROPERTY_DEPRECATED = "request-property-deprecated"
    REQUEST_PROPERTY_ACCESS_CHANGED = "request-property-access-changed"
    STATUS_ADDED = "status-added"
    STATUS_REMOVED = "status-removed"
    RESPONSE_MEDIA_TYPE_ADDED = "response-media-type-added"
    RESPONSE_MEDIA_TYPE_REMOVED = "response-media-type-removed"
    RESPONSE_BODY_ADDED = "response-body-added"
    RESPONSE_BODY_REMOVED = "response-body-removed"
    RESPONSE_BODY_TYPE_CHANGED = "response-body-type-changed"
    RESPONSE_BODY_VALUE_ADDED = "response-body-value-added"
    RESPONSE_BODY_VALUE_REMOVED = "response-body-value-removed"
    RESPONSE_BODY_LIMIT_TIGHTENED = "response-body-limit-tightened"
    RESPONSE_BODY_LIMIT_LOOSENED = "response-body-limit-loosened"
    RESPONSE_BODY_PATTERN_CHANGED = "response-body-pattern-changed"
    RESPONSE_BODY_NULLABLE = "response-body-nullable"
    RESPONSE_BODY_NOT_NULLABLE = "response-body-not-nullable"
    RESPONSE_BODY_DEFAULT_CHANGED = "response-body-default-changed"
    RESPONSE_BODY_DEPRECATED = "response-body-deprecated"
    RESPONSE_BODY_ACCESS_CHANGED = "response-body-access-changed"
    RESPONSE_PROPERTY_ADDED = "response-property-added"
    RESPONSE_PROPERTY_REMOVED = "response-property-removed"
    RESPONSE_PROPERTY_REQUIRED = "response-property-required"
    RESPONSE_PROPERTY_OPTIONAL = "response-property-optional"
    RESPONSE_PROPERTY_TYPE_CHANGED = "response-property-type-changed"
    RESPONSE_PROPERTY_VALUE_ADDED = "response-property-value-added"
    RESPONSE_PROPERTY_VALUE_REMOVED = "response-property-value-removed"
    RESPONSE_PROPERTY_LIMIT_TIGHTENED = "response-property-limit-tightened"
    RESPONSE_PROPERTY_LIMIT_LOOSENED = "response-property-limit-loosened"
    RESPONSE_PROPERTY_PATTERN_CHANGED = "response-property-pattern-changed"
    RESPONSE_PROPERTY_CONDITIONS_CHANGED = "response-property-conditions-changed"
    RESPONSE_PROPERTY_NULLABLE = "response-property-nullable"
    RESPONSE_PROPERTY_NOT_NULLABLE = "response-property-not-nullable"
    RESPONSE_PROPERTY_DEFAULT_CHANGED = "response-property-default-changed"
    RESPONSE_PROPERTY_DEPRECATED = "response-property-deprecated"
    RESPONSE_PROPERTY_ACCESS_CHANGED = "response-property-access-changed"
    RESPONSE_HEADER_ADDED = "response-header-added"
    RESPONSE_HEADER_REMOVED = "response-header-removed"
    RESPONSE_HEADER_CHANGED = "response-header-changed"
    TYPE_CHANGED = "type-changed"
    TYPE_VALUE_ADDED = "type-value-added"
    TYPE_VALUE_REMOVED = "type-value-removed"
    TYPE_LIMIT_TIGHTENED = "type-limit-tightened"
    TYPE_LIMIT_LOOSENED = "type-limit-loosened"
    TYPE_PATTERN_CHANGED = "type-pattern-changed"
    TYPE_NULLABLE = "type-nullable"
    TYPE_NOT_NULLABLE = "type-not-nullable"
    TYPE_DEFAULT_CHANGED = "type-default-changed"
    TYPE_DEPRECATED = "type-deprecated"
    TYPE_ACCESS_CHANGED = "type-access-changed"
    TYPE_PROPERTY_ADDED = "type-property-added"
    TYPE_PROPERTY_REMOVED = "type-property-removed"
    TYPE_PROPERTY_REQUIRED = "type-property-required"
    TYPE_PROPERTY_OPTIONAL = "type-property-optional"
    TYPE_PROPERTY_TYPE_CHANGED = "type-property-type-changed"
    TYPE_PROPERTY_VALUE_ADDED = "type-property-value-added"
    TYPE_PROPERTY_VALUE_REMOVED = "type-property-value-removed"
    TYPE_PROPERTY_LIMIT_TIGHTENED = "type-property-limit-tightened"
    TYPE_PROPERTY_LIMIT_LOOSENED = "type-property-limit-loosened"
    TYPE_PROPERTY_PATTERN_CHANGED = "type-property-pattern-changed"
    TYPE_PROPERTY_CONDITIONS_CHANGED = "type-property-conditions-changed"
    TYPE_PROPERTY_NULLABLE = "type-property-nullable"
    TYPE_PROPERTY_NOT_NULLABLE = "type-property-not-nullable"
    TYPE_PROPERTY_DEFAULT_CHANGED = "type-property-default-changed"
    TYPE_PROPERTY_DEPRECATED = "type-property-deprecated"
    TYPE_PROPERTY_ACCESS_CHANGED = "type-property-access-changed"
    TITLE_CHANGED = "title-changed"
    DESCRIPTION_CHANGED = "description-changed"
    EXAMPLE_CHANGED = "example-changed"


class Side(StrEnum):
    """Which of the two trees."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DocsTree:
    """A docs tree and its location.

    Attributes:
        catalog: Its operations.
        prefix: The prefix of its pages' paths in reports, such as `docs/` or `HEAD~1:docs/`.
        skipped: Messages about pages that were not read.
    """

    catalog: Catalog
    prefix: str
    skipped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class ChangeLocation:
    """A line of one of the trees.

    Attributes:
        side: The tree.
        path: The page, with the tree's prefix.
        line: The line, counted from 1.
    """

    side: Side
    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Sides(NamedTuple):
    """Wording of one thing in both trees.

    Attributes:
        about: The thing, such as "the type of the query parameter `size`".
        old: What the old tree says; empty where the kind of the change says it all.
        new: What the new tree says, likewise.
    """

    about: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        level: Its effect on callers.
        kind: What changed.
        uid: The operation, by its new name; empty for a change of a named type.
        subject: The method and route, by their new names, or the name of the type.
        place: Where it is documented: in the new tree, or in the old one if it was removed.
        message: What changed, in one sentence. Text from a page is in code spans.
        sides: What both trees say, where the change is about facts and not about prose.
    """

    level: Level
    kind: Kind
    uid: str
    subject: str
    place: ChangeLocation
    message: str
    sides: Sides | None = None


@dataclass(frozen=True)
class TreeDiff:
    """All changes, the worst first and then in the order of the uids."""

    changes: tuple[Change, ...]

    @cached_property
    def counts(self) -> Mapping[Level, int]:
        """The number of changes of each level."""
        found = Counter(change.level for change in self.changes)
        return {level: found[level] for level in Level}

    @cached_property
    def subjects(self) -> int:
        """The number of changed operations and named types."""
        return len({(change.uid, change.subject) for change in self.changes})

    def at_least(self, level: Level) -> "TreeDiff":
        """Return the changes of this level or worse."""
        return TreeDiff(tuple(c for c in self.changes if c.level.rank <= level.rank))


def quoted(text: str) -> str:
    """Quote text of a page as a code span (CommonMark, 6.1) that it cannot close.

    The result is one line without backticks or terminal control characters, so that the message is
    safe as text and as Markdown.
    """
    shown = visible(" ".join(text.split()).replace("`", "'"))
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST - 1]}…"
    return f"`{shown or '(empty)'}`"


def sentence(words: str) -> str:
    """Return words as the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def same_text(old: str, new: str) -> bool:
    """Tell whether two texts are equal except for line breaks and white space."""
    return old == new or old.split() == new.split()
