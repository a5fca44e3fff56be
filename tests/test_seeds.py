"""seeds/ holds what its README says: the seed document, planted faults on their lines, and no other faults."""

import gzip
import hashlib
import importlib.util
import re
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import copydesk
from copydesk.config import Config

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
SEED = SEEDS / "text" / "000_e10a35954561f647.txt"
SEED_SHA256 = "fdc9042d9002b6737bfe04adf01c0af65dc0ae9193863964190067246117394c"
TABLES = ("articles", "teasers", "rejects")

Fault = tuple[str, str, str, str]
"""File below seeds/ (or source, of a finding that has no file), line, check, kind."""


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "datasets" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def report() -> copydesk.Report:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return copydesk.check("seeds", Config(as_of=date(2026, 11, 1)))


def documented() -> Counter[Fault]:
    """The rows of the table in seeds/README.md."""
    rows = r"(?m)^\| `([^|`]+)` \| (\d*) \| ([a-z-]+) \| ([a-z-]+) \|"
    return Counter(re.findall(rows, (SEEDS / "README.md").read_text(encoding="utf-8")))


def found(report: copydesk.Report) -> Counter[Fault]:
    rows = report.findings.select(["source_file", "source", "source_line", "check", "kind"]).to_pylist()
    return Counter(
        (
            (row["source_file"] or row["source"]).removeprefix("seeds/"),
            str(row["source_line"] or ""),
            row["check"],
            row["kind"],
        )
        for row in rows
    )


def test_the_seed_document_is_verbatim() -> None:
    assert hashlib.sha256(SEED.read_bytes()).hexdigest() == SEED_SHA256


def test_planted_faults_are_found_and_no_others(report: copydesk.Report) -> None:
    planted, told = documented(), found(report)
    assert planted - told == Counter(), "documented in seeds/README.md, not found"
    assert told - planted == Counter(), "found, not documented in seeds/README.md"


def test_most_articles_are_sound(report: copydesk.Report) -> None:
    rows = report.findings.to_pylist()
    failing = {row["row"] for row in rows if row["table"] == "articles" and row["severity"] == "error"}
    assert len(failing) < report.articles.num_rows / 2


def test_datasets_hold_what_seeds_give(tmp_path: Path) -> None:
    build = script("build")
    build.build(tmp_path)
    for name in build.TABLES:
        kept, made = pq.read_table(ROOT / "datasets" / name), pq.read_table(tmp_path / name)
        assert kept.schema.equals(made.schema), "run `make datasets`"
        assert kept.to_pylist() == made.to_pylist(), "run `make datasets`"


def test_seed_files_that_no_editor_writes_are_current(tmp_path: Path) -> None:
    for path in script("seed_files").write(tmp_path):
        kept = SEEDS / path.relative_to(tmp_path)
        if path.suffix == ".parquet":
            assert _values(kept) == _values(path), "run `python datasets/seed_files.py`"
        else:
            # Python 3.13 writes another header
            same = gzip.decompress(kept.read_bytes()) == gzip.decompress(path.read_bytes())
            assert same, "run `python datasets/seed_files.py`"


def _values(path: Path) -> tuple[pa.Schema, list[dict[str, object]]]:
    table = pq.read_table(path)
    return table.schema, table.to_pylist()
