"""GET Person/{id}/ImageInfo

Tells you about the image of a person: size, format,
caption and dates.
"""

import json
import os

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
    f"{BASE_URL}/api/v1/Person/{person_id}/ImageInfo",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
    },
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print(
    json.dumps(
        response.json(), indent=2, ensure_ascii=False
    )
)
