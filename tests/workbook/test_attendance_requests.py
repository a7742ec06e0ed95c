import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.project.attendance_names import AttendanceName, AttendanceSystem, NamedThing
from app.project.project import Project
from app.wording.findings import sentence
from app.workbook.attendance.request_bodies import write_request_bodies
from forecasts.findings import InputError
from forecasts.horizon import Horizon
from tests.workbook.small_plan import SHIFTS, small_project, small_requirement, small_version

WECOM, FEISHU = AttendanceSystem.WECOM, AttendanceSystem.FEISHU
SHIFT, GROUP, AGENT = NamedThing.SHIFT, NamedThing.GROUP, NamedThing.AGENT


def named(system: AttendanceSystem, horizon: Horizon | None = None) -> Project:
    shifts = (AttendanceName(system, SHIFT, shift, str(100 + number)) for number, shift in enumerate(SHIFTS))
    names = (*shifts, AttendanceName(system, GROUP, "", "7"), AttendanceName(system, AGENT, "00104", "xiaoli"))
    project = small_project(horizon) if horizon else small_project()
    return replace(project, attendance_names=names)


def bodies(folder: Path, system: AttendanceSystem, horizon: Horizon | None = None) -> list[dict[str, Any]]:
    path = folder / "a.json"
    version = small_version(horizon) if horizon else small_version()
    write_request_bodies(path, system, named(system, horizon), version, small_requirement())
    written: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return written


def test_wecom_takes_a_body_a_month_with_numbers_for_group_and_shifts(tmp_path: Path) -> None:
    (body,) = bodies(tmp_path, WECOM)
    assert (body["groupid"], body["yearmonth"]) == (7, 202611)
    assert body["items"][:4] == [
        {"userid": "00101", "day": 9, "schedule_id": 100},
        {"userid": "00101", "day": 10, "schedule_id": 100},
        {"userid": "00101", "day": 11, "schedule_id": 101},
        {"userid": "00101", "day": 12, "schedule_id": 0},
    ]
    assert {item["userid"] for item in body["items"]} == {"00101", "00102", "00103", "xiaoli"}


def test_a_day_of_leave_is_not_sent(tmp_path: Path) -> None:
    (body,) = bodies(tmp_path, WECOM)
    assert [item["day"] for item in body["items"] if item["userid"] == "00103"] == [9, 11, 12]


def test_a_horizon_over_a_month_s_end_makes_two_bodies(tmp_path: Path) -> None:
    found = bodies(tmp_path, WECOM, Horizon(date(2026, 10, 30), 4, 60))
    assert [body["yearmonth"] for body in found] == [202610, 202611]
    assert {item["day"] for item in found[1]["items"]} == {1, 2}


def test_feishu_takes_fifty_rows_a_call_with_texts_for_ids(tmp_path: Path) -> None:
    found = bodies(tmp_path, FEISHU, Horizon(date(2026, 11, 9), 14, 60))
    assert [len(body["user_daily_shifts"]) for body in found] == [50, 5]
    assert found[0]["user_daily_shifts"][0] == {
        "group_id": "7", "shift_id": "100", "month": 202611, "user_id": "00101", "day_no": 9,
        "is_clear_schedule": False,
    }  # fmt: skip
    assert found[0]["user_daily_shifts"][3]["shift_id"] == "0"


def test_every_shift_without_an_id_is_named(tmp_path: Path) -> None:
    project = replace(small_project(), attendance_names=(AttendanceName(FEISHU, GROUP, "", "7"),))
    with pytest.raises(InputError) as refused:
        write_request_bodies(tmp_path / "a.json", FEISHU, project, small_version(), small_requirement())
    assert [finding.code for finding in refused.value.findings] == ["WB18"]
    assert "早班、晚班、兼职晚" in sentence(refused.value.findings[0])
    assert list(tmp_path.iterdir()) == []


def test_no_group_and_no_number_are_refused(tmp_path: Path) -> None:
    names = named(WECOM).attendance_names
    for wrong, code in (
        (tuple(name for name in names if name.thing is not GROUP), "WB23"),
        (tuple(replace(name, theirs="早") if name.ours == "E" else name for name in names), "WB19"),
    ):
        project = replace(named(WECOM), attendance_names=wrong)
        with pytest.raises(InputError) as refused:
            write_request_bodies(tmp_path / "a.json", WECOM, project, small_version(), small_requirement())
        assert [finding.code for finding in refused.value.findings] == [code]


def test_no_wage_name_or_kind_of_leave_is_in_a_body(tmp_path: Path) -> None:
    bodies(tmp_path, FEISHU)
    text = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert not any(secret in text for secret in ("31.25", "20.125", "病", "客服01"))
