"""Every code once, its sentence word for word in both languages."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from app.wording import choose_language
from app.wording.files import SENTENCES
from app.wording.findings import sentence
from forecasts.findings import Finding, Place

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def language() -> Iterator[None]:
    yield
    choose_language("zh_CN")


CELL = Place("a.csv", row=37, column="接待人数")
FILE = Place("a.csv")
DAYS = {"series": "A店 presale", "days": "2026-11-07 – 2026-11-08", "count": 2}

PROJECT = Place("计划.peakroster")

SAID = [
    (
        Finding("IE01", place=FILE),
        "a.csv: not a workbook, web page or text table. Export it again, or save it as .xlsx.",
        "文件「a.csv」：不是工作簿、网页表格或文本表格。请重新导出，或另存为 .xlsx。",
    ),
    (
        Finding("IE01", place=FILE, facts={"variant": "system", "reason": "Permission denied"}),
        "a.csv: cannot be read: Permission denied. Check the path and the right to read it.",
        "文件「a.csv」：无法读取：Permission denied。请检查路径和读取权限。",
    ),
    (
        Finding("IE02", place=FILE),
        "a.csv: protected by a password. Remove the password in Excel or WPS and import again.",
        "文件「a.csv」：设有密码保护。请在 Excel 或 WPS 中取消密码后重新导入。",
    ),
    (
        Finding("IE03", place=FILE),
        "a.csv: no row with known column names in the first 15 rows. Point at the header row, or choose a format.",
        "文件「a.csv」：前 15 行中没有可识别的列名。请指定表头所在行，或选择一种格式。",
    ),
    (
        Finding("IE04", place=FILE, facts={"variant": "date", "names": "日期", "columns": "a b"}),
        "a.csv: a column that is needed was not found (looked for 日期). Pick it from: a b.",
        "文件「a.csv」：缺少必需的列（查找过 日期）。请从下列各列中选择：a b。",
    ),
    (
        Finding("IE04", place=FILE, facts={"variant": "inquiries", "names": "咨询人数, 接待人数", "columns": "a b"}),
        "a.csv: column for the number of inquiries not found (looked for 咨询人数, 接待人数 …). Pick it from: a b.",
        "文件「a.csv」：找不到咨询人数列（查找过 咨询人数, 接待人数 等）。请从下列各列中选择：a b。",
    ),
    (
        Finding("IE05", place=Place("a.csv", row=1), value="接待人数", facts={"first": "C", "second": "H"}),
        'a.csv, row 1: "接待人数" appears in columns C and H. Choose one.',
        "文件「a.csv」第 1 行：“接待人数”同时出现在 C 列和 H 列。请选择其中一列。",
    ),
    (
        Finding("IE06", place=Place("b.xlsx"), value="2026-11-01", facts={"other": "a.xlsx", "count": 3}),
        "b.xlsx: 2026-11-01 is already there from a.xlsx, and differs in 3 intervals. Replace, keep, or cancel.",
        "文件「b.xlsx」：a.xlsx 中已有 2026-11-01 的数据，且有 3 个时段不一致。请选择替换、保留或取消。",
    ),
    (
        Finding(
            "IE06",
            place=Place("a.csv", row=9),
            value="2026-11-01 20:00",
            facts={"variant": "rows", "other_row": 4, "first": "88", "second": "90"},
        ),
        "a.csv, row 9: 2026-11-01 20:00 stands in row 4 already, with 88 there and 90 here. Keep the right one.",
        "文件「a.csv」第 9 行：2026-11-01 20:00 在第 4 行已出现，那里是 88，这里是 90。请保留正确的一行。",
    ),
    (
        Finding(
            "IE06",
            place=Place("a.csv", row=9),
            value="2026-11-01",
            facts={"variant": "again", "other_row": 4},
        ),
        "a.csv, row 9: 2026-11-01 stands in row 4 already. Keep one of the rows.",
        "文件「a.csv」第 9 行：2026-11-01 在第 4 行已出现。请只保留一行。",
    ),
    (
        Finding("IE07", place=CELL, value="12,5", facts={"example": "12"}),
        'a.csv, row 37, column "接待人数": "12,5" is not a whole number. Write 12 or leave the cell empty.',
        "文件「a.csv」第 37 行「接待人数」：“12,5”不是整数。请改为 12，或留空。",
    ),
    (
        Finding("IE07", place=CELL, value="很多", facts={"variant": "text"}),
        'a.csv, row 37, column "接待人数": "很多" is not a number. Write digits only, or leave the cell empty.',
        "文件「a.csv」第 37 行「接待人数」：“很多”不是数字。请只填数字，或留空。",
    ),
    (
        Finding("IE08", place=Place("a.csv", row=9, column="日期"), value="2026-02-30"),
        'a.csv, row 9, column "日期": "2026-02-30" is not a day. Correct the date.',
        "文件「a.csv」第 9 行「日期」：“2026-02-30”不是有效日期。请更正日期。",
    ),
    (
        Finding("IE08", place=FILE, value="11/9-11/3", facts={"variant": "backwards"}),
        'a.csv: "11/9-11/3" ends before it starts. Swap or correct the dates.',
        "文件「a.csv」：“11/9-11/3”的结束早于开始。请对调或更正日期。",
    ),
    (
        Finding("IE09", place=Place("8月排班.xlsx"), value="机", facts={"count": 14, "shifts": "早、晚"}),
        '8月排班.xlsx: "机" is not a known shift code (14 cells). Correct it, or add the shift; known are: 早、晚.',
        "文件「8月排班.xlsx」：“机”不是已知的班次代码（共 14 个单元格）。请更正，或先添加该班次；已有班次：早、晚。",
    ),
    (
        Finding("IE10", place=Place("a.csv", row=2), value="10月20日"),
        'a.csv, row 2: "10月20日" has no year, nor has the file name. Choose the year.',
        "文件「a.csv」第 2 行：“10月20日”没有年份，文件名中也没有。请选择年份。",
    ),
    (
        Finding("IE11", place=FILE),
        'a.csv: hours run 1 … 24. Does "1" mean 00:00–01:00 or 01:00–02:00?',
        "文件「a.csv」：小时列为 1 至 24。请确认“1”是指 00:00–01:00 还是 01:00–02:00。",
    ),
    (
        Finding("IE12", place=FILE, facts={"first": date(2026, 4, 1), "last": date(2026, 4, 20)}),
        "a.csv: covers 2026-04-01 to 2026-04-20 in one row; history needs one day per file. Export day by day.",
        "文件「a.csv」：一行合计了 2026-04-01 至 2026-04-20 的数据；历史咨询量需要一天一个文件。请按天导出。",
    ),
    (
        Finding("IE13", place=FILE),
        "a.csv: neither rows nor file name carry a date. Enter the day of this file.",
        "文件「a.csv」：行内和文件名中都没有日期。请填写该文件的日期。",
    ),
    (
        Finding("IE14", place=Place("8月排班.xlsx", "2026年8月", 4, "合计")),
        '8月排班.xlsx, sheet 2026年8月, row 4, column "合计": the formula holds no stored result. Open '
        "and save the file once in Excel or WPS.",
        "文件「8月排班.xlsx」工作表「2026年8月」第 4 行「合计」：公式没有保存计算结果。请用 Excel 或 WPS "
        "打开并保存一次。",
    ),
    (
        Finding("IE15", place=Place("意愿.csv", row=5), value="00199"),
        '意愿.csv, row 5: no agent "00199". Add the agent or correct the id.',
        "文件「意愿.csv」第 5 行：没有客服“00199”。请先添加该客服，或更正工号。",
    ),
    (
        Finding(
            "IE16",
            place=Place("a.csv", row=12, column="回复率"),
            facts={"variant": "share", "percent": "104"},
        ),
        'a.csv, row 12, column "回复率": 104% is more than 100%. Correct the number or leave the cell empty.',
        "文件「a.csv」第 12 行「回复率」：104% 超过了 100%。请更正，或留空。",
    ),
    (
        Finding("IE16", place=CELL, value="-3", facts={"variant": "negative"}),
        'a.csv, row 37, column "接待人数": "-3" is less than nothing. Correct the number or leave the cell empty.',
        "文件「a.csv」第 37 行「接待人数」：“-3”小于 0。请更正，或留空。",
    ),
    (
        Finding("IE17", place=FILE, value="data/a.csv"),
        "a.csv: there is no file or folder data/a.csv. Check the path.",
        "文件「a.csv」：没有文件或文件夹 data/a.csv。请检查路径。",
    ),
    (
        Finding("IE18", place=Place("11月")),
        "11月: the folder holds no file to import. Choose the folder with the exported files.",
        "文件「11月」：文件夹中没有可导入的文件。请选择存放导出文件的文件夹。",
    ),
    (
        Finding("IE19", place=Place("a.xlsx"), facts={"megabytes": 3072, "most": 200}),
        "a.xlsx: unpacks to 3072 MB, more than the 200 MB allowed. Save only the sheets needed as a new file.",
        "文件「a.xlsx」：解压后有 3072 MB，超过上限 200 MB。请只把需要的工作表另存为新文件。",
    ),
    (
        Finding("IE20", place=FILE),
        "a.csv: the file is empty. Export it again.",
        "文件「a.csv」：文件是空的。请重新导出。",
    ),
    (
        Finding("IE21", place=Place("a.xlsx")),
        "a.xlsx: a picture or PDF, not a table. Export the figures as .xlsx or .csv.",
        "文件「a.xlsx」：是图片或 PDF，不是表格。请把数据导出为 .xlsx 或 .csv。",
    ),
    (
        Finding("IE22", place=Place("a.csv", row=3, column="开始"), value="四点"),
        'a.csv, row 3, column "开始": "四点" is not a time of day. Write it like 19:30.',
        "文件「a.csv」第 3 行「开始」：“四点”不是钟点。请写成 19:30 这样的时间。",
    ),
    (
        Finding("IE23", place=Place("a.csv", row=3), facts={"cells": 4, "columns": 3}),
        "a.csv, row 3: the row has 4 cells, the header 3 columns. Correct the row; put quotes round a comma in text.",
        "文件「a.csv」第 3 行：该行有 4 个单元格，表头有 3 列。请更正该行；文字中的逗号要加引号。",
    ),
    (
        Finding("IE24", place=Place("a.csv", row=3), value="2026-11-01 20:17"),
        "a.csv, row 3: 2026-11-01 20:17 lies on no grid of 5, 10, 15, 30 or 60 minutes. Correct the "
        "time, or export by the half hour.",
        "文件「a.csv」第 3 行：2026-11-01 20:17 不在 5、10、15、30 或 60 分钟的整点上。请更正时间，或按半小时导出。",
    ),
    (
        Finding("IE25", place=Place("a.csv", row=3, column="意愿"), value="随便"),
        'a.csv, row 3, column "意愿": "随便" is not a wish. Write 想, 不想 or 想休.',
        "文件「a.csv」第 3 行「意愿」：“随便”不是排班意愿。请填写 想、不想 或 想休。",
    ),
    (
        Finding("IE26", place=Place("a.csv", row=3)),
        "a.csv, row 3: the row names no agent. Enter the id or the name.",
        "文件「a.csv」第 3 行：该行没有写明客服。请填写工号或姓名。",
    ),
    (
        Finding("IE27", place=Place("a.csv", row=3)),
        "a.csv, row 3: the shift lacks its code, start or end. Enter all three.",
        "文件「a.csv」第 3 行：该班次缺少代码、开始或结束时间。请填写完整。",
    ),
    (
        Finding("IE28", place=Place("goals.toml"), facts={"reason": "Invalid value (at line 2, column 12)"}),
        "goals.toml: not a readable settings file: Invalid value (at line 2, column 12). Correct the line.",
        "文件「goals.toml」：不是有效的设置文件：Invalid value (at line 2, column 12)。请更正该行。",
    ),
    (
        Finding("IE29", place=Place("goals.toml", path="shrinkege"), facts={"known": "goal, shrinkage"}),
        "goals.toml, shrinkege: the key is unknown, so it would have no effect. Known here: goal, shrinkage.",
        "文件「goals.toml」shrinkege：未知的设置项，不会起作用。此处可用：goal, shrinkage。",
    ),
    (
        Finding(
            "IE30",
            place=Place("goals.toml", path="patience_seconds"),
            value="-1",
            facts={"variant": "number"},
        ),
        'goals.toml, patience_seconds: "-1" is not a number that is possible here. Write a number that '
        "is not negative.",
        "文件「goals.toml」patience_seconds：“-1”不是此处可用的数字。请填写不小于 0 的数字。",
    ),
    (
        Finding("IE30", place=Place("goals.toml", path="shrinkage"), value="15", facts={"variant": "share"}),
        'goals.toml, shrinkage: "15" is not a share. Write a number from 0 to 1, such as 0.8 for 80 %.',
        "文件「goals.toml」shrinkage：“15”不是比例。请填写 0 到 1 之间的数字，例如 80% 写作 0.8。",
    ),
    (
        Finding(
            "IE30",
            place=Place("goals.toml", path="minimum_present"),
            value="2.5",
            facts={"variant": "whole"},
        ),
        'goals.toml, minimum_present: "2.5" is not a whole number that is possible here. Write one like 8.',
        "文件「goals.toml」minimum_present：“2.5”不是此处可用的整数。请填写 8 这样的整数。",
    ),
    (
        Finding(
            "IE30",
            place=Place("p.toml", path="promotion[0].name"),
            value="11",
            facts={"variant": "text"},
        ),
        'p.toml, promotion[0].name: "11" is not a text. Put it in quotation marks.',
        "文件「p.toml」promotion[0].name：“11”不是文字。请加上引号。",
    ),
    (
        Finding(
            "IE30", place=Place("p.toml", path="promotion[0].phase[1].start"), value="soon", facts={"variant": "moment"}
        ),
        'p.toml, promotion[0].phase[1].start: "soon" is not a date and time. Write it like 2026-11-11T00:00.',
        "文件「p.toml」promotion[0].phase[1].start：“soon”不是日期时间。请写成 2026-11-11T00:00。",
    ),
    (
        Finding("IE30", place=Place("goals.toml", path="goal"), value="3", facts={"variant": "table"}),
        'goals.toml, goal: "3" stands where a table belongs. Write its keys under a line in square brackets.',
        "文件「goals.toml」goal：“3”处应为一组设置。请在方括号标题行下逐项填写。",
    ),
    (
        Finding("IE30", place=Place("p.toml", path="promotion"), value="3", facts={"variant": "tables"}),
        'p.toml, promotion: "3" stands where a list of tables belongs. Write each under a line in double brackets.',
        "文件「p.toml」promotion：“3”处应为多组设置。请在双方括号标题行下逐组填写。",
    ),
    (
        Finding(
            "IE30",
            place=Place("goals.toml", path="plan_for"),
            value="p55",
            facts={"variant": "one_of", "allowed": "p50, p80"},
        ),
        'goals.toml, plan_for: "p55" is not possible here. Choose one of: p50, p80.',
        "文件「goals.toml」plan_for：“p55”在此处不可用。请从下列选择：p50, p80。",
    ),
    (
        Finding("IE31", place=Place("p.toml", path="promotion[0].phase[1].end")),
        "p.toml, promotion[0].phase[1].end: the key is missing. Add it.",
        "文件「p.toml」promotion[0].phase[1].end：缺少该设置项。请补上。",
    ),
    (
        Finding("IE32", place=FILE, value="2026-11-11 12:00", facts={"count": 2}),
        "a.csv: 2 intervals are missing, the first at 2026-11-11 12:00. Add a row for each, with 0 where "
        "none is meant.",
        "文件「a.csv」：缺少 2 个时段，第一个是 2026-11-11 12:00。请逐行补上，没有的填 0。",
    ),
    (
        Finding("IE33", place=Place("b.csv"), facts={"other": "a.csv"}),
        "b.csv: holds totals of days, but a.csv counts within the day. Import them into projects of their own.",
        "文件「b.csv」：是按天的合计，而 a.csv 是日内各时段的数据。请分别导入不同的项目。",
    ),
    (
        Finding("IE33", place=Place("b.csv"), facts={"variant": "project"}),
        "b.csv: counts days while the project counts within the day, or the other way round. Import "
        "totals of days into a project of their own.",
        "文件「b.csv」：与项目中的历史一个按天、一个按日内时段，无法合并。请把按天的合计导入单独的项目。",
    ),
    (
        Finding("IE34", place=FILE),
        "a.csv: holds no row of data. Export it again, with the days that you need.",
        "文件「a.csv」：没有任何数据行。请重新导出所需日期的数据。",
    ),
    (
        Finding("IE35", place=Place("a.csv", row=2, column="p50")),
        'a.csv, row 2, column "p50": the cell is empty. Enter a number; 0 is one too.',
        "文件「a.csv」第 2 行「p50」：单元格为空。请填写数字，没有则填 0。",
    ),
    (
        Finding("IE30", place=Place("p.toml", path="driver[0].kernel"), value="x", facts={"variant": "numbers"}),
        'p.toml, driver[0].kernel: "x" is not a list of numbers. Write it like [0.2, 0.5, 0.3].',
        "文件「p.toml」driver[0].kernel：“x”不是数的列表，请写成 [0.2, 0.5, 0.3]。",
    ),
    (
        Finding("IE30", place=Place("p.toml", path="driver[0].kernel"), value="也许", facts={"variant": "flag"}),
        'p.toml, driver[0].kernel: "也许" is neither true nor false. Write one of the two, without quotation marks.',
        "文件「p.toml」driver[0].kernel：“也许”既不是 true 也不是 false，请写其中一个，不加引号。",
    ),
    (
        Finding("IE30", place=Place("p.toml", path="driver[0].kernel"), value="[0]", facts={"variant": "shares"}),
        'p.toml, driver[0].kernel: "[0]" cannot be the shares of the days after. '
        "Write 1 to 14 numbers, not all of them 0.",
        "文件「p.toml」driver[0].kernel：“[0]”不能作为之后各天的占比，请写 1 到 14 个数，不能全为 0。",
    ),
    (
        Finding(
            "IE30",
            place=Place("p.toml", path="driver[0].kernel"),
            value="2026-11-10 20:00",
            facts={"variant": "after_start"},
        ),
        'p.toml, driver[0].kernel: "2026-11-10 20:00" is not after the start. Correct one of the two moments.',
        "文件「p.toml」driver[0].kernel：“2026-11-10 20:00”不晚于开始时间，请改正其中一个。",
    ),
    (
        Finding("IE30", place=Place("p.toml", path="driver[0].kernel"), value="", facts={"variant": "either"}),
        "p.toml, driver[0].kernel: write either inquiries or a factor, one of the two.",
        "文件「p.toml」driver[0].kernel：咨询量和倍数只能写一个。",
    ),
    (
        Finding("IE38", place=Place("8月排班.xlsx", "2026年8月", 4, "剩余"), value="若干"),
        '8月排班.xlsx, sheet 2026年8月, row 4, column "剩余": "若干" is not a balance of days off. '
        "Write it like 3天4小时, or leave the cell empty.",
        "文件「8月排班.xlsx」工作表「2026年8月」第 4 行「剩余」：“若干”不是假期余额。"
        "请写成 3天4小时 这样的形式，或留空。",
    ),
    (
        Finding("IE39", place=Place("a.csv", row=2), value="2026-11-10 20:00"),
        'a.csv, row 2: the broadcast ends at "2026-11-10 20:00", before it starts. Correct the times.',
        "文件「a.csv」第 2 行：直播在“2026-11-10 20:00”结束，早于开始时间。请更正时间。",
    ),
    (
        Finding("IE06", place=FILE, value="2026-11-01 20:00", facts={"variant": "project", "count": 3}),
        "a.csv: 3 intervals are in the project already with other counts, the first at 2026-11-01 20:00. "
        "Choose: replace them, keep them, or cancel.",
        "文件「a.csv」：有 3 个时段在项目中已有不同的数据，第一个是 2026-11-01 20:00。请选择：替换、保留或取消。",
    ),
    (
        Finding(
            "IE09",
            place=Place("8月排班.xlsx", "2026年8月"),
            value="机",
            facts={"variant": "cells", "count": 2, "cells": "F12, G12", "shifts": "早、晚"},
        ),
        '8月排班.xlsx, sheet 2026年8月: "机" is not a known shift code (2 cells: F12, G12). '
        "Map it to a shift or to a kind of leave; known are: 早、晚.",
        "文件「8月排班.xlsx」工作表「2026年8月」：“机”不是已知的班次代码（共 2 个单元格：F12, G12）。"
        "请指定它对应的班次或假别；已有班次：早、晚。",
    ),
    (
        Finding("IE19", place=FILE, facts={"variant": "file", "megabytes": 300, "most": 128}),
        "a.csv: 300 MB, more than the 128 MB allowed. Split it, for instance by year.",
        "文件「a.csv」：大小为 300 MB，超过允许的 128 MB。请拆分，例如按年份。",
    ),
    (
        Finding("IE19", place=FILE, facts={"variant": "cells", "cells": "17,179,869,184", "most": "12,000,000"}),
        "a.csv: the cells reach so far that 17,179,869,184 would have to be laid out, more than the 12,000,000 "
        "allowed. Delete the rows and columns after the table and save the file.",
        "文件「a.csv」：单元格范围过大，需展开 17,179,869,184 个，超过允许的 12,000,000 个。"
        "请删除表格以外的行和列后保存文件。",
    ),
    (
        Finding("IN03", place=FILE, value="2026-10-20", facts={"hours": "271", "day": "264", "count": 1}),
        "a.csv: 2026-10-20: the hours add up to 271, the day says 264 (customers counted in two hours). "
        "Kept as hours (rows like this: 1).",
        "文件「a.csv」：2026-10-20 各小时合计 271，全天为 264（同一顾客在两个小时各计一次）。"
        "按各小时的数据保留（共 1 行）。",
    ),
    (
        Finding(
            "IN03", place=FILE, value="2026-10-20", facts={"hours": "24", "day": "264", "count": 1, "variant": "less"}
        ),
        "a.csv: 2026-10-20: the hours add up to 24, but the day says 264. Hours may be missing (rows like this: 1).",
        "文件「a.csv」：2026-10-20 各小时合计只有 24，全天却为 264。可能缺少部分小时（共 1 行）。",
    ),
    (
        Finding("IN05", place=Place("a.csv", column="回复率"), facts={"most": "99.45"}),
        'a.csv, column "回复率": values up to 99.45 read as percent.',
        "文件「a.csv」「回复率」：最大值为 99.45，按百分数读取。",
    ),
    (
        Finding("IN07", facts=DAYS | {"series": ["presale", "A店 aftersale"]}),
        "Pre-sale, A店 After-sale: no data for 2026-11-07 – 2026-11-08 (days: 2). These days stay missing, not zero.",
        "售前、A店 售后：2026-11-07 – 2026-11-08 没有数据（共 2 天）。这些天按缺失处理，不算作 0。",
    ),
    (
        Finding("IN09", place=FILE, facts={"count": 3, "rows": "汇总, 均值, 同行同层均值"}),
        "a.csv: 3 summary rows left out: 汇总, 均值, 同行同层均值.",
        "文件「a.csv」：略去 3 行汇总：汇总, 均值, 同行同层均值。",
    ),
    (
        Finding("IN09", place=FILE, facts={"variant": "notes", "count": 1, "rows": "导出时间：10月"}),
        "a.csv: notes left out (1): 导出时间：10月.",
        "文件「a.csv」：略去 1 行说明：导出时间：10月。",
    ),
    (
        Finding("IN10", place=FILE, facts={"columns": "天气, 心情"}),
        "a.csv: columns not used: 天气, 心情.",
        "文件「a.csv」：未使用的列：天气, 心情。",
    ),
    (
        Finding("IN11", place=Place("11月/~$a.xlsx"), facts={"variant": "open"}),
        "11月/~$a.xlsx: skipped: the lock file of a workbook that is open in Excel or WPS.",
        "文件「11月/~$a.xlsx」：已跳过：这是 Excel 或 WPS 打开工作簿时的临时文件。",
    ),
    (
        Finding("IN11", place=Place("11月/.a"), facts={"variant": "hidden"}),
        "11月/.a: skipped: a hidden file.",
        "文件「11月/.a」：已跳过：隐藏文件。",
    ),
    (
        Finding("IN11", place=Place("11月/a.csv"), facts={"variant": "empty"}),
        "11月/a.csv: skipped: the file is empty.",
        "文件「11月/a.csv」：已跳过：文件是空的。",
    ),
    (
        Finding("IN12", place=FILE, facts={"count": 2}),
        "a.csv: 2 rows stand there twice, with equal counts. Each was read once.",
        "文件「a.csv」：有 2 行重复且数值相同，只计一次。",
    ),
    (
        Finding("IN13", place=FILE, facts={"column": "直接接待人数"}),
        'a.csv: inquiries were read from the column "直接接待人数".',
        "文件「a.csv」：咨询量取自“直接接待人数”列。",
    ),
    (
        Finding("IN14", place=Place("11月/a (1).csv"), facts={"other": "11月/a.csv"}),
        "11月/a (1).csv: the same file as 11月/a.csv. It was read once.",
        "文件「11月/a (1).csv」：与 11月/a.csv 内容相同，只读取一次。",
    ),
    (
        Finding("IN15", place=Place("absences.csv"), facts={"count": 8, "day": date(2026, 11, 5)}),
        "absences.csv: 8 dates have no year; the year nearest to the plan (2026-11-05) was taken.",
        "文件「absences.csv」：有 8 个日期没有年份，已取最接近排班周期（2026-11-05）的年份。",
    ),
    (
        Finding("IN16", facts=DAYS),
        "A店 Pre-sale: only part of the intervals on 2026-11-07 – 2026-11-08 (days: 2). What is missing "
        "stays missing, not zero.",
        "A店 售前：2026-11-07 – 2026-11-08 只有部分时段有数据（共 2 天）。缺少的按缺失处理，不算作 0。",
    ),
    (
        Finding("IN17", facts={"minutes": 60}),
        "The files count at different intervals; the finer ones were added up to 60 minutes.",
        "各文件的时段长短不同，较细的已合计为 60 分钟一个时段。",
    ),
    (
        Finding("IN18", place=FILE, value="2026-11-01 20:00", facts={"variant": "replace", "count": 3}),
        "a.csv: 3 intervals are in the project already with other counts, the first at 2026-11-01 20:00. "
        "The import wins; taking it out again brings the old counts back.",
        "文件「a.csv」：有 3 个时段在项目中已有不同的数据，第一个是 2026-11-01 20:00。"
        "以本次导入为准；撤销本次导入即恢复原数据。",
    ),
    (
        Finding("IN18", place=FILE, value="2026-11-01 20:00", facts={"variant": "keep", "count": 3}),
        "a.csv: 3 intervals are in the project already with other counts, the first at 2026-11-01 20:00. "
        "The project's counts stay; only what it lacks is imported.",
        "文件「a.csv」：有 3 个时段在项目中已有不同的数据，第一个是 2026-11-01 20:00。"
        "保留项目中的数据，只导入缺少的部分。",
    ),
    (
        Finding("IN20", place=FILE, facts={"sheets": "通讯录, 备份"}),
        "a.csv: sheets left aside: 通讯录, 备份.",
        "文件「a.csv」：以下工作表未读取：通讯录, 备份。",
    ),
    (
        Finding("IN21", place=Place("a.xlsx", "2026年8月"), facts={"count": 31, "day": date(2026, 8, 1)}),
        "a.xlsx, sheet 2026年8月: 31 weekdays in the header are wrong, the first on 2026-08-01. The dates were taken.",
        "文件「a.xlsx」工作表「2026年8月」：表头中有 31 个星期与日期不符，第一个是 2026-08-01。已按日期读取。",
    ),
    (
        Finding("IN22", place=FILE, facts={"count": 2, "names": "客服01、客服02"}),
        "a.csv: 2 agents are new to the project and are added with the roster: 客服01、客服02.",
        "文件「a.csv」：有 2 名客服在项目中尚不存在，将随排班表一并加入：客服01、客服02。",
    ),
    (
        Finding("IN23", place=FILE, facts={"shifts": "早 09:00–18:00"}),
        "a.csv: shifts are new to the project and are added as the legend tells them, without breaks: "
        "早 09:00–18:00. Add their breaks afterwards.",
        "文件「a.csv」：以下班次在项目中尚不存在，将按图例加入，不含休息时段：早 09:00–18:00。请之后补充休息时段。",
    ),
    (
        Finding("IN24", place=FILE, facts={"count": 3, "words": "待定"}),
        "a.csv: 3 days of attendance say neither there nor away and stay unknown: 待定.",
        "文件「a.csv」：有 3 天的考勤无法判断是否出勤，按未知处理：待定。",
    ),
    (
        Finding("IN25", place=FILE, facts={"count": 1, "names": "客服99"}),
        "a.csv: 1 people are not in the team, their days were left out: 客服99.",
        "文件「a.csv」：有 1 人不在团队中，其考勤未读取：客服99。",
    ),
    (
        Finding("TS01", place=Place("排班.xls")),
        "排班.xls: not an .xlsx workbook, so it cannot lend its look. Save it as .xlsx in Excel or WPS.",
        "文件「排班.xls」：不是 .xlsx 工作簿，无法沿用其版式。请在 Excel 或 WPS 中另存为 .xlsx。",
    ),
    (
        Finding("TS02", place=Place("a.xlsx")),
        "a.xlsx: no roster sheet with days across and agents down was found. Choose the team's roster workbook.",
        "文件「a.xlsx」：没有找到横向为日期、纵向为客服的排班表。请选择团队自己的排班工作簿。",
    ),
    (
        Finding("TS03", place=Place("a.xlsx"), facts={"count": 1}),
        "a.xlsx: 1 text boxes or drawn shapes cannot be kept; put them in again, or write the text into cells.",
        "文件「a.xlsx」：有 1 个文本框或图形无法保留。请重新添加，或把文字写入单元格。",
    ),
    (
        Finding("TS04", place=Place("a.xlsx", "2026年9月"), facts={"names": "客服09"}),
        "a.xlsx, sheet 2026年9月: rows were added for agents that the workbook did not have: 客服09.",
        "文件「a.xlsx」工作表「2026年9月」：已为工作簿中没有的客服增加行：客服09。",
    ),
    (
        Finding("TS05", place=Place("a.xlsx", "2026年9月"), facts={"count": 1, "rows": "7"}),
        "a.xlsx, sheet 2026年9月: 1 agents of the workbook are not in the plan; their days were left empty (rows 7).",
        "文件「a.xlsx」工作表「2026年9月」：工作簿中有 1 名客服不在本次排班中，其日期已留空（第 7 行）。",
    ),
    (
        Finding("TS06", place=Place("b.xlsx"), facts={"count": 4}),
        "b.xlsx: 4 formulas could not be calculated here and show no result in a phone's preview. "
        "Open and save the file once in Excel or WPS.",
        "文件「b.xlsx」：有 4 个公式无法在此计算，手机预览时不显示结果。请用 Excel 或 WPS 打开并保存一次。",
    ),
    (
        Finding("TS07", place=Place("a.xlsx", "2026年11月"), facts={"count": 16}),
        "a.xlsx, sheet 2026年11月: 16 days of the month lie outside the plan and are not known; they were left empty.",
        "文件「a.xlsx」工作表「2026年11月」：本月有 16 天不在排班范围内且没有数据，已留空。",
    ),
    (
        Finding("TS08"),
        "Which workbook lends its look? Name it: --template FILE.xlsx.",
        "请指定沿用哪个工作簿的版式：--template 文件.xlsx。",
    ),
    (
        Finding("IN19", place=Place("a.xlsx", sheet="备份")),
        "a.xlsx, sheet 备份: the sheet is hidden. It was read all the same.",
        "文件「a.xlsx」工作表「备份」：该工作表已隐藏，仍已读取。",
    ),
    (
        Finding("IE37", place=Place("ours.toml"), facts={"reason": "kind 'history', shape 'round'"}),
        "ours.toml: the format profile cannot be used: kind 'history', shape 'round'. "
        "It was left out; correct it or delete it.",
        "文件「ours.toml」：该格式模板无法使用：kind 'history', shape 'round'。已略过；请更正或删除。",
    ),
    (
        Finding("IE10", place=Place("a.xlsx", "分时", 2), value="1日", facts={"variant": "month"}),
        'a.xlsx, sheet 分时, row 2: "1日" names no month, nor does a title, the sheet or the file. '
        "Write the month into the title, like 2026年10月.",
        "文件「a.xlsx」工作表「分时」第 2 行：“1日”没有月份，标题、工作表和文件名中也没有。"
        "请在标题中写明月份，如 2026年10月。",
    ),
    (
        Finding("IE40", place=Place("a.csv", row=3, column="保护"), value="怕黑"),
        'a.csv, row 3, column "保护": "怕黑" is not a protection. Write 不排夜班 or 不加班, '
        "or 孕期, 哺乳期, 实习, 未成年 for what these ask for.",
        "文件「a.csv」第 3 行「保护」：“怕黑”不是排班限制。请写“不排夜班”或“不加班”，"
        "或写“孕期”“哺乳期”“实习”“未成年”，按其要求处理。",
    ),
    (
        Finding(
            "IE41",
            place=Place("a.csv", row=3),
            value="2026-10-01",
            facts={"variant": "rows", "other_row": 2, "first": "5", "second": "3", "count": 336},
        ),
        "a.csv, row 3: 336 starts stand twice with different counts, the first 2026-10-01 with 5 and 3: this looks "
        "like two shops or skills in one file. Add a column 店铺 or 技能, or export them one by one. "
        "Nothing was imported.",
        "文件「a.csv」第 3 行：有 336 个时段出现两次且数值不同，第一个是 2026-10-01 的 5 和 3，"
        "像是两家店铺或两个技能混在一个文件里。请补上「店铺」或「技能」列，或分别导出。未导入任何内容。",
    ),
    (
        Finding(
            "IE06",
            place=Place("a.csv", row=170),
            value="2026-10-25 02:00",
            facts={"variant": "clock", "other_row": 124, "first": "3", "second": "9"},
        ),
        "a.csv, row 170: 2026-10-25 02:00 comes twice, 3 in row 124 and 9 here, as when clocks are set back. Keep one "
        "row with the sum of both, or with their mean if the day is to count as an ordinary one.",
        "文件「a.csv」第 170 行：2026-10-25 02:00 出现两次，第 124 行是 3，这里是 9，像是夏令时结束、时钟回拨。"
        "请合并为一行：填两者之和；若该日要按日常计算，则填平均值。",
    ),
    (
        Finding("IE42", place=Place("a.csv", row=170), value="2026-10-07 20:10", facts={"minutes": 60}),
        "a.csv, row 170: 2026-10-07 20:10 lies between the other rows, which stand every 60 minutes. Correct the time "
        "of this row, or add its count to the row of its interval.",
        "文件「a.csv」第 170 行：2026-10-07 20:10 不在时段起点上，其余各行每 60 分钟一行。"
        "请更正该行的时间，或把它的数量并入所属时段。",
    ),
    (
        Finding(
            "IN30",
            place=FILE,
            facts={"count": 3, "days": "2026-10-01 – 2026-10-03", "minutes": 60, "finest": 30},
        ),
        "a.csv: 3 days count by 60 minutes, others by 30 (2026-10-01 – 2026-10-03). Their counts were spread evenly "
        "over 30 minutes; the hours' and days' sums stay as they were.",
        "文件「a.csv」：有 3 天按 60 分钟统计，其余按 30 分钟（2026-10-01 – 2026-10-03）。"
        "这些天已平均拆分到 30 分钟，各小时与各日的合计不变。",
    ),
    (
        Finding("IN31", place=FILE, facts={"count": 480, "first": "7.25", "row": 2}),
        "a.csv: 480 counts are no whole numbers, the first 7.25 in row 2. They were kept as they are; check the column "
        "if inquiries are not shared between queues.",
        "文件「a.csv」：有 480 个数量不是整数，第一个是第 2 行的 7.25。"
        "已按原值保留；如果咨询并不按比例分摊，请检查该列。",
    ),
    (
        Finding("IN29", place=FILE, facts={"count": 2, "shops": "旗舰店, 专卖店"}),
        "a.csv: 2 shops in one file: 旗舰店, 专卖店. Each keeps its own counts; the forecast adds them up by skill.",
        "文件「a.csv」：一个文件里有 2 家店铺：旗舰店, 专卖店。各店数据分别保留，预测时按技能合并。",
    ),
    (
        Finding("IN26", place=FILE, facts={"column": "日期", "count": 46}),
        'a.csv: the column "日期" is written once for several rows; 46 empty cells were taken to go on with it.',
        "文件「a.csv」：「日期」一列多行只写了一次，其下 46 个空单元格按上一行的内容处理。",
    ),
    (
        Finding("IN27", place=FILE, facts={"sheets": "旗舰店, 专卖店"}),
        "a.csv: no column names the shop or skill; the sheets were taken for that: 旗舰店, 专卖店.",
        "文件「a.csv」：没有店铺或技能列，已用工作表名称区分：旗舰店, 专卖店。",
    ),
    (
        Finding("IN28", place=FILE, facts={"words": "店长"}),
        "a.csv: roles that the plan does not know were left out: 店长. Known are 组长 and 师傅.",
        "文件「a.csv」：略去了排班中没有的角色：店长。可用的角色是组长和师傅。",
    ),
    (
        Finding("PF01", place=PROJECT),
        "计划.peakroster: there is no such project file. Check the path, or create a new project.",
        "文件「计划.peakroster」：没有这个项目文件。请检查路径，或新建项目。",
    ),
    (
        Finding("PF02", place=PROJECT),
        "计划.peakroster: this is a folder, not a project file. Choose a file that ends in .peakroster.",
        "文件「计划.peakroster」：这是文件夹，不是项目文件。请选择以 .peakroster 结尾的文件。",
    ),
    (
        Finding("PF03", place=PROJECT),
        "计划.peakroster: this is not a project file. Choose a file that ends in .peakroster; import "
        "tables into a project.",
        "文件「计划.peakroster」：这不是项目文件。请选择以 .peakroster 结尾的文件；表格请导入到项目中。",
    ),
    (
        Finding("PF04", place=PROJECT),
        "计划.peakroster: the project was made by a newer version of the program. Update the program to open it.",
        "文件「计划.peakroster」：该项目由更新版本的程序创建。请升级程序后再打开。",
    ),
    (
        Finding("PF05", place=PROJECT, value="database disk image is malformed"),
        "计划.peakroster: the project file is damaged (database disk image is malformed). Restore it "
        "from a backup copy.",
        "文件「计划.peakroster」：项目文件已损坏（database disk image is malformed）。请用备份恢复。",
    ),
    (
        Finding("PF06", place=PROJECT),
        "计划.peakroster: the project file cannot be written here. Copy it to a folder of your own and open it there.",
        "文件「计划.peakroster」：项目文件在此处无法写入。请复制到自己的文件夹后再打开。",
    ),
    (
        Finding("PF07", place=PROJECT),
        "计划.peakroster: another program is writing to the project file. Wait a moment and try again.",
        "文件「计划.peakroster」：另一个程序正在写入项目文件。请稍候再试。",
    ),
    (
        Finding("PF08", place=PROJECT, value="disk I/O error"),
        "计划.peakroster: the disk is full or failing (disk I/O error). Nothing was changed; make room and try again.",
        "文件「计划.peakroster」：磁盘已满或出现故障（disk I/O error）。未做任何更改；请腾出空间后重试。",
    ),
    (
        Finding("PF09", place=PROJECT),
        "计划.peakroster: there is a file of this name already. Choose another name, or open it.",
        "文件「计划.peakroster」：已有同名文件。请换一个名称，或直接打开它。",
    ),
    (
        Finding("IE30", place=Place("goals.toml", path="plan_for"), value="25:00-26:00", facts={"variant": "spans"}),
        'goals.toml, plan_for: "25:00-26:00" is not a time of day that is possible here. Write times like '
        '"00:00-02:00".',
        '文件「goals.toml」plan_for：“25:00-26:00”不是有效的时间段。请写成 "00:00-02:00" 的形式。',
    ),
    (
        Finding("PF10", place=PROJECT, value="计划"),
        "计划.peakroster: the folder 计划 does not exist. Choose a folder that does.",
        "文件「计划.peakroster」：文件夹 计划 不存在。请选择已有的文件夹。",
    ),
    (
        Finding("PF11", value="方案二"),
        'There are two scenarios named "方案二". Rename one.',
        "有两个方案都叫“方案二”。请给其中一个改名。",
    ),
    (
        Finding("PF12", place=PROJECT),
        "计划.peakroster: another program changed the same part of the project meanwhile; your change was not made. "
        "Look at what stands there now and change it again.",
        "文件「计划.peakroster」：另一个程序同时改了项目的同一部分，您的修改没有写入。请看看现在的内容，再改一次。",
    ),
    (
        Finding("PF13", place=PROJECT, facts={"holder": "客服主管的电脑"}),
        "计划.peakroster: the project is open in another window (客服主管的电脑); here it can only be looked at. "
        "Close it there, or work in a copy.",
        "文件「计划.peakroster」：项目正在另一个窗口（客服主管的电脑）中打开，这里只能查看。请在那边关闭，或者另存为副本再改。",
    ),
    (
        Finding(
            "IE30",
            place=Place("goals.toml", path="chat_duration_by_level"),
            value="1=9 2=3",
            facts={"variant": "levels"},
        ),
        'goals.toml, chat_duration_by_level: "1=9 2=3" are not durations by chats held. Write rising levels with '
        "seconds, such as { 1 = 275, 8 = 489 }.",
        "文件「goals.toml」chat_duration_by_level：“1=9 2=3”不是按同时接待数的时长。请按同时接待数从小到大写秒数，"
        "例如 { 1 = 275, 8 = 489 }。",
    ),
    (
        Finding("XX99", place=FILE, value="?"),
        "a.csv: XX99 ?",
        "文件「a.csv」：XX99 ?",
    ),
]


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
        == "The files count at different intervals; the finer ones were added up to — minutes."
    )
