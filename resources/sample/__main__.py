"""`python -m resources.sample FOLDER`: write the sample shop's files."""

import argparse
from pathlib import Path

from resources.sample import DEFAULT_SEED, write_sample

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m resources.sample", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED)
    chosen = parser.parse_args()
    for written in write_sample(chosen.folder, chosen.seed):
        print(written)
