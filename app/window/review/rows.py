"""The review's numbers as texts: tiles, spans, lessons, attendance."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.project.drawn_lesson import DrawnLesson
from app.review.spans import Span, SpanKind
from app.window.formats import day_text, number_text, share_text, signed_text
from app.window.frame.tiles import GOOD, PLAIN, SHORT, Tile
from app.window.tables.numbers_table import Column, Row
from app.wording import words
from app.wording.review import is_share, lesson_word, span_word

_ = words("window")
Told = Mapping[str, Any]
"""What `review --json` prints."""
MISSING = "—"


def span_columns() -> tuple[Column, ...]:
    """Heads of the spans."""
    return (
        Column(_("Span"), words=True, wide=True),
        Column(_("Expected")),
        Column(_("Counted")),
        Column(_("Bias")),
        Column(_("Inside P10–P90")),
        Column(_("Shortage, agent-hours")),
        Column(_("Surplus, agent-hours")),
        Column(_("Service promised")),
        Column(_("Service for what came")),
        Column(_("Customers lost")),
    )


def span_row(span: Told) -> Row:
    """One span; what was not counted is a dash, and shortage wears its colour."""
    strong = span["kind"] == SpanKind.WHOLE
    if span["counted_share"] == 0:
        return Row((word_of(span), number_text(span["expected"]), *[MISSING] * 8), strong=strong)
    cells = (
        word_of(span),
        number_text(span["expected"]),
        number_text(span["counted"]),
        signed(span["bias"]),
        share(span["inside"]),
        number_text(span["shortage_hours"], 1),
        number_text(span["surplus_hours"], 1),
        share(span["promised"]),
        share(span["service_level"]),
        number_text(span["lost"]),
    )
    return Row(cells, ((5, "shortage"),) if span["shortage_hours"] > 0 else (), strong=strong)


def word_of(span: Told) -> str:
    """What a span is called."""
    start, end = (datetime.fromisoformat(span[name]) for name in ("start", "end"))
    if span["kind"] == SpanKind.DAY:
        return day_text(start.date())
    return span_word(Span(SpanKind(span["kind"]), start, end, span["promotion"], span["phase"]))


def lesson_columns() -> tuple[Column, ...]:
    """Heads of the lessons."""
    return Column(_("Lesson"), words=True, wide=True), Column(_("Planned")), Column(_("Found"))


def lesson_row(told: Told) -> Row:
    """What was assumed beside what came true."""
    lesson = DrawnLesson(**told)
    numbers = [
        f"{value:.1%}" if is_share(lesson) else number_text(value, 2) for value in (lesson.planned, lesson.found)
    ]
    return Row((lesson_word(lesson), *numbers))


def review_tiles(told: Told) -> tuple[Tile, ...]:
    """Bias, range, service, shortage and money of all that was counted."""
    whole, money = told["spans"][0], told["money"]
    promised, served = whole["promised"], whole["service_level"]
    mood = PLAIN if promised is None or served is None else GOOD if served >= promised else SHORT
    short = whole["shortage_hours"]
    lost = _("leave before a first reply")  # what a customer is worth is unknown unless the goals say it
    if money["lost_sales"]:
        lost = _("lost sales {yuan} yuan").format(yuan=number_text(money["lost_sales"]))
    counted = _("{counted} counted, {expected} expected")
    return (
        Tile(
            _("Forecast over actuals"),
            signed(whole["bias"]),
            "",
            counted.format(counted=number_text(whole["counted"]), expected=number_text(whole["expected"])),
        ),
        Tile(_("Inside P10–P90"), share(whole["inside"]), "", _("80% would be right")),
        Tile(_("Service level"), share(served), "", _("promised {share}").format(share=share(promised)), mood),
        Tile(_("Shortage"), f"▼ {number_text(short, 1)}", _("agent-hours"), "", SHORT if short > 0 else PLAIN),
        Tile(_("Customers lost"), number_text(whole["lost"]), "", lost),
    )


def share(value: float | None) -> str:
    """A share as percent, a dash for none."""
    return MISSING if value is None else share_text(value)


def signed(value: float | None) -> str:
    """A share with its sign."""
    return MISSING if value is None else f"{signed_text(value * 100, 1)}%"
