"""Code between shortcodes of Hugo, or tags of Jekyll."""

from collections.abc import Sequence

from callsheet import lazy_re as re

HIGHLIGHT = re.compile(
    r"[ \t]*+(?:(?:\{\{[<%]|\{%-?)\s*+highlight|\{\{<\s*+code(?:-?block)?+)"
    r"\s++[\"']?(?P<info>[\w+#.-]*+)[^{}>%]*+(?:[>%]\}\}|%\})[ \t]*+$"
)
END_OF_HIGHLIGHT = re.compile(
    r"[ \t]*+(?:\{\{[<%]\s*+/\s*+(?:highlight|code(?:-?block)?+)\s*+[>%]\}\}"
    r"|\{%-?\s*+endhighlight\s*+-?%\})[ \t]*+$"
)
HIGHLIGHT_FENCE = "~~~~~~"


def last_highlight(lines: Sequence[str]) -> int:
    """Return the index of the last line that ends such code; 0 without one."""
    text = "\n".join(lines)
    if "highlight" not in text and "{{< /code" not in text:
        return 0
    ends = (n for n in reversed(range(len(lines))) if END_OF_HIGHLIGHT.match(lines[n]))
    return next(ends, 0)
