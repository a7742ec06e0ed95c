"""The main window: rail, header, the page shown, message bar and status line, rebuilt when its look changes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.window.frame.closing import ask_to_close
from app.window.frame.desk import Desk
from app.window.frame.document import Document
from app.window.frame.header import Header
from app.window.frame.language import speak
from app.window.frame.menus import foot_button, help_button, project_menu, view_menu
from app.window.frame.message import Message
from app.window.frame.message_bar import MessageBar
from app.window.frame.page import Page
from app.window.frame.pages import make_page
from app.window.frame.project_acts import SUFFIX, ProjectActs
from app.window.frame.rail import Rail
from app.window.frame.reading import Reading
from app.window.frame.settings import remember
from app.window.frame.shell import shell
from app.window.frame.shortcuts import add_shortcuts, listen_anew
from app.window.frame.stale import stale_message
from app.window.frame.status_line import StatusLine
from app.window.frame.steps import STEPS, step_state
from app.window.frame.undo_action import UndoAction
from app.window.frame.view import ProjectView
from app.window.frame.window_keys import key_for
from app.window.jobs.jobs import Jobs
from app.window.look.look import wear
from app.window.names import step_name
from app.wording import words
from app.wording.names import listed

_ = words("window")
FIRST_SIZE = (1440, 900)


class MainWindow(QMainWindow):
    """Holds document and jobs, which outlive a rebuild, and the parts one sees, which do not. A `bare` one has no page
    until the first `go`, so that it can be seen before what the pages need is loaded.
    """

    def __init__(self, app: QApplication, bare: bool = False) -> None:
        super().__init__()
        self._app = app
        self.document = Document()
        self.jobs = Jobs()
        self.desk = Desk(self.document, self.jobs, self.say, self.go, self.open_sample, self.look_ahead)
        self.acts = ProjectActs(self.desk, self)
        self._step = STEPS[0]
        self._pages: dict[str, Page] = {}
        self._shells: dict[str, QScrollArea] = {}
        self._seen: dict[str, ProjectView | None] = {}
        self._stale: Message | None = None
        self._closing = False
        self.setAcceptDrops(True)
        self.resize(*FIRST_SIZE)
        self._build()
        if bare:
            self._rail.choose(self._step)
            self._header.show_title(step_name(self._step))
        else:
            self.go(self._step)
        add_shortcuts(self)
        self.document.changed.connect(self._show_project)
        self.jobs.over.connect(self._close_when_over)

    def help(self) -> None:
        """Keys, words and the change log; with the focus in a field that is named after a word, that word."""
        from app.window.help.asked_word import asked_word
        from app.window.help.dialog import HelpDialog

        log = self.document.file.change_log() if self.document.view else ()
        dialog = HelpDialog(log, self, asked_word())
        dialog.keys_given.connect(lambda: listen_anew(self))
        dialog.open()

    def _build(self) -> None:
        self._rail, self._header, self._stack = Rail(), Header(), QStackedWidget()
        self._bar, self._status = MessageBar(self.jobs), StatusLine()
        self._rail.add_foot(foot_button(_("Project"), "folder", project_menu(self.acts)))
        self._rail.add_foot(foot_button(_("View"), "settings", view_menu(self.dress)))
        self._rail.add_foot(help_button(self.help))
        self._rail.chosen.connect(self.go)
        self._header.scenario_chosen.connect(self.document.choose_scenario)
        back, again = (key_for("Ctrl+Z"),), (key_for("Ctrl+Y"), "Ctrl+Shift+Z")
        undo, redo = (partial(step, self.look_ahead) for step in (self.document.undo, self.document.redo))
        self._undo = UndoAction(_("Undo"), _("Undo: {label}"), "undo", undo, back, self._stack)
        self._redo = UndoAction(_("Redo"), _("Redo: {label}"), "redo", redo, again, self._stack)
        self._pages.clear()
        self._shells.clear()
        self._seen.clear()
        self.setCentralWidget(self._laid_out())

    def _laid_out(self) -> QWidget:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for part, stretch in ((self._header, 0), (self._stack, 1), (self._bar, 0)):
            middle.addWidget(part, stretch)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._rail)
        top.addLayout(middle, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(self._status)
        return centre

    @property
    def page(self) -> Page:
        """The page one sees."""
        return self._pages[self._step]

    @property
    def message(self) -> Message:
        """What the message bar says."""
        return self._bar.message

    def say(self, message: Message) -> None:
        """Show a message in the bar."""
        self._bar.say(message)

    def look_ahead(self, reading: Reading) -> None:
        """Let the page one sees prepare what it will show of a reading, in the thread that read it."""
        page = self._pages.get(self._step)
        if page is not None:
            page.look_ahead(reading)

    def open_sample(self) -> None:
        """Open the sample project."""
        self.acts.open_sample()

    def go(self, step: str) -> None:
        """Show the page of a step."""
        self._step = step
        if step not in self._pages:
            self._pages[step] = make_page(step, self.desk)
            self._shells[step] = shell(self._pages[step])
            self._stack.addWidget(self._shells[step])
        self._rail.choose(step)
        self._stack.setCurrentWidget(self._shells[step])
        self._header.show_page(self.page, self._undo, self._redo)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_project(self.document.view)

    def dress(self, language: str, theme: str, zoom: float) -> None:
        """Change language, theme or zoom at once; document, jobs and the page shown stay as they are."""
        for key, value in (("language", language), ("theme", theme), ("zoom", zoom)):
            remember(key, value)
        for page in self._shells.values():  # or each of their widgets is dressed once more before it goes
            page.deleteLater()
            QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete)
        speak(self._app, language)
        wear(self._app, theme, zoom)
        message = self._bar.message
        self._build()
        self.go(self._step)
        self._bar.say(message if not message.act else Message(""))

    def _show_project(self, view: ProjectView | None) -> None:
        name = view.project.name if view else ""
        self.jobs.barred = self.document.refusal
        self.setWindowTitle(f"{name} – PeakRoster" if name else "PeakRoster 大促排班")
        self._header.show_project(view)
        self._status.show_project(view, self.document.judged, read_only=bool(self.document.holder))
        self._rail.show_states({step: step_state(step, view) for step in STEPS})
        self._undo.say(self.document.undo_label)
        self._redo.say(self.document.redo_label)
        if self._seen.get(self._step, self) is not view:
            self._seen[self._step] = view
            self.page.show_project(view)
        self._say_if_stale(view)

    def _say_if_stale(self, view: ProjectView | None) -> None:
        """A page left behind says so unless something newer is being said; mended or left, it is silent again."""
        if self._bar.message is self._stale:
            self.say(Message(""))
        self._stale = stale_message(self._step, view, self.desk, self.page)
        if self._stale is not None and not self._bar.message.text:
            self.say(self._stale)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A project is opened, anything else imported."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        projects = [path for path in paths if path.suffix == SUFFIX]
        if projects:
            self.acts.open_path(projects[0])
        elif paths:
            from app.window.history.importing import Importing

            self.go("history")
            Importing(self.desk, self).preview(paths)

    def restore(self) -> None:
        """Come back in the size and place it was left."""
        kept = QSettings().value("window/geometry")
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while something runs; stop it before going."""
        if self.jobs.running():
            event.ignore()
            self._ask_to_close()
            return
        self.jobs.stop_all_and_wait()
        remember("geometry", self.saveGeometry())
        self.document.close()
        event.accept()

    def _ask_to_close(self) -> None:
        ask_to_close(self, listed(job.title for job in self.jobs.running()), self._close_for_good)

    def _close_for_good(self) -> None:
        """Stop everything, keep the best roster found, then go."""
        self._closing = True
        if not self.jobs.running():
            self.close()
        for job in self.jobs.running():
            self.jobs.stop(job.kind)

    def _close_when_over(self, _job: object, _end: object) -> None:
        if self._closing and not self.jobs.running():
            QTimer.singleShot(0, self, self.close)  # after what the job found has been shown

    def changeEvent(self, event: QEvent) -> None:
        """Come back to a project that another program has changed: see what it holds now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.document.look_again()
