"""One span of the horizon: what was expected of it, what came, and how the roster stood."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.review.course import Course
from app.review.spans import Span
from forecasts.accuracy import accuracy
from forecasts.forecast import Forecast
from forecasts.history import SeriesKey
from forecasts.horizon import Horizon, Numbers


@dataclass(frozen=True, slots=True)
class SpanReview:
    """Over the intervals counted, which are the share `counted_share` of the span: inquiries `expected` (P50) and
    `counted`; `bias`, `wape` and the share `inside` P10–P90, None with nothing to compare. `shortage_hours` and
    `surplus_hours` against what the counted volume would have required; `promised` the service level predicted for the
    volume expected and the roster as planned, `service_level` that for what came and who came; `lost` customers and
    `lost_sales` in yuan by the same prediction, None when nobody said what a customer is worth.
    """

    span: Span
    counted_share: float
    expected: float
    counted: float
    bias: float | None
    wape: float | None
    inside: float | None
    shortage_hours: float
    surplus_hours: float
    promised: float | None
    service_level: float | None
    lost: float
    lost_sales: float | None

    def document(self) -> dict[str, Any]:
        """The row for machines."""
        row = asdict(self)
        span: dict[str, Any] = row.pop("span")
        return span | {"start": self.span.start.isoformat(), "end": self.span.end.isoformat()} | row


def span_review(
    span: Span,
    expected: Forecast,
    counted: Mapping[SeriesKey, Numbers],
    planned: Course,
    came: Course,
    priced: bool = True,
) -> SpanReview:
    """Compare one span. `planned`: the roster in the expected course; `came`: those who came in what came; `priced`:
    whether lost customers have a price.
    """
    inside = _inside(span, expected.horizon)
    known = inside & np.any([np.isfinite(counts) for counts in counted.values()], axis=0)
    series = [(volume, np.where(known, counted[key], np.nan)) for key, volume in expected]
    real = np.concatenate([counts for _volume, counts in series])
    low, middle, high = (
        np.concatenate([getattr(volume, name) for volume, _counts in series]) for name in ("p10", "p50", "p90")
    )
    errors = accuracy(real, middle, low, high)
    return SpanReview(
        span=span,
        counted_share=float(known.sum() / max(1, inside.sum())),
        expected=float(middle[np.isfinite(real)].sum()),
        counted=float(np.nansum(real)),
        bias=errors.bias,
        wape=errors.wape,
        inside=errors.inside,
        shortage_hours=float(came.shortage[known].sum()),
        surplus_hours=float(came.surplus[known].sum()),
        promised=_level(planned, known),
        service_level=_level(came, known),
        lost=float(came.lost[known].sum()),
        lost_sales=float(came.lost_sales[known].sum()) if priced else None,
    )


def _inside(span: Span, horizon: Horizon) -> NDArray[np.bool_]:
    starts = horizon.starts()
    return np.asarray((starts >= np.datetime64(span.start, "m")) & (starts < np.datetime64(span.end, "m")))


def _level(course: Course, known: NDArray[np.bool_]) -> float | None:
    asked = float(course.asked[known].sum())
    return float(course.answered[known].sum()) / asked if asked > 0 else None
