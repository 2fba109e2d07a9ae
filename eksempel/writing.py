"""Rows to Parquet: the same rows always give the same bytes.

The columns are written out here, as an analyst's own export would have them, and not read from the contract: so the
example is a real test of the contract, not a mirror of it.
"""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from eksempel.plan import Row

KINDS = {
    "text": pa.string(),
    "date": pa.date32(),
    "int": pa.int64(),
    "double": pa.float64(),
    "bool": pa.bool_(),
    "decimal": pa.decimal128(15, 2),
}
COLUMNS = {
    "helhedsplan": "helhedsplan_id navn bevillingsperiode start_dato:date slut_dato:date",
    "boligomraade": "omraade_id navn by boliger:int beboere:int beboere_dato:date",
    "organisation": "organisation_id navn kortnavn type",
    "omraade_organisation": "omraade_id organisation_id",
    "indsatsomraade": "bevillingsperiode indsatsomraade_kode navn sortering:int sensitiv:bool",
    "indsats": "indsats_id helhedsplan_id indsatsomraade_kode navn beskrivelse maalgruppe ansvarlig_rolle"
    " organisation_id kernedrift kernedrift_note start_dato:date slut_dato:date status kilde",
    "tilsagn": "tilsagn_id helhedsplan_id organisation_id beloeb_kr:decimal status tilsagn_dato:date"
    " oplyst_dato:date kilde",
    "oekonomi": "post_id helhedsplan_id indsatsomraade_kode indsats_id omraade_id bidragyder form kategori type"
    " periode_start:date periode_slut:date beloeb_kr:decimal note",
    "milepael": "milepael_id spor helhedsplan_id omraade_id indsatsomraade_kode indsats_id navn aftalt_dato:date"
    " forventet_dato:date naaet_dato:date status ansvarlig_rolle bemaerkning",
    "indikator": "indikator_id navn niveau indsatsomraade_kode enhed retning definition kilde personantal:bool",
    "maal": "indikator_id omraade_id nul_dato:date nul_vaerdi:double maal_dato:date maal_vaerdi:double",
    "maaling": "indikator_id omraade_id periode_start:date periode_slut:date taeller:int naevner:int vaerdi:double"
    " vaerdi_status",
    "aktivitet": "registrering_id indsats_id omraade_id dato:date aktivitetstype antal_afholdt:int fremmoeder:int"
    " nye_deltagere:int unikke_deltagere:int frivillige:int frivilligtimer:double medarbejdertimer:double"
    " vaerdi_status",
    "aktivitetsmaal": "indsats_id omraade_id aar:int maal_fremmoeder:int",
    "moede": "moede_id organ dato:date titel data_laas_dato:date kilde",
    "beslutning": "beslutning_id moede_id nr:int art emne beslutning kompetence ansvarlig_rolle frist_dato:date status"
    " udfoert_dato:date omraade_id kilde",
    "godkendelse": "godkendelse_id genstand organ organisation_id omraade_id planlagt_dato:date dato:date"
    " oplyst_dato:date udfald kilde",
    "justering": "justering_id dato:date indsats_id omraade_id aendring begrundelse besluttet_af",
    "statusvurdering": "vurdering_id moede_id dimension omraade_id indsatsomraade_kode vurderet begrundelse rolle"
    " dato:date ansvarlig_rolle svar_frist_dato:date",
    "udviklingsplan": "udviklingsplan_id omraade_id godkendt_dato:date frist_dato:date maal_andel_pct:double metode",
    "boligbestand": "udviklingsplan_id opgjort_dato:date scenarie almene_familieboliger:int boliger_i_alt:int",
    "omraadekriterium": "omraade_id liste_dato:date kriterium vaerdi:double graense:double operator udpeget:bool",
}


def schema(table: str) -> pa.Schema:
    pairs = (column.partition(":")[::2] for column in COLUMNS[table].split())
    return pa.schema([(name, KINDS[kind or "text"]) for name, kind in pairs])


def kroner(oere: int) -> Decimal:
    return Decimal(oere).scaleb(-2)


def write(folder: Path, file: str, table: str, rows: list[Row]) -> Path:
    """Write rows as folder/file; an unknown column name is a KeyError, not a lost column."""
    shape = schema(table)
    for name in {name for row in rows for name in row} - set(shape.names):
        raise KeyError(f"{table} has no column {name}")
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = {name: [row.get(name) for row in rows] for name in shape.names}
    pq.write_table(pa.table(columns, schema=shape), path, compression="zstd", compression_level=15)
    return path
