"""What the promotion taught: numbers that were assumed beside those that came true."""

from collections.abc import Iterable, Iterator, Sequence

from app.project.drawn_lesson import ABSENCE, BIAS, INQUIRIES, UPLIFT, VOLUME, DrawnLesson
from app.review.happened import Happened
from app.review.span_review import SpanReview
from app.review.spans import SpanKind
from forecasts.promotion import Phase, Promotion

WHOLLY = 0.99
"""A span teaches once this share of it was counted."""


def lessons_drawn(
    rows: Iterable[SpanReview], promotions: Sequence[Promotion], kept: Happened, shrinkage: float
) -> tuple[DrawnLesson, ...]:
    """One lesson of the whole, of each phase counted to its end, and of attendance where it was reported."""
    return (*_of_spans(rows, promotions), *_of_attendance(kept, shrinkage))


def _of_spans(rows: Iterable[SpanReview], promotions: Sequence[Promotion]) -> Iterator[DrawnLesson]:
    for row in rows:
        if row.counted_share < WHOLLY or row.expected <= 0:
            continue
        if row.span.kind is SpanKind.WHOLE and row.bias is not None:
            yield DrawnLesson("", "", BIAS, 0.0, row.bias)
        if row.span.kind is SpanKind.PHASE:
            yield _of_phase(row, _phase(row, promotions))


def _phase(row: SpanReview, promotions: Sequence[Promotion]) -> Phase | None:
    named = (promotion for promotion in promotions if promotion.name == row.span.promotion)
    phases = (phase for promotion in named for phase in promotion.phases)
    return next((phase for phase in phases if (phase.kind, phase.end) == (row.span.phase, row.span.end)), None)


def _of_phase(row: SpanReview, phase: Phase | None) -> DrawnLesson:
    factor = row.counted / row.expected
    if phase is not None and phase.expected_inquiries is not None:
        typed = phase.expected_inquiries
        return DrawnLesson(row.span.promotion, row.span.phase, INQUIRIES, typed, row.counted)
    if phase is not None and phase.uplift is not None:
        return DrawnLesson(row.span.promotion, row.span.phase, UPLIFT, phase.uplift, phase.uplift * factor)
    return DrawnLesson(row.span.promotion, row.span.phase, VOLUME, 1.0, factor)


def _of_attendance(kept: Happened, shrinkage: float) -> Iterator[DrawnLesson]:
    planned = sum(one.planned_minutes for one in kept.adherence)
    worked = sum(min(one.worked_minutes, one.planned_minutes) for one in kept.adherence)
    if planned:
        yield DrawnLesson("", "", ABSENCE, shrinkage, 1 - worked / planned)
