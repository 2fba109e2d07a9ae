"""Types in Danish words, for messages: what a file has, and what the contract wants."""

import pyarrow as pa

WANTED = {
    "key": "tekst (en kort nøgle)",
    "text": "tekst",
    "int": "heltal",
    "decimal": "beløb i kroner med højst to decimaler (decimal eller double)",
    "double": "kommatal (double)",
    "date": "datoer uden klokkeslæt og tidszone",
    "bool": "sandt/falsk (boolean)",
}


def type_in_words(kind: pa.DataType) -> str:
    """What a Parquet column holds, as a data owner would say it, with the technical name beside."""
    if pa.types.is_timestamp(kind) and kind.tz is not None:
        words = "tidspunkter med tidszone"
    elif pa.types.is_timestamp(kind):
        words = "tidspunkter"
    elif pa.types.is_decimal(kind):
        words = f"decimaltal med {kind.scale} decimaler"
    else:
        words = next((text for test, text in _WORDS if test(kind)), "af en type, vi ikke kender")
    return f"{words} ({kind})"


_WORDS = (
    (pa.types.is_string, "tekst"),
    (pa.types.is_boolean, "sandt/falsk"),
    (pa.types.is_integer, "heltal"),
    (pa.types.is_floating, "kommatal"),
    (pa.types.is_date, "datoer"),
    (pa.types.is_time, "klokkeslæt"),
    (pa.types.is_duration, "varigheder"),
    (pa.types.is_binary, "rå bytes"),
    (pa.types.is_large_binary, "rå bytes"),
    (pa.types.is_fixed_size_binary, "rå bytes"),
    (pa.types.is_null, "uden type"),
)
