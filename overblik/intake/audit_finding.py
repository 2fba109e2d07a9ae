"""What the audit found: how many cells of a table say more than they may, and in which way. Never which, or what."""

from dataclasses import dataclass

from overblik.errors import OverblikError
from overblik.intake.breach import danish, listed

WAYS = {
    "ukendt_tal": "kolonner med tal, som ingen har sagt, om er antal personer",
    "graense": "celler med en lavere grænse for små tal end den, der er valgt",
    "lille_tal": "små tal, der ikke er beskyttet",
    "maerke": "celler, der er mærket som små, men ikke er afrundet",
    "ved_siden_af": "mærkede celler, hvor antal aktiviteter eller registreringer står ved siden af",
    "samme_lod": "mærkede celler, hvor to afrundede tal tilsammen siger, hvad de var",
    "timer": "timetal, der kun er mærkede cellers",
    "dage": "dage, der røber mærkede cellers aktiviteter",
    "skjult_vist": "skjulte målinger, hvor et tal alligevel står",
    "faa_bag": "andele af for få mennesker",
    "lille_trin": "små forskelle mellem to perioder i en måling, der tæller op",
    "kan_regnes_ud": "skjulte målinger, der kan regnes ud af de andre tal",
    "kendt_fra_foer": "skjulte målinger, der kan regnes ud sammen med en tidligere udgivelse",
}


@dataclass(frozen=True)
class Finding:
    """So many cells of a table, in one of the WAYS. Nothing is wrong where there are none."""

    way: str
    table: str
    cells: int

    def __str__(self) -> str:
        return f"{self.table}: {danish(self.cells)} {WAYS[self.way]}"


class AuditFailed(OverblikError):
    """A release that was about to be swapped in gives something away about few people. It is not made."""

    notice = "Tallene er ikke udgivet, fordi kontrollen af små tal fandt noget, der kan røbe enkeltpersoner."

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        what = listed([f"{finding}" for finding in findings])
        super().__init__(
            "the audit of small numbers failed: "
            + ", ".join(f"{finding.way} in {finding.table} ({finding.cells})" for finding in findings),
            f"{self.notice} Det er {what}. Siderne viser fortsat de seneste godkendte tal. "
            "Skjul også det tal i leverancen, som de skjulte indgår i (vaerdi_status = skjult), og aflever filen igen; "
            "hjælper det ikke, så kontakt den, der driver Overblik.",
        )
