"""What a file's footer promises, judged before any data is decoded: a few bytes can promise more than there is.

Nothing here is believed to be true; it is only asked whether it could be.
"""

from collections.abc import Iterator

import pyarrow.parquet as pq

from overblik.contract_types import Table
from overblik.intake.breach import Breach, breach, danish
from overblik.intake.limits import COLUMNS, ROW_GROUPS, most_rows

_AGAIN = "Dan filen på ny, og aflever den igen."


def footer_breaches(footer: pq.FileMetaData, size: int, file: str, table: Table) -> list[Breach]:
    """What no honest file of so many bytes promises."""
    return [breach(code, file, table.name, None, what, remedy) for code, what, remedy in _promises(footer, size)]


def _promises(footer: pq.FileMetaData, size: int) -> Iterator[tuple[str, str, str]]:
    if footer.num_columns > COLUMNS:
        what = f"Filen har {danish(footer.num_columns)} kolonner; der læses højst {danish(COLUMNS)}"
        yield "for_mange_kolonner", what, "Fjern de kolonner i udtrækket, som tabellen ikke har, og aflever filen igen."
        return
    if footer.num_row_groups > ROW_GROUPS:
        what = (
            f"Filen er delt i {danish(footer.num_row_groups)} dele (row groups); der læses højst {danish(ROW_GROUPS)}"
        )
        yield "for_mange_dele", what, "Dan filen på ny med større row groups, og aflever den igen."
        return
    groups = [footer.row_group(number) for number in range(footer.num_row_groups)]
    chunks = [(group.num_rows, group.column(place)) for group in groups for place in range(group.num_columns)]
    whole = footer.num_rows == sum(group.num_rows for group in groups) and all(
        rows == chunk.num_values for rows, chunk in chunks
    )
    if not (whole and 0 <= footer.num_rows <= most_rows(size)):
        yield "falsk_antal_raekker", "Filen lover et antal rækker, som den ikke kan indeholde", _AGAIN
    begins = [chunk.data_page_offset for rows, chunk in chunks if rows]
    if sum(chunk.total_compressed_size for _, chunk in chunks) > size or len(set(begins)) < len(begins):
        yield "falske_dele", "Filens dele fylder tilsammen mere end filen selv, eller to af dem er den samme", _AGAIN
