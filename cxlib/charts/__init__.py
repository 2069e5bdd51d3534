"""A result becomes a Chart, a frozen description; draw.py makes the plotly figure."""
