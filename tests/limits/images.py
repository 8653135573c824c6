"""What an image may cost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from callsheet.contrib.superoffice import image_worker
from callsheet.contrib.superoffice.pictures import recognise
from callsheet.server.limits import MIB, Limits
from tests.hostile_images import image, png
from tests.limits import Row, tries
from tests.limits.server import IMAGE, serving
from tests.limits.yaml import number, patched
from tests.processes import Client


@contextmanager
def client(**limits: float) -> Iterator[Client]:
    """A client of a server with these limits."""
    with serving(Limits(**limits)) as url, Client(url) as session:  # type: ignore[arg-type]
        yield session


def refusal(session: Client, data: bytes) -> tuple[str, str]:
    """How an image is refused: the status, and why."""
    answer = session.put(IMAGE, data=data)
    return str(answer.status_code), answer.json()["detail"] if answer.status_code != 200 else ""


@tries("width and height of an image, as it is sent and as it is asked for")
def sides(row: Row, folder: Path) -> None:
    with client(image_side_pixels=50) as session:
        assert session.put(IMAGE, data=png(50, 3, rows=True)).status_code == 200
        for width, height in ((51, 3), (3, 51)):
            status, detail = refusal(session, png(width, height, rows=True))
            assert status in row.answer
            assert "a side of more than 50 pixels" in detail
        assert session.get(IMAGE, params={"h": 3}).status_code == 200
        assert str(session.get(IMAGE, params={"h": 4}).status_code) in row.answer


@tries("width times height of an image")
def pixels(row: Row, folder: Path) -> None:
    with client(image_pixels=100) as session:
        status, detail = refusal(session, png(1, 101, rows=True))
        assert status in row.answer
        assert "more than 100 pixels" in detail
        assert session.put(IMAGE, data=png(10, 10, rows=True)).status_code == 200
        assert session.get(IMAGE, params={"w": 10}).status_code == 200
        assert str(session.get(IMAGE, params={"w": 11}).status_code) in row.answer


@tries("processor time for decoding and converting an image")
def seconds(row: Row, folder: Path) -> None:
    with client(image_seconds=0.15) as session:
        slow = image("JPEG", "CMYK", (4400, 4400), progressive=True)
        status, detail = refusal(session, slow)
        assert status in row.answer
        assert "more than 0.15 seconds" in detail
        # Another process takes its place.
        assert session.put(IMAGE, data=image("PNG")).status_code == 200


@tries("memory of the process that decodes images")
def memory(row: Row, folder: Path) -> None:
    with client(image_memory_bytes=96 * MIB) as session:
        status, detail = refusal(session, image("PNG", size=(4400, 4400)))
        assert status in row.answer
        assert "more than 96 MiB of memory" in detail
        assert session.put(IMAGE, data=image("PNG", size=(1000, 1000))).status_code == 200


@tries("frames of an animation that are decoded")
def frames(row: Row, folder: Path) -> None:
    content = io.BytesIO()
    first, *others = (Image.new("RGB", (9, 9), name) for name in ("red", "green", "blue"))
    first.save(content, "GIF", save_all=True, append_images=others)
    # Of the last frame, half is missing.
    data = content.getvalue()[:-8]
    with client() as session:
        assert session.put(IMAGE, data=data).status_code == 200
        assert session.get(IMAGE).content == data
        converted = session.get(f"{IMAGE}?type=GIF&w=5")
        assert getattr(Image.open(io.BytesIO(converted.content)), "n_frames", 1) == int(row.limit)


@tries("images that are remembered as usable, by their digests")
def remembered(row: Row, folder: Path) -> None:
    assert number(row) == image_worker.MAX_CHECKED
    limits = Limits(image_seconds=7)
    pictures = [recognise(png(width, 1, rows=True)) for width in (1, 2, 3)]
    with patched(image_worker, "MAX_CHECKED", 2):
        for each in pictures:
            image_worker.check(each, limits)
    assert [image_worker.is_checked(p.data, limits) for p in pictures] == [False, False, True]


@tries("images that are decoded at a time")
def at_a_time(row: Row, folder: Path) -> None:
    limits = Limits(image_seconds=0.1)
    with serving(limits) as url, Client(url) as session, ThreadPoolExecutor(8) as threads:
        with image_worker._worker(limits)._turn:
            assert refusal(session, image("PNG"))[0] in row.answer
            others = [threads.submit(Client(url).get, f"{IMAGE}?w=5") for _ in range(8)]
            assert all(str(other.result(60).status_code) in row.answer for other in others)
        assert session.get(f"{IMAGE}?w=5").status_code == 200
