from itertools import pairwise

import pytest

from app.window.roster.matrix_scene import headings_of
from app.window.roster.rows import Arrangement, GroupBy, Row, SortBy, arranged, group_of, in_usual_order
from tests.window.roster_sample import sample_plan

WORDS = {"full_time": "全职", "part_time": "兼职", "outsourced": "外包", "presale": "售前", "aftersale": "售后"}


@pytest.fixture(scope="module")
def rows() -> tuple[Row, ...]:
    return sample_plan(40, 14).rows


def test_hours_of_a_row_are_the_paid_hours_of_its_shifts(rows: tuple[Row, ...]) -> None:
    plan = sample_plan(40, 14)
    paid = plan.problem.shifts
    for row in rows:
        assert row.minutes == sum(paid[cell.shift].paid_minutes for cell in plan.roster.of_agent(row.id).values())


@pytest.mark.parametrize("group_by", [GroupBy.GROUP, GroupBy.CONTRACT, GroupBy.SKILL])
@pytest.mark.parametrize("sort_by", list(SortBy))
def test_groups_stand_together_and_nobody_is_lost(rows: tuple[Row, ...], group_by: GroupBy, sort_by: SortBy) -> None:
    shown = arranged(rows, Arrangement(group_by, sort_by), WORDS)
    assert sorted(row.id for row in shown) == sorted(row.id for row in rows)
    groups = [group_of(row, group_by) for row in shown]
    changes = sum(one != other for one, other in pairwise(groups))
    assert changes == len(set(groups)) - 1


def test_inside_a_group_rows_follow_the_order_asked_for(rows: tuple[Row, ...]) -> None:
    shown = arranged(rows, Arrangement(GroupBy.NONE, SortBy.HOURS), WORDS)
    assert [row.minutes for row in shown] == sorted((row.minutes for row in rows), reverse=True)
    shown = arranged(rows, Arrangement(GroupBy.NONE, SortBy.VIOLATIONS), WORDS)
    assert shown[0].violations == max(row.violations for row in rows) > 0


@pytest.mark.parametrize(
    ("needle", "keeps"),
    [
        ("客服07", {"A007"}),
        ("a007", {"A007"}),
        (" 兼职 ", {"A005", "A011", "A017", "A023", "A029", "A035"}),
        ("nobody", set()),
    ],
)
def test_the_filter_finds_names_ids_and_what_people_call_contracts(
    rows: tuple[Row, ...], needle: str, keeps: set[str]
) -> None:
    shown = arranged(rows, Arrangement(GroupBy.CONTRACT, needle=needle), WORDS)
    assert {row.id for row in shown} == keeps


def test_each_group_is_headed_once_with_its_heads_and_hours(rows: tuple[Row, ...]) -> None:
    shown = arranged(rows, Arrangement(GroupBy.CONTRACT), WORDS)
    headings = [heading for heading in headings_of(shown, GroupBy.CONTRACT) if heading]
    assert len(headings) == 3
    assert headings[0].startswith("全职 · 28 人")
    assert not any(headings_of(shown, GroupBy.NONE))


def test_skills_are_named_in_the_order_of_an_inquirys_life() -> None:
    assert in_usual_order({"aftersale", "presale", "vip", "live"}) == ("presale", "aftersale", "live", "vip")
