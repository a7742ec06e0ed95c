from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.project.version import PlanVersion, VersionState
from app.wording import choose_language
from app.workbook.calendar_ics import write_calendars
from app.workbook.ics_lines import content_line, escaped
from forecasts.findings import InputError
from tests.workbook.holiday_plan import CODES, EXPORTED, TEAM, holiday_project, holiday_version, no_requirement

FIRST = holiday_version(number=1, state=VersionState.PUBLISHED)


def written(folder: Path, version: PlanVersion, versions: tuple[PlanVersion, ...] = ()) -> dict[str, bytes]:
    paths = write_calendars(folder, holiday_project(), version, no_requirement(), versions, EXPORTED)
    return {path.name: path.read_bytes() for path in paths}


def events(calendar: bytes) -> list[dict[str, str]]:
    """The events of a file, unfolded, as any reader takes them apart."""
    found: list[dict[str, str]] = []
    for line in calendar.replace(b"\r\n ", b"").decode("utf-8").split("\r\n"):
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found:
            found[-1].setdefault(name, value)
    return found


def without(agent: str, day: int) -> dict[str, str]:
    row = CODES[agent]
    return CODES | {agent: f"{row[:day]}.{row[day + 1 :]}"}


def test_every_shift_is_an_event_at_its_local_times(tmp_path: Path) -> None:
    found = events(written(tmp_path, FIRST)["客服01_v1_已发布.ics"])
    assert len(found) == len(CODES["00201"].replace(".", ""))
    night = found[2]
    assert night["DTSTART;TZID=Asia/Shanghai"] == "20260930T220000"
    assert night["DTEND;TZID=Asia/Shanghai"] == "20261001T060000"
    assert night["SUMMARY"] == "夜 夜班 22:00–06:00（次日）"
    assert night["DTSTAMP"] == "20260920T100000Z"
    assert (night["SEQUENCE"], night["STATUS"]) == ("1", "CONFIRMED")


def test_breaks_skills_and_the_version_are_told(tmp_path: Path) -> None:
    found = events(written(tmp_path, FIRST)["客服01_v1_已发布.ics"])
    assert found[0]["DESCRIPTION"] == "班中休息：12:00–13:00\\n技能：售前\\n国庆店 · v1 · 已发布"


def test_a_draft_says_so_in_name_calendar_and_status(tmp_path: Path) -> None:
    files = written(tmp_path, holiday_version())
    assert set(files) == {f"{member.name}_v2_草稿.ics" for member in TEAM}
    calendar = files["客服01_v2_草稿.ics"]
    assert "X-WR-CALNAME:国庆店 · 客服01 · v2 · 草稿" in calendar.decode("utf-8")
    assert {event["STATUS"] for event in events(calendar)} == {"TENTATIVE"}


def test_the_calendar_is_published_with_the_time_zone_of_shanghai(tmp_path: Path) -> None:
    text = written(tmp_path, FIRST)["客服01_v1_已发布.ics"].decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert "\r\nMETHOD:PUBLISH\r\n" in text
    assert (
        "TZID:Asia/Shanghai\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800"
        in text
    )
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_an_event_keeps_its_id_from_version_to_version_and_no_two_share_one(tmp_path: Path) -> None:
    second = holiday_version(without("00201", 1), 2)
    before = [event for file in written(tmp_path, FIRST, (FIRST,)).values() for event in events(file)]
    after = [event for file in written(tmp_path, second, (FIRST, second)).values() for event in events(file)]
    assert len({event["UID"] for event in before}) == len(before)
    assert {event["UID"] for event in after} == {event["UID"] for event in before}
    assert {event["SEQUENCE"] for event in after} == {"2"}


def test_a_shift_that_agents_were_told_of_and_is_no_more_is_cancelled(tmp_path: Path) -> None:
    second = holiday_version(without("00201", 1), 2)
    files = written(tmp_path, second, (FIRST, second))
    cancelled = [event for event in events(files["客服01_v2_草稿.ics"]) if event["STATUS"] == "CANCELLED"]
    assert [event["DTSTART;TZID=Asia/Shanghai"] for event in cancelled] == ["20260929T080000"]
    assert all(event["STATUS"] != "CANCELLED" for event in events(files["客服02_v2_草稿.ics"]))


def test_a_draft_nobody_was_told_of_leaves_nothing_to_cancel(tmp_path: Path) -> None:
    draft, second = replace(FIRST, state=VersionState.DRAFT), holiday_version(without("00201", 1), 2)
    files = written(tmp_path, second, (draft, second))
    assert {event["STATUS"] for event in events(files["客服01_v2_草稿.ics"])} == {"TENTATIVE"}


def test_another_project_gives_other_ids(tmp_path: Path) -> None:
    other = replace(FIRST, created=datetime(2026, 9, 21))
    ids = [
        {event["UID"] for file in written(tmp_path, v, (v,)).values() for event in events(file)} for v in (FIRST, other)
    ]
    assert ids[0].isdisjoint(ids[1])


def test_no_staff_id_wage_leave_kind_or_other_name_is_in_a_file(tmp_path: Path) -> None:
    for name, file in written(tmp_path, FIRST).items():
        text = file.replace(b"\r\n ", b"").decode("utf-8")
        others = [member.name for member in TEAM if not name.startswith(member.name)]
        for secret in (*(member.id for member in TEAM), *others, "产检", "30.5", "31.25"):
            assert secret not in text, secret


def test_two_agents_of_one_name_and_a_name_no_file_may_have(tmp_path: Path) -> None:
    names = ("小美", "小美", "a/b:c", "..", "客服05")
    team = tuple(replace(member, name=name) for member, name in zip(TEAM, names, strict=True))
    project = replace(holiday_project(), team=team)
    paths = write_calendars(tmp_path, project, FIRST, no_requirement(), (), EXPORTED)
    assert [path.name.split("_v1")[0] for path in paths] == ["小美", "小美_2", "a-b-c", "-", "客服05"]


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(InputError) as refused:
        written(tmp_path / "taken", FIRST)
    assert [finding.code for finding in refused.value.findings] == ["WB02"]


def test_a_calendar_in_english(tmp_path: Path) -> None:
    choose_language("en")
    found = events(written(tmp_path, FIRST)["客服01_v1_Published.ics"])
    assert found[2]["SUMMARY"] == "夜 夜班 22:00–06:00 (next day)"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_lines_are_folded_at_75_octets_between_characters(text: str) -> None:
    folded = content_line(f"SUMMARY:{text}")
    lines = folded.split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 and line.decode("utf-8") is not None for line in lines)
    assert folded.replace(b"\r\n ", b"") == f"SUMMARY:{text}\r\n".encode()


def test_a_chinese_summary_of_56_characters_takes_three_lines_with_its_name() -> None:
    assert content_line("大" * 25).count(b"\r\n") == 1
    assert content_line("大" * 26).count(b"\r\n") == 2
    assert content_line(f"SUMMARY:{'大' * 56}").count(b"\r\n") == 3


def test_signs_with_a_meaning_are_escaped() -> None:
    assert escaped("a;b,c\\d\ne\r\nf") == "a\\;b\\,c\\\\d\\ne\\nf"
