"""The workbook of four sheets that a secretariat fills in a day, and what it is pre-filled with."""
