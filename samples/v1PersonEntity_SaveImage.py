"""PUT Person/{id}/Image

Gives a person a new image, in place of the one they had.
"""

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

person_id = 4
image = Path(__file__).parent / "assets" / "image.png"
if not image.exists():
    raise SystemExit(
        f"{image} is missing; the page has it to download."
    )

response = requests.put(
    f"{BASE_URL}/api/v1/Person/{person_id}/Image",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
        "Content-Type": "image/png",
    },
    data=image.read_bytes(),
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print("Blob id:", response.json())
