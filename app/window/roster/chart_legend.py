"""What the lines and areas of the cover chart mean, in the room left of its axis."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.window.look import space
from app.window.look.patterns import dots, hatch
from app.window.roster.chart_scene import ChartScene
from app.window.roster.curves_painting import CHOSEN_SHARE, COVER_SHARE, SHORT_SHARE, beside_pen
from app.wording import words

_ = words("window")

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
SWATCH, BESIDE_NAME, NUMBERS = 18, 18 + 6 + 8, 34
"""Widths of a piece of what is drawn, of it with the room around a name, and of the numbers at the axis."""


class Entry(NamedTuple):
    """A name beside a line, or beside areas laid over each other."""

    name: str
    line: QPen | None = None
    areas: tuple[QBrush | QColor, ...] = ()


def paint_legend(painter: QPainter, scene: ChartScene) -> None:
    """Entry under entry, in a second column what has no room above the name of net staffing."""
    ink, left = scene.ink, scene.ink.px(space.RELATED)
    rows = max(1, (scene.net_name_top - ink.px(2)) // ink.quiet_height)
    entries = list(entries_of(scene))
    painter.setFont(ink.quiet)
    for first in range(0, len(entries), rows):
        column = entries[first : first + rows]
        wanted = max(round(ink.quiet_metrics.horizontalAdvance(entry.name)) for entry in column) + ink.px(BESIDE_NAME)
        width = max(0, min(wanted, scene.axis.left - ink.px(NUMBERS) - left))
        for row, entry in enumerate(column):
            _paint_entry(painter, scene, entry, QRect(left, row * ink.quiet_height, width, 0))
        left += width


def entries_of(scene: ChartScene) -> Iterator[Entry]:
    """What is drawn of this state."""
    ink, theme, curves = scene.ink, scene.ink.look.theme, scene.curves
    yield Entry(_("Requirement"), ink.pen(ink.text, 1.6))
    for name in curves.beside:
        yield Entry(name, beside_pen(ink, name))
    cover = ink.look.colour("accent", COVER_SHARE)
    yield Entry(_("Cover"), areas=(cover,))
    yield Entry(_("Shortage"), areas=(ink.look.colour("shortage", SHORT_SHARE), hatch(theme.shortage)))
    if curves.surplus.any():
        yield Entry(_("Surplus"), areas=(cover, dots(theme.surplus)))
    if curves.chosen.any():
        yield Entry(_("Selected agents"), areas=(ink.look.colour("accent", CHOSEN_SHARE),))


def _paint_entry(painter: QPainter, scene: ChartScene, entry: Entry, place: QRect) -> None:
    ink = scene.ink
    swatch = QRect(place.left(), place.top() + ink.px(4), ink.px(SWATCH), ink.quiet_height - ink.px(6))
    if entry.line is not None:
        middle = swatch.center().y()
        painter.setPen(entry.line)
        painter.drawLine(QPointF(swatch.left(), middle), QPointF(swatch.right(), middle))
    for area in entry.areas:
        painter.fillRect(swatch, area)
    room = place.width() - ink.px(BESIDE_NAME - 6)
    painter.setPen(ink.text_quiet)
    box = QRectF(swatch.right() + ink.px(6), place.top(), room, ink.quiet_height)
    painter.drawText(box, LEFT, ink.quiet_metrics.elidedText(entry.name, Qt.TextElideMode.ElideRight, room))
