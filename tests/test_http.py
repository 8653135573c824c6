"""Media types, statuses, credentials and forms."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callsheet.http.forms import (
    FormError,
    Part,
    TooManyPartsError,
    read_pairs,
    read_parts,
    write_parts,
)
from callsheet.http.headers import basic, read_basic
from callsheet.http.media_types import (
    essence,
    is_form,
    is_json,
    is_listed,
    is_structured,
    is_xml,
    negotiate,
    parameters,
    split_list,
)
from callsheet.http.statuses import has_content, names_of, phrase

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\\"), max_size=20)


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/json; charset=utf-8", "application/json"),
        (" Text/HTML ", "text/html"),
        ("", ""),
    ],
)
def test_a_media_type_has_an_essence(media_type: str, expected: str) -> None:
    assert essence(media_type) == expected


def test_families_do_not_depend_on_parameters_and_case() -> None:
    assert is_json("Application/Vnd.Api+JSON; v=1")
    assert is_xml("text/xml;charset=x")
    assert is_form("multipart/form-data; boundary=x")
    assert not is_structured("text/plain")


def test_parameters_may_be_quoted() -> None:
    found = parameters('multipart/form-data; Boundary="a;\\"b"; charset=utf-8')
    assert found == {"boundary": 'a;"b', "charset": "utf-8"}


def test_a_list_is_not_split_within_quotes() -> None:
    assert split_list('a;x="1,2", b') == ['a;x="1,2"', " b"]


@pytest.mark.parametrize(
    ("content_type", "listed", "expected"),
    [
        ("application/json", ["application/json; charset=utf-8"], True),
        ("image/png", ["image/*"], True),
        ("text/plain", ["image/*", "application/json"], False),
    ],
)
def test_a_media_type_is_listed(content_type: str, listed: list[str], expected: bool) -> None:
    assert is_listed(content_type, listed) is expected


def test_what_is_offered_may_have_parameters() -> None:
    offers = ["application/json; charset=utf-8", "text/xml"]
    assert negotiate("application/json", offers) == offers[0]
    assert negotiate("text/xml, application/json;q=0.5", offers) == offers[1]
    assert negotiate("image/png", offers) is None


def test_statuses_have_names() -> None:
    assert names_of(404) == ("404", "4XX", "default")
    assert [status for status in (100, 200, 204, 205, 304, 404) if has_content(status)] == [
        200,
        404,
    ]
    assert (phrase(404), phrase(799)) == ("Not Found", "")


@given(user=NAMES.filter(lambda text: ":" not in text), password=NAMES)
def test_credentials_come_back(user: str, password: str) -> None:
    assert read_basic(basic(user, password)) == (user, password)


@pytest.mark.parametrize("field", ["Bearer x", "Basic", "Basic !!", "Basic eA==", ""])
def test_other_credentials_are_none(field: str) -> None:
    assert read_basic(field) is None


@given(pairs=st.lists(st.tuples(NAMES.filter(bool), NAMES), max_size=5))
def test_a_form_comes_back(pairs: list[tuple[str, str]]) -> None:
    assert read_pairs(urlencode(pairs).encode()) == pairs


PARTS = st.builds(
    Part,
    NAMES,
    st.binary(max_size=50),
    st.none() | NAMES.filter(lambda name: name[1:3] != ":\\"),
    st.sampled_from(["", "text/plain", "application/json; charset=utf-8"]),
)


@given(parts=st.lists(PARTS, min_size=1, max_size=5))
def test_a_multipart_form_comes_back(parts: list[Part]) -> None:
    body = write_parts(parts, "a-boundary-that-nothing-has")
    content_type = 'multipart/form-data; boundary="a-boundary-that-nothing-has"'
    assert read_parts(body, content_type) == parts


def test_a_form_has_so_many_parts() -> None:
    body = write_parts([Part("a", b"1")] * 4, "x")
    assert len(read_parts(body, "multipart/form-data; boundary=x", max_parts=4)) == 4
    with pytest.raises(TooManyPartsError, match="more than 3 parts"):
        read_parts(body, "multipart/form-data; boundary=x", max_parts=3)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"--x\r\n", "multipart/form-data"),
        (b"nothing", "multipart/form-data; boundary=x"),
        (b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', "a/b; boundary=x"),
        (b"--x\r\nNo colon\r\n\r\n1\r\n--x--", "multipart/form-data; boundary=x"),
    ],
)
def test_what_is_no_form_is_refused(body: bytes, content_type: str) -> None:
    with pytest.raises(FormError):
        read_parts(body, content_type)
