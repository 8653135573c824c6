"""Writes findings in formats for people, editors and CI.

A `Report` has the findings and their context. `write` converts it to text:

    from callsheet.report import Format, Report, RuleInfo, prefix_of, write

    report = Report(
        findings=findings,                        # in any order
        docs=configuration.docs,                  # source lines are read from here
        pages=tuple(p.path for p in catalog.pages),
        rules={rule.code: RuleInfo.of(rule) for rule in rules},
        prefix=prefix_of(configuration.docs),     # "docs/": CI wants paths from the root
        fail_on=Severity.WARNING,                 # from which on a run, or a JUnit case, fails
    )
    click.echo(write(report, Format.SARIF), nl=False)
    sys.exit(1 if report.failed else 0)

`Format` is a `StrEnum`: its members are the values of `--format`. `write(report, Format.TEXT,
colour=True)` colours text for a terminal. `schema()` returns the JSON Schema of `Format.JSON`.

For other reports, such as those of sample runs: `junit.document(name, suites)` takes plain suites
and cases, `github.command(…)` returns one annotation, `text.Excerpts` shows source lines,
`json.dump` serializes JSON, and `text.TerminalStyle` colours text.
"""

from callsheet.report.json import schema
from callsheet.report.model import Format, Report, RuleInfo, prefix_of, write

__all__ = ["Format", "Report", "RuleInfo", "prefix_of", "schema", "write"]
