"""POST Agents/BLOB/GetProjectImage

Fetches the image of a project, as JSON or as bytes.
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
    f"{BASE_URL}/api/v1/Agents/BLOB/GetProjectImage",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
    },
    json={"ProjectId": 1},
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

file = Path("project_image.gif")
file.write_bytes(base64.b64decode(response.json()))
print(f"{file}: {file.stat().st_size} bytes")
