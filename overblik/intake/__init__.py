"""From handed-in Parquet files to a release. Knows nothing of Streamlit, Plotly or the questions."""
