"""Correct page that the rules' examples break, and its docs tree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

PATH = "Depot/v1Parcel_Change.md"
"""Where the page is in its docs tree."""

SENT = """\
Content-Type: application/json
Accept: application/json

{
  "Label": "Glasses",
  "Weight": 1200,
  "Kind": "Box",
  "Posted": "2026-03-14T09:26:53Z"
}"""
"""The end of its sample request, from the media types on."""

ANSWERED = """\
HTTP/1.1 200 OK
Content-Type: application/json; charset=utf-8
Last-Modified: Sat, 14 Mar 2026 09:26:53 GMT

{
  "ParcelId": 7,
  "Label": "Glasses",
  "Weight": 1200,
  "Kind": "Box",
  "Posted": "2026-03-14T09:26:53Z",
  "Fragile": true
}"""
"""Its sample response."""

_INDEX = """\
---
title: Parcels
---

# Parcels

- [Change a parcel](Depot/v1Parcel_Change.md)
"""


@cache
def specimen() -> str:
    """Return the text of the page."""
    text = files("callsheet.checks.rules").joinpath("specimen.md").read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def specimen_tree() -> Mapping[str, str]:
    """Return all pages of its docs tree, by path."""
    return {"index.md": _INDEX, PATH: specimen()}
