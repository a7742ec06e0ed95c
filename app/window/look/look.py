"""The look in force: theme and zoom. Widgets ask for it when they are built or painted; changing it rebuilds them."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from app.window.look import fonts, space
from app.window.look.palette import palette
from app.window.look.stylesheet import stylesheet
from app.window.look.tokens import LIGHT, THEMES, Theme, mixed


@dataclass(frozen=True, slots=True)
class Look:
    """Theme and zoom (0.8–2.0)."""

    theme: Theme = LIGHT
    zoom: float = 1.0

    def px(self, size: float) -> int:
        """A size of `look.space` on this screen."""
        return round(size * self.zoom)

    def font(self, size: float = space.BODY, bold: bool = False) -> QFont:
        """A font of a size of `look.space`."""
        return fonts.font(size * self.zoom, bold)

    def colour(self, token: str, opacity: float = 1.0) -> QColor:
        """A token as a colour, perhaps see-through."""
        colour = QColor(str(getattr(self.theme, token)))
        colour.setAlphaF(opacity)
        return colour

    def tint(self, token: str, share: float) -> QColor:
        """A token laid thinly on the surface, opaque."""
        return QColor(mixed(str(getattr(self.theme, token)), self.theme.surface, share))


_worn: list[Look] = [Look()]


def look() -> Look:
    """The look in force."""
    return _worn[-1]


def wear(app: QApplication, theme: str, zoom: float) -> Look:
    """Put a look on the whole program. Raises KeyError for a theme that does not exist."""
    new = Look(THEMES[theme], min(max(zoom, space.ZOOMS[0]), space.ZOOMS[-1]))
    if new == look() and app.styleSheet():
        return new  # dressing every widget again takes a second
    _worn[:] = [new]
    app.setPalette(palette(new.theme))
    app.setFont(new.font())
    app.setStyleSheet(stylesheet(new.theme, new.zoom))
    return new
