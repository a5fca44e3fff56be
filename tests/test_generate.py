"""The generator of articles: the same bytes for the same arguments, and a truth that tells what was planted."""

import subprocess
import sys
from pathlib import Path

import orjson

GENERATE = Path(__file__).parents[1] / "benchmarks" / "generate.py"
COUNT = 120


def generate(folder: Path, *more: str) -> tuple[list[bytes], list[dict[str, object]]]:
    out, truth = folder / "articles.jsonl", folder / "truth.jsonl"
    command = [sys.executable, str(GENERATE), str(COUNT), "--out", str(out), "--truth", str(truth), *more]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    return out.read_bytes().splitlines(), [orjson.loads(line) for line in truth.read_bytes().splitlines()]


def test_same_arguments_give_same_bytes(tmp_path: Path) -> None:
    assert generate(tmp_path) == generate(tmp_path)
    assert generate(tmp_path) != generate(tmp_path, "--seed", "2")


def test_without_faults_all_is_sound(tmp_path: Path) -> None:
    lines, planted = generate(tmp_path, "--faults", "0")
    rows = [orjson.loads(line) for line in lines]
    assert planted == []
    assert len({row["uri"] for row in rows}) == len({row["article_body"] for row in rows}) == COUNT
    assert {row["in_language"][:2] for row in rows} == {"de", "en", "es", "id", "zh"}
    assert 2000 < sum(len(row["article_body"].encode()) for row in rows) / COUNT < 4000


def test_copies_name_the_line_of_their_original(tmp_path: Path) -> None:
    lines, planted = generate(tmp_path, "--faults", "0.9")
    copies = [each for each in planted if each["fault"] == "same_story" and each.get("original")]
    assert copies
    for each in copies:
        row, original = (orjson.loads(lines[int(str(each[name])) - 1]) for name in ("line", "original"))
        assert row["article_body"] == original["article_body"]
        assert row["uri"] != original["uri"]
