"""Sentences about deliveries: how old they are, what became of them, what the watcher does."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from overblik.mailbox import Outcome, Progress
from overblik.settings import COPENHAGEN
from overblik.show import danish, saetninger
from overblik.show.verdicts import Kind, Verdict

Row = Mapping[str, Any]

WATCHED: Final = "Indbakken overvåges: en fil bedømmes, så snart den er afleveret og ligger stille."
NOT_WATCHED: Final = (
    "Ingen overvåger indbakken lige nu. Filer kan afleveres, men bliver liggende, til overvågningen er startet, "
    "eller nogen udgiver dem."
)

_STEPS: Final = {
    "kopierer": "Kopierer",
    "læser": "Læser",
    "bedømmer": "Bedømmer",
    "bygger": "Bygger tallene",
    "kontrollerer": "Kontrollerer tallene",
    "udgiver": "Udgiver",
}

_VERDICTS: Final = {
    Kind.TAKEN: ("✓", "taget i brug"),
    Kind.CANDIDATE: ("✓", "godkendt af kontrollen; tallene venter på at blive udgivet"),
    Kind.REFUSED: ("✕", "afvist"),
    Kind.WAITING: ("–", "venter på at blive bedømt"),
    Kind.CONVERTED: ("✓", "lavet om til Parquet-filer, som bedømmes hver for sig"),
    Kind.GONE: ("–", "ligger ikke længere i indbakken; en senere fil kan have afløst den"),
}


def headline(delivered: Sequence[Row], files: Sequence[Row], today: date) -> str:
    """Alle kernetabeller er leveret, og den seneste fil kom i går; of what is missing the core by name."""
    missing = [str(row["navn"]).lower() for row in delivered if row["er_kerne"] and not row["er_leveret"]]
    other = sum(not row["er_leveret"] for row in delivered if not row["er_kerne"])
    if missing:
        told = f"{danish.capitalised(danish.names(missing))} mangler"
    elif other:
        told = f"Alt nødvendigt er leveret; {saetninger.in_words(other)} {_tables(other)}, der kan undværes, mangler"
    else:
        told = "Alle tabeller er leveret"
    came = [received(row["modtaget"]) for row in files]
    return f"{told}, og den seneste fil kom {age(max(came), today)}" if came else told


def _tables(count: int) -> str:
    return "tabel" if count == 1 else "tabeller"


def age(day: date, today: date) -> str:
    """i dag, i går, for 5 dage siden, for 3 uger siden, for 4 måneder siden, for 3 år siden."""
    days = (today - day).days
    if days < 2:
        return "i dag" if days < 1 else "i går"
    if days < 14:
        return f"for {days} dage siden"
    if days < 60:
        return f"for {days // 7} uger siden"
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return f"for {months} måneder siden" if months < 24 else f"for {months // 12} år siden"


def received(moment: str) -> date:
    """The day of a moment (ISO with zone) in Copenhagen."""
    return datetime.fromisoformat(moment).astimezone(COPENHAGEN).date()


def when(moment: str) -> str:
    """12. april 2023 kl. 9.05."""
    local = datetime.fromisoformat(moment).astimezone(COPENHAGEN)
    return f"{danish.day(local.date())} kl. {local.hour}.{local:%M}"


def step(progress: Progress) -> str:
    """Bedømmer FOB/oekonomi.parquet; Bygger tallene (40 %)."""
    told = _STEPS.get(progress.trin, danish.capitalised(progress.trin))
    share = "" if progress.andel is None else f" ({danish.percent(100 * progress.andel, decimals=0)})"
    return f"{told} {progress.fil}{share}" if progress.fil else f"{told}{share}"


def verdict(file: str, found: Verdict) -> str:
    """✓ FOB/oekonomi.parquet: taget i brug; of what waits the reason, which names the file itself."""
    mark, word = _VERDICTS[found.kind]
    return f"{mark} {found.why}" if found.why else f"{mark} {file}: {word}"


def outcome(found: Outcome) -> str:
    """To filer er taget i brug, og én er afvist (12. april 2023 kl. 9.05)."""
    held = [file for file in found.rejected if all(breach.code == "venter" for breach in file.breaches)]
    refused = len(found.rejected) - len(held)
    parts = [
        f"{saetninger.in_words(count)} {'fil' if count == 1 else 'filer'} {word}"
        for count, word in (
            (len(found.accepted), "er taget i brug"),
            (refused, "er afvist"),
            (len(held), "venter på en anden fil"),
        )
        if count
    ]
    told = danish.names(parts) if parts else "der var intet nyt i indbakken"
    return f"{danish.capitalised(told)} ({when(found.hvornaar)})."


def reports_heading(files: int) -> str:
    """Ingen filer er afvist; Én fil er afvist; Tre filer er afvist."""
    return danish.capitalised(f"{saetninger.in_words(files)} {'fil' if files == 1 else 'filer'} er afvist")


def personal_data(erase: str | None, erased: str | None) -> str:
    """What happens to a file that was refused for personal data; both days are ISO."""
    if erased:
        return f"Filen indeholdt personoplysninger og er slettet {danish.day(date.fromisoformat(erased[:10]))}."
    kept = "Filen er afvist for personoplysninger og kan kun åbnes af den, der driver Overblik."
    return f"{kept} Den slettes {danish.day(date.fromisoformat(erase[:10]))}." if erase else kept


def standing(source: Row, refused: str | None, noticed: int) -> str:
    """What to think of the file in use: taken, with remarks, or an attempt to replace it was refused."""
    if refused:
        return f"✕ ny levering afvist {danish.day(received(refused))}"
    if noticed:
        return f"! taget i brug, {danish.count(noticed)} {'bemærkning' if noticed == 1 else 'bemærkninger'}"
    return "✓ taget i brug"


def candidate(created: str, files: Sequence[str]) -> str:
    """Kontrolleret 12. april 2023 kl. 9.05. Nye filer: FOB/oekonomi.parquet."""
    new = danish.names(files) if len(files) <= 5 else f"{danish.count(len(files))} filer"
    told = f"Filerne er kontrolleret og godkendt {when(created)}. Ingen andre ser tallene, før de er udgivet."
    return f"{told} Nye filer: {new}." if files else told


def turned(count: int) -> str:
    """Tre statusser ville vende."""
    if not count:
        return "Ingen status ville vende"
    return danish.capitalised(f"{saetninger.in_words(count)} {'status' if count == 1 else 'statusser'} ville vende")


def sums_heading(count: int) -> str:
    """Summer pr. område og år: tre ændringer."""
    told = (
        "ingen ændringer" if not count else f"{saetninger.in_words(count)} {'ændring' if count == 1 else 'ændringer'}"
    )
    return f"Summer pr. område og år: {told}"
