"""What teams bring by mistake: each is told with its place, all at once, and nothing is imported."""

from pathlib import Path

from openpyxl import load_workbook

from app.files.choices import ImportChoices
from app.files.reading import read_files
from app.wording import choose_language
from app.wording.findings import sentence
from tests.files.file_samples import codes, counts, errors_of, first_sheet, write, write_xlsx


def test_every_broken_cell_of_a_gb18030_file_is_told_with_row_column_and_value(tmp_path: Path) -> None:
    text = (
        "日期,店铺,咨询人数\n2026-10-01,旗舰店,12\n2026-10-02,旗舰店,很多\n2026-02-30,旗舰店,3\n2026-10-04,旗舰店,-5\n"
        '2026-10-05,旗舰店,"12,5"\n2026-10-06,旗舰店,7,8\n2026-10-07,旗舰店,\n'
    )
    preview = read_files([write(tmp_path, "咨询.csv", text, "gb18030")])
    found = [(f.code, f.place.row, f.place.column, f.value) for f in preview.findings if f.level == "error"]
    assert found == [
        ("IE23", 7, "", ""),
        ("IE08", 4, "日期", "2026-02-30"),
        ("IE07", 3, "咨询人数", "很多"),
        ("IE16", 5, "咨询人数", "-5"),
        ("IE07", 6, "咨询人数", "12,5"),
    ]
    (summary,) = preview.files
    assert (summary.rows, summary.refused, summary.missing) == (7, 5, 1)
    choose_language("zh_CN")
    assert sentence(preview.findings[2]) == "文件「咨询.csv」第 3 行「咨询人数」：“很多”不是数字。请只填数字，或留空。"


def test_a_missing_week_is_told_as_one_stretch(tmp_path: Path) -> None:
    days = [*range(1, 11), *range(18, 29)]
    text = "时间,咨询量\n" + "".join(f"2026-10-{day:02d} {hour}:00,5\n" for day in days for hour in range(9, 18))
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert [(f.code, f.level, f.facts["days"]) for f in preview.findings] == [
        ("IN07", "notice", ("2026-10-11 – 2026-10-17",)),
    ]
    assert preview.acceptable


def test_a_days_missing_hours_are_told_and_a_weekly_day_off_is_not(tmp_path: Path) -> None:
    hours = [(day, hour) for day in range(1, 29) for hour in range(9, 18) if day % 7 and (day, hour) != (13, 12)]
    text = "时间,咨询量\n" + "".join(f"2026-10-{day:02d} {hour}:00,5\n" for day, hour in hours)
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert [(f.code, f.facts["days"]) for f in preview.findings] == [("IN16", ("2026-10-13",))]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    (finding,) = read_files([path]).findings
    assert (finding.code, finding.facts) == ("IE19", {"variant": "file", "megabytes": 200, "most": 128})


def test_a_column_that_stands_twice_is_asked_about(tmp_path: Path) -> None:
    (finding,) = read_files([write(tmp_path, "a.csv", "日期,咨询人数,咨询人数\n2026-10-01,1,2\n")]).findings
    assert (finding.code, finding.value) == ("IE05", "咨询人数")
    assert [finding.facts[name] for name in ("first", "second", "all")] == ["B", "C", ["B:咨询人数", "C:咨询人数"]]


def test_a_column_that_stands_twice_is_chosen_by_its_letter(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "日期,咨询人数,咨询人数\n2026-10-01,1,2\n")
    preview = read_files([path], ImportChoices(columns={"C:咨询人数": "inquiries"}))
    assert [(finding.code, finding.facts["columns"]) for finding in preview.findings] == [("IN10", ("咨询人数",))]
    assert list(counts(preview).values()) == [2.0]


def test_a_header_is_found_where_a_person_points_at(tmp_path: Path) -> None:
    text = "日期,咨询人数\n旧的,旧的\n哪天,来了多少,咨询人数\n2026-10-01,7,1\n"
    path = write(tmp_path, "a.csv", text)
    chosen = ImportChoices(columns={"哪天": "date", "来了多少": "inquiries"}, header_row=3)
    assert list(counts(read_files([path], chosen)).values()) == [7.0]


def test_notes_below_the_data_are_left_out_and_told(tmp_path: Path) -> None:
    text = (
        "店铺咨询量,,\n日期,咨询人数,接待人数\n2026-10-01,1,2\n2026-10-02,3,\n\n导出时间：2026年,,\n数据说明：去重,,\n"
    )
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert len(counts(preview)) == 2
    assert (preview.files[0].rows, preview.files[0].left_out) == (2, 2)
    assert [f.facts["variant"] for f in preview.findings] == ["notes"]


