"""copydesk.toml or [tool.copydesk] -> Config.

Its JSON Schema (schemas/config.schema.json) stands in config_schema. Errors name the file, the line, the key and the
nearest right key.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

from copydesk import registry, toml
from copydesk.config_schema import SCOPE, schema
from copydesk.errors import ConfigError
from copydesk.files import readable
from copydesk.model import Policy, Scope, Severity

FILE = "copydesk.toml"
FILES, FOLDER = ("baseline", "waivers"), "seen"
"""What a configuration names by a path from its own folder."""
LIMITS = ("severity", "max_count", "max_share")
PATTERNS = ("source", "language", "path")
_SELECTION = "Name checks under select (--select) or leave it out, and name fewer under ignore (--ignore)."


@dataclass(frozen=True, slots=True)
class Config:
    """What the user asks for.

    `columns` maps article fields to columns of the input, `zones` sources to IANA time zones, `checks` names of
    checks to their options; `select` (null: all) and `ignore` name checks. `seen` is a folder that --out wrote,
    `baseline` and `waivers` are files of known findings and of waivers. `file` is where it was read from.
    """

    dataset: str | None = None
    version: str | None = None
    language: str = "en"
    fail_on: str = "error"
    evidence: str = "full"
    as_of: date | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    seen: str | None = None
    baseline: Path | None = None
    waivers: Path | None = None
    columns: Mapping[str, str | int] = field(default_factory=dict)
    zones: Mapping[str, str] = field(default_factory=dict)
    sample: int = 50
    policies: Mapping[str, Policy] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    file: Path | None = None
    raw: Mapping[str, Any] = field(default_factory=dict)

    def policy(self, name: str) -> Policy:
        """What the user allows of a check."""
        return self.policies.get(name, Policy())

    def chosen(self) -> tuple[str, ...]:
        """The names of the checks that run: one at least.

        Raises UnknownNameError for a name that no check has, ConfigError where no check is left.
        """
        known = registry.names("checks")
        for name in (*(self.select or ()), *self.ignore):
            if name not in known:
                registry.load("checks", name)
        selected = known if self.select is None else self.select
        chosen = tuple(name for name in known if name in selected and name not in self.ignore)
        if not chosen:
            problem = "every check that is selected is ignored too" if selected else "the selection names no check"
            raise ConfigError(f"{problem}, so none would run", remedy=_SELECTION)
        return chosen

    def check(self, name: str) -> Any:
        """A check with the user's options, and the run's clock where it has an option `as_of`."""
        made = registry.check_class(name)
        options = dict(self.options.get(name, {}))
        if self.as_of and any(each.name == "as_of" for each in made.options()):
            options["as_of"] = self.as_of
        return made(**options)


def find(folder: Path) -> Path | None:
    """The nearest copydesk.toml, or pyproject.toml that has [tool.copydesk], from a folder upward.

    A pyproject.toml that cannot be read counts only if it names copydesk, and if nothing else is found.
    """
    doubtful = None
    for each in (folder, *folder.parents):
        if readable(each / FILE):
            return each / FILE
        project = each / toml.PROJECT
        holds = toml.holds(project) if readable(project) else False
        if holds:
            return project
        if holds is None and doubtful is None and b"copydesk" in project.read_bytes():
            doubtful = project
    return doubtful


def read(file: Path | None, settings: Sequence[str] = ()) -> Config:
    """The configuration of a file (null: defaults) with some KEY=VALUE settings over it. Raises ConfigError."""
    document = toml.read(file) if file else toml.Document(None)
    for setting in settings:
        document = toml.setting(document, setting)
    if document.values:
        toml.validate(document, schema())
    return _config(document)


def checked(config: Config) -> Config:
    """A configuration that Python code made, held against what a file may say. Raises ConfigError."""
    document = toml.Document(None, values=_values(config))
    toml.validate(document, schema())
    return replace(_config(document), file=config.file, raw=config.raw)


def _values(config: Config) -> dict[str, Any]:
    """What a file would say of a configuration."""
    apart = {"policies", "options", "file", "raw"}
    own = {each.name: getattr(config, each.name) for each in fields(config) if each.name not in apart}
    names = dict.fromkeys((*config.policies, *config.options))
    checks = {name: {**_policy_values(name, config.policy(name)), **config.options.get(name, {})} for name in names}
    made: dict[str, Any] = _plain({**_set(own), "checks": checks})
    return made


def _policy_values(name: str, policy: Any) -> dict[str, Any]:
    if not isinstance(policy, Policy):
        raise ConfigError(f"the policy of {name} is {policy!r}", remedy="Make it by copydesk.model.Policy(...).")
    limits = asdict(policy)
    scopes = [_set(scope) for scope in limits.pop("scopes")]
    return _set(limits) | ({SCOPE: scopes} if scopes else {})


def _set(values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of some values that are set."""
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    """A value as TOML has it: tuples as lists, paths as texts."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return list(map(_plain, value))
    return os.fspath(value) if isinstance(value, os.PathLike) else value


def _config(document: toml.Document) -> Config:
    values = document.values
    checks: Mapping[str, Mapping[str, Any]] = values.get("checks", {})
    plain = ("dataset", "version", "language", "fail_on", "evidence", "sample")
    known: dict[str, Any] = {key: values[key] for key in plain if key in values}
    known |= {key: tuple(values[key]) for key in ("select", "ignore", "exclude") if key in values}
    known |= {key: dict(values[key]) for key in ("columns", "zones") if key in values}
    known |= {key: _named(document, key) for key in FILES if values.get(key)}
    known |= {key: str(_named(document, key)) for key in (FOLDER,) if values.get(key)}
    return Config(
        **known,
        as_of=_day(document),
        policies={name: _policy(document, name, table) for name, table in checks.items()},
        options={name: _options(table) for name, table in checks.items()},
        file=document.file,
        raw=values,
    )


def _named(document: toml.Document, key: str) -> Path:
    """A file or folder that the configuration names, from its own folder; of a setting, from the working folder."""
    given = document.values[key]
    beside = document.file and (key,) not in document.settings
    file = Path(os.path.relpath(document.file.parent / given)) if document.file and beside else Path(given)
    if not (file.is_dir() if key == FOLDER else file.is_file()):
        raise ConfigError(
            f"{key}: there is no {'folder' if key == FOLDER else 'file'} {given!r}",
            where=document.where((key,)),
            remedy=f"Name one that is there. A run without it: --set {key}=",
        )
    return file


def _policy(document: toml.Document, name: str, table: Mapping[str, Any]) -> Policy:
    scopes = tuple(_scope(document, name, index, each) for index, each in enumerate(table.get(SCOPE, ())))
    return Policy(**_limits(table), scopes=scopes)


def _scope(document: toml.Document, name: str, index: int, table: Mapping[str, Any]) -> Scope:
    """One scope. Raises ConfigError for one that takes in all rows, or says nothing of those it takes."""
    limits = _limits(table)
    path = ("checks", name, SCOPE, index)
    if not any(table.get(each) for each in PATTERNS):
        raise ConfigError(
            f"{toml.shown(path)} names no {', '.join(PATTERNS[:-1])} or {PATTERNS[-1]}",
            where=document.where(path),
            remedy="Name one of them, or set the limits of all rows at the check itself.",
        )
    if not limits:
        raise ConfigError(
            f"{toml.shown(path)} sets no severity, max_count or max_share",
            where=document.where(path),
            remedy="Set one of them, or leave the scope out.",
        )
    patterns = {each: table.get(each, ()) for each in PATTERNS}
    listed: dict[str, Any] = {
        each: (given,) if isinstance(given, str) else tuple(given) for each, given in patterns.items()
    }
    return Scope(**listed, **limits)


def _limits(table: Mapping[str, Any]) -> dict[str, Any]:
    limits = {each: table[each] for each in LIMITS if each in table}
    return limits | ({"severity": Severity(limits["severity"])} if "severity" in limits else {})


def _options(table: Mapping[str, Any]) -> dict[str, Any]:
    policy = {*LIMITS, SCOPE}
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in table.items() if key not in policy
    }


def _day(document: toml.Document) -> date | None:
    value = document.values.get("as_of")
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise ConfigError(
            f"as_of: {value!r} is no date", where=document.where(("as_of",)), remedy="Write it as 2026-11-01."
        ) from error
