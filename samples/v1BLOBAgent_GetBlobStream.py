"""POST Agents/BLOB/GetBlobStream

Fetches the bytes of any blob, linked or not.
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

response = requests.post(
    f"{BASE_URL}/api/v1/Agents/BLOB/GetBlobStream",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
    },
    json={"BlobEntityId": 3},
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

file = Path("blob.gif")
file.write_bytes(base64.b64decode(response.json()))
print(f"{file}: {file.stat().st_size} bytes")
