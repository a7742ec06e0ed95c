from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from app.files.accepting import accept, accepting_findings
from app.files.choices import ImportChoices
from app.files.overlap import Overlap, TakeOver
from app.files.preview import ImportPreview
from app.files.reading import read_files
from app.project.file import ProjectFile
from app.project.project import Project
from forecasts.findings import InputError
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon
from forecasts.promotion import Promotion
from resources.sample import write_sample
from scheduler.staffing.goals import Goals
from scheduler.team import DatedAbsence, DatedRequest, TeamAgent
from tests.files.file_samples import AGENTS, PRESALE, SHIFTS, write

HORIZON = Horizon(date(2026, 11, 5), 14, 30)
HISTORY = "start,inquiries\n2026-10-31T19:30,88\n2026-10-31T20:00,412\n"


@pytest.fixture
def file(tmp_path: Path) -> ProjectFile:
    return ProjectFile.create(tmp_path / "a.peakroster", Project("空", HORIZON))


def take(file: ProjectFile, *paths: Path) -> Project:
    accept(read_files(paths, ImportChoices.of(file.read())), file)
    return file.read()


def refused(file: ProjectFile, preview: ImportPreview) -> list[str]:
    before, log = file.read(), file.change_log()
    with pytest.raises(InputError) as error:
        accept(preview, file)
    assert file.read() == before
    assert file.change_log() == log
    return [finding.code for finding in error.value.findings]


def test_the_whole_sample_is_taken_over_as_one_change(file: ProjectFile, tmp_path: Path) -> None:
    project = take(file, *write_sample(tmp_path / "sample"))
    assert len(file.change_log()) == 2
    assert [batch.source for batch in file.batches()] == ["history.csv"]
    assert len(project.team) == 40
    assert project.goals.keys() == {"presale", "aftersale"}
    assert all(agent.shifts and agent.shifts <= project.shifts.keys() for agent in project.team)
    assert any(agent.absences for agent in project.team)
    assert any(agent.requests for agent in project.team)
    assert project.horizon == Horizon(date(2026, 11, 5), 14, 30)
    assert project.promotions


def test_each_file_is_a_batch_that_can_be_taken_out(file: ProjectFile, tmp_path: Path) -> None:
    second = HISTORY.replace("10-31", "11-01")
    project = take(file, write(tmp_path, "a.csv", HISTORY), write(tmp_path, "b.csv", second))
    assert len(project.history.series[PRESALE]) == 4
    first, _ = file.batches()
    assert (first.source, first.rows, len(first.sha256)) == ("a.csv", 2, 64)
    file.remove_batch(first.id)
    assert len(file.read().history.series[PRESALE]) == 2


