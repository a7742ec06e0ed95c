from datetime import date, datetime
from pathlib import Path

import pytest

from app.files.interchange import outlook_text, read_goals, read_promotions
from app.files.reading import read_files
from forecasts.findings import Finding, InputError
from forecasts.horizon import Horizon
from forecasts.outlook import Outlook
from forecasts.promotion import Phase
from scheduler.staffing.goals import Goals, ServiceGoal
from tests.files.file_samples import codes, errors_of, write

PROMOTIONS = """
[[promotion]]
name = "双11 2025"
[[promotion.phase]]
kind = "balance"                 # or a word of your own
start = 2025-10-31T20:00:00
end = 2025-11-01T02:00:00
uplift = 3.5
[[promotion.phase]]
kind = "0点"
start = "2025-11-10 24:00"
end = 2025-11-11T02:00:00
expected_inquiries = 2600
"""
GOALS = """
max_concurrency = 6
shrinkage = 0.1
plan_for = "p80"
[goal]
service_level = 0.9
answer_within_seconds = 20
[skill.aftersale]
max_concurrency = 4
[skill.aftersale.goal]
reply_rate = 0.95
"""


def found_in(path: Path) -> list[tuple[str, str, str]]:
    return [(f.code, f.place.path, f.value) for f in read_files([path]).findings]


def test_promotions(tmp_path: Path) -> None:
    path = write(tmp_path, "任意.txt", PROMOTIONS)
    (promotion,) = read_files([path]).promotions
    assert promotion.name == "双11 2025"
    assert promotion.phases == (
        Phase("balance", datetime(2025, 10, 31, 20), datetime(2025, 11, 1, 2), 3.5, None),
        Phase("opening", datetime(2025, 11, 11), datetime(2025, 11, 11, 2), None, 2600),
    )
    assert read_promotions(path) == (promotion,)


def test_a_phase_may_have_a_handling_time_and_a_concurrency_of_its_own(tmp_path: Path) -> None:
    typed = 'uplift = 3.5\nhandling_time_seconds = 45\nmax_concurrency = { "售后" = 4, presale = 12 }\n'
    path = write(tmp_path, "a.toml", PROMOTIONS.replace("uplift = 3.5\n", typed))
    (found,) = read_promotions(path)
    phase = found.phases[0]
    assert phase.handling_time_seconds == (("", 45.0),)
    assert phase.max_concurrency == (("aftersale", 4.0), ("presale", 12.0))
    again = write(tmp_path, "b.toml", outlook_text([found], Outlook()))
    assert read_promotions(again) == (found,)
    wrong = write(tmp_path, "c.toml", PROMOTIONS.replace("uplift = 3.5\n", 'max_concurrency = { presale = "x" }\n'))
    assert found_in(wrong) == [("IE30", "promotion[0].phase[0].max_concurrency", "{'presale': 'x'}")]


def test_times_without_seconds_read_as_the_command_line_shows_them(tmp_path: Path) -> None:
    path = write(tmp_path, "a.toml", PROMOTIONS.replace("T20:00:00", "T20:00").replace("T02:00:00", "T02:00"))
    assert codes(read_files([path])) == []
    assert read_promotions(path)[0].phases[0].start == datetime(2025, 10, 31, 20)


def test_goals_for_all_skills_and_what_differs_for_one(tmp_path: Path) -> None:
    path = write(tmp_path, "goals.toml", GOALS)
    general = Goals(
        max_concurrency=6,
        shrinkage=0.1,
        plan_for="p80",
        goal=ServiceGoal(0.9, 20, None, None, None),
    )
    assert read_files([path]).goals[""] == general
    goals = read_goals(path, ("presale", "aftersale"))
    assert goals["presale"] == general
    assert goals["aftersale"].max_concurrency == 4
    assert goals["aftersale"].shrinkage == 0.1
    assert goals["aftersale"].goal == ServiceGoal(None, 30.0, None, 0.95, None)


def test_project_settings(tmp_path: Path) -> None:
    text = 'name = "双11"\nfirst_day = 2026-11-05\ndays = 14\ninterval_minutes = 30\nseat_limit = 30\n'
    settings = read_files([write(tmp_path, "project.toml", text)]).settings
    assert (settings.name, settings.seat_limit) == ("双11", 30)
    assert settings.horizon == Horizon(date(2026, 11, 5), 14, 30)


def test_everything_wrong_in_a_settings_file_is_told_at_once(tmp_path: Path) -> None:
    text = (
        'max_concurency = 8\nshrinkage = 15\nminimum_present = 2.5\nplan_for = "p55"\nseconds_per_reply = "ten"\n'
        "goal = 3\n[skill]\npresale = 1\n"
    )
    assert found_in(write(tmp_path, "goals.toml", text)) == [
        ("IE30", "seconds_per_reply", "ten"),
        ("IE30", "shrinkage", "15"),
        ("IE30", "minimum_present", "2.5"),
        ("IE30", "plan_for", "p55"),
        ("IE30", "goal", "3"),
        ("IE30", "skill.presale", "1"),
        ("IE29", "max_concurency", ""),
    ]


def test_everything_wrong_in_a_promotions_file_is_told_at_once(tmp_path: Path) -> None:
    text = (
        '[[promotion]]\nname = 11\n[[promotion.phase]]\nkind = "opening"\nstart = "soon"\nuplift = "big"\n'
        '[[promotion]]\nname = "618"\nphase = 3\n'
    )
    assert found_in(write(tmp_path, "promotions.toml", text)) == [
        ("IE30", "promotion[0].name", "11"),
        ("IE31", "promotion[0].phase[0].end", ""),
        ("IE30", "promotion[0].phase[0].start", "soon"),
        ("IE30", "promotion[0].phase[0].uplift", "big"),
        ("IE30", "promotion[1].phase", "3"),
    ]


def test_a_phase_that_ends_before_it_starts_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "p.toml", PROMOTIONS.replace("2025-11-01T02", "2025-10-01T02"))
    assert codes(read_files([path])) == ["PE01"]
    with pytest.raises(InputError) as refused:
        read_promotions(path)
    assert [f.code for f in refused.value.findings] == ["PE01"]


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, "goals.toml", "shrinkage = 0.1\nplan_for = p50\n")
    (finding,) = read_files([path]).findings
    assert finding.code == "IE28"
    assert "line 2" in str(finding.facts["reason"])


def test_a_project_with_an_odd_interval_or_no_days_is_told(tmp_path: Path) -> None:
    text = "first_day = 2026-11-05\ndays = 0\ninterval_minutes = 20\n"
    assert found_in(write(tmp_path, "project.toml", text)) == [
        ("IE30", "days", "0"),
        ("IE30", "interval_minutes", "20"),
    ]


def test_a_settings_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    findings: list[Finding] = []
    for read in (lambda: read_promotions(tmp_path / "no.toml"), lambda: read_goals(tmp_path / "no.toml", ())):
        with pytest.raises(InputError) as refused:
            read()
        findings += refused.value.findings
    assert [f.code for f in findings] == ["IE17", "IE17"]


def test_a_quantile_may_differ_by_time_of_day(tmp_path: Path) -> None:
    goals = write(tmp_path, "goals.toml", 'plan_for = { usually = "p50", "00:00-02:00" = "p90" }\n')
    preview = read_files([goals])
    assert errors_of(preview) == []
    assert preview.goals[""].plan_for == "p50 00:00-02:00=p90"


def test_a_time_of_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    goals = write(tmp_path, "goals.toml", 'plan_for = { "25:00-26:00" = "p90" }\n')
    assert errors_of(read_files([goals])) == ["IE30"]
