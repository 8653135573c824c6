"""POST Agents/BLOB/GetBlobEntity

Tells you about a blob: size, format, caption and dates.
"""

import json
import os

import requests

BASE_URL = os.environ.get("CALLSHEET_BASE_URL", "http://127.0.0.1:8765")

response = requests.post(
    f"{BASE_URL}/api/v1/Agents/BLOB/GetBlobEntity",
    params={"blobEntityId": 1},
    headers={"Accept": "application/json", "Accept-Language": "en"},
    auth=("reader", "callsheet"),
    timeout=10,
)
response.raise_for_status()

print(json.dumps(response.json(), indent=2, ensure_ascii=False))
