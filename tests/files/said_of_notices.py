"""What is said of files that were read all the same, in both languages."""

from datetime import date

from forecasts.findings import Finding, Place

FILE = Place("a.csv")
DAYS = {"series": "A店 presale", "days": "2026-11-07 – 2026-11-08", "count": 2}

SAID: list[tuple[Finding, str, str]] = [
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
        Finding("IN09", place=FILE, facts={"count": 3, "rows": "汇总、均值, 同行同层均值"}),
        "a.csv: 3 summary rows left out: 汇总、均值, 同行同层均值.",
        "文件「a.csv」：略去 3 行汇总：汇总、均值, 同行同层均值。",
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
        Finding("IN17", facts={"minutes": 15}),
        "The files count at different intervals; what only longer ones count was spread over 15 minutes along a smooth "
        "line. Sums stay as they were.",
        "各文件的时段长短不同；只有较长时段的部分已按平滑曲线分摊为 15 分钟一个时段，合计不变。",
    ),
    (
        Finding("IN17", facts={"variant": "project", "own": 60, "other": 15, "minutes": 15}),
        "This file counts by 60 minutes, the project by 15. What only longer intervals count is spread over 15 minutes "
        "along a smooth line; sums stay as they are.",
        "该文件按 60 分钟统计，项目按 15 分钟统计。只有较长时段的部分将按平滑曲线分摊为 15 分钟一个时段，合计不变。",
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
        Finding("IN19", place=Place("a.xlsx", sheet="备份")),
        "a.xlsx, sheet 备份: the sheet is hidden. It was read all the same.",
        "文件「a.xlsx」工作表「备份」：该工作表已隐藏，仍已读取。",
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
        Finding("IN29", place=FILE, facts={"count": 2, "shops": ("旗舰店", "专卖店")}),
        "a.csv: 2 shops in one file: 旗舰店, 专卖店. Each keeps its own counts; the forecast adds them up by skill.",
        "文件「a.csv」：一个文件里有 2 家店铺：旗舰店、专卖店。各店数据分别保留，预测时按技能合并。",
    ),
    (
        Finding("IN26", place=FILE, facts={"column": "日期", "count": 46}),
        'a.csv: the column "日期" is written once for several rows; 46 empty cells were taken to go on with it.',
        "文件「a.csv」：「日期」一列多行只写了一次，其下 46 个空单元格按上一行的内容处理。",
    ),
    (
        Finding("IN27", place=FILE, facts={"sheets": ("旗舰店", "专卖店")}),
        "a.csv: no column names the shop or skill; the sheets were taken for that: 旗舰店, 专卖店.",
        "文件「a.csv」：没有店铺或技能列，已用工作表名称区分：旗舰店、专卖店。",
    ),
    (
        Finding("IN28", place=FILE, facts={"words": "店长"}),
        "a.csv: roles that the plan does not know were left out: 店长. Known are 组长 and 师傅.",
        "文件「a.csv」：略去了排班中没有的角色：店长。可用的角色是组长和师傅。",
    ),
]
