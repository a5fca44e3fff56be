"""Configuration: what is read, and what an error says."""

from datetime import date
from pathlib import Path

import jsonschema
import orjson
import pytest

from copydesk import config, config_schema, registry
from copydesk.errors import ConfigError, UnknownNameError
from copydesk.loaders._aliases import FIELDS
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
        ("# fail_on\nfail_on = 'warnin'\n", 2, ["fail_on", "Did you mean 'warning'?"]),
        (
            "[checks.row-count]\nmaximum = 3\nminimum = '3'\n",
            3,
            ["row-count.minimum", "a whole number", "the text '3'"],
        ),
        ("sample = true\n", 1, ["sample: must be a whole number, and is true"]),
        ("\n[checks]\nrow-count = 5\n", 3, ["checks.row-count: must be a table, and is 5"]),
        ("[checks.short-body]\nmax_share = 0.1\n[checks.row-count]\nmax_share = 'x'\n", 4, ["row-count.max_share"]),
        ("select = 'short-body'\n", 1, ["select: must be a list, and is the text 'short-body'"]),
        (
            "[[checks.row-count.scope]]\nsource = 'x'\nmax_count = 1\n[[checks.row-count.scope]]\nsorce = 'x'\n",
            5,
            ["unknown key 'checks.row-count.scope[2].sorce'", "'source'"],
        ),
        ("[checks.row-count]\nminimum = 1\nscope = [{ max_count = 1 }]\n", 3, ["names no source, language or path"]),
        ("[[checks.row-count.scope]]\nlanguage = 'de'\n", 1, ["sets no severity, max_count or max_share"]),
        ("checks.row-count.minimum = -1\nchecks.row-count.max_count = -1\n", 2, ["at least 0, and is -1"]),
        ("sample = 5.0\n", 1, ["sample: must be a whole number, and is 5.0"]),
        ("sample = 12345678901234567890\n", 1, ["sample: must be at most 2147483647"]),
        ("[checks.row-count]\nmax_count = 12345678901234567890\n", 2, ["row-count.max_count: must be at most"]),
        ("[checks.row-count]\nmax_share = nan\n", 2, ["row-count.max_share: must be a number, and is nan"]),
        ("[checks.drift]\nrows = inf\n", 2, ["drift.rows: must be a number, and is inf"]),
        ("\nselect = [\n'short-body', 'short-bdy']\n", 2, ["there is no check 'short-bdy'", "mean 'short-body'?"]),
        ("sample = 1\nselect = []\n", 2, ["select: must name 1 at least", "by default all"]),
        ("ignore = ['short-bdy']\n", 1, ["there is no check 'short-bdy'", "Did you mean 'short-body'?"]),
        ("[zones]\n'a.example' = 'Europe/Lodnon'\n", 2, ["no time zone 'Europe/Lodnon'", "mean 'Europe/London'?"]),
        ("[zones]\n'a.example' = '/etc/passwd'\n", 2, ["no time zone '/etc/passwd'", "Europe/Berlin"]),
        ("[zones]\n'a.example' = 'Europe'\n", 2, ["no time zone 'Europe'"]),
        ("[zones]\n'a.example' = ''\n", 2, ["no time zone ''"]),
        ("sample = 1\nexclude = ['a/', '[z-a]']\n", 2, ["the pattern '[z-a]' can name no file", ".gitignore"]),
        ("exclude = ['!']\n", 1, ["the pattern '!' can name no file"]),
        ("[[checks.row-count.scope]]\nmax_count = 1\npath = '[z-a]'\n", 3, ["the pattern '[z-a]' can name no file"]),
        ("[[checks.row-count.scope]]\nmax_count = 1\npath = ['a', '!']\n", 3, ["the pattern '!' can name no file"]),
        ("[columns]\nheadlin = 'titel'\n", 2, ["unknown key 'columns.headlin'", "Did you mean 'headline'?"]),
        ("[columns]\ncontent_hash = 'titel'\n", 2, ["unknown key 'columns.content_hash'"]),
        ("[checks.duplicate-story]\ncontainment = 7\n", 2, ["duplicate-story.containment: must be at most 1"]),
        ("[checks.boilerplate]\nmin_share = 5.0\n", 2, ["boilerplate.min_share: must be at most 1, and is 5.0"]),
        ("[checks.wrong-language]\nsure = -3.0\n", 2, ["wrong-language.sure: must be at least 0, and is -3.0"]),
        ("[checks.short-body]\nmin_words = -5\n", 2, ["short-body.min_words: must be at least 0, and is -5"]),
        ("[checks.drift]\nrows = nan\n", 2, ["drift.rows: must be a number, and is nan"]),
        ("[checks.date-spike]\ntimes = -1\n", 2, ["date-spike.times: must be at least 0"]),
        ("[checks.row-count]\nmaximum = 12345678901234567890\n", 2, ["row-count.maximum: must be at most"]),
        ("[checks.future-date]\ntolerance_hours = 99999999999\n", 2, ["must be at most 8784", "Hours after the end"]),
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


