"""`pytest --copydesk INPUT`: the checks of a dataset as tests, and its report as a fixture.

The dataset is checked once, before anything is collected; under xdist by the controller, and the workers read what it
wrote. Each check is a test `copydesk::CHECK`, which fails with its findings if the check is over a limit that blocks,
and is skipped if it had no row to look at; the test `copydesk::verdict` fails if the run cannot be trusted.
"""

import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from copydesk.api import Report
    from copydesk.model import CheckResult
    from copydesk.model import Report as Told

NAME = "copydesk"
OPTION = "--copydesk"
FOLDER = pytest.StashKey[str]()
"""The folder that `copydesk check --out` wrote; there is none unless a dataset is named."""


class DatasetError(AssertionError):
    """What a check found, in words."""


class CheckTest(pytest.Item):
    """One check; `fault` says in words what is wrong (null: nothing), `aside` what is told of a test that passes."""

    def __init__(self, *, fault: str | None, ran: bool, aside: str, **given: Any) -> None:
        super().__init__(**given)
        self.fault, self.ran, self.aside = fault, ran, aside

    def runtest(self) -> None:
        """Raises DatasetError if something is wrong."""
        if not self.ran:
            pytest.skip("There was no row to look at.")
        if self.aside:
            self.add_report_section("call", NAME, self.aside)
        if self.fault is not None:
            raise DatasetError(self.fault)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The findings, not the lines of Python that led to them."""
        return str(excinfo.value) if isinstance(excinfo.value, DatasetError) else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """What the test is called in reports."""
        return self.path, None, f"{NAME}: {self.name}"


class Dataset(pytest.Collector):
    """The dataset that --copydesk names."""

    def collect(self) -> Iterator[CheckTest]:
        """A test for the verdict, then one a check, in the order of the report."""
        from copydesk.model import Verdict  # noqa: PLC0415
        from copydesk.renderers import _listing as listing  # noqa: PLC0415
        from copydesk.renderers import _words as words  # noqa: PLC0415
        from copydesk.renderers import json, text  # noqa: PLC0415

        file = Path(self.config.stash[FOLDER], "report.json")
        report = json.parse(file.read_text(encoding="utf-8"))
        doubts = [words.verdict(report), *words.reasons(report)] if report.verdict is Verdict.UNTRUSTED else []
        yield self._test("verdict", "\n".join(map(listing.line, doubts)) if doubts else None)
        for check in words.ordered(report):
            told = text.section(check, report) if check.findings else ""
            fault = told if _fails(check, report) else None
            ran = words.state(check, report) is not words.State.NOT_RUN
            yield self._test(check.check, fault, ran=ran, aside="" if fault else told)

    def _test(self, name: str, fault: str | None, *, ran: bool = True, aside: str = "") -> CheckTest:
        return CheckTest.from_parent(self, name=name, fault=fault, ran=ran, aside=aside)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup(NAME, "checks of a news dataset")
    group.addoption(
        OPTION,
        action="append",
        default=[],
        metavar="INPUT",
        help="Check a dataset (a file, a folder, a glob pattern) with copydesk: one test a check. May be repeated.",
    )
    group.addoption(
        f"{OPTION}-args",
        default="",
        metavar="ARGUMENTS",
        help="More arguments of `copydesk check`, after an equals sign: "
        f"{OPTION}-args='--baseline known.txt --evidence spans'.",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Check the dataset, before xdist starts its workers."""
    config = session.config
    if config.getoption(OPTION):
        given: Any = getattr(config, "workerinput", None)
        config.stash[FOLDER] = given[NAME] if given else _checked(config)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of xdist where the report lies."""
    if FOLDER in node.config.stash:
        node.workerinput[NAME] = node.config.stash[FOLDER]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests of the dataset; first, so that -k and --last-failed choose among them too."""
    if FOLDER in config.stash:
        dataset: Any = Dataset.from_parent(session, name=NAME, nodeid=NAME)
        dataset.ihook.pytest_collectstart(collector=dataset)
        told = dataset.ihook.pytest_make_collect_report(collector=dataset)
        dataset.ihook.pytest_collectreport(report=told)  # the terminal counts what is collected
        items.extend(told.result)


@pytest.fixture(scope="session")
def copydesk_report(request: pytest.FixtureRequest) -> "Report":
    """The report on the dataset that --copydesk names, with its tables, as `copydesk.check` returns it.

    >>> def test_no_sports_story_lacks_its_date(copydesk_report):
    ...     found = copydesk_report.findings.to_pylist()
    ...     assert not [each for each in found if each["check"] == "missing-field"]
    """
    if FOLDER not in request.config.stash:
        raise pytest.UsageError(f"the fixture copydesk_report needs a dataset: run pytest {OPTION} INPUT")
    from copydesk.api import read  # noqa: PLC0415

    return read(request.config.stash[FOLDER])


def _fails(check: "CheckResult", report: "Told") -> bool:
    """Whether a check fails its test: as it does the command, so not with --fail-on never."""
    from copydesk.model import ExitStatus  # noqa: PLC0415
    from copydesk.renderers import _words as words  # noqa: PLC0415

    return words.state(check, report) is words.State.BLOCKED and report.exit_status is not ExitStatus.PASSED


def _checked(config: pytest.Config) -> str:
    """The folder of a run over the dataset, gone when the session ends unless the user named it.

    Ends the session if there is no report.
    """
    import click  # noqa: PLC0415

    from copydesk.cli import cli  # noqa: PLC0415
    from copydesk.commands._outputs import plain  # noqa: PLC0415
    from copydesk.commands.check import command  # noqa: PLC0415
    from copydesk.errors import CopydeskError, UsageError  # noqa: PLC0415

    base = tempfile.mkdtemp(prefix="copydesk-")
    config.add_cleanup(lambda: shutil.rmtree(base, ignore_errors=True))
    more = shlex.split(config.getoption(f"{OPTION}-args"))
    arguments = [*config.getoption(OPTION), "--out", f"{base}/out", "--quiet", *more]
    try:
        # where the arguments name a folder of their own, the report is there
        folder = command.make_context(NAME, list(arguments)).params["out"].absolute()
        cli.main(["check", *arguments], prog_name=NAME, standalone_mode=False)
    except (UsageError, click.ClickException) as error:
        raise pytest.UsageError(plain(f"{OPTION}: {error}")) from error
    except CopydeskError as error:
        pytest.exit(plain(f"{OPTION}: {error}"), returncode=3)
    return str(folder)
