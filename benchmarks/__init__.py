"""How fast it is, measured: `make bench`. Nothing here is a test; a slow machine breaks nothing."""
