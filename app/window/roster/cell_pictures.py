"""Pictures of cells, drawn once for each look, size and pixel density, and kept."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from app.window.look import space
from app.window.roster.cells import EMPTY, MET, CellLook
from app.window.roster.ink import Ink
from app.window.roster.marks import cross, padlock, severity_mark, star
from app.window.roster.shift_tones import Tone

TIMES_FROM_WIDTH = 84
"""A cell at least this wide says the shift's hours beside its code."""
ROOM_FOR_PADLOCK = 30
"""In a narrower cell the padlock would hide the letter; the outline alone says that it is locked."""

DUTY = 9
"""Size of the second letter."""
RUN = 16
"""Cells painted at once: a call of the painter costs more than the few pixels of a cell."""
MOST_PIXELS = 16_000_000
"""What runs may take in all before they are drawn anew: 64 MB; a screen full takes some two."""


class CellPictures:
    """The pictures of one view. Asking for another size, density or look throws the old ones away."""

    def __init__(self) -> None:
        self._pictures: dict[CellLook, QPixmap] = {}
        self._runs: dict[tuple[int, ...], tuple[QPixmap | None, Sequence[CellLook]]] = {}
        self._key: tuple[int, int, float, str, float] | None = None

    def fit(self, size: QSize, density: float, ink: Ink) -> None:
        """Make pictures of this size from now on."""
        key = (size.width(), size.height(), density, ink.look.theme.name, ink.look.zoom)
        if key != self._key:
            self._key, self._size, self._density, self._ink = key, size, density, ink
            self._pictures, self._runs = {}, {}

    def beside(self, looks: Sequence[CellLook]) -> QPixmap | None:
        """Up to RUN cells from left to right as one picture, None when all of them are empty."""
        known = self._runs.get(key := tuple(map(id, looks)))
        if known is None:
            if len(self._runs) * self._pixels_of_run > MOST_PIXELS:
                self._runs = {}
            known = self._runs[key] = self._run(looks), looks  # kept, so that nothing else gets the same ids
        return known[0]

    def _run(self, looks: Sequence[CellLook]) -> QPixmap | None:
        if all(look is EMPTY for look in looks):
            return None
        width = self._size.width()
        picture = self._blank(QSize(len(looks) * width, self._size.height()))
        painter = QPainter(picture)
        for place, look in enumerate(looks):
            if look is not EMPTY:
                painter.drawPixmap(place * width, 0, self.of(look))
        painter.end()
        return picture

    @property
    def _pixels_of_run(self) -> float:
        return RUN * self._size.width() * self._size.height() * self._density**2

    def of(self, look: CellLook) -> QPixmap:
        """The picture of a look."""
        picture = self._pictures.get(look)
        if picture is None:
            picture = self._pictures[look] = self._drawn(look)
        return picture

    def _drawn(self, look: CellLook) -> QPixmap:
        picture = self._blank(self._size)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_cell(painter, QRectF(0, 0, self._size.width(), self._size.height()), look, self._ink)
        painter.end()
        return picture

    def _blank(self, size: QSize) -> QPixmap:
        picture = QPixmap(size * self._density)
        picture.setDevicePixelRatio(self._density)
        picture.fill(Qt.GlobalColor.transparent)
        return picture


def draw_cell(painter: QPainter, box: QRectF, look: CellLook, ink: Ink) -> None:
    """A cell: its fill, its letter, and the marks in its corners."""
    inner = box.adjusted(1.5, 2, -1.5, -2)
    if look.tone is not None:
        _draw_face(painter, inner, look, ink, _duty_width(look, box.width(), ink))
    if look.partly_away:
        middle, reach = inner.center().x(), inner.width() / 5
        painter.fillRect(QRectF(middle - reach, inner.bottom() - 2, 2 * reach, 2), ink.text_quiet)
    if look.changed:
        painter.setPen(QPen(ink.text, ink.px(1), Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1.5, -1, -1.5), ink.px(3), ink.px(3))
    _draw_marks(painter, box, look, ink)


def _draw_face(painter: QPainter, box: QRectF, look: CellLook, ink: Ink, beside: float) -> None:
    """The fill and the code, in the middle or as far right as the second letter beside it asks."""
    tone = look.tone or Tone.MIDDLE
    letter, radius = ink.letter(tone), ink.px(3)
    if look.locked:
        painter.setPen(ink.pen(ink.text, 1.5))
    elif tone is Tone.PART_TIME:
        painter.setPen(ink.pen(letter, 1.0))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.fill(tone))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(letter)
    painter.setFont(ink.body)
    if not look.times or box.width() < ink.px(TIMES_FROM_WIDTH):
        room = (box.width() - ink.body_metrics.horizontalAdvance(look.code)) / 2
        painter.drawText(box.translated(max(0.0, beside - room), 0), Qt.AlignmentFlag.AlignCenter, look.code)
        return
    words = ink.body_metrics.horizontalAdvance(look.code), ink.quiet_metrics.horizontalAdvance(look.times)
    left = box.center().x() - (sum(words) + ink.px(space.IN_CELL)) / 2
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box.adjusted(left - box.left(), 0, 0, 0), middle, look.code)
    painter.setFont(ink.quiet)
    painter.drawText(box.adjusted(left - box.left() + words[0] + ink.px(space.IN_CELL), 0, 0, 0), middle, look.times)


def _duty_width(look: CellLook, width: float, ink: Ink) -> float:
    """What the second letter takes at the left of a cell; 0 where there is none."""
    if not look.duty or width < ink.px(ROOM_FOR_PADLOCK):
        return 0
    return ink.px(3) + QFontMetricsF(ink.look.font(DUTY)).horizontalAdvance(look.duty)


def _draw_duty(painter: QPainter, box: QRectF, look: CellLook, ink: Ink) -> None:
    """A second small letter, low at the left."""
    painter.setFont(ink.look.font(DUTY))
    painter.setPen(ink.letter(look.tone or Tone.MIDDLE))
    low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    painter.drawText(box.adjusted(ink.px(3), 0, 0, -ink.px(2)), low, look.duty)


def _draw_marks(painter: QPainter, box: QRectF, look: CellLook, ink: Ink) -> None:
    size = ink.px(8)
    if look.duty and box.width() >= ink.px(ROOM_FOR_PADLOCK):
        _draw_duty(painter, box, look, ink)
    if look.severity is not None:
        corner = QRectF(box.right() - size - 1, box.top() + 1, size, size)
        severity_mark(painter, look.severity, corner, ink.severity(look.severity), ink.surface)
    if look.request:
        corner = QRectF(box.left() + 1.5, box.top() + 1.5, size, size)
        letter = ink.letter(look.tone) if look.tone is not None else ink.text_quiet
        if look.request == MET:
            star(painter, corner, letter)
        else:
            cross(painter, corner, ink.shortage)
    if look.locked and (look.tone is None or box.width() >= ink.px(ROOM_FOR_PADLOCK)):
        corner = QRectF(box.right() - size - 1.5, box.bottom() - size - 2.5, size - 1, size)
        padlock(painter, corner, ink.text)
