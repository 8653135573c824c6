"""Nobody waits for what takes others long: images, long lists, and long header fields."""

from __future__ import annotations

import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice import image_worker
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.http.headers import Headers
from callsheet.http.media_types import negotiate
from callsheet.server.adapters.app import background, create_app
from callsheet.server.conclusions import DEVELOPMENT_TOKEN
from callsheet.server.http.messages import HttpRequest
from callsheet.server.limits import KIB, MIB, Limits
from callsheet.server.state import State
from callsheet.server.storage.store import DatabaseStore
from tests import parcels
from tests.conftest import DOCS
from tests.hostile_images import image
from tests.limits.server import IMAGE
from tests.processes import GIF, SECONDS, Client

ASKS: dict[str, Callable[[Client], int]] = {
    "conversion": lambda client: client.get(f"{IMAGE}?type=GIF&w=5").status_code,
    "agent": lambda client: (
        client.post(
            "/api/v1/Agents/BLOB/GetPersonImage",
            json={"PersonId": 1},
            headers={"Accept": "image/gif"},
        ).status_code
    ),
    "small upload": lambda client: client.put(IMAGE, data=image("PNG")).status_code,
    "large upload": lambda client: client.put(IMAGE, data=image("PNG") + bytes(MIB)).status_code,
    "stored": lambda client: client.agent("SaveImageStream", Image=GIF).status_code,
    "linked": lambda client: client.agent("SetPersonImage", PersonId=1, Image=GIF).status_code,
}


@pytest.mark.parametrize("name", ASKS)
def test_others_are_answered_while_an_image_is_decoded(name: str) -> None:
    # Of a number that no other test has, so that the process is this one's own.
    limits = Limits(image_seconds=SECONDS + [*ASKS].index(name))
    app = create_app(Catalog.read(DOCS), DEFAULT_DATABASE, limits=limits, packs=[SUPEROFFICE])
    decoding = image_worker._worker(limits)
    with background(app, limits) as url, Client(url) as client, ThreadPoolExecutor(1) as threads:
        with decoding._turn:
            asked = threads.submit(ASKS[name], Client(url))
            for _ in range(40):
                assert client.get("/-/health", timeout=5).status_code == 200
                assert client.get(f"{IMAGE}Info", timeout=5).status_code == 200
                changed = client.agent("ChangePersonImage", PersonId=2, BlobId=0)
                assert changed.status_code == 204
            assert not asked.done()
        assert asked.result(SECONDS) in (200, 204)


def test_a_long_list_is_made_when_others_can_have_the_state() -> None:
    with parcels.serving(parcels.catalog_of(parcels.PAGES)) as (server, store):
        reader = parcels.Reader(server, store, "w")
        fields = [("Authorization", f"Bearer {DEVELOPMENT_TOKEN}"), ("Callsheet-Workspace", "w")]
        request = HttpRequest("GET", "/api/Parcel", headers=Headers(fields))
        with pytest.raises(StopIteration):
            next(server.steps(request, store))
        reader.json("POST", "/api/Parcel", {"Note": "x" * 70 * KIB})
        steps = server.steps(request, store)
        next(steps)
        with ThreadPoolExecutor(1) as threads:
            added = threads.submit(reader.json, "POST", "/api/Parcel", {"Note": "later"})
            assert added.result(SECONDS)["Note"] == "later"
        with pytest.raises(StopIteration) as end:
            next(steps)
        assert end.value.value.response.status == 200
        assert len(end.value.value.response.body) > 70 * KIB


def test_a_page_is_part_of_all(database: str) -> None:
    def seed(state: State) -> None:
        for key in (state.next_key("a"), state.next_key("a"), 7, 9, 40):
            state.put("a", key, {"n": key})

    store = DatabaseStore(database, seed)
    try:
        for changed in (False, True):
            if changed:
                with store.transaction("") as state:
                    for key in (3, 4, 8, 12, 50):
                        state.put("a", key, {"n": key})
                    state.put("a", 9, {"n": 9, "changed": True})
                    for key in (2, 8, 40):
                        assert state.delete("a", key)
            with store.transaction("", writing=False) as state:
                everything = [document for _, document in state.items("a")]
                assert len(everything) == (7 if changed else 5)
                for first in range(10):
                    for number in (0, 1, 2, 5, 99, None):
                        last = None if number is None else first + number
                        page = state.page("a", first, number, MIB)
                        assert page == [*map(json.dumps, everything[first:last])]
                whole = sum(256 + len(json.dumps(document)) for document in everything)
                assert state.page("a", 0, None, whole) is not None
                assert state.page("a", 0, None, whole - 1) is None
                assert state.page("a", 1, 1, 300) is not None
                assert state.page("a", 2**62, None, MIB) == []
    finally:
        store.close()


def test_a_file_of_a_form_needs_no_disk() -> None:
    program = """
import resource, sys
from callsheet.server.http.form_body import decode_parts, file_of_parts
from callsheet.server.limits import Limits
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
head = b'--b\\r\\nContent-Disposition: form-data; name="f"; filename="f"\\r\\n\\r\\n'
file = b"x" * 2_500_000
body = head + file + b"\\r\\n--b--\\r\\n"
parts = decode_parts(body, "multipart/form-data; boundary=b", Limits())
assert file_of_parts(parts) == file
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=SECONDS)
    assert ran.returncode == 0, ran.stderr


def test_long_fields_are_not_remembered() -> None:
    tracemalloc.start()
    try:
        for number in range(100):
            accept = "a/b," * 12_000 + f"a/{number}"
            assert negotiate(accept, ["image/png"]) is None
        assert tracemalloc.get_traced_memory()[0] < MIB
    finally:
        tracemalloc.stop()
