import os
import subprocess
import sys
from pathlib import Path

SHOWS_EVERY_PAGE = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])
from app.window.main import application
from app.window.frame.main_window import MainWindow
from app.window.frame.steps import STEPS
app = application()
window = MainWindow(app)
window.show()
early = sorted(set(sys.modules) & {"pyqtgraph", "scipy"})
assert window.acts.open_path(Path(sys.argv[1]))
for step in STEPS:
    window.go(step)
    app.processEvents()
window.jobs.stop_all_and_wait()
window.close()
print(early, sorted(set(sys.modules) & {"pandas", "ortools", "matplotlib", "openpyxl", "xlsxwriter"}))
"""


def test_the_windows_process_imports_neither_pandas_nor_ortools(project_path: Path, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join([str(root), *sys.path])}
    command = [sys.executable, "-c", SHOWS_EVERY_PAGE, str(project_path), str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[] []"
