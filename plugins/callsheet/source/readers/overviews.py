"""Reads overviews: the page `index.md` of the whole API, or of a folder."""

import json
from collections.abc import Mapping
from typing import Any

from callsheet.model import Page
from callsheet.schema.annotations import ANNOTATIONS
from callsheet.source.document import BlockKind, Document

_CONTACT = ("name", "url", "email")
_LICENSE = ("name", "identifier", "url")
INFO_KEYS = ("summary", "termsOfService", "contact", "license")
"""The keys of the overview of an API that are fields of OpenAPI's Info Object, version aside."""

OTHER_TAGS = "otherTags"
"""The key of the overview of an API with the Tag Objects of tags that have no folder."""

TAG_KEYS = ("summary", "parent", "kind")
"""The keys of the overview of a folder that are fields of a Tag Object of OpenAPI 3.2."""


_TAG = ("name", "description", *TAG_KEYS)


def overview_of(document: Document) -> tuple[str, str, str]:
    """Return the text of an overview below its title, the API's version, and further keys as JSON.

    The text is without comments.
    """
    titles = [b for b in document.blocks if b.kind is BlockKind.HEADING and b.level == 1]
    first = titles[0].span.end if titles else document.body_line - 1
    text = "\n".join(document.lines[first:])
    version = document.front_matter.get("version", "")
    is_plain = isinstance(version, str | int | float) and not isinstance(version, bool)
    keys = _keys(document.front_matter)
    about = _without_comments(text).strip()
    return about, str(version) if is_plain else "", json.dumps(keys) if keys else ""


def overview_keys(page: Page, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the keys of an overview that have these names."""
    found: dict[str, Any] = json.loads(page.keys) if page.keys else {}
    return {name: found[name] for name in names if name in found}


def annotations_json(front_matter: Mapping[str, Any]) -> str:
    """Return the annotations of front matter as JSON; empty where it has none."""
    found = front_matter.get(ANNOTATIONS)
    # YAML has dates, and JSON has none.
    return json.dumps(found, default=str) if found and isinstance(found, dict) else ""


def _keys(front_matter: Mapping[str, Any]) -> dict[str, Any]:
    """Return the valid keys of an overview that say more about the API, or about a tag."""
    found: dict[str, Any] = {}
    for name in dict.fromkeys((*INFO_KEYS, *TAG_KEYS)):
        value = front_matter.get(name)
        fields = {"contact": _CONTACT, "license": _LICENSE}.get(name)
        if fields and isinstance(value, dict):
            value = {key: value[key] for key in fields if isinstance(value.get(key), str)}
        elif fields or not isinstance(value, str):
            continue
        if value and (name != "license" or "name" in value):
            found[name] = value
    if annotations := annotations_json(front_matter):
        found[ANNOTATIONS] = json.loads(annotations)
    tags = front_matter.get(OTHER_TAGS)
    listed = [_tag(tag) for tag in tags if isinstance(tag, dict)] if isinstance(tags, list) else []
    if named := [tag for tag in listed if "name" in tag]:
        found[OTHER_TAGS] = named
    return found


def _tag(tag: Mapping[str, Any]) -> dict[str, Any]:
    """Return the valid fields of a Tag Object."""
    texts = {key: tag[key] for key in _TAG if isinstance(tag.get(key), str)}
    link = tag.get("externalDocs")
    if not isinstance(link, dict) or not isinstance(link.get("url"), str):
        return texts
    fields = {key: link[key] for key in ("url", "description") if isinstance(link.get(key), str)}
    return {**texts, "externalDocs": fields}


def _without_comments(text: str) -> str:
    # Not by an expression, which would search the rest of the text for each comment without an end.
    first, *parts = text.split("<!--")
    kept = [first]
    for part in parts:
        _, end, rest = part.partition("-->")
        kept.append(rest if end else f"<!--{part}")
    return "".join(kept)
