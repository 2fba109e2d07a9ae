"""The settings of mail: the server that sends it, and the lists that get it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from overblik.errors import SettingWrong
from overblik.settings_values import number, table


@dataclass(frozen=True)
class Smtp:
    """The mail server that packs and notices are sent by, always over TLS. `ca`: a file of its own authority's
    certificate. `kode` is read from the environment alone."""

    vaert: str = ""
    port: int = 587
    bruger: str = ""
    kode: str = field(default="", repr=False)
    afsender: str = ""
    ca: str = ""


def read_lists(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Lists of addresses by role. Raises SettingWrong."""
    lists = table(value)
    if any(not name or not addresses or any("@" not in one for one in addresses) for name, addresses in lists.items()):
        raise SettingWrong(
            "modtagere is no table of lists",
            'Indstillingen modtagere skal være lister af mailadresser: [modtagere] styregruppe = ["navn@eksempel.dk"].',
        )
    return tuple(lists.items())


def read_smtp(chosen: Mapping[str, object]) -> Smtp:
    """The mail server that is chosen. Raises SettingWrong."""
    found = {f.name: chosen[f"smtp_{f.name}"] for f in fields(Smtp) if f"smtp_{f.name}" in chosen}
    port = int(number("smtp_port", found.pop("port", 587), whole=True))
    return Smtp(port=port, **{name: str(value) for name, value in found.items()})
