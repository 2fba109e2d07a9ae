"""Personal data in a name or in metadata: what stands beside the data, where nothing but sure finds count."""

from overblik.intake.persondata_column import Said
from overblik.intake.persondata_kinds import Kind
from overblik.intake.persondata_text import found_in


def in_words(text: str, *, value: bool = False) -> Kind | None:
    """What personal data surely stands in a name or in metadata. `value`: the text is itself a value of a column.

    A value's bare digits say nothing alone: whether they are CPR numbers, its whole column shows.
    """
    sure = found_in(text, Said(numbers=value)).sure
    return sure[0] if sure else None
