"""Folders that --out wrote and that were damaged since: each command says which file, and what to do."""

import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from command import run

SEED = Path(__file__).parents[1] / "seeds" / "text" / "000_e10a35954561f647.txt"
READS = {
    "baseline bad": ("findings.parquet",),
    "fix bad --out new": ("articles.parquet", "teasers.parquet", "rejects.parquet", "manifest.json"),
    "check a.txt --against bad": ("articles.parquet",),
    "report bad": ("report.json",),
    "report bad --format csv": ("findings.parquet", "report.json"),
}
CASES = [(command, name) for command, names in READS.items() for name in names]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("damaged") / "out"
    assert run("check", SEED, "--out", out, "-q", "--jobs", "1", "--sample", "1") == 1
    return out


@pytest.fixture
def bad(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SEED, tmp_path / "a.txt")
    return shutil.copytree(sound, tmp_path / "bad")


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def foreign(file: Path) -> None:
    file.write_text("x")


def empty(file: Path) -> None:
    file.write_bytes(b"")


def other(file: Path) -> None:
    if file.suffix == ".parquet":
        pq.write_table(pa.table({"a": ["b"]}), file)
    else:
        file.write_text("[]")


@pytest.mark.parametrize("damage", [cut, foreign, empty, other])
@pytest.mark.parametrize(("command", "name"), CASES)
def test_a_damaged_file_is_named_with_a_remedy(command, name, damage, bad, capsys):
    damage(bad / name)
    assert run(*command.split()) == 2
    told = capsys.readouterr().err
    assert f"copydesk: bad/{name}: " in told
    assert "again" in told
    assert not any(each in told for each in ("Traceback", "Error("))


def test_a_report_without_its_version_is_no_report(bad, capsys):
    (bad / "report.json").write_text("{}")
    assert run("report", "bad") == 2
    assert "bad/report.json: is no report of copydesk" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["baseline bad", "fix bad --out new", "check a.txt --against bad", "check bad"])
def test_damage_behind_a_sound_footer_is_told(command, bad, capsys):
    for file in bad.glob("*.parquet"):
        with pq.ParquetFile(file) as source:
            groups = [source.metadata.row_group(number) for number in range(source.metadata.num_row_groups)]
        data = bytearray(file.read_bytes())
        for each in (group.column(number) for group in groups for number in range(group.num_columns)):
            start = each.dictionary_page_offset or each.data_page_offset
            data[start : start + each.total_compressed_size] = b"\xff" * each.total_compressed_size
        file.write_bytes(data)
    assert run(*command.split()) == (3 if command == "check bad" else 2)
    printed = "".join(capsys.readouterr())
    assert "damaged" in printed
    assert not any(each in printed for each in ("Traceback", "rights"))
