"""Findings in the formats that people, editors and CI read.

What is reported is a `Report`: the findings and what they came from. `write` makes text of it:

    from callsheet.report import Format, Report, RuleInfo, prefix_of, write

    report = Report(
        findings=findings,                        # in any order
        docs=configuration.docs,                  # source lines are read from here
        pages=tuple(p.path for p in catalog.pages),
        rules={rule.code: RuleInfo.of(rule) for rule in rules},
        prefix=prefix_of(configuration.docs),     # "docs/": CI wants paths from the root
        fail_on=Severity.WARNING,                 # what `exit 1` and a failed JUnit case begin at
    )
    click.echo(write(report, Format.SARIF), nl=False)
    sys.exit(1 if report.failed else 0)

`Format` is a `StrEnum`: its members are the values of `--format`. `write(report, Format.TEXT,
colour=True)` colours text for a terminal. `schema()` is the JSON Schema of `Format.JSON`.

For reports of anything else, such as runs of samples: `junit.document(name, suites)` takes plain
suites and cases, `github.command(…)` makes one annotation, `excerpt.Excerpts` shows source lines,
`json.dump` lays out JSON, and `text.Style` colours.
"""

from __future__ import annotations

from callsheet.report.model import Report, RuleInfo, prefix_of
from callsheet.report.schema import schema
from callsheet.report.writing import Format, write

__all__ = ["Format", "Report", "RuleInfo", "prefix_of", "schema", "write"]