def test_importing_the_same_file_again_changes_nothing_but_its_batch(file: ProjectFile, tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", HISTORY)
    once = take(file, path)
    assert take(file, path) == once
    assert len(file.batches()) == 1


def test_counts_that_the_project_has_otherwise_from_another_file_are_asked_about(
    file: ProjectFile, tmp_path: Path
) -> None:
    take(file, write(tmp_path, "a.csv", HISTORY))
    preview = read_files([write(tmp_path, "b.csv", HISTORY.replace(",412", ",400"))])
    (finding,) = accepting_findings(preview, file.read())
    assert (finding.code, finding.level, finding.value) == ("IE06", "error", "2026-10-31 20:00")
    assert finding.facts == {"variant": "project", "count": 1}
    assert refused(file, preview) == ["IE06"]


def test_what_a_file_says_anew_replaces_what_it_said_before(file: ProjectFile, tmp_path: Path) -> None:
    take(file, write(tmp_path, "a.csv", HISTORY))
    take(file, write(tmp_path, "a.csv", HISTORY.replace(",412", ",400")))
    assert file.read().history.series[PRESALE].inquiries.tolist() == [88, 400]
    assert len(file.batches()) == 1


def test_counts_of_the_project_can_be_kept(file: ProjectFile, tmp_path: Path) -> None:
    take(file, write(tmp_path, "a.csv", HISTORY))
    more = HISTORY.replace(",412", ",400") + "2026-10-31T20:30,7\n"
    preview = read_files([write(tmp_path, "b.csv", more)])
    keep = TakeOver(Overlap.KEEP)
    (finding,) = accepting_findings(preview, file.read(), keep)
    assert (finding.code, finding.level, finding.facts["variant"]) == ("IN18", "warning", "keep")
    accept(preview, file, keep)
    assert file.read().history.series[PRESALE].inquiries.tolist() == [88, 412, 7]


def test_counts_of_the_project_can_be_replaced_and_come_back(file: ProjectFile, tmp_path: Path) -> None:
    take(file, write(tmp_path, "a.csv", HISTORY))
    preview = read_files([write(tmp_path, "b.csv", HISTORY.replace(",412", ",400"))])
    replace_them = TakeOver(Overlap.REPLACE)
    (finding,) = accepting_findings(preview, file.read(), replace_them)
    assert (finding.code, finding.level, finding.facts) == ("IN18", "warning", {"variant": "replace", "count": 1})
    accept(preview, file, replace_them)
    assert file.read().history.series[PRESALE].inquiries.tolist() == [88, 400]
    file.remove_batch(file.batches()[-1].id)
    assert file.read().history.series[PRESALE].inquiries.tolist() == [88, 412]
    assert accepting_findings(read_files([tmp_path / "a.csv"]), file.read()) == []


def test_nothing_is_taken_over_when_anything_is_wrong(file: ProjectFile, tmp_path: Path) -> None:
    broken = write(tmp_path, "b.csv", "start,inquiries\n2026-11-01T20:00,many\n")
    assert refused(file, read_files([write(tmp_path, "a.csv", HISTORY), broken])) == ["IE07"]


def test_a_cancelled_import_cannot_be_taken_over(file: ProjectFile) -> None:
    with pytest.raises(ValueError, match="cancelled"):
        accept(ImportPreview(cancelled=True), file)


def test_totals_of_days_do_not_go_into_a_project_that_counts_within_the_day(file: ProjectFile, tmp_path: Path) -> None:
    take(file, write(tmp_path, "a.csv", HISTORY))
    days = write(tmp_path, "b.csv", "日期,咨询量\n2026-11-01,900\n2026-11-02,800\n")
    assert refused(file, read_files([days])) == ["IE33"]


def test_agents_are_brought_up_to_date_without_losing_what_the_list_does_not_say(
    file: ProjectFile, tmp_path: Path
) -> None:
    away = DatedAbsence(datetime(2026, 11, 9), datetime(2026, 11, 10), "年假")
    known = TeamAgent("00123", "客服01", hourly_cost=20, productivity=0.6, limits={"x": 1}, absences=(away,))
    other = TeamAgent("7", "客服07", skills=frozenset({"presale"}))
    file.change("team", replace(file.read(), team=(other, known)))
    project = take(file, write(tmp_path, "a.csv", "工号,姓名,技能,时薪\n00123,客服01,售后,35\n9,客服09,售前,30\n"))
    assert [agent.id for agent in project.team] == ["7", "00123", "9"]
    assert project.team[0] == other
    assert project.team[1] == replace(known, hourly_cost=35, skills=frozenset({"aftersale"}))


def test_agents_known_by_name_keep_their_id(file: ProjectFile, tmp_path: Path) -> None:
    file.change("team", replace(file.read(), team=(TeamAgent("00123", "客服01", skills=frozenset({"presale"})),)))
    project = take(file, write(tmp_path, "a.csv", "姓名,技能,用工类型\n客服01,售后,兼职\n"))
    assert [(agent.id, agent.contract) for agent in project.team] == [("00123", "part_time")]


def test_absences_and_requests_find_agents_by_id_then_by_name_and_never_double(
    file: ProjectFile, tmp_path: Path
) -> None:
    take(file, write(tmp_path, "agents.csv", AGENTS), write(tmp_path, "shifts.csv", SHIFTS))
    absences = write(tmp_path, "absences.csv", "姓名,日期,类型\n客服01,11月12日,年假\n")
    requests = write(tmp_path, "requests.csv", "工号,日期,班次,意愿\nP007,2026-11-12,兼职夜场,想\n")
    for _ in range(2):
        project = take(file, absences, requests)
    first, second = project.team
    assert first.absences == (DatedAbsence(datetime(2026, 11, 12), datetime(2026, 11, 13), "年假"),)
    assert second.requests == (DatedRequest(date(2026, 11, 12), "A5", "on", 30),)
    assert second.shifts == frozenset({"A5"})  # 4小时 means every shift of four hours


def test_shifts_may_come_after_the_agents_who_work_them(file: ProjectFile, tmp_path: Path) -> None:
    take(file, write(tmp_path, "agents.csv", AGENTS))
    project = take(file, write(tmp_path, "shifts.csv", SHIFTS))
    assert [agent.shifts for agent in project.team] == [frozenset({"早", "晚"}), frozenset({"A5"})]


def test_absences_of_unknown_agents_are_refused(file: ProjectFile, tmp_path: Path) -> None:
    absences = write(tmp_path, "absences.csv", "工号,日期,类型\n00199,2026-11-12,年假\n")
    assert refused(file, read_files([absences])) == ["IE15"]
    take(file, write(tmp_path, "agents.csv", AGENTS))
    assert refused(file, read_files([absences])) == ["IE15"]


def test_a_promotion_imported_again_replaces_the_one_of_its_name(file: ProjectFile, tmp_path: Path) -> None:
    file.change("promotions", replace(file.read(), promotions=(Promotion("618", ()), Promotion("双11", ()))))
    text = "活动,阶段,开始,结束\n双11,现货,2026-11-10 20:00,2026-11-11 20:00\n"
    project = take(file, write(tmp_path, "a.csv", text))
    assert [(promotion.name, len(promotion.phases)) for promotion in project.promotions] == [("618", 0), ("双11", 1)]


def test_goals_for_all_go_to_every_skill_there_is(file: ProjectFile, tmp_path: Path) -> None:
    history = write(tmp_path, "a.csv", "start,inquiries,skill\n2026-10-31T19:30,88,live\n")
    goals = write(tmp_path, "goals.toml", "shrinkage = 0.2\n[skill.live]\nshrinkage = 0.3\n")
    project = take(file, history, goals, write(tmp_path, "agents.csv", AGENTS))
    assert {skill: its.shrinkage for skill, its in project.goals.items()} == {
        "presale": 0.2,
        "in_sale": 0.2,
        "live": 0.3,
    }
    assert project.goals["presale"] == Goals(shrinkage=0.2)


def test_a_history_of_another_skill_is_chosen_by_the_person(file: ProjectFile, tmp_path: Path) -> None:
    choices = ImportChoices(skill="aftersale", shop="A店")
    accept(read_files([write(tmp_path, "a.csv", HISTORY)], choices), file)
    assert list(file.read().history.series) == [SeriesKey("A店", "aftersale")]
