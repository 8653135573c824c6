"""DEL Person/{id}/Image

Removes the image from a person.
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

person_id = 2

response = requests.delete(
    f"{BASE_URL}/api/v1/Person/{person_id}/Image",
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print(response.status_code, response.reason)
