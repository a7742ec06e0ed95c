"""PeakRoster 大促排班: `python main.py` opens the window, `python main.py COMMAND …` does one step without it."""

import sys

from app.start import main

if __name__ == "__main__":
    sys.exit(main())
