"""The report card: indicators, their observations and what may be said of them."""
