"""An invented, labelled set of exports for a boligsocial helhedsplan: `python -m eksempel` writes data/eksempel."""
