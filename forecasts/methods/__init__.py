"""Small methods that forecast daily totals, one to a file. Each takes the past and the days ahead."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from forecasts.horizon import Numbers
from forecasts.methods.core import core
from forecasts.methods.holt import holt
from forecasts.methods.last_week import last_week
from forecasts.methods.last_year import last_year
from forecasts.methods.mean_of_four import mean_of_four
from forecasts.methods.median_of_six import median_of_six
from forecasts.methods.season import season
from forecasts.methods.theta import theta
from forecasts.past import Leads, Past

Method = Callable[[Past, Leads], Numbers]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "last_week": last_week,
        "mean4": mean_of_four,
        "median6": median_of_six,
        "core4": partial(core, half_life=4.0),
        "core10": partial(core, half_life=10.0),
        "core28": partial(core, half_life=28.0),
        "theta": theta,
        "holt": holt,
        "last_year": last_year,
        "season": season,
        "half_season": partial(season, share=0.5),
    }
)
"""The pool by name."""
OF_A_YEAR = frozenset({"last_year", "season", "half_season"})
"""Methods that ask what was a year ago; without that they only say again what another one does."""
