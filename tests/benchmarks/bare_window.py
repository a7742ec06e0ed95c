"""The least that a PySide6 program with a main window is: what the start of ours is measured against."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("bare")
window.resize(1440, 900)
window.show()
sys.exit(application.exec())
