"""History: what was counted, day by day and hour by hour, and what the cleaning found in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.window.formats import day_text, number_text, share_text
from app.window.frame.desk import Desk
from app.window.frame.empty_state import EmptyState
from app.window.frame.filled_page import FilledPage
from app.window.frame.splitter import RememberingSplitter
from app.window.frame.stacked import stacked
from app.window.frame.tiles import Tile, Tiles
from app.window.frame.view import ProjectView
from app.window.history.day_hours import DayHours, day_hours
from app.window.history.findings_card import FindingsCard, batch_line
from app.window.history.importing import Importing
from app.wording import words

_ = words("window")


class HistoryPage(FilledPage):
    """Primary: import."""

    step = "history"

    def __init__(self, desk: Desk) -> None:
        self._importing: Importing | None = None
        super().__init__(desk)
        self._importing = Importing(desk, self)
        self.primary = self.act(_("Import"), "import", self._import, "Ctrl+I")

    def title(self) -> str:
        """The step's name."""
        return _("History")

    def is_empty(self, view: ProjectView) -> bool:
        """Without any count."""
        return not view.project.history.series

    def empty(self) -> QWidget:
        """The way in."""
        return EmptyState(
            "history",
            _("Import the inquiries your customer-service desk exported: one row per day and hour is enough. "
              "Agents, shifts and promotions come in the same way."),
            _("Import files"),
            self._import,
            _("Try the sample: a shop before Double 11"),
            self.desk.sample,
        )  # fmt: skip

    def build(self) -> QWidget:
        """Tiles over the pictures, findings beside."""
        from app.window.history.pictures import HistoryPictures

        self._tiles, self._pictures, self._findings = Tiles(), HistoryPictures(), FindingsCard()
        self._pictures.skill_chosen.connect(self._show_skill)
        split = RememberingSplitter(
            "history", Qt.Orientation.Horizontal, self._pictures, self._findings, shares=(11, 4)
        )
        return stacked(self._tiles, split)

    def fill(self, view: ProjectView) -> None:
        """Show the skill chosen, the first one at first."""
        self._view = view
        self._pictures.show_skills(view.project.history.skills())
        self._findings.show_project(view)
        self._findings.show_batches([batch_line(b) for b in self.desk.document.file.batches()])
        self._show_skill(self._pictures.skill)

    def follow(self, view: ProjectView | None) -> None:
        """Only an open project can take files in."""
        if self.primary is not None:
            self.primary.setEnabled(view is not None)

    def _show_skill(self, skill: str) -> None:
        counted = day_hours(self._view.project.history, skill, self._view.project.promotions)
        if counted is not None:
            self._tiles.show_tiles(history_tiles(counted))
            self._pictures.show_counts(counted)

    def _import(self) -> None:
        if self._importing is not None:
            self._importing.ask()


def history_tiles(counted: DayHours) -> tuple[Tile, ...]:
    """Days counted, an ordinary day, the busiest day, what is missing."""
    days, busiest, mean = counted.matrix.days, counted.busiest, counted.ordinary_mean
    missing = counted.missing_hours
    whole = f"{day_text(counted.matrix.first_day)} – {day_text(counted.matrix.last_day)}"
    return (
        Tile(_("Days counted"), number_text(days), _("days"), whole),
        Tile(_("An ordinary day"), number_text(mean), _("inquiries"), _("mean of days outside promotions")),
        Tile(
            _("The busiest day"),
            number_text(busiest[1]) if busiest else "–",
            _("inquiries"),
            _("{day}, {times} times an ordinary day").format(
                day=day_text(busiest[0]), times=number_text(busiest[1] / mean, 1)
            )
            if busiest and mean > 0
            else "",
        ),
        Tile(
            _("Missing hours"),
            number_text(missing),
            _("hours"),
            _("{share} of all hours, hatched below").format(share=share_text(missing / (days * 24)))
            if missing
            else _("every hour was counted"),
        ),
    )
