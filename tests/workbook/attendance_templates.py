"""Templates as attendance systems export them, made up here: their exact cells are in no public text."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

FIRST = date(2026, 11, 9)
WEEKDAYS = "一二三四五六日"
PEOPLE = (("客服01", "00101"), ("=1+1", "00102"), ("客服03", "00103"), ("客服04", "00104"))
NAMES = tuple(name for name, _id in PEOPLE)


def dingtalk(
    path: Path,
    people: Sequence[tuple[str, str]] = PEOPLE,
    days: int = 7,
    offered: Sequence[str] = ("早班", "晚班", "兼职晚", "休息"),
) -> Path:
    """People × days with dates in the header, a list of shifts on the cells, a text box, a sheet with a formula."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("排班")
        yellow = book.add_format({"bg_color": "#FFFF00", "border": 1})
        sheet.merge_range(0, 0, 0, 5, "大促客服考勤组 排班表", book.add_format({"bold": True}))
        for column, text in enumerate(("姓名", "UserId", "工号", "部门")):
            sheet.write_string(1, column, text)
        for day in range(days):
            date_ = FIRST + timedelta(days=day)
            sheet.write_string(1, 4 + day, f"{date_:%Y-%m-%d}\n星期{WEEKDAYS[date_.weekday()]}")
        for row, (name, number) in enumerate(people, 2):
            for column, text in enumerate((name, f"user{row}", number, "客服部")):
                sheet.write_string(row, column, text)
            for day in range(days):
                sheet.write_string(row, 4 + day, "休息", yellow)
        if offered:
            sheet.data_validation(2, 4, 1 + len(people), 3 + days, {"validate": "list", "source": list(offered)})
        sheet.insert_textbox(12, 1, "填写后上传")
        other = book.add_worksheet("说明")
        other.write_formula(0, 0, '=COUNTIF(排班!E3:K9,"休息")', None, 28)
    return path


def wecom(path: Path, people: Sequence[str] = NAMES) -> Path:
    """The month in the title, bare day numbers over weekdays, cells that are truly empty."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Sheet1")
        sheet.write_string(0, 0, "2026年11月排班")
        sheet.merge_range(1, 0, 2, 0, "姓名")
        for day in range(1, 31):
            sheet.write_number(1, day, day)
            sheet.write_string(2, day, WEEKDAYS[date(2026, 11, day).weekday()])
        for row, name in enumerate(people, 3):
            sheet.write_string(row, 0, name)
    return path
