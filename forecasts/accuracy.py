"""How far a forecast was off. With nothing to compare the answer is None, never 0."""

from dataclasses import dataclass

import numpy as np

from forecasts.horizon import Numbers


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Errors over `intervals` compared: `wape` and `bias` as shares of the actual total, `inside` the share within
    P10–P90, `pinball` the mean loss of P10, P50 and P90 per inquiry. None where there is nothing to compare.
    """

    intervals: int
    wape: float | None
    bias: float | None
    inside: float | None = None
    pinball: float | None = None


def accuracy(actual: Numbers, p50: Numbers, p10: Numbers | None = None, p90: Numbers | None = None) -> Accuracy:
    """All errors at once, arrays of one shape; NaN actuals or forecasts are left out."""
    there = np.isfinite(actual) & np.isfinite(p50)
    real, middle = actual[there], p50[there]
    if p10 is None or p90 is None:
        return Accuracy(len(real), wape(real, middle), bias(real, middle))
    low, high = p10[there], p90[there]
    return Accuracy(
        len(real), wape(real, middle), bias(real, middle), inside(real, low, high), pinball(real, low, middle, high)
    )


def wape(actual: Numbers, forecast: Numbers) -> float | None:
    """Sum of absolute errors over the sum of actuals; None without actuals above 0."""
    actual, forecast = _both(actual, forecast)
    return float(np.abs(forecast - actual).sum() / actual.sum()) if actual.sum() > 0 else None


def bias(actual: Numbers, forecast: Numbers) -> float | None:
    """Sum of (forecast − actual) over the sum of actuals: above 0 when too much was forecast."""
    actual, forecast = _both(actual, forecast)
    return float((forecast - actual).sum() / actual.sum()) if actual.sum() > 0 else None


def inside(actual: Numbers, p10: Numbers, p90: Numbers) -> float | None:
    """Share of the actuals within [P10, P90]; intervals closed for certain (P90 = 0 and nothing came) do not count."""
    asked = np.isfinite(actual) & np.isfinite(p10) & np.isfinite(p90) & ~((p90 <= 0) & (actual == 0))
    if not asked.any():
        return None
    return float(((actual >= p10) & (actual <= p90))[asked].mean())


def pinball(actual: Numbers, p10: Numbers, p50: Numbers, p90: Numbers) -> float | None:
    """Quantile loss, mean of P10, P50 and P90, over the sum of actuals."""
    there = np.isfinite(actual) & np.isfinite(p50)
    if not actual[there].sum() > 0:
        return None
    losses = [_loss(actual[there], p[there], q) for p, q in ((p10, 0.1), (p50, 0.5), (p90, 0.9))]
    return float(np.mean(losses) / actual[there].sum())


def _loss(actual: Numbers, quantile: Numbers, probability: float) -> float:
    error = actual - quantile
    return float(np.maximum(probability * error, (probability - 1) * error).sum())


def _both(actual: Numbers, forecast: Numbers) -> tuple[Numbers, Numbers]:
    there = np.isfinite(actual) & np.isfinite(forecast)
    return actual[there], forecast[there]
