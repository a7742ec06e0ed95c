"""The two menus at the foot of the rail: the project, and how the window looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton

from app.window.frame.settings import recent_projects
from app.window.frame.window_keys import key_for
from app.window.look import space
from app.window.look.icons import icon
from app.window.look.look import look
from app.wording import LANGUAGES, language, words

if TYPE_CHECKING:
    from app.window.frame.project_acts import ProjectActs

_ = words("window")
LANGUAGE_NAMES = {"zh_CN": "中文", "en": "English"}
Dress = Callable[[str, str, float], None]


def foot_button(text: str, symbol: str, menu: QMenu) -> QToolButton:
    """A button that opens a menu upwards."""
    button = QToolButton()
    button.setText(text)
    button.setIcon(icon(symbol, "text_quiet"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu.setParent(button, menu.windowFlags())
    return button


def help_button(run: Callable[[], object]) -> QToolButton:
    """The button of the help dialog."""
    button = QToolButton()
    button.setText(_("Help"))
    button.setIcon(icon("help", "text_quiet"))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setToolTip(_("Keys, words and the change log ({key})").format(key=key_for("F1")))
    button.setAccessibleName(_("Help"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda _checked=False: run())
    return button


def project_menu(acts: ProjectActs) -> QMenu:
    """New, open, recent, save as, sample."""
    menu = QMenu()
    _add(menu, _("New project …"), "new", acts.new, "Ctrl+N")
    _add(menu, _("Open project …"), "open", acts.open, "Ctrl+O")
    recent = menu.addMenu(icon("clock"), _("Recent projects"))
    menu.aboutToShow.connect(lambda: _fill_recent(recent, acts))
    _add(menu, _("Save a copy as …"), "save", acts.save_as, "Ctrl+Shift+S")
    menu.addSeparator()
    _add(menu, _("Open the sample project"), "roster", acts.open_sample, "")
    return menu


def _fill_recent(menu: QMenu, acts: ProjectActs) -> None:
    menu.clear()
    for path in recent_projects():
        menu.addAction(path.stem).triggered.connect(lambda _checked=False, path=path: acts.open_path(path))
    menu.setEnabled(not menu.isEmpty())


def _add(menu: QMenu, text: str, symbol: str, run: Callable[[], object], key: str) -> None:
    action = menu.addAction(icon(symbol), text)
    if key:
        action.setShortcut(QKeySequence(key_for(key)))
    action.triggered.connect(lambda _checked=False: run())


def view_menu(dress: Dress) -> QMenu:
    """Language, theme and zoom; each takes hold at once."""
    menu = QMenu()
    now = look()
    languages = {LANGUAGE_NAMES[name]: (name, now.theme.name, now.zoom) for name in LANGUAGES}
    _choices(menu, languages, LANGUAGE_NAMES[language()], dress)
    menu.addSeparator()
    themes = {_("Light"): (language(), "light", now.zoom), _("Dark"): (language(), "dark", now.zoom)}
    _choices(menu, themes, _("Dark") if now.theme.is_dark else _("Light"), dress)
    menu.addSeparator()
    zooms = {f"{zoom:.0%}": (language(), now.theme.name, zoom) for zoom in space.ZOOMS}
    _choices(menu.addMenu(icon("zoom"), _("Zoom")), zooms, f"{now.zoom:.0%}", dress)
    return menu


def _choices(menu: QMenu, choices: dict[str, tuple[str, str, float]], chosen: str, dress: Dress) -> None:
    group = QActionGroup(menu)
    for text, wanted in choices.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(text == chosen)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, wanted=wanted: dress(*wanted))