def test_a_lone_date_is_a_day_without_data_not_a_note(tmp_path: Path) -> None:
    preview = read_files([write(tmp_path, "a.csv", "日期,咨询人数\n2026-10-01,1\n2026-10-02,\n")])
    assert (preview.files[0].rows, preview.files[0].missing, codes(preview)) == (2, 1, [])


def test_formulas_stored_without_a_result_are_told_where_they_matter(tmp_path: Path) -> None:
    rows: list[list[object]] = [["日期", "咨询人数", "备注"], ["2026-10-01", "=1+1", "=1+1"], ["2026-10-02", 5, None]]
    path = write_xlsx(tmp_path, "a.xlsx", rows, sheet="十月 & 双11")
    preview = read_files([path])
    assert [(f.code, f.place.sheet, f.place.row, f.place.column) for f in preview.findings] == [
        ("IE14", "十月 & 双11", 2, "咨询人数"),
    ]
    book = load_workbook(path)
    first_sheet(book)["B2"] = 2
    book.save(path)
    assert codes(read_files([path])) == []


def test_rates_are_read_as_percent_by_their_column_and_over_100_is_impossible(tmp_path: Path) -> None:
    header = "日期,咨询人数,旺旺回复率\n"
    good = write(tmp_path, "a.csv", header + "2026-10-01,1,99.45\n2026-10-02,2,0.8\n2026-10-03,3,-\n")
    assert [(f.code, f.place.column, f.facts) for f in read_files([good]).findings] == [
        ("IN05", "旺旺回复率", {"most": "99.45"}),
    ]
    bad = write(tmp_path, "b.csv", header + "2026-10-01,1,104%\n2026-10-02,2,98%\n")
    assert [(f.code, f.place.row, f.value) for f in read_files([bad]).findings] == [("IE16", 2, "104%")]


def test_a_workbook_may_hold_several_lists_and_other_sheets(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path, "a.xlsx", [["工号", "姓名", "技能"], ["1", "客服01", "售前"]], sheet="花名册")
    book = load_workbook(path)
    book.create_sheet("说明").append(["随便写"])
    for row in (["代码", "开始", "结束"], ["早", "08:00", "17:00"]):
        (book["班次"] if "班次" in book.sheetnames else book.create_sheet("班次")).append(row)
    book.save(path)
    preview = read_files([path])
    assert [agent.id for agent in preview.team] == ["1"]
    assert list(preview.shifts) == ["早"]
    assert codes(preview) == []


def test_a_hidden_sheet_is_read_and_mentioned(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path, "a.xlsx", [["说明"], ["随便写"]])
    book = load_workbook(path)
    sheet = book.create_sheet("备份")
    for row in (["时间", "咨询量"], ["2026-10-31 19:30", 88]):
        sheet.append(row)
    sheet.sheet_state = "hidden"
    book.save(path)
    preview = read_files([path])
    assert len(counts(preview)) == 1
    assert [(f.code, f.place.sheet) for f in preview.findings] == [("IN19", "备份")]


def test_a_needed_column_that_is_missing_is_told_with_the_names_it_may_have(tmp_path: Path) -> None:
    preview = read_files([write(tmp_path, "a.csv", "日期,店铺,天气\n2026-10-01,A店,晴\n")])
    choose_language("en")
    assert sentence(preview.findings[0]) == (
        "a.csv: column for the number of inquiries not found "
        "(looked for 咨询人数, 直接接待人数, 接待人数, 当日询单人数 …). Pick it from: 日期 店铺 天气."
    )
    choose_language("zh_CN")


def test_an_import_is_as_strict_with_a_good_file_beside_a_bad_one(tmp_path: Path) -> None:
    good = write(tmp_path, "a.csv", "时间,咨询量\n2026-10-31 19:30,88\n2026-10-31 20:00,1\n")
    preview = read_files([good, write(tmp_path, "b.csv", "x")], ImportChoices())
    assert errors_of(preview) == ["IE03"]
    assert not preview.acceptable
    assert [(summary.file, summary.kind) for summary in preview.files] == [("a.csv", "history"), ("b.csv", "")]


def test_a_million_problems_of_one_kind_are_cut_short(tmp_path: Path) -> None:
    text = "时间,咨询量\n" + "".join(f"2026-10-31 20:00,x{number}\n" for number in range(500))
    preview = read_files([write(tmp_path, "a.csv", text)])
    assert len(preview.findings) == 100
    assert preview.files[0].refused == 500
