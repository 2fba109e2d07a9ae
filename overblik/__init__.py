"""Overblik: exports in, a release out, the steering group's pages on screen."""
