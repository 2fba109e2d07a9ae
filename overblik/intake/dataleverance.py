"""docs/dataleverance.md, written from the contract: what an analyst needs in order to hand in a file.

`python -m overblik.intake.dataleverance` writes the file; a test says when it is stale.
"""

from datetime import date
from decimal import Decimal
from itertools import groupby

from overblik import contract
from overblik.contract import Column, Table
from overblik.intake.breach import listed
from overblik.settings import ROOT

PLACE = ROOT / "docs" / "dataleverance.md"

_TYPES = {
    "key": "nøgle (tekst)",
    "text": "tekst",
    "int": "heltal",
    "decimal": "beløb, decimal(15,2)",
    "double": "kommatal (double)",
    "date": "dato",
    "bool": "sandt/falsk",
}
_UNITS = {
    "kr": "kr.",
    "pct": "pct. (0-100)",
    "antal": "antal",
    "dage": "dage",
    "timer": "timer",
    "aar": "år",
    "vaerdi": "tal",
}

_HEAD = """# Dataleverance: de filer, du afleverer til Overblik

<!-- Skrevet af python -m overblik.intake.dataleverance ud fra data/kontrakt/. Ret kontrakten, ikke denne side. -->

Siden er til dig, der trækker data ud. Den siger, hvilke Parquet-filer Overblik tager imod, og hvad der skal stå i dem.

## Filer

- En fil hedder `<tabel>.parquet` eller `<tabel>__<hvad som helst>.parquet`, fx `oekonomi__2025-03.parquet`.
- Læg den i indbakken eller i en mappe i den med organisationens navn, fx `indbakke/BoligNord/oekonomi.parquet`.
- En tabel er alle dens gældende filer tilsammen. En ny fil med samme navn fra samme organisation erstatter den gamle.
- En fil sammenlignes med den forrige leverance: den, den erstatter, eller den nyeste fra samme organisation, hvis navn
  kun adskiller sig i tal (`oekonomi__2025-02` før `oekonomi__2025-03`). Det giver en advarsel, hvis et område eller et
  indsatsområde er væk, hvis antallet af rækker eller en sum har flyttet sig mere end 50 %, eller hvis en `aftalt_dato`
  er ændret. Filen tages i brug alligevel.
- Alle tabellens kolonner skal være der, og navnene skal passe præcis. Rækkefølgen er ligegyldig. Andre kolonner
  giver en advarsel og tages ikke med.
- Tabeller mærket *skal med* er nødvendige for at udgive tal. De andre er valgfri; en side, der mangler dem, siger det.
- **Ingen række må handle om én person.** Rådgivning af enkeltpersoner afleveres som månedstal. CPR-numre, navne,
  telefonnumre og e-mailadresser hører ikke hjemme i filerne.

## Typer

| type | det tages | det afvises |
|---|---|---|
| nøgle | 1-64 tegn af a-z, A-Z, 0-9, `.`, `-` og `_`; først bogstav eller tal; gemt som tekst | mellemrum; æ, ø, å |
| tekst | tekst på højst 2.000 tegn; tom tekst tæller som ingen værdi | andre typer |
| heltal | heltal af enhver bredde fra 0 og op; kommatal, når alle er hele | 1,5; negative tal |
| beløb | kroner med øre, som decimaltal eller double med højst to decimaler | 1.000 kr.; flere decimaler; heltal |
| kommatal | double; procenter er 0-100, aldrig 0-1 | tekst; uendelige tal |
| dato | dato; tidspunkt ved midnat uden tidszone | klokkeslæt; tidszone; tekst |
| sandt/falsk | boolean | 0 og 1 |

Tekst må være gemt som dictionary, large eller view. I en kolonne, der ikke skal udfyldes, tæller NaN som tom, og en
kolonne helt uden værdier tages, uanset hvilken type programmet har givet den.

## Personoplysninger

Overblik leder efter personoplysninger i alle tekster og tal, i kolonnenavne, i filnavnet og i filens egne oplysninger
(metadata og statistikker), også i kolonner, der ikke tages med. Det afviser filen:

- CPR-numre med mellemtegn, ved siden af ordet cpr eller i løbende tekst med gyldigt kontrolciffer, og kolonner, hvor
  de fleste tal er CPR-numre, også uden foranstillet nul;
- e-mailadresser;
- telefonnumre med +45, 0045 eller tlf., skrevet to og to, eller i en kolonne, der hedder telefon;
- navne i en kolonne, hvis navn siger det, fx `borger_navn`. Navne på indsatser, områder og organisationer går fri.

Det giver en advarsel: ti cifre med en gyldig dato i løbende tekst, og det, der ligner en persons navn, i en kolonne
med roller. Konto-, sags-, ordre-, EAN- og CVR-numre, datoer og beløb går fri.

En fil, der afvises for personoplysninger, ligger for sig, hvor andre ikke kan åbne den, og slettes efter nogle dage.
Svaret nævner kolonne og rækker, aldrig værdien. Slet selv kopier andre steder.

## Sådan svarer Overblik

Holder en fil ikke kontrakten, afvises den, og læserne ser fortsat de seneste godkendte tal. Svaret nævner fil, kolonne,
antal rækker, de første rækkers numre og hvad du skal gøre; det gentager aldrig en værdi. En advarsel afviser ikke
filen, men vises sammen med tallene.

En afvist fil lægges alene til side, uændret, ved siden af en rapport; de andre filer tages i brug. En fil, der kun
fejler, fordi den hænger sammen med en afvist, venter i indbakken og bedømmes igen, når den anden er rettet: du skal
ikke gøre noget ved den. En fil tæller først, når den har stået stille i nogle sekunder.
"""


