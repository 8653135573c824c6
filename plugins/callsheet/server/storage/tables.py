"""The tables of the state, and the statements that are run on them."""

import sqlalchemy as sa

from callsheet.server.state import MAX_NAME
from callsheet.server.storage.database import METADATA, Database

# What has a default may lack in a database of an earlier version; see `Database`.
WORKSPACES = sa.Table(
    "callsheet_workspace",
    METADATA,
    sa.Column("name", sa.String(64), primary_key=True),
    sa.Column("used", sa.BigInteger, nullable=False, index=True),
    sa.Column("begun", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("bytes", sa.BigInteger, nullable=False, server_default="0"),
    sa.Column("changes", sa.BigInteger, nullable=False, server_default="0"),
)
DOCUMENTS = sa.Table(
    "callsheet_document",
    METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(MAX_NAME), primary_key=True),
    sa.Column("key", sa.String(MAX_NAME), primary_key=True),
    # Null in the place of one that the workspace began with and that was deleted.
    sa.Column("document", sa.JSON, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=True),
    sa.Column("position", sa.BigInteger, nullable=False),
    # Zero for one that was deleted.
    sa.Column("modified", sa.BigInteger, nullable=False),
    sa.Column("bytes", sa.BigInteger, nullable=False, server_default="0"),
    # Those of what it took the place of, which no statement could tell otherwise.
    sa.Column("replaced", sa.BigInteger, nullable=False, server_default="0"),
)
COUNTERS = sa.Table(
    "callsheet_counter",
    METADATA,
    sa.Column("workspace", sa.String(64), primary_key=True),
    sa.Column("collection", sa.String(MAX_NAME), primary_key=True),
    sa.Column("last", sa.BigInteger, nullable=False),
)


def _place(table: sa.Table, *names: str) -> sa.ColumnElement[bool]:
    return sa.and_(*(table.c[name] == sa.bindparam(f"b_{name}") for name in names))


# Made once: SQLAlchemy takes longer to put a statement together than SQLite to run it.
_AT = _place(DOCUMENTS, "workspace", "collection", "key")
GET = sa.select(DOCUMENTS.c.document).where(_AT)
GET_CONTENT = sa.select(DOCUMENTS.c.content).where(_AT)
MODIFIED = sa.select(DOCUMENTS.c.modified, DOCUMENTS.c.document).where(_AT)
DELETE = sa.delete(DOCUMENTS).where(_AT).returning(DOCUMENTS.c.bytes)
ITEMS = sa.select(DOCUMENTS.c.key, DOCUMENTS.c.document, DOCUMENTS.c.position).where(
    _place(DOCUMENTS, "workspace", "collection")
)
# A page of a collection: first where its documents are and how large, then what they say.
CHANGED = sa.select(DOCUMENTS.c.key).where(
    _place(DOCUMENTS, "workspace", "collection"),
    DOCUMENTS.c.key.in_(sa.bindparam("keys", expanding=True)),
)
PLACES = (
    sa.select(DOCUMENTS.c.position, DOCUMENTS.c.key, DOCUMENTS.c.bytes)
    .where(_place(DOCUMENTS, "workspace", "collection"), DOCUMENTS.c.modified > 0)
    .order_by(DOCUMENTS.c.position, DOCUMENTS.c.key)
    .limit(sa.bindparam("number", type_=sa.BigInteger))
    .offset(sa.bindparam("first", type_=sa.BigInteger))
)
TEXTS = sa.select(DOCUMENTS.c.key, sa.cast(DOCUMENTS.c.document, sa.Text).label("text")).where(
    _place(DOCUMENTS, "workspace", "collection"),
    DOCUMENTS.c.modified > 0,
    DOCUMENTS.c.position.between(sa.bindparam("low"), sa.bindparam("high")),
)

# The lock lets the transactions of one workspace take turns, as all that may write do in SQLite,
# which has no such clause and needs none: what a behaviour reads is what its answer is about.
_FIND = sa.select(WORKSPACES.c.used, WORKSPACES.c.bytes).where(_place(WORKSPACES, "name"))
_CHANGE = (
    sa.update(WORKSPACES)
    .where(_place(WORKSPACES, "name"))
    .values(bytes=sa.bindparam("size"), changes=WORKSPACES.c.changes + 1)
)
NOTE = (
    sa.update(WORKSPACES)
    .where(_place(WORKSPACES, "name"), WORKSPACES.c.used < sa.bindparam("now"))
    .values(used=sa.bindparam("now"))
)

# What another worker uses at this moment is left alone, and nobody waits for it. Everybody's
# workspace, which has no name, is not one reader's and stays.
FREE = (
    sa.select(WORKSPACES.c.name)
    .where(WORKSPACES.c.name.in_(sa.bindparam("names", expanding=True)))
    .with_for_update(skip_locked=True)
)
_NAMED = sa.select(WORKSPACES.c.name).where(
    WORKSPACES.c.name != "", WORKSPACES.c.used <= sa.bindparam("before")
)
UNUSED = _NAMED.with_for_update(skip_locked=True)
LEAST = (
    _NAMED.order_by(WORKSPACES.c.changes, WORKSPACES.c.used)
    .limit(sa.bindparam("number"))
    .with_for_update(skip_locked=True)
)
CENSUS = sa.select(
    sa.func.count(),
    sa.func.count(sa.case((WORKSPACES.c.begun > sa.bindparam("since"), 1))),
    sa.func.min(WORKSPACES.c.used),
).where(WORKSPACES.c.name != "")


class Statements:
    """The statements that depend on the database."""

    def __init__(self, database: Database) -> None:
        self.find = database.prepare(_FIND)
        self.find_and_lock = database.prepare(_FIND.with_for_update())
        self.begin = database.insert(WORKSPACES)
        self.change = database.prepare(_CHANGE)
        document = database.insert(DOCUMENTS)
        new = {name: document.excluded[name] for name in ("document", "content", "modified")}
        self.put = document.on_conflict_do_update(
            index_elements=DOCUMENTS.primary_key.columns,
            set_={**new, "bytes": document.excluded.bytes, "replaced": DOCUMENTS.c.bytes},
        ).returning(DOCUMENTS.c.replaced)
        count = database.insert(COUNTERS).on_conflict_do_update(
            index_elements=COUNTERS.primary_key.columns, set_={"last": COUNTERS.c.last + 1}
        )
        self.count = database.prepare(count.returning(COUNTERS.c.last))