def test_an_error_in_a_setting_names_the_setting(tmp_path):
    file = write(tmp_path, "sample = 5\n")
    with pytest.raises(ConfigError, match=r"--set sample=many: sample: must be a whole number, and is the text 'many'"):
        config.read(file, ["sample=many"])
    with pytest.raises(ConfigError, match=r"--set smple=3: unknown key 'smple'"):
        config.read(None, ["smple=3"])


def test_lines_are_those_of_pyproject(tmp_path):
    file = write(tmp_path, "[project]\nname = 'x'\nsample = 1\n[tool.copydesk]\nsample = 'x'\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: sample"):
        config.read(file)


@pytest.mark.parametrize("text", ["[[tool]]\n", "tool = 3\n", "[tool]\ncopydesk = 3\n"])
def test_an_odd_table_of_tools_is_bad_use(tmp_path, text):
    with pytest.raises(ConfigError, match="tool"):
        config.read(write(tmp_path, text, "pyproject.toml"))


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


def test_each_field_that_a_loader_can_fill_can_be_named_under_columns():
    assert set(config_schema.schema()["properties"]["columns"]["properties"]) == set(FIELDS)


@pytest.mark.parametrize(
    "text",
    [
        '[tool."copydesk"]\nsample = 3\n',
        "[ tool . copydesk ]\nsample = 3\n",
        "tool.copydesk.sample = 3\n",
        "[tool]\ncopydesk = { sample = 3 }\n",
        "[tool]\ncopydesk.sample = 3\n",
    ],
)
def test_the_table_in_pyproject_is_found_however_it_is_written(tmp_path, text):
    project = write(tmp_path, text, "pyproject.toml")
    inner = tmp_path / "inner"
    inner.mkdir()
    write(inner, "[tool.copydesk-web]\nsample = 4\n[project]\ndescription = '[tool.copydesk]'\n", "pyproject.toml")
    assert config.find(inner) == project
    assert config.read(project).sample == 3
    write(tmp_path, text.replace("3", "'x'"), "pyproject.toml")
    with pytest.raises(ConfigError, match=rf"pyproject\.toml:{text.count(chr(10))}: sample"):
        config.read(project)


def test_a_pyproject_that_is_no_toml_stops_nobody_who_has_a_configuration(tmp_path):
    (inner := tmp_path / "inner").mkdir()
    broken = write(inner, "[tool.copydesk]\nsample = \n", "pyproject.toml")
    assert config.find(inner) == broken
    with pytest.raises(ConfigError, match="not valid TOML"):
        config.read(broken)
    own = write(tmp_path, "sample = 4\n")
    assert config.find(inner) == own
    write(inner, "[tool.other]\nsample = \n", "pyproject.toml")
    own.unlink()
    assert config.find(inner) is None or tmp_path not in config.find(inner).parents


def test_an_unknown_check_is_bad_use():
    with pytest.raises(UnknownNameError, match="short-body"):
        config.Config(select=("short-bdy",)).chosen()
    assert "row-count" not in config.Config(ignore=("row-count",)).chosen()


def test_the_schema_is_generated_from_the_checks_and_committed():
    committed = orjson.loads((schema_folder() / "config.schema.json").read_bytes())
    assert committed == orjson.loads(orjson.dumps(config_schema.schema())), "run: make docs"
    jsonschema.Draft202012Validator.check_schema(committed)
    assert set(committed["properties"]["checks"]["properties"]) == set(registry.names("checks"))
