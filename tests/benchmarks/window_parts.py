"""One measurement in the window's own process: `python -m tests.benchmarks.window_parts PART PROJECT`, a JSON object.

`open`: seconds from the bare window to the project drawn; `repaint` and `edit`: milliseconds of CPU; `solve`, `import`
and `export`: the longest time, in milliseconds, for which the window did not answer meanwhile (CPU of its thread, and
by the clock).
"""

import gc
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QSize, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.window.frame.main_window import MainWindow
from app.window.frame.message import Mood
from app.window.main import application, fill
from app.window.plain_imports import import_plainly

ROWS, DAYS = 60, 31
TALL = QSize(1800, 2500)
WIDE = QSize(1440, 900)
SECONDS_OF_SEARCH = 8
TICK_MILLISECONDS = 4
SETTLING_MILLISECONDS, DRAWING_MILLISECONDS = 3000, 2000
EDITS = 16
Figures = dict[str, float]


def opened(app: QApplication, project: Path) -> MainWindow:
    """A window with a project as `main.py PROJECT` opens it, on its roster page."""
    window = MainWindow(app, bare=True)
    window.show()
    fill(window, project)
    window.go("roster")
    app.processEvents()
    return window


def measure_open(app: QApplication, project: Path) -> Figures:
    """As `main.py PROJECT` does it, after the window was seen."""
    gc.disable()
    window = MainWindow(app, bare=True)
    window.show()
    app.processEvents()
    wall, cpu = time.perf_counter(), time.process_time()
    fill(window, project)
    app.processEvents()
    return {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}


def measure_repaint(app: QApplication, project: Path) -> Figures:
    """The whole matrix, as large as 60 rows by 31 days need."""
    window = opened(app, project)
    window.resize(TALL)
    app.processEvents()
    view = window.page.board.matrix  # type: ignore[attr-defined]  # the page is the roster's
    geometry = view.scene.geometry
    rows = min(ROWS, geometry.cells_height // geometry.row_height)
    times = [spent(view.viewport().repaint) for _time in range(40)]
    return {"ms": 1000 * statistics.median(times), "rows": rows, "days": geometry.cells_width // geometry.day_width}


def measure_edit(app: QApplication, project: Path) -> Figures:
    """Keys typed into the matrix, each until violations and chart are drawn anew."""
    window = opened(app, project)
    window.resize(WIDE)
    matrix = window.page.board.matrix  # type: ignore[attr-defined]  # the page is the roster's
    matrix.setFocus()
    app.processEvents()

    def edit() -> None:
        plan, day = matrix.model.plan, matrix.selection.day
        QTest.keyClick(matrix, Qt.Key.Key_1 if plan.roster.shift(matrix.agent, day) is None else Qt.Key.Key_X)
        app.processEvents()

    times = [spent(edit) for _time in range(EDITS)]
    return {"ms": 1000 * statistics.median(times[1:]), "longest": 1000 * max(times[1:])}


def measure_solve(app: QApplication, project: Path) -> Figures:
    """A search with the optimise panel, its roster stored and shown."""
    window = opened(app, project)
    page = window.page
    page.board.search.seconds.setText(str(SECONDS_OF_SEARCH))  # type: ignore[attr-defined]  # the page is the roster's
    with stalls(window) as found:
        page.primary.trigger()  # type: ignore[union-attr]  # the roster page has one
        until_quiet(app, window)
    check(window, window.document.view.version.number == 2)  # type: ignore[union-attr]  # a project is open
    return found


def measure_import(app: QApplication, project: Path) -> Figures:
    """13 months of another skill's history, read, looked at and taken in."""
    from app.window.history.import_preview import ImportPreviewDialog
    from app.window.history.importing import Importing

    window = opened(app, project)
    window.go("history")
    table = project.with_suffix(".csv")
    days = (f"2026-{month:02d}-{day:02d}" for month in range(1, 11) for day in range(1, 29))
    rows = (f"{day},{hour},售后,{hour + 1}" for day in days for hour in range(24))
    table.write_text("日期,小时,技能,咨询量\n" + "\n".join(rows), "utf-8")
    with stalls(window) as found:
        Importing(window.desk, window).preview([table])
        until_quiet(app, window)
        dialogs = [dialog for dialog in window.findChildren(ImportPreviewDialog) if dialog.isVisible()]
        dialogs[0].accept()
        until_quiet(app, window)
    check(window, window.message.mood is Mood.GOOD)
    return found


def measure_export(app: QApplication, project: Path) -> Figures:
    """The team workbook."""
    window = opened(app, project)
    window.go("export")
    with stalls(window) as found:
        window.page.write(project.with_suffix(".xlsx"))  # type: ignore[attr-defined]  # the page is the export's
        until_quiet(app, window)
    check(window, project.with_suffix(".xlsx").exists())
    return found


def check(window: MainWindow, done: bool) -> None:
    """A figure of something that did not happen would be no figure."""
    if not done:
        raise RuntimeError(window.message.text)


@contextmanager
def stalls(window: MainWindow) -> Iterator[Figures]:
    """The longest time between two beats of a timer, less the time between beats."""
    QTest.qWait(SETTLING_MILLISECONDS)  # the page has been drawn, what it counts at leisure is counted
    found: Figures = {"ms": 0.0, "clock": 0.0}
    timer = QTimer(window, interval=TICK_MILLISECONDS)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    last = [time.thread_time(), time.perf_counter()]

    def beat() -> None:
        now = [time.thread_time(), time.perf_counter()]
        for name, before, after in zip(found, last, now, strict=True):
            found[name] = max(found[name], 1000 * (after - before))
        last[:] = now

    timer.timeout.connect(beat)
    timer.start()
    yield found
    timer.stop()


def until_quiet(app: QApplication, window: MainWindow) -> None:
    """Until the jobs are over and what they found is drawn; chart and changes come in later turns of the loop."""
    loop, waiting = QEventLoop(), QTimer(window, interval=50)
    waiting.timeout.connect(lambda: None if window.jobs.running() else loop.quit())
    waiting.start()
    loop.exec()
    waiting.stop()
    QTimer.singleShot(DRAWING_MILLISECONDS, loop.quit)
    loop.exec()
    app.processEvents()


def spent(act: Callable[[], object]) -> float:
    """Seconds of CPU of an act."""
    before = time.process_time()
    act()
    return time.process_time() - before


PARTS = {
    "open": measure_open,
    "repaint": measure_repaint,
    "edit": measure_edit,
    "solve": measure_solve,
    "import": measure_import,
    "export": measure_export,
}


def main() -> None:
    """Measure on a copy, with settings of its own."""
    import_plainly()  # as the start of the program does it
    part, project = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        copy = Path(shutil.copy(project, folder))
        figures = PARTS[part](application(), copy)
        print(json.dumps(figures), flush=True)
        sys.stdout.flush()
        os._exit(0)  # what is left open is of no interest


if __name__ == "__main__":
    main()
