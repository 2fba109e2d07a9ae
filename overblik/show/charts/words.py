"""What a chart says to someone who does not see it: one or two sentences made from its numbers."""

from collections.abc import Sequence
from itertools import pairwise

from overblik.answers import maerker
from overblik.show import danish, marks, units
from overblik.show.charts import layout

EMPTY = "Der er ingen tal i det valgte."


def over_time(data: layout.Data, *, what: str, column: str, unit: str, month: str = "maaned") -> str:
    """Forbrug pr. måned i kroner fra august 2021 til marts 2023: højest i …, lavest i …; stigende til sidst."""
    all_rows = layout.rows_of(data)
    rows = [row for row in all_rows if row[column] is not None]
    gaps = _months_without(all_rows, column)
    if not rows:
        return f"{what}. {gaps or EMPTY}"
    first, last = rows[0], rows[-1]
    if len(rows) == 1:
        return _joined(f"{what}: {_stop(f'{units.of(last, column, unit)} i {danish.month(last[month])}')}", gaps)
    high = max(rows, key=lambda row: row[column])
    low = min(rows, key=lambda row: row[column])
    if high[column] == low[column]:
        period = f"fra {danish.month(first[month])} til {danish.month(last[month])}"
        return _joined(f"{what}{_in(unit)} {period}: uændret {_stop(units.of(last, column, unit))}", gaps)
    return _joined(
        f"{what}{_in(unit)} fra {danish.month(first[month])} til {danish.month(last[month])}: "
        f"højest {units.of(high, column, unit)} i {danish.month(high[month])}, "
        f"lavest {units.of(low, column, unit)} i {danish.month(low[month])}, "
        f"senest {_stop(units.of(last, column, unit))} {_trend(all_rows, column)}",
        gaps,
    )


def by_group(
    data: layout.Data,
    *,
    what: str,
    name: str,
    column: str,
    unit: str,
    against: str | None = None,
    against_name: str = "",
) -> str:
    """Forbrug pr. område i kroner: flest i Nordbyen …, mindst i …; 2 af 3 over budget til dato."""
    all_rows = layout.rows_of(data)
    rows = [row for row in all_rows if row[column] is not None]
    gaps = _lines_without(all_rows, column, name)
    if not rows:
        return f"{what}. {gaps or EMPTY}"
    high = max(rows, key=lambda row: row[column])
    if len(rows) == 1:
        text = f"{what}{_in(unit)}: {high[name]} {_stop(units.of(high, column, unit))}"
    else:
        low = min(rows, key=lambda row: row[column])
        text = (
            f"{what}{_in(unit)}, {len(rows)} linjer: højest er {high[name]} med {units.of(high, column, unit)}, "
            f"lavest {low[name]} med {_stop(units.of(low, column, unit))}"
        )
    text = _joined(text, gaps)
    if against:
        pairs = [row for row in rows if row[against] is not None]
        over = [str(row[name]) for row in pairs if row[column] > row[against]]
        told = f"over {against_name}: {danish.names(over)}" if over else f"ingen over {against_name}"
        text += f" {danish.capitalised(told)}."
    return text


def of_matrix(data: layout.Data, names: dict[str, str]) -> str:
    """How many squares are what, and which are red."""
    rows = [row for row in layout.rows_of(data) if row["status"] in marks.STATUSES]
    rows = [row for row in rows if "ALLE" not in (row["omraade_id"], row["indsatsomraade_kode"])]
    if not rows:
        return f"Status for områder og indsatsområder. {EMPTY}"
    counts = {code: sum(row["status"] == code for row in rows) for code in marks.STATUSES}
    red = [
        f"{names.get(row['omraade_id'], row['omraade_id'])}, "
        f"{names.get(row['indsatsomraade_kode'], row['indsatsomraade_kode'])}: "
        f"{marks.DIMENSIONS[row['dimension']].word}"
        for row in rows
        if row["status"] == "roed"
    ]
    worst = f" Rød: {'; '.join(red)}." if red else " Ingen er røde."
    return f"Status for områder og indsatsområder i fremdrift, økonomi og aktivitet: {marks.tally(counts)}.{worst}"


def of_timeline(data: layout.Data, name: str = "navn") -> str:
    """How many milestones, how many reached, which is latest."""
    rows = [row for row in layout.rows_of(data) if row["aftalt_dato"] is not None]
    if not rows:
        return f"Milepæle. {EMPTY}"
    reached = sum(row.get("naaet_dato") is not None for row in rows)
    late = [row for row in rows if row.get("overskredet")]
    text = (
        f"{len(rows)} milepæle aftalt fra {danish.day(min(row['aftalt_dato'] for row in rows))} til "
        f"{danish.day(max(row['aftalt_dato'] for row in rows))}: {reached} er nået, {len(late)} er overskredet."
    )
    if late:
        worst = max(late, key=lambda row: row.get("forsinkelse_dage") or 0)
        text += f" Mest forsinket er {worst[name]}: {danish.days(worst.get('forsinkelse_dage') or 0)}."
    return text


