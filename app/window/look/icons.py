"""The line set of `resources/icons`, drawn in a token's colour."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from app.window.look.look import look
from app.window.look.tokens import mixed

SIZE = 16
STROKE = 1.4
FOLDER = Path(resources.__path__[0]) / "icons"


def icon(name: str, colour: str = "text") -> QIcon:
    """An icon in the colour of a token, paler when disabled. Raises FileNotFoundError for a name not in the set."""
    theme = look().theme
    made = QIcon(pixmap(name, str(getattr(theme, colour)), look().px(SIZE)))
    faint = pixmap(name, mixed(theme.text_quiet, theme.surface, 0.6), look().px(SIZE))
    made.addPixmap(faint, QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, stroke: float = STROKE) -> QPixmap:
    """A picture of the set, `size` px wide and high, sharp on screens of double density; `stroke` on a 16 px grid."""
    text = (FOLDER / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    text = text.replace(f'stroke-width="{STROKE}"', f'stroke-width="{stroke}"', 1)
    made = QPixmap(size * 2, size * 2)
    made.setDevicePixelRatio(2)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
