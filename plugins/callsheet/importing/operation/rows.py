"""Describes schemas in the words of pages: as types, and as rows of tables."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jsonpointer import escape

from callsheet.importing.naming import NamedSchema, TypeNames, is_union
from callsheet.importing.notes import ImportNotes, code
from callsheet.importing.operation.annotation_cells import AnnotationCells
from callsheet.importing.operation.inlining import Inliner
from callsheet.importing.operation.item_cells import (
    enumeration_words,
    items_say_more,
    loses_meanings,
    with_meanings,
    words_of_levels,
)
from callsheet.importing.operation.row_cells import (
    NOWHERE,
    PART,
    are_parts,
    data_type_of,
    is_leaf,
    is_name,
    names_of,
    with_required,
    with_since,
)
from callsheet.importing.operation.schemas import MAX_DEPTH, Schemas, apart, typed
from callsheet.importing.references import Resolver
from callsheet.model import OTHERS, WHOLE, DataType, Property
from callsheet.schema import ANYTHING, NOTHING, Schema
from callsheet.schema.schema import holder
from callsheet.schema.words.compositions import array_of, map_of, one_of
from callsheet.schema.words.facets import Facets, schema_of_row
from callsheet.schema.words.limit_words import with_field
from callsheet.schema.words.wording import (
    is_closed,
    is_open,
    one_required,
    unsaid_by,
    without_own_limits,
    word_for,
    wording,
)

MAX_TYPE = 500
"""Maximum length of a type in words."""

_MAX_NESTED = 3
"""Maximum depth of nested rows; an object further down becomes a type with its own page."""


@dataclass(frozen=True, slots=True)
class SchemaDescription:
    """The description of a schema in a row.

    Attributes:
        type: Its type.
        facets: The further cells of its row.
        about: Its description, as one line of Markdown.
        within: Its nested rows, with full names.
    """

    type: DataType
    facets: Facets = ()
    about: str = ""
    within: tuple[Property, ...] = ()


class Describer:
    """Describes schemas.

    Args:
        resolver: Resolves the components, which give types their names.
        schemas: Reads schemas.
        notes: Collects findings about what a page cannot express.
    """

    def __init__(self, resolver: Resolver, schemas: Schemas, notes: ImportNotes) -> None:
        self._schemas = schemas
        self._notes = notes
        self._budget = resolver.budget
        self._names = TypeNames(resolver, schemas, notes)
        self.annotations = AnnotationCells(resolver)
        self.inliner = Inliner(schemas, self._names, notes)
        # Caches, as types occur in many places. The schema is kept, too, so that its `id` is not
        # reused while the entry exists.
        self._words: dict[tuple[int, bool], tuple[Schema, str]] = {}
        self._tables: dict[tuple[int, bool], tuple[Schema, str, tuple[Property, ...]]] = {}
        self._leaves: dict[Schema, SchemaDescription] = {}

    @property
    def named(self) -> list[NamedSchema]:
        """The types with pages so far; reading the rows of one may add more."""
        return self._names.named

    def table(
        self, whole: Schema, owner: str, at: str, *, marked: bool = False
    ) -> tuple[Property, ...]:
        """Return the rows of an object's table.

        Args:
            whole: The object's schema, with references resolved.
            owner: The prefix of the names of nested types without a name.
            at: The JSON pointer to the schema.
            marked: Whether rows say of optional properties that they are optional.
        """
        key = (id(whole), marked)
        known = self._tables.get(key)
        # What a page cannot say is noted at each place.
        if known is None or known[1] not in ("", at):
            noted = len(self._notes.findings)
            rows: tuple[Property, ...]
            if is_union(whole) and not whole.properties:
                # An example has a place of its own, below the table.
                bare = replace(whole, examples=())
                rows = (self.whole_row(bare, self._plain_words(whole, owner, at, 0), at),)
            elif whole.type != "object" and not whole.properties:
                found = self.describe(replace(whole, description=""), owner, at)
                rows = (Property(WHOLE, found.type, None, "", (), NOWHERE, found.facets),)
            else:
                rows = (*self._frame(whole, owner, at), *self._rows(whole, owner, at, "", marked))
            self._tables[key] = whole, at if len(self._notes.findings) > noted else "", rows
        return self._tables[key][2]

    def _frame(self, whole: Schema, owner: str, at: str) -> Iterator[Property]:
        """Yield a row about an object itself, if there is more to say than its properties."""
        # Examples of bodies are shown below them.
        bare = replace(whole, properties=(), examples=(), default=None, description="")
        bare = typed(replace(bare, additional_properties=None))
        written = self._object_words(bare, owner, at)
        if unsaid_by(bare, written) or whole.any_of or whole.one_of:
            yield self.whole_row(bare, written, at)

    def _object_words(self, bare: Schema, owner: str, at: str) -> str:
        """Return the words for an object whose properties have rows: its alternatives, if any."""
        if (bare.any_of or bare.one_of) and not one_required(bare):
            return self._plain_words(bare, owner, at, 0)
        return self._with_null("object", bare)

    def whole_row(self, whole: Schema, written: str, at: str) -> Property:
        """Return the row of a value that is not a property of another one."""
        found = self._finished(replace(whole, description=""), written, at)
        return Property(WHOLE, found.type, None, "", (), NOWHERE, found.facets)

    def describe(
        self, schema: Schema, suggestion: str, at: str, name: str = "", depth: int = _MAX_NESTED
    ) -> SchemaDescription:
        """Describe the values of a row.

        Args:
            schema: Their schema.
            suggestion: The name of a nested type that has none in the document.
            at: The JSON pointer to the schema.
            name: The name of the row, for the names of nested rows.
            depth: The depth of the row; by default it cannot have nested rows.
        """
        if not is_leaf(schema):
            return self._described(schema, suggestion, at, name, depth)
        if schema not in self._leaves:
            noted = len(self._notes.findings)
            found = self._described(schema, suggestion, at, name, depth)
            if len(self._notes.findings) > noted:
                return found
            self._leaves[schema] = found
        return self._leaves[schema]

    def _described(
        self, schema: Schema, suggestion: str, at: str, name: str, depth: int
    ) -> SchemaDescription:
        reference, siblings = self._schemas.behind(schema)
        if reference and (named := self._names.of(reference)):
            return self._finished(siblings, self._reference(named, reference, siblings), at)
        whole = typed(self._schemas.whole(schema, at))
        last = name.rpartition(".")[2].removesuffix("[]")
        may = depth < _MAX_NESTED and PART.fullmatch(last)
        if may and (nested := self._nested(whole, suggestion, at, name, depth)):
            return nested
        if (deep := self._deep(whole, at)) and items_say_more(deep):
            written = words_of_levels(deep)
            if not wording(deep, written, within=True).unsaid:
                return self._finished(deep, written, at, deep=True)
        written = self.words(schema, suggestion, at, alone=False)
        return self._finished(apart(whole), written, at)

    def _deep(self, whole: Schema, at: str, depth: int = 0) -> Schema | None:
        """Return a list or map with all that is known of its items or values, if that is plain."""
        field = holder(whole)
        if not field or depth >= MAX_DEPTH or len(set(whole.types) - {"null"}) > 1:
            return None
        inner = getattr(whole, field) or ANYTHING
        if self.is_named(inner):
            return None
        found = typed(self._schemas.whole(inner, at))
        if holder(found):
            deep = self._deep(found, at, depth + 1)
            return with_field(whole, field, deep) if deep else None
        is_plain = found.type and len(set(found.types) - {"null"}) == 1 and not found.properties
        # What describes items alone has a place on the page of a type.
        is_plain = is_plain and not found.description
        return with_field(whole, field, found) if is_plain else None

    def words(
        self, schema: Schema, suggestion: str, at: str, depth: int = 0, *, alone: bool = True
    ) -> str:
        """Return the type of a schema in words.

        Args:
            schema: The schema.
            suggestion: As for `describe`.
            at: The JSON pointer to the schema.
            depth: How many types it is nested in.
            alone: Whether the words alone must describe the values, without further cells.
        """
        key = (id(schema), alone)
        if key not in self._words:
            found = self._new_words(schema, suggestion, at, depth, alone)
            if len(found) > MAX_TYPE:
                whole = typed(self._schemas.whole(schema, at))
                if is_union(whole):
                    found = self._names.new(whole, suggestion, at)
                else:
                    self._notes.lost(at, "The type is too long for a table")
                    found = word_for(whole)
            self._words[key] = schema, found
        return self._words[key][1]

    def is_named(self, schema: Schema) -> bool:
        """Tell whether a schema is only a reference to an object."""
        reference, _ = self._schemas.behind(schema)
        return bool(reference and self._names.of(reference))

    def _new_words(self, schema: Schema, suggestion: str, at: str, depth: int, alone: bool) -> str:
        reference, siblings = self._schemas.behind(schema)
        if reference and (named := self._names.of(reference)):
            return self._reference(named, reference, siblings)
        whole = typed(self._schemas.whole(schema, at))
        if depth >= MAX_DEPTH:
            self._notes.lost(at, "Types are nested too deeply")
            return word_for(whole)
        if whole.properties:
            word = self._names.new(whole, suggestion, at)
            return self._with_null(word, whole)
        unsaid = dict.fromkeys(self._unsaid(whole) if alone else ())
        others = [name for name, _ in whole.others if unsaid.pop(name, "") is None]
        if unsaid or (alone and whole.description):
            # More than the words of a type say has a place on a page of its own.
            name = self._names.new(whole.without_null(), suggestion, at, reference)
            return self._with_null(name, whole)
        for keyword in others:
            self._notes.lost(at, f"`{keyword}` is not on any page")
        return self._plain_words(whole, suggestion, at, depth, alone)

    def _unsaid(self, whole: Schema) -> tuple[str, ...]:
        """Return the keywords that the words of a type would not express."""
        kinds = set(whole.types) - {"null"}
        values = "" if whole.nullable else enumeration_words(whole)
        is_choice = len(kinds) > 1 or whole.any_of or whole.one_of
        return unsaid_by(whole, values or ("any" if is_choice else word_for(whole)))

    def _plain_words(
        self, whole: Schema, suggestion: str, at: str, depth: int, alone: bool = False
    ) -> str:
        """Return the words for a type without properties."""
        kinds = [kind for kind in whole.types if kind != "null"]
        if alone and (values := enumeration_words(whole)) and not whole.nullable:
            return values
        if options := whole.any_of or whole.one_of:
            if not alone:
                options = tuple(self._bare_alternatives(options, at))
            parts = [
                self.words(option, f"{suggestion}{name}", at, depth + 1)
                for option, name in zip(options, names_of(options), strict=True)
            ]
            null = ["null"] if "null" in whole.types else []
            return one_of([*parts, *null], exclusive=bool(whole.one_of))
        if len(kinds) > 1:
            each = [replace(whole, types=(kind,)) for kind in kinds]
            parts = [self._plain_words(one, suggestion, at, depth, alone) for one in each]
            return one_of([*parts, *(["null"] if whole.nullable else [])])
        if whole.types == ("null",):
            return "null"
        written = word_for(whole)
        if written == "array" and whole.items not in (None, ANYTHING, NOTHING):
            inner = whole.items or ANYTHING
            written = array_of(self.words(inner, f"{suggestion}Item", at, depth + 1))
        elif written == "object" and not is_open(whole) and not is_closed(whole):
            inner = whole.additional_properties or ANYTHING
            written = map_of(self.words(inner, f"{suggestion}Value", at, depth + 1))
        return self._with_null(written, whole) if written != "any" else written

    def _bare_alternatives(self, options: Sequence[Schema], at: str) -> Iterator[Schema]:
        """Yield alternatives, without limits where those of the row can only be about one."""
        wholes = [typed(self._schemas.whole(option, at)) for option in options]
        # A limit of one of numbers is about all of them.
        kinds = [{"number" if t == "integer" else t for t in w.types} - {"null"} for w in wholes]
        counts = Counter(kind for each in kinds for kind in each)
        for option, each in zip(options, kinds, strict=True):
            bare = without_own_limits(option)
            says_all = not (bare.description or unsaid_by(bare, word_for(bare)))
            is_apart = [counts[kind] for kind in each] == [1] and not self.is_named(option)
            yield bare if is_apart and says_all else option

    def _nested(
        self, whole: Schema, suggestion: str, at: str, name: str, depth: int
    ) -> SchemaDescription | None:
        """Describe an object, or an array of objects, whose properties become nested rows."""
        if whole.properties and are_parts(whole):
            within = self._rows(whole, suggestion, at, f"{name}.", False, depth + 1)
            bare = replace(whole, properties=(), additional_properties=None)
            written = self._object_words(bare, suggestion, at)
            return self._finished(bare, written, at, within)
        field = holder(whole)
        held = getattr(whole, field) if field else None
        if held in (None, ANYTHING, NOTHING) or len(whole.types) > 2:
            return None
        of, mark, word = {
            "items": (array_of, "[]", "items"),
            "additional_properties": (map_of, f".{OTHERS}", "additionalProperties"),
        }[field]
        inner = self.describe(held, f"{suggestion}Item", f"{at}/{word}", f"{name}{mark}", depth + 1)
        if not (inner.within or inner.facets or inner.about):
            return None
        row = Property(f"{name}{mark}", inner.type, None, inner.about, (), NOWHERE, inner.facets)
        is_told = inner.facets or inner.about or " or " in inner.type.written
        within = ((row,) if is_told else ()) + inner.within
        outer = of("object" if inner.within else inner.type.written)
        return self._finished(whole, self._with_null(outer, whole), at, within)

    def _finished(
        self,
        schema: Schema,
        written: str,
        at: str,
        within: tuple[Property, ...] = (),
        *,
        deep: bool = False,
    ) -> SchemaDescription:
        meant = self.inliner.limits(self.inliner.selected(with_meanings(schema), at), at)
        if loses_meanings(schema, meant):
            self._notes.minor(at, "What some of the values mean is not on any page")
        found = wording(meant, written, within=deep)
        for keyword in found.unsaid:
            self._notes.lost(at, f"`{keyword}` is not on any page")
        if len(schema.examples) > len(schema_of_row(written, found.facets).examples) > 0:
            self._notes.minor(at, "Of several examples, the first one is on the page")
        about, facets = with_since(schema.description, found.facets)
        facets += self.annotations.cells(schema, at)
        for text in (written, about, *(text for _, text in facets)):
            self._budget.text(text, at)
        return SchemaDescription(data_type_of(written), facets, about, within)

    def _rows(
        self, whole: Schema, owner: str, at: str, before: str, marked: bool, depth: int = 0
    ) -> tuple[Property, ...]:
        self._budget.schemas(len(whole.properties), at)
        if whole.types and "object" not in whole.types:
            what = f"{code(whole.types[0])} with `properties` is an object on the page"
            self._notes.changed(at, what)
        rows: list[Property] = []
        for item in whole.properties:
            where, name = f"{at}/properties/{escape(item.name)}", f"{before}{item.name}"
            if not is_name(item.name):
                self._notes.left_out(where, f"A table has no place for the name {code(item.name)}")
                continue
            suggestion = f"{owner}{item.name[:1].upper()}{item.name[1:]}"
            described = self.describe(item.schema, suggestion, where, name, depth)
            needed = True if item.required else False if marked else None
            rows.append(
                with_required(
                    Property(
                        name, described.type, needed, described.about, (), NOWHERE, described.facets
                    )
                )
            )
            rows += described.within
        if not is_open(whole):
            rows += self._others(whole, owner, at, before)
        return tuple(rows)

    def _others(self, whole: Schema, owner: str, at: str, before: str) -> Iterator[Property]:
        """Yield the rows about all other properties of an object."""
        name, others = f"{before}{OTHERS}", whole.additional_properties or ANYTHING
        if is_closed(whole):
            yield Property(name, data_type_of("nothing"), None, "", (), NOWHERE)
            return
        found = self.describe(others, f"{owner}Value", f"{at}/additionalProperties", name)
        yield Property(name, found.type, None, found.about, (), NOWHERE, found.facets)

    def _reference(self, name: str, reference: str, siblings: Schema) -> str:
        nullable = siblings.nullable or self._schemas[reference].nullable
        return f"{name} or null" if nullable else name

    def _with_null(self, written: str, schema: Schema) -> str:
        return f"{written} or null" if schema.nullable else written
