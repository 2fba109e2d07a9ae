"""Vægvisning: the front page on the wall of the meeting room, one thing a screen."""

from overblik.show import forside, page, vaegvisning

chosen = page.begin("Vægvisning", heading=forside.sentence, shown=())
vaegvisning.show(chosen)
