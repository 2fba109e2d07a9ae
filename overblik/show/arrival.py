"""A reader arrives at a page: which release, which filters, and what the address shall say afterwards."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from overblik.answers import Choice, Release
from overblik.show import address, browser, filters, first_release
from overblik.show.address import Cause, Values, Visit
from overblik.show.filter_options import options_of, understood
from overblik.show.filters import Form


@dataclass(frozen=True)
class Arrival:
    """What is settled before a page is drawn: filters, choice, the page's own parameters, and what is to be said."""

    form: Form
    chosen: Values
    own: Values
    choice: Choice
    release: Release
    notices: tuple[str, ...]


def arrive(page: str, shown: tuple[str, ...], unpublished: Callable[[], None]) -> Arrival:
    """Settles all that, and brings address and filters into line. Raises ReleaseUnknown, ReleaseDamaged.

    Shows `unpublished` and stops the run where there is no release.
    """
    last, now = address.last_visit(), address.read()
    moved = last is not None and filters.moved(last.widgets)
    cause = address.cause_of(last, page, now, moved=moved, history=address.by_history())
    wanted = now if last is None or cause is Cause.ADDRESS else last.chosen
    held = {name: wanted[name] for name in ("udgivelse",) if name in wanted}
    release = first_release.release(held["udgivelse"][-1] if held else None, unpublished)
    if last is not None and last.release != release.id:
        filters.forget_defaults(last.chosen, last.widgets)
    plan = filters.plan_now() if cause is Cause.WIDGETS else wanted.get("plan", (None,))[-1]
    form = Form(options_of(release, plan), shown)
    known, notices = understood(now if cause is Cause.WIDGETS else wanted, form.options)
    if cause is not Cause.WIDGETS:
        filters.seed(known, form)
    filters.settle(form)
    chosen = filters.chosen_now(form) | held
    own = {} if cause is Cause.MENU else address.own(now)
    written = _follow(cause, last, now, chosen | own, moved=moved)
    address.remember(Visit(page, written, chosen, filters.state(form), release.id))
    return Arrival(form, chosen, own, filters.choice(chosen, form, release), release, () if moved else tuple(notices))


def _follow(cause: Cause, last: Visit | None, now: Values, chosen: Values, *, moved: bool) -> Values:
    """Brings the browser's address into line; gives what it then shows."""
    if cause is Cause.MENU:
        browser.tell(secrets.randbits(32), address.query(chosen))
        return chosen
    browser.tell(0, None)
    if cause is Cause.WIDGETS and moved:
        address.push(chosen)
        return chosen
    if cause is Cause.ADDRESS and last is not None and not address.by_history():
        # Streamlit follows a link to the page one is on without writing it in the address.
        address.push(now)
    return now
