"""GET Person/{id}/Image

Fetches the image of a person, at the size and in the
format that you ask for.
"""

import mimetypes
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

person_id = 1

response = requests.get(
    f"{BASE_URL}/api/v1/Person/{person_id}/Image",
    headers={
        "Accept": "image/png",
        "Accept-Language": "en",
    },
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

kind = response.headers["Content-Type"].partition(";")[0]
extension = mimetypes.guess_extension(kind) or ".bin"
file = Path("person_image" + extension)
file.write_bytes(response.content)
print(f"{file}: {len(response.content)} bytes, {kind}")
