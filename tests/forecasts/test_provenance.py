from collections.abc import Sequence
from datetime import timedelta

import numpy as np

from forecasts.engine import forecast
from forecasts.horizon import Horizon
from forecasts.promotion import Promotion
from forecasts.source import Provenance, Source
from tests.forecasts.histories import MONDAY, PRESALE, at, history, promotion, table
from tests.there import there

HORIZON = Horizon(MONDAY + timedelta(days=84), 14, 60)


def sources(counts: np.ndarray, promotions: Sequence[Promotion] = ()) -> dict[tuple[str, str], Provenance]:
    made, _ = forecast(history(counts), HORIZON, promotions)
    return {(one.subject, one.name): one for one in made.sources[PRESALE]}


def test_ordinary_days_are_measured() -> None:
    found = sources(table(84, noise=1))
    assert {source.source for source in found.values()} == {Source.MEASURED}
    assert {subject for subject, _ in found} == {"level", "weight", "profile", "spread"}


def test_a_spread_nobody_could_rehearse_is_assumed() -> None:
    made, _ = forecast(history(table(7)), Horizon(MONDAY + timedelta(days=7), 7, 60))
    assert next(one.source for one in made.sources[PRESALE] if one.subject == "spread") is Source.ASSUMED


def test_every_phase_says_whether_it_was_learnt_typed_or_assumed() -> None:
    counts = table(84, 4.0, noise=2)
    counts[60] *= 3
    promos = (
        promotion("sale 2025", "spot_sale", at(60), 24),
        promotion("sale 2026", "spot_sale", at(88), 24),
        promotion("mail", "shipping", at(90), 24, uplift=2.0),
        promotion("fair", "opening", at(92), 4),
    )
    found = sources(counts, promos)
    learnt = found["phase_volume", "sale 2026 spot_sale"]
    assert (learnt.source, learnt.from_) == (Source.ANALOG, "sale 2025")
    assert 2.5 < there(learnt.value) < 3.5
    assert found["phase_shape", "sale 2026 spot_sale"].source is Source.ANALOG
    typed = found["phase_volume", "mail shipping"]
    assert (typed.source, typed.value) == (Source.TYPED, 2.0)
    assert found["phase_shape", "mail shipping"].source is Source.MEASURED
    assert found["phase_volume", "fair opening"].source is Source.ASSUMED
    assert found["phase_shape", "fair opening"].source is Source.ASSUMED