def render() -> str:
    """The whole page as Markdown."""
    tables = list(contract.tables().values())
    parts = [_HEAD, "## Tabeller\n", _overview(tables)]
    parts += [_section(table, tables) for table in tables]
    return "\n".join(parts).rstrip() + "\n"


def _overview(tables: list[Table]) -> str:
    lines = ["| gruppe | tabeller |", "|---|---|"]
    for group, members in groupby(tables, key=lambda table: table.group):
        names = [f"[{t.name}](#{t.name}){' (skal med)' if t.core else ''}" for t in members]
        lines.append(f"| {group} | {', '.join(names)} |")
    return "\n".join(lines) + "\n"


def _section(table: Table, tables: list[Table]) -> str:
    needed = "Skal med" if table.core else "Valgfri"
    lines = [
        f"### {table.name}\n",
        f"**{table.label}.** {table.definition}\n",
        f"{table.grain}. {needed}. Nøgle: {listed([f'`{name}`' for name in table.key])}. Ansvarlig: {table.owner}.\n",
        "| kolonne | type | udfyldes | enhed | betydning |",
        "|---|---|---|---|---|",
        *[_row(column) for column in table.columns],
        "",
        *_lists(table),
        *_rules(table),
        "En række kan se sådan ud:\n",
        f"| {' | '.join(column.name for column in table.columns)} |",
        f"|{'---|' * len(table.columns)}",
        f"| {' | '.join(_written(column.example) for column in table.columns)} |",
        "",
    ]
    return "\n".join(lines)


def _row(column: Column) -> str:
    meaning = column.definition
    if column.references:
        there, key = column.references.split(".")
        special = f" eller {listed([f'`{value}`' for value in column.special])}" if column.special else ""
        meaning += f" Skal findes i [{there}](#{there}).{key}{special}."
    if column.values:
        meaning += " Se listen."
    if column.minimum is not None and column.maximum is not None:
        meaning += f" Fra {column.minimum:g} til {column.maximum:g}."
    filled = "ja" if column.required else "må være tom"
    cells = (f"`{column.name}`", _TYPES[column.kind], filled, _UNITS.get(column.unit, ""), f"{column.label}: {meaning}")
    return f"| {' | '.join(cells)} |"


def _lists(table: Table) -> list[str]:
    lines = []
    for column in table.columns:
        if column.values:
            labels = dict(column.value_labels)
            words = [f"`{v}`" if labels[v].lower() == v.lower() else f"`{v}` ({labels[v]})" for v in column.values]
            kind = "Liste, der kan udvides (andet giver en advarsel)" if column.open_values else "Liste"
            lines.append(f"- {kind} for `{column.name}`: {', '.join(words)}.")
    return [*lines, ""] if lines else []


def _rules(table: Table) -> list[str]:
    lines = []
    for severity, heading in (("A", "Filen afvises, hvis:"), ("W", "Filen får en advarsel, hvis:")):
        chosen = [rule for rule in table.rules if rule.severity == severity]
        if chosen:
            lines += [heading + "\n", *[f"- {rule.message} {rule.why} {rule.remedy}" for rule in chosen], ""]
    return lines


def _written(value: object) -> str:
    """An example as a person would write it in the file's own form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal | date | int | float):
        return str(value)
    return str(value).replace("|", "\\|")


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(render(), encoding="utf-8")
