"""Every shape that teams have, in every container and encoding: the same contents and the same sentences."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.files.choices import ImportChoices
from app.files.preview import ImportPreview
from app.files.reading import read_files
from app.wording import choose_language
from app.wording.findings import sentence
from forecasts.findings import Place
from tests.files.file_samples import write, write_xls, write_xlsx

Rows = list[list[str]]
HOURS = [f"hour{hour}" for hour in range(24)]
POINTS = [f"{hour}点" for hour in range(24)]


@dataclass(frozen=True)
class Shape:
    """A table as a tool gives it, the number of things read and their sum, and every sentence about it, in Chinese,
    without its place and without the columns that are not used.
    """

    name: str
    rows: Rows
    kind: str
    read: tuple[int, float]
    says: tuple[str, ...] = ()
    stem: str = "a"


def table(text: str) -> Rows:
    """Cells between bars."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


SHAPES = (
    Shape(
        "3.1 workload of a day",
        table(
            """旺旺昵称|咨询人数|接待人数|直接接待人数|转入人数|转出人数|未回复人数|旺旺回复率|首次响应(秒)|平均接待(秒)
            店铺A:客服01|186|180|171|9|4|2|98.89%|6.21|412
            店铺A:客服02|1,204|1,190|1180|10|0|30|97.48%|11.9|655
            汇总|1,390|1,370|1351|19|4|32|97.66%||"""
        ),
        "history",
        (1, 1351),
        ("略去 1 行汇总：汇总。", "咨询量取自“直接接待人数”列。"),
        "客服绩效_20261001",
    ),
    Shape(
        "3.2 company template",
        table(
            """日期|店铺|账户名|咨询人数|接待人数|未回复人数|旺旺回复率|平均接待时长
            2026/10/1|旗舰店|客服01|143|140|1|0.9929|06:12
            2026/10/1|旗舰店|客服02|-|-|-|-|-
            2026/10/2|旗舰店|客服01|151|149|0|1|05:48"""
        ),
        "history",
        (2, 294),
    ),
    Shape(
        "3.3 report with its date in the name",
        table(
            """客服昵称|接待人数|平均响应(秒)|回复率|询单->最终付款转化率|上班天数
            客服01|182|31.2|99.45|46.7|1
            汇总|1390|-|98.9|-|8
            均值|173.8|33.5|98.9|44.1|1"""
        ),
        "history",
        (1, 182),
        (
            "略去 2 行汇总：汇总、均值。",
            "咨询量取自“接待人数”列。",
            "最大值为 99.45，按百分数读取。",
        ),
        "自定义报表_日报_下单优先判定_2026-04-20至2026-04-20",
    ),
    Shape(
        "3.4 agents by hour",
        [
            ["日期", "客服", *HOURS, "全天分时接待"],
            ["2026-10-20", "客服01", *["1"] * 24, "24"],
            ["2026-10-20", "客服02", *["2"] * 24, "48"],
        ],
        "history",
        (24, 72),
    ),
    Shape(
        "3.5 day by day with delayed figures",
        table(
            """日期|延 询单人数|当日询单人数|当日付款人数
            2026-10-01|312|298|151
            2026-10-02|延迟统计|287|149
            2026-10-03|暂无数据|-|-
            汇总值|312|585|300
            同行同层均值|280|1|1"""
        ),
        "history",
        (2, 585),
        ("略去 2 行汇总：汇总值、同行同层均值。", "咨询量取自“当日询单人数”列。"),
    ),
    Shape(
        "3.6 accounts of another platform",
        table(
            """账号名称|咨询人数|接待人数|咨询商品数|平均响应时长|3 分钟响应率|客户服务满意率
            店铺B-01|58|58|41|1分12秒|93.1%|100%
            店铺B-02|0|0|0|-|-|-"""
        ),
        "history",
        (1, 58),
        (),
        "客服数据_20261001",
    ),
    Shape(
        "3.6 robot desk",
        table(
            """客服|总接待客户数|总会话数量|客户发送消息数|首次响应时长|平均响应时长
            客服01|40|44|210|8|21
            客服02|2|2|9|30|40"""
        ),
        "history",
        (1, 42),
        (),
        "V5_2026年10月1日",
    ),
    Shape(
        "3.7a long rows",
        table("时间|咨询量\n2026-10-31 19:30|88\n2026-10-31 20:00|412"),
        "history",
        (2, 500),
    ),
    Shape(
        "3.7b day by hours",
        [["日期", *POINTS, "合计"], ["2026-10-20", *["3"] * 24, "72"], ["2026-10-21", *["0"] * 23, "-", "0"]],
        "history",
        (47, 72),
    ),
    Shape(
        "3.7c hours by days under a title",
        table(
            """2026年咨询量统计表（10月）||
            时段|10月20日|10月21日
            00:00-01:00|12|9
            01:00-02:00|7|5
            合计|1033|980"""
        ),
        "history",
        (4, 33),
        ("略去 1 行汇总：合计。",),
    ),
    Shape(
        "3.7d agents by hours of one day",
        [["客服", *POINTS], ["客服01", *["1"] * 24], ["客服02", *["0"] * 24], ["合计", *["1"] * 24]],
        "history",
        (24, 24),
        ("略去 1 行汇总：合计。",),
        "11.11 分时_2026",
    ),
    Shape(
        "3.10 roster",
        [
            ["2026年8月", *[str(day) for day in range(1, 32)], "剩余"],
            ["姓名", *["六日一二三四五"[day % 7] for day in range(31)], ""],
            ["客服01", *["休", "年"] * 15, "休", "3天4小时"],
        ],
        "roster",
        (31, 15),
    ),
    Shape(
        "3.11 agents",
        table(
            """工号|姓名|小组|用工类型|技能|时薪|入职日期|可上班次
            00123|客服01|售前组|全职|售前;售中|32|2025-03-01|早;晚
            P007|客服31|临时组|兼职|售前|26|2026-11-01|4小时"""
        ),
        "agents",
        (2, 58),
    ),
    Shape(
        "3.11 absences",
        table("工号|日期|类型|说明\n00123|2026-11-12|年假|\n00124|2026/11/9-11/10|培训|上午"),
        "absences",
        (2, 0),
    ),
    Shape(
        "3.11 requests",
        table("工号|日期|班次|意愿|程度\n00124|2026-11-11|晚|不想|3\n00125|2026-11-14||想休|5"),
        "requests",
        (2, 80),
    ),
    Shape(
        "3.12 promotions",
        table(
            """活动|阶段|开始|结束|访客目标|咨询率|GMV目标
            双11|付尾款|2026-10-31 20:00|2026-11-01 02:00|180000|3.5%|
            双11|现货|2026-11-10 20:00|2026-11-11 24:00|420000|4.1%|9600000"""
        ),
        "promotions",
        (2, 23520),
    ),
    Shape(
        "3.12 drivers",
        table("日期|访客数|支付订单数\n2026-10-01|12000|300\n2026-10-02|1.1万|-"),
        "drivers",
        (3, 23300),
    ),
    Shape(
        "3.13 a block from a plan",
        [["", "09:00", "10:00", "11:00", "12:00"], ["售前", "88", "131", "127", "-"], ["售后", "12", "19", "25", "-"]],
        "history",
        (6, 402),
        (),
        "2026-11-05",
    ),
    Shape(
        "3.14 attendance",
        [
            ["姓名", "考勤组", "工号", "UserId", "出勤天数", *[str(day) for day in range(1, 8)]],
            ["客服01", "售前组", "00123", "u01", "4", "正常", "正常", "休息", "病假", "迟到", "正常", ""],
        ],
        "attendance",
        (6, 4),
        (),
        "考勤_2026年10月",
    ),
)


