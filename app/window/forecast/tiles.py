"""The numbers of the forecast that decide."""

import numpy as np

from app.window.forecast.aligned import Aligned
from app.window.formats import day_text, moment_text, number_text, share_text, signed_text
from app.window.frame.tiles import Tile
from app.wording import words
from app.wording.names import method_name
from forecasts.forecast import Volume
from forecasts.horizon import Horizon
from forecasts.opening_risk import OpeningRisk

_ = words("window")


def forecast_tiles(
    horizon: Horizon, volume: Volume, before: Aligned | None, method: str, risk: OpeningRisk | None
) -> tuple[Tile, ...]:
    """All inquiries, the busiest day, the hardest interval, the first half hour of the phase that may bring most, the
    same days of the last promotion.
    """
    peak = int(np.argmax(volume.p90))
    per_day = volume.mean.reshape(horizon.days, -1).sum(axis=1)
    top = int(np.argmax(per_day))
    total = float(volume.mean.sum())
    moment = horizon.starts()[peak].astype(object)
    tiles = [
        Tile(
            _("Inquiries in the horizon"),
            number_text(total),
            _("inquiries"),
            _("mean; method: {method}").format(method=method_name(method)),
        ),
        Tile(_("The busiest day"), number_text(per_day[top]), _("inquiries"), day_text(horizon.day(top))),
        Tile(
            _("The hardest interval"),
            number_text(volume.p50[peak]),
            _("inquiries in {minutes} min").format(minutes=horizon.interval_minutes),
            _("{when}, up to {p90} (P90)").format(when=moment_text(moment), p90=number_text(volume.p90[peak])),
        ),
    ]
    if risk is not None:
        tiles.append(risk_tile(risk))
    if before is not None and np.isfinite(before.inquiries).any():
        counted = np.isfinite(before.inquiries)
        earlier, now = float(before.inquiries[counted].sum()), float(volume.mean[counted].sum())
        change = f"{signed_text((now / earlier - 1) * 100)}%" if earlier else "–"
        note = _("{count} inquiries then, opening over opening").format(count=number_text(earlier))
        tiles.append(Tile(_("Against {name}").format(name=before.name), change, "", note))
    return tuple(tiles)


def risk_tile(risk: OpeningRisk) -> Tile:
    """What a phase may begin with, and how likely half as much again is."""
    note = _("{when}, up to {p90} (P90); half as much again: {chance}")
    change = note.format(when=moment_text(risk.start), p90=number_text(risk.p90), chance=share_text(risk.chance))
    name = _("First {minutes} minutes, risk").format(minutes=risk.minutes)
    return Tile(name, number_text(risk.expected), _("inquiries"), change)
