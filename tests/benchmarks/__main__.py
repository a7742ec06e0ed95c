"""`make bench`: the long benchmarks on the sample shop, as tables; other data can be given to each table itself."""

import tempfile
from pathlib import Path

from app.commands.sample import SCENARIOS, make_sample
from app.pipeline import forecast_of, requirement_of
from app.project.rostering import problem_of
from resources.sample import write_sample
from tests.benchmarks import forecast_table, roster_table

SECONDS = 60.0

with tempfile.TemporaryDirectory() as folder:
    here = Path(folder)
    write_sample(here / "files")
    rows = (here / "files" / "history.csv").read_text(encoding="utf-8").splitlines()
    presale = here / "sample_presale.csv"
    presale.write_text("\n".join([rows[0], *(row for row in rows if row.endswith(",presale"))]), encoding="utf-8")
    forecast_table.print_table(presale, days=14, number=10)
    with make_sample(here / "sample.peakroster", lambda _step, _done: None) as file:
        project = file.read()
    scenario = SCENARIOS[0]
    expected, _findings = forecast_of(project, scenario)
    roster_table.show([problem_of(project, scenario, requirement_of(project, scenario, expected))], SECONDS)
