"""Notices that many files of a folder have in common, told once."""

from collections.abc import Iterable
from dataclasses import replace

from forecasts.findings import Finding, Level

FEWEST_FILES = 4


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, where a notice or warning of one kind concerns many files only that of the first of them.

    It then says in `more_files` how many others there are. Errors are never put together.
    """
    found = list(findings)
    files: dict[object, set[str]] = {}
    for finding in found:
        files.setdefault(_kind(finding), set()).add(finding.place.file)
    told: set[object] = set()
    kept = []
    for finding in found:
        kind = _kind(finding)
        many = len(files[kind]) >= FEWEST_FILES and finding.level is not Level.ERROR
        if not many:
            kept.append(finding)
        elif kind not in told:
            kept.append(replace(finding, facts={**finding.facts, "more_files": len(files[kind]) - 1}))
        told.add(kind)
    return kept


def _kind(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.level, finding.facts.get("variant"), finding.place.column
