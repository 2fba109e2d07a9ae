"""Whole documents: the meeting pack, and the status of a year; each from one release."""

from overblik.export.bilag.aarsstatus import aarsstatus
from overblik.export.bilag.moedebilag import MeetingUnknown, moedebilag

__all__ = ["MeetingUnknown", "aarsstatus", "moedebilag"]
