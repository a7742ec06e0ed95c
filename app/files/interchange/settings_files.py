"""Promotions and goals files, read for a command that works without a project."""

from collections.abc import Sequence
from pathlib import Path

from app.files.containers.encoding import decode
from app.files.interchange.csv_file import read_content
from app.files.log import Log
from app.files.settings import goals, outlook, promotions
from app.files.settings.document import Settings, read_toml
from forecasts.findings import Finding, InputError, Place, refuse_if_any
from forecasts.outlook import Outlook
from forecasts.promotion import Promotion, promotion_findings
from scheduler.staffing.goals import Goals


def read_promotions(path: Path) -> tuple[Promotion, ...]:
    """The promotions of a TOML file. Raises InputError with everything wrong in it."""
    return read_outlook(path)[0]


def read_outlook(path: Path) -> tuple[tuple[Promotion, ...], Outlook]:
    """The promotions of a TOML file and what else it tells of the days ahead. Raises InputError, all findings told."""
    log = Log(path.name)
    document = _document(path, log)
    found, told = promotions.read_promotions(document), outlook.read_outlook(document)
    document.finish()
    refuse_if_any([*log.findings, *promotion_findings(found, path.name)])
    return found, Outlook(**told)


def read_goals(path: Path, skills: Sequence[str]) -> dict[str, Goals]:
    """The goals of each skill from a TOML file. Raises InputError with everything wrong in it."""
    log = Log(path.name)
    found = goals.read_goals(_document(path, log))
    refuse_if_any(log.findings)
    return goals.goals_by_skill(found, skills)


def _document(path: Path, log: Log) -> Settings:
    text = decode(read_content(path))
    if text is None:
        raise InputError([Finding("IE01", place=Place(path.name))])
    return Settings(read_toml(text, log), log)
