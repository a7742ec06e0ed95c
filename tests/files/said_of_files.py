"""What is said of files and sheets that cannot be read as they are, in both languages."""

from datetime import date

from forecasts.findings import Finding, Place

FILE = Place("a.csv")

SAID: list[tuple[Finding, str, str]] = [
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
        Finding("IE06", place=Place("b.xlsx"), value="2026-11-01", facts={"other": "a.xlsx", "count": 3}),
        "b.xlsx: 2026-11-01 is already there from a.xlsx, and differs in 3 intervals. Replace, keep, or cancel.",
        "文件「b.xlsx」：a.xlsx 中已有 2026-11-01 的数据，且有 3 个时段不一致。请选择替换、保留或取消。",
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
        Finding("XX99", place=FILE, value="?"),
        "a.csv: XX99 ?",
        "文件「a.csv」：XX99 ?",
    ),
]
