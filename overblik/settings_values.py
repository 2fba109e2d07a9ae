"""Reading one setting's text as what it means: a number, yes or no, a list, a table of lists. Wrong ones raise."""

import tomllib
from pathlib import Path

from overblik.errors import SettingWrong


def from_file(file: Path) -> dict[str, object]:
    """The settings of a TOML file; none where it is missing. Raises SettingWrong."""
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingWrong(f"{file.name} is no TOML: {error}", "overblik.toml kan ikke læses som TOML.") from error


def names(value: object) -> tuple[str, ...]:
    """A list, in TOML or with commas in the environment."""
    found = value if isinstance(value, list) else str(value).split(",")
    return tuple(str(name).strip() for name in found if str(name).strip())


def table(value: object) -> dict[str, tuple[str, ...]]:
    """Lists by name: a table in TOML; in the environment `styregruppe=a,b;bestyrelse=c`. Empty where it is none."""
    if isinstance(value, str):
        parts = [part.partition("=") for part in value.split(";") if part.strip()]
        value = {name.strip(): listed for name, _, listed in parts}
    return {str(name): names(listed) for name, listed in value.items()} if isinstance(value, dict) else {"": ()}


def number(name: str, value: object, *, whole: bool) -> float | int:
    """A number from 0. Raises SettingWrong."""
    try:
        found = int(str(value)) if whole else float(str(value))
    except ValueError:
        found = -1
    if not 0 <= found < 1_000_000:
        kind = "et helt tal" if whole else "et tal"
        raise SettingWrong(
            f"setting {name} is no usable number",
            f"Indstillingen {name} skal være {kind} fra 0, skrevet med punktum (OVERBLIK_{name.upper()}).",
        )
    return found


def yes(name: str, value: object) -> bool:
    """Ja or nej. Raises SettingWrong."""
    words = {"ja": True, "true": True, "1": True, "nej": False, "false": False, "0": False}
    if (answer := words.get(str(value).lower())) is None:
        raise SettingWrong(
            f"setting {name} is neither ja nor nej",
            f"Indstillingen {name} skal være ja eller nej (OVERBLIK_{name.upper()}).",
        )
    return answer
