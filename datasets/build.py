"""Build the tables of this folder from seeds/, as `copydesk load seeds` does: articles, teasers and rejects.

python datasets/build.py [FOLDER]      default: datasets
"""

import shutil
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from copydesk import pipeline
from copydesk.config import Config
from copydesk.run import Request, running

ROOT = Path(__file__).parents[1]
TABLES = ("articles.parquet", "teasers.parquet", "rejects.parquet")


def build(folder: Path) -> None:
    """Write the tables to a folder; names of source files begin with `seeds/`."""
    with tempfile.TemporaryDirectory() as base:
        out = Path(base) / "out"
        # from the root, so that source files are named as somebody who works there would name them
        with chdir(ROOT), running(Request(("seeds",), Config(), out)) as run:
            pipeline.manifest(run, pipeline.load(run))
        for name in TABLES:
            shutil.copyfile(out / name, folder / name)


if __name__ == "__main__":
    build(Path(sys.argv[1]).absolute() if len(sys.argv) > 1 else ROOT / "datasets")
