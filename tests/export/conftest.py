"""Packs that many tests look at, each made once: the example's, and that of a municipality with much of everything."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from overblik.export.bilag import aarsstatus, moedebilag
from overblik.export.blocks import Document
from overblik.export.pdf import typeset
from overblik.export.slides import slides
from overblik.settings import settings
from tests import other_municipality as other
from tests.answers.engine import published


@dataclass(frozen=True)
class Pack:
    """A document and what is made of it."""

    document: Document
    pdf: bytes
    deck: bytes


@pytest.fixture(scope="session")
def example_pack(published_example: Path) -> Pack:
    """The pack of the example's next meeting."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERBLIK_DATA", str(published_example))
        settings.cache_clear()
        document = moedebilag()
    settings.cache_clear()
    return Pack(document, typeset(document), slides(document))


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pack]:
    """Eight areas with names of sixty letters, all tables, five hundred milestones: the pack, and the year's status."""
    tables = other.core() | other.optional()
    one = tables["milepael"][0]
    more = [{**one, "milepael_id": f"m{number}", "navn": f"Milepæl {number:03} på Ærø"} for number in range(500)]
    exports = other.write_exports(tmp_path_factory.mktemp("mange"), {**tables, "milepael": more})
    with published(exports, other.TODAY):
        documents = {"bilag": moedebilag(), "aarsstatus": aarsstatus(2030)}
    return {name: Pack(each, typeset(each), slides(each)) for name, each in documents.items()}
