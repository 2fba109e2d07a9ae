"""The server's log as JSON lines, with what Streamlit and uvicorn say: they would go a way of their own."""

import logging

from streamlit import logger as theirs
from uvicorn.config import LOGGING_CONFIG

from overblik import log


def take_over() -> None:
    """From now on all loggers of this process write to our log, those that Streamlit makes later too."""
    log.to_standard_output()
    LOGGING_CONFIG["loggers"] = {}  # uvicorn would lead its own elsewhere as it starts
    theirs.setup_formatter = _handed_on
    theirs.update_formatter()


def _handed_on(logger: logging.Logger) -> None:
    """In place of Streamlit's own, which gives each of its loggers a way to standard error of its own."""
    logger.handlers.clear()
    logger.propagate = True
