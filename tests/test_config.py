"""Configuration: what is read, and what an error says."""

from datetime import date
from pathlib import Path

import jsonschema
import orjson
import pytest

from copydesk import config, registry
from copydesk.errors import ConfigError, UnknownNameError
from copydesk.model import Policy, Severity
from copydesk.tables import schema_folder


def write(folder: Path, text: str, name: str = "copydesk.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_all_of_a_file_is_read(tmp_path):
    file = write(
        tmp_path,
        """
dataset = "Harbour"
as_of = 2026-11-01
fail_on = "warning"
exclude = ["drafts/"]
[columns]
headline = "head.main"
article_body = 2
[zones]
"example.org" = "Europe/Berlin"
[checks.row-count]
severity = "error"
max_share = 0.01
minimum = 3
""",
    )
    read = config.read(file)
    assert (read.dataset, read.as_of, read.fail_on, read.exclude) == (
        "Harbour",
        date(2026, 11, 1),
        "warning",
        ("drafts/",),
    )
    assert read.columns == {"headline": "head.main", "article_body": 2}
    assert read.policy("row-count") == Policy(Severity.ERROR, None, 0.01)
    assert read.check("row-count").minimum == 3
    assert read.policy("short-body") == Policy()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("\ndatset = 'x'\n", 2, ["unknown key 'datset'", "Did you mean 'dataset'?"]),
        ("[checks.short-boddy]\n", 1, ["unknown key 'checks.short-boddy'", "Did you mean 'short-body'?"]),
        ("[checks.row-count]\nminimun = 3\n", 2, ["unknown key 'checks.row-count.minimun'", "'minimum'"]),
        ("[checks.row-count]\nmax_share = 2\n", 2, ["checks.row-count.max_share", "0 to 1"]),
        ("fail_on = 'panic'\n", 1, ["fail_on", "'panic'"]),
        ("as_of = 'soon'\n", None, ["as_of", "2026-11-01"]),
        ("a = \n", None, ["not valid TOML", "line 1"]),
    ],
)
def test_an_error_names_file_line_and_remedy(tmp_path, text, line, says):
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        config.read(file)
    message = str(caught.value)
    assert str(file) + (f":{line}" if line else "") in message
    assert all(each in message for each in says), message


def test_settings_override_the_file(tmp_path):
    file = write(tmp_path, "sample = 5\n[checks.row-count]\nminimum = 3\n")
    read = config.read(
        file, ["sample=7", "checks.row-count.minimum=9", "dataset=Plain words", 'columns.headline="a.b"']
    )
    assert (read.sample, read.dataset, read.columns["headline"]) == (7, "Plain words", "a.b")
    assert read.check("row-count").minimum == 9
    with pytest.raises(ConfigError, match="KEY=VALUE"):
        config.read(file, ["sample"])


def test_the_nearest_configuration_is_found_upward(tmp_path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")
    assert config.find(inner) is None or tmp_path not in config.find(inner).parents
    project = write(tmp_path / "a", "[tool.copydesk]\nsample = 3\n", "pyproject.toml")
    assert config.find(inner) == project
    assert config.read(project).sample == 3
    own = write(inner, "sample = 4\n")
    assert config.find(inner) == own


def test_an_unknown_check_is_bad_use():
    with pytest.raises(UnknownNameError, match="short-body"):
        config.Config(select=("short-bdy",)).chosen()
    assert "row-count" not in config.Config(ignore=("row-count",)).chosen()


def test_the_schema_is_generated_from_the_checks_and_committed():
    committed = orjson.loads((schema_folder() / "config.schema.json").read_bytes())
    assert committed == orjson.loads(orjson.dumps(config.schema())), "run: make docs"
    jsonschema.Draft202012Validator.check_schema(committed)
    assert set(committed["properties"]["checks"]["properties"]) == set(registry.names("checks"))
