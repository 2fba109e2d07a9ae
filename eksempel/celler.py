"""The lines of the account: the frames of the plan shared among contributors, categories and indsatser."""

from collections.abc import Iterator
from dataclasses import dataclass

from eksempel.plan import BOLIGORGANISATION, FAELLES, Plan

FAELLES_AFVIGELSE = -0.012  # the shared costs end a little below their budget


@dataclass(frozen=True)
class Celle:
    """One line of the account: where it is booked, and its money in øre over the whole plan."""

    omraade_id: str | None
    kode: str
    indsats_id: str | None
    bidragyder: str
    form: str
    kategori: str
    oprindeligt: int
    korrigeret: int
    afvigelse: float
    tempo: float


def split(total: int, weights: list[float], unit: int = 1) -> list[int]:
    """Whole units of total by weight; the last part takes what is left."""
    parts = [round(total * weight / sum(weights) / unit) * unit for weight in weights[:-1]]
    return [*parts, total - sum(parts)]


def celler(plan: Plan) -> Iterator[Celle]:
    leverandoer = {omraade.omraade_id: omraade.organisationer[0] for omraade in plan.omraader}
    for ramme in plan.rammer:
        for del_ in plan.fordeling if ramme.omraade_id else plan.fordeling_uden_omraade:
            bidragyder = del_.bidragyder
            if bidragyder == BOLIGORGANISATION and ramme.omraade_id:
                bidragyder = leverandoer[ramme.omraade_id]
            indsatser: list[str | None] = [
                indsats.indsats_id
                for indsats in plan.indsatser
                if del_.paa_indsatser and indsats.kode == ramme.kode and ramme.omraade_id in indsats.omraader
            ]
            weights = [1.0 + 0.3 * (number % 3) for number in range(len(indsatser) or 1)]
            before, now = (
                split(round(100 * x * del_.andel), weights, 10000) for x in (ramme.oprindeligt, ramme.korrigeret)
            )
            tempo = ramme.tempo * plan.bidrag_bagud.get(bidragyder, 1.0)
            for indsats_id, oprindeligt, korrigeret in zip(indsatser or [None], before, now, strict=True):
                yield Celle(
                    ramme.omraade_id, ramme.kode, indsats_id, bidragyder, del_.form, del_.kategori,
                    oprindeligt, korrigeret, ramme.afvigelse, tempo,
                )  # fmt: skip
    for post in plan.faelles:
        tempo = plan.bidrag_bagud.get(post.bidragyder, 1.0)
        yield Celle(
            None, FAELLES, None, post.bidragyder, post.form, post.kategori,
            100 * post.oprindeligt, 100 * post.korrigeret, FAELLES_AFVIGELSE, tempo,
        )  # fmt: skip
