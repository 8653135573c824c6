"""POST Agents/BLOB/SaveImageStream

Stores an image that belongs to nobody yet, and returns
its blob id.
"""

import base64
import os
from pathlib import Path

import requests

BASE_URL = os.environ.get(
    "CALLSHEET_BASE_URL", "http://127.0.0.1:8765"
)
USER = os.environ.get("CALLSHEET_BASIC_USER", "reader")
PASSWORD = os.environ.get(
    "CALLSHEET_BASIC_PASSWORD", "callsheet"
)

image = Path(__file__).parent / "assets" / "image.png"
if not image.exists():
    raise SystemExit(
        f"{image} is missing; the page has it to download."
    )
encoded_image = base64.b64encode(
    image.read_bytes()
).decode()
body = {
    "Type": "PersonImage",
    "Image": encoded_image,
    "Description": "Portrait, not linked yet",
}

response = requests.post(
    f"{BASE_URL}/api/v1/Agents/BLOB/SaveImageStream",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
    },
    json=body,
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print("Blob id:", response.json())
