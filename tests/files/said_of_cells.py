"""What is said of rows and cells that cannot be read as they are, in both languages."""

from forecasts.findings import Finding, Place

CELL = Place("a.csv", row=37, column="接待人数")

SAID: list[tuple[Finding, str, str]] = [
    (
        Finding("IE05", place=Place("a.csv", row=1), value="接待人数", facts={"first": "C", "second": "H"}),
        'a.csv, row 1: "接待人数" appears in columns C and H. Choose one.',
        "文件「a.csv」第 1 行：“接待人数”同时出现在 C 列和 H 列。请选择其中一列。",
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
        Finding("IE10", place=Place("a.csv", row=2), value="10月20日"),
        'a.csv, row 2: "10月20日" has no year, nor has the file name. Choose the year.',
        "文件「a.csv」第 2 行：“10月20日”没有年份，文件名中也没有。请选择年份。",
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
        Finding("IE27", place=Place("a.csv", row=3), value="早", facts={"variant": "twice", "other_row": 2}),
        "a.csv, row 3: the shift 早 stands in row 2 already and differs. Keep one, or change its code.",
        "文件「a.csv」第 3 行：班次 早 已在第 2 行，且内容不同。请只留一行，或更改代码。",
    ),
    (
        Finding("IE35", place=Place("a.csv", row=2, column="p50")),
        'a.csv, row 2, column "p50": the cell is empty. Enter a number; 0 is one too.',
        "文件「a.csv」第 2 行「p50」：单元格为空。请填写数字，没有则填 0。",
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
]
