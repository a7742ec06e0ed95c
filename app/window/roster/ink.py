"""Colours, fonts and measures of the painted views, taken from the look once and kept while it is in force."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen

from app.window.look import space
from app.window.look.look import Look, look
from app.window.roster.shift_tones import Tone
from scheduler.violation import Severity

WEEKEND_SHARE, HOLIDAY_SHARE = 0.03, 0.06


@dataclass(frozen=True)
class Ink:
    """Everything a painter needs of the look; `row_height` is the body font's height and 10 px more."""

    look: Look
    body: QFont
    bold: QFont
    quiet: QFont
    body_metrics: QFontMetricsF
    quiet_metrics: QFontMetricsF
    surface: QColor
    canvas: QColor
    line: QColor
    text: QColor
    text_quiet: QColor
    accent: QColor
    accent_soft: QColor
    shortage: QColor
    surplus: QColor
    good: QColor
    weekend: QColor
    holiday: QColor

    @property
    def row_height(self) -> int:
        """Height of an agent's row."""
        return round(self.body_metrics.height()) + self.look.px(space.ROW_PADDING)

    @property
    def dense_row_height(self) -> int:
        """Height of an agent's row where as many as can be read are to be seen."""
        return round(self.body_metrics.height()) + self.look.px(space.DENSE_PADDING)

    @property
    def quiet_height(self) -> int:
        """Height of a line of quiet text with its air."""
        return round(self.quiet_metrics.height()) + self.look.px(space.IN_CELL)

    def px(self, size: float) -> int:
        """A size at the zoom in force."""
        return self.look.px(size)

    def fill(self, tone: Tone) -> QColor:
        """What a shift's cell is filled with."""
        return QColor(self.look.theme.shifts[tone].fill)

    def letter(self, tone: Tone) -> QColor:
        """What a shift's code is written with."""
        return QColor(self.look.theme.shifts[tone].letter)

    def severity(self, severity: Severity) -> QColor:
        """The colour of a violation's mark."""
        return self.look.colour(severity.value)

    def pen(self, colour: QColor, width: float = 1.0) -> QPen:
        """A pen of a width at the zoom in force."""
        return QPen(colour, max(1.0, width * self.look.zoom))


def ink() -> Ink:
    """The ink of the look in force."""
    return _ink_of(look().theme.name, look().zoom)


@lru_cache(maxsize=2)
def _ink_of(_theme: str, _zoom: float) -> Ink:
    worn = look()
    return Ink(
        look=worn,
        body=worn.font(),
        bold=worn.font(bold=True),
        quiet=worn.font(space.QUIET),
        body_metrics=QFontMetricsF(worn.font()),
        quiet_metrics=QFontMetricsF(worn.font(space.QUIET)),
        **{
            name: worn.colour(name)
            for name in ("surface", "canvas", "line", "text", "text_quiet", "accent", "accent_soft")
        },
        shortage=worn.colour("shortage"),
        surplus=worn.colour("surplus"),
        good=worn.colour("good"),
        weekend=worn.tint("text", WEEKEND_SHARE),
        holiday=worn.tint("shortage", HOLIDAY_SHARE),
    )
