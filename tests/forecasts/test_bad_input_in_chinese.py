"""What cannot be forecast from, and what is worth a word, in the sentences a team lead reads."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np
import pytest

from app.wording import choose_language, language
from app.wording.findings import sentence
from forecasts.engine import forecast
from forecasts.findings import InputError
from forecasts.history import Counts, History
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion
from tests.forecasts.histories import MONDAY, PRESALE, at, counted, history, promotion, table

HORIZON = Horizon(MONDAY + timedelta(days=56), 7, 60)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    before = language()
    choose_language("zh_CN")
    yield
    choose_language(before)


def refused(past: History) -> list[str]:
    with pytest.raises(InputError) as error:
        forecast(past, HORIZON)
    return [sentence(finding) for finding in error.value.findings]


def told(past: History, code: str, promotions: Sequence[Promotion] = (), horizon: Horizon = HORIZON) -> list[str]:
    return [sentence(finding) for finding in forecast(past, horizon, promotions)[1] if finding.code == code]


def test_a_history_of_six_days() -> None:
    assert refused(history(table(6))) == [
        "售前：历史只有 6 个完整日，预测至少需要 7 个。请导入更多日期，或手工填写预计咨询量。"
    ]


def test_nothing_but_zeros() -> None:
    assert refused(history(np.zeros((30, 24)))) == ["售前：历史全部为零。请检查咨询量那一列，或去掉这个序列。"]


def test_negative_counts() -> None:
    counts = table(30)
    counts[4, 9] = counts[20, 9] = -3
    assert refused(history(counts)) == [
        "售前：有 2 个咨询量为负数或无穷大，第一个是 2026-03-06 09:00 的 -3。请更正或清空这些单元格。"
    ]


def test_fractional_counts_are_taken_as_they_are_and_need_no_sentence() -> None:
    made, findings = forecast(history(table(56) * 0.37), HORIZON)
    assert {finding.code for finding in findings} <= {"FC21"}  # the first of May lies ahead
    assert made.series[PRESALE].p50.sum() == pytest.approx(0.37 * table(63)[56:].sum())


def test_mixed_intervals() -> None:
    hours = counted(table(30))
    starts = np.sort(np.append(hours.starts, hours.starts[48:60] + np.timedelta64(30, "m")))
    assert refused(History(60, {PRESALE: Counts(starts, np.ones(len(starts)))})) == [
        "售前：有 12 行的开始时间没有对齐 60 分钟的时段，第一个是 2026-03-04 00:30。"
        "时段长度可能混用，请按同一时段长度导出历史。"
    ]


def test_the_hour_twice_when_clocks_go_back() -> None:
    autumn = MONDAY + timedelta(days=237)  # 2026-10-25
    counts = counted(table(56, 4.0), autumn - timedelta(days=40))
    hour = counts.starts == np.datetime64(autumn, "m") + np.timedelta64(120, "m")
    twice = Counts(
        np.append(counts.starts, counts.starts[hour]), np.append(counts.inquiries, 3 * counts.inquiries[hour] + 1)
    )
    horizon = Horizon(autumn + timedelta(days=16), 7, 60)
    assert told(History(60, {PRESALE: twice}), "FC37", horizon=horizon) == [
        "售前：2026-10-25 从 02:00 起的一小时出现两次，应为夏令时结束拨回时钟，已取两次的平均值。"
    ]


def test_an_earlier_promotion_without_clean_weeks_before_it() -> None:
    promos = (promotion("双11 2025", "opening", at(8, 20), 4), promotion("双11 2026", "opening", at(58, 20), 4))
    assert told(history(table(56)), "FC14", promos) == [
        "售前：“双11 2025”的 开门红 阶段无法参照：历史中没有这些天，或之前不足两周日常数据。"
    ]


def test_phases_of_one_promotion_that_overlap() -> None:
    phases = (Phase("warm_up", at(57), at(59), uplift=2.0), Phase("opening", at(58), at(60), uplift=3.0))
    assert told(history(table(56)), "IN08", (Promotion("双11", phases),)) == [
        "大促活动“双11”的阶段“开门红”与“预热”时间重叠，重叠处以后面的为准。"
    ]


def test_phases_of_two_promotions_that_overlap() -> None:
    promos = (
        promotion("双11", "warm_up", at(57), 48, uplift=2.0),
        promotion("店庆", "opening", at(58), 24, uplift=3.0),
    )
    assert told(history(table(56)), "FC38", promos) == [
        "“双11”的“预热”与“店庆”的“开门红”从 2026-04-29 00:00 起重叠，重叠处以开始较晚的为准。"
    ]
