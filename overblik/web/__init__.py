"""The web server: Streamlit behind our own middleware and routes. Start it with python -m overblik.web."""
