"""All samples in one archive, ready to run."""

import io
import zipfile
from collections.abc import Sequence

from callsheet.samples.files import sample_files
from callsheet.samples.sample import Sample

REQUIREMENTS = "requests>=2.32\n"
FOLDER = "samples"
"""The folder in the archive."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file, so that the archive is reproducible: the earliest that ZIP knows."""


def bundle(samples: Sequence[Sample], title: str) -> bytes:
    """Return a ZIP archive of programs, the files that they send, a README and requirements.

    Args:
        samples: The programs.
        title: The title of the reference.

    Returns:
        The archive; the same bytes for the same programs.
    """
    files = sample_files(samples)
    files["README.md"] = _readme(samples, title).encode()
    files["requirements.txt"] = REQUIREMENTS.encode()
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{path}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if path.endswith(".sh") else 0o644) << 16
            archive.writestr(entry, content)
    return stream.getvalue()


def _readme(samples: Sequence[Sample], title: str) -> str:
    example = next((s.filename for s in samples if s.filename.endswith(".py")), "")
    addresses = ", ".join(f"`{name}`" for name in sorted({s.base_url for s in samples}))
    secrets = sorted({name for s in samples for name, _ in s.credentials})
    needs = (
        f"\nCredentials come from {', '.join(f'`{name}`' for name in secrets)}." if secrets else ""
    )
    return f"""# Samples: {title}

{len(samples)} programs, each of which sends one request and shows what comes back. Those in Python
need `requests`:

    python -m pip install -r requirements.txt
    python {example}

Each has the address of its server; the environment variable {addresses} names another one.{needs}
The files that some of them send are in `assets/`; what comes back as a file is written to the
folder in which they are run.
"""
