"""A bare Starlette app with a database, beside which the reference server is measured.

`python -m tests.benchmarks.bare WORKERS` prints its address and serves until its process group is
terminated. `BARE_DATABASE` is the address of its database. A GET reads a row, and a PUT changes
one: that of the workspace, which is a header field.
"""

from __future__ import annotations

import os
import sys

import sqlalchemy as sa
import uvicorn
from sqlalchemy import event
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from callsheet.server.adapters.sockets import address, bind

_ROWS = sa.Table(
    "rows",
    sa.MetaData(),
    sa.Column("workspace", sa.String, primary_key=True),
    sa.Column("content", sa.String),
)
_ENGINE = sa.create_engine(os.environ["BARE_DATABASE"])

if _ENGINE.dialect.name == "sqlite":

    @event.listens_for(_ENGINE, "connect")
    def _configure(connection: object, _record: object) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "busy_timeout = 10000"):
            connection.execute(f"PRAGMA {pragma}")  # type: ignore[attr-defined]


def prepare(workspaces: int) -> None:
    """Create the table with a row for each workspace."""
    _ROWS.create(_ENGINE)
    with _ENGINE.begin() as connection:
        rows = [{"workspace": str(n), "content": "{}"} for n in range(workspaces)]
        connection.execute(sa.insert(_ROWS), rows)


async def _read(request: Request) -> Response:
    name = request.headers["x-workspace"]
    with _ENGINE.connect() as connection:
        found = connection.execute(sa.select(_ROWS.c.content).where(_ROWS.c.workspace == name))
        return JSONResponse({"content": found.scalar_one()})


async def _write(request: Request) -> Response:
    name, content = request.headers["x-workspace"], (await request.body()).decode()
    change = sa.update(_ROWS).where(_ROWS.c.workspace == name).values(content=content)
    with _ENGINE.begin() as connection:
        connection.execute(change)
    return JSONResponse({"content": content})


app = Starlette(routes=[Route("/row", _read), Route("/row", _write, methods=["PUT"])])


def main() -> None:
    """Serve with as many processes as the argument says, of which this is one."""
    # Uvicorn's own workers share a socket with Nagle's algorithm, which makes each answer wait.
    listener = bind("127.0.0.1", 0)
    print(address(listener), flush=True)
    for _ in range(int(sys.argv[1]) - 1):
        if os.fork() == 0:
            break
    uvicorn.Server(uvicorn.Config(app, log_level="error")).run([listener])


if __name__ == "__main__":
    main()
