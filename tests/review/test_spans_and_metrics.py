"""The parts of a horizon, and metrics by day."""

from datetime import date, datetime
from pathlib import Path

import pytest

from app.files.service_reports import read_service_reports
from app.review.metric import Measured, metric_reviews
from app.review.spans import SpanKind, spans_of
from forecasts.horizon import Horizon
from forecasts.promotion import Phase, Promotion

DAYS = [date(2026, 11, 10), date(2026, 11, 11)]
OPENING = Phase("opening", datetime(2026, 11, 11), datetime(2026, 11, 11, 2))
SHIPPING = Phase("shipping", datetime(2026, 11, 11, 18), datetime(2026, 11, 15))
PROMOTIONS = [Promotion("双11", (OPENING, SHIPPING))]


def test_the_first_half_hour_of_a_burst_is_a_span_of_its_own() -> None:
    found = spans_of(Horizon(DAYS[0], 2, 30), PROMOTIONS)
    assert [span.kind for span in found] == [
        SpanKind.WHOLE,
        SpanKind.DAY,
        SpanKind.DAY,
        SpanKind.PHASE,
        SpanKind.FIRST_HALF_HOUR,
        SpanKind.PHASE,
    ]
    assert (found[4].start, found[4].end) == (datetime(2026, 11, 11), datetime(2026, 11, 11, 0, 30))


def test_hours_cannot_tell_the_first_half_hour() -> None:
    kinds = {span.kind for span in spans_of(Horizon(DAYS[0], 2, 60), PROMOTIONS)}
    assert SpanKind.FIRST_HALF_HOUR not in kinds


def test_a_phase_is_cut_at_the_end_of_the_horizon_and_one_outside_is_left_out() -> None:
    found = spans_of(Horizon(DAYS[0], 2, 60), PROMOTIONS)
    assert found[-1].end == datetime(2026, 11, 12)
    assert not [span for span in spans_of(Horizon(date(2026, 12, 1), 2, 60), PROMOTIONS) if span.promotion]


def test_means_are_weighted_by_what_they_count(tmp_path: Path) -> None:
    report = tmp_path / "工作量_2026-11-11.csv"
    report.write_text(
        "旺旺昵称,咨询人数,接待人数,未回复人数,旺旺回复率,首次响应(秒)\n"
        '店铺A:客服01,"1,000","1,000",10,99%,10\n店铺A:客服02,100,100,50,50%,120\n汇总,"1,100","1,100",60,,65\n',
        encoding="utf-8",
    )
    measured, findings = read_service_reports([report])
    assert not [finding for finding in findings if finding.code.startswith("RV")]
    values = {one.metric.code: one.value for one in metric_reviews(measured, DAYS, date(2026, 12, 31))}
    assert values["served_customers"] == 1100
    assert values["first_response_seconds"] == pytest.approx((10 * 1000 + 120 * 100) / 1100)
    assert values["reply_rate"] == pytest.approx((0.99 * 1000 + 0.5 * 100) / 1100)


def test_a_dash_is_missing_and_no_zero(tmp_path: Path) -> None:
    report = tmp_path / "template.csv"
    report.write_text(
        "日期\t店铺\t账户名\t咨询人数\t接待人数\t旺旺回复率\t平均接待时长\n"
        "2026/11/10\t旗舰店\t客服01\t143\t140\t0.9929\t06:12\n2026/11/10\t旗舰店\t客服02\t-\t-\t-\t-\n",
        encoding="utf-8",
    )
    by_code = {one.metric.code: one for one in metric_reviews(read_service_reports([report])[0], DAYS, DAYS[1])}
    assert by_code["mean_serving_seconds"].by_day == {DAYS[0]: pytest.approx(372), DAYS[1]: None}
    assert by_code["inquiring_customers"].value == 143


def test_a_metric_still_counted_says_from_when_it_is_final_and_stays_out_of_the_average() -> None:
    measured = [Measured(DAYS[0], "final_pay_rate", 40, 100), Measured(DAYS[1], "final_pay_rate", 10, 100)]
    (found,) = metric_reviews(measured, DAYS, date(2026, 11, 14))
    assert found.value == pytest.approx(0.4)
    assert found.by_day == {DAYS[0]: pytest.approx(0.4), DAYS[1]: None}
    assert found.waits_until == {DAYS[1]: date(2026, 11, 15)}


def test_a_report_without_metrics_is_told(tmp_path: Path) -> None:
    shifts = tmp_path / "shifts.csv"
    shifts.write_text("代码,名称,开始,结束\n早,早班,08:00,17:00\n", encoding="utf-8")
    assert [finding.code for finding in read_service_reports([shifts])[1]] == ["RV02"]