def as_text(encoding: str, between: str = ",") -> Callable[[Path, str, Rows], Path]:
    def made(folder: Path, stem: str, rows: Rows) -> Path:
        quoted = [[f'"{cell}"' if between in cell else cell for cell in row] for row in rows]
        return write(folder, f"{stem}.csv", "\n".join(between.join(row) for row in quoted), encoding)

    return made


def as_page(folder: Path, stem: str, rows: Rows) -> Path:
    """A web page that calls itself a workbook, its declared charset wrong."""
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    lines = lines.replace("->", "-&gt;")
    return write(folder, f"{stem}.xls", f"<html><meta charset='gbk'><table>{lines}</table></html>")


CONTAINERS: dict[str, Callable[[Path, str, Rows], Path]] = {
    "UTF-8": as_text("utf-8"),
    "UTF-8 with mark": as_text("utf-8-sig"),
    "GB18030": as_text("gb18030"),
    "UTF-16": as_text("utf-16"),
    "tabs": as_text("gb18030", "\t"),
    "semicolons": as_text("utf-8", ";"),
    "xlsx": lambda folder, stem, rows: write_xlsx(folder, f"{stem}.xlsx", rows),
    "xlsx named xls": lambda folder, stem, rows: write_xlsx(folder, f"{stem}.xlsx", rows).rename(
        folder / f"{stem}.xls"
    ),
    "xls": lambda folder, stem, rows: write_xls(folder, f"{stem}.xls", rows),
    "web page": as_page,
}


def amounts(preview: ImportPreview) -> list[float]:
    """Every count, cost, wish or word that was read, as a number."""
    history = preview.history
    counted = [float(count) for _, counts in history for count in counts.inquiries] if history else []
    driven = [float(count) for driver in preview.drivers for count in driver.counts.inquiries]
    phases = [phase.expected_inquiries or 0.0 for promotion in preview.promotions for phase in promotion.phases]
    agents = [agent.hourly_cost for agent in preview.team]
    away = [0.0 for entries in preview.absences.values() for _ in entries]
    wishes = [entry.cost for entries in preview.requests.values() for entry in entries]
    rostered = [float(day in a.leave) for roster in preview.rosters for a in roster.agents for day in a.days]
    there = [float(day.minutes is None) for day in preview.attended]
    return [*counted, *driven, *phases, *agents, *away, *wishes, *rostered, *there]


@pytest.mark.parametrize("container", CONTAINERS)
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_a_shape_reads_the_same_from_every_container(shape: Shape, container: str, tmp_path: Path) -> None:
    path = CONTAINERS[container](tmp_path, shape.stem, shape.rows)
    before = path.read_bytes()
    preview = read_files([path], ImportChoices())
    choose_language("zh_CN")
    said = [sentence(replace(finding, place=Place())) for finding in preview.findings if finding.code != "IN10"]
    found = amounts(preview)
    assert (preview.files[0].kind, len(found), sum(found)) == (shape.kind, *shape.read), said
    assert said == list(shape.says)
    assert path.read_bytes() == before
