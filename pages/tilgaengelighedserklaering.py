"""Tilgængelighedserklæring: what the law asks a public body to state, with what is tested and what is known to lack."""

from overblik.show import erklaering_view as view
from overblik.show import page

page.begin_without_figures("Tilgængelighedserklæring")
view.statement()
