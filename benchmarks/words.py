"""What was measured, as Markdown."""

import os
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from statistics import median

from benchmarks.pages import Measured

_PACKAGES = ("streamlit", "duckdb", "pyarrow", "plotly", "pandas", "babel")
_HEADS = ("page", "questions", "plain DuckDB", "asked by us", "rerun, new answers", "of it garbage collection",
          "rerun, known answers", "kB sent", "new − 2 × questions − 25", "")  # fmt: skip


def machine() -> str:
    """Cores, load, versions."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    load = os.getloadavg()[1] if hasattr(os, "getloadavg") else float("nan")
    return f"{os.cpu_count()} cores (load {load:.1f}), Python {platform.python_version()}, {versions}"


def page_table(measured: Iterable[Measured]) -> str:
    """A line for each page; medians in milliseconds."""
    return _table(_HEADS, (_line(each) for each in measured))


def once_table(once: Mapping[str, float]) -> str:
    """What is paid once."""
    return _table(("once", "ms"), ((name, f"{took:.0f}") for name, took in once.items()))


def _line(each: Measured) -> tuple[str, ...]:
    medians = (each.plain, each.ours, each.new, each.tidying, each.known)
    verdict = "holds" if each.left <= 0 else "too slow"
    figures = (f"{median(figures):.0f}" for figures in medians)
    return (each.page, str(each.questions), *figures, f"{each.sent / 1000:.0f}", f"{each.left:+.0f}", verdict)


def _table(heads: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    rule = tuple("---" if place == 0 or not head else "---:" for place, head in enumerate(heads))
    return "\n".join(f"| {' | '.join(line)} |" for line in (heads, rule, *lines))
