"""Scenarios by form: what is typed is what is planned."""

import pytest
from pytestqt.qtbot import QtBot

from app.project.factors import FACTORS
from app.project.project import Scenario
from app.window.comparison.factor_fields import FIELDS, LevelBox, field_of
from app.window.comparison.page import ComparisonPage
from app.window.comparison.table import base_of, nested
from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from scheduler.reoptimise import changes


def scenario(window: MainWindow) -> Scenario:
    assert window.document.view is not None
    return window.document.view.scenario


def names(window: MainWindow) -> list[str]:
    assert window.document.view is not None
    return [scenario.name for scenario in window.document.view.project.scenarios]


def test_every_factor_has_a_field_and_typing_is_the_way_back_from_showing() -> None:
    assert {field.name for field in FIELDS} == set(FACTORS)
    for field in FIELDS:
        for typed in (field.low, field.high, *field.levels):
            assert field.typed(field.value(typed)) == pytest.approx(typed)
    assert field_of("volume").text(1.2) == "+20 %"
    assert field_of("deflection").text(-0.1).startswith("−10")
    assert field_of("safety").text(80) == "P80"
    assert field_of("agents:part_time").text(-3) == "−3"
    with pytest.raises(KeyError):
        field_of("weather")


def test_what_is_typed_into_the_form_becomes_the_scenario(opened: MainWindow, page: ComparisonPage) -> None:
    page._form.acts.add.click()
    form = page._form
    form._name.setText("少席位")
    form._base.setCurrentIndex(form._base.findData("咨询量 +20%"))
    form._boxes["volume"].setValue(30)
    form._boxes["agents:full_time"].setValue(-1)
    form._boxes["deflection"].setValue(10)
    form._boxes["seats"].setValue(5)
    form.acts.apply.click()
    made = Scenario("少席位", 1.3, {"full_time": -1}, {"deflection": 0.1, "seats": 5.0}, "咨询量 +20%")
    assert scenario(opened) == made
    assert not form.acts.apply.isEnabled()
    assert page._table.numbers.rows[2].cells[0] == "└ 少席位"


def test_what_the_form_has_no_field_for_stays(opened: MainWindow, page: ComparisonPage) -> None:
    page.branching.add(Scenario(changes={"wage:part_time": 1.5}))
    page._form._boxes["shrinkage"].setValue(0)
    page._form.acts.apply.click()
    assert scenario(opened).changes == {"wage:part_time": 1.5, "shrinkage": 0.0}


def test_a_duplicate_is_a_scenario_of_its_own(opened: MainWindow, page: ComparisonPage) -> None:
    opened.document.choose_scenario("咨询量 +20%")
    page._form.acts.copy.click()
    assert names(opened) == ["基准", "咨询量 +20%", "咨询量 +20% 2"]
    assert scenario(opened).volume_factor == 1.2


def test_an_adopted_scenario_is_the_project_and_can_be_taken_back(opened: MainWindow, page: ComparisonPage) -> None:
    page.branching.add(Scenario(changes={"seats": 7.0}))
    page._form.acts.adopt.click()
    assert opened.document.view is not None
    assert opened.document.view.project.seat_limit == 7
    assert names(opened) == ["基准", "咨询量 +20%"]
    assert opened.message.mood is Mood.GOOD
    opened.document.undo()
    assert opened.document.view.project.seat_limit == 20
    assert len(names(opened)) == 3


def test_the_base_scenario_can_be_neither_removed_nor_adopted(page: ComparisonPage) -> None:
    assert not page._form.acts.remove.isEnabled()
    assert not page._form.acts.adopt.isEnabled()
    assert page._form.acts.copy.isEnabled()


def test_the_level_box_takes_its_levels_only(qtbot: QtBot) -> None:
    box = LevelBox((50, 80, 90))
    qtbot.addWidget(box)
    seen = []
    for steps in (1, 1, 5, -1, -9):
        box.stepBy(steps)
        seen.append(box.value())
    assert seen == [50, 80, 90, 80, 0]


def test_scenarios_stand_under_what_they_are_based_on() -> None:
    every = (
        Scenario(),
        Scenario("丙", base="乙"),
        Scenario("甲"),
        Scenario("乙", base="甲"),
        Scenario("孤", base="无"),
    )
    assert [name for name, _shown in nested(every)] == ["基准", "甲", "乙", "丙", "孤"]
    assert dict(nested(every))["丙"].strip() == "└ 丙"
    assert base_of(every, "丙") == "乙"
    assert base_of(every, "孤") == "基准"
    circle = (Scenario("甲", base="乙"), Scenario("乙", base="甲"))
    assert {name for name, _shown in nested(circle)} == {"甲", "乙"}


def test_the_table_shows_hours_by_contract_and_the_changes_cell_by_cell(
    opened: MainWindow, page: ComparisonPage
) -> None:
    opened.document.choose_scenario("咨询量 +20%")
    columns = [column.name for column in page._table.numbers.columns]
    assert "其中全职" in columns
    assert {"加班（小时）", "公平性", "违规", "缺口损失（元）"} <= set(columns)
    assert all(len(row.cells) == len(columns) for row in page._table.numbers.rows)
    base, other = page._rows["基准"], page._rows["咨询量 +20%"]
    assert base is not None
    assert other is not None
    found = changes(base.version.solution.roster, other.version.solution.roster)
    assert len(page._changes.table.numbers.rows) == len(found)
    assert sum(base.shortage_by_hour) == pytest.approx(base.shortage_hours)


def test_what_the_risk_command_tells_is_shown(page: ComparisonPage) -> None:
    measures, failures = ("service_level", "shortage_hours"), ("robot_down", "hour_early")
    numbers: dict[str, float | None] = {
        f"sample_{name}_p{part}": 0.5 for name in (*measures, "surplus_hours") for part in (10, 50, 90)
    }
    numbers |= {f"five_ill_{name}": 0.25 for name in measures}
    none: dict[str, float | None] = {f"{failure}_{name}": None for failure in failures for name in measures}
    day = {"day": "2026-11-11", "kept": 0.2, "kept_with": 0.95}
    one = {"agent": "1", "name": "客服01", "day": "2026-11-11", "shift": "晚", "skill": "presale", "yuan": 80.0}
    reserve = {"service_level": 0.8, "wanted": 0.9, "enough": True, "yuan": 80.0, "bound": 79.0, "days": [day]}
    page.risk.show_told({"numbers": numbers | none, "reserve": reserve | {"standbys": [one]}})
    assert [row.cells[0] for row in page.risk.outcomes.numbers.rows][-1] == "五人请病假"
    assert page.risk.reserve.numbers.rows[0].cells == ("客服01", "2026-11-11", "晚", "售前", "80")
    assert "备班 1 人次" in page.risk.note.text()
    page.risk.show_told({"numbers": numbers | none, "reserve": reserve | {"standbys": [], "enough": False}})
    assert "不够" in page.risk.note.text()
