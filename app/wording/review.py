"""What people call the spans, metrics and lessons of a review."""

from app.project.drawn_lesson import ABSENCE, BIAS, INQUIRIES, UPLIFT, VOLUME, DrawnLesson
from app.review.metric import Metric, MetricKind
from app.review.spans import Span, SpanKind
from app.wording import N_, words
from app.wording.names import name_of

_ = words("review")

SENTENCES = {
    "RV01": N_(
        "Nothing was counted from {first} to {last} at the plan's interval. Give the actuals of these days, by the "
        "hour or finer."
    ),
    "RV02": N_("no service metrics found. Export a report with 接待人数, 首次响应 or the like, by day."),
}

METRICS = {
    "inquiring_customers": N_("Inquiring customers"),
    "served_customers": N_("Served customers"),
    "unanswered_customers": N_("Unanswered customers"),
    "slow_customers": N_("Slow-response customers"),
    "reply_rate": N_("Reply rate"),
    "first_response_seconds": N_("First response, seconds"),
    "mean_response_seconds": N_("Mean response, seconds"),
    "agent_messages": N_("Agent messages"),
    "mean_serving_seconds": N_("Mean serving time, seconds"),
    "human_response_rate": N_("3-minute human response"),
    "satisfaction_rate": N_("Satisfaction rate"),
    "preorder_inquirers": N_("Pre-order inquirers"),
    "next_day_pay_rate": N_("Next-day pay rate"),
    "final_pay_rate": N_("Final pay rate"),
    "dispute_rate": N_("Dispute rate"),
    "refund_closing_hours": N_("Refund closing time, hours"),
}

LESSONS = {
    BIAS: N_("Forecast over actuals"),
    VOLUME: N_("{where}: came for each inquiry expected"),
    UPLIFT: N_("{where}: uplift"),
    INQUIRIES: N_("{where}: inquiries in all"),
    ABSENCE: N_("Absent of the rostered time (planned: whole shrinkage)"),
}


def span_word(span: Span) -> str:
    """`全程`, `11-11`, `双11 · 开门红`, `双11 · 开门红 前 30 分钟`."""
    if span.kind is SpanKind.WHOLE:
        return _("Whole horizon")
    if span.kind is SpanKind.DAY:
        return f"{span.start:%m-%d}"
    where = f"{span.promotion} · {name_of(span.phase)}"
    if span.kind is SpanKind.FIRST_HALF_HOUR:
        return _("{phase}, first 30 minutes").format(phase=where)
    return where


def metric_word(metric: Metric) -> str:
    """What a metric is called, with its unit."""
    return _(METRICS[metric.code])


def metric_number(metric: Metric) -> str:
    """How a workbook shows it."""
    return {MetricKind.COUNT: "#,##0", MetricKind.MEAN: "#,##0.0", MetricKind.SHARE: "0.0%"}[metric.kind]


def lesson_word(lesson: DrawnLesson) -> str:
    """What a lesson is about."""
    where = f"{lesson.promotion} · {name_of(lesson.phase)}"
    return _(LESSONS[lesson.what]).format(where=where)


def is_share(lesson: DrawnLesson) -> bool:
    """Whether its numbers are shares, shown as percent."""
    return lesson.what in {BIAS, ABSENCE}


def waiting_word(final: object) -> str:
    """What stands in place of a value that the platform still counts."""
    return _("still counting (final on {day})").format(day=final)
