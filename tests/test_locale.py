"""In which language and time zone an answer is written."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.contrib.superoffice.languages import in_language
from callsheet.server.engine.locale import in_zone, read_ranges, read_zone
from tests.parcels import PAGES, PARCEL, Reader, catalog_of, page, problem, serving

PLAIN = page("plain", "GET /api/Plain", type_="date-time", example="2026-07-01T12:00:00Z")
UNDOCUMENTED = page(
    "undocumented", "GET /api/Undocumented", type_="date-time", example="2026-07-01T12:00:00Z"
).replace("| SO-TimeZone | A time zone. |", "")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    pages = {**PAGES, "plain": PLAIN, "undocumented": UNDOCUMENTED}
    with serving(catalog_of(pages)) as served:
        yield Reader(*served)


def test_date_times_are_converted_and_nothing_else(reader: Reader) -> None:
    parcel = reader.json("GET", "/api/Parcel/7", SO_TimeZone="Europe/Oslo")
    expected = {
        **PARCEL,
        "Sent": "2026-07-01T12:00:00.1234567+02:00",
        "Updated": "2026-07-01T14:00:00+02:00",
        # Also within other things, by what the example shows to be a date-time.
        "Sender": {"Name": "Ada", "Since": "2020-01-01T01:00:00+01:00"},
        "Stamps": [{"Paid": "2026-01-01T01:00:00+01:00", "Value": 3}],
    }
    assert parcel == expected
    # A text that looks like a date-time is a text.
    assert parcel["Note"] == PARCEL["Note"]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("UTC", "2026-07-01T12:00:00Z"),
        ("z", "2026-07-01T12:00:00Z"),
        ("+02:00", "2026-07-01T14:00:00+02:00"),
        ("-03:30", "2026-07-01T08:30:00-03:30"),
        ("+00:00", "2026-07-01T12:00:00Z"),
        ("Asia/Kolkata", "2026-07-01T17:30:00+05:30"),
        ("America/New_York", "2026-07-01T08:00:00-04:00"),
        ("America/Argentina/Buenos_Aires", "2026-07-01T09:00:00-03:00"),
        ("", "2026-07-01T12:00:00Z"),
    ],
)
def test_zones(reader: Reader, zone: str, expected: str) -> None:
    assert reader.json("GET", "/api/Plain", SO_TimeZone=zone) == expected


@pytest.mark.parametrize(
    "zone",
    ["Mars/Olympus", "NO", "W. Europe Standard Time", "+2", "+25:00", "America", "/etc/passwd",
     "../../etc/passwd", "zone.tab", "Europe/Oslo/", "a" * 5000, "Europe\\Oslo", "\u00d8/\u00d8"],
)  # fmt: skip
def test_an_unknown_zone_is_refused_and_changes_nothing(reader: Reader, zone: str) -> None:
    document = problem(reader.ask("DELETE", "/api/Parcel/1", SO_TimeZone=zone), 422)
    assert "Europe/Oslo" in document["detail"]
    [error] = document["errors"]
    assert (error["in"], error["name"]) == ("header", "SO-TimeZone")
    assert error["documented"].startswith("delete.md:")
    assert reader.ask("GET", "/api/Parcel/1").status == 200


def test_a_field_that_the_page_does_not_document_is_ignored(reader: Reader) -> None:
    for zone in ("Europe/Oslo", "Mars/Olympus"):
        value = reader.json("GET", "/api/Undocumented", SO_TimeZone=zone)
        assert value == "2026-07-01T12:00:00Z"


def test_lists_and_made_up_values_and_xml_are_converted(reader: Reader) -> None:
    for target in ("/api/Parcel?$filter=ParcelId+eq+7&$select=Updated", "/api/Parcel?$skip=3"):
        [row] = reader.json("GET", target, SO_TimeZone="+02:00")["value"]
        assert row["Updated"] == "2026-07-01T14:00:00+02:00"
    made = reader.json("GET", "/api/Parcel/7", SO_TimeZone="+02:00", Prefer="dynamic=true")
    assert made["Updated"].endswith("+02:00")
    fields = {"SO_TimeZone": "+02:00", "Accept": "application/xml"}
    root = fromstring(reader.ask("GET", "/api/Parcel/7", **fields).body)  # noqa: S314 - our own
    assert root.findtext("Updated") == "2026-07-01T14:00:00+02:00"


def test_no_date_at_all_stays() -> None:
    never = page("never", "GET /api/Never", type_="date-time", example="0001-01-01T00:00:00Z")
    with serving(catalog_of({"never": never})) as served:
        value = Reader(*served).json("GET", "/api/Never", SO_TimeZone="America/New_York")
    assert value == "0001-01-01T00:00:00Z"


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-01-01T00:00:00", "Europe/Oslo", "2026-01-01T01:00:00+01:00"),
        ("2026-01-01 00:00:00.5z", "+01:00", "2026-01-01T01:00:00.5+01:00"),
        ("9999-12-31T23:59:59Z", "+02:00", "9999-12-31T23:59:59Z"),
        ("0002-01-01T00:00:00Z", "-12:00", "0001-12-31T12:00:00-12:00"),
        # Before there were time zones, Amsterdam was 19 minutes and 32 seconds ahead.
        ("1800-01-01T00:00:00Z", "Europe/Amsterdam", None),
        ("2026-02-30T00:00:00Z", "+02:00", "2026-02-30T00:00:00Z"),
        ("2026-01-01", "+02:00", "2026-01-01"),
        ("tomorrow", "+02:00", "tomorrow"),
    ],
)
def test_moments(text: str, zone: str, expected: str | None) -> None:
    found = read_zone(zone)
    assert found is not None
    converted = in_zone(text, found)
    if expected is None:
        assert datetime.fromisoformat(converted) == datetime.fromisoformat(text)
        assert len(converted) == len("1800-01-01T00:00:00+00:18")
    else:
        assert converted == expected


@given(
    st.datetimes(min_value=datetime(2, 1, 2), max_value=datetime(9998, 12, 30)),
    st.integers(-1439, 1439),
    st.integers(-1439, 1439),
)
def test_a_converted_moment_is_the_same(moment: datetime, before: int, after: int) -> None:
    given_ = moment.replace(tzinfo=timezone(timedelta(minutes=before)))
    converted = in_zone(given_.isoformat(), timezone(timedelta(minutes=after)))
    assert datetime.fromisoformat(converted) == given_
    assert datetime.fromisoformat(converted).utcoffset() == timedelta(minutes=after)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, PARCEL["Label"]),
        ({"Accept_Language": "en"}, "Books"),
        ({"Accept_Language": "nb-NO, en;q=0.5"}, "B\u00f8ker"),
        ({"Accept_Language": "en;q=0.2, no;q=0.9"}, "B\u00f8ker"),
        ({"Accept_Language": "sv, EN-gb"}, "Books"),
        ({"Accept_Language": "en-NO"}, "B\u00f8ker"),
        ({"Accept_Language": "*"}, "B\u00f8ker"),
        # No language fits: the first is better than both at once.
        ({"Accept_Language": "fr,de"}, "B\u00f8ker"),
        ({"Accept_Language": "en;q=0"}, PARCEL["Label"]),
        ({"Accept_Language": "?!"}, PARCEL["Label"]),
        ({"Accept_Language": "no", "SO_Language": "en"}, "Books"),
        ({"Accept_Language": "no", "SO_Language": "US"}, "Books"),
        ({"Accept_Language": "no", "SO_Language": ""}, "B\u00f8ker"),
        ({"SO_Culture": "no"}, PARCEL["Label"]),
        ({"SO_Culture": "no", "SO_Language": "en"}, "Books"),
    ],
)
def test_languages(reader: Reader, fields: dict[str, str], expected: str) -> None:
    parcel = reader.json("GET", "/api/Parcel/7", **fields)
    assert parcel == {**PARCEL, "Label": expected}


def test_a_culture_changes_no_number_and_no_date(reader: Reader) -> None:
    fields = {"SO_Culture": "de", "SO_Language": "de", "SO_TimeZone": "UTC"}
    parcel = reader.json("GET", "/api/Parcel/7", **fields)
    assert (parcel["Weight"], parcel["Updated"]) == (1.5, "2026-07-01T12:00:00Z")


def test_what_is_stored_keeps_its_languages(reader: Reader) -> None:
    text = 'US:"cup";NO:"kopp"'
    item = reader.json("POST", "/api/Shelf/top/Items", {"Name": text}, SO_Language="en")
    assert item["Name"] == "cup"
    address = f"/api/Shelf/top/Items/{item['Id']}"
    assert reader.json("GET", address)["Name"] == text
    assert reader.json("GET", address, Accept_Language="no")["Name"] == "kopp"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('US:"one"', "one"),
        ('no:"en";us:"one";', "one"),
        ('US:"one";US:"two"', "one"),
        ('US:""', ""),
        ('US:"one" or two', 'US:"one" or two'),
        ('US:"one', 'US:"one'),
        ("US:one", "US:one"),
        ("", ""),
    ],
)
def test_texts(text: str, expected: str) -> None:
    assert in_language(text, ("en",)) == expected


def test_ranges_are_ordered_by_weight() -> None:
    assert read_ranges("da, en-GB;q=0.8, en;q=0.7, *;q=0.1, x;q=1.1.1, ,;") == (
        "da",
        "en-gb",
        "en",
        "*",
    )


@pytest.mark.parametrize(
    "text", ['US:"' * 20000, 'US:"";' * 10000 + "x", " " * 60000, "a-" * 30000]
)
def test_no_text_keeps_the_server_busy(text: str) -> None:
    start = time.thread_time()
    in_language(text, ("en",))
    read_ranges(text)
    in_zone(text, UTC)
    assert time.thread_time() - start < 1
