"""PUT Person/{id}/ImageInfo

Changes the caption, the extra text or the purpose of a
person's image.
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
image_info = {
    "BlobId": 1,
    "BlobSize": 1656,
    "Description": "Portrait for the staff page",
    "ExtraInfo": "studio",
    "IsEncrypted": False,
    "IsZipped": False,
    "MimeType": "image/png",
    "OriginalSize": 1656,
    "CreatedDate": "2026-11-21T09:30:00Z",
    "UpdatedDate": "2026-11-21T09:30:00Z",
    "CreatedBy": None,
    "UpdatedBy": None,
    "ConceptualType": "PersonImage",
}

response = requests.put(
    f"{BASE_URL}/api/v1/Person/{person_id}/ImageInfo",
    headers={
        "Accept": "application/json",
        "Accept-Language": "en",
    },
    json=image_info,
    auth=(USER, PASSWORD),
    timeout=10,
)
response.raise_for_status()

print(
    json.dumps(
        response.json(), indent=2, ensure_ascii=False
    )
)
