"""Who hands in what: the tables of a plan, laid out as files in folders per organisation."""

from collections import defaultdict
from pathlib import Path

from eksempel import aktivitet, indikatorer, milepaele, oekonomi, omraader, reference, styring
from eksempel.plan import Plan, Row
from eksempel.writing import write


def all_tables(plan: Plan) -> dict[str, list[Row]]:
    result: dict[str, list[Row]] = {}
    for module in (reference, oekonomi, milepaele, indikatorer, aktivitet, styring, omraader):
        result |= module.tables(plan)
    return result


def file_of(plan: Plan, table: str, row: Row) -> str:
    """The file a row is handed in with.

    Money comes from the contributor (the fund's from the municipality), activity from the indsatsområde's deliverer
    or the area's first organisation, physical milestones from the area's. A square whose figures stopped has a file
    of its own, for it is that file which no longer comes. All else lies in the folder itself.
    """
    leverandoer = {omraade.omraade_id: omraade.organisationer[0] for omraade in plan.omraader}
    omraade_id = str(row.get("omraade_id"))
    if table == "oekonomi":
        types = {organisation.organisation_id: organisation.type for organisation in plan.organisationer}
        bidragyder = str(row["bidragyder"])
        if types[bidragyder] == "lbf":
            bidragyder = next(key for key, type_ in types.items() if type_ == "kommune")
        return f"{bidragyder}/oekonomi.parquet"
    if table == "aktivitet":
        kode = next(indsats.kode for indsats in plan.indsatser if indsats.indsats_id == row["indsats_id"])
        suffix = f"__{kode}" if (omraade_id, kode) in plan.ophoert else ""
        return f"{plan.leverandoer.get(kode, leverandoer[omraade_id])}/aktivitet{suffix}.parquet"
    if table == "milepael" and row["spor"] == "fysisk":
        return f"{leverandoer[omraade_id]}/milepael.parquet"
    return f"{table}.parquet"


def write_all(plan: Plan, folder: Path) -> list[Path]:
    """Write every table; files of a former run that are no longer made are removed."""
    written: list[Path] = []
    for table, rows in all_tables(plan).items():
        files: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            files[file_of(plan, table, row)].append(row)
        written += [write(folder, file, table, part) for file, part in sorted(files.items())]
    for stale in set(folder.rglob("*.parquet")) - set(written):
        stale.unlink()
    return written
