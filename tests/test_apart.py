"""What a run reads is never replaced by what it writes."""

import hashlib
from pathlib import Path

import pytest

from command import run

SEED = Path(__file__).parents[1] / "seeds" / "text" / "000_e10a35954561f647.txt"
COMMANDS = {
    "check out --out out": "INPUT out",
    "check ou? --out ./out": "INPUT out",
    "check a.txt --out link --seen out": "--seen out",
    "check a.txt --seen link --out out": "--seen link",
    "check a.txt --against out --out out": "--against out",
    "check a.txt --history out/h.parquet --out out": "--history out/h.parquet",
    "check a.txt --baseline out/known.txt --out out": "--baseline out/known.txt",
    "check a.txt --format gx-docs=out/docs --out out": "--format gx-docs out/docs",
    "check apart/sound --quarantine apart": "INPUT apart/sound",
    "check a.txt --out out --quarantine out/apart": "--quarantine out/apart",
    "load out --out out": "INPUT out",
    "fix out --out out": "INPUT out",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("apart")
    (folder / "a.txt").write_bytes(SEED.read_bytes())
    out, apart = folder / "out", folder / "apart"
    assert run("check", folder / "a.txt", "--out", out, "--quarantine", apart, "-q", "--jobs", "1") == 1
    (out / "known.txt").write_text("")
    (folder / "link").symlink_to(out)
    return folder


def content(folder: Path) -> dict[Path, str]:
    return {file: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_run_does_not_replace_what_it_reads(command, made, monkeypatch, capsys):
    monkeypatch.chdir(made)
    before = content(made)
    assert run(*command.split()) == 2
    told = capsys.readouterr().err
    assert f"{COMMANDS[command]} lies there" in told
    assert "Name another folder" in told
    assert content(made) == before
    assert not [name for name in map(str, Path().iterdir()) if name.startswith(".copydesk-")]
