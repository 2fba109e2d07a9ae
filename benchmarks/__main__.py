"""Publishes the example in a folder of its own, measures, and prints the tables.

python -m benchmarks [--rounds 15]
python -m benchmarks --publish ROWS…     instead: how fast so many rows of activity are published
"""

import argparse
import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import packs, pages, publishing, starting
from benchmarks.server import Server
from benchmarks.words import machine, once_table, page_table
from overblik.intake.publishing import publish_example
from overblik.settings import ROOT, settings
from overblik.show.door import FRONT


def main() -> None:
    """Prints Markdown, as docs/hastighed.md holds it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="How fast is it, here and now?")
    parser.add_argument("--rounds", type=int, default=15, help="reruns of each page (15)")
    parser.add_argument("--publish", type=int, nargs="+", metavar="ROWS", help="publish so many rows of activity")
    chosen = parser.parse_args()
    rounds = chosen.rounds
    if chosen.publish:
        found = [publishing.measure(rows, files) for rows in chosen.publish for files in (1, 8)]
        print(machine(), publishing.table(found), sep="\n\n")
        return
    os.chdir(ROOT)  # where Streamlit finds its own settings
    with TemporaryDirectory() as folder:
        os.environ["OVERBLIK_DATA"] = folder
        os.environ["OVERBLIK_OVERVAAG"] = "nej"  # what is measured is the dashboard alone
        settings.cache_clear()
        publish_example(Path(folder))
        server = Server()
        begun = time.perf_counter()
        server.open(FRONT)
        first = 1000 * (time.perf_counter() - begun)
        measured = pages.measure(server, rounds)
        beside = packs.measure(server, min(rounds, 8))
        server.stop()
        once = {
            "The first reader's first page": first,
            "Publish the example": starting.publishing(3),
            "Open a release": starting.opening(5),
            "Start Python": starting.importing(starting.NOTHING, 5),
            "Start Python, import Streamlit's server": starting.importing(starting.STREAMLIT, 5),
            "Start Python, import Streamlit's server and all pages": starting.importing(starting.EVERYTHING, 5),
        }
    print(machine(), page_table(measured), once_table(once), packs.table(beside), sep="\n\n")


if __name__ == "__main__":
    main()
