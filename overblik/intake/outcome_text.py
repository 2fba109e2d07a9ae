"""What became of a drop, in Danish, for the analyst at the keyboard."""

from pathlib import Path

from overblik.intake.outcome import WAITS, Outcome
from overblik.release import read_release


def as_text(outcome: Outcome, command: str, data: Path) -> str:
    """The outcome in Danish, for the analyst at the keyboard."""
    lines = [f"{'Venter' if each.code in WAITS else 'Afvist'}. {each.message}" for each in outcome.rejected]
    lines += [f"Bemærk. {warning.message}" for warning in outcome.warnings]
    if command == "check":
        lines.append(f"{len(outcome.accepted)} fil(er) kan tages i brug.")
        return "\n".join(lines)
    if outcome.quarantine:
        lines.append(f"De afviste filer ligger sammen med en rapport i afvist/{outcome.quarantine}.")
    if outcome.candidate:
        lines.append(
            f"{len(outcome.accepted)} fil(er) er klar i udgivelse {outcome.candidate[:10]}, som venter på godkendelse: "
            f"python -m overblik.intake release {outcome.candidate[:10]} (eller refuse)."
        )
    elif outcome.accepted:
        release = str(outcome.release)[:10]
        lines.append(f"{len(outcome.accepted)} fil(er) er taget i brug. Udgivelse {release} gælder nu.")
        if read_release(data).is_example:
            lines.append("Det er eksemplet med opdigtede tal, som siderne viser.")
    elif outcome.rejected:
        shown = "fortsat de seneste godkendte tal" if outcome.release else "endnu ingen tal"
        lines.append(f"Intet er udgivet; siderne viser {shown}.")
    else:
        lines.append("Der ligger ingen filer i indbakken.")
    return "\n".join(lines)
