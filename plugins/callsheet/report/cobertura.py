"""Coverage as Cobertura's XML, which the usual services show beside the lines of the pages.

It keeps to `coverage-04.dtd`: a package for each folder, a class for each page, and the lines on
which something is documented, with hits where all of it is covered.
"""

from collections import defaultdict
from xml.etree import ElementTree as ET

from callsheet.coverage import Coverage
from callsheet.printable import printable_xml, visible

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">\n'
)


def write_cobertura(coverage: Coverage, prefix: str = "", timestamp: int = 0) -> str:
    """Return an XML document with the coverage of the lines of pages.

    Args:
        coverage: The coverage.
        prefix: The path from the repository to the pages, such as `docs/`.
        timestamp: When it was measured, in milliseconds since 1970.
    """
    pages: dict[str, dict[int, bool]] = defaultdict(dict)
    for operation in coverage.operations:
        lines = pages[operation.path]
        lines |= {line: lines.get(line, True) for line in operation.covered}
        lines |= dict.fromkeys(operation.uncovered, False)
    folders: dict[str, dict[str, dict[int, bool]]] = defaultdict(dict)
    for path, lines in sorted(pages.items()):
        folders[path.rpartition("/")[0]][path] = lines
    every = [hit for lines in pages.values() for hit in lines.values()]
    root = ET.Element("coverage", _rates(every))
    root.attrib |= {
        "lines-covered": str(sum(every)),
        "lines-valid": str(len(every)),
        "branches-covered": "0",
        "branches-valid": "0",
        "version": "1",
        "timestamp": str(timestamp),
    }
    ET.SubElement(ET.SubElement(root, "sources"), "source").text = "."
    packages = ET.SubElement(root, "packages")
    for folder, own in folders.items():
        hits = [hit for lines in own.values() for hit in lines.values()]
        name = {"name": visible(folder) or "."}
        classes = ET.SubElement(ET.SubElement(packages, "package", name | _rates(hits)), "classes")
        for path, lines in own.items():
            _write_page(classes, f"{prefix}{path}", lines)
    ET.indent(root)
    return printable_xml(f"{_HEAD}{ET.tostring(root, encoding='unicode')}\n")


def _write_page(classes: ET.Element, path: str, lines: dict[int, bool]) -> None:
    names = {"name": visible(path.rpartition("/")[2]), "filename": visible(path)}
    page = ET.SubElement(classes, "class", names | _rates([*lines.values()]))
    ET.SubElement(page, "methods")
    written = ET.SubElement(page, "lines")
    for number, hit in sorted(lines.items()):
        ET.SubElement(written, "line", {"number": str(number), "hits": str(int(hit))})


def _rates(hits: list[bool]) -> dict[str, str]:
    rate = sum(hits) / len(hits) if hits else 1
    return {"line-rate": f"{rate:.4f}", "branch-rate": "1", "complexity": "0"}
