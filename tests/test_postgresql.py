"""What is PostgreSQL's own; the rest of `test_store.py` runs on it, too."""

from __future__ import annotations

import pytest

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.errors import StoreError
from callsheet.server.adapters.app import background, create_app
from callsheet.server.storage.database import Database
from tests.postgresql import PostgreSQL, postgresql_server
from tests.processes import Client, picture


def test_a_plain_address_is_reached_with_psycopg(postgresql: PostgreSQL) -> None:
    plain = postgresql.new_database()
    for url in (plain, plain.replace("postgresql://", "postgresql+psycopg://")):
        database = Database(url)
        database.check()
        database.close()


def test_the_server_remembers_in_postgresql(postgresql: PostgreSQL, catalog: Catalog) -> None:
    url = postgresql.new_database()
    for expected in (5, 6):
        app = create_app(catalog, url, packs=[SUPEROFFICE])
        with background(app) as address, Client(address) as client:
            saved = client.put("/api/v1/Person/3/Image", data=picture("image.jpg"))
            assert saved.json() == expected
            assert client.image(3).content == picture("image.jpg")


def test_an_address_that_leads_nowhere_is_a_message(postgresql: PostgreSQL) -> None:
    url = f"postgresql://callsheet:secret@/nosuch?host={postgresql.folder}"
    with pytest.raises(StoreError, match="nosuch") as caught:
        Database(url)
    assert "secret" not in str(caught.value)


def test_a_database_that_restarts_is_a_problem_only_meanwhile(catalog: Catalog) -> None:
    with postgresql_server() as own:
        app = create_app(catalog, own.new_database(), packs=[SUPEROFFICE])
        with background(app) as address, Client(address) as client:
            blob = client.store_blob("before")
            own.control("stop", "-m", "immediate")
            assert client.get("/-/health").status_code == 503
            assert client.image(1).status_code == 503
            own.control("start")
            assert client.get("/-/health").status_code == 200
            assert client.blob(blob)["Description"] == "before"
