"""A page by the Tab key alone: where it leads, in which order, whether one sees where one is, and what it never reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from playwright.sync_api import Page

# More stops than any page has: who is still on the way then, is caught.
_AT_MOST: Final = 400

# Numbers everything that somebody can act on, and remembers how each looks before it has the focus. What belongs to a
# group with one stop (tabs, a row of choices) is reached by the arrow keys from there.
_REMEMBER: Final = """() => {
    const wanted = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="combobox"],'
        + '[role="menuitem"], [role="checkbox"], [tabindex]'
    window.overblikLook = it => {
        const look = []
        for (let each = it, depth = 0; each && depth < 4; each = each.parentElement, depth++) {
            const style = getComputedStyle(each)
            look.push(style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.borderColor,
                style.backgroundColor, style.textDecorationLine, style.opacity, style.top)
        }
        return look.join(' | ')
    }
    const isOne = it => it.checkVisibility({ checkVisibilityCSS: true }) && !it.disabled && !it.closest('[inert]')
        && it.getAttribute('tabindex') !== '-1' && it.type !== 'hidden' && it.getAttribute('aria-disabled') !== 'true'
    window.overblikAll = [...document.querySelectorAll(wanted)].filter(isOne)
    window.overblikLooks = new Map(window.overblikAll.map(it => [it, window.overblikLook(it)]))
    // From the top: Tab goes on from where one last clicked.
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    window.scrollTo(0, 0)
}"""

_NAME: Final = """it => (it.getAttribute('aria-label') || it.innerText || it.getAttribute('placeholder')
    || it.closest('[data-testid]')?.dataset.testid || it.tagName).trim().replace(/\\s+/g, ' ').slice(0, 60)"""

_WHERE: Final = f"""async () => {{
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const name = {_NAME}
    const it = document.activeElement
    if (!it || it === document.body) return null
    const box = it.getBoundingClientRect()
    const main = document.querySelector('[data-testid="stMain"]'), scrolled = main.scrollTop
    const inMain = one => main.contains(one) && box.width * box.height >= 4 && one !== main
    const points = [[.5, .5], [.1, .5], [.9, .5], [.5, .15], [.5, .85]]
    const near = (one, other) => one && (one.contains(other) || other.contains(one)
        || (one.closest('label, [data-testid^="st"]')?.contains(other)))
    const seen = points.some(([across, down]) =>
        near(document.elementFromPoint(box.left + across * box.width, box.top + down * box.height), it))
    const before = window.overblikLooks.get(it)
    return {{
        place: window.overblikAll.indexOf(it),
        name: name(it),
        visible: before === undefined || before !== window.overblikLook(it),
        uncovered: seen || box.width * box.height < 4,
        box: inMain(it) && [box.left, box.top + scrolled, box.right, box.bottom + scrolled],
    }}
}}"""

_NEVER: Final = f"""reached => {{
    const groups = '[role="toolbar"], [role="tablist"], [role="radiogroup"], [data-testid="stButtonGroup"]'
    const entered = new Set(reached.map(place => window.overblikAll[place].closest(groups)).filter(Boolean))
    return window.overblikAll.filter((it, place) => !reached.includes(place) && it.isConnected
        && !entered.has(it.closest(groups)) && it.checkVisibility({{ checkVisibilityCSS: true }})).map({_NAME})
}}"""

_ORDER: Final = """reached => reached.every((place, turn) => turn === 0
    || window.overblikAll[reached[turn - 1]].compareDocumentPosition(window.overblikAll[place]) & 4)"""


@dataclass(frozen=True)
class Walk:
    """What Tab showed: every stop's name, and what is wrong, in words."""

    stops: tuple[str, ...]
    faults: tuple[str, ...]


def walk(page: Page) -> Walk:
    """Presses Tab from the top of the page until it leaves the page."""
    page.evaluate(_REMEMBER)
    stops: list[dict[str, Any]] = []
    while len(stops) < _AT_MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(_WHERE)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    faults = [f"{stop['name']!r}: the focus is not seen" for stop in stops if not stop["visible"]]
    faults += [f"{stop['name']!r}: has the focus and is covered" for stop in stops if not stop["uncovered"]]
    if len(stops) == _AT_MOST:
        faults.append(f"Tab does not leave the page: {[stop['name'] for stop in stops[-4:]]}")
    reached = [stop["place"] for stop in stops if stop["place"] >= 0]
    faults += [f"{name!r}: Tab never comes there" for name in page.evaluate(_NEVER, reached)]
    if not page.evaluate(_ORDER, reached):
        faults.append("Tab goes another way than the page reads")
    faults += list(_backwards([stop for stop in stops if stop["box"]]))
    return Walk(tuple(stop["name"] for stop in stops), tuple(faults))


def _backwards(stops: list[dict[str, Any]]) -> Iterator[str]:
    """Where the focus jumps up to what stood above already, and not to the top of a column further right."""
    for stop, following in pairwise(stops):
        _, top, right, _ = stop["box"]
        left, _, _, bottom = following["box"]
        if bottom <= top and left < right:
            yield f"{following['name']!r}: stands above {stop['name']!r}, and comes after it by Tab"
