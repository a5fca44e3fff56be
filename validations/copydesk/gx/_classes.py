"""The classes of the expectations, made from the checks, and the one metric that all of them read."""

import math
import tempfile
import warnings
from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, asdict, replace
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, Literal, Optional, get_args, get_origin, get_type_hints

import pyarrow as pa

from copydesk import registry
from copydesk.checks import SHARE, Check
from copydesk.config_schema import bounds
from copydesk.doc import parse
from copydesk.engines._frames import FrameEngine, Lazy
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.errors import UsageError
from copydesk.model import Severity
from copydesk.questions import ROW, SCHEMAS, Answer, Question, answer, question
from copydesk.tables import DATES, json_schema

with warnings.catch_warnings():
    # as in copydesk.expectations
    warnings.simplefilter("ignore")
    from great_expectations.compatibility import pydantic
    from great_expectations.compatibility.pyspark import functions
    from great_expectations.core.metric_domain_types import MetricDomainTypes
    from great_expectations.execution_engine import PandasExecutionEngine, SparkDFExecutionEngine
    from great_expectations.expectations.expectation import BatchExpectation
    from great_expectations.expectations.metrics.metric_provider import metric_value
    from great_expectations.expectations.metrics.table_metric_provider import TableMetricProvider
    from great_expectations.expectations.registry import get_metric_kwargs
    from great_expectations.expectations.row_conditions import RowConditionType
    from great_expectations.validator.metric_configuration import MetricConfiguration

METRIC = "table.copydesk"
SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "warning", Severity.INFO: "info"}
DOMAIN = "table.row_count"
"""A metric of Great Expectations over the same rows as ours."""
EVERY = (-math.inf, math.inf)
"""The range of what may be any number."""
OURS = frozenset({"extra", "content_hash"})
"""Fields that no column of a user's is, but that loading makes."""


