import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.project.project import Project
from app.project.version import PlanVersion
from app.wording import choose_language
from app.workbook.drawing import font
from app.workbook.drawing.paging import pages_of
from app.workbook.drawing.roster_pages import A3, A4
from app.workbook.roster_pdf import write_roster_pdf
from forecasts.findings import InputError
from forecasts.horizon import Horizon
from scheduler.team import TeamAgent
from tests.workbook.small_plan import EXPORTED, TEAM, small_agent, small_project, small_requirement, small_version

pytestmark = pytest.mark.skipif(font._known_family() is None, reason="this machine has no Chinese font")


def written(folder: Path, project: Project | None = None, version: PlanVersion | None = None) -> PdfReader:
    path = folder / "班表.pdf"
    horizon = (version or small_version()).problem.horizon
    requirement = small_requirement(horizon)
    write_roster_pdf(path, project or small_project(horizon), version or small_version(), requirement, EXPORTED)
    return PdfReader(path)


def text_of(reader: PdfReader, page: int = 0) -> str:
    """NFKC: an extracted 一 may come as its radical."""
    return unicodedata.normalize("NFKC", reader.pages[page].extract_text())


def large(agents: int, horizon: Horizon) -> tuple[Project, PlanVersion]:
    team = tuple(
        TeamAgent(f"7{number:04d}", f"客服{number:03d}", f"{number // 20}组", skills=frozenset({"presale"}))
        for number in range(agents)
    )
    version = small_version(horizon)
    problem = replace(version.problem, agents={agent.id: small_agent(agent) for agent in team})
    roster = type(version.solution.roster)({})
    version = replace(version, problem=problem, solution=replace(version.solution, roster=roster))
    return replace(small_project(horizon), team=team), version


def test_the_page_shows_names_codes_days_the_legend_and_the_version(tmp_path: Path) -> None:
    text = text_of(written(tmp_path))
    for part in ("双11 2026 · 客服排班表 · 2026年11月", "客服01", "=1+1", "11-09", "08:00–17:00", "v3 · 草稿"):
        assert part in text
    assert "2026-11-01 18:00" in text
    assert "第 1 页 / 共 1 页" in text


def test_a_fortnight_of_a_small_team_is_on_a4_a_month_on_a3_both_landscape(tmp_path: Path) -> None:
    small = written(tmp_path).pages[0].mediabox
    assert (float(small.width), float(small.height)) == pytest.approx((A4[0] * 72, A4[1] * 72))
    month = Horizon(date(2026, 11, 1), 30, 60)
    large_page = written(tmp_path, *large(3, month)).pages[0].mediabox
    assert (float(large_page.width), float(large_page.height)) == pytest.approx((A3[0] * 72, A3[1] * 72))


def test_two_hundred_agents_take_several_pages_each_with_its_head(tmp_path: Path) -> None:
    reader = written(tmp_path, *large(200, Horizon(date(2026, 11, 1), 30, 60)))
    texts = [text_of(reader, number) for number in range(len(reader.pages))]
    assert len(texts) == 6
    assert all("11-30" in text and "08:00–17:00" in text and "v3 · 草稿" in text for text in texts)
    assert all(f"第 {number} 页 / 共 6 页" in text for number, text in enumerate(texts, 1))
    assert sum(text.count(f"客服{number:03d}") for number in range(200) for text in texts) == 200
    assert ["上班人数" in text for text in texts] == [False] * 5 + [True]


def test_a_horizon_over_two_months_has_a_page_for_each(tmp_path: Path) -> None:
    reader = written(tmp_path, *large(2, Horizon(date(2026, 10, 30), 4, 60)))
    assert ["10-31" in text_of(reader, page) for page in (0, 1)] == [True, False]
    assert ["11-02" in text_of(reader, page) for page in (0, 1)] == [False, True]


def test_the_letters_are_embedded_as_a_part_of_the_font(tmp_path: Path) -> None:
    path = tmp_path / "班表.pdf"
    written(tmp_path)
    assert path.stat().st_size < 100_000
    assert b"/FontName" in path.read_bytes()


def test_no_staff_id_wage_or_kind_of_leave_is_on_it(tmp_path: Path) -> None:
    reader = written(tmp_path)
    text = text_of(reader) + str(reader.metadata)
    assert not any(secret in text for secret in ("病假", "31.25", "20.125", *(agent.id for agent in TEAM)))


def test_a_version_without_agents_is_refused_and_leaves_no_file(tmp_path: Path) -> None:
    version = small_version()
    with pytest.raises(InputError) as refused:
        written(tmp_path, version=replace(version, problem=replace(version.problem, agents={})))
    assert [finding.code for finding in refused.value.findings] == ["WB03"]
    assert list(tmp_path.iterdir()) == []


def test_english_pages_hold_no_chinese_but_the_teams_own_words(tmp_path: Path) -> None:
    choose_language("en")
    assert "Page 1 of 1" in text_of(written(tmp_path))
    assert "exported" in text_of(written(tmp_path))


@pytest.mark.parametrize(
    ("groups", "most", "pages"),
    [
        ("AAAA", 4, [4]),
        ("AAAAA", 4, [4, 1]),
        ("AAABBB", 4, [3, 3]),
        ("ABBBBB", 4, [4, 2]),
        ("AABBBC", 5, [5, 1]),
        ("", 4, []),
    ],
)
def test_a_group_moves_to_the_next_page_whole_where_the_page_stays_well_filled(
    groups: str, most: int, pages: list[int]
) -> None:
    assert [len(rows) for rows in pages_of(groups, most)] == pages
