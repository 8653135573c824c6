"""PUT Person/{id}/Image

Gives a person a new image, in place of the one they had.

Status 400: The body is missing, empty, cut short or not
an image in a known format, or there is no such person.
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

person_id = 4

# The image is missing.
response = requests.put(
    f"{BASE_URL}/api/v1/Person/{person_id}/Image",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
    },
    auth=(USER, PASSWORD),
    timeout=10,
)

try:
    response.raise_for_status()
except requests.HTTPError as error:
    if error.response.status_code != 400:
        raise
    # Send it.
    refusal = error.response
    if "json" in refusal.headers.get("Content-Type", ""):
        problem = refusal.json()
        print(
            problem.get("title"),
            problem.get("detail"),
            sep=": ",
        )
    else:
        print(refusal.status_code, refusal.reason)
else:
    raise SystemExit(
        f"400 was expected, and {response.status_code} came."
    )
