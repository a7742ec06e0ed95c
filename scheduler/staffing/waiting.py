"""What becomes of a customer who finds others waiting, when all have exponential patience. Closed forms, vectorised.

With `ahead` customers before him, `served_per_second` answered together by the agents (c times the rate of leaving),
his wait V until answered, were he to stay, has exp(-V / patience) ~ Beta(c, ahead + 1): the queue shrinks by
service and by leaving until it is his turn. `ahead` may be fractional, above -1; -1 itself means no wait.
"""

import numpy as np
from scipy.special import betainc, digamma

from forecasts.horizon import Numbers

_NONE_AHEAD = -1 + 1e-12


def answered_share(served_per_second: float, ahead: Numbers, patience_seconds: float) -> Numbers:
    """P(V ≤ patience): answered at all."""
    capacity = served_per_second * patience_seconds
    share: Numbers = capacity / (capacity + ahead + 1)
    return share


def answered_within_share(
    served_per_second: float, ahead: Numbers, patience_seconds: float, within_seconds: float
) -> Numbers:
    """P(V ≤ patience and V ≤ within): answered in time."""
    capacity = served_per_second * patience_seconds
    unfinished = betainc(capacity + 1, _positions(ahead), np.exp(-within_seconds / patience_seconds))
    share: Numbers = answered_share(served_per_second, ahead, patience_seconds) * (1 - unfinished)
    return share


def waits_longer_share(served_per_second: float, ahead: Numbers, patience_seconds: float, seconds: float) -> Numbers:
    """P(V > seconds and patience > seconds): neither answered nor gone."""
    capacity = served_per_second * patience_seconds
    staying = np.exp(-seconds / patience_seconds)
    share: Numbers = staying * betainc(capacity, _positions(ahead), staying)
    return share


def wait_when_answered(served_per_second: float, ahead: Numbers, patience_seconds: float) -> Numbers:
    """E[V; V ≤ patience] in seconds: the wait of the answered, times the share of them."""
    capacity = served_per_second * patience_seconds
    growth = digamma(capacity + ahead + 2) - digamma(capacity + 1)
    wait: Numbers = answered_share(served_per_second, ahead, patience_seconds) * patience_seconds * growth
    return wait


def _positions(ahead: Numbers) -> Numbers:
    return np.maximum(ahead, _NONE_AHEAD) + 1
