"""Which findings count, by codes, severities and habits of a docs tree, and their fixes."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Self

from callsheet import lazy_re as re
from callsheet.checks.engine.registry import all_rules
from callsheet.checks.rule import ExternalRule, Rule, RuleGroup
from callsheet.errors import ConfigurationError
from callsheet.findings import ALL_PAGES, IN_ORDER, Edit, Finding, Identity, Related, Severity
from callsheet.memo import cached_by_identity

_CODE = re.compile(r"CS\d{0,3}")

_UNFINISHED = {"CS001", "CS516"}
"""The rules about bytes that are not UTF-8, and about marks of a merge that was not finished."""

DEFAULT = "default"
"""The name of all rules but the optional ones, to select these, too."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes chosen by the configuration and the command line.

    Attributes:
        select: The codes that are wanted; empty for all.
        ignore: The codes that are not.
        severity: Severities other than the rules' own, by code.
    """

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        severity: Mapping[str, Severity] | None = None,
    ) -> Self:
        """Build a selection from codes, names, groups and prefixes of codes, such as `CS2`.

        Raises:
            ConfigurationError: No rule has such a code or name.
        """
        return cls(
            expand_codes(select),
            expand_codes(ignore),
            {
                code: level
                for written, level in (severity or {}).items()
                for code in expand_codes([written])
            },
        )

    def apply(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return the findings that are wanted, with the severities that are wanted."""
        wants, severity = cache(self.wants), self.severity
        return [
            replace(finding, severity=severity[finding.code])
            if finding.code in severity
            else finding
            for finding in findings
            if wants(finding.code)
        ]

    def wants(self, code: str) -> bool:
        """Tell whether findings of that code are wanted."""
        if code in self.ignore:
            return False
        return code in self.select if self.select else code not in optional_codes(all_rules())


def expand_codes(written: Iterable[str]) -> frozenset[str]:
    """Return the codes of rules given by code, name, group or a prefix of their codes.

    An optional rule is only given by its own code or name.

    Raises:
        ConfigurationError: No rule has such a code or name.
    """
    rules = all_rules()
    usual = {code: rule for code, rule in rules.items() if not rule.is_optional}
    found: set[str] = set()
    for name in written:
        codes = {code for code, rule in rules.items() if name in (code, rule.name)}
        if _CODE.fullmatch(name):
            codes |= {code for code in usual if code.startswith(name)}
        elif name == DEFAULT:
            codes |= usual.keys()
        elif name in set(RuleGroup):
            codes |= {code for code, rule in usual.items() if rule.group == name}
        if not codes:
            groups = ", ".join((DEFAULT, *RuleGroup))
            raise ConfigurationError(f"There is no rule `{name}`; the groups are {groups}.")
        found |= codes
    return frozenset(found)


@cached_by_identity(1)
def optional_codes(rules: Mapping[str, Rule]) -> frozenset[str]:
    """Return the codes of the rules that only run if they are selected."""
    return frozenset(code for code, rule in rules.items() if rule.is_optional)


MIN_PAGES = 20
MIN_SHARE = 0.1
WHOLE_SHARE = 0.4
MIN_SAME = 3


def habits(findings: Iterable[Finding], total: int) -> dict[str, list[Finding]]:
    """Return the findings that are a habit of the tree, by code.

    Args:
        findings: All findings.
        total: How many pages the tree has.
    """
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        # An error is wrong on each page by itself, however many have it.
        if finding.severity is not Severity.ERROR:
            by_code[finding.code].append(finding)
    found = {}
    for code, same in by_code.items():
        pages = _pages(same)
        if pages > MIN_PAGES and pages > MIN_SHARE * total:
            # Equal messages have one cause, such as a template. Differing ones only count as a
            # habit where much of the tree has them: otherwise a summary would hide many small
            # mistakes.
            usual = _repeated(same)
            if 2 * _pages(usual) < pages and pages > WHOLE_SHARE * total:
                usual = same
            if usual:
                found[code] = usual
    return found


