"""Generated pages whose content comes from a marker."""


def marker_page(title: str, marker: str, *, has_heading: bool = True) -> str:
    """Write a page that a marker fills.

    Args:
        title: Its title.
        marker: The marker, such as `operations`.
        has_heading: Whether the title is its heading, too.
    """
    quoted = title.replace("\\", "").replace('"', "")
    heading = f"# {quoted}\n\n" if has_heading else ""
    # The search has entries that are made of the operations and types themselves.
    front = f'---\ntitle: "{quoted}"\nsearch:\n  exclude: true\n---\n\n'
    return f"{front}{heading}<!-- callsheet: {marker} -->\n"