def of_path(
    data: layout.Data,
    *,
    what: str,
    unit: str,
    maal_vaerdi: float | None,
    day: str = "periode_slut",
    value: str = "vaerdi",
) -> str:
    """From where to where, and what the target is."""
    rows = sorted(layout.rows_of(data), key=lambda row: row[day])
    known = [row for row in rows if row[value] is not None]
    goal = "" if maal_vaerdi is None else f" Målet er {_stop(units.shown(maal_vaerdi, unit))}"
    gone = [str(row.get("vaerdi_status") or "mangler") for row in rows if row[value] is None]
    gone = ["mangler" if why == "ok" else why for why in gone]
    counts = [(gone.count(why), why) for why in dict.fromkeys(gone)]
    told = [f"{count} {'måling' if count == 1 else 'målinger'} {_is(why)}" for count, why in counts]
    note = f" {danish.capitalised(danish.names(told))}." if told else ""
    if not known:
        return f"{what}: der er ingen målinger at vise.{note}{goal}"
    newest = known[-1]
    text = f"{what}: senest {units.shown(newest[value], unit)} ({danish.day(newest[day])})"
    if len(known) > 1:
        text += f", først {units.shown(known[0][value], unit)} ({danish.day(known[0][day])}), {_way(known, value)}"
    return f"{text}.{note}{goal}"


def of_calendar(data: layout.Data, *, what: str, value: str, unit: str, day: str = "dato") -> str:
    """How many days, and the busiest."""
    rows = [row for row in layout.rows_of(data) if row[value]]
    if not rows:
        return f"{what}. {EMPTY}"
    high = max(rows, key=lambda row: row[value])
    return (
        f"{what} på {len(rows)} dage fra {danish.day(min(row[day] for row in rows))} til "
        f"{danish.day(max(row[day] for row in rows))}: flest {danish.weekday_and_day(high[day])}, "
        f"{_stop(units.shown(high[value], unit))}"
    )


def _way(rows: Sequence[layout.Row], value: str) -> str:
    step = rows[-1][value] - rows[0][value]
    return "altså steget" if step > 0 else "altså faldet" if step < 0 else "altså uændret"


def _in(unit: str) -> str:
    word = units.IN_WORDS.get(unit, "")
    return f" i {word}" if word not in ("", "antal") else ""


def _stop(text: str) -> str:
    """The text as a sentence's end: kr. carries its own full stop."""
    return text if text.endswith(".") else f"{text}."


def _trend(rows: Sequence[layout.Row], column: str) -> str:
    """What the last three steps did: only where all went the same way, month for month, is it called a trend.

    Of rounded months it is said that it looks so, for a step of one small figure is chance.
    """
    known = [place for place, row in enumerate(rows) if row[column] is not None]
    last = [rows[place] for place in known[-4:]]
    steps = [after[column] - before[column] for before, after in pairwise(last)]
    in_a_row = len(known) > 3 and known[-1] - known[-4] == 3
    way = "steget" if all(step > 0 for step in steps) else "faldet" if all(step < 0 for step in steps) else ""
    if not in_a_row or not way:
        return "Der er ingen entydig retning de seneste måneder."
    if maerker.together(*(maerker.of(row, column) for row in last)):
        return f"Det ser ud til at være {way} tre måneder i træk; små tal indgår afrundet."
    return f"Det er {way} tre måneder i træk."


def _months_without(rows: Sequence[layout.Row], column: str) -> str:
    """3 måneder er under 5, 1 er skjult: the months whose mark stands instead of a number."""
    found = [mark for row in rows if row[column] is None and (mark := maerker.of(row, column))]
    counts = [(found.count(mark), mark) for mark in dict.fromkeys(found)]
    told = [f"{count} {'måned' if count == 1 else 'måneder'} {_is(mark)}" for count, mark in counts]
    return danish.capitalised(f"{danish.names(told)}.") if told else ""


def _lines_without(rows: Sequence[layout.Row], column: str, name: str) -> str:
    """Nordbyen er under 5, Østbyen er skjult: the lines whose mark stands instead of a number."""
    told = [f"{row[name]} {_is(mark)}" for row in rows if row[column] is None and (mark := maerker.of(row, column))]
    return f"{danish.names(told)}." if told else ""


def _is(mark: str) -> str:
    return maerker.word(mark) if mark == "mangler" else f"er {maerker.word(mark)}"


def _joined(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
