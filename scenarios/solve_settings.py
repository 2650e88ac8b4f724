"""Other settings of the search than those in the file, from the command line."""

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from scenarios.load import LoadedScenario
from scenarios.schema.solve import Solve
from scenarios.shape import shape_findings
from scenarios.words import Language, say


class SettingError(ValueError):
    """Settings of the search that cannot be.

    Parameters
    ----------
    texts
        One sentence a setting, by language.

    """

    def __init__(self, texts: dict[Language, str]) -> None:
        super().__init__(texts["en"])
        self.texts = texts


def with_solve(loaded: LoadedScenario, **changes: Any) -> LoadedScenario:
    """Return the scenario with other settings of the search.

    Parameters
    ----------
    loaded
        The scenario.
    changes
        Keys of ``solve`` with their new values; None leaves one as it is.

    Raises
    ------
    SettingError
        If a value cannot be.

    """
    given = {key: value for key, value in changes.items() if value is not None}
    if not given:
        return loaded
    settings = {**loaded.resolved.get("solve", {}), **given}
    try:
        solve = Solve.model_validate(settings)
    except ValidationError as error:
        raise SettingError(_texts(error, settings)) from error
    scenario = loaded.scenario.model_copy(update={"solve": solve})
    resolved = {**loaded.resolved, "solve": settings}
    return replace(loaded, scenario=scenario, resolved=resolved)


def _texts(error: ValidationError, settings: dict[str, Any]) -> dict[Language, str]:
    """Name the options of the command line: ``--time-limit must be …``."""
    findings = list(shape_findings(error, settings))
    return {
        language: "; ".join(
            say(
                found.code,
                language,
                **{**found.values, "key": f"--{found.path[0]}".replace("_", "-")},
            )
            for found in findings
        )
        for language in ("en", "nl")
    }
