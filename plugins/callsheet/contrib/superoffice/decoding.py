"""Decoders of pictures: Pillow in a process of its own, or the browser that this runs in."""

import sys

if sys.platform == "emscripten":
    from callsheet.contrib.superoffice.canvas import check, convert, is_checked
else:
    from callsheet.contrib.superoffice.image_worker import check, convert, is_checked

__all__ = ["check", "convert", "is_checked"]
