"""The language of the window: our own words and Qt's."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app.window.frame.qt_words import QtWords
from app.wording import choose_language

_translators: list[QTranslator] = []


def speak(app: QApplication, name: str) -> None:
    """Choose `zh_CN` or `en` for everything built from now on."""
    choose_language(name)
    for old in _translators:
        app.removeTranslator(old)
    _translators.clear()
    QLocale.setDefault(QLocale(name))
    ours = QtWords()
    app.installTranslator(ours)  # the one installed last is asked first
    _translators.append(ours)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator()
    if translator.load(f"qtbase_{name}", folder):
        app.installTranslator(translator)
        _translators.append(translator)