class CheckMetric(TableMetricProvider):  # type: ignore[misc] # Great Expectations is untyped
    """What a check finds in a batch: the fields of an Answer."""

    metric_name = METRIC
    value_keys = ("question",)

    @metric_value(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
    def _pandas(cls, execution_engine: Any, metric_domain_kwargs: Any, metric_value_kwargs: Any, **_: Any) -> Any:  # noqa: N805
        asked = question(metric_value_kwargs["question"])
        frame = _frame(execution_engine, metric_domain_kwargs)
        names = _names(asked, list(frame.columns))
        # An index may hold a value twice; Arrow takes the columns alone.
        table = pa.table({name: _arrow(frame[name], name) for name in names})
        table = table.append_column(ROW, pa.array(range(len(frame)), pa.int64()))
        with tempfile.TemporaryDirectory(prefix="copydesk-") as folder, Pool(1) as pool:
            engine = LocalEngine(Path(folder), pool)
            return asdict(answer(engine, engine.store(table.combine_chunks().to_batches(), table.schema), asked))

    @metric_value(engine=SparkDFExecutionEngine)  # type: ignore[untyped-decorator]
    def _spark(cls, execution_engine: Any, metric_domain_kwargs: Any, metric_value_kwargs: Any, **_: Any) -> Any:  # noqa: N805
        asked = question(metric_value_kwargs["question"])
        frame = _frame(execution_engine, metric_domain_kwargs)
        # under names of ours: Spark trips over dots and backticks, even over those that it quotes itself
        ours = {name: f"column {number}" for number, name in enumerate(_names(asked, frame.columns))}
        chosen = frame.select([functions.col(_quoted(name)).alias(own) for name, own in ours.items()])
        asked = replace(asked, columns={field: ours[name] for field, name in asked.columns.items()})
        numbered = chosen.withColumn(ROW, functions.monotonically_increasing_id())
        schema = numbered.limit(0).toArrow().schema
        with tempfile.TemporaryDirectory(prefix="copydesk-") as folder, Pool(1) as pool:
            found = answer(FrameEngine(Path(folder), pool), Lazy((), schema, 0, numbered), asked)
        # Spark numbers rows by partition: the numbers tell a user nothing
        told = tuple({name: each for name, each in one.items() if name != "row"} for one in found.findings)
        return asdict(Answer(found.rows, found.values, found.failing, told))


class CheckExpectation(BatchExpectation):  # type: ignore[misc]
    """The base of all; `check`, `table` and `fields` (by parameter the field that its column stands for) are theirs."""

    check: ClassVar[str]
    table: ClassVar[str]
    own_fields: ClassVar[Mapping[str, str]]
    own_options: ClassVar[tuple[str, ...]]
    ranges: ClassVar[Mapping[str, tuple[float, float]]]

    column: str
    field: str
    mostly: float = 1.0
    row_condition: RowConditionType = None
    condition_parser: Optional[str] = None  # noqa: UP045 - pydantic 1 reads it at run time

    domain_keys: ClassVar[tuple[str, ...]] = ("batch_id", "row_condition", "condition_parser")
    args_keys: ClassVar[tuple[str, ...]] = ("column", "field", "mostly")

    def __init__(self, **given: Any) -> None:
        made = registry.check_class(self.check)
        given.setdefault("severity", SEVERITIES[made.severity])
        given.setdefault("description", _sentence(made, given.get("column"), given.get("mostly", 1.0)))
        super().__init__(**given)

    @pydantic.validator("*")  # type: ignore[untyped-decorator]
    def _within(cls, value: Any, field: Any) -> Any:  # noqa: N805
        """A parameter, if it lies in its range. Raises ValueError, of which pydantic makes an error with its name."""
        least, largest = cls.ranges.get(field.name, EVERY)
        if isinstance(value, int | float) and not least <= value <= largest:
            raise ValueError(f"{field.name} must be {_told(least, largest)}, and is {value}")
        return value

    @classmethod
    @abstractmethod
    def made_from(cls) -> type[Check]:
        """The class of the check."""

    def asked(self) -> Question:
        """What is asked of the batch."""
        others = {field: getattr(self, name) for name, field in self.own_fields.items()}
        columns = {field: own for field, own in others.items() if own is not None} | {self.field: self.column}
        options = {name: getattr(self, name) for name in self.own_options}
        return Question(self.check, self.table, self.field, columns, options)

    def get_validation_dependencies(self, execution_engine: Any = None, runtime_configuration: Any = None) -> Any:
        """The metric, over the rows that a row condition leaves."""
        needed = super().get_validation_dependencies(execution_engine, runtime_configuration)
        domain = get_metric_kwargs(DOMAIN, self.configuration, runtime_configuration)["metric_domain_kwargs"]
        needed.set_metric_configuration(METRIC, MetricConfiguration(METRIC, domain, {"question": self.asked().text()}))
        return needed

    def _validate(self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None) -> Any:  # noqa: ARG002
        found = Answer(**metrics[METRIC])
        result = _result(found)
        asked = self._get_result_format(runtime_configuration)
        brief = (asked.get("result_format") if isinstance(asked, dict) else asked) == "BOOLEAN_ONLY"
        return {"success": _success(found, self.mostly), "result": {} if brief else result}


def expectations() -> Iterator[type[CheckExpectation]]:
    """A class for each check that looks at a field of articles or teasers; making it registers it."""
    for name in registry.names("checks"):
        made = registry.check_class(name)
        table = next((each for each in SCHEMAS if _fields(made, each)), None)
        if table:
            yield _class(made, table)


def name_of(made: type[Check]) -> str:
    """`ExpectTeasersToBeWhole`: what the check expects, else `ExpectNo` and its own name."""
    return f"Expect{made.expects or f'No{made.__name__}'}"


def parameter(field: str) -> str:
    """The parameter that names the column of a field: `body_column` for article_body."""
    return f"{field.removeprefix('article_').removeprefix('in_')}_column"


def _class(made: type[Check], table: str) -> type[CheckExpectation]:
    fields = _fields(made, table)
    own = {parameter(field): field for field in _read(made, table) if field not in fields}
    options = {each.name: each for each in made.options()}
    annotations: dict[str, Any] = {"field": Literal[fields], **dict.fromkeys(own, Optional[str])}  # noqa: UP045
    annotations |= {name: _hint(each, made) for name, each in options.items()}
    values = {"field": fields[0], **dict.fromkeys(own), **{name: _default(each) for name, each in options.items()}}
    namespace = {
        "__module__": "copydesk.gx",
        "__doc__": _doc(made, fields, own),
        "__annotations__": annotations,
        "check": made.name(),
        "table": table,
        "own_fields": own,
        "own_options": tuple(options),
        "ranges": {"mostly": SHARE, **{name: _range(each, made) for name, each in options.items()}},
        "success_keys": ("column", "mostly", *values),
        "made_from": classmethod(lambda cls: made),  # noqa: ARG005
        **values,
    }
    return type(name_of(made), (CheckExpectation,), namespace)


def _fields(made: type[Check], table: str) -> tuple[str, ...]:
    """The fields of one table that a check looks at and that a column of a user's may be."""
    known = json_schema(table.removesuffix("s"))["properties"]
    return tuple(target.field for target in made.targets if target.table == table and target.field in known)


def _read(made: type[Check], table: str) -> tuple[str, ...]:
    """Fields that a check reads beside, the parts of a date by the date, and those by which any date is read."""
    known = json_schema(table.removesuffix("s"))["properties"]
    read = made.reads.get(table, ())
    dated = any(name.startswith(DATES) for name in (*_fields(made, table), *read))
    names = [next((each for each in DATES if name.startswith(each)), name) for name in read]
    names += ["in_language", "source"] if dated else []
    return tuple(name for name in dict.fromkeys(names) if (name in known or name == "source") and name not in OURS)


def _hint(option: Field[Any], made: type[Check]) -> Any:
    """What pydantic checks an option by; a date is given as text."""
    hint = get_type_hints(made)[option.name]
    if hint is date:
        return Optional[str]  # noqa: UP045
    if get_origin(hint) is tuple:
        return list[get_args(hint)[0]]  # type: ignore[misc]
    return Optional[hint] if type(None) in get_args(hint) else hint  # noqa: UP045


def _range(option: Field[Any], made: type[Check]) -> tuple[float, float]:
    """The least and the largest number that an option may be."""
    least, largest = bounds(option, get_type_hints(made)[option.name])
    return EVERY[0] if least is None else least, EVERY[1] if largest is None else largest


def _told(least: float, largest: float) -> str:
    return f"{least:,} or more" if largest == EVERY[1] else f"{least:,} to {largest:,}"


def _default(option: Field[Any]) -> Any:
    value = None if option.default is MISSING or isinstance(option.default, date) else option.default
    return list(value) if isinstance(value, tuple) else value


def _doc(made: type[Check], fields: tuple[str, ...], own: Mapping[str, str]) -> str:
    told = parse(made.__doc__)
    lines = [f"column: the column to look at, {' or '.join(fields)}.", f"field: what it holds, by default {fields[0]}."]
    lines += [f"{name}: the column of {field}, if there is one." for name, field in own.items()]
    lines += [f"{each.name}: {each.metadata['doc']}" for each in made.options()]
    lines.append("mostly: the share of rows, 0 to 1, that must be sound.")
    return f"{told.wants}\n\n{told.detail}\n\n" + "\n".join(lines)


def _sentence(made: type[Check], column: Any, mostly: float) -> str:
    share = "No row" if mostly == 1.0 else f"At most {1 - mostly:.4g} of the rows"
    return f"{share} of {column} fails the check {made.name()} ({parse(made.__doc__).wants.rstrip('.')})."


def _frame(engine: Any, domain: Any) -> Any:
    return engine.get_compute_domain(domain_kwargs=domain, domain_type=MetricDomainTypes.TABLE)[0]


def _quoted(name: str) -> str:
    return "`{}`".format(name.replace("`", "``"))


def _arrow(series: Any, name: str) -> pa.Array:
    """A column of pandas as Arrow. Raises UsageError for one that holds values of several types."""
    try:
        return pa.array(series, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise UsageError(
            f"the column {name!r} holds values of several types: {error}", remedy="Make them all text, or null."
        ) from error


def _names(asked: Question, known: list[Any]) -> tuple[str, ...]:
    """The user's columns that are asked of. Raises UsageError for one that the batch does not have."""
    for field, name in asked.columns.items():
        if name not in known:
            remedy = registry.nearest(name, [str(each) for each in known])
            raise UsageError(f"the batch has no column {name!r} (for {field})", remedy=remedy)
    return tuple(dict.fromkeys(asked.columns.values()))


def _success(found: Answer, mostly: float) -> bool:
    """Whether few enough rows fail; never where there was nothing to look at."""
    allowed = math.floor((1 - mostly) * found.rows + 1e-9)
    return found.values > 0 and found.failing <= allowed


def _result(found: Answer) -> Mapping[str, Any]:
    """What a result holds, under the names that Great Expectations has for maps over a column."""
    missing = found.rows - found.values
    return {
        "element_count": found.rows,
        "missing_count": missing,
        "missing_percent": 100 * missing / found.rows if found.rows else None,
        "unexpected_count": found.failing,
        "unexpected_percent": 100 * found.failing / found.rows if found.rows else None,
        "partial_unexpected_list": [each.get("excerpt", each["message"]) for each in found.findings],
        "details": {"findings": [dict(each) for each in found.findings]},
    }
