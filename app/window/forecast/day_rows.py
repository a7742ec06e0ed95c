"""The table of the forecast day by day."""

from app.window.forecast.days import ForecastDay
from app.window.formats import clock_text, day_text, number_text, signed_text
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.wording.names import listed, name_of

_ = words("window")


def day_columns(before: str) -> tuple[Column, ...]:
    """Columns of the table per day."""
    return (
        Column(_("Day"), words=True),
        Column(_("Phases"), words=True, wide=True),
        Column(_("Inquiries (mean)")),
        Column(_("Source"), words=True),
        Column(_("Busiest interval")),
        Column(_("P50 there")),
        Column(_("P90 there")),
        Column(before),
        Column(_("Difference")),
    )


def day_row(day: ForecastDay, source: str) -> Row:
    """One day of the table, and what its number rests on."""
    change = None if not day.before else (day.mean / day.before - 1) * 100
    return Row(
        (
            day_text(day.day),
            listed(name_of(kind) for kind in day.phases),
            number_text(day.mean),
            source,
            clock_text(day.peak_minute),
            number_text(day.peak_p50, 1),
            number_text(day.peak_p90, 1),
            number_text(day.before),
            "–" if change is None else f"{signed_text(change)}%",
        )
    )
