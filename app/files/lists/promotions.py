"""A promotion calendar as a table: 活动,阶段,开始,结束 and what is expected of each phase."""

from dataclasses import replace

from app.files.choices import ImportChoices
from app.files.table import Table
from app.files.values.by_skill import read_by_skill
from app.files.values.moment import read_moment
from app.files.values.number import read_count
from app.files.values.share import numbers_are_percent, read_share
from app.files.words import PHASES, id_of
from forecasts.promotion import Phase, Promotion


def read_promotion_table(table: Table, choices: ImportChoices) -> tuple[Promotion, ...]:
    """Promotions in order of their first row. Visitors × inquiry rate is the expectation where none is written."""
    calendar = choices.plan_calendar()
    starts = table.parsed("starts_at", lambda value: read_moment(value, calendar))
    ends = table.parsed("ends_at", lambda value: read_moment(value, calendar))
    uplifts = table.parsed("uplift", read_count)
    kinds = [id_of(word, PHASES) for word in table.texts("phase")]
    names = table.texts("promotion")
    phases: dict[str, list[Phase]] = {}
    seconds, chats = (table.parsed(column, read_by_skill) for column in ("handling_time_seconds", "max_concurrency"))
    rows = zip(names, kinds, starts, ends, uplifts, _expected(table), seconds, chats, strict=True)
    for name, kind, start, end, uplift, expected, handling, most in rows:
        if start is not None and end is not None:
            phase = Phase(kind, start, end, uplift, expected)
            phase = replace(phase, handling_time_seconds=handling or (), max_concurrency=most or ())
            phases.setdefault(name, []).append(phase)
    return tuple(Promotion(name, tuple(its)) for name, its in phases.items())


def _expected(table: Table) -> list[float | None]:
    percent = numbers_are_percent(table.values("inquiry_rate"))
    rates = table.parsed("inquiry_rate", lambda value: read_share(value, percent))
    visitors, typed = table.parsed("visitors", read_count), table.parsed("expected_inquiries", read_count)
    return [
        given if given is not None or count is None or rate is None else round(count * rate, 6)
        for given, count, rate in zip(typed, visitors, rates, strict=True)
    ]
