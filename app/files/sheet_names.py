"""Sheets of one workbook that count the same hours differently: a shop or a skill each, which only the sheet names."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from app.files.choices import ImportChoices
from app.files.log import listed
from app.files.words import skill_in
from forecasts.findings import Finding, Level, Place
from forecasts.history import Counts, History, SeriesKey


def named_by_sheet(
    histories: Sequence[History], sheets: Sequence[str], choices: ImportChoices, file: str
) -> tuple[list[History], list[Finding]]:
    """The histories, one of each sheet, with the sheets' names as shops or skills where only these tell them apart;
    that is told (IN27).
    """
    unnamed = SeriesKey(choices.shop, choices.skill)
    alone = [dict(history).get(unnamed) for history in histories]
    pairs = combinations([counts for counts in alone if counts is not None], 2)
    if len(set(sheets)) < len(sheets) or "" in sheets or not any(_differ(*pair) for pair in pairs):
        return list(histories), []
    found = [_named(history, unnamed, sheet) for history, sheet in zip(histories, sheets, strict=True)]
    return found, [Finding("IN27", Level.NOTICE, Place(file), facts={"sheets": listed(list(sheets))})]


def _differ(one: Counts, other: Counts) -> bool:
    _, mine, theirs = np.intersect1d(one.starts, other.starts, assume_unique=True, return_indices=True)
    return bool((one.inquiries[mine] != other.inquiries[theirs]).any())


def _named(history: History, unnamed: SeriesKey, sheet: str) -> History:
    skill = skill_in(sheet)
    key = SeriesKey(unnamed.shop, skill) if skill else SeriesKey(sheet, unnamed.skill)
    series = {key if name == unnamed else name: counts for name, counts in history}
    return History(history.interval_minutes, series)