def summarise(
    findings: Sequence[Finding], total: int, imported: Container[str] = ()
) -> list[Finding]:
    """Replace all findings that are a habit, and those of one rule about an import, by one each.

    That one is at the first place, and has all of them as related places.

    Args:
        findings: The findings.
        total: How many pages the tree has.
        imported: The pages that an import wrote. What is wrong there is wrong in one document.
    """
    by_code: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.path in imported and not isinstance(all_rules().get(finding.code), ExternalRule):
            by_code[finding.code].append(finding)
    repeated = {code: same for code, same in by_code.items() if len(same) > 1}
    # By identity, since a finding is long to hash, and there may be many thousands.
    gone = {id(finding) for same in repeated.values() for finding in same}
    left = [finding for finding in findings if id(finding) not in gone]
    return _without_habits(left, total) + [
        _summary(code, same, total, _OF_IMPORT) for code, same in repeated.items()
    ]


def _without_habits(findings: Sequence[Finding], total: int) -> list[Finding]:
    usual = {code: f for code, f in habits(findings, total).items() if _pages(f) > MIN_PAGES}
    gone = {id(finding) for same in usual.values() for finding in same}
    left = [finding for finding in findings if id(finding) not in gone]
    return left + [_summary(code, same, total) for code, same in usual.items()]


def without_habits(
    findings: Sequence[Finding], codes: Collection[str], total: int
) -> list[Finding]:
    """Return the findings without the habits that are accepted.

    Args:
        findings: The findings.
        codes: The codes whose habits are accepted.
        total: How many pages the tree has.
    """
    usual = habits((f for f in findings if f.code in codes), total) if codes else {}
    gone = {id(finding) for same in usual.values() for finding in same}
    return [finding for finding in findings if id(finding) not in gone]


def _pages(findings: Iterable[Finding]) -> int:
    return len({finding.path for finding in findings})


def _repeated(findings: Iterable[Finding]) -> list[Finding]:
    by_message: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_message[finding.message].append(finding)
    return [f for same in by_message.values() if _pages(same) >= MIN_SAME for f in same]


_OF_HABIT = "Or accept it as it is with `accept: [{code}]` in the configuration;"
_OF_IMPORT = "If the document is wrong, correct it there, and update the pages;"


def _summary(code: str, findings: list[Finding], total: int, advice: str = _OF_HABIT) -> Finding:
    first, *others = sorted(findings, key=IN_ORDER)
    places = tuple(Related(f.path, f.line, f.message) for f in (first, *others))
    rule = all_rules()[code]
    places_of_tree = f"{_pages(findings):,} of {total:,} pages"
    message = (
        f"{rule.summary} So it is at {len(findings):,} places on {places_of_tree}, first here:"
        f" {first.message}"
    )
    hint = f"{first.hint} {advice.format(code=code)} `--no-summaries` lists all places."
    # Its first place is another one after a change elsewhere.
    identity = Identity(ALL_PAGES, text=rule.name)
    return replace(first, message=message, hint=hint, related=places, fix=(), identity=identity)


def fixes_of(findings: Iterable[Finding]) -> dict[str, dict[str, list[tuple[Edit, ...]]]]:
    """Return the different fixes by page and rule.

    Pages with marks of a merge, or with bytes that are not UTF-8, have none.
    """
    findings = tuple(findings)
    unfinished = {finding.path for finding in findings if finding.code in _UNFINISHED}
    found: dict[str, dict[str, dict[tuple[Edit, ...], None]]] = {}
    for finding in findings:
        # One of the sides would be changed, and nobody has chosen between them yet.
        if finding.fix and finding.path not in unfinished:
            by_code = found.setdefault(finding.path, {})
            by_code.setdefault(finding.code, {})[finding.fix] = None
    return {
        path: {code: [*edits] for code, edits in by_code.items()} for path, by_code in found.items()
    }
