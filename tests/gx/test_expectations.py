"""The checks as expectations of Great Expectations, over batches of pandas."""

from datetime import date
from typing import Any

import great_expectations as gx_package
import pandas as pd
import pytest
from great_expectations.expectations.registry import get_expectation_impl
from great_expectations.expectations.row_conditions import Column

from copydesk import config_schema, gx, registry
from gx import batches

BATCH = batches.pandas_batch(batches.ROWS)


def test_there_is_one_for_each_check_that_looks_at_a_field():
    elsewhere = {"rejects", "stories", "versions"}
    looked_at = {name for name in registry.names("checks") if set(registry.check_class(name).tables()) - elsewhere}
    assert {made.check for made in gx.EXPECTATIONS.values()} == looked_at - {"row-count"}


@pytest.mark.parametrize("name", sorted(gx.EXPECTATIONS))
def test_each_explains_itself_and_is_known_by_its_name(name):
    made = getattr(gx, name)
    assert name in dir(gx)
    assert made.__doc__
    for parameter in ("column", "field", "mostly", *made.own_fields, *made.own_options):
        assert f"{parameter}: " in made.__doc__
    kind = made(column="text").expectation_type
    assert get_expectation_impl(kind) is made


@pytest.mark.parametrize("name", sorted(gx.EXPECTATIONS))
def test_each_runs(name):
    result = batches.told(BATCH, getattr(gx, name)(column="text"))
    assert result["element_count"] == len(batches.ROWS)


def test_a_name_that_is_none():
    with pytest.raises(AttributeError, match="ExpectMiracles"):
        gx.ExpectMiracles  # noqa: B018


def test_cut_teasers_are_found_with_what_they_should_be():
    result = batches.told(BATCH, gx.ExpectTeasersToBeWhole(column="teaser", body_column="text"))
    assert not result["success"]
    assert result["unexpected_count"] == 1
    (found,) = result["details"]["findings"]
    assert (found["row"], found["kind"], found["severity"]) == (0, "marker", "error")
    assert found["suggestion"].startswith(
        "The harbour is closed for three weeks because the old cranes are being replaced"
    )
    assert result["partial_unexpected_list"] == [batches.ROWS["teaser"][0]]


@pytest.mark.parametrize(("mostly", "success"), [(1.0, False), (0.9, False), (0.8, True)])
def test_mostly_is_a_share_of_all_rows(mostly, success):
    result = batches.told(BATCH, gx.ExpectTeasersToBeWhole(column="teaser", body_column="text", mostly=mostly))
    assert result["success"] is success


@pytest.mark.parametrize(
    ("made", "rows"),
    [
        (lambda: gx.ExpectNoDuplicateUri(column="id"), [2]),
        (lambda: gx.ExpectNoFutureDate(column="day", as_of="2026-11-01"), [3]),
        (lambda: gx.ExpectNoUnreadableDate(column="day", language_column="lang"), [2]),
        (lambda: gx.ExpectNoAmbiguousDate(column="day"), [4]),
        (lambda: gx.ExpectNoShortBody(column="text", min_words=3), [2]),
        (lambda: gx.ExpectNoOddCharacters(column="teaser", field="description"), [3, 4]),
        (lambda: gx.ExpectNoOddCharacters(column="teaser", field="description", allow=["no-break-space"]), [4]),
        (lambda: gx.ExpectNoMissingField(column="teaser", field="headline"), [2, 5]),
    ],
)
def test_rows_that_fail(made, rows):
    result = batches.told(BATCH, made())
    assert sorted({each["row"] for each in result["details"]["findings"]}) == rows
    assert result["unexpected_count"] == len(rows)


@pytest.mark.parametrize("frame", [batches.ROWS[:0], pd.DataFrame({"teaser": [None, None], "text": ["a", "b"]})])
def test_nothing_to_look_at_never_passes(frame):
    batch = batches.pandas_batch(frame)
    assert not batches.told(batch, gx.ExpectTeasersToBeWhole(column="teaser"))["success"]


def test_an_index_of_the_users_own_changes_nothing():
    turned = batches.ROWS.set_axis([1, 1, 1, 2, 2, 2])
    one, other = (
        batches.told(each, gx.ExpectNoOddCharacters(column="teaser")) for each in (BATCH, batches.pandas_batch(turned))
    )
    assert one == other


