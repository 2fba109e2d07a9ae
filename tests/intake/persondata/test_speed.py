"""Five million texts are searched in seconds of one processor, whatever kind of ordinary column they stand in."""

from time import process_time

import duckdb
import pytest

from overblik.intake.checks import ROW
from overblik.intake.persondata import Examined, find

ORDINARY = {
    "keys": ("post_id", "key", "'AKT-'||lpad(i::varchar, 9, '0')"),
    "sentences": ("note", "text", "'Lektiehjælp og åbent tilbud nr. '||(i % 1000)||' i april 2023, se bilag'"),
    "few values": ("kategori", "text", "['AKTIVITET', 'LOKALER', 'ANDET'][1 + i % 3]"),
    "counts": ("fremmoeder", "int", "i % 500"),
    "ean": ("kilde", "text", "'57900'||lpad((hash(i) % 100000000)::varchar, 8, '0')"),
}


@pytest.mark.long
@pytest.mark.parametrize("name", ORDINARY)
def test_five_million_values_are_searched_in_seconds(name: str):
    column, kind, content = ORDINARY[name]
    with duckdb.connect() as connection:
        connection.execute("set threads = 2")
        connection.execute(f'create table t as select i + 1 as {ROW}, {content} as "{column}" from range(5000000) r(i)')
        began = process_time()
        assert find(connection, "t", "f.parquet", "oekonomi", [Examined(column, kind)]) == ([], [])
        seconds = process_time() - began  # so that a busy machine makes no difference
    print(f"{name}: 5,000,000 values in {seconds:.2f} s")
    assert seconds < 10
