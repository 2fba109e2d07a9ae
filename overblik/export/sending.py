"""Mails: the meeting pack, and that there are new figures or that a status has turned, to the lists in the settings.

Nothing is mailed but links, the sentences that the front page shows, and the pack itself; nobody but the lists' own
addresses gets it. What has been told is remembered, so that a timer tells it once.
"""

import json
import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import Final

from overblik.answers import Choice, current_release
from overblik.answers.since import Basis, Source
from overblik.errors import OverblikError, ReleaseDamaged, ReleaseUnknown, ReleaseWithdrawn
from overblik.export import made
from overblik.export.blocks import sentence
from overblik.release import Release
from overblik.settings import settings
from overblik.show import danish, forside, marks, saetninger, siden
from overblik.show.planen import chosen_plan

KINDS: Final = ("pakke", "nyt", "status")
SMTPS: Final = 465
SECONDS: Final = 30.0  # for the mail server to answer

_TOLD: Final = "sendt.json"


class NotSent(OverblikError):
    """The mail could not be sent: settings are missing, or the mail server would not have it."""

    notice = "Mailen kunne ikke sendes. Kontakt den, der driver Overblik."


@dataclass(frozen=True)
class Mail:
    """One mail to one list: who, what, and the file that goes with it."""

    liste: str
    to: tuple[str, ...]
    subject: str
    text: str
    file: made.File | None = None


def mails(kind: str, data: Path, release: Release, moede: str | None = None) -> list[Mail]:
    """What would be sent of a release, one mail a list; nothing where there is nothing new. Raises as `fetch`."""
    told = _told(data).get(kind)
    if kind != "pakke" and told == release.id:
        return []
    text, file = _written(kind, release, told, moede)
    if not text:
        return []
    plan = chosen_plan(Choice(plan=release.default_plan, release=release.id))["navn"]
    subject = {"pakke": "Mødebilag", "nyt": "Nye tal", "status": "En status har skiftet"}[kind]
    example = "[Eksempeldata] " if release.is_example else ""
    return [Mail(name, to, f"{example}{subject}: {plan}", text, file) for name, to in settings().modtagere]


def send(found: list[Mail]) -> None:
    """Sends the mails over TLS, each address by itself, so that nobody sees the others. Raises NotSent."""
    if not found:
        return
    chosen = settings().smtp
    if not chosen.vaert or not chosen.afsender:
        raise NotSent(
            "smtp_vaert or smtp_afsender is not set",
            "Sæt smtp_vaert og smtp_afsender (OVERBLIK_SMTP_VAERT, OVERBLIK_SMTP_AFSENDER) for at sende mail.",
        )
    context = ssl.create_default_context(cafile=chosen.ca or None)
    try:
        with _reached(context) as server:
            if chosen.port != SMTPS:
                server.starttls(context=context)
            if chosen.bruger:
                server.login(chosen.bruger, chosen.kode)
            for mail in found:
                for address in mail.to:
                    server.send_message(_message(mail, address, chosen.afsender))
    except (OSError, smtplib.SMTPException) as error:
        raise NotSent(
            f"the mail server would not: {error.__class__.__name__}",
            "Mailserveren kunne ikke nås sikkert eller tog ikke imod mailen. Se efter smtp_vaert, smtp_port og koden.",
        ) from error


def remember(kind: str, data: Path, release: Release) -> None:
    """That a release has been told of."""
    place = data / _TOLD
    scratch = place.with_name(f".{_TOLD}")
    scratch.write_text(json.dumps(_told(data) | {kind: release.id}), encoding="utf-8")
    scratch.replace(place)


def in_words(found: list[Mail]) -> str:
    """What would be sent, for one who asks first: lists and numbers, not the addresses."""
    if not found:
        return "Der er intet nyt at sende.\n"
    told = [
        f"Til {mail.liste} ({len(mail.to)} {'modtager' if len(mail.to) == 1 else 'modtagere'}): {mail.subject}\n"
        + (f"Vedhæftet: {mail.file.name}\n" if mail.file else "")
        + f"\n{mail.text}"
        for mail in found
    ]
    return "\n---\n".join(told)


def _written(kind: str, release: Release, told: str | None, moede: str | None) -> tuple[str, made.File | None]:
    if kind == "pakke":
        file = made.meeting_pdf(moede, Choice())
        lines = [f"Mødebilaget er vedhæftet ({file.name}).", f"SHA-256: {file.sha256}", "", *_front(release)]
        return _text(lines), file
    if kind == "nyt":
        return _text([f"Der er udgivet nye tal (opdateret {danish.day(release.updated)}).", "", *_front(release)]), None
    turned = list(_turned(release, told))
    return (_text([*turned, "", *_front(release)]) if turned else ""), None


def _front(release: Release) -> Iterator[str]:
    """The front page's sentence, and the links."""
    yield sentence(forside.sentence(Choice(release=release.id)))
    address = settings().adresse.rstrip("/")
    if address:
        yield ""
        yield f"Overblik: {address}/"
        yield f"Siden sidste møde: {address}/siden_sidste_moede"


def _turned(release: Release, told: str | None) -> Iterator[str]:
    """Every square whose status is another one than in the release that was told of last."""
    if told is None:
        return
    try:
        before = current_release(told)
    except (ReleaseUnknown, ReleaseWithdrawn, ReleaseDamaged):
        return
    seen = before.default_statusdato(release.default_plan)
    since = Basis(Choice(release=before.id), Choice(release=release.id), seen, Source.OWN)
    for row in siden.turned(since):
        then, now = (marks.STATUSES[row[name]].word if row[name] else "intet at vurdere" for name in ("foer", "nu"))
        yield f"{saetninger.place(row)}, {marks.DIMENSIONS[row['dimension']].word}: {then} → {now}"


def _text(lines: list[str]) -> str:
    return "\n".join(
        [*lines, "", "Mailen er sendt af Overblik. Små tal er beskyttet; skjult er ikke det samme som nul.", ""]
    )


def _reached(context: ssl.SSLContext) -> smtplib.SMTP:
    """The mail server: encrypted from the start on port 465; on others before anything else is said (STARTTLS)."""
    chosen = settings().smtp
    if chosen.port == SMTPS:
        return smtplib.SMTP_SSL(chosen.vaert, chosen.port, timeout=SECONDS, context=context)
    return smtplib.SMTP(chosen.vaert, chosen.port, timeout=SECONDS)


def _message(mail: Mail, address: str, sender: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, address, mail.subject
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid(domain="overblik.invalid")
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    if mail.file:
        message.add_attachment(mail.file.content, maintype="application", subtype="pdf", filename=mail.file.name)
    return message


def _told(data: Path) -> dict[str, str]:
    try:
        found = json.loads((data / _TOLD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {kind: str(found[kind]) for kind in KINDS if kind in found} if isinstance(found, dict) else {}
