"""GET Person/{id}/Image

Fetches the image of a person, at the size and in the
format that you ask for.

Status 404: The person has no image and `ifBlank` offers
no stand-in, or there is no such person.
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

person_id = 2147483647

# Nothing has this `personId`.
response = requests.get(
    f"{BASE_URL}/api/v1/Person/{person_id}/Image",
    headers={
        "Accept": "image/png",
        "Accept-Language": "en",
    },
    auth=(USER, PASSWORD),
    timeout=10,
)

try:
    response.raise_for_status()
except requests.HTTPError as error:
    if error.response.status_code != 404:
        raise
    # Check the number.
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
        f"404 was expected, and {response.status_code} came."
    )
