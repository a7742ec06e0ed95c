"""One case: a spoilt file read, judged, and taken over or refused as a whole."""

import random
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.files.accepting import accept, accepting_findings
from app.files.choices import ImportChoices
from app.files.preview import ImportPreview
from app.files.questions import open_questions
from app.files.reading import read_files
from app.project.file import ProjectFile
from app.project.project import Project
from app.wording.findings import sentence
from forecasts.findings import InputError, errors
from forecasts.horizon import Horizon
from tests.fuzz.mutations import spoilt

NAMES = ("a.csv", "a.xlsx", "咨询_20261101.xls", "8月排班.xlsx", "2026-04-01至2026-04-20.csv", "4.20.txt", "a")
ONE_IN = 5
"""So many cases for one that is also taken over, which costs a transaction that reaches the disk."""


def content_of(number: int, seed: int, seeds: Sequence[bytes]) -> bytes:
    """The bytes of a case, the same for the same numbers."""
    luck = random.Random(f"{seed} {number}")
    return spoilt(luck.choice(seeds), seeds, luck)


def try_case(content: bytes, number: int, folder: Path) -> None:
    """Raises AssertionError, or whatever the import raises that it should not."""
    luck = random.Random(number)
    path = folder / luck.choice(NAMES)
    path.write_bytes(content)
    try:
        preview = read_files([path], _choices(luck))
        told = [sentence(finding) for finding in preview.findings]
        assert all(told)
        open_questions(preview, preview.findings, None)
        if luck.randrange(ONE_IN) == 0:
            _take(preview, folder)
    finally:
        path.unlink()


def _choices(luck: random.Random) -> ImportChoices:
    horizon = luck.choice((None, Horizon(date(2026, 11, 5), 14, 30)))
    columns = luck.choice(({}, {"咨询人数": "inquiries", "C:咨询人数": "inquiries", "日期": ""}))
    year, header_row = luck.choice((None, 2026)), luck.choice((None, None, 1, 2, 99))
    answers = ImportChoices(columns=columns, agents={"客服01": "007"}, codes={"早": "年假"}, header_row=header_row)
    return replace(answers, year=year, horizon=horizon, first_hour=luck.choice((None, 0, 1)))


def _take(preview: ImportPreview, folder: Path) -> None:
    """Whole or not at all."""
    copy = folder / "copy.peakroster"
    shutil.copy(_template(folder), copy)
    try:
        with ProjectFile.open(copy) as file:
            before = file.read()
            found = accepting_findings(preview, before)
            try:
                accept(preview, file)
            except InputError:
                assert file.read() == before
            else:
                assert not errors([*preview.findings, *found])
                file.read()
    finally:
        for left in folder.glob("copy.peakroster*"):
            left.unlink()


def _template(folder: Path) -> Path:
    path = folder / "template.peakroster"
    if not path.exists():
        ProjectFile.create(path, Project("空", Horizon(date(2026, 11, 5), 14, 30))).close()
    return path
