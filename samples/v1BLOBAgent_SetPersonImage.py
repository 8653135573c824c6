"""POST Agents/BLOB/SetPersonImage

Stores an image and links it to a person, in one call.
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

response = requests.post(
    f"{BASE_URL}/api/v1/Agents/BLOB/SetPersonImage",
    json={"PersonId": 5, "Image": encoded_image},
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print(response.status_code, response.reason)
