"""Minified HTML of operation pages: no needless white space, and nothing twice."""

from itertools import chain

from callsheet import lazy_re as re

# White space stays as it is where a browser would show it, or a script might mean it.
_VERBATIM = re.compile(r"(<(?P<tag>script|style|pre|textarea)\b.*?(?:</(?P=tag)>|\Z))", re.DOTALL)
_ARTICLE = re.compile(r"<article\b[^<>]*>")
_ARTICLE_ENDS = "</article>"
_NEEDLESS = re.compile(r"</(?:t[dhr]|li|d[dt]|thead(?=>\s*<tbody)|tbody(?=>\s*</table))>")
_UNPARSED = re.compile("<(?:!|script|style|svg|math|template|textarea)")
# A value between apostrophes may have quotation marks of its own.
_TAG = re.compile(r"<[a-z]\w*\s[^<>']*>")
# Only what a theme says itself: where others have a page's own words, the shell of it has marks.
_VALUE = re.compile(
    r"(\s(?:class|id|for|type|rel|target|lang|dir|role|tabindex|autocomplete|charset|data-md-[a-z]+"
    r'|aria-expanded|aria-labelledby))="([\w.:/-]+)"(?=[\s>])',
    re.ASCII,
)
# In HTML, an `svg` element needs no name for its language.
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_OPENER = re.compile(
    r'<input[^<>]* id="__toc">'
    r'(?:<label class="md-nav__link[^<>]* for="__toc">(?:[^<]|<(?!/?label))*+</label>)?'
)
_CONTENTS = '<nav class="md-nav md-nav--secondary"'
_SIDE = '<div class="md-sidebar md-sidebar--secondary"'


def minify_block(html: str) -> str:
    """Remove from a block of the theme the white space that templates leave around line ends.

    The theme's navigation has the table of contents a second time, for narrow screens, and a
    second link to the page, which opens it: the script puts both back.

    Args:
        html: The block, without preformatted text.
    """
    html = _close_up_lines(html).replace(">\n<", "><").strip()
    start = html.rfind(_CONTENTS)
    end = html.find("</div>", start)
    if start < 0 or end < 0:
        return html
    before, within, behind = html[:start].partition(html[start:end])
    return (_OPENER.sub("", before) if within else before) + behind + html[start:]


def without_contents(html: str) -> str:
    """Remove the theme's table of contents from a minified block of navigation, if it ends it.

    The page of an operation has it in its text, and a stylesheet hides that of the theme.
    """
    before, side, _ = html.partition(_SIDE)
    return before if side and html.endswith("</div></div></div>") else html


def minify_article(html: str) -> str:
    """Remove end tags that HTML does not need (HTML standard, 13.1.2.4), and white space around.

    Plugins, which may count on these tags, have read the article before. One with something that is
    not parsed as HTML stays as it is.
    """
    html = html.strip()
    return html if _UNPARSED.search(html) else _NEEDLESS.sub("", html)


def minify_page(html: str) -> str:
    """Close up the lines of a whole page, except in its article."""
    match = _ARTICLE.search(html)
    end = html.rfind(_ARTICLE_ENDS)
    if match is None or not (inside := minify_article(html[match.end() : max(end, 0)])):
        return _close_up(html).strip()
    before, behind = html[: match.start()], html[end:]
    return f"{_close_up(before)}{match.group()}{inside}{_close_up(behind)}".strip()


def _close_up(html: str) -> str:
    # Each match is followed by its tag.
    parts = _VERBATIM.split(html)
    between = (_bare(_close_up_lines(part)) for part in parts[::3])
    return "".join(chain.from_iterable(zip(between, [*parts[1::3], ""], strict=True)))


def _bare(html: str) -> str:
    """Remove quotation marks around values that need none (HTML standard, 13.1.2.3)."""
    html = html.replace(_NAMESPACE, "")
    return _TAG.sub(lambda tag: _VALUE.sub(r"\1=\2", tag[0]), html)


def _close_up_lines(html: str) -> str:
    """Replace white space around line ends by one line end each."""
    # A regular expression would look at each character, at several times the cost.
    first, *lines = html.split("\n")
    if not lines:
        return html
    last = lines.pop()
    return "\n".join([first.rstrip(), *filter(None, map(str.strip, lines)), last.lstrip()])
