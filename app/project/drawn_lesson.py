"""What a review taught, kept for the next promotion."""

from dataclasses import dataclass

BIAS, VOLUME, UPLIFT, INQUIRIES, ABSENCE = "bias", "volume", "uplift", "inquiries", "absence"


@dataclass(frozen=True, slots=True)
class DrawnLesson:
    """`what` was `planned` and `found`. `bias`: forecast over actuals, as a share, 0 planned; `volume`: counted ÷
    expected of a phase, 1 planned; `uplift`, `inquiries`: the typed number of a phase, and the one that would have been
    right; `absence`: share of the rostered minutes not worked, beside the whole shrinkage planned.
    """

    promotion: str
    phase: str
    what: str
    planned: float
    found: float
