"""Files made to harm whoever reads them, each as small as it can be: rows of the table moede unless said otherwise."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.contract.rows import as_table, example


def moede(rows: int = 1) -> pa.Table:
    """Rows of the table moede, which keep the contract but for their keys."""
    return as_table("moede", [example("moede")]).take(pa.array([0] * rows))


def v2_overflow(path: Path) -> None:
    """A data page v2 that says it is not compressed, in a chunk that is: DuckDB writes past a buffer."""
    column = moede().schema.get_field_index("titel")
    title = pa.array(["Et møde om det samme " * 40] * 500)
    rows = moede(500).set_column(column, "titel", title)
    pq.write_table(rows, path, data_page_version="2.0", compression="snappy", use_dictionary=False)
    content = bytearray(path.read_bytes())
    start = pq.read_metadata(path).row_group(0).column(column).data_page_offset
    header = content[start : start + 60]
    flag = header.index(b"\x11", header.index(b"\x5c"))  # is_compressed, in the struct data_page_header_v2
    content[start + flag] = 0x12
    path.write_bytes(content)


def fifty_nested_lists(path: Path) -> None:
    """2.6 KB that hang DuckDB for good."""
    deep: object = ["x"]
    for _ in range(49):
        deep = [deep]
    kind = pa.string()
    for _ in range(50):
        kind = pa.list_(kind)
    pq.write_table(moede().set_column(3, "titel", pa.array([deep], kind)), path)


def run_length_bomb(path: Path) -> None:
    """Fifty million rows of one value in a few KB."""
    rows = 50_000_000
    one = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int8()), rows), pa.array(["x"]))
    pq.write_table(pa.table({"titel": one}), path, row_group_size=rows)


def dictionary_bomb(path: Path) -> None:
    """One word of two million letters, half a million times: a terabyte of text in a few KB."""
    rows = 500_000
    words = pa.DictionaryArray.from_arrays(pa.repeat(pa.scalar(0, pa.int32()), rows), pa.array(["x" * 2_000_000]))
    with_word = moede(rows).set_column(3, "titel", words)
    pq.write_table(with_word, path, compression="zstd", dictionary_pagesize_limit=1 << 30, store_schema=False)


def one_huge_cell(path: Path, size: int) -> None:
    """One text of so many bytes, in a few KB."""
    pq.write_table(moede().set_column(3, "titel", pa.array(["x" * size])), path, compression="zstd")


def too_many_columns(path: Path) -> None:
    """Two thousand columns."""
    pq.write_table(pa.table({f"k{number}": [1] for number in range(2_000)}), path)
