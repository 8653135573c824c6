"""Images of strangers: none is a fault of the server, and none costs more than the limits say."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from callsheet.catalog import Catalog
from callsheet.contrib.superoffice import image_worker
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.contrib.superoffice.pictures import ImageError, recognise
from callsheet.http.headers import Headers
from callsheet.server.core import ReferenceServer
from callsheet.server.http.messages import HttpRequest
from callsheet.server.limits import MIB, Limits
from callsheet.server.storage.store import DatabaseStore
from tests.hostile_images import bombs, image, mutated, png
from tests.processes import SECONDS, Client, picture, served

pytestmark = pytest.mark.slow

IMAGE = "/api/v1/Person/3/Image"
CONVERSIONS = ("type=JPEG", "w=9&type=PNG", "w=3&h=4000&type=GIF")
BOMBS = dict(bombs())


def statuses(catalog: Catalog, contents: Iterable[bytes]) -> tuple[set[int], set[int]]:
    """All statuses that come of storing images, and those of converting what is stored.

    What a behaviour raises is not an answer here, as it is over HTTP, but fails the test.
    """
    server = ReferenceServer(catalog, [SUPEROFFICE])
    stored, converted = set(), set()
    with closing(DatabaseStore("sqlite://", server.seed)) as store:

        def ask(method: str, query: str = "", body: bytes = b"") -> int:
            headers = Headers([("Authorization", "Bearer callsheet")])
            return server.respond(HttpRequest(method, IMAGE, query, headers, body), store).status

        for number, content in enumerate(contents):
            stored.add(status := ask("PUT", body=content))
            if status == 200:
                converted.add(ask("GET", CONVERSIONS[number % len(CONVERSIONS)]))
    return stored, converted


def test_a_damaged_image_is_stored_or_is_the_documented_400(
    catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    stored, converted = statuses(catalog, mutated(2000))
    assert stored == {200, 400}
    # A damaged header may have another shape, which as large as it is asked for would be too large.
    assert converted <= {200, 422}
    # None of them has ended the process that decodes them.
    assert not caplog.records


@pytest.mark.slow
def test_many_damaged_images_are_stored_or_are_the_documented_400(
    catalog: Catalog, caplog: pytest.LogCaptureFixture
) -> None:
    stored, converted = statuses(catalog, mutated(50_000, seed=2))
    assert (stored, converted) == ({200, 400}, {200, 422})
    assert not caplog.records


def test_images_that_are_made_to_harm_cost_little() -> None:
    with served() as server, Client(server.url) as client:
        pid = server.process.pid
        client.image(1, type="GIF")
        before = peak(pid)
        for name, content in BOMBS.items():
            answer = client.put(IMAGE, data=content)
            assert answer.status_code == 400, (name, answer.text)
        # What is sent, and a little more.
        assert peak(pid) - before < 20 * MIB + 4 * max(map(len, BOMBS.values()))
        [worker] = children(pid)
        assert peak(worker) < Limits().image_memory_bytes


@pytest.mark.slow
def test_the_largest_image_is_converted_within_the_memory() -> None:
    limits = Limits()
    largest = recognise(image("PNG", "RGBA", (5000, 4000)))
    for format_name in ("JPEG", "PNG"):
        image_worker.convert(largest, format_name, (4096, 4096), Limits(image_seconds=SECONDS))
    assert limits.image_pixels == 5000 * 4000


def test_a_process_that_ended_is_replaced() -> None:
    limits = Limits(image_side_pixels=500)
    good = recognise(picture("image.png"))
    image_worker.check(good, limits)
    process = image_worker._worker(limits)._process
    assert process
    process.kill()
    process.wait(SECONDS)
    image_worker.check(recognise(png(2, 2, rows=True)), limits)
    assert image_worker._worker(limits)._process is not process


def test_a_picture_is_decoded_once() -> None:
    limits = Limits(image_side_pixels=501)
    good, damaged = recognise(png(3, 3, rows=True)), recognise(png(3, 3))
    for _ in range(2):
        assert not image_worker.is_checked(damaged.data, limits)
        with pytest.raises(ImageError):
            image_worker.check(damaged, limits)
    image_worker.check(good, limits)
    assert image_worker.is_checked(good.data, limits)
    # Within other limits, it may be too large.
    assert not image_worker.is_checked(good.data, Limits(image_side_pixels=2))
    # What is known needs no turn of the process.
    with image_worker._worker(limits)._turn:
        image_worker.check(good, limits)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_the_process_ends_with_the_server(number: int) -> None:
    with served() as server, Client(server.url) as client:
        client.image(1, type="GIF")
        [worker] = children(server.process.pid)
        server.end(number)
        # One that is killed tells nobody, and its end is seen by that of the pipe.
        deadline = time.monotonic() + SECONDS
        while is_running(worker):
            assert time.monotonic() < deadline


def test_an_image_may_not_become_larger_than_an_image_may_be() -> None:
    narrow = recognise(png(1, 5000, rows=True))
    with pytest.raises(ImageError, match="would have a side of more than"):
        image_worker.convert(narrow, "PNG", (4096, None), Limits())


def is_running(pid: int) -> bool:
    """Whether there is such a process; one may end while it is looked at."""
    try:
        return Path(f"/proc/{pid}/cmdline").exists()
    except ProcessLookupError:
        return False


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(one) for thread in threads for one in thread.read_text().split()]


def peak(pid: int) -> int:
    """The most memory in bytes that a process has had at a time."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found
    return int(found[1]) * 1024
