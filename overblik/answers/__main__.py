"""python -m overblik.answers: the same questions and answers as on the pages, on the command line.

    python -m overblik.answers                                    lists the questions
    python -m overblik.answers noegletal --param indsatsomraade=FAELLES --param statusdato=2023-03-31 --format csv

Exit 0: answered; 2: it could not be, with a Danish sentence.
"""

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from overblik.answers import Answer, Choice, fetch, maerker, month, questions
from overblik.errors import ChoiceWrong
from overblik.errors_on_command_line import told

REPEATABLE = ("omraade", "indsatsomraade", "organisation")
MONTHS = ("fra", "til")


def main(arguments: list[str] | None = None) -> int:
    """Answers one question, or lists them; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m overblik.answers", description="Stil et spørgsmål til tallene.")
    parser.add_argument("name", nargs="?", metavar="SPØRGSMÅL", help="uden navn vises alle spørgsmål")
    parser.add_argument("--param", action="append", default=[], metavar="navn=værdi", help="kan gentages")
    parser.add_argument("--format", choices=tuple(FORMATS), default="table")
    parser.add_argument("--release", metavar="ID", help="en bestemt udgivelse i stedet for den gældende")
    return told(partial(_work, parser.parse_args(arguments)))


def _work(chosen: argparse.Namespace) -> tuple[str, int]:
    if chosen.name is None:
        return "".join(f"{name:28} {question.question}\n" for name, question in questions().items()), 0
    answer = fetch(chosen.name, Choice(release=chosen.release), **read_params(chosen.param))
    return FORMATS[chosen.format](answer), 0


def read_params(texts: Iterable[str]) -> dict[str, Any]:
    """`name=value` texts as typed parameters. Raises ChoiceWrong."""
    params: dict[str, Any] = {}
    for text in texts:
        name, mark, value = text.partition("=")
        if not mark or not value:
            raise ChoiceWrong("no name=value", "En parameter skrives navn=værdi, fx statusdato=2023-03-31.")
        if name == "release":
            raise ChoiceWrong("release as a parameter", "En udgivelse vælges med --release ID.")
        if name in REPEATABLE:
            params[name] = (*params.get(name, ()), value)
        elif name in params:
            raise ChoiceWrong(f"{name} given twice", f"Parameteren {name} kan kun gives én gang.")
        else:
            params[name] = month(value) if name in MONTHS else day(value) if name == "statusdato" else value
    return params


def day(text: str) -> date:
    """A day written YYYY-MM-DD. Raises ChoiceWrong."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ChoiceWrong("no date", "En dato skrives ÅÅÅÅ-MM-DD, fx 2023-03-31.") from None


def to_json(answer: Answer) -> str:
    """An array of rows. Money stands to the øre, as a JSON number with its two decimals."""
    rows = ["{" + ", ".join(f"{json.dumps(k)}: {_json(v)}" for k, v in row.items()) + "}" for row in answer.rows()]
    return "[" + ",\n ".join(rows) + "]\n"


def to_csv(answer: Answer) -> str:
    """International CSV: comma, decimal point, ISO dates, empty for null."""
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(answer.table.column_names)
    writer.writerows(["" if value is None else _plain(value) for value in row.values()] for row in answer.rows())
    return sink.getvalue()


def to_table(answer: Answer) -> str:
    """Columns in line, for reading in a terminal: a mark stands in its figure's place; invented figures say so."""
    names = [name for name in answer.table.column_names if not maerker.is_mark(name)]
    lines = [names] + [[_marked(row[name], maerker.of(row, name)) for name in names] for row in answer.rows()]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    padded = "".join(
        "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines
    )
    return padded + ("\nEksempeldata, opdigtede tal\n" if answer.release.is_example else "")


def _json(value: object) -> str:
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False, allow_nan=False)


def _marked(value: object, mark: str | None) -> str:
    if value is None:
        return maerker.word(mark) if mark else "–"
    return maerker.beside(_plain(value), mark)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return value.isoformat() if isinstance(value, date) else str(value)


FORMATS = {"json": to_json, "csv": to_csv, "table": to_table}

if __name__ == "__main__":
    sys.exit(main())
