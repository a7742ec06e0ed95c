"""The view of the roster matrix: lays out, scrolls and paints; `app.window.roster.matrix` takes keys and pointer."""

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.window.roster.columns import Column, fit, same_spans
from app.window.roster.geometry import Geometry
from app.window.roster.ink import ink
from app.window.roster.matrix_painting import MatrixPictures, paint_matrix
from app.window.roster.matrix_scene import scene_of
from app.window.roster.model import RosterModel
from app.window.roster.plan import RosterPlan
from app.window.roster.rows import GroupBy, Row
from app.window.roster.scene import Scene
from app.window.roster.selection import Selection
from app.wording import words

_ = words("window")

FEWEST_ROWS = 5


class MatrixView(QAbstractScrollArea):
    """`moved`: the cursor stands elsewhere; `day_chosen`: a day's header was clicked; `laid_out`: size, zoom or
    scroll changed, so that views below can follow; `zoomed`: other days across;
    `escaped`: Esc, nothing is to be emphasised any more.
    """

    moved = Signal()
    day_chosen = Signal(int)
    laid_out = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RosterModel(self)
        self.scene: Scene | None = None
        self.selection = Selection(0, 0)
        self._pictures = MatrixPictures()
        self._group_by = GroupBy.NONE
        self.days_across: int | None = None
        self._shows_shift_heads = self._is_dense = False
        self._on_duty: frozenset[str] | None = None
        self._day_shown: int | None = None
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setCornerWidget(QWidget())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Roster"))
        self.setAccessibleDescription(_("Agents by days; arrows move, Shift extends, Ctrl+C copies"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)

    @property
    def plan(self) -> RosterPlan | None:
        """What is shown."""
        return self.model.plan

    def show_plan(self, plan: RosterPlan | None, rows: tuple[Row, ...], group_by: GroupBy) -> None:
        """Show these agents of a plan; the cursor stays with its agent where that agent is still shown."""
        agent = self.agent
        self.model.show(plan, rows)
        self._group_by = group_by
        self.selection = self.selection.resized(len(rows), plan.horizon.days if plan else 0)
        row = self.model.row_of(agent) if agent else None
        if row is not None and self.selection.cells == 1:
            self.selection = self.selection.at(row, self.selection.day)
        self._lay_out()

    def show_edit(self, plan: RosterPlan) -> None:
        """The same agents in the same order with some cells changed."""
        before = self.scene
        self.model.show_edit(plan)
        columns = before.columns if before is not None else ()
        touched = (
            (row for row, old in zip(plan.rows, before.plan.rows, strict=True) if row is not old) if before else ()
        )
        self._lay_out(columns if fit(columns, touched, ink()) else ())

    @property
    def agent(self) -> str | None:
        """The agent the cursor is on."""
        return None if self.selection.is_empty else self.model.rows[self.selection.row].id

    def go_to(self, agent: str, day: int | None) -> bool:
        """Put the cursor on a cell and show it; False when the agent is filtered away."""
        row = self.model.row_of(agent)
        if row is None:
            return False
        chosen = self.selection
        self.select(chosen.whole_row(row) if day is None else chosen.at(row, day))
        return True

    def select(self, selection: Selection) -> None:
        """Move cursor and range, and scroll the cursor into view."""
        if self.scene is None or selection == self.selection:
            return
        before, self.selection = self.selection, selection
        if not same_spans(self.scene.plan, selection.day, before.day):
            self._lay_out()
        self._show_cursor(before)
        self.moved.emit()

    def emphasise(self, agents: frozenset[str] | None) -> None:
        """Let these agents stand out, None for nobody."""
        self._on_duty = agents
        self._refresh()

    def show_day(self, day: int | None) -> None:
        """Mark the day that the chart shows."""
        self._day_shown = day
        self._refresh()

    def show_shift_heads(self, shown: bool) -> None:
        """Open or fold the rows with heads on each shift."""
        self._shows_shift_heads = shown
        self._lay_out()
        self.updateGeometry()

    def show_dense(self, dense: bool) -> None:
        """As many rows as can be read, or rows with air."""
        self._is_dense = dense
        self._lay_out()

    def zoom(self, days_across: int | None) -> None:
        """Show so many days across the view; None fits the horizon."""
        self.days_across = days_across
        self._lay_out()
        self._show_cursor(self.selection)

    def sizeHint(self) -> QSize:
        """Large enough for a few agents and a fortnight."""
        return QSize(720, 420)

    def minimumSizeHint(self) -> QSize:
        """Never without a handful of agents, whatever stands above and below them."""
        least = ink().px(250)
        if self.scene is not None:
            shown = self.scene.geometry
            least = max(least, shown.header_height + shown.footer_height + FEWEST_ROWS * shown.row_height)
        return QSize(ink().px(420), least)

    def _lay_out(self, columns: tuple[Column, ...] = ()) -> None:
        """Measure everything again, but for columns that are known to do, and keep the place scrolled to."""
        plan = self.model.plan
        if plan is None:
            self.scene = None
            self.viewport().update()
            return
        size = self.viewport().width(), self.viewport().height()
        shown = self.days_across, self._shows_shift_heads, self._is_dense
        self.scene = scene_of(plan, self.model, self._group_by, self.selection, ink(), size, *shown, columns)
        geometry = self.scene.geometry
        self._set_bars(geometry)
        self._scroll_to(geometry.scrolled(self.horizontalScrollBar().value(), self.verticalScrollBar().value()))
        self._refresh()
        self.laid_out.emit()

    def _set_bars(self, geometry: Geometry) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, geometry.max_scroll_x)
        across.setPageStep(max(1, geometry.cells_width))
        across.setSingleStep(geometry.day_width)
        down.setRange(0, geometry.max_scroll_y)
        down.setPageStep(max(1, geometry.cells_height))
        down.setSingleStep(geometry.row_height)

    def _scroll_to(self, geometry: Geometry) -> None:
        if self.scene is not None:
            self.scene = replace(self.scene, geometry=geometry)

    def _refresh(self) -> None:
        """Paint everything again in the state it is in now."""
        self._take_state()
        self.viewport().update()

    def _take_state(self) -> None:
        if self.scene is not None:
            self.scene = replace(
                self.scene,
                selection=self.selection,
                on_duty=self._on_duty,
                day_shown=self._day_shown,
                has_focus=self.hasFocus(),
            )

    def _show_cursor(self, before: Selection) -> None:
        """Scroll the cursor into view and paint the rows that it left or entered."""
        if self.scene is None or self.selection.is_empty:
            return
        self._take_state()
        geometry = self.scene.geometry
        target = geometry.showing(self.selection.row, self.selection.day)
        self.horizontalScrollBar().setValue(target.scroll_x)
        self.verticalScrollBar().setValue(target.scroll_y)
        if (target.scroll_x, target.scroll_y) != (geometry.scroll_x, geometry.scroll_y):
            self.viewport().update()
            return
        for chosen in (before, self.selection):
            top = geometry.row_top(min(chosen.first_row, geometry.rows - 1))
            bottom = geometry.row_top(min(chosen.last_row, geometry.rows - 1)) + geometry.row_height
            self.viewport().update(0, top, geometry.width, bottom - top)
        self.viewport().update(0, 0, geometry.width, geometry.header_height)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is on screen and paint only the strip that comes into view."""
        if self.scene is None:
            return
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._scroll_to(self.scene.geometry.scrolled(x, y))
        geometry = self.scene.geometry
        if dy:
            self.viewport().scroll(0, dy, QRect(0, geometry.header_height, geometry.width, geometry.cells_height))
        if dx:
            below = geometry.cells_height + geometry.footer_height
            area = QRect(geometry.frozen_width, geometry.header_height, geometry.cells_width, below)
            self.viewport().scroll(dx, 0, area)
            self.viewport().update(0, 0, geometry.width, geometry.header_height)
            self.laid_out.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed, from the model."""
        painter = QPainter(self.viewport())
        if self.scene is None:
            painter.fillRect(event.rect(), ink().surface)
            return
        self._pictures.fit(self.scene, self.viewport().devicePixelRatioF())
        for exposed in event.region():  # type: ignore[attr-defined]  # the stubs miss that a region is a sequence
            paint_matrix(painter, self.scene, self._pictures, exposed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the days to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor in the accent."""
        super().focusInEvent(event)
        self._refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the cursor quietly."""
        super().focusOutEvent(event)
        self._refresh()
