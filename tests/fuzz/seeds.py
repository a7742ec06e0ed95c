"""Files to start from: every shape and container that the import reads, as teams have them."""

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from resources.sample import write_sample
from tests.files.file_samples import AGENTS, LONG_ROWS, SHIFTS, write_xls, write_xlsx
from tests.files.team_sheet_sample import write_team_sheet

HOURS = [f"{hour}点" for hour in range(24)]
DAY = ["12", "7", "3", *["5"] * 20, "31"]
TEXTS: tuple[str, ...] = (
    LONG_ROWS,
    AGENTS,
    SHIFTS,
    "工号,日期,类型,说明\n00123,11月12日,年假,\nP007,11/9-11/10,培训,上午\n",
    "工号,日期,班次,意愿,程度\n00123,2026-11-11,晚,不想,3\nP007,2026-11-14,,想休,5\n",
    "活动,阶段,开始,结束,访客目标,咨询率\n双11,付尾款,2026-10-31 20:00,2026-11-01 02:00,180000,3.5%\n"
    "双11,现货,2026-11-10 20:00,2026-11-11 24:00,420000,4.1%\n",
    "旺旺昵称,咨询人数,接待人数,直接接待人数,转入人数,旺旺回复率,首次响应(秒)\n"
    '店铺A:客服01,186,180,171,9,98.89%,6.21\n店铺A:客服02,"1,204","1,190",1180,10,97.48%,11.9\n汇总,1390,1370,1351,19,,\n',
    "日期\t店铺\t账户名\t咨询人数\t接待人数\t旺旺回复率\t平均接待时长\n2026/10/1\t旗舰店\t客服01\t143\t140\t0.9929\t06:12\n"
    "2026/10/1\t旗舰店\t客服02\t-\t-\t-\t-\n",
    "日期,延 询单人数,当日询单人数\n2026-10-01,312,298\n2026-10-02,延迟统计,287\n汇总值,312,585\n",
    "咨询量统计表（10月）,,\n时段,2026年10月20日,10月21日\n00:00-01:00,12,9\n01:00-02:00,7,5\n合计,1033,980\n",
    "日期," + ",".join(HOURS) + ",合计\n2026-10-20," + ",".join(DAY) + ",153\n2026-10-21," + ",".join(DAY) + ",1\n",
    "客服," + ",".join(map(str, range(1, 25))) + "\n客服01," + ",".join(DAY) + "\n",
    "\t09:00\t10:00\t11:00\t12:00\n售前\t88\t131\t127\t-\n售后\t12\t19\t25\t-\n",
    "<html><meta charset='gbk'><table><tr><td rowspan=2>日期</td><td colspan=2>咨询人数</td></tr>"
    "<tr><td>2026-10-01</td><td>312</td></tr></table></html>",
    '<?xml version="1.0"?><Workbook xmlns:ss="urn"><Worksheet><Table><Row><Cell><Data>日期</Data></Cell>'
    '<Cell ss:Index="3"><Data>咨询人数</Data></Cell></Row><Row><Cell><Data>2026-10-01</Data></Cell></Row></Table>'
    "</Worksheet></Workbook>",
)
TEXTS += (
    "2026年8月客服排班表\n月份\t日期\t"
    + "\t".join(map(str, range(1, 32)))
    + "\t剩余\t年假\n职务\t星期\t"
    + "\t".join("六日一二三四五"[day % 7] for day in range(31))
    + "\n售前\t客服01\t"
    + "\t".join(["早", "晚", "", "年"] * 8)
    + "\n售前\t客服02\t"
    + "\t".join(["早"] * 31)
    + "\t3天4小时\t-1天（下个月）\n早 09:00-18:00\n",
    "姓名,考勤组,工号,UserId,出勤天数,"
    + ",".join(map(str, range(1, 31)))
    + "\n客服01,售前组,00123,u1,24,"
    + ",".join(["正常", "休息", "病假"] * 10)
    + "\n",
    "姓名,工号,UserId,日期,工作时长(分钟)\n客服01,00123,u1,26-10-01 星期四,480\n客服01,00123,u1,26-10-02,0\n",
    "日期,店铺,访客数,支付订单数\n2026-10-01,A店,12000,300\n2026-10-02,A店,1.1万,-\n",
    "直播场次,主播,开始,结束\n晚场,主播A,2026-11-10 20:00,2026-11-10 24:00\n",
)
TEXTS += (
    "2026年10月咨询量\n时段," + ",".join(f"{day}日" for day in range(1, 32)) + "\n"
    + "".join(f"{hour:02d}:00-{hour:02d}:59," + ",".join(DAY + DAY[:7]) + "\n" for hour in range(24)),
    "日期,时段,咨询量\n,,（人）\n2026-10-01,上午9点,12\n,下午1点半,7\n,23:00~23:59,3\n合 计：,,22\n",
    "工号,姓名,组别,岗位,时薪(元),职务,保护,保护开始,保护结束\n1,客服01,售前组,售前客服,32元/小时,组长,孕期,2026-10-01,\n",
    "班次名称,上班时间,下班时间,休息时间\n早班,9:00,18:00,12:00-13:00\n夜班,22:00,次日06:00,30\n",
    "姓名,请假类型,开始时间,结束时间\n客服01,年假,2026-11-12 09:00,2026-11-13 18:00\n",
    "sep=;\n日期;咨询人数;咨询人数\n2026-10-01;5;6\n",
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="-N"\n\n---N\nContent-Transfer-Encoding: base64\n'
    "Content-Type: text/html\n\nPHRhYmxlPjx0cj48dGQ+MTwvdGQ+PC90cj48L3RhYmxlPg==\n---N--\n",
)  # fmt: skip
ROWS: list[list[str | float]] = [
    ["日期", "咨询人数", "回复率"],
    ["2026-10-01", 312, 0.98],
    ["2026-10-02", 287.0, "暂无数据"],
]


def seeds() -> list[bytes]:
    """The bytes of all files to start from."""
    return [*_texts(), *_workbooks()]


def _texts() -> Iterator[bytes]:
    for text in TEXTS:
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            yield text.encode(encoding)


def _workbooks() -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        yield write_xlsx(here, "a.xlsx", ROWS).read_bytes()
        yield write_xls(here, "a.xls", ROWS).read_bytes()
        yield write_team_sheet(here / "team.xlsx").read_bytes()
        for path in write_sample(here / "sample"):
            yield path.read_bytes()[:20_000]


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a zip file by name; empty when it is none."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError):
        return {}