@pytest.mark.parametrize("typed", [pd.to_datetime, lambda days: [date.fromisoformat(day) for day in days]])
def test_dates_may_be_of_a_type_of_their_own(typed):
    batch = batches.pandas_batch(pd.DataFrame({"day": typed(["2026-10-01", "2034-10-17"])}))
    result = batches.told(batch, gx.ExpectNoFutureDate(column="day", as_of="2026-11-01"))
    assert [each["row"] for each in result["details"]["findings"]] == [1]


def test_a_condition_leaves_rows_out():
    expectation = gx.ExpectTeasersToBeWhole(column="teaser", row_condition=Column("lang") == "de")
    assert batches.told(BATCH, expectation)["element_count"] == 1


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (batches.ROWS, "the batch has no column 'texts'"),
        (pd.DataFrame({"texts": [[1], [2]]}), "is of type list<"),
        (pd.DataFrame({"texts": ["a", 1]}), "the column 'texts' holds values of several types"),
    ],
)
def test_a_column_that_will_not_do_is_said_so(frame, message):
    said = batches.pandas_batch(frame).validate(gx.ExpectNoShortBody(column="texts")).to_json_dict()
    assert not said["success"]
    assert message in str(said["exception_info"])


def test_severity_and_description_are_those_of_the_check_unless_given():
    plain, own = (
        gx.ExpectNoShortBody(column="text"),
        gx.ExpectNoShortBody(column="text", severity="info", description="x"),
    )
    assert (plain.severity, own.severity) == ("warning", "info")
    assert plain.description == "No row of text fails the check short-body (A body is too short to be a story)."
    assert own.description == "x"


def test_a_suite_that_was_stored_says_the_same(tmp_path):
    context = gx_package.get_context(mode="file", project_root_dir=tmp_path)
    context.variables.progress_bars = {"globally": False}
    suite = context.suites.add(gx_package.ExpectationSuite(name="mine"))
    suite.add_expectation(gx.ExpectNoShortBody(column="text", min_words=3, mostly=0.5))
    again = gx_package.get_context(mode="file", project_root_dir=tmp_path).suites.get("mine")
    (expectation,) = again.expectations
    assert isinstance(expectation, gx.ExpectNoShortBody)
    assert (expectation.min_words, expectation.mostly) == (3, 0.5)


def test_boolean_only_says_no_more():
    said: Any = BATCH.validate(gx.ExpectNoShortBody(column="text"), result_format="BOOLEAN_ONLY").to_json_dict()
    assert said["result"] == {}


def test_an_option_of_a_wrong_type_is_refused():
    with pytest.raises(ValueError, match="min_words"):
        gx.ExpectNoShortBody(column="text", min_words="many")


@pytest.mark.parametrize(
    ("name", "given", "says"),
    [
        ("ExpectNoWrongLanguage", {"sure": 1.5}, "sure must be 0 to 1, and is 1.5"),
        ("ExpectNoWrongLanguage", {"sure": float("nan")}, "sure must be 0 to 1, and is nan"),
        ("ExpectNoBoilerplate", {"min_share": -0.1}, "min_share must be 0 to 1, and is -0.1"),
        ("ExpectNoShortBody", {"min_words": -1}, "min_words must be 0 to 2,147,483,647, and is -1"),
        ("ExpectNoFutureDate", {"tolerance_hours": 9000}, "tolerance_hours must be 0 to 8,784, and is 9000"),
        ("ExpectTeasersToBeWhole", {"mostly": 95}, "mostly must be 0 to 1, and is 95"),
    ],
)
def test_a_parameter_beyond_its_range_is_refused(name, given, says):
    with pytest.raises(ValueError, match=says):
        getattr(gx, name)(column="text", **given)


@pytest.mark.parametrize("name", sorted(gx.EXPECTATIONS))
def test_each_option_has_the_range_that_it_has_in_the_configuration(name):
    made = getattr(gx, name)
    told = config_schema.schema()["properties"]["checks"]["properties"][made.check]["properties"]
    limits = {
        option: tuple(told[option].get(each) for each in ("minimum", "maximum"))
        for option in made.own_options
        if option != "as_of"
    }
    for option, ends in limits.items():
        for end, beyond in zip(ends, (-1, 1), strict=True):
            if end is None:
                continue
            assert getattr(made(column="text", **{option: end}), option) == end
            with pytest.raises(ValueError, match=f"{option} must be "):
                made(column="text", **{option: end + beyond})
