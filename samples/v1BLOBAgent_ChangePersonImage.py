"""POST Agents/BLOB/ChangePersonImage

Makes an image that is already stored the image of a
person.
"""

import os

import requests

BASE_URL = os.environ.get(
    "CALLSHEET_BASE_URL", "http://127.0.0.1:8765"
)
USER = os.environ.get("CALLSHEET_BASIC_USER", "reader")
PASSWORD = os.environ.get(
    "CALLSHEET_BASIC_PASSWORD", "callsheet"
)

response = requests.post(
    f"{BASE_URL}/api/v1/Agents/BLOB/ChangePersonImage",
    json={"PersonId": 3, "BlobId": 4},
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print(response.status_code, response.reason)
