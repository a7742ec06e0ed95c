"""Bad input: a clear sentence each, exit status 2, nothing half-imported, no traceback."""

import json
import zlib
from pathlib import Path

import pytest

from app.commands import run_command
from app.commands.catalogue import COMMANDS

PICTURE = b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(400))


def refused(files: list[Path], project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says when it refuses; the project must not have come into being."""
    status = run_command(["import", *map(str, files), "--project", str(project)])
    said = capsys.readouterr().err
    assert status == 2
    assert not project.exists()
    assert "Traceback" not in said
    return said


def test_an_empty_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = tmp_path / "empty.csv"
    empty.touch()
    said = refused([empty], tmp_path / "p.peakroster", capsys)
    assert "文件「empty.csv」：文件是空的。请重新导出。" in said


def test_a_picture_named_xlsx_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "history.xlsx"
    picture.write_bytes(PICTURE)
    said = refused([picture], tmp_path / "p.peakroster", capsys)
    assert "文件「history.xlsx」：是图片或 PDF，不是表格。请把数据导出为 .xlsx 或 .csv。" in said


def test_every_broken_row_of_a_gb18030_file_is_told_and_none_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = ["时间,咨询量"] + [f"2026-10-{day:02d} {hour:02d}:00,{hour}" for day in range(1, 20) for hour in range(24)]
    rows[60], rows[90], rows[100] = "2026-10-03 11:00,很多", "2026-02-30 10:00,5", "2026-10-05 03:00,-4"
    history = tmp_path / "历史.csv"
    history.write_bytes("\n".join(rows).encode("gb18030"))
    said = refused([history], tmp_path / "p.peakroster", capsys)
    assert "文件「历史.csv」第 61 行「咨询量」：“很多”不是数字。" in said
    assert "文件「历史.csv」第 91 行「时间」：“2026-02-30 10:00”不是有效日期。" in said
    assert "文件「历史.csv」第 101 行「咨询量」：“-4”小于 0。" in said
    assert "未导入任何内容。" in said


def test_a_missing_week_is_told_and_stays_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = [*range(1, 10), *range(17, 31)]
    rows = ["时间,咨询量"] + [f"2026-10-{day:02d} {hour:02d}:00,7" for day in days for hour in range(24)]
    history, project = tmp_path / "history.csv", tmp_path / "p.peakroster"
    history.write_text("\n".join(rows), encoding="utf-8")
    assert run_command(["import", str(history), "--project", str(project)]) == 0
    assert "2026-10-10 – 2026-10-16 没有数据（共 7 天）。这些天按缺失处理，不算作 0。" in capsys.readouterr().err
    out = tmp_path / "out.csv"
    assert run_command(["history", "--project", str(project), "--out", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1 + len(days) * 24


def test_a_promotion_that_ends_before_it_starts_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    promotions = tmp_path / "promotions.toml"
    promotions.write_text(
        '[[promotion]]\nname = "双11"\n[[promotion.phase]]\nkind = "opening"\n'
        "start = 2026-11-11T02:00\nend = 2026-11-11T00:00\n",
        encoding="utf-8",
    )
    said = refused([promotions], tmp_path / "p.peakroster", capsys)
    assert "文件「promotions.toml」：大促活动“双11”的阶段“开门红”结束时间（2026-11-11 00:00）" in said
    assert "不晚于开始时间（2026-11-11 02:00）。请对调或更正时间。" in said


def test_agents_without_a_shift_they_may_work_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agents, shifts = tmp_path / "agents.csv", tmp_path / "shifts.csv"
    agents.write_text("工号,姓名,用工类型,技能,可上班次\n001,客服01,全职,售前,早班X\n", encoding="utf-8")
    shifts.write_text("代码,名称,开始,结束\n早,早班,08:00,17:00\n", encoding="utf-8")
    said = refused([agents, shifts], tmp_path / "p.peakroster", capsys)
    assert "文件「agents.csv」第 2 行「可上班次」：“早班X”：客服01 没有任何可上班次。请至少填写其中一个：早。" in said


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nothere.csv" in refused([tmp_path / "nothere.csv"], tmp_path / "p.peakroster", capsys)


def test_findings_as_json_carry_code_place_and_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history = tmp_path / "history.csv"
    history.write_text("start,inquiries\n2026-10-01T00:00,x\n", encoding="utf-8")
    assert run_command(["import", str(history), "--project", str(tmp_path / "p.peakroster"), "--json"]) == 2
    finding = json.loads(capsys.readouterr().out)["findings"][0]
    assert (finding["code"], finding["file"], finding["row"]) == ("IE07", "history.csv", 2)
    assert "x" in finding["text"]


def test_a_project_that_is_no_project_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = tmp_path / "wrong.peakroster"
    wrong.write_text("hello", encoding="utf-8")
    assert run_command(["plan", "--project", str(wrong), "--out", str(tmp_path / "x.xlsx")]) == 2
    assert "wrong.peakroster" in capsys.readouterr().err


def test_an_unknown_scenario_names_those_there_are(planned_shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["forecast", "--project", str(planned_shop), "--scenario", "没有"]) == 2
    assert "现有方案：基准" in capsys.readouterr().err


def test_a_document_that_is_not_json_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problem = tmp_path / "problem.json"
    problem.write_text('{"format":\n', encoding="utf-8")
    assert run_command(["solve", str(problem), "--out", str(tmp_path / "s.json")]) == 2
    assert "文件「problem.json」第 2 行" in capsys.readouterr().err


def test_dingtalk_without_its_template_says_how_to_get_it(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "dingtalk.xlsx"
    assert run_command(["export", "--project", str(planned_shop), "--format", "dingtalk", "--out", str(out)]) == 2
    assert "请先在钉钉导出考勤组的排班模板" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(("given", "told"), [("早班", "「早班」"), ("没有=1", "「没有」不是项目里的班次或客服")])
def test_a_name_for_an_attendance_system_that_cannot_be_kept_is_told(
    given: str, told: str, planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--format", "feishu", "--map", given, "--out", str(tmp_path / "a.json")]
    assert run_command(["export", "--project", str(planned_shop), *options]) == 2
    assert told in capsys.readouterr().err


def test_wages_are_refused_in_a_file_for_the_team(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "roster.xlsx"
    options = ["--format", "team", "--wages", "--out", str(out)]
    assert run_command(["export", "--project", str(planned_shop), *options]) == 2
    assert "只有人事汇总可以包含工资" in capsys.readouterr().err
    assert not out.exists()


def test_an_old_encoding_is_refused_for_a_workbook(
    planned_shop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--format", "hr", "--gb18030", "--out", str(tmp_path / "a.xlsx")]
    assert run_command(["export", "--project", str(planned_shop), *options]) == 2
    assert "只有明细表（csv）可写成 GB18030" in capsys.readouterr().err


def test_a_missing_option_is_told_in_the_users_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        run_command(["solve", "problem.json"])
    assert left.value.code == 2
    assert "缺少必需的参数：--out" in capsys.readouterr().err


@pytest.mark.parametrize(("language", "words"), [("zh_CN", "示例"), ("en", "Example")])
def test_every_command_shows_an_example(language: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as left:
            run_command([command, "--language", language, "--help"])
        assert left.value.code == 0
        said = capsys.readouterr().out
        assert words in said
        assert f"python main.py {command}" in said
