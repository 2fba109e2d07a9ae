"""On paper: what the pages show, as files that leave the dashboard. Nothing here knows Streamlit."""
