"""The page's numbers in plain DuckDB, over a release's cube (what Dash shows) or the rows handed in (the limit)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

Rows = list[dict[str, Any]]

# What is handed in, in the cube's columns: sums of sums are the same sums.
_RAW = """
create view celle as
select a.indsats_id, i.indsatsomraade_kode, a.omraade_id, cast(date_trunc('month', a.dato) as date) as maaned,
    a.fremmoeder, a.nye_deltagere, a.frivillige
from read_parquet('{folder}/aktivitet__*.parquet') as a
join read_parquet('{folder}/indsats.parquet') as i using (indsats_id);
create view timer as
select omraade_id, cast(date_trunc('month', dato) as date) as maaned, frivilligtimer, medarbejdertimer
from read_parquet('{folder}/aktivitet__*.parquet');
create view dag as
select omraade_id, dato, antal_afholdt from read_parquet('{folder}/aktivitet__*.parquet')
where aktivitetstype <> 'raadgivning';
create table ejer as from read_parquet('{folder}/omraade_organisation.parquet');
create table maal as
select m.*, i.indsatsomraade_kode
from read_parquet('{folder}/aktivitetsmaal.parquet') as m
join read_parquet('{folder}/indsats.parquet') as i using (indsats_id);
"""
_CUBE = """
create view celle as from read_parquet('{aktivitet_maaned}');
create view timer as from read_parquet('{timer_maaned}');
create view dag as from read_parquet('{aktivitet_dag}');
create table ejer as from read_parquet('{omraade_organisation}');
create table maal as
select m.*, i.indsatsomraade_kode
from read_parquet('{aktivitetsmaal}') as m join read_parquet('{indsats}') as i using (indsats_id);
"""
TABLES = ("aktivitet_maaned", "timer_maaned", "aktivitet_dag", "omraade_organisation", "aktivitetsmaal", "indsats")

_CHOSEN = """(len($organisation) = 0 or omraade_id in
    (select omraade_id from ejer where list_contains($organisation, organisation_id)))"""

_LINES = """
with attended as (
    select {group} as navn,
        sum(fremmoeder) filter (where year(maaned) = year($day) and maaned <= $day) as aar,
        sum(fremmoeder) filter (where year(maaned) = year($day) - 1 and month(maaned) <= month($day)) as foer
    from celle where {chosen} group by all
),
wanted as (
    select {group} as navn, sum(maal_fremmoeder) * month($day) / 12 as maal
    from maal where aar = year($day) and {chosen} group by all
)
select navn, cast(aar as bigint) as aar, cast(foer as bigint) as foer, 100.0 * aar / maal as pct
from attended left join wanted using (navn) order by navn
"""

QUESTIONS: Mapping[str, str] = {
    "maaneder": f"""
select strftime(maaned, '%Y-%m') as maaned, cast(sum(fremmoeder) as bigint) as fremmoeder,
    cast(sum(nye_deltagere) as bigint) as nye_deltagere, cast(sum(frivillige) as bigint) as frivillige
from celle where maaned <= $day and {_CHOSEN} group by all order by all""",
    "timer": f"""
select strftime(maaned, '%Y-%m') as maaned, sum(frivilligtimer) as frivilligtimer,
    sum(medarbejdertimer) as medarbejdertimer
from timer where maaned <= $day and {_CHOSEN} group by all order by maaned""",
    "omraader": _LINES.format(group="omraade_id", chosen=_CHOSEN),
    "indsatsomraader": _LINES.format(group="indsatsomraade_kode", chosen=_CHOSEN),
    "indsatser": _LINES.format(group="indsats_id", chosen=_CHOSEN),
    "kalender": f"""
select strftime(dato, '%Y-%m') as maaned, isodow(dato) as ugedag, cast(sum(antal_afholdt) as bigint) as antal_afholdt
from dag where dato <= $day and {_CHOSEN} group by all order by all""",
}


@dataclass(frozen=True)
class Source:
    """One DuckDB over Parquet files; a cursor a question."""

    connection: duckdb.DuckDBPyConnection = field(repr=False)

    @classmethod
    def raw(cls, folder: Path) -> "Source":
        """Over the files as they were handed in."""
        return cls._of(_RAW.format(folder=folder))

    @classmethod
    def cube(cls, tables: Mapping[str, str]) -> "Source":
        """Over a release's tables, by name."""
        return cls._of(_CUBE.format_map(tables))

    @classmethod
    def _of(cls, views: str) -> "Source":
        connection = duckdb.connect()
        connection.execute("set enable_progress_bar = false")
        connection.execute(views)
        return cls(connection)

    def ask(self, question: str, organisation: tuple[str, ...], day: date) -> Rows:
        """One of QUESTIONS; `day` is the last of a month."""
        chosen = {"organisation": list(organisation), "day": day}
        return self.connection.cursor().sql(QUESTIONS[question], params=chosen).to_arrow_table().to_pylist()

    def ask_all(self, organisation: tuple[str, ...], day: date) -> dict[str, Rows]:
        """Everything that the page shows."""
        return {question: self.ask(question, organisation, day) for question in QUESTIONS}
