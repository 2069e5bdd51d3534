"""Streamlit session, controls, the chart card, errors on screen."""
