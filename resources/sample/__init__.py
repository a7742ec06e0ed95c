"""The sample shop: a seeded generator of the files a team lead would bring to plan Double-11 2026."""

from pathlib import Path

import numpy as np

from resources.sample.files import csv_text, toml_text
from resources.sample.history import history_rows
from resources.sample.people import absence_rows, agent_rows, request_rows
from resources.sample.plan import GOALS, PROJECT, SHIFT_ROWS
from resources.sample.promotions import promotion_tables

DEFAULT_SEED = 2026


def write_sample(folder: Path, seed: int = DEFAULT_SEED) -> list[Path]:
    """Write the sample's eight files into `folder`, created if needed; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    volume_seed, people_seed = np.random.SeedSequence(seed).spawn(2)
    people = np.random.default_rng(people_seed)
    agents = agent_rows(people)
    texts = {
        "history.csv": csv_text(history_rows(np.random.default_rng(volume_seed))),
        "promotions.toml": toml_text(promotion_tables()),
        "agents.csv": csv_text(agents),
        "absences.csv": csv_text(absence_rows(people, agents)),
        "requests.csv": csv_text(request_rows(people, agents)),
        "shifts.csv": csv_text(SHIFT_ROWS),
        "goals.toml": toml_text(GOALS),
        "project.toml": toml_text(PROJECT),
    }
    paths = [folder / name for name in texts]
    for path in paths:
        path.write_text(texts[path.name], encoding="utf-8", newline="\n")
    return paths
