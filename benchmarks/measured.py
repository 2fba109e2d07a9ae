"""What one run found, as the tables of docs/hastighed.md."""

from dataclasses import dataclass, field
from datetime import datetime
from statistics import median

from benchmarks import goals, publishing
from benchmarks.browsing import Seen
from benchmarks.goals import Goal
from benchmarks.inside import Inside
from benchmarks.peers.running import DASH, OURS, STREAMLIT
from benchmarks.publishing import Published
from benchmarks.sockets import Crowd
from benchmarks.words import machine
from overblik.settings import COPENHAGEN


@dataclass
class Measured:
    """Filled in as the run goes on. Milliseconds and bytes; data sets by their names."""

    small: str
    middle: str
    large: str
    compared: int = 0
    inside: dict[str, Inside] = field(default_factory=dict)
    rerun: dict[str, list[float]] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=dict)
    crowds: list[Crowd] = field(default_factory=list)
    memory: int = 0
    published: Published | None = None

    def crowd(self, sessions: int) -> Crowd | None:
        """The one of so many sessions."""
        return next((one for one in self.crowds if one.sessions == sessions), None)


def judged(found: Measured) -> list[Goal]:
    """The goals, each with this run's figure."""
    small, large = found.inside[found.small], found.inside[found.large]
    ours = found.seen[OURS]
    fifty, hundred, published = found.crowd(50), found.crowd(100), found.published
    grown = f"{found.large} mod {found.small}"
    return [
        Goal("rerun, kendt svar: pandas-siden / Overblik", 120, _ratio(found.rerun, STREAMLIT, OURS), "×", True, 0),
        Goal("rerun, nyt svar / sidens spørgsmål i DuckDB", 2, large.miss_ratio),
        Goal("klik → tegnet / Dash", 1.2, median(ours.known) / median(found.seen[DASH].known)),
        Goal("klik → tegnet: pandas-siden / Overblik", 8, median(found.seen[STREAMLIT].known) / median(ours.known), "×",
             True, 1),
        Goal(f"kendt svar, {grown}", 1.1, median(large.known) / median(small.known)),
        Goal(f"nyt svar, {grown}", 1.5, median(large.new) / median(small.new)),
        Goal("50 sessioner: besvaret af det, der blev bedt om", 98, fifty and 100 * fifty.answered, "%", True, 0),
        Goal("50 sessioner: p95", 200, fifty and fifty.p95, "ms", digits=0),
        Goal("100 sessioner: ændringer pr. sekund", 45, hundred and hundred.rate, "", True, 0),
        Goal("første indlæsning over ledningen, filer", 3, ours.wire.files / 1e6, "MB"),
        Goal(f"serverens hukommelse efter sessionerne, {found.large}", 400, found.memory / 1e6, "MB", digits=0),
        Goal("hukommelse pr. session (50)", 1, fifty and fifty.memory / fifty.sessions / 1e6, "MB"),
        Goal("udgivelse, mio. rækker pr. sekund", 2.5, published and published.rate / 1e6, "", True),
        Goal("udgivelse / én DuckDB-læsning", 11, published and published.seconds / published.scan, "×", digits=1),
    ]  # fmt: skip


def report(found: Measured, *, quick: bool) -> str:
    """Markdown: when, on what, the goals, the tables behind them."""
    when = datetime.now(COPENHAGEN)
    how = "hurtig (`--quick`)" if quick else "hel"
    head = (
        f"Målt {when.day}. {when:%m.%Y kl. %H:%M}, {how} kørsel: {machine()}. "
        f"Samme tal: {found.compared:,} tal sammenlignet mellem de rå rækker, kuben og Overblik, ingen forskel."
    )
    published = publishing.table([found.published]) if found.published else ""
    parts = [
        head,
        goals.table(judged(found)),
        remains(found),
        _browser(found),
        _inside(found),
        _crowds(found),
        published,
    ]
    return "\n\n".join(part for part in parts if part)


def remains(found: Measured) -> str:
    """What the time of a click and of a rerun is made of: differences of medians."""
    clicks = []
    for name in (OURS, DASH):
        whole, server = median(found.seen[name].known), median(found.rerun[name])
        clicks.append(
            f"{name} {whole:.0f} ms, heraf {server:.0f} til serverens svar og {whole - server:.0f} i browseren"
        )
    large = found.inside[found.large]
    new, plain, known = (median(each) for each in (large.new, large.plain, large.known))
    return (
        f"Hvad tiden består af. Et klik på et kendt valg: {'; '.join(clicks)}. Et rerun med nye svar ({found.large}): "
        f"{new:.0f} ms, heraf {known:.0f} som med kendte svar og {new - known:.0f} til spørgsmålene "
        f"({plain:.0f}, når DuckDB stilles dem ét for ét)."
    )


def _browser(found: Measured) -> str:
    lines = [
        f"| {found.middle}; ms, median | rerun på serveren | klik → tegnet, kendt | klik → tegnet, nyt "
        "| første indlæsning | igen | filer, MB | beskeder, MB (pakket ud) |",
        "|---|" + "--:|" * 7,
    ]
    for name, seen in found.seen.items():
        times = (found.rerun[name], seen.known, seen.new, seen.cold, seen.warm)
        weights = (seen.wire.files / 1e6, seen.wire.messages / 1e6)
        told = [f"{median(each):.0f}" for each in times] + [f"{each:.2f}" for each in weights]
        lines.append(f"| {name} | {' | '.join(told)} |")
    if found.seen[OURS].switch:
        lines.append(f"\nSideskift i Overblik (Økonomi → Aktivitet): {median(found.seen[OURS].switch):.0f} ms.")
    return "\n".join(lines)


def _inside(found: Measured) -> str:
    lines = ["| Aktivitet i processen, ms | kendt svar | nyt svar | sidens spørgsmål i DuckDB |", "|---|--:|--:|--:|"]
    for name, one in found.inside.items():
        lines.append(f"| {name} | {median(one.known):.0f} | {median(one.new):.0f} | {median(one.plain):.0f} |")
    return "\n".join(lines)


def _crowds(found: Measured) -> str:
    lines = [
        f"| sessioner ({found.large}) | ændringer/s | besvaret | p95, ms | MB pr. session |",
        "|--:|--:|--:|--:|--:|",
    ]
    for one in found.crowds:
        each = one.memory / one.sessions / 1e6
        told = (f"{one.rate:.1f}", f"{100 * one.answered:.0f} %", f"{one.p95:.0f}", f"{each:.2f}")
        lines.append(f"| {one.sessions} | {' | '.join(told)} |")
    return "\n".join(lines)


def _ratio(times: dict[str, list[float]], over: str, under: str) -> float:
    return median(times[over]) / median(times[under])
