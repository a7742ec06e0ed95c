"""Dialogs and menus as pictures: help, import, a new project, closing while something runs, and every menu."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QToolButton, QWidget

from app.window.frame.main_window import MainWindow
from app.window.frame.project_dialog import ProjectDialog
from app.window.help.dialog import HelpDialog
from app.window.history.import_preview import ImportPreviewDialog
from app.window.history.importing import Importing

Shown = tuple[str, QWidget]
NOT_A_TABLE = "日期;时段;咨询量\n2026-13-40;25:99;很多\n"


def dialog_states(window: MainWindow, tables: list[Path], settle: Callable[[], None]) -> Iterator[Shown]:
    """The help, tab by tab, what an import of `tables` would bring and what one that is refused says, the rest."""
    window.help()
    settle()
    for dialog in window.findChildren(HelpDialog):
        for number, name in enumerate(("keys", "words", "changes", "own-keys")):
            dialog.tabs.setCurrentIndex(number)
            settle()
            yield f"help-{name}", dialog
        dialog.reject()
    yield from _imports(window, tables, settle)
    window.acts.new()
    settle()
    yield from _closed("new-project", window.findChildren(ProjectDialog))
    window.acts.open()
    settle()
    yield from _closed("open-project", window.findChildren(QFileDialog))
    yield from _menus(window, settle)


def _imports(window: MainWindow, tables: list[Path], settle: Callable[[], None]) -> Iterator[Shown]:
    importing = Importing(window.desk, window)
    spoilt = tables[0].with_name("spoilt.csv")
    spoilt.write_text(NOT_A_TABLE, "utf-8")
    for name, paths in (("import-preview", tables), ("import-refused", [spoilt])):
        importing.preview(paths)
        settle()
        yield from _closed(name, window.findChildren(ImportPreviewDialog))
        settle()


def _closed(name: str, dialogs: list[QDialog]) -> Iterator[Shown]:
    for dialog in dialogs:
        if dialog.isVisible():
            yield name, dialog
            dialog.reject()


def _menus(window: MainWindow, settle: Callable[[], None]) -> Iterator[Shown]:
    """The menus at the foot of the rail, opened one by one with what opens out of them."""
    names = iter(("project", "view"))
    menus = [button.menu() for button in window.findChildren(QToolButton) if button.isVisible()]
    for menu in (menu for menu in menus if menu is not None):
        name = next(names, "other")
        yield from opened(f"menu-{name}", menu, settle)
        for inner in menu.findChildren(QMenu):
            yield from opened(f"menu-{name}-inner", inner, settle)


def opened(name: str, menu: QMenu, settle: Callable[[], None]) -> Iterator[Shown]:
    """A menu while it is open."""
    menu.popup(QPoint(200, 200))
    settle()
    yield name, menu
    with suppress(RuntimeError):  # a menu that deletes itself when it closes
        menu.close()
