"""What the foot of every page says, on screen and on paper: what was chosen, as of when, from whom, which release."""

from overblik.answers import Release, fetch
from overblik.show import danish, downloads
from overblik.show.page import updated


def told(release: Release) -> str:
    """Nordbyen · status pr. 31. marts 2023 · tal opdateret 12. april 2023 · kilde: SB og FOB · udgivelse 0a1b2c."""
    example = "eksempeldata, opdigtede tal" if release.is_example else ""
    parts = (example, downloads.chosen(), updated(release), _source(release), f"udgivelse {release.id[:12]}")
    return " · ".join(part for part in parts if part)


def _source(release: Release) -> str:
    """Kilde: SB og FOB: who handed in what the page rests on."""
    found = {row["organisation"] for row in fetch("leverancer", release=release.id).rows() if row["organisation"]}
    return f"kilde: {danish.names(danish.in_order(found))}" if found else "kilde: de leverede udtræk"
