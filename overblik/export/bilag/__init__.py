"""The meeting pack: what a steering group needs before it, during it and in the minutes, from one release."""

from overblik.export.bilag.moedebilag import MeetingUnknown, moedebilag

__all__ = ["MeetingUnknown", "moedebilag"]
