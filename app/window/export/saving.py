"""Where a file goes: a name that says what it is, in the folder used last."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.project.version import VersionState
from app.window.export.targets import Target
from app.window.frame.settings import remember
from app.window.frame.view import ProjectView
from app.window.names import scenario_name
from app.wording import words

_ = words("window")

FORBIDDEN_IN_FILE_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|', "-"))
FOLDER = "export_folder"


def file_name(view: ProjectView, today: date) -> str:
    """`双11 2026_基准_v3_草稿_20261101`: project, scenario, version, state and day, no sign that a disk refuses."""
    version = view.version
    parts = [view.project.name, scenario_name(view.scenario.name)]
    if version is not None:
        state = _("published") if version.state is VersionState.PUBLISHED else _("draft")
        parts += [f"v{version.number}", state]
    return "_".join([*parts, f"{today:%Y%m%d}"]).translate(FORBIDDEN_IN_FILE_NAMES)


def last_folder() -> Path | None:
    """The folder written to last, None when there was none or it is gone."""
    kept = Path(str(QSettings().value(f"window/{FOLDER}", "")))
    return kept if kept.parts and kept.is_dir() else None


def remember_folder(path: Path) -> None:
    """Keep where something was written."""
    remember(FOLDER, str(path if path.is_dir() else path.parent))


def save_dialog(parent: QWidget, view: ProjectView, target: Target) -> QFileDialog:
    """Asks for the file, or the folder, to write."""
    name = file_name(view, date.today())
    dialog = QFileDialog(parent, _("Export to"), "", f"*.{target.suffix}" if target.suffix else "")
    if target.suffix:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(target.suffix)
    else:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    _begin_at(dialog)
    if target.suffix:
        dialog.selectFile(f"{name}.{target.suffix}")
    return dialog


def template_dialog(parent: QWidget, target: Target) -> QFileDialog:
    """Asks for the file to fill or follow."""
    dialog = QFileDialog(parent, target.template, "", "*.xlsx")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _begin_at(dialog)
    return dialog


def _begin_at(dialog: QFileDialog) -> None:
    folder = last_folder()
    if folder is not None:
        dialog.setDirectory(str(folder))


def open_folder(path: Path) -> None:
    """Show a folder, or that of a file, in the system's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))
