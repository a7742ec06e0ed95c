"""What is said of settings files that cannot be read as they are, in both languages."""

from forecasts.findings import Finding, Place

SAID: list[tuple[Finding, str, str]] = [
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
        Finding("IE37", place=Place("ours.toml"), facts={"reason": "kind 'history', shape 'round'"}),
        "ours.toml: the format profile cannot be used: kind 'history', shape 'round'. "
        "It was left out; correct it or delete it.",
        "文件「ours.toml」：该格式模板无法使用：kind 'history', shape 'round'。已略过；请更正或删除。",
    ),
    (
        Finding("IE30", place=Place("goals.toml", path="plan_for"), value="25:00-26:00", facts={"variant": "spans"}),
        'goals.toml, plan_for: "25:00-26:00" is not a time of day that is possible here. Write times like '
        '"00:00-02:00".',
        '文件「goals.toml」plan_for：“25:00-26:00”不是有效的时间段。请写成 "00:00-02:00" 的形式。',
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
]
