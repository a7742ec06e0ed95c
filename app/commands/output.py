"""What a command says: findings and complaints on standard error, tables and JSON on standard output."""

import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from app.wording import words
from app.wording.findings import sentence
from forecasts.findings import Finding, Level, errors

_ = words("commands")

DONE, ATTENTION, BAD_INPUT = 0, 1, 2


def use_utf8() -> None:
    """Chinese must come out whole also where the console's code page is another (Windows)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def complain(text: str) -> None:
    """One line on standard error."""
    print(text, file=sys.stderr)


def say(text: str) -> None:
    """One line on standard output."""
    print(text)


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A short table for people; numbers stand right, everything but the first column."""
    shown = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for number, column in enumerate(columns):
        shown.add_column(column, justify="left" if number == 0 else "right", overflow="fold")
    for row in rows:
        shown.add_row(*row)
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False, soft_wrap=False)
    console.print(shown)


def show_findings(findings: Iterable[Finding]) -> None:
    """Every finding as a sentence, errors first."""
    for finding in sorted(findings, key=lambda f: list(Level).index(f.level)):
        complain(sentence(finding))


def show_what_matters(findings: Sequence[Finding], command: str) -> None:
    """Errors and warnings as sentences; notices only counted, with the command that lists them."""
    notices = [finding for finding in findings if finding.level is Level.NOTICE]
    show_findings(finding for finding in findings if finding.level is not Level.NOTICE)
    if notices:
        text = _("{count} notices about the history and the forecast; `{command}` lists them.")
        complain(text.format(count=len(notices), command=command))


def finding_json(finding: Finding) -> dict[str, object]:
    """A finding for machines, with its sentence."""
    return {
        "code": finding.code,
        "level": finding.level.value,
        "text": sentence(finding),
        "file": finding.place.file,
        "row": finding.place.row,
        "column": finding.place.column,
        "path": finding.place.path,
        "variant": str(finding.facts.get("variant", "")),
    }


def report_findings(findings: Sequence[Finding], as_json: bool = False) -> int:
    """Tell what is wrong with an input; the exit status that goes with it."""
    if as_json:
        print_json({"findings": [finding_json(f) for f in findings]})
    else:
        show_findings(findings)
    return BAD_INPUT if errors(findings) else DONE


def print_json(document: Mapping[str, object]) -> None:
    """One JSON document on standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))
