"""What pages in any layout say of credentials and servers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from callsheet.cli import main
from callsheet.model import Operation
from callsheet.source import read_page

PAGE = """# Berths

## Show a berth

`GET /berths/{{id}}`

{about}
"""


def read(about: str) -> Operation:
    (operation,) = read_page(PAGE.format(about=about).encode(), "berths.md").operations
    return operation


def scheme_of(operation: Operation) -> tuple[str, str]:
    ((use,),) = operation.security or ()
    assert use.scheme
    return use.scheme.type, use.scheme.scheme or use.scheme.parameter


@pytest.mark.parametrize(
    ("field", "scheme"),
    [
        ("Bearer abc", ("http", "bearer")),
        ("basic dTpw", ("http", "basic")),
        ("GenieKey abc", ("http", "geniekey")),
        ("Token token=abc", ("http", "token")),
        ("sso-key a:b", ("http", "sso-key")),
        ("0123456789", ("apiKey", "Authorization")),
        ("<your token>", ("apiKey", "Authorization")),
        ("$TOKEN", ("apiKey", "Authorization")),
    ],
)
def test_the_scheme_is_the_one_of_the_field(field: str, scheme: tuple[str, str]) -> None:
    shown = f"```bash\ncurl -H 'Authorization: {field}' https://example.com/berths/1\n```"
    assert scheme_of(read(shown)) == scheme
    if field[0].isalpha():
        row = f"### Headers\n\n- `Authorization` (string) - `{field}`"
        assert scheme_of(read(row)) == scheme


def test_a_row_without_a_scheme_means_what_examples_show() -> None:
    row = "### Headers\n\n- `Authorization` (string) - The key.\n\n"
    assert scheme_of(read(row)) == ("http", "bearer")
    shown = "```bash\ncurl -H 'Authorization: Key abc' https://example.com/berths/1\n```"
    assert scheme_of(read(row + shown)) == ("http", "key")


@pytest.mark.parametrize(
    ("address", "servers"),
    [
        ("https://example.com/berths/1", ["https://example.com"]),
        ("https://example.com/v1/berths/1", ["https://example.com/v1"]),
        ("https://anna:secret@example.com/berths/1", ["https://example.com"]),
        ("https://anna:secret@<host>/berths/1", []),
        ("$HOST/berths/1", []),
    ],
)
def test_servers_are_the_hosts_of_examples(address: str, servers: list[str]) -> None:
    operation = read(f"```bash\ncurl '{address}'\n```")
    assert [server.url for server in operation.servers] == servers


def test_the_host_of_a_route_is_a_server() -> None:
    page = b"# Berths\n\n`GET https://example.com/berths`\n\n- `page` (integer) - Which one.\n"
    (operation,) = read_page(page, "berths.md").operations
    assert [server.url for server in operation.servers] == ["https://example.com"]


def test_programs_run_with_an_empty_password_and_a_key_without_a_scheme(tmp_path: Path) -> None:
    for number, option in enumerate(("-u key:", "-H 'Authorization: key'")):
        shown = f"```bash\ncurl {option} https://example.com/berths/1\n```"
        (tmp_path / f"{number}.md").write_text(
            PAGE.format(about=shown).replace("/berths/", f"/berths{number}/", 1)
        )
    result = CliRunner().invoke(main, ["test", "--docs", str(tmp_path)])
    assert "2 passed" in result.output, result.output
