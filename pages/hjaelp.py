"""Hjælp: how to read, deliver and run, in plain words, a tab per role."""

from overblik.show import hjaelp_view as view
from overblik.show import page

page.begin_without_figures("Hjælp", "Kort om at læse, aflevere og drive Overblik.")
view.roles()
