"""Every code once, its sentence word for word in both languages."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from app.wording import choose_language
from app.wording.files import SENTENCES
from app.wording.findings import sentence
from forecasts.findings import Finding, Place
from tests.files import said_of_cells, said_of_files, said_of_notices, said_of_projects, said_of_settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    yield
    choose_language("zh_CN")


SAID = [*said_of_files.SAID, *said_of_cells.SAID, *said_of_settings.SAID, *said_of_notices.SAID, *said_of_projects.SAID]


@pytest.mark.parametrize(("finding", "english", "chinese"), SAID)
def test_a_finding_is_said_word_for_word(finding: Finding, english: str, chinese: str) -> None:
    choose_language("en")
    assert sentence(finding) == english
    choose_language("zh_CN")
    assert sentence(finding) == chinese


def test_every_sentence_is_tested_and_every_code_raised_has_one() -> None:
    keys = [(f"{finding.code} {finding.facts.get('variant')}", finding.code) for finding, _, _ in SAID]
    assert {own if own in SENTENCES else code for own, code in keys} >= SENTENCES.keys()
    rooms = ("files", "project", "workbook", "commands", "window")
    files = [path for room in rooms for path in (ROOT / "app" / room).rglob("*.py")]
    code = "".join(path.read_text("utf-8") for path in files)
    raised = set(re.findall(r'"((?:IE|IN|PF|TS)\d\d)"', code))
    assert raised == {key.split()[0] for key in SENTENCES}


def test_a_path_is_shown_unless_the_sentence_names_the_thing_itself() -> None:
    choose_language("en")
    phase = {
        "promotion": "双11",
        "phase": "opening",
        "start": datetime(2026, 11, 11),
        "end": datetime(2026, 11, 10, 20),
    }
    said = sentence(Finding("PE01", place=Place("p.toml", path="promotion[双11].phase[0]"), facts=phase))
    assert said.startswith("p.toml: Phase “Opening” of “双11”")
    assert "2026-11-10 20:00" in said
    agent = {"agent": "客服01", "shifts": "早、晚"}
    wrong = Finding("TM03", place=Place(path="team.00123"), value="夜", facts=agent)
    assert sentence(wrong).startswith("夜: 客服01 has no shift")
    shift = Finding("RP10", place=Place("p.json", path="agents[3].shifts[0]"), value="X", facts={"known": "早"})
    assert sentence(shift).startswith("p.json, agents[3].shifts[0]: ")


def test_what_many_files_have_in_common_is_said_once() -> None:
    finding = Finding("IN10", place=Place("11月/a.csv"), facts={"columns": "天气", "more_files": 542})
    choose_language("en")
    assert sentence(finding) == "11月/a.csv: columns not used: 天气. The same in 542 more files."
    choose_language("zh_CN")
    assert sentence(finding) == "文件「11月/a.csv」：未使用的列：天气。另有 542 个文件也是如此。"


def test_a_fact_that_is_missing_never_hides_a_finding() -> None:
    choose_language("en")
    assert (
        sentence(Finding("IN17"))
        == "The files count at different intervals; what only longer ones count was spread over — minutes along a "
        "smooth line. Sums stay as they were."
    )
