"""Paints the rows under the matrix: heads on each shift, heads in all, agent-hours short or over."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.window.look import space
from app.window.look.patterns import dots, hatch
from app.window.roster.cell_pictures import draw_cell
from app.window.roster.cells import CellLook
from app.window.roster.cells_painting import paint_tints
from app.window.roster.footers import Footer
from app.window.roster.ink import Ink
from app.window.roster.scene import Scene
from app.window.roster.short_texts import compact
from app.wording import words

_ = words("window")

CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
WORTH_TELLING = 0.05
"""Agent-hours short that would show as zero are not shortage."""


def footer_row_height(ink: Ink) -> int:
    """Height of one row of sums."""
    return ink.quiet_height + ink.px(4)


def footer_height(ink: Ink, footer: Footer, shows_shift_heads: bool) -> int:
    """Height of all rows of sums shown."""
    rows = (len(footer.shifts) if shows_shift_heads else 0) + bool(footer.heads) + bool(footer.hours_short)
    return rows * footer_row_height(ink) + (1 if rows else 0)


def sums_of(footer: Footer, shows_shift_heads: bool, day: int) -> tuple[str, ...]:
    """What the rows of sums say of one day, from the top."""
    shifts = [str(shift.heads[day] or "·") for shift in footer.shifts] if shows_shift_heads else []
    heads = [str(footer.heads[day])] if footer.heads else []
    return (*shifts, *heads, *([net_text(footer, day)] if footer.hours_short else []))


def net_text(footer: Footer, day: int) -> str:
    """Agent-hours short of a day, −33; of a day that lacks none, the hours over, +4: a sum of both would hide some."""
    for sign, hours in (("−", footer.hours_short[day]), ("+", footer.hours_over[day])):
        if hours >= WORTH_TELLING:
            return sign + compact(hours, 0 if hours >= 10 else 1)
    return "·"


def paint_footer(painter: QPainter, scene: Scene, exposed: QRect) -> None:
    """The part of the footer inside the exposed rectangle."""
    geometry, ink, footer = scene.geometry, scene.ink, scene.footer
    area = QRect(0, geometry.footer_top, geometry.width, geometry.footer_height)
    if area.isEmpty() or not area.intersects(exposed):
        return
    painter.fillRect(area & exposed, ink.surface)
    painter.save()
    painter.setClipRect(QRect(geometry.frozen_width, area.top(), geometry.cells_width, area.height()) & exposed)
    days = geometry.visible_days(exposed.left(), exposed.left() + exposed.width())
    paint_tints(painter, scene, days, area.top(), area.height())
    painter.restore()
    top = area.top() + 1
    if scene.shows_shift_heads:
        for shift in footer.shifts:
            chip = QRectF(ink.px(space.RELATED), top, ink.px(30), footer_row_height(ink))
            draw_cell(painter, chip, CellLook(shift.code, tone=shift.tone), ink)
            texts = [str(heads) if heads else "·" for heads in shift.heads]
            top = _paint_row(painter, scene, top, "", texts, ink.text_quiet)
    if footer.heads:
        top = _paint_row(painter, scene, top, _("Agents at work"), [str(heads) for heads in footer.heads], ink.text)
    if footer.hours_short:
        _paint_net(painter, scene, top)
    painter.setPen(ink.line)
    painter.drawLine(0, area.top(), geometry.width, area.top())


def _paint_row(
    painter: QPainter, scene: Scene, top: int, title: str, texts: Sequence[str], colour: QColor | Sequence[QColor]
) -> int:
    """One row of sums, in one colour or one a day; gives back where the next begins."""
    geometry, ink, height = scene.geometry, scene.ink, footer_row_height(scene.ink)
    painter.setFont(ink.quiet)
    painter.setPen(ink.text_quiet)
    box = QRectF(ink.px(space.RELATED), top, geometry.frozen_width - ink.px(2 * space.RELATED), height)
    painter.drawText(box, LEFT, title)
    painter.save()
    painter.setClipRect(QRect(geometry.frozen_width, top, geometry.cells_width, height), Qt.ClipOperation.IntersectClip)
    for day in geometry.visible_days(geometry.frozen_width, geometry.width).numbers:
        painter.setPen(colour if isinstance(colour, QColor) else colour[day])
        painter.drawText(QRectF(geometry.day_left(day), top, geometry.day_width, height), CENTER, texts[day])
    painter.restore()
    return top + height


def _paint_net(painter: QPainter, scene: Scene, top: int) -> None:
    """Agent-hours short hatched, over dotted, so that it reads in grey too."""
    geometry, ink, footer, height = scene.geometry, scene.ink, scene.footer, footer_row_height(scene.ink)
    painter.save()
    painter.setClipRect(QRect(geometry.frozen_width, top, geometry.cells_width, height))
    for day in geometry.visible_days(geometry.frozen_width, geometry.width).numbers:
        box = QRectF(geometry.day_left(day) + 1, top + 1, geometry.day_width - 2, height - 2)
        if footer.hours_short[day] >= WORTH_TELLING:
            painter.fillRect(box, hatch(ink.look.theme.shortage, 0.22))
        elif footer.hours_over[day] >= WORTH_TELLING:
            painter.fillRect(box, dots(ink.look.theme.surplus, 0.3))
    painter.restore()
    days = range(len(footer.hours_short))
    colours = [ink.shortage if hours >= WORTH_TELLING else ink.text for hours in footer.hours_short]
    _paint_row(painter, scene, top, _("Hours − short + over"), [net_text(footer, day) for day in days], colours)
