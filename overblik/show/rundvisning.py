"""A short guided tour of the front page: offered once, skipped or taken by keyboard or thumb, and taken again.

It runs in the reader's browser alone: no step waits for the server, and what is remembered (that one has seen or
skipped it) stays in that browser.
"""

from dataclasses import asdict, dataclass
from typing import Final

import streamlit as st

from overblik.show import address

PARAMETER: Final = "rundvisning"  # in links that start it


@dataclass(frozen=True)
class Step:
    """What is pointed at (the first that is visible of a CSS selector), and what is said of it."""

    where: str
    title: str
    text: str


STEPS: Final = (
    Step(".stMain h1", "Svaret står øverst", "Den første linje siger, om planen er på kurs. Den er lavet af tallene."),
    Step(
        ".st-key-statuskort",
        "Tre ting at holde øje med",
        "Fremdrift, økonomi og aktivitet har hver et kort: status nu og ved sidste møde. Det fjerde viser, hvad I skal "
        "drøfte.",
    ),
    Step(
        ".st-key-figur-forside-matrix",
        "Hvor er det galt?",
        "Formen siger hvad: rund er fremdrift, firkant er økonomi, rombe er aktivitet. Tegnet siger hvordan: ✓ går "
        "godt, ! hold øje, ✕ gør noget. Klik på et tegn for at se tallene bag.",
    ),
    Step(
        ".st-key-opmaerksomhed",
        "Det, der kræver jeres blik",
        "De vigtigste punkter står her med navn og tal. Linket under hvert punkt fører til siden bag.",
    ),
    Step(
        ".st-key-filtre, .st-key-filterknap",
        "Vælg, hvad du vil se",
        "Vælg område, tema, ejer eller dato. Valget følger med til de andre sider.",
    ),
    Step(
        ".st-key-fod",
        "Hjælp er altid her",
        "Nederst på hver side er der hjælp. Der kan du også tage rundvisningen igen.",
    ),
)

_HTML: Final = """
<div class="offer" hidden><span>Ny her?</span>
    <button type="button" class="start">Vis mig rundt</button><button type="button" class="quiet skip">Nej tak</button>
</div>
<div class="ring" hidden></div>
<section class="step" role="dialog" aria-labelledby="title" aria-describedby="text" tabindex="-1" hidden>
    <p class="count"></p><h2 id="title"></h2><p id="text"></p>
    <div class="row">
        <button type="button" class="quiet end">Slut</button>
        <button type="button" class="quiet back">Tilbage</button><button type="button" class="next">Næste</button>
    </div>
</section>
"""

_CSS: Final = """
:host { font: 16px var(--st-font); color: var(--st-text-color) }
[hidden] { display: none !important }
.offer { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; font-size: 15px }
.offer button { min-height: 28px; padding: 2px 10px; background: none; color: var(--st-primary-color) }
button { font: 600 15px var(--st-font); min-height: 36px; padding: 4px 14px; border-radius: 6px; cursor: pointer;
    border: 1px solid var(--st-primary-color); background: var(--st-primary-color); color: var(--st-background-color) }
button.quiet { background: none; color: var(--st-primary-color); border-color: transparent }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px }
.ring { position: fixed; z-index: 999990; pointer-events: none; border: 3px solid var(--st-primary-color);
    border-radius: 8px }
.step { position: fixed; z-index: 999991; right: 24px; bottom: 24px; width: 340px; padding: 18px 20px 14px;
    background: var(--st-background-color); border: 1px solid var(--st-border-color); border-radius: 10px;
    box-shadow: 0 8px 30px #0004; outline: none }
.step h2 { font-size: 18px; margin: 2px 0 6px }
.step p { margin: 0; line-height: 1.45 }
.step .count { font-size: 14px }
.row { display: flex; justify-content: flex-end; gap: 6px; margin-top: 14px }
.row .end { margin-right: auto; padding-left: 0 }
@media (max-width: 640px) { .step { left: 12px; right: 12px; bottom: 12px; width: auto } }
@media print { :host { display: none } }
"""

_JS: Final = """
const SEEN = "overblik-rundvisning"
const TOP = 80  // px: the menu lies over the page's first ones
const remember = () => { try { localStorage.setItem(SEEN, "set") } catch {} }
const isSeen = () => { try { return localStorage.getItem(SEEN) !== null } catch { return false } }
export default function ({ data, parentElement }) {
    const find = (selector) => parentElement.querySelector(selector)
    const main = document.querySelector('[data-testid="stMain"]')
    const offer = find(".offer"), ring = find(".ring"), panel = find(".step")
    // Kept while the page stands: drawn again (a filter was moved), the tour goes on where it was.
    const state = (parentElement.overblikTour ??= { at: 0, from: null, started: false })
    const seen = (step) => [...document.querySelectorAll(step.where)].find(one => one.getClientRects().length)
    const place = () => {
        const target = !panel.hidden && seen(data.steps[state.at])
        ring.hidden = !target
        if (!target) return
        const box = target.getBoundingClientRect()
        Object.assign(ring.style, { left: box.left - 7 + "px", top: box.top - 7 + "px",
            width: box.width + 8 + "px", height: box.height + 8 + "px" })
    }
    const show = (next) => {
        state.at = next
        const step = data.steps[next]
        find(".count").textContent = `${next + 1} af ${data.steps.length}`
        find("#title").textContent = step.title
        find("#text").textContent = step.text
        find(".back").hidden = next === 0
        find(".next").textContent = next === data.steps.length - 1 ? "Færdig" : "Næste"
        panel.hidden = false
        const target = seen(step)
        if (target) target.scrollIntoView({ block: "center" })
        if (target?.getBoundingClientRect().top < TOP) {
            target.scrollIntoView({ block: "start" })
            main?.scrollBy(0, -TOP)
        }
        place()
        panel.focus({ preventScroll: true })
    }
    const start = () => { state.from = document.activeElement; offer.hidden = true; show(0) }
    const end = () => {
        panel.hidden = ring.hidden = true
        offer.hidden = true
        remember()
        const way = state.from?.isConnected ? state.from : document.querySelector(".stMain h1")
        way?.focus()
    }
    const forward = () => (state.at < data.steps.length - 1 ? show(state.at + 1) : end())
    const back = () => state.at > 0 && show(state.at - 1)
    find(".start").onclick = start
    find(".skip").onclick = end
    find(".next").onclick = forward
    find(".back").onclick = back
    find(".end").onclick = end
    panel.onkeydown = (event) => {
        const steps = { Escape: end, ArrowRight: forward, ArrowLeft: back }
        if (!steps[event.key]) return
        event.preventDefault()
        event.stopPropagation()
        steps[event.key]()
    }
    if (panel.hidden) offer.hidden = isSeen()
    if (data.start && !state.started) { state.started = true; start() }
    main?.addEventListener("scroll", place)
    window.addEventListener("resize", place)
    return () => { main?.removeEventListener("scroll", place); window.removeEventListener("resize", place) }
}
"""

_tour = st.components.v2.component("overblik_rundvisning", html=_HTML, css=_CSS, js=_JS)


def offer() -> None:
    """The offer, until it is taken or declined; a link with `rundvisning` starts the tour at once."""
    with st.container(key="rundvisning"):
        _tour(
            key="overblik-rundvisning",
            data={"steps": [asdict(step) for step in STEPS], "start": PARAMETER in address.read()},
        )
